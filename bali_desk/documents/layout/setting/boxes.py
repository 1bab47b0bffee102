"""Blocks measured for a width: the lines of a paragraph, and stacks of blocks as in a cell or a header."""

from __future__ import annotations

from typing import Protocol

from bali_desk.documents.layout.model import Border, Borders, Paragraph
from bali_desk.documents.layout.setting.atoms import Typesetter
from bali_desk.documents.layout.setting.lines import Line, broken
from bali_desk.documents.layout.writing.ink import Ink, Node


class Box(Protocol):
    """A measured block: strips that cannot be divided, one below the other."""

    before: float
    after: float
    strips: list[float]

    def draw(self, ink: Ink, x: float, y: float, start: int, stop: int, parent: Node) -> None:
        """Draw some of the strips, the first of them at this height."""

    def notes(self) -> list[int]:
        """Return the footnotes whose numbers stand in it."""


class Drawn(Protocol):
    """Something measured that finds its own place on the page of its paragraph."""

    def draw(self, ink: Ink, x: float, y: float, width: float, parent: Node) -> None:
        """Draw it for a paragraph that begins here, in a column so wide."""


_BAR = Border(0.75)  # of a bar tab


def _extent(border: Border | None) -> float:
    return border.space + border.width if border else 0.0


class ParagraphBox:
    """A paragraph in lines, with its shading and borders."""

    def __init__(self, paragraph: Paragraph, width: float, setter: Typesetter) -> None:
        self.paragraph = paragraph
        self.shape = paragraph.shape
        self.before, self.after = self.shape.before, self.shape.after
        self.lines: list[Line] = broken(paragraph, width, setter)
        self._width = width
        self._own_top = self._own_bottom = True
        self.floating: list[Drawn] = []
        self.strips: list[float] = []
        self._measure()

    def _measure(self) -> None:
        self.strips = [line.height for line in self.lines]
        if not self.shape.borders:
            return
        self.strips[0] += self._top + self._between
        self.strips[-1] += self._bottom

    @property
    def _top(self) -> float:
        return _extent(self.shape.borders.get("top")) if self._own_top else 0.0

    @property
    def _between(self) -> float:
        """The line Word draws between paragraphs that share a frame."""
        return 0.0 if self._own_top else _extent(self.shape.borders.get("between"))

    @property
    def _bottom(self) -> float:
        return _extent(self.shape.borders.get("bottom")) if self._own_bottom else 0.0

    def lead(self, index: int) -> float:
        """Return what below a line may lie outside the page: the room that wider spacing opens."""
        return self.lines[index].lead if index + 1 < len(self.lines) or not self._bottom else 0.0

    def joined(self, above: Paragraph | None, below: Paragraph | None) -> ParagraphBox:
        """Leave out the line towards a neighbour of the same borders, so that they share one frame."""
        self._own_top = not _same_frame(self.paragraph, above)
        self._own_bottom = not _same_frame(self.paragraph, below)
        self._measure()
        return self

    @property
    def begins_page(self) -> bool:
        """Say whether it asks for a page of its own."""
        return self.shape.page_break

    def notes(self, stop: int | None = None, start: int = 0) -> list[int]:
        """Return the footnotes whose numbers stand in some of its lines."""
        return [number for line in self.lines[start:stop] for number in line.notes]

    def draw(self, ink: Ink, x: float, y: float, start: int, stop: int, parent: Node) -> None:
        """Draw some of the lines into the element given."""
        if self.shape.shade or self.shape.borders or self.shape.tabs:
            self._frame(ink, x, y, start, stop)
            y += self._top + self._between if start == 0 else 0.0
        shown = any([line.atoms for line in self.lines[start:stop]])
        if shown:
            ink.begin(parent)
        for line in self.lines[start:stop]:
            ink.line(line, x, y)
            y += line.height
        if shown:
            ink.end()

    def draw_floating(self, ink: Ink, x: float, y: float, parent: Node) -> None:
        """Draw what stands on the page without a place in the text; the paragraph begins here."""
        for one in self.floating:
            one.draw(ink, x, y, self._width, parent)

    def _frame(self, ink: Ink, x: float, y: float, start: int, stop: int) -> None:
        borders: Borders = {side: line for side, line in self.shape.borders.items() if line}
        bars = [stop.position for stop in self.shape.tabs if stop.alignment == "bar"]
        if not self.shape.shade and not borders and not bars:
            return
        height = sum(self.strips[start:stop])
        left = x + min(self.shape.left, self.shape.left + self.shape.first) - _extent(borders.get("left"))
        right = x + self._width - self.shape.right + _extent(borders.get("right"))
        ink.begin(None)
        if self.shape.shade:
            ink.area(left, y, right - left, height, self.shape.shade)
        sides = {"left": (left, y, left, y + height), "right": (right, y, right, y + height)}
        if start == 0:
            sides["top" if self._own_top else "between"] = (left, y, right, y)
        if stop == len(self.strips) and self._own_bottom:
            sides["bottom"] = (left, y + height, right, y + height)
        for side, segment in sides.items():
            border = borders.get(side)
            if border:
                ink.rules(border, [segment])
        if bars:
            ink.rules(_BAR, [(x + place, y, x + place, y + height) for place in bars])
        ink.end()


def _same_frame(one: Paragraph, other: Paragraph | None) -> bool:
    if other is None or not one.shape.borders:
        return False
    a, b = one.shape, other.shape
    return a.borders == b.borders and (a.left, a.right, a.first < 0) == (b.left, b.right, b.first < 0)


def gap_between(above: Box | None, below: Box) -> float:
    """Return the space between two blocks: the larger of what each asks for, as Word has it."""
    if above is None:
        return 0.0 if isinstance(below, ParagraphBox) and below.shape.before_auto else below.before
    if isinstance(above, ParagraphBox) and isinstance(below, ParagraphBox):
        same_style = above.paragraph.style == below.paragraph.style
        items = above.paragraph.label is not None and below.paragraph.label is not None
        no_after = (above.shape.contextual and same_style) or (above.shape.after_auto and items)
        no_before = (below.shape.contextual and same_style) or (below.shape.before_auto and items)
        return max(0.0 if no_after else above.after, 0.0 if no_before else below.before)
    return max(above.after, below.before)


def least_lines(box: Box) -> int:
    """Return how many strips of a block must stand together at its beginning."""
    lines = len(box.strips)
    if not isinstance(box, ParagraphBox):
        return 1
    if box.shape.keep_lines:
        return lines
    if not box.shape.widow:
        return 1
    return lines if lines <= 3 else 2


class Stack:
    """Blocks one below the other in a cell, a header or a footer."""

    def __init__(self, boxes: list[Box]) -> None:
        self._boxes = boxes
        self.strips: list[tuple[int, int, float, float]] = []  # block, strip in it, space above, height
        above: Box | None = None
        for number, box in enumerate(boxes):
            for index, height in enumerate(box.strips):
                self.strips.append((number, index, gap_between(above, box) if index == 0 else 0.0, height))
            above = box
        last_auto = isinstance(above, ParagraphBox) and above.shape.after_auto
        self._after = above.after if above is not None and not last_auto else 0.0
        self._whole = self._height(0)
        self._nodes: dict[int, Node] = {}

    def height(self, start: int = 0) -> float:
        """Return the height of the strips from one on; space above the first of them counts only at the beginning."""
        return self._height(start) if start else self._whole

    def _height(self, start: int) -> float:
        if start >= len(self.strips):
            return 0.0
        gaps = sum([gap for _, _, gap, _ in self.strips[start + (start > 0) :]])
        return gaps + sum([height for *_, height in self.strips[start:]]) + self._after

    def between(self, start: int, stop: int) -> float:
        """Return the height of some of the strips, with the space after the last block when they reach it."""
        height = sum(strip for *_, strip in self.strips[start:stop])
        height += sum(gap for _, _, gap, _ in self.strips[start + (start > 0) : stop])
        return height + (self._after if stop >= len(self.strips) else 0.0)

    def notes(self) -> list[int]:
        """Return the footnotes whose numbers stand in it."""
        return [number for box in self._boxes for number in box.notes()]

    def extent(self) -> float:
        """Return the length of its longest line, in points."""
        lines = [line for box in self._boxes if isinstance(box, ParagraphBox) for line in box.lines]
        return max((sum(atom.width for atom in line.atoms) for line in lines), default=0.0)

    def least(self) -> float:
        """Return the height that must be free for the first block to begin."""
        if not self.strips:
            return 0.0
        count = min(least_lines(self._boxes[0]), len(self.strips))
        return sum(gap + height for _, _, gap, height in self.strips[:count])

    def fitting(self, start: int, room: float) -> int:
        """Return up to which strip the room suffices, leaving no line of a paragraph alone on either side."""
        stop, used = start, 0.0
        for _, _, gap, height in self.strips[start:]:
            used += height + (gap if stop > start or start == 0 else 0.0)
            if used > room + 0.01:
                break
            stop += 1
        return self._without_widows(start, stop)

    def _without_widows(self, start: int, stop: int) -> int:
        if not start < stop < len(self.strips):
            return stop
        number, index, *_ = self.strips[stop]
        box = self._boxes[number]
        if index == 0 or not isinstance(box, ParagraphBox):
            return stop
        if box.shape.keep_lines:
            return max(stop - index, start)
        if box.shape.widow and len(box.strips) - index == 1:
            stop, index = stop - 1, index - 1
        if box.shape.widow and index == 1:
            stop -= 1
        return max(stop, start)

    def draw(self, ink: Ink, x: float, y: float, start: int, stop: int, parent: Node) -> None:
        """Draw some of the strips; each block is an element of its own below the parent."""
        place = start
        while place < stop:
            number, first, gap, _ = self.strips[place]
            end = place
            height = 0.0
            while end < stop and self.strips[end][0] == number:
                height += self.strips[end][3]
                end += 1
            y += gap if place > start or start == 0 else 0.0
            box = self._boxes[number]
            if isinstance(box, ParagraphBox):
                if number not in self._nodes:
                    self._nodes[number] = parent.add(kind_of(box.paragraph))
                box.draw(ink, x, y, first, first + end - place, self._nodes[number])
                if first == 0:
                    box.draw_floating(ink, x, y, parent)
            else:
                box.draw(ink, x, y, first, first + end - place, parent)
            y += height
            place = end


def kind_of(paragraph: Paragraph) -> str:
    """Return the kind of element a paragraph is in the structure of the PDF."""
    if paragraph.heading is None:
        return "P"
    return f"H{min(max(paragraph.heading, 1), 6)}"
