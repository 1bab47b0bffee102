"""Outcomes and actions of every meeting of the desk, as plain columns: four queries, however many there are."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from sqlalchemy import String, cast, func, select
from sqlmodel import Session, col

from bali_desk.domain.models import Action, AgendaItem, Body, Meeting, Outcome
from bali_desk.store.plain_rows import plain_rows


class StoredMeeting(NamedTuple):
    """What tells a meeting in a list over all of them."""

    id: int
    body_id: int
    body: str
    ordinal: int | None
    title: str | None
    city: str | None
    start: str  # YYYY-MM-DD


class StoredItem(NamedTuple):
    """An agenda item, as far as its number and its secrecy go."""

    id: int
    meeting_id: int
    parent_id: int | None
    no: str | None
    title: str | None
    kind: str | None
    restricted: bool


class StoredOutcome(NamedTuple):
    """An outcome; lists and the higher body are the text they are kept as, JSON."""

    id: int
    handle: str
    meeting_id: int
    agenda_item_id: int | None
    number: str | None
    subject: str | None
    verb: str | None
    text: str | None
    points: str
    public: bool
    fulfils: str
    recommended_to: str | None
    status: str | None


class StoredAction(NamedTuple):
    """An action as it stands at one meeting."""

    id: int
    handle: str
    meeting_id: int
    outcome_id: int | None
    text: str | None
    owner: str | None
    due: dt.date | None
    status: str | None
    body_id: int


class FollowUp(NamedTuple):
    """Everything that may have to be followed up: the latest meeting first, each list in the order of its meeting."""

    meetings: dict[int, StoredMeeting]
    items: list[StoredItem]
    outcomes: list[StoredOutcome]
    actions: list[StoredAction]


_LISTS = ("points", "fulfils", "recommended_to")


def read_follow_up(session: Session) -> FollowUp:
    """Outcomes, actions, agenda items and meetings of the whole desk."""
    of_meeting: list[Any] = [
        Meeting.id,
        Meeting.body_id,
        func.coalesce(Body.short, Body.name),
        Meeting.ordinal,
        Meeting.title,
        func.coalesce(Meeting.city, Meeting.country),
        cast(Meeting.start, String),
    ]
    meetings = (
        select(*of_meeting)
        .join(Body, col(Meeting.body_id) == col(Body.id))
        .order_by(col(Meeting.start).desc(), col(Meeting.id).desc())
    )
    items = select(*[getattr(AgendaItem, name) for name in StoredItem._fields]).order_by(
        col(AgendaItem.meeting_id), col(AgendaItem.sequence), col(AgendaItem.id)
    )
    columns = [
        cast(getattr(Outcome, name), String) if name in _LISTS else getattr(Outcome, name)
        for name in StoredOutcome._fields
    ]
    outcomes = select(*columns).order_by(col(Outcome.meeting_id), col(Outcome.sequence), col(Outcome.id))
    return FollowUp(
        {row[0]: StoredMeeting._make(row) for row in plain_rows(session, meetings)},
        list(map(StoredItem._make, plain_rows(session, items))),
        list(map(StoredOutcome._make, plain_rows(session, outcomes))),
        read_actions(session),
    )


def read_actions(session: Session, body_id: int | None = None) -> list[StoredAction]:
    """The actions of every meeting, of the desk or of one body, the latest meeting first."""
    columns = [getattr(Action, name) for name in StoredAction._fields[:6]]
    ours = (
        select(*columns, cast(Action.due, String), col(Action.status), col(Meeting.body_id))
        .join(Meeting, col(Action.meeting_id) == col(Meeting.id))
        .order_by(col(Meeting.start).desc(), col(Meeting.id).desc(), col(Action.sequence), col(Action.id))
    )
    if body_id is not None:
        ours = ours.where(col(Meeting.body_id) == body_id)
    return [_dated(StoredAction._make(row)) for row in plain_rows(session, ours)]


def _dated(action: StoredAction) -> StoredAction:
    """With its due date as one: the driver gives the text that is kept."""
    due: Any = action.due
    return action._replace(due=dt.date.fromisoformat(due)) if due else action
