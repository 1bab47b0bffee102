"""The checks against texts that were written apart from them: what they must find, and what they must leave alone."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path

import pytest

from bali_desk.drafting.checks import CHECKS, check_text
from bali_desk.drafting.dictionary import load_dictionary, load_field_words
from bali_desk.drafting.known_names import names_of
from bali_desk.drafting.spelling import Speller
from bali_desk.drafting.wording import load_style

TABLES = Path(__file__).parents[2] / "checks_tables"
DAY_WITHOUT_RECORD = dt.date(2030, 1, 1)

# Where the checks and the tables differ, with the reason.
DIFFERENT = {
    "on the 30th of April 2026": "“the” goes with the “th”: the mended sentence reads “on 30 April 2026”",
    "welcomed the absence of Kenya’s name": "a list on which nobody wants to stand: only a reader knows that",
}


def table(name):
    return tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf-8"))


def cases(kind):
    for check in CHECKS:
        for number, case in enumerate(table(check.name)[kind], start=1):
            reason = next((why for words, why in DIFFERENT.items() if words in case["text"]), "")
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(check.name, case, id=f"{check.name}-{number}", marks=marks)


@pytest.fixture(scope="module")
def speller():
    """What makes the speller of a house, with the names of a record."""
    dictionaries = {}

    def made(profile, record):
        name = load_style(profile=profile).house.spelling
        if name not in dictionaries:
            dictionaries[name] = load_dictionary(name)
        return Speller(dictionaries[name], load_field_words(), names_of(record) if record else ())

    return made


@pytest.fixture
def findings(draft, record_named, speller):
    """What checks a case of the tables."""

    def found(case, only=None):
        record = record_named(case["record"]) if case.get("record") else None
        day = (record.meeting.end or record.meeting.start) if record else DAY_WITHOUT_RECORD
        if case.get("today"):
            day = dt.date.fromisoformat(str(case["today"]))
        previous = draft(case["previous"]) if case.get("previous") else None
        terms = [tuple(pair) for pair in case.get("terms", [])]
        profile = case.get("profile") or None
        knows = speller(profile or "asean", record) if only in (None, ["spelling"]) else None
        return check_text(draft(case["text"]), record, day, previous, profile, only, terms, knows)

    return found


def met(words, found, plain):
    """Whether one of the findings meets these words, where it stands or where it points to."""
    wanted = re.compile(r"\s+".join(map(re.escape, words.split())))
    places = [place.span() for place in wanted.finditer(plain)]
    over = any(one.start < end and start < max(one.end, one.start + 1) for one in found for start, end in places)
    return over or any(words in one.other or (one.other and one.other.strip("“”") in words) for one in found)


def mended(found, plain):
    for one in sorted(found, key=lambda one: -one.start):
        if one.fix is not None:
            plain = plain[: one.start] + one.fix + plain[one.end :]
    return plain


def assert_tells(case, found, plain):
    assert found
    for words in case.get("quote", []):
        assert met(words, found, plain), words
    for words in case.get("missing", []):
        assert any(words in f"{one.why} {one.other}" for one in found), words
    if "severity" in case:
        assert case["severity"] in {one.severity for one in found}


@pytest.mark.parametrize(("check", "case"), list(cases("wrong")))
def test_what_is_wrong_is_found_where_it_stands(check, case, findings, draft):
    found = findings(case, [check])
    plain = draft(case["text"]).plain
    assert_tells(case, found, plain)
    if "fix" in case and any(one.fix is not None for one in found):
        wanted = re.sub(
            r"\s+".join(map(re.escape, case["quote"][0].split())), lambda _found: case["fix"], plain, count=1
        )
        each = [mended([one], plain) for one in found]
        assert wanted in [mended(found, plain), *each]


@pytest.mark.parametrize(("check", "case"), list(cases("right")))
def test_what_is_right_is_left_alone(check, case, findings):
    assert findings(case, [check]) == []


@pytest.mark.parametrize("path", sorted((TABLES / "clean").glob("*.toml")), ids=lambda path: path.stem)
def test_a_clean_statement_has_no_error_and_next_to_no_warning(path, findings, draft):
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    found = findings(case)
    assert [one for one in found if one.severity == "error"] == []
    assert sum(one.severity == "warning" for one in found) <= 3 * draft(case["text"]).words / 1000


@pytest.mark.parametrize("path", sorted((TABLES / "slips").glob("*.toml")), ids=lambda path: path.stem)
def test_every_planted_slip_of_a_statement_is_found(path, findings, draft):
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    found, plain = findings(case), draft(case["text"]).plain
    for slip in case["slip"]:
        assert_tells(slip, [one for one in found if one.check == slip["check"]], plain)
