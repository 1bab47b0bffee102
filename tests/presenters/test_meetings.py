"""The list of meetings: making, naming, removing, and meeting files."""

import pytest
from sqlmodel import col, select

from bali_desk.domain.models import Body, EarlierMeeting, Meeting
from bali_desk.presenters.faults import WrongField
from bali_desk.presenters.meetings.presenter import MeetingsPresenter, NewBody, NewMeeting
from bali_desk.store.desk import Desk


class View:
    def __init__(self):
        self.opened = []

    def show_meetings(self, bodies):
        self.bodies = [(one.body, [tuple(row)[1:] for row in one.meetings]) for one in bodies]

    def open_meeting(self, meeting_id):
        self.opened.append(meeting_id)


class Officer:
    def __init__(self):
        self.asked, self.failures, self.told, self.answer, self.path = [], [], [], True, None

    def confirm(self, question, action):
        self.asked.append((question, action))
        return self.answer

    def tell(self, message):
        self.told.append(message)

    def fail(self, message):
        self.failures.append(message)

    def open_file(self, title, kinds):
        return self.path

    def save_as(self, title, name, kinds):
        self.offered = name
        return self.path


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    yield desk
    desk.close()


@pytest.fixture
def view():
    return View()


@pytest.fixture
def officer():
    return Officer()


@pytest.fixture
def meetings(desk, view, officer):
    return MeetingsPresenter(desk, view, officer)


def new(**given):
    plain = {
        "body": "TIPWG",
        "ordinal": "3",
        "kind": "annual meeting",
        "start": "26 May 2017",
        "end": "",
        "city": "Bali",
    }
    return NewMeeting(**{**plain, "country": "Indonesia", **given})


def test_a_meeting_of_a_new_body_makes_both_in_one_step(meetings, view, desk):
    meetings.add_meeting(new())
    assert view.bodies == [("TIPWG", [("3rd", "Bali", "2017")])]
    assert view.opened == [1]
    desk.undo()
    assert view.bodies == []


def test_a_body_is_found_by_its_short_name_whatever_the_case(meetings, view):
    meetings.add_body(NewBody("Trafficking in Persons Working Group", "TIPWG", "Bali Process", "Members"))
    meetings.add_meeting(new(body=" tipwg "))
    assert view.bodies == [("TIPWG", [("3rd", "Bali", "2017")])]


def test_the_latest_meeting_stands_first_and_the_next_is_suggested(meetings, view):
    meetings.add_meeting(new(ordinal="2nd", start="2016-05-26", city="Colombo"))
    meetings.add_meeting(new())
    assert view.bodies == [("TIPWG", [("3rd", "Bali", "2017"), ("2nd", "Colombo", "2016")])]
    assert meetings.suggest("TIPWG") == (4, "annual meeting")
    assert meetings.suggest("another") == (1, "annual meeting")


def test_a_new_meeting_knows_the_earlier_ones_of_its_series(meetings, desk):
    meetings.add_meeting(new(ordinal="2", start="25 May 2016", end="26 May 2016", city="Colombo", country="Sri Lanka"))
    meeting_id = meetings.add_meeting(new())
    with desk.reading() as session:
        ours = select(EarlierMeeting).where(col(EarlierMeeting.meeting_id) == meeting_id)
        earlier = session.exec(ours).all()
    assert [(one.ordinal, one.start, one.end, one.place) for one in earlier] == [
        (2, "2016-05-25", "2016-05-26", "Colombo, Sri Lanka")
    ]


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({"body": " "}, "body", "Say which body meets."),
        ({"start": ""}, "start", "A meeting needs the day it begins."),
        ({"end": "25 May 2017"}, "end", "The last day lies before the first."),
        ({"ordinal": "third"}, "ordinal", "Write the ordinal as a number: 3, or 3rd."),
    ],
)
def test_what_is_wrong_is_said_of_its_field_and_nothing_is_made(meetings, desk, given, field, sentence):
    with pytest.raises(WrongField) as found:
        meetings.add_meeting(new(**given))
    assert (found.value.field, str(found.value)) == (field, sentence)
    assert desk.undo_label is None


def test_a_second_body_of_the_same_name_is_refused(meetings):
    meetings.add_body(NewBody("TIPWG", "", "", ""))
    with pytest.raises(WrongField, match="already a body called “tipwg”"):
        meetings.add_body(NewBody("tipwg", "", "", ""))


def test_a_title_given_and_taken_back(meetings, view):
    meeting_id = meetings.add_meeting(new(ordinal=""))
    meetings.rename(meeting_id, "Extraordinary meeting")
    assert view.bodies == [("TIPWG", [("Extraordinary meeting", "Bali", "2017")])]
    meetings.rename(meeting_id, "")
    assert meetings.title_of(meeting_id) == "Annual meeting"


def test_deleting_asks_first_and_leaves_all_when_she_thinks_better_of_it(meetings, officer, view, desk):
    meeting_id = meetings.add_meeting(new())
    officer.answer = False
    meetings.delete(meeting_id)
    assert officer.asked == [("Delete “Third annual meeting” with its agenda, participants and text?", "Delete")]
    assert view.bodies[0][1]
    officer.answer = True
    meetings.delete(meeting_id)
    assert view.bodies == [("TIPWG", [])]


def test_a_body_with_meetings_is_not_deleted_and_an_empty_one_is(meetings, officer, desk):
    meeting_id = meetings.add_meeting(new())
    meetings.delete_body(1)
    assert officer.failures == ["“TIPWG” still has meetings; delete or move them first."]
    meetings.delete(meeting_id)
    meetings.delete_body(1)
    with desk.reading() as session:
        assert session.exec(select(Body)).all() == []


def test_the_sample_goes_out_and_comes_back_without_doubling_anybody(meetings, officer, desk, tmp_path):
    meetings.files.open_sample()
    officer.path = tmp_path / "out.meeting.json"
    meetings.files.hand_over(1)
    assert officer.offered == "TIPWG Third annual meeting.meeting.json"
    first = officer.path.read_bytes()
    meetings.files.bring()
    meetings.files.hand_over(1)
    assert officer.path.read_bytes() == first
    with desk.reading() as session:
        assert len(session.exec(select(Meeting)).all()) == 1


def test_a_file_that_cannot_be_read_or_written_is_told_in_words(meetings, officer, tmp_path):
    meetings.add_meeting(new())
    officer.path = tmp_path / "nowhere" / "a.meeting.json"
    meetings.files.bring()
    meetings.files.hand_over(1)
    read, written = officer.failures
    assert "a.meeting.json could not be read" in read
    assert "a.meeting.json” could not be written" in written


def test_a_meeting_that_is_there_already_is_updated_only_when_she_says_so(meetings, officer, desk, tmp_path):
    meetings.files.open_sample()
    officer.path = tmp_path / "out.meeting.json"
    meetings.files.hand_over(1)
    officer.path.write_text(officer.path.read_text(encoding="utf-8").replace("Jimbaran", "Kuta"), encoding="utf-8")
    officer.answer = False
    meetings.files.bring()
    with desk.reading() as session:
        assert "Jimbaran" in session.get_one(Meeting, 1).venue
    assert "The desk has this meeting already: Third annual meeting." in officer.asked[-1][0]
    officer.answer = True
    meetings.files.bring()
    with desk.reading() as session:
        assert "Kuta" in session.get_one(Meeting, 1).venue


def test_a_backup_is_a_whole_desk_where_she_wants_it(meetings, officer, tmp_path):
    meetings.add_meeting(new())
    officer.path = tmp_path / "stick.desk"
    meetings.files.back_up()
    assert officer.told == ["A copy of the desk was written to stick.desk."]
    copy = Desk(officer.path, for_writing=False)
    with copy.reading() as session:
        assert len(session.exec(select(Meeting)).all()) == 1
    copy.close()


def test_a_backup_never_takes_the_place_of_the_desk(meetings, officer, desk):
    officer.path = desk.path
    meetings.files.back_up()
    assert officer.failures == ["That is the desk itself: give its copy another name."]
