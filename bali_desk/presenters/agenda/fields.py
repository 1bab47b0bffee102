"""Writing the fields of an agenda item."""

from __future__ import annotations

from collections.abc import Callable

from sqlmodel import col, select

from bali_desk.domain.agenda import Line
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import AgendaItem
from bali_desk.presenters.agenda import input as agenda_input
from bali_desk.presenters.agenda import moves as agenda_moves
from bali_desk.presenters.agenda.rows import KINDS, fixed_beyond_first
from bali_desk.presenters.agenda.state import AgendaState
from bali_desk.store.desk import Desk

_LABELS = {
    "title": "Edit agenda item",
    "no": "Change number",
    "minutes": "Change minutes",
    "start": "Change start",
    "end": "Change end",
    "kind": "Change kind of item",
    "purpose": "Change purpose",
    "presenters": "Change presenters",
    "annotation": "Edit annotation",
    "chair_notes": "Edit chair’s notes",
}
_PARSERS: dict[str, Callable[[str], object]] = {
    "minutes": agenda_input.minutes_from,
    "start": agenda_input.clock_from,
    "end": agenda_input.clock_from,
}


class AgendaFields:
    """Every field is one undo step; a burst of typing in one field is one, too."""

    def __init__(self, desk: Desk, state: AgendaState) -> None:
        self._desk = desk
        self._state = state

    def write(self, key: int, field: str, text: str) -> None:
        """Write one field as typed; raises DeskError with a sentence where it cannot be so."""
        line = self._state.line(key)
        if line is None or text == self._state.as_typed(line, field):
            return
        if field == "day":
            self._write_day(key, text)
            return
        value = self._parsed(field, text)
        with self._desk.change(_LABELS[field], merge=(AgendaItem, key, field)) as session:
            item = session.get_one(AgendaItem, key)
            _keep_length(item, line, field, value)
            setattr(item, field, value)

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

    def _write_day(self, key: int, text: str) -> None:
        day = agenda_input.day_from(text) or self._state.meeting.start
        with self._desk.change("Change day") as session:
            ours = select(AgendaItem).where(col(AgendaItem.meeting_id) == self._state.meeting_id)
            plan = agenda_moves.put_on_day(agenda_moves.plan_of(self._state.lines), key, day)
            agenda_moves.write(plan, session.exec(ours).all(), self._state.meeting.start)

    def _parsed(self, field: str, text: str) -> object:
        if field == "presenters":
            handles = {name.casefold(): handle for handle, name in self._state.names.items()}
            return agenda_input.presenters_from(text, handles)
        if field == "kind" and text not in KINDS:
            raise DeskError(f"“{agenda_input.short(text)}” is no kind of item: choose {', '.join(KINDS)}.")
        return _PARSERS.get(field, agenda_input.text_or_none)(text)


def _keep_length(item: AgendaItem, line: Line, field: str, value: object) -> None:
    """Keep minutes and a fixed end in agreement: the field written last is the one that holds."""
    if field == "minutes":
        item.end = None
    elif field == "start" and item.end:
        if isinstance(value, str) and line.minutes is not None:
            item.end = agenda_input.later(value, line.minutes)
        else:
            item.minutes, item.end = line.minutes, None
    elif field == "end" and isinstance(value, str) and line.starts is not None:
        begins = line.starts.hour * 60 + line.starts.minute
        item.minutes = (agenda_input.to_minutes(value) - begins) % agenda_input.LONGEST or agenda_input.LONGEST
