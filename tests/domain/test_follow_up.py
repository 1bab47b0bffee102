"""How an action stands on a day, and which rows of several meetings are one action."""

import datetime as dt
from typing import NamedTuple

import pytest

from bali_desk.domain.follow_up import same_actions, standing, when_due

TODAY = dt.date(2017, 7, 12)


@pytest.mark.parametrize(
    ("status", "days", "stands", "words"),
    [
        ("open", -12, "overdue", "overdue by 12 days"),
        ("open", -1, "overdue", "overdue by 1 day"),
        ("open", -1234, "overdue", "overdue by 1,234 days"),
        ("open", 0, "soon", "due today"),
        ("open", 1, "soon", "due tomorrow"),
        ("open", 7, "soon", "due in 7 days"),
        ("open", 8, "open", ""),
        ("open", None, "open", ""),
        (None, -1, "overdue", "overdue by 1 day"),
        ("under way", -1, "overdue", "overdue by 1 day"),
        ("done", -12, "closed", ""),
        ("Done ", -12, "closed", ""),
        ("superseded", 3, "closed", ""),
        ("done", None, "closed", ""),
    ],
)
def test_an_action_stands_by_its_status_and_its_date(status, days, stands, words):
    due = None if days is None else TODAY + dt.timedelta(days)
    assert (standing(status, due, TODAY), when_due(status, due, TODAY)) == (stands, words)


class Row(NamedTuple):
    meeting_id: int
    handle: str = "x1"
    text: str | None = "report"
    outcome_id: int | None = None
    body_id: int = 1


@pytest.mark.parametrize(
    ("why", "rows", "groups"),
    [
        ("taken along twice", [Row(3), Row(2), Row(1, outcome_id=7)], [[3, 2, 1]]),
        ("taken along, and its words changed since", [Row(2, text="report again"), Row(1, outcome_id=7)], [[2, 1]]),
        ("another action of a meeting file", [Row(2, text="other", outcome_id=9), Row(1, outcome_id=7)], [[2], [1]]),
        ("of another body", [Row(2, body_id=2), Row(1)], [[2], [1]]),
        ("twice in one meeting", [Row(1), Row(1)], [[1], [1]]),
        ("of different handles", [Row(2, "x2"), Row(1, "x1")], [[2], [1]]),
    ],
)
def test_an_action_that_meetings_take_along_is_one(why, rows, groups):
    assert [[row.meeting_id for row in group] for group in same_actions(rows)] == groups, why


def test_actions_stand_in_the_order_of_their_latest_rows():
    rows = [Row(2, "b"), Row(2, "a"), Row(1, "a"), Row(1, "c"), Row(1, "b")]
    assert [group[0].handle for group in same_actions(rows)] == ["b", "a", "c"]
