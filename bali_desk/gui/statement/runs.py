"""Text in runs of one cut, put into Qt's documents letter by letter: nothing in it is ever taken for markup."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QColor, QFont, QTextBlock, QTextCharFormat, QTextCursor

from bali_desk.presenters.statement.rich_text import Run

LINE = "\u2028"  # how Qt writes a line break within a paragraph


def qt_place(text: str, place: int) -> int:
    """A place in a text as Qt counts it: a letter beyond the first 65,536, such as "𠮷", counts twice."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def own_place(text: str, place: int) -> int:
    """A place that Qt counted, in letters."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "ignore"))


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
