"""The sample meeting that ships: whole, valid, and rich enough to try everything with."""

from __future__ import annotations

import json
from collections import Counter

import jsonschema
import pytest

from bali_desk.assets import RESOURCES
from bali_desk.domain.agenda import outline
from bali_desk.domain.attendance import count
from bali_desk.drafting.verbs import DECISION
from bali_desk.exchange.checking import read, warnings_about

SAMPLE = RESOURCES / "sample" / "tipwg-3.meeting.json"


@pytest.fixture(scope="module")
def content():
    return json.loads(SAMPLE.read_text(encoding="utf-8"))


def test_it_keeps_to_the_schema_and_to_every_rule_of_a_meeting_file(content):
    schema = json.loads((RESOURCES / "meeting-file.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(content, schema)
    assert warnings_about(read(SAMPLE.read_bytes())) == []


def test_its_counts_are_those_the_statement_tells(sample):
    counts = count(sample)
    assert (counts.registered, counts.present, counts.delegations) == (41, 38, 18)
    assert (counts.countries, counts.organisations, counts.members_and_organisations) == (16, 2, 18)
    assert Counter(person.attendance for person in sample.participants) == {
        "present": 38, "excused": 1, "absent": 1, "replaced": 1,
    }  # fmt: skip


def test_its_day_has_no_gap_and_no_overrun_but_before_lunch(sample):
    lines = outline(sample.agenda, sample.meeting)
    assert {line.item.handle: line.gap for line in lines if line.gap} == {"a-lunch": 5}
    assert lines[-1].ends.strftime("%H:%M") == "16:50"


def test_every_verb_is_on_the_ladder_and_some_decide(sample, style):
    strengths = {one.verb: style.ladder.strength(one.verb) for one in sample.outcomes}
    assert None not in strengths.values()
    assert max(strengths.values()) > DECISION


def test_nobody_in_it_can_be_reached(content):
    assert all(
        person["email"] is None or person["email"].endswith(".example.org") for person in content["participants"]
    )
