"""What the participants page shows: plain rows, worked out from the record. No Qt, no desk."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bali_desk.domain.delegations import HEAD as HEAD
from bali_desk.domain.delegations import KINDS, SECTIONS, STATUSES, section_of
from bali_desk.domain.delegations import ROLES as ROLES
from bali_desk.domain.letters import plain_letters
from bali_desk.domain.models import Delegation
from bali_desk.domain.names import Naming
from bali_desk.presenters.person_names import NAMELESS
from bali_desk.store.persons import StoredPerson

DELEGATION_KINDS, DELEGATION_STATUSES = KINDS, STATUSES
MODES = ("in person", "online")
ONLINE = "online"
NOBODYS = 0  # stands for no delegation where a delegation's id is expected


class PersonRow(NamedTuple):
    """One line of the persons' table."""

    key: int
    delegation_key: int | None
    name: str
    native: str
    position: str
    role: str
    state: str  # one of attendance.STATES
    state_words: str
    days: tuple[bool, ...]  # per day of the meeting
    delegation: str
    organisation: str
    nameless: bool
    email: str
    person: StoredPerson

    def words(self) -> str:
        """All that the find box looks in, without accents and case."""
        hers = plain_letters(f"{self.name} {self.email} {self.state_words} ")
        native = f"{plain_letters(self.native)} " if self.native else ""
        return hers + native + _folded(f"{self.position} {self.role} {self.delegation} {self.organisation}")


@dataclass(frozen=True)
class DelegationEntry:
    """One line of the list; `key` is None for the line that stands for all, NOBODYS for persons without delegation."""

    key: int | None
    name: str
    kind: str
    status: str
    count: int
    section: str
    concern: str  # what wants attention, in words
    official_name: str = ""
    wished_name: str = ""


@dataclass(frozen=True)
class PeopleShown:
    """The page as a whole."""

    delegations: tuple[DelegationEntry, ...]
    chosen: int | None
    persons: Sequence[PersonRow]
    of: int  # how many persons there are in all
    days: tuple[dt.date, ...]
    counts: str  # of the meeting
    chosen_counts: str  # of the chosen delegation; empty where all are
    missing: int  # members of the body that have no delegation yet
    naming: Naming
    asked: str


def person_rows(
    persons: Iterable[StoredPerson],
    delegations: Mapping[int | None, str],
    days: Sequence[dt.date],
    substitutes: Mapping[int, str],
    naming: Naming,
) -> list[PersonRow]:
    """The rows of persons, in the order given; `substitutes` are the names of those by whom somebody is replaced."""
    there, rows = _Days([day.isoformat() for day in days]), []
    for person in persons:
        name = naming.addressed(person)
        rows.append(
            PersonRow(
                person.id,
                person.delegation_id,
                name or NAMELESS,
                person.native_name or "",
                person.position or "",
                person.role or "",
                person.attendance or "expected",
                _state_in_words(person, substitutes),
                there[person.present_on],
                delegations.get(person.delegation_id, ""),
                person.organisation or "",
                not name,
                person.email or "",
                person,
            )
        )
    return rows


def delegation_entries(
    delegations: Sequence[Delegation], persons: Sequence[PersonRow], chairs: Collection[str]
) -> tuple[DelegationEntry, ...]:
    """The list's lines: all, then each delegation under its section in the office's order."""
    size = Counter([person.delegation_key for person in persons])
    heads = Counter([person.delegation_key for person in persons if person.role == HEAD])
    entries = [
        DelegationEntry(
            one.id,
            one.name,
            one.kind or "",
            one.status or "",
            size[one.id],
            section_of(one, chairs),
            _concern(one, size[one.id], heads[one.id]),
            one.official_name or "",
            one.wished_name or "",
        )
        for one in delegations
    ]
    entries.sort(key=lambda entry: SECTIONS.index(entry.section))
    everyone = DelegationEntry(None, "All delegations", "", "", len(persons), "", "")
    if not size[None]:
        return (everyone, *entries)
    lost = DelegationEntry(NOBODYS, "No delegation", "", "", size[None], "", "These persons need a delegation")
    return (everyone, lost, *entries)


class _Days(dict[str, tuple[bool, ...]]):
    """On which days of the meeting persons were there, by the text in which the desk keeps it."""

    def __init__(self, dates: Sequence[str]) -> None:
        super().__init__()
        self._dates = dates

    def __missing__(self, kept: str) -> tuple[bool, ...]:
        days = json.loads(kept) if kept else []
        self[kept] = there = tuple(date in days for date in self._dates)
        return there


@lru_cache(maxsize=20_000)
def _folded(words: str) -> str:
    """Without accents and case; what many persons share is folded once."""
    return plain_letters(words)


def _state_in_words(person: StoredPerson, substitutes: Mapping[int, str]) -> str:
    state = person.attendance or "expected"
    if state == "replaced" and (substitute := substitutes.get(person.replaced_by_id or 0)):
        return f"replaced by {substitute}"
    return f"{state}, online" if person.mode == ONLINE and state in ("present", "expected") else state


def _concern(delegation: Delegation, size: int, heads: int) -> str:
    if heads > 1:
        return f"{heads} heads of delegation"
    return "No head of delegation" if delegation.kind == "country" and size and not heads else ""
