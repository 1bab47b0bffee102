"""The lines of a body's work plan, followed over its meetings by their handles, as one plan hands them to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bali_desk.domain.models import Body, Mandate, Meeting, Outcome, WorkPlan, WorkPlanLine
from bali_desk.domain.succession import is_open

STATUSES = ("open", "ongoing", "done", "superseded", "dropped")  # what is offered; a line may have any other
DONE = ("done", "completed", "closed")  # ended as it should; the other words of an end are another end
OPEN, CARRIED, FULFILLED, DROPPED = "open", "carried over", "done", "dropped"  # how a line stands


@dataclass
class PlanAt:
    """A meeting with the plan as it stood there, and what the meeting decided."""

    meeting: Meeting
    plan: WorkPlan | None = None
    lines: list[WorkPlanLine] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)


@dataclass
class FollowUp:
    """What a body has to follow up: every meeting with its plan and outcomes, the oldest first, and its mandates."""

    body: Body
    meetings: list[PlanAt]
    mandates: list[Mandate]


@dataclass(frozen=True)
class Stand:
    """A line at one meeting."""

    stood: bool
    left: bool  # it stood in the plan before this one, and is not in this one
    outcomes: tuple[Outcome, ...]  # that fulfil it


@dataclass(frozen=True)
class Followed:
    """A line over the meetings: one `Stand` for each of them."""

    line: WorkPlanLine  # as it stands at the meeting in hand, else where it stood last
    here: bool  # whether it stands at the meeting in hand
    standing: str
    stands: tuple[Stand, ...]


def planned(meetings: Sequence[PlanAt]) -> list[PlanAt]:
    """The meetings at which a plan stood or a line was fulfilled."""
    return [one for one in meetings if one.lines or any(outcome.fulfils for outcome in one.outcomes)]


def followed(meetings: Sequence[PlanAt], meeting_id: int) -> list[Followed]:
    """Every line of these meetings: first the plan of the one in hand in its order, then what stood elsewhere."""
    here = next((one.lines for one in meetings if one.meeting.id == meeting_id), [])
    shown: dict[str, WorkPlanLine] = {}
    for line in (*here, *(line for one in reversed(meetings) for line in one.lines)):
        shown.setdefault(line.handle, line)
    known = {line.handle for line in here}
    sums = [_Sum.of(one) for one in meetings]
    return [_followed(line, line.handle in known, sums) for line in shown.values()]


def turns(meetings: Sequence[PlanAt], meeting_id: int) -> list[tuple[PlanAt, PlanAt]]:
    """From which plan to which meeting one may carry lines over, the likely one first.

    A meeting without a plan takes the last one before it; one that has its plan hands it on to the next meeting.
    """
    place = next((place for place, one in enumerate(meetings) if one.meeting.id == meeting_id), None)
    if place is None:
        return []
    here, after = meetings[place], meetings[place + 1 : place + 2]
    before = next((one for one in reversed(meetings[:place]) if one.lines), None)
    on = [(here, one) for one in after if here.lines]
    return [*on, *([(before, here)] if before else [])]


@dataclass(frozen=True)
class _Sum:
    """A meeting's lines and outcomes by handle, looked through once for all lines."""

    lines: dict[str, list[WorkPlanLine]]
    fulfilling: dict[str, list[Outcome]]

    @classmethod
    def of(cls, one: PlanAt) -> _Sum:
        lines: dict[str, list[WorkPlanLine]] = {}
        fulfilling: dict[str, list[Outcome]] = {}
        for line in one.lines:
            lines.setdefault(line.handle, []).append(line)
        for outcome in one.outcomes:
            for handle in dict.fromkeys(outcome.fulfils):
                fulfilling.setdefault(handle, []).append(outcome)
        return cls(lines, fulfilling)


def _followed(line: WorkPlanLine, here: bool, meetings: Sequence[_Sum]) -> Followed:
    stands: list[Stand] = []
    stood_before = False  # in the plan before
    for one in meetings:
        stood = line.handle in one.lines
        left = stood_before and bool(one.lines) and not stood
        stands.append(Stand(stood, left, tuple(one.fulfilling.get(line.handle, ()))))
        stood_before = stood or (stood_before and not one.lines)
    return Followed(line, here, _standing(line, here, meetings, stands), tuple(stands))


def _standing(line: WorkPlanLine, here: bool, meetings: Sequence[_Sum], stands: Sequence[Stand]) -> str:
    if not is_open(line.status):
        return FULFILLED if (line.status or "").strip().casefold() in DONE else DROPPED
    told = (any(other is line for other in one.lines.get(line.handle, ())) for one in meetings)
    plan = next(place for place, ours in enumerate(told) if ours)
    if not here and any(one.lines for one in meetings[plan + 1 :]):
        return DROPPED
    return CARRIED if any(stand.stood for stand in stands[:plan]) else OPEN
