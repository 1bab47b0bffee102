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
    """ "41 registered · 38 present · 18 delegations, 2 of them organisations · 1 excused".

    Delegations are those that sent somebody, without the secretariat, as `attendance.count` has them.
    """
    homes = {person.delegation_id for person in persons}
    sent = [one.kind for one in delegations if one.id in homes and one.kind != "secretariat"]
    organisations = sent.count("organisation")
    words = "1 delegation" if len(sent) == 1 else f"{len(sent)} delegations"
    if organisations:
        words += f", {organisations} of them {'an organisation' if organisations == 1 else 'organisations'}"
    registered, *states = _states(persons)
    first = [state for state in states if state.endswith("present")]
    return " · ".join([registered, *first, words, *(state for state in states if state not in first)])


def of_delegation(name: str, persons: Sequence[StoredPerson]) -> str:
    """ "Thailand: 4 registered · 3 present"."""
    return f"{name}: {' · '.join(_states(persons))}"


def _states(persons: Sequence[StoredPerson]) -> list[str]:
    states = Counter(map(attrgetter("attendance"), persons))
    return [f"{len(persons)} registered", *(f"{states[state]} {state}" for state in TOLD if states[state])]
