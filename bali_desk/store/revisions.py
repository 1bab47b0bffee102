"""A meeting grows older with each row its agenda gains or loses, so that no later state looks earlier."""

from __future__ import annotations

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from bali_desk.domain.models import AgendaItem, Meeting, MeetingSession


def age_meetings(session: Session) -> None:
    """Gives a new version to each meeting of which `session` is about to add or delete an item or a session.

    What counts versions, as the calendar file does, would otherwise count less once a row is gone.
    """
    rows = [row for row in (*session.new, *session.deleted) if isinstance(row, (AgendaItem, MeetingSession))]
    for meeting_id in {row.meeting_id for row in rows}:
        meeting = session.get(Meeting, meeting_id)
        if meeting is not None and meeting not in session.deleted:
            flag_modified(meeting, "start")
