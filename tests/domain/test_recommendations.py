"""Recommendations to a higher body, and when their answer is late."""

import datetime as dt

import pytest

from bali_desk.domain.models import Outcome
from bali_desk.domain.recommendations import is_recommendation, state_of


@pytest.mark.parametrize(
    ("when", "became", "today", "state"),
    [
        ("late 2017", None, dt.date(2017, 12, 31), "waiting"),
        ("late 2017", None, dt.date(2018, 1, 1), "late"),
        ("late 2017", " Pending ", dt.date(2018, 1, 1), "late"),
        ("late 2017", "pending", dt.date(2017, 6, 1), "waiting"),
        ("late 2017", "endorsed with a change", dt.date(2018, 1, 1), "answered"),
        ("2017-11-16", None, dt.date(2017, 11, 16), "waiting"),
        ("16 November 2017", None, dt.date(2017, 11, 17), "late"),
        ("the first half of 2018", None, dt.date(2018, 7, 1), "late"),
        ("in due course", None, dt.date(2018, 7, 1), "undated"),
        (None, None, dt.date(2018, 7, 1), "undated"),
    ],
)
def test_a_recommendation_without_answer_is_late_once_the_higher_meeting_is_over(when, became, today, state):
    one = Outcome(meeting_id=1, recommended_to={"body": "Senior Officials", "when": when}, became=became)
    assert state_of(one, today) == state


def test_only_what_is_recommended_to_somebody_or_some_time_is_a_recommendation():
    given = [None, {}, {"body": " ", "when": None}, {"body": "Ministers", "when": None}, {"body": None, "when": "2018"}]
    assert [is_recommendation(Outcome(meeting_id=1, recommended_to=one)) for one in given] == [
        False, False, False, True, True,
    ]  # fmt: skip
