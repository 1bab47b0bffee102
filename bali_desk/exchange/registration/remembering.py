"""What an officer said of a sender's sheet is known again by its heads."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from bali_desk.domain.models import SheetMapping
from bali_desk.exchange.registration.book import Sheet
from bali_desk.exchange.registration.header_rows import LOOKED_AT, shown_heads
from bali_desk.exchange.registration.reading import Known, Reading
from bali_desk.exchange.registration.words import folded

_MOST_ROWS = 3  # of heads, one under the other
_BETWEEN = " | "


def remember(session: Session, sheet: Sheet, reading: Reading) -> None:
    """Keep the meaning of these heads for the next sheet that has them; nothing where a sheet has no heads."""
    if not reading.header_rows:
        return
    heads = _joined(sheet, reading.header_rows)
    fields = {folded(column.head) or column.head: column.field for column in reading.columns}
    row = session.exec(select(SheetMapping).where(SheetMapping.heads == heads)).first() or SheetMapping(heads=heads)
    if row.fields != fields:
        row.fields = fields
        session.add(row)


def recall(session: Session, sheet: Sheet) -> Known | None:
    """What was remembered of a sheet with heads like one of the first rows of this one; None where nothing was."""
    last = min(LOOKED_AT, len(sheet.cells))
    places: dict[str, tuple[int, ...]] = {}
    for count in range(1, _MOST_ROWS + 1):
        for first in range(1, last - count + 2):
            rows = tuple(range(first, first + count))
            places.setdefault(_joined(sheet, rows), rows)
    found = session.exec(select(SheetMapping).where(col(SheetMapping.heads).in_(places))).all()
    if not found:
        return None
    best = max(found, key=lambda one: len(one.heads))
    return Known(places[best.heads], dict(best.fields))


def _joined(sheet: Sheet, rows: Sequence[int]) -> str:
    return _BETWEEN.join(folded(head) for head in shown_heads(sheet, rows))
