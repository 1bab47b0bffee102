"""The list beside the text: sections, and in each lines with agenda number, two lines of words and a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.plain import tip
from bali_desk.gui.tables import RECORD, Column, Index, RecordTable
from bali_desk.presenters.statement.guide import SOURCES, GuideRow

RIGHT_ELIDED = Qt.TextElideMode.ElideRight
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TEXT, EDGE, ABOVE, NOTE, HEAD = 50, 14, 7, 20, 30  # at ten points


@dataclass(frozen=True)
class Section:
    """The words above the lines of one section."""

    name: str
    count: int

    @property
    def text(self) -> str:
        """What stands there: how many, where that is news."""
        return self.name if self.name == SOURCES else f"{self.name} · {self.count}"


Line = GuideRow | Section


class GuideModel(RecordTable[Line]):
    """Lines under the words of their sections; those words cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__([Column("", lambda line: line.text, tip=_tip)], _key, parent)

    def show_rows(self, rows: Sequence[GuideRow]) -> None:
        """Shows these lines, each section under its words."""
        lines: list[Line] = []
        for row, before in zip(rows, [None, *rows], strict=False):
            if before is None or before.section != row.section:
                lines.append(Section(row.section, sum(one.section == row.section for one in rows)))
            lines.append(row)
        self.show(lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Nothing can be done with the words of a section."""
        section = isinstance(self.record(index.row()), Section)
        return Qt.ItemFlag.NoItemFlags if section else super().flags(index)


class GuideList(QListView):
    """A click or Enter goes into the text, a double click or Ctrl+Enter to the outcome."""

    block_wanted = Signal(int, int)  # block, and the place in its words
    outcome_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = GuideModel(self)
        self._came_from = ""  # the line from which she went into the text last
        self.setModel(self.lines)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(lambda _index: self._go_to_block())
        self.doubleClicked.connect(lambda _index: self._go_to_outcome())

    def use(self, look: Look) -> None:
        """Its look."""
        self.setItemDelegate(GuideLines(look, self))

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
        line = self.lines.record(self.currentIndex().row())
        return line if isinstance(line, GuideRow) else None

    def _go_to_block(self) -> None:
        row = self._row()
        if row is not None and row.block_id is not None:
            self._came_from = row.key
            self.block_wanted.emit(row.block_id, row.place)

    def _go_to_outcome(self) -> None:
        row = self._row()
        if row is not None and row.handle:
            self.outcome_wanted.emit(row.handle)


class GuideLines(QStyledItemDelegate):
    """Draws the lines."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines, and a third for a note."""
        line, look = index.data(RECORD), self._look
        if isinstance(line, Section):
            return QSize(60, look.px(HEAD))
        note = look.px(NOTE) if line.note else 0
        return QSize(60, 2 * QFontMetrics(look.font()).height() + 2 * look.px(ABOVE) + note)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one."""
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        line, room = index.data(RECORD), QRect(styled.rect)
        painter.save()
        if isinstance(line, Section):
            self._paint_section(painter, room, line)
        else:
            self._look.ground(painter, styled)
            self._paint_row(painter, room, line)
        painter.restore()

    def _paint_section(self, painter: QPainter, room: QRect, line: Section) -> None:
        look = self._look
        painter.setFont(look.font("small", 600))
        painter.setPen(look.colour("soft"))
        words = room.adjusted(look.px(16), look.px(8), -look.px(EDGE), 0)
        painter.drawText(words, LEFT, painter.fontMetrics().elidedText(line.text, RIGHT_ELIDED, words.width()))

    def _paint_row(self, painter: QPainter, room: QRect, row: GuideRow) -> None:
        look, line = self._look, QFontMetrics(self._look.font()).height()
        painter.fillRect(QRect(0, room.bottom(), room.right() + 1, 1), look.colour("hair"))
        top, left = room.top() + look.px(ABOVE), look.px(TEXT if row.number else 16)
        painter.setFont(look.font("small", 400, True))
        painter.setPen(look.colour("soft"))
        painter.drawText(QRect(look.px(16), top, look.px(32), line), LEFT, row.number)
        painter.setFont(look.font())
        painter.setPen(look.colour("ink"))
        words = QRect(left, top, room.width() - left - look.px(EDGE), line)
        for place, text in enumerate(two_lines(row.text, painter, words.width())):
            painter.drawText(words.translated(0, place * line), LEFT, text)
        if row.note:
            painter.setFont(look.font("small", 600))
            painter.setPen(look.colour(row.ink))
            note = painter.fontMetrics().elidedText(row.note, RIGHT_ELIDED, words.width())
            painter.drawText(words.translated(0, 2 * line), LEFT, note)


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
    rest = painter.fontMetrics().elidedText(whole[cut:], RIGHT_ELIDED, width)
    return [whole[:cut], rest]


def _key(line: Line) -> str:
    return f"section:{line.name}" if isinstance(line, Section) else line.key


def _tip(line: Line) -> str:
    return "" if isinstance(line, Section) else tip(f"{line.text}\n{line.note}".strip())
