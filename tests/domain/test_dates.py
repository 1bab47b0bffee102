"""Dates and ordinals in words."""

import datetime as dt

import pytest

from bali_desk.domain.dates import last_day, ordinal_figure, ordinal_word, span, written


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2017, 5, 26), "26 May 2017"),
        ("2017-05-26", "26 May 2017"),
        ("2017-05", "May 2017"),
        ("2017", "2017"),
        (None, ""),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(day, words):
    assert written(day) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ((2017, 6, 4), None, "4 June 2017"),
        ((2017, 6, 4), (2017, 6, 4), "4 June 2017"),
        ((2017, 6, 4), (2017, 6, 5), "4–5 June 2017"),
        ((2017, 5, 30), (2017, 6, 2), "30 May – 2 June 2017"),
        ((2017, 12, 30), (2018, 1, 2), "30 December 2017 – 2 January 2018"),
    ],
)
def test_a_span_says_month_and_year_once(start, end, words):
    assert span(dt.date(*start), end and dt.date(*end)) == words


@pytest.mark.parametrize(
    ("number", "word", "figure"),
    [
        (1, "first", "1st"),
        (3, "third", "3rd"),
        (12, "twelfth", "12th"),
        (20, "twentieth", "20th"),
        (21, "twenty-first", "21st"),
        (40, "fortieth", "40th"),
        (99, "ninety-ninth", "99th"),
        (100, "100th", "100th"),
        (111, "111th", "111th"),
        (122, "122nd", "122nd"),
    ],
)
def test_ordinals_in_letters_and_figures(number, word, figure):
    assert (ordinal_word(number), ordinal_figure(number)) == (word, figure)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("26 May 2017", dt.date(2017, 5, 26)),
        ("2017-05-26", dt.date(2017, 5, 26)),
        ("in May 2017", dt.date(2017, 5, 31)),
        ("February 2024", dt.date(2024, 2, 29)),
        ("December 2017", dt.date(2017, 12, 31)),
        ("2017", dt.date(2017, 12, 31)),
        ("late 2017", dt.date(2017, 12, 31)),
        ("early 2018", dt.date(2018, 4, 30)),
        ("mid-2018", dt.date(2018, 8, 31)),
        ("the first half of 2018", dt.date(2018, 6, 30)),
        ("the second half of 2018", dt.date(2018, 12, 31)),
        ("Q3 2018", dt.date(2018, 9, 30)),
        ("next year", None),
        ("", None),
    ],
)
def test_the_last_day_a_rough_time_may_mean(told, day):
    assert last_day(told) == day
