"""What it means to drop an item on the day drawn to scale.

An item takes its place in the order and its time follows. It starts at the time where it is dropped, instead, when the
officer says so (with Shift), when it is dropped where time is free, or when its start was fixed before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bali_desk.presenters.agenda.rows import AgendaRow

SNAP = 5  # minutes


@dataclass(frozen=True)
class DayDrop:
    """Between which two it goes, and where on the clock; minutes count after midnight."""

    above: int | None
    below: int | None
    with_above: bool  # whose session it falls in where the two differ
    start: int | None  # the start to be fixed; None: it follows
    at: int  # where it would begin


def blocks(rows: Sequence[AgendaRow]) -> list[AgendaRow]:
    """The rows of a day that are drawn: those with a time of their own."""
    return [row for row in rows if row.has_own_time and row.from_minute is not None and row.to_minute is not None]


def snapped(minute: float) -> int:
    """The nearest whole five minutes."""
    return round(minute / SNAP) * SNAP


def drop_on_day(rows: Sequence[AgendaRow], key: int, pointer: float, top: float, fix: bool = False) -> DayDrop:
    """Where the item goes: `pointer` and `top` are the minutes at the pointer and at the upper edge of its block.

    `rows` are the blocks of the day in their order, the item among them.
    """
    others = [row for row in rows if row.key != key]
    pinned = any(row.pinned for row in rows if row.key == key)
    free_from = next((_begin(row) - row.free for row in rows if _begin(row) - row.free <= pointer < _begin(row)), None)
    if fix or pinned or free_from is not None:
        start = max(snapped(top), 0 if free_from is None or fix else free_from)
        place = sum(_begin(row) <= start for row in others)
        return DayDrop(_key(others, place - 1), _key(others, place), True, start, start)
    place = sum((_begin(row) + _end(row)) / 2 < pointer for row in others)
    before, after = (others[place - 1] if place else None), (others[place] if place < len(others) else None)
    at = _begin(after) if after else _end(before) if before else snapped(top)
    with_above = before is not None and after is not None and pointer < (_end(before) + _begin(after)) / 2
    return DayDrop(_key(others, place - 1), _key(others, place), with_above, None, at)


def _key(rows: Sequence[AgendaRow], place: int) -> int | None:
    return rows[place].key if 0 <= place < len(rows) else None


def _begin(row: AgendaRow) -> int:
    return row.from_minute or 0


def _end(row: AgendaRow) -> int:
    return row.to_minute or 0
