"""The directory of persons, in the window, by keys and clicks."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlmodel import select

from bali_desk.domain.models import Body, Delegation, Meeting, Participant

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def fourth(desk, sample):
    """A later meeting of the same body, where Orathai is again, and nobody else; its id."""
    with desk.change("New meeting") as session:
        body = session.exec(select(Body)).one()
        meeting = Meeting(body_id=body.id, ordinal=4, start=dt.date(2018, 5, 20), city="Colombo")
        session.add(meeting)
        session.flush()
        home = Delegation(meeting_id=meeting.id, name="THAILAND", kind="country", status="member")
        session.add(home)
        session.flush()
        session.add(
            Participant(
                meeting_id=meeting.id, delegation_id=home.id, given="ORATHAI", family="Srisuwan", role="alternate"
            )
        )
        return meeting.id


@pytest.fixture
def page(fourth, window, qtbot):
    window.open_meeting(fourth)
    qtbot.mouseClick(window.rail.buttons["persons"], Left)
    page = window.stack.page("persons")
    qtbot.waitActive(window)
    return page


def names(page):
    return [row.name for row in page.persons_view.model().records]


def choose(page, name):
    row = next(row for row, one in enumerate(names(page)) if one.startswith(name))
    page.persons_view.setFocus()
    page.persons_view.selectRow(row)


def test_every_person_of_every_meeting_is_listed_once_in_the_order_of_names(page):
    assert len(names(page)) == 41
    assert names(page)[:2] == ["Datuk Zulkarnain bin ABDUL RAZAK", "ADHIKARI, Dipendra (Mr)"]
    assert page.counts_label.text() == "41 persons"


def test_the_rail_covers_the_meeting_and_the_meeting_comes_back(page, window, qtbot):
    assert window.title_label.text() == "Persons"
    assert not window.tabs_holder.isVisible()
    assert window.rail.buttons["persons"].isChecked()
    view = window.meetings_list
    qtbot.mouseClick(view.viewport(), Left, pos=view.visualRect(view.currentIndex()).center())
    assert window.tabs_holder.isVisible()
    assert window.title_label.text() == "TIPWG fourth"
    assert not window.rail.buttons["persons"].isChecked()


def test_the_keyboard_reaches_the_directory_too(window, sample, qtbot):
    action = next(one for one in window.go_menu.actions() if one.text() == "Persons")
    assert action.shortcut().toString() == "Ctrl+7"
    action.trigger()
    assert window.stack.page("persons").isVisible()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("srisuwan orathai", ["SRISUWAN, ORATHAI"]),
        ("Orathai, SRISUWAN", ["SRISUWAN, ORATHAI"]),
        ("dang van", ["ĐẶNG, Văn Thắng (Mr)"]),
        ("อรทัย", ["SRISUWAN, ORATHAI"]),
        ("nobody srisuwan", []),
        ("iom meulen", ["van der MEULEN, Céline (Ms)"]),
        ("colombo", ["SRISUWAN, ORATHAI"]),
    ],
)
def test_find_as_one_types_over_everything_known_of_a_person(page, asked, found):
    if asked.isascii():
        QTest.keyClicks(page.find_edit, asked)
    else:  # as an input method or the clipboard hands it over
        page.find_edit.insert(asked)
    assert names(page) == found


def test_the_card_tells_where_she_was_the_latest_first(page):
    choose(page, "SRISUWAN")
    rows = page.meetings_view.model().records
    assert [row.title for row in rows] == ["TIPWG 4th, Colombo 2018", "TIPWG 3rd, Bali 2017"]
    assert rows[1].detail == "Thailand · head of delegation · present"
    assert page.why_label.text() == "At this meeting already."
    assert not page.add_button.isEnabled()


def test_enter_opens_her_at_the_chosen_meeting(page, window, sample):
    choose(page, "SRISUWAN")
    page.meetings_view.setFocus()
    page.meetings_view.selectRow(1)
    QTest.keyClick(page.meetings_view, Key.Key_Return)
    participants = window.stack.page("participants")
    assert window._meeting_id == sample
    assert participants.isVisible()
    assert participants.persons_view.current().name == "SRISUWAN, Orathai (Ms)"
    assert window.title_label.text() == "TIPWG third annual meeting"


def test_add_to_this_meeting_copies_her_details_in_one_step(page, window, desk, fourth, qtbot, officer):
    choose(page, "van der MEULEN")
    qtbot.mouseClick(page.add_button, Left)
    assert desk.undo_label == "Add person to this meeting"
    with desk.reading() as session:
        made = session.exec(
            select(Participant, Delegation).join(Delegation, Participant.delegation_id == Delegation.id)
            .where(Participant.meeting_id == fourth, Participant.family == "van der Meulen")
        ).one()  # fmt: skip
    person, home = made
    assert (person.given, person.role, person.attendance) == ("Céline", "head of delegation", "expected")
    assert person.registered_on is not None
    assert (home.kind, home.meeting_id) == ("organisation", fourth)
    assert page.name_label.text().startswith("van der MEULEN"), "she stays chosen"
    assert page.why_label.text() == "At this meeting already."
    assert officer.said[-1] == "Added van der MEULEN, Céline to this meeting."
    assert len(names(page)) == 41
    window.undo()
    assert page.add_button.isEnabled()
    with desk.reading() as session:
        assert len(session.exec(select(Delegation).where(Delegation.meeting_id == fourth)).all()) == 1


def test_insert_adds_too_into_the_delegation_of_the_same_name(page, desk, fourth):
    choose(page, "CHAIYASIT")
    QTest.keyClick(page.persons_view, Key.Key_Insert)
    with desk.reading() as session:
        homes = session.exec(select(Delegation).where(Delegation.meeting_id == fourth)).all()
    assert [one.name for one in homes] == ["THAILAND"]


def test_heads_sort(page, qtbot):
    page.persons_view.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    assert names(page)[0].startswith("SRISUWAN")


def test_the_page_and_its_look_may_change_while_it_is_open(page, look, window):
    choose(page, "SRISUWAN")
    look.apply(Qt.ColorScheme.Dark)
    look.choose_points(12)
    window.grab()
    assert page.minimumSizeHint().width() <= 1366
    look.choose_points(10)
    look.apply(Qt.ColorScheme.Light)
    assert page.minimumSizeHint().width() <= 1366 - 192
    assert page.minimumSizeHint().height() <= 690 - 80


def test_its_lists_are_models_that_qt_accepts(page, qtmodeltester):
    choose(page, "SRISUWAN")
    qtmodeltester.check(page.persons_view.model())
    qtmodeltester.check(page.meetings_view.model())


def test_a_desk_without_meetings_has_no_rail(window):
    assert not window.rail.isVisible()
