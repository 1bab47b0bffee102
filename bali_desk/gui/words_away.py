"""Buttons that show only their icons while there is no room for their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QLayout, QPushButton


class WordsAway:
    """Keeps the words for the tool tip and the accessible name, which tell them at any time."""

    def __init__(self, buttons: Sequence[QPushButton]) -> None:
        self._words = {button: button.text() for button in buttons}
        for button, words in self._words.items():
            button.setAccessibleName(words)
            button.setToolTip(button.toolTip() or words)

    def fold(self, folded: bool) -> None:
        """Takes the words away, or shows them again."""
        for button, words in self._words.items():
            button.setText("" if folded else words)
        for part in _around(next(iter(self._words))):
            part.activate()  # at once: or the page believes for a moment that it needs the room of the words


def _around(button: QPushButton) -> Iterator[QLayout]:
    """The layouts in which a button stands, from the innermost."""
    part = button.parentWidget()
    while part is not None and (layout := part.layout()) is not None:
        yield layout
        part = part.parentWidget()
