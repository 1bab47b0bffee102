"""How strong a verb is: nine ticks, filled from the left. Length is the message."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from bali_desk.gui.look import Look

TICKS, WIDE, HIGH = 9, 54, 9  # at ten points
EMPTY = 85  # of 255


def draw_strength(painter: QPainter, look: Look, left: int, middle: int, level: int | None) -> None:
    """Draw the ticks round a line at `middle`; nothing where the ladder does not know the verb."""
    if level is None:
        return
    step = look.px(WIDE) / TICKS
    high = look.px(HIGH)
    empty = look.colour("off")
    empty.setAlpha(EMPTY)  # so that the scale is seen on a chosen row too
    for number in range(TICKS):
        ink = look.colour("accent") if number < level else empty
        painter.fillRect(QRect(round(left + number * step), middle - high // 2, max(round(step) - 2, 2), high), ink)
