"""The checks against texts that were written apart from them: what they must find, and what they must leave alone."""

from __future__ import annotations

import re

import pytest
from checks_tables.judging import TABLES, draft_of, statements, table, untold

from bali_desk.drafting.checks import CHECKS

# Where the checks and the tables differ, with the reason.
DIFFERENT = {
    "welcomed the absence of Kenya’s name": "a list on which nobody wants to stand: only a reader knows that",
}


def cases(kind):
    for check in CHECKS:
        for number, case in enumerate(table(TABLES / f"{check.name}.toml")[kind], start=1):
            reason = next((why for words, why in DIFFERENT.items() if words in case["text"]), "")
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(check.name, case, id=f"{check.name}-{number}", marks=marks)


def whole(kind):
    return [pytest.param(table(path), id=path.stem) for path in statements(kind)]


def mended(found, plain):
    for one in sorted(found, key=lambda one: -one.start):
        if one.fix is not None:
            plain = plain[: one.start] + one.fix + plain[one.end :]
    return plain


def assert_tells(case, found, plain):
    assert found
    assert untold(case, found, plain) == []
    if "severity" in case:
        assert case["severity"] in {one.severity for one in found}


@pytest.mark.parametrize(("check", "case"), list(cases("wrong")))
def test_what_is_wrong_is_found_where_it_stands(check, case, judge):
    found, plain = judge.findings(case, [check]), draft_of(case["text"]).plain
    assert_tells(case, found, plain)
    if "fix" in case and any(one.fix is not None for one in found):
        wanted = re.sub(
            r"\s+".join(map(re.escape, case["quote"][0].split())), lambda _found: case["fix"], plain, count=1
        )
        each = [mended([one], plain) for one in found]
        assert wanted in [mended(found, plain), *each]


@pytest.mark.parametrize(("check", "case"), list(cases("right")))
def test_what_is_right_is_left_alone(check, case, judge):
    assert judge.findings(case, [check]) == []


@pytest.mark.parametrize("case", whole("clean"))
def test_a_clean_statement_has_no_error_and_next_to_no_warning(case, judge):
    found = judge.findings(case)
    assert [one for one in found if one.severity == "error"] == []
    assert sum(one.severity == "warning" for one in found) <= 3 * draft_of(case["text"]).words / 1000


@pytest.mark.parametrize("case", whole("slips"))
def test_every_planted_slip_of_a_statement_is_found(case, judge):
    found, plain = judge.findings(case), draft_of(case["text"]).plain
    for slip in case["slip"]:
        assert_tells(slip, [one for one in found if one.check == slip["check"]], plain)
