"""The persons of a meeting as a sheet to hand on: .xlsx and .csv with the same columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bali_desk.domain.dates import written
from bali_desk.domain.models import Delegation, Participant
from bali_desk.domain.names import naming
from bali_desk.domain.record import Record
from bali_desk.exchange.sheet_out import Value, rows_to_csv, rows_to_xlsx

Made = Callable[[Participant], Value | None]
LONGEST_LISTED = 14  # days; of a longer meeting only those on which somebody was there have a column


class Column(NamedTuple):
    """One column: what stands at its head, and what of a person stands in it."""

    head: str
    value: Made


def to_xlsx(record: Record, people: Sequence[Participant], notes: bool = True) -> bytes:
    """These persons of the meeting, in the order given, as an Excel file with one sheet.

    Without `notes` what the office noted for itself stays out: so it goes to a delegation.
    """
    return rows_to_xlsx("Participants", _rows(_columns(record, people, notes), people))


def to_csv(record: Record, people: Sequence[Participant]) -> bytes:
    """These persons as comma-separated text: UTF-8 with the mark by which Excel knows it, no formula in it."""
    return rows_to_csv(_rows(_columns(record, people), people))


def _columns(record: Record, people: Sequence[Participant], notes: bool = True) -> list[Column]:
    homes = {one.id: one for one in record.delegations}
    names = naming(record.body.name_style, record.delegations)

    def home(person: Participant) -> Delegation | None:
        return homes.get(person.delegation_id)

    def home_name(person: Participant) -> str | None:
        one = home(person)
        return one.name if one else None

    def field(name: str) -> Made:
        return lambda person: getattr(person, name)

    return [
        Column("Delegation", home_name),
        Column("Rank", lambda person: _rank(home(person))),
        Column("Honorific", field("honorific")),
        Column("Given name", field("given")),
        Column("Family name", field("family")),
        Column("Printed name", names.printed),
        Column("Native name", field("native_name")),
        Column("Position", field("position")),
        Column("Organisation", field("organisation")),
        Column("Role", field("role")),
        Column("E-mail", field("email")),
        Column("Phone", field("phone")),
        Column("Attendance", lambda person: person.attendance or "expected"),
        Column("Mode", field("mode")),
        *[Column(f"Present on {_day_in_words(day)}", _present(day)) for day in _days(record, people)],
        Column("Registered on", field("registered_on")),
        *([Column("Note", field("note"))] if notes else []),
    ]


def _rank(home: Delegation | None) -> str | None:
    """Member, observer or guest; the secretariat, and an organisation that is no guest, by what they are."""
    if home is None:
        return None
    if home.kind == "secretariat" or (home.kind == "organisation" and home.status != "guest"):
        return home.kind
    return home.status or "member"


def _days(record: Record, people: Sequence[Participant]) -> list[str]:
    """The days of the meeting, and whatever else somebody is said to have been there on: YYYY-MM-DD."""
    first, last = record.meeting.start, record.meeting.end or record.meeting.start
    length = (last - first).days + 1
    days = {(first + dt.timedelta(days=n)).isoformat() for n in range(length if length <= LONGEST_LISTED else 0)}
    return sorted(days | {day for person in people for day in person.present_on if day})


def _present(day: str) -> Made:
    return lambda person: (_date(day) or day) if day in person.present_on else None


def _date(day: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(day)
    except ValueError:
        return None


def _day_in_words(day: str) -> str:
    return written(_date(day)) or day


def _rows(columns: Sequence[Column], people: Sequence[Participant]) -> list[list[Value | None]]:
    heads: list[Value | None] = [column.head for column in columns]
    return [heads, *([column.value(person) or None for column in columns] for person in people)]
