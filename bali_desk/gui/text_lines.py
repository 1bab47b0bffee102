"""Text broken into lines of a width, for what is drawn by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

ELIDED = Qt.TextElideMode.ElideRight
LEAST = 40  # pixels, however narrow the place


def broken(text: str, font: QFont, width: float, formats: Sequence[QTextLayout.FormatRange] = ()) -> QTextLayout:
    """All lines of a text at a width, one under the other, ready to be drawn."""
    layout = _layout(text, font)
    layout.setFormats(list(formats))
    high = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, LEAST))
        line.setPosition(QPointF(0, high))
        high += line.height()
    layout.endLayout()
    return layout


def two_lines(text: str, painter: QPainter, width: int) -> list[str]:
    """The text broken into two lines of this width; the second ends in dots where there is more."""
    layout = _layout(" ".join(text.split()), painter.font())
    layout.beginLayout()
    first = layout.createLine()
    if first.isValid():
        first.setLineWidth(width)
    layout.endLayout()
    cut, whole = first.textLength() if first.isValid() else 0, layout.text()
    return [whole[:cut], painter.fontMetrics().elidedText(whole[cut:], ELIDED, width)]


def _layout(text: str, font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    return layout
