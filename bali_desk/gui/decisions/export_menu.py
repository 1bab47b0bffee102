"""How the rows of the register leave the house."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton


class RegisterExportMenu(QMenu):
    """Opens under its button. What is private goes along only while its entry is ticked."""

    wanted = Signal(str, bool)  # "xlsx" or "csv", and whether with what is private

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self.to_excel = self.addAction("Rows shown to &Excel…", lambda: self._tell("xlsx"))
        self.to_csv = self.addAction("Rows shown to &CSV…", lambda: self._tell("csv"))
        self.addSeparator()
        self.private_too = self.addAction("&Private ones too")
        self.private_too.setCheckable(True)
        button.setMenu(self)

    def show_counts(self, rows: int, private: int) -> None:
        """There are so many rows to write, and so many of them are private."""
        for action in (self.to_excel, self.to_csv):
            action.setEnabled(bool(rows))
        self.private_too.setEnabled(bool(private))
        self.private_too.setText(f"&Private ones too ({private})" if private else "&Private ones too")

    def _tell(self, kind: str) -> None:
        self.wanted.emit(kind, self.private_too.isChecked() and self.private_too.isEnabled())
