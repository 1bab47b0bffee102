"""The line of the road that reminds of actions: those of all meetings of the body, not of this one alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from bali_desk.domain.dates import written
from bali_desk.domain.follow_up import SOON, standing
from bali_desk.domain.succession import is_open
from bali_desk.presenters.numbers import some
from bali_desk.presenters.overview.steps import RoadStep


class Task(Protocol):
    """An action, as far as the road tells of it."""

    @property
    def status(self) -> str | None:
        """Open, done, superseded."""

    @property
    def due(self) -> dt.date | None:
        """The day by which it is to be done."""

    @property
    def owner(self) -> str | None:
        """Who is to do it."""


def reminder(tasks: Sequence[Task], body_id: int | None, today: dt.date) -> RoadStep | None:
    """What is overdue and what is due soon; None where nobody was ever given anything to do.

    Its button leads to the page of decisions and actions, to those it speaks of.
    """
    if not tasks:
        return None
    name, page = "Actions", "decisions"
    waiting = sorted((one for one in tasks if is_open(one.status)), key=lambda one: one.due or dt.date.max)
    if not waiting:
        return RoadStep(page, name, "done", f"{some(len(tasks), 'action')}, all done")
    stand = [standing(one.status, one.due, today) for one in waiting]
    late, soon, first = stand.count("overdue"), stand.count("soon"), waiting[0]
    if late or soon:
        missing = f"First due {written(first.due)}: {first.owner or 'no owner'}"
        step = RoadStep(page, name, "part", _words(late, soon, len(waiting)), "warning", missing, "See what is due")
        if late:
            step = replace(step, state="late", ink="error", action="See what is overdue")
        return replace(step, item=f"{'overdue' if late else 'soon'}:{body_id}")
    words = f"{len(waiting)} of {some(len(tasks), 'action')} open"
    missing = f"Next due {written(first.due)}" if first.due else "None has a date"
    return RoadStep(page, name, "part", words, "soft", missing, "See the actions", item=f"open:{body_id}")


def _words(late: int, soon: int, waiting: int) -> str:
    parts = (
        f"{some(late, 'action')} overdue" if late else "",
        f"{soon if late else some(soon, 'action')} due within {SOON} days" if soon else "",
        f"{waiting} open",
    )
    return " · ".join(part for part in parts if part)
