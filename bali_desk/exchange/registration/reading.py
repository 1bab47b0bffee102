"""How a sheet is read: which rows are its heads, and what each column means. The officer may change both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bali_desk.domain.errors import DeskError

IGNORE = "ignore"
NAME_FIELDS = ("given", "family", "full_name", "native_name")
FIELDS = (
    "honorific", "given", "family", "full_name", "native_name", "position", "organisation", "delegation", "role",
    "email", "phone", "mode", "note", "submitted", IGNORE,
)  # fmt: skip


@dataclass(frozen=True)
class Column:
    """One column: its number from 1, its head as it is shown (its letter where it has none), and its field."""

    number: int
    head: str
    field: str


@dataclass(frozen=True)
class Known:
    """What was remembered of sheets with these heads: in which rows they stand, and the field of each folded head."""

    header_rows: tuple[int, ...]
    fields: Mapping[str, str]


@dataclass(frozen=True)
class Reading:
    """How one sheet is read. `header_rows` from 1, none where the sheet begins with its first person.

    `delegation` is the one all rows without their own come from: told by a title line, or by the sheet's name where
    `from_sheet_name` says so.
    """

    header_rows: tuple[int, ...]
    columns: tuple[Column, ...]
    delegation: str = ""
    from_sheet_name: bool = False
    remembered: bool = False

    @property
    def mapping(self) -> dict[str, str]:
        """Head: field, in the order of the columns."""
        return {column.head: column.field for column in self.columns}

    @property
    def first_row(self) -> int:
        """The first row that may hold a person."""
        return max(self.header_rows, default=0) + 1

    @property
    def names_persons(self) -> bool:
        """Whether some column holds names."""
        return any(column.field in NAME_FIELDS for column in self.columns)

    def with_field(self, number: int, field: str) -> Reading:
        """The same reading with another meaning of column `number`; DeskError where there is no such field."""
        if field not in FIELDS:
            raise DeskError(f"“{field}” is no field of a participant: choose one of {', '.join(FIELDS)}.")
        columns = (replace(one, field=field) if one.number == number else one for one in self.columns)
        return replace(self, columns=tuple(columns))


def letter(number: int) -> str:
    """The letter of a column as spreadsheets show it: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
