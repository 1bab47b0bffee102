"""Work beside the window of which only the last answer counts: what was asked before is not wanted any more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from bali_desk.domain.errors import DeskError
from bali_desk.presenters.ask import Jobs, Progress, Running

Answer = TypeVar("Answer")


class Latest:
    """One kind of work. An older answer that still comes is not heard; a fault of ours is, whenever it comes."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._running: Running | None = None
        self._wanted: object = None

    def run(
        self,
        work: Callable[[Progress], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        """Start this in place of what is under way; `failed` hears what an officer can mend."""
        self.drop()
        mine = self._wanted = object()

        def arrived(answer: Answer) -> None:
            if self._wanted is mine:
                done(answer)

        def refused(error: Exception) -> None:
            if not isinstance(error, DeskError):
                raise error
            if self._wanted is mine:
                failed(error)

        self._running = self._jobs.run(work, arrived, refused)

    def drop(self) -> None:
        """Nobody waits for an answer any more."""
        self._wanted = None
        if self._running is not None:
            self._running.cancel()
            self._running = None
