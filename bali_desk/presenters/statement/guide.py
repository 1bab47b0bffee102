"""The list beside the text: what waits for her, what the text does not use, what has no source, and all sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bali_desk.domain.disclosure import public_outcomes
from bali_desk.domain.models import Block, Outcome
from bali_desk.domain.record import Record
from bali_desk.drafting.markup import plain
from bali_desk.presenters.outcomes.rows import item_numbers
from bali_desk.presenters.statement.brackets import BracketRow, bracket_rows
from bali_desk.presenters.statement.rows import BOTH, GONE, OWN, InHand, agenda_numbers, states_shown, told

TO_SETTLE, UNUSED, UNSOURCED, SOURCES = "To settle", "Not used in the text", "Without a source", "Sources"
NOTES = {BOTH: "Both changed it", GONE: "No longer in the record"}


@dataclass(frozen=True)
class GuideRow:
    """A line of the list: where it leads, and why one would go there.

    `block_id` and `place` lead into the text, `handle` to an outcome; `ink` is that of the note.
    """

    key: str
    section: str
    number: str
    text: str
    note: str = ""
    ink: str = ""
    block_id: int | None = None
    place: int = 0
    handle: str = ""


def guide_rows(record: Record) -> list[GuideRow]:
    """All lines, section by section."""
    brackets = bracket_rows(record)
    states = states_shown(record.blocks, record)
    numbers = agenda_numbers(record)
    sources = _sources(record, numbers)
    unused = [row for row in sources if row.section == UNUSED]
    return [
        *_to_settle(record.blocks, states, brackets, numbers),
        *unused,
        *_unsourced(record.blocks, states),
        *(row for row in sources if row.section == SOURCES),
    ]


def keys_of(block: InHand | None) -> list[str]:
    """Which lines speak of the block in hand, the most telling first."""
    if block is None:
        return []
    bracket = [_bracket_key(block.bracket)] if block.bracket else []
    return [*bracket, f"{block.state}:{block.block_id}", *(line.handle for line in block.sources)]


def next_to_settle(rows: Sequence[GuideRow], order: Sequence[int], here: tuple[int | None, int], way: int) -> GuideRow:
    """What waits next after (or, with a way of -1, before) a block and place in it; round from the end to the start.

    `order` are the ids of the blocks as they stand in the text. Raises LookupError where nothing waits.
    """
    waits = [row for row in rows if row.section == TO_SETTLE and row.block_id is not None]
    if not waits:
        raise LookupError("nothing waits")
    places = {block_id: number for number, block_id in enumerate(order)}
    now = (places.get(here[0], -1) if here[0] is not None else -1, here[1])
    placed = sorted(waits, key=lambda row: (places.get(row.block_id or 0, 0), row.place))
    if way < 0:
        return next(
            (row for row in reversed(placed) if (places.get(row.block_id or 0, 0), row.place) < now), placed[-1]
        )
    return next((row for row in placed if (places.get(row.block_id or 0, 0), row.place) > now), placed[0])


def unused(rows: Sequence[GuideRow]) -> int:
    """How many outcomes the text does not use."""
    return sum(row.section == UNUSED for row in rows)


def what_waits(record: Record, rows: Sequence[GuideRow], changes: int) -> str:
    """What a text that is final leaves open, in words; "" where nothing."""
    both = states_shown(record.blocks, record).count(BOTH)
    idle = unused(rows)
    parts = (
        (both, "paragraph waits for your choice", "paragraphs wait for your choice"),
        (changes, "change in the record is not in the text", "changes in the record are not in the text"),
        (idle, "outcome is not used in the text", "outcomes are not used in the text"),
    )
    said = "; ".join(f"{number} {one if number == 1 else many}" for number, one, many in parts if number)
    return f"{said}." if said else ""


def _to_settle(
    blocks: Sequence[Block], states: Sequence[str], brackets: Sequence[BracketRow], numbers: dict[str, str]
) -> Iterator[GuideRow]:
    for block, state in zip(blocks, states, strict=True):
        number = next((numbers[handle] for handle in block.sources if numbers.get(handle)), "")
        if state in NOTES:
            key = f"{state}:{block.id}"
            yield GuideRow(key, TO_SETTLE, number, plain(block.text), NOTES[state], state, block.id)
        for one in brackets:
            if one.block_id == block.id:
                words = f"[{one.words}]" if one.whole else "A single bracket"
                place = one.start + 1
                yield GuideRow(_bracket_key(one), TO_SETTLE, number, words, _proposed(one), "warning", block.id, place)


def _bracket_key(one: BracketRow) -> str:
    return f"bracket:{one.block_id}:{one.index}"


def _proposed(one: BracketRow) -> str:
    if not one.whole:
        return "Its partner is missing"
    return f"Proposed by {one.proposer}" if one.proposer else "In brackets"


def _unsourced(blocks: Sequence[Block], states: Sequence[str]) -> Iterator[GuideRow]:
    for block, state in zip(blocks, states, strict=True):
        if state == OWN and block.text.strip():
            yield GuideRow(f"own:{block.id}", UNSOURCED, "", plain(block.text), "You wrote this", OWN, block.id)


def _sources(record: Record, numbers: dict[str, str]) -> list[GuideRow]:
    """Every public outcome in the order of the agenda; one no paragraph tells is unused, once there is a text."""
    told_in = [block for block in reversed(record.blocks) if block.text.strip()]
    places = {handle: block.id for block in told_in for handle in block.sources}
    order = {item_id: place for place, item_id in enumerate(item_numbers(record))}
    public = sorted(public_outcomes(record), key=lambda outcome: order.get(outcome.agenda_item_id, len(order)))
    return [_source(one, numbers, places, bool(record.blocks)) for one in public]


def _source(one: Outcome, numbers: dict[str, str], places: dict[str, int | None], written: bool) -> GuideRow:
    unused = written and one.handle not in places
    note, ink = ("Not used in the text", "warning") if unused else ("", "")
    section, number, block_id = UNUSED if unused else SOURCES, numbers.get(one.handle, ""), places.get(one.handle)
    return GuideRow(one.handle, section, number, told(one), note, ink, block_id, handle=one.handle)
