"""What the agenda page shows: plain rows, worked out from the record. No Qt, no desk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bali_desk.domain.agenda import Line
from bali_desk.domain.dates import MONTHS
from bali_desk.domain.models import AgendaItem, Meeting, Paper
from bali_desk.presenters.agenda.moves import DEEPEST

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KINDS = ("item", "break", "ceremony")
PURPOSES = ("information", "discussion", "decision")


@dataclass(frozen=True)
class AgendaRow:
    """One line of the agenda table. Times count in minutes after midnight of its day."""

    key: int
    depth: int
    number: str
    title: str
    kind: str
    presenters: str
    papers: int
    minutes: str
    starts: str
    day: dt.date
    is_parent: bool
    takes_sub_items: bool
    restricted: bool
    own_number: str  # set by hand, else empty
    own_minutes: str
    own_start: str
    lacks_presenter: bool
    over: int  # minutes it runs over the fixed start of what follows
    free: int  # minutes free before its fixed start
    from_minute: int | None
    to_minute: int | None

    @property
    def remark(self) -> str:
        """What is to be said of it beside its title."""
        if self.over:
            return f"{self.over} min over"
        free = f"{self.free} min free before" if self.free else ""
        return " · ".join(part for part in ("restricted" if self.restricted else "", free) if part)


@dataclass(frozen=True)
class DayHead:
    """The line above the items of a day, where a meeting has several."""

    day: dt.date
    label: str


@dataclass(frozen=True)
class AgendaShown:
    """The agenda as a whole."""

    lines: tuple[AgendaRow | DayHead, ...]
    days: tuple[DayHead, ...]
    over: int
    free: int
    has_clock: bool  # whether any item has a clock time
    fixed: int  # items with a start or end of their own, beyond the first of each day

    @property
    def rows(self) -> tuple[AgendaRow, ...]:
        """The items without the day heads."""
        return tuple(line for line in self.lines if isinstance(line, AgendaRow))


@dataclass(frozen=True)
class PaperShown:
    """A paper of the meeting."""

    key: int
    symbol: str
    title: str
    submitted_by: str
    purpose: str
    status: str
    restricted: bool

    @property
    def label(self) -> str:
        """Symbol and title in one line."""
        return "  ".join(part for part in (self.symbol, self.title) if part) or "Paper without a title"


@dataclass(frozen=True)
class ItemShown:
    """Everything of the chosen item."""

    key: int
    number: str
    title: str
    kind: str
    purpose: str
    restricted: bool
    day: str  # YYYY-MM-DD
    days: tuple[tuple[str, str], ...]  # value, label
    start: str
    flowing_start: str
    end: str
    flowing_end: str
    presenters: str
    annotation: str
    chair_notes: str
    papers: tuple[PaperShown, ...]


def agenda_shown(lines: Sequence[Line], names: Mapping[str, str]) -> AgendaShown:
    """The rows of the table, with a head above each day where there are several."""
    over = _overruns(lines)
    rows = [_row(line, over.get(place, 0), names) for place, line in enumerate(lines)]
    days = tuple(DayHead(day, day_label(day)) for day in dict.fromkeys(row.day for row in rows))
    shown: list[AgendaRow | DayHead] = []
    for row, before in zip(rows, [None, *rows], strict=False):
        if len(days) > 1 and (before is None or before.day != row.day):
            shown.append(DayHead(row.day, day_label(row.day)))
        shown.append(row)
    return AgendaShown(
        tuple(shown),
        days,
        sum(row.over for row in rows),
        sum(row.free for row in rows),
        any(row.starts for row in rows),
        len(fixed_beyond_first(lines)),
    )


def item_shown(line: Line, days: Sequence[dt.date], names: Mapping[str, str], papers: Sequence[Paper]) -> ItemShown:
    """Everything of one item, for the fields below the table."""
    item = line.item
    by_handle = {paper.handle: paper for paper in papers}
    return ItemShown(
        key=item.id or 0,
        number=line.number,
        title=item.title or "",
        kind=item.kind or "item",
        purpose=item.purpose or "",
        restricted=item.restricted,
        day=line.day.isoformat(),
        days=tuple((day.isoformat(), day_label(day)) for day in sorted({*days, line.day})),
        start=item.start or "",
        flowing_start=_clock(line.starts),
        end=item.end or "",
        flowing_end=_clock(line.ends),
        presenters=presenters_text(item, names),
        annotation=item.annotation or "",
        chair_notes=item.chair_notes or "",
        papers=tuple(paper_shown(by_handle[handle]) for handle in item.papers if handle in by_handle),
    )


def takes_sub_items(line: Line) -> bool:
    """Whether there may be sub-items under it: breaks have none, and the agenda goes no deeper than three levels."""
    return line.depth < DEEPEST and line.item.kind != "break"


def paper_shown(paper: Paper) -> PaperShown:
    """A paper as plain text."""
    return PaperShown(
        key=paper.id or 0,
        symbol=paper.symbol or "",
        title=paper.title or "",
        submitted_by=paper.submitted_by or "",
        purpose=paper.purpose or "",
        status=paper.status or "",
        restricted=paper.restricted,
    )


def presenters_text(item: AgendaItem, names: Mapping[str, str]) -> str:
    """The presenters of an item, persons by name, between semicolons."""
    return "; ".join(names.get(one, one) for one in item.presenters)


def meeting_days(meeting: Meeting) -> list[dt.date]:
    """The days of a meeting; of one longer than a month only its first."""
    length = ((meeting.end or meeting.start) - meeting.start).days
    return [meeting.start + dt.timedelta(days=n) for n in range(length + 1)] if 0 <= length <= 31 else [meeting.start]


def day_label(day: dt.date) -> str:
    """A day as the field writes it: "Friday 26 May"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


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


def _overruns(lines: Sequence[Line]) -> dict[int, int]:
    """By place of the line that takes too long, how many minutes."""
    over: dict[int, int] = {}
    last: int | None = None
    for place, line in enumerate(lines):
        if last is not None and line.gap < 0 and lines[last].day == line.day:
            over[last] = -line.gap
        if not line.is_parent:
            last = place
    return over


def _row(line: Line, over: int, names: Mapping[str, str]) -> AgendaRow:
    item = line.item
    kind = item.kind or "item"
    return AgendaRow(
        key=item.id or 0,
        depth=line.depth,
        number=line.number,
        title=item.title or "",
        kind=kind,
        presenters=presenters_text(item, names),
        papers=len(item.papers),
        minutes="" if line.minutes is None else str(line.minutes),
        starts=_clock(line.starts),
        day=line.day,
        is_parent=line.is_parent,
        takes_sub_items=takes_sub_items(line),
        restricted=item.restricted,
        own_number=item.no or "",
        own_minutes="" if item.minutes is None else str(item.minutes),
        own_start=item.start or "",
        lacks_presenter=kind == "item" and not line.is_parent and not item.presenters,
        over=over,
        free=max(line.gap, 0),
        from_minute=_minute(line.starts, line.day),
        to_minute=_minute(line.ends, line.day),
    )


def _clock(moment: dt.datetime | None) -> str:
    return f"{moment:%H:%M}" if moment else ""


def _minute(moment: dt.datetime | None, day: dt.date) -> int | None:
    return None if moment is None else round((moment - dt.datetime.combine(day, dt.time())).total_seconds() / 60)
