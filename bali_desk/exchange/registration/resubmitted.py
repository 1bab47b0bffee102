"""Forms that were sent in again: of the rows of one person, the last one counts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from bali_desk.exchange.registration.words import folded

if TYPE_CHECKING:
    from bali_desk.exchange.registration.persons import Person

_DATE = re.compile(
    r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?:[ T,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([AaPp]\.?[Mm])?)?"
)
Moment = tuple[int, ...]


def later_ones(sent: Sequence[tuple[int, str, Person]]) -> dict[int, int]:
    """For each row (number, time, person) that was sent in again, the row that counts."""
    moments = _moments([text for _, text, _ in sent])
    same: dict[tuple[str, ...], list[tuple[Moment, int]]] = {}
    for place, (row, _, person) in enumerate(sent):
        if key := _key(person):
            same.setdefault(key, []).append(((*moments[place], place), row))
    later: dict[int, int] = {}
    for rows in same.values():
        last = max(rows)[1]
        later.update({row: last for _, row in rows if row != last})
    return later


def _key(person: Person) -> tuple[str, ...]:
    """One person as far as a form tells: same address and name, else same name and delegation."""
    name = " ".join(sorted(folded(person.name).split()))
    if not name:
        return ()
    return (person.email.casefold(), name) if person.email else (name, folded(person.delegation))


def _moments(texts: Sequence[str]) -> list[Moment]:
    """The times in order of their parts. Day or month first is what all of them allow and keeps them in order."""
    month_first = [_moment(text, month_first=True) for text in texts]
    day_first = [_moment(text, month_first=False) for text in texts]
    if None in month_first and None not in day_first:
        return [moment or () for moment in day_first]
    if None in day_first or _falls(month_first) <= _falls(day_first):
        return [moment or () for moment in month_first]
    return [moment or () for moment in day_first]


def _falls(moments: Sequence[Moment | None]) -> int:
    """How often a time is before the one above it: forms list what they are sent in order."""
    told = [moment for moment in moments if moment]
    return sum(after < before for before, after in pairwise(told))


def _moment(text: str, *, month_first: bool) -> Moment | None:
    found = _DATE.search(text)
    if not found:
        return None
    one, two, three, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    if found[7]:
        hour = hour % 12 + (12 if found[7][0] in "pP" else 0)
    if one > 31:
        year, month, day = one, two, three
    else:
        year = three + 2000 if three < 100 else three
        month, day = (one, two) if month_first else (two, one)
    try:
        moment = dt.datetime(year, month, day, hour % 24, minute % 60, second % 60)
    except ValueError:
        return None
    return tuple(moment.timetuple()[:6])
