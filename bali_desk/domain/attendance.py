"""Who came, counted from the record or as the officer gave it by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bali_desk.domain.models import Delegation, Participant
from bali_desk.domain.record import Record

STATES = ("expected", "present", "excused", "absent", "replaced")


@dataclass(frozen=True)
class Counts:
    """Numbers of persons and of delegations; `delegations` and below leave the secretariat out."""

    registered: int
    expected: int
    present: int
    excused: int
    absent: int
    replaced: int
    delegations: int  # registered
    participants: int  # who the statement counts: those present, or before the meeting those expected
    countries: int
    organisations: int
    members_and_organisations: int


def count(record: Record) -> Counts:
    """The counts of a meeting; a number in `meeting.counts` takes the place of the counted one."""
    states = Counter(person.attendance or "expected" for person in record.participants)
    taking_part = _taking_part(record.participants)
    there = _delegations(record.delegations, taking_part)
    counted = {
        "participants": len(taking_part),
        "countries": sum(delegation.kind != "organisation" for delegation in there),
        "organisations": sum(delegation.kind == "organisation" for delegation in there),
        "members_and_organisations": sum(_is_member_or_organisation(delegation) for delegation in there),
    }
    return Counts(
        registered=len(record.participants),
        **{state: states[state] for state in STATES},
        delegations=len(_delegations(record.delegations, record.participants)),
        **_by_hand(counted, record.meeting.counts),
    )


def _taking_part(participants: Iterable[Participant]) -> list[Participant]:
    everyone = list(participants)
    present = [person for person in everyone if person.attendance == "present"]
    return present or [person for person in everyone if person.attendance in (None, "expected")]


def _delegations(delegations: Iterable[Delegation], people: Iterable[Participant]) -> list[Delegation]:
    sent = {person.delegation_id for person in people}
    return [one for one in delegations if one.id in sent and one.kind != "secretariat"]


def _is_member_or_organisation(delegation: Delegation) -> bool:
    return delegation.kind == "organisation" or delegation.status in (None, "member")


def _by_hand(counted: Mapping[str, int], given: Mapping[str, int] | None) -> dict[str, int]:
    return {name: (given or {}).get(name, number) for name, number in counted.items()}
