"""Places in a list that is numbered from 0: put one row elsewhere, or number all anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    """A row that has a place in a list."""

    id: int | None
    sequence: int


Row = TypeVar("Row", bound=Placed)


def number(rows: Sequence[Placed]) -> None:
    """Give the rows the places 0, 1, 2 …; a row that already stands right is not written."""
    for place, row in enumerate(rows):
        if row.sequence != place:
            row.sequence = place


def moved(rows: Sequence[Row], row_id: int, by: int) -> list[Row]:
    """The rows with one moved `by` places, as far as the list goes."""
    order = list(rows)
    place = next(place for place, row in enumerate(order) if row.id == row_id)
    target = min(max(place + by, 0), len(order) - 1)
    order.insert(target, order.pop(place))
    return order
