"""The Overview: facts edited in place, chairs, and the one thing to do next."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget
from sqlmodel import select

from bali_desk.domain.models import Action, AgendaItem, Body, CoChair, Meeting
from bali_desk.gui.overview.road_step_row import RoadStepRow
from bali_desk.gui.widgets import WordsEdit

Key, Left, Control = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(sample, window):
    return window.stack.page("overview")


def line(page, name):
    return page.findChild(QLineEdit, f"{name}_edit")


def retype(edit, text):
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def meeting(desk, sample):
    with desk.reading() as session:
        return session.get_one(Meeting, sample)


def test_a_fact_is_kept_after_a_pause_without_any_button(qtbot, page, desk, sample):
    retype(line(page, "city"), "Nusa Dua")
    qtbot.waitUntil(lambda: meeting(desk, sample).city == "Nusa Dua")
    assert line(page, "city").text() == "Nusa Dua"


def test_leaving_a_field_keeps_it_and_undo_brings_the_old_words_back(page, desk, sample, window):
    retype(line(page, "city"), "Nusa Dua")
    line(page, "country").setFocus()
    assert meeting(desk, sample).city == "Nusa Dua"
    window.undo_action.trigger()
    assert line(page, "city").text() == "Bali"
    window.redo_action.trigger()
    assert line(page, "city").text() == "Nusa Dua"


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("end", "25 May 2017", "That is before the first day, 26 May 2017."),
        ("start", "soon", "“soon” is not a date: write it like 15 September 2017."),
        ("ordinal", "third", "Write the ordinal as a number: 3, or 3rd."),
        ("time_zone", "Bali time", "“Bali time” is not a time zone; write it like Asia/Jakarta."),
        ("participants", "many", "Write a number, or nothing to have it counted."),
    ],
)
def test_what_cannot_be_kept_gets_a_sentence_and_stays_to_be_mended(page, desk, sample, name, typed, sentence):
    before = meeting(desk, sample)
    retype(line(page, name), typed)
    retype(line(page, "city"), "Nusa Dua")
    page.save()
    fault = page.findChild(QLabel, f"{name}_fault")
    assert (fault.text(), fault.isVisible()) == (sentence, True)
    assert line(page, name).text() == typed
    assert meeting(desk, sample).city == "Nusa Dua"
    assert meeting(desk, sample).start == before.start


def test_an_empty_name_of_the_body_is_refused_in_a_sentence(page, desk):
    edit = page.findChild(WordsEdit, "body_name_edit")
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Key.Key_Delete)
    page.save()
    assert page.findChild(QLabel, "body_name_fault").text() == "A body needs a name."
    with desk.reading() as session:
        assert session.get_one(Body, 1).name == "Bali Process Trafficking in Persons Working Group"


def test_undo_in_a_field_is_the_fields_own_until_it_has_nothing_left(page, desk, sample):
    retype(line(page, "city"), "X")
    page.save()
    line(page, "venue") or page.findChild(WordsEdit, "venue_edit")
    edit = line(page, "country")
    edit.setFocus()
    QTest.keyClicks(edit, "!")
    QTest.keyClick(edit, Key.Key_Z, Control)
    assert edit.text() == "Indonesia"
    assert line(page, "city").text() == "X"


def test_a_count_by_hand_overrules_the_record_and_an_empty_one_gives_it_back(page, desk, sample):
    assert line(page, "participants").placeholderText() == "38 by the record"
    retype(line(page, "participants"), "40")
    page.save()
    assert meeting(desk, sample).counts == {"participants": 40}
    line(page, "participants").clear()
    page.save()
    assert meeting(desk, sample).counts is None


def test_the_format_is_chosen_from_a_list(page, desk, sample):
    page.format_box.setFocus()
    QTest.keyClick(page.format_box, Key.Key_Down)
    page.save()
    assert meeting(desk, sample).format == "hybrid"


def test_chairs_are_added_written_moved_and_deleted(page, desk, window):
    QTest.mouseClick(page.add_chair_button, Left)
    row = page._chairs[-1]
    assert row.country_edit.hasFocus()
    QTest.keyClicks(row.country_edit, "Thailand")
    page.save()
    row.move_wanted.emit(row._chair_id, -1)
    assert chairs(desk) == ["Indonesia", "Thailand", "Australia"]
    assert [one.country_edit.text() for one in page._chairs] == ["Indonesia", "Thailand", "Australia"]
    page._chairs[0].delete_wanted.emit(page._chairs[0]._chair_id)
    assert chairs(desk) == ["Thailand", "Australia"]
    window.undo_action.trigger()
    assert chairs(desk) == ["Indonesia", "Thailand", "Australia"]


def chairs(desk):
    from sqlmodel import col, select

    with desk.reading() as session:
        return [one.country for one in session.exec(select(CoChair).order_by(col(CoChair.sequence)))]


def test_the_road_has_one_main_button_and_it_leads_to_its_page(page, window):
    buttons = [row.findChild(QPushButton, "action_button") for row in page.findChildren(RoadStepRow)]
    main = [button for button in buttons if button.isVisible() and button.property("kind") == "main"]
    assert [button.text() for button in main] == ["Record item 8"]
    QTest.mouseClick(main[0], Left)
    assert window.stack.page("outcomes").isVisible()
    assert window.tabs.tabText(window.tabs.currentIndex()) == "Outcomes"
    assert window.stack.page("outcomes").number_title.text().strip(".") == "8", "and to the item it names"


def test_every_field_is_reached_by_tab_alone(page, window):
    window.activateWindow()
    line(page, "ordinal").setFocus()
    reached = set()
    for _ in range(80):
        reached.add(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    wanted = [*page.findChildren(QLineEdit), *page.findChildren(WordsEdit), page.format_box]
    wanted += [one for one in page.findChildren(QAbstractButton) if one.isChecked() or not one.autoExclusive()]
    own = [one for one in wanted if one.isVisible() and not isinstance(one.parentWidget(), type(page.body_style_box))]
    assert len(own) > 25
    assert [one.objectName() for one in own if one not in reached] == []


def test_what_can_be_typed_in_or_pressed_has_a_name_for_a_screen_reader(page):
    labelled = {label.buddy() for label in page.findChildren(QLabel)}
    unnamed = [
        one.objectName()
        for one in page.findChildren(QWidget)
        if isinstance(one, QLineEdit | WordsEdit) and not one.accessibleName() and one not in labelled
    ]
    assert [name for name in unnamed if name != "qt_spinbox_lineedit" and name] == []


@pytest.mark.parametrize(
    ("chip", "name", "field", "typed"),
    [
        ("members_chip", "members", "name_edit", "Fiji"),
        ("earlier_chip", "earlier", "place_edit", "Colombo"),
        ("names_chip", "names", "name_edit", "Regional Roadmap"),
        ("acronyms_chip", "acronyms", "short_edit", "NGO"),
    ],
)
def test_what_the_body_brings_is_added_beside_the_facts_and_undo_takes_it_back(page, window, chip, name, field, typed):
    QTest.mouseClick(page.findChild(QPushButton, chip), Left)
    editor = page.body_sides.editor(name)
    assert editor.isVisible()
    before = editor.rows_view.model().rowCount()
    QTest.mouseClick(editor.add_button, Left)
    assert editor.rows_view.model().rowCount() == before + 1
    retype(editor.findChild(QWidget, field), typed)
    assert page.save()
    assert any(typed in row.title for row in editor.rows_view.model().records)
    for _ in range(2):
        window.undo_action.trigger()
    assert editor.rows_view.model().rowCount() == before


def test_the_road_is_in_front_and_its_chip_says_so(page):
    assert page.road_area.isVisible()
    assert page.findChild(QPushButton, "road_chip").isChecked()


def test_arrow_keys_go_from_chip_to_chip_and_show_its_list(page, window):
    window.activateWindow()
    page.findChild(QPushButton, "road_chip").setFocus()
    for name in ("members", "earlier", "names", "acronyms"):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Right)
        assert page.body_sides.editor(name).isVisible()


def rows(page):
    return {row.name_label.text(): row for row in page.findChildren(RoadStepRow) if row.isVisible()}


def test_what_is_overdue_says_so_and_leads_to_the_actions_that_are(page, window):
    row = rows(page)["Actions"]
    assert row.words_label.text() == "3 actions overdue · 5 open"
    assert row.words_label.property("ink") == "error"
    assert row.sign_label.accessibleName() == "overdue"
    QTest.mouseClick(row.action_button, Left)
    register = window.stack.page("decisions")
    assert register.actions_view.isVisible()
    assert register.status_box.currentText() == "Overdue"
    assert register.body_box.currentText() == "TIPWG"
    assert [one.standing for one in register.actions_view.model().records] == ["overdue"] * 3


def test_an_action_of_another_meeting_of_the_body_is_reminded_of_once(page, desk, sample):
    with desk.change("Next meeting") as session:
        body = session.exec(select(Body)).one().id
        later = Meeting(body_id=body, ordinal=4, start=dt.date(2018, 5, 26))
        other = Body(name="Another group")
        session.add_all([later, other])
        session.flush()
        elsewhere = Meeting(body_id=other.id, start=dt.date(2018, 5, 26))
        session.add(elsewhere)
        session.flush()
        known = session.exec(select(Action).where(Action.due.is_not(None), Action.status == "open")).first()
        for meeting_id, handle, text in (
            (later.id, known.handle, known.text),
            (later.id, "new", "report"),
            (elsewhere.id, "other", "rest"),
        ):
            session.add(Action(meeting_id=meeting_id, handle=handle, text=text, due=known.due, status="open"))
    assert rows(page)["Actions"].words_label.text() == "4 actions overdue · 6 open"


def test_a_meeting_without_actions_has_no_row_for_them(page, desk):
    with desk.change("Forget actions") as session:
        for action in session.exec(select(Action)):
            session.delete(action)
    assert "Actions" not in rows(page)


def test_a_seat_says_whose_it_is_under_the_pointer_and_by_arrow_keys(page, qtbot, window):
    seats = page.pictures.seats
    assert (seats.words(), seats.accessibleName()) == ("18 of 48 delegations", "18 of 48 delegations")
    assert "Registered: Australia" in seats.accessibleDescription()
    assert "Not yet: Afghanistan" in seats.accessibleDescription()
    qtbot.mouseMove(seats, seats.seat(0).toPoint())
    qtbot.waitUntil(lambda: seats.pointed == 0)
    assert seats.words() == "Australia: registered"
    window.activateWindow()
    seats.setFocus()
    assert seats.accessibleName() == "Afghanistan: not yet"
    QTest.keyClick(seats, Key.Key_Left)
    assert seats.words().endswith(": registered")
    line(page, "city").setFocus()
    assert seats.words() == "18 of 48 delegations"


def test_registrations_are_drawn_once_their_days_are_known(page, window, desk):
    assert not page.pictures.line.isVisible()
    window.show_page("participants")
    window.stack.page("participants").add_person_button.click()
    window.show_page("overview")
    picture = page.pictures.line
    assert picture.isVisible()
    assert picture.accessibleName().startswith("42 persons since ")
    assert picture.accessibleName().endswith(", 1 in the last 7 days")


def test_each_day_of_the_agenda_is_drawn_and_told(page, desk, sample):
    bars = [bar for bar in page.pictures.bars if bar.isVisible()]
    assert [bar.accessibleName() for bar in bars] == ["465 minutes from 09:00 to 16:50, 7 h 45, 5 min free"]
    with desk.change("Add a day") as session:
        last = session.exec(select(AgendaItem).where(AgendaItem.meeting_id == sample)).all()[-1]
        last.day, last.start = meeting(desk, sample).start + dt.timedelta(days=1), "09:00"
    bars = [bar for bar in page.pictures.bars if bar.isVisible()]
    assert [bar.accessibleName().split(", ")[1][:6] for bar in bars] == ["Fri 26", "Sat 27"]
