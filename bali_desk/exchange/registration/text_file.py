"""Reading .csv, .tsv and .txt: any encoding, any delimiter, line breaks within quotation marks."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from bali_desk.domain.errors import DeskError
from bali_desk.exchange.registration.book import Sheet
from bali_desk.exchange.registration.encodings import decoded
from bali_desk.exchange.registration.heads import Heads, all_heads
from bali_desk.exchange.registration.refusals import MOST_COLUMNS, MOST_ROWS

_DELIMITERS = ",;\t|"
_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
_SAID = re.compile(r"\A(?:\ufeff)?\"?sep=(.)\"?[^\S\t\n]*(?:\r\n|\r|\n)", re.IGNORECASE)
_SAMPLE = 60_000  # letters by which the delimiter is found
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a]")


@dataclass(frozen=True)
class TextFile:
    """The one sheet of a text file, named after the file, and how it was read."""

    sheet: Sheet
    encoding: str
    delimiter: str | None
    notes: tuple[str, ...]


def read_text(data: bytes, name: str) -> TextFile:
    """The rows of a text file; DeskError where it is no text or too large."""
    heads = all_heads()
    found = decoded(data, heads)
    text = found.text
    if len(_CONTROLS.findall(text[:_SAMPLE])) > 5 + len(text[:_SAMPLE]) // 100:
        raise DeskError(f"“{name}” is neither a workbook nor a text: ask for the list as .xlsx or .csv.")
    notes = [_odd(found.odd_lines)] if found.odd_lines else []
    delimiter, first = _said(text) or (_delimiter(text, heads), 0)
    closed = text.count('"') % 2 == 0
    if not closed:
        notes.append("A quotation mark is not closed: line breaks within cells were taken for the ends of rows.")
    rows = _rows(text[first:], delimiter, quoted=closed)
    if first:
        rows.insert(0, ())  # the line that names the delimiter counts as a row of the file
    while rows and not rows[-1]:
        rows.pop()
    _refuse_what_is_too_large(rows, name)
    sheet = Sheet(PurePath(name).stem or name, tuple(rows))
    return TextFile(sheet, found.encoding, _NAMES.get(delimiter, delimiter) or None, tuple(notes))


def _said(text: str) -> tuple[str, int] | None:
    """The delimiter that a first line `sep=;` names, and where the rows begin."""
    said = _SAID.match(text)
    return (said[1], said.end()) if said else None


def _delimiter(text: str, heads: Heads) -> str:
    """The delimiter under which most heads are known, and most rows are equally long; "" where lines have none."""
    best: tuple[float, ...] = (0, 0, 0)
    found = ""
    for delimiter in _DELIMITERS:
        rows = [row for row in _rows(text[:_SAMPLE], delimiter, quoted=True) if row][:200]
        widths = Counter(len(row) for row in rows)
        width, often = max(widths.items(), key=lambda one: (one[1] * min(one[0], 2), one[0]), default=(1, 0))
        if max(widths, default=1) == 1:
            continue
        known = max((len(heads.fields(row)) for row in rows[:30] if len(row) > 1), default=0)
        score = (known, often / len(rows) if width > 1 else 0.0, width)
        if score > best:
            best, found = score, delimiter
    return found


def _rows(text: str, delimiter: str, *, quoted: bool) -> list[tuple[str, ...]]:
    if not delimiter:
        return [(line,) if line.strip() else () for line in text.splitlines()]
    how: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    lines = io.StringIO(text, newline="")
    usual = csv.field_size_limit(len(text) + 1)
    try:
        return [_trimmed(row) for row in csv.reader(lines, delimiter=delimiter, quoting=how)]
    except csv.Error:
        return [_trimmed(line.split(delimiter)) for line in text.splitlines()]
    finally:
        csv.field_size_limit(usual)


def _trimmed(row: list[str]) -> tuple[str, ...]:
    """A row up to its last cell in which something stands."""
    while row and not row[-1].strip():
        row.pop()
    return tuple(row)


def _odd(lines: tuple[int, ...]) -> str:
    told = ", ".join(map(str, lines[:10])) + (" …" if len(lines) > 10 else "")
    return f"Line {told}: not in the encoding of the rest, look at the accents there."


def _refuse_what_is_too_large(rows: list[tuple[str, ...]], name: str) -> None:
    filled = sum(map(bool, rows))
    if filled > MOST_ROWS:
        raise DeskError(
            f"“{name}” has {filled:,} rows, and a list of persons never more than {MOST_ROWS:,}: is it the right file?"
        )
    if max(map(len, rows), default=0) > MOST_COLUMNS:
        raise DeskError(f"“{name}” has more than {MOST_COLUMNS} columns: delete those that do not speak of persons.")
