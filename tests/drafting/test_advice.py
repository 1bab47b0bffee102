"""What is said of an actor, a verb and a matter that do not go together."""

from __future__ import annotations

import pytest

from bali_desk.domain.models import Outcome
from bali_desk.drafting.advice import advice


@pytest.mark.parametrize(
    ("subject", "verb", "text", "part"),
    [
        ("The Co-Chairs", "agreed to", "meet", "The Co-Chairs may welcome, thank, note"),
        ("Co-Chairs", "endorsed", "the plan", "“endorsed” goes further"),
        ("Thailand", "adopted", "the agenda", "Thailand cannot have “adopted” alone"),
        ("Secretariat", "urged", "members to act", "The Secretariat reports"),
        ("Members", "noted", "their sincere thanks to Indonesia", "Thanks and condolences are expressed, not noted"),
        ("Members", "welcomed", "the lack of data", "try “noted with concern”"),
        ("Members", "endorsed", "a presentation by UNODC", "only a text is endorsed"),
        ("Members", "agreed", "the plan", "wants “to”, “on” or “that”"),
        ("Members", "strongly encouraged", "members", "wants somebody, and then “to”: encouraged member countries"),
        ("Members", "tasked", "the Secretariat", "tasked the Secretariat to report"),
        ("Members", "looked forward to", "see the plan", "seeing, hearing"),
        ("Members", "endorsed", "the budget", "A budget or an account is approved"),
        ("Members", "adopted", "the offer of Thailand to host", "welcomed or accepted, not adopted"),
        ("Members", "requested", "the Secretariat for a report", "wants “to” and what is to be done"),
        ("Members", "agreed to", "that a plan is needed", "“agreed that” or “agreed on”"),
        ("Members", "noted", "about the plan", "needs no “about” or “on”"),
        ("Members", "regretted", "the progress made", "is for what worries"),
    ],
)
def test_what_does_not_go_together_is_told_in_one_sentence(sample, style, subject, verb, text, part):
    (said,) = advice(Outcome(meeting_id=1, subject=subject, verb=verb, text=text), sample, style)
    assert part in said
    assert said.endswith(".")


@pytest.mark.parametrize(
    ("subject", "verb", "text"),
    [
        ("Members", "agreed to", "meet"),
        (None, "adopted", "the agenda"),
        ("The Co-Chairs", "will", "circulate the plan"),
        ("New Zealand", "offered", "to host"),
        ("Ministers", "directed", "Senior Officials to report"),
        ("Members", "danced", "all night"),
        ("Members", "encouraged", "member countries to take part"),
        ("Members", "encouraged", ""),
        ("Members", "tasked", "the Secretariat with a study"),
        ("Members", "looked forward to", "seeing the plan"),
        ("Members", "adopted", "the agenda"),
    ],
)
def test_nothing_is_said_where_all_is_well(sample, style, subject, verb, text):
    assert advice(Outcome(meeting_id=1, subject=subject, verb=verb, text=text), sample, style) == []


def test_no_outcome_of_the_sample_needs_advice(sample, style):
    assert [told for one in sample.outcomes for told in advice(one, sample, style)] == []
