"""The verdict on each row: new, known, changed, doubtful or wrong.

A row is certain only where no other reading is possible. Two rules keep a second import of the same sheet from
changing anything: the second of two rows that may be one person is never taken unasked, and nobody's name, address or
delegation is changed by one row while another row may be about the same person.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlmodel import Session, col, select

from bali_desk.domain.models import Delegation, Participant
from bali_desk.exchange.registration import reasons
from bali_desk.exchange.registration.changes import IDENTITY, changes_to, latin_name, same_person_in_full
from bali_desk.exchange.registration.delegations import Home, Homes
from bali_desk.exchange.registration.faults import fault_of
from bali_desk.exchange.registration.matching import Identity, Index, Matches, identity
from bali_desk.exchange.registration.persons import Person, Place, Registration
from bali_desk.exchange.registration.verdicts import (
    CHANGED,
    DOUBTFUL,
    KNOWN,
    NEW,
    WRONG,
    Candidate,
    CellChange,
    Verdict,
)

COMPARED = (
    "id", "delegation_id", "honorific", "given", "family", "display", "native_name", "position", "organisation", "role",
    "email", "phone", "mode", "note",
)  # fmt: skip


@dataclass(frozen=True)
class _Row:
    """A row with what was found out about it before the others are looked at."""

    registration: Registration
    home: Home | None
    identity: Identity
    matches: Matches  # in the desk; keys are ids of participants
    fault: str | None

    @property
    def may_be_taken(self) -> bool:
        """Whether it speaks of a person at all, and for the last time."""
        return self.fault is None and self.registration.replaced_in is None


def judge(session: Session, meeting_id: int, registrations: Sequence[Registration]) -> list[Verdict]:
    """One verdict for each registration, in their order. Nothing is written."""
    return _Judge(session, meeting_id).verdicts(registrations)


class _Judge:
    def __init__(self, session: Session, meeting_id: int) -> None:
        self._homes = Homes(session, meeting_id)
        columns: list[Any] = [getattr(Participant, name) for name in COMPARED]
        names = select(Delegation.id, Delegation.name).where(Delegation.meeting_id == meeting_id)
        self._delegations: dict[int | None, str] = dict(session.exec(names).all())
        self._persons: dict[Hashable, Any] = {}
        self._desk = Index()
        self._sheet = Index()
        self._rows: dict[Place, Registration] = {}
        self._claimed: dict[Hashable, list[Place]] = {}
        self._taken: dict[Hashable, Place] = {}
        ours = select(*columns).where(col(Participant.meeting_id) == meeting_id)
        for row in session.execute(ours.order_by(col(Participant.sequence), col(Participant.id))):
            self._persons[row.id] = row
            self._desk.note(row.id, identity((latin_name(row), row.native_name), row.email, row.delegation_id))

    def verdicts(self, registrations: Sequence[Registration]) -> list[Verdict]:
        rows = [self._looked_up(one) for one in registrations]
        for row in rows:
            if row.may_be_taken:
                for key in row.matches.all:
                    self._claimed.setdefault(key, []).append(row.registration.place)
        return [self._verdict(row) for row in rows]

    def _looked_up(self, registration: Registration) -> _Row:
        person = registration.person
        home = self._homes.find(person.delegation) if person.delegation and registration.home != "above" else None
        who = identity((latin_name(person), person.native_name), person.email, home.key if home else None)
        return _Row(registration, home, who, self._desk.find(who), fault_of(person))

    def _verdict(self, row: _Row) -> Verdict:
        registration = row.registration
        if row.fault:
            return Verdict(registration, WRONG, row.fault, home=row.home)
        if registration.replaced_in is not None:
            return Verdict(registration, KNOWN, reasons.sent_again(registration.replaced_in), home=row.home)
        twins = self._sheet.find(row.identity)
        verdict = self._about_known(row, twins) or self._about_new(row, twins)
        if verdict.verdict in (NEW, CHANGED) and registration.hidden:
            verdict = replace(verdict, verdict=DOUBTFUL, why=reasons.HIDDEN, candidates=self._candidates(row))
        self._sheet.note(registration.place, row.identity)
        self._rows[registration.place] = registration
        return verdict

    def _about_known(self, row: _Row, twins: Matches) -> Verdict | None:
        """The verdict where the row is about one person of the desk for sure; None where it is about none."""
        sure = row.matches.sure
        if not sure:
            return None
        if len(sure) > 1:
            return self._doubt(row, reasons.several(self._name(key) for key in sure))
        person = self._persons[sure[0]]
        changes = self._changes(person, row)
        first = self._taken.setdefault(person.id, row.registration.place)
        if first != row.registration.place:
            return self._twice(row, first, twins)
        if not changes and not self._asked_for(row):
            return Verdict(row.registration, KNOWN, reasons.KNOWN, person.id, home=row.home)
        if twins.sure:
            return self._twice(row, self._place(twins.sure[0]), twins)
        if any(change.field in IDENTITY for change in changes) and len(self._claimed[person.id]) > 1:
            others = [place for place in self._claimed[person.id] if place != row.registration.place]
            return self._doubt(row, reasons.claimed_too(others[0][1], self._name(person.id)))
        if why := self._asked_for(row):
            return self._doubt(row, why)
        why = reasons.changed(changes, by_email=bool(row.matches.same_email))
        return Verdict(row.registration, CHANGED, why, person.id, changes, home=row.home)

    def _about_new(self, row: _Row, twins: Matches) -> Verdict:
        matches = row.matches
        if twins.sure:
            return self._twice(row, self._place(twins.sure[0]), twins)
        if matches.shared_email:
            return self._doubt(row, reasons.shared_address(self._name(matches.shared_email[0])))
        if matches.name_only:
            return self._doubt(row, reasons.name_only(*self._who(matches.name_only[0])))
        if matches.near:
            return self._doubt(row, reasons.near(self._name(matches.near[0])))
        if twins.all:
            twin = self._place(twins.all[0])
            return self._doubt(row, reasons.like_row(twin[1], self._rows[twin].person.name, twins), twin)
        if row.home is None:
            return self._doubt(row, reasons.unknown_home(row.registration, self._suggestion(row)))
        why = reasons.NEW if row.home.delegation_id is not None else reasons.new_delegation(row.home.name)
        return Verdict(row.registration, NEW, why, home=row.home)

    def _twice(self, row: _Row, twin: Place, twins: Matches) -> Verdict:
        earlier = self._rows[twin].person
        if same_person_in_full(earlier, row.registration.person):
            return Verdict(row.registration, KNOWN, reasons.same_row(twin[1]), home=row.home, twin=twin)
        return self._doubt(row, reasons.like_row(twin[1], earlier.name, twins), twin)

    def _doubt(self, row: _Row, why: str, twin: Place | None = None) -> Verdict:
        candidates = self._candidates(row)
        return Verdict(
            row.registration,
            DOUBTFUL,
            why,
            changes=candidates[0].changes if candidates else (),
            candidates=candidates,
            home=row.home,
            suggestion="" if row.home else self._suggestion(row),
            twin=twin,
        )

    def _candidates(self, row: _Row) -> tuple[Candidate, ...]:
        persons = [self._persons[key] for key in row.matches.all]
        return tuple(
            Candidate(one.id, _called(one), self._delegations.get(one.delegation_id, ""), self._changes(one, row))
            for one in persons
        )

    def _asked_for(self, row: _Row) -> str:
        """Why even a row about a known person is asked about: it names a delegation nobody knows."""
        registration = row.registration
        if row.home is not None or not registration.person.delegation or registration.home in ("above", "sheet"):
            return ""
        return reasons.unknown_home(registration, self._suggestion(row))

    def _suggestion(self, row: _Row) -> str:
        registration = row.registration
        text = registration.person.delegation
        if registration.home == "above":
            home = self._homes.find(text)
            return home.name if home else ""
        return self._homes.suggestion(text) if text else ""

    def _changes(self, person: Any, row: _Row) -> tuple[CellChange, ...]:
        delegation = self._delegations.get(person.delegation_id, "")
        return changes_to(person, row.registration.person, row.home, delegation)

    def _who(self, key: Hashable) -> tuple[str, str]:
        person = self._persons[key]
        return _called(person), self._delegations.get(person.delegation_id, "")

    def _name(self, key: Hashable) -> str:
        return _called(self._persons[key])

    def _place(self, key: Hashable) -> Place:
        assert isinstance(key, tuple)
        return key


def _called(row: Any) -> str:
    return Person(display=latin_name(row)).name or row.native_name or "somebody without a name"
