"""What one outcome reads."""

from __future__ import annotations

import pytest

from bali_desk.domain.disclosure import public_outcomes
from bali_desk.domain.models import Block, Outcome
from bali_desk.drafting.sentences import sentence, sentence_of, unused


@pytest.mark.parametrize(
    ("subject", "verb", "text", "expected"),
    [
        ("Members", "agreed to", "meet again", "Members agreed to meet again."),
        ("members", "noted", "the report.", "Members noted the report."),
        ("Co-Chairs", "will", "circulate the plan", "The Co-Chairs will circulate the plan."),
        ("The Co-Chairs", "noted", "the plan", "The Co-Chairs noted the plan."),
        ("Philippines", "offered", "to host", "The Philippines offered to host."),
        ("Members", "asked", "“who pays?”", "Members asked “who pays?”"),
        ("Members", "noted", "the *Guide*", "Members noted the *Guide*."),
        ("Members", "noted", "the *Guide.*", "Members noted the *Guide.*"),
        ("Members", "noted", r"a note marked \*", r"Members noted a note marked \*."),
        ("Members", "noted", "the plan (TIPWG/3/2)", "Members noted the plan (TIPWG/3/2)."),
        ("Members", "noted", "the plan ;", "Members noted the plan."),
        ("Members", "noted", "the work of the U.N.", "Members noted the work of the U.N."),
        ("Members", "noted", "more to come…", "Members noted more to come…"),
        ("*Ad hoc* members", "noted", "it", "*Ad hoc* members noted it."),
        ("Members", "", "met", "Members met."),
        ("", "", "", ""),
    ],
)
def test_subject_verb_and_matter_make_one_sentence_with_one_stop(style, subject, verb, text, expected):
    assert sentence_of(subject, verb, text, style) == expected


def test_an_outcome_without_subject_speaks_for_the_main_actor(sample, style):
    sample.body.main_actor = "Participants"
    outcome = Outcome(meeting_id=1, verb="noted", text="the plan")
    assert sentence(outcome, style, sample) == "Participants noted the plan."


def test_points_follow_a_colon_and_only_the_last_ends_with_a_stop(style):
    outcome = Outcome(meeting_id=1, subject="Members", verb="agreed on", text="two aims.", points=["one;", " ", "two."])
    assert sentence(outcome, style) == "Members agreed on two aims: one two."


@pytest.mark.parametrize(
    ("text", "higher", "expected"),
    [
        ("the guide", {"body": "the SOM", "when": "early 2018"}, "the guide to the SOM, which meets in early 2018."),
        ("the guide", {"body": "SOM", "when": None}, "the guide to the SOM."),
        ("it for endorsement", {"body": "SOM", "when": "2018-03-05"}, "it for endorsement at the SOM on 5 March 2018."),
        ("the guide to the SOM", {"body": "SOM", "when": "2018"}, "the guide to the SOM."),
        ("the guide. It is new", {"body": "SOM"}, "the guide to the SOM. It is new."),
        ("Mr. Wan's guide. It is new", {"body": "SOM"}, "Mr. Wan's guide to the SOM. It is new."),
        ("W. Tan's\nguide", {"body": "SOM"}, "W. Tan's guide to the SOM."),
        ("the guide", {"body": "", "when": "2018"}, "the guide."),
    ],
)  # fmt: skip
def test_the_higher_body_is_named_where_the_text_does_not_name_it(sample, style, text, higher, expected):
    outcome = Outcome(meeting_id=1, subject="Members", verb="agreed to recommend", text=text, recommended_to=higher)
    assert sentence(outcome, style, sample) == f"Members agreed to recommend {expected}"


def test_unused_are_the_public_outcomes_no_block_tells(sample):
    told = [one.handle for one in sample.outcomes if one.handle != "o5"]
    sample.blocks = [Block(statement_id=1, kind="paragraph", text="All of it.", sources=told)]
    assert [one.handle for one in unused(sample)] == ["o5"]
    sample.blocks[0].text = " "
    assert len(unused(sample)) == len(public_outcomes(sample))
