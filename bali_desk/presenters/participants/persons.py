"""Writing, marking, ordering and removing the persons of a meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlmodel import Session, col, select

from bali_desk.domain.attendance import STATES
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Participant
from bali_desk.domain.names import printed_name
from bali_desk.presenters import ordering
from bali_desk.presenters.agenda.input import short
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.person_names import NAMELESS, names_by_handle
from bali_desk.store.desk import Desk
from bali_desk.store.records import next_sequence
from bali_desk.store.removal import remove

TEXTS = (
    "honorific", "given", "family", "display", "native_name", "name_order", "position", "organisation", "role",
    "email", "phone", "mode", "note",
)  # fmt: skip


class PersonsOfMeeting:
    """Every action is one undo step; a burst of typing in one field is one, too."""

    def __init__(self, desk: Desk, ask: Ask, meeting_id: int) -> None:
        self._desk = desk
        self._ask = ask
        self._meeting_id = meeting_id

    def add(self, delegation: int | None) -> int:
        """A new person in this delegation; her id."""
        with self._desk.change("Add person") as session:
            place = next_sequence(session, Participant, meeting_id=self._meeting_id)
            row = Participant(
                meeting_id=self._meeting_id,
                delegation_id=delegation,
                sequence=place,
                attendance="expected",
                registered_on=dt.date.today(),
            )
            session.add(row)
            session.flush()
            assert row.id is not None
            return row.id

    def write(self, key: int, field: str, text: str) -> None:
        """Write one text of a person exactly as typed."""
        assert field in TEXTS, field
        with self._desk.change(f"Change {field.replace('_', ' ')}", merge=(Participant, key, field)) as session:
            setattr(session.get_one(Participant, key), field, text or None)

    def send_by(self, key: int, delegation: int | None) -> None:
        """Put a person into a delegation, or into none."""
        with self._desk.change("Change delegation of person") as session:
            session.get_one(Participant, key).delegation_id = delegation

    def mark(self, keys: Sequence[int], state: str) -> None:
        """Say of these persons that they are expected, present, excused, absent or replaced."""
        assert state in STATES, state
        with self._desk.change(f"Mark {_persons(len(keys))} {state}") as session:
            for key in keys:
                _mark(session.get_one(Participant, key), state)

    def replace(self, key: int, name: str) -> None:
        """Say by whom a person is replaced; an empty name takes it back. Raises DeskError where nobody is called so."""
        with self._desk.reading() as session:
            substitute = self._named(session, key, name) if name.strip() else None
        with self._desk.change("Change replacement") as session:
            row = session.get_one(Participant, key)
            row.replaced_by_id = substitute
            if substitute is not None:
                row.attendance = "replaced"

    def attend(self, key: int, day: dt.date, there: bool) -> None:
        """Say whether a person was there on a day."""
        date = day.isoformat()
        with self._desk.change("Change days present") as session:
            row = session.get_one(Participant, key)
            others = [one for one in row.present_on if one != date]
            row.present_on = sorted([*others, date], key=str) if there else others

    def move(self, keys: Sequence[int], way: int) -> None:
        """Move persons one place up (-1) or down (1) within their delegations."""
        with self._desk.change("Move person" if len(keys) == 1 else "Move persons") as session:
            chosen = session.exec(select(Participant.delegation_id).where(col(Participant.id).in_(keys)))
            for delegation in set(chosen):
                ours = select(Participant).where(Participant.meeting_id == self._meeting_id)
                ours = ours.where(col(Participant.delegation_id).is_not_distinct_from(delegation))
                rows = session.exec(ours.order_by(col(Participant.sequence), col(Participant.id))).all()
                ordering.number(ordering.moved(rows, keys, way))

    def delete(self, keys: Sequence[int]) -> None:
        """Delete persons, after asking."""
        with self._desk.reading() as session:
            name = printed_name(session.get_one(Participant, keys[0])) or NAMELESS
        who = f"“{short(name)}”" if len(keys) == 1 else _persons(len(keys))
        if self._ask.confirm(f"Delete {who} from this meeting?", f"Delete {_persons(len(keys), 'one person')}"):
            with self._desk.change(f"Delete {_persons(len(keys))}") as session:
                for key in keys:
                    remove(session, session.get_one(Participant, key))

    def _named(self, session: Session, key: int, name: str) -> int:
        handles = {shown.casefold(): handle for handle, shown in names_by_handle(session, self._meeting_id).items()}
        handle = handles.get(name.strip().casefold())
        ours = select(Participant.id).where(Participant.meeting_id == self._meeting_id, Participant.handle == handle)
        substitute = session.exec(ours).first() if handle else None
        if substitute is None:
            raise DeskError(f"Nobody at this meeting is called “{short(name)}”: choose a name from the list.")
        if substitute == key:
            raise DeskError("A person cannot replace herself: choose another name from the list.")
        return substitute


def _mark(row: Participant, state: str) -> None:
    row.attendance = state
    if state != "replaced":
        row.replaced_by_id = None


def _persons(number: int, one: str = "person") -> str:
    return one if number == 1 else f"{number} persons"
