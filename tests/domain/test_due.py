"""Days as they are said in a meeting: each as the one who says it on Friday, 26 May 2017 means it."""

import datetime as dt

import pytest

from bali_desk.domain.due import said_day

FRIDAY = dt.date(2017, 5, 26)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", "2017-05-26"),
        ("Tomorrow", "2017-05-27"),
        ("the day after tomorrow", "2017-05-28"),
        ("15 June", "2017-06-15"),
        ("15 Jun.", "2017-06-15"),
        ("June 15th", "2017-06-15"),
        ("by the 15th of June", "2017-06-15"),
        ("the 15th", "2017-06-15"),
        ("15/6", "2017-06-15"),
        ("15.6.", "2017-06-15"),
        ("26 May", "2017-05-26"),
        ("25 May", "2018-05-25"),
        ("29 February", "2020-02-29"),
        ("in two weeks", "2017-06-09"),
        ("2 weeks", "2017-06-09"),
        ("within a fortnight", "2017-06-09"),
        ("in a month", "2017-06-26"),
        ("in three months’ time", "2017-08-26"),
        ("four weeks after the meeting", "2017-06-23"),
        ("in a year", "2018-05-26"),
        ("next week", "2017-06-02"),
        ("end of next week", "2017-06-02"),
        ("end of next month", "2017-06-30"),
        ("by end of the month", "2017-05-31"),
        ("next month", "2017-06-30"),
        ("the end of this year", "2017-12-31"),
        ("end of the quarter", "2017-06-30"),
        ("end of next quarter", "2017-09-30"),
        ("end of June", "2017-06-30"),
        ("in June", "2017-06-30"),
        ("mid-June", "2017-06-15"),
        ("end of April", "2018-04-30"),
        ("March 2018", "2018-03-31"),
        ("Monday", "2017-05-29"),
        ("Friday", "2017-06-02"),
        ("next Wednesday", "2017-05-31"),
    ],
)
def test_what_is_said_is_understood(said, day):
    assert said_day(said, FRIDAY) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "soon",
        "31 June",
        "in due course",
        "in no time",
        "32nd",
        "15",
        "99/99",
        "early next year",
        "ma",
        "0 June",
        "JJJ",
    ],
)
def test_what_tells_no_day_is_none(said):
    assert said_day(said, FRIDAY) is None


def test_a_month_too_short_gives_its_last_day():
    assert said_day("in a month", dt.date(2017, 1, 31)) == dt.date(2017, 2, 28)
    assert said_day("end of next month", dt.date(2016, 1, 31)) == dt.date(2016, 2, 29)


def test_what_no_calendar_holds_is_none():
    assert said_day("in 999 years", dt.date(9500, 1, 1)) is None
