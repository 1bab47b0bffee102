"""The rows of details below the entry line: there when they hold something, are opened, or the verb asks for them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

Edit = QLineEdit | QPlainTextEdit


class DetailRows:
    """Each row by its name, with the fields in it."""

    def __init__(self, rows: Mapping[str, tuple[QWidget, tuple[Edit, ...]]]) -> None:
        self._rows = rows
        self._opened, self._asked = set[str](), ""

    def begin(self) -> None:
        """Another outcome stands in the entry line: only what it holds is shown, wherever the cursor is."""
        self._opened.clear()
        self._asked = ""
        for name, (row, _edits) in self._rows.items():
            row.setVisible(self._wants(name))

    def ask(self, name: str) -> None:
        """The row the verb asks for now; "" for none. A row she is in stays."""
        if name != self._asked:
            self._asked = name
            self._arrange()

    def open(self, name: str, into: bool = True) -> None:
        """Opens a row, the cursor in its first field where it goes `into` it."""
        self._opened.add(name)
        self._arrange()
        if into:
            self._rows[name][1][0].setFocus()

    def _arrange(self) -> None:
        for name, (row, edits) in self._rows.items():
            if self._wants(name) or not any(edit.hasFocus() for edit in edits):
                row.setVisible(self._wants(name))

    def _wants(self, name: str) -> bool:
        return name in self._opened or name == self._asked or any(map(_holds, self._rows[name][1]))


def _holds(edit: Edit) -> bool:
    return bool((edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()).strip())
