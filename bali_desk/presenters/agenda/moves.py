"""Moving items of an agenda: pure functions from one order of the outline to the next.

A plan lists every item in printed order, each followed by its sub-items, with the day it falls on. A move that cannot
be made gives the plan back as it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bali_desk.domain.agenda import Line
from bali_desk.domain.models import AgendaItem

DEEPEST = 2  # 4, 4.1, (a): agendas of the field go no deeper


@dataclass(frozen=True)
class Place:
    """Where an item stands."""

    key: int
    parent: int | None
    depth: int
    day: dt.date
    is_break: bool = False  # breaks have no sub-items


Plan = list[Place]


def plan_of(lines: Sequence[Line]) -> Plan:
    """The plan as the agenda stands now."""
    return [
        Place(line.item.id or 0, line.item.parent_id, line.depth, line.day, line.item.kind == "break") for line in lines
    ]


def branch(plan: Plan, key: int) -> slice:
    """Where an item and all that is under it stand."""
    first = next(place for place, one in enumerate(plan) if one.key == key)
    last = first + 1
    while last < len(plan) and plan[last].depth > plan[first].depth:
        last += 1
    return slice(first, last)


def indent(plan: Plan, key: int) -> Plan:
    """The item becomes the last sub-item of the one before it."""
    where = branch(plan, key)
    before = _sibling(plan, key, -1)
    if before is None or before.is_break or max(one.depth for one in plan[where]) >= DEEPEST:
        return plan
    return plan[: where.start] + _under(plan[where], before.key, 1) + plan[where.stop :]


def outdent(plan: Plan, key: int) -> Plan:
    """The item moves one level up, to stand after what was its parent."""
    where = branch(plan, key)
    moved = plan[where]
    if moved[0].parent is None:
        return plan
    parent = branch(plan, moved[0].parent)
    grandparent = plan[parent.start].parent
    return plan[: where.start] + plan[where.stop : parent.stop] + _under(moved, grandparent, -1) + plan[parent.stop :]


def step(plan: Plan, key: int, way: int) -> Plan:
    """The item changes places with its neighbour above (-1) or below (1); at the edge of a day it changes day."""
    neighbour = _sibling(plan, key, way)
    if neighbour is None:
        return plan
    mine, other = branch(plan, key), branch(plan, neighbour.key)
    near = plan[other][-1] if way < 0 else plan[other][0]
    if near.day != plan[mine.start].day:
        return plan[: mine.start] + _on(plan[mine], near.day) + plan[mine.stop :]
    first, second = sorted((mine, other), key=lambda part: part.start)
    return plan[: first.start] + plan[second] + plan[first] + plan[second.stop :]


def put(plan: Plan, key: int, parent: int | None, before: int | None, day: dt.date | None = None) -> Plan:
    """The item goes under `parent` (None: top level), before its sub-item `before` or last, and to `day` if given."""
    where = branch(plan, key)
    moved, rest = plan[where], plan[: where.start] + plan[where.stop :]
    if any(one.key in (parent, before) for one in moved):
        return plan
    depth = 0 if parent is None else rest[branch(rest, parent).start].depth + 1
    shift = depth - moved[0].depth
    if max(one.depth for one in moved) + shift > DEEPEST:
        return plan
    at = _end_of(rest, parent) if before is None else branch(rest, before).start
    moved = _under(moved, parent, shift)
    near = rest[at] if before is not None else rest[at - 1] if at else None
    chosen = day or (near.day if near else moved[0].day)
    return rest[:at] + _on(moved, chosen) + rest[at:]


def put_on_day(plan: Plan, key: int, day: dt.date) -> Plan:
    """A top-level item goes to the end of a day; a sub-item stays where it is and is held on that day."""
    where = branch(plan, key)
    if plan[where.start].parent is not None:
        return plan[: where.start] + _on(plan[where], day) + plan[where.stop :]
    rest = plan[: where.start] + plan[where.stop :]
    after = next((one.key for one in rest if one.depth == 0 and one.day > day), None)
    return put(plan, key, None, after, day)


def write(plan: Plan, items: Sequence[AgendaItem], first_day: dt.date) -> None:
    """Give the items the order, parents and days of the plan; a day is written only where it would not follow."""
    by_key = {item.id: item for item in items}
    day = first_day
    for sequence, place in enumerate(plan):
        item = by_key[place.key]
        item.sequence, item.parent_id = sequence, place.parent
        if (item.day or day) != place.day:
            item.day = place.day
        day = place.day


def _sibling(plan: Plan, key: int, way: int) -> Place | None:
    parent = plan[branch(plan, key).start].parent
    family = [one for one in plan if one.parent == parent]
    place = next(number for number, one in enumerate(family) if one.key == key) + way
    return family[place] if 0 <= place < len(family) else None


def _end_of(plan: Plan, parent: int | None) -> int:
    return len(plan) if parent is None else branch(plan, parent).stop


def _under(moved: Plan, parent: int | None, deeper: int) -> Plan:
    head, *rest = [replace(one, depth=one.depth + deeper) for one in moved]
    return [replace(head, parent=parent), *rest]


def _on(moved: Plan, day: dt.date) -> Plan:
    """The branch on another day: what was on the head's day goes with it."""
    return [replace(one, day=day) if one.day == moved[0].day else one for one in moved]
