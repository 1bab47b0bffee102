"""What follows from a meeting: how an action stands on a day, and which rows of several meetings are one action.

The day it is comes from whoever asks; nothing here looks at the clock.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal, Protocol, TypeVar

from bali_desk.domain.succession import is_open

SOON = 7  # days before its due date in which an action is due soon
DECISION_STATES = ("in force", "implemented", "superseded")
ACTION_STATES = ("open", "done", "superseded")

Standing = Literal["overdue", "soon", "open", "closed"]


class Followed(Protocol):
    """An action as it stands at one meeting."""

    @property
    def body_id(self) -> int:
        """Whose meeting it is."""

    @property
    def meeting_id(self) -> int:
        """At which meeting it stands."""

    @property
    def handle(self) -> str:
        """What it is called at every meeting that follows it."""

    @property
    def outcome_id(self) -> int | None:
        """The outcome it follows from; None where it was taken along from an earlier meeting."""

    @property
    def text(self) -> str | None:
        """What is to be done."""


Row = TypeVar("Row", bound=Followed)


def standing(status: str | None, due: dt.date | None, today: dt.date) -> Standing:
    """How an action with this status and due date stands: only one that goes on can be overdue or due soon."""
    if not is_open(status):
        return "closed"
    if due is None:
        return "open"
    left = (due - today).days
    return "overdue" if left < 0 else "soon" if left <= SOON else "open"


def when_due(status: str | None, due: dt.date | None, today: dt.date) -> str:
    """ "overdue by 12 days", "due today", "due in 5 days"; empty where it is neither overdue nor due soon."""
    how = standing(status, due, today)
    if due is None or how not in ("overdue", "soon"):
        return ""
    left = (due - today).days
    if left < 0:
        return f"overdue by {_days(-left)}"
    return "due today" if not left else "due tomorrow" if left == 1 else f"due in {_days(left)}"


def same_actions(rows: Iterable[Row]) -> list[list[Row]]:
    """The rows of every action together, its latest first; `rows` come with the latest meeting first.

    An action that a new meeting took along keeps its handle. Meeting files may use a handle twice for different
    things, so a row is the same action only where the later one says the same, or follows from no outcome of its own.
    """
    made: list[list[Row]] = []
    last: dict[tuple[int, str], list[Row]] = {}
    for row in rows:
        group = last.get((row.body_id, row.handle))
        if group is not None and _took_along(group[-1], row):
            group.append(row)
        else:
            made.append(group := [row])
            last[row.body_id, row.handle] = group
    return made


def _took_along(later: Followed, earlier: Followed) -> bool:
    return later.meeting_id != earlier.meeting_id and (later.outcome_id is None or later.text == earlier.text)


def _days(number: int) -> str:
    return f"{number:,} day{'' if number == 1 else 's'}"
