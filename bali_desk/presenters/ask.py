"""What a presenter may want from the officer and the machine; the window answers, tests play both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

Outcome = TypeVar("Outcome")


class Ask(Protocol):
    """Every question and message of the program goes through here."""

    def confirm(self, question: str, action: str) -> bool:
        """Whether the officer chose `action` (the words on the button) rather than Cancel."""

    def tell(self, message: str) -> None:
        """Say something that needs no answer, without stopping her."""

    def fail(self, message: str) -> None:
        """Say what went wrong and what she can do, in one sentence."""

    def save_as(self, title: str, name: str, kinds: str) -> Path | None:
        """Where to write; `name` is offered, `kinds` is a filter such as "Word (*.docx)". None when she cancels."""

    def open_file(self, title: str, kinds: str) -> Path | None:
        """Which file to read. None when she cancels."""

    def open_files(self, title: str, kinds: str) -> list[Path]:
        """Which files to read. None of them when she cancels."""

    def open_folder(self, title: str) -> Path | None:
        """Which folder to read. None when she cancels."""


class Progress(Protocol):
    """What slow work is handed: tell how far it is; raises `Cancelled` when no longer wanted."""

    def step(self, done: int, total: int) -> None:
        """`done` of `total` parts are behind it."""


class Running(Protocol):
    """What `Jobs.run` hands back."""

    def cancel(self) -> None:
        """Make its next step the last."""


class Cancelled(Exception):
    """The officer no longer wants the work that was running."""


class Jobs(Protocol):
    """Slow work, one at a time, beside the window."""

    def run(
        self,
        work: Callable[[Progress], Outcome],
        done: Callable[[Outcome], None],
        failed: Callable[[Exception], None],
    ) -> Running:
        """Start `work(progress)`; one of `done(outcome)` or `failed(error)` follows, unless it is cancelled."""
