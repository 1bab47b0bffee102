"""Adding, moving and removing agenda items; numbers, days and times follow."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from sqlmodel import col, func, select

from bali_desk.domain.agenda import Line
from bali_desk.domain.clock import WallClock
from bali_desk.domain.models import AgendaItem, Outcome
from bali_desk.presenters.agenda import moves as agenda_moves
from bali_desk.presenters.agenda.dropping import DayDrop
from bali_desk.presenters.agenda.input import short
from bali_desk.presenters.agenda.moves import Place, Plan, place_of
from bali_desk.presenters.agenda.rows import AgendaRow, counted
from bali_desk.presenters.agenda.showing import takes_sub_items
from bali_desk.presenters.agenda.state import AgendaState
from bali_desk.presenters.agenda.writing import NEW, write
from bali_desk.presenters.ask import Ask
from bali_desk.store.desk import Desk
from bali_desk.store.removal import remove


class AgendaOrder:
    """Every action is one undo step. A move that cannot be made changes nothing."""

    def __init__(self, desk: Desk, ask: Ask, state: AgendaState) -> None:
        self._desk = desk
        self._ask = ask
        self._state = state
        self._begun: dict[int, object] = {}  # new items, and the undo step they were begun in
        self._beginnings = count()

    def add(self, kind: str, after: int | None) -> int:
        """A new item or break after this one and all under it, at its level; at the end where none is given."""
        line = self._state.line(after)
        parent = line.item.parent_id if line else None
        plan = self._state.plan()
        at = agenda_moves.branch(plan, after).stop if line and after is not None else len(plan)
        return self._add(f"Add {kind}", kind, parent, plan, at)

    def add_under(self, parent: int) -> int | None:
        """A new item, the last under this one; None where the agenda goes no deeper."""
        line = self._state.line(parent)
        if line is None or not takes_sub_items(line):
            return None
        plan = self._state.plan()
        return self._add("Add sub-item", "item", parent, plan, agenda_moves.branch(plan, parent).stop)

    def drop_empty(self, key: int) -> bool:
        """Take away an item that was just begun and left without a word; whether it was."""
        line = self._state.line(key)
        if key not in self._begun or line is None or line.is_parent:
            return False
        item = line.item
        if item.title or item.minutes or item.presenters or item.papers or item.annotation or item.chair_notes:
            return False
        self._remove(line, "Remove empty item", self._begun.pop(key))
        return True

    def indent(self, key: int) -> None:
        """Make the item a sub-item of the one before it."""
        self._move("Indent item", lambda plan: agenda_moves.indent(plan, key))

    def outdent(self, key: int) -> None:
        """Bring the item one level up."""
        self._move("Outdent item", lambda plan: agenda_moves.outdent(plan, key))

    def move(self, key: int, way: int) -> None:
        """Move the item one place up (-1) or down (1), over the edge of its session or day at the end."""
        self._move("Move agenda item", lambda plan: agenda_moves.step(plan, key, way, self._state.blocks()))

    def drop(self, key: int, at: int, onto: bool) -> None:
        """Put the item where it was dropped: onto the line at this place of the table, or above that line."""
        lines = self._state.shown.lines
        target = lines[at] if at < len(lines) else None
        if onto and isinstance(target, AgendaRow):
            under = target.key
            if self._is_break(under):  # onto a break is after it
                self.drop(key, at + 1, onto=False)
                return
            self._move("Move agenda item", lambda plan: agenda_moves.put(plan, key, under, None))
            return
        if isinstance(target, AgendaRow) and (line := self._state.line(target.key)):
            parent, before, block = line.item.parent_id, line.item.id, place_of(line).block
            self._move("Move agenda item", lambda plan: agenda_moves.put(plan, key, parent, before, block))
            return
        last = self._state.line(next((row.key for row in reversed(lines[:at]) if isinstance(row, AgendaRow)), None))
        follows = self._state.line(next((row.key for row in lines[at:] if isinstance(row, AgendaRow)), None))
        parent, before = (follows.item.parent_id, follows.item.id) if follows else (None, None)
        near = place_of(last).block if last else None
        self._move("Move agenda item", lambda plan: agenda_moves.put(plan, key, parent, before, near))

    def drop_on_day(self, key: int, drop: DayDrop) -> None:
        """Put the item where it was dropped on the day to scale: in the order, or at a time of its own."""
        plan = self._state.plan()
        after = agenda_moves.between(plan, key, drop.above, drop.below, drop.with_above)
        if drop.start is None:
            self._move("Move agenda item", lambda _plan: after)
            return
        line = self._state.line(key)
        if line is None:
            return
        clock = WallClock(self._state.meeting.time_zone)
        start = clock.later(clock.at(line.day, "00:00"), drop.start)
        with self._desk.change("Set start of item") as session:
            write(session, self._state.changes(after))
            item = session.get_one(AgendaItem, key)
            if item.end:
                item.end, item.minutes = None, line.minutes
            item.start = f"{start:%H:%M}"

    def delete(self, key: int) -> None:
        """Delete an item, after asking where sub-items or outcomes hang on it."""
        line = self._state.line(key)
        if line is None:
            return
        question = self._loss(line)
        if not question or self._ask.confirm(question, "Delete item"):
            self._remove(line, "Delete agenda item")

    # ---- inner ----
    def _is_break(self, key: int) -> bool:
        line = self._state.line(key)
        return line is not None and line.item.kind == "break"

    def _move(self, label: str, moved: Callable[[Plan], Plan]) -> None:
        plan = self._state.plan()
        after = moved(plan)
        if after != plan:
            with self._desk.change(label) as session:
                write(session, self._state.changes(after))

    def _add(self, label: str, kind: str, parent: int | None, plan: Plan, at: int) -> int:
        depth = 0 if parent is None else plan[agenda_moves.branch(plan, parent).start].depth + 1
        day, within = plan[at - 1].block if at else (self._state.meeting.start, None)
        begun = ("new agenda item", next(self._beginnings))
        new = Place(NEW, parent, depth, day, session=within)
        found = self._state.changes([*plan[:at], new, *plan[at:]])
        with self._desk.change(label, merge=begun) as session:
            item = AgendaItem(meeting_id=self._state.meeting_id, kind=kind, **found[NEW])
            session.add(item)
            write(session, found)
            session.flush()
            assert item.id is not None
        self._begun[item.id] = begun
        return item.id

    def _remove(self, line: Line, label: str, merge: object = None) -> None:
        plan = self._state.plan()
        assert line.item.id is not None
        gone = agenda_moves.branch(plan, line.item.id)
        with self._desk.change(label, merge) as session:
            remove(session, session.get_one(AgendaItem, line.item.id))
            session.flush()
            write(session, self._state.changes(plan[: gone.start] + plan[gone.stop :]))

    def _loss(self, line: Line) -> str:
        """What would be lost with the item, as a question; empty where nothing would."""
        assert line.item.id is not None
        plan = self._state.plan()
        keys = [place.key for place in plan[agenda_moves.branch(plan, line.item.id)]]
        with self._desk.reading() as session:
            outcomes = session.exec(select(func.count()).where(col(Outcome.agenda_item_id).in_(keys))).one()
        below = len(keys) - 1
        if not below and not outcomes:
            return ""
        also = f" with its {counted(below, 'sub-item')}" if below else ""
        left = f" {counted(outcomes, 'outcome')} will stay without an item." if outcomes else ""
        return f"Delete “{short(line.item.title or line.number or 'this item')}”{also}?{left}"
