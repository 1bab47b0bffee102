"""The meetings of a desk with their figures."""

from __future__ import annotations

from typing import Any

from sqlmodel import col, select

from bali_desk.domain.attendance import count
from bali_desk.domain.models import Body, Meeting
from bali_desk.domain.record import Record
from bali_desk.presenters.frame import meeting_name
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

NO_STATEMENT = "plan"  # the stage of a meeting that has no text yet


def listed(desk: Desk) -> list[dict[str, Any]]:
    """Each meeting as `meetings --json` prints it, by body, then by date."""
    with desk.reading() as session:
        ids = session.exec(
            select(Meeting.id).join(Body).order_by(col(Body.name), col(Meeting.start), col(Meeting.id))
        ).all()
        return [_figures(read_record(session, meeting or 0)) for meeting in ids]


def names_of(desk: Desk) -> dict[int, str]:
    """What each meeting is called, by its id."""
    with desk.reading() as session:
        return {one.id or 0: meeting_name(one) for one in session.exec(select(Meeting))}


def stage_of(record: Record) -> str:
    """The stage of the meeting's text: plan, draft, circulated or final."""
    return (record.statement.stage or "draft") if record.statement else NO_STATEMENT


def _figures(record: Record) -> dict[str, Any]:
    counts = count(record)
    meeting = record.meeting
    return {
        "id": meeting.id,
        "body": record.body.short or record.body.name,
        "title": meeting.title,
        "start": meeting.start.isoformat(),
        "end": meeting.end.isoformat() if meeting.end else None,
        "stage": stage_of(record),
        "items": len(record.agenda),
        "participants": counts.registered,
        "present": counts.present,
        "outcomes": len(record.outcomes),
    }
