"""The agenda as a calendar file, read back with a calendar library."""

import datetime as dt
import re
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import AgendaItem, Body, Meeting, Paper, Participant
from bali_desk.domain.record import Record
from bali_desk.exchange.calendar import to_calendar
from bali_desk.exchange.time_zone import time_zone_of

DAY = dt.date(2017, 5, 26)


def meeting(zone="Asia/Makassar", start=DAY):
    return Record(
        body=Body(id=1, name="TIPWG"),
        meeting=Meeting(
            id=1, body_id=1, version=1, ordinal=3, start=start, time_zone=zone, city="Bali", venue="Hall, A"
        ),
    )


def item(number, title="Item", **more):
    given = {"minutes": 30, "start": "09:00" if number == 1 else None, "version": 1, **more}
    return AgendaItem(id=number, meeting_id=1, handle=f"a{number}", sequence=number, title=title, **given)


@pytest.fixture
def record():
    record = meeting()
    record.agenda = [item(1, "Opening"), item(2, "Coffee", kind="break"), item(3, "Updates")]
    return record


def events(record):
    return Calendar.from_ical(to_calendar(record, "TIPWG")).events


def clock(event):
    zone = ZoneInfo("UTC") if event.start.tzinfo is None else event.start.tzinfo
    return f"{event.start:%d %H:%M}", f"{event.end:%d %H:%M}", str(zone)


def test_each_item_is_an_event_in_the_meetings_time_zone(record):
    opening, coffee, updates = events(record)
    assert [str(one["summary"]) for one in (opening, coffee, updates)] == ["1 Opening", "Coffee", "2 Updates"]
    assert clock(opening) == ("26 09:00", "26 09:30", "Asia/Makassar")
    assert clock(updates)[:2] == ("26 10:00", "26 10:30")
    assert str(opening["location"]) == "Hall, A, Bali"
    assert [str(one["transp"]) for one in (opening, coffee)] == ["OPAQUE", "TRANSPARENT"]


def test_a_meeting_without_a_time_zone_is_on_whatever_clock_its_reader_has(record):
    record.meeting.time_zone = None
    content = to_calendar(record, "TIPWG")
    assert b"VTIMEZONE" not in content
    assert b"DTSTART:20170526T090000\r\n" in content


def test_an_unknown_time_zone_or_an_agenda_without_times_is_told_in_words(record):
    record.meeting.time_zone = "Bali/Time"
    with pytest.raises(DeskError, match=r"meeting\.time_zone: “Bali/Time” is not a time zone"):
        to_calendar(record, "TIPWG")
    empty = meeting()
    empty.agenda = [item(1, start=None), item(2)]
    with pytest.raises(DeskError, match="No item of the agenda has a time yet"):
        to_calendar(empty, "TIPWG")


def test_an_item_with_timed_sub_items_is_told_in_theirs_and_one_that_holds_the_minutes_tells_them():
    record = meeting()
    record.agenda = [
        item(1, "Updates", minutes=None),
        item(2, "SOM", parent_id=1),
        item(3, "Plan", minutes=60),
        item(4, "Priorities", parent_id=3, minutes=None),
    ]
    som, plan = events(record)
    assert (str(som["summary"]), str(som["description"])) == ("1.1 SOM", "1 Updates")
    assert (str(plan["summary"]), str(plan["description"])) == ("2 Plan", "2.1 Priorities")
    assert clock(plan)[:2] == ("26 09:30", "26 10:30")


def test_restricted_items_what_stands_under_them_restricted_papers_and_chairs_notes_never_go_out(record):
    record.papers = [
        Paper(meeting_id=1, handle="p1", symbol="T/1", title="Open paper"),
        Paper(meeting_id=1, handle="p2", symbol="T/2", title="Closed paper", restricted=True),
    ]
    record.agenda[0].papers = ["p1", "p2"]
    record.agenda[0].chair_notes = "Ask the minister first"
    record.agenda += [
        item(4, "Closed", restricted=True, annotation="closed words"),
        item(5, "Under it", parent_id=4),
        item(6, "Holds the minutes"),
        item(7, "Closed part", parent_id=6, minutes=None, restricted=True),
        item(8, "Part of it", parent_id=7, minutes=None),
        item(9, "Open part", parent_id=6, minutes=None),
    ]
    text = to_calendar(record, "TIPWG").replace(b"\r\n ", b"").decode()
    assert "Open paper" in text
    assert "Open part" in text
    for private in ("Closed", "closed words", "minister", "Under it", "Part of it"):
        assert private not in text


def test_an_event_says_what_it_is_for_who_presents_and_the_annotation(record):
    record.participants = [Participant(id=1, meeting_id=1, handle="h", given="Orathai", family="Srisuwan")]
    record.agenda[0].presenters = ["h", "Co-Chairs"]
    record.agenda[0].purpose = "decision"
    record.agenda[0].annotation = "Members will be invited; to adopt, it.\nSecond line \\n"
    assert str(events(record)[0]["description"]) == (
        "Presented by: Orathai SRISUWAN; Co-Chairs\nFor decision\n"
        "Members will be invited; to adopt, it.\nSecond line \\n"
    )


@pytest.mark.parametrize(
    "title",
    [
        "w" * 600,
        "Null",
        "=SUM(A1)",
        "ច័ន្ទ" * 60,
        "\u200fمحمد",
        "a;b,c\\d:e\"f'",
        "BEGIN:VEVENT",
        "two\nlines",
        "{{ x }}",
    ],
)
def test_awkward_titles_are_kept_and_no_line_is_longer_than_allowed(record, title):
    record.agenda[0].title = record.agenda[0].handle = title
    record.meeting.venue = record.agenda[0].annotation = title
    content = to_calendar(record, title)
    assert str(Calendar.from_ical(content).events[0]["summary"]) == f"1 {title}".strip()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_letters_a_calendar_cannot_hold_are_left_out(record):
    record.agenda[0].title = "a\x00b\x07c"
    assert str(events(record)[0]["summary"]) == "1 abc"


def test_the_same_record_gives_the_same_bytes_and_any_change_a_higher_sequence(record):
    before = to_calendar(record, "TIPWG")
    assert to_calendar(record, "TIPWG") == before
    first = events(record)
    record.agenda[1].minutes, record.agenda[1].version = 15, 2
    again = events(record)
    assert [one["uid"] for one in again] == [one["uid"] for one in first]
    for old, new in zip(first, again, strict=True):
        assert new["sequence"] > old["sequence"]
        assert new["dtstamp"].dt > old["dtstamp"].dt
        assert new["last-modified"].dt > old["last-modified"].dt


def test_two_meetings_whose_items_have_the_same_handles_do_not_replace_each_other(record):
    third = {one["uid"] for one in events(record)}
    record.meeting.ordinal = 4
    assert third.isdisjoint({one["uid"] for one in events(record)})


def test_a_moved_meeting_replaces_itself(record):
    before = [one["uid"] for one in events(record)]
    record.meeting.start = dt.date(2017, 6, 1)
    assert [one["uid"] for one in events(record)] == before


def test_past_midnight_goes_on_into_the_next_day():
    record = meeting()
    record.agenda = [item(1, start="23:00", minutes=90), item(2), item(3, start="01:30", end="00:30", minutes=None)]
    assert [clock(one)[:2] for one in events(record)] == [
        ("26 23:00", "27 00:30"),
        ("27 00:30", "27 01:00"),
        ("27 01:30", "28 00:30"),
    ]


def test_when_clocks_go_forward_minutes_are_still_minutes():
    record = meeting("Australia/Sydney", dt.date(2017, 10, 1))
    record.agenda = [item(1, start="00:30", minutes=60), item(2, minutes=60), item(3, minutes=60)]
    assert [clock(one)[:2] for one in events(record)] == [
        ("01 00:30", "01 01:30"),
        ("01 01:30", "01 03:30"),
        ("01 03:30", "01 04:30"),
    ]


def test_when_clocks_go_back_the_second_of_two_equal_hours_is_told_apart():
    record = meeting("Australia/Sydney", dt.date(2017, 4, 2))
    record.agenda = [item(1, start="01:30", minutes=60), item(2, minutes=60), item(3, minutes=60)]
    starts = [one.start.astimezone(dt.UTC).time() for one in events(record)]
    assert [f"{start:%H:%M}" for start in starts] == ["14:30", "15:30", "16:30"]


SOME_ZONES = sorted(available_timezones() - {"localtime", "Factory"})


@settings(max_examples=150)
@given(st.sampled_from(SOME_ZONES), st.integers(1950, 2040), st.integers(0, 365 * 24 - 1))
def test_a_described_zone_reads_as_the_machine_has_it(name, year, hour):
    zone = ZoneInfo(name)
    moment = dt.datetime(year, 1, 2, tzinfo=dt.UTC) + dt.timedelta(hours=hour)
    if moment.year != year or moment.astimezone(zone).year != year:
        return
    described = time_zone_of(zone, {year})
    onsets = []
    for part in described.subcomponents:
        before = part["tzoffsetfrom"].td
        onsets.append((part["dtstart"].dt - before, part["tzoffsetto"].td))
    local = max(one for one in onsets if one[0] <= moment.replace(tzinfo=None))
    assert local[1] == moment.astimezone(zone).utcoffset()


def test_a_zone_is_described_only_for_the_years_there_are():
    text = time_zone_of(ZoneInfo("Australia/Sydney"), {2017, 9999}).to_ical().decode()
    assert re.findall(r"DTSTART:(\d{4})", text)[:3] == ["2017"] * 3
    assert len(text.splitlines()) < 60
