"""Draws what was found: whose words and when, then the words with the found ones marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from bali_desk.gui.agreed.marked import mark_ranges
from bali_desk.gui.look import Look
from bali_desk.gui.plain import tip
from bali_desk.gui.tables import RECORD, Column, RecordTable
from bali_desk.gui.text_lines import broken
from bali_desk.presenters.agreed.finding import Result, excerpt

Index = QModelIndex | QPersistentModelIndex
EDGE, ABOVE, BETWEEN = 16, 9, 3  # at ten points
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Results(QStyledItemDelegate):
    """The delegate of a list of results; `most` letters of each passage are shown."""

    def __init__(self, look: Look, view: QListView, most: int) -> None:
        super().__init__(view)
        self._look, self._view, self._most = look, view, most

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words in the width there is."""
        words = self._laid_out(index.data(RECORD))
        high = words.boundingRect().height() + QFontMetrics(self._look.font("small")).height()
        return QSize(60, round(high) + 2 * self._look.px(ABOVE) + self._look.px(BETWEEN))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one result."""
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        look, row, room = self._look, index.data(RECORD), QRect(styled.rect)
        look.ground(painter, styled)
        painter.save()
        painter.fillRect(QRect(0, room.bottom(), room.right() + 1, 1), look.colour("hair"))
        painter.setFont(look.font("small", 400, True))
        painter.setPen(look.colour("soft"))
        line = painter.fontMetrics().height()
        head = QRect(look.px(EDGE), room.top() + look.px(ABOVE), room.width() - 2 * look.px(EDGE), line)
        shown = painter.fontMetrics().elidedText(row.heading, Qt.TextElideMode.ElideRight, head.width())
        painter.drawText(head, LEFT, shown)
        painter.setPen(look.colour("ink"))
        self._laid_out(row).draw(painter, QPointF(head.left(), head.bottom() + look.px(BETWEEN)))
        painter.restore()

    def _laid_out(self, row: Result) -> QTextLayout:
        text, marks = excerpt(row.text, row.marks, self._most)
        width = self._view.viewport().width() - 2 * self._look.px(EDGE)
        return broken(text, self._look.font(), width, mark_ranges(text, marks, self._look))


def result_table(view: QListView, look: Look, most: int) -> RecordTable[Result]:
    """Furnishes a list with results, and gives the table to show them in."""
    column: Column[Result] = Column("", spoken, tip=lambda row: tip(in_context(row)))
    table = RecordTable([column], lambda row: row.key, view)
    view.setModel(table)
    view.setItemDelegate(Results(look, view, most))
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.setMouseTracking(True)
    return table


def spoken(row: Result) -> str:
    """A result as a screen reader says it."""
    return f"{row.heading}: {row.text}"


def in_context(row: Result) -> str:
    """The passage with what stands before and after it."""
    return "\n".join(part for part in (row.title, row.before, row.text, row.after) if part)
