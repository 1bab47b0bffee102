"""Persons by the thousand, as plain columns: whole records would take ten times as long."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from sqlalchemy import String, select, type_coerce
from sqlmodel import Session, col

from bali_desk.domain.models import Participant

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


def read_persons(session: Session, meeting_id: int, keys: Collection[int] | None = None) -> Iterable[StoredPerson]:
    """The persons of a meeting, or those of them with these ids (no more than AT_ONCE), in no order."""
    ours = select(*_columns(StoredPerson._fields)).where(col(Participant.meeting_id) == meeting_id)
    if keys is not None:
        ours = ours.where(col(Participant.id).in_(keys))
    return map(StoredPerson._make, session.connection().execute(ours).all())


def _columns(fields: Iterable[str]) -> list[Any]:
    """The columns of these names; a list is left as the text it is kept as, for reading it would take half the time."""
    return [
        type_coerce(getattr(Participant, name), String) if name == "present_on" else getattr(Participant, name)
        for name in fields
    ]
