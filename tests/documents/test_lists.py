"""Decisions, actions and papers: what is listed, in which order, and what is kept back."""

from __future__ import annotations

import datetime as dt

import pytest

from bali_desk.documents.contexts.actions import actions
from bali_desk.documents.contexts.decisions import decisions
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.contexts.papers import papers
from bali_desk.documents.shelf import make_word
from bali_desk.documents.transcript import transcript
from bali_desk.domain.models import Action, AgendaItem, Outcome, Paper, WorkPlanLine
from bali_desk.drafting.compose import compose


def decided(record):
    return decisions(record, Options(), Edition())["decisions"]


def listed_actions(record, **options):
    return actions(record, Options(**options), Edition())["actions"]


def listed_papers(record, **options):
    return papers(record, Options(**options), Edition())["papers"]


@pytest.fixture
def meeting(empty):
    """Two items, the second restricted; an outcome of each strength."""
    empty.agenda = [
        AgendaItem(id=1, meeting_id=1, title="Plan"),
        AgendaItem(id=2, meeting_id=1, title="Closed", restricted=True),
        AgendaItem(id=3, meeting_id=1, title="Money"),
    ]
    ministers = {"body": "Ministers", "when": "2027-02"}
    empty.outcomes = [
        outcome(1, 3, "decided", "to pay"),
        outcome(2, 1, "welcomed", "the plan"),
        outcome(3, 1, "adopted", "the plan"),
        outcome(4, 2, "agreed", "that nobody may know"),
        outcome(5, 1, "agreed", "to whisper", public=False),
        outcome(6, 1, "agreed to recommend", "the plan for endorsement by Ministers", recommended_to=ministers),
        outcome(7, 3, "", ""),
    ]
    return empty


def outcome(key, item, verb, text, **more):
    return Outcome(
        id=key, meeting_id=1, handle=f"o{key}", agenda_item_id=item, subject="Members", verb=verb, text=text, **more
    )


def test_decisions_and_recommendations_come_in_the_order_of_the_agenda_and_nothing_private(meeting):
    assert [(one["number"], one["under"], one["text"]) for one in decided(meeting)] == [
        ("1", "1. Plan", "Members adopted the plan."),
        ("R1", "1. Plan", "Members agreed to recommend the plan for endorsement by Ministers."),
        ("2", "3. Money", "Members decided to pay."),
    ]


@pytest.mark.parametrize("order", ["agenda", "strongest first", "strongest last"])
def test_decisions_have_the_numbers_the_statement_gives_them(meeting, order):
    meeting.body.style = "decisions"
    meeting.wording = f'[rules]\norder = "{order}"\n'
    meeting.outcomes += [
        outcome(8, 1, "agreed", "that the text is short"),
        outcome(9, 1, "adopted", "the plan"),
        outcome(10, None, "decided", "to meet again"),
    ]
    told = [one.text.replace("**", "") for one in compose(meeting) if one.text.startswith("**Decision")]
    listed = [f"Decision {one['number']}: {one['text']}" for one in decided(meeting) if one["kind"] == "decision"]
    assert len(listed) == 4
    assert told == listed


def test_the_higher_body_stands_with_the_time_it_meets(meeting):
    assert [one["recommended_to"] for one in decided(meeting)] == ["", "Ministers (February 2027)", ""]


def test_what_the_register_holds_besides_is_told_without_a_number(meeting):
    meeting.work_plan_lines = [WorkPlanLine(id=1, plan_id=1, handle="w", text="Meet more often")]
    meeting.outcomes += [
        outcome(8, 3, "requested", "the Co-Chairs to write"),
        outcome(9, 3, "welcomed", "how the work went", fulfils=["w"]),
        outcome(11, 3, "heard", "how the money went", fulfils=["w"]),
    ]
    more = [one for one in decided(meeting) if one["kind"] == "outcome"]
    assert [(one["number"], one["text"], one["fulfils"]) for one in more] == [
        ("", "Members requested the Co-Chairs to write.", []),
        ("", "Members welcomed how the work went.", ["Meet more often"]),
    ]
    summary = decisions(meeting, Options(), Edition())["summary"]
    assert summary == "2 decisions, 1 recommendation and 2 other outcomes"


def test_the_numbers_an_officer_gave_are_the_only_ones(meeting):
    meeting.outcomes[0].number = "TIPWG/D/7"
    assert [one["number"] for one in decided(meeting)] == ["", "", "TIPWG/D/7"]


def test_a_decision_tells_what_it_fulfils_whom_it_goes_to_and_its_open_papers(sample):
    sample.outcomes[11].fulfils = ["w2", "gone"]
    sample.papers[5].restricted = True
    (recommended,) = [one for one in decided(sample) if one["kind"] == "recommendation"]
    assert recommended["recommended_to"] == "12th Ad Hoc Group Senior Officials’ Meeting (late 2017)"
    assert recommended["fulfils"] == [
        "Develop guidance and training on following the money in trafficking in persons cases"
    ]
    assert recommended["papers"] == ["TIPWG/3/5", "TIPWG/3/6"]


def test_the_points_of_a_decision_are_a_list_below_it(sample):
    (decision,) = [one for one in decided(sample) if one["kind"] == "decision"]
    assert decision["text"].endswith(":")
    assert len(decision["points"]) == 7
    assert "sharing information" not in decision["text"]


def test_a_closed_decision_reaches_neither_list(sample):
    for name in ("decisions", "actions"):
        said = transcript(make_word(name, sample))
        for words in ("Andaman", "secure line", "Operational matters"):
            assert words not in said


def test_actions_are_sorted_by_their_date_and_say_what_they_follow_from(sample):
    assert [(one["due"], one["owner"], one["follows"]) for one in listed_actions(sample)] == [
        (dt.date(2017, 4, 30), "Regional Support Office", "Item 4.1"),
        (dt.date(2017, 6, 30), "Co-Chairs", "Decision 1"),
        (dt.date(2018, 3, 31), "Regional Support Office", "Item 3.2"),
        (None, "Co-Chairs", "Decision 1"),
        (None, "New Zealand and Malaysia", "Item 2.2"),
    ]


def test_actions_of_one_date_stay_in_the_order_of_the_office_and_one_without_an_outcome_is_told(empty):
    due = dt.date(2026, 5, 1)
    empty.actions = [Action(id=n, meeting_id=1, text=text, due=due) for n, text in enumerate(("b", "a", "c"), 1)]
    assert [(one["text"], one["follows"]) for one in listed_actions(empty)] == [("B", ""), ("A", ""), ("C", "")]


@pytest.mark.parametrize(
    ("as_at", "overdue"),
    [("", []), ("30 June 2017", []), ("1 July 2017", [2]), ("2018-04-01", [2, 3]), ("July 2017", []), ("soon", [])],
)
def test_an_action_is_overdue_only_as_at_a_whole_day_that_was_named(sample, as_at, overdue):
    rows = listed_actions(sample, as_at=as_at)
    assert [one["number"] for one in rows if one["overdue"]] == overdue
    said = transcript(make_word("actions", sample, options=Options(as_at=as_at)))
    assert said.count("/ Overdue |") == len(overdue)


def test_what_is_settled_can_be_left_out(sample):
    assert [one["status"] for one in listed_actions(sample)] == ["done", "open", "open", "open", "open"]
    assert {one["status"] for one in listed_actions(sample, settled=False)} == {"open"}


def test_what_is_in_hand_is_not_settled_and_can_be_overdue(empty):
    empty.actions = [
        Action(id=n, meeting_id=1, text="It.", due=dt.date(2017, 5, n), status=status)
        for n, status in enumerate((" in progress", "Done", "completed", None), 1)
    ]
    rows = listed_actions(empty, settled=False, as_at="1 June 2017")
    assert [(one["status"], one["is_open"], one["overdue"]) for one in rows] == [
        ("in progress", True, True),
        ("open", True, True),
    ]


@pytest.mark.parametrize(
    ("symbol", "revision", "listed"),
    [
        ("TIPWG/3/4", "Rev.1", ("TIPWG/3/4", "Rev.1")),
        ("TIPWG/3/4/Rev.1", "Rev.1", ("TIPWG/3/4", "Rev.1")),
        ("TIPWG/3/5/Add.1", None, ("TIPWG/3/5", "Add.1")),
        ("Paper 7", "Corr.1", ("Paper 7", "Corr.1")),
        ("Paper 7", None, ("Paper 7", "")),
        (None, "Rev.1", ("", "Rev.1")),
        (None, None, ("", "")),
    ],
)
def test_a_revision_stands_in_a_column_of_its_own(empty, symbol, revision, listed):
    empty.papers = [Paper(id=1, meeting_id=1, handle="p", symbol=symbol, revision=revision)]
    (row,) = listed_papers(empty)
    assert (row["symbol"], row["revision"]) == listed


def test_a_paper_tells_every_item_it_is_before(sample):
    assert {one["title"][:12]: one["item"] for one in listed_papers(sample)}["Policy guide"] == "3.1, 3.2"


def test_restricted_papers_are_listed_only_where_an_officer_asks_for_them(sample):
    sample.papers[0].restricted, sample.papers[0].title = True, "Closed matter"
    assert "Closed matter" not in transcript(make_word("papers", sample))
    assert "Closed matter" in transcript(make_word("papers", sample, options=Options(restricted=True)))


def test_for_everybody_neither_restricted_papers_nor_the_numbers_of_restricted_items_are_listed(sample):
    closed = next(item for item in sample.agenda if item.restricted)
    closed.papers = ["d3"]
    assert [one["item"] for one in listed_papers(sample, restricted=True) if "Recent" in one["title"]] == ["2.1, 9"]
    shown = listed_papers(sample, restricted=False)
    assert [one["item"] for one in shown if "Recent" in one["title"]] == ["2.1"]
    assert len(shown) == 9
    said = transcript(make_word("papers", sample, options=Options(restricted=False)))
    assert "Disruption" not in said
