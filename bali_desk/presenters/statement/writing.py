"""What she does to the text: write, split, join, place and take out paragraphs, each one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sqlmodel import Session

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Block, Bracket
from bali_desk.presenters import places
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.statement import block_edits, brackets
from bali_desk.presenters.statement.composing import statement_of
from bali_desk.presenters.statement.pasted import Pasted
from bali_desk.presenters.statement.rich_text import Runs, join, plain, runs_of, split
from bali_desk.presenters.telling import told
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_blocks, read_record


class Writing:
    """The hand on the blocks of one meeting's statement; whoever shows them says where she goes on."""

    def __init__(self, desk: Desk, ask: Ask, meeting_id: int) -> None:
        self._desk, self._ask, self._meeting_id = desk, ask, meeting_id

    # ---- one block ----
    def typed(self, block_id: int, runs: Runs) -> bool:
        """Keep what she typed; a burst of typing in one block is one step. False when the desk refused it."""
        try:
            self._on_block("Edit text", block_id, lambda block: block_edits.write(block, runs), (Block, block_id))
        except DeskError as error:
            self._ask.fail(str(error))
            return False
        return True

    @told
    def set_kind(self, block_id: int, kind: str) -> None:
        """Make it a heading, a paragraph, a list item …"""
        self._on_block("Change kind of paragraph", block_id, lambda block: setattr(block, "kind", kind))

    @told
    def take_record(self, block_id: int) -> None:
        """Where both changed: the record's words."""
        self._whole_again("Take the record’s words", block_id, block_edits.take_record)

    @told
    def keep_mine(self, block_id: int) -> None:
        """Where both changed: her words."""
        self._on_block("Keep my words", block_id, block_edits.keep_mine)

    @told
    def back_to_record(self, block_id: int) -> None:
        """An edited block says again what the record said."""

        def restore(block: Block) -> None:
            if block.composed is not None:
                block_edits.write(block, runs_of(block.composed))

        self._whole_again("Back to the record’s words", block_id, restore)

    # ---- blocks among each other ----
    @told
    def split(self, block_id: int, place: int) -> None:
        """Enter: the text after the place becomes a block of its own."""
        with self._among_blocks("Split paragraph") as (session, blocks):
            fresh = block_edits.split_at(session, blocks, _one(blocks, block_id), place)
        self._go_on(fresh.id, 0)

    @told
    def join_previous(self, block_id: int) -> None:
        """Backspace at the start: the block joins the one before it."""
        self._join(block_id, -1)

    @told
    def join_next(self, block_id: int) -> None:
        """Delete at the end: the next block joins this one."""
        self._join(block_id, 1)

    @told
    def insert_after(self, block_id: int | None, kind: str = "paragraph") -> None:
        """An empty block of her own after this one, or at the end."""
        with self._among_blocks("Insert paragraph") as (session, blocks):
            beside = next((block for block in blocks if block.id == block_id), blocks[-1] if blocks else None)
            owner = statement_of(session, self._meeting_id).id or 0
            fresh = block_edits.insert(session, blocks, beside, kind, statement_id=owner)
        self._go_on(fresh.id, 0)

    @told
    def paste(self, block_id: int, place: int, given: Sequence[Pasted]) -> None:
        """Pasted paragraphs: the first joins the block at the place, each other becomes a block of her own.

        An empty block becomes what the first of them is, a heading or a bullet.
        """
        with self._among_blocks("Paste") as (session, blocks):
            block = _one(blocks, block_id)
            before, after = split(runs_of(block.text), place)
            if given[0].kind and not block.text:
                block.kind = given[0].kind
            kind = block.kind if block.kind in block_edits.LISTS and not given[0].kind else "paragraph"
            rest = [(one.kind or kind, one.runs) for one in given[1:]]
            rest[-1] = (rest[-1][0], join(rest[-1][1], after))
            block_edits.write(block, join(before, given[0].runs))
            block_edits.insert_all(session, blocks, block, rest)
            last = read_blocks(session, self._meeting_id)[blocks.index(block) + len(rest)].id
        self._go_on(last, len(plain(given[-1].runs)))

    @told
    def delete(self, block_id: int) -> None:
        """Take a block out of the text."""
        with self._among_blocks("Delete paragraph") as (session, blocks):
            gone = next((block for block in blocks if block.id == block_id), None)
            if gone is None:
                return
            session.delete(gone)
        left = [block.id for block in blocks if block is not gone]
        if left:
            self._go_on(left[max(blocks.index(gone) - 1, 0)], -1)

    @told
    def move(self, block_id: int, by: int) -> None:
        """Move a block up or down."""
        with self._among_blocks("Move paragraph") as (_session, blocks):
            places.number(places.moved(blocks, block_id, by))

    # ---- open text ----
    @told
    def bracket(self, block_id: int, start: int, end: int) -> None:
        """Put words that are not agreed in brackets, and go on inside them."""
        with self._desk.change("Put in brackets") as session:
            block = session.get_one(Block, block_id)
            start = brackets.put(block, start, end)
        self._go_on(block_id, start)

    @told
    def note_bracket(self, block_id: int, index: int, what: str, words: str) -> None:
        """Remember the "proposer" of a bracket, or the "alternative" that stands against it."""
        with self._desk.change(f"Edit {what} of brackets", merge=(Bracket, block_id, index, what)) as session:
            brackets.note(session, read_record(session, self._meeting_id), block_id, index, what, words)

    @told
    def settle_bracket(self, block_id: int, index: int, way: str) -> None:
        """End a bracket: keep its words, take the alternative, or drop them; one of `brackets.WAYS`."""
        with self._desk.change(brackets.WAYS[way]) as session:
            place = brackets.settle(session, read_record(session, self._meeting_id), block_id, index, way)
        self._go_on(block_id, place)

    # ---- inner ----
    def _go_on(self, block_id: int | None, place: int) -> None:
        """The cursor belongs there now; a place of -1 is the end."""
        raise NotImplementedError

    def _on_block(self, label: str, block_id: int, act: Callable[[Block], None], merge: object = None) -> None:
        with self._desk.change(label, merge=merge) as session:
            block = session.get(Block, block_id)
            if block is not None:
                act(block)

    @contextmanager
    def _among_blocks(self, label: str) -> Iterator[tuple[Session, list[Block]]]:
        """One step of undo on all blocks; what is known of brackets goes where their words went."""
        with self._desk.change(label) as session:
            yield session, read_blocks(session, self._meeting_id)
            brackets.follow_words(session, read_blocks(session, self._meeting_id))

    def _whole_again(self, label: str, block_id: int, act: Callable[[Block], None]) -> None:
        """Give a block the record's words, and take away what was split off it and stands in them again."""
        with self._among_blocks(label) as (session, blocks):
            block = next((one for one in blocks if one.id == block_id), None)
            if block is not None:
                before = block.composed or ""
                act(block)
                block_edits.drop_parts(session, blocks, block, f"{before}\n{block.text}")
        self._go_on(block_id, -1)

    def _join(self, block_id: int, way: int) -> None:
        with self._among_blocks("Join paragraphs") as (session, blocks):
            here = blocks.index(_one(blocks, block_id))
            other = here + way
            if not 0 <= other < len(blocks):
                return
            kept, seam = block_edits.join_with(session, blocks[min(here, other)], blocks[max(here, other)])
        self._go_on(kept.id, seam)


def _one(blocks: Sequence[Block], block_id: int) -> Block:
    return next(block for block in blocks if block.id == block_id)
