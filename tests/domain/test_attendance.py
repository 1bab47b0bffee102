"""Who came, counted."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.domain.attendance import STATES, Standing, count, marked, marked_in_session, moved_with_session
from bali_desk.domain.models import Body, Delegation, Meeting, Participant
from bali_desk.domain.record import Record

DELEGATIONS = [
    ("Fiji", "country", "member"),
    ("Peru", "country", "observer"),
    ("IOM", "organisation", "observer"),
    ("Office", "secretariat", None),
]


def record(*people, counts=None):
    """A meeting with one person per (delegation number, attendance)."""
    return Record(
        body=Body(name="Group"),
        meeting=Meeting(body_id=1, start=dt.date(2017, 5, 26), counts=counts),
        delegations=[
            Delegation(id=number, meeting_id=1, name=name, kind=kind, status=status)
            for number, (name, kind, status) in enumerate(DELEGATIONS)
        ],
        participants=[
            Participant(meeting_id=1, delegation_id=delegation, attendance=state) for delegation, state in people
        ],
    )


def test_delegations_count_when_somebody_of_them_is_there():
    counts = count(record((0, "present"), (0, "absent"), (1, "excused"), (2, "present"), (3, "present")))
    assert (counts.registered, counts.present, counts.excused, counts.absent) == (5, 3, 1, 1)
    assert (counts.countries, counts.organisations, counts.members_and_organisations) == (1, 1, 2)
    assert counts.delegations == 3


def test_before_the_meeting_those_expected_are_counted():
    counts = count(record((0, "expected"), (1, None), (2, "excused")))
    assert (counts.participants, counts.countries, counts.organisations) == (2, 2, 0)


def test_an_observer_country_is_no_member():
    assert count(record((0, "present"), (1, "present"))).members_and_organisations == 1


def test_a_number_given_by_hand_takes_the_place_of_the_counted_one():
    counts = count(record((0, "present"), counts={"countries": 18, "chairs": 2}))
    assert (counts.countries, counts.organisations) == (18, 0)


def test_a_meeting_without_participants_counts_nobody():
    assert count(record()).participants == 0


# ---- what a mark changes ----
FIRST, SECOND = dt.date(2017, 5, 25), dt.date(2017, 5, 26)
MORNING, AFTERNOON, NEXT_DAY = 1, 2, 3
HELD = {MORNING: FIRST, AFTERNOON: FIRST, NEXT_DAY: SECOND}


def test_present_in_a_session_is_present_at_the_meeting_on_its_day():
    now = marked_in_session(Standing(), "present", NEXT_DAY, HELD)
    assert now == Standing("present", ("2017-05-26",), {NEXT_DAY: "present"})


@pytest.mark.parametrize("state", ["excused", "absent"])
def test_not_there_in_a_session_says_nothing_of_the_meeting(state):
    assert marked_in_session(Standing(), state, MORNING, HELD) == Standing("expected", (), {MORNING: state})


def test_a_mark_taken_back_takes_the_day_and_the_meeting_back_with_it():
    there = marked_in_session(Standing(), "present", MORNING, HELD)
    assert marked_in_session(there, "expected", MORNING, HELD) == Standing()
    assert marked_in_session(there, "absent", MORNING, HELD) == Standing("expected", (), {MORNING: "absent"})


def test_another_session_of_the_day_keeps_the_day():
    there = marked_in_session(Standing(), "present", MORNING, HELD)
    there = marked_in_session(there, "present", AFTERNOON, HELD)
    now = marked_in_session(there, "absent", AFTERNOON, HELD)
    assert now == Standing("present", ("2017-05-25",), {MORNING: "present", AFTERNOON: "absent"})


def test_a_day_given_by_hand_outlives_a_mark_that_never_said_it():
    by_hand = Standing("present", ("2017-05-25",))
    assert marked_in_session(by_hand, "absent", AFTERNOON, HELD).present_on == ("2017-05-25",)
    assert marked_in_session(by_hand, "absent", AFTERNOON, HELD).attendance == "present"


def test_replaced_in_a_session_is_replaced_at_the_meeting_and_absent_there():
    now = marked_in_session(Standing(), "replaced", MORNING, HELD)
    assert now == Standing("replaced", (), {MORNING: "absent"})


def test_present_at_a_meeting_of_one_day_is_present_on_that_day():
    assert marked(Standing(), "present", FIRST) == Standing("present", ("2017-05-25",))
    assert marked(Standing(), "present").present_on == ()


@pytest.mark.parametrize("state", ["expected", "excused", "absent"])
def test_who_was_not_there_was_there_on_no_day_and_in_no_session(state):
    before = Standing("present", ("2017-05-25",), {MORNING: "present", AFTERNOON: "excused"})
    assert marked(before, state) == Standing(state, (), {AFTERNOON: "excused"})


def test_who_is_replaced_may_have_come_before():
    before = Standing("present", ("2017-05-25",), {MORNING: "present"})
    assert marked(before, "replaced") == Standing("replaced", ("2017-05-25",), {MORNING: "present"})


def test_a_session_that_moves_to_another_day_takes_the_days_along():
    before = Standing("present", ("2017-05-25",), {MORNING: "present"})
    assert moved_with_session(before, MORNING, HELD, SECOND).present_on == ("2017-05-26",)
    both = Standing("present", ("2017-05-25",), {MORNING: "present", AFTERNOON: "present"})
    assert moved_with_session(both, MORNING, HELD, SECOND).present_on == ("2017-05-25", "2017-05-26")
    absent = Standing("expected", (), {MORNING: "absent"})
    assert moved_with_session(absent, MORNING, HELD, SECOND) == absent


marks = st.lists(st.tuples(st.sampled_from(STATES), st.sampled_from([None, MORNING, AFTERNOON, NEXT_DAY])), max_size=9)


@given(marks)
def test_whatever_is_marked_sessions_days_and_meeting_never_contradict_each_other(marks):
    now = Standing()
    for state, session in marks:
        now = marked(now, state) if session is None else marked_in_session(now, state, session, HELD)
        seen = {HELD[one].isoformat() for one, how in now.sessions.items() if how == "present"}
        assert seen <= set(now.present_on)
        if seen:
            assert now.attendance in ("present", "replaced")
        if session is not None and state != "replaced":
            assert now.sessions.get(session, "expected") == state
        if session is None:
            assert now.attendance == state


@given(marks)
def test_the_same_mark_twice_changes_nothing(marks):
    now = Standing()
    for state, where in marks:
        once = marked(now, state) if where is None else marked_in_session(now, state, where, HELD)
        now = marked(once, state) if where is None else marked_in_session(once, state, where, HELD)
        assert now == once
