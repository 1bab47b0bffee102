"""The facts of a meeting as the Overview shows them: every one a short text, and how each is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from bali_desk.domain.attendance import Counts
from bali_desk.domain.dates import ordinal_figure
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Body, Meeting
from bali_desk.domain.record import Record
from bali_desk.presenters.typed import day, shown_day, words

FORMATS = ("in person", "hybrid", "virtual")
COUNTED = ("participants", "countries", "organisations", "members_and_organisations")
LABELS = {  # what undo calls a change
    "ordinal": "ordinal",
    "kind": "kind of meeting",
    "title": "title",
    "start": "first day",
    "end": "last day",
    "city": "city",
    "country": "country",
    "venue": "venue",
    "time_zone": "time zone",
    "format": "format",
    "marking": "marking",
    "next_when": "next meeting",
    "next_place": "next meeting",
    "body_name": "name of the body",
    "body_short": "short name",
    "body_parent": "parent of the body",
    "body_main_actor": "main actor",
    "body_style": "style",
    **{name: "count by hand" for name in COUNTED},
}


def facts(record: Record) -> dict[str, str]:
    """Every fact by its name; what is not known is empty."""
    meeting, body = record.meeting, record.body
    plain = ("kind", "title", "city", "country", "venue", "time_zone", "format", "marking")
    return {
        **{name: getattr(meeting, name) or "" for name in plain},
        "ordinal": ordinal_figure(meeting.ordinal) if meeting.ordinal else "",
        "start": shown_day(meeting.start),
        "end": shown_day(meeting.end),
        **{f"next_{name}": (meeting.next or {}).get(name) or "" for name in ("when", "place")},
        **{f"body_{name}": getattr(body, name) or "" for name in ("name", "short", "parent", "main_actor", "style")},
        **{name: str((meeting.counts or {}).get(name, "")) for name in COUNTED},
    }


def counted(record: Record, counts: Counts) -> dict[str, str]:
    """What each count is by the record, shown where none is given by hand."""
    given = record.meeting.counts or {}
    return {name: "" if name in given else str(getattr(counts, name)) for name in COUNTED}


def keep(meeting: Meeting, body: Body, name: str, text: str) -> None:
    """Puts a typed fact on its row; DeskError says what is wrong with it."""
    if name in COUNTED:
        _keep_count(meeting, name, text)
    elif name.startswith("next_"):
        following = {**(meeting.next or {}), name.removeprefix("next_"): words(text)}
        meeting.next = following if any(following.values()) else None
    elif name.startswith("body_"):
        if name == "body_name" and not words(text):
            raise DeskError("A body needs a name.")
        setattr(body, name.removeprefix("body_"), words(text))
    else:
        setattr(meeting, name, _READ.get(name, _plain)(meeting, text))


def _plain(_meeting: Meeting, text: str) -> str | None:
    return words(text)


def read_ordinal(text: str) -> int | None:
    """The number in "3" or "3rd"; None for nothing; else DeskError."""
    digits = text.strip().rstrip(".").lower()
    for ending in ("st", "nd", "rd", "th"):
        digits = digits.removesuffix(ending)
    if not digits:
        return None
    if not digits.isdecimal() or not 0 < int(digits) < 1000:
        raise DeskError("Write the ordinal as a number: 3, or 3rd.")
    return int(digits)


def _ordinal(_meeting: Meeting, text: str) -> int | None:
    return read_ordinal(text)


def _start(meeting: Meeting, text: str) -> Any:
    start = day(text)
    if start is None:
        raise DeskError("A meeting needs the day it begins.")
    if meeting.end and meeting.end < start:
        raise DeskError(f"That is after the last day, {shown_day(meeting.end)}.")
    return start


def _end(meeting: Meeting, text: str) -> Any:
    end = day(text)
    if end is not None and end < meeting.start:
        raise DeskError(f"That is before the first day, {shown_day(meeting.start)}.")
    return end


def _time_zone(_meeting: Meeting, text: str) -> str | None:
    name = text.strip()
    if not name:
        return None
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError):
        raise DeskError(f"“{name}” is not a time zone; write it like Asia/Jakarta.") from None


_READ: dict[str, Callable[[Meeting, str], Any]] = {
    "ordinal": _ordinal,
    "start": _start,
    "end": _end,
    "time_zone": _time_zone,
}


def _keep_count(meeting: Meeting, name: str, text: str) -> None:
    given = dict(meeting.counts or {})
    given.pop(name, None)
    if text.strip():
        if not text.strip().isdecimal() or int(text) > 100_000:
            raise DeskError("Write a number, or nothing to have it counted.")
        given[name] = int(text)
    meeting.counts = given or None
