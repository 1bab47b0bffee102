"""Keeping the officer's order of a list with as few written rows as can be."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeVar

from bali_desk.domain.models import Listed

Row = TypeVar("Row", bound=Listed)


def moved(rows: Sequence[Row], keys: Collection[int], way: int) -> list[Row]:
    """The rows with those chosen one place up (-1) or down (1); those that stand at the edge together stay."""
    order = list(rows) if way < 0 else list(reversed(rows))
    for place in range(1, len(order)):
        if order[place].id in keys and order[place - 1].id not in keys:
            order[place - 1], order[place] = order[place], order[place - 1]
    return order if way < 0 else order[::-1]


def number(rows: Sequence[Row]) -> None:
    """Give the rows their order, using the places they already hold where those are all different."""
    held = sorted(row.sequence for row in rows)
    places = held if len(set(held)) == len(held) else range(held[0], held[0] + len(held)) if held else []
    for row, place in zip(rows, places, strict=True):
        row.sequence = place
