"""The road to the final text: what each step lacks, and the one thing to do next."""

import datetime as dt

import pytest

from bali_desk.domain.models import (
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
    given = {"minutes": 30, "start": "09:00" if number == 1 else None, **more}
    return AgendaItem(id=number, meeting_id=1, handle=f"a{number}", sequence=number, title=title, **given)


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
    day = road(record, [], BEFORE).day
    assert day.parts == [(30, "item"), (30, "gap"), (20, "break"), (10, "over"), (30, "item")]
    assert (day.begins, day.ends) == ("09:00", "10:50")


def test_seats_count_the_members_and_whoever_else_comes(record):
    with_people(record).delegations.append(Delegation(id=2, meeting_id=1, name="Observers Inc", kind="organisation"))
    assert road(record, [], BEFORE).seats == (1, 3)
