"""Where both changed a paragraph: what the record said, what she wrote, what the record says now, the changes marked.

Long stretches that all three share are cut short, so that the three stand on one screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bali_desk.drafting.compare import Piece, words
from bali_desk.drafting.markup import plain
from bali_desk.presenters.statement.rich_text import runs_of, same

Pieces = tuple[Piece, ...]
ROUND = 8  # words and blanks at a change left standing on either side of it


@dataclass(frozen=True)
class ThreeTexts:
    """Each in pieces: "same", and "new" where it differs from the record's old words; of those, what was touched."""

    was: Pieces
    hers: Pieces
    now: Pieces
    hers_looks: bool = False  # no word of hers differs, but bold or italics do
    now_looks: bool = False


def three_texts(was: str | None, hers: str | None, now: str | None) -> ThreeTexts:
    """The three texts of a block, given with their markup."""
    before = plain(was or "")
    mine, theirs = words(before, plain(hers or "")), words(before, plain(now or ""))
    return ThreeTexts(
        _short(_touched(before, mine, theirs)),
        _short(_news(mine)),
        _short(_news(theirs)),
        _only_looks(was, hers),
        _only_looks(was, now),
    )


def _only_looks(was: str | None, now: str | None) -> bool:
    before, after = runs_of(was), runs_of(now)
    return plain(was or "") == plain(now or "") and not same(before, after)


def _news(compared: Pieces) -> Pieces:
    return tuple(piece for piece in compared if piece.change != "gone")


def _touched(before: str, *compared: Pieces) -> Pieces:
    """The old words, those marked "gone" that either side took out."""
    out = [False] * len(before)
    for pieces in compared:
        place = 0
        for piece in pieces:
            if piece.change == "gone":
                out[place : place + len(piece.text)] = [True] * len(piece.text)
            place += len(piece.text) if piece.change != "new" else 0
    grouped = groupby(zip(before, out, strict=True), key=lambda one: one[1])
    return tuple(Piece("".join(letter for letter, _out in some), "gone" if gone else "same") for gone, some in grouped)


def _short(pieces: Pieces) -> Pieces:
    return tuple(_cut(pieces))


def _cut(pieces: Pieces) -> Iterator[Piece]:
    """The pieces, with what stands far from any change left out."""
    for place, piece in enumerate(pieces):
        said = piece.text.split(" ")
        if piece.change != "same" or len(said) <= 2 * ROUND + 4:
            yield piece
            continue
        changed_before, changed_after = place > 0 or len(pieces) == 1, place + 1 < len(pieces) or len(pieces) == 1
        head = f"{' '.join(said[:ROUND])} " if changed_before else ""
        tail = f" {' '.join(said[-ROUND:])}" if changed_after else ""
        yield Piece(f"{head}…{tail}", "same")
