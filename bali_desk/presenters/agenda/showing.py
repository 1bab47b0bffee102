"""Works out from the record what the agenda page shows."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from bali_desk.domain.agenda import Line, overruns
from bali_desk.domain.clock import WallClock
from bali_desk.domain.dates import MONTHS
from bali_desk.domain.models import AgendaItem, Meeting, MeetingSession, Paper
from bali_desk.presenters.agenda.moves import DEEPEST
from bali_desk.presenters.agenda.rows import (
    AgendaRow,
    AgendaShown,
    Caption,
    DayFoot,
    DayHead,
    DayShown,
    ItemShown,
    PaperShown,
    SessionHead,
    day_label,
    meeting_days,
)

NEW_SESSION = "new"
HALF_HOUR = 30


def agenda_shown(
    lines: Sequence[Line],
    meeting: Meeting,
    names: Mapping[str, str],
    leads: Mapping[int, str],
    folded: Collection[int] = (),
) -> AgendaShown:
    """The rows of the table with captions between them, and the days to scale."""
    rows = list(_rows(lines, WallClock(meeting.time_zone), names, leads))
    days = sorted({*meeting_days(meeting), *(row.day for row in rows)})
    return AgendaShown(
        tuple(_with_captions(lines, rows, folded)),
        tuple(rows),
        tuple(_day_shown(day, [row for row in rows if row.day == day], WallClock(meeting.time_zone)) for day in days),
        tuple(leads.values()),
        sum(row.over for row in rows),
        sum(row.free + row.spare for row in rows),
        any(row.starts for row in rows),
        len(fixed_beyond_first(lines)),
    )


def item_shown(
    line: Line,
    meeting: Meeting,
    sessions: Mapping[int, MeetingSession],
    names: Mapping[str, str],
    papers: Sequence[PaperShown],
    handles: Mapping[str, int],
) -> ItemShown:
    """Everything of one item, for the fields below the table; `handles` gives the papers' keys."""
    item = line.item
    by_key = {paper.key: paper for paper in papers}
    within = f"in {line.session.name}" if line.session and not line.opens else "none"
    opened = [(str(key), f"begins {session_label(one)}") for key, one in sessions.items()]
    return ItemShown(
        key=item.id or 0,
        number=line.number,
        title=item.title or "",
        kind=item.kind or "item",
        purpose=item.purpose or "",
        restricted=item.restricted,
        day=line.day.isoformat(),
        days=tuple((day.isoformat(), day_label(day)) for day in sorted({*meeting_days(meeting), line.day})),
        session=str(line.session.id) if line.session and line.opens else "",
        sessions=(("", within), *opened, (NEW_SESSION, "begins a new session")),
        start=item.start or "",
        flowing_start=_clock(line.starts),
        end=item.end or "",
        flowing_end=_clock(line.ends),
        presenters=presenters_text(item, names),
        annotation=item.annotation or "",
        chair_notes=item.chair_notes or "",
        papers=tuple(by_key[handles[handle]] for handle in item.papers if handle in handles),
    )


def takes_sub_items(line: Line) -> bool:
    """Whether there may be sub-items under it: breaks have none, and the agenda goes no deeper than three levels."""
    return line.depth < DEEPEST and line.item.kind != "break"


def paper_shown(paper: Paper, file: str = "") -> PaperShown:
    """A paper as plain text; `file` is the name of its file."""
    return PaperShown(
        key=paper.id or 0,
        symbol=paper.symbol or "",
        revision=paper.revision or "",
        title=paper.title or "",
        submitted_by=paper.submitted_by or "",
        purpose=paper.purpose or "",
        status=paper.status or "",
        restricted=paper.restricted,
        file=file,
    )


def presenters_text(item: AgendaItem, names: Mapping[str, str]) -> str:
    """The presenters of an item, persons by name, between semicolons."""
    return "; ".join(names.get(one, one) for one in item.presenters)


def session_label(session: MeetingSession) -> str:
    """A session with its hours: "Morning session, 26 May 09:00–12:30"."""
    hours = "–".join(part for part in (session.start, session.end) if part)
    return f"{session.name}, {session.day.day} {MONTHS[session.day.month - 1]} {hours}".rstrip()


def fixed_beyond_first(lines: Sequence[Line]) -> list[AgendaItem]:
    """The items whose clock times are held by hand, leaving out the start that each day's clock begins with."""
    held: list[AgendaItem] = []
    begun: set[dt.date] = set()
    for line in lines:
        if line.item.end or (line.item.start and line.day in begun):
            held.append(line.item)
        if line.starts is not None:
            begun.add(line.day)
    return held


# ---- rows ----
def _rows(
    lines: Sequence[Line], clock: WallClock, names: Mapping[str, str], leads: Mapping[int, str]
) -> Iterator[AgendaRow]:
    over, twice = overruns(lines), _twice(lines)
    midnights = {day: clock.at(day, "00:00") for day in {line.day for line in lines}}
    above = [0, 0, 0, 0]  # who leads on each level
    begun: set[dt.date] = set()
    for place, line in enumerate(lines):
        item, midnight = line.item, midnights[line.day]
        lead = item.lead_id or (above[line.depth - 1] if line.depth else 0)
        above[line.depth :] = [lead] * (len(above) - line.depth)
        kind = item.kind or "item"
        beyond = over.get(place, 0)
        yield AgendaRow(
            key=item.id or 0,
            depth=line.depth,
            number=line.number,
            title=item.title or "",
            kind=kind,
            lead=leads.get(lead, "") if kind != "break" else "",
            leads_by_parent=not item.lead_id,
            presenters=presenters_text(item, names),
            papers=len(item.papers),
            minutes="" if line.minutes is None else str(line.minutes),
            starts=_clock(line.starts),
            ends=_clock(line.ends),
            day=line.day,
            is_parent=line.is_parent,
            takes_sub_items=takes_sub_items(line),
            restricted=item.restricted,
            own_number=item.no or "",
            own_minutes="" if item.minutes is None else str(item.minutes),
            own_start=item.start or "",
            pinned=bool(item.start) and line.day in begun,
            has_own_time=line.has_own_time,
            lacks_presenter=kind == "item" and not line.is_parent and not item.presenters,
            number_twice=place in twice,
            over=beyond,
            over_from=_clock(clock.later(line.ends, -beyond)) if beyond and line.ends else "",
            free=max(line.gap, 0),
            spare=max(line.spare, 0),
            from_minute=None if line.starts is None else clock.between(midnight, line.starts),
            to_minute=None if line.ends is None else clock.between(midnight, line.ends),
        )
        if line.starts is not None and (line.item.start or not line.is_parent):
            begun.add(line.day)


def _twice(lines: Sequence[Line]) -> set[int]:
    """Where a number stands that stands elsewhere too; letters are told apart by what they stand under."""
    whose = [(line.item.parent_id if line.depth > 1 else None, line.number) for line in lines]
    often = Counter(whose)
    return {place for place, one in enumerate(whose) if one[1] and often[one] > 1}


def _clock(moment: dt.datetime | None) -> str:
    return f"{moment:%H:%M}" if moment else ""


# ---- captions ----
def _with_captions(
    lines: Sequence[Line], rows: Sequence[AgendaRow], folded: Collection[int]
) -> Iterator[AgendaRow | Caption]:
    several = len({row.day for row in rows}) > 1
    hiding: int | None = None  # the level whose sub-items are folded away
    for place, (line, row) in enumerate(zip(lines, rows, strict=True)):
        begins = place == 0 or rows[place - 1].day != row.day
        if begins and place:
            yield from _foot(rows, rows[place - 1].day)
        if begins and several:
            yield DayHead(row.day, day_label(row.day))
        if line.opens and line.session:
            hours = "–".join(part for part in (line.session.start, line.session.end) if part)
            yield SessionHead(row.day, f"{line.session.name}  {hours}".rstrip(), line.session.id or 0)
        if hiding is not None and row.depth > hiding:
            continue
        hiding = row.depth if row.key in folded else None
        yield _folded(rows, place) if hiding is not None else row
    if rows:
        yield from _foot(rows, rows[-1].day)


def _folded(rows: Sequence[AgendaRow], place: int) -> AgendaRow:
    """A row that also says what its hidden sub-items would."""
    row, last = rows[place], place + 1
    while last < len(rows) and rows[last].depth > row.depth:
        last += 1
    below = rows[place + 1 : last]
    return replace(row, hidden=len(below), over=row.over + sum(one.over for one in below))


def _foot(rows: Sequence[AgendaRow], day: dt.date) -> Iterator[DayFoot]:
    of_day = [row for row in rows if row.day == day]
    timed = [row for row in of_day if row.to_minute is not None and row.has_own_time]
    if timed:
        used = sum(int(row.minutes or 0) for row in timed)
        free = sum(row.free + row.spare for row in of_day)
        yield DayFoot(day, f"Ends {timed[-1].ends}, {_hours(used)} in all", sum(row.over for row in of_day), free)


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " ".join(
        part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "") if part
    )


# ---- days ----
def _day_shown(day: dt.date, rows: Sequence[AgendaRow], clock: WallClock) -> DayShown:
    begins = [row.from_minute for row in rows if row.from_minute is not None]
    ends = [row.to_minute for row in rows if row.to_minute is not None]
    ticks: list[tuple[int, str]] = []
    if begins and ends:
        midnight = clock.at(day, "00:00")
        first = min(begins) // HALF_HOUR * HALF_HOUR
        last = min(-(-max(ends) // HALF_HOUR) * HALF_HOUR, first + 48 * 60)
        marks = range(first, max(last, first + HALF_HOUR) + 1, HALF_HOUR)
        ticks = [(minute, f"{clock.later(midnight, minute):%H:%M}") for minute in marks]
    return DayShown(day, day_label(day), sum(row.over for row in rows), tuple(ticks))
