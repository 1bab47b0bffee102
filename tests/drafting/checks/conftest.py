"""Drafts and records for the checks."""

from __future__ import annotations

import pytest
from checks_tables.judging import Judge, draft_of

from bali_desk.drafting.checks import check_text


@pytest.fixture(scope="session")
def draft():
    """What reads a text of the tables."""
    return draft_of


@pytest.fixture(scope="session")
def judge(tmp_path_factory):
    """What checks a case of the tables."""
    return Judge(tmp_path_factory.mktemp("records"))


@pytest.fixture(scope="session")
def record_named(judge):
    """The record of one of the tables' meetings, by its short name."""
    return judge.record


@pytest.fixture
def told(judge):
    """The quotes of one check's findings in a text; the record is that of one of the tables' meetings."""

    def quotes(check, text, record=None, profile=None):
        known = judge.record(record) if record else None
        day = known.meeting.end if known else None
        return [one.quote for one in check_text(draft_of(text), known, day, profile=profile, only=[check])]

    return quotes
