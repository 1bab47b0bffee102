"""Moving items of an agenda: pure functions from one order of the outline to the next.

A plan lists every item in printed order, each followed by its sub-items, with the day and session it falls in. A move
that cannot be made gives the plan back as it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bali_desk.domain.agenda import Line

Block = tuple[dt.date, int | None]  # a day, and a session of it
DEEPEST = 2  # 4, 4.1, (a): agendas of the field go no deeper


@dataclass(frozen=True)
class Place:
    """Where an item stands."""

    key: int
    parent: int | None
    depth: int
    day: dt.date
    is_break: bool = False  # breaks have no sub-items
    session: int | None = None

    @property
    def block(self) -> Block:
        """The part of the programme it falls in."""
        return self.day, self.session


Plan = list[Place]


def plan_of(lines: Sequence[Line]) -> Plan:
    """The plan as the agenda stands now."""
    return [place_of(line) for line in lines]


def place_of(line: Line) -> Place:
    """Where one line stands."""
    item = line.item
    session = line.session.id if line.session else None
    return Place(item.id or 0, item.parent_id, line.depth, line.day, item.kind == "break", session)


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


def step(plan: Plan, key: int, way: int, blocks: Sequence[Block] = ()) -> Plan:
    """The item changes places with its neighbour above (-1) or below (1).

    At the edge of a day or a session it goes over that edge, into the next of `blocks`, which may be empty.
    """
    neighbour, mine = _sibling(plan, key, way), branch(plan, key)
    head = plan[mine.start]
    other = branch(plan, neighbour.key) if neighbour else None
    near = None if other is None else plan[other][-1] if way < 0 else plan[other][0]
    if other is not None and near is not None and near.block == head.block:
        first, second = sorted((mine, other), key=lambda part: part.start)
        return plan[: first.start] + plan[second] + plan[first] + plan[second.stop :]
    block = near.block if near else head.block
    if head.depth == 0 and head.block in blocks:
        place = blocks.index(head.block) + way
        block = blocks[place] if 0 <= place < len(blocks) else head.block
    return plan[: mine.start] + _in(plan[mine], block) + plan[mine.stop :]


def blocks_of(plan: Plan, days: Sequence[dt.date], sessions: Iterable[tuple[dt.date, int]]) -> list[Block]:
    """The parts of the programme in order: the sessions of each day, and what stands outside them."""
    used, held = {one.block for one in plan}, list(sessions)
    blocks: list[Block] = []
    for day in sorted({*days, *(one.day for one in plan)}):
        of_day: list[Block] = [(one, key) for one, key in held if one == day]
        outside: list[Block] = [(day, None)] if not of_day or (day, None) in used else []
        blocks += [*outside, *of_day]
    return blocks


def put(plan: Plan, key: int, parent: int | None, before: int | None, block: Block | None = None) -> Plan:
    """The item goes under `parent` (None: top level), before its sub-item `before` or last, in `block` if given."""
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
    near = rest[at] if before is not None else rest[at - 1] if at else moved[0]
    return rest[:at] + _in(moved, block or near.block) + rest[at:]


def put_on_day(plan: Plan, key: int, day: dt.date) -> Plan:
    """A top-level item goes to the end of a day; a sub-item stays where it is and is held on that day."""
    where = branch(plan, key)
    if plan[where.start].parent is not None:
        return plan[: where.start] + _in(plan[where], (day, None)) + plan[where.stop :]
    rest = plan[: where.start] + plan[where.stop :]
    after = next((one.key for one in rest if one.depth == 0 and one.day > day), None)
    last = next((one for one in reversed(rest) if one.day == day), None)
    return put(plan, key, None, after, (day, last.session if last else None))


def open_session(plan: Plan, key: int, session: int | None, day: dt.date) -> Plan:
    """The item and what follows it on its day and in its session make up a session; None: what came before goes on."""
    where = branch(plan, key)
    if session is None:
        before = plan[where.start - 1] if where.start else None
        session = before.session if before and before.day == plan[where.start].day else None
        day = plan[where.start].day
    last = where.start
    while last < len(plan) and plan[last].block == plan[where.start].block:
        last += 1
    return (
        plan[: where.start] + [replace(one, day=day, session=session) for one in plan[where.start : last]] + plan[last:]
    )


def between(plan: Plan, key: int, above: int | None, below: int | None, with_above: bool = False) -> Plan:
    """The item goes between two that follow each other on the clock, under its own parent where that can be.

    None stands for the beginning or the end; `with_above` says in whose session it falls where the two differ.
    """
    where = branch(plan, key)
    mine, rest = plan[where.start], plan[: where.start] + plan[where.stop :]
    if any(one.key in (above, below) for one in plan[where]):
        return plan
    first, second = list(_before(rest, below)), list(_after(rest, above))
    spots = [*second, *first] if with_above else [*first, *second]
    if not spots:
        return plan
    parent, before, near = next((spot for spot in spots if spot[0] == mine.parent), spots[0])
    return put(plan, key, parent, before, near.block)


Spot = tuple[int | None, int | None, Place]  # under whom, before whom, and whose day and session it shares


def _before(plan: Plan, below: int | None) -> Iterator[Spot]:
    """Just before an item, or before the one it is the first sub-item of."""
    while below is not None:
        start = branch(plan, below).start
        one = plan[start]
        yield one.parent, one.key, one
        below = one.parent if start and plan[start - 1].key == one.parent else None


def _after(plan: Plan, above: int | None) -> Iterator[Spot]:
    """Just after an item, or after the one it is the last sub-item of."""
    while above is not None:
        where = branch(plan, above)
        one, near = plan[where.start], plan[where.stop - 1]
        follows = where.stop < len(plan) and plan[where.stop].parent == one.parent
        yield one.parent, plan[where.stop].key if follows else None, near
        above = None if follows else one.parent


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


def _in(moved: Plan, block: Block) -> Plan:
    """The branch in another part of the programme: what was with the head goes with it."""
    was, (day, session) = moved[0].block, block
    return [replace(one, day=day, session=session) if one.block == was else one for one in moved]
