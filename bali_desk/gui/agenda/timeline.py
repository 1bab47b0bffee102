"""A day of the agenda to scale: what takes how long, what is free, and what runs over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.plain import one_line, tip
from bali_desk.gui.widgets import Painted
from bali_desk.presenters.agenda.rows import AgendaRow

LEAST_SCALE = 2.0  # pixels for a minute at ten points: five minutes can still be read
MARGIN, CLOCK = 12, 52
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
MIDDLE, TOP = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop


class AgendaTimeline(Painted):
    """Shows the items of a day that have clock times; a click chooses one."""

    clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[AgendaRow] = ()
        self._chosen: int | None = None
        self._first, self._last = 0, 0
        self.setMouseTracking(True)
        self.setAccessibleName("The day to scale")

    def show_day(self, rows: Sequence[AgendaRow], chosen: int | None) -> None:
        """The items of one day; parents are left out, for their sub-items fill their time."""
        timed = [row for row in rows if not row.is_parent and row.from_minute is not None and row.to_minute is not None]
        self._rows, self._chosen = timed, chosen
        self._first = min((row.from_minute or 0 for row in timed), default=0) // 30 * 30
        self._last = -(-max((row.to_minute or 0 for row in timed), default=0) // 30) * 30
        self.updateGeometry()
        self.update()

    def block_of(self, key: int) -> QRect:
        """Where an item is drawn; empty where it is not."""
        return next((self._rect(row) for row in self._rows if row.key == key), QRect())

    def sizeHint(self) -> QSize:
        """As high as the day needs at the least scale."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any window; high enough to read."""
        points = self.look.px(100) / 100 if self.look else 1.0
        return QSize(180, round((self._last - self._first) * LEAST_SCALE * points) + 2 * MARGIN)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the item under the pointer."""
        if (row := self._row_at(event)) is not None:
            self.clicked.emit(row.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tells the whole title."""
        row = self._row_at(event)
        self.setToolTip(tip(row.title) if row else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if row else Qt.CursorShape.ArrowCursor)

    def draw(self, painter: QPainter, look: Look) -> None:
        """The clock, the blocks, then what runs over."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if not self._rows:
            painter.setPen(look.colour("soft"))
            words = "Give the first item a start,\nand the day appears here to scale."
            painter.drawText(self.rect().adjusted(16, 16, -16, -16), LEFT | TOP | Qt.TextFlag.TextWordWrap, words)
            return
        self._draw_clock(painter, look)
        covered = 0
        for row in self._rows:
            self._draw_block(painter, look, row, covered)
            covered = row.over
        for row, after in zip(self._rows, self._rows[1:], strict=False):
            if row.over:
                self._draw_over(painter, look, row, after)

    # ---- geometry ----
    def _y(self, minute: float) -> int:
        span = max(self._last - self._first, 1)
        return round(MARGIN + (minute - self._first) * (self.height() - 2 * MARGIN) / span)

    def _rect(self, row: AgendaRow) -> QRect:
        left = (self.look.px(CLOCK) if self.look else CLOCK) + 6
        top, bottom = self._y(row.from_minute or 0), self._y(row.to_minute or 0)
        return QRect(left, top, self.width() - left - 12, max(bottom - top - 1, 3))

    def _row_at(self, event: QMouseEvent) -> AgendaRow | None:
        spot: QPointF = event.position()
        return next((row for row in self._rows if self._rect(row).contains(spot.toPoint())), None)

    # ---- drawing ----
    def _draw_clock(self, painter: QPainter, look: Look) -> None:
        left = look.px(CLOCK)
        painter.setFont(look.font("small", 400, True))
        for minute in range(self._first, self._last + 1, 30):
            y, hour = self._y(minute), minute % 60 == 0
            painter.setPen(look.colour("ink" if hour else "soft"))
            words = f"{minute // 60 % 24:02}:{minute % 60:02}"
            painter.drawText(QRect(0, y - 9, left - 10, 18), RIGHT | MIDDLE, words)
            painter.setPen(look.colour("line" if hour else "hair"))
            painter.drawLine(left, y, self.width(), y)

    def _draw_block(self, painter: QPainter, look: Look, row: AgendaRow, covered: int) -> None:
        """One item; its words stand below the minutes that are covered by the item before."""
        block, pause, chosen = self._rect(row), row.kind == "break", row.key == self._chosen
        painter.fillRect(block, look.colour("chosen" if chosen else "hair" if pause else "panel"))
        if not pause:
            painter.fillRect(QRect(block.left(), block.top(), 3, block.height()), look.colour("accent"))
        if chosen or (not pause and block.height() >= 16):
            painter.setPen(look.colour("accent" if chosen else "line"))
            painter.drawRect(block.adjusted(0, 0, -1, -1))
        block.setTop(block.top() + self._y(covered) - self._y(0))
        self._draw_words(painter, look, row, block)

    def _draw_words(self, painter: QPainter, look: Look, row: AgendaRow, block: QRect) -> None:
        font = self._font(look, block.height(), 600 if row.key == self._chosen else 400)
        if font is None:
            return
        high = QFontMetrics(font).height()
        low = block.height() < high + 8
        place, align = block.adjusted(12, 0 if low else 3, -8, 0), MIDDLE if low else TOP
        minutes = f"{(row.to_minute or 0) - (row.from_minute or 0)}{' min' if block.height() >= high else ''}"
        painter.setFont(font)
        painter.setPen(look.colour("soft"))
        painter.drawText(place, RIGHT | align, minutes)
        room = place.width() - QFontMetrics(font).horizontalAdvance(minutes) - 10
        words = "  ".join(part for part in (row.number, one_line(row.title)) if part)
        painter.setPen(look.colour("soft" if row.kind == "break" else "ink"))
        elided = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, LEFT | align | Qt.TextFlag.TextSingleLine, elided)

    def _font(self, look: Look, room: int, weight: int) -> QFont | None:
        """The largest letters that fit a block of this height; none where none do."""
        font = look.font("small", weight, True)
        if room < QFontMetrics(font).height() - 2:
            font.setPointSizeF(look.points * 0.75)
        return font if room >= QFontMetrics(font).capHeight() + 1 else None

    def _draw_over(self, painter: QPainter, look: Look, row: AgendaRow, after: AgendaRow) -> None:
        """The part of an item beyond the fixed start of the next, over the next one's block."""
        block, cut = self._rect(row), self._y(after.from_minute or 0)
        part = QRect(block.left(), cut + 1, block.width(), max(block.bottom() - cut, 3))
        painter.fillRect(part, look.colour("error_tint"))
        painter.fillRect(QRect(part.left(), part.top(), 3, part.height()), look.colour("error"))
        painter.setPen(QPen(look.colour("error"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(part.adjusted(0, 0, -1, -1))
        painter.drawLine(look.px(CLOCK) - 6, cut, self.width(), cut)
        font = self._font(look, part.height(), 600)
        if font is not None:
            painter.setFont(font)
            painter.drawText(part.adjusted(12, 0, -8, 0), LEFT | MIDDLE, f"{row.over} min beyond {after.starts}")
