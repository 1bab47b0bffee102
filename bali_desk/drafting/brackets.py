"""Open text: words in [square brackets] are not agreed. Found, made, settled, and listed with their proposers.

Places are counted in the text as the record keeps it, with its markup; `markup.places` leads there from what is read.
Brackets may stand inside each other. Words that an editor puts in brackets, such as [sic], are no open text: words.toml
lists them. Nothing else escapes a bracket; a single one that has no partner is open too, for somebody must look at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Block, Bracket
from bali_desk.drafting.markup import loose_marks, places, plain
from bali_desk.drafting.verbs import folded
from bali_desk.drafting.words import load_words

LIKE = 0.6  # how much of a bracket's words must have stayed for an edit of them to be the same bracket
SHOWN = 60  # letters of the first open words in a sentence about them


@dataclass(frozen=True)
class OpenText:
    """A bracket in a text: from `start` up to `end`, both brackets within; without a partner, one letter of it."""

    start: int
    end: int
    words: str  # between the brackets, without markup
    depth: int = 0  # how many brackets stand round it
    whole: bool = True


@dataclass(frozen=True)
class Standing:
    """A bracket of a statement with the block it stands in, and who proposed what instead, where that is known."""

    block: Block
    found: OpenText
    row: Bracket | None

    @property
    def proposer(self) -> str:
        """Who proposed the words; "" where nobody noted it."""
        return (self.row.proposer if self.row else None) or ""

    @property
    def alternative(self) -> str:
        """What stands against the words; "" where nothing does."""
        return (self.row.alternative if self.row else None) or ""


def open_texts(text: str, editorial: Iterable[str] | None = None) -> list[OpenText]:
    """The brackets of a text that are open, in the order they begin; `editorial` words in brackets are none."""
    if "[" not in text and "]" not in text:
        return []
    known = {folded(word) for word in (load_words().editorial if editorial is None else editorial)}
    read = list(zip(places(text), plain(text), strict=True))
    found: list[OpenText] = []
    opened: list[int] = []
    for place, letter in enumerate(text):
        if letter == "[":
            opened.append(place)
        elif letter == "]" and opened:
            start = opened.pop()
            words = "".join(one for at, one in read if start < at < place)
            found.append(OpenText(start, place + 1, words.strip(), len(opened)))
        elif letter == "]":
            found.append(OpenText(place, place + 1, "", 0, whole=False))
    found += [OpenText(place, place + 1, "", 0, whole=False) for place in opened]
    return sorted((one for one in found if folded(one.words) not in known or not one.whole), key=lambda one: one.start)


def bracketed(text: str, start: int, end: int) -> str:
    """The text with what reads from `start` up to `end` in brackets, blanks at its ends left outside.

    Raises DeskError where there is nothing to bracket, or where the stretch would cut through another bracket.
    """
    read, at = plain(text), places(text)
    end = min(end, len(read))
    while start < end and read[start].isspace():
        start += 1
    while start < end and read[end - 1].isspace():
        end -= 1
    if not 0 <= start < end:
        raise DeskError("Choose the words that are not agreed, then put them in brackets.")
    depth = 0
    for letter in read[start:end]:
        depth += (letter == "[") - (letter == "]")
        if depth < 0:
            break
    if depth:
        raise DeskError(
            "These words begin or end inside other brackets: choose all of the bracket, or words within it."
        )
    first, last = at[start], at[end - 1] + _width(text, at[end - 1])
    return f"{text[:first]}[{text[first:last]}]{text[last:]}"


def settled(text: str, found: OpenText, instead: str | None = None) -> str:
    """The text with this bracket gone: its words stay, or the words of `instead` (markup) stand in their place.

    Where `instead` is empty the phrase goes, with one of the blanks round it. *Italics* that begin or end inside the
    bracket go on as they were outside it.
    """
    before, inside, after = text[: found.start], text[found.start + 1 : found.end - 1], text[found.end :]
    if not found.whole:
        return before + after
    if instead is None:
        return before + inside + after
    marks = loose_marks(text, found.start + 1, found.end - 1)
    if instead or marks:
        return f"{before}{instead}{marks}{after}"
    if not after or after[0] in " .,;:!?)":
        before = before.rstrip(" ") if before.strip() else before
    return before + (after.lstrip(" ") if not before else after)


def standing(blocks: Sequence[Block], rows: Sequence[Bracket]) -> list[Standing]:
    """Every open bracket of a statement in the order of the text, each with its row where one fits.

    A row knows its bracket by its words; where those were edited, by what stayed of them.
    """
    editorial = load_words().editorial
    return [one for block in blocks for one in _in_block(block, open_texts(block.text, editorial), rows)]


def forgotten(blocks: Sequence[Block], rows: Sequence[Bracket]) -> list[Bracket]:
    """The rows whose bracket stands in the text no more."""
    kept = {id(one.row) for one in standing(blocks, rows) if one.row}
    return [row for row in rows if id(row) not in kept]


def refusal_of_final(blocks: Sequence[Block]) -> str:
    """Why the text cannot be final yet: words in brackets stand in it; "" where none does."""
    editorial = load_words().editorial
    found = [one for block in blocks for one in open_texts(block.text, editorial)]
    if not found:
        return ""
    words = re.sub(r"\s+", " ", next((one.words for one in found if one.words), ""))
    first = f"“{words if len(words) <= SHOWN else f'{words[: SHOWN - 1]}…'}”" if words else "an empty bracket"
    if len(found) == 1:
        return f"The text cannot be final while {first} stands in brackets: settle it first."
    return f"The text cannot be final while {len(found)} brackets stand in it, the first {first}: settle them first."


def _in_block(block: Block, found: Sequence[OpenText], rows: Sequence[Bracket]) -> list[Standing]:
    free = [row for row in rows if row.block_id == block.id]
    chosen: dict[int, Bracket] = {}
    for least in (1.0, LIKE):
        for place, one in enumerate(found):
            likeness = [(_likeness(one.words, row.words), -number) for number, row in enumerate(free)]
            if place not in chosen and likeness and max(likeness)[0] >= least:
                chosen[place] = free.pop(-max(likeness)[1])
    return [Standing(block, one, chosen.get(place)) for place, one in enumerate(found)]


def _likeness(one: str, other: str) -> float:
    one, other = folded(one), folded(plain(other))
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio() * 0.999


def _width(text: str, place: int) -> int:
    """How many letters of the markup one letter of the text takes there."""
    return 2 if text.startswith(r"\*", place) else 1
