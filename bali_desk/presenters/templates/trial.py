"""A template filled in beside the window, as pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bali_desk.domain.errors import DeskError
from bali_desk.presenters.ask import Jobs, Progress
from bali_desk.presenters.documents.page_pictures import PagePicture, pictures
from bali_desk.presenters.latest import Latest

if TYPE_CHECKING:
    from bali_desk.domain.record import Record

Show = Callable[[Sequence[PagePicture]], None]
Made = tuple[bytes, list[PagePicture]]


class Trial:
    """One at a time; an older answer that still comes is not shown."""

    def __init__(self, jobs: Jobs, show: Show, trouble: Callable[[str], None]) -> None:
        self._latest, self._show, self._trouble = Latest(jobs), show, trouble
        self._pdf: bytes | None = None

    def make(self, document: str, template: Path, record: Callable[[], Record], dpi: float) -> None:
        """Fill the template in with the record and show its pages."""
        self._pdf = None

        def work(progress: Progress) -> Made:
            from bali_desk.documents.template_check import try_out

            progress.step(0, 2)
            pdf = try_out(document, template, record())
            return pdf, pictures(pdf, dpi, progress)

        def done(made: Made) -> None:
            self._pdf = made[0]
            self._show(made[1])

        self._latest.run(work, done, self._refused)

    def zoom(self, dpi: float) -> None:
        """The same pages, larger or smaller."""
        pdf = self._pdf
        if pdf is not None:
            self._latest.run(lambda progress: pictures(pdf, dpi, progress), self._show, self._refused)

    def leave(self) -> None:
        """What is being made is no longer wanted."""
        self._latest.drop()

    def _refused(self, error: DeskError) -> None:
        self._trouble(str(error))
