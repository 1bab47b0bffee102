"""What the attendance sheet is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from bali_desk.documents.contexts.heading import heading
from bali_desk.documents.contexts.options import COLUMNS, Edition, Options
from bali_desk.documents.contexts.people import GONE, in_printed_order, naming_of, parties, person_fields
from bali_desk.documents.templates.rich import Columns
from bali_desk.domain.dates import MONTHS
from bali_desk.domain.models import Participant
from bali_desk.domain.record import Record

_MOST_BLANK_ROWS = 500
_MOST_MARKS = 12  # columns to sign or tick that a page laid across has room for
_BOX = "☐"


def attendance(record: Record, options: Options, edition: Edition) -> dict[str, object]:
    """Everyone expected, numbered in printed order, with room to sign or boxes to tick."""
    party_of = {id(person): party for party in parties(record) for person in party.people}
    by_id = {person.id: person for person in record.participants}
    rows = [
        {
            **person_fields(person, party_of[id(person)], options),
            "number": number,
            "position": person.position or "",
            "email": person.email or "",
            "remark": _remark(person, by_id, record),
        }
        for number, person in enumerate(in_printed_order(record, options.order), 1)
    ]
    more = min(max(options.blank_rows, 0), _MOST_BLANK_ROWS)
    made = heading(record, "Attendance", edition)
    columns = Columns(_columns(record, options), {*COLUMNS, "single", "tick"})
    return {
        **made,
        "session": options.session or made["meeting"]["dates"],  # type: ignore[index]
        "columns": columns,
        "signature": any(one["first"] for one in columns),
        "position_below": options.position,
        "rows": rows,
        "blank_rows": list(range(len(rows) + 1, len(rows) + 1 + more)),
    }


def _columns(record: Record, options: Options) -> Iterator[dict[str, object]]:
    """The columns chosen, in order, each once; what is signed may be several, one a day or session."""
    chosen = [key for key in dict.fromkeys(options.columns.replace(" ", "").split(",")) if key in COLUMNS]
    box = _BOX if options.mark == "tick" else ""
    for key in chosen or ["number", "name"]:
        marks = _marks(record, options) if key == "mark" else []
        if len(marks) > 1:
            for place, title in enumerate(marks):
                yield {"key": "mark", "title": title, "box": box, "first": place == 0}
        elif key == "mark":
            title = "Present" if box else COLUMNS[key]
            yield {"key": "tick" if box else "single", "title": title, "box": box, "first": True}
        else:
            yield {"key": key, "title": COLUMNS[key], "box": "", "first": False}


def _marks(record: Record, options: Options) -> list[str]:
    """What is to be signed apart: the days of the meeting, or its sessions."""
    meeting = record.meeting
    end = meeting.end or meeting.start
    if options.each == "session" and record.sessions:
        several = len({one.day for one in record.sessions}) > 1
        return [f"{_short(one.day)}, {one.name}" if several else one.name for one in record.sessions][:_MOST_MARKS]
    if options.each == "sheet":
        return []
    days = min((end - meeting.start).days + 1, _MOST_MARKS)
    return [_short(meeting.start + dt.timedelta(days=number)) for number in range(days)]


def _short(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _remark(person: Participant, by_id: Mapping[int | None, Participant], record: Record) -> str:
    """What stands where an absent person would have signed."""
    if person.attendance == "replaced":
        instead = by_id.get(person.replaced_by_id) if person.replaced_by_id else None
        return f"replaced by {naming_of(record).addressed(instead)}" if instead else "replaced"
    if person.attendance in GONE:
        return str(person.attendance)
    return "online" if person.mode == "online" else ""
