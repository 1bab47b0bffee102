"""What every document says at its head: the body, the meeting, the edition."""

from __future__ import annotations

import datetime as dt

from bali_desk.documents.contexts.options import Edition
from bali_desk.domain.dates import ordinal_word, span, written
from bali_desk.domain.record import Record
from bali_desk.drafting.words import load_words

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_RUNNING = 90


def heading(record: Record, title: str, edition: Edition) -> dict[str, object]:
    """The fields `body`, `meeting` and `document` of every template."""
    body, meeting = record.body, record.meeting
    return {
        "body": {"name": body.name, "short": body.short or "", "parent": body.parent or ""},
        "meeting": {
            "title": meeting_title(record),
            "ordinal": meeting.ordinal,
            "kind": meeting.kind or "",
            "dates": span(meeting.start, meeting.end),
            "start": meeting.start,
            "end": meeting.end or meeting.start,
            "place": place(record),
            "city": meeting.city or "",
            "country": meeting.country or "",
            "venue": meeting.venue or "",
            "format": meeting.format or "",
            "where_and_when": ", ".join(filter(None, (place(record), span(meeting.start, meeting.end)))),
            "co_chairs": [
                {"country": one.country or "", "institution": one.institution or "", "person": one.person or ""}
                for one in record.co_chairs
            ],
        },
        "document": {
            "title": title,
            "stage": edition.stage,
            "version": edition.version,
            "stamp": edition.stamp,
            "running": _cut("  ·  ".join((body.short or body.name, meeting_title(record), title))),
            "marking": marking(record, edition),
        },
    }


def marking(record: Record, edition: Edition) -> str:
    """The handling marking of the meeting; one that speaks of a draft is left out once the text is none any more."""
    mark = record.meeting.marking or ""
    beyond = edition.stage in ("circulated", "final")
    return "" if beyond and any(word in mark.casefold() for word in load_words().draft_marks) else mark


def meeting_title(record: Record) -> str:
    """The meeting's own title, or what its ordinal and kind make: "Third Annual Meeting"."""
    meeting = record.meeting
    if meeting.title:
        return meeting.title
    kind = " ".join(word[:1].upper() + word[1:] for word in (meeting.kind or "meeting").split())
    if meeting.ordinal is None:
        return kind
    ordinal = ordinal_word(meeting.ordinal)
    return f"{ordinal[:1].upper()}{ordinal[1:]} {kind}"


def place(record: Record) -> str:
    """City and country: "Bali, Indonesia"; a country that is its own city is said once."""
    meeting = record.meeting
    parts = list(dict.fromkeys(filter(None, (meeting.city, meeting.country))))
    return ", ".join(parts)


def _cut(text: str) -> str:
    """What fits the one line at the head of later pages."""
    return text if len(text) <= _RUNNING else text[: _RUNNING - 1].rstrip() + "…"


def weekday(day: dt.date) -> str:
    """A day of a programme: "Friday, 26 May 2017"."""
    return f"{DAYS[day.weekday()]}, {written(day)}"
