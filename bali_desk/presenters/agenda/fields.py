"""Writing the fields of an agenda item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from sqlmodel import Session

from bali_desk.domain.agenda import Line
from bali_desk.domain.clock import WallClock
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import AgendaItem, MeetingSession
from bali_desk.presenters.agenda import input as agenda_input
from bali_desk.presenters.agenda import moves as agenda_moves
from bali_desk.presenters.agenda.rows import KINDS, day_label
from bali_desk.presenters.agenda.showing import NEW_SESSION, fixed_beyond_first
from bali_desk.presenters.agenda.state import AgendaState
from bali_desk.presenters.agenda.writing import write
from bali_desk.store.desk import Desk
from bali_desk.store.records import next_sequence

MINUTES_STEP = 5
_LABELS = {
    "title": "Edit agenda item",
    "no": "Change number",
    "minutes": "Change minutes",
    "start": "Change start",
    "end": "Change end",
    "kind": "Change kind of item",
    "purpose": "Change purpose",
    "presenters": "Change presenters",
    "lead": "Change lead",
    "annotation": "Edit annotation",
    "chair_notes": "Edit chair’s notes",
}
_PARSERS: dict[str, Callable[[str], object]] = {
    "minutes": agenda_input.minutes_from,
    "start": agenda_input.clock_from,
    "end": agenda_input.clock_from,
}
_COLUMNS = {"lead": "lead_id"}


class AgendaFields:
    """Every field is one undo step; a burst of typing in one field is one, too."""

    def __init__(self, desk: Desk, state: AgendaState) -> None:
        self._desk = desk
        self._state = state

    def write(self, key: int, field: str, text: str) -> None:
        """Write one field as typed; raises DeskError with a sentence where it cannot be so."""
        line = self._state.line(key)
        if line is None:
            return
        if field == "session":
            self._write_session(line, text)
        elif text == self._state.as_typed(line, field):
            return
        elif field == "day":
            self._write_day(key, text)
        else:
            self._put(key, line, field, self._parsed(line, field, text), merge=(AgendaItem, key, field))

    def lengthen(self, key: int, way: int) -> None:
        """Make an item longer (1) or shorter (-1), to the next whole five minutes; a burst of it is one step."""
        line = self._state.line(key)
        if line is not None and line.has_own_time:
            now = line.minutes or 0
            steps = now // MINUTES_STEP + 1 if way > 0 else -(-now // MINUTES_STEP) - 1
            self._stretch(line, steps * MINUTES_STEP, (AgendaItem, key, "minutes"))

    def stretch(self, key: int, minutes: int) -> None:
        """Give an item this length; one step."""
        line = self._state.line(key)
        if line is not None and line.has_own_time:
            self._stretch(line, minutes, None)

    def next_lead(self, key: int) -> None:
        """Let the next of the co-chairs lead the item; after the last of them nobody in particular."""
        line = self._state.line(key)
        if line is not None:
            turn = [None, *self._state.leads]
            here = turn.index(line.item.lead_id) if line.item.lead_id in turn else 0
            self._put(key, line, "lead", turn[(here + 1) % len(turn)], merge=(AgendaItem, key, "lead"))

    def restrict(self, key: int, restricted: bool) -> None:
        """Whether the item is restricted."""
        with self._desk.change("Restrict item" if restricted else "Lift restriction") as session:
            session.get_one(AgendaItem, key).restricted = restricted

    def let_times_follow(self) -> None:
        """Let every clock time follow from the minutes; only the start of each day stays fixed."""
        beginnings = {line.day: line.item.id for line in reversed(self._state.lines) if line.item.start}
        with self._desk.change("Let times follow") as session:
            for held in fixed_beyond_first(self._state.lines):
                item, line = session.get_one(AgendaItem, held.id), self._state.line(held.id)
                if line is not None and item.end:
                    item.minutes, item.end = line.minutes, None
                if item.id not in beginnings.values():
                    item.start = None

    # ---- inner ----
    def _put(self, key: int, line: Line, field: str, value: object, merge: object) -> None:
        with self._desk.change(_LABELS[field], merge=merge) as session:
            item = session.get_one(AgendaItem, key)
            _keep_length(item, line, field, value, WallClock(self._state.meeting.time_zone))
            setattr(item, _COLUMNS.get(field, field), value)

    def _stretch(self, line: Line, minutes: int, merge: object) -> None:
        minutes = min(max(minutes, 0), agenda_input.LONGEST)
        if minutes != line.minutes and line.item.id is not None:
            self._put(line.item.id, line, "minutes", minutes, merge)

    def _write_day(self, key: int, text: str) -> None:
        day = agenda_input.day_from(text) or self._state.meeting.start
        found = self._state.changes(agenda_moves.put_on_day(self._state.plan(), key, day))
        with self._desk.change("Change day") as session:
            write(session, found)

    def _write_session(self, line: Line, text: str) -> None:
        """Let the item open a session, its own start giving way; or none."""
        key = line.item.id or 0
        known = self._state.sessions.get(int(text)) if text.isdecimal() else None
        with self._desk.change("Change session") as session:
            opened = self._new_session(session, line) if text == NEW_SESSION else known
            sessions = self._state.sessions | ({opened.id: opened} if opened and opened.id else {})
            plan = agenda_moves.open_session(
                self._state.plan(), key, opened.id if opened else None, opened.day if opened else line.day
            )
            write(session, self._state.changes(plan, sessions))
            if opened is not None and opened.start:
                session.get_one(AgendaItem, key).start = None

    def _new_session(self, session: Session, line: Line) -> MeetingSession:
        """A session on the item's day from when the item starts, named after the time of day."""
        start = f"{line.starts:%H:%M}" if line.starts else None
        part = "Session" if start is None else "Morning" if start < "12" else "Afternoon" if start < "17" else "Evening"
        name = part if start is None else f"{part} session"
        place = next_sequence(session, MeetingSession, meeting_id=self._state.meeting_id)
        made = MeetingSession(meeting_id=self._state.meeting_id, sequence=place, name=name, day=line.day, start=start)
        session.add(made)
        session.flush()
        return made

    def _parsed(self, line: Line, field: str, text: str) -> object:
        if field == "presenters":
            handles = {name.casefold(): handle for handle, name in self._state.names.items()}
            return agenda_input.presenters_from(text, handles)
        if field == "kind" and text not in KINDS:
            raise DeskError(f"“{agenda_input.short(text)}” is no kind of item: choose {', '.join(KINDS)}.")
        if field == "lead":
            return agenda_input.lead_from(text, self._state.leads)
        if field == "no":
            return None if text.strip() == self._state.counted_number(line) else text.strip() or None
        value = _PARSERS.get(field, agenda_input.text_or_none)(text)
        if field == "start" and isinstance(value, str):
            _check_shown(self._state.meeting.time_zone, line.day, value)
        return value


def _check_shown(zone: str | None, day: dt.date, clock: str) -> None:
    """DeskError where the clock is set forward over this time."""
    if not WallClock(zone).shows(day, clock):
        raise DeskError(f"There is no {clock} on {day_label(day)}: the clocks of {zone} are set forward over it.")


def _keep_length(item: AgendaItem, line: Line, field: str, value: object, clock: WallClock) -> None:
    """Keep minutes and a fixed end in agreement: the field written last is the one that holds."""
    if field == "minutes":
        item.end = None
    elif field == "start" and item.end:
        if isinstance(value, str) and line.minutes is not None:
            item.end = f"{clock.later(clock.at(line.day, value), line.minutes):%H:%M}"
        else:
            item.minutes, item.end = line.minutes, None
    elif field == "end" and isinstance(value, str) and line.starts is not None:
        item.minutes = clock.between(line.starts, clock.after(value, line.starts))
