"""Open text of the statement: words put in brackets, who proposed them, what stands against them, and settling it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Block, Bracket
from bali_desk.domain.record import Record
from bali_desk.drafting.brackets import Standing, bracketed, forgotten, open_texts, settled, standing
from bali_desk.drafting.markup import escaped, places, plain
from bali_desk.drafting.verbs import folded
from bali_desk.presenters.statement import block_edits
from bali_desk.presenters.statement.rich_text import runs_of

KEEP, ALTERNATIVE, DROP = "keep", "alternative", "drop"  # the ways a bracket is settled
WAYS = {  # each with what undo calls it
    KEEP: "Keep the words in brackets",
    ALTERNATIVE: "Take the alternative",
    DROP: "Drop the words in brackets",
}
GONE = "This bracket stands in the text no more."


@dataclass(frozen=True)
class BracketRow:
    """An open bracket: the how-manieth of its block, and where it stands in the words as they are read."""

    block_id: int
    index: int
    start: int
    end: int
    words: str
    proposer: str
    alternative: str
    whole: bool  # else a single bracket without its partner


def bracket_rows(record: Record) -> list[BracketRow]:
    """Every open bracket in the order of the text."""
    counted: dict[int, int] = {}
    rows: list[BracketRow] = []
    for one in standing(record.blocks, record.brackets):
        block_id = one.block.id or 0
        index = counted[block_id] = counted.get(block_id, -1) + 1
        start, end = _read_places(one)
        row = BracketRow(block_id, index, start, end, one.found.words, one.proposer, one.alternative, one.found.whole)
        rows.append(row)
    return rows


def open_stretches(words: str) -> list[tuple[int, int]]:
    """Where brackets stand in words that are being typed, from their first letter up to behind their last.

    In the order of `BracketRow.index`.
    """
    text = escaped(words)
    read = {place: number for number, place in enumerate(places(text))}
    return [(read[one.start], read[one.end - 1] + 1) for one in open_texts(text)]


def put(block: Block, start: int, end: int) -> int:
    """Put what reads from `start` up to `end` in brackets; gives the place behind the first of the two.

    Raises DeskError where that cannot be.
    """
    block_edits.write(block, runs_of(bracketed(block.text, start, end)))
    words = plain(block.text)
    return words.index("[", start) + 1


def note(session: Session, record: Record, block_id: int, index: int, what: str, words: str) -> None:
    """Remember who proposed a bracket, or what stands against it: "proposer" or "alternative"."""
    one = _the(record, block_id, index)
    row = session.get(Bracket, one.row.id) if one.row else None
    if row is None:
        row = Bracket(block_id=block_id, words=one.found.words)
        session.add(row)
    row.words = one.found.words
    setattr(row, what, words.strip() or None)


def settle(session: Session, record: Record, block_id: int, index: int, way: str) -> int:
    """End a bracket: its words stay, the alternative takes their place, or they go; gives the place it began at."""
    one = _the(record, block_id, index)
    block = session.get(Block, block_id)
    if block is None:
        raise DeskError(GONE)
    instead = {KEEP: None, ALTERNATIVE: escaped(one.alternative), DROP: ""}[way]
    block_edits.write(block, runs_of(settled(block.text, one.found, instead)))
    row = session.get(Bracket, one.row.id) if one.row else None
    if row is not None:
        session.delete(row)
    return _read_places(one)[0]


def follow_words(session: Session, blocks: Sequence[Block]) -> None:
    """Paragraphs were split, joined or taken out: what is known of a bracket goes where its words went."""
    session.flush()
    there = {block.id for block in blocks}
    orphans = session.exec(select(Bracket).where(col(Bracket.block_id).not_in(select(Block.id)))).all()
    known = session.exec(select(Bracket).where(col(Bracket.block_id).in_(there))).all()
    rows = [*known, *orphans]
    if not rows:
        return
    free = [one for one in standing(blocks, rows) if one.row is None]
    for row in forgotten(blocks, rows):
        found = next((one for one in free if folded(one.found.words) == folded(row.words)), None)
        if found is not None:
            free.remove(found)
            row.block_id = found.block.id or 0
        elif row.block_id not in there:
            session.delete(row)


def _the(record: Record, block_id: int, index: int) -> Standing:
    ours = [one for one in standing(record.blocks, record.brackets) if one.block.id == block_id]
    if not 0 <= index < len(ours):
        raise DeskError(GONE)
    return ours[index]


def _read_places(one: Standing) -> tuple[int, int]:
    read = {place: number for number, place in enumerate(places(one.block.text))}
    return read[one.found.start], read[one.found.end - 1] + 1
