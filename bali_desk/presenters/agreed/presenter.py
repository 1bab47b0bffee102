"""What the page Agreed language shows and does: read statements in, put them right, search them all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import AgreedPassage, AgreedText, Body, Meeting, Outcome, StatementVersion, WorkPlanLine
from bali_desk.domain.words import marks, sought
from bali_desk.exchange.agreed.reading import ENDINGS, Read, read_files
from bali_desk.presenters.agreed import taking_in
from bali_desk.presenters.agreed.finding import Result, results
from bali_desk.presenters.agreed.rows import FIELDS, Reading, ReadPassage, TextRow, reading, text_rows
from bali_desk.presenters.agreed.seeker import Seeker
from bali_desk.presenters.ask import Ask, Jobs, Progress
from bali_desk.presenters.telling import told
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step
from bali_desk.store.removal import remove

SOUGHT = (AgreedText, AgreedPassage, StatementVersion, Outcome, WorkPlanLine, Meeting, Body)
KINDS = f"Statements ({' '.join(f'*{ending}' for ending in ENDINGS)})"


class AgreedView(Protocol):
    """What the page must be able to show."""

    def show_texts(self, rows: Sequence[TextRow]) -> None:
        """The statements that were read in."""

    def show_results(self, query: str, found: Sequence[Result]) -> None:
        """What the query found; an empty query shows the list again."""

    def show_reading(self, text: Reading | None) -> None:
        """One statement to be read."""

    def show_unread(self, sentences: Sequence[str]) -> None:
        """Why some files could not be read."""


class AgreedPresenter:
    """One for the desk."""

    def __init__(self, desk: Desk, view: AgreedView, ask: Ask, jobs: Jobs) -> None:
        self._desk, self._view, self._ask, self._jobs = desk, view, ask, jobs
        self._seeker = Seeker(desk, ask, jobs)
        self._query = ""
        self._shown: Reading | None = None
        self._left = False
        self._listening = desk.listen(self._on_change)
        self._refresh()

    def leave(self) -> None:
        """Ends its listening to the desk."""
        self._left = True
        self._seeker.drop()
        self._listening()

    # ---- reading in ----
    def choose_files(self) -> None:
        """Ask for files and read them in."""
        self.read_in(self._ask.open_files("Read in earlier statements", KINDS))

    def choose_folder(self) -> None:
        """Ask for a folder and read in what is in it."""
        folder = self._ask.open_folder("Read in a folder of earlier statements")
        self.read_in([folder] if folder else [])

    @told
    def read_in(self, paths: Sequence[Path]) -> None:
        """Read files and folders beside the window, then add all of them as one step."""
        if not paths:
            return
        with self._desk.reading() as session:
            known, bodies = taking_in.digests(session), taking_in.known_bodies(session)

        def work(progress: Progress) -> Read:
            return read_files(paths, known, bodies, progress.step)

        self._jobs.run(work, self._take_in, self._fail)

    # ---- the list ----
    @told
    def change(self, text_id: int, field: str, words: str) -> None:
        """Put body, date or title right; a date that is none is told and not kept."""
        value = FIELDS[field](words)
        with self._desk.change(f"Edit {field} of earlier statement", merge=(AgreedText, text_id, field)) as session:
            text = session.get(AgreedText, text_id)
            if text is not None and getattr(text, field) != value:
                setattr(text, field, value)

    @told
    def delete(self, text_ids: Sequence[int]) -> None:
        """Take statements out of the desk; the words that were reused stay where they are."""
        what = "earlier statement" if len(text_ids) == 1 else f"{len(text_ids)} earlier statements"
        with self._desk.change(f"Delete {what}") as session:
            for text_id in text_ids:
                text = session.get(AgreedText, text_id)
                if text is not None:
                    remove(session, text)

    # ---- finding and reading ----
    def search(self, query: str) -> None:
        """Search everything said before; an empty query goes back to the list."""
        self._query = query
        if not sought(query):
            self._seeker.drop()
            self._view.show_results("" if not query.strip() else query, ())
            return
        self._seeker.seek(lambda session: results(session, query), self._show_found)

    @told
    def open(self, text_id: int) -> None:
        """Read one statement, the words of the search marked."""
        self._open(text_id, None)

    @told
    def open_result(self, result: Result) -> None:
        """Read the statement a passage was found in, at the passage; of another source what stands round it."""
        if result.text_id is not None:
            self._open(result.text_id, result.key[2])
            return
        round_it = ((result.before, ()), (result.text, result.marks), (result.after, ()))
        passages = tuple(
            ReadPassage(place, "paragraph", text, marked) for place, (text, marked) in enumerate(round_it) if text
        )
        self._show(Reading(None, f"{result.heading} · {result.title}", passages, 1))

    # ---- inner ----
    def _open(self, text_id: int, place: int | None) -> None:
        asked = sought(self._query)
        with self._desk.reading() as session:
            self._show(reading(session, text_id, lambda text: marks(text, asked), place))

    def _show(self, text: Reading | None) -> None:
        self._shown = text
        self._view.show_reading(text)

    def _show_found(self, found: Sequence[Result]) -> None:
        self._view.show_results(self._query, found)

    def _take_in(self, read: Read) -> None:
        try:
            added = taking_in.take_in(self._desk, read.texts)
        except DeskError as error:
            self._ask.fail(str(error))
            return
        self._ask.tell(taking_in.in_words(read, added))
        if not self._left:  # what she asked for is done even when she went on to another page
            self._view.show_unread(read.unread)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._ask.fail(str(error))

    def _on_change(self, step: Step) -> None:
        if step.touches(AgreedText, AgreedPassage):
            self._refresh()
        if self._query and step.touches(*SOUGHT):
            self.search(self._query)

    def _refresh(self) -> None:
        with self._desk.reading() as session:
            self._view.show_texts(text_rows(session))
        if self._shown is not None and self._shown.text_id is not None:
            self._open(self._shown.text_id, None)
