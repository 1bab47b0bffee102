"""Records for documents: the sample meeting, an empty one, and one whose every word is a trap."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from bali_desk.assets import RESOURCES
from bali_desk.domain.models import (
    Action,
    AgendaItem,
    Block,
    Body,
    CoChair,
    Delegation,
    Intervention,
    Meeting,
    Outcome,
    Paper,
    Participant,
    Statement,
    WorkPlanLine,
)
from bali_desk.domain.record import Record

STATEMENT = (
    ("title", "Co-Chairs’ Statement"),
    ("subtitle", "Third Annual Meeting of the Bali Process Trafficking in Persons Working Group"),
    ("subtitle", "Bali, Indonesia, 26 May 2017"),
    (
        "paragraph",
        "The group came together for its third session on the island of Bali. Two ministries chaired it between them, "
        "one of the host country and one of Australia, and thirty-eight persons from eighteen delegations took their "
        "seats round the table for a day of reports and decisions.",
    ),
    ("heading", "Forward Work Plan"),
    (
        "paragraph",
        "Members **agreed** to send the *Handbook on Tracing Money* upwards, so that Senior Officials may decide on it "
        "in the autumn, with a footnote marked \\*.",
    ),
    ("paragraph", "Members agreed that the next two years are for three things:"),
    ("bullet", "telling each other more, and sooner"),
    ("bullet", "keeping a watch on bribery, and"),
    ("bullet", "working together across borders when a case calls for it."),
    ("paragraph", "Members requested the Co-Chairs to:"),
    ("numbered", "send the plan round once more"),
    ("numbered", "report to the Senior Officials."),
    ("paragraph", "The Regional Support Office undertook to:"),
    ("numbered", "launch the Regional Roadmap"),
    ("numbered", "offer training."),
    ("paragraph", "The date of the fourth session is still open."),
)


def with_statement(record, stage="draft"):
    """Give a record a composed statement."""
    record.statement = Statement(id=1, meeting_id=1, stage=stage)
    record.blocks = [
        Block(id=number, statement_id=1, sequence=number, handle=f"{number:012x}", kind=kind, text=text)
        for number, (kind, text) in enumerate(STATEMENT, 1)
    ]
    return record


def _rows(model, content, **references):
    rows = []
    for key, entry in enumerate(content, 1):
        known = {name: value for name, value in entry.items() if name in model.model_fields and name != "id"}
        known |= {column: keys.get(entry[field]) for field, (column, keys) in references.items()}
        for day in ("day", "due"):
            if known.get(day):
                known[day] = dt.date.fromisoformat(known[day])
        if "meeting_id" in model.model_fields:
            known["meeting_id"] = 1
        rows.append(model(id=key, sequence=key, handle=entry["id"], **known))
    return rows, {row.handle: row.id for row in rows}


@pytest.fixture
def sample():
    """The sample meeting with a statement."""
    content = json.loads((RESOURCES / "sample" / "tipwg-3.meeting.json").read_text(encoding="utf-8"))
    body = {name: value for name, value in content["body"].items() if name in Body.model_fields}
    meeting = {name: value for name, value in content["meeting"].items() if name in Meeting.model_fields}
    meeting |= {side: dt.date.fromisoformat(meeting[side]) for side in ("start", "end")}
    delegations, keys = _rows(Delegation, content["delegations"])
    people, _ = _rows(Participant, content["participants"], delegation=("delegation_id", keys))
    agenda, items = _rows(AgendaItem, content["agenda"])
    for item, entry in zip(agenda, content["agenda"], strict=True):
        item.parent_id = items.get(entry["parent"])
    papers, _ = _rows(Paper, content["papers"])
    outcomes, said = _rows(Outcome, content["outcomes"], agenda_item=("agenda_item_id", items))
    actions, _ = _rows(Action, content["actions"], outcome=("outcome_id", said))
    plan, _ = _rows(WorkPlanLine, content["work_plan"]["lines"])
    return with_statement(
        Record(
            body=Body(id=1, **body),
            meeting=Meeting(id=1, body_id=1, **meeting),
            co_chairs=[CoChair(meeting_id=1, **one) for one in content["meeting"]["co_chairs"]],
            delegations=delegations,
            participants=people,
            agenda=agenda,
            papers=papers,
            outcomes=outcomes,
            actions=actions,
            work_plan_lines=plan,
        )
    )


@pytest.fixture
def empty():
    """A meeting of which only the body and the first day are known."""
    return Record(body=Body(id=1, name="Working Group"), meeting=Meeting(id=1, body_id=1, start=dt.date(2026, 2, 3)))


NASTY = (
    "Null", "=SUM(A1)", "<script>alert(1)</script>", "AT&T <b>", "{{ x }}", "{% raw %}", "{%tr for a in b %}", "}}",
    "Zalgo e\u0301\u0323\u0302", "\u200fمحمد\u200e علي", "ច័ន្ទ សុភា", "𝓐𝓑 😀", "a\x00b\x07c\x1bd",
    "one\ntwo\tthree\x0cfour", "\ud800 half", "*star", "**", "\\*", "O'Brien \"Q\"", "w" * 600,
    " ", "&amp;", "]]>", "\ufffe\uffff",
)  # fmt: skip


@pytest.fixture
def nasty():
    """Every field filled with something a careless program chokes on; forty items, sixty people."""
    word = [NASTY[number % len(NASTY)] for number in range(400)]
    record = Record(
        body=Body(id=1, name=word[2], short=word[4], parent=word[3]),
        meeting=Meeting(
            id=1, body_id=1, start=dt.date(2026, 2, 3), end=dt.date(2026, 3, 1), title=word[19], venue=word[8],
            city=word[9], country=word[10], marking=word[5],
        ),
        delegations=[
            Delegation(id=n + 1, meeting_id=1, handle=f"d{n}", name=word[n], kind=kind)
            for n, kind in enumerate(["country", "organisation", None] * 10)
        ],
        participants=[
            Participant(
                id=n + 1, meeting_id=1, handle=f"p{n}", delegation_id=n % 33 + 1, honorific=word[n + 1], given=word[n],
                family=word[n + 3], native_name=word[n + 5], position=word[n + 7], organisation=word[n + 9],
                role=word[n + 11], email=word[n + 13], attendance=(None, "present", "excused", "replaced")[n % 4],
                replaced_by_id=n if n % 8 == 3 else None,
            )
            for n in range(60)
        ],
        agenda=[
            AgendaItem(
                id=n + 1, meeting_id=1, handle=f"a{n}", parent_id=n if n % 5 == 4 else None, title=word[n],
                day=dt.date(2026, 2, 3 + n // 10), start="09:00" if n % 10 == 0 else None, minutes=20,
                kind=("item", "break", "ceremony")[n % 3], presenters=[word[n + 2], "p1"], papers=["q1", "nowhere"],
                purpose=word[n + 4], annotation=word[n + 6], chair_notes=word[n + 8],
            )
            for n in range(40)
        ],
        papers=[
            Paper(id=1, meeting_id=1, handle="q1", symbol=word[2], title=word[3]),
            *(
                Paper(id=n, meeting_id=1, handle=f"q{n}", symbol=word[n], revision=word[n + 1], title=word[n + 2],
                      submitted_by=word[n + 3], purpose=word[n + 4], status=word[n + 5], restricted=n % 7 == 0)
                for n in range(2, 40)
            ),
        ],
        interventions=[
            Intervention(id=n + 1, meeting_id=1, agenda_item_id=n + 1, delegation_id=n + 1, speaker=word[n],
                         text=word[n + 2])
            for n in range(30)
        ],
        outcomes=[
            Outcome(id=n + 1, meeting_id=1, handle=f"o{n}", agenda_item_id=n % 40 + 1, number=word[n],
                    subject="Members", verb="decided", text=word[n],
                    points=[word[n + 1], word[n + 2]] if n % 4 == 0 else [], papers=["q1", "q5"],
                    recommended_to={"body": word[n + 3], "when": word[n + 4]})
            for n in range(60)
        ],
        actions=[
            Action(id=n + 1, meeting_id=1, outcome_id=n + 1, text=word[n], owner=word[n + 1], status=word[n + 2])
            for n in range(60)
        ],
    )  # fmt: skip
    record.statement = Statement(id=1, meeting_id=1, stage="draft")
    kinds = ("title", "subtitle", "heading", "paragraph", "bullet", "numbered", "verse")
    record.blocks = [
        Block(id=n + 1, statement_id=1, handle=f"Block {n}", kind=kinds[n % len(kinds)], text=word[n])
        for n in range(60)
    ]
    return record
