"""What the import of registrations shows and does, step by step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from sqlmodel import Session, col, select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Delegation, Participant
from bali_desk.exchange.registration import Book, Taken, Verdict, judge, open_book, remember, take
from bali_desk.presenters.ask import Ask, Jobs, Progress, Running
from bali_desk.presenters.registration.columns import (
    ColumnsShown,
    Part,
    columns_shown,
    parts_of,
    persons_in,
    trouble,
    with_delegation,
    with_heads,
)
from bali_desk.presenters.registration.decisions import Decisions
from bali_desk.presenters.registration.result import ResultShown, result_shown
from bali_desk.presenters.registration.rows import RowsShown
from bali_desk.presenters.telling import told
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step

LABEL = "Import registrations"
SHEETS = "Registration sheets (*.xlsx *.xlsm *.csv *.tsv *.txt);;All files (*)"
START, COLUMNS, ROWS, RESULT = "start", "columns", "rows", "result"

Outcome = TypeVar("Outcome")


class RegistrationView(Protocol):
    """What the presenter may ask of the page."""

    def show_start(self, trouble: str) -> None:
        """There is no file yet; `trouble` says why the last one could not be read."""

    def show_working(self, words: str) -> None:
        """Something slow is under way; it can be cancelled."""

    def show_columns(self, shown: ColumnsShown) -> None:
        """The first step: sheets, heads, columns."""

    def show_rows(self, shown: RowsShown) -> None:
        """The second step: rows and verdicts."""

    def show_result(self, shown: ResultShown) -> None:
        """The third step: what was done."""


class RegistrationPresenter:
    """One file at a time; nothing is written before the officer says so, and one undo takes it back."""

    def __init__(self, desk: Desk, view: RegistrationView, ask: Ask, jobs: Jobs, meeting_id: int) -> None:
        self._desk, self._view, self._ask, self._jobs, self._meeting_id = desk, view, ask, jobs, meeting_id
        self._step = START
        self._book: Book | None = None
        self._parts: list[Part] = []
        self._sheet = 0
        self._taken = Taken()
        self._stands = False
        self._writing = False
        self._running: Running | None = None
        self._wanted: object = None
        self.decisions = Decisions(self._show_rows)
        self._stop_listening = desk.listen(self._on_change)
        view.show_start("")

    def leave(self) -> None:
        """Stop listening; what is being read is no longer wanted."""
        self._stop_listening()
        self._drop_running()

    # ---- the file ----
    def choose_file(self) -> None:
        """Ask for a file and read it."""
        path = self._ask.open_file("Registrations to import", SHEETS)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Read a file and recognise its sheets, beside the window."""

        def work(progress: Progress) -> tuple[Book, list[Part]]:
            progress.step(0, 3)
            data = _read(path)
            progress.step(1, 3)
            book = open_book(data, path.name)
            progress.step(2, 3)
            with self._desk.reading() as session:
                return book, parts_of(book, session)

        self._run(f"Reading {path.name} …", work, self._opened)

    def begin_anew(self) -> None:
        """Let the file go."""
        self._drop_running()
        self._step, self._book, self._parts = START, None, []
        self._view.show_start("")

    def cancel(self) -> None:
        """What is being read is no longer wanted; the step before stands."""
        if self._running is not None:
            self._drop_running()
            self._show()

    # ---- the first step ----
    def choose_sheet(self, place: int) -> None:
        """Show another sheet."""
        self._sheet = place
        self._show()

    def want_sheet(self, place: int, wanted: bool) -> None:
        """Take the rows of a sheet, or leave them."""
        self._sheet = place
        self._change_part(replace(self._parts[place], wanted=wanted))

    def set_field(self, number: int, field: str) -> None:
        """Say what a column means; the sheet is wanted then."""
        part = self._parts[self._sheet]
        reading = part.reading.with_field(number, field)
        self._change_part(replace(part, reading=reading, wanted=part.wanted or reading.names_persons))

    def set_head(self, row: int, is_head: bool) -> None:
        """Say whether a row is one of the heads."""
        self._change_part(with_heads(self._parts[self._sheet], row, is_head))

    def set_delegation(self, name: str) -> None:
        """Say from which delegation all rows of the sheet come."""
        self._change_part(with_delegation(self._parts[self._sheet], name))

    def go_on(self) -> None:
        """Judge the rows of the sheets that are wanted, beside the window."""
        parts = list(self._parts)
        if self._book is None or trouble(parts):
            return

        def work(progress: Progress) -> list[Verdict]:
            progress.step(0, 2)
            rows = persons_in(parts)
            progress.step(1, 2)
            with self._desk.reading() as session:
                return judge(session, self._meeting_id, rows)

        self._run("Comparing with the persons registered …", work, self._judged)

    def go_back(self) -> None:
        """Back to the step before; what was decided is kept. From the result only once it was taken back."""
        if self._step == ROWS:
            self._step = COLUMNS
            self._show()
        elif self._step == RESULT and not self._stands:
            self.go_on()

    # ---- the second step ----
    @told
    def take_rows(self) -> None:
        """Write what is decided, as one step that undo takes back, and keep what the columns mean."""
        if self._book is None or self.decisions.waiting:
            return
        self._writing = True
        try:
            self._taken = self._take()
        finally:
            self._writing = False
        self._stands, self._step = True, RESULT
        self._show()

    # ---- the third step ----
    @told
    def take_back(self) -> None:
        """Undo the import."""
        if self._desk.undo_label != LABEL:
            raise DeskError("Something else was done since: take that back first, with Undo.")
        self._desk.undo()

    # ---- inner ----
    def _take(self) -> Taken:
        with self._desk.change(LABEL) as session:
            decisions = self.decisions
            taken = take(session, self._meeting_id, decisions.verdicts, decisions.choices, on=dt.date.today())
            for part in self._parts:
                if part.wanted:
                    remember(session, part.sheet, part.reading)
        return taken

    def _drop_running(self) -> None:
        self._wanted = None
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _opened(self, found: tuple[Book, list[Part]]) -> None:
        self._book, self._parts = found
        self._sheet = next((place for place, part in enumerate(self._parts) if part.wanted), 0)
        self._step = COLUMNS
        self.decisions.forget()
        self._show()

    def _judged(self, verdicts: list[Verdict]) -> None:
        with self._desk.reading() as session:
            homes = _delegations(session, self._meeting_id)
        self._step = ROWS
        self.decisions.judge(verdicts, homes)
        self._show()

    def _change_part(self, part: Part) -> None:
        self._parts[self._sheet] = part
        self._show()

    def _run(self, words: str, work: Callable[[Progress], Outcome], done: Callable[[Outcome], None]) -> None:
        self._drop_running()
        mine = object()
        self._wanted = mine
        self._view.show_working(words)

        def arrived(outcome: Outcome) -> None:
            if self._wanted is mine:
                self._running = self._wanted = None
                done(outcome)

        def failed(error: Exception) -> None:
            if self._wanted is mine:
                self._running = self._wanted = None
                self._fail(error)

        running = self._jobs.run(work, arrived, failed)
        if self._wanted is mine:
            self._running = running

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        if self._step == START:
            self._view.show_start(str(error))
        else:
            self._show()
            self._ask.fail(str(error))

    def _on_change(self, step: Step) -> None:
        if self._writing:
            return
        if self._step == RESULT and self._is_ours(step):
            self._stands = not self._stands
            self._show()
        elif self._step == ROWS and step.touches(Participant, Delegation):
            self.go_on()

    def _is_ours(self, step: Step) -> bool:
        """Whether a step takes this import back, or does it again."""
        ours = {*self._taken.added, *self._taken.changed}
        return step.label == LABEL and any(change.key in ours for change in step.changes)

    def _show(self) -> None:
        if self._book is None:
            self._view.show_start("")
        elif self._step == COLUMNS:
            self._view.show_columns(columns_shown(self._book, self._parts, self._sheet))
        elif self._step == ROWS:
            self._show_rows()
        else:
            shown = result_shown(self._book.name, self._taken, self.decisions.verdicts, self._stands)
            self._view.show_result(shown)

    def _show_rows(self) -> None:
        if self._book is not None and self._step == ROWS:
            self._view.show_rows(self.decisions.shown(self._book.name))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DeskError(f"“{path.name}” cannot be read: {error.strerror or 'it is not there'}.") from error


def _delegations(session: Session, meeting_id: int) -> Sequence[str]:
    ours = select(Delegation.name).where(Delegation.meeting_id == meeting_id)
    return list(session.exec(ours.order_by(col(Delegation.sequence), col(Delegation.id))))
