"""Outcomes and actions of the whole desk in as many queries as of one meeting."""

import datetime as dt

from sqlalchemy import event

from bali_desk.domain.models import Action, AgendaItem, Body, Meeting, Outcome
from bali_desk.store.decisions import read_actions, read_follow_up


def fill(desk, year, body="TIPWG", many=1):
    """A meeting with outcomes and actions; its id."""
    with desk.change("Fill") as session:
        group = Body(name=f"The group {body}", short=body)
        session.add(group)
        session.flush()
        meeting = Meeting(body_id=group.id, ordinal=year - 2014, start=dt.date(year, 5, 26), country="Indonesia")
        session.add(meeting)
        session.flush()
        item = AgendaItem(meeting_id=meeting.id, title="Opening", restricted=True)
        session.add(item)
        session.flush()
        for place in reversed(range(many)):
            outcome = Outcome(
                meeting_id=meeting.id, agenda_item_id=item.id, sequence=place, verb="agreed", text=str(place),
                points=["é"], fulfils=["w1"], recommended_to={"body": "SOM", "when": None}, public=False,
            )  # fmt: skip
            session.add(outcome)
            session.flush()
            due = dt.date(year, 6, 1) if place else None
            session.add(Action(meeting_id=meeting.id, outcome_id=outcome.id, sequence=place, text=str(place), due=due))
        return meeting.id


def queries(session, read):
    """What was read, and with how many statements."""
    asked = []

    def note(_connection, _cursor, statement, *_more):
        asked.append(statement)

    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    try:
        return read(session), sum(statement.lstrip().startswith("SELECT") for statement in asked)
    finally:
        event.remove(engine, "before_cursor_execute", note)


def test_the_number_of_queries_does_not_grow_with_the_desk(desk):
    fill(desk, 2016)
    with desk.reading() as session:
        _, few = queries(session, read_follow_up)
    for year in (2015, 2017, 2018):
        fill(desk, year, body=f"Group {year}", many=40)
    with desk.reading() as session:
        stored, many = queries(session, read_follow_up)
    assert (few, many) == (4, 4)
    assert (len(stored.meetings), len(stored.outcomes), len(stored.actions)) == (4, 121, 121)


def test_every_column_comes_as_what_it_is(desk):
    meeting = fill(desk, 2017, many=2)
    with desk.reading() as session:
        stored = read_follow_up(session)
    (told,) = stored.meetings.values()
    assert (told.id, told.body, told.ordinal, told.city, told.start) == (meeting, "TIPWG", 3, "Indonesia", "2017-05-26")
    first, second = stored.outcomes
    assert (first.text, second.text) == ("0", "1"), "in their order"
    assert (first.points, first.fulfils) == ('["\\u00e9"]', '["w1"]')
    assert first.recommended_to == '{"body": "SOM", "when": null}'
    assert not first.public
    assert stored.items[0].restricted
    assert [(one.text, one.due, one.outcome_id) for one in stored.actions] == [
        ("0", None, first.id),
        ("1", dt.date(2017, 6, 1), second.id),
    ]


def test_the_latest_meeting_comes_first_and_actions_may_be_those_of_one_body(desk):
    fill(desk, 2016, "A")
    latest = fill(desk, 2018, "B")
    fill(desk, 2017, "C")
    with desk.reading() as session:
        stored = read_follow_up(session)
        ours = read_actions(session, stored.meetings[latest].body_id)
    assert [one.start[:4] for one in stored.meetings.values()] == ["2018", "2017", "2016"]
    assert [stored.meetings[one.meeting_id].body for one in stored.actions] == ["B", "C", "A"]
    assert [one.meeting_id for one in ours] == [latest]


def test_a_desk_without_a_meeting_has_nothing_to_follow(desk):
    with desk.reading() as session:
        assert read_follow_up(session) == ({}, [], [], [])
