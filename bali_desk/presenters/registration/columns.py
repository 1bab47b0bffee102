"""The first step: which sheets of the file are read, where their heads are, and what each column means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from bali_desk.exchange.registration import (
    IGNORE,
    Book,
    Column,
    Reading,
    Registration,
    Sheet,
    guess,
    read_under,
    recall,
    registrations,
)
from bali_desk.presenters.typed import short

FIELD_WORDS = {
    "honorific": "Title (Mr, Ms, Dr)",
    "given": "Given name",
    "family": "Family name",
    "full_name": "Whole name",
    "native_name": "Name in own script",
    "position": "Position",
    "organisation": "Organisation",
    "delegation": "Delegation",
    "role": "Role in the delegation",
    "email": "E-mail",
    "phone": "Phone",
    "mode": "In person or online",
    "note": "Note",
    "submitted": "When it was sent in",
    IGNORE: "Not used",
}
MOST_SAMPLES = 60  # rows that are shown
MOST_COLUMNS = 60


@dataclass(frozen=True)
class Part:
    """A sheet of the file, how it is read, and whether its rows are wanted; `why` it was not offered, if so."""

    sheet: Sheet
    reading: Reading
    wanted: bool
    why: str = ""


@dataclass(frozen=True)
class SheetEntry:
    """One line of the list of sheets."""

    place: int
    name: str
    detail: str
    wanted: bool
    ignored: bool


@dataclass(frozen=True)
class SampleRow:
    """One of the first rows of a sheet, as a person sees it."""

    number: int
    cells: tuple[str, ...]
    is_head: bool


@dataclass(frozen=True)
class ColumnsShown:
    """The first step as a whole."""

    file: str
    sheets: Sequence[SheetEntry]
    chosen: int
    columns: Sequence[Column]
    rows: Sequence[SampleRow]
    first_head: int  # the row where the titles above the list end
    said: str  # what is to be known of file and sheet: encoding, formulas, that the columns are remembered
    asks_delegation: bool  # no column tells the delegation: one may be given for all rows
    delegation: str
    trouble: str  # why one cannot go on


def parts_of(book: Book, session: Session) -> list[Part]:
    """Every sheet of the file, recognised; those that are offered and name persons are wanted."""
    whys = {one.name: one.why for one in book.ignored}
    return [_part(sheet, whys.get(sheet.name, ""), session) for sheet in book.sheets]


def with_heads(part: Part, row: int, is_head: bool) -> Part:
    """The same sheet with a row among its heads, or no longer; the columns are recognised anew."""
    rows = {*part.reading.header_rows, row} if is_head else set(part.reading.header_rows) - {row}
    return replace(part, reading=read_under(part.sheet, sorted(rows)))


def with_delegation(part: Part, name: str) -> Part:
    """The same sheet, all of whose rows come from one delegation."""
    return replace(part, reading=replace(part.reading, delegation=name.strip(), from_sheet_name=False))


def persons_in(parts: Sequence[Part]) -> list[Registration]:
    """The persons of every sheet that is wanted, in the order of the file."""
    return [one for part in parts if part.wanted for one in registrations(part.sheet, part.reading)]


def columns_shown(book: Book, parts: Sequence[Part], chosen: int) -> ColumnsShown:
    """What the first step shows with one sheet in sight."""
    part = parts[chosen]
    reading = part.reading
    asks = all(column.field != "delegation" for column in reading.columns)
    return ColumnsShown(
        file=book.name,
        sheets=[_entry(place, one) for place, one in enumerate(parts)],
        chosen=chosen,
        columns=reading.columns[:MOST_COLUMNS],
        rows=_samples(part),
        first_head=min(reading.header_rows, default=1),
        said=" · ".join(_said(book, part)),
        asks_delegation=asks,
        delegation=reading.delegation if asks else "",
        trouble=trouble(parts),
    )


def trouble(parts: Sequence[Part]) -> str:
    """Why nothing can be read yet, in one sentence; empty where it can."""
    wanted = [part for part in parts if part.wanted]
    if not wanted:
        return "Tick a sheet that holds registrations."
    nameless = [part.sheet.name for part in wanted if not part.reading.names_persons]
    if nameless:
        where = f"On the sheet “{short(nameless[0])}” no column" if len(wanted) > 1 else "No column"
        return f"{where} is said to hold names: press the head of the column that does."
    return ""


def _part(sheet: Sheet, why: str, session: Session) -> Part:
    reading = guess(sheet, recall(session, sheet))
    return Part(sheet, reading, wanted=not why and reading.names_persons, why=why)


def _entry(place: int, part: Part) -> SheetEntry:
    filled = sum(1 for _row in part.sheet.rows())
    detail = f"{filled} rows" if filled != 1 else "1 row"
    left_out = "" if part.wanted else "no names recognised" if not part.reading.names_persons else "left out"
    why = part.why or left_out
    return SheetEntry(place, part.sheet.name, f"{detail} · {why}" if why else detail, part.wanted, bool(part.why))


def _samples(part: Part) -> list[SampleRow]:
    heads = set(part.reading.header_rows)
    shown = enumerate(part.sheet.cells[:MOST_SAMPLES], 1)
    return [SampleRow(number, cells[:MOST_COLUMNS], number in heads) for number, cells in shown]


def _said(book: Book, part: Part) -> list[str]:
    said = [f"read as {book.encoding}"] if book.encoding else []
    if part.reading.remembered:
        said.append("columns as you last said for such a sheet")
    if not part.reading.header_rows:
        said.append("no heads recognised: tick the rows that are heads")
    return [*said, *book.notes, *part.sheet.notes]
