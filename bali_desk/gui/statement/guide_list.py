"""The list beside the text: sections, and in each lines with agenda number, two lines of words and a note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.sections import LEFT, SectionedLines, SectionedModel, furnish
from bali_desk.gui.text_lines import ELIDED, two_lines
from bali_desk.presenters.statement.guide import SOURCES, GuideRow

TEXT, EDGE, ABOVE, NOTE = 50, 14, 7, 20  # at ten points


class GuideList(QListView):
    """A click or Enter goes into the text, a double click or Ctrl+Enter to the outcome."""

    block_wanted = Signal(int, int)  # block, and the place in its words
    outcome_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: SectionedModel[GuideRow] = SectionedModel(_spoken, self, uncounted=(SOURCES,))
        self._came_from = ""  # the line from which she went into the text last
        self.clicked.connect(lambda _index: self._go_to_block())
        self.doubleClicked.connect(lambda _index: self._go_to_outcome())

    def use(self, look: Look) -> None:
        """Its look."""
        furnish(self, self.lines, GuideLines(look, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._go_to_outcome()
        else:
            self._go_to_block()

    def point_to(self, keys: Sequence[str]) -> None:
        """Chooses the line she came from, else the first of these that is there, else none."""
        ordered = sorted(keys, key=lambda key: key != self._came_from)
        places = [place for place in map(self.lines.row_of, ordered) if place >= 0]
        if places:
            self.setCurrentIndex(self.lines.index(places[0], 0))
        elif not self.hasFocus():
            self.selectionModel().clear()

    # ---- inner ----
    def _row(self) -> GuideRow | None:
        return self.lines.row_at(self.currentIndex().row())

    def _go_to_block(self) -> None:
        row = self._row()
        if row is not None and row.block_id is not None:
            self._came_from = row.key
            self.block_wanted.emit(row.block_id, row.place)

    def _go_to_outcome(self) -> None:
        row = self._row()
        if row is not None and row.handle:
            self.outcome_wanted.emit(row.handle)


class GuideLines(SectionedLines):
    """Draws the lines."""

    def row_height(self, row: GuideRow) -> int:
        """Two lines, and a third for a note."""
        look = self.look
        note = look.px(NOTE) if row.note else 0
        return 2 * QFontMetrics(look.font()).height() + 2 * look.px(ABOVE) + note

    def paint_row(self, painter: QPainter, room: QRect, row: GuideRow) -> None:
        """Agenda number, words, note."""
        look, line = self.look, QFontMetrics(self.look.font()).height()
        top, left = room.top() + look.px(ABOVE), look.px(TEXT if row.number else 16)
        painter.setFont(look.font("small", 400, True))
        painter.setPen(look.colour("soft"))
        painter.drawText(QRect(look.px(16), top, look.px(32), line), LEFT, row.number)
        painter.setFont(look.font())
        painter.setPen(look.colour("ink"))
        words = QRect(left, top, room.width() - left - look.px(EDGE), line)
        lines = [text for text in two_lines(row.text, painter, words.width()) if text]
        for place, text in enumerate(lines):
            painter.drawText(words.translated(0, place * line), LEFT, text)
        if row.note:
            painter.setFont(look.font("small", 600))
            painter.setPen(look.colour(row.ink))
            note = painter.fontMetrics().elidedText(row.note, ELIDED, words.width())
            painter.drawText(words.translated(0, len(lines) * line), LEFT, note)


def _spoken(row: GuideRow) -> str:
    return "\n".join(part for part in (row.text, row.note) if part)
