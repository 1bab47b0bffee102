"""The persons of a meeting as a sheet to hand on: .xlsx and .csv with the same columns.

Every cell is text, but for days, which are dates in .xlsx and YYYY-MM-DD in .csv.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bali_desk.domain.dates import written
from bali_desk.domain.models import Delegation, Participant
from bali_desk.domain.names import NAME_STYLES, printed_name
from bali_desk.domain.record import Record
from bali_desk.exchange.cell_text import for_xlsx, guarded

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | dt.date
Made = Callable[[Participant], Value | None]
LONGEST_LISTED = 14  # days; of a longer meeting only those on which somebody was there have a column
NARROWEST, WIDEST = 8, 48  # columns of the sheet, in letters
_LONGEST_CELL = 32_767  # letters; Excel takes a longer one for damage
_DAY = "d mmm yyyy"


class Column(NamedTuple):
    """One column: what stands at its head, and what of a person stands in it."""

    head: str
    value: Made


def to_xlsx(record: Record, people: Sequence[Participant], notes: bool = True) -> bytes:
    """These persons of the meeting, in the order given, as an Excel file with one sheet.

    Without `notes` what the office noted for itself stays out: so it goes to a delegation.
    """
    from openpyxl import Workbook

    rows = _rows(_columns(record, people, notes), people)
    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    sheet.title = "Participants"
    for row, values in enumerate(rows, 1):
        for place, value in enumerate(values, 1):
            if value is not None:
                _put(sheet.cell(row, place), value)
    _furnish(sheet, rows)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def to_csv(record: Record, people: Sequence[Participant]) -> bytes:
    """These persons as comma-separated text: UTF-8 with the mark by which Excel knows it, no formula in it."""
    content = io.StringIO(newline="")
    writer = csv.writer(content, quoting=csv.QUOTE_ALL)
    for values in _rows(_columns(record, people), people):
        writer.writerow(["" if value is None else _csv_text(value) for value in values])
    return content.getvalue().encode("utf-8-sig")


def _columns(record: Record, people: Sequence[Participant], notes: bool = True) -> list[Column]:
    homes = {one.id: one for one in record.delegations}
    style = record.body.name_style if record.body.name_style in NAME_STYLES else NAME_STYLES[0]

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
        Column("Printed name", lambda person: printed_name(person, style)),
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
    """Member, observer or guest; an organisation and the secretariat by what they are."""
    if home is None:
        return None
    return home.kind if home.kind in ("organisation", "secretariat") else home.status or "member"


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


def _csv_text(value: Value) -> str:
    return value.isoformat() if isinstance(value, dt.date) else guarded(value)


def _put(cell: Cell | MergedCell, value: Value) -> None:
    """Text as text, whatever it begins with, also after somebody edits the cell; a day as a date."""
    if isinstance(value, dt.date):
        cell.value = value
        cell.number_format = _DAY
        return
    cell.value = for_xlsx(value)[:_LONGEST_CELL]
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = True


def _furnish(sheet: Worksheet, rows: Sequence[Sequence[Value | None]]) -> None:
    """The head stays in sight and filters; each column as wide as what stands in it, within reason."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(rows[0]))}{len(rows)}"
    for place, values in enumerate(zip(*rows, strict=True), 1):
        sheet.cell(1, place).font = Font(bold=True)
        longest = max(_width(value) for value in values)
        sheet.column_dimensions[get_column_letter(place)].width = min(max(longest + 2, NARROWEST), WIDEST)


def _width(value: Value | None) -> int:
    if isinstance(value, dt.date):
        return len(_DAY)
    return max((len(line) for line in value.splitlines()), default=0) if value else 0
