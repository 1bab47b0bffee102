"""A list in sections: the words above each cannot be chosen, and are drawn alike everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from bali_desk.gui.look import Look
from bali_desk.gui.plain import tip
from bali_desk.gui.tables import RECORD, Column, Index, RecordTable
from bali_desk.gui.text_lines import ELIDED

Row = TypeVar("Row")
HEAD, EDGE = 30, 16  # at ten points
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Section:
    """The words above the lines of one section; `count` is how many there are, 0 where that is no news."""

    name: str
    count: int

    @property
    def text(self) -> str:
        """What stands there."""
        return f"{self.name} · {self.count}" if self.count else self.name


class SectionedModel(RecordTable[Any], Generic[Row]):
    """Rows under the words of their sections. Every row has a `key`, and the name of its `section`."""

    def __init__(
        self, spoken: Callable[[Any], str], parent: QObject | None = None, uncounted: Sequence[str] = ()
    ) -> None:
        """`spoken` is what a screen reader says of a row; of `uncounted` sections the number of rows is not told."""
        self._uncounted = uncounted

        def told(line: Any) -> str:
            return line.text if isinstance(line, Section) else spoken(line)

        column: Column[Any] = Column("", told, tip=lambda line: "" if isinstance(line, Section) else tip(told(line)))
        super().__init__([column], _key, parent)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Shows these rows, each section under its words."""
        lines: list[Any] = []
        for row, before in zip(rows, [None, *rows], strict=False):
            if before is None or before.section != row.section:
                count = 0 if row.section in self._uncounted else sum(one.section == row.section for one in rows)
                lines.append(Section(row.section, count))
            lines.append(row)
        self.show(lines)

    def row_at(self, place: int) -> Row | None:
        """The row in a place; None where the words of a section stand there, or nothing."""
        line = self.record(place)
        return None if isinstance(line, Section) else line

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Nothing can be done with the words of a section."""
        section = isinstance(self.record(index.row()), Section)
        return Qt.ItemFlag.NoItemFlags if section else super().flags(index)


class SectionedLines(QStyledItemDelegate):
    """Draws the words of sections, and leaves the rows to whoever knows them."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self.look, self.view = look, view

    def row_height(self, row: Any) -> int:
        """How high a row is."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, room: QRect, row: Any) -> None:
        """Draws a row over its ground."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of a line."""
        line = index.data(RECORD)
        return QSize(60, self.look.px(HEAD) if isinstance(line, Section) else self.row_height(line))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws a line."""
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        line, room = index.data(RECORD), QRect(styled.rect)
        painter.save()
        if isinstance(line, Section):
            self._paint_section(painter, room, line)
        else:
            self.look.ground(painter, styled)
            painter.fillRect(QRect(0, room.bottom(), room.right() + 1, 1), self.look.colour("hair"))
            self.paint_row(painter, room, line)
        painter.restore()

    def _paint_section(self, painter: QPainter, room: QRect, line: Section) -> None:
        look = self.look
        painter.setFont(look.font("small", 600))
        painter.setPen(look.colour("soft"))
        words = room.adjusted(look.px(EDGE), look.px(8), -look.px(EDGE), 0)
        painter.drawText(words, LEFT, painter.fontMetrics().elidedText(line.text, ELIDED, words.width()))


def furnish(view: QListView, model: SectionedModel[Any], lines: SectionedLines) -> None:
    """Gives a list its rows and its look."""
    view.setModel(model)
    view.setItemDelegate(lines)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.setMouseTracking(True)


def _key(line: Any) -> str:
    return f"section:{line.name}" if isinstance(line, Section) else line.key
