"""Found words marked in Qt's texts: heavier and on a tint, so that colour is not the only sign."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from bali_desk.gui.look import Look
from bali_desk.gui.statement.runs import qt_place
from bali_desk.presenters.agreed.finding import Marks


def mark_format(look: Look) -> QTextCharFormat:
    """How a found word looks."""
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.DemiBold)
    form.setBackground(look.colour("warning_tint"))
    return form


def mark_ranges(text: str, marks: Marks, look: Look) -> list[QTextLayout.FormatRange]:
    """The marks as a text layout takes them."""
    ranges = []
    for start, length in qt_spans(text, marks):
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = start, length, mark_format(look)
        ranges.append(one)
    return ranges


def qt_spans(text: str, marks: Marks) -> Iterable[tuple[int, int]]:
    """Start and length of each mark as Qt counts letters."""
    for start, end in marks:
        first = qt_place(text, start)
        yield first, qt_place(text, end) - first
