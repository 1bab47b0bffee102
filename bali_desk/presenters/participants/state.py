"""The delegations and persons of a meeting as they stand on the desk; quick for ten thousand persons.

After a change of some persons only those are read again, and only their rows are made anew.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from operator import attrgetter

from sqlalchemy import inspect
from sqlmodel import Session, col, select

from bali_desk.domain.delegations import rank
from bali_desk.domain.letters import plain_letters
from bali_desk.domain.models import Body, CoChair, Delegation, Meeting, Member, Participant
from bali_desk.domain.names import Naming, naming
from bali_desk.presenters.agenda.rows import meeting_days
from bali_desk.presenters.finding import Finder
from bali_desk.presenters.participants.rows import (
    NOBODYS,
    Around,
    DelegationEntry,
    PersonRow,
    delegation_entries,
)
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step
from bali_desk.store.persons import AT_ONCE, StoredPerson, read_persons

AROUND = (Delegation, CoChair, Meeting, Body, Member)  # what every row, or the list, may depend on

MOST_RANKS = 10
PREPARED = 1_000  # persons made ready in one pause: no longer than a glance


class ParticipantsState:
    """What every part of the participants' presenter looks things up in."""

    homes: Sequence[Delegation]  # in the office's order, without sections
    delegations: tuple[DelegationEntry, ...]
    persons: list[PersonRow]
    stored: list[StoredPerson]  # the same persons as the desk has them
    missing: list[Member]  # members of the body without a delegation
    naming: Naming
    days: list[dt.date]

    def __init__(self, desk: Desk, meeting_id: int) -> None:
        self._desk = desk
        self._meeting_id = meeting_id
        self._chairs: set[str] = set()
        self._stored: dict[int, StoredPerson] = {}  # persons as the desk has them
        self._made: dict[int, PersonRow] = {}
        self._finder: Finder[PersonRow] = Finder(PersonRow.words)
        self._ready = 0  # so many of the persons, from the first, are made ready
        self.read()

    def read(self, step: Step | None = None) -> bool:
        """Read what a step changed, or everything; False where the meeting is no longer there, and nothing is read."""
        keys = _persons_of(step) if step is not None and not step.touches(*AROUND) else None
        with self._desk.reading() as session:
            meeting = session.get(Meeting, self._meeting_id)
            if meeting is None:
                return False
            if keys is None or len(keys) > AT_ONCE:
                self._stored = {row.id: row for row in read_persons(session, self._meeting_id)}
                self._read_around(session, meeting)
                self._made.clear()
            else:
                for key in keys:
                    self._stored.pop(key, None)
                    self._made.pop(key, None)
                self._stored.update({row.id: row for row in read_persons(session, self._meeting_id, keys)})
        self._make()
        return True

    def shown(self, delegation: int | None, asked: str) -> Sequence[PersonRow]:
        """The persons of a delegation, or all, in whom what was asked for is found."""
        rows = self._finder.found(asked)
        return rows if delegation is None else [row for row in rows if (row.delegation_key or NOBODYS) == delegation]

    def prepare(self) -> bool:
        """Fold the words of some more, and what their names are sorted by; whether there are still others.

        Then the first letter in the find box, and the first click on a head, are as quick as the others.
        """
        begin, end = self._ready, self._ready + PREPARED
        self._finder.prepare(begin, end)
        for row in self.persons[begin:end]:
            row.prepare()
        self._ready = end
        return end < len(self.persons)

    def section_of(self, key: int) -> list[int]:
        """The delegations of the same section, in order."""
        mine = next((entry.section for entry in self.delegations if entry.key == key), None)
        return [entry.key for entry in self.delegations if entry.key is not None and entry.section == mine]

    # ---- inner ----
    def _read_around(self, session: Session, meeting: Meeting) -> None:
        self.days = meeting_days(meeting)
        ours = select(Delegation).where(Delegation.meeting_id == self._meeting_id)
        self.homes = session.exec(ours.order_by(col(Delegation.sequence), col(Delegation.id))).all()
        chaired = select(CoChair.country).where(CoChair.meeting_id == self._meeting_id)
        self._chairs = {plain_letters(country) for country in session.exec(chaired) if country}
        body = session.get_one(Body, meeting.body_id)
        self.naming = naming(body.name_style, self.homes)
        self._around = Around(self.days, {one.id: one.name for one in self.homes}, self.naming, self._stored)
        members = select(Member).where(Member.body_id == body.id).order_by(col(Member.sequence), col(Member.id))
        here = {plain_letters(name) for one in self.homes for name in (one.name, one.official_name) if name}
        self.missing = [
            one
            for one in session.exec(members)
            if here.isdisjoint(plain_letters(name) for name in (one.name, one.official_name) if name)
        ]

    def _make(self) -> None:
        """Work out the rows, their order and the list."""
        stored = self._stored.values()
        order = [entry.key for entry in delegation_entries(self.homes, (), self._chairs)]
        places = {key: place * MOST_RANKS for place, key in enumerate(order) if key is not None}
        last = len(order) * MOST_RANKS
        ranks = {role: rank(role) for role in {row.role for row in stored}}
        persons = sorted(stored, key=attrgetter("sequence", "id"))
        persons.sort(key=lambda row: places.get(row.delegation_id or 0, last) + ranks[row.role])
        made, around = self._made, self._around
        for row in persons:
            if row.id not in made or row.replaced_by_id is not None:  # whose substitute may have another name now
                made[row.id] = PersonRow(row, around)
        self.persons = [made[row.id] for row in persons]
        self.stored = persons
        self.delegations = delegation_entries(self.homes, persons, self._chairs)
        self._finder.over(self.persons)
        self._ready = 0


def _persons_of(step: Step) -> set[int]:
    table = inspect(Participant).local_table
    return {change.key for change in step.changes if change.table is table}
