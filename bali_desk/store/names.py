"""How the names of a meeting print, read from the desk."""

from __future__ import annotations

from sqlalchemy import Row, select
from sqlmodel import Session, col

from bali_desk.domain.models import Body, Delegation, Meeting
from bali_desk.domain.names import Naming, naming


def naming_at(session: Session, meeting_id: int) -> Naming:
    """The naming of the meeting with this id: its body's style, its delegations' letters."""
    ours = select(col(Body.name_style)).join(Meeting, col(Meeting.body_id) == col(Body.id))
    style = session.execute(ours.where(col(Meeting.id) == meeting_id)).scalar()
    homes = select(col(Delegation.id), col(Delegation.name), col(Delegation.official_name))
    delegations: list[Row[tuple[int | None, str, str | None]]] = list(
        session.execute(homes.where(col(Delegation.meeting_id) == meeting_id))
    )
    return naming(style, delegations)
