"""Decisions and actions of all meetings as plain rows, whose words are worked out when they are looked at."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bali_desk.domain.dates import written
from bali_desk.domain.follow_up import DECISION_STATES, same_actions, standing, when_due
from bali_desk.domain.item_numbers import item_numbers
from bali_desk.domain.letters import plain_letters
from bali_desk.drafting.decisions import Register, register_line
from bali_desk.presenters.meetings.rows import label
from bali_desk.presenters.typed import shown_day
from bali_desk.store.decisions import FollowUp, StoredAction, StoredItem, StoredMeeting, StoredOutcome

UNNUMBERED = (1,)  # sorts behind every number
_FIGURES = re.compile(r"(\d+)")


class MeetingShown:
    """A meeting as every row of it tells it, worked out once."""

    def __init__(self, stored: StoredMeeting) -> None:
        self.id, self.body_id, self.body, self.start = stored.id, stored.body_id, stored.body, stored.start
        self.words = ", ".join(filter(None, (f"{stored.body} {label(stored.ordinal, stored.title)}", stored.city)))
        self.day = written(stored.start)
        self.year = stored.start[:4]
        self.folded = plain_letters(f"{self.words} {self.day}")


@dataclass(frozen=True)
class Place:
    """Where an outcome stands: its meeting, and its agenda item with number and title."""

    meeting: MeetingShown
    order: tuple[int, int]  # among the meetings, the latest first, and on the agenda
    item: str  # "4.2  Materials"
    restricted: bool  # nothing of the item may be told


class DecisionRow:
    """An outcome of the register."""

    def __init__(self, outcome: StoredOutcome, place: Place) -> None:
        self.outcome, self.place, self.meeting = outcome, place, place.meeting
        self.key, self.status = outcome.id, outcome.status or ""
        self.number = outcome.number or ""
        self.private = not outcome.public or place.restricted
        self.number_twice = False  # another decision of the body has it too
        self.actions: list[ActionRow] = []

    @cached_property
    def text(self) -> str:
        """The sentence, its points behind it."""
        return line_of(self.outcome) or "Nothing recorded yet"

    @property
    def recommended_to(self) -> str:
        """The higher body it goes to, and when."""
        to = _json(self.outcome.recommended_to) or {}
        return ", ".join(part for part in (to.get("body"), to.get("when")) if part)

    @property
    def number_key(self) -> tuple[object, ...]:
        """Where its number stands: 2 before 10, those without one last."""
        if not self.number:
            return UNNUMBERED
        parts = _FIGURES.split(plain_letters(self.number))
        return (0, *((part, 0) if place % 2 == 0 else ("", int(part)) for place, part in enumerate(parts)))

    @property
    def detail(self) -> str:
        """What follows from it: whom it goes to, and every action with how it stands."""
        to = self.recommended_to
        return " · ".join([*([f"To {to}"] if to else []), *(action.brief for action in self.actions)])

    def words(self) -> str:
        """All that the find box looks in, folded."""
        own = f"{self.number} {self.text} {self.place.item} {self.status} {self.recommended_to}"
        return f"{plain_letters(own)} {self.meeting.folded}{' private' if self.private else ''}"


class ActionRow:
    """An action with all its rows: a new meeting that took it along has one of its own."""

    def __init__(
        self, rows: Sequence[StoredAction], place: MeetingShown, outcome: DecisionRow | None, today: dt.date
    ) -> None:
        latest = rows[0]
        self.action, self.meeting, self.outcome = latest, place, outcome
        self.key, self.keys = latest.id, tuple(one.id for one in rows)
        self.text, self.owner = latest.text or "", latest.owner or ""
        self.status = latest.status or "open"
        self.due = latest.due
        self.standing = standing(self.status, self.due, today)
        self.when_due = when_due(self.status, self.due, today)
        self.private = outcome is not None and outcome.private

    @property
    def brief(self) -> str:
        """Who is to do what by when, and how that stands: "Co-Chairs: send the plan (overdue by 12 days)"."""
        how = self.when_due or (
            self.status if self.standing == "closed" else self.due_words and f"due {self.due_words}"
        )
        return f"{self.owner or 'No owner'}: {self.text or 'an action'}" + (f" ({how})" if how else "")

    @property
    def detail(self) -> str:
        """What it follows from."""
        return f"Follows from: {self.follows}" if self.outcome else "Follows from no outcome"

    @property
    def due_words(self) -> str:
        """The date it is due."""
        return shown_day(self.due)

    @property
    def follows(self) -> str:
        """The outcome it follows from."""
        return self.outcome.text if self.outcome else ""

    @property
    def due_key(self) -> tuple[bool, dt.date]:
        """The earliest first, those without a date last."""
        return self.due is None, self.due or dt.date.max

    def words(self) -> str:
        """All that the find box looks in, folded."""
        own = f"{self.text} {self.owner} {self.due_words} {self.when_due} {self.status} {self.follows}"
        return f"{plain_letters(own)} {self.meeting.folded}{' private' if self.private else ''}"


@dataclass(frozen=True)
class Everything:
    """Both lists, and the bodies and years there are to choose from."""

    decisions: list[DecisionRow]
    actions: list[ActionRow]
    meetings: list[MeetingShown]


def everything(stored: FollowUp, register: Register, today: dt.date) -> Everything:
    """Decisions, the latest meeting first and by agenda; actions, the most pressing first."""
    meetings = {key: MeetingShown(one) for key, one in stored.meetings.items()}
    place_of = _places(stored, meetings)
    outcomes = {one.id: DecisionRow(one, place_of(one)) for one in stored.outcomes if one.meeting_id in meetings}
    decisions = [row for row in outcomes.values() if _is_decision(row.outcome, register)]
    decisions.sort(key=lambda row: row.place.order)  # and within an item as they were recorded
    actions = [
        ActionRow(rows, meetings[rows[0].meeting_id], outcomes.get(_outcome_of(rows) or 0), today)
        for rows in same_actions(stored.actions)
    ]
    for row in actions:
        if row.outcome is not None:
            row.outcome.actions.append(row)
    _mark_numbers_given_twice(decisions)
    actions.sort(key=lambda row: (row.standing == "closed", row.due_key))
    return Everything(decisions, actions, list(meetings.values()))


def line_of(outcome: StoredOutcome) -> str:
    """What an outcome says in one line."""
    points = _json(outcome.points) or () if outcome.points != "[]" else ()
    return register_line(outcome.subject, outcome.verb, outcome.text, points)


def next_state(status: str) -> str:
    """The status that follows when she presses Space on a decision: none, in force, implemented, superseded, none."""
    states = ("", *DECISION_STATES)
    return states[(states.index(status) + 1) % len(states)] if status in states else DECISION_STATES[0]


def _mark_numbers_given_twice(decisions: Sequence[DecisionRow]) -> None:
    first: dict[tuple[int, str], DecisionRow] = {}
    for row in decisions:
        if row.number and (other := first.setdefault((row.meeting.body_id, row.number), row)) is not row:
            row.number_twice = other.number_twice = True


def _is_decision(outcome: StoredOutcome, register: Register) -> bool:
    fulfils = () if outcome.fulfils == "[]" else _json(outcome.fulfils) or ()
    to = _json(outcome.recommended_to) if outcome.recommended_to else None
    return register.holds(outcome.verb, outcome.number, fulfils, to)


def _places(stored: FollowUp, meetings: dict[int, MeetingShown]) -> Callable[[StoredOutcome], Place]:
    numbers = item_numbers(stored.items)
    printed = {key: order for order, key in enumerate(numbers)}
    items = {item.id: item for item in stored.items}
    ordered = {key: order for order, key in enumerate(meetings)}
    known: dict[tuple[int, int | None], Place] = {}

    def place_of(outcome: StoredOutcome) -> Place:
        key = outcome.meeting_id, outcome.agenda_item_id
        if key not in known:
            item = items.get(outcome.agenda_item_id or 0)
            words = "  ".join(filter(None, (numbers.get(item.id, ""), item.title))) if item else ""
            order = ordered[outcome.meeting_id], printed.get(outcome.agenda_item_id or 0, len(printed))
            known[key] = Place(meetings[outcome.meeting_id], order, words, _is_restricted(item, items))
        return known[key]

    return place_of


def _is_restricted(item: StoredItem | None, items: dict[int, StoredItem]) -> bool:
    above: set[int] = set()
    while item is not None and item.id not in above:
        if item.restricted:
            return True
        above.add(item.id)
        item = items.get(item.parent_id or 0)
    return False


def _outcome_of(rows: Sequence[StoredAction]) -> int | None:
    return next((one.outcome_id for one in rows if one.outcome_id is not None), None)


def _json(text: str | None) -> dict[str, str | None] | None:
    return json.loads(text) if text else None
