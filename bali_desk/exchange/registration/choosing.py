"""Which sheets of a book are read: the one with the registrations, or one sheet for each delegation, together."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bali_desk.domain.errors import DeskError
from bali_desk.exchange.registration.book import Book, Sheet, quoted
from bali_desk.exchange.registration.guessing import guess
from bali_desk.exchange.registration.persons import Registration, passed_over, registrations
from bali_desk.exchange.registration.reading import Reading
from bali_desk.exchange.registration.remembering import recall
from bali_desk.exchange.registration.words import folded


@dataclass(frozen=True)
class Part:
    """A sheet with how it is read and the registrations in it."""

    sheet: Sheet
    reading: Reading
    registrations: tuple[Registration, ...]


@dataclass(frozen=True)
class Chosen:
    """The parts that are read together, and the names of other sheets that seem to hold registrations too."""

    parts: tuple[Part, ...]
    others: tuple[str, ...] = ()

    @property
    def registrations(self) -> list[Registration]:
        """Those of all parts, in order."""
        return [one for part in self.parts for one in part.registrations]


def choose(session: Session, book: Book, name: str | None = None) -> Chosen:
    """The sheet of this name, or the sheets that hold the registrations as far as can be told.

    Several sheets are read together where each is from a delegation of its own, under the same heads. Raises DeskError
    where there is no such sheet, or none with names.
    """
    if name is not None:
        part = read_part(session, book.sheet(name))
        if not part.reading.names_persons:
            raise DeskError(_nameless(book, name))
        return Chosen((part,))
    parts = [part for sheet in book.offered if _has_persons(part := read_part(session, sheet))]
    if not parts:
        raise DeskError(_nothing_found(book))
    most = max(parts, key=lambda part: len(part.registrations))
    together = [part for part in parts if _goes_with(part, most)]
    homes = {folded(part.reading.delegation) for part in together}
    if len(homes) < len(together):
        together = [most]
    return Chosen(tuple(together), tuple(part.sheet.name for part in parts if part not in together))


def read_part(session: Session, sheet: Sheet, reading: Reading | None = None) -> Part:
    """A sheet read as it is recognised, or as `reading` says."""
    how = reading or guess(sheet, recall(session, sheet))
    return Part(sheet, how, tuple(registrations(sheet, how)))


def told_about(book: Book, chosen: Chosen) -> list[str]:
    """What an officer should know of how a book was read, one sentence each."""
    told = [*book.notes]
    if book.encoding not in (None, "UTF-8", "ASCII"):
        told.append(f"The text was taken to be in {book.encoding}: look at the accents.")
    for part in chosen.parts:
        told += [f"Sheet “{part.sheet.name}”: {note}" for note in (*part.sheet.notes, *_about_rows(part))]
    read = {part.sheet.name for part in chosen.parts}
    told += [f"Sheet “{one.name}” was not read: {one.why}." for one in book.ignored if one.name not in read]
    if chosen.others:
        told.append(f"Other sheets seem to hold registrations too and were not read: {quoted(chosen.others)}.")
    return told


def _about_rows(part: Part) -> list[str]:
    remarks = [one.row for one in passed_over(part.sheet, part.reading) if one.what in ("remark", "example", "number")]
    hidden = [one.row for one in part.registrations if one.hidden]
    told = [f"row {_listed(remarks)} holds no person and was passed over."] if remarks else []
    return [*told, *([f"row {_listed(hidden)} is hidden in the sheet."] if hidden else [])]


def _listed(rows: list[int]) -> str:
    return ", ".join(map(str, rows[:12])) + (" …" if len(rows) > 12 else "")


def _has_persons(part: Part) -> bool:
    return part.reading.names_persons and bool(part.registrations)


def _goes_with(part: Part, most: Part) -> bool:
    """Whether a part is read together with the largest one."""
    if part is most:
        return True
    one, other = ({column.field for column in one.reading.columns} for one in (part, most))
    return bool(part.reading.delegation and most.reading.delegation) and one == other


def _nothing_found(book: Book) -> str:
    if len(book.sheets) == 1:
        return _nameless(book, book.sheets[0].name)
    ignored = ", ".join(f"“{one.name}” ({one.why})" for one in book.ignored)
    left = f"; not looked at: {ignored}" if ignored else ""
    return f"No sheet of “{book.name}” holds names under a head that is known{left}: choose a sheet, or name its heads."


def _nameless(book: Book, sheet: str) -> str:
    where = f"“{book.name}”" if len(book.sheets) == 1 else f"sheet “{sheet}” of “{book.name}”"
    return (
        f"No column of {where} is known to hold names: give its first row heads such as “Family name” and “Given name”."
    )
