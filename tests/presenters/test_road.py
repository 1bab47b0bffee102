"""The road to the final text: what each step lacks, and the one thing to do next."""

import datetime as dt

import pytest

from bali_desk.domain.models import (
    Action,
    AgendaItem,
    Block,
    Body,
    Delegation,
    Meeting,
    MeetingSession,
    Member,
    Outcome,
    Participant,
    Statement,
)
from bali_desk.domain.record import Record
from bali_desk.presenters.overview.road import road

DAY = dt.date(2017, 5, 26)
BEFORE, AFTER = DAY - dt.timedelta(days=30), DAY + dt.timedelta(days=1)


@pytest.fixture
def record():
    return Record(body=Body(id=1, name="TIPWG"), meeting=Meeting(id=1, body_id=1, start=DAY))


def item(number, title, **more):
    given = {"minutes": 30, "start": "09:00" if number == 1 else None, "handle": f"a{number}", **more}
    return AgendaItem(id=number, meeting_id=1, sequence=number, title=title, **given)


def with_agenda(record):
    record.agenda = [
        item(1, "Opening", presenters=["Co-Chairs"]),
        item(2, "Updates", purpose="discussion", presenters=["Indonesia"]),
        item(3, "Closing", presenters=["Co-Chairs"]),
    ]
    return record


def with_people(record, attendance="expected"):
    record.members = [Member(id=n, body_id=1, name=name) for n, name in ((1, "Indonesia"), (2, "Australia"))]
    record.delegations = [Delegation(id=1, meeting_id=1, name="Indonesia", kind="country")]
    record.participants = [Participant(id=1, meeting_id=1, delegation_id=1, family="Retno", attendance=attendance)]
    return record


def with_outcome(record):
    record.outcomes = [
        Outcome(id=1, meeting_id=1, agenda_item_id=2, subject="Members", verb="noted", text="the update")
    ]
    return record


def with_text(record, stage="draft", **block):
    record.statement = Statement(id=1, meeting_id=1, stage=stage)
    record.blocks = [Block(statement_id=1, kind="paragraph", **{"text": "Members noted the update.", **block})]
    return record


def main(record, today=BEFORE):
    return [step.action for step in road(record, [], today).steps if step.main]


def step(record, name, today=BEFORE):
    return next(one for one in road(record, [], today).steps if one.name == name)


def test_an_empty_meeting_begins_with_its_agenda(record):
    assert main(record) == ["Write the agenda"]
    assert [one.state for one in road(record, [], BEFORE).steps] == ["todo"] * 5


def test_after_the_agenda_come_registrations_then_attendance_outcomes_and_the_text(record):
    assert main(with_agenda(record)) == ["Import registrations"]
    assert main(with_people(record)) == ["Import"]
    assert main(record, AFTER) == ["Tick in"]
    record.participants[0].attendance = "present"
    assert main(record, AFTER) == ["Record the outcomes"]
    assert main(with_outcome(record), AFTER) == ["Compose the statement"]
    assert main(with_text(record), AFTER) == ["Go on with the text"]
    assert main(with_text(record, "final"), AFTER) == []


def test_before_the_meeting_it_says_who_has_not_registered(record):
    found = step(with_people(with_agenda(record)), "Registrations")
    assert (found.state, found.words, found.missing) == (
        "part",
        "1 of 2 delegations · 1 person",
        "Nobody yet from Australia",
    )


def test_what_runs_over_the_end_of_a_session_is_an_overrun_too(record):
    with_agenda(record).sessions = [
        MeetingSession(id=1, meeting_id=1, name="Morning", day=DAY, start="09:00", end="10:15")
    ]
    record.agenda[0].session_id = 1
    assert step(record, "Agenda").words == "Overruns by 15 min"


def test_an_overrun_is_told_in_minutes_and_as_an_error(record):
    with_agenda(record).agenda[2].start = "09:50"
    found = step(record, "Agenda")
    assert (found.words, found.ink, found.action) == ("Overruns by 10 min", "error", "Shorten")


def test_an_overrun_of_a_meeting_that_was_held_is_no_longer_the_next_thing(record):
    with_people(with_agenda(record), "present").agenda[2].start = "09:50"
    assert main(record, AFTER) == ["Record the outcomes"]


def test_items_without_presenter_or_minutes_are_counted(record):
    with_agenda(record).agenda[1].presenters = []
    assert step(record, "Agenda").missing == "1 item without a presenter"
    record.agenda[1].minutes = None
    assert step(record, "Agenda").words == "1 item without minutes"


def test_an_item_without_an_outcome_is_named_but_opening_and_closing_are_not(record):
    with_outcome(with_people(with_agenda(record), "present"))
    assert step(record, "Outcomes", AFTER).state == "done"
    record.agenda.insert(2, item(4, "Forward Work Plan", purpose="decision"))
    found = step(record, "Outcomes", AFTER)
    assert (found.missing, found.action, found.item) == ("Item 3 has none yet", "Record item 3", "a4")


def test_a_paragraph_that_changed_on_both_sides_comes_first_in_the_text(record):
    with_text(with_outcome(with_people(with_agenda(record), "present")), proposed="Members welcomed the update.")
    found = step(record, "Statement", AFTER)
    assert found.action == "Decide what changed"
    assert found.missing == "1 paragraph changed both in the record and by hand"


def test_the_day_is_drawn_with_its_gap_its_break_and_its_overrun(record):
    record.agenda = [
        item(1, "Opening"),
        item(2, "Coffee", kind="break", start="10:00"),
        item(3, "Updates", start="10:20"),
    ]
    day = road(record, [], BEFORE).days[0]
    assert day.parts == [(30, "item"), (30, "gap"), (20, "break"), (10, "over"), (30, "item")]
    assert (day.begins, day.ends) == ("09:00", "10:50")


def test_seats_count_the_members_and_whoever_else_comes(record):
    with_people(record).delegations.append(Delegation(id=2, meeting_id=1, name="Observers Inc", kind="organisation"))
    assert [seat.taken for seat in road(record, [], BEFORE).seats] == [True, False, False]


def test_observers_have_a_seat_where_they_came_and_a_member_is_known_by_any_of_its_names(record):
    record.members = [
        Member(body_id=1, name="Korea", official_name="Republic of Korea", status="member"),
        Member(body_id=1, name="Fiji", status="member"),
        Member(body_id=1, name="Norway", status="observer"),
        Member(body_id=1, name="Peru", status="observer"),
    ]
    record.delegations = [
        Delegation(id=1, meeting_id=1, name="Republic of Korea"),
        Delegation(id=2, meeting_id=1, name="norway"),
        Delegation(id=3, meeting_id=1, name="Secretariat", kind="secretariat"),
    ]
    record.participants = [Participant(id=n, meeting_id=1, delegation_id=n) for n in (1, 2, 3)]
    assert [(seat.name, seat.taken) for seat in road(record, [], BEFORE).seats] == [
        ("Korea", True),
        ("Norway", True),
        ("Fiji", False),
    ]


def test_each_day_says_how_its_time_is_used_against_the_end_of_its_sessions(record):
    tomorrow = DAY + dt.timedelta(days=1)
    record.meeting.end = tomorrow
    record.sessions = [
        MeetingSession(id=1, meeting_id=1, name="Morning", day=DAY, start="09:00", end="09:45"),
        MeetingSession(id=2, meeting_id=1, name="Morning", day=tomorrow, start="09:00", end="12:00"),
    ]
    record.agenda = [
        item(1, "Opening", session_id=1),
        item(2, "Updates", handle="late"),
        item(3, "Plan", session_id=2, minutes=120),
        item(4, "Closing", minutes=90),
    ]
    first, second = road(record, [], BEFORE).days
    assert (first.parts, first.words) == ([(30, "item"), (15, "item"), (15, "over")], "1 h, 15 min over")
    assert second.parts == [(120, "item"), (60, "item"), (30, "over")]
    assert second.words == "3 h 30, 30 min over"
    found = step(record, "Agenda")
    assert found.words == "Overruns by 45 min on Friday 26 May, Saturday 27 May"
    assert found.item == "late"


def test_a_session_that_ends_after_midnight_frames_its_day(record):
    record.sessions = [MeetingSession(id=1, meeting_id=1, name="Night", day=DAY, start="22:00", end="00:30")]
    record.agenda = [item(1, "Night session", session_id=1, start=None, minutes=120)]
    (day,) = road(record, [], BEFORE).days
    assert (day.parts, day.over, day.free) == ([(120, "item"), (30, "gap")], 0, 30)


def test_the_button_of_the_agenda_leads_to_the_item_it_is_about(record):
    with_agenda(record)
    record.agenda[1].presenters = []
    assert (step(record, "Agenda").action, step(record, "Agenda").item) == ("Name a presenter", "a2")
    record.agenda[2].minutes = None
    assert (step(record, "Agenda").action, step(record, "Agenda").item) == ("Set the minutes", "a3")
    record.agenda[2].start = "09:50"
    assert (step(record, "Agenda").action, step(record, "Agenda").item) == ("Shorten", "a2")


def test_a_missing_presenter_does_not_hold_the_road_up(record):
    with_agenda(record).agenda[1].presenters = []
    assert main(record) == ["Import registrations"]


def test_what_should_have_been_done_by_now_is_overdue(record):
    assert step(record, "Agenda", BEFORE).state == "todo"
    assert (step(record, "Agenda", DAY).state, step(record, "Agenda", DAY).ink) == ("late", "warning")
    with_people(with_agenda(record))
    assert step(record, "Attendance", DAY).state == "todo"
    assert step(record, "Attendance", AFTER).state == "late"
    record.participants[0].attendance = "present"
    assert step(record, "Outcomes", AFTER).state == "late"
    assert step(record, "Statement", AFTER).state == "todo", "it waits for the outcomes"


def test_attendance_leads_to_the_first_person_not_ticked_in(record):
    with_people(record, "present").participants.append(Participant(id=2, meeting_id=1, handle="p2", family="Siti"))
    assert step(record, "Attendance").item == "p2"


def test_the_text_leads_to_the_paragraph_that_waits(record):
    with_text(with_outcome(record), text="Members [noted] the update.", handle="b1")
    assert step(record, "Statement").item == "b1"


def follow_up(record, today, *tasks):
    found = road(record, [], today, [Action(meeting_id=1, **task) for task in tasks]).follow_up
    return found.state, found.ink, found.words, found.missing, found.action, found.item


def test_actions_are_told_with_the_one_overdue_longest(record):
    fiji = {"owner": "Fiji", "due": AFTER + dt.timedelta(60), "status": "open"}
    chairs = {"owner": "Co-Chairs", "due": DAY, "status": "open"}
    done = {"due": BEFORE, "status": "done"}
    assert road(record, [], AFTER, []).follow_up is None
    told = ("late", "error", "1 action overdue · 2 open", "First due 26 May 2017: Co-Chairs", "See what is overdue")
    assert follow_up(record, AFTER, fiji, chairs, done) == (*told, "overdue:1")
    calm = ("part", "soft", "1 of 2 actions open", "Next due 26 July 2017", "See the actions", "open:1")
    assert follow_up(record, AFTER, fiji, done) == calm
    assert follow_up(record, AFTER, done) == ("done", "soft", "1 action, all done", "", "", "")
    assert follow_up(record, AFTER, {"status": "open"})[3] == "None has a date"


def test_actions_due_within_a_week_are_a_warning_and_told_after_those_overdue(record):
    due = {"due": DAY + dt.timedelta(7), "status": "open"}
    told = ("part", "warning", "1 action due within 7 days · 1 open", "First due 2 June 2017: no owner")
    assert follow_up(record, DAY, due) == (*told, "See what is due", "soon:1")
    assert follow_up(record, DAY - dt.timedelta(1), due)[1] == "soft"
    both = follow_up(record, DAY, due, {"due": BEFORE, "status": "open"}, due)
    assert both[2] == "1 action overdue · 2 due within 7 days · 3 open"
    assert both[5] == "overdue:1"


def test_without_the_actions_of_the_body_those_of_the_meeting_are_told(record):
    record.actions = [Action(meeting_id=1, due=BEFORE)]
    assert road(record, [], DAY).follow_up.words == "1 action overdue · 1 open"


def test_registrations_are_counted_day_by_day_up_to_the_meeting(record):
    assert road(with_people(record), [], BEFORE).registrations is None
    days = (None, DAY - dt.timedelta(40), DAY - dt.timedelta(40), DAY - dt.timedelta(32))
    record.participants = [Participant(id=n, meeting_id=1, registered_on=day) for n, day in enumerate(days)]
    found = road(record, [], BEFORE).registrations
    assert (found.first, found.last) == (DAY - dt.timedelta(40), DAY)
    assert found.steps == [(0, 3), (8, 4)]
    assert (found.first_words, found.last_words) == ("16 Apr", "26 May")
    assert found.words == "4 persons since 16 April 2017, 1 in the last 7 days"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-17, "In 17 days"),
        (-1, "Tomorrow"),
        (0, "Day 1 of 2"),
        (1, "Day 2 of 2"),
        (2, "Ended yesterday"),
        (9, "Ended 8 days ago"),
        (200, "Ended in May 2017"),
    ],
)
def test_the_road_says_how_far_the_meeting_is(record, days, words):
    record.meeting.end = DAY + dt.timedelta(days=1)
    assert road(record, [], DAY + dt.timedelta(days=days)).when == words


def test_a_meeting_of_one_day_is_today(record):
    assert road(record, [], DAY).when == "Today"


def test_an_item_that_holds_the_minutes_of_its_parts_is_drawn_once_and_overruns_as_a_whole(record):
    record.agenda = [
        item(1, "Plan", minutes=60),
        item(2, "Part", parent_id=1, minutes=None),
        item(3, "Updates", start="09:45", minutes=None),
        item(4, "One", parent_id=3),
    ]
    (day,) = road(record, [], BEFORE).days
    assert (day.parts, day.ends) == ([(45, "item"), (15, "over"), (30, "item")], "10:15")


def test_what_lies_between_two_sessions_is_not_free_but_what_is_left_of_one_is(record):
    record.sessions = [
        MeetingSession(id=1, meeting_id=1, name="Morning", day=DAY, start="09:00", end="10:00"),
        MeetingSession(id=2, meeting_id=1, name="Afternoon", day=DAY, start="14:00", end="14:30"),
    ]
    record.agenda = [item(1, "Opening", session_id=1, start=None, minutes=50), item(2, "Updates", session_id=2)]
    (day,) = road(record, [], BEFORE).days
    assert (day.parts, day.words) == ([(50, "item"), (10, "gap"), (30, "item")], "1 h 20, 10 min free")
