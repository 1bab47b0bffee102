"""The list of findings: sections by severity, and in each the words, why, and what they disagree with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QTextLayout
from PySide6.QtWidgets import QListView, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.sections import SectionedLines, SectionedModel, furnish
from bali_desk.gui.text_lines import broken
from bali_desk.presenters.checks.rows import FindingRow

EDGE, ABOVE, BESIDE = 16, 8, 22  # at ten points
LONGEST = 90  # letters of a quotation in sight
SIGNS = {"error": ("error", "error"), "warning": ("warning", "warning"), "info": ("question", "soft")}  # icon, ink


class FindingList(QListView):
    """Going to a finding chooses it; Enter goes on into the text."""

    chosen = Signal(object)  # the finding, or None
    text_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: SectionedModel[FindingRow] = SectionedModel(_spoken, self)
        furnish(self, self.lines, FindingLines(look, self))
        self.selectionModel().currentChanged.connect(lambda *_places: self.chosen.emit(self.current()))

    def current(self) -> FindingRow | None:
        """The finding the keyboard is on."""
        return self.lines.row_at(self.currentIndex().row())

    def show_rows(self, rows: Sequence[FindingRow]) -> None:
        """Shows these; the one that was chosen stays so, or the one that takes its place."""
        was, place = self.current(), self.currentIndex().row()
        self.lines.show_rows(rows)
        here = self.lines.row_of(was.key) if was else -1
        if here < 0 and was is not None:
            here = next((row for row in range(max(place, 0), self.lines.rowCount()) if self._is_finding(row)), -1)
        if here >= 0:
            self.setCurrentIndex(self.lines.index(here, 0))
        self.chosen.emit(self.current())

    def go(self, way: int) -> None:
        """On to the next finding, round from the end to the start."""
        number, here = self.lines.rowCount(), self.currentIndex().row()
        steps = [(here + way * step) % number for step in range(1, number + 1)] if number else []
        found = next((row for row in steps if self._is_finding(row)), None)
        if found is not None:
            self.setCurrentIndex(self.lines.index(found, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current() is not None:
                self.text_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _is_finding(self, row: int) -> bool:
        return self.lines.row_at(row) is not None


class FindingLines(SectionedLines):
    """Draws the findings."""

    def row_height(self, row: FindingRow) -> int:
        """As high as its words in the width there is."""
        return sum(round(part.boundingRect().height()) for part in self._parts(row)) + 2 * self.look.px(ABOVE)

    def paint_row(self, painter: QPainter, room: QRect, row: FindingRow) -> None:
        """A sign, the words, why, and the other place."""
        look = self.look
        icon, ink = SIGNS[row.severity]
        size, top = look.px(16), room.top() + look.px(ABOVE)
        look.icon(icon, ink).paint(painter, QRect(room.left() + look.px(EDGE) - 4, top + 1, size, size))
        for place, part in enumerate(self._parts(row)):
            painter.setPen(look.colour("ink" if place == 0 else "soft"))
            part.draw(painter, QPointF(room.left() + look.px(EDGE + BESIDE) - 4, top))
            top += round(part.boundingRect().height())

    def _parts(self, row: FindingRow) -> list[QTextLayout]:
        look, words = self.look, " ".join(row.quote.split())
        quote = f"“{words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}”" if words else row.title
        width = self.view.viewport().width() - look.px(2 * EDGE + BESIDE) + 4
        parts = [(quote, look.font("body", 600)), (row.why, look.font("small")), (row.other, look.font("small"))]
        return [broken(text, font, width) for text, font in parts if text]


def _spoken(row: FindingRow) -> str:
    return "\n".join(part for part in (f"{row.title}: “{row.quote}”", row.why, row.other) if part)
