"""Which rows of a sheet are its heads: under title rows, in one row or in two, in one language or in two."""

from __future__ import annotations

from collections.abc import Sequence

from bali_desk.exchange.registration.book import Sheet
from bali_desk.exchange.registration.heads import IGNORE, Heads, Meaning
from bali_desk.exchange.registration.reading import NAME_FIELDS, letter
from bali_desk.exchange.registration.words import folded

LOOKED_AT = 40  # rows from the top
_ENOUGH = 1.4  # two heads that are known for sure, or three that are likely
_NAMES = frozenset(NAME_FIELDS)


def find_header_rows(sheet: Sheet, heads: Heads) -> tuple[int, ...]:
    """The rows of the heads, from 1; none where the sheet seems to begin with its first person."""
    best, found = 0.0, 0
    for number, row in sheet.rows():
        if number > LOOKED_AT:
            break
        score = _score(row, heads)
        if score > best + 0.01:
            best, found = score, number
    if best < _ENOUGH and not (best and sheet.width == 1):
        return ()
    return _with_neighbours(sheet, heads, found)


def head_texts(sheet: Sheet, rows: Sequence[int]) -> list[tuple[str, ...]]:
    """The texts of each column's head, top to bottom, without blanks and repetitions."""
    across = [_across(sheet, row, rows) for row in rows]
    texts: list[tuple[str, ...]] = []
    for column in range(sheet.width):
        parts = [row[column] for row in across if column < len(row) and row[column]]
        texts.append(tuple(dict.fromkeys(parts)))
    return texts


def shown_heads(sheet: Sheet, rows: Sequence[int]) -> list[str]:
    """The head of each column as it is shown and no other column has it; its letter where there is none."""
    shown: list[str] = []
    for number, parts in enumerate(head_texts(sheet, rows), 1):
        head = " ".join(" ".join(parts).split()) or letter(number)
        shown.append(head if head not in shown else f"{head} ({letter(number)})")
    return shown


def _score(row: Sequence[str], heads: Heads) -> float:
    if any("@" in cell for cell in row):
        return 0.0
    fields = heads.fields(row)
    filled = [cell for cell in row if cell.strip()]
    known = sum(heads.meaning(cell) is not None for cell in filled)
    if not fields.keys() & (_NAMES | {"email"}) or (len(filled) > 2 and known * 3 < len(filled)):
        return 0.0
    return sum(0.2 if field == IGNORE else surety for field, surety in fields.items())


def _with_neighbours(sheet: Sheet, heads: Heads, row: int) -> tuple[int, ...]:
    alone = _told(sheet, heads, (row,))
    below, above = (row, row + 1), (row - 1, row)
    if _continues(sheet, heads, row, row + 1) and _told(sheet, heads, below) >= alone:
        return below
    if row > 1 and _is_group_row(sheet, row - 1) and _told(sheet, heads, above) >= alone:
        return above
    return (row,)


def _told(sheet: Sheet, heads: Heads, rows: Sequence[int]) -> int:
    return len({meaning.field for parts in head_texts(sheet, rows) if (meaning := meaning_of(parts, heads))} - {IGNORE})


def meaning_of(parts: Sequence[str], heads: Heads) -> Meaning | None:
    """What a head in one part or several means: the whole first, then its parts, the lowest first."""
    if not parts:
        return None
    joined = [" ".join(parts), " ".join(reversed(parts))] if len(parts) > 1 else []
    found = [meaning for text in (*joined, *reversed(parts)) if (meaning := heads.meaning(text))]
    return max(found, key=lambda one: one.surety, default=None)


def _continues(sheet: Sheet, heads: Heads, row: int, below: int) -> bool:
    """Whether the row below is heads too: parts of merged heads, or the same heads in another language."""
    upper, lower = sheet.cells[row - 1], sheet.cells[below - 1] if below <= len(sheet.cells) else ()
    filled = [cell for cell in lower if cell.strip()]
    if not filled or any("@" in cell or any(map(str.isdigit, cell)) for cell in filled):
        return False
    known = [meaning for cell in filled if (meaning := heads.meaning(cell)) and meaning.surety > 0.6]
    split = any(one.top == row and one.right > one.left for one in sheet.merged) or _has_gap(upper)
    parts = sum(bool(cell.strip()) and not _text(upper, at).strip() for at, cell in enumerate(lower))
    if split and parts:
        return len(known) * 2 >= len(filled) or _told(sheet, heads, (row, below)) > _told(sheet, heads, (row,))
    return len(known) >= 2 and len(known) * 2 > len(filled)


def _is_group_row(sheet: Sheet, row: int) -> bool:
    """Whether a row names groups of columns: "Name" over two, "Contact" over two."""
    across = [one for one in sheet.merged if one.top == row and one.right > one.left]
    filled = [cell for cell in sheet.cells[row - 1] if cell.strip()]
    return (
        len(filled) > 1 and (bool(across) or _has_gap(sheet.cells[row - 1])) and not any("@" in one for one in filled)
    )


def _has_gap(row: Sequence[str]) -> bool:
    texts = [cell.strip() for cell in row]
    return any(not text and any(texts[at + 1 :]) and any(texts[:at]) for at, text in enumerate(texts))


def _across(sheet: Sheet, row: int, rows: Sequence[int]) -> list[str]:
    """The texts of a head row, each standing over all columns it is written across."""
    texts = [_text(sheet.cells[row - 1] if row <= len(sheet.cells) else (), at).strip() for at in range(sheet.width)]
    merged = [one for one in sheet.merged if one.top <= row <= one.bottom and one.right > one.left]
    for one in merged:
        for column in range(one.left, min(one.right, sheet.width) + 1):
            texts[column - 1] = sheet.text(one.top, one.left).strip()
    if not merged and len(rows) > 1 and row == rows[0]:
        below = sheet.cells[rows[1] - 1]
        for at in range(1, sheet.width):
            if not texts[at] and _text(below, at).strip() and folded(texts[at - 1]):
                texts[at] = texts[at - 1]
    return texts


def _text(row: Sequence[str], at: int) -> str:
    return row[at] if at < len(row) else ""
