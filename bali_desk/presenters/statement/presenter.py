"""What the Statement page shows and does: the text as it will print, block by block, and what stands behind each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import (
    AgendaItem,
    Block,
    Body,
    Bracket,
    Meeting,
    Outcome,
    Statement,
    StatementVersion,
    Wording,
)
from bali_desk.drafting.brackets import refusal_of_final
from bali_desk.presenters.ask import Ask, Jobs
from bali_desk.presenters.statement import rows as statement_rows
from bali_desk.presenters.statement.composing import compose_statement, statement_of
from bali_desk.presenters.statement.guide import GuideRow, guide_rows, next_to_settle, unused, what_waits
from bali_desk.presenters.statement.pause import Pause, composed_news
from bali_desk.presenters.statement.rows import BlockRow, InHand, Standing, VersionRow
from bali_desk.presenters.statement.writing import Writing
from bali_desk.presenters.telling import told
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step
from bali_desk.store.records import read_record, read_versions

if TYPE_CHECKING:
    from bali_desk.presenters.agreed.beside import BesidePresenter
    from bali_desk.presenters.checks.presenter import ChecksPresenter
    from bali_desk.presenters.statement.spelling import SpellingPresenter
    from bali_desk.presenters.statement.versions import VersionsPresenter, VersionsView
    from bali_desk.presenters.wording.presenter import WordingPresenter, WordingView

SHOWN = (Statement, Block, Bracket, StatementVersion, Outcome, AgendaItem, Meeting, Body, Wording)


class StatementView(Protocol):
    """What the page must be able to show."""

    def show_blocks(self, rows: Sequence[BlockRow]) -> None:
        """The paper; a block that is being typed in keeps its cursor."""

    def show_guide(self, rows: Sequence[GuideRow]) -> None:
        """What waits for her, and the sources with where the text uses them."""

    def show_in_hand(self, block: InHand | None) -> None:
        """What stands behind the block the cursor is in."""

    def show_standing(self, standing: Standing) -> None:
        """Counts and stage."""

    def await_pause(self) -> None:
        """Call `in_a_pause` once she has rested for a moment."""

    def show_news(self, changes: int, unused: int) -> None:
        """How many changes of the record wait for composing, and how many outcomes the text does not use."""

    def show_pages(self, pages: int) -> None:
        """How many pages the text takes."""

    def show_versions(self, rows: Sequence[VersionRow]) -> None:
        """The versions that went out."""

    def put_cursor(self, block_id: int, place: int) -> None:
        """Go on typing there; a place of -1 is the end."""


class StatementPresenter(Writing):
    """One per meeting that is open: shows the text, and what she may do with it as a whole."""

    def __init__(
        self,
        desk: Desk,
        view: StatementView,
        ask: Ask,
        meeting_id: int,
        beside: BesidePresenter | None = None,
        jobs: Jobs | None = None,
        checks: ChecksPresenter | None = None,
        spelling: SpellingPresenter | None = None,
    ) -> None:
        super().__init__(desk, ask, meeting_id)
        self._view = view
        self._in_hand: tuple[int | None, int | None] = (None, None)  # block, and which of its brackets
        self.beside, self.checks, self.spelling = beside, checks, spelling
        self._jobs, self._told_of_final = jobs, False
        self._pause = Pause(
            desk, meeting_id, jobs, lambda changes: view.show_news(changes, unused(self._guide)), view.show_pages
        )
        self._listening = desk.listen(self._on_change)
        self._refresh()

    def leave(self) -> None:
        """Ends its listening to the desk, and the suggestions beside the text."""
        self._listening()
        self._pause.leave()
        for part in (self.beside, self.checks, self.spelling):
            if part is not None:
                part.leave()

    def in_a_pause(self) -> None:
        """She rests: time for what is too slow for every keystroke."""
        self._pause.tell()
        if self.checks is not None:
            self.checks.look()

    # ---- the whole text ----
    @told
    def compose(self) -> None:
        """Compose or refresh the text from the record; what she wrote stays."""
        compose_statement(self._desk, self._meeting_id)

    @told
    def set_stage(self, stage: str) -> None:
        """Say how far the text is; none is final while words stand in brackets or the checks find an error."""
        refused = self._refusal_of_final() if stage == "final" else ""
        if refused:
            self._refresh()  # the stage it has
            raise DeskError(refused)
        with self._desk.change("Set stage of the statement") as session:
            row = statement_of(session, self._meeting_id)
            row.stage = stage
        self._told_of_final = False
        waits = what_waits(self._record, self._guide, composed_news(self._record)[1]) if stage == "final" else ""
        if waits:
            self._ask.tell(waits)

    def versions(self, view: VersionsView, version_id: int) -> VersionsPresenter:
        """Whoever reads the versions that went out, beginning with this one."""
        from bali_desk.presenters.statement.versions import VersionsPresenter

        return VersionsPresenter(self._desk, view, self._ask, self._meeting_id, version_id)

    def wording(self, view: WordingView) -> WordingPresenter:
        """Whoever decides how the body words its statements."""
        from bali_desk.presenters.wording.presenter import WordingPresenter

        return WordingPresenter(self._desk, view, self._ask, self._meeting_id, self._jobs)

    # ---- where she is ----
    def choose(self, block_id: int | None, bracket: int | None = None) -> None:
        """The cursor is in this block now, and in the how-manieth of its brackets."""
        if (block_id, bracket) != self._in_hand:
            self._in_hand = (block_id, bracket)
            self._show_in_hand()

    def settle_next(self, block_id: int | None, place: int, way: int = 1) -> bool:
        """Go on to what waits for her after this place, or with a way of -1 before it; False where nothing waits."""
        order = [block.id or 0 for block in self._record.blocks]
        try:
            row = next_to_settle(self._guide, order, (block_id, place), way)
        except LookupError:
            self._ask.tell("Nothing in the text waits to be settled.")
            return False
        self._go_on(row.block_id, row.place)
        return True

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
    def _refusal_of_final(self) -> str:
        return refusal_of_final(self._record.blocks) or (self.checks.refusal_of_final() if self.checks else "")

    def _go_on(self, block_id: int | None, place: int) -> None:
        if block_id is not None:
            self._view.put_cursor(block_id, place)

    def _show_in_hand(self) -> None:
        block_id, bracket = self._in_hand
        self._view.show_in_hand(statement_rows.in_hand(self._record, block_id, bracket))
        if self.beside is not None:
            text = next((block.text for block in self._record.blocks if block.id == block_id), "")
            self.beside.suggest(block_id, text)

    def _on_change(self, step: Step) -> None:
        self._pause.heed(step)
        if step.touches(Block):
            self._tell_of_final()
        if step.touches(*SHOWN):
            self._refresh()
        else:
            self._view.await_pause()

    def _tell_of_final(self) -> None:
        """The first change of a final text: nothing is in its way, but she knows."""
        final = self._record.statement is not None and self._record.statement.stage == "final"
        if final and not self._told_of_final:
            self._ask.tell("The text is final: your change makes the next version.")
        self._told_of_final = final

    def _refresh(self) -> None:
        with self._desk.reading() as session:
            self._record = read_record(session, self._meeting_id)
            versions = read_versions(session, self._meeting_id)
        record, view = self._record, self._view
        view.show_blocks(statement_rows.block_rows(record))
        self._guide = guide_rows(record)
        view.show_guide(self._guide)
        self._show_in_hand()
        view.show_standing(statement_rows.standing(record))
        view.show_versions(statement_rows.version_rows(versions))
        view.await_pause()
