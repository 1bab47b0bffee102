"""What the page Work plan shows: lines by meetings, mandates and recommendations as plain rows. No Qt, no desk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bali_desk.domain.dates import ordinal_figure, written
from bali_desk.domain.models import Mandate, Meeting, Outcome
from bali_desk.domain.recommendations import LATE, is_recommendation, state_of
from bali_desk.domain.succession import is_open
from bali_desk.domain.work_plan import CARRIED, DROPPED, Followed, FollowUp, followed, planned
from bali_desk.drafting.markup import plain
from bali_desk.presenters.meetings.rows import label
from bali_desk.presenters.statement.rows import told
from bali_desk.presenters.typed import short, shown_day

LEFT_BEHIND = "left behind"


@dataclass(frozen=True)
class Answer:
    """An outcome as a sentence, with where it was decided. `marks` are words to mark in it."""

    meeting_id: int
    handle: str
    heading: str  # "3rd, Bali 2017 · Decision 3/4"
    text: str  # the whole sentence, with its points
    short: str  # for a cell
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def key(self) -> tuple[int, str]:
        """What names it: a handle may come again at another meeting."""
        return self.meeting_id, self.handle


@dataclass(frozen=True)
class PlanColumn:
    """A meeting at which the plan stood."""

    meeting_id: int
    title: str  # "3rd, Bali 2017"
    here: bool  # the one that is open


@dataclass(frozen=True)
class PlanCell:
    """What fulfilled a line at one meeting."""

    words: str
    answers: tuple[Answer, ...]
    left: bool


@dataclass(frozen=True)
class PlanRow:
    """A line over the meetings. `line_id` is None where the plan of the open meeting does not have it."""

    key: str
    line_id: int | None
    number: str
    text: str
    status: str
    standing: str
    detail: str  # "carried over from the 2nd"
    cells: tuple[PlanCell, ...]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Everything that fulfilled it, the latest first."""
        return tuple(answer for cell in reversed(self.cells) for answer in cell.answers)


@dataclass(frozen=True)
class PlanShown:
    """The plan as a whole: whose it is, head, columns and rows."""

    whose: str  # "TIPWG, seen from the 3rd, Bali 2017"
    title: str
    from_: str
    to: str
    columns: tuple[PlanColumn, ...]
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True)
class MandateRow:
    """A direction from above, and the outcomes that answer it."""

    mandate_id: int
    giver: str
    given: str
    text: str
    status: str
    answers: tuple[Answer, ...]
    is_open: bool


@dataclass(frozen=True)
class RecommendationRow:
    """An outcome recommended to a higher body, and what became of it."""

    outcome_id: int
    answer: Answer
    meeting: str
    date: str
    text: str
    to: str
    when: str
    became: str
    state: str
    wants: str  # "no answer, and late 2017 is over"; empty where nothing is to be done


def plan_shown(follow_up: FollowUp, meeting_id: int) -> PlanShown:
    """The lines of the open meeting's plan, then those of other meetings."""
    meetings = planned(follow_up.meetings)
    columns = tuple(
        PlanColumn(one.meeting.id or 0, short_name(one.meeting), one.meeting.id == meeting_id) for one in meetings
    )
    here = next(one.meeting for one in follow_up.meetings if one.meeting.id == meeting_id)
    whose = f"{short(follow_up.body.short or follow_up.body.name)}, seen from {named(here)}"
    head = next((one.plan for one in follow_up.meetings if one.meeting.id == meeting_id and one.plan), None)
    lines = followed(meetings, meeting_id)
    rows = tuple(_plan_row(line, place, [one.meeting for one in meetings]) for place, line in enumerate(lines, 1))
    if head is None:
        return PlanShown(whose, "", "", "", columns, rows)
    return PlanShown(whose, head.title or "", head.from_ or "", head.to or "", columns, rows)


def answers_of(follow_up: FollowUp) -> list[Answer]:
    """Every outcome of the body, those of the latest meeting first."""
    return [
        answer_of(outcome, one.meeting) for one in reversed(follow_up.meetings) for outcome in one.outcomes
    ]  # fmt: skip


def answer_of(outcome: Outcome, meeting: Meeting) -> Answer:
    """An outcome with where it was decided."""
    number = f"Decision {outcome.number}" if outcome.number else ""
    heading = " · ".join(part for part in (short_name(meeting), number) if part)
    brief = " ".join(part for part in (outcome.number, outcome.verb, outcome.text) if part)
    points = "".join(f"\n• {plain(point)}" for point in outcome.points)
    text = plain(told(outcome))
    return Answer(meeting.id or 0, outcome.handle, heading, text + points, plain(brief) or text)


def mandate_rows(mandates: Sequence[Mandate], answers: Sequence[Answer]) -> list[MandateRow]:
    """The mandates in the officer's order."""
    return [_mandate_row(one, [answer for answer in answers if answer.handle in one.answered_by]) for one in mandates]


def recommendation_rows(follow_up: FollowUp, today: dt.date) -> list[RecommendationRow]:
    """What was recommended upward at any meeting, the latest first."""
    return [
        _recommendation_row(outcome, one.meeting, today)
        for one in reversed(follow_up.meetings)
        for outcome in one.outcomes
        if is_recommendation(outcome)
    ]


def short_name(meeting: Meeting) -> str:
    """ "3rd, Bali 2017"; of long names as much as one recognises them by."""
    where = " ".join(part for part in (short(meeting.city or meeting.country or ""), f"{meeting.start.year}") if part)
    return f"{short(label(meeting.ordinal, meeting.title))}, {where}"


def named(meeting: Meeting) -> str:
    """As a sentence names a meeting: "the 3rd, Bali 2017"."""
    return f"the {short_name(meeting)}" if meeting.ordinal else short_name(meeting)


def _plan_row(one: Followed, place: int, meetings: Sequence[Meeting]) -> PlanRow:
    cells = tuple(
        PlanCell(
            "; ".join(answer.short for answer in answers) or (LEFT_BEHIND if stand.left else ""), answers, stand.left
        )
        for stand, answers in (
            (stand, tuple(answer_of(outcome, meeting) for outcome in stand.outcomes))
            for stand, meeting in zip(one.stands, meetings, strict=True)
        )
    )
    stood = [meeting for stand, meeting in zip(one.stands, meetings, strict=True) if stand.stood]
    return PlanRow(
        one.line.handle,
        one.line.id if one.here else None,
        str(place) if one.here else "",
        one.line.text or "",
        (one.line.status or "").strip(),
        one.standing,
        _detail(one, stood),
        cells,
    )


def _detail(one: Followed, stood: Sequence[Meeting]) -> str:
    """Where a line comes from, or where it was left."""
    if one.standing == CARRIED and len(stood) > 1:
        return f"carried over from {_which(stood[0])}"
    if not one.here and stood:
        dropped = one.standing == DROPPED and is_open(one.line.status)
        return f"{'dropped after' if dropped else 'in the plan of'} {_which(stood[-1])}"
    return ""


def _which(meeting: Meeting) -> str:
    return f"the {ordinal_figure(meeting.ordinal)}" if meeting.ordinal else f"{meeting.start.year}"


def _mandate_row(one: Mandate, answers: Iterable[Answer]) -> MandateRow:
    return MandateRow(
        one.id or 0,
        one.giver or "",
        shown_day(one.given),
        one.text or "",
        one.status or "",
        tuple(answers),
        is_open(one.status),
    )


def _recommendation_row(outcome: Outcome, meeting: Meeting, today: dt.date) -> RecommendationRow:
    to = outcome.recommended_to or {}
    when, state = shown_day((to.get("when") or "").strip() or None), state_of(outcome, today)
    wants = f"no answer, and {when} is over" if state == LATE else ""
    answer = answer_of(outcome, meeting)
    return RecommendationRow(
        outcome.id or 0,
        answer,
        short_name(meeting),
        written(meeting.start),
        answer.text,
        to.get("body") or "",
        when,
        outcome.became or "",
        state,
        wants,
    )


def counted(rows: Sequence[MandateRow], recommendations: Sequence[RecommendationRow]) -> tuple[str, str]:
    """What the two chips say beside their names: how many are open, how many are late."""
    open_ones = sum(row.is_open for row in rows)
    late = sum(row.state == LATE for row in recommendations)
    return (f"{open_ones} open" if open_ones else "", f"{late} late" if late else "")
