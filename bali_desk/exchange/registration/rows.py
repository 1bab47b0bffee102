"""Which rows of a sheet hold persons, and which are sections, totals, repeated heads or remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bali_desk.exchange.registration.book import Sheet
from bali_desk.exchange.registration.countries import is_delegation
from bali_desk.exchange.registration.reading import IGNORE, NAME_FIELDS, Reading
from bali_desk.exchange.registration.titles import clean
from bali_desk.exchange.registration.values import all_values

_REMARK = 70  # letters of one cell alone in its row that is no name
_FEW = 4  # cells of a row that is no person: a section with its number and counts
_WIDE = 3  # columns a section's name is written across
_NUMBER = re.compile(r"[\d\s.,/:-]*")
_EXAMPLE = re.compile(r"\(?\s*(?:e\.\s?g\.|example\b|ejemplo\b|exemple\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Passed:
    """A row that holds no person, and what it is: section, total, heads, remark, example."""

    row: int
    what: str


@dataclass(frozen=True)
class DataRow:
    """A row with a person: its number, its cells with what is merged downwards filled in, and its delegation.

    `home` tells where the delegation stands; `role` is that of the section the row is in.
    """

    number: int
    cells: tuple[str, ...]
    delegation: str
    home: str
    role: str = ""

    def text(self, column: int) -> str:
        """The text in a column from 1."""
        return self.cells[column - 1] if column <= len(self.cells) else ""


def sorted_out(sheet: Sheet, reading: Reading) -> tuple[list[DataRow], list[Passed]]:
    """The rows below the heads, told apart."""
    sorter = _Sorter(sheet, reading)
    passed: list[Passed] = []
    rows: list[DataRow] = []
    for number, cells in sorter.filled_rows():
        what = sorter.what(number, cells)
        if what:
            passed.append(Passed(number, what))
        else:
            delegation, home = sorter.home(cells)
            rows.append(DataRow(number, cells, delegation, home, sorter.role))
    return rows, passed


class _Sorter:
    """Goes down the rows and keeps the section it is in."""

    def __init__(self, sheet: Sheet, reading: Reading) -> None:
        self._sheet = sheet
        self._reading = reading
        self._values = all_values()
        self._heads = [sheet.cells[row - 1] for row in reading.header_rows if row <= len(sheet.cells)]
        self._names = {one.number for one in reading.columns if one.field in NAME_FIELDS}
        self._used = {one.number for one in reading.columns if one.field != IGNORE}
        self._homes = [one.number for one in reading.columns if one.field == "delegation"]
        self._wide = {one.top for one in sheet.merged if one.right - one.left + 1 >= _WIDE}
        self._section: str | None = None
        self.role = ""
        self._unsure = False
        self._above = ""
        self._sections_in = self._columns_of_sections()

    def filled_rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Each row below the heads in which something stands; what is merged downwards stands in each of its rows."""
        down = {
            (row, one.left): self._sheet.text(one.top, one.left)
            for one in self._sheet.merged
            if one.left == one.right and one.top >= self._reading.first_row
            for row in range(one.top + 1, min(one.bottom, len(self._sheet.cells)) + 1)
        }
        for number, cells in self._sheet.rows():
            if number < self._reading.first_row:
                continue
            for at in range(1, self._sheet.width + 1) if down else ():
                if (number, at) in down:
                    cells = (*cells, *[""] * (at - len(cells)))
                    cells = (*cells[: at - 1], down[number, at], *cells[at:])
            yield number, cells

    def what(self, number: int, cells: tuple[str, ...]) -> str:
        """What a row is that holds no person; "" for one that may."""
        filled = [(at, cell.strip()) for at, cell in enumerate(cells, 1) if cell.strip()]
        if self._is_total([text for _, text in filled]):
            return "total"
        if cells in self._heads:
            return "heads"
        if _EXAMPLE.match(filled[0][1]):
            return "example"
        if len(filled) > _FEW:
            return ""
        if any(at in self._names and _NUMBER.fullmatch(text) for at, text in filled) and len(filled) > 1:
            return ""  # somebody typed a number where a name belongs: that is to be told, not passed over
        told = [(at, text) for at, text in filled if not _NUMBER.fullmatch(text)]
        if not told:
            return "number" if not {at for at, _ in filled} & self._names else ""
        if len(told) == 1 and self._is_section(number, *told[0]):
            self._enter(told[0][1])
            return "section"
        if len(told) == 1 and self._section and told[0][0] in self._sections_in:
            self._unsure = True  # a person of whom only the name is given, or a heading nobody knows
        if len(told) == 1 and len(told[0][1]) > _REMARK and told[0][0] not in self._names:
            return "remark"
        return ""

    def _enter(self, text: str) -> None:
        """Go into a section: a delegation, or the persons of one role in it."""
        self._unsure = False
        if self._values.is_role(text):
            self.role = self._values.role(text)
        else:
            self._section, self.role = None if self._values.says("groups", text) else clean(text), ""

    def home(self, cells: tuple[str, ...]) -> tuple[str, str]:
        """The delegation of a row and where it stands."""
        said = " ".join(" ".join(cells[at - 1].split()) for at in self._homes if at <= len(cells)).strip()
        if said:
            self._above = said
            return said, "cell"
        if self._section is not None:
            return self._section, "unsure" if self._unsure else "section"
        if self._homes:
            return self._above, "above"
        return self._reading.delegation, "sheet" if self._reading.from_sheet_name else "title"

    def _is_total(self, texts: list[str]) -> bool:
        words = re.split(r"[:：]", texts[0])[0]
        return self._values.says("total", re.sub(r"\d+", "", words)) and all(map(_NUMBER.fullmatch, texts[1:]))

    def _is_section(self, number: int, column: int, text: str) -> bool:
        if "@" in text:
            return False
        return (
            number in self._wide
            or (column in self._sections_in and column not in self._names)
            or _names_delegation(text)
            or self._values.says("groups", text)
            or self._values.is_role(text)
            or (column not in self._used and any(map(str.isalpha, text)) and len(text) <= _REMARK)
        )

    def _columns_of_sections(self) -> set[int]:
        """Columns in which countries stand alone in their rows: what else stands alone there is a section, too."""
        alone: dict[int, list[str]] = {}
        for _, cells in self.filled_rows():
            filled = [(at, cell) for at, cell in enumerate(cells, 1) if cell.strip()]
            told = [one for one in filled if not _NUMBER.fullmatch(one[1])] if len(filled) <= _FEW else []
            if len(told) == 1:
                alone.setdefault(told[0][0], []).append(told[0][1])
        return {
            column
            for column, texts in alone.items()
            if sum(_names_delegation(text) for text in texts) * 2 >= len(texts) > 1
        }


def _names_delegation(text: str) -> bool:
    """Whether a text is a delegation's name, with what is written round it and its abbreviation in brackets aside."""
    name = clean(text)
    return is_delegation(name) or is_delegation(re.sub(r"\s*[(（][^()（）]*[)）]\s*$", "", name))
