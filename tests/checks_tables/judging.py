"""A draft checked as the tables ask, and judged by what they say: for the tests and for `tools/check_figures.py`."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bali_desk.domain.record import Record
from bali_desk.drafting.checks import DraftText, Finding, check_text
from bali_desk.drafting.dictionary import load_dictionary, load_field_words
from bali_desk.drafting.known_names import names_of
from bali_desk.drafting.spelling import Speller
from bali_desk.drafting.wording import load_style
from bali_desk.exchange.importing import take_in
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

TABLES = Path(__file__).parent
DAY_WITHOUT_RECORD = dt.date(2030, 1, 1)
MARKS = {"# ": "title", "## ": "heading", "- ": "bullet"}

Case = dict[str, Any]


def table(path: Path) -> Case:
    """What one file of the tables holds."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def statements(kind: str) -> list[Path]:
    """The whole statements, "clean" or with "slips", the fresh ones among them."""
    return sorted(TABLES.glob(f"**/{kind}/*.toml"))


def draft_of(text: str) -> DraftText:
    """A text as the tables write it: "# " title block, "## " heading, "- " bullet, blank lines between paragraphs."""
    paragraphs: list[tuple[str, str]] = []
    for part in re.split(r"\n\s*\n", text.replace("**", "").strip("\n")):
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


class Judge:
    """Checks cases of the tables. Records and dictionaries are read once; `folder` holds the records' desks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._records: dict[str, Record] = {}
        self._dictionaries: dict[str, Any] = {}

    def record(self, name: str) -> Record:
        """The record of one of the tables' meetings, by its short name."""
        if name not in self._records:
            desk = Desk(self.folder / f"{name}.desk")
            with desk.change("Import") as session:
                meeting = take_in(session, (TABLES / "records" / f"{name}.meeting.json").read_bytes()).meeting
            with desk.reading() as session:
                self._records[name] = read_record(session, meeting)
            desk.close()
        return self._records[name]

    def speller(self, profile: str, record: Record | None) -> Speller:
        """The speller of a house, with the names of a record."""
        name = load_style(profile=profile).house.spelling
        if name not in self._dictionaries:
            self._dictionaries[name] = load_dictionary(name)
        return Speller(self._dictionaries[name], load_field_words(), names_of(record) if record else ())

    def findings(self, case: Case, only: Sequence[str] | None = None) -> list[Finding]:
        """What the checks find in a case; `only` names the checks."""
        record = self.record(case["record"]) if case.get("record") else None
        day = (record.meeting.end or record.meeting.start) if record else DAY_WITHOUT_RECORD
        if case.get("today"):
            day = dt.date.fromisoformat(str(case["today"]))
        previous = draft_of(case["previous"]) if case.get("previous") else None
        terms = [tuple(pair) for pair in case.get("terms", [])]
        profile = case.get("profile") or None
        knows = self.speller(profile or "asean", record) if only in (None, ["spelling"]) else None
        return check_text(draft_of(case["text"]), record, day, previous, profile, only, terms, knows)


def met(words: str, found: Iterable[Finding], plain: str) -> bool:
    """Whether one of the findings meets these words, where it stands or where it points to."""
    wanted = re.compile(r"\s+".join(map(re.escape, words.split())))
    places = [place.span() for place in wanted.finditer(plain)]
    over = any(one.start < end and start < max(one.end, one.start + 1) for one in found for start, end in places)
    return over or any(words in one.other or (one.other and one.other.strip("“”") in words) for one in found)


def untold(case: Case, found: Sequence[Finding], plain: str) -> list[str]:
    """The words of a wrong case of which no finding speaks."""
    unmet = [words for words in case.get("quote", []) if not met(words, found, plain)]
    return unmet + [
        words for words in case.get("missing", []) if not any(words in f"{one.why} {one.other}" for one in found)
    ]
