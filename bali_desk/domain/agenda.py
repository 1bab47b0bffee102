"""The agenda as it reads: numbers that follow the tree and clock times that follow the minutes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
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
    return _with_parents_times(_timed(lines))


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


def _timed(lines: list[Line]) -> list[Line]:
    timed: list[Line] = []
    clock: dt.datetime | None = None
    day: dt.date | None = None
    for line in lines:
        if line.day != day:
            clock, day = None, line.day
        starts, gap = _start(line, clock)
        ends = None if line.is_parent else _end(line, starts)
        timed.append(replace(line, starts=starts, ends=ends, gap=gap, minutes=_length(line, starts, ends)))
        clock = starts if line.is_parent else ends or starts
    return timed


def _start(line: Line, clock: dt.datetime | None) -> tuple[dt.datetime | None, int]:
    if not line.item.start:
        return clock, 0
    fixed = dt.datetime.combine(line.day, dt.time.fromisoformat(line.item.start))
    if clock is None:
        return fixed, 0
    if clock - fixed > dt.timedelta(hours=12):  # the day's programme ran past midnight
        fixed += dt.timedelta(days=1)
    return fixed, round((fixed - clock).total_seconds() / 60)


def _end(line: Line, starts: dt.datetime | None) -> dt.datetime | None:
    if starts is None:
        return None
    if line.item.end:
        ends = dt.datetime.combine(starts.date(), dt.time.fromisoformat(line.item.end))
        return ends if ends > starts else ends + dt.timedelta(days=1)
    return starts + dt.timedelta(minutes=min(line.item.minutes or 0, 100_000))


def _length(line: Line, starts: dt.datetime | None, ends: dt.datetime | None) -> int | None:
    if line.item.end and starts and ends and not line.is_parent:
        return round((ends - starts).total_seconds() / 60)
    return line.item.minutes


def _with_parents_times(lines: list[Line]) -> list[Line]:
    """Give every parent the sum and the end of what lies under it."""
    done = list(lines)
    for place in range(len(done) - 1, -1, -1):
        if done[place].is_parent:
            direct = [line for line in _under(done, place) if line.depth == done[place].depth + 1]
            minutes = [line.minutes for line in direct if line.minutes is not None]
            done[place] = replace(
                done[place],
                starts=done[place].starts or direct[0].starts,
                ends=direct[-1].ends,
                minutes=sum(minutes) if minutes else done[place].item.minutes,
            )
    return done


def _under(lines: Sequence[Line], place: int) -> list[Line]:
    below: list[Line] = []
    for line in lines[place + 1 :]:
        if line.depth <= lines[place].depth:
            break
        below.append(line)
    return below
