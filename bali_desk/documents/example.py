"""A meeting with one of everything: what a template is tried on before an officer trusts it."""

from __future__ import annotations

import datetime as dt

from bali_desk.domain.models import (
    Action,
    AgendaItem,
    Block,
    Body,
    CoChair,
    Delegation,
    Intervention,
    Meeting,
    MeetingSession,
    Outcome,
    Paper,
    Participant,
    Statement,
    WorkPlanLine,
)
from bali_desk.domain.record import Record

_FIRST, _SECOND = dt.date(2026, 2, 3), dt.date(2026, 2, 4)
_BLOCKS = (
    ("title", "Co-Chairs’ Statement"),
    ("subtitle", "Second Annual Meeting of the Working Group"),
    ("heading", "Opening"),
    ("paragraph", "Members **welcomed** the *report*."),
    ("bullet", "the first point"),
    ("numbered", "the first task"),
)


def full_record() -> Record:
    """Two days, an item of every kind, a person of every state, a block of every kind."""
    return Record(
        body=Body(id=1, name="Working Group on an Example", short="WGE", parent="Example Process"),
        meeting=Meeting(
            id=1, body_id=1, ordinal=2, kind="annual meeting", start=_FIRST, end=_SECOND, city="Suva", country="Fiji",
            venue="Great Hall", format="hybrid", marking="Draft – not for circulation",
        ),
        co_chairs=[CoChair(id=1, meeting_id=1, country="Fiji", institution="Ministry of Justice", person="Ms A. Tui")],
        delegations=_delegations(),
        participants=_participants(),
        agenda=_agenda(),
        sessions=[MeetingSession(id=1, meeting_id=1, name="Morning session", day=_SECOND, start="10:00", end="12:00")],
        papers=[
            Paper(
                id=1, meeting_id=1, handle="paper", symbol="WGE/2/1", revision="Rev.1", title="Agenda",
                submitted_by="Co-Chairs", purpose="decision", status="issued", restricted=True,
            ),
            Paper(id=2, meeting_id=1, handle="open", symbol="WGE/2/2", title="Report"),
        ],
        interventions=[Intervention(id=1, meeting_id=1, agenda_item_id=3, delegation_id=2, text="will *speak*")],
        outcomes=_outcomes(),
        actions=[
            Action(id=1, meeting_id=1, outcome_id=1, text="write to all", owner="Fiji", due=_FIRST, status="open"),
            Action(id=2, meeting_id=1, text="find a venue", owner="Tonga", status="done"),
        ],
        work_plan_lines=[WorkPlanLine(id=1, plan_id=1, handle="line", text="Tell each other more", status="ongoing")],
        statement=Statement(id=1, meeting_id=1, stage="draft"),
        blocks=[
            Block(id=number, statement_id=1, handle=f"block{number}", kind=kind, text=text)
            for number, (kind, text) in enumerate(_BLOCKS, 1)
        ],
    )  # fmt: skip


def empty_record() -> Record:
    """A meeting of which nothing is known but the body and the first day."""
    return Record(body=Body(id=1, name="Working Group"), meeting=Meeting(id=1, body_id=1, start=_FIRST))


def _delegations() -> list[Delegation]:
    kinds = (
        ("Fiji", "country", "member"),
        ("Tonga", "country", "observer"),
        ("IOM", "organisation", "observer"),
        ("Secretariat", "secretariat", None),
    )
    return [
        Delegation(id=number, meeting_id=1, handle=f"delegation{number}", name=name, kind=kind, status=status)
        for number, (name, kind, status) in enumerate(kinds, 1)
    ]


def _participants() -> list[Participant]:
    states = ("present", "expected", "excused", "absent", "replaced", "present")
    roles = ("head of delegation", "alternate", "adviser", "delegate", None, None)
    return [
        Participant(
            id=number, meeting_id=1, handle=f"person{number}", delegation_id=(number - 1) % 4 + 1, honorific="Ms",
            given="Ana", family=f"Tui {number}", native_name="อรทัย", position="Director", organisation="Ministry",
            role=role, email="ana@example.org", attendance=state, replaced_by_id=1 if state == "replaced" else None,
            mode="online" if number == 1 else "in person",
        )
        for number, (state, role) in enumerate(zip(states, roles, strict=True), 1)
    ]  # fmt: skip


def _outcomes() -> list[Outcome]:
    return [
        Outcome(
            id=1, meeting_id=1, handle="plan", agenda_item_id=3, subject="Members", verb="agreed on", text="two aims",
            points=["to meet more often", "to write less", "to end on time"], fulfils=["line"], papers=["open"],
            status="in force",
        ),
        Outcome(
            id=2, meeting_id=1, handle="upwards", agenda_item_id=2, subject="Members", verb="agreed to recommend",
            text="the report for endorsement", recommended_to={"body": "Senior Officials", "when": "2026-09"},
        ),
    ]  # fmt: skip


def _agenda() -> list[AgendaItem]:
    return [
        AgendaItem(
            id=1, meeting_id=1, handle="opening", title="Opening", kind="ceremony", day=_FIRST, start="09:00",
            minutes=30,
        ),
        AgendaItem(
            id=2, meeting_id=1, handle="item", title="Reports", kind="item", purpose="decision", presenters=["person1"],
            papers=["paper", "open"], annotation="Members are invited to consider the reports.",
            chair_notes="Thank both *by name*.",
        ),
        AgendaItem(id=3, meeting_id=1, handle="below", parent_id=2, title="Report of the Co-Chairs", minutes=45),
        AgendaItem(id=4, meeting_id=1, handle="break", title="Lunch", kind="break", minutes=60),
        AgendaItem(
            id=5, meeting_id=1, handle="later", title="Next steps", session_id=1, lead_id=1, minutes=30,
            restricted=True,
        ),
        AgendaItem(id=6, meeting_id=1, handle="end", title="Closing", session_id=1, lead_id=1, minutes=5),
    ]  # fmt: skip
