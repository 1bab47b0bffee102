"""Numbers follow the tree, times follow the minutes."""

import datetime as dt

import pytest

from bali_desk.domain.agenda import outline
from bali_desk.domain.models import AgendaItem, Meeting

MEETING = Meeting(id=1, body_id=1, start=dt.date(2017, 5, 26))


def agenda(*lines):
    """Items from (depth, fields): ids count up, parents follow the depth."""
    items, path = [], []
    for number, (depth, fields) in enumerate(lines, start=1):
        parent = path[depth - 1] if depth else None
        items.append(AgendaItem(id=number, meeting_id=1, parent_id=parent, **fields))
        path[depth:] = [number]
    return outline(items, MEETING)


def numbers(*lines):
    return [line.number for line in agenda(*lines)]


def clock(moment):
    return f"{moment:%H:%M}" if moment else None


def test_items_count_through_and_sub_items_under_them():
    assert numbers((0, {}), (1, {}), (1, {}), (2, {}), (2, {}), (0, {})) == ["1", "1.1", "1.2", "(a)", "(b)", "2"]


def test_breaks_and_ceremonies_have_no_number_and_do_not_count():
    assert numbers((0, {}), (0, {"kind": "break"}), (0, {"kind": "ceremony"}), (0, {})) == ["1", "", "", "2"]


@pytest.mark.parametrize(
    ("by_hand", "following"), [("3 bis", "2"), ("5", "6"), ("A", "2"), ("", "3"), ("99999999999999999999", "2")]
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
