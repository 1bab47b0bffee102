"""Footnotes at the foot of the page where their number stands; one too long for it goes on at the foot of the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from bali_desk.documents.layout.model import Block, Border
from bali_desk.documents.layout.setting.boxes import Stack
from bali_desk.documents.layout.writing.ink import Ink, Node

_SHORT_RULE = 144.0  # points: Word's line above footnotes
_RULE = Border(0.5)
_WITHOUT_SEPARATOR = 12.0
_LARGEST_SHARE = 0.8  # of a page that notes carried over may take
StackMaker = Callable[[list[Block], float], Stack]


@dataclass
class NotePart:
    """Some strips of one footnote, as they stand on one page."""

    stack: Stack
    start: int
    stop: int
    node: Node = field(default_factory=lambda: Node("Note"))

    def height(self) -> float:
        """Return the height of its strips."""
        return self.stack.between(self.start, self.stop)


@dataclass
class NotesOfPage:
    """The footnotes at the foot of one page, below the line that divides them from the text."""

    parts: list[NotePart] = field(default_factory=list)
    height: float = 0.0  # with the line

    def draw(self, ink: Ink, left: float, width: float, bottom: float, separator: float) -> None:
        """Draw them down to the bottom of the text; below a long line when they go on from the page before."""
        if not self.parts:
            return
        y = bottom - self.height
        length = width if self.parts[0].start else min(_SHORT_RULE, width)
        ink.begin(None)
        ink.rules(_RULE, [(left, y + separator / 2, left + length, y + separator / 2)])
        ink.end()
        y += separator
        for part in self.parts:
            part.stack.draw(ink, left, y, part.start, part.stop, part.node)
            y += part.height()


class Footnotes:
    """The footnotes of a document, each measured once for the width of its page."""

    def __init__(self, notes: dict[int, list[Block]], separator: list[Block], make: StackMaker) -> None:
        self._notes = notes
        self._make = make
        self._stacks: dict[tuple[int, float], Stack] = {}
        self.separator = (make(separator, 400.0).height() if separator else 0.0) or _WITHOUT_SEPARATOR
        self._carried: list[NotePart] = []  # what did not fit on the present page

    def __bool__(self) -> bool:
        return bool(self._notes)

    @property
    def waiting(self) -> bool:
        """Say whether notes have still to be set on the next page."""
        return bool(self._carried)

    def _stack(self, number: int, width: float) -> Stack:
        key = (number, width)
        if key not in self._stacks:
            self._stacks[key] = self._make(self._notes.get(number, []), width)
        return self._stacks[key]

    def needed(self, page: NotesOfPage, numbers: Iterable[int], width: float) -> tuple[float, float]:
        """Return the height more notes take at the foot of a page: at least, with the last going on, and in full."""
        stacks = [self._stack(number, width) for number in numbers]
        if not stacks or self._carried:
            return 0.0, 0.0
        before = (0.0 if page.parts else self.separator) + sum(stack.height() for stack in stacks[:-1])
        return before + stacks[-1].least(), before + stacks[-1].height()

    def place(self, page: NotesOfPage, numbers: Iterable[int], width: float, room: float, parent: Node) -> None:
        """Set notes at the foot of a page as far as the room goes, in points; the rest waits for the next page."""
        for number in numbers:
            stack = self._stack(number, width)
            if stack.strips:
                self._set(page, NotePart(stack, 0, len(stack.strips), parent.add("Note")), room)

    def carry_over(self, page: NotesOfPage, room: float) -> None:
        """Begin a page with what waits; a line too high for any page is set all the same."""
        waiting, self._carried = self._carried, []
        for part in waiting:
            self._set(page, part, room * _LARGEST_SHARE)
        if self._carried and not page.parts:
            self._take(page, self._carried.pop(0), 1)

    def _set(self, page: NotesOfPage, part: NotePart, room: float) -> None:
        free = room - page.height - (0.0 if page.parts else self.separator)
        stop = part.start if self._carried else min(part.stack.fitting(part.start, free), part.stop)
        if stop > part.start:
            self._take(page, part, stop - part.start)
        elif part.start < part.stop:
            self._carried.append(part)

    def _take(self, page: NotesOfPage, part: NotePart, count: int) -> None:
        taken = replace(part, stop=part.start + count)
        page.height += taken.height() + (0.0 if page.parts else self.separator)
        page.parts.append(taken)
        if taken.stop < part.stop:
            self._carried.insert(0, replace(part, start=taken.stop))
