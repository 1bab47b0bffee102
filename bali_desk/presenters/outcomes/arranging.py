"""Where an outcome stands: its place within its agenda item, and which item it belongs to."""

from __future__ import annotations

from sqlmodel import Session

from bali_desk.domain.models import Outcome
from bali_desk.presenters import places
from bali_desk.store.records import next_sequence, read_record


def move(session: Session, outcome_id: int, by: int) -> None:
    """Move an outcome up or down among those of its agenda item."""
    moving = session.get_one(Outcome, outcome_id)
    everything = read_record(session, moving.meeting_id).outcomes
    ours = [outcome for outcome in everything if outcome.agenda_item_id == moving.agenda_item_id]
    held = sorted(outcome.sequence for outcome in ours)
    if len(set(held)) < len(held):  # as an import may leave them
        places.number(everything)
        held = sorted(outcome.sequence for outcome in ours)
    for place, outcome in zip(held, places.moved(ours, outcome_id, by), strict=True):
        if outcome.sequence != place:
            outcome.sequence = place


def move_to_item(session: Session, outcome_id: int, item_id: int | None) -> None:
    """Give an outcome to another agenda item, after those it has."""
    outcome = session.get_one(Outcome, outcome_id)
    if outcome.agenda_item_id != item_id:
        outcome.agenda_item_id = item_id
        outcome.sequence = next_sequence(session, Outcome, meeting_id=outcome.meeting_id)
