"""What costs too much for every keystroke and is told in a pause: what is new in the record, and how many pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Block, Bracket, Statement, StatementVersion, VersionFile
from bali_desk.domain.record import Record
from bali_desk.presenters.ask import Jobs, Progress
from bali_desk.presenters.latest import Latest
from bali_desk.presenters.statement.composing import news
from bali_desk.store.history import Step

if TYPE_CHECKING:
    from bali_desk.drafting.draft import Draft

TEXT = (Statement, Block, Bracket, StatementVersion, VersionFile)  # what composing does not ask


class Pause:
    """Composes only after a change of the record, and counts pages in the worker, the last text alone."""

    def __init__(self, jobs: Jobs | None, show_news: Callable[[int], None], show_pages: Callable[[int], None]) -> None:
        self._show_news, self._show_pages = show_news, show_pages
        self._latest = Latest(jobs) if jobs is not None else None
        self._drafts: list[Draft] | None = None

    def heed(self, step: Step) -> None:
        """The desk changed: what was composed holds on only where nothing but the text was written."""
        if step.touches_beyond(*TEXT):
            self._drafts = None

    def tell(self, record: Record) -> None:
        """She rests: say what is new in the record, and count the pages."""
        self._show_news(self.news(record))
        self._count_pages(record)

    def leave(self) -> None:
        """Nobody waits any more."""
        if self._latest is not None:
            self._latest.drop()

    def news(self, record: Record) -> int:
        """How many changes of the record wait; none where composing cannot be done, which says so itself."""
        from bali_desk.drafting.compose import compose

        if not record.blocks:
            return 0
        try:
            self._drafts = self._drafts if self._drafts is not None else compose(record)
        except DeskError:
            return 0
        return news(record.blocks, self._drafts)

    # ---- inner ----
    def _count_pages(self, record: Record) -> None:
        if self._latest is None or not record.blocks:
            self.leave()
            return

        def count(progress: Progress) -> int:
            from bali_desk.documents.shelf import STATEMENT, count_pages

            progress.step(0, 1)  # not at all where she typed on meanwhile
            return count_pages(STATEMENT, record)

        self._latest.run(count, self._show_pages, lambda _error: None)  # its export says why it cannot be set
