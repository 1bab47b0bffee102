"""Adding an agenda that was copied in Word, Excel or a mail: its levels, numbers, times and presenters are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from bali_desk.domain.agenda import counted
from bali_desk.domain.clock import WallClock
from bali_desk.domain.models import AgendaItem
from bali_desk.exchange.pasted_agenda.marks import place_of
from bali_desk.exchange.pasted_agenda.reading import Entry, Found, read_agenda
from bali_desk.presenters.agenda import moves as agenda_moves
from bali_desk.presenters.agenda.input import presenters_from, short
from bali_desk.presenters.agenda.moves import DEEPEST, Place, Plan
from bali_desk.presenters.agenda.rows import counted as in_words
from bali_desk.presenters.agenda.state import AgendaState
from bali_desk.presenters.agenda.writing import write
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.telling import told
from bali_desk.store.desk import Desk


@dataclass(frozen=True)
class Where:
    """Where pasted items go: under this parent, from this place of the order on."""

    parent: int | None
    depth: int
    at: int
    day: dt.date
    session: int | None


class AgendaPaste:
    """One paste is one undo step, and says in the foot what was added where."""

    def __init__(self, desk: Desk, ask: Ask, state: AgendaState) -> None:
        self._desk = desk
        self._ask = ask
        self._state = state

    @told
    def paste(self, html: str, text: str, after: int | None) -> int | None:
        """Add what was copied after this item and all under it, at its level; gives the first, None for nothing."""
        found = read_agenda(html, text, self._state.meeting.start)
        if not found.entries:
            self._ask.tell("Nothing to paste: copy the lines of an agenda in Word or Excel first.")
            return None
        plan, where = self._state.plan(), self._where(after)
        entries = list(_fitting(found.entries, where.depth))
        with self._desk.change("Paste agenda") as session:
            made = self._add(session, entries, where)
            after_it = [*plan[: where.at], *made, *plan[where.at :]]
            self._put(session, after_it, made)
        self._ask.tell(self._report(found, entries, after))
        return made[0].key

    # ---- inner ----
    def _where(self, after: int | None) -> Where:
        line, plan = self._state.line(after), self._state.plan()
        if line is None or after is None:
            last = plan[-1] if plan else Place(0, None, 0, self._state.meeting.start)
            return Where(None, 0, len(plan), last.day, last.session)
        at = agenda_moves.branch(plan, after).stop
        near = plan[at - 1]
        return Where(line.item.parent_id, line.depth, at, near.day, near.session)

    def _add(self, session: Session, entries: Sequence[Entry], where: Where) -> Plan:
        """The new rows, with their places in the order; where they stand in it is written after."""
        handles = {name.casefold(): handle for handle, name in self._state.names.items()}
        numbers, starts = self._numbers(entries, where), self._starts(entries, where)
        made: Plan = []
        above: list[int | None] = [where.parent]
        day, within = where.day, where.session
        for entry, number, start in zip(entries, numbers, starts, strict=True):
            item = AgendaItem(
                meeting_id=self._state.meeting_id,
                parent_id=above[entry.level],
                no=number,
                title=entry.title or None,
                kind=entry.kind,
                start=start,
                minutes=entry.minutes,
                presenters=[one for name in entry.presenters for one in presenters_from(name, handles)],
                annotation=entry.annotation or None,
            )
            session.add(item)
            session.flush()
            if entry.day and entry.day != day:
                day, within = entry.day, None
            depth = where.depth + entry.level
            made.append(Place(item.id or 0, item.parent_id, depth, day, entry.kind == "break", within))
            above[entry.level + 1 :] = [item.id]
        return made

    def _put(self, session: Session, plan: Plan, made: Plan) -> None:
        write(session, self._state.changes(plan, made=[session.get_one(AgendaItem, one.key) for one in made]))

    def _numbers(self, entries: Sequence[Entry], where: Where) -> list[str | None]:
        """The numbers to keep by hand: none where counting gives the same, by itself or in this place."""
        alone = _by_hand(entries, [0, 0, 0, 0], ["", "", "", ""])
        if not any(alone):
            return alone
        counters, prefixes = [0, 0, 0, 0], ["", "", "", ""]
        above = self._state.line(where.parent)
        prefixes[0] = above.number if above else ""
        for line in self._state.lines[: where.at]:
            if line.item.parent_id == where.parent:
                _number, counters[0] = counted(line.item.no, line.item.kind, prefixes[0], line.depth, counters[0])
        return _by_hand(entries, counters, prefixes, where.depth)

    def _starts(self, entries: Sequence[Entry], where: Where) -> list[str | None]:
        """The starts to fix: those that do not follow from what stands before."""
        clock, reached = WallClock(self._state.meeting.time_zone), self._reached(where)
        kept: list[str | None] = []
        for place, entry in enumerate(entries):
            if entry.day is not None and entry.day != where.day:
                reached = None
            follows = entry.start is not None and reached is not None and f"{reached:%H:%M}" == entry.start
            kept.append(None if follows else entry.start)
            if entry.start and not follows:
                reached = clock.at(entry.day or where.day, entry.start, reached)
            below = place + 1 < len(entries) and entries[place + 1].level > entry.level
            if reached is not None and not (below and entries[place + 1].minutes):
                reached = clock.later(reached, entry.minutes or 0)
        return kept

    def _reached(self, where: Where) -> dt.datetime | None:
        """The time the programme has come to where the items go in."""
        before = self._state.lines[where.at - 1] if where.at else None
        return before.ends if before and before.day == where.day else None

    def _report(self, found: Found, entries: Sequence[Entry], after: int | None) -> str:
        line = self._state.line(after)
        place = f" after “{short(line.item.title or line.number)}”" if line else ""
        breaks = sum(entry.kind == "break" for entry in entries)
        parts = [f"{in_words(len(entries), 'item')} pasted{place}"]
        if breaks:
            parts[0] += f", {in_words(breaks, 'break')} among them"
        if found.left_out:
            parts.append(f"left out what stood before the first: “{short(' '.join(found.left_out))}”")
        return "; ".join(parts) + "."


def _fitting(entries: Sequence[Entry], depth: int) -> Iterator[Entry]:
    """The items with levels that the agenda has: no level is jumped over, none is too deep, none is under a break."""
    last, under_break = -1, False
    for entry in entries:
        level = min(entry.level, last + 1, DEEPEST - depth)
        if under_break and level > last:
            level = last
        yield replace(entry, level=max(level, 0))
        last, under_break = max(level, 0), entry.kind == "break"


def _by_hand(entries: Sequence[Entry], counters: list[int], prefixes: list[str], depth: int = 0) -> list[str | None]:
    """The numbers that counting on from here does not give by itself."""
    kept: list[str | None] = []
    for entry in entries:
        level = entry.level
        number, counter = counted(None, entry.kind, prefixes[level], depth + level, counters[level])
        same = (
            not entry.number or entry.number == number or (_plain(entry.number) and counter in place_of(entry.number))
        )
        kept.append(None if same else entry.number)
        number, counters[level] = counted(kept[-1], entry.kind, prefixes[level], depth + level, counters[level])
        prefixes[level + 1 : level + 2] = [number]
        counters[level + 1 : level + 2] = [0]
    return kept


def _plain(number: str) -> bool:
    """Whether it says its own place only, not that of what it stands under."""
    return "." not in number
