"""The printed numbers of agenda items of many meetings at once, without the times of any."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from bali_desk.domain.agenda import counted


class Placed(Protocol):
    """What numbering wants to know of an item."""

    @property
    def id(self) -> int:
        """Its key."""

    @property
    def meeting_id(self) -> int:
        """Whose agenda it stands in."""

    @property
    def parent_id(self) -> int | None:
        """The item above it."""

    @property
    def no(self) -> str | None:
        """Its number, where it is set by hand."""

    @property
    def kind(self) -> str | None:
        """Item, break or ceremony."""


def item_numbers(items: Iterable[Placed]) -> dict[int, str]:
    """The number of each item by its id, in printed order agenda by agenda; `items` come in their order.

    An item whose parent is gone, or is its own descendant, is left out, as it is from the agenda.
    """
    children: dict[tuple[int, int | None], list[Placed]] = {}
    for item in items:
        children.setdefault((item.meeting_id, item.parent_id), []).append(item)
    numbers: dict[int, str] = {}

    def under(meeting: int, parent: int | None, prefix: str, depth: int) -> None:
        counter = 0
        for item in children.get((meeting, parent), ()):
            numbers[item.id], counter = counted(item.no, item.kind, prefix, depth, counter)
            under(meeting, item.id, numbers[item.id], depth + 1)

    for meeting, parent in list(children):
        if parent is None:
            under(meeting, None, "", 0)
    return numbers
