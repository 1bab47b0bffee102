"""Persons by the thousand, as plain columns: whole records would take ten times as long."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from sqlalchemy import String, cast, func, select
from sqlmodel import Session, col

from bali_desk.domain.models import Body, Delegation, Meeting, Participant
from bali_desk.store.plain_rows import plain_rows

AT_ONCE = 500  # persons named one by one in a statement; more than that are read as a whole


class StoredPerson(NamedTuple):
    """A person as the desk has her; `present_on` is the text of the list, as it is kept."""

    id: int
    delegation_id: int | None
    honorific: str | None
    given: str | None
    family: str | None
    display: str | None
    native_name: str | None
    name_order: str | None
    position: str | None
    organisation: str | None
    role: str | None
    email: str | None
    attendance: str | None
    replaced_by_id: int | None
    mode: str | None
    present_on: str
    sequence: int


class PersonAtMeeting(NamedTuple):
    """A person at one of the meetings of the desk, with what tells the meeting."""

    id: int
    handle: str
    meeting_id: int
    delegation_id: int | None
    honorific: str | None
    given: str | None
    family: str | None
    display: str | None
    native_name: str | None
    name_order: str | None
    position: str | None
    organisation: str | None
    role: str | None
    email: str | None
    phone: str | None
    attendance: str | None
    delegation: str | None
    official_name: str | None
    body: str
    name_style: str | None
    ordinal: int | None
    title: str | None
    city: str | None
    start: str  # YYYY-MM-DD


def read_everybody(session: Session) -> list[PersonAtMeeting]:
    """Every person of every meeting of the desk, the latest meeting first."""
    hers = [getattr(Participant, name) for name in PersonAtMeeting._fields[:16]]
    others = [
        Delegation.name,
        Delegation.official_name,
        func.coalesce(Body.short, Body.name),
        Body.name_style,
        Meeting.ordinal,
        Meeting.title,
        func.coalesce(Meeting.city, Meeting.country),
        cast(Meeting.start, String),
    ]
    everybody = (
        select(*hers, *others)
        .join(Meeting, col(Participant.meeting_id) == col(Meeting.id))
        .join(Body, col(Meeting.body_id) == col(Body.id))
        .join(Delegation, col(Participant.delegation_id) == col(Delegation.id), isouter=True)
        .order_by(col(Meeting.start).desc(), col(Meeting.id).desc(), col(Participant.sequence), col(Participant.id))
    )
    return list(map(PersonAtMeeting._make, plain_rows(session, everybody)))


def read_persons(session: Session, meeting_id: int, keys: Collection[int] | None = None) -> Iterable[StoredPerson]:
    """The persons of a meeting, or those of them with these ids (no more than AT_ONCE), in no order."""
    ours = select(*_columns(StoredPerson._fields)).where(col(Participant.meeting_id) == meeting_id)
    if keys is not None:
        ours = ours.where(col(Participant.id).in_(keys))
    return map(StoredPerson._make, plain_rows(session, ours))


def _columns(fields: Iterable[str]) -> list[Any]:
    """The columns of these names; a list is left as the text it is kept as, for reading it would take half the time."""
    return [
        cast(getattr(Participant, name), String) if name == "present_on" else getattr(Participant, name)
        for name in fields
    ]
