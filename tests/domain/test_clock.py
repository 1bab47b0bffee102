"""Clock times of a place: an hour is an hour, over midnight and over a change of clocks."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bali_desk.domain.clock import WallClock

ZONES = (None, "Asia/Makassar", "Europe/Vienna", "Australia/Sydney", "Australia/Lord_Howe", "America/New_York")
FORWARD, BACK = dt.date(2017, 3, 26), dt.date(2017, 10, 29)  # in Vienna
zones = some.sampled_from(ZONES).map(WallClock)
moments = some.datetimes(dt.datetime(2016, 1, 1), dt.datetime(2019, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


def vienna(day, clock):
    return WallClock("Europe/Vienna").at(day, clock)


@given(zones, moments, some.integers(0, 3000), some.integers(0, 3000))
def test_minutes_add_up_whatever_the_clocks_do(clock, moment, first, second):
    start = clock.later(moment, 0)
    middle, end = clock.later(start, first), clock.later(start, first + second)
    assert clock.between(start, middle) == first
    assert clock.between(start, end) == first + second
    assert clock.later(middle, second) == end
    assert clock.later(end, -first - second) == start


def test_the_hour_that_is_left_out_in_spring_is_not_lost():
    clock = WallClock("Europe/Vienna")
    start = vienna(FORWARD, "01:30")
    assert f"{clock.later(start, 60):%H:%M}" == "03:30"
    assert clock.between(start, vienna(FORWARD, "04:00")) == 90
    assert not clock.shows(FORWARD, "02:30")
    assert clock.shows(FORWARD, "03:30")


def test_the_hour_that_comes_twice_in_autumn_is_counted_twice():
    clock = WallClock("Europe/Vienna")
    start = vienna(BACK, "01:30")
    ends = [clock.later(start, minutes) for minutes in (60, 90, 120)]
    assert [f"{end:%H:%M}" for end in ends] == ["02:30", "02:00", "02:30"]
    assert clock.between(start, vienna(BACK, "04:00")) == 210
    second = clock.at(BACK, "02:40", before=ends[2])
    assert clock.between(ends[2], second) == 10, "the one that is nearer to what came before"
    assert clock.between(ends[0], clock.at(BACK, "02:40", before=ends[0])) == 10


def test_an_end_is_the_next_time_the_clock_shows_it():
    clock = WallClock("Europe/Vienna")
    late = vienna(dt.date(2017, 5, 26), "22:30")
    assert clock.after("00:15", late) == dt.datetime(2017, 5, 27, 0, 15)
    assert clock.after("22:30", late) == dt.datetime(2017, 5, 27, 22, 30)
    first = vienna(BACK, "02:30")
    assert clock.between(first, clock.after("02:15", first)) == 45, "the hour comes again"


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc", "x" * 600])
def test_a_zone_that_is_none_never_changes_its_clocks(zone):
    clock = WallClock(zone)
    assert clock.between(dt.datetime(2017, 3, 26, 1, 30), dt.datetime(2017, 3, 26, 4)) == 150


def test_the_calendar_has_an_end():
    for zone in ZONES:
        clock = WallClock(zone)
        last = dt.datetime(9999, 12, 31, 23, 0)
        assert clock.later(last, 100_000) == last
        assert clock.later(dt.datetime(1, 1, 1, 0, 30), 10)
