"""What the agenda page is shown: plain rows. No Qt, no desk."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bali_desk.domain.dates import MONTHS
from bali_desk.domain.models import Meeting
from bali_desk.domain.papers import full_symbol

KINDS = ("item", "break", "ceremony")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONGEST_MEETING = 31  # days
PURPOSES = ("information", "discussion", "decision")


@dataclass(frozen=True)
class AgendaRow:
    """One line of the agenda table. Times count in real minutes after midnight of its day."""

    key: int
    depth: int
    number: str
    title: str
    kind: str
    lead: str
    leads_by_parent: bool  # the co-chair is that of the item above
    presenters: str
    papers: int
    minutes: str
    starts: str
    ends: str
    day: dt.date
    is_parent: bool
    takes_sub_items: bool
    restricted: bool
    own_number: str  # set by hand, else empty
    own_minutes: str
    own_start: str
    pinned: bool  # its start is fixed beyond the one the day's clock begins with
    has_own_time: bool  # stands as a block of its own on the day, and its minutes may be changed
    lacks_presenter: bool
    number_twice: bool
    over: int  # minutes it runs over the fixed start of what follows, or over the end of its session
    over_from: str  # the clock time it runs over
    free: int  # minutes free before its fixed start
    spare: int  # minutes free after it until its session ends
    from_minute: int | None
    to_minute: int | None
    hidden: int = 0  # sub-items folded away under it

    @property
    def remark(self) -> str:
        """What is to be said of it beside its title."""
        if self.over:
            return f"{self.over} min over"
        parts = (
            "number stands twice" if self.number_twice else "",
            "restricted" if self.restricted else "",
            f"{self.free} min free before" if self.free else "",
            f"{self.spare} min free after" if self.spare else "",
            counted(self.hidden, "sub-item") if self.hidden else "",
        )
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True)
class Caption:
    """A line of the table that is no item: it can be neither chosen nor typed into."""

    day: dt.date
    label: str


@dataclass(frozen=True)
class DayHead(Caption):
    """The line above the items of a day, where a meeting has several."""


@dataclass(frozen=True)
class SessionHead(Caption):
    """The line above the first item of a session."""

    session: int


@dataclass(frozen=True)
class DayFoot(Caption):
    """The line below the items of a day with clock times: when it ends, and what is over or free."""

    over: int
    free: int

    @property
    def remark(self) -> str:
        """Minutes over and free, in words."""
        parts = (f"{self.over} min over" if self.over else "", f"{self.free} min free" if self.free else "")
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True)
class DayShown:
    """A day as it is drawn to scale."""

    day: dt.date
    label: str
    over: int
    ticks: tuple[tuple[int, str], ...]  # each half hour: minutes after midnight, and what the clock shows

    def wall(self, minute: int) -> str:
        """What the clock shows so many minutes after midnight."""
        known, words = max((tick for tick in self.ticks if tick[0] <= minute), default=(0, "00:00"))
        shown = int(words[:2]) * 60 + int(words[3:]) + minute - known
        return f"{shown // 60 % 24:02}:{shown % 60:02}"


@dataclass(frozen=True)
class AgendaShown:
    """The agenda as a whole."""

    lines: tuple[AgendaRow | Caption, ...]  # the table's, without what is folded away
    rows: tuple[AgendaRow, ...]  # every item
    days: tuple[DayShown, ...]  # of the meeting, and any other an item falls on
    leads: tuple[str, ...]  # short names of the co-chairs
    over: int
    free: int
    has_clock: bool  # whether any item has a clock time
    fixed: int  # items with a start or end of their own, beyond the first of each day and session


@dataclass(frozen=True)
class PaperShown:
    """A paper of the meeting."""

    key: int
    symbol: str
    revision: str
    title: str
    submitted_by: str
    purpose: str
    status: str
    restricted: bool
    file: str  # the name of its file; empty where there is none

    @property
    def label(self) -> str:
        """Symbol, revision and title in one line."""
        symbol = full_symbol(self.symbol, self.revision)
        return "  ".join(part for part in (symbol, self.title) if part) or "Paper without a title"


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
    session: str  # key of the session it opens; empty for none
    sessions: tuple[tuple[str, str], ...]  # value, label
    start: str
    flowing_start: str
    end: str
    flowing_end: str
    presenters: str
    annotation: str
    chair_notes: str
    papers: tuple[PaperShown, ...]


def meeting_days(meeting: Meeting) -> list[dt.date]:
    """The days of a meeting; of one longer than a month only its first."""
    length = ((meeting.end or meeting.start) - meeting.start).days
    within = 0 <= length <= _LONGEST_MEETING
    return [meeting.start + dt.timedelta(days=n) for n in range(length + 1)] if within else [meeting.start]


def day_label(day: dt.date) -> str:
    """A day as the field writes it: "Friday 26 May"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def counted(number: int, thing: str) -> str:
    """So many things in words: "1 item", "3 items"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
