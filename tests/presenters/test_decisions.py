"""The register of decisions and actions: what stands in it, and what is changed from it."""

import csv
import datetime as dt
import io

import pytest
from openpyxl import load_workbook
from sqlmodel import select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Action, AgendaItem, Body, Meeting, Outcome
from bali_desk.presenters.decisions.choosing import UNSAID, Wanted
from bali_desk.presenters.decisions.presenter import DecisionsPresenter

TODAY = dt.date(2017, 7, 12)
ACTIONS = Wanted("actions")


class View:
    def __init__(self):
        self.shown = None

    def show_register(self, shown):
        self.shown = shown


@pytest.fixture
def view():
    return View()


@pytest.fixture
def fourth(desk):
    """A later meeting of the same body with two decisions, and an action that was taken along; its id."""
    with desk.change("New meeting") as session:
        body = session.exec(select(Body)).one()
        meeting = Meeting(body_id=body.id, ordinal=4, start=dt.date(2018, 5, 20), city="Colombo")
        session.add(meeting)
        session.flush()
        shared = {"meeting_id": meeting.id, "subject": "Members"}
        session.add(Outcome(verb="adopted", text="the plan", number="4/10", status="in force", **shared))
        session.add(Outcome(verb="noted", text="the report", number="4/2", sequence=1, **shared))
        session.add(Outcome(verb="noted", text="nothing else", sequence=2, **shared))
        taken = session.exec(select(Action).where(Action.handle == "x3")).one()
        session.add(
            Action(meeting_id=meeting.id, handle="x3", text="offer three workshops", owner=taken.owner, due=taken.due)
        )
        return meeting.id


@pytest.fixture
def presenter(desk, view, officer, fourth):
    presenter = DecisionsPresenter(desk, view, officer, 1, lambda: TODAY)
    presenter.show(Wanted())
    return presenter


def texts(view):
    return [row.text for row in view.shown.rows]


def row(view, begins):
    return next(one for one in view.shown.rows if one.text.startswith(begins))


def outcome(desk, handle):
    with desk.reading() as session:
        return session.exec(select(Outcome).where(Outcome.handle == handle)).one()


def actions(desk, handle):
    with desk.reading() as session:
        found = session.exec(select(Action).where(Action.handle == handle).order_by(Action.id))
        return [(one.status, one.owner, one.due) for one in found]


def test_decisions_of_every_meeting_stand_in_it_the_latest_first_and_by_agenda(presenter, view):
    assert texts(view)[:3] == [
        "Members adopted the plan.",
        "Members noted the report.",
        "Members adopted the provisional agenda without change.",
    ]
    found = [(one.place.item.split("  ")[0], one.outcome.handle) for one in view.shown.rows[2:]]
    assert found == [("1", "o1"), ("3.2", "o12"), ("7", "o22"), ("9", "o23")]
    assert (view.shown.decisions, view.shown.actions, view.shown.private) == (6, 6, 2)


def test_points_stand_behind_the_sentence_and_the_higher_body_beside_it(presenter, view):
    assert row(view, "Members agreed on").text.startswith(
        "Members agreed on the following priorities for the TIPWG Forward Work Plan 2017–19: sharing information"
    )
    assert row(view, "Members agreed to rec").recommended_to == "12th Ad Hoc Group Senior Officials' Meeting, late 2017"


def test_what_is_recorded_of_a_restricted_item_is_private_too(presenter, view, desk):
    assert not row(view, "Members agreed on").private
    with desk.change("Restrict") as session:
        item = session.exec(select(AgendaItem).where(AgendaItem.title.startswith("The guide"))).one()
        session.get_one(AgendaItem, item.parent_id or item.id).restricted = True
    assert row(view, "Members agreed to rec").private
    assert view.shown.private == 3


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("4/10", ["Members adopted the plan."]),
        ("colombo REPORT", ["Members noted the report."]),
        ("20 may 2018 in force", ["Members adopted the plan."]),
        ("private liaison", ["Members agreed that liaison officers would compare"]),
        ("senior officials late 2017", ["Members agreed to recommend the guide"]),
        ("nothing else", []),
    ],
)
def test_words_are_found_over_all_columns(presenter, view, asked, found):
    presenter.want(Wanted(asked=asked))
    assert len(texts(view)) == len(found)
    assert all(text.startswith(begins) for text, begins in zip(texts(view), found, strict=True))
    presenter.want(Wanted())
    assert len(texts(view)) == 6


def test_body_year_and_status_leave_out_the_others(presenter, view, desk):
    assert [words for _, words in view.shown.years] == ["All years", "2018", "2017"]
    assert [words for _, words in view.shown.bodies] == ["All bodies", "TIPWG"]
    assert [words for _, words in view.shown.statuses][:3] == ["Any status", "No status yet", "In force"]
    presenter.want(Wanted(year="2018"))
    assert len(texts(view)) == 2
    presenter.want(Wanted(year="2018", status=UNSAID))
    assert texts(view) == ["Members noted the report."]
    presenter.want(Wanted(status="in force"))
    assert texts(view) == ["Members adopted the plan."]
    presenter.want(Wanted(body="99"))
    assert texts(view) == []
    assert view.shown.of == 6


def test_a_status_nobody_foresaw_can_be_chosen_too(presenter, view, desk):
    with desk.change("Import") as session:
        session.exec(select(Outcome).where(Outcome.handle == "o22")).one().status = "under review"
    assert ("under review", "Under review") in view.shown.statuses
    presenter.next_status([row(view, "Members agreed on")])
    assert outcome(desk, "o22").status == "in force"


def test_the_status_goes_from_one_to_the_next_for_all_chosen_in_one_step(presenter, view, desk):
    def chosen():
        return [row(view, "Members agreed on"), row(view, "Members agreed to rec")]

    seen = []
    for _ in range(4):
        presenter.next_status(chosen())
        seen.append((outcome(desk, "o22").status, outcome(desk, "o12").status))
    assert seen == [(one, one) for one in ("in force", "implemented", "superseded", None)]
    desk.undo()
    assert outcome(desk, "o12").status == "superseded"
    assert desk.undo_label == "Change status of decision"


def test_a_number_is_kept_without_spaces_round_it_and_taken_away(presenter, view, desk):
    presenter.number(row(view, "Members agreed on"), " 3/1 ")
    assert (outcome(desk, "o22").number, row(view, "Members agreed on").number) == ("3/1", "3/1")
    presenter.number(row(view, "Members agreed on"), "")
    assert outcome(desk, "o22").number is None


def test_numbers_sort_by_their_figures_and_those_without_come_last(presenter, view):
    ordered = sorted(view.shown.rows, key=lambda one: one.number_key)
    assert [one.number for one in ordered][:3] == ["4/2", "4/10", ""]


def test_actions_come_by_urgency_each_once_with_how_they_stand(presenter, view):
    presenter.want(ACTIONS)
    found = [(one.action.handle, one.standing, one.when_due) for one in view.shown.rows]
    assert found == [
        ("x1", "overdue", "overdue by 12 days"),
        ("x5", "open", ""),
        ("x3", "open", ""),
        ("x2", "open", ""),
        ("x4", "open", ""),
        ("x6", "closed", ""),
    ]
    taken_along = view.shown.rows[2]
    assert (taken_along.text, taken_along.meeting.words) == ("offer three workshops", "TIPWG 4th, Colombo")
    assert taken_along.follows.startswith("The Co-Chairs encouraged member countries to make the guide known")
    assert view.shown.overdue == 1
    assert view.shown.rows[1].private, "it follows from a private outcome"


def test_only_what_is_overdue_or_due_soon_can_be_shown(desk, view, officer, fourth):
    presenter = DecisionsPresenter(desk, view, officer, 1, lambda: dt.date(2017, 7, 28))
    presenter.show(Wanted("actions", status="soon"))
    assert [(one.action.handle, one.when_due) for one in view.shown.rows] == [("x5", "due in 3 days")]
    presenter.want(Wanted("actions", status="overdue"))
    assert [one.action.handle for one in view.shown.rows] == ["x1"]
    presenter.want(Wanted("actions", status="open"))
    assert len(view.shown.rows) == 5
    presenter.want(Wanted("actions", status="done"))
    assert [one.action.handle for one in view.shown.rows] == ["x6"]


def test_a_new_day_is_noticed_when_the_page_is_looked_at_again(desk, view, officer, fourth):
    days = [TODAY]
    presenter = DecisionsPresenter(desk, view, officer, 1, lambda: days[0])
    presenter.show(ACTIONS)
    presenter.hide()
    days[0] += dt.timedelta(1)
    presenter.show(ACTIONS)
    assert view.shown.rows[0].when_due == "overdue by 13 days"


def test_done_is_done_at_every_meeting_that_follows_it_and_undo_opens_it_everywhere(presenter, view, desk):
    presenter.want(ACTIONS)
    presenter.toggle_done([row(view, "offer")])
    assert [status for status, *_ in actions(desk, "x3")] == ["done", "done"]
    assert row(view, "offer").standing == "closed"
    presenter.toggle_done([row(view, "offer")])
    assert [status for status, *_ in actions(desk, "x3")] == ["open", "open"]
    desk.undo()
    desk.undo()
    assert [status for status, *_ in actions(desk, "x3")] == ["open", None]


def test_owner_and_due_are_kept_where_the_action_stands_now(presenter, view, desk):
    presenter.want(ACTIONS)
    presenter.edit_action(row(view, "offer"), "owner", "Fiji")
    presenter.edit_action(row(view, "offer"), "due", "1/9/2018")
    due = dt.date(2018, 3, 31)
    assert actions(desk, "x3") == [("open", "Regional Support Office", due), (None, "Fiji", dt.date(2018, 9, 1))]
    with pytest.raises(DeskError, match="“soon” is not a date"):
        presenter.edit_action(row(view, "offer"), "due", "soon")
    presenter.edit_action(row(view, "offer"), "due", "")
    assert row(view, "offer").due is None


def test_an_action_without_an_outcome_is_added_to_the_open_meeting(presenter, view, desk):
    presenter.want(ACTIONS)
    key = presenter.add_action()
    made = next(one for one in view.shown.rows if one.key == key)
    assert (made.meeting.id, made.outcome, made.status) == (1, None, "open")
    assert desk.undo_label == "Add action"


def test_what_changes_while_nobody_looks_is_read_on_coming_back(presenter, view, desk):
    presenter.hide()
    before = view.shown
    with desk.change("Edit outcome") as session:
        session.exec(select(Outcome).where(Outcome.handle == "o22")).one().verb = "discussed"
    assert view.shown is before
    presenter.show(Wanted())
    assert view.shown.decisions == 5


def test_a_register_goes_out_as_it_is_shown_without_what_is_private(presenter, view, officer, tmp_path):
    officer.path = tmp_path / "register.xlsx"
    presenter.export(view.shown.rows, "xlsx", False)
    assert officer.offered == "Decisions.xlsx"
    assert officer.told == ["4 decisions written to register.xlsx; 2 private left out."]
    sheet = load_workbook(officer.path).active
    head, first, *rest = sheet.iter_rows(values_only=True)
    assert head == ("Number", "Decision", "Body", "Meeting", "Date", "Agenda item", "Status", "Recommended to")
    day = dt.datetime(2018, 5, 20)
    assert first == (
        "4/10", "Members adopted the plan.", "TIPWG", "TIPWG 4th, Colombo", day, None, "in force", None
    )  # fmt: skip
    assert len(rest) == 3
    assert sheet["B2"].alignment.wrap_text


def test_what_is_private_goes_out_marked_where_it_is_asked_for(presenter, view, officer, tmp_path):
    officer.path = tmp_path / "all.csv"
    presenter.export(view.shown.rows, "csv", True)
    rows = list(csv.DictReader(io.StringIO(officer.path.read_bytes().decode("utf-8-sig"), newline="")))
    assert officer.told == ["6 decisions written to all.csv."]
    assert [one["Private"] for one in rows] == ["", "", "private", "", "", "private"]
    assert rows[0]["Date"] == "2018-05-20"


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_no_text_becomes_a_formula(presenter, view, officer, desk, tmp_path, kind):
    presenter.want(ACTIONS)
    presenter.edit_action(row(view, "offer"), "text", "=1+1")
    officer.path = tmp_path / f"actions.{kind}"
    presenter.export([one for one in view.shown.rows if one.text == "=1+1"], kind, False)
    if kind == "xlsx":
        cell = load_workbook(officer.path).active["A2"]
        assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)
    else:
        assert officer.path.read_text(encoding="utf-8-sig").splitlines()[1].startswith('"\'=1+1",')


def test_a_file_that_cannot_be_written_is_told(presenter, view, officer, tmp_path):
    officer.path = tmp_path / "no such folder" / "a.xlsx"
    presenter.export(view.shown.rows, "xlsx", False)
    assert "could not be written" in officer.failures[0]


def test_nothing_recorded_is_said_and_an_empty_desk_is_empty(presenter, view, desk):
    with desk.change("Empty") as session:
        session.add(Outcome(meeting_id=1, number="9"))
    assert row(view, "Nothing recorded yet").number == "9"
    with desk.change("Forget") as session:
        for one in (*session.exec(select(Action)), *session.exec(select(Outcome))):
            session.delete(one)
    assert (view.shown.decisions, view.shown.actions) == (0, 0)
