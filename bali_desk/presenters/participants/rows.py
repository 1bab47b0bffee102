"""What the participants page shows: plain rows, worked out from the record. No Qt, no desk."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from bali_desk.domain.delegations import HEAD as HEAD
from bali_desk.domain.delegations import KINDS, SECTIONS, STATUSES, section_of
from bali_desk.domain.delegations import ROLES as ROLES
from bali_desk.domain.letters import plain_letters
from bali_desk.domain.models import Delegation
from bali_desk.domain.names import NameKey, Naming
from bali_desk.presenters.person_names import NAMELESS
from bali_desk.store.persons import StoredPerson

DELEGATION_KINDS, DELEGATION_STATUSES = KINDS, STATUSES
MODES = ("in person", "online")
ONLINE = "online"
NOBODYS = 0  # stands for no delegation where a delegation's id is expected


class Around:
    """What the rows of one meeting share: its days, its delegations' names, who replaces whom, how names print."""

    def __init__(
        self,
        days: Sequence[dt.date],
        homes: Mapping[int | None, str],
        naming: Naming,
        persons: Mapping[int, StoredPerson],
    ) -> None:
        self.homes, self.naming, self.persons = homes, naming, persons
        self._dates = [day.isoformat() for day in days]
        self._there: dict[str, tuple[bool, ...]] = {}

    def days_of(self, kept: str) -> tuple[bool, ...]:
        """On which days of the meeting somebody was there, by the text in which the desk keeps it."""
        there = self._there.get(kept)
        if there is None:
            days = json.loads(kept) if kept else []
            there = self._there[kept] = tuple(date in days for date in self._dates)
        return there

    def state_words(self, person: StoredPerson) -> str:
        """How somebody stands, by whom she is replaced, and whether she is online."""
        state = person.attendance or "expected"
        if state == "replaced" and (substitute := self.persons.get(person.replaced_by_id or 0)):
            return f"replaced by {self.naming.printed(substitute)}"
        return f"{state}, online" if person.mode == ONLINE and state in ("present", "expected") else state


class PersonRow:
    """One line of the persons' table. Its words are worked out when they are looked at: of ten thousand, few are."""

    __slots__ = ("_around", "_key", "_name", "delegation_key", "key", "person")

    def __init__(self, person: StoredPerson, around: Around) -> None:
        self.key, self.delegation_key, self.person = person.id, person.delegation_id, person
        self._around = around
        self._name: str | None = None
        self._key: NameKey | None = None

    @property
    def name(self) -> str:
        """As it prints."""
        if self._name is None:
            self._name = self._around.naming.addressed(self.person) or NAMELESS
        return self._name

    @property
    def sort_key(self) -> NameKey:
        """Where she stands in the order of names."""
        if self._key is None:
            self._key = self._around.naming.key(self.person)
        return self._key

    def prepare(self) -> None:
        """Work out now what the order of names will ask for."""
        self._key = self._around.naming.key(self.person)

    @property
    def nameless(self) -> bool:
        """Whether nobody has said yet what she is called."""
        return not self._around.naming.addressed(self.person)

    @property
    def native(self) -> str:
        """Her name in its own script."""
        return self.person.native_name or ""

    @property
    def position(self) -> str:
        """What she does at home."""
        return self.person.position or ""

    @property
    def organisation(self) -> str:
        """Where she does it."""
        return self.person.organisation or ""

    @property
    def role(self) -> str:
        """What she is in her delegation."""
        return self.person.role or ""

    @property
    def email(self) -> str:
        """Her address."""
        return self.person.email or ""

    @property
    def state(self) -> str:
        """One of attendance.STATES."""
        return self.person.attendance or "expected"

    @property
    def state_words(self) -> str:
        """The state as it is shown."""
        return self._around.state_words(self.person)

    @property
    def days(self) -> tuple[bool, ...]:
        """Whether she was there, per day of the meeting."""
        return self._around.days_of(self.person.present_on)

    @property
    def delegation(self) -> str:
        """The name of her delegation."""
        return self._around.homes.get(self.delegation_key, "")

    def words(self) -> str:
        """All that the find box looks in, without accents and case."""
        her = self.person
        names = (her.honorific, her.given, her.family, her.display, her.native_name, her.email)
        state = self.state if not her.replaced_by_id and her.mode != ONLINE else self.state_words
        hers = plain_letters(f"{' '.join(filter(None, names))} {state} {'' if any(names) else NAMELESS} ")
        return hers + _folded(f"{self.position} {self.role} {self.delegation} {self.organisation}")


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


def delegation_entries(
    delegations: Sequence[Delegation], persons: Iterable[StoredPerson], chairs: Collection[str]
) -> tuple[DelegationEntry, ...]:
    """The list's lines: all, then each delegation under its section in the office's order."""
    persons = list(persons)
    size = Counter(map(attrgetter("delegation_id"), persons))
    heads = Counter([person.delegation_id for person in persons if person.role == HEAD])
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


@lru_cache(maxsize=20_000)
def _folded(words: str) -> str:
    """Without accents and case; what many persons share is folded once."""
    return plain_letters(words)


def _concern(delegation: Delegation, size: int, heads: int) -> str:
    if heads > 1:
        return f"{heads} heads of delegation"
    return "No head of delegation" if delegation.kind == "country" and size and not heads else ""
