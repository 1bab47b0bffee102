"""Reading .xlsx: each sheet in one pass, cells as they are seen, with what is merged and what is hidden."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from bali_desk.domain.errors import DeskError
from bali_desk.exchange.registration.book import Merged, Sheet
from bali_desk.exchange.registration.cell_text import Seen
from bali_desk.exchange.registration.refusals import MOST_COLUMNS, MOST_ROWS

_ESCAPED = re.compile(r"_x(00(?:0[9AD]))_", re.IGNORECASE)  # line breaks as Excel writes them into XML
_DOCTYPE = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_HIGHEST_ROW = 1_048_576


def read_workbook(data: bytes, name: str) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """Every sheet of cells in the workbook, hidden ones too, and what is to be told of the file as a whole.

    Formulas give their stored results. Raises DeskError where it cannot be read or is too large.
    """
    from openpyxl import load_workbook

    try:
        _refuse_declarations(data, name)
        with warnings.catch_warnings():  # of styles and extensions that say nothing about persons
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                return tuple(_sheet(one, name) for one in book.worksheets), ()
            finally:
                book.close()
    except DeskError:
        raise
    except MemoryError as error:
        raise DeskError(f"“{name}” is too large for this computer: copy its registrations into a new one.") from error
    except Exception as error:  # openpyxl raises what it likes on what is no sound workbook
        raise DeskError(
            f"“{name}” cannot be read as a workbook: open it in Excel or LibreOffice and save it again as .xlsx."
        ) from error


def _refuse_declarations(data: bytes, name: str) -> None:
    """No workbook declares entities; one that does is made to harm."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for part in packed.namelist():
            if part.endswith((".xml", ".rels")):
                with packed.open(part) as content:
                    start = content.read(2048)
                if any(one in start for one in _DOCTYPE):
                    raise DeskError(f"“{name}” was not made by a spreadsheet program and is not opened.")


def _sheet(worksheet: Any, book: str) -> Sheet:
    parent = worksheet.parent
    with worksheet._get_source() as source:
        content = source.read()
    parser = _parser(b"<f" in content)(
        io.BytesIO(content),
        worksheet._shared_strings,
        data_only=True,
        epoch=parent.epoch,
        date_formats=parent._date_formats,
        timedelta_formats=parent._timedelta_formats,
    )
    cells = _cells(parser, Seen(parent), worksheet.title, book)
    merged = parser.merged_cells.mergeCell if parser.merged_cells else ()
    hidden = {int(row) for row, how in parser.row_dimensions.items() if how.get("hidden") in ("1", "true")}
    unstored = getattr(parser, "unstored", 0)
    return Sheet(
        worksheet.title,
        tuple(cells),
        worksheet.sheet_state != "visible",
        frozenset(hidden),
        tuple(Merged(one.min_row, one.min_col, one.max_row, one.max_col) for one in merged),
        (_about(unstored),) if unstored else (),
    )


def _parser(formulas: bool) -> Any:
    """What reads a sheet; where there are formulas, one that gives those without a stored result as they stand."""
    from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

    class WithFormulas(WorkSheetParser):
        unstored = 0

        def parse_cell(self, element: Any) -> Any:
            cell = super().parse_cell(element)
            if cell["value"] is None and element.get("t") != "str" and element.find(FORMULA_TAG) is not None:
                self.unstored += 1
                cell["value"] = str(self.parse_formula(element))  # type: ignore[no-untyped-call]
            return cell

    return WithFormulas if formulas else WorkSheetParser


def _cells(parser: Any, seen: Seen, sheet: str, book: str) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    filled = 0
    for number, cells in parser.parse():
        row = tuple(_row(cells, seen))
        if not row or number > _HIGHEST_ROW:
            continue
        filled += 1
        if filled > MOST_ROWS:
            raise DeskError(
                f"Sheet “{sheet}” of “{book}” has more than {MOST_ROWS:,} rows, which no list of persons has:"
                " copy its registrations into a new workbook."
            )
        if len(row) > MOST_COLUMNS:
            raise DeskError(
                f"Sheet “{sheet}” of “{book}” has more than {MOST_COLUMNS} columns: delete those that do not speak of"
                " persons."
            )
        rows.extend(() for _ in range(len(rows), number - 1))
        if number <= len(rows):  # a row told twice or out of order
            rows[number - 1] = row
        else:
            rows.append(row)
    return rows


def _row(cells: list[dict[str, Any]], seen: Seen) -> Iterator[str]:
    """The texts of a row up to its last one that says something."""
    texts = [(cell["column"], seen.text(cell)) for cell in cells if cell["value"] is not None]
    place = 1
    for column, text in texts:
        if text.strip():
            while place < column:
                yield ""
                place += 1
            yield _ESCAPED.sub(lambda one: chr(int(one[1], 16)), text) if "_x" in text else text
            place += 1


def _about(unstored: int) -> str:
    cells = "One cell holds a formula" if unstored == 1 else f"{unstored} cells hold formulas"
    return f"{cells} whose result is not stored in the file: open it in Excel and save it once to see it."
