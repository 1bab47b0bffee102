"""Removing a row with what hangs on it, through the session, so that undo brings all of it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, SQLModel, col

from bali_desk.domain.models import (
    AgendaItem,
    Delegation,
    Intervention,
    Mandate,
    Meeting,
    Outcome,
    Paper,
    Participant,
    Stored,
    WorkPlan,
    WorkPlanLine,
)
from bali_desk.store.names import naming_at

OUTLIVES = {  # such a row stays, with the reference empty
    "agendaitem.lead_id",
    "agendaitem.session_id",
    "intervention.agenda_item_id",
    "intervention.delegation_id",
    "outcome.agenda_item_id",
    "participant.replaced_by_id",
}


def remove(session: Session, row: Stored) -> None:
    """Delete `row` and every row that belongs to it.

    Outcomes and interventions stay when their item goes, a person when her replacement goes, an item when its session
    or its chair goes. References by handle are cleared; a presenter or delegation that is deleted stays by name.
    """
    if isinstance(row, Delegation):
        _keep_speakers(session, row)
    for dependent, column in list(_dependents(session, row)):
        if f"{column.table.name}.{column.name}" in OUTLIVES:
            setattr(dependent, column.name, None)
        elif dependent in session and dependent not in session.deleted:  # a row may hang on two that go
            remove(session, dependent)
    _forget_handle(session, row)
    session.delete(row)


def _keep_speakers(session: Session, delegation: Delegation) -> None:
    """Interventions of a delegation that goes say by name whose they were."""
    for one in session.scalars(select(Intervention).where(col(Intervention.delegation_id) == delegation.id)):
        one.speaker = ", ".join(part for part in (delegation.name, one.speaker) if part)


def _dependents(session: Session, row: Stored) -> Iterator[tuple[Stored, Any]]:
    table = row.__table__  # type: ignore[attr-defined]
    for mapper in SQLModel._sa_registry.mappers:
        for column in mapper.local_table.c:
            if any(key.column.table is table for key in column.foreign_keys):
                for dependent in session.scalars(select(mapper.class_).where(column == row.id)):
                    yield dependent, column


def _forget_handle(session: Session, row: Stored) -> None:
    if isinstance(row, Paper):
        _drop(session, AgendaItem, row, "papers")
        _drop(session, Outcome, row, "papers")
    elif isinstance(row, WorkPlanLine):
        _drop(session, Outcome, row, "fulfils")
    elif isinstance(row, Outcome):
        _forget_answer(session, row)
    elif isinstance(row, Participant):
        _drop(session, AgendaItem, row, "presenters", naming_at(session, row.meeting_id).printed(row))


def _forget_answer(session: Session, outcome: Outcome) -> None:
    """An outcome that goes answers no mandate of its body any more."""
    body_id = session.get_one(Meeting, outcome.meeting_id).body_id
    for mandate in session.scalars(select(Mandate).where(col(Mandate.body_id) == body_id)):
        if outcome.handle in mandate.answered_by:
            mandate.answered_by = [handle for handle in mandate.answered_by if handle != outcome.handle]


def _drop(
    session: Session,
    model: type[AgendaItem] | type[Outcome],
    row: Paper | WorkPlanLine | Participant,
    name: str,
    instead: str | None = None,
) -> None:
    """Take the handle of `row` out of the list `name` of its meeting's records, or put `instead` in its place."""
    holders: Iterable[AgendaItem | Outcome] = session.scalars(select(model))
    for holder in holders:
        listed: list[str] = getattr(holder, name)
        if row.handle in listed and _same_meeting(session, holder, row):
            kept = [instead if handle == row.handle else handle for handle in listed]
            setattr(holder, name, [handle for handle in kept if handle])


def _same_meeting(session: Session, holder: AgendaItem | Outcome, row: Paper | WorkPlanLine | Participant) -> bool:
    if isinstance(row, WorkPlanLine):
        return session.get_one(WorkPlan, row.plan_id).meeting_id == holder.meeting_id
    return row.meeting_id == holder.meeting_id
