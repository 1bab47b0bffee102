"""The line under the text: how long it is, and how many paragraphs are not simply the record's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from bali_desk.presenters.statement.rows import Standing


class TextFoot(QObject):
    """Fills the labels that the form lays out."""

    def __init__(self, foot: QWidget) -> None:
        super().__init__(foot)
        self._foot = foot
        self.show_alone(False)

    def show_standing(self, standing: Standing) -> None:
        """Counts of the whole text."""
        self._say("words", f"{standing.words:,} words")
        self._say("minutes", f"{standing.minutes:,} min to read, {standing.aloud:,} aloud" if standing.words else "")
        self._label("pages").setVisible(bool(standing.words))
        for name, number, words in (
            ("edited", standing.edited, "~ edited"),
            ("both", standing.both, "! both changed"),
            ("own", standing.own, "+ own"),
            ("open", standing.brackets, "[ ] open"),
        ):
            self._say(name, f"{words} {number}" if number else "")

    def show_pages(self, pages: int) -> None:
        """How many pages it prints on; 0 where that is not known."""
        self._label("pages").setText("1 page" if pages == 1 else f"{pages:,} pages" if pages else "")

    def show_alone(self, alone: bool) -> None:
        """How to get back, where the text has the whole screen."""
        self._label("leave").setVisible(alone)

    # ---- inner ----
    def _say(self, name: str, words: str) -> None:
        self._label(name).setText(words)
        self._label(name).setVisible(bool(words))

    def _label(self, name: str) -> QLabel:
        found = self._foot.findChild(QLabel, f"{name}_label")
        assert found is not None
        return found
