"""One meeting, whole: what drafting, documents and meeting files are handed. Plain detached rows, in order."""

from __future__ import annotations

from dataclasses import dataclass, field

from bali_desk.domain.models import (
    Action,
    AgendaItem,
    Block,
    Body,
    Bracket,
    CoChair,
    Delegation,
    EarlierMeeting,
    Event,
    Intervention,
    Mandate,
    Meeting,
    MeetingSession,
    Member,
    Outcome,
    Paper,
    Participant,
    Presence,
    Statement,
    WorkPlan,
    WorkPlanLine,
)

DEFAULT_STYLE = "bali-process"  # of a body that has chosen no statement style


@dataclass
class Record:
    """Everything the desk holds of one meeting. Every list is in the officer's order."""

    body: Body
    meeting: Meeting
    members: list[Member] = field(default_factory=list)
    mandates: list[Mandate] = field(default_factory=list)  # of the body: what higher bodies directed
    co_chairs: list[CoChair] = field(default_factory=list)
    sessions: list[MeetingSession] = field(default_factory=list)
    earlier_meetings: list[EarlierMeeting] = field(default_factory=list)
    delegations: list[Delegation] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)
    presences: list[Presence] = field(default_factory=list)
    agenda: list[AgendaItem] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    interventions: list[Intervention] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    work_plan: WorkPlan | None = None
    work_plan_lines: list[WorkPlanLine] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    statement: Statement | None = None
    blocks: list[Block] = field(default_factory=list)
    brackets: list[Bracket] = field(default_factory=list)
    wording: str = ""  # the body's own wording over its statement style, the text of a wording file
