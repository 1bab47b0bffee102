"""Numbers follow the tree, times follow the minutes."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bali_desk.domain.agenda import outline
from bali_desk.domain.clock import WallClock
from bali_desk.domain.models import AgendaItem, Meeting, MeetingSession

MEETING = Meeting(id=1, body_id=1, start=dt.date(2017, 5, 26))


def agenda(*lines, meeting=MEETING, sessions=()):
    """Items from (depth, fields): ids count up, parents follow the depth."""
    items, path = [], []
    for number, (depth, fields) in enumerate(lines, start=1):
        parent = path[depth - 1] if depth else None
        items.append(AgendaItem(id=number, meeting_id=1, parent_id=parent, **fields))
        path[depth:] = [number]
    return outline(items, meeting, sessions)


def numbers(*lines):
    return [line.number for line in agenda(*lines)]


def clock(moment):
    return f"{moment:%H:%M}" if moment else None


def test_items_count_through_and_sub_items_under_them():
    assert numbers((0, {}), (1, {}), (1, {}), (2, {}), (2, {}), (0, {})) == ["1", "1.1", "1.2", "(a)", "(b)", "2"]


def test_breaks_and_ceremonies_have_no_number_and_do_not_count():
    assert numbers((0, {}), (0, {"kind": "break"}), (0, {"kind": "ceremony"}), (0, {})) == ["1", "", "", "2"]


@pytest.mark.parametrize(
    ("by_hand", "following"),
    [("3 bis", "2"), ("5", "6"), ("A", "2"), ("", "3"), ("99999999999999999999", "2"), ("1", "2")],
)
def test_a_number_set_by_hand_is_kept(by_hand, following):
    found = numbers((0, {}), (0, {"no": by_hand}), (0, {}))
    assert found == ["1", by_hand or "2", following]


def test_a_sub_item_counts_on_from_a_hand_set_one():
    assert numbers((0, {"no": "4"}), (1, {"no": "4.3"}), (1, {})) == ["4", "4.3", "4.4"]


def test_times_flow_from_the_first_fixed_start():
    lines = agenda((0, {"start": "09:00", "minutes": 15}), (0, {"minutes": 5}), (0, {"minutes": None}), (0, {}))
    assert [(clock(line.starts), clock(line.ends)) for line in lines] == [
        ("09:00", "09:15"),
        ("09:15", "09:20"),
        ("09:20", "09:20"),
        ("09:20", "09:20"),
    ]


def test_nothing_is_invented_where_no_start_is_fixed():
    assert [line.starts for line in agenda((0, {"minutes": 15}), (0, {}))] == [None, None]


def test_a_parent_has_the_time_of_its_sub_items():
    lines = agenda((0, {"start": "09:20"}), (1, {"minutes": 25}), (1, {"minutes": 30}), (0, {"minutes": 5}))
    assert (clock(lines[0].starts), clock(lines[0].ends), lines[0].minutes) == ("09:20", "10:15", 55)
    assert clock(lines[3].starts) == "10:15"


def test_a_parent_with_the_only_minutes_keeps_them_for_its_sub_items():
    lines = agenda((0, {"start": "10:20", "minutes": 20}), (1, {}), (0, {"minutes": 40}))
    assert [clock(line.starts) for line in lines] == ["10:20", "10:20", "10:40"]
    assert (clock(lines[0].ends), lines[0].minutes) == ("10:40", 20)


def test_minutes_add_up_where_no_start_is_fixed():
    lines = agenda((0, {}), (1, {"minutes": 25}), (1, {"minutes": 30}))
    assert (lines[0].starts, lines[0].minutes) == (None, 55)


def test_gaps_and_overruns_before_a_fixed_start_are_told_in_minutes():
    lines = agenda(
        (0, {"start": "09:00", "minutes": 20}), (0, {"start": "09:30", "minutes": 70}), (0, {"start": "10:30"})
    )
    assert [line.gap for line in lines] == [0, 10, -10]
    assert clock(lines[2].starts) == "10:30"


def test_an_end_not_after_the_start_is_on_the_next_day():
    (line,) = agenda((0, {"start": "22:30", "end": "00:15"}))
    assert line.ends == dt.datetime(2017, 5, 27, 0, 15)
    assert line.minutes == 105


def test_a_programme_over_midnight_goes_on():
    lines = agenda((0, {"start": "23:30", "minutes": 45}), (0, {"start": "00:15", "minutes": 10}))
    assert lines[1].starts == dt.datetime(2017, 5, 27, 0, 15)
    assert lines[1].gap == 0


def test_each_day_begins_anew():
    second = dt.date(2017, 5, 27)
    lines = agenda((0, {"start": "09:00", "minutes": 60}), (0, {"day": second, "start": "10:00"}), (0, {"minutes": 5}))
    assert [line.day for line in lines] == [MEETING.start, second, second]
    assert [line.gap for line in lines] == [0, 0, 0]


def test_a_sub_item_lettered_by_hand_is_counted_on():
    assert numbers((0, {}), (1, {}), (2, {"no": "(c)"}), (2, {}))[2:] == ["(c)", "(d)"]


def test_what_stands_under_a_ceremony_has_letters():
    assert numbers((0, {"kind": "ceremony"}), (1, {}), (1, {}), (0, {})) == ["", "(a)", "(b)", "1"]


# ---- sessions ----
MORNING = MeetingSession(id=1, meeting_id=1, name="Morning", day=MEETING.start, start="09:00", end="10:00")
AFTERNOON = MeetingSession(id=2, meeting_id=1, name="Afternoon", day=MEETING.start, start="14:00")
NEXT_DAY = MeetingSession(id=3, meeting_id=1, name="Next", day=dt.date(2017, 5, 27), start="09:30", end="10:30")


def in_sessions(*lines):
    return agenda(*lines, sessions=(MORNING, AFTERNOON, NEXT_DAY))


def test_an_item_that_opens_a_session_starts_with_it_and_the_rest_follow():
    lines = in_sessions((0, {"session_id": 1, "minutes": 45}), (0, {"minutes": 15}), (0, {"session_id": 2}), (0, {}))
    assert [clock(line.starts) for line in lines] == ["09:00", "09:45", "14:00", "14:00"]
    assert [line.gap for line in lines] == [0, 0, 0, 0], "between sessions no time is free"
    assert [(line.session.name, line.opens) for line in lines] == [
        ("Morning", True), ("Morning", False), ("Afternoon", True), ("Afternoon", False),
    ]  # fmt: skip


def test_a_session_on_another_day_takes_its_items_there():
    lines = in_sessions((0, {"session_id": 1}), (0, {"session_id": 3, "day": MEETING.start}), (0, {}))
    assert [line.day.day for line in lines] == [26, 27, 27]
    assert clock(lines[1].starts) == "09:30"


def test_another_day_ends_a_session():
    lines = in_sessions((0, {"session_id": 1}), (0, {"day": NEXT_DAY.day}))
    assert lines[1].session is None


def test_what_runs_over_the_start_or_the_end_of_a_session_is_told():
    lines = in_sessions((0, {"session_id": 1, "minutes": 310}), (0, {"session_id": 2}))
    assert (lines[1].gap, lines[0].spare) == (-10, -250)
    lines = in_sessions(
        (0, {"session_id": 1, "minutes": 40}), (0, {"minutes": 30}), (0, {"kind": "break", "minutes": 90})
    )
    assert [line.spare for line in lines] == [0, -10, 0], "a break after the last item is outside"


def test_what_is_left_of_a_session_is_told_where_no_break_fills_it():
    assert [line.spare for line in in_sessions((0, {"session_id": 1, "minutes": 40}))] == [20]
    lines = in_sessions((0, {"session_id": 1, "minutes": 40}), (0, {"kind": "break", "minutes": 30}))
    assert [line.spare for line in lines] == [0, 0]
    lines = in_sessions((0, {"session_id": 1, "minutes": 60}), (0, {"start": "19:00", "minutes": 90}))
    assert [line.spare for line in lines] == [0, 0], "a dinner fixed for the evening is no part of the morning"


def test_a_start_of_its_own_is_kept_in_a_session_too():
    (line,) = in_sessions((0, {"session_id": 1, "start": "09:10"}))
    assert clock(line.starts) == "09:10"


# ---- over a change of clocks ----
def test_sixty_minutes_are_sixty_real_minutes_over_a_change_of_clocks():
    vienna = Meeting(id=1, body_id=1, start=dt.date(2017, 3, 26), time_zone="Europe/Vienna")
    lines = agenda(
        (0, {"start": "01:30", "minutes": 60}), (0, {"minutes": 60}), (0, {"start": "05:00"}), meeting=vienna
    )
    assert [clock(line.starts) for line in lines] == ["01:30", "03:30", "05:00"]
    assert lines[2].gap == 30
    (span,) = agenda((0, {"start": "01:00", "end": "04:00"}), meeting=vienna)
    assert span.minutes == 120


# ---- properties ----
ZONES = (None, "Asia/Makassar", "Europe/Vienna", "Australia/Lord_Howe", "America/New_York")
DAYS = (dt.date(2017, 3, 26), dt.date(2017, 10, 29), dt.date(2017, 11, 5), dt.date(2017, 5, 26))
kinds = some.sampled_from(("item", "item", "item", "break", "ceremony"))
tree = some.lists(some.tuples(some.integers(0, 2), kinds, some.integers(0, 200)), min_size=1, max_size=25)


def grown(shape, fields=lambda kind, minutes: {"kind": kind, "minutes": minutes}):
    """Items from (depth, kind, minutes), no level jumped over."""
    lines, last = [], -1
    for depth, kind, minutes in shape:
        last = min(depth, last + 1)
        lines.append((last, fields(kind, minutes)))
    return lines


@given(tree, some.sampled_from(ZONES), some.sampled_from(DAYS), some.integers(0, 1439))
def test_the_minutes_of_a_day_are_the_real_time_it_takes(shape, zone, day, start):
    meeting = Meeting(id=1, body_id=1, start=day, time_zone=zone)
    lines = grown(shape)
    lines[0][1]["start"] = f"{start // 60:02}:{start % 60:02}"
    found = agenda(*lines, meeting=meeting)
    wall = WallClock(zone)
    top = [line for line in found if line.depth == 0]
    assert wall.between(found[0].starts, top[-1].ends) == sum(line.minutes or 0 for line in top)
    moments = [line for line in found if line.has_own_time]
    for before, after in itertools.pairwise(moments):
        assert wall.between(before.ends, after.starts) == 0, "each begins when the one before ends"
    assert [line.gap for line in found if line.gap] == []


@given(tree)
def test_no_number_stands_twice_among_the_counted(shape):
    found = agenda(*grown(shape))
    full = [
        (line.item.parent_id if line.number.startswith("(") else None, line.number) for line in found if line.number
    ]
    assert len(full) == len(set(full))
    assert all(line.number for line in found if line.item.kind == "item")


@given(tree, some.lists(some.sampled_from(("1", "2", "7", "3 bis", "A", "99999")), max_size=6))
def test_counted_numbers_grow_whatever_is_set_by_hand(shape, hands):
    lines = grown(shape)
    for (_depth, fields), hand in zip(lines, hands, strict=False):
        fields["no"] = hand
    found = [line for line in agenda(*lines) if line.depth == 0 and line.number and not line.item.no]
    counted = [int(line.number) for line in found]
    assert counted == sorted(set(counted))


@given(tree)
def test_every_item_is_shown_once_in_the_order_of_the_tree(shape):
    found = agenda(*grown(shape))
    assert [line.item.id for line in found] == list(range(1, len(shape) + 1))
