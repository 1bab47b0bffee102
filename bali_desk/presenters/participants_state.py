"""The delegations and persons of a meeting as they stand on the desk; quick for ten thousand persons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from bali_desk.domain.attendance import Counts, count
from bali_desk.domain.models import Body, CoChair, Delegation, Meeting, Participant
from bali_desk.domain.names import printed_name
from bali_desk.domain.record import Record
from bali_desk.presenters.agenda_rows import meeting_days
from bali_desk.presenters.participant_rows import (
    DelegationEntry,
    PersonRow,
    delegation_entries,
    found,
    person_rows,
)
from bali_desk.store.desk import Desk

_COLUMNS = (
    "id", "delegation_id", "honorific", "given", "family", "display", "native_name", "name_order", "position",
    "organisation", "role", "attendance", "replaced_by_id", "present_on", "sequence",
)  # fmt: skip


class ParticipantsState:
    """What every part of the participants' presenter looks things up in."""

    delegations: tuple[DelegationEntry, ...]
    persons: list[PersonRow]
    counts: Counts
    days: list[dt.date]

    def __init__(self, desk: Desk, meeting_id: int) -> None:
        self._desk = desk
        self._meeting_id = meeting_id
        self._words: list[str] | None = None
        self.read()

    def read(self) -> bool:
        """Read everything anew; False where the meeting is no longer there, and nothing is read.

        Persons come as plain columns: whole records would take ten times as long.
        """
        with self._desk.reading() as session:
            meeting = session.get(Meeting, self._meeting_id)
            if meeting is None:
                return False
            body = session.get_one(Body, meeting.body_id)
            ours = select_rows(Delegation).where(Delegation.meeting_id == self._meeting_id)
            delegations = session.exec(ours.order_by(col(Delegation.sequence), col(Delegation.id))).all()
            chaired = select_rows(CoChair.country).where(CoChair.meeting_id == self._meeting_id)
            chairs = [country for country in session.exec(chaired) if country]
            order = [entry.key for entry in delegation_entries(delegations, [], chairs)]
            persons = self._read_persons(session, order)
        self.days = meeting_days(meeting)
        self.counts = count(Record(body, meeting, delegations=list(delegations), participants=persons))
        substitutes = {person.replaced_by_id for person in persons}
        names = {person.id: printed_name(person) for person in persons if person.id in substitutes}
        self.persons = person_rows(persons, {one.id or 0: one.name for one in delegations}, self.days, names)
        self.delegations = delegation_entries(delegations, self.persons, chairs)
        self._words = None
        return True

    def shown(self, delegation: int | None, asked: str) -> Sequence[PersonRow]:
        """The persons of a delegation, or all, in whom what was asked for is found."""
        rows: Sequence[PersonRow] = self.persons
        if asked.strip():
            if self._words is None:
                self._words = [row.words() for row in self.persons]
            rows = found(rows, self._words, asked)
        return rows if delegation is None else [row for row in rows if row.delegation_key == delegation]

    def section_of(self, key: int) -> list[int]:
        """The delegations of the same section, in order."""
        mine = next((entry.section for entry in self.delegations if entry.key == key), None)
        return [entry.key for entry in self.delegations if entry.key is not None and entry.section == mine]

    def _read_persons(self, session: Session, order: Sequence[int | None]) -> list[Any]:
        columns: list[Any] = [getattr(Participant, name) for name in _COLUMNS]
        ours = select(*columns).where(col(Participant.meeting_id) == self._meeting_id)
        persons = session.execute(ours.order_by(col(Participant.sequence), col(Participant.id))).all()
        places = {key: place for place, key in enumerate(order) if key is not None}
        return sorted(persons, key=lambda person: places.get(person.delegation_id, len(order)))
