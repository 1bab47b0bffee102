"""Ticking in on a real desk: what a command changes, what shows at once, and what undo makes of it."""

import datetime as dt

import pytest
from sqlmodel import select

from bali_desk.documents.contexts.attendance import attendance
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Body, Delegation, Meeting, MeetingSession, Member, Participant, Presence
from bali_desk.presenters.statement.composing import compose_statement
from bali_desk.presenters.tick_in.presenter import TickInPresenter
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

FIRST, SECOND = dt.date(2017, 5, 25), dt.date(2017, 5, 26)


class View:
    def show_sheet(self, sheet):
        self.sheet = sheet


class Officer:
    def __init__(self):
        self.asked, self.answer, self.failures = [], True, []

    def confirm(self, question, action):
        self.asked.append(question)
        return self.answer

    def fail(self, message):
        self.failures.append(message)


class Sheet:
    """The screen in hand: a line typed and entered, and how a row stands after it."""

    def __init__(self, desk, meeting):
        self.desk, self.meeting, self.view, self.officer = desk, meeting, View(), Officer()
        self.presenter = TickInPresenter(desk, self.view, self.officer, meeting)

    def enter(self, line, state=""):
        self.presenter.type(line)
        done = self.presenter.mark(state)
        if done:
            self.presenter.type("")
        return done

    def row(self, number):
        return next(row for row in self.view.sheet.rows if row.number == number)

    def states(self):
        return [row.state for row in self.view.sheet.rows]

    def person(self, number):
        with self.desk.reading() as session:
            return session.get_one(Participant, self.row(number).key)

    def session(self, name, day="25 May 2017"):
        key = self.presenter.sessions.add()
        self.presenter.sessions.change(key, "name", name)
        self.presenter.sessions.change(key, "day", day)
        return key


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    yield desk
    desk.close()


def meeting_of(desk, end):
    with desk.change("New meeting") as session:
        body = Body(name="B", style="bali-process")
        session.add(body)
        session.flush()
        meeting = Meeting(body_id=body.id, start=FIRST, end=end)
        session.add(meeting)
        session.flush()
        for place, (name, kind) in enumerate([("UNODC", "organisation"), ("Thailand", "country"), ("Fiji", "country")]):
            session.add(Delegation(meeting_id=meeting.id, name=name, kind=kind, status="member", sequence=place))
        session.flush()
        for place, (home, family, given, role) in enumerate(
            [
                (2, "Chaiyasit", "Prawit", "adviser"),
                (2, "Srisuwan", "Orathai", "head of delegation"),
                (3, "Đặng", "Thị Hà", "delegate"),
                (1, "=SUM(A1)", "Null", "delegate"),
            ]
        ):
            session.add(
                Participant(
                    meeting_id=meeting.id, delegation_id=home, family=family, given=given, role=role, sequence=place
                )
            )
        return meeting.id


@pytest.fixture
def sheet(desk):
    return Sheet(desk, meeting_of(desk, SECOND))


def record_of(sheet):
    with sheet.desk.reading() as session:
        return read_record(session, sheet.meeting)


@pytest.mark.parametrize("order", ["delegation", "name"])
def test_rows_and_numbers_are_those_of_the_printed_sheet(sheet, order):
    sheet.presenter.take_order(order)
    printed = attendance(record_of(sheet), Options(order=order), Edition())["rows"]
    assert [(row.number, row.name) for row in sheet.view.sheet.rows] == [
        (row["number"], row["full_name"]) for row in printed
    ]


def test_one_command_is_one_step_and_undo_takes_it_back(sheet, desk):
    assert sheet.enter("1, 3-4 absent")
    assert sheet.states() == ["absent", "expected", "absent", "absent"]
    assert desk.undo_label == "Mark 3 persons absent"
    desk.undo()
    assert sheet.states() == ["expected"] * 4
    desk.redo()
    assert sheet.states() == ["absent", "expected", "absent", "absent"]


def test_a_key_wins_over_what_the_line_says(sheet):
    sheet.enter("1-2 absent", "excused")
    assert sheet.states()[:2] == ["excused", "excused"]


def test_what_enter_would_do_is_promised_before(sheet):
    sheet.presenter.type("2-4 absent")
    assert sheet.view.sheet.promise == "Enter marks 3 persons absent: 2, 3, 4"
    assert sheet.view.sheet.button == "Mark 3 absent"
    assert [row.coming for row in sheet.view.sheet.rows] == ["", "absent", "absent", "absent"]
    sheet.presenter.type("2")
    assert sheet.view.sheet.promise == "Enter marks 2 CHAIYASIT, Prawit present"


def test_letters_narrow_the_rows_and_enter_marks_the_chosen_one(sheet):
    sheet.presenter.type("dang")
    assert [row.name for row in sheet.view.sheet.rows] == ["ĐẶNG, Thị Hà"]
    assert sheet.presenter.mark()
    sheet.presenter.type("thail")
    found = sheet.view.sheet
    assert [row.number for row in found.rows] == [1, 2]
    assert found.promise == "Enter marks 1 SRISUWAN, Orathai present · 2 found, the arrows choose"
    sheet.presenter.choose(found.rows[1].key)
    assert sheet.presenter.mark("excused")
    sheet.presenter.type("")
    assert sheet.states() == ["expected", "excused", "present", "expected"]


def test_with_an_empty_field_a_chosen_row_is_marked_and_the_next_one_chosen(sheet):
    assert not sheet.presenter.mark()
    assert sheet.states() == ["expected"] * 4
    sheet.presenter.choose(sheet.view.sheet.rows[0].key)
    for _ in range(3):
        assert sheet.presenter.mark()
    assert sheet.states() == ["present", "present", "present", "expected"]
    assert sheet.view.sheet.chosen == sheet.view.sheet.rows[3].key


def test_after_a_typed_command_a_second_enter_marks_nobody(sheet):
    assert sheet.enter("4 absent")
    assert not sheet.enter("")
    assert sheet.states() == ["expected", "expected", "expected", "absent"]


def test_what_cannot_be_read_is_not_done(sheet, desk):
    before = desk.undo_label
    assert not sheet.enter("4, x")
    assert sheet.view.sheet.trouble.startswith("“x” cannot be read")
    assert desk.undo_label == before


def test_replaced_by_names_the_person_and_present_forgets_her(sheet):
    assert sheet.enter("1 replaced by dang")
    assert sheet.row(1).state_words == "replaced by ĐẶNG, Thị Hà"
    assert sheet.person(1).replaced_by_id == sheet.row(3).key
    assert sheet.enter("1")
    assert sheet.row(1).state_words == "present"
    assert sheet.person(1).replaced_by_id is None


def test_the_counts_follow_at_once(sheet):
    sheet.enter("1-2")
    sheet.enter("3 excused")
    shown = sheet.view.sheet
    assert (shown.ticked, shown.total, shown.counts) == (3, 4, "2 present · 1 excused · 1 not yet")


# ---- sessions ----
def test_present_in_a_session_is_present_at_the_meeting_on_its_day(sheet):
    morning = sheet.session("Morning", "26 May 2017")
    sheet.presenter.take_session(morning)
    sheet.enter("1-2")
    sheet.enter("3 absent")
    assert sheet.states() == ["present", "present", "absent", "expected"]
    assert sheet.person(1).present_on == ["2017-05-26"]
    sheet.presenter.take_session(None)
    assert sheet.states() == ["present", "present", "expected", "expected"]
    with sheet.desk.reading() as session:
        assert sorted(one.state for one in session.exec(select(Presence))) == ["absent", "present", "present"]


def test_a_mark_in_a_session_taken_back_leaves_no_trace(sheet, desk):
    sheet.presenter.take_session(sheet.session("Morning"))
    sheet.enter("1-4")
    sheet.enter("all expected")
    assert sheet.person(1).present_on == []
    assert sheet.person(1).attendance == "expected"
    desk.undo()
    assert sheet.states() == ["present"] * 4
    assert sheet.person(1).present_on == ["2017-05-25"]


def test_excused_from_the_meeting_is_told_beside_the_session(sheet):
    sheet.enter("1 excused")
    sheet.presenter.take_session(sheet.session("Morning"))
    assert (sheet.row(1).state_words, sheet.row(1).remark) == ("not yet", "excused")


def test_a_session_put_on_another_day_takes_the_days_along(sheet):
    morning = sheet.session("Morning")
    sheet.presenter.take_session(morning)
    sheet.enter("1")
    sheet.presenter.sessions.change(morning, "day", "26/5/2017")
    assert sheet.person(1).present_on == ["2017-05-26"]


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("day", "", "A session needs a day"),
        ("day", "1 June 2017", "The meeting is held on 25–26 May 2017: write a day of it."),
        ("day", "soon", "“soon” is not a date"),
        ("name", " ", "A session needs a name"),
        ("start", "25:00", "“25:00” is not a clock time"),
    ],
)
def test_a_session_that_cannot_be_so_is_refused_in_a_sentence(sheet, field, text, sentence):
    key = sheet.session("Morning")
    with pytest.raises(DeskError, match=sentence):
        sheet.presenter.sessions.change(key, field, text)


def test_removing_a_session_asks_when_marks_go_with_it_and_undo_brings_all_back(sheet, desk):
    empty, taken = sheet.session("Empty"), sheet.session("Morning")
    sheet.presenter.take_session(taken)
    sheet.enter("1-2")
    sheet.presenter.sessions.remove(empty)
    assert sheet.officer.asked == []
    sheet.officer.answer = False
    sheet.presenter.sessions.remove(taken)
    assert sheet.officer.asked == ["Delete “Morning” with its 2 marks?"]
    sheet.officer.answer = True
    sheet.presenter.sessions.remove(taken)
    assert sheet.view.sheet.sessions == ((None, "Whole meeting"),)
    assert sheet.view.sheet.session is None
    desk.undo()
    with desk.reading() as session:
        assert len(session.exec(select(Presence)).all()) == 2
        assert [one.name for one in session.exec(select(MeetingSession))] == ["Morning"]


# ---- walk-ins ----
def test_a_walk_in_is_present_and_leaves_the_numbers_of_the_printed_sheet_alone(sheet, desk):
    before = [(row.number, row.key) for row in sheet.view.sheet.rows]
    key = sheet.presenter.add_walk_in("Tanaka, Aiko", "thailand")
    second = sheet.presenter.add_walk_in("U Ko Ko <i>", "")
    rows = sheet.view.sheet.rows
    assert [(row.number, row.key) for row in rows] == [*before, (5, key), (6, second)]
    assert [(row.name, row.delegation, row.state) for row in rows[4:]] == [
        ("TANAKA, Aiko", "Thailand", "present"),
        ("U Ko Ko <i>", "", "present"),
    ]
    printed = attendance(record_of(sheet), Options(), Edition())["rows"]
    assert printed[4]["name"] == "TANAKA, Aiko"
    desk.undo()
    assert [row.number for row in sheet.view.sheet.rows] == [1, 2, 3, 4, 5]


def test_a_walk_in_during_a_session_is_present_in_it(sheet):
    sheet.presenter.take_session(sheet.session("Morning", "26 May 2017"))
    sheet.presenter.add_walk_in("Aiko", "Fiji")
    assert sheet.row(5).state == "present"
    assert sheet.person(5).present_on == ["2017-05-26"]


@pytest.mark.parametrize(
    ("name", "delegation", "sentence"),
    [(" ", "Fiji", "A walk-in needs a name."), ("Aiko", "Fidji", "No delegation is called “Fidji”")],
)
def test_a_walk_in_that_cannot_be_so_is_refused_in_a_sentence(sheet, desk, name, delegation, sentence):
    with pytest.raises(DeskError, match=sentence):
        sheet.presenter.add_walk_in(name, delegation)
    assert len(sheet.view.sheet.rows) == 4


def test_who_is_not_found_is_offered_as_a_walk_in_as_typed(sheet):
    sheet.presenter.type("Aiko Tanaka")
    assert sheet.view.sheet.nobody == "Aiko Tanaka"


def test_a_meeting_whose_persons_were_all_registered_on_its_days_prints_by_delegation(sheet, desk):
    order = [row.key for row in sheet.view.sheet.rows]
    with desk.change("Register") as session:
        for person in session.exec(select(Participant)):
            person.registered_on = FIRST
    assert [row.key for row in sheet.view.sheet.rows] == order


# ---- all the way ----
def test_what_is_ticked_is_what_the_statement_says(desk):
    sheet = Sheet(desk, meeting_of(desk, None))
    sentences = []
    for line in ("1, 3, 4", "4 absent", "2, 4"):
        sheet.enter(line)
        compose_statement(desk, sheet.meeting)
        sentences.append(" ".join(block.text for block in record_of(sheet).blocks))
    assert "3 participants from 3 member countries and organisations" in sentences[0]
    assert "2 participants from 2 countries" in sentences[1]
    assert "4 participants from 3 member countries and organisations" in sentences[2]


def test_the_page_lets_go_when_its_meeting_is_deleted(sheet, desk):
    desk.undo()
    assert sheet.view.sheet.total == 4


def test_a_walk_in_of_a_member_that_had_nobody_brings_its_delegation(sheet, desk):
    with desk.change("Member") as session:
        session.add(Member(body_id=1, sequence=0, name="Nauru", official_name="Republic of Nauru", kind="country"))
    key = sheet.presenter.add_walk_in("Aiko", "republic of nauru")
    with desk.reading() as session:
        home = session.get_one(Delegation, session.get_one(Participant, key).delegation_id)
    assert (home.name, home.kind) == ("Nauru", "country")
    desk.undo()
    with desk.reading() as session:
        assert session.get(Participant, key) is None
        assert session.get(Delegation, home.id) is None
