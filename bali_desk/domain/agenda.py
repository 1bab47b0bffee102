"""The agenda as it reads: numbers that follow the tree and clock times that follow the minutes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bali_desk.domain.models import AgendaItem, Meeting


@dataclass(frozen=True)
class Line:
    """One line of the agenda. Times are on the meeting's own clock; None where nothing fixes them."""

    item: AgendaItem
    number: str
    depth: int  # 0 at top level
    is_parent: bool
    day: dt.date
    starts: dt.datetime | None
    ends: dt.datetime | None
    minutes: int | None  # its own, or the sum of its sub-items
    gap: int  # minutes free before a fixed start; negative where what comes before runs over it


def outline(items: Sequence[AgendaItem], meeting: Meeting) -> list[Line]:
    """The items in printed order (each followed by its sub-items) with number, day, start and end.

    Sub-items share their parent's time. Times flow from the first fixed start of a day; an item with a start keeps it.
    """
    lines = _numbered(items, meeting.start)
    return _timed(lines, _Clock())


def by_parent(items: Sequence[AgendaItem]) -> dict[int | None, list[AgendaItem]]:
    """The items under each parent's id, in their order; None holds the top level."""
    children: dict[int | None, list[AgendaItem]] = {}
    for item in items:
        children.setdefault(item.parent_id, []).append(item)
    return children


def _numbered(items: Sequence[AgendaItem], first_day: dt.date) -> list[Line]:
    children = by_parent(items)

    def under(parent: int | None, prefix: str, depth: int, day: dt.date) -> list[Line]:
        lines: list[Line] = []
        counter = 0
        for item in children.get(parent, []):
            number, counter = _number(item, prefix, depth, counter)
            day = item.day or (lines[-1].day if lines else day)
            below = under(item.id, number, depth + 1, day) if item.id is not None else []
            lines += [Line(item, number, depth, bool(below), day, None, None, item.minutes, 0), *below]
        return lines

    return under(None, "", 0, first_day)


def _number(item: AgendaItem, prefix: str, depth: int, counter: int) -> tuple[str, int]:
    """The item's number and how far the list has counted: "5" set by hand counts on from five, "3 bis" does not."""
    if item.no:
        last = item.no.removeprefix(f"{prefix}.") if prefix else item.no
        return item.no, int(last) if last.isdecimal() and len(last) < 5 else counter
    if item.kind not in (None, "item"):
        return "", counter
    counter += 1
    if depth == 0:
        return str(counter), counter
    if depth == 1:
        return (f"{prefix}.{counter}" if prefix else str(counter)), counter
    return f"({chr(96 + counter)})" if counter <= 26 else f"({counter})", counter


class _Clock:
    """The time the programme has come to; it starts anew each day, where the first start is fixed."""

    def __init__(self) -> None:
        self.now: dt.datetime | None = None
        self._day: dt.date | None = None

    def start(self, line: Line) -> tuple[dt.datetime | None, int]:
        """When a line begins, and the minutes free before it (negative: what comes before runs over it)."""
        if line.day != self._day:
            self.now, self._day = None, line.day
        before = self.now
        if line.item.start:
            self.now = dt.datetime.combine(line.day, dt.time.fromisoformat(line.item.start))
            if before and before - self.now > dt.timedelta(hours=12):  # the day's programme ran past midnight
                self.now += dt.timedelta(days=1)
        return self.now, round((self.now - before).total_seconds() / 60) if self.now and before else 0


def _timed(lines: Sequence[Line], clock: _Clock) -> list[Line]:
    timed: list[Line] = []
    for head, below in _branches(lines):
        starts, gap = clock.start(head)
        inner = _timed(below, clock)
        if any(line.item.minutes or line.item.end for line in inner):
            ends, minutes = clock.now, _sum(line.minutes for line in inner if line.depth == head.depth + 1)
        else:  # a parent with the only minutes keeps them for all its sub-items
            ends = _end(head, starts)
            minutes = _length(head, starts, ends)
        clock.now = ends or starts or clock.now
        starts = starts or (inner[0].starts if inner else None)
        timed += [replace(head, starts=starts, ends=ends, gap=gap, minutes=minutes), *inner]
    return timed


def _branches(lines: Sequence[Line]) -> Iterator[tuple[Line, Sequence[Line]]]:
    """Each line of the upper level with the lines under it."""
    first = 0
    while first < len(lines):
        last = first + 1
        while last < len(lines) and lines[last].depth > lines[first].depth:
            last += 1
        yield lines[first], lines[first + 1 : last]
        first = last


def _sum(minutes: Iterable[int | None]) -> int | None:
    known = [one for one in minutes if one is not None]
    return sum(known) if known else None


def _end(line: Line, starts: dt.datetime | None) -> dt.datetime | None:
    if starts is None:
        return None
    if line.item.end:
        ends = dt.datetime.combine(starts.date(), dt.time.fromisoformat(line.item.end))
        return ends if ends > starts else ends + dt.timedelta(days=1)
    return starts + dt.timedelta(minutes=min(line.item.minutes or 0, 100_000))


def _length(line: Line, starts: dt.datetime | None, ends: dt.datetime | None) -> int | None:
    if line.item.end and starts and ends:
        return round((ends - starts).total_seconds() / 60)
    return line.item.minutes
