"""The page Work plan: the plan of a body over its meetings, mandates from above, recommendations upward."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QWidget

from bali_desk.gui import forms
from bali_desk.gui.look import Look
from bali_desk.gui.plain import one_line
from bali_desk.gui.work_plan.mandates_part import MandatesPart
from bali_desk.gui.work_plan.plan_part import PlanPart
from bali_desk.gui.work_plan.recommendations_part import RecommendationsPart
from bali_desk.presenters.work_plan.rows import counted

if TYPE_CHECKING:
    from bali_desk.presenters.work_plan.presenter import WorkPlanPresenter
    from bali_desk.presenters.work_plan.rolling import RollShown
    from bali_desk.presenters.work_plan.rows import Answer, MandateRow, PlanShown, RecommendationRow

Part = PlanPart | MandatesPart | RecommendationsPart


class WorkPlanPage(QWidget):
    """Three views behind three chips, all of the body of the open meeting."""

    plan_chip: QPushButton
    mandates_chip: QPushButton
    recommendations_chip: QPushButton
    body_label: QLabel
    parts: QStackedWidget

    outcome_wanted = Signal(int, str)  # a meeting, and an outcome's handle at it

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "work_plan_page")
        self._presenter: WorkPlanPresenter | None = None
        self._mandates: Sequence[MandateRow] = ()
        self._recommendations: Sequence[RecommendationRow] = ()
        self.plan = PlanPart(look, self.parts)
        self.mandates = MandatesPart(look, self.parts)
        self.recommendations = RecommendationsPart(look, self.parts)
        self._parts: list[Part] = [self.plan, self.mandates, self.recommendations]
        chips = (self.plan_chip, self.mandates_chip, self.recommendations_chip)
        for part, chip in zip(self._parts, chips, strict=True):
            self.parts.addWidget(part)
            part.outcome_wanted.connect(self._go)
            chip.clicked.connect(lambda _on=False, part=part: self._bring_to_front(part))

    def attach(self, presenter: WorkPlanPresenter) -> None:
        """Hands on to this presenter from now on."""
        if self._presenter is not None:
            self._presenter.leave()
        self._presenter = presenter
        for part in self._parts:
            part.attach(presenter)
        if self.isVisible():
            presenter.show()

    def save(self) -> bool:
        """Keeps what is being typed on any of the three."""
        return all([part.save() for part in self._parts])

    def showEvent(self, event: QShowEvent) -> None:
        """Reads when it is looked at."""
        super().showEvent(event)
        if self._presenter is not None:
            self._presenter.show()
        self._parts[self.parts.currentIndex()].table.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is in front."""
        super().hideEvent(event)
        if self._presenter is not None:
            self._presenter.hide()

    # ---- what the presenter shows ----
    def show_plan(self, plan: PlanShown, roll_over: str) -> None:
        """The plan over the meetings."""
        self.body_label.setText(one_line(plan.whose))
        self.plan.show_plan(plan, roll_over)

    def show_roll_over(self, shown: RollShown | None) -> None:
        """What goes over to the next plan."""
        self.plan.show_roll_over(shown)

    def show_mandates(self, rows: Sequence[MandateRow]) -> None:
        """What was directed from above."""
        self._mandates = rows
        self.mandates.show_mandates(rows)
        self._count()

    def show_recommendations(self, rows: Sequence[RecommendationRow]) -> None:
        """What was recommended upward."""
        self._recommendations = rows
        self.recommendations.show_recommendations(rows)
        self._count()

    # ---- inner ----
    def _bring_to_front(self, part: Part) -> None:
        self.save()
        self.parts.setCurrentWidget(part)
        part.table.setFocus()

    def _count(self) -> None:
        open_ones, late = counted(self._mandates, self._recommendations)
        self.mandates_chip.setText(" · ".join(part for part in ("Mandates", open_ones) if part))
        self.recommendations_chip.setText(" · ".join(part for part in ("Recommendations", late) if part))

    def _go(self, answer: Answer) -> None:
        self.outcome_wanted.emit(answer.meeting_id, answer.handle)
