"""What the register shows and does: every decision and every action of the desk, found, followed and handed on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Protocol

from bali_desk.domain.models import Action, AgendaItem, Body, Meeting, Outcome
from bali_desk.drafting.decisions import Register
from bali_desk.drafting.wording import load_verbs
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.decisions.choosing import (
    RegisterShown,
    Wanted,
    bodies_of,
    chosen_actions,
    chosen_decisions,
    statuses_of,
    years_of,
)
from bali_desk.presenters.decisions.editing import Edits
from bali_desk.presenters.decisions.exporting import export
from bali_desk.presenters.decisions.rows import ActionRow, DecisionRow, Everything, everything, next_state
from bali_desk.presenters.finding import Finder
from bali_desk.presenters.telling import told
from bali_desk.store.decisions import read_follow_up
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step

SHOWN = (Outcome, Action, AgendaItem, Meeting, Body)
PREPARED = 1_000  # rows made ready for finding in one pause


class DecisionsView(Protocol):
    """What the presenter may ask of the page."""

    def show_register(self, shown: RegisterShown) -> None:
        """Show these rows, and what there is to choose from."""


class DecisionsPresenter:
    """Reads the desk when it is first looked at, and again after a change of what it shows."""

    def __init__(
        self,
        desk: Desk,
        view: DecisionsView,
        ask: Ask,
        meeting_id: int,
        today: Callable[[], dt.date] = dt.date.today,
    ) -> None:
        self._desk, self._view, self._ask, self._today = desk, view, ask, today
        self._edits = Edits(desk, meeting_id)
        self._wanted = Wanted()
        self._there: Everything | None = None
        self._read_on: dt.date | None = None
        self._looked_at = False
        self._ready = 0
        self._decisions: Finder[DecisionRow] = Finder(DecisionRow.words)
        self._actions: Finder[ActionRow] = Finder(ActionRow.words)
        self.leave = desk.listen(self._on_change)

    # ---- looking ----
    @told
    def show(self, wanted: Wanted) -> None:
        """The page is looked at: show what is wanted, read anew where something changed or a day went by."""
        self._looked_at, self._wanted = True, wanted
        if self._there is None or self._read_on != self._today():
            self._read()
        self._choose()
        self._show()

    def hide(self) -> None:
        """The page is no longer looked at: what changes is read when it is again."""
        self._looked_at = False

    def want(self, wanted: Wanted) -> None:
        """Show another list, or other rows of it."""
        same = (wanted.view, wanted.body, wanted.status, wanted.year) == (
            self._wanted.view, self._wanted.body, self._wanted.status, self._wanted.year,
        )  # fmt: skip
        self._wanted = wanted
        if not same:  # with only the find box changed, finding goes on from what was found
            self._choose()
        self._show()

    def prepare(self) -> bool:
        """Make some more rows ready for finding; whether more is left."""
        there = self._there
        if there is None:
            return False
        self._finder().prepare(self._ready, self._ready + PREPARED)
        self._ready += PREPARED
        return self._ready < len(there.decisions if self._wanted.view == "decisions" else there.actions)

    # ---- decisions ----
    def number(self, row: DecisionRow, text: str) -> None:
        """Keep the number of a decision."""
        self._edits.number(row.key, text)

    @told
    def next_status(self, rows: Sequence[DecisionRow]) -> None:
        """Move decisions on to the status that follows that of the first."""
        if rows:
            self.set_decisions(rows, next_state(rows[0].status))

    @told
    def set_decisions(self, rows: Sequence[DecisionRow], status: str) -> None:
        """Say how decisions stand."""
        self._edits.decision_status([row.key for row in rows], status)

    # ---- actions ----
    def edit_action(self, row: ActionRow, field: str, text: str) -> None:
        """Keep the text, owner or due date; raises DeskError where it is no date."""
        self._edits.action(row.key, field, text)

    @told
    def toggle_done(self, rows: Sequence[ActionRow]) -> None:
        """Mark actions done, or open again where the first is done."""
        if rows:
            self.set_actions(rows, "open" if rows[0].status == "done" else "done")

    @told
    def set_actions(self, rows: Sequence[ActionRow], status: str) -> None:
        """Say how actions stand, at every meeting that follows them."""
        self._edits.action_status([key for row in rows for key in row.keys], status)

    @told
    def add_action(self) -> int:
        """A new action of the open meeting; its id."""
        return self._edits.add_action()

    # ---- out ----
    @told
    def export(self, rows: Sequence[DecisionRow] | Sequence[ActionRow], kind: str, with_private: bool) -> None:
        """Write the rows as they stand on the page as "xlsx" or "csv"."""
        what = "decision" if self._wanted.view == "decisions" else "action"
        export(self._ask, rows, what, kind, with_private)

    # ---- inner ----
    @told
    def _on_change(self, step: Step) -> None:
        if not step.touches(*SHOWN):
            return
        if not self._looked_at:
            self._there = None
            return
        self._read()
        self._choose()
        self._show()

    def _read(self) -> None:
        register = Register(load_verbs())
        with self._desk.reading() as session:
            stored = read_follow_up(session)
        self._read_on = self._today()
        self._there = everything(stored, register, self._read_on)

    def _choose(self) -> None:
        if self._there is None:
            return
        if self._wanted.view == "decisions":
            self._decisions.over(chosen_decisions(self._there, self._wanted))
        else:
            self._actions.over(chosen_actions(self._there, self._wanted))
        self._ready = 0

    def _finder(self) -> Finder[DecisionRow] | Finder[ActionRow]:
        return self._decisions if self._wanted.view == "decisions" else self._actions

    def _show(self) -> None:
        there, wanted = self._there, self._wanted
        if there is None:
            return
        rows = self._finder().found(wanted.asked)
        self._view.show_register(
            RegisterShown(
                wanted,
                rows,
                len(there.decisions if wanted.view == "decisions" else there.actions),
                len(there.decisions),
                len(there.actions),
                sum(row.standing == "overdue" for row in there.actions),
                sum(row.private for row in rows),
                bodies_of(there),
                statuses_of(there, wanted.view),
                years_of(there),
            )
        )
