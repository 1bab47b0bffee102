"""What a registration file is once it is open: sheets of plain text, told apart into those to read and those not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bali_desk.domain.errors import DeskError


@dataclass(frozen=True)
class Merged:
    """Cells made one; rows and columns from 1, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One sheet: every cell as the text a person sees, row 1 first, the rows as long as what stands in them.

    `notes` say what a person would not see, such as formulas whose result was never stored.
    """

    name: str
    cells: tuple[tuple[str, ...], ...]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[Merged, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max(map(len, self.cells), default=0)

    def rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Each row in which something stands, with its number in the file."""
        return ((number, row) for number, row in enumerate(self.cells, 1) if any(text.strip() for text in row))

    def text(self, row: int, column: int) -> str:
        """The text of a cell, "" outside; both from 1."""
        cells = self.cells[row - 1] if 0 < row <= len(self.cells) else ()
        return cells[column - 1] if 0 < column <= len(cells) else ""


@dataclass(frozen=True)
class Ignored:
    """A sheet that is not offered, and why: hidden, empty, instructions, code list."""

    name: str
    why: str


@dataclass(frozen=True)
class Book:
    """An open file. `encoding` and `delimiter` say how a text file was read; a workbook has neither."""

    name: str
    sheets: tuple[Sheet, ...]
    ignored: tuple[Ignored, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
    notes: tuple[str, ...] = field(default=())

    @property
    def offered(self) -> tuple[Sheet, ...]:
        """The sheets that may hold registrations, in the order of the file."""
        left_out = {one.name for one in self.ignored}
        return tuple(sheet for sheet in self.sheets if sheet.name not in left_out)

    def sheet(self, name: str) -> Sheet:
        """The sheet of this name, an ignored one too, case aside; DeskError lists those there are."""
        same = [sheet for sheet in self.sheets if sheet.name == name]
        same += [sheet for sheet in self.sheets if sheet.name.strip().casefold() == name.strip().casefold()]
        if same:
            return same[0]
        raise DeskError(f"“{self.name}” has no sheet “{name}”; it has {quoted(one.name for one in self.sheets)}.")


def quoted(names: Iterator[str] | Sequence[str]) -> str:
    """Names in a sentence: “A”, “B”."""
    return ", ".join(f"“{name}”" for name in names)
