"""Which delegation a text names: one of the meeting, a member of the body, or a country of the world."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlmodel import Session, col, select

from bali_desk.domain.models import Delegation, Meeting, Member
from bali_desk.exchange.registration.countries import all_countries
from bali_desk.exchange.registration.words import folded

_ABBREVIATED = re.compile(r"^(?P<name>.+?)\s*[(（](?P<short>[^()（）]+)[)）]\s*$")
_ALIKE = 0.72  # how like two names must be for one to be suggested for the other


@dataclass(frozen=True)
class Home:
    """A delegation: one of the meeting by its id, or one that would be made with these words."""

    name: str
    delegation_id: int | None = None
    official_name: str | None = None
    kind: str | None = None
    status: str | None = None

    @property
    def key(self) -> object:
        """What tells it from every other delegation, made or not."""
        return self.delegation_id if self.delegation_id is not None else folded(self.name)


class Homes:
    """The delegations a sheet may name, read once for each import."""

    def __init__(self, session: Session, meeting_id: int) -> None:
        self._countries = all_countries()
        self._found: dict[str, Home | None] = {}
        self._by_name: dict[str, Home] = {}
        self._by_country: dict[str, Home] = {}
        for names, home in _of_meeting(session, meeting_id):
            self._note(names, home)
        for names, member in _of_body(session, meeting_id):
            self._note(names, self._there(names) or member)

    def find(self, text: str) -> Home | None:
        """The delegation a text names; None where there is none such."""
        if text not in self._found:
            self._found[text] = self._find(text)
        return self._found[text]

    def suggestion(self, text: str) -> str:
        """The name most like a text that names no delegation; "" where none is like it."""
        names = {name: home.name for name, home in self._by_name.items()}
        names |= {folded(one.name): one.name for one in self._countries.all if folded(one.name) not in names}
        plain = folded(text)
        inside = [name for name in self._by_name if len(name) > 3 and f" {name} " in f" {plain} "]
        like = inside or difflib.get_close_matches(plain, names, 1, _ALIKE)
        return names[like[0]] if like else ""

    def _find(self, text: str) -> Home | None:
        for name in _names_of(text):
            if name in self._by_name:
                return self._by_name[name]
        for one in _written(text):
            if country := self._countries.find(one):
                made = Home(country.name, None, country.official_name, "country")
                return self._by_country.get(country.code, made)
        return None

    def _there(self, names: Iterable[str | None]) -> Home | None:
        """The delegation of the meeting that a member of the body has already."""
        return next((home for name in names if name and (home := self._find(name)) and home.delegation_id), None)

    def _note(self, names: Iterable[str | None], home: Home) -> None:
        for text in filter(None, names):
            for name in _names_of(text):
                self._by_name.setdefault(name, home)
            if home.kind != "organisation" and (country := self._countries.find(text)):
                self._by_country.setdefault(country.code, home)


def _of_meeting(session: Session, meeting_id: int) -> Iterator[tuple[tuple[str | None, ...], Home]]:
    ours = select(Delegation).where(Delegation.meeting_id == meeting_id)
    for row in session.exec(ours.order_by(col(Delegation.sequence), col(Delegation.id))):
        home = Home(row.name, row.id, row.official_name, row.kind, row.status)
        yield (row.name, row.official_name, row.wished_name), home


def _of_body(session: Session, meeting_id: int) -> Iterator[tuple[tuple[str | None, ...], Home]]:
    body = select(Meeting.body_id).where(Meeting.id == meeting_id)
    ours = select(Member).where(col(Member.body_id).in_(body))
    for row in session.exec(ours.order_by(col(Member.sequence), col(Member.id))):
        yield (row.name, row.official_name), Home(row.name, None, row.official_name, row.kind, row.status)


def _written(text: str) -> Iterator[str]:
    yield text
    if found := _ABBREVIATED.match(text):
        yield found["name"]
        yield found["short"]


def _names_of(text: str) -> list[str]:
    """The ways a name may be said: whole, without "the", without and by its abbreviation in brackets."""
    names = [folded(one) for one in _written(text)]
    return [name for one in names for name in (one, one.removeprefix("the ")) if name]
