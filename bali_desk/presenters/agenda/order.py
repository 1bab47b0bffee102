"""Adding, moving and removing agenda items; numbers, days and times follow."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from sqlmodel import Session, col, func, select

from bali_desk.domain.agenda import Line
from bali_desk.domain.models import AgendaItem, Outcome
from bali_desk.presenters.agenda import moves as agenda_moves
from bali_desk.presenters.agenda.input import short
from bali_desk.presenters.agenda.moves import Place, Plan
from bali_desk.presenters.agenda.rows import AgendaRow, takes_sub_items
from bali_desk.presenters.agenda.state import AgendaState
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
        plan = self._plan()
        at = agenda_moves.branch(plan, after).stop if line and after is not None else len(plan)
        return self._add(f"Add {kind}", kind, parent, plan, at)

    def add_under(self, parent: int) -> int | None:
        """A new item, the last under this one; None where the agenda goes no deeper."""
        line = self._state.line(parent)
        if line is None or not takes_sub_items(line):
            return None
        plan = self._plan()
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
        """Move the item one place up (-1) or down (1)."""
        self._move("Move agenda item", lambda plan: agenda_moves.step(plan, key, way))

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
        day = lines[at - 1].day if 0 < at <= len(lines) else None
        if isinstance(target, AgendaRow) and (line := self._state.line(target.key)):
            parent, before = line.item.parent_id, line.item.id
            self._move("Move agenda item", lambda plan: agenda_moves.put(plan, key, parent, before, line.day))
            return
        before = next((line.key for line in lines[at:] if isinstance(line, AgendaRow)), None)
        self._move("Move agenda item", lambda plan: agenda_moves.put(plan, key, None, before, day))

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

    def _plan(self) -> Plan:
        return agenda_moves.plan_of(self._state.lines)

    def _move(self, label: str, moved: Callable[[Plan], Plan]) -> None:
        plan = self._plan()
        after = moved(plan)
        if after != plan:
            with self._desk.change(label) as session:
                self._write(session, after)

    def _write(self, session: Session, plan: Plan) -> None:
        ours = select(AgendaItem).where(col(AgendaItem.meeting_id) == self._state.meeting_id)
        agenda_moves.write(plan, session.exec(ours).all(), self._state.meeting.start)

    def _add(self, label: str, kind: str, parent: int | None, plan: Plan, at: int) -> int:
        depth = 0 if parent is None else plan[agenda_moves.branch(plan, parent).start].depth + 1
        day = plan[at - 1].day if at else self._state.meeting.start
        begun = ("new agenda item", next(self._beginnings))
        with self._desk.change(label, merge=begun) as session:
            item = AgendaItem(meeting_id=self._state.meeting_id, parent_id=parent, kind=kind, sequence=at)
            session.add(item)
            session.flush()
            assert item.id is not None
            self._write(session, [*plan[:at], Place(item.id, parent, depth, day), *plan[at:]])
        self._begun[item.id] = begun
        return item.id

    def _remove(self, line: Line, label: str, merge: object = None) -> None:
        plan = self._plan()
        assert line.item.id is not None
        gone = agenda_moves.branch(plan, line.item.id)
        with self._desk.change(label, merge) as session:
            remove(session, session.get_one(AgendaItem, line.item.id))
            session.flush()
            self._write(session, plan[: gone.start] + plan[gone.stop :])

    def _loss(self, line: Line) -> str:
        """What would be lost with the item, as a question; empty where nothing would."""
        assert line.item.id is not None
        plan = self._plan()
        keys = [place.key for place in plan[agenda_moves.branch(plan, line.item.id)]]
        with self._desk.reading() as session:
            outcomes = session.exec(select(func.count()).where(col(Outcome.agenda_item_id).in_(keys))).one()
        below = len(keys) - 1
        if not below and not outcomes:
            return ""
        also = f" with its {_counted(below, 'sub-item')}" if below else ""
        left = f" {_counted(outcomes, 'outcome')} will stay without an item." if outcomes else ""
        return f"Delete “{short(line.item.title or line.number or 'this item')}”{also}?{left}"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
