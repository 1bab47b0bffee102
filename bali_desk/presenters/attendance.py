"""Writes marks of attendance, by the rules of `domain.attendance`, into the rows of the desk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping

from sqlmodel import Session, col, select

from bali_desk.domain.attendance import Standing, marked, marked_in_session, moved_with_session
from bali_desk.domain.models import Meeting, MeetingSession, Participant, Presence

AT_ONCE = 500  # persons looked up by one statement


def mark(
    session: Session,
    meeting_id: int,
    keys: Collection[int],
    state: str,
    *,
    taking: int | None = None,
    substitute: int | None = None,
) -> None:
    """Mark these persons at the meeting, or in the session `taking`; `substitute` is who replaces them."""
    meeting, days = session.get_one(Meeting, meeting_id), session_days(session, meeting_id)
    only_day = meeting.start if meeting.end in (None, meeting.start) else None

    def after(before: Standing) -> Standing:
        if taking is None:
            return marked(before, state, only_day)
        return marked_in_session(before, state, taking, days)

    for person in _restand(session, keys, days, after):
        if state == "replaced" and substitute is not None:
            person.replaced_by_id = substitute
        elif person.attendance != "replaced":
            person.replaced_by_id = None


def move_session(session: Session, meeting_id: int, taking: int, new_day: dt.date) -> None:
    """Take the days of who was in a session along, before it is put on another day."""
    days = session_days(session, meeting_id)
    there = select(Presence.participant_id).where(Presence.session_id == taking)
    _restand(session, set(session.exec(there)), days, lambda before: moved_with_session(before, taking, days, new_day))


def session_days(session: Session, meeting_id: int) -> dict[int, dt.date]:
    """The day of each session of a meeting, by its id."""
    ours = select(MeetingSession).where(MeetingSession.meeting_id == meeting_id)
    return {one.id or 0: one.day for one in session.exec(ours)}


def _restand(
    session: Session, keys: Collection[int], days: Mapping[int, dt.date], after: Callable[[Standing], Standing]
) -> list[Participant]:
    """Write how these persons stand after a mark; rows that stay as they are are not written."""
    persons: list[Participant] = []
    ordered = sorted(keys)
    for some in (ordered[first : first + AT_ONCE] for first in range(0, len(ordered), AT_ONCE)):
        presences: dict[int, dict[int, Presence]] = {}
        for row in session.exec(select(Presence).where(col(Presence.participant_id).in_(some))):
            presences.setdefault(row.participant_id, {})[row.session_id] = row
        for person in session.exec(select(Participant).where(col(Participant.id).in_(some))):
            _write(session, person, presences.get(person.id or 0, {}), days, after)
            persons.append(person)
    return persons


def _write(
    session: Session,
    person: Participant,
    rows: Mapping[int, Presence],
    days: Mapping[int, dt.date],
    after: Callable[[Standing], Standing],
) -> None:
    states = {one: row.state for one, row in rows.items() if one in days}
    now = after(Standing(person.attendance or "expected", tuple(filter(None, person.present_on)), states))
    person.attendance = now.attendance
    if list(now.present_on) != person.present_on:
        person.present_on = list(now.present_on)
    for one, row in rows.items():
        if one in days and one not in now.sessions:
            session.delete(row)
    for one, state in now.sessions.items():
        if one not in rows:
            session.add(Presence(session_id=one, participant_id=person.id or 0, state=state))
        elif rows[one].state != state:
            rows[one].state = state
