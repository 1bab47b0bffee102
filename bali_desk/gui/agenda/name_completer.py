"""Completes names in a field that holds several between semicolons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


class NameCompleter(QCompleter):
    """Offers the names in which the part after the last semicolon occurs."""

    def __init__(self, names: Sequence[str], parent: QObject | None = None, several: bool = True) -> None:
        super().__init__(parent)
        self._names = QStringListModel(list(names), self)
        self._several = several
        self.setModel(self._names)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(8)

    def offer(self, names: Sequence[str]) -> None:
        """Offers these names from now on."""
        if self._names.stringList() != list(names):
            self._names.setStringList(list(names))

    def splitPath(self, path: str) -> list[str]:
        """What to look for: the part that is being typed."""
        return [path.rpartition(";")[2].strip() if self._several else path]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The whole field once a name is chosen."""
        name, edit = str(index.data()), self.widget()
        if not self._several or not isinstance(edit, QLineEdit):
            return name
        before, semicolon, _typed = edit.text().rpartition(";")
        return f"{before}{semicolon} {name}" if semicolon else name
