"""Columns to tick and to put in order: by mouse, by Space, and by Alt with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

_KEY = Qt.ItemDataRole.UserRole


class ColumnList(QListWidget):
    """`changed` tells the keys of the columns ticked, in order, with commas between."""

    changed = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = tuple(choices)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setToolTip("Drag, or press Alt with an arrow key, to put the columns in order.")
        self.itemChanged.connect(lambda _item: self._tell())
        self.model().rowsMoved.connect(lambda *_moved: self._tell())

    def value(self) -> str:
        """The columns ticked, in order."""
        items = [self.item(row) for row in range(self.count())]
        return ",".join(str(one.data(_KEY)) for one in items if one.checkState() == Qt.CheckState.Checked)

    def show_value(self, value: str) -> None:
        """The columns ticked first, in their order; the others below them stay where they were."""
        if value == self.value() and self.count():
            return
        ticked = [key for key in value.split(",") if key]
        before = [str(self.item(row).data(_KEY)) for row in range(self.count())] or [key for key, _ in self._choices]
        words = dict(self._choices)
        with QSignalBlocker(self):
            self.clear()
            for key in [*ticked, *(key for key in before if key not in ticked)]:
                if key in words:
                    self._add(key, words[key], key in ticked)
        self._take_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow key moves the column it stands on."""
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in ways:
            self._move(self.currentRow(), self.currentRow() + ways[Qt.Key(event.key())])
            event.accept()
        else:
            super().keyPressEvent(event)

    def _move(self, row: int, to: int) -> None:
        if 0 <= row < self.count() and 0 <= to < self.count():
            with QSignalBlocker(self):
                item = self.takeItem(row)
                self.insertItem(to, item)
                self.setCurrentRow(to)
            self._tell()

    def _add(self, key: str, words: str, on: bool) -> None:
        item = QListWidgetItem(words)
        item.setData(_KEY, key)
        flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.addItem(item)

    def _take_height(self) -> None:
        """All of them can be seen at once."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(rows + 2 * self.frameWidth() + 2)

    def _tell(self) -> None:
        self.changed.emit(self.value())
