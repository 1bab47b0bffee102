"""Draws the ladder of verbs: strength, verb, and in a second line what it commits to."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_TWO
from bali_desk.gui.outcomes.strength import draw_strength
from bali_desk.gui.tables import RECORD

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Rungs(QStyledItemDelegate):
    """The delegate of the ladder."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines."""
        return QSize(60, self._look.px(ROW_TWO - 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one rung."""
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        look, rung, room = self._look, index.data(RECORD), QRect(styled.rect)
        look.ground(painter, styled)
        painter.save()
        left, text = look.px(16), look.px(82)
        draw_strength(painter, look, left, room.center().y(), rung.strength)
        words = QRect(text, room.top() + look.px(4), room.right() - text - look.px(6), look.px(19))
        painter.setFont(look.font("body", 600))
        painter.setPen(look.colour("ink"))
        painter.drawText(words, LEFT, self._elided(painter, rung.verb, words))
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("soft"))
        below = words.translated(0, look.px(18))
        painter.drawText(below, LEFT, self._elided(painter, rung.means, below))
        painter.restore()

    def _elided(self, painter: QPainter, text: str, room: QRect) -> str:
        return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
