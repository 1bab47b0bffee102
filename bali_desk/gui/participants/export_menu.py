"""What the participants page hands on: everyone, or one delegation, as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QPushButton

if TYPE_CHECKING:
    from bali_desk.presenters.outgoing import Outgoing
    from bali_desk.presenters.participants.rows import DelegationEntry


class ExportMenu(QMenu):
    """Opens under its button; the entry of a delegation names the one that is chosen."""

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self._outgoing: Outgoing | None = None
        self._delegation: int | None = None
        self.everyone_to_excel = self.addAction("All to &Excel…", lambda: self._to().everyone_to_excel())
        self.everyone_to_csv = self.addAction("All to &CSV…", lambda: self._to().everyone_to_csv())
        self.addSeparator()
        self.delegation_to_excel = self.addAction("", self._export_delegation)
        button.setMenu(self)
        self.choose(None)

    def attach(self, outgoing: Outgoing) -> None:
        """Writes for this meeting from now on."""
        self._outgoing = outgoing

    def choose(self, delegation: DelegationEntry | None) -> None:
        """This delegation is chosen; None, or what stands for several or none, cannot be sent anything."""
        self._delegation = (delegation.key or None) if delegation else None
        name = delegation.name.replace("&", "&&") if delegation and self._delegation else ""
        words = f"&Delegation “{name}” to Excel…" if name else "This &delegation to Excel…"
        self.delegation_to_excel.setText(words)
        self.delegation_to_excel.setEnabled(self._delegation is not None)

    def _export_delegation(self) -> None:
        if self._delegation is not None:
            self._to().delegation_to_excel(self._delegation)

    def _to(self) -> Outgoing:
        assert self._outgoing is not None, "the menu is opened before its page has a meeting"
        return self._outgoing
