"""What name plates and badges are told: whose they are, each text with the size it fills its card in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bali_desk.documents.contexts.heading import heading
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.contexts.people import GONE, Party, in_printed_order, naming_of, parties
from bali_desk.documents.fitting import Fitting, Room
from bali_desk.domain.delegations import listed_name
from bali_desk.domain.models import Participant
from bali_desk.domain.record import Record

# In points. A plate is half a sheet of A4 laid across, a badge 90 by 60 millimetres, both inside their margins.
PLATE_ALONE = Room(width=725, height=230, most=150, least=24, lines=2)
PLATE_ABOVE = Room(width=725, height=185, most=130, least=24, lines=2)
PLATE_BELOW = Room(width=725, height=44, most=34, least=14, bold=False)
BADGE_NAME = Room(width=232, height=58, most=24, least=9, lines=2)
BADGE_NATIVE = Room(width=232, height=30, most=13, least=7, bold=False)
BADGE_DELEGATION = Room(width=232, height=30, most=12.5, least=7, lines=2)
BADGE_ROLE = Room(width=232, height=14, most=10, least=7, bold=False)
_MOST_EMPTY = 200
_WITH_ACRONYM = re.compile(r"(.*\S)\s*\(([A-Z][\w&/-]{1,11})\)")


def name_plates(record: Record, options: Options, edition: Edition) -> dict[str, object]:
    """A folded card for each delegation, the co-chairs' first; or for each person with her delegation."""
    fitting = Fitting()
    texts = _persons(record, options) if options.plates == "person" else _delegations(record, options)
    plates = [
        {
            "name": fitting.fitted(name, PLATE_ABOVE if below else PLATE_ALONE, _before_family(name)),
            "below": fitting.fitted(below, PLATE_BELOW),
        }
        for name, below in texts
    ]
    return {**heading(record, "Name plates", edition), "plates": plates, "count": len(plates)}


def badges(record: Record, options: Options, edition: Edition) -> dict[str, object]:
    """A badge for everybody who is to come, in printed order, then empty ones; two beside each other."""
    fitting = Fitting()
    made = [_badge(person, record, options, fitting) for person in _coming(record, options)]
    made += [_badge(None, record, options, fitting) for _ in range(min(max(options.blank_rows, 0), _MOST_EMPTY))]
    none = _badge(None, record, options, fitting) | {"there": False}
    pairs = [
        {"left": made[place], "right": made[place + 1] if place + 1 < len(made) else none}
        for place in range(0, len(made), 2)
    ]
    return {**heading(record, "Badges", edition), "pairs": pairs, "count": len(made)}


def _badge(person: Participant | None, record: Record, options: Options, fitting: Fitting) -> dict[str, object]:
    named = "" if person is None else naming_of(record).called(person)
    native = (person.native_name or "") if person is not None and options.native else ""
    role = (person.role or "") if person is not None else ""
    role = "" if role == "delegate" else role[:1].upper() + role[1:]
    return {
        "there": True,
        "name": fitting.fitted(named, BADGE_NAME, _before_family(named)),
        "native_name": fitting.fitted("" if native and native in named else native, BADGE_NATIVE),
        "delegation": fitting.fitted(_delegation_of(person, record, options), BADGE_DELEGATION),
        "role": fitting.fitted(role, BADGE_ROLE),
    }


def _before_family(name: str) -> int:
    """How many words stand before a family name in capitals, its particles with it: 2 in "Ms Ana de SOUZA"."""
    words = name.split()
    found = next((n for n, word in enumerate(words) if len(word) > 1 and word.isupper() and "." not in word), 0)
    while found > 1 and words[found - 1].islower():
        found -= 1
    return found


def _coming(record: Record, options: Options) -> list[Participant]:
    return [one for one in in_printed_order(record, options.order) if one.attendance not in GONE]


def _persons(record: Record, options: Options) -> Iterator[tuple[str, str]]:
    for person in _coming(record, options):
        yield naming_of(record).called(person), _delegation_of(person, record, options)


def _delegations(record: Record, options: Options) -> Iterator[tuple[str, str]]:
    """The co-chairs, then every delegation that sends somebody; before anybody is registered, all of them."""
    for chair in record.co_chairs:
        name = chair.country or chair.institution or chair.person or ""
        if name:
            yield name, "Co-Chair" if len(record.co_chairs) > 1 else "Chair"
    coming = [party for party in parties(record) if party.delegation and _sends(party)]
    if coming:
        names = [party.listed(options.delegation_name) for party in coming]
    else:
        names = [] if record.participants else [listed_name(one, options.delegation_name) for one in record.delegations]
    yield from (_acronym_first(name, record.body.acronyms) for name in names)


def _acronym_first(name: str, acronyms: Mapping[str, str]) -> tuple[str, str]:
    """A long name by its acronym, which can be read from afar, and the name in full below it."""
    found = _WITH_ACRONYM.fullmatch(name)
    if found:
        return found[2], found[1]
    short = next((short for short, full in acronyms.items() if full.casefold() == name.casefold()), "")
    return (short, name) if short else (name, "")


def _sends(party: Party) -> bool:
    return any(person.attendance not in GONE for person in party.people)


def _delegation_of(person: Participant | None, record: Record, options: Options) -> str:
    delegation = None
    if person is not None:
        delegation = next((one for one in record.delegations if one.id == person.delegation_id), None)
    return "" if delegation is None else listed_name(delegation, options.delegation_name)
