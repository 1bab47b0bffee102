"""Opening a registration file, whatever it is, or saying in one sentence what it is and what to do."""

from __future__ import annotations

from bali_desk.domain.errors import DeskError
from bali_desk.exchange.registration.book import Book, Ignored, Sheet
from bali_desk.exchange.registration.purpose import why_ignored
from bali_desk.exchange.registration.refusals import LARGEST_FILE, megabytes, refuse_what_is_no_list

_WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xltm")


def open_book(data: bytes, name: str) -> Book:
    """The sheets of a registration file with its `name`, which is used in sentences and by its ending only.

    Reads .xlsx (also .xlsm) and text with any delimiter in any encoding. Raises DeskError, in one sentence, for what
    is no such file and for what is larger than a list of persons can be.
    """
    if len(data) > LARGEST_FILE:
        raise DeskError(
            f"“{name}” is {megabytes(len(data))} large, and a list of persons is never larger than"
            f" {megabytes(LARGEST_FILE)}: save only its sheet of registrations as a workbook of its own."
        )
    refuse_what_is_no_list(data, name)
    if data.startswith(b"PK"):
        from bali_desk.exchange.registration.workbook import read_workbook

        sheets, notes = read_workbook(data, name)
        return _book(name, sheets, notes=notes)
    if name.lower().endswith(_WORKBOOKS):
        raise DeskError(f"“{name}” is called a workbook but is none: open it where it came from and save it again.")
    from bali_desk.exchange.registration.text_file import read_text

    text = read_text(data, name)
    return _book(name, (text.sheet,), text.encoding, text.delimiter, text.notes)


def _book(
    name: str,
    sheets: tuple[Sheet, ...],
    encoding: str | None = None,
    delimiter: str | None = None,
    notes: tuple[str, ...] = (),
) -> Book:
    ignored = [Ignored(sheet.name, why) for sheet in sheets if (why := why_ignored(sheet, alone=len(sheets) == 1))]
    if all(not any(sheet.rows()) for sheet in sheets):
        raise DeskError(f"“{name}” is empty: nothing stands in it.")
    return Book(name, sheets, tuple(ignored), encoding, delimiter, notes)
