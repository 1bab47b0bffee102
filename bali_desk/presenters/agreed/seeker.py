"""Searching beside the window: the last question counts, an older answer that still comes is not shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlmodel import Session

from bali_desk.domain.errors import DeskError
from bali_desk.presenters.agreed.finding import Result
from bali_desk.presenters.ask import Ask, Jobs, Progress, Running
from bali_desk.store.desk import Desk

Question = Callable[[Session], list[Result]]


class Seeker:
    """Asks the desk in the worker and hands the results to whoever shows them."""

    def __init__(self, desk: Desk, ask: Ask, jobs: Jobs) -> None:
        self._desk, self._ask, self._jobs = desk, ask, jobs
        self._running: Running | None = None
        self._wanted: object = None

    def seek(self, question: Question, show: Callable[[Sequence[Result]], None]) -> None:
        """Ask in place of what was asked before."""
        self.drop()
        mine = object()
        self._wanted = mine

        def work(progress: Progress) -> list[Result]:
            progress.step(0, 1)  # not at all where she typed on meanwhile
            with self._desk.reading() as session:
                return question(session)

        def arrived(found: list[Result]) -> None:
            if self._wanted is mine:
                show(found)

        def failed(error: Exception) -> None:
            if not isinstance(error, DeskError):
                raise error
            if self._wanted is mine:
                self._ask.tell(str(error))

        self._running = self._jobs.run(work, arrived, failed)

    def drop(self) -> None:
        """Nobody waits for an answer any more."""
        self._wanted = None
        if self._running is not None:
            self._running.cancel()
            self._running = None
