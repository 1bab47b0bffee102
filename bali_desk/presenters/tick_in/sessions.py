"""The sessions of a meeting, as they are named, put on a day and removed beside the sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import ClassVar

from sqlmodel import Session, func, select

from bali_desk.domain.dates import span
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Meeting, MeetingSession, Presence
from bali_desk.domain.record import Record
from bali_desk.presenters import typed
from bali_desk.presenters.agenda.input import clock_from
from bali_desk.presenters.attendance import move_session
from bali_desk.presenters.side_list import Reader, SideList, SideRow, named
from bali_desk.presenters.tick_in.rows import session_row
from bali_desk.store.records import next_sequence

NEW_NAME = "New session"


class Sessions(SideList):
    """Blocks of the meeting's days; a session that is put on another day takes the days of who came along."""

    kind = MeetingSession
    called = "session"
    fields: ClassVar[Mapping[str, Reader]] = {
        "name": lambda text: named(text, "A session"),
        "day": typed.day,
        "start": clock_from,
        "end": clock_from,
    }

    def rows(self, record: Record) -> list[SideRow]:
        """Every session in order, with its clock and how many came."""
        came = Counter(one.session_id for one in record.presences if one.state == "present")
        return [session_row(one, came[one.id or 0]) for one in record.sessions]

    def change(self, row_id: int, field: str, text: str) -> None:
        """Keep what was typed into a field; raises DeskError when it cannot be read or is no day of the meeting."""
        if field != "day":
            super().change(row_id, field, text)
            return
        day = typed.day(text)
        with self._desk.change("Edit session", merge=(MeetingSession, row_id, field)) as session:
            row = session.get(MeetingSession, row_id)
            if row is None:
                return
            meeting = session.get_one(Meeting, self._meeting_id)
            if day is None:
                raise DeskError("A session needs a day; to take it away, press Delete.")
            if not meeting.start <= day <= (meeting.end or meeting.start):
                raise DeskError(f"The meeting is held on {span(meeting.start, meeting.end)}: write a day of it.")
            move_session(session, self._meeting_id, row_id, day)
            row.day = day

    def remove(self, row_id: int) -> None:
        """Take a session away, after asking where attendance was taken in it."""
        with self._desk.reading() as session:
            row = session.get(MeetingSession, row_id)
            marks = session.exec(select(func.count()).where(Presence.session_id == row_id)).one()
        if row is None:
            return
        what = "its one mark" if marks == 1 else f"its {marks} marks"
        if not marks or self._ask.confirm(f"Delete “{typed.short(row.name)}” with {what}?", "Delete session"):
            super().remove(row_id)

    def _new(self, session: Session) -> MeetingSession:
        place = next_sequence(session, MeetingSession, meeting_id=self._meeting_id)
        meeting = session.get_one(Meeting, self._meeting_id)
        return MeetingSession(meeting_id=self._meeting_id, sequence=place, name=NEW_NAME, day=meeting.start)

    def _stored(self, record: Record) -> Sequence[MeetingSession]:
        return record.sessions
