"""What the officer wants to see of the register, and what there is to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bali_desk.domain.follow_up import ACTION_STATES, DECISION_STATES, SOON
from bali_desk.presenters.decisions.rows import ActionRow, DecisionRow, Everything
from bali_desk.presenters.numbers import some

View = Literal["decisions", "actions"]
Choices = list[tuple[str, str]]  # value and words; the first, with an empty value, leaves nothing out
UNSAID, OVERDUE, DUE_SOON = "-", "overdue", "soon"  # values of the choice of status that are no status


@dataclass(frozen=True)
class Wanted:
    """One of the two lists, and what of it. `body` is an id in words, `year` four figures; empty leaves nothing out."""

    view: View = "decisions"
    asked: str = ""
    body: str = ""
    status: str = ""
    year: str = ""


@dataclass(frozen=True)
class RegisterShown:
    """The page as a whole. `rows` are of the list that is wanted."""

    wanted: Wanted
    rows: Sequence[DecisionRow] | Sequence[ActionRow]
    of: int  # how many the whole list has
    decisions: int
    actions: int
    overdue: int
    private: int  # among the rows shown
    bodies: Choices
    statuses: Choices
    years: Choices


def bodies_of(there: Everything) -> Choices:
    """The bodies that meet, by name."""
    names = {str(one.body_id): one.body for one in there.meetings}
    return [("", "All bodies"), *sorted(names.items(), key=lambda one: one[1].casefold())]


def years_of(there: Everything) -> Choices:
    """The years of meetings, the latest first."""
    return [("", "All years"), *((year, year) for year in sorted({one.year for one in there.meetings}, reverse=True))]


def statuses_of(there: Everything, view: View) -> Choices:
    """What a status may be, with every other one that was given."""
    if view == "decisions":
        other = sorted({row.status for row in there.decisions} - {"", *DECISION_STATES})
        named = [(one, _capital(one)) for one in (*DECISION_STATES, *other)]
        return [("", "Any status"), (UNSAID, "No status yet"), *named]
    other = sorted({row.status for row in there.actions} - set(ACTION_STATES))
    pressing = [(OVERDUE, "Overdue"), (DUE_SOON, f"Due within {SOON} days")]
    return [("", "Any status"), *pressing, *((one, _capital(one)) for one in (*ACTION_STATES, *other))]


def counts_of(shown: RegisterShown) -> str:
    """How many rows are shown, of how many, and how many of them are private: "3 of 12 decisions · 1 private"."""
    number = some(shown.of, "decision" if shown.wanted.view == "decisions" else "action")
    words = number if len(shown.rows) == shown.of else f"{len(shown.rows)} of {number}"
    return f"{words} · {shown.private} private" if shown.private else words


def chosen_decisions(there: Everything, wanted: Wanted) -> list[DecisionRow]:
    """The decisions of the body, the status and the year that are wanted."""
    status = "" if wanted.status == UNSAID else wanted.status
    return [
        row
        for row in there.decisions
        if (not wanted.body or str(row.meeting.body_id) == wanted.body)
        and (not wanted.year or row.meeting.year == wanted.year)
        and (not wanted.status or row.status == status)
    ]


def chosen_actions(there: Everything, wanted: Wanted) -> list[ActionRow]:
    """The actions of the body, the status or standing and the year that are wanted."""
    return [
        row
        for row in there.actions
        if (not wanted.body or str(row.meeting.body_id) == wanted.body)
        and (not wanted.year or row.meeting.year == wanted.year)
        and (not wanted.status or wanted.status in (row.status, row.standing))
    ]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
