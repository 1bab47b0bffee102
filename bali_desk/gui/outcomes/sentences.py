"""Draws outcomes as sentences: strength, who in weight, the verb in accent, the matter plain, facts below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from bali_desk.gui.look import Look
from bali_desk.gui.outcomes.strength import draw_strength
from bali_desk.gui.statement.runs import put
from bali_desk.gui.tables import RECORD
from bali_desk.presenters.statement.rich_text import Run, runs_of

Index = QModelIndex | QPersistentModelIndex
EDGE, TEXT, ABOVE, BELOW, LINE = 16, 88, 9, 9, 20  # at ten points


class Sentences(QStyledItemDelegate):
    """The delegate of the list of outcomes."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._documents: dict[object, QTextDocument] = {}
        look.changed.connect(self._documents.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the sentence in the width there is."""
        width = self._view.viewport().width()
        row = index.data(RECORD)
        high = round(self._document(row, width).size().height())
        facts = len(self._flow(row, width)) and self._flow(row, width)[-1][0].bottom() + self._look.px(4)
        return QSize(100, high + facts + self._look.px(ABOVE) + self._look.px(BELOW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one outcome."""
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        look, row, room = self._look, index.data(RECORD), QRect(styled.rect)
        look.ground(painter, styled)
        painter.save()
        painter.fillRect(QRect(0, room.bottom(), room.right() + 1, 1), look.colour("hair"))
        top = room.top() + look.px(ABOVE)
        line = QFontMetrics(look.font()).height()
        draw_strength(painter, look, look.px(EDGE), top + line // 2 + 1, row.strength)
        document = self._document(row, self._view.viewport().width())
        painter.translate(QPointF(look.px(TEXT), top))
        document.drawContents(painter)
        painter.translate(QPointF(0, document.size().height()))
        self._draw_facts(painter, row)
        painter.restore()

    def _draw_facts(self, painter: QPainter, row: object) -> None:
        look = self._look
        painter.setFont(look.font("small"))
        for place, sign, text in self._flow(row, self._view.viewport().width()):
            ink = "private" if sign == "private" else "soft"
            look.icon(sign, ink).paint(painter, QRect(place.left(), place.top() + 2, 14, 14))
            painter.setPen(look.colour(ink))
            words = place.adjusted(20, 0, 0, 0)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _flow(self, row: object, width: int) -> list[tuple[QRect, str, str]]:
        """Where each fact stands below the sentence: in lines, each as wide as it needs."""
        look = self._look
        room = width - look.px(TEXT) - look.px(EDGE)
        metrics, high = QFontMetrics(look.font("small")), look.px(LINE)
        placed: list[tuple[QRect, str, str]] = []
        x, y = 0, look.px(4)
        for fact in row.facts:  # type: ignore[attr-defined]
            wide = min(metrics.horizontalAdvance(fact.text) + 22, room)
            if x and x + wide > room:
                x, y = 0, y + high
            placed.append((QRect(x, y, wide, high), fact.sign, fact.text))
            x += wide + 18
        return placed

    def _document(self, row: object, width: int) -> QTextDocument:
        key = (row, width)
        if key not in self._documents:
            if len(self._documents) > 400:
                self._documents.clear()
            self._documents[key] = self._laid_out(row, width)
        return self._documents[key]

    def _laid_out(self, row: object, width: int) -> QTextDocument:
        look = self._look
        document = QTextDocument()
        document.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setTextWidth(max(width - look.px(TEXT) - look.px(EDGE), 40))
        cursor = QTextCursor(document)
        plain, strong = look.font(), look.font("body", 600)
        parts = ((row.subject, strong, "ink"), (row.verb, strong, "accent"), (row.text, plain, "ink"))  # type: ignore[attr-defined]
        for text, font, ink in parts:
            if text:
                gap = (Run(" "),) if cursor.position() else ()
                put(cursor, (*gap, *runs_of(text)), font, look.colour(ink))
        for point in row.points:  # type: ignore[attr-defined]
            form = QTextBlockFormat()
            form.setLeftMargin(look.px(16))
            form.setTextIndent(-look.px(14))
            form.setTopMargin(2)
            cursor.insertBlock(form)
            put(cursor, (Run("•  "), *runs_of(point)), plain, look.colour("ink"))
        return document
