"""Everything of one person, for the panel beside the table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session, col, select

from bali_desk.domain.models import Delegation, Participant
from bali_desk.presenters.participants.persons import TEXTS
from bali_desk.presenters.person_names import NAMELESS, names_by_handle
from bali_desk.store.names import naming_at


@dataclass(frozen=True)
class PersonShown:
    """A person as plain text; `texts` by name of field."""

    key: int
    name: str
    texts: Mapping[str, str]
    attendance: str
    replaced_by: str
    delegation: int | None
    delegations: tuple[tuple[int | None, str], ...]  # id and name, to choose from
    days: tuple[tuple[dt.date, bool], ...]


def person_shown(session: Session, key: int, days: list[dt.date]) -> PersonShown | None:
    """The person with this id; None when she is gone."""
    row = session.get(Participant, key)
    if row is None:
        return None
    ours = select(Delegation.id, Delegation.name).where(Delegation.meeting_id == row.meeting_id)
    homes = session.exec(ours.order_by(col(Delegation.sequence), col(Delegation.id))).all()
    return PersonShown(
        key=key,
        name=naming_at(session, row.meeting_id).addressed(row) or NAMELESS,
        texts={field: getattr(row, field) or "" for field in TEXTS},
        attendance=row.attendance or "expected",
        replaced_by=_substitute(session, row),
        delegation=row.delegation_id,
        delegations=((None, "No delegation"), *homes),
        days=tuple((day, day.isoformat() in row.present_on) for day in days),
    )


def _substitute(session: Session, row: Participant) -> str:
    if row.replaced_by_id is None:
        return ""
    handle = session.get_one(Participant, row.replaced_by_id).handle
    return names_by_handle(session, row.meeting_id).get(handle, "")
