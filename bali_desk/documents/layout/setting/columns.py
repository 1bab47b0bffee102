"""Columns of text: where each begins, and how far down those of a section reach that ends in the middle of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bali_desk.documents.layout.model import Block, Paragraph, Section

_LEAST_WIDTH = 18.0
_STEP = 2.0
Strip = tuple[float, float]  # the space above it and its height, in points


@dataclass(frozen=True)
class Columns:
    """Where the columns of a section begin, from the left margin, and how wide their lines are."""

    lefts: tuple[float, ...] = (0.0,)
    widths: tuple[float, ...] = (0.0,)

    @property
    def uneven(self) -> bool:
        """Say whether their widths differ."""
        return max(self.widths) - min(self.widths) > 0.5

    def __len__(self) -> int:
        return len(self.lefts)


def columns_of(section: Section) -> Columns:
    """Return the columns of a section; one when several would be too narrow for text."""
    whole = section.text_width
    given = section.column_widths
    if len(given) < 2:
        count, gap = section.columns, section.column_gap
        given = [((whole - gap * (count - 1)) / count, gap)] * count
    if len(given) < 2 or min(one for one, _ in given) < _LEAST_WIDTH:
        return Columns(widths=(whole,))
    lefts = [0.0]
    for one, gap in given[:-1]:
        lefts.append(lefts[-1] + one + gap)
    return Columns(tuple(lefts), tuple(one for one, _ in given))


def parted(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give blocks with every paragraph divided behind its column breaks: what follows may be wider or narrower."""
    for block in blocks:
        pieces = block.pieces if isinstance(block, Paragraph) else []
        ends = [index + 1 for index, piece in enumerate(pieces[:-1]) if piece.kind == "column"]
        if not isinstance(block, Paragraph) or not ends:
            yield block
            continue
        yield replace(block, pieces=pieces[: ends[0]])
        shape = replace(block.shape, before=0.0, first=0.0, page_break=False)
        for start, stop in zip(ends, [*ends[1:], len(pieces)], strict=True):
            yield replace(block, pieces=pieces[start:stop], shape=shape, label=None, heading=None, floating=())


def balanced_height(strips: Sequence[Strip], count: int, room: float) -> float | None:
    """Return the least height in which so many columns hold everything; None when the room does not suffice."""
    height = max(sum(gap + strip for gap, strip in strips) / count, max((strip for _, strip in strips), default=0.0))
    while height <= room:
        if _needed(strips, height) <= count:
            return height
        height += _STEP
    return None


def _needed(strips: Sequence[Strip], height: float) -> int:
    columns, filled = 1, 0.0
    for gap, strip in strips:
        filled += gap + strip
        if filled > height + 0.01:
            columns, filled = columns + 1, strip
    return columns
