"""What the Statement page shows and does: the text as it will print, block by block, and what stands behind each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from sqlmodel import Session

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import AgendaItem, Block, Body, Meeting, Outcome, Statement, StatementVersion, Wording
from bali_desk.drafting.brackets import refusal_of_final
from bali_desk.presenters import places
from bali_desk.presenters.ask import Ask, Jobs
from bali_desk.presenters.statement import block_edits
from bali_desk.presenters.statement import rows as statement_rows
from bali_desk.presenters.statement.composing import compose_statement, statement_of
from bali_desk.presenters.statement.pause import Pause
from bali_desk.presenters.statement.rich_text import Runs, runs_of
from bali_desk.presenters.statement.rows import BlockRow, InHand, SourceRow, Standing, VersionRow
from bali_desk.presenters.telling import told
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step
from bali_desk.store.records import read_record, read_versions

if TYPE_CHECKING:
    from bali_desk.presenters.agreed.beside import BesidePresenter
    from bali_desk.presenters.statement.versions import VersionsPresenter, VersionsView
    from bali_desk.presenters.wording.presenter import WordingPresenter, WordingView

SHOWN = (Statement, Block, StatementVersion, Outcome, AgendaItem, Meeting, Body, Wording)


class StatementView(Protocol):
    """What the page must be able to show."""

    def show_blocks(self, rows: Sequence[BlockRow]) -> None:
        """The paper; a block that is being typed in keeps its cursor."""

    def show_sources(self, rows: Sequence[SourceRow]) -> None:
        """The public outcomes and where the text uses them."""

    def show_in_hand(self, block: InHand | None) -> None:
        """What stands behind the block the cursor is in."""

    def show_standing(self, standing: Standing) -> None:
        """Counts and stage."""

    def await_pause(self) -> None:
        """Call `in_a_pause` once she has rested for a moment."""

    def show_news(self, changes: int) -> None:
        """How many changes of the record wait for composing."""

    def show_pages(self, pages: int) -> None:
        """How many pages the text takes."""

    def show_versions(self, rows: Sequence[VersionRow]) -> None:
        """The versions that went out."""

    def put_cursor(self, block_id: int, place: int) -> None:
        """Go on typing there; a place of -1 is the end."""


class StatementPresenter:
    """One per meeting that is open."""

    def __init__(
        self,
        desk: Desk,
        view: StatementView,
        ask: Ask,
        meeting_id: int,
        beside: BesidePresenter | None = None,
        jobs: Jobs | None = None,
    ) -> None:
        self._desk, self._view, self._ask, self._meeting_id = desk, view, ask, meeting_id
        self._in_hand: int | None = None
        self.beside = beside
        self._pause = Pause(jobs, view.show_news, view.show_pages)
        self._listening = desk.listen(self._on_change)
        self._refresh()

    def leave(self) -> None:
        """Ends its listening to the desk, and the suggestions beside the text."""
        self._listening()
        self._pause.leave()
        if self.beside is not None:
            self.beside.leave()

    def in_a_pause(self) -> None:
        """She rests: time for what is too slow for every keystroke."""
        with self._desk.reading() as session:  # what changed may be no part of what this page shows
            self._pause.tell(read_record(session, self._meeting_id))

    # ---- the whole text ----
    @told
    def compose(self) -> None:
        """Compose or refresh the text from the record; what she wrote stays."""
        compose_statement(self._desk, self._meeting_id)

    @told
    def set_stage(self, stage: str) -> None:
        """Say how far the text is; none is final while words stand in brackets, and one that is says what waits."""
        refused = refusal_of_final(self._record.blocks) if stage == "final" else ""
        if refused:
            self._refresh()  # the stage it has
            raise DeskError(refused)
        with self._desk.change("Set stage of the statement") as session:
            row = statement_of(session, self._meeting_id)
            row.stage = stage
        left = statement_rows.standing(self._record).both
        if stage == "final" and left:
            self._ask.tell(f"{left} {'paragraph waits' if left == 1 else 'paragraphs wait'} for your choice.")

    def versions(self, view: VersionsView, version_id: int) -> VersionsPresenter:
        """Whoever reads the versions that went out, beginning with this one."""
        from bali_desk.presenters.statement.versions import VersionsPresenter

        return VersionsPresenter(self._desk, view, self._ask, self._meeting_id, version_id)

    def wording(self, view: WordingView) -> WordingPresenter:
        """Whoever decides how the body words its statements."""
        from bali_desk.presenters.wording.presenter import WordingPresenter

        return WordingPresenter(self._desk, view, self._ask, self._meeting_id)

    # ---- one block ----
    def choose(self, block_id: int | None) -> None:
        """The cursor is in this block now."""
        if block_id != self._in_hand:
            self._in_hand = block_id
            self._show_in_hand()

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
        with self._desk.change("Split paragraph") as session:
            blocks = self._blocks(session)
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
        with self._desk.change("Insert paragraph") as session:
            blocks = self._blocks(session)
            beside = next((block for block in blocks if block.id == block_id), blocks[-1] if blocks else None)
            owner = statement_of(session, self._meeting_id).id or 0
            fresh = block_edits.insert(session, blocks, beside, kind, statement_id=owner)
        self._go_on(fresh.id, 0)

    @told
    def paste_lines(self, block_id: int, place: int, lines: Sequence[str]) -> None:
        """Pasted paragraphs: the first joins the block at the place, each other becomes a block of her own."""
        from bali_desk.presenters.statement.rich_text import Run, join, split

        with self._desk.change("Paste") as session:
            blocks = self._blocks(session)
            block = _one(blocks, block_id)
            before, after = split(runs_of(block.text), place)
            block_edits.write(block, join(before, (Run(lines[0]),)))
            kind = block.kind if block.kind in block_edits.LISTS else "paragraph"
            for line in lines[1:]:
                runs = join((Run(line),), after if line is lines[-1] else ())
                block = block_edits.insert(session, self._blocks(session), block, kind, runs)
        self._go_on(block.id, len(lines[-1]))

    @told
    def delete(self, block_id: int) -> None:
        """Take a block out of the text."""
        ids = [block.id for block in self._record.blocks]
        place = ids.index(block_id) if block_id in ids else -1
        self._on_block("Delete paragraph", block_id, None)
        left = [one for one in ids if one != block_id]
        if left and place >= 0:
            self._go_on(left[max(place - 1, 0)], -1)

    @told
    def move(self, block_id: int, by: int) -> None:
        """Move a block up or down."""
        with self._desk.change("Move paragraph") as session:
            places.number(places.moved(self._blocks(session), block_id, by))

    # ---- undo from the paper ----
    def go_to(self, handle: str) -> None:
        """Put the cursor into the block with this handle, from another page."""
        self._go_on(next((block.id for block in self._record.blocks if block.handle == handle), None), 0)

    @told
    def undo(self) -> None:
        """Take the last step back."""
        self._desk.undo()

    @told
    def redo(self) -> None:
        """Do it again."""
        self._desk.redo()

    # ---- inner ----
    def _on_block(self, label: str, block_id: int, act: Callable[[Block], None] | None, merge: object = None) -> None:
        with self._desk.change(label, merge=merge) as session:
            block = session.get(Block, block_id)
            if block is not None and act is None:
                session.delete(block)
            elif block is not None and act is not None:
                act(block)

    def _whole_again(self, label: str, block_id: int, act: Callable[[Block], None]) -> None:
        """Give a block the record's words, and take away what was split off it and stands in them again."""
        with self._desk.change(label) as session:
            blocks = self._blocks(session)
            block = next((one for one in blocks if one.id == block_id), None)
            if block is not None:
                before = block.composed or ""
                act(block)
                block_edits.drop_parts(session, blocks, block, f"{before}\n{block.text}")
        self._go_on(block_id, -1)

    def _join(self, block_id: int, way: int) -> None:
        with self._desk.change("Join paragraphs") as session:
            blocks = self._blocks(session)
            here = blocks.index(_one(blocks, block_id))
            other = here + way
            if not 0 <= other < len(blocks):
                return
            kept, seam = block_edits.join_with(session, blocks[min(here, other)], blocks[max(here, other)])
        self._go_on(kept.id, seam)

    def _blocks(self, session: Session) -> list[Block]:
        return read_record(session, self._meeting_id).blocks

    def _go_on(self, block_id: int | None, place: int) -> None:
        if block_id is not None:
            self._view.put_cursor(block_id, place)

    def _show_in_hand(self) -> None:
        self._view.show_in_hand(statement_rows.in_hand(self._record, self._in_hand))
        if self.beside is not None:
            text = next((block.text for block in self._record.blocks if block.id == self._in_hand), "")
            self.beside.suggest(self._in_hand, text)

    def _on_change(self, step: Step) -> None:
        self._pause.heed(step)
        if step.touches(*SHOWN):
            self._refresh()
        else:
            self._view.await_pause()

    def _refresh(self) -> None:
        with self._desk.reading() as session:
            self._record = read_record(session, self._meeting_id)
            versions = read_versions(session, self._meeting_id)
        record, view = self._record, self._view
        view.show_blocks(statement_rows.block_rows(record))
        view.show_sources(statement_rows.source_rows(record))
        self._show_in_hand()
        view.show_standing(statement_rows.standing(record))
        view.show_versions(statement_rows.version_rows(versions))
        view.await_pause()


def _one(blocks: Sequence[Block], block_id: int) -> Block:
    return next(block for block in blocks if block.id == block_id)
