"""Countries in a text, under whatever name: as the office has them, officially, by another name, as an adjective."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bali_desk.domain.record import Record
from bali_desk.drafting.checks.data import Data
from bali_desk.drafting.checks.masks import table
from bali_desk.drafting.masking import pattern_of


@dataclass(frozen=True)
class Named:
    """A country or organisation met in a text."""

    start: int
    end: int
    text: str
    code: str  # of the table; the office's name where the table does not know it
    adjective: bool = False


class Countries:
    """The countries of the table and those whom the record has, found by any of their names."""

    def __init__(self, record: Record | None, data: Data) -> None:
        self.record, self.data = record, data

    @property
    def rows(self) -> tuple[dict[str, str], ...]:
        """The table of countries."""
        return table("countries")

    @cached_property
    def by_name(self) -> dict[str, str]:
        """The code behind each name, folded."""
        known = dict(_of_tables())
        if self.record is not None:
            for one in self.record.members:
                self._add(known, one.name, one.official_name)
            for sent in self.record.delegations:
                self._add(known, sent.name, sent.official_name)
                self._add(known, sent.name, sent.wished_name)
        return known

    @staticmethod
    def _add(known: dict[str, str], name: str, other: str | None) -> None:
        code = known.setdefault(fold(name), name)
        if other:
            known.setdefault(fold(other), code)

    @cached_property
    def office(self) -> dict[str, str]:
        """The office's own name of each code."""
        made: dict[str, str] = {}
        if self.record is not None:
            for name in [one.name for one in self.record.members] + [one.name for one in self.record.delegations]:
                made.setdefault(self.by_name[fold(name)], name)
        return made

    @cached_property
    def adjectives(self) -> dict[str, str]:
        """The code behind each adjective."""
        held = self.data.demonyms.held
        return {fold(word): code for code, words in held.items() for word in words}

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """What finds every name, the longest first."""
        names: list[str | None] = [word for words in self.data.demonyms.held.values() for word in words]
        if self.record is not None:
            names += [name for one in self.record.members for name in (one.name, one.official_name)]
            names += [name for one in self.record.delegations for name in (one.name, one.official_name)]
        return _pattern(frozenset(name for name in names if name))

    def named(self, text: str) -> Iterator[Named]:
        """Every country or organisation in a text, in order."""
        if self.pattern is None:
            return
        for found in self.pattern.finditer(text):
            name = fold(found.group())
            if code := self.by_name.get(name):
                yield Named(*found.span(), found.group(), code)
            elif code := self.adjectives.get(name):
                yield Named(*found.span(), found.group(), code, adjective=True)

    def code(self, name: str | None) -> str:
        """The code of a name; the folded name itself where it is not known."""
        known = fold(name or "")
        return self.by_name.get(known) or self.adjectives.get(known) or known


@lru_cache(maxsize=1)
def _of_tables() -> dict[str, str]:
    """The code behind each name of the tables, folded."""
    known: dict[str, str] = {}
    for row in (*table("countries"), *table("organisations")):
        for name in (row["name"], row["official_name"], *row["aliases"].split("|")):
            if name and _latin(name):
                known.setdefault(fold(name), row["code"])
    for row in table("organisations"):
        known.setdefault(fold(row["code"]), row["code"])
    return known


@lru_cache(maxsize=8)
def _pattern(more: frozenset[str]) -> re.Pattern[str] | None:
    """What finds the names of the tables and some more: every one begins with a capital, so nothing else is tried."""
    names = [
        name for row in table("countries") for name in (row["name"], row["official_name"], *row["aliases"].split("|"))
    ]
    names += [name for row in table("organisations") for name in (row["code"], row["name"], row["official_name"])]
    wanted = {name.replace("’", "'") for name in [*names, *more] if name and _latin(name) and name[0].isupper()}
    made = pattern_of(wanted)
    return re.compile(rf"(?=[^\W\d_a-z]){made.pattern}") if made else None


def fold(name: str) -> str:
    """A name to be compared: case, kind of apostrophe and a leading "the" aside."""
    low = " ".join(name.casefold().replace("’", "'").split())
    return low.removeprefix("the ")


def _latin(name: str) -> bool:
    return all(ord(letter) < 0x250 or letter in "’‘ʻ" for letter in name)
