"""Draws a day of the agenda to scale."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from bali_desk.gui.look import Look
from bali_desk.gui.plain import one_line
from bali_desk.presenters.agenda.rows import AgendaRow

MARGIN, CLOCK = 12, 52
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
MIDDLE, TOP = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop


class DayDrawing:
    """The parts of the picture, drawn with one painter; `y_of` says where a minute after midnight stands."""

    def __init__(self, painter: QPainter, look: Look, width: int, y_of: Callable[[float], int]) -> None:
        self._painter, self._look, self._width, self._y = painter, look, width, y_of
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def words(self, words: str) -> None:
        """What to say where there is nothing to draw."""
        self._painter.setPen(self._look.colour("soft"))
        room = QRect(16, 16, self._width - 32, 200)
        self._painter.drawText(room, LEFT | TOP | Qt.TextFlag.TextWordWrap, words)

    def clock(self, ticks: Sequence[tuple[int, str]], seen: QRect) -> None:
        """The half hours and what the clock shows."""
        left, painter = self._look.px(CLOCK), self._painter
        painter.setFont(self._look.font("small", 400, True))
        for minute, words in ticks:
            y, hour = self._y(minute), words.endswith(":00")
            if not seen.top() - 20 < y < seen.bottom() + 20:
                continue
            painter.setPen(self._look.colour("ink" if hour else "soft"))
            painter.drawText(QRect(0, y - 9, left - 10, 18), RIGHT | MIDDLE, words)
            painter.setPen(self._look.colour("line" if hour else "hair"))
            painter.drawLine(left, y, self._width, y)

    def block(self, block: QRect, row: AgendaRow, chosen: bool, covered: int) -> None:
        """One item; its words stand below the minutes that are covered by the item before."""
        painter, colour, pause = self._painter, self._look.colour, row.kind == "break"
        painter.fillRect(block, colour("chosen" if chosen else "hair" if pause else "panel"))
        if not pause:
            painter.fillRect(QRect(block.left(), block.top(), 3, block.height()), colour("accent"))
        if chosen or (not pause and block.height() >= 16):
            painter.setPen(colour("accent" if chosen else "line"))
            painter.drawRect(block.adjusted(0, 0, -1, -1))
        room = QRect(block)
        room.setTop(block.top() + self._y(covered) - self._y(0))
        minutes = (row.to_minute or 0) - (row.from_minute or 0)
        self._label(room, row, f"{minutes}{' min' if room.height() >= self._high(400) else ''}", chosen)

    def over(self, block: QRect, row: AgendaRow) -> None:
        """The part of an item beyond the fixed start of the next or the end of its session, over what lies there."""
        minute = (row.to_minute or 0) - row.over
        cut, colour, painter = self._y(minute), self._look.colour, self._painter
        part = QRect(block.left(), cut + 1, block.width(), max(block.bottom() - cut, 3))
        painter.fillRect(part, colour("error_tint"))
        painter.fillRect(QRect(part.left(), part.top(), 3, part.height()), colour("error"))
        painter.setPen(QPen(colour("error"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(part.adjusted(0, 0, -1, -1))
        painter.drawLine(self._look.px(CLOCK) - 6, cut, self._width, cut)
        font = self._font(part.height(), 600)
        if font is not None:
            painter.setFont(font)
            painter.drawText(part.adjusted(12, 0, -8, 0), LEFT | MIDDLE, f"{row.over} min beyond {row.over_from}")

    def held(self, block: QRect, row: AgendaRow, words: str) -> None:
        """A block that the mouse holds, with what it would become."""
        self._painter.setOpacity(0.85)
        self._painter.fillRect(block, self._look.colour("chosen"))
        self._painter.setOpacity(1)
        self._painter.setPen(QPen(self._look.colour("accent"), 2))
        self._painter.drawRect(block.adjusted(1, 1, -1, -1))
        self._label(block, row, words, True)

    def line(self, y: int) -> None:
        """Where what the mouse holds would go."""
        left = self._look.px(CLOCK)
        self._painter.fillRect(QRect(left - 4, y - 1, self._width - left, 3), self._look.colour("accent"))

    # ---- inner ----
    def _label(self, block: QRect, row: AgendaRow, minutes: str, chosen: bool) -> None:
        font, painter = self._font(block.height(), 600 if chosen else 400), self._painter
        if font is None:
            return
        metrics = QFontMetrics(font)
        low = block.height() < metrics.height() + 8
        place, align = block.adjusted(12, 0 if low else 3, -8, 0), MIDDLE if low else TOP
        painter.setFont(font)
        painter.setPen(self._look.colour("soft"))
        painter.drawText(place, RIGHT | align, minutes)
        words = "  ".join(part for part in (row.number, one_line(row.title)) if part)
        painter.setPen(self._look.colour("soft" if row.kind == "break" else "ink"))
        elided = metrics.elidedText(
            words, Qt.TextElideMode.ElideRight, place.width() - metrics.horizontalAdvance(minutes) - 10
        )
        painter.drawText(place, LEFT | align | Qt.TextFlag.TextSingleLine, elided)

    def _high(self, weight: int) -> int:
        return QFontMetrics(self._look.font("small", weight, True)).height()

    def _font(self, room: int, weight: int) -> QFont | None:
        """The largest letters that fit a block of this height; none where none do."""
        font = self._look.font("small", weight, True)
        if room < QFontMetrics(font).height() - 2:
            font.setPointSizeF(self._look.points * 0.75)
        return font if room >= QFontMetrics(font).capHeight() + 1 else None
