"""What the directory shows and does: every person of every meeting, found, opened, and added to the open one."""

from __future__ import annotations

from typing import Protocol

from bali_desk.domain.models import Body, Delegation, Meeting, Participant
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.finding import Finder
from bali_desk.presenters.frame import meeting_name
from bali_desk.presenters.participants.adding import NewPersons
from bali_desk.presenters.persons.rows import DirectoryRow, DirectoryShown, PersonCard, card_of, directory_rows
from bali_desk.presenters.telling import told
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step
from bali_desk.store.persons import read_everybody

PREPARED = 1_000  # persons made ready for finding in one pause


class PersonsView(Protocol):
    """What the presenter may ask of the page."""

    def show_directory(self, shown: DirectoryShown) -> None:
        """Show these persons."""

    def show_card(self, card: PersonCard | None) -> None:
        """Show everything of the chosen person; None where there is none."""


class PersonsPresenter:
    """Reads the desk when it is first looked at, and again after a change of persons."""

    def __init__(self, desk: Desk, view: PersonsView, ask: Ask, meeting_id: int) -> None:
        self._desk, self._view, self._ask, self._meeting_id = desk, view, ask, meeting_id
        self._asked = ""
        self._chosen: int | None = None
        self._rows: list[DirectoryRow] | None = None
        self._ready = 0
        self._finder: Finder[DirectoryRow] = Finder(DirectoryRow.words)
        self.leave = desk.listen(self._on_change)

    def show(self) -> None:
        """The page is looked at: read what is not read yet."""
        if self._rows is None:
            self._read()
        self._show()

    def find(self, asked: str) -> None:
        """Show only persons in whom every word asked for is found: name, address, organisation, country, meeting."""
        self._asked = asked
        self._show()

    def choose(self, key: int | None) -> None:
        """The officer went to this person."""
        self._chosen = key
        self._show_card()

    def prepare(self) -> bool:
        """Make some more ready for finding; whether more is left."""
        self._finder.prepare(self._ready, self._ready + PREPARED)
        self._ready += PREPARED
        return self._ready < len(self._rows or ())

    @told
    def add_to_meeting(self) -> int | None:
        """Copy the details of the chosen person into the open meeting, in one step; her id there."""
        row = self._chosen_row()
        if row is None or card_of(row, self._meeting_id).why_not:
            return None
        return NewPersons(self._desk, self._ask, self._meeting_id).bring(row.latest.id)

    # ---- inner ----
    def _on_change(self, step: Step) -> None:
        if step.touches(Participant, Delegation, Meeting, Body) and self._rows is not None and self._read():
            self._show()
            self._show_card()

    def _read(self) -> bool:
        """Read everybody; False where the meeting that was open is no longer there."""
        with self._desk.reading() as session:
            meeting = session.get(Meeting, self._meeting_id)
            if meeting is None:
                return False
            self._meeting = meeting_name(meeting)
            everybody = read_everybody(session)
        self._rows = directory_rows(everybody)
        self._finder.over(self._rows)
        self._ready = 0
        return True

    def _chosen_row(self) -> DirectoryRow | None:
        return next((row for row in self._rows or () if row.key == self._chosen), None)

    def _show(self) -> None:
        self._view.show_directory(
            DirectoryShown(self._finder.found(self._asked), len(self._rows or ()), self._asked, self._meeting)
        )

    def _show_card(self) -> None:
        row = self._chosen_row()
        self._view.show_card(card_of(row, self._meeting_id) if row is not None else None)
