"""What costs too much for every keystroke and is told in a pause: what is new in the record, and how many pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Block, Bracket, Statement, StatementVersion, VersionFile
from bali_desk.domain.record import Record
from bali_desk.presenters.ask import Jobs, Progress
from bali_desk.presenters.latest import Latest
from bali_desk.presenters.statement.composing import news
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step
from bali_desk.store.records import read_record

if TYPE_CHECKING:
    from bali_desk.drafting.draft import Draft

TEXT = (Statement, Block, Bracket, StatementVersion, VersionFile)  # what composing does not ask


@dataclass(frozen=True)
class Found:
    """What a pause gave: the composition of the record, what of it is news, and the pages where they were counted."""

    drafts: list[Draft] | None
    news: int
    pages: int | None


class Pause:
    """Works beside the window where there is a worker; composes only after a change of the record."""

    def __init__(
        self,
        desk: Desk,
        meeting_id: int,
        jobs: Jobs | None,
        show_news: Callable[[int], None],
        show_pages: Callable[[int], None],
    ) -> None:
        self._desk, self._meeting_id = desk, meeting_id
        self._show_news, self._show_pages = show_news, show_pages
        self._latest = Latest(jobs) if jobs is not None else None
        self._drafts: list[Draft] | None = None

    def heed(self, step: Step) -> None:
        """The desk changed: an answer to come is old, and what was composed too unless only the text was written."""
        self.leave()
        if step.touches_beyond(*TEXT):
            self._drafts = None

    def tell(self) -> None:
        """She rests: say what is new in the record, and with a worker how many pages there are."""
        drafts = self._drafts
        if self._latest is None:
            self._take(self._find(drafts, pages=False))
            return

        def work(progress: Progress) -> Found:
            progress.step(0, 1)  # not at all where she typed on meanwhile
            return self._find(drafts, pages=True)

        self._latest.run(work, self._take, lambda _error: None)  # a meeting that was removed says so elsewhere

    def leave(self) -> None:
        """Nobody waits any more."""
        if self._latest is not None:
            self._latest.drop()

    # ---- inner ----
    def _take(self, found: Found) -> None:
        self._drafts = found.drafts
        self._show_news(found.news)
        if found.pages is not None:
            self._show_pages(found.pages)

    def _find(self, drafts: list[Draft] | None, pages: bool) -> Found:
        """What may run beside the window: no view is touched. A text that cannot be set says so where it is made."""
        from bali_desk.documents.shelf import STATEMENT, count_pages

        with self._desk.reading() as session:
            record = read_record(session, self._meeting_id)
        drafts, fresh = composed_news(record, drafts)
        if not pages or not record.blocks:
            return Found(drafts, fresh, None)
        try:
            return Found(drafts, fresh, count_pages(STATEMENT, record))
        except DeskError:
            return Found(drafts, fresh, None)


def composed_news(record: Record, drafts: list[Draft] | None = None) -> tuple[list[Draft] | None, int]:
    """The composition of a record, made where none is given, and how much of it is not in the text yet.

    Nothing is news where composing cannot be done, which says so itself.
    """
    from bali_desk.drafting.compose import compose

    if not record.blocks:
        return drafts, 0
    try:
        drafts = drafts if drafts is not None else compose(record)
        return drafts, news(record.blocks, drafts)
    except DeskError:
        return None, 0
