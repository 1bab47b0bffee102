"""What the participants page shows and does."""

from __future__ import annotations

from typing import Protocol

from sqlmodel import select

from bali_desk.domain.models import Body, Meeting, Participant
from bali_desk.domain.names import NAME_STYLES, Naming
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.outgoing import Outgoing
from bali_desk.presenters.participants import counting
from bali_desk.presenters.participants.adding import NewPersons
from bali_desk.presenters.participants.delegations import Delegations
from bali_desk.presenters.participants.details import PersonShown, person_shown
from bali_desk.presenters.participants.persons import PersonsOfMeeting
from bali_desk.presenters.participants.rows import PeopleShown
from bali_desk.presenters.participants.state import AROUND, ParticipantsState
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
    """Shows delegations and persons; `persons`, `new_persons` and `delegations` change them."""

    def __init__(self, desk: Desk, view: ParticipantsView, ask: Ask, meeting_id: int) -> None:
        self._desk = desk
        self._view = view
        self._meeting_id = meeting_id
        self._delegation: int | None = None
        self._person: int | None = None
        self._asked = ""
        self._names: list[str] | None = None
        self._state = ParticipantsState(desk, meeting_id)
        self.persons = PersonsOfMeeting(desk, ask, meeting_id)
        self.new_persons = NewPersons(desk, ask, meeting_id)
        self.delegations = Delegations(desk, ask, meeting_id)
        self.outgoing = Outgoing(desk, ask, meeting_id)
        self.leave = desk.listen(self._on_change)
        self._show()

    # ---- what is looked at ----
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

    # ---- what is done ----
    def add_person(self) -> int:
        """A new person in the chosen delegation; her id. What was asked for is forgotten, so that she is seen."""
        self._asked = ""
        return self.new_persons.add(self._delegation or None)

    def paste(self, text: str) -> list[int]:
        """The persons of pasted rows in the chosen delegation; their ids."""
        self._asked = ""
        return self.new_persons.paste(text, self._delegation or None)

    def add_delegation(self) -> int:
        """A new delegation; its id."""
        return self.delegations.add()

    def add_missing_members(self) -> None:
        """A delegation for every member of the body that has none yet."""
        self.delegations.add_members(self._state.missing)

    def move_delegation(self, key: int, way: int) -> None:
        """Move a delegation one place up (-1) or down (1) within its section."""
        self.delegations.move(key, way, self._state.section_of(key))

    def place_delegation(self, key: int, before: int | None) -> None:
        """Put a delegation before another one of its section, or at the end of it."""
        among = self._state.section_of(key)
        others = [one for one in among if one != key]
        self.delegations.place(key, others.index(before) if before in others else len(others), among)

    def same_section(self, key: int, other: int) -> bool:
        """Whether two delegations stand in one section."""
        return other in self._state.section_of(key)

    def print_names(self, style: str) -> None:
        """Print the names of the body's meetings in this style, one of NAME_STYLES."""
        assert style in NAME_STYLES, style
        with self._desk.change("Change how names print") as session:
            session.get_one(Body, session.get_one(Meeting, self._meeting_id).body_id).name_style = style

    def prepare(self) -> bool:
        """Make some more ready for finding and sorting, while the officer looks at the page; whether more is left."""
        return self._state.prepare()

    # ---- what is looked up ----
    def examples(self) -> list[tuple[str, str]]:
        """Every style of names with an example: the chosen person's name, or the first that has both parts."""
        rows = self._state.persons
        chosen = [row for row in rows if row.key == self._person]
        telling = next((row for row in (*chosen, *rows) if row.person.given and row.person.family), None)
        if telling is None or telling.person.display:
            return [(style, "") for style in NAME_STYLES]
        turkic = self._state.naming.turkic
        return [(style, Naming(style, turkic).addressed(telling.person)) for style in NAME_STYLES]

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
        if self._names is None:
            with self._desk.reading() as session:
                self._names = list(names_by_handle(session, self._meeting_id).values())
        return self._names

    def _on_change(self, step: Step) -> None:
        if step.touches(Participant, *AROUND) and self._state.read(step):
            self._names = None
            self._show()

    def _show(self) -> None:
        self._counts = counting.of_meeting(self._state.stored, self._state.homes)
        if self._delegation not in [entry.key for entry in self._state.delegations]:
            self._delegation = None
        self._show_people()
        self._show_person()

    def _show_people(self) -> None:
        delegation = None if self._asked.strip() else self._delegation
        state = self._state
        of_chosen = state.shown(delegation, "") if delegation is not None else ()
        hers = [row.person for row in of_chosen]
        entry = next((one for one in state.delegations if one.key == delegation), None)
        self._view.show_people(
            PeopleShown(
                delegations=state.delegations,
                chosen=delegation,
                persons=state.shown(None, self._asked) if delegation is None else of_chosen,
                of=len(state.persons),
                days=tuple(state.days),
                counts=self._counts,
                chosen_counts=counting.of_delegation(entry.name, hers) if entry and delegation is not None else "",
                missing=len(state.missing),
                naming=state.naming,
                asked=self._asked,
            )
        )

    def _show_person(self) -> None:
        if self._person is None:
            self._view.show_person(None)
            return
        with self._desk.reading() as session:
            self._view.show_person(person_shown(session, self._person, self._state.days))
