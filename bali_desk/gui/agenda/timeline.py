"""A day of the agenda to scale, to look at and to work on: items are dragged, and stretched at their lower edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QScrollArea

from bali_desk.gui.agenda.day_drawing import CLOCK, MARGIN, DayDrawing
from bali_desk.gui.look import Look
from bali_desk.gui.plain import tip
from bali_desk.gui.widgets import Painted
from bali_desk.presenters.agenda.dropping import DayDrop, blocks, drop_on_day, snapped
from bali_desk.presenters.agenda.rows import AgendaRow, DayShown

LEAST_SCALE = 2.0  # pixels for a minute at ten points: five minutes can still be read
GRIP = 5  # pixels at the lower edge of a block that stretch it
Key, Held = Qt.Key, Qt.KeyboardModifier


@dataclass
class Drag:
    """What the mouse holds: a block, or its lower edge."""

    row: AgendaRow
    stretches: bool
    pressed: QPoint
    spot: QPoint
    fix: bool = False
    moving: bool = False


class AgendaTimeline(Painted):
    """Shows the items of a day that have clock times. The keys of the table work here too."""

    clicked = Signal(int)
    dropped = Signal(int, object)  # item, a DayDrop
    stretched = Signal(int, int)  # item, its minutes now
    move_wanted = Signal(int, int)
    lengthen_wanted = Signal(int, int)
    leave_wanted = Signal()

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._rows: Sequence[AgendaRow] = ()
        self._day: DayShown | None = None
        self._chosen: int | None = None
        self._drag: Drag | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("The day to scale")

    def show_day(self, day: DayShown | None, rows: Sequence[AgendaRow], chosen: int | None) -> None:
        """The items of one day; those that share the time of others are left out."""
        self._rows, self._day, self._chosen = blocks(rows), day, chosen
        if self._drag is not None and all(row.key != self._drag.row.key for row in self._rows):
            self._drag = None
        self.updateGeometry()
        self.update()

    @property
    def holds(self) -> bool:
        """Whether the mouse holds a block: then nothing may scroll under it."""
        return self._drag is not None

    def block_of(self, key: int) -> QRect:
        """Where an item is drawn; empty where it is not."""
        return next((self._rect(row) for row in self._rows if row.key == key), QRect())

    def y_of(self, minute: float) -> int:
        """Where a minute after midnight is drawn."""
        first, last = self._span()
        return round(MARGIN + (minute - first) * (self.height() - 2 * MARGIN) / max(last - first, 1))

    def sizeHint(self) -> QSize:
        """As high as the day needs at the least scale."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any window; high enough to read."""
        points = self.look.px(100) / 100 if self.look else 1.0
        first, last = self._span()
        return QSize(180, round((last - first) * LEAST_SCALE * points) + 2 * MARGIN)

    def draw(self, painter: QPainter, look: Look) -> None:
        """The clock, the blocks, what runs over, and what the mouse holds."""
        drawing = DayDrawing(painter, look, self.width(), self.y_of)
        if self._day is None or not self._rows:
            drawing.words("Give the first item a start,\nand the day appears here to scale.")
            return
        seen = self.visibleRegion().boundingRect()
        drawing.clock(self._day.ticks, seen)
        covered = 0
        for row in self._rows:
            if self._rect(row).intersects(seen):
                drawing.block(self._rect(row), row, row.key == self._chosen, covered)
            covered = row.over
        for row in self._rows:
            if row.over:
                drawing.over(self._rect(row), row)
            if row.free:
                drawing.free(self._free_before(row), row.free)
        if self._drag is not None and self._drag.moving:
            self._draw_drag(drawing, self._drag)

    # ---- mouse ----
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the item under the pointer and takes hold of it."""
        row = self._row_at(event.position().toPoint())
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            return
        spot = event.position().toPoint()
        self._drag = Drag(row, self._at_edge(row, spot), spot, spot)
        self.clicked.emit(row.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags what it holds; else tells the whole title."""
        spot = event.position().toPoint()
        if self._drag is None:
            row = self._row_at(spot)
            self.setToolTip(tip(row.title) if row else "")
            edge = row is not None and self._at_edge(row, spot)
            shape = Qt.CursorShape
            self.setCursor(shape.SizeVerCursor if edge else shape.OpenHandCursor if row else shape.ArrowCursor)
            return
        far = (spot - self._drag.pressed).manhattanLength() >= QApplication.startDragDistance()
        moving = self._drag.moving or far
        fix = bool(event.modifiers() & Held.ShiftModifier)
        self._drag = replace(self._drag, spot=spot, fix=fix, moving=moving)
        if moving and not self._drag.stretches:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._keep_in_sight(spot)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go: the item goes where it was dropped, or is as long as it was stretched."""
        drag, self._drag = self._drag, None
        self.update()
        if drag is None or not drag.moving:
            return
        drag = replace(drag, spot=event.position().toPoint(), fix=bool(event.modifiers() & Held.ShiftModifier))
        if drag.stretches:
            self.stretched.emit(drag.row.key, self._length(drag))
        else:
            self.dropped.emit(drag.row.key, self._drop(drag))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go on; with Alt they move the item, with Alt and Shift they change its minutes."""
        way = {Key.Key_Up: -1, Key.Key_Down: 1}.get(Key(event.key()), 0)
        held, keys = event.modifiers(), [row.key for row in self._rows]
        if event.key() == Key.Key_Escape:
            if self._drag is None:
                self.leave_wanted.emit()
            self._drag = None
            self.unsetCursor()
            self.update()
        elif not way or self._chosen not in keys:
            super().keyPressEvent(event)
        elif held == Held.AltModifier:
            self.move_wanted.emit(self._chosen, way)
        elif held == Held.AltModifier | Held.ShiftModifier:
            self.lengthen_wanted.emit(self._chosen, way)
        else:
            place = keys.index(self._chosen) + way
            self.clicked.emit(keys[min(max(place, 0), len(keys) - 1)])

    # ---- geometry ----
    def _span(self) -> tuple[int, int]:
        ticks = self._day.ticks if self._day else ()
        return (ticks[0][0], ticks[-1][0]) if ticks else (0, 0)

    def _minute(self, y: int) -> float:
        first, last = self._span()
        return first + (y - MARGIN) * max(last - first, 1) / max(self.height() - 2 * MARGIN, 1)

    def _rect(self, row: AgendaRow) -> QRect:
        left = (self.look.px(CLOCK) if self.look else CLOCK) + 6
        top, bottom = self.y_of(row.from_minute or 0), self.y_of(row.to_minute or 0)
        return QRect(left, top, self.width() - left - 12, max(bottom - top - 1, 3))

    def _free_before(self, row: AgendaRow) -> QRect:
        block = self._rect(row)
        block.setTop(self.y_of((row.from_minute or 0) - row.free))
        block.setBottom(self.y_of(row.from_minute or 0) - 1)
        return block

    def _row_at(self, spot: QPoint) -> AgendaRow | None:
        return next((row for row in reversed(self._rows) if self._rect(row).contains(spot)), None)

    def _at_edge(self, row: AgendaRow, spot: QPoint) -> bool:
        block = self._rect(row)
        return spot.y() > block.bottom() - min(GRIP, block.height() // 2)

    def _keep_in_sight(self, spot: QPoint) -> None:
        self._area.ensureVisible(0, spot.y(), 0, 24)

    # ---- dragging ----
    def _length(self, drag: Drag) -> int:
        return max(snapped(self._minute(drag.spot.y()) - (drag.row.from_minute or 0)), 0)

    def _drop(self, drag: Drag) -> DayDrop:
        grip = drag.pressed.y() - self._rect(drag.row).top()
        pointer, top = self._minute(drag.spot.y()), self._minute(drag.spot.y() - grip)
        return drop_on_day(self._rows, drag.row.key, pointer, top, drag.fix)

    def _draw_drag(self, drawing: DayDrawing, drag: Drag) -> None:
        block = self._rect(drag.row)
        if drag.stretches:
            length = self._length(drag)
            block.setBottom(self.y_of((drag.row.from_minute or 0) + length))
            drawing.held(block, drag.row, f"{length} min")
            return
        drop = self._drop(drag)
        grip = drag.pressed.y() - block.top()
        block.moveTop(self.y_of(drop.start) if drop.start is not None else drag.spot.y() - grip)
        clock = "" if drop.start is None or self._day is None else self._day.wall(drop.start)
        drawing.held(block, drag.row, clock)
        if not clock:
            drawing.line(self.y_of(drop.at))
