"""The counts in the foot of the page: of the meeting, and of the chosen delegation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from bali_desk.domain.attendance import STATES
from bali_desk.domain.models import Delegation
from bali_desk.store.persons import StoredPerson

TOLD = [state for state in STATES if state != "expected"]


def of_meeting(persons: Sequence[StoredPerson], delegations: Sequence[Delegation]) -> str:
    """ "41 registered · 38 present · 16 delegations · 3 organisations · 1 excused": those that sent somebody."""
    homes = {person.delegation_id for person in persons}
    there = Counter(
        "organisation" if one.kind == "organisation" else one.kind for one in delegations if one.id in homes
    )
    organisations = there["organisation"]
    countries = there.total() - organisations - there["secretariat"]
    registered, *states = _states(persons)
    sent = [_number(countries, "delegation"), _number(organisations, "organisation")]
    first = [state for state in states if state.endswith("present")]
    return " · ".join([registered, *first, *sent, *(state for state in states if state not in first)])


def of_delegation(name: str, persons: Sequence[StoredPerson]) -> str:
    """ "Thailand: 4 registered · 3 present"."""
    return f"{name}: {' · '.join(_states(persons))}"


def _states(persons: Sequence[StoredPerson]) -> list[str]:
    states = Counter(map(attrgetter("attendance"), persons))
    return [f"{len(persons)} registered", *(f"{states[state]} {state}" for state in TOLD if states[state])]


def _number(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
