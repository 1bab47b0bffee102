"""Draws the agenda's cells and says which keys, while typing in one, lead where."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyleOptionViewItem, QWidget

from bali_desk.domain.errors import DeskError
from bali_desk.gui.agenda.columns import ITEM, LEAD, NUMBER, PRESENTER
from bali_desk.gui.agenda.name_completer import NameCompleter
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_AGENDA
from bali_desk.gui.rows import EDGE, GAP, STEP, Rows
from bali_desk.gui.tables import RECORD, Index
from bali_desk.presenters.agenda.rows import AgendaRow, DayFoot

Key = Qt.Key
CARET = 12  # the little arrow of an item with sub-items, in the margin before its number
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AgendaCells(Rows):
    """Beside what every list draws: words on time after a title, and a frame round the cell the keyboard is on."""

    pressed = Signal(object, int, bool)  # the editor, the key that ends typing in it, whether with Shift
    refused = Signal(str)  # why what was typed could not be kept

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(look, ROW_AGENDA, view)
        self._view = view
        self.known_names: Callable[[], list[str]] = list
        self.known_leads: Callable[[], list[str]] = list

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one cell."""
        super().paint(painter, option, index)
        row = index.data(RECORD)
        if index.column() == NUMBER and isinstance(row, AgendaRow) and row.is_parent:
            self._look.icon("next" if row.hidden else "down").paint(painter, self.caret(option.rect, row.depth))
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 1))
            cell: QRect = option.rect
            painter.drawRect(cell.adjusted(3 if index.column() == 0 else 0, 0, -1, -2))

    def caret(self, cell: QRect, depth: int) -> QRect:
        """Where the arrow that folds sub-items away stands, in the first cell of a row."""
        return QRect(cell.left() + 3 + depth * self._look.px(STEP), cell.center().y() - CARET // 2, CARET, CARET)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type in; presenters are completed."""
        editor = super().createEditor(parent, option, index)
        assert isinstance(editor, QLineEdit)
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        if index.column() == PRESENTER:
            editor.setCompleter(NameCompleter(self.known_names(), editor))
        if index.column() == LEAD:
            editor.setCompleter(NameCompleter(self.known_leads(), editor, several=False))
        return editor

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keeps what was typed when the editor is left; says so where it cannot."""
        assert isinstance(editor, QLineEdit)
        try:
            model.setData(index, editor.text())  # called from here, so that a refusal comes back as an exception
        except DeskError as error:
            self.refused.emit(str(error))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Hands the keys that end typing to the table, before Qt's own handling of them."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, QLineEdit):
            key = self._ending(editor, event)
            if key is not None:
                self.pressed.emit(editor, key, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
        return super().eventFilter(editor, event)

    def _ending(self, editor: QLineEdit, event: QKeyEvent) -> int | None:
        key = event.key()
        completer = editor.completer()
        names = completer.popup() if completer is not None else None
        offered = names is not None and names.isVisible()
        if offered and key not in (Key.Key_Tab, Key.Key_Backtab):
            return None  # the keys go to the names that are offered
        if key in (Key.Key_Return, Key.Key_Enter):
            return Key.Key_Return
        if key in (Key.Key_Tab, Key.Key_Backtab, Key.Key_Up, Key.Key_Down, Key.Key_Escape):
            return Key(key)
        free = not editor.hasSelectedText() and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key == Key.Key_Right and free and editor.cursorPosition() == len(editor.text()):
            return Key.Key_Right
        if key == Key.Key_Left and free and editor.cursorPosition() == 0:
            return Key.Key_Left
        return None

    def _draw_words(self, painter: QPainter, room: QRect, index: Index) -> None:
        row = index.data(RECORD)
        if index.column() == ITEM and isinstance(row, AgendaRow) and row.remark:
            ink = "error" if row.over or row.free else "warning" if row.number_twice else "soft"
            room = self._draw_remark(painter, room, row.remark, ink)
        elif isinstance(row, DayFoot) and row.remark:
            room = self._draw_remark(
                painter, room.adjusted(0, 0, GAP - EDGE, 0), row.remark, "error" if row.over else "soft"
            )
        super()._draw_words(painter, room, index)

    def _draw_remark(self, painter: QPainter, room: QRect, words: str, ink: str) -> QRect:
        """Writes at the right; gives what is left of the room."""
        painter.setFont(self._look.font("small", 600 if ink == "error" else 400, True))
        painter.setPen(self._look.colour(ink))
        painter.drawText(room, RIGHT, words)
        return room.adjusted(0, 0, -QFontMetrics(painter.font()).horizontalAdvance(words) - 12, 0)
