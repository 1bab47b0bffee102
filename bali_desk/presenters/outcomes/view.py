"""What the Outcomes page must be able to show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bali_desk.presenters.outcomes.entry import Entry
from bali_desk.presenters.outcomes.language import Reading, Rung
from bali_desk.presenters.outcomes.rows import Choice, Heading, ItemRow, OutcomeRow
from bali_desk.presenters.outcomes.side_lists import PlanHead
from bali_desk.presenters.outcomes.words_known import WordsKnown
from bali_desk.presenters.side_list import SideRow


class OutcomesView(Protocol):
    """What the page must be able to show."""

    def show_items(self, rows: Sequence[ItemRow], chosen: int | None) -> None:
        """The agenda items, and which one is chosen."""

    def show_outcomes(self, heading: Heading, rows: Sequence[OutcomeRow], chosen: int | None) -> None:
        """The outcomes of the chosen item, and which one stands in the entry line."""

    def show_ladder(self, rungs: Sequence[Rung]) -> None:
        """The verbs, weak to strong."""

    def show_choices(self, known: WordsKnown, plan: Sequence[Choice], papers: Sequence[Choice]) -> None:
        """What may be completed or chosen."""

    def show_entry(self, entry: Entry) -> None:
        """What stands in the entry line now."""

    def show_reading(self, reading: Reading) -> None:
        """How the entry line will read."""

    def show_fault(self, field: str, sentence: str) -> None:
        """What is wrong with a field of the entry line; an empty sentence takes it back."""

    def show_lists(
        self,
        actions: Sequence[SideRow],
        plan: PlanHead,
        lines: Sequence[SideRow],
        events: Sequence[SideRow],
        interventions: Sequence[SideRow],
    ) -> None:
        """The actions, the work plan and the events of the meeting, and the interventions on the item in hand."""
