"""Text in cells of sheets: no formula can hide in it, and reading the cell again gives the text back.

A cell that begins with =, +, - or @ (in wide letters too), or with a tab or line break, is a formula to Excel. In a
.csv file such text gets an apostrophe before it, as it is typed into Excel itself; text that has apostrophes there
already gets one more, so that taking one away always gives the text that was. The same is done behind each semicolon,
tab and line break, where Excel of another language begins a new cell.

In an .xlsx file the type of the cell says that it is text. There only letters that XML cannot hold are written, as the
format has it, by their number: _x0007_ (ECMA-376, part 1, 22.9.2.19).
"""

from __future__ import annotations

import re

_BEGINS = r"(?:^|(?<=[;\t\r\n]))"
_RUNS = r"'*[^\S\t\r\n]*[=+\-@＝＋－＠\t\r\n]"
_BARE = re.compile(f"{_BEGINS}(?={_RUNS})")
_GUARDED = re.compile(f"{_BEGINS}'(?={_RUNS})")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_BY_NUMBER = re.compile(r"_x([0-9A-Fa-f]{4})_")


def guarded(text: str) -> str:
    """The text as a .csv cell that no spreadsheet runs."""
    return _BARE.sub("'", text)


def unguarded(text: str) -> str:
    """What `guarded` was given; any other text stays as it is."""
    return _GUARDED.sub("", text)


def for_xlsx(text: str) -> str:
    """The text as it is written into an .xlsx cell."""
    return _NOT_IN_XML.sub(lambda letter: f"_x{ord(letter[0]):04X}_", text)


def from_xlsx(text: str) -> str:
    """What `for_xlsx` was given, and what Excel shows for such a cell."""
    return _BY_NUMBER.sub(lambda number: chr(int(number[1], 16)), text)
