"""What the Overview draws: each day to scale, the table with its seats, and registrations as they came."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bali_desk.domain.agenda import Line, overruns
from bali_desk.domain.dates import MONTHS, written
from bali_desk.domain.models import Delegation, Meeting, Member
from bali_desk.domain.record import Record
from bali_desk.presenters.agenda.rows import day_label
from bali_desk.presenters.numbers import some

LONG_AGO = 60  # days; beyond them the month says more
Part = tuple[int, str]  # minutes, and item, break, gap or over


@dataclass(frozen=True)
class Day:
    """One day to scale. `over` and `free` are the minutes beyond its frame and those nothing fills."""

    day: dt.date
    parts: list[Part]
    begins: str
    ends: str
    over: int
    free: int

    @property
    def words(self) -> str:
        """How its time is used: "4 h 55, 5 min over", "7 h, 20 min free"."""
        used = sum(minutes for minutes, kind in self.parts if kind != "gap")
        over, free = f"{self.over} min over" if self.over else "", f"{self.free} min free" if self.free else ""
        return ", ".join(part for part in (_hours(used), over, free) if part)

    @property
    def label(self) -> str:
        """The same with the day's name, where there are several."""
        return f"{day_label(self.day)[:3]} {self.day.day} · {self.words}"


@dataclass(frozen=True)
class Seat:
    """A place at the table: a standing member, or whoever else is listed."""

    name: str
    taken: bool


@dataclass(frozen=True)
class Registrations:
    """How many persons were registered on each day: `steps` are days after the first one, and persons from then on."""

    first: dt.date
    last: dt.date  # of the picture: the first day of the meeting, or later where somebody came later
    steps: list[tuple[int, int]]
    words: str
    lately: str  # empty where nobody came in the last week

    @property
    def first_words(self) -> str:
        """The first day, as it stands under the picture."""
        return f"{self.first.day} {MONTHS[self.first.month - 1][:3]}"

    @property
    def last_words(self) -> str:
        """The last day, as it stands under the picture."""
        return f"{self.last.day} {MONTHS[self.last.month - 1][:3]}"


def days_to_scale(lines: Sequence[Line]) -> list[Day]:
    """Every day that has a time: items and breaks in minutes within the day's frame.

    A start set by hand frames what comes before it, and the end of a session frames what is in it.
    """
    over = overruns(lines)
    days = dict.fromkeys(line.day for line in lines if line.starts and line.minutes)
    return [
        _day(day, [(line, over.get(place, 0)) for place, line in enumerate(lines) if line.day == day and line.starts])
        for day in days
    ]


def seats(record: Record) -> list[Seat]:
    """All members and whoever else is listed, those first from whom somebody is registered; observers where they came.

    A member and a delegation are the same where any of their names is.
    """
    came = {person.delegation_id for person in record.participants}
    sent = [one for one in record.delegations if one.kind != "secretariat"]
    there = {name for one in sent if one.id in came for name in _names(one)}
    listed = {name for one in sent for name in _names(one)}
    at_table = [one for one in record.members if one.status != "observer" or _names(one) & listed]
    found = [Seat(one.name, bool(_names(one) & there)) for one in at_table]
    known = {name for one in at_table for name in _names(one)}
    found += [Seat(one.name, one.id in came) for one in sent if not _names(one) & known]
    return sorted(found, key=lambda seat: not seat.taken)


def registrations(record: Record, today: dt.date) -> Registrations | None:
    """The persons registered day by day up to the meeting; None while no day of registration is known.

    Those whose day is not known were there from the beginning.
    """
    dated = Counter(one.registered_on for one in record.participants if one.registered_on)
    if not dated:
        return None
    first = min(dated)
    last = max(record.meeting.start, max(dated), first + dt.timedelta(days=1))
    number = len(record.participants) - sum(dated.values())
    steps: list[tuple[int, int]] = []
    for day in sorted(dated):
        number += dated[day]
        steps.append(((day - first).days, number))
    week = sum(count for day, count in dated.items() if dt.timedelta() <= today - day < dt.timedelta(days=7))
    lately = f"{week} in the last 7 days" if week else ""
    words = f"{some(number, 'person')} since {written(first)}"
    return Registrations(first, last, steps, f"{words}, {lately}" if lately else words, lately)


def countdown(meeting: Meeting, today: dt.date) -> str:
    """Where the meeting stands in time: "In 17 days", "Day 2 of 3", "Ended 3 days ago"."""
    last = meeting.end or meeting.start
    if today < meeting.start:
        ahead = (meeting.start - today).days
        return "Tomorrow" if ahead == 1 else f"In {ahead} days"
    if today > last:
        past = (today - last).days
        if past > LONG_AGO:
            return f"Ended in {MONTHS[last.month - 1]} {last.year}"
        return "Ended yesterday" if past == 1 else f"Ended {past} days ago"
    length = (last - meeting.start).days + 1
    return f"Day {(today - meeting.start).days + 1} of {length}" if length > 1 else "Today"


# ---- inner ----
def _day(day: dt.date, lines: Sequence[tuple[Line, int]]) -> Day:
    """A day from its lines, each with the minutes it takes too long."""
    parts: list[Part] = []
    spare = 0  # what the last item leaves free of its session
    for line, over in lines:
        if line.opens and spare > 0:
            parts.append((spare, "gap"))
        if line.gap > 0 and parts:
            parts.append((line.gap, "gap"))
        if line.has_own_time:
            parts.append((line.minutes or 0, "item" if line.item.kind in (None, "item") else "break"))
            spare = line.spare
        if over:
            parts = _with_over(parts, over)
    if spare > 0:
        parts.append((spare, "gap"))
    first, last = lines[0][0].starts, max((line.ends for line, _ in lines if line.ends), default=None)
    begins, ends = f"{first:%H:%M}" if first else "", f"{last:%H:%M}" if last else ""
    beyond, free = (sum(minutes for minutes, kind in parts if kind == wanted) for wanted in ("over", "gap"))
    return Day(day, [part for part in parts if part[0]], begins, ends, beyond, free)


def _with_over(parts: Sequence[Part], over: int) -> list[Part]:
    """The parts with their last minutes marked as beyond the frame."""
    kept, left = list(parts), over
    while kept and left > 0:
        minutes, kind = kept.pop()
        if minutes > left:
            kept.append((minutes - left, kind))
        left -= min(minutes, left)
    return [*kept, (over - left, "over")]


def _hours(minutes: int) -> str:
    """A length of time, as short as it can be read: "35 min", "4 h", "4 h 55"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def _names(one: Member | Delegation) -> set[str]:
    wished = one.wished_name if isinstance(one, Delegation) else None
    return {name.casefold() for name in (one.name, one.official_name, wished) if name}
