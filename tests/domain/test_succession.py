"""What one meeting hands on to the next."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.domain import succession
from bali_desk.domain.models import (
    Action,
    AgendaItem,
    Body,
    Delegation,
    EarlierMeeting,
    Meeting,
    MeetingSession,
    Member,
    Outcome,
    WorkPlan,
    WorkPlanLine,
)
from bali_desk.domain.record import Record

BEFORE = Meeting(id=1, body_id=1, ordinal=3, start=dt.date(2017, 5, 26), end=dt.date(2017, 5, 27))
AFTER = Meeting(id=2, body_id=1, ordinal=4, start=dt.date(2018, 6, 1), end=dt.date(2018, 6, 2))


def item(number, title="Item", **more):
    return AgendaItem(id=number, meeting_id=1, handle=f"a{number}", sequence=number, title=title, **more)


def record(*items, **more):
    return Record(body=Body(id=1, name="TIPWG"), meeting=BEFORE, agenda=list(items), **more)


def agenda(record, after=AFTER, **more):
    return [
        (one.item.title, one.item.day, one.item.start, one.item.minutes, one.parent)
        for one in succession.agenda(record, after, **more)
    ]


def test_titles_minutes_levels_and_own_numbers_stay_and_what_was_said_does_not():
    old = item(2, "Plan", parent_id=1, no="1 bis", minutes=20, purpose="decision", kind="item", restricted=True)
    old.presenters, old.papers, old.annotation, old.chair_notes = ["h"], ["p"], "background", "private"
    _parent, one = succession.agenda(record(item(1, "Updates"), old), AFTER)
    new = one.item
    assert (new.title, new.no, new.minutes, new.purpose, new.restricted) == ("Plan", "1 bis", 20, "decision", True)
    assert (new.presenters, new.papers, new.annotation, new.chair_notes) == ([], [], None, None)
    assert (new.meeting_id, one.parent, new.id) == (2, 0, None)
    assert new.handle != old.handle


def test_days_move_with_the_meeting_and_only_the_start_of_each_day_keeps_its_clock():
    old = record(
        item(1, start="09:00", minutes=30),
        item(2, start="10:00", end="10:45"),
        item(3, day=dt.date(2017, 5, 27), start="08:30", minutes=30),
        item(4, start="11:00"),
    )
    assert agenda(old) == [
        ("Item", None, "09:00", 30, None),
        ("Item", None, None, 45, None),
        ("Item", dt.date(2018, 6, 2), "08:30", 30, None),
        ("Item", None, None, None, None),
    ]


def test_the_days_of_a_longer_meeting_end_with_the_shorter_one_in_one_flow():
    old = record(item(1, start="09:00", minutes=30), item(2, day=dt.date(2017, 5, 27), start="09:00", minutes=30))
    one_day = Meeting(id=2, body_id=1, start=dt.date(2018, 6, 1))
    assert [entry[1:3] for entry in agenda(old, one_day)] == [(None, "09:00"), (dt.date(2018, 6, 1), None)]


@given(st.integers(-400, 400), st.integers(0, 60))
def test_a_moved_day_is_always_one_of_the_meeting(offset, length):
    after = Meeting(id=2, body_id=1, start=AFTER.start, end=AFTER.start + dt.timedelta(days=length))
    day = succession.moved_day(BEFORE.start + dt.timedelta(days=offset), BEFORE, after)
    assert after.start <= day <= after.end


def test_postponed_is_what_had_no_outcome_or_one_that_says_so():
    old = record(
        item(1, "Opening"),
        item(2, "Plan", purpose="decision"),
        item(3, "Roadmap", purpose="discussion"),
        item(4, "Money", purpose="decision"),
        item(5, "Closing"),
    )
    assert succession.postponed(old) == [], "nothing was held yet"
    old.outcomes = [
        Outcome(meeting_id=1, agenda_item_id=2, verb="agreed"),
        Outcome(meeting_id=1, agenda_item_id=4, verb="Postponed"),
    ]
    assert [one.title for one in succession.postponed(old)] == ["Roadmap", "Money"]
    left = [one.id for one in succession.postponed(old)]
    assert [entry[0] for entry in agenda(old, only=left)] == ["Roadmap", "Money"]


@pytest.mark.parametrize(
    ("status", "goes_on"), [(None, True), ("open", True), ("ongoing", True), ("Done", False), ("superseded", False)]
)
def test_what_is_done_stays_behind(status, goes_on):
    old = record(
        actions=[Action(meeting_id=1, handle="x", text="send", status=status)],
        work_plan_lines=[WorkPlanLine(plan_id=1, handle="w", text="train", status=status)],
    )
    assert [one.handle for one in succession.actions(old, 2)] == ["x"] * goes_on
    assert [one.handle for one in succession.plan_lines(old, 5)] == ["w"] * goes_on


def test_standing_members_come_as_delegations_named_as_they_wished_and_the_secretariat_with_them():
    old = record(
        delegations=[
            Delegation(id=1, meeting_id=1, name="Korea", wished_name="Republic of Korea"),
            Delegation(id=2, meeting_id=1, name="Guest", status="guest"),
            Delegation(id=3, meeting_id=1, name="Secretariat", kind="secretariat"),
        ]
    )
    members = [
        Member(body_id=1, name="Fiji", status="observer", kind="country"),
        Member(body_id=1, name="Korea", status="member"),
    ]
    made = succession.delegations(members, old, 2)
    assert [(one.name, one.wished_name, one.status, one.sequence) for one in made] == [
        ("Fiji", None, "observer", 0),
        ("Korea", "Republic of Korea", "member", 1),
        ("Secretariat", None, None, 2),
    ]
    assert [one.name for one in succession.delegations([], old, 2)] == ["Korea", "Guest", "Secretariat"]


def test_the_series_grows_by_the_last_meeting_and_names_none_twice():
    known = [
        EarlierMeeting(meeting_id=1, ordinal=1, start="2015", place="Bangkok"),
        EarlierMeeting(meeting_id=1, ordinal=2, start="2016-05-01", place="Colombo"),
    ]
    held = [Meeting(id=9, body_id=1, ordinal=2, start=dt.date(2016, 5, 1), city="Colombo"), BEFORE]
    made = succession.series(known, held, 2)
    assert [(one.ordinal, one.start, one.sequence) for one in made] == [
        (1, "2015", 0),
        (2, "2016-05-01", 1),
        (3, "2017-05-26", 2),
    ]


@pytest.mark.parametrize(
    ("title", "following"),
    [
        ("Third Annual Meeting of the TIPWG", "Fourth Annual Meeting of the TIPWG"),
        ("The 3rd meeting", "The 4th meeting"),
        ("THIRD MEETING", "FOURTH MEETING"),
        ("Extraordinary meeting", ""),
        (None, ""),
    ],
)
def test_a_title_with_an_ordinal_is_proposed_with_the_next(title, following):
    assert succession.next_title(title, 3, 4) == following


def test_sessions_move_with_the_meeting():
    old = record(sessions=[MeetingSession(id=1, meeting_id=1, name="Morning", day=dt.date(2017, 5, 27), start="09:00")])
    (made,) = succession.sessions(old, AFTER)
    assert (made.name, made.day, made.start, made.meeting_id) == ("Morning", dt.date(2018, 6, 2), "09:00", 2)


@pytest.mark.parametrize(
    ("plan", "year", "expected"),
    [
        (("Forward Work Plan 2015–17", "2015", "2017"), 2018, ("Forward Work Plan 2017–19", "2017", "2019")),
        (("Forward Work Plan 2015–17", "2015", "2017"), 2017, ("Forward Work Plan 2015–17", "2015", "2017")),
        (("Plan 2015-2017", "July 2015", "2017-06"), 2018, ("Plan 2017-2019", "July 2017", "2019-06")),
        (("Plan 1998–99", "1998", "1999"), 2000, ("Plan 1999–00", "1999", "2000")),
        (("Plan", None, "2017"), 2018, ("Plan", "", "2017")),
        (("Plan of 20155 points", "2017", "2015"), 2018, ("Plan of 20155 points", "2017", "2015")),
        ((None, None, None), 2018, ("", "", "")),
    ],
)
def test_a_plan_that_has_ended_goes_on_as_that_of_the_next_period(plan, year, expected):
    title, begins, ends = plan
    assert succession.next_period(WorkPlan(meeting_id=1, title=title, from_=begins, to=ends), year) == expected


def test_lines_are_carried_with_their_handles_whatever_their_state_and_placed_after_those_that_are_there():
    lines = [WorkPlanLine(plan_id=1, handle="a", text="A", status="done"), WorkPlanLine(plan_id=1, handle="b")]
    made = succession.carried(lines, 2, 5)
    assert [(one.plan_id, one.sequence, one.handle, one.text, one.status) for one in made] == [
        (2, 5, "a", "A", "done"), (2, 6, "b", None, None),
    ]  # fmt: skip
