"""The delegations and persons of a meeting as they stand on the desk; quick for ten thousand persons.

Persons come as plain columns, for whole records would take ten times as long. After a change of some persons only those
are read again, and only their rows are made anew.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import inspect, select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from bali_desk.domain.attendance import Counts, count
from bali_desk.domain.models import Body, CoChair, Delegation, Meeting, Participant
from bali_desk.domain.names import printed_name
from bali_desk.domain.record import Record
from bali_desk.presenters.agenda.rows import meeting_days
from bali_desk.presenters.participants.rows import (
    NOBODYS,
    DelegationEntry,
    PersonRow,
    delegation_entries,
    found,
    person_rows,
)
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step

_COLUMNS = (
    "id", "delegation_id", "honorific", "given", "family", "display", "native_name", "name_order", "position",
    "organisation", "role", "attendance", "replaced_by_id", "present_on", "sequence",
)  # fmt: skip
_AT_ONCE = 500  # persons read again one by one; more than that are read as a whole
_AROUND = (Delegation, CoChair, Meeting, Body)  # what every row may depend on


class ParticipantsState:
    """What every part of the participants' presenter looks things up in."""

    meeting: Meeting
    body: Body
    delegations: tuple[DelegationEntry, ...]
    persons: list[PersonRow]
    counts: Counts
    days: list[dt.date]

    def __init__(self, desk: Desk, meeting_id: int) -> None:
        self._desk = desk
        self._meeting_id = meeting_id
        self._rows: list[Delegation] = []
        self._chairs: list[str] = []
        self._stored: dict[int, Any] = {}  # persons as the desk has them
        self._made: dict[int, tuple[Any, PersonRow]] = {}
        self._words: dict[int, tuple[PersonRow, str]] = {}
        self.read()

    def read(self, step: Step | None = None) -> bool:
        """Read what a step changed, or everything; False where the meeting is no longer there, and nothing is read."""
        keys = _persons_of(step) if step is not None and not step.touches(*_AROUND) else None
        with self._desk.reading() as session:
            meeting = session.get(Meeting, self._meeting_id)
            if meeting is None:
                return False
            if keys is None or len(keys) > _AT_ONCE:
                self._read_around(session, meeting)
                self._stored = self._read_persons(session, None)
                self._made.clear()
            else:
                fresh = self._read_persons(session, keys)
                self._stored = {key: row for key, row in self._stored.items() if key not in keys} | fresh
        self._make()
        return True

    def shown(self, delegation: int | None, asked: str) -> Sequence[PersonRow]:
        """The persons of a delegation, or all, in whom what was asked for is found."""
        rows: Sequence[PersonRow] = self.persons
        if asked.strip():
            rows = found(rows, [self._words_of(row) for row in rows], asked)
        return rows if delegation is None else [row for row in rows if (row.delegation_key or NOBODYS) == delegation]

    def section_of(self, key: int) -> list[int]:
        """The delegations of the same section, in order."""
        mine = next((entry.section for entry in self.delegations if entry.key == key), None)
        return [entry.key for entry in self.delegations if entry.key is not None and entry.section == mine]

    # ---- inner ----
    def _read_around(self, session: Session, meeting: Meeting) -> None:
        self.meeting, self.body = meeting, session.get_one(Body, meeting.body_id)
        self.days = meeting_days(meeting)
        ours = select_rows(Delegation).where(Delegation.meeting_id == self._meeting_id)
        self._rows = list(session.exec(ours.order_by(col(Delegation.sequence), col(Delegation.id))))
        chaired = select_rows(CoChair.country).where(CoChair.meeting_id == self._meeting_id)
        self._chairs = [country for country in session.exec(chaired) if country]

    def _read_persons(self, session: Session, keys: Collection[int] | None) -> dict[int, Any]:
        columns: list[Any] = [getattr(Participant, name) for name in _COLUMNS]
        ours = select(*columns).where(col(Participant.meeting_id) == self._meeting_id)
        if keys is not None:
            ours = ours.where(col(Participant.id).in_(keys))
        return {row.id: row for row in session.execute(ours)}

    def _make(self) -> None:
        """Work out the rows, the list and the counts."""
        order = [entry.key for entry in delegation_entries(self._rows, [], self._chairs)]
        places = {key: place for place, key in enumerate(order) if key is not None}
        last = len(order)
        persons = sorted(
            self._stored.values(), key=lambda row: (places.get(row.delegation_id, last), row.sequence, row.id)
        )
        self._make_rows(persons)
        self.persons = [self._made[person.id][1] for person in persons]
        self.delegations = delegation_entries(self._rows, self.persons, self._chairs)
        self.counts = count(Record(self.body, self.meeting, delegations=self._rows, participants=persons))

    def _make_rows(self, persons: Sequence[Any]) -> None:
        stale = [
            row
            for row in persons
            if row.replaced_by_id is not None or row.id not in self._made or self._made[row.id][0] is not row
        ]
        substitutes = {row.replaced_by_id for row in stale} - {None}
        names = {key: printed_name(self._stored[key]) for key in substitutes if key in self._stored}
        delegations = {one.id or 0: one.name for one in self._rows}
        for stored, row in zip(stale, person_rows(stale, delegations, self.days, names), strict=True):
            self._made[stored.id] = (stored, row)

    def _words_of(self, row: PersonRow) -> str:
        kept = self._words.get(row.key)
        if kept is None or kept[0] is not row:
            kept = self._words[row.key] = (row, row.words())
        return kept[1]


def _persons_of(step: Step) -> set[int]:
    table = inspect(Participant).local_table
    return {change.key for change in step.changes if change.table is table}
