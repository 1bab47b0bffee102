"""A list as a sheet to hand on: .xlsx and .csv with the same columns.

Every cell is text, but for days, which are dates in .xlsx and YYYY-MM-DD in .csv.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bali_desk.exchange.cell_text import for_xlsx, guarded

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | dt.date
Rows = Sequence[Sequence[Value | None]]  # the heads come first; every row is as long as they are
NARROWEST, WIDEST = 8, 48  # columns of the sheet, in letters
_LONGEST_CELL = 32_767  # letters; Excel takes a longer one for damage
_DAY = "d mmm yyyy"


def rows_to_xlsx(title: str, rows: Rows, wrapped: bool = False) -> bytes:
    """The rows as an Excel file with one sheet of this title; `wrapped` lets long texts stand in several lines."""
    from openpyxl import Workbook

    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    sheet.title = title
    for row, values in enumerate(rows, 1):
        for place, value in enumerate(values, 1):
            if value is not None:
                _put(sheet.cell(row, place), value)
    _furnish(sheet, rows)
    if wrapped:
        _wrap(sheet)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def rows_to_csv(rows: Rows) -> bytes:
    """The rows as comma-separated text: UTF-8 with the mark by which Excel knows it, no formula in it."""
    content = io.StringIO(newline="")
    writer = csv.writer(content, quoting=csv.QUOTE_ALL)
    for values in rows:
        writer.writerow(["" if value is None else _csv_text(value) for value in values])
    return content.getvalue().encode("utf-8-sig")


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


def _furnish(sheet: Worksheet, rows: Rows) -> None:
    """The head stays in sight and filters; each column as wide as what stands in it, within reason."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(rows[0]))}{len(rows)}"
    for place, values in enumerate(zip(*rows, strict=True), 1):
        sheet.cell(1, place).font = Font(bold=True)
        longest = max(_width(value) for value in values)
        sheet.column_dimensions[get_column_letter(place)].width = min(max(longest + 2, NARROWEST), WIDEST)


def _wrap(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment

    lines = Alignment(wrap_text=True, vertical="top")
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = lines


def _width(value: Value | None) -> int:
    if isinstance(value, dt.date):
        return len(_DAY)
    return max((len(line) for line in value.splitlines()), default=0) if value else 0
