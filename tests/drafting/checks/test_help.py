"""The help of the checks: one page for each, whose examples are true."""

from __future__ import annotations

import datetime as dt

import pytest

from bali_desk.domain.errors import DeskError
from bali_desk.drafting.checks import CHECKS, FAMILIES, check_text, explain
from bali_desk.drafting.checks.data import Data
from bali_desk.drafting.known_names import speller_for

NAMES = [check.name for check in CHECKS]
DAY = dt.date(2017, 5, 26)


def test_there_is_a_page_for_every_check_and_for_nothing_else():
    assert set(Data().help.held) == set(NAMES)
    assert len(NAMES) == len(set(NAMES)) == 66
    assert {check.family for check in CHECKS} == set(FAMILIES)


@pytest.mark.parametrize("check", CHECKS, ids=NAMES)
def test_the_examples_are_what_the_page_says(check, draft, sample):
    page = explain(check.name)
    assert page.title
    assert page.about.endswith(".")
    record = sample if "r" in check.needs else None
    last = "\n\n".join(["# Co-Chairs’ Statement", *page.wrong])
    beside = {
        "previous": draft(last) if "p" in check.needs else None,
        "terms": [("chair", "chairman")],
        "speller": speller_for(sample, ()) if check.name == "spelling" else None,
    }
    assert page.wrong, "an officer learns from what is wrong"
    for text in page.wrong:
        assert check_text(draft(text), record, DAY, only=[check.name], **beside), text
    for text in page.right:
        assert check_text(draft(text), record, DAY, only=[check.name], **beside) == [], text


def test_a_check_there_is_not_is_told_by_its_name():
    with pytest.raises(DeskError, match="no draft check “grammar”"):
        explain("grammar")
    with pytest.raises(DeskError, match="no draft check “grammar”"):
        check_text("Members met.", only=["grammar"])
