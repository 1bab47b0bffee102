"""The sample's statement with one slip put in by hand: each is found, and found by the right check."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bali_desk.drafting.checks import DraftText, check_text
from bali_desk.drafting.compose import compose
from bali_desk.drafting.wording import load_style

SLIPS = [
    ("Bali, Indonesia, 26 May", "Bali, Indonesia, 25 May", "date-mismatch"),
    ("on 26 May 2017 in Bali", "on 27 May 2017 in Bali", "date-mismatch"),
    ("in Bali, Indonesia.", "in Jakarta, Indonesia.", "place-mismatch"),
    ("38 participants", "35 participants", "count-mismatch"),
    ("from 18 member", "from 19 member", "count-mismatch"),
    ("third annual", "fourth annual", "ordinal-mismatch"),
    ("Ministry of Foreign Affairs of Indonesia", "Ministry of Foreign Affairs of Malaysia", "chair-mismatch"),
    ("the first half of 2018", "the second half of 2018", "next-meeting-mismatch"),
    ("in August 2017", "in August 2016", "past-forward-reference"),
    ("held in Colombo in November 2016", "held in Colombo in November 2017", "tense-vs-date"),
    ("Members agreed on the following", "Members noted the following", "decision-verb"),
    ("Members acknowledged the part", "Members endorsed the part", "decision-verb"),
    ("by 30 June 2017", "by 30 July 2017", "action-mismatch"),
    (
        "Bali Process Government and Business Forum, which",
        "Bali Process Business and Government Forum, which",
        "name-variant",
    ),
    ("named three obstacles", "named four obstacles", "stated-number"),
    ("Fiona Halloran", "Fiona Hallaran", "person-variant"),
    ("Mr Bagus", "Ms Bagus", "person-title"),
    ("New Zealand and Malaysia on", "New Zealand and Thailand on", "attribution-mismatch"),
    ("Government of Indonesia for", "Government of Sri Lanka for", "chair-mismatch"),
    ("from May to November 2016", "from May to November 2017", "period-order"),
    ("The Co-Chairs commended", "The Co-Chairs adopted", "verb-actor"),
    ("Members thanked the countries", "Members noted their thanks to the countries", "verb-object"),
    ("Forward Work Plan 2017–19:", "Forward Work Plan 2017–20:", "instrument-name"),
    ("2015–17. Over", "2015 -17. Over", "range-dash"),
    ("hold its fourth", "hold its fifth", "ordinal-mismatch"),
    ("The Co-Chairs will send", "The Secretariat will send", "action-mismatch"),
    ("a people smuggler known", "a people smuggler (known", "unbalanced-brackets"),
    ("in late 2017", "in early 2017", "date-mismatch"),
    ("Members reviewed", "We review", "voice-mix"),
    ("Members heard from the drafting", "Participants heard from the drafting", "actor-variant"),
    ("(RSO)", "(ROS)", "acronym-conflict"),
    ("RSO had spent", "ROS had spent", "acronym-conflict"),
    ("an active part", "a active part", "article"),
    ("the RSO plays", "the the RSO plays", "doubled-word"),
]


@pytest.mark.parametrize(("right", "wrong", "check"), SLIPS)
def test_a_slip_in_the_statement_of_the_sample_is_found(sample, right, wrong, check):
    blocks = compose(sample, load_style("bali-process"))
    place = next(number for number, block in enumerate(blocks) if right in block.text)
    blocks[place] = replace(blocks[place], text=blocks[place].text.replace(right, wrong, 1))
    found = check_text(DraftText.of_blocks(blocks), sample, sample.meeting.end, profile="australian")
    assert check in {one.check for one in found}
