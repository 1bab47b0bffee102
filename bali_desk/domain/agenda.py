"""The agenda as it reads: numbers that follow the tree and clock times that follow the minutes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bali_desk.domain.clock import WallClock
from bali_desk.domain.models import AgendaItem, Meeting, MeetingSession

LONGEST = 100_000  # minutes; a bound for numbers that make no sense
Sessions = Mapping[int, MeetingSession]
Block = tuple[dt.date, MeetingSession | None]


@dataclass(frozen=True)
class Line:
    """One line of the agenda. Times are what the meeting's own clock shows; None where nothing fixes them."""

    item: AgendaItem
    number: str
    depth: int  # 0 at top level
    is_parent: bool
    day: dt.date
    starts: dt.datetime | None
    ends: dt.datetime | None
    minutes: int | None  # its own, or the sum of its sub-items
    gap: int  # minutes free before a fixed start; negative where what comes before runs over it
    session: MeetingSession | None = None  # the session it falls in
    opens: bool = False  # whether it is the first of that session
    has_own_time: bool = True  # whether its minutes are its own: not those of its sub-items, nor its parent's
    spare: int = 0  # minutes from here to the end of the session, for its last item; negative: beyond it


def outline(items: Sequence[AgendaItem], meeting: Meeting, sessions: Sequence[MeetingSession] = ()) -> list[Line]:
    """The items in printed order (each followed by its sub-items) with number, day, session, start and end.

    Sub-items share their parent's time. Times flow from the start of a session, or from the first fixed start of a
    day; an item with a start keeps it.
    """
    clock = WallClock(meeting.time_zone)
    known = {session.id: session for session in sessions if session.id is not None}
    return _closed(_timed(_numbered(items, meeting.start, known), _Flow(clock)), clock)


def overruns(lines: Sequence[Line]) -> dict[int, int]:
    """By place of the line that takes too long: minutes over the fixed start of what follows or its session's end."""
    over = {place: -line.spare for place, line in enumerate(lines) if line.spare < 0}
    last: int | None = None
    for place, line in enumerate(lines):
        if last is not None and line.gap < 0 and lines[last].day == line.day:
            over[last] = max(over.get(last, 0), -line.gap)
        if line.has_own_time:
            last = place
    return over


def by_parent(items: Sequence[AgendaItem]) -> dict[int | None, list[AgendaItem]]:
    """The items under each parent's id, in their order; None holds the top level."""
    children: dict[int | None, list[AgendaItem]] = {}
    for item in items:
        children.setdefault(item.parent_id, []).append(item)
    return children


def block_of(item: AgendaItem, before: Block, sessions: Sessions) -> Block:
    """The day and session an item falls in, after one that falls in `before`.

    The first item of a session names it; those after it follow until another session or another day.
    """
    own = sessions.get(item.session_id or 0)
    if own is not None:
        return own.day, own
    day = item.day or before[0]
    session = before[1]
    return day, session if session is not None and session.day == day else None


def counted(no: str | None, kind: str | None, prefix: str, depth: int, counter: int) -> tuple[str, int]:
    """An item's number and how far its list has counted: "5" set by hand counts on from five, "3 bis" does not.

    `prefix` is the number of the item above, `counter` how far the list had counted before.
    """
    if no:
        return no, max(counter, ordinal(no.removeprefix(f"{prefix}.") if prefix else no) or 0)
    if kind not in (None, "item"):
        return "", counter
    counter += 1
    if depth == 0:
        return str(counter), counter
    if depth == 1 and prefix:
        return f"{prefix}.{counter}", counter
    return f"({chr(96 + counter)})" if counter <= 26 else f"({counter})", counter


def ordinal(number: str) -> int | None:
    """How far "5", "(c)" or "(27)" has counted; None for what is no plain number."""
    inner = number[1:-1] if number.startswith("(") and number.endswith(")") else number
    if inner.isascii() and inner.isdecimal() and len(inner) < 5:
        return int(inner)
    letter = inner != number and len(inner) == 1 and "a" <= inner <= "z"
    return ord(inner) - 96 if letter else None


def _numbered(items: Sequence[AgendaItem], first_day: dt.date, sessions: Sessions) -> list[Line]:
    children = by_parent(items)
    lines: list[Line] = []

    def under(parent: int | None, prefix: str, depth: int, before: Block) -> Block:
        counter = 0
        for item in children.get(parent, []):
            number, counter = counted(item.no, item.kind, prefix, depth, counter)
            block = day, session = block_of(item, before, sessions)
            is_parent = item.id is not None and item.id in children
            opens = session is not None and session is not before[1]
            lines.append(
                Line(item, number, depth, is_parent, day, None, None, item.minutes, 0, session=session, opens=opens)
            )
            before = under(item.id, number, depth + 1, block) if is_parent else block
        return before

    under(None, "", 0, (first_day, None))
    return lines


class _Flow:
    """The time the programme has come to; it starts anew each day and session, where the first start is fixed."""

    def __init__(self, clock: WallClock) -> None:
        self.clock = clock
        self.now: dt.datetime | None = None
        self._day: dt.date | None = None

    def start(self, line: Line) -> tuple[dt.datetime | None, int]:
        """When a line begins, and the minutes free before it (negative: what comes before runs over it)."""
        if line.day != self._day:
            self.now, self._day = None, line.day
        before = self.now
        opening = line.session.start if line.opens and line.session else None
        fixed = line.item.start or opening
        if fixed:
            self.now = self.clock.at(line.day, fixed, before)
        gap = self.clock.between(before, self.now) if self.now and before else 0
        return self.now, min(gap, 0) if opening and not line.item.start else gap  # between sessions nothing is free


def _timed(lines: Sequence[Line], flow: _Flow) -> list[Line]:
    timed: list[Line] = []
    for head, below in _branches(lines):
        starts, gap = flow.start(head)
        inner = _timed(below, flow)
        shared = any(line.item.minutes or line.item.end for line in inner)
        if shared:
            ends, minutes = flow.now, _sum(line.minutes for line in inner if line.depth == head.depth + 1)
        else:  # a parent with the only minutes keeps them for all its sub-items
            ends = _end(head, starts, flow.clock)
            minutes = _length(head, starts, ends, flow.clock)
            if minutes is not None and inner:
                inner = [replace(line, has_own_time=False) for line in inner]
        flow.now = ends or starts or flow.now
        starts = starts or (inner[0].starts if inner else None)
        own = not inner or (not shared and minutes is not None)
        timed += [replace(head, starts=starts, ends=ends, gap=gap, minutes=minutes, has_own_time=own), *inner]
    return timed


def _closed(lines: list[Line], clock: WallClock) -> list[Line]:
    """Tells the last item of each session how far it stands from the session's end; a break may fill what is left."""
    for last, reached in _last_of_sessions(lines, clock):
        line = lines[last]
        if line.session is not None and line.ends is not None and reached is not None:
            end = _end_of(line.session, clock)
            spare = clock.between(line.ends, end)
            left = max(clock.between(reached, end), 0) if spare > 0 else spare
            lines[last] = replace(line, spare=min(spare, left))
    return lines


def _last_of_sessions(lines: Sequence[Line], clock: WallClock) -> list[tuple[int, dt.datetime | None]]:
    """Where the last item of each session with an end stands, and when the breaks that follow it end.

    What is fixed to begin when the session is over is outside it, and all that follows.
    """
    last: dict[int, tuple[int, dt.datetime | None]] = {}
    over: set[int] = set()
    for place, line in enumerate(lines):
        session = line.session
        if session is None or not session.end or session.id is None or session.id in over or not line.has_own_time:
            continue
        if line.item.start and line.starts and clock.between(_end_of(session, clock), line.starts) >= 0:
            over.add(session.id)
        elif line.item.kind != "break":
            last[session.id] = place, line.ends
        elif session.id in last:
            last[session.id] = last[session.id][0], line.ends
    return list(last.values())


def _end_of(session: MeetingSession, clock: WallClock) -> dt.datetime:
    starts = clock.at(session.day, session.start or "00:00")
    return clock.after(session.end or "00:00", starts)


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


def _end(line: Line, starts: dt.datetime | None, clock: WallClock) -> dt.datetime | None:
    if starts is None:
        return None
    if line.item.end:
        return clock.after(line.item.end, starts)
    return clock.later(starts, min(line.item.minutes or 0, LONGEST))


def _length(line: Line, starts: dt.datetime | None, ends: dt.datetime | None, clock: WallClock) -> int | None:
    if line.item.end and starts and ends:
        return clock.between(starts, ends)
    return line.item.minutes
