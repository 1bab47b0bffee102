"""Writing, marking, ordering and removing the persons of a meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlmodel import Session, col, select

from bali_desk.domain.attendance import STATES
from bali_desk.domain.contact import is_email
from bali_desk.domain.delegations import ROLES, rank
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Delegation, Participant
from bali_desk.presenters import ordering
from bali_desk.presenters.agenda.input import short
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.attendance import mark
from bali_desk.presenters.participants.rows import ONLINE
from bali_desk.presenters.person_names import NAMELESS, names_by_handle
from bali_desk.store.desk import Desk
from bali_desk.store.names import naming_at
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

    def write(self, key: int, field: str, text: str) -> None:
        """Write one text of a person exactly as typed; raises DeskError where it cannot be so."""
        assert field in TEXTS, field
        if field == "email" and text and not is_email(text):
            raise DeskError(f"“{short(text)}” is no e-mail address: write it like name@ministry.gov.")
        with self._desk.change(f"Change {field.replace('_', ' ')}", merge=(Participant, key, field)) as session:
            setattr(session.get_one(Participant, key), field, text or None)

    def send_by(self, keys: Sequence[int], delegation: int | None) -> None:
        """Put persons into a delegation, or into none."""
        with self._desk.change(f"Move {_persons(len(keys))} to another delegation") as session:
            moving = session.exec(select(Participant).where(col(Participant.id).in_(keys))).all()
            if delegation is not None:
                session.get_one(Delegation, delegation)
            for row in moving:
                row.delegation_id = delegation

    def give_role(self, keys: Sequence[int], role: str) -> None:
        """Say what these persons are in their delegation, one of ROLES."""
        assert role in ROLES, role
        with self._desk.change(f"Make {_persons(len(keys))} {role}") as session:
            for row in session.exec(select(Participant).where(col(Participant.id).in_(keys))):
                row.role = role

    def take_part(self, keys: Sequence[int], mode: str) -> None:
        """Say whether these persons are online or in the room."""
        words = "take part online" if mode == ONLINE else "be in the room"
        with self._desk.change(f"Let {_persons(len(keys))} {words}") as session:
            for row in session.exec(select(Participant).where(col(Participant.id).in_(keys))):
                row.mode = mode

    def mark(self, keys: Sequence[int], state: str) -> None:
        """Say of these persons that they are expected, present, excused, absent or replaced."""
        assert state in STATES, state
        with self._desk.change(f"Mark {_persons(len(keys))} {state}") as session:
            mark(session, self._meeting_id, keys, state)

    def replace(self, key: int, name: str) -> None:
        """Say by whom a person is replaced; an empty name takes it back. Raises DeskError where nobody is called so."""
        with self._desk.reading() as session:
            substitute = self._named(session, key, name) if name.strip() else None
        with self._desk.change("Change replacement") as session:
            if substitute is None:
                session.get_one(Participant, key).replaced_by_id = None
            else:
                mark(session, self._meeting_id, [key], "replaced", substitute=substitute)

    def attend(self, key: int, day: dt.date, there: bool) -> None:
        """Say whether a person was there on a day."""
        date = day.isoformat()
        with self._desk.change("Change days present") as session:
            row = session.get_one(Participant, key)
            others = [one for one in row.present_on if one != date]
            row.present_on = sorted([*others, date], key=str) if there else others

    def move(self, keys: Sequence[int], way: int) -> None:
        """Move persons one place up (-1) or down (1) among those of their delegation who have the same role."""
        stayed = True
        with self._desk.change("Move person" if len(keys) == 1 else "Move persons") as session:
            chosen = session.exec(select(Participant).where(col(Participant.id).in_(keys))).all()
            for delegation in {row.delegation_id for row in chosen}:
                ours = select(Participant).where(Participant.meeting_id == self._meeting_id)
                ours = ours.where(col(Participant.delegation_id).is_not_distinct_from(delegation))
                rows = session.exec(ours.order_by(col(Participant.sequence), col(Participant.id))).all()
                for same in {rank(row.role) for row in chosen if row.delegation_id == delegation}:
                    among = [row for row in rows if rank(row.role) == same]
                    order = ordering.moved(among, keys, way)
                    stayed = stayed and order == among
                    ordering.number(order)
        if stayed:
            self._ask.tell(
                "Heads, alternates, advisers, delegates: they stand in this order. Keys 1 to 4 change the role."
            )

    def delete(self, keys: Sequence[int]) -> None:
        """Delete persons, after asking."""
        with self._desk.reading() as session:
            first = session.get_one(Participant, keys[0])
            name = naming_at(session, self._meeting_id).printed(first) or NAMELESS
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


def _persons(number: int, one: str = "person") -> str:
    return one if number == 1 else f"{number} persons"
