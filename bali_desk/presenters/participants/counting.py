"""The counts in the foot of the page: of the meeting, and of the chosen delegation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bali_desk.domain.attendance import STATES
from bali_desk.domain.models import Delegation
from bali_desk.presenters.participants.rows import PersonRow

TOLD = [state for state in STATES if state != "expected"]


def of_meeting(persons: Sequence[PersonRow], delegations: Sequence[Delegation]) -> str:
    """ "41 registered · 38 present · 16 delegations · 3 organisations": those that sent somebody."""
    sent = {person.delegation_key for person in persons}
    there = Counter("organisation" if one.kind == "organisation" else one.kind for one in delegations if one.id in sent)
    organisations = there["organisation"]
    countries = there.total() - organisations - there["secretariat"]
    return " · ".join([*_states(persons), _number(countries, "delegation"), _number(organisations, "organisation")])


def of_delegation(name: str, persons: Sequence[PersonRow]) -> str:
    """ "Thailand: 4 registered · 3 present"."""
    return f"{name}: {' · '.join(_states(persons))}"


def _states(persons: Sequence[PersonRow]) -> list[str]:
    states = Counter([person.state for person in persons])
    return [f"{len(persons)} registered", *(f"{states[state]} {state}" for state in TOLD if states[state])]


def _number(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
