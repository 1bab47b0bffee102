"""From a plan to the fewest rows that must be written for it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session, col, select

from bali_desk.domain.agenda import Line, Sessions, block_of
from bali_desk.domain.models import AgendaItem
from bali_desk.presenters.agenda.moves import Place, Plan

STEP = 64  # between the places of rows that are numbered anew: room for later moves
NEW = -1  # stands in a plan for an item that is not on the desk yet

Changes = dict[int, dict[str, Any]]


def changes(
    plan: Plan,
    lines: Sequence[Line],
    sessions: Sessions,
    first_day: dt.date,
    made: Sequence[AgendaItem] = (),
) -> Changes:
    """By item, the fields that differ from the record: order, parent, day and session.

    A day or a session is written only where it would not follow from the item before. `made` are rows that the plan
    has and the lines do not, without a place yet.
    """
    items = {line.item.id: line.item for line in lines}
    order = sequences([items[one.key].sequence if one.key in items else None for one in plan])
    items |= {item.id: item for item in made}
    found: Changes = {}
    before = Place(0, None, 0, first_day)
    for place, sequence in zip(plan, order, strict=True):
        item = items.get(place.key) or AgendaItem(parent_id=place.parent)
        wanted = {"sequence": sequence, "parent_id": place.parent, **_marks(item, place, before, sessions)}
        differing = {name: value for name, value in wanted.items() if getattr(item, name) != value}
        if differing or place.key == NEW:
            found[place.key] = wanted if place.key == NEW else differing
        before = place
    for key, fields in _handed_on(plan, lines).items():
        found.setdefault(key, {}).update(fields)
    return found


def _handed_on(plan: Plan, lines: Sequence[Line]) -> Changes:
    """Who begins a day after a move takes over the clock time the day began with; the one before follows.

    Where that went to another day, it keeps its time only if nothing begins that day.
    """
    begun, by_key = _beginnings(lines), {line.item.id: line for line in lines}
    places = {one.key: one for one in plan}
    found: Changes = {}
    for day, (line, _untimed) in begun.items():
        there = places.get(line.item.id or 0)
        if there is not None and there.day != day and (there.day in begun or there.session is not None):
            found[there.key] = _freed(line)
    gone = set(found)
    for day, (line, untimed) in begun.items():
        first = by_key.get(next((one.key for one in plan if one.day == day and one.key not in untimed), None))
        if first is None or first is line or (first.item.start and first.item.id not in gone):
            continue
        key, there = first.item.id or 0, places.get(line.item.id or 0)
        found[key] = {**found.get(key, {}), "start": line.item.start}
        if there is not None and there.day == day:
            found[there.key] = _freed(line)
    return found


def _freed(line: Line) -> dict[str, Any]:
    """What lets a line follow, its length kept."""
    return {"start": None} | ({"end": None, "minutes": line.minutes} if line.item.end else {})


def _beginnings(lines: Sequence[Line]) -> dict[dt.date, tuple[Line, set[int]]]:
    """By day, the line with the first clock time fixed by hand, and those before it that have none."""
    found: dict[dt.date, tuple[Line, set[int]]] = {}
    untimed: dict[dt.date, set[int]] = {}
    timed: set[dt.date] = set()
    for line in lines:
        if line.day in timed:
            continue
        if line.item.start:
            found[line.day] = line, untimed.get(line.day, set())
        if line.item.start or (line.opens and line.session and line.session.start):
            timed.add(line.day)
        untimed.setdefault(line.day, set()).add(line.item.id or 0)
    return found


def write(session: Session, found: Mapping[int, Mapping[str, Any]]) -> None:
    """Write the fields that differ."""
    keys = [key for key in found if key != NEW]
    for item in session.exec(select(AgendaItem).where(col(AgendaItem.id).in_(keys))):
        for name, value in found[item.id or 0].items():
            setattr(item, name, value)


def sequences(current: Sequence[int | None]) -> list[int]:
    """Growing numbers for rows in their new order; those that stand in order already keep theirs as far as can be.

    None is a new row. Where there is no number left between two rows, their neighbours make room, on the side where
    fewer have to.
    """
    kept = _longest_growing(current)
    numbers = [value if place in kept else None for place, value in enumerate(current)]
    place = 0
    while place < len(numbers):
        if numbers[place] is None:
            _fill(numbers, place)
        place += 1
    return [number for number in numbers if number is not None]


def _marks(item: AgendaItem, place: Place, before: Place, sessions: Sessions) -> dict[str, Any]:
    """Day and session as the item must carry them to fall where the plan has it."""
    reached = sessions.get(before.session or 0)
    day, session = block_of(item, (before.day, reached), sessions)
    redundant = item.session_id is not None and session is reached
    if (day, session.id if session else None) == place.block and not redundant:
        return {}
    follows = before.session if before.day == place.day else None
    named = place.session is not None and place.session != follows
    may_follow = named or before.day == place.day
    return {
        "session_id": place.session if named else None,
        "day": None if may_follow and item.day != place.day else place.day,
    }


def _fill(numbers: list[int | None], first: int) -> None:
    """Number the rows without a number from `first` on, and as many beside them as it takes to find room."""
    last, reach = _next(numbers, first), 1
    while (room := _room(numbers, first, last)) is not None and room <= last - first:
        first, last = max(first - reach, 0), _next(numbers, min(last + reach, len(numbers)))
        reach *= 2
    low = numbers[first - 1] if first else None
    high = numbers[last] if last < len(numbers) else None
    for number in range(1, last - first + 1):
        if low is not None and high is not None:
            numbers[first + number - 1] = low + (high - low) * number // (last - first + 1)
        elif high is not None:
            numbers[first + number - 1] = high - STEP * (last - first + 1 - number)
        else:
            numbers[first + number - 1] = (-STEP if low is None else low) + STEP * number


def _room(numbers: Sequence[int | None], first: int, last: int) -> int | None:
    """How far the numbers round these rows lie apart; None where there is no end to it."""
    low = numbers[first - 1] if first else None
    high = numbers[last] if last < len(numbers) else None
    return None if low is None or high is None else high - low


def _next(numbers: Sequence[int | None], place: int) -> int:
    """The first row from `place` on that has a number."""
    while place < len(numbers) and numbers[place] is None:
        place += 1
    return place


def _longest_growing(current: Sequence[int | None]) -> set[int]:
    """Where the longest run of growing numbers stands, others between them left out."""
    ends: list[int] = []  # the smallest number a run of each length can end with
    places: list[int] = []
    before: dict[int, int | None] = {}
    for place, value in enumerate(current):
        if value is None:
            continue
        length = bisect_left(ends, value)
        before[place] = places[length - 1] if length else None
        ends[length : length + 1], places[length : length + 1] = [value], [place]
    kept: set[int] = set()
    last = places[-1] if places else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept
