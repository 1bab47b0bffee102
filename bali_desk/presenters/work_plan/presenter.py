"""What the page Work plan shows and does: the plan over the meetings of a body, its mandates, its recommendations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Protocol

from bali_desk.domain.letters import plain_letters
from bali_desk.domain.models import Body, Mandate, Meeting, Outcome, WorkPlan, WorkPlanLine
from bali_desk.domain.work_plan import FollowUp
from bali_desk.presenters import typed
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.finding import Finder
from bali_desk.presenters.work_plan.lines import TableLines
from bali_desk.presenters.work_plan.mandates import MandatesList
from bali_desk.presenters.work_plan.rolling import RollOver, RollShown
from bali_desk.presenters.work_plan.rows import (
    Answer,
    MandateRow,
    PlanShown,
    RecommendationRow,
    answers_of,
    mandate_rows,
    plan_shown,
    recommendation_rows,
)
from bali_desk.store.desk import Desk
from bali_desk.store.follow_up import read_follow_up
from bali_desk.store.history import Step

SHOWN = (Body, Meeting, Outcome, Mandate, WorkPlan, WorkPlanLine)
FOUND = 30  # outcomes offered at once


class WorkPlanView(Protocol):
    """What the presenter may ask of the page."""

    def show_plan(self, plan: PlanShown, roll_over: str) -> None:
        """Show the plan, and what may be carried over; an empty `roll_over` where nothing can."""

    def show_roll_over(self, shown: RollShown | None) -> None:
        """Show what goes and what stays."""

    def show_mandates(self, rows: Sequence[MandateRow]) -> None:
        """Show the mandates from above."""

    def show_recommendations(self, rows: Sequence[RecommendationRow]) -> None:
        """Show what was recommended upward."""


class WorkPlanPresenter:
    """Reads the desk when it is looked at, and again after a change of what it shows."""

    def __init__(
        self,
        desk: Desk,
        view: WorkPlanView,
        ask: Ask,
        meeting_id: int,
        today: Callable[[], dt.date] = dt.date.today,
    ) -> None:
        self._desk, self._view, self._meeting_id, self._today = desk, view, meeting_id, today
        self._follow_up: FollowUp | None = None
        self._answers: list[Answer] = []
        self._finder: Finder[Answer] = Finder(lambda one: plain_letters(f"{one.text} {one.heading}"))
        self._looked_at = self._rolls = False
        self.lines = TableLines(desk, ask, meeting_id)
        self.mandates = MandatesList(desk, ask, meeting_id)
        self.roll_over = RollOver(desk, ask, lambda: self._follow_up, meeting_id, self._show_roll_over)
        self.leave = desk.listen(self._on_change)

    def show(self) -> None:
        """The page is looked at: read what is not read yet."""
        self._looked_at = True
        if self._follow_up is None:
            self._read()

    def hide(self) -> None:
        """The page is no longer looked at: what changes is read when it is again."""
        self._looked_at = False

    def find(self, asked: str) -> Sequence[Answer]:
        """Outcomes of the body in which every word asked for stands, the latest meeting first; none for no word."""
        return self._finder.found(asked)[:FOUND] if asked.strip() else ()

    def note(self, outcome_id: int, became: str) -> None:
        """Keep what became of a recommendation."""
        value = typed.words(became)
        with self._desk.change("Note what became of it", merge=(Outcome, outcome_id, "became")) as session:
            outcome = session.get(Outcome, outcome_id)
            if outcome is not None and outcome.became != value:
                outcome.became = value

    # ---- inner ----
    def _on_change(self, step: Step) -> None:
        if not step.touches(*SHOWN):
            return
        self._follow_up = None
        if self._looked_at:
            self._read()

    def _read(self) -> None:
        with self._desk.reading() as session:
            self._follow_up = read_follow_up(session, self._meeting_id)
        if self._follow_up is None:
            return  # it was just deleted; the window moves on to another
        self._answers = answers_of(self._follow_up)
        self._finder.over(self._answers)
        self._view.show_plan(plan_shown(self._follow_up, self._meeting_id), self.roll_over.words)
        self._view.show_mandates(mandate_rows(self._follow_up.mandates, self._answers))
        self._view.show_recommendations(recommendation_rows(self._follow_up, self._today()))
        self._show_roll_over()

    def _show_roll_over(self) -> None:
        self._view.show_roll_over(self.roll_over.shown())
