"""The text of a table cell whose direction is turned: it runs up or down the page instead of across."""

from __future__ import annotations

from dataclasses import dataclass

from bali_desk.documents.layout.setting.boxes import Stack
from bali_desk.documents.layout.writing.ink import Ink, Node


@dataclass
class TurnedStack:
    """Blocks set in lines as long as the cell is high; to the cell they are one strip that cannot be divided."""

    inner: Stack
    turn: str  # up: the letters' tops point left; down: right
    length: float  # of its lines, in points: the height of the cell inside its margins
    room: float  # across its lines: the width of the cell inside its margins
    align: str  # how the lines stand in that room: top, center, bottom

    @property
    def strips(self) -> list[tuple[int, int, float, float]]:
        """One strip as high as the lines are long."""
        return [(0, 0, 0.0, self.length)]

    def notes(self) -> list[int]:
        """Return the footnotes whose numbers stand in it."""
        return self.inner.notes()

    def height(self, start: int = 0) -> float:
        """Return the height of the strips from one on."""
        return self.length if start == 0 else 0.0

    def least(self) -> float:
        """Return the height that must be free for it to begin."""
        return self.length

    def fitting(self, start: int, room: float) -> int:
        """Return up to which strip the room suffices."""
        return 1 if start == 0 and self.length <= room + 0.01 else start

    def draw(self, ink: Ink, x: float, y: float, start: int, stop: int, parent: Node) -> None:
        """Draw it whole, its upper left corner here."""
        if start > 0 or stop < 1:
            return
        free = max(self.room - self.inner.height(), 0.0)
        across = {"center": free / 2, "bottom": free}.get(self.align, 0.0)
        corner = (x, y + self.length) if self.turn == "up" else (x + self.room, y)
        with ink.turned(self.turn, *corner):
            self.inner.draw(ink, 0.0, across, 0, len(self.inner.strips), parent)
