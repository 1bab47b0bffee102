"""Undo and redo: exact for any walk of changes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import AgendaItem, Body, Delegation, Meeting, Outcome, Participant, dt
from bali_desk.store.desk import Desk
from bali_desk.store.removal import remove


def add_meeting(desk):
    with desk.change("Add meeting") as session:
        body = Body(name="Group")
        session.add(body)
        session.flush()
        meeting = Meeting(body_id=body.id, start=dt.date(2017, 5, 26))
        session.add(meeting)
        session.flush()
        return meeting.id


def whole(desk):
    """Every row of the desk but the version numbers, which only ever rise."""
    with desk.reading() as session:
        return {
            table.name: [
                {name: value for name, value in row.items() if name != "version"}
                for row in session.execute(table.select().order_by(table.c.id)).mappings()
            ]
            for table in SQLModel.metadata.sorted_tables
        }


def half_a_change(desk):
    with desk.change("Add body") as session:
        session.add(Body(name="Half"))
        session.flush()
        raise ZeroDivisionError


def test_an_interrupted_change_leaves_nothing(desk):
    before = whole(desk)
    with pytest.raises(ZeroDivisionError):
        half_a_change(desk)
    assert whole(desk) == before
    assert desk.undo_label is None


def test_a_commit_that_a_reference_refuses_leaves_the_desk_free_for_what_comes_next(desk):
    for _time in range(3):
        with pytest.raises(IntegrityError), desk.change("Lead nowhere") as session:
            session.add(AgendaItem(meeting_id=999, title="Nowhere"))
        with desk.reading() as session:
            assert session.exec(select(AgendaItem)).all() == []
        with desk.change("Add body") as session:
            session.add(Body(name="Group"))


def test_what_lasts_is_heard_of_and_no_step_of_undo(desk):
    heard = []
    desk.listen(heard.append)
    with desk.change("Add body") as session:
        session.add(Body(name="Group"))
    with desk.change("Went out", lasting=True) as session:
        session.add(Body(name="Stays"))
    assert [step.label for step in heard] == ["Add body", "Went out"]
    desk.undo()
    with desk.reading() as session:
        assert [body.name for body in session.exec(select(Body))] == ["Stays"]
    assert desk.undo_label is None


def test_listeners_hear_which_tables_changed_until_they_leave(desk):
    heard = []
    leave = desk.listen(lambda step: heard.append((step.label, step.touches(Meeting), step.touches(Participant))))
    add_meeting(desk)
    desk.undo()
    leave()
    desk.redo()
    assert heard == [("Add meeting", True, False)] * 2


def test_a_burst_of_typing_is_one_step(desk):
    meeting = add_meeting(desk)
    for title in ("T", "Th", "Third"):
        with desk.change("Edit title", merge=("title", meeting)) as session:
            session.get_one(Meeting, meeting).title = title
    desk.undo()
    with desk.reading() as session:
        assert session.get_one(Meeting, meeting).title is None
    desk.redo()
    with desk.reading() as session:
        assert session.get_one(Meeting, meeting).title == "Third"


def test_a_new_change_ends_redo(desk):
    add_meeting(desk)
    desk.undo()
    add_meeting(desk)
    assert desk.redo_label is None


def test_removing_a_meeting_takes_all_of_it_and_undo_brings_all_back(desk):
    meeting = add_meeting(desk)
    with desk.change("Fill") as session:
        delegation = Delegation(meeting_id=meeting, name="Fiji")
        top = AgendaItem(meeting_id=meeting, title="Opening")
        session.add_all([delegation, top])
        session.flush()
        session.add(AgendaItem(meeting_id=meeting, parent_id=top.id, title="Welcome"))
        session.add(Participant(meeting_id=meeting, delegation_id=delegation.id, family="Ratu"))
        session.add(Outcome(meeting_id=meeting, agenda_item_id=top.id, text="a welcome"))
    before = whole(desk)
    with desk.change("Delete meeting") as session:
        remove(session, session.get_one(Meeting, meeting))
    assert {name for name, rows in whole(desk).items() if rows} == {"body"}
    desk.undo()
    assert whole(desk) == before


def test_an_outcome_outlives_its_agenda_item(desk):
    meeting = add_meeting(desk)
    with desk.change("Fill") as session:
        item = AgendaItem(meeting_id=meeting, title="Opening")
        session.add(item)
        session.flush()
        session.add(Outcome(meeting_id=meeting, agenda_item_id=item.id, text="a welcome"))
    with desk.change("Delete item") as session:
        remove(session, session.exec(select(AgendaItem)).one())
    with desk.reading() as session:
        assert session.exec(select(Outcome)).one().agenda_item_id is None


def test_a_presenter_who_is_deleted_stays_by_name(desk):
    meeting = add_meeting(desk)
    with desk.change("Fill") as session:
        session.add(Participant(meeting_id=meeting, family="Ratu", given="Ana", handle="p1"))
        session.add(AgendaItem(meeting_id=meeting, presenters=["p1", "UNODC"]))
    with desk.change("Delete participant") as session:
        remove(session, session.exec(select(Participant)).one())
    with desk.reading() as session:
        assert session.exec(select(AgendaItem)).one().presenters == ["RATU, Ana", "UNODC"]


def test_undo_refuses_to_write_over_what_another_program_changed(desk):
    meeting = add_meeting(desk)
    with desk.change("Edit title") as session:
        session.get_one(Meeting, meeting).title = "Hers"
    with desk._file.engine.begin() as behind_its_back:
        behind_its_back.execute(text("UPDATE meeting SET title = 'Theirs', version = version + 1"))
    with pytest.raises(DeskError, match="changed again by another program"):
        desk.undo()
    with desk.reading() as session:
        assert session.get_one(Meeting, meeting).title == "Theirs"
    assert desk.undo_label == "Edit title"


MOVES = st.lists(
    st.tuples(st.sampled_from(["add", "edit", "nest", "remove", "undo", "redo"]), st.integers(0, 9)), max_size=30
)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(moves=MOVES)
def test_every_undo_and_redo_is_exact(tmp_path_factory, moves):
    desk = Desk(tmp_path_factory.mktemp("desk") / "walk.desk")
    try:
        meeting = add_meeting(desk)
        states, here = [whole(desk)], 0
        for move, number in moves:
            if move == "undo":
                if here > 0:
                    desk.undo()
                    here -= 1
            elif move == "redo":
                if here < len(states) - 1:
                    desk.redo()
                    here += 1
            else:
                act(desk, meeting, move, number)
                if whole(desk) != states[here]:
                    del states[here + 1 :]
                    states.append(whole(desk))
                    here += 1
            assert whole(desk) == states[here]
    finally:
        desk.close()


def act(desk, meeting, move, number):
    with desk.change(move) as session:
        items = session.exec(select(AgendaItem)).all()
        chosen = items[number % len(items)] if items else None
        if move == "add" or chosen is None:
            session.add(AgendaItem(meeting_id=meeting, title=f"Item {number}", sequence=number))
        elif move == "edit":
            chosen.title, chosen.papers = f"Edited {number}", [*chosen.papers, str(number)]
        elif move == "nest":
            session.add(AgendaItem(meeting_id=meeting, parent_id=chosen.id))
        else:
            remove(session, chosen)


def test_a_step_that_came_to_nothing_is_no_step(desk):
    with desk.change("Add body", merge="one") as session:
        body = Body(name="Group")
        session.add(body)
    with desk.change("Remove body", merge="one") as session:
        session.delete(session.get(Body, body.id))
    assert desk.undo_label is None
    with desk.change("Add body") as session:
        session.add(Body(name="Another"))
    assert desk.undo_label == "Add body"
