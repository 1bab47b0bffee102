"""What a row would change in a person who is registered already. What a row leaves blank changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bali_desk.exchange.registration.delegations import Home
from bali_desk.exchange.registration.matching import name_keys
from bali_desk.exchange.registration.persons import Person
from bali_desk.exchange.registration.verdicts import CellChange
from bali_desk.exchange.registration.words import folded

IDENTITY = ("given", "family", "display", "native_name", "email", "delegation")
_NAME = ("given", "family", "display")
_TEXTS = ("position", "organisation", "role", "mode")


def changes_to(row: Any, person: Person, home: Home | None, delegation: str) -> tuple[CellChange, ...]:
    """The cells of `row` (the columns of a participant) that a person would change, whose `delegation` is named."""
    found = [*_of_name(row, person), *_of_texts(row, person)]
    if home is not None and (home.delegation_id is None or home.delegation_id != row.delegation_id):
        found.append(CellChange("delegation", delegation, home.name))
    return tuple(found)


def same_person_in_full(one: Person, other: Person) -> bool:
    """Whether two rows say nothing different."""
    return one == other or all(_plain(getattr(one, name)) == _plain(getattr(other, name)) for name in vars(one))


def latin_name(row: Any) -> str:
    """The name of a participant or a person in a row, without honorific and native script."""
    return row.display or " ".join(filter(None, (row.given, row.family)))


def _of_name(row: Any, person: Person) -> Iterator[CellChange]:
    old, new = latin_name(row), latin_name(person)
    if new and (not name_keys([old]) & name_keys([new]) or (old.isascii() and not new.isascii())):
        for field in _NAME:
            if (getattr(row, field) or "") != getattr(person, field):
                yield CellChange(field, getattr(row, field) or "", getattr(person, field))
    if person.native_name and not name_keys([row.native_name or ""]) & name_keys([person.native_name]):
        yield CellChange("native_name", row.native_name or "", person.native_name)
    if person.honorific and folded(person.honorific) != folded(row.honorific or ""):
        yield CellChange("honorific", row.honorific or "", person.honorific)


def _of_texts(row: Any, person: Person) -> Iterator[CellChange]:
    for field in _TEXTS:
        old, new = getattr(row, field) or "", getattr(person, field)
        if new and " ".join(new.split()) != " ".join(old.split()):
            yield CellChange(field, old, new)
    if person.email and person.email.casefold() != (row.email or "").strip().casefold():
        yield CellChange("email", row.email or "", person.email)
    if person.phone and _dialled(person.phone) != _dialled(row.phone or ""):
        yield CellChange("phone", row.phone or "", person.phone)
    if person.note and not (row.note or "").strip():  # a note of the officer's own is never written over
        yield CellChange("note", "", person.note)


def _dialled(number: str) -> str:
    """What is dialled: "+61 (2) 5550" and "+6125550" are one number; text without digits is itself."""
    return re.sub(r"[^\d+;x]", "", number) or number


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
