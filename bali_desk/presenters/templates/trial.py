"""A template filled in beside the window, as pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bali_desk.domain.errors import DeskError
from bali_desk.presenters.ask import Jobs, Progress, Running
from bali_desk.presenters.documents.page_pictures import PagePicture, pictures

if TYPE_CHECKING:
    from bali_desk.domain.record import Record

Show = Callable[[Sequence[PagePicture]], None]
Made = tuple[bytes, list[PagePicture]]


class Trial:
    """One at a time; an older answer that still comes is not shown."""

    def __init__(self, jobs: Jobs, show: Show, trouble: Callable[[str], None]) -> None:
        self._jobs, self._show, self._trouble = jobs, show, trouble
        self._pdf: bytes | None = None
        self._wanted: object = None
        self._running: Running | None = None

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

        self._run(work, done)

    def zoom(self, dpi: float) -> None:
        """The same pages, larger or smaller."""
        pdf = self._pdf
        if pdf is not None:
            self._run(lambda progress: pictures(pdf, dpi, progress), self._show)

    def leave(self) -> None:
        """What is being made is no longer wanted."""
        self._wanted = None
        if self._running is not None:
            self._running.cancel()

    def _run(self, work: Callable[[Progress], object], done: Callable[..., None]) -> None:
        self.leave()
        mine = self._wanted = object()

        def arrived(outcome: object) -> None:
            if self._wanted is mine:
                done(outcome)

        def failed(error: Exception) -> None:
            if not isinstance(error, DeskError):
                raise error
            if self._wanted is mine:
                self._trouble(str(error))

        self._running = self._jobs.run(work, arrived, failed)
