"""The directory as plain rows: every person once, with where she was. No Qt, no desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bali_desk.domain.capitals import speaks_turkic
from bali_desk.domain.directory import Marks, grouped, marks
from bali_desk.domain.letters import plain_letters
from bali_desk.domain.names import NameKey, Naming, naming
from bali_desk.presenters.meetings.rows import label
from bali_desk.presenters.person_names import NAMELESS
from bali_desk.store.persons import PersonAtMeeting


class DirectoryRow:
    """One person: her latest entry, and the earlier ones. Its words are worked out when they are looked at."""

    __slots__ = ("_key", "_name", "entries", "key", "latest")

    def __init__(self, entries: Sequence[PersonAtMeeting]) -> None:
        self.entries = tuple(sorted(entries, key=lambda one: one.start, reverse=True))
        self.latest = self.entries[0]
        self.key = min(one.id for one in entries)  # the same when she comes to a further meeting
        self._key: NameKey | None = None
        self._name: str | None = None

    @property
    def name(self) -> str:
        """As it prints at the meeting she was at last."""
        if self._name is None:
            self._name = _naming(self.latest).addressed(self.latest) or NAMELESS
        return self._name

    @property
    def sort_key(self) -> NameKey:
        """Where she stands in the order of names."""
        if self._key is None:
            self._key = naming(self.latest.name_style).key(self.latest)
        return self._key

    @property
    def native(self) -> str:
        """Her name in its own script."""
        return next((one.native_name for one in self.entries if one.native_name), "")

    @property
    def delegation(self) -> str:
        """That she was in last."""
        return self.latest.delegation or ""

    @property
    def work(self) -> str:
        """Position and organisation."""
        return ", ".join(filter(None, (self.latest.position, self.latest.organisation)))

    @property
    def role(self) -> str:
        """What she was in her delegation last."""
        return self.latest.role or ""

    @property
    def email(self) -> str:
        """The address last known."""
        return next((one.email for one in self.entries if one.email), "")

    @property
    def phone(self) -> str:
        """The number last known."""
        return next((one.phone for one in self.entries if one.phone), "")

    @property
    def last_meeting(self) -> str:
        """Where she was last."""
        return meeting_words(self.latest)

    def words(self) -> str:
        """All that the find box looks in, without accents and case."""
        return " ".join(dict.fromkeys(plain_letters(_spoken(one)) for one in self.entries))


@dataclass(frozen=True)
class AtMeeting:
    """One line of the list of meetings she was at."""

    meeting_id: int
    handle: str
    title: str
    detail: str
    key: int


@dataclass(frozen=True)
class PersonCard:
    """Everything of the chosen person."""

    key: int
    name: str
    native: str
    work: str
    reach: str  # e-mail and phone
    meetings: tuple[AtMeeting, ...]
    why_not: str  # why she cannot be added to the open meeting; empty where she can


@dataclass(frozen=True)
class DirectoryShown:
    """The page as a whole."""

    rows: Sequence[DirectoryRow]
    of: int
    asked: str
    meeting: str  # the one that is open


def directory_rows(entries: Iterable[PersonAtMeeting]) -> list[DirectoryRow]:
    """Every person once, in the order of names."""
    known = ((_marks(one), one) for one in entries)
    return sorted(map(DirectoryRow, grouped(known)), key=lambda row: row.sort_key)


def card_of(row: DirectoryRow, meeting_id: int) -> PersonCard:
    """Everything of a person, seen from the meeting that is open."""
    here = any(one.meeting_id == meeting_id for one in row.entries)
    return PersonCard(
        row.key,
        row.name,
        row.native,
        row.work,
        " · ".join(filter(None, (row.email, row.phone))),
        tuple(_at_meeting(one) for one in row.entries),
        "At this meeting already." if here else "",
    )


def meeting_words(entry: PersonAtMeeting) -> str:
    """ "TIPWG 3rd, Bali 2017"."""
    where = " ".join(filter(None, (entry.city, entry.start[:4])))
    return f"{entry.body} {label(entry.ordinal, entry.title)}, {where}"


def _at_meeting(entry: PersonAtMeeting) -> AtMeeting:
    what = (entry.delegation, entry.role, entry.attendance or "expected")
    return AtMeeting(entry.meeting_id, entry.handle, meeting_words(entry), " · ".join(filter(None, what)), entry.id)


def _marks(entry: PersonAtMeeting) -> Marks:
    parts = (entry.given, entry.family) if entry.given or entry.family else (entry.display,)
    return marks(parts, entry.native_name, entry.email, entry.delegation)


def _naming(entry: PersonAtMeeting) -> Naming:
    turkic = entry.delegation_id is not None and speaks_turkic(entry.delegation, entry.official_name)
    style = naming(entry.name_style).style
    return Naming(style, frozenset({entry.delegation_id or 0})) if turkic else Naming(style)


def _spoken(entry: PersonAtMeeting) -> str:
    parts = (
        entry.honorific, entry.given, entry.family, entry.display, entry.native_name, entry.position,
        entry.organisation, entry.role, entry.email, entry.delegation, entry.official_name, entry.body, entry.city,
    )  # fmt: skip
    return " ".join(filter(None, parts))
