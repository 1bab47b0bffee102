"""A list of the register: read down, typed in place, its status changed by one key."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from bali_desk.gui.decisions.cells import RegisterCells
from bali_desk.gui.decisions.columns import Layout
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_TWO
from bali_desk.gui.plain import paint_words
from bali_desk.gui.tables import Index, RecordTable, RecordView

Key = Qt.Key


class RegisterTable(RecordView):
    """Says what the officer wants of the chosen rows; the page hands it to the presenter."""

    open_wanted = Signal()
    next_status_wanted = Signal()
    choice_wanted = Signal(QPoint)  # where the choice of a status opens, on the screen
    add_wanted = Signal()
    refused = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_words = ""
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.doubleClicked.connect(self._on_double_click)
        self.clicked.connect(self._on_click)

    def furnish_register(self, look: Look, model: RecordTable[Any], layout: Layout) -> None:
        """Gives it its look and model; a third click on a head returns to the order it came in."""
        self.furnish(look, model, layout.widths, layout.stretch, ROW_TWO)
        self._choice = layout.choice
        self._cells = RegisterCells(look, self, layout.wrapped, layout.choice)
        self._cells.refused.connect(self.refused)
        self._cells.kept.connect(self._go_on)
        self.setItemDelegate(self._cells)
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def chosen_rows(self) -> list[Any]:
        """The chosen records, the one the keyboard is on first."""
        now = self.current()
        return [now, *(row for row in self.records() if row is not now)] if now is not None else self.records()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Shows these rows; where the one the keyboard was on is gone, its neighbour is chosen, else the first."""
        place = self.currentIndex()
        before = max(place.row(), 0), max(place.column(), 0)
        self._table().show(rows)
        left = self._table().rowCount()
        if self.current() is None and left:
            index = self._table().index(min(before[0], left - 1), before[1])
            whole = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, whole)  # whatever keys are held down: Ctrl+8 led here

    def type_into(self, identity: Hashable, column: int) -> None:
        """Goes to a row and lets one of its cells be typed."""
        if self.choose(identity, column):
            self.edit(self.currentIndex())

    def commit(self) -> bool:
        """Keeps what is being typed; False where it cannot be kept and the typing goes on."""
        editor = next((edit for edit in self.viewport().findChildren(QLineEdit) if edit.isVisible()), None)
        return editor is None or self._cells.keep(editor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space changes the status, Insert adds; every other letter is typed where the cell takes it."""
        key = event.key()
        if key in (Key.Key_Return, Key.Key_Enter):
            self.open_wanted.emit()
        elif key == Key.Key_Space:
            self.next_status_wanted.emit()
        elif key == Key.Key_Insert:
            self.add_wanted.emit()
        elif key == Key.Key_F2 and not self._takes_typing(self.currentIndex()):
            self._go_on(1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are typed here; what is sought goes into the find box."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The choice of a status, by the menu key too."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.choice_wanted.emit(self._below(self.currentIndex()) if by_key else event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Says why where there is nothing."""
        super().paintEvent(event)
        if not self._table().rowCount():
            paint_words(self, self.empty_words)

    # ---- inner ----
    def _go_on(self, way: int) -> None:
        """Types on in the next cell of the row that takes typing, or the one before."""
        now = self.currentIndex()
        if not way or not now.isValid():
            return
        last = self._table().columnCount()
        columns = range(now.column() + 1, last) if way > 0 else range(now.column() - 1, -1, -1)
        for column in (*columns, *(range(last) if way > 0 and not self._takes_typing(now) else ())):
            index = self._table().index(now.row(), column)
            if self._takes_typing(index):
                self.setCurrentIndex(index)
                self.edit(index)
                return

    def _takes_typing(self, index: Index) -> bool:
        return bool(self._table().flags(index) & Qt.ItemFlag.ItemIsEditable)

    def _on_double_click(self, index: Index) -> None:
        if not self._takes_typing(index) and index.column() != self._choice:
            self.open_wanted.emit()

    def _on_click(self, index: Index) -> None:
        if index.column() == self._choice:
            self.choice_wanted.emit(self._below(index))

    def _below(self, index: Index) -> QPoint:
        cell = self.visualRect(self._table().index(index.row(), self._choice))
        return self.viewport().mapToGlobal(cell.bottomLeft())
