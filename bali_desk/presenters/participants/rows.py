"""What the participants page shows: plain rows, worked out from the record. No Qt, no desk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from bali_desk.domain.models import Delegation
from bali_desk.domain.names import addressed_name, plain_letters
from bali_desk.presenters.person_names import NAMELESS

CO_CHAIRS, MEMBERS, ORGANISATIONS, SECRETARIAT = "Co-chairs", "Members and observers", "Organisations", "Secretariat"
SECTIONS = (CO_CHAIRS, MEMBERS, ORGANISATIONS, SECRETARIAT)
DELEGATION_KINDS = ("country", "organisation", "secretariat")
DELEGATION_STATUSES = ("member", "observer", "guest")
ROLES = ("head of delegation", "alternate", "adviser", "delegate")
MODES = ("in person", "online")
HEAD = "head of delegation"
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

    def words(self) -> str:
        """All that the find box looks in, without accents and case."""
        return plain_letters(" ".join((*self[2:6], self.state_words, self.delegation, self.organisation)))


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


@dataclass(frozen=True)
class PeopleShown:
    """The page as a whole."""

    delegations: tuple[DelegationEntry, ...]
    chosen: int | None
    persons: Sequence[PersonRow]
    of: int  # how many persons there are in all
    days: tuple[dt.date, ...]
    counts: str
    asked: str


def person_rows(
    persons: Iterable[Any], delegations: Mapping[int, str], days: Sequence[dt.date], names: Mapping[int, str]
) -> list[PersonRow]:
    """The rows of persons, in the order given; `names` are those by whom somebody is replaced."""
    dates = [day.isoformat() for day in days]
    return [_person_row(person, delegations, dates, names) for person in persons]


def delegation_entries(
    delegations: Sequence[Delegation], persons: Sequence[PersonRow], co_chairs: Iterable[str]
) -> tuple[DelegationEntry, ...]:
    """The list's lines: all, then each delegation under its section in the office's order."""
    chairs = {plain_letters(country) for country in co_chairs}
    size: dict[int | None, int] = {}
    headed: set[int | None] = set()
    for person in persons:
        size[person.delegation_key] = size.get(person.delegation_key, 0) + 1
        if person.role == HEAD:
            headed.add(person.delegation_key)
    entries = [
        DelegationEntry(
            one.id,
            one.name,
            one.kind or "",
            one.status or "",
            size.get(one.id, 0),
            _section(one, chairs),
            _concern(one, size, headed),
        )
        for one in delegations
    ]
    entries.sort(key=lambda entry: SECTIONS.index(entry.section))
    everyone = DelegationEntry(None, "All delegations", "", "", len(persons), "", "")
    if not size.get(None):
        return (everyone, *entries)
    lost = DelegationEntry(NOBODYS, "No delegation", "", "", size[None], "", "These persons need a delegation")
    return (everyone, lost, *entries)


def found(rows: Sequence[PersonRow], words: Sequence[str], asked: str) -> list[PersonRow]:
    """The rows in which every word asked for stands; `words` are the texts of the rows."""
    wanted = plain_letters(asked).split()
    return [row for row, text in zip(rows, words, strict=True) if all(word in text for word in wanted)]


def _person_row(
    person: Any, delegations: Mapping[int, str], dates: Sequence[str], names: Mapping[int, str]
) -> PersonRow:
    state = person.attendance or "expected"
    substitute = names.get(person.replaced_by_id) if state == "replaced" and person.replaced_by_id else None
    name = addressed_name(person)
    return PersonRow(
        person.id,
        person.delegation_id,
        name or NAMELESS,
        person.native_name or "",
        person.position or "",
        person.role or "",
        state,
        f"replaced by {substitute}" if substitute else state,
        tuple(date in person.present_on for date in dates),
        delegations.get(person.delegation_id, ""),
        person.organisation or "",
        not name,
    )


def _section(delegation: Delegation, chairs: set[str]) -> str:
    if delegation.kind == "secretariat":
        return SECRETARIAT
    if plain_letters(delegation.name) in chairs:
        return CO_CHAIRS
    return ORGANISATIONS if delegation.kind == "organisation" else MEMBERS


def _concern(delegation: Delegation, size: Mapping[int | None, int], headed: set[int | None]) -> str:
    if delegation.kind == "country" and size.get(delegation.id) and delegation.id not in headed:
        return "No head of delegation"
    return ""
