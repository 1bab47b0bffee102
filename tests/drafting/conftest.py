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


@pytest.fixture(scope="session")
def style():
    """The default style."""
    return load_style()
