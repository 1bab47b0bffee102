"""Draws the sources of the statement: agenda number and two lines, and a word where the text does not use one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from bali_desk.gui.look import Look
from bali_desk.gui.tables import RECORD

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TEXT, EDGE, ABOVE, UNUSED = 50, 14, 7, 20  # at ten points
UNUSED_WORDS = "not used in the text"


class Sources(QStyledItemDelegate):
    """The delegate of the list of sources."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines, and a third for what is not used."""
        line = QFontMetrics(self._look.font()).height()
        unused = self._look.px(UNUSED) if index.data(RECORD).unused else 0
        return QSize(60, 2 * line + 2 * self._look.px(ABOVE) + unused)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one source."""
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        look, row, room = self._look, index.data(RECORD), QRect(styled.rect)
        look.ground(painter, styled)
        painter.save()
        painter.fillRect(QRect(0, room.bottom(), room.right() + 1, 1), look.colour("hair"))
        line = QFontMetrics(look.font()).height()
        top = room.top() + look.px(ABOVE)
        painter.setFont(look.font("small", 400, True))
        painter.setPen(look.colour("soft"))
        painter.drawText(QRect(look.px(16), top, look.px(32), line), LEFT, row.number)
        painter.setFont(look.font())
        painter.setPen(look.colour("ink"))
        words = QRect(look.px(TEXT), top, room.width() - look.px(TEXT) - look.px(EDGE), line)
        for place, text in enumerate(two_lines(row.text, painter, words.width())):
            painter.drawText(words.translated(0, place * line), LEFT, text)
        if row.unused:
            painter.setFont(look.font("small", 600))
            painter.setPen(look.colour("warning"))
            painter.drawText(words.translated(0, 2 * line), LEFT, UNUSED_WORDS)
        painter.restore()


def two_lines(text: str, painter: QPainter, width: int) -> list[str]:
    """The text broken into two lines of this width; the second ends in dots where there is more."""
    layout = QTextLayout(" ".join(text.split()), painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    if first.isValid():
        first.setLineWidth(width)
    layout.endLayout()
    cut = first.textLength() if first.isValid() else 0
    whole = layout.text()
    rest = painter.fontMetrics().elidedText(whole[cut:], Qt.TextElideMode.ElideRight, width)
    return [whole[:cut], rest]
