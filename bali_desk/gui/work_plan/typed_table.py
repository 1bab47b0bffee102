"""A table typed in place: cells with a frame where the keyboard is, long words in two lines, keys that add and move."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from bali_desk.domain.errors import DeskError
from bali_desk.gui.kept_cell import keep_cell
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_TWO
from bali_desk.gui.plain import paint_words
from bali_desk.gui.rows import Rows
from bali_desk.gui.tables import INK, WEIGHT, Index, RecordTable, RecordView
from bali_desk.gui.text_lines import two_lines

Key, Role = Qt.Key, Qt.ItemDataRole
ENTERS = (Key.Key_Return, Key.Key_Enter)
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TypedCells(Rows):
    """Draws the cells, and tells the table which key ended the typing in one."""

    pressed = Signal(object, int)  # the editor, and the key that ends typing in it
    refused = Signal(str)  # why what was typed could not be kept

    def __init__(self, look: Look, view: QAbstractItemView, wrapped: Collection[int]) -> None:
        super().__init__(look, ROW_TWO, view)
        self._view = view
        self.wrapped: Callable[[int], bool] = lambda column: column in wrapped
        self.offered: Mapping[int, Sequence[str]] = {}  # words a column completes, by its number

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one cell, with a frame where the keyboard is."""
        super().paint(painter, option, index)
        if index == self._view.currentIndex() and self._view.hasFocus():
            cell: QRect = option.rect
            painter.setPen(QPen(self._look.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cell.adjusted(3 if index.column() == 0 else 0, 0, -1, -2))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type in; what is offered for the column is completed while one types."""
        editor = super().createEditor(parent, option, index)
        assert isinstance(editor, QLineEdit)
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        if index.column() in self.offered:
            completer = QCompleter(list(self.offered[index.column()]), editor)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(completer)
        return editor

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keeps what was typed when the editor is left; says so where it cannot."""
        assert isinstance(editor, QLineEdit)
        try:
            model.setData(index, editor.text())
        except DeskError as error:
            self.refused.emit(str(error))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Hands the keys that end typing to the table, before Qt's own handling of them."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, QLineEdit):
            key = Key.Key_Return if event.key() in ENTERS else Key(event.key())
            if key in (Key.Key_Return, Key.Key_Tab, Key.Key_Backtab, Key.Key_Escape, Key.Key_Up, Key.Key_Down):
                self.pressed.emit(editor, key)
                return True
        return super().eventFilter(editor, event)

    def _draw_words(self, painter: QPainter, room: QRect, index: Index) -> None:
        if not self.wrapped(index.column()):
            super()._draw_words(painter, room, index)
            return
        ask = self._asking(index)
        painter.setFont(self._look.font("body", ask(WEIGHT) or 400))
        painter.setPen(self._look.colour(ask(INK) or "ink"))
        first, rest = two_lines(str(ask(Role.DisplayRole) or ""), painter, max(room.width(), 20))
        high = painter.fontMetrics().height()
        lines = [line.strip() for line in (first, rest) if line.strip()]
        top = room.center().y() - high * len(lines) // 2 + 1
        for place, line in enumerate(lines):
            painter.drawText(QRect(room.left(), top + place * high, room.width(), high), LEFT, line)


class TypedTable(RecordView):
    """Says what the officer wants of a record; what a cell keeps is its column's affair."""

    new_wanted = Signal(object)  # a new record below this one; None: at the end
    move_wanted = Signal(object, int)  # -1 up, 1 down
    delete_wanted = Signal(object)
    open_wanted = Signal(object, int)  # Enter in a cell that cannot be typed into: record and column
    left_empty = Signal(object)  # typing in the first typed cell ended without a word
    refused = Signal(str)  # why what was typed could not be kept; empty once it could

    def __init__(self, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_words = empty
        self.goes_on: int | None = None  # Enter in this column begins the next record
        self._cells: TypedCells | None = None
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)

    def furnish_typed(
        self, look: Look, model: RecordTable[Any], widths: Sequence[int], stretch: int, wrapped: Collection[int]
    ) -> TypedCells:
        """Gives it its look and model; the columns in `wrapped` show their words in two lines."""
        self.furnish(look, model, widths, stretch, ROW_TWO)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        self._cells = TypedCells(look, self, wrapped)
        self._cells.pressed.connect(self._end_typing)
        self._cells.refused.connect(self.refused)
        self.setItemDelegate(self._cells)
        return self._cells

    def type_into(self, identity: Hashable, column: int) -> None:
        """Goes to a record and lets one of its cells be typed."""
        if self.choose(identity, column):
            self.setFocus()
            self.edit(self.currentIndex())

    def commit(self) -> bool:
        """Keeps what is being typed; False where it cannot be kept and the typing goes on."""
        editor = self._editor()
        if editor is None:
            return True
        kept = self._keep(editor)
        if kept:
            self._close(editor)
        return kept

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the table, while nothing is being typed."""
        key, record, held = event.key(), self.current(), event.modifiers()
        if key == Key.Key_Insert or (key in ENTERS and record is None):
            self.new_wanted.emit(record)
        elif record is None:
            super().keyPressEvent(event)
        elif key in ENTERS:
            self._enter(record)
        elif held == Qt.KeyboardModifier.AltModifier and key in (Key.Key_Up, Key.Key_Down):
            self.move_wanted.emit(record, -1 if key == Key.Key_Up else 1)
        elif key == Key.Key_Delete:
            self.delete_wanted.emit(record)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are typed into cells, not searched for."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Says what to do where there is nothing yet."""
        super().paintEvent(event)
        if not self._table().rowCount():
            paint_words(self, self.empty_words)

    # ---- inner ----
    def _enter(self, record: object) -> None:
        index = self.currentIndex()
        if index.column() == self.goes_on:
            self.new_wanted.emit(record)
        elif self._table().flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self.open_wanted.emit(record, index.column())

    def _editor(self) -> QLineEdit | None:
        return next((one for one in self.viewport().findChildren(QLineEdit) if one.isVisible()), None)

    def _end_typing(self, editor: QLineEdit, key: int) -> None:
        if key != Key.Key_Escape and not self._keep(editor):
            return
        index, record = self.currentIndex(), self.current()
        self._close(editor)
        self.refused.emit("")
        if record is None:
            return
        empty = not str(self._table().data(index, Role.EditRole) or "").strip()
        if index.column() == self.goes_on and empty and key not in (Key.Key_Tab, Key.Key_Backtab):
            self.left_empty.emit(record)
        elif key == Key.Key_Return and index.column() == self.goes_on:
            self.new_wanted.emit(record)
        elif key in (Key.Key_Tab, Key.Key_Backtab):
            self._walk(1 if key == Key.Key_Tab else -1)
        elif key != Key.Key_Escape:
            below = index.siblingAtRow(index.row() + (-1 if key == Key.Key_Up else 1))
            if below.isValid():
                self.setCurrentIndex(below)

    def _walk(self, by: int) -> None:
        """On to the next cell of the row that can be typed into."""
        index = self.currentIndex()
        column = index.column() + by
        while 0 <= column < self._table().columnCount():
            beside = index.siblingAtColumn(column)
            if self._table().flags(beside) & Qt.ItemFlag.ItemIsEditable and not self.isColumnHidden(column):
                self.setCurrentIndex(beside)
                self.edit(beside)
                return
            column += by

    def _keep(self, editor: QLineEdit) -> bool:
        fault = keep_cell(self.currentIndex(), editor)
        self.refused.emit(fault)
        return not fault

    def _close(self, editor: QLineEdit) -> None:
        if self._cells is not None and isValid(editor):
            self._cells.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.setFocus()
