"""Checking a draft: where a finding stands, what is told once, and the statement the record itself makes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.drafting.checks import DraftText, check_text
from bali_desk.drafting.compose import compose
from bali_desk.drafting.dictionary import load_dictionary, load_field_words
from bali_desk.drafting.spelling import Speller
from bali_desk.drafting.wording import load_style

STYLES, PROFILES = ("bali-process", "numbered", "decisions"), ("australian", "un", "asean")


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("style", STYLES)
def test_a_statement_as_composed_has_no_error_and_next_to_no_warning(sample, style, profile):
    text = DraftText.of_blocks(compose(sample, load_style(style, profile=profile)))
    found = check_text(text, sample, sample.meeting.end, profile=profile)
    assert [one for one in found if one.severity == "error"] == []
    assert sum(one.severity == "warning" for one in found) <= 3 * text.words / 1000


@pytest.mark.parametrize("style", STYLES)
def test_a_hard_statement_as_composed_has_no_error(hard, style):
    found = check_text(DraftText.of_blocks(compose(hard, load_style(style))), hard)
    assert [one for one in found if one.severity == "error"] == []


def test_a_finding_quotes_the_very_words_of_the_plain_text(sample):
    blocks = compose(sample)
    blocks[3] = replace(blocks[3], text=blocks[3].text.replace("38 participants", "the the **83** participants"))
    text = DraftText.of_blocks(blocks)
    found = check_text(text, sample)
    assert {"doubled-word", "count-mismatch"} <= {one.check for one in found}
    assert all(text.plain[one.start : one.end] == one.quote for one in found)
    doubled = next(one for one in found if one.check == "doubled-word")
    assert (doubled.quote, doubled.fix, doubled.severity, doubled.block) == ("the the", "the", "error", "4")


def test_a_changed_fact_of_the_record_is_seen(sample):
    text = DraftText.of_blocks(compose(sample))
    sample.meeting.start = sample.meeting.end = dt.date(2017, 5, 25)
    sample.meeting.ordinal = 4
    sample.meeting.city = "Jakarta"
    checks = {one.check for one in check_text(text, sample) if one.severity == "error"}
    assert {"date-mismatch", "ordinal-mismatch", "place-mismatch"} <= checks


def test_a_decision_taken_out_of_the_text_is_missed(sample):
    blocks = [one for one in compose(sample) if "priorities" not in one.text and one.kind != "bullet"]
    found = check_text(DraftText.of_blocks(blocks), sample, only=["decision-missing"])
    assert len(found) == 1
    assert "Members agreed on" in found[0].other


def test_one_slip_is_told_once():
    text = "The list appears as Annex A and the plan as Annex D.\n\nAnnex A: List of participants"
    checks = [one.check for one in check_text(text) if "Annex D" in one.quote]
    assert checks == ["annex"]
    assert {one.check for one in check_text(text, only=["cross-reference"])} == {"cross-reference"}


def test_only_the_checks_asked_for_look():
    text = "Members noted the the report , and thanked the host."
    assert {one.check for one in check_text(text, only=["spacing"])} == {"spacing"}


def test_an_empty_text_has_nothing_to_find():
    assert check_text("") == []
    assert check_text(DraftText.of_paragraphs([])) == []


def test_a_speller_that_is_handed_in_tells_what_it_does_not_know_but_no_name(sample):
    speller = Speller(load_dictionary("en_AU"), load_field_words())
    text = "The Regional Roadmap was recieved well by Ms Halloran.\n\nMembers read “teh guide”."
    found = check_text(text, sample, only=["spelling"], speller=speller)
    assert [(one.quote, one.severity) for one in found] == [("recieved", "warning")]
    assert check_text(text, sample, only=["spelling"]) == []


PIECES = [
    "Members", "The Co-Chairs", "noted", "agreed on", "will", "to be held", "in", "from", "to", "26 May 2017",
    "2015–17", "the third meeting of the TIPWG", "(", ")", "[", "]", "“", "”", "‘", "’", "'", '"', "*", "\n",
    "\n\n", ". ", ", ", ":", ";", "Annex A", "paragraph 3", "RSO", "(RSO)", "Mr Callum", "Indonesia", "Viet Nam",
    "3rd", "5%", "XX", "DRAFT", "- a", "1. ", "(a) ", "# ", "a", "an hour", "\u00a0", "\ufffd", "â€™", "H.E.",
    "co-chaired by", "30 February", "met", "attended by representatives of", "Forward Work Plan 2015-17",
    "was held", "Q3 2018", "two steps:", "the the", "𝒳", "Côte d’Ivoire",
]  # fmt: skip


@pytest.fixture(scope="module")
def sample_record(_sample):
    """The sample meeting, which nobody changes."""
    return _sample


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_no_text_breaks_a_check_and_every_finding_stands_in_it(sample_record, pieces):
    text = DraftText.of_plain(" ".join(pieces))
    for one in check_text(text, sample_record, dt.date(2018, 1, 1), previous=text, profile="un"):
        assert text.plain[one.start : one.end] == one.quote
        assert one.why
        assert one.severity in ("error", "warning", "info")
