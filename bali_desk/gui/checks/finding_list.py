"""The list of findings: sections by severity, and in each the words, why, and what they disagree with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.plain import tip
from bali_desk.gui.tables import RECORD, Column, Index, RecordTable
from bali_desk.presenters.checks.rows import FindingRow

EDGE, ABOVE, HEAD, BESIDE = 16, 8, 32, 22  # at ten points
SIGNS = {"error": ("error", "error"), "warning": ("warning", "warning"), "info": ("question", "soft")}  # icon, ink
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Section:
    """The word above the findings of one severity."""

    name: str
    count: int


Line = FindingRow | Section


class FindingModel(RecordTable[Line]):
    """Findings under the words of their severity; those words cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__([Column("", _spoken, tip=lambda line: tip(_spoken(line)))], _key, parent)

    def show_rows(self, rows: Sequence[FindingRow]) -> None:
        """Shows these findings."""
        lines: list[Line] = []
        for row, before in zip(rows, [None, *rows], strict=False):
            if before is None or before.section != row.section:
                lines.append(Section(row.section, sum(one.section == row.section for one in rows)))
            lines.append(row)
        self.show(lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Nothing can be done with the word of a section."""
        section = isinstance(self.record(index.row()), Section)
        return Qt.ItemFlag.NoItemFlags if section else super().flags(index)


class FindingList(QListView):
    """Going to a finding chooses it; Enter goes on into the text."""

    chosen = Signal(object)  # the finding, or None
    text_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = FindingModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(FindingLines(look, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(lambda *_places: self.chosen.emit(self.current()))

    def current(self) -> FindingRow | None:
        """The finding the keyboard is on."""
        line = self.lines.record(self.currentIndex().row())
        return line if isinstance(line, FindingRow) else None

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
            self.text_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _is_finding(self, row: int) -> bool:
        return isinstance(self.lines.record(row), FindingRow)


class FindingLines(QStyledItemDelegate):
    """Draws the lines."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words in the width there is."""
        line, look = index.data(RECORD), self._look
        if isinstance(line, Section):
            return QSize(60, look.px(HEAD))
        high = sum(round(part.boundingRect().height()) for part in self._parts(line))
        return QSize(60, high + 2 * look.px(ABOVE))

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
            self._paint_finding(painter, room, line)
        painter.restore()

    def _paint_section(self, painter: QPainter, room: QRect, line: Section) -> None:
        look = self._look
        painter.setFont(look.font("small", 600))
        painter.setPen(look.colour("soft"))
        painter.drawText(room.adjusted(look.px(EDGE), look.px(10), 0, 0), LEFT, f"{line.name} · {line.count}")

    def _paint_finding(self, painter: QPainter, room: QRect, row: FindingRow) -> None:
        look = self._look
        painter.fillRect(QRect(0, room.bottom(), room.right() + 1, 1), look.colour("hair"))
        icon, ink = SIGNS[row.severity]
        size, top = look.px(16), room.top() + look.px(ABOVE)
        look.icon(icon, ink).paint(painter, QRect(room.left() + look.px(EDGE) - 4, top + 1, size, size))
        for place, part in enumerate(self._parts(row)):
            painter.setPen(look.colour("ink" if place == 0 else "soft"))
            part.draw(painter, QPointF(room.left() + look.px(EDGE + BESIDE) - 4, top))
            top += round(part.boundingRect().height())

    def _parts(self, row: FindingRow) -> list[QTextLayout]:
        look = self._look
        words = " ".join(row.quote.split())
        quote = f"“{words if len(words) <= 90 else words[:89] + '…'}”" if words else row.title
        parts = [(quote, look.font("body", 600)), (row.why, look.font("small"))]
        if row.other:
            parts.append((row.other, look.font("small")))
        return [self._laid_out(text, font) for text, font in parts]

    def _laid_out(self, text: str, font: QFont) -> QTextLayout:
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        width, high = self._view.viewport().width() - self._look.px(2 * EDGE + BESIDE) + 4, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 40))
            line.setPosition(QPointF(0, high))
            high += line.height()
        layout.endLayout()
        return layout


def _key(line: Line) -> str:
    return f"section:{line.name}" if isinstance(line, Section) else line.key


def _spoken(line: Line) -> str:
    if isinstance(line, Section):
        return f"{line.name} {line.count}"
    return "\n".join(part for part in (f"{line.title}: “{line.quote}”", line.why, line.other) if part)
