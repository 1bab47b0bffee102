"""Drafts and records for the checks."""

from __future__ import annotations

import pytest
from checks_tables.judging import Judge, draft_of


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
