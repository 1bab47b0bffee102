"""Who came: the rules by which a mark at the meeting or in a session changes it, and the counts."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from bali_desk.domain.models import Delegation, Participant
from bali_desk.domain.record import Record

STATES = ("expected", "present", "excused", "absent", "replaced")


@dataclass(frozen=True)
class Standing:
    """How one person stands at the meeting, on its days and in the sessions where attendance was taken."""

    attendance: str = "expected"  # one of STATES
    present_on: tuple[str, ...] = ()  # days, YYYY-MM-DD, in order
    sessions: Mapping[int, str] = field(default_factory=dict)  # id of a session: present, excused or absent


def marked(before: Standing, state: str, only_day: dt.date | None = None) -> Standing:
    """Marked at the meeting as a whole; `only_day` is its day where it has but one.

    Present leaves what is known of days and sessions, and adds the only day. Replaced leaves it too: she may have come
    before. Who is excused, absent or expected again was there on no day and in no session.
    """
    if state == "present":
        days = before.present_on if only_day is None else _with(before.present_on, only_day)
        return replace(before, attendance=state, present_on=days)
    if state == "replaced":
        return replace(before, attendance=state)
    elsewhere = {session: how for session, how in before.sessions.items() if how != "present"}
    return Standing(state, (), elsewhere)


def marked_in_session(before: Standing, state: str, session: int, days: Mapping[int, dt.date]) -> Standing:
    """Marked in one session; `days` tells the day of every session of the meeting.

    Present in a session is present at the meeting, on that day. A mark that takes this back takes the day back unless
    another session of it saw her, and her presence at the meeting where nothing else speaks for it. Expected takes the
    mark away. Replaced is said of the meeting: in the session she is absent.
    """
    was_there = before.sessions.get(session) == "present"
    sessions = {one: how for one, how in before.sessions.items() if one != session}
    if state == "present":
        there = _with(before.present_on, days[session])
        return Standing("present", there, {**sessions, session: state})
    days_there = _without(before.present_on, days[session], sessions, days) if was_there else before.present_on
    attendance = "replaced" if state == "replaced" else before.attendance
    if was_there and attendance == "present" and not days_there and "present" not in sessions.values():
        attendance = "expected"
    if state != "expected":
        sessions[session] = "absent" if state == "replaced" else state
    return Standing(attendance, days_there, sessions)


def moved_with_session(before: Standing, session: int, days: Mapping[int, dt.date], new_day: dt.date) -> Standing:
    """A session she may have been in is held on another day; `days` as they were."""
    if before.sessions.get(session) != "present":
        return before
    others = {one: how for one, how in before.sessions.items() if one != session}
    return replace(before, present_on=_with(_without(before.present_on, days[session], others, days), new_day))


def _with(days: tuple[str, ...], day: dt.date) -> tuple[str, ...]:
    return tuple(sorted({*days, day.isoformat()}))


def _without(
    days: tuple[str, ...], day: dt.date, sessions: Mapping[int, str], held: Mapping[int, dt.date]
) -> tuple[str, ...]:
    """The days without `day`, unless one of the sessions still speaks for it."""
    if any(how == "present" and held.get(session) == day for session, how in sessions.items()):
        return days
    return tuple(one for one in days if one != day.isoformat())


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
