"""Runs slow work off the window's thread, one at a time, and brings the outcome back to it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from bali_desk.presenters.ask import Cancelled, Progress

Outcome = TypeVar("Outcome")


class Running:
    """A job under way: told how far it is by the work, told to stop by the officer."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._report = report
        self._stop = Event()

    def step(self, done: int, total: int) -> None:
        """Reports progress; raises `Cancelled` when the work is no longer wanted."""
        if self._stop.is_set():
            raise Cancelled
        self._report(done, total)

    def cancel(self) -> None:
        """Makes the next step the last."""
        self._stop.set()


class Jobs(QObject):
    """One worker. `began` and `ended` tell the bar in the foot when there is something to show."""

    began = Signal()
    progressed = Signal(int, int)
    ended = Signal()
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._under_way: list[Running] = []
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)  # even if it ended at once

    def run(
        self,
        work: Callable[[Progress], Outcome],
        done: Callable[[Outcome], None],
        failed: Callable[[Exception], None],
    ) -> Running:
        """Starts `work(progress)`; one of `done(outcome)` or `failed(error)` follows on the window's thread."""
        running = Running(self.progressed.emit)
        self._under_way.append(running)
        self.began.emit()

        def settle(future: Future[Outcome]) -> None:
            self._under_way.remove(running)
            if not self._under_way:
                self.ended.emit()
            _settle(future, done, failed)

        self._pool.submit(work, running).add_done_callback(lambda future: self._arrived.emit(lambda: settle(future)))
        return running

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._under_way)

    def cancel(self) -> None:
        """Stops all that is under way, as soon as each reports its next step."""
        for running in self._under_way:
            running.cancel()

    def close(self) -> None:
        """Stops the worker; waits for the step under way."""
        self.cancel()
        self._arrived.disconnect(self._deliver)
        self._pool.shutdown(cancel_futures=True)

    @Slot(object)
    def _deliver(self, settle: Callable[[], None]) -> None:
        settle()


def _settle(future: Future[Outcome], done: Callable[[Outcome], None], failed: Callable[[Exception], None]) -> None:
    try:
        outcome = future.result()
    except (Cancelled, CancelledError):
        return
    except Exception as error:
        failed(error)
    else:
        done(outcome)
