"""Lines of the work plan over the meetings of a body, and from which plan to which meeting they are carried."""

import datetime as dt

import pytest

from bali_desk.domain.models import Meeting, Outcome, WorkPlan, WorkPlanLine
from bali_desk.domain.work_plan import PlanAt, followed, planned, turns


def at(number, lines="", fulfilled=""):
    """A meeting with the plan lines "a b:done", and an outcome for each handle it fulfils."""
    meeting = Meeting(id=number, body_id=1, ordinal=number, start=dt.date(2010 + number, 5, 1))
    plan = WorkPlan(id=number, meeting_id=number) if lines else None
    made = [
        WorkPlanLine(plan_id=number, handle=handle, text=f"{handle} at {number}", status=status or None)
        for handle, _, status in (one.partition(":") for one in lines.split())
    ]
    outcomes = [Outcome(meeting_id=number, handle=f"o{one}{number}", fulfils=[one]) for one in fulfilled.split()]
    return PlanAt(meeting, plan, made, outcomes)


def shown(meetings, here):
    return [(one.line.text, one.here, one.standing) for one in followed(meetings, here)]


@pytest.mark.parametrize(
    ("meetings", "here", "expected"),
    [
        ([at(1, "a b:done")], 1, [("a at 1", True, "open"), ("b at 1", True, "done")]),
        ([at(1, "a b:done"), at(2, "a")], 2, [("a at 2", True, "carried over"), ("b at 1", False, "done")]),
        ([at(1, "a b:done"), at(2, "a")], 1, [("a at 1", True, "open"), ("b at 1", True, "done")]),
        ([at(1, "a b"), at(2, "a")], 2, [("a at 2", True, "carried over"), ("b at 1", False, "dropped")]),
        ([at(1, "a"), at(2, "c a")], 1, [("a at 1", True, "open"), ("c at 2", False, "open")]),
        ([at(1, "a"), at(2)], 2, [("a at 1", False, "open")]),
        ([at(1, "a"), at(2), at(3, "a:ongoing")], 3, [("a at 3", True, "carried over")]),
        ([at(1, "a:Superseded b:cancelled c:Completed")], 1, [
            ("a at 1", True, "dropped"), ("b at 1", True, "dropped"), ("c at 1", True, "done"),
        ]),
        ([at(1)], 1, []),
        ([], 1, []),
    ],
)  # fmt: skip
def test_a_line_is_one_line_over_the_meetings_and_says_how_it_stands(meetings, here, expected):
    assert shown(meetings, here) == expected


def test_each_meeting_says_whether_the_line_stood_was_left_behind_and_what_fulfilled_it():
    meetings = [at(1), at(2, "a b", "a"), at(3, "b", "b b"), at(4), at(5, "b")]
    first, second = sorted(followed(meetings, 3), key=lambda one: one.line.handle)
    assert [(one.stood, one.left, len(one.outcomes)) for one in first.stands] == [
        (False, False, 0), (True, False, 1), (False, True, 0), (False, False, 0), (False, False, 0),
    ]  # fmt: skip
    assert [(one.stood, one.left, len(one.outcomes)) for one in second.stands] == [
        (False, False, 0), (True, False, 0), (True, False, 2), (False, False, 0), (True, False, 0),
    ]  # fmt: skip


def test_a_meeting_counts_where_the_plan_stood_or_a_line_was_fulfilled():
    meetings = [at(1), at(2, "a"), at(3), at(4, "", "a")]
    assert [one.meeting.id for one in planned(meetings)] == [2, 4]


@pytest.mark.parametrize(
    ("meetings", "here", "expected"),
    [
        ([at(1, "a"), at(2)], 2, [(1, 2)]),  # the plan of the open meeting is made from the last one
        ([at(1, "a"), at(2)], 1, [(1, 2)]),  # or that of the next one where there is one
        ([at(1, "a"), at(2, "a"), at(3)], 2, [(2, 3), (1, 2)]),
        ([at(1, "a"), at(2), at(3)], 3, [(1, 3)]),
        ([at(1), at(2, "a")], 1, []),
        ([at(1, "a")], 1, []),
        ([at(1), at(2)], 2, []),
        ([at(1, "a")], 9, []),
    ],
)
def test_lines_are_carried_from_the_last_plan_to_the_open_meeting_or_from_it_to_the_next(meetings, here, expected):
    assert [(source.meeting.id, target.meeting.id) for source, target in turns(meetings, here)] == expected
