"""Showing what the record holds as it is: never taken for markup, always in one line where there is one line."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractScrollArea


def one_line(text: str) -> str:
    """The text with its line breaks drawn, for a cell."""
    return " ↵ ".join(text.splitlines()) if "\n" in text or "\r" in text else text


def menu_words(text: str) -> str:
    """A text as a line of a menu or a button shows it: no letter of it is a shortcut."""
    return one_line(text).replace("&", "&&").replace("\t", " ")


def tip(text: str) -> str:
    """A tool tip with exactly this text, wrapped; none for a short one, which its cell shows whole."""
    return f"<p>{escape(text)}</p>" if len(text) > 30 else ""


def paint_words(view: QAbstractScrollArea, words: str) -> None:
    """Writes a sentence where a list without rows has nothing else to show."""
    with QPainter(view.viewport()) as painter:
        painter.setPen(view.palette().color(QPalette.ColorRole.PlaceholderText))
        room = view.viewport().rect().adjusted(16, 16, -16, -16)
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), words
        )
