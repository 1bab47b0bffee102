"""What an officer's hand does to the blocks of a statement: write, split, join, place, and settle what both changed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from bali_desk.domain.models import Block
from bali_desk.presenters import places
from bali_desk.presenters.statement.rich_text import Runs, join, plain, runs_of, same, split, text_of

LISTS = ("bullet", "numbered", "paragraph")  # what goes on in the same kind after Enter


def write(block: Block, runs: Runs) -> None:
    """Give the block her words; typed back to what the record said, it is the record's again."""
    if same(runs_of(block.text), runs):
        return
    if block.state in (None, "record") and block.composed is None:
        block.composed = block.text  # a statement that came in without its memory
    block.text = text_of(runs)
    if block.proposed and same(runs_of(block.proposed), runs):
        take_record(block)
    elif block.state != "own":
        agreed = block.composed is not None and same(runs_of(block.composed), runs)
        block.state = "record" if agreed else "edited"


def split_at(session: Session, blocks: Sequence[Block], block: Block, place: int) -> Block:
    """Enter: what follows the place becomes a block that came from the same sources.

    At the very start, an empty one of her own opens before.
    """
    before, after = split(runs_of(block.text), place)
    kind = block.kind if block.kind in LISTS else "paragraph"
    if not plain(before).strip() and plain(after).strip():
        insert(session, blocks, block, kind, before=True)
        return block  # keeps its words, its sources and the cursor
    write(block, before)
    rest = insert(session, blocks, block, kind, runs=after)
    if block.sources and block.state != "own":
        rest.sources, rest.state, rest.slot = list(block.sources), "edited", part_of(block)
    return rest


def part_of(block: Block) -> str:
    """The slot of what was split off a block: no part of the composition, but of that block."""
    return f"part:{block.handle}"


def drop_parts(session: Session, blocks: Sequence[Block], block: Block, whole: str) -> None:
    """The block has all its words again: what was split off it goes, where it says no more than they do."""
    for one in blocks:
        if one.slot == part_of(block) and plain(runs_of(one.text)).strip() in plain(runs_of(whole)):
            session.delete(one)


def join_with(session: Session, first: Block, second: Block) -> tuple[Block, int]:
    """Put two neighbours together; gives the block that stays and where the seam is."""
    seam = len(plain(runs_of(first.text)))
    if not first.text and (first.state == "own" or second.text):
        session.delete(first)
        return second, 0
    if second.text:
        sources = list(dict.fromkeys([*first.sources, *second.sources]))
        write(first, join(runs_of(first.text), runs_of(second.text)))
        if sources != first.sources:
            first.sources = sources
    session.delete(second)
    return first, seam


def insert(
    session: Session,
    blocks: Sequence[Block],
    beside: Block | None,
    kind: str,
    runs: Runs = (),
    before: bool = False,
    statement_id: int = 0,
) -> Block:
    """A block of her own after `beside` (or before it); at the end where there is none."""
    new = Block(statement_id=beside.statement_id if beside else statement_id, kind=kind, state="own")
    new.text = text_of(runs)
    order = list(blocks)
    place = len(order) if beside is None else order.index(beside) + (0 if before else 1)
    order.insert(place, new)
    session.add(new)
    places.number(order)
    session.flush()
    return new


def insert_all(session: Session, blocks: Sequence[Block], beside: Block, given: Sequence[tuple[str, Runs]]) -> None:
    """Many blocks of her own after `beside`, each with its kind and words; numbered and written at once."""
    fresh = [
        Block(statement_id=beside.statement_id, kind=kind, state="own", text=text_of(runs)) for kind, runs in given
    ]
    order = list(blocks)
    place = order.index(beside) + 1
    order[place:place] = fresh
    session.add_all(fresh)
    places.number(order)
    session.flush()


def take_record(block: Block) -> None:
    """The record's new words take the place of hers."""
    if block.proposed is not None:
        block.text, block.composed, block.proposed, block.state = block.proposed, block.proposed, None, "record"


def keep_mine(block: Block) -> None:
    """Her words stay; the record's new ones are known and not asked about again."""
    if block.proposed is not None:
        block.composed, block.proposed, block.state = block.proposed, None, "edited"
