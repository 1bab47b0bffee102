"""Text in runs of one cut, put into Qt's documents letter by letter: nothing in it is ever taken for markup."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QColor, QFont, QTextBlock, QTextCharFormat, QTextCursor

from bali_desk.presenters.rich_text import Run

LINE = "\u2028"  # how Qt writes a line break within a paragraph


def cut(font: QFont, ink: QColor, run: Run) -> QTextCharFormat:
    """The format of a run in this face."""
    face = QFont(font)
    if run.bold:
        face.setWeight(QFont.Weight.Bold)
    face.setItalic(font.italic() or run.italic)
    form = QTextCharFormat()
    form.setFont(face)
    form.setForeground(ink)
    return form


def put(cursor: QTextCursor, runs: Iterable[Run], font: QFont, ink: QColor) -> None:
    """Insert the runs where the cursor is."""
    for run in runs:
        cursor.insertText(run.text.replace("\n", LINE), cut(font, ink, run))


def taken(block: QTextBlock, plain_is_bold: bool = False) -> tuple[Run, ...]:
    """The runs that stand in a paragraph; `plain_is_bold` where its face is bold by itself, as in a heading."""
    runs: list[Run] = []
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        font = fragment.charFormat().font()
        bold = font.weight() > QFont.Weight.DemiBold and not plain_is_bold
        runs.append(Run(fragment.text().replace(LINE, "\n"), bold, font.italic()))
        walk += 1
    return tuple(runs)
