"""The list of house rules: sections, and in each the rules with what they say, and a dot where that is her own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPointF, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_TWO
from bali_desk.gui.sections import LEFT, SectionedLines, SectionedModel, furnish
from bali_desk.gui.text_lines import ELIDED
from bali_desk.presenters.wording.house import RuleRow
from bali_desk.presenters.wording.house_catalogue import SECTIONS

EDGE, DOT, TITLE, DETAIL = 16, 16, 19, 17  # at ten points


class RuleList(QListView):
    """Going to a rule chooses it."""

    chosen = Signal(str)  # the key of a rule
    entered_rule = Signal()  # Enter: on to what it may say

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Rules of the house style")
        self.lines: SectionedModel[RuleRow] = SectionedModel(_spoken, self, uncounted=SECTIONS)
        furnish(self, self.lines, RuleLines(look, self))
        self.selectionModel().currentChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[RuleRow], chosen: str) -> None:
        """Shows these rules, with one of them in hand."""
        with QSignalBlocker(self.selectionModel()):
            self.lines.show_rows(rows)
            place = self.lines.row_of(chosen)
            self.setCurrentIndex(self.lines.index(place, 0) if place >= 0 else QModelIndex())
        self.viewport().update()

    def start(self) -> None:
        """The keyboard into the list, on the first rule where none is in hand."""
        if self.lines.row_at(self.currentIndex().row()) is None and self.lines.rowCount() > 1:
            self.setCurrentIndex(self.lines.index(1, 0))
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on into the rule."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_rule.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self, now: QModelIndex) -> None:
        row = self.lines.row_at(now.row())
        if row is not None:
            self.chosen.emit(row.key)


class RuleLines(SectionedLines):
    """Draws the rules."""

    def row_height(self, row: RuleRow) -> int:
        """Two lines."""
        return self.look.px(ROW_TWO)

    def paint_row(self, painter: QPainter, room: QRect, row: RuleRow) -> None:
        """Its name, and below it what it says now."""
        look = self.look
        inner = room.adjusted(look.px(EDGE), 0, -look.px(EDGE), -1)
        if row.own:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("edited"))
            painter.drawEllipse(QPointF(inner.left() + 4, inner.center().y() - look.px(TITLE) // 2 + 1), 3.5, 3.5)
        middle = inner.center().y()
        title = QRect(inner.left(), middle - look.px(TITLE), inner.width(), look.px(TITLE))
        title.setLeft(title.left() + (look.px(DOT) if row.own else 0))
        detail = QRect(inner.left(), middle + 1, inner.width(), look.px(DETAIL))
        for words, font, ink, place in (
            (row.title, look.font(), "ink", title),
            (row.detail, look.font("small"), "edited" if row.own else "soft", detail),
        ):
            painter.setFont(font)
            painter.setPen(look.colour(ink))
            painter.drawText(place, LEFT, painter.fontMetrics().elidedText(words, ELIDED, place.width()))


def _spoken(row: RuleRow) -> str:
    return f"{row.title}: {row.detail}{', your own' if row.own else ''}"
