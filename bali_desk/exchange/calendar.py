"""The agenda as a calendar file (RFC 5545): one event for each item that has a time of its own.

Breaks and ceremonies are events too, so that the day reads whole; during a break whoever takes the file in is shown as
free. An item divided into timed sub-items stands in their descriptions. Restricted items, what stands under them,
restricted papers and chair's notes are never in it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bali_desk.domain.agenda import Line, outline
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Meeting, Paper
from bali_desk.domain.names import printed_name
from bali_desk.domain.record import Record
from bali_desk.exchange.time_zone import time_zone_of

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # which a calendar file cannot hold
_FIRST_REVISION = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_ROWS_WEIGH = 10_000  # more than the changes one row will see


@dataclass(frozen=True)
class Slot:
    """When a line of the agenda takes place, each moment with its time zone; naive where the meeting has none."""

    line: Line
    above: tuple[Line, ...]  # what it stands under, from the top
    below: tuple[Line, ...]  # what stands under it
    starts: dt.datetime
    ends: dt.datetime


def to_calendar(record: Record, name: str) -> bytes:
    """The agenda as a calendar called `name`; taken in again, it replaces what was taken in before.

    The same record always gives the same bytes. Raises DeskError when no item has a time, or the time zone is unknown.
    """
    from icalendar import Calendar, vText

    zone = _zone(record.meeting)
    slots = [
        slot for slot in _slots(outline(record.agenda, record.meeting, record.sessions), zone) if not _is_hidden(slot)
    ]
    if not slots:
        raise DeskError("No item of the agenda has a time yet: give the first one a start, and the items minutes.")
    calendar = Calendar()
    calendar.add("prodid", "-//Bali Desk//Agenda//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for called in ("name", "x-wr-calname"):  # which the library takes for ready-made unless told it is text
        calendar.add(called, vText(_plain(name)))
    if zone is not None:
        years = {moment.year for slot in slots for moment in (slot.starts, slot.ends)}
        calendar.add_component(time_zone_of(zone, years))
    _add_events(calendar, record, slots)
    content: bytes = calendar.to_ical(sorted=False)
    return content


def _zone(meeting: Meeting) -> ZoneInfo | None:
    if not meeting.time_zone:
        return None
    try:
        return ZoneInfo(meeting.time_zone)
    except (ValueError, OSError, LookupError):
        raise DeskError(
            f"meeting.time_zone: “{meeting.time_zone}” is not a time zone this computer knows; write it like "
            "Asia/Jakarta."
        ) from None


# ---- when ----
def _slots(lines: Sequence[Line], zone: ZoneInfo | None) -> Iterator[Slot]:
    above: list[Line] = []
    for place, line in enumerate(lines):
        del above[line.depth :]
        below = _under(lines, place)
        timed = line.starts is not None and line.ends is not None and _has_time(line)
        if timed and not any(_has_time(one) for one in below):
            starts, ends = (_in_zone(moment, zone) for moment in (line.starts, line.ends) if moment)
            yield Slot(line, tuple(above), below, starts, ends)
        above.append(line)


def _in_zone(moment: dt.datetime, zone: ZoneInfo | None) -> dt.datetime:
    """The moment with its zone; of an hour that comes twice, the one its `fold` says."""
    return moment.replace(tzinfo=zone)


def _under(lines: Sequence[Line], place: int) -> tuple[Line, ...]:
    last = place + 1
    while last < len(lines) and lines[last].depth > lines[place].depth:
        last += 1
    return tuple(lines[place + 1 : last])


def _has_time(line: Line) -> bool:
    return bool(line.item.minutes or line.item.start or line.item.end)


# ---- what ----
def _add_events(calendar: Calendar, record: Record, slots: Sequence[Slot]) -> None:
    words = _Words(record)
    revision = _revision(record)
    for slot in slots:
        calendar.add_component(_event(record, slot, words, revision))


def _event(record: Record, slot: Slot, words: _Words, revision: int) -> Event:
    from icalendar import Event, vText

    event, changed = Event(), _FIRST_REVISION + dt.timedelta(seconds=revision)
    event.add("uid", vText(_plain(f"{slot.line.item.handle}-{_series(record)}@bali-desk")))
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", revision)
    event.add("dtstart", _written(slot.starts))
    if slot.ends > slot.starts:
        event.add("dtend", _written(slot.ends))
    event.add("summary", _plain(_title(slot.line)))
    for name, text in (("description", words.about(slot)), ("location", _place(record.meeting))):
        if text:
            event.add(name, _plain(text))
    event.add("transp", "TRANSPARENT" if slot.line.item.kind == "break" else "OPAQUE")
    return event


def _series(record: Record) -> str:
    """Tells the meeting from every other: an item's handle alone may stand in two meeting files."""
    which = record.meeting.ordinal or record.meeting.start.isoformat()
    return hashlib.sha256(f"{record.body.name}\n{which}".encode()).hexdigest()[:12]


def _revision(record: Record) -> int:
    """A number that grows with every change of the agenda, so that a file sent again replaces the one before.

    It counts the versions of the rows. Where a row goes, its meeting's version grows (`store.history`), which weighs
    more than all the versions that went with the row.
    """
    rows = [*record.agenda, *record.sessions]
    return (record.meeting.version or 0) * _ROWS_WEIGH + sum(row.version or 0 for row in rows)


def _written(moment: dt.datetime) -> dt.datetime:
    """The hour that is there twice when clocks go back can be told apart only in UTC."""
    return moment.astimezone(dt.UTC) if moment.fold else moment


def _is_hidden(slot: Slot) -> bool:
    return any(line.item.restricted for line in (*slot.above, slot.line))


def _title(line: Line) -> str:
    title = line.item.title or ("" if line.number else (line.item.kind or "item").capitalize())
    return f"{line.number} {title}".strip()


def _place(meeting: Meeting) -> str:
    return ", ".join(part for part in (meeting.venue, meeting.city, meeting.country) if part)


class _Words:
    """What is said of an item, for everybody to read."""

    def __init__(self, record: Record) -> None:
        style = record.body.name_style or "Given FAMILY"
        self._names = {one.handle: printed_name(one, style) for one in record.participants}
        self._papers = {one.handle: one for one in record.papers if not one.restricted}

    def about(self, slot: Slot) -> str:
        """What it stands under, its sub-items, who presents, for what, its papers, and the annotation."""
        item = slot.line.item
        presenters = [self._names.get(one, one) for one in item.presenters]
        papers = [" ".join(filter(None, (one.symbol, one.revision, one.title))) for one in self._given(item.papers)]
        open_below = _open(slot.below)
        return "\n".join(
            part
            for part in (
                *[_title(line) for line in slot.above],
                *[_title(line) for line in open_below],
                f"Presented by: {'; '.join(filter(None, presenters))}" if any(presenters) else "",
                f"For {item.purpose}" if item.purpose else "",
                *[f"Paper: {paper}" for paper in papers],
                item.annotation,
            )
            if part
        )

    def _given(self, handles: Sequence[str]) -> list[Paper]:
        return [self._papers[handle] for handle in handles if handle in self._papers]


def _open(lines: Sequence[Line]) -> list[Line]:
    """The lines without the restricted ones and what stands under those."""
    shown: list[Line] = []
    hidden: int | None = None
    for line in lines:
        if hidden is not None and line.depth > hidden:
            continue
        hidden = line.depth if line.item.restricted else None
        if hidden is None:
            shown.append(line)
    return shown


def _plain(text: str) -> str:
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
