"""Records for drafting: the sample meeting, read straight into rows, without a desk."""

from __future__ import annotations

import copy
import datetime as dt
import json

import pytest

from bali_desk.assets import RESOURCES
from bali_desk.domain.models import (
    Action,
    AgendaItem,
    Body,
    CoChair,
    Delegation,
    Meeting,
    Member,
    Outcome,
    Paper,
    Participant,
    WorkPlan,
    WorkPlanLine,
)
from bali_desk.domain.record import Record
from bali_desk.drafting.wording import load_style


def _rows(model, content, references):
    """Rows with keys of their own, and handles turned into keys as `references` says: field -> (column, keys)."""
    rows = []
    for place, entry in enumerate(content, start=1):
        known = {name: value for name, value in entry.items() if name in model.model_fields and name != "id"}
        known |= {column: keys.get(entry[field]) for field, (column, keys) in references.items()}
        rows.append(model(id=place, sequence=place, handle=entry["id"], meeting_id=1, **known))
    return rows, {row.handle: row.id for row in rows}


def _dated(entry, *fields):
    return entry | {field: entry[field] and dt.date.fromisoformat(entry[field]) for field in fields}


@pytest.fixture(scope="session")
def _sample():
    content = json.loads((RESOURCES / "sample" / "tipwg-3.meeting.json").read_text(encoding="utf-8"))
    body = {name: value for name, value in content["body"].items() if name != "members"}
    meeting = {name: value for name, value in content["meeting"].items() if name != "co_chairs"}
    delegations, keys = _rows(Delegation, content["delegations"], {})
    participants, _ = _rows(Participant, content["participants"], {"delegation": ("delegation_id", keys)})
    agenda, items = _rows(AgendaItem, [_dated(one, "day") for one in content["agenda"]], {})
    for item, entry in zip(agenda, content["agenda"], strict=True):
        item.parent_id = items.get(entry["parent"])
    outcomes, decided = _rows(Outcome, content["outcomes"], {"agenda_item": ("agenda_item_id", items)})
    actions = [_dated(one, "due") for one in content["actions"]]
    plan = content["work_plan"]
    lines = [WorkPlanLine(id=n, plan_id=1, handle=one["id"], text=one["text"]) for n, one in enumerate(plan["lines"])]
    return Record(
        body=Body(id=1, **body),
        meeting=Meeting(id=1, body_id=1, **_dated(meeting, "start", "end")),
        co_chairs=[CoChair(meeting_id=1, **one) for one in content["meeting"]["co_chairs"]],
        delegations=delegations,
        participants=participants,
        agenda=agenda,
        papers=_rows(Paper, content["papers"], {})[0],
        outcomes=outcomes,
        actions=_rows(Action, actions, {"outcome": ("outcome_id", decided)})[0],
        work_plan=WorkPlan(meeting_id=1, title=plan["title"]),
        work_plan_lines=lines,
    )


@pytest.fixture
def sample(_sample):
    """The sample meeting, to be changed at will."""
    return copy.deepcopy(_sample)


@pytest.fixture
def hard():
    """A meeting of two days that one delegation attends, which nobody chairs and where odd voices speak."""
    agenda = [("Labour migration and recruitment", None), ("Fees", 1), ("What next?", None), ("In private", None)]
    said = [
        (
            1,
            None,
            "heard from",
            "IOM on recruitment fees. IOM's survey covered 1,200 workers and NGOs in 2015-2017",
            [],
        ),
        (2, "Members", "welcomed", "the fall of such fees by 12% since 2016", []),
        (2, "Members", "noted with concern", "that the fees stay high on two routes", []),
        (2, "Members", "noted with concern", "that the fees stay high on two routes.", []),
        (2, "lao pdr", "offered", "to host a workshop for NGOs", []),
        (2, "Members and the Co-Chairs", "thanked", "the Lao People's Democratic Republic for its offer", []),
        (3, "Members", "agreed on", "two steps", ["a register of agencies;", "and a yearly review"]),
        (3, "Members", "adopted", "the charter of the Bali Network on Recruitment", []),
        (3, "One delegation", "reserved its position on", "“the charter of IOM” as drafted", []),
        (3, "Secretariat", "will", "circulate the charter", []),
        (4, "Members", "agreed to", "say nothing", []),
        (None, "Members", "expressed their thanks to", "UNHCR's experts", []),
    ]
    rows = [
        Outcome(
            id=n, meeting_id=1, handle=f"h{n}", agenda_item_id=item, subject=who, verb=verb, text=text, points=points
        )
        for n, (item, who, verb, text, points) in enumerate(said, start=1)
    ]
    items = [
        AgendaItem(id=n, meeting_id=1, handle=f"i{n}", title=title, parent_id=parent, kind="item", restricted=n == 4)
        for n, (title, parent) in enumerate(agenda, start=1)
    ]
    acronyms = {
        "IOM": "International Organization for Migration",
        "NGO": "non-governmental organisation",
        "UNHCR": "Office of the United Nations High Commissioner for Refugees",
        "BNR": "Bali Network on Recruitment",
    }
    meeting = Meeting(id=1, body_id=1, start=dt.date(2018, 9, 30), end=dt.date(2018, 10, 1), ordinal=11, kind="session")
    meeting.city, meeting.country, meeting.next = "Vientiane", "Lao PDR", {"when": "2019-03-05", "place": "Suva"}
    return Record(
        body=Body(id=1, name="Bali Network on Recruitment", short="BNR", acronyms=acronyms),
        meeting=meeting,
        members=[Member(body_id=1, name="Lao PDR", official_name="Lao People's Democratic Republic")],
        delegations=[Delegation(id=1, meeting_id=1, name="Lao PDR", kind="country")],
        participants=[Participant(meeting_id=1, delegation_id=1, attendance="present")],
        agenda=items,
        outcomes=rows,
        actions=[
            Action(
                id=1, meeting_id=1, outcome_id=10, owner="The Secretariat", text="circulate the charter", status="open",
                due=dt.date(2018, 11, 1),
            )
        ],
    )  # fmt: skip


@pytest.fixture(scope="session")
def style():
    """The default style."""
    return load_style()
