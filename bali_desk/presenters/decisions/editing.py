"""What is changed in the register itself, each change one step that undo takes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bali_desk.domain.models import Action, Outcome
from bali_desk.presenters import typed
from bali_desk.store.desk import Desk
from bali_desk.store.records import next_sequence

ACTION_FIELDS: Mapping[str, Callable[[str], Any]] = {"text": typed.words, "owner": typed.words, "due": typed.day}


class Edits:
    """Writes to the outcomes and actions of any meeting."""

    def __init__(self, desk: Desk, meeting_id: int) -> None:
        self._desk, self._meeting_id = desk, meeting_id

    def number(self, outcome_id: int, text: str) -> None:
        """Give a decision its number, or take it away."""
        with self._desk.change("Change number of decision") as session:
            outcome = session.get(Outcome, outcome_id)
            if outcome is not None:
                outcome.number = typed.words(text)

    def decision_status(self, outcome_ids: Sequence[int], status: str) -> None:
        """Say how decisions stand; an empty status says nothing of them."""
        with self._desk.change("Change status of decision") as session:
            for key in outcome_ids:
                outcome = session.get(Outcome, key)
                if outcome is not None:
                    outcome.status = status or None

    def action_status(self, action_ids: Sequence[int], status: str) -> None:
        """Say how actions stand, at every meeting that follows them."""
        with self._desk.change("Change status of action") as session:
            for key in action_ids:
                action = session.get(Action, key)
                if action is not None:
                    action.status = status

    def action(self, action_id: int, field: str, text: str) -> None:
        """Keep the text, owner or due date of an action; raises DeskError where it is no date."""
        value = ACTION_FIELDS[field](text)
        with self._desk.change("Edit action") as session:
            action = session.get(Action, action_id)
            if action is not None:
                setattr(action, field, value)

    def add_action(self) -> int:
        """A new action of the open meeting that follows from no outcome; its id."""
        with self._desk.change("Add action") as session:
            place = next_sequence(session, Action, meeting_id=self._meeting_id)
            action = Action(meeting_id=self._meeting_id, sequence=place, status="open")
            session.add(action)
            session.flush()
            key = action.id
        assert key is not None
        return key
