"""Adding, naming, ordering and removing the delegations of a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, func, select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Delegation, Member, Participant
from bali_desk.presenters import ordering
from bali_desk.presenters.agenda.input import short
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.participants.rows import DELEGATION_KINDS, DELEGATION_STATUSES
from bali_desk.store.desk import Desk
from bali_desk.store.records import next_sequence
from bali_desk.store.removal import remove

NEW_NAME = "New delegation"
_CHOICES = {"kind": DELEGATION_KINDS, "status": DELEGATION_STATUSES}
_CALLED = {"official_name": "official name", "wished_name": "wished name"}


class Delegations:
    """Every action is one undo step; the page refreshes by the desk's notices."""

    def __init__(self, desk: Desk, ask: Ask, meeting_id: int) -> None:
        self._desk = desk
        self._ask = ask
        self._meeting_id = meeting_id

    def add(self) -> int:
        """A new member's delegation at the end of the list; its id."""
        with self._desk.change("Add delegation") as session:
            place = next_sequence(session, Delegation, meeting_id=self._meeting_id)
            row = Delegation(
                meeting_id=self._meeting_id, sequence=place, name=NEW_NAME, kind="country", status="member"
            )
            session.add(row)
            session.flush()
            assert row.id is not None
            return row.id

    def add_members(self, members: Sequence[Member]) -> None:
        """A delegation for each of these members of the body, in their order at the end of the list."""
        many = "1 missing member" if len(members) == 1 else f"{len(members)} missing members"
        with self._desk.change(f"Add {many}") as session:
            first = next_sequence(session, Delegation, meeting_id=self._meeting_id)
            session.add_all(
                Delegation(
                    meeting_id=self._meeting_id,
                    sequence=place,
                    name=member.name,
                    official_name=member.official_name,
                    kind=member.kind or "country",
                    status=member.status or "member",
                )
                for place, member in enumerate(members, first)
            )
        self._ask.tell(f"Added {many} of the body. Undo takes them away again.")

    def write(self, key: int, field: str, text: str) -> None:
        """Write one of its names, its kind or status; raises DeskError with a sentence where it cannot be so."""
        if field == "name" and not text.strip():
            raise DeskError("A delegation needs a name.")
        if text and text not in _CHOICES.get(field, (text,)):
            raise DeskError(f"“{short(text)}” is no {field} of a delegation: choose {', '.join(_CHOICES[field])}.")
        label = f"Change {_CALLED.get(field, field)} of delegation"
        with self._desk.change(label, merge=(Delegation, key, field)) as session:
            setattr(session.get_one(Delegation, key), field, text or None)

    def move(self, key: int, way: int, among: list[int]) -> None:
        """Change places with its neighbour among those of its section (their ids, in order)."""
        with self._desk.change("Move delegation") as session:
            rows = {row.id: row for row in session.exec(select(Delegation).where(col(Delegation.id).in_(among)))}
            ordering.number(ordering.moved([rows[one] for one in among], [key], way))

    def place(self, key: int, at: int, among: list[int]) -> None:
        """Put it at this place (from 0) among the others of its section."""
        others = [one for one in among if one != key]
        order = [*others[:at], key, *others[at:]]
        if order == among:
            return
        with self._desk.change("Move delegation") as session:
            rows = {row.id: row for row in session.exec(select(Delegation).where(col(Delegation.id).in_(among)))}
            ordering.number([rows[one] for one in order])

    def delete(self, key: int) -> None:
        """Delete it with its persons, after asking where it has any."""
        with self._desk.reading() as session:
            name = session.get_one(Delegation, key).name
            ours = select(func.count()).where(Participant.delegation_id == key)
            persons = session.exec(ours).one()
        who = "its one person" if persons == 1 else f"its {persons} persons"
        if persons and not self._ask.confirm(f"Delete “{short(name)}” with {who}?", "Delete delegation"):
            return
        with self._desk.change("Delete delegation") as session:
            remove(session, session.get_one(Delegation, key))
