"""Drafts and records for the checks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bali_desk.drafting.checks import DraftText
from bali_desk.exchange.importing import take_in
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

TABLES = Path(__file__).parents[2] / "checks_tables"
MARKS = {"# ": "title", "## ": "heading", "- ": "bullet"}


def draft_of(text: str) -> DraftText:
    """A text as the tables write it: "# " title block, "## " heading, "- " bullet, blank lines between paragraphs."""
    paragraphs: list[tuple[str, str]] = []
    for part in re.split(r"\n\s*\n", text.strip("\n")):
        told: list[list[str]] = []
        for line in part.split("\n"):
            mark = next((mark for mark in MARKS if line.startswith(mark)), "")
            if mark or not told:
                told.append([MARKS.get(mark, "paragraph"), line[len(mark) :]])
            else:
                told[-1][1] += f" {line}"
        paragraphs += [(kind, words) for kind, words in told]
    titles = [place for place, (kind, _words) in enumerate(paragraphs) if kind == "title"]
    return DraftText.of_paragraphs(
        [("subtitle" if place in titles[1:] else kind, words) for place, (kind, words) in enumerate(paragraphs)]
    )


@pytest.fixture(scope="session")
def draft():
    """What reads a text of the tables."""
    return draft_of


@pytest.fixture(scope="session")
def record_named(tmp_path_factory):
    """The record of one of the tables' meetings, by its short name."""
    known = {}

    def read(name):
        if name not in known:
            desk = Desk(tmp_path_factory.mktemp(name) / "meeting.desk")
            with desk.change("Import") as session:
                taken = take_in(session, (TABLES / "records" / f"{name}.meeting.json").read_bytes())
                meeting_id = taken.meeting
            with desk.reading() as session:
                known[name] = read_record(session, meeting_id)
            desk.close()
        return known[name]

    return read
