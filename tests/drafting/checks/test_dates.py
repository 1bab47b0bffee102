"""Dates in a text, as the days from a first to a last."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.domain.dates import MONTHS, span, written
from bali_desk.drafting.checks.dates import mentions

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31))


def interval(text, year=None):
    found = mentions(text, year)
    assert len(found) == 1, found
    return found[0].first.isoformat(), found[0].last.isoformat(), found[0].grain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("26 May 2017", ("2017-05-26", "2017-05-26", "day")),
        ("4–5 June 2017", ("2017-06-04", "2017-06-05", "day")),
        ("4 and 5 June 2017", ("2017-06-04", "2017-06-05", "day")),
        ("30 May – 2 June 2017", ("2017-05-30", "2017-06-02", "day")),
        ("30 December 2017 to 2 January 2018", ("2017-12-30", "2018-01-02", "day")),
        ("from 6 to 10 June 2017", ("2017-06-06", "2017-06-10", "day")),
        ("May 2017", ("2017-05-01", "2017-05-31", "month")),
        ("from May to November 2017", ("2017-05-01", "2017-11-30", "month")),
        ("November to February 2018", ("2017-11-01", "2018-02-28", "month")),
        ("early 2017", ("2017-01-01", "2017-04-30", "part")),
        ("mid-2017", ("2017-05-01", "2017-08-31", "part")),
        ("late 2017", ("2017-09-01", "2017-12-31", "part")),
        ("the end of 2017", ("2017-09-01", "2017-12-31", "part")),
        ("late May 2017", ("2017-05-21", "2017-05-31", "part")),
        ("the first half of 2018", ("2018-01-01", "2018-06-30", "part")),
        ("the third quarter of 2018", ("2018-07-01", "2018-09-30", "part")),
        ("Q4 2018", ("2018-10-01", "2018-12-31", "part")),
        ("2015–17", ("2015-01-01", "2017-12-31", "year")),
        ("2026/27", ("2026-01-01", "2027-12-31", "year")),
        ("1999-2003", ("1999-01-01", "2003-12-31", "year")),
        ("2017-05-26", ("2017-05-26", "2017-05-26", "day")),
        ("May 26, 2017", ("2017-05-26", "2017-05-26", "day")),
        ("Friday, the 26th of May 2017", ("2017-05-26", "2017-05-26", "day")),
        ("by 2019", ("2019-01-01", "2019-12-31", "year")),
    ],
)
def test_each_pattern_is_an_interval(text, expected):
    assert interval(f"The plan, {text}, was read.") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Members may march in august company.",
        "TIPWG/2017/3",
        "resolution 1540 and 2334-B",
        "32 participants and 18 members",
        "Room 12",
    ],
)
def test_what_is_no_date_is_none(text):
    assert mentions(text) == []


def test_a_day_without_its_year_needs_one():
    assert mentions("on 26 May") == []
    assert interval("on 26 May", 2017) == ("2017-05-26", "2017-05-26", "day")
    assert not mentions("on 26 May", 2017)[0].year_known


def test_a_day_there_is_not_is_kept_as_written():
    day = mentions("31 June 2017")[0].days[0]
    assert (day.day, day.month, day.real()) == (31, 6, None)


@given(DAYS)
def test_a_written_day_is_read_back(day):
    assert interval(f"On {written(day)}, Members met.") == (day.isoformat(), day.isoformat(), "day")


@given(DAYS, st.integers(1, 400))
def test_a_written_span_is_read_back(day, length):
    last = min(day + dt.timedelta(days=length), dt.date(2049, 12, 31))
    if last > day:
        assert interval(f"It was held {span(day, last)} in Suva.") == (day.isoformat(), last.isoformat(), "day")


@given(st.integers(1950, 2049), st.integers(1, 12))
def test_a_month_is_read_back(year, month):
    found = mentions(f"in {MONTHS[month - 1]} {year}")[0]
    assert (found.first.month, found.last.month, found.first.day) == (month, month, 1)
    assert found.last + dt.timedelta(days=1) > found.last
    assert (found.last + dt.timedelta(days=1)).day == 1


@given(st.text(alphabet=st.sampled_from("0123456789 -–/.,to andMayJune201stQ"), max_size=60))
def test_nothing_that_is_typed_breaks_the_grammar(text):
    for found in mentions(text, 2017):
        assert found.first <= found.last
        assert text[found.start : found.end] == found.text
