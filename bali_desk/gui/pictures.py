"""The pictures of the window: the table from above, a day to scale, and how a number grew day by day."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.widgets import CENTRE, Painted

REACH = 12  # how near the pointer must come to a seat, at ten points
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Picture(Painted):
    """Is as large as it says, and grows with the text."""

    wide, high = 240, 92  # at ten points

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Its size at the officer's text size."""
        px = self.look.px if self.look is not None else round
        return QSize(px(self.wide), px(self.high))


class Seats(Picture):
    """The meeting table from above: one seat per delegation, filled when somebody is registered.

    Under the pointer, or by arrow keys, a seat says whose it is, in the middle of the table.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled, self._total, self._caption = 0, 0, ""
        self._names: Sequence[str] = ()
        self.pointed = -1  # the seat that says whose it is
        self.setMouseTracking(True)

    def show_seats(self, filled: int, total: int, caption: str, names: Sequence[str] = ()) -> None:
        """How many seats there are, how many are taken, the same in words, and whose they are: the taken ones first."""
        self._filled, self._total, self._caption, self._names = filled, total, caption, names
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if names else Qt.FocusPolicy.NoFocus)
        here, missing = ", ".join(names[:filled]), ", ".join(names[filled:])
        told = (f"Registered: {here}." if here else "", f"Not yet: {missing}." if missing else "")
        self.setAccessibleDescription(" ".join(part for part in told if part))
        self.point(-1)

    def point(self, seat: int) -> None:
        """Lets a seat say whose it is; none for -1."""
        self.pointed = seat if 0 <= seat < len(self._names) else -1
        self.setAccessibleName(self.words())
        self.update()

    def words(self) -> str:
        """What stands in the middle of the table."""
        if self.pointed < 0:
            return self._caption
        return f"{self._names[self.pointed]}: {'registered' if self.pointed < self._filled else 'not yet'}"

    def seat_at(self, where: QPointF) -> int:
        """The seat nearest to a place, if it is near enough; else -1."""
        distances = [(self.seat(number) - where).manhattanLength() for number in range(self._total)]
        nearest = min(distances, default=math.inf)
        reach = self.look.px(REACH) if self.look is not None else REACH
        return distances.index(nearest) if nearest <= reach else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Names the seat under the pointer."""
        seat = self.seat_at(event.position())
        if seat != self.pointed:
            self.point(seat)

    def leaveEvent(self, event: QEvent) -> None:
        """Back to the number of seats."""
        self.point(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at the first free seat: those are asked for."""
        self.point(self._filled if self._filled < self._total else 0)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Back to the number of seats."""
        self.point(-1)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go round the table."""
        forward, back = (Qt.Key.Key_Right, Qt.Key.Key_Down), (Qt.Key.Key_Left, Qt.Key.Key_Up)
        if self._names and event.key() in (*forward, *back):
            self.point((self.pointed + (1 if event.key() in forward else -1)) % len(self._names))
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter, look: Look) -> None:
        """The table, then the seats round it."""
        table = QRectF(22, 22, self.width() - 44, self.height() - 44)
        painter.setPen(QPen(look.colour("line"), 1.2))
        painter.setBrush(look.colour("panel"))
        painter.drawRoundedRect(table, table.height() / 2, table.height() / 2)
        size = 4.2 if self._total <= 40 else 2.6
        for number in range(self._total):
            taken = number < self._filled
            painter.setPen(QPen(look.colour("accent" if taken else "edge"), 1.2))
            painter.setBrush(look.colour("accent" if taken else "page"))
            painter.drawEllipse(self.seat(number), size, size)
        if self.pointed >= 0:
            painter.setPen(QPen(look.colour("accent"), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self.seat(self.pointed), size + 3, size + 3)
        painter.setPen(look.colour("ink" if self.pointed >= 0 else "soft"))
        painter.setFont(look.font("small"))
        room = table.adjusted(10, 0, -10, 0)
        words = painter.fontMetrics().elidedText(self.words(), Qt.TextElideMode.ElideMiddle, int(room.width()))
        painter.drawText(room, CENTRE, words)

    def seat(self, number: int) -> QPointF:
        """Where a seat stands, clockwise from the top left."""
        wide, high = self.width(), self.height()
        round_ = high / 2 - 9
        straight = wide - 2 * round_ - 20
        bend = math.pi * round_
        along = 2 * (straight + bend) * number / self._total
        left, right, middle = 10 + round_, wide - 10 - round_, high / 2
        if along < straight:
            return QPointF(left + along, middle - round_)
        if along < straight + bend:
            angle = (along - straight) / round_ - math.pi / 2
            return QPointF(right + round_ * math.cos(angle), middle + round_ * math.sin(angle))
        if along < 2 * straight + bend:
            return QPointF(right - (along - straight - bend), middle + round_)
        angle = (along - 2 * straight - bend) / round_ + math.pi / 2
        return QPointF(left + round_ * math.cos(angle), middle + round_ * math.sin(angle))


class DayBar(Picture):
    """A day to scale in one line: items, breaks, and what goes beyond its end."""

    high = 34

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: Sequence[tuple[int, str]] = ()
        self._clock = ("", "")
        self._words = ""
        self._scale = 0

    def show_day(
        self, parts: Sequence[tuple[int, str]], begins: str, ends: str, words: str = "", scale: int = 0
    ) -> None:
        """Minutes and kind (item, break, gap, over) in order, the clock at both ends, and what is said between.

        `scale` are the minutes of the whole width, where days are drawn under each other.
        """
        self._parts, self._clock, self._words = parts, (begins, ends), words
        self._scale = max(scale, sum(minutes for minutes, _ in parts))
        used = sum(minutes for minutes, kind in parts if kind != "gap")
        told = f"{used} minutes from {begins} to {ends}"
        self.setAccessibleName(f"{told}, {words}" if words else told)
        self.update()

    def draw(self, painter: QPainter, look: Look) -> None:
        """Bars, then the clock, with words between where there is room."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        across = 0.0
        for minutes, kind in self._parts:
            wide = (self.width() - 1) * minutes / (self._scale or 1)
            ink = {"item": "accent", "break": "line", "gap": "panel", "over": "error"}[kind]
            painter.fillRect(QRectF(across, 0, max(wide - 1.5, 1), look.px(14)), look.colour(ink))
            across += wide
        over = any(kind == "over" for _, kind in self._parts)
        below = QRect(0, look.px(16), self.width(), look.px(18))
        painter.setFont(look.font("small", 400, True))
        painter.setPen(look.colour("soft"))
        painter.drawText(below, LEFT, self._clock[0])
        painter.setPen(look.colour("error" if over else "soft"))
        painter.drawText(below, RIGHT, self._clock[1])
        side = painter.fontMetrics().horizontalAdvance("00:00") + look.px(6)
        room = below.adjusted(side, 0, -side, 0)
        painter.drawText(
            room, CENTRE, painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        )


class StepLine(Picture):
    """How a number grew day by day: a step for each day on which it did."""

    high = 62

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[tuple[int, int]] = ()
        self._length = 1
        self._now: int | None = None
        self._under = ("", "", "")

    def show_steps(
        self, steps: Sequence[tuple[int, int]], length: int, now: int | None, under: tuple[str, str, str], words: str
    ) -> None:
        """Days and the number from each on; how many days the line has, which is today, and what stands under it."""
        self._steps, self._length, self._now, self._under = steps, max(length, 1), now, under
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def draw(self, painter: QPainter, look: Look) -> None:
        """The ground, today, the line as far as it is known, and the number it has come to."""
        if not self._steps:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        foot = look.px(42)
        painter.fillRect(QRect(0, foot, self.width(), 1), look.colour("line"))
        known = self._length if self._now is None else min(self._now, self._length)
        reach = max(known, self._steps[-1][0])
        if self._now is not None and 0 <= self._now < self._length:
            painter.fillRect(QRectF(self._x(self._now), look.px(14), 1, foot - look.px(14)), look.colour("edge"))
        self._draw_line(painter, look, reach, foot)
        below = QRect(0, foot + 2, self.width(), look.px(18))
        painter.setFont(look.font("small", 400, True))
        painter.setPen(look.colour("soft"))
        for where, words in zip((LEFT, CENTRE, RIGHT), self._under, strict=True):
            painter.drawText(below, where, words)

    def _draw_line(self, painter: QPainter, look: Look, reach: int, foot: int) -> None:
        number, top = self._steps[-1][1], look.px(16)
        pen = QPen(look.colour("accent"), 2)
        before = QPointF(self._x(0), foot)
        points = [before]
        for day, count in self._steps:
            y = foot - (foot - top) * count / number
            points += [QPointF(self._x(day), points[-1].y()), QPointF(self._x(day), y)]
        points.append(QPointF(self._x(reach), points[-1].y()))
        painter.setPen(pen)
        painter.drawPolyline(points)
        painter.setFont(look.font("small", 600, True))
        words = str(number)
        wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
        left = min(max(points[-1].x() - wide, 0), self.width() - wide - 1)
        painter.drawText(QRectF(left, 0, wide + 2, look.px(15)), LEFT, words)

    def _x(self, day: int) -> float:
        return 1 + (self.width() - 3) * min(day / self._length, 1)
