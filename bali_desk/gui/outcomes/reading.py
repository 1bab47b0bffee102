"""Shows how an outcome will read, in the face it will print in."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from bali_desk.gui.look import Look
from bali_desk.gui.print_face import print_face
from bali_desk.presenters.statement.rich_text import Run

if TYPE_CHECKING:
    from bali_desk.presenters.outcomes.language import Reading

LARGER = 1.2  # the print face looks smaller than the window's


def show_reading(look: Look, label: QLabel, reading: Reading) -> None:
    """Put the sentence and its points on the label; nothing in them is taken for markup."""
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setFont(print_face(look.points * LARGER))
    lines = [html_of(reading.runs), *(f"&nbsp;&nbsp;•&nbsp; {html_of(point)}" for point in reading.points)]
    label.setText("<br>".join(lines) if reading.runs or reading.points else "&nbsp;")


def html_of(runs: Sequence[Run]) -> str:
    """The runs as rich text that reads the same; line breaks stay."""
    return "".join(_one(run) for run in runs)


def _one(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br>")
    text = f"<b>{text}</b>" if run.bold else text
    return f"<i>{text}</i>" if run.italic else text
