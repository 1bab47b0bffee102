"""Draws the cells of the register, two lines high, and keeps what is typed into one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from bali_desk.domain.errors import DeskError
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_TWO
from bali_desk.gui.restyle import restyle
from bali_desk.gui.rows import Rows
from bali_desk.gui.tables import INK, SECOND, WEIGHT, Index

Key = Qt.Key
ENDING = (Key.Key_Return, Key.Key_Enter, Key.Key_Tab, Key.Key_Backtab)
MOST_LINES = 2
CARET = 14  # the little arrow of a cell that opens a choice


class RegisterCells(Rows):
    """Long texts stand in two lines; the cell the keyboard is on has a frame; `choice` is the column with the arrow."""

    kept = Signal(int)  # what was typed is kept: 1 goes on to the next cell, -1 to the one before, 0 stays
    refused = Signal(str)  # why it could not be kept; empty once it could

    def __init__(self, look: Look, view: QAbstractItemView, wrapped: Collection[int], choice: int) -> None:
        super().__init__(look, ROW_TWO, view)
        self._view, self._wrapped, self._choice = view, wrapped, choice

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one cell."""
        super().paint(painter, option, index)
        cell: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if index.column() == self._choice and state & (
            QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        ):
            arrow = QRect(cell.right() - CARET - 8, cell.center().y() - CARET // 2, CARET, CARET)
            self._look.icon("down").paint(painter, arrow)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 1))
            painter.drawRect(cell.adjusted(3 if index.column() == 0 else 0, 0, -1, -2))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type in."""
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return editor

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keeps what was typed when the editor is left; says so where it cannot."""
        assert isinstance(editor, QLineEdit)
        text = editor.text()
        self._refused_by(lambda: model.setData(index, text))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter and Tab keep what is typed; what cannot be kept stays in its cell, with the reason."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, QLineEdit):
            if event.key() in ENDING:
                self.keep(editor, {Key.Key_Tab: 1, Key.Key_Backtab: -1}.get(Key(event.key()), 0))
                return True
            if event.key() == Key.Key_Escape:
                self.refused.emit("")
        return super().eventFilter(editor, event)

    def keep(self, editor: QLineEdit, then: int = 0) -> bool:
        """Keeps what is typed and closes the editor; False where it cannot be kept and the typing goes on."""
        index, text = self._view.currentIndex(), editor.text()
        fault = self._refused_by(lambda: index.model().setData(index, text))
        editors = self._view.viewport().findChildren(QLineEdit)
        if not any(one is editor for one in editors):
            return True  # the rows were shown anew, and the editor went with its cell
        if fault:
            restyle(editor, "fault", "error")
            return False
        self.closeEditor.emit(editor, RegisterCells.EndEditHint.NoHint)
        self.kept.emit(then)
        return True

    def _refused_by(self, write: Callable[[], Any]) -> str:
        fault = ""
        try:
            write()
        except DeskError as error:
            fault = str(error)
        self.refused.emit(fault)
        return fault

    def _draw_words(self, painter: QPainter, room: QRect, index: Index) -> None:
        ask = self._asking(index)
        if index.column() in self._wrapped:
            self._draw_wrapped(painter, room, str(ask(Qt.ItemDataRole.DisplayRole) or ""), ask)
        elif ask(SECOND):
            self._draw_two(painter, room, str(ask(Qt.ItemDataRole.DisplayRole)), str(ask(SECOND)), ask)
        else:
            if index.column() == self._choice:
                room = room.adjusted(0, 0, -CARET, 0)
            super()._draw_words(painter, room, index)

    def _draw_two(self, painter: QPainter, room: QRect, first: str, second: str, ask: Callable[[int], Any]) -> None:
        """Both lines in the ink of the cell: here the second says why the first has it."""
        look, left = self._look, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look.colour(ask(INK) or "ink"))
        half = room.height() // 2
        for words, place, font in (
            (first, QRect(room.left(), room.top() + 3, room.width(), half - 2), look.font()),
            (second, QRect(room.left(), room.top() + half, room.width(), half - 4), look.font("small", 600)),
        ):
            painter.setFont(font)
            painter.drawText(
                place, left, QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            )

    def _draw_wrapped(self, painter: QPainter, room: QRect, words: str, ask: Callable[[int], Any]) -> None:
        """As many words as go into two lines, in the middle of the cell; dots tell that there is more."""
        font = self._look.font("body", ask(WEIGHT) or 400)
        painter.setPen(self._look.colour(ask(INK) or "ink"))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        lines = _lines(words, room.width(), painter)
        top = room.center().y() - len(lines) * metrics.height() / 2 + 1
        for number, line in enumerate(lines):
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QPointF(room.left(), top + number * metrics.height() + metrics.ascent()), shown)


def _lines(words: str, width: int, painter: QPainter) -> list[str]:
    """The words in at most two lines; the last of them goes on beyond the width where there are more."""
    layout = QTextLayout(words, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) < MOST_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(words)]
    return [words[start:end].strip() for start, end in zip(starts, ends, strict=True)]
