"""The work plan over the meetings of a body, mandates and recommendations, on a real desk."""

import datetime as dt

import pytest
from sqlmodel import select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Body, Mandate, Meeting, Outcome, WorkPlan, WorkPlanLine
from bali_desk.exchange.meeting_file import to_file
from bali_desk.presenters.meetings.presenter import MeetingsPresenter, NewMeeting
from bali_desk.presenters.work_plan.presenter import WorkPlanPresenter
from bali_desk.store.records import read_record
from bali_desk.store.removal import remove
from bali_desk.store.verify import faults_of


class View:
    def show_plan(self, plan, roll_over):
        self.plan, self.roll_over = plan, roll_over

    def show_roll_over(self, shown):
        self.roll = shown

    def show_mandates(self, rows):
        self.mandates = rows

    def show_recommendations(self, rows):
        self.recommendations = rows

    def show_meetings(self, bodies):
        pass

    def open_meeting(self, meeting_id):
        pass


@pytest.fixture
def fourth(desk, officer):
    """A fourth meeting that took nothing along; its id."""
    new = NewMeeting("TIPWG", "4", "annual meeting", "1 June 2018", "", "Colombo", "Sri Lanka")
    return MeetingsPresenter(desk, View(), officer).add_meeting(new)


@pytest.fixture
def opened(desk, officer):
    """Opens the page at a meeting."""

    def at(meeting_id, today=dt.date(2018, 7, 1)):
        view = View()
        view.presenter = WorkPlanPresenter(desk, view, officer, meeting_id, lambda: today)
        view.presenter.show()
        return view

    return at


def line(view, key):
    return next(row for row in view.plan.rows if row.key == key)


def read(desk, meeting_id):
    with desk.reading() as session:
        return read_record(session, meeting_id)


def ids(desk, meeting_id=1):
    return {one.handle: one.id for one in read(desk, meeting_id).work_plan_lines}


# ---- the plan ----
def test_lines_stand_by_meetings_with_what_fulfilled_them(opened):
    view = opened(1)
    assert (view.plan.title, view.plan.from_, view.plan.to) == ("TIPWG Forward Work Plan 2015–17", "2015", "2017")
    assert [(one.title, one.here) for one in view.plan.columns] == [("3rd, Bali 2017", True)]
    assert [(row.number, row.status, row.standing) for row in view.plan.rows] == [
        ("1", "ongoing", "open"), ("2", "done", "done"), ("3", "done", "done"), ("4", "ongoing", "open"),
        ("5", "ongoing", "open"), ("6", "ongoing", "open"),
    ]  # fmt: skip
    cell = line(view, "w2").cells[0]
    assert cell.words.startswith("received the committee's report")
    (answer,) = cell.answers
    assert (answer.meeting_id, answer.handle, answer.heading) == (1, "o11", "3rd, Bali 2017")
    assert answer.text.startswith("Members received the committee's report")
    assert "*" not in answer.text
    assert line(view, "w1").cells[0].words == ""


def test_what_was_carried_over_is_one_line_and_what_was_left_behind_says_so(opened, desk, fourth):
    first = opened(1)
    first.presenter.roll_over.carry("", "", "")
    view = opened(fourth)
    assert [one.title for one in view.plan.columns] == ["3rd, Bali 2017", "4th, Colombo 2018"]
    assert [row.key for row in view.plan.rows] == ["w1", "w4", "w5", "w6", "w2", "w3"]
    assert (line(view, "w1").standing, line(view, "w1").detail) == ("carried over", "carried over from the 3rd")
    gone = line(view, "w2")
    assert (gone.line_id, gone.number, gone.detail) == (None, "", "in the plan of the 3rd")
    assert [cell.words for cell in gone.cells][1] == "left behind"
    with desk.change("Fulfil") as session:
        session.add(Outcome(meeting_id=fourth, handle="new", number="4/1", verb="adopted", text="it", fulfils=["w1"]))
    assert [cell.words for cell in line(view, "w1").cells] == ["", "4/1 adopted it"]
    assert line(view, "w1").answers[0].heading == "4th, Colombo 2018 · Decision 4/1"


def test_a_line_is_begun_below_another_typed_and_undone(opened, desk):
    view = opened(1)
    made = view.presenter.lines.add_after(ids(desk)["w1"])
    view.presenter.lines.change(made, "text", "Train judges")
    assert [row.text for row in view.plan.rows][:3] == [
        "Promote the Bali Process policy guides and train officials in their use", "Train judges",
        "Develop guidance and training on following the money in trafficking in persons cases",
    ]  # fmt: skip
    desk.undo()
    desk.undo()
    assert len(view.plan.rows) == 6
    assert [one.sequence for one in read(desk, 1).work_plan_lines] == list(range(6))


def test_a_line_left_without_a_word_leaves_no_step_behind(opened, desk, fourth):
    before = desk.undo_label
    view = opened(1)
    made = view.presenter.lines.add_after(ids(desk)["w1"])
    assert view.presenter.lines.drop_empty(made)
    assert desk.undo_label == before
    other = opened(fourth)
    assert other.presenter.lines.drop_empty(other.presenter.lines.add_after(None))
    assert desk.undo_label == before
    assert read(desk, fourth).work_plan is None
    assert not view.presenter.lines.drop_empty(ids(desk)["w1"])


def test_status_head_order_and_removal_are_one_step_each(opened, desk):
    view = opened(1)
    lines = view.presenter.lines
    lines.change(ids(desk)["w1"], "status", "done")
    assert line(view, "w1").standing == "done"
    lines.change_head("title", "Plan")
    assert view.plan.title == "Plan"
    lines.move(ids(desk)["w6"], -1)
    assert [row.key for row in view.plan.rows][-2:] == ["w6", "w5"]
    lines.remove(ids(desk)["w2"])
    assert "w2" not in [row.key for row in view.plan.rows]
    with desk.reading() as session:
        assert faults_of(session) == []
    for _step in range(4):
        desk.undo()
    assert [row.key for row in view.plan.rows] == ["w1", "w2", "w3", "w4", "w5", "w6"]
    assert line(view, "w2").answers


def test_a_page_nobody_looks_at_reads_when_it_is_looked_at_again(opened, desk):
    view = opened(1)
    view.presenter.hide()
    view.presenter.lines.change(ids(desk)["w1"], "text", "New words")
    assert line(view, "w1").text.startswith("Promote")
    view.presenter.show()
    assert line(view, "w1").text == "New words"


def test_the_meeting_may_go_while_the_page_is_open(opened, desk):
    opened(1)
    with desk.change("Delete meeting") as session:
        remove(session, session.get_one(Meeting, 1))
    with desk.reading() as session:
        assert faults_of(session) == []


# ---- roll-over ----
def test_a_body_with_one_meeting_has_nowhere_to_carry_lines(opened):
    view = opened(1)
    assert (view.roll_over, view.roll) == ("", None)
    assert not view.presenter.roll_over.carry("", "", "")


def test_the_preview_says_of_each_line_whether_it_goes_and_proposes_the_next_period(opened, fourth):
    view = opened(fourth)
    assert view.roll_over == "Take lines from the 3rd, Bali 2017…"
    assert view.roll.ways == ("From the 3rd, Bali 2017 to the 4th, Colombo 2018",)
    assert (view.roll.title, view.roll.from_, view.roll.to) == ("TIPWG Forward Work Plan 2017–19", "2017", "2019")
    assert [(one.handle, one.happens) for one in view.roll.lines] == [
        ("w1", "goes along"), ("w2", "stays behind"), ("w3", "stays behind"), ("w4", "goes along"),
        ("w5", "goes along"), ("w6", "goes along"),
    ]  # fmt: skip
    assert opened(1).roll_over == "Roll over to the 4th, Colombo 2018…"


def test_what_she_ticks_goes_along_in_one_step(opened, desk, fourth, officer):
    view = opened(fourth)
    before = read(desk, 1)
    view.presenter.roll_over.tick("w2", True)
    view.presenter.roll_over.tick("w6", False)
    assert view.roll.going == 4
    assert view.presenter.roll_over.carry("TIPWG Forward Work Plan 2017–19", "2017", "2019")
    record = read(desk, fourth)
    assert (record.work_plan.title, record.work_plan.from_, record.work_plan.to) == (
        "TIPWG Forward Work Plan 2017–19", "2017", "2019",
    )  # fmt: skip
    assert [(one.handle, one.sequence) for one in record.work_plan_lines] == [
        ("w1", 0),
        ("w2", 1),
        ("w4", 2),
        ("w5", 3),
    ]
    assert officer.told[-1] == "Carried 4 lines over to the 4th, Colombo 2018. 2 stay behind."
    assert read(desk, 1) == before, "the meeting before stays as it was"
    assert desk.undo_label == "Roll over work plan"
    desk.undo()
    assert read(desk, fourth).work_plan is None


def test_lines_that_are_there_already_are_not_carried_twice(opened, desk, fourth):
    view = opened(1)
    with desk.change("Plan") as session:
        plan = WorkPlan(meeting_id=fourth, title="Ours")
        session.add(plan)
        session.flush()
        session.add(WorkPlanLine(plan_id=plan.id, handle="w4", text="Meet twice a year"))
    assert view.roll.title == "Ours"
    assert [one.happens for one in view.roll.lines][3] == "is there already"
    assert view.presenter.roll_over.carry("Ours", "", "")
    assert read(desk, fourth).work_plan_lines[0].text == "Meet twice a year"
    assert opened(1).roll.going == 0
    assert not opened(1).presenter.roll_over.carry("Ours", "", "")


def test_with_no_line_to_carry_a_new_title_is_kept(opened, desk, fourth, officer):
    view = opened(1)
    view.presenter.roll_over.carry("Ours", "", "")
    assert view.roll.going == 0
    assert view.presenter.roll_over.carry("Ours, revised", "2018", "2020")
    assert (read(desk, fourth).work_plan.title, read(desk, fourth).work_plan.to) == ("Ours, revised", "2020")
    assert officer.told[-1].startswith("Kept title and years of the plan of the 4th, Colombo 2018.")


def test_between_two_meetings_one_chooses_the_way(opened, desk, fourth, officer):
    opened(1).presenter.roll_over.carry("", "", "")
    new = NewMeeting("TIPWG", "5", "annual meeting", "1 June 2019", "", "Manila", "")
    MeetingsPresenter(desk, View(), officer).add_meeting(new)
    view = opened(fourth)
    assert view.roll.ways == (
        "From the 4th, Colombo 2018 to the 5th, Manila 2019",
        "From the 3rd, Bali 2017 to the 4th, Colombo 2018",
    )
    view.presenter.roll_over.choose_way(1)
    assert [one.happens for one in view.roll.lines].count("is there already") == 4
    view.presenter.roll_over.begin()
    assert view.roll.way == 0


# ---- mandates ----
def test_a_mandate_is_added_typed_answered_and_undone(opened, desk, officer):
    view = opened(1)
    mandates = view.presenter.mandates
    made = mandates.add()
    for field, text in (("giver", "Ministers"), ("given", "March 2016"), ("text", "Follow the money"), ("status", "")):
        mandates.change(made, field, text)
    (row,) = view.mandates
    assert (row.giver, row.given, row.text, row.status, row.is_open) == (
        "Ministers", "March 2016", "Follow the money", "", True,
    )  # fmt: skip
    found = view.presenter.find("guide module recommend")
    assert [one.handle for one in found] == ["o12"]
    mandates.answer(made, found[0].handle)
    assert [one.text for one in view.mandates[0].answers] == [found[0].text]
    mandates.take_back(made, "o12")
    assert view.mandates[0].answers == ()
    desk.undo()
    assert [one.handle for one in view.mandates[0].answers] == ["o12"]
    mandates.remove(made)
    assert view.mandates == []
    desk.undo()
    assert [one.handle for one in view.mandates[0].answers] == ["o12"]
    assert officer.failures == []


def test_a_date_that_is_none_is_refused(opened):
    mandates = opened(1).presenter.mandates
    with pytest.raises(DeskError, match="not a date"):
        mandates.change(mandates.add(), "given", "once")


def test_mandates_are_those_of_the_body_and_stand_in_the_record_of_each_of_its_meetings(opened, desk, fourth):
    view = opened(fourth)
    view.presenter.mandates.add()
    with desk.change("Another body") as session:
        other = Body(name="Another")
        session.add(other)
        session.flush()
        session.add(Mandate(body_id=other.id, text="Theirs"))
    assert len(view.mandates) == 1
    for meeting in (1, fourth):
        assert [one.id for one in read(desk, meeting).mandates] == [view.mandates[0].mandate_id]


def test_a_meeting_file_is_the_same_with_mandates_and_without(opened, desk):
    before = to_file(read(desk, 1))
    opened(1).presenter.mandates.add()
    assert to_file(read(desk, 1)) == before


def test_an_outcome_that_goes_answers_nothing_any_more(opened, desk):
    view = opened(1)
    made = view.presenter.mandates.add()
    view.presenter.mandates.answer(made, "o12")
    with desk.change("Delete outcome") as session:
        remove(session, session.exec(select(Outcome).where(Outcome.handle == "o12")).one())
    with desk.reading() as session:
        assert session.get_one(Mandate, made).answered_by == []
    desk.undo()
    assert [one.handle for one in view.mandates[0].answers] == ["o12"]


def test_a_body_without_meetings_goes_with_its_mandates(opened, desk, officer):
    view = opened(1)
    view.presenter.mandates.add()
    with desk.change("Delete meeting") as session:
        remove(session, session.get_one(Meeting, 1))
    MeetingsPresenter(desk, View(), officer).delete_body(1)
    with desk.reading() as session:
        assert session.exec(select(Mandate)).all() == []
        assert faults_of(session) == []


def test_nothing_is_found_before_a_word_is_typed_and_points_are_looked_in_too(opened, desk):
    view = opened(1)
    assert view.presenter.find("  ") == ()
    with_points = next(one for one in read(desk, 1).outcomes if one.points)
    word = with_points.points[-1]
    assert with_points.handle in [one.handle for one in view.presenter.find(word)]


# ---- recommendations ----
def test_a_recommendation_without_an_answer_after_the_higher_meeting_is_marked(opened, desk):
    (row,) = opened(1, dt.date(2017, 12, 31)).recommendations
    assert (row.state, row.wants) == ("waiting", "")
    view = opened(1)
    (row,) = view.recommendations
    assert (row.to, row.when, row.meeting, row.date) == (
        "12th Ad Hoc Group Senior Officials' Meeting", "late 2017", "3rd, Bali 2017", "26 May 2017",
    )  # fmt: skip
    assert row.wants == "no answer, and late 2017 is over"
    view.presenter.note(row.outcome_id, "pending")
    assert view.recommendations[0].state == "late"
    view.presenter.note(row.outcome_id, " endorsed ")
    assert (view.recommendations[0].became, view.recommendations[0].wants) == ("endorsed", "")
    assert desk.undo_label == "Note what became of it"
    desk.undo()
    assert view.recommendations[0].became == ""
