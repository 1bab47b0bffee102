"""Searching beside the window: the last question counts, an older answer that still comes is not shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlmodel import Session

from bali_desk.presenters.agreed.finding import Result
from bali_desk.presenters.ask import Ask, Jobs, Progress
from bali_desk.presenters.latest import Latest
from bali_desk.store.desk import Desk

Question = Callable[[Session], list[Result]]


class Seeker:
    """Asks the desk in the worker and hands the results to whoever shows them."""

    def __init__(self, desk: Desk, ask: Ask, jobs: Jobs) -> None:
        self._desk, self._ask, self._latest = desk, ask, Latest(jobs)

    def seek(self, question: Question, show: Callable[[Sequence[Result]], None]) -> None:
        """Ask in place of what was asked before."""

        def work(progress: Progress) -> list[Result]:
            progress.step(0, 1)  # not at all where she typed on meanwhile
            with self._desk.reading() as session:
                return question(session)

        self._latest.run(work, show, lambda error: self._ask.tell(str(error)))

    def drop(self) -> None:
        """Nobody waits for an answer any more."""
        self._latest.drop()
