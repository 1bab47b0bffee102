"""What the participants page shows and does."""

from __future__ import annotations

from typing import Protocol

from sqlmodel import select

from bali_desk.domain.attendance import Counts
from bali_desk.domain.models import Body, CoChair, Delegation, Meeting, Participant
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.outgoing import Outgoing
from bali_desk.presenters.participants.delegations import Delegations
from bali_desk.presenters.participants.details import PersonShown, person_shown
from bali_desk.presenters.participants.persons import PersonsOfMeeting
from bali_desk.presenters.participants.rows import PeopleShown
from bali_desk.presenters.participants.state import ParticipantsState
from bali_desk.presenters.person_names import names_by_handle
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step


class ParticipantsView(Protocol):
    """What the presenter may ask of the page."""

    def show_people(self, people: PeopleShown) -> None:
        """Show these delegations and persons."""

    def show_person(self, person: PersonShown | None) -> None:
        """Show everything of the chosen person; None where there is none."""


class ParticipantsPresenter:
    """Shows delegations and persons; `persons` and `delegations` change them."""

    def __init__(self, desk: Desk, view: ParticipantsView, ask: Ask, meeting_id: int) -> None:
        self._desk = desk
        self._view = view
        self._meeting_id = meeting_id
        self._delegation: int | None = None
        self._person: int | None = None
        self._asked = ""
        self._state = ParticipantsState(desk, meeting_id)
        self.persons = PersonsOfMeeting(desk, ask, meeting_id)
        self.delegations = Delegations(desk, ask, meeting_id)
        self.outgoing = Outgoing(desk, ask, meeting_id)
        self.leave = desk.listen(self._on_change)
        self._show()

    def choose_delegation(self, key: int | None) -> None:
        """The officer went to this delegation; None is all of them. What was asked for is forgotten."""
        self._delegation, self._asked = key, ""
        self._show_people()

    def choose_person(self, key: int | None) -> None:
        """The officer went to this person."""
        self._person = key
        self._show_person()

    def find(self, asked: str) -> None:
        """Show only persons in whom every word asked for is found, whatever their delegation."""
        self._asked = asked
        self._show_people()

    def add_person(self) -> int:
        """A new person in the chosen delegation; her id. What was asked for is forgotten, so that she is seen."""
        self._asked = ""
        return self.persons.add(self._delegation or None)

    def add_delegation(self) -> int:
        """A new delegation; its id."""
        return self.delegations.add()

    def move_delegation(self, key: int, way: int) -> None:
        """Move a delegation one place up (-1) or down (1) within its section."""
        self.delegations.move(key, way, self._state.section_of(key))

    def key_of(self, handle: str) -> int | None:
        """The person with this handle; None when there is none."""
        ours = select(Participant.id).where(Participant.meeting_id == self._meeting_id, Participant.handle == handle)
        with self._desk.reading() as session:
            return session.exec(ours).first()

    def show_all(self) -> None:
        """Forget what was asked for and which delegation was chosen."""
        self._asked, self._delegation = "", None
        self._show_people()

    def names(self) -> list[str]:
        """The persons one may be replaced by."""
        with self._desk.reading() as session:
            return list(names_by_handle(session, self._meeting_id).values())

    def _on_change(self, step: Step) -> None:
        if step.touches(Participant, Delegation, CoChair, Meeting, Body) and self._state.read(step):
            self._show()

    def _show(self) -> None:
        if self._delegation not in [entry.key for entry in self._state.delegations]:
            self._delegation = None
        self._show_people()
        self._show_person()

    def _show_people(self) -> None:
        delegation = None if self._asked.strip() else self._delegation
        self._view.show_people(
            PeopleShown(
                delegations=self._state.delegations,
                chosen=delegation,
                persons=self._state.shown(delegation, self._asked),
                of=len(self._state.persons),
                days=tuple(self._state.days),
                counts=_in_words(self._state.counts),
                asked=self._asked,
            )
        )

    def _show_person(self) -> None:
        if self._person is None:
            self._view.show_person(None)
            return
        with self._desk.reading() as session:
            self._view.show_person(person_shown(session, self._person, self._state.days))


def _in_words(counts: Counts) -> str:
    parts = [f"{counts.registered} registered"]
    for state in ("present", "excused", "absent", "replaced"):
        if number := getattr(counts, state):
            parts.append(f"{number} {state}")
    return " · ".join([*parts, f"{counts.delegations} delegation{'' if counts.delegations == 1 else 's'}"])
