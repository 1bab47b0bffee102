"""What a sheet is for: registrations, or something that is not offered."""

from __future__ import annotations

import re

from bali_desk.exchange.registration.book import Sheet
from bali_desk.exchange.registration.values import all_values
from bali_desk.exchange.registration.words import folded

_LONG = 60  # letters of a sentence rather than of a cell in a list


def why_ignored(sheet: Sheet, *, alone: bool = False) -> str | None:
    """Why a sheet is not offered: hidden, empty, instructions, code list; None where it is.

    A sheet that is `alone` in its file is offered whatever it is called, unless it is empty.
    """
    rows = [row for _, row in sheet.rows()]
    if not rows:
        return "empty"
    if alone:
        return None
    if sheet.hidden:
        return "hidden"
    values = all_values()
    name = re.sub(r"[\d_]+", " ", sheet.name)
    if values.says("instructions", name) and not _is_table(rows):
        return "instructions"
    if values.says("lists", name) and not any("@" in cell for row in rows for cell in row):
        return "code list"
    if _is_prose(rows):
        return "instructions"
    return None


def _is_table(rows: list[tuple[str, ...]]) -> bool:
    return sum(sum(bool(folded(cell)) for cell in row) > 2 for row in rows) > 2


def _is_prose(rows: list[tuple[str, ...]]) -> bool:
    """Sentences one under the other, no rows of cells."""
    single = [row for row in rows if sum(bool(cell.strip()) for cell in row) == 1]
    sentences = sum(len("".join(row)) > _LONG for row in single)
    return len(single) == len(rows) and sentences * 2 >= len(rows)
