"""Draws outcomes as sentences: strength, who in weight, the verb in accent, the matter plain, facts below."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from bali_desk.gui.look import Look
from bali_desk.gui.outcomes.strength import draw_strength
from bali_desk.gui.statement.runs import put
from bali_desk.gui.tables import RECORD
from bali_desk.presenters.outcomes.rows import MISSING
from bali_desk.presenters.statement.rich_text import Run, runs_of

Index = QModelIndex | QPersistentModelIndex
INKS = {"private": "private", MISSING: "warning"}  # of the facts; the others are soft
EDGE, TEXT, ABOVE, BELOW, LINE, LINK = 16, 88, 9, 9, 20, 22  # at ten points
LINK_TIP = "Show its paragraph in the statement (Ctrl+G)"


class Sentences(QStyledItemDelegate):
    """The delegate of the list of outcomes. The arrow at the right leads to its paragraph in the statement."""

    block_wanted = Signal(int)

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
        if row.block:
            look.icon("arrow", "accent").paint(painter, self._link(room).adjusted(3, 3, -3, -3))
        document = self._document(row, self._view.viewport().width())
        painter.translate(QPointF(look.px(TEXT), top))
        document.drawContents(painter)
        painter.translate(QPointF(0, document.size().height()))
        self._draw_facts(painter, row)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the link."""
        pressed = isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseButtonRelease and pressed and self.is_link(event.pos(), index):  # type: ignore[attr-defined]
            self.block_wanted.emit(index.data(RECORD).outcome_id)
            return True
        return super().editorEvent(event, model, option, index)

    def is_link(self, spot: QPoint, index: Index) -> bool:
        """Whether a spot of the view lies on the link of this row."""
        return bool(index.data(RECORD).block) and self._link(self._view.visualRect(index)).contains(spot)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Says what the link does."""
        if index.isValid() and self.is_link(event.pos(), index):
            QToolTip.showText(event.globalPos(), LINK_TIP, view)
            return True
        return super().helpEvent(event, view, option, index)

    def _link(self, room: QRect) -> QRect:
        high = self._look.px(LINK)
        right = self._view.viewport().width() - self._look.px(EDGE) + 4
        return QRect(right - high, room.top() + self._look.px(ABOVE) - 2, high, high)

    def _draw_facts(self, painter: QPainter, row: object) -> None:
        look = self._look
        painter.setFont(look.font("small"))
        for place, sign, text in self._flow(row, self._view.viewport().width()):
            ink = INKS.get(sign, "soft")
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
        document.setTextWidth(max(width - look.px(TEXT) - look.px(EDGE) - look.px(LINK), 40))
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
