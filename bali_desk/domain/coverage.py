"""Which items of an agenda ask for an outcome, and which have one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bali_desk.domain.agenda import Line


def asking(lines: Sequence[Line]) -> list[Line]:
    """The items that ask for an outcome: not an opening or a closing that nobody gave a purpose."""
    items = [line for line in lines if line.item.kind in (None, "item")]
    top = [line for line in items if line.depth == 0]
    ends = {id(line) for line in (*top[:1], *top[-1:]) if not line.item.purpose and not line.is_parent}
    return [line for line in items if id(line) not in ends]


def without_outcome(lines: Sequence[Line], covered: Collection[int | None]) -> list[Line]:
    """The items that ask for an outcome and have none; `covered` are the ids of items that have one of their own."""
    return [line for line in asking(lines) if not _is_covered(line, lines, covered)]


def _is_covered(line: Line, lines: Sequence[Line], covered: Collection[int | None]) -> bool:
    """Whether an item, what it stands under, or what stands under it has an outcome."""
    by_id = {one.item.id: one.item for one in lines}
    if line.item.id in covered:
        return True
    if line.is_parent and any(one.item.parent_id == line.item.id for one in lines):
        return True  # its sub-items answer for themselves
    above = by_id.get(line.item.parent_id)
    while above is not None:
        if above.id in covered:
            return True
        above = by_id.get(above.parent_id)
    return False
