"""Buttons that show only their icons while there is no room for their words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QPushButton


class WordsAway:
    """Keeps the words for the tool tip and the accessible name, which tell them at any time.

    `layouts` are those the buttons stand in, from the innermost. They are handed in: asking a widget for its parent
    ties it to an object of Python that goes at any moment, and the widget with it.
    """

    def __init__(self, buttons: Sequence[QPushButton], layouts: Sequence[QLayout]) -> None:
        self._words = {button: button.text() for button in buttons}
        self._layouts = tuple(layouts)
        for button, words in self._words.items():
            button.setAccessibleName(words)
            button.setToolTip(button.toolTip() or words)

    def fold(self, folded: bool) -> None:
        """Takes the words away, or shows them again."""
        for button, words in self._words.items():
            button.setText("" if folded else words)
        for layout in self._layouts:
            layout.activate()  # at once: or the page believes for a moment that it needs the room of the words
