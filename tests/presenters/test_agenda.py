"""The agenda's presenter on a real desk: every action, and what undo makes of it."""

import datetime as dt

import pytest

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import AgendaItem, Body, Delegation, Meeting, Outcome, Paper, Participant
from bali_desk.presenters.agenda.presenter import AgendaPresenter
from bali_desk.presenters.agenda.rows import DayHead
from bali_desk.store.desk import Desk

FIRST, SECOND = dt.date(2017, 5, 25), dt.date(2017, 5, 26)


class View:
    def show_agenda(self, agenda):
        self.agenda = agenda

    def show_item(self, item):
        self.item = item

    def lines(self):
        return [f"{row.number} {row.title}".strip() for row in self.agenda.rows]

    def row(self, title):
        return next(row for row in self.agenda.rows if row.title == title)


class Officer:
    def __init__(self):
        self.asked, self.answer = [], True

    def confirm(self, question, action):
        self.asked.append(question)
        return self.answer


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    yield desk
    desk.close()


@pytest.fixture
def meeting(desk):
    with desk.change("New meeting") as session:
        body = Body(name="Trafficking in Persons Working Group")
        session.add(body)
        session.flush()
        meeting = Meeting(body_id=body.id, start=FIRST, end=SECOND)
        session.add(meeting)
        session.flush()
        thailand = Delegation(meeting_id=meeting.id, name="Thailand")
        session.add(thailand)
        session.flush()
        session.add(
            Participant(
                meeting_id=meeting.id, delegation_id=thailand.id, handle="p1", family="Srisuwan", given="Orathai"
            )
        )
        _items(session, meeting.id)
    return meeting.id


def _items(session, meeting):
    told = [
        ("Opening", None, 15, "09:00", None),
        ("Updates", None, None, None, None),
        ("Ad Hoc Group", "Updates", 25, None, None),
        ("Disruption", "Updates", 25, None, None),
        ("Coffee", None, 20, None, None),
        ("Work plan", None, 60, None, None),
        ("Closing", None, 30, "09:30", SECOND),
    ]
    made = {}
    for place, (title, parent, minutes, start, day) in enumerate(told):
        item = AgendaItem(
            meeting_id=meeting, sequence=place, title=title, minutes=minutes, start=start, day=day,
            kind="break" if title == "Coffee" else "item", parent_id=made[parent].id if parent else None,
        )  # fmt: skip
        session.add(item)
        session.flush()
        made[title] = item


@pytest.fixture
def officer():
    return Officer()


@pytest.fixture
def page(desk, meeting, officer):
    view = View()
    view.desk = desk
    view.presenter = AgendaPresenter(desk, view, officer, meeting)
    yield view
    view.presenter.leave()


def key(page, title):
    return page.row(title).key


def stored(page, title):
    with page.desk.reading() as session:
        return session.get_one(AgendaItem, key(page, title))


START = ["1 Opening", "2 Updates", "2.1 Ad Hoc Group", "2.2 Disruption", "Coffee", "3 Work plan", "4 Closing"]


def test_it_shows_numbers_times_sums_and_a_head_for_each_day(page):
    assert page.lines() == START
    assert [row.starts for row in page.agenda.rows] == ["09:00", "09:15", "09:15", "09:40", "10:05", "10:25", "09:30"]
    assert page.row("Updates").minutes == "50"
    heads = [line.label for line in page.agenda.lines if isinstance(line, DayHead)]
    assert heads == ["Thursday 25 May", "Friday 26 May"]


def test_a_presenter_is_asked_for_only_where_one_speaks(page):
    assert not page.row("Coffee").lacks_presenter
    assert not page.row("Updates").lacks_presenter
    assert page.row("Work plan").lacks_presenter


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("title", "<script> ‮ =SUM(A1)", "<script> ‮ =SUM(A1)"),
        ("title", "x" * 600, "x" * 600),
        ("minutes", "1h30", 90),
        ("minutes", "45 min", 45),
        ("minutes", "", None),
        ("start", "9.30", "09:30"),
        ("start", "0930", "09:30"),
        ("start", "9", "09:00"),
        ("end", "12:15", "12:15"),
        ("no", "3 bis", "3 bis"),
        ("kind", "ceremony", "ceremony"),
        ("purpose", "decision", "decision"),
        ("annotation", "Two\nlines", "Two\nlines"),
        ("chair_notes", "Quiet.", "Quiet."),
        ("presenters", "Co-Chairs; srisuwan, orathai;", ["Co-Chairs", "p1"]),
    ],
)
def test_what_is_typed_is_kept_and_undone(page, field, typed, kept):
    before = getattr(stored(page, "Work plan"), field)
    place = key(page, "Work plan")
    page.presenter.fields.write(place, field, typed)
    with page.desk.reading() as session:
        assert getattr(session.get_one(AgendaItem, place), field) == kept
    page.desk.undo()
    assert getattr(stored(page, "Work plan"), field) == before


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("minutes", "abc"),
        ("minutes", "-5"),
        ("minutes", "9999"),
        ("start", "25:99"),
        ("end", "noon"),
        ("day", "31 June"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence_that_quotes_it(page, field, typed):
    with pytest.raises(DeskError, match=typed):
        page.presenter.fields.write(key(page, "Work plan"), field, typed)
    assert page.lines() == START
    assert page.desk.undo_label == "New meeting"


def test_writing_what_stands_already_is_no_step(page):
    page.presenter.fields.write(key(page, "Opening"), "title", "Opening")
    page.presenter.fields.write(key(page, "Opening"), "minutes", "15")
    assert page.desk.undo_label == "New meeting"


def test_a_burst_of_typing_is_one_step(page):
    place = key(page, "Opening")
    for text in ("Openi", "Opening of", "Opening of the meeting"):
        page.presenter.fields.write(place, "title", text)
    assert page.desk.undo_label == "Edit agenda item"
    page.desk.undo()
    assert page.lines() == START


def test_the_length_written_last_holds(page):
    place = key(page, "Opening")
    page.presenter.fields.write(place, "end", "09:40")
    assert page.row("Opening").minutes == "40"
    page.presenter.fields.write(place, "start", "10:00")
    assert (stored(page, "Opening").end, page.row("Opening").minutes) == ("10:40", "40")
    page.presenter.fields.write(place, "minutes", "20")
    assert (stored(page, "Opening").end, page.row("Updates").starts) == (None, "10:20")


def test_a_fixed_start_that_is_overrun_is_told_where_it_overruns(page):
    page.presenter.fields.write(key(page, "Work plan"), "start", "10:00")
    assert page.row("Coffee").over == 25
    assert page.agenda.over == 25
    page.presenter.fields.write(key(page, "Work plan"), "start", "11:00")
    assert (page.row("Work plan").free, page.agenda.over) == (35, 0)


def test_let_times_follow_frees_all_but_the_start_of_each_day(page):
    page.presenter.fields.write(key(page, "Work plan"), "start", "11:00")
    page.presenter.fields.write(key(page, "Coffee"), "end", "10:30")
    page.presenter.fields.let_times_follow()
    assert [stored(page, title).start for title in ("Opening", "Work plan", "Closing")] == ["09:00", None, "09:30"]
    assert (stored(page, "Coffee").end, page.row("Coffee").minutes, page.row("Work plan").starts) == (
        None,
        "25",
        "10:30",
    )
    page.desk.undo()
    assert stored(page, "Work plan").start == "11:00"


def test_a_new_item_comes_after_the_chosen_one_and_all_under_it(page):
    made = page.presenter.order.add("item", key(page, "Updates"))
    assert page.lines()[4:6] == ["3", "Coffee"]
    assert page.agenda.rows[4].key == made
    page.desk.undo()
    assert page.lines() == START
    page.desk.redo()
    assert page.agenda.rows[4].key == made


def test_the_first_item_of_an_empty_agenda(desk, officer):
    with desk.change("New meeting") as session:
        body = Body(name="B")
        session.add(body)
        session.flush()
        meeting = Meeting(body_id=body.id, start=FIRST)
        session.add(meeting)
        session.flush()
    view = View()
    presenter = AgendaPresenter(desk, view, officer, meeting.id)
    presenter.order.add("item", None)
    assert [row.number for row in view.agenda.rows] == ["1"]


def test_a_sub_item_goes_last_under_its_item_and_not_under_a_break(page):
    page.presenter.order.add_under(key(page, "Updates"))
    assert page.lines()[4] == "2.3"
    assert page.presenter.order.add_under(key(page, "Coffee")) is None


def test_a_break_has_no_number(page):
    page.presenter.order.add("break", key(page, "Disruption"))
    assert page.lines()[4] == ""
    assert (page.agenda.rows[4].kind, page.agenda.rows[4].depth) == ("break", 1)


def test_an_item_begun_and_left_empty_goes_away_but_one_with_words_stays(page):
    empty = page.presenter.order.add("item", key(page, "Opening"))
    assert page.presenter.order.drop_empty(empty)
    assert page.lines() == START
    written = page.presenter.order.add("item", key(page, "Opening"))
    page.presenter.fields.write(written, "title", "Report")
    assert not page.presenter.order.drop_empty(written)
    assert page.lines()[1] == "2 Report"


def test_indent_and_outdent_renumber_and_undo(page):
    page.presenter.order.indent(key(page, "Updates"))
    assert page.lines()[:4] == ["1 Opening", "1.1 Updates", "(a) Ad Hoc Group", "(b) Disruption"]
    page.desk.undo()
    assert page.lines() == START
    page.presenter.order.outdent(key(page, "Ad Hoc Group"))
    assert page.lines()[1:4] == ["2 Updates", "2.1 Disruption", "3 Ad Hoc Group"]
    page.desk.undo()
    assert page.lines() == START


def test_a_move_that_cannot_be_made_is_no_step(page):
    page.presenter.order.indent(key(page, "Opening"))
    page.presenter.order.outdent(key(page, "Opening"))
    page.presenter.order.move(key(page, "Opening"), -1)
    page.presenter.order.move(key(page, "Disruption"), 1)
    assert page.desk.undo_label == "New meeting"


def test_moving_takes_sub_items_along_and_times_follow(page):
    page.presenter.order.move(key(page, "Updates"), 1)
    assert page.lines()[1:5] == ["Coffee", "2 Updates", "2.1 Ad Hoc Group", "2.2 Disruption"]
    assert page.row("Updates").starts == "09:35"
    assert page.desk.undo_label == "Move agenda item"
    page.desk.undo()
    assert page.lines() == START


def test_at_the_edge_of_a_day_a_move_changes_the_day(page):
    page.presenter.order.move(key(page, "Work plan"), 1)
    assert page.lines() == START
    assert (page.row("Work plan").day, page.row("Closing").day) == (SECOND, SECOND)
    page.presenter.order.move(key(page, "Work plan"), -1)
    assert (page.row("Work plan").day, page.row("Closing").day) == (FIRST, SECOND)


def test_deleting_the_first_item_of_a_day_leaves_the_day_to_the_others(page):
    page.presenter.order.add("item", key(page, "Closing"))
    page.presenter.order.delete(key(page, "Closing"))
    assert page.agenda.rows[-1].day == SECOND


def test_dropping_above_and_onto_a_line(page):
    lines = page.agenda.lines
    at = next(n for n, line in enumerate(lines) if getattr(line, "title", "") == "Updates")
    page.presenter.order.drop(key(page, "Work plan"), at, onto=False)
    assert page.lines()[:3] == ["1 Opening", "2 Work plan", "3 Updates"]
    page.desk.undo()
    page.presenter.order.drop(key(page, "Work plan"), at, onto=True)
    assert page.lines()[4] == "2.3 Work plan"
    page.desk.undo()
    page.presenter.order.drop(key(page, "Updates"), at + 1, onto=True)
    assert page.lines() == START, "an item cannot go under its own sub-item"
    page.presenter.order.drop(key(page, "Opening"), len(lines), onto=False)
    assert page.lines()[-1].endswith("Opening")
    assert page.row("Opening").day == SECOND


def test_what_is_dropped_onto_a_break_goes_after_it(page):
    page.presenter.order.add("break", key(page, "Opening"))
    at = next(n for n, line in enumerate(page.agenda.lines) if getattr(line, "kind", "") == "break")
    page.presenter.order.drop(key(page, "Work plan"), at, onto=True)
    assert page.lines()[2] == "2 Work plan"
    page.presenter.order.indent(key(page, "Work plan"))
    assert page.lines()[2] == "2 Work plan", "nor does it go under the break by key"


def test_dropping_above_a_day_head_is_the_end_of_the_day_before(page):
    at = next(n for n, line in enumerate(page.agenda.lines) if isinstance(line, DayHead) and line.day == SECOND)
    page.presenter.order.drop(key(page, "Opening"), at, onto=False)
    assert page.lines()[-2:] == ["3 Opening", "4 Closing"]
    assert page.row("Opening").day == FIRST


def test_a_day_written_moves_the_item_to_that_day_and_no_other_item(page):
    page.presenter.fields.write(key(page, "Opening"), "day", "2017-05-26")
    assert page.lines()[-1].endswith("Opening")
    assert [row.title for row in page.agenda.rows if row.day == SECOND] == ["Closing", "Opening"]
    page.desk.undo()
    assert page.lines() == START


def test_deleting_asks_only_where_something_hangs_on_the_item(page, officer):
    page.presenter.order.delete(key(page, "Coffee"))
    assert officer.asked == []
    page.presenter.order.delete(key(page, "Updates"))
    assert officer.asked == ["Delete “Updates” with its 2 sub-items?"]
    assert page.lines() == ["1 Opening", "2 Work plan", "3 Closing"]
    page.desk.undo()
    page.desk.undo()
    assert page.lines() == START


def test_deleting_an_item_with_outcomes_asks_and_can_be_refused(page, officer, meeting):
    with page.desk.change("Add outcome") as session:
        session.add(Outcome(meeting_id=meeting, agenda_item_id=key(page, "Opening")))
    officer.answer = False
    page.presenter.order.delete(key(page, "Opening"))
    assert officer.asked == ["Delete “Opening”? 1 outcome will stay without an item."]
    assert page.lines() == START


def test_the_chosen_item_is_shown_and_follows_undo(page):
    page.presenter.choose(key(page, "Opening"))
    assert (page.item.start, page.item.flowing_end, page.item.day) == ("09:00", "09:15", "2017-05-25")
    page.presenter.fields.restrict(page.item.key, True)
    assert page.item.restricted
    page.desk.undo()
    assert not page.item.restricted
    page.presenter.order.delete(page.item.key)
    assert page.item is None


def test_papers_are_added_changed_ordered_taken_off_and_deleted(page, meeting, officer):
    with page.desk.change("Add paper") as session:
        session.add(Paper(meeting_id=meeting, symbol="TIPWG/3/1", handle="d1"))
    opening, papers = key(page, "Opening"), page.presenter.papers
    page.presenter.choose(opening)
    known = page.presenter.papers_to_add()
    assert [paper.symbol for paper in known] == ["TIPWG/3/1"]
    papers.attach(opening, known[0].key)
    papers.add(opening, {"symbol": "TIPWG/3/2", "title": "A & <b>", "status": "draft"}, restricted=True)
    assert [paper.label for paper in page.item.papers] == ["TIPWG/3/1", "TIPWG/3/2  A & <b>"]
    assert page.presenter.papers_to_add() == []
    second = page.item.papers[1].key
    papers.change(second, {"title": "Report"}, restricted=False)
    assert (page.item.papers[1].title, page.item.papers[1].symbol) == ("Report", "TIPWG/3/2")
    papers.move(opening, second, -1)
    assert [paper.symbol for paper in page.item.papers] == ["TIPWG/3/2", "TIPWG/3/1"]
    papers.detach(opening, second)
    assert [paper.symbol for paper in page.presenter.papers_to_add()] == ["TIPWG/3/2"]
    page.desk.undo()
    papers.delete(second)
    assert officer.asked == ["Delete “TIPWG/3/2” from the meeting?"]
    assert [paper.symbol for paper in page.item.papers] == ["TIPWG/3/1"]
    page.desk.undo()
    assert [paper.symbol for paper in page.item.papers] == ["TIPWG/3/2", "TIPWG/3/1"]


def test_presenters_are_completed_from_delegations_free_words_and_persons(page):
    page.presenter.fields.write(key(page, "Opening"), "presenters", "Co-Chairs; Thailand")
    assert page.presenter.known_presenters() == ["Thailand", "Co-Chairs", "SRISUWAN, Orathai"]


def test_a_presenter_is_shown_by_the_name_the_person_has_now(page):
    page.presenter.fields.write(key(page, "Opening"), "presenters", "SRISUWAN, Orathai")
    with page.desk.change("Change family name") as session:
        session.get_one(Participant, 1).family = "Boonmee"
    assert page.row("Opening").presenters == "BOONMEE, Orathai"


def test_who_came_is_no_matter_of_the_agenda(page):
    shown = page.agenda
    with page.desk.change("Mark present") as session:
        session.get_one(Participant, 1).attendance = "present"
    assert page.agenda is shown


def test_two_of_one_name_are_told_apart(page, meeting):
    with page.desk.change("Add person") as session:
        session.add(Participant(meeting_id=meeting, handle="p2", family="Srisuwan", given="Orathai", sequence=1))
    names = page.presenter.known_presenters()[-2:]
    assert names == ["SRISUWAN, Orathai – Thailand", "SRISUWAN, Orathai"]
    page.presenter.fields.write(key(page, "Opening"), "presenters", names[0])
    assert stored(page, "Opening").presenters == ["p1"]


def test_a_presenter_that_has_left_no_longer_listens(desk, meeting, officer):
    view = View()
    presenter = AgendaPresenter(desk, view, officer, meeting)
    presenter.leave()
    with desk.change("Delete") as session:
        session.get_one(AgendaItem, 1).title = "Other"
    assert view.lines() == START


def test_when_the_meeting_itself_is_taken_back_the_page_stays_as_it_was(page):
    while page.desk.undo_label:
        page.desk.undo()
    assert page.lines() == START
    page.desk.redo()
    assert page.lines() == START
