"""Ticking in at work on a real desk, by keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from sqlmodel import select

from bali_desk.domain.models import Participant, Presence
from bali_desk.gui.tick_in.sheet_table import DELEGATION, LEAST_NAME, NAME, STATE
from bali_desk.gui.tick_in.tick_in_page import TickInPage
from bali_desk.store.records import read_record

Key, Modifier, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, look, workshop, sample, desk):
    with desk.change("Nobody ticked yet") as session:
        for person in session.exec(select(Participant)):
            person.attendance, person.present_on, person.replaced_by_id = None, [], None
    page = TickInPage(look)
    qtbot.addWidget(page)
    page.resize(1366, 690)
    page.attach(workshop.tick_in(page, sample))
    page.show()
    qtbot.waitActive(page)
    yield page
    page._presenter.leave()


def type_line(page, line, *keys):
    assert page.tick_edit.hasFocus()
    QTest.keyClicks(page.tick_edit, line)
    for key in keys:
        QTest.keyClick(page.tick_edit, key)


def states(page):
    return {row.number: row.state for row in page._model.records}


def ticked(page):
    return [number for number, state in states(page).items() if state != "expected"]


def click_row(qtbot, page, row):
    cell = page.rows_view.visualRect(page._model.index(row, STATE))
    qtbot.mouseClick(page.rows_view.viewport(), LEFT, pos=cell.center())


def test_the_whole_sheet_is_there_and_the_field_has_the_keys(page):
    assert len(page._model.records) == 41
    assert page.tick_edit.hasFocus()
    assert page.ticked_label.text() == "0 of 41 ticked: 41 not yet"
    assert page._model.index(0, STATE).data() == "not yet"


def test_a_number_and_enter_mark_present(page, desk):
    type_line(page, "7", Key.Key_Return)
    assert states(page)[7] == "present"
    assert ticked(page) == [7]
    assert page.tick_edit.text() == ""
    assert page.ticked_bar.value() == 1
    assert page._model.index(6, STATE).data() == "present"
    desk.undo()
    assert ticked(page) == []


@pytest.mark.parametrize(
    ("modifier", "state"),
    [(Modifier.ControlModifier, "excused"), (Modifier.ShiftModifier, "absent"), (Modifier.AltModifier, "expected")],
)
@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_a_modifier_makes_enter_mark_something_else(page, modifier, state, key):
    type_line(page, "7 9-11", Key.Key_Return)
    type_line(page, "9-10")
    QTest.keyClick(page.tick_edit, key, modifier)
    assert [states(page)[number] for number in (7, 9, 10, 11)] == ["present", state, state, "present"]


def test_the_line_may_say_the_state_and_it_is_shown_before(page):
    type_line(page, "4, 9, 17-20 absent")
    assert page.promise_label.text() == "Enter marks 6 persons absent: 4, 9, 17, 18, 19, 20"
    assert page.mark_button.text() == "Mark 6 absent"
    assert page._model.index(8, STATE).data() == "will be absent"
    QTest.keyClick(page.tick_edit, Key.Key_Return)
    assert ticked(page) == [4, 9, 17, 18, 19, 20]


def test_letters_narrow_the_rows_and_the_arrows_choose(page):
    type_line(page, "ma")
    found = [row.number for row in page._model.records]
    assert 1 < len(found) < 41
    QTest.keyClick(page.tick_edit, Key.Key_Down)
    chosen = page.rows_view.current()
    QTest.keyClick(page.tick_edit, Key.Key_Return)
    assert len(page._model.records) == 41
    assert ticked(page) == [chosen.number]


def test_the_arrows_and_enter_walk_down_the_sheet(page):
    type_line(page, "", Key.Key_Down, Key.Key_Return, Key.Key_Return, Key.Key_Down, Key.Key_Return)
    assert ticked(page) == [1, 2, 4]
    assert page.rows_view.current().number == 5


def test_what_cannot_be_read_stays_in_the_field_with_a_sentence(page):
    type_line(page, "4, x 9", Key.Key_Return)
    assert page.tick_edit.text() == "4, x 9"
    assert page.tick_edit.property("fault") == "error"
    assert page.promise_label.text().startswith("“x 9” cannot be read")
    assert page.tick_edit.accessibleDescription() == page.promise_label.text()
    assert not page.mark_button.isEnabled()
    assert ticked(page) == []
    for _ in range(3):
        QTest.keyClick(page.tick_edit, Key.Key_Backspace)
    assert page.tick_edit.property("fault") == ""


def test_names_are_shown_as_they_are_and_never_taken_for_markup(page):
    assert page.promise_label.textFormat() == Qt.TextFormat.PlainText
    assert page.walk_in.fault_label.textFormat() == Qt.TextFormat.PlainText


def test_buttons_do_what_the_keys_do(page, qtbot):
    type_line(page, "7")
    qtbot.mouseClick(page.mark_button, LEFT)
    for button, number in ((page.excused_button, "8"), (page.absent_button, "9"), (page.expected_button, "7")):
        type_line(page, number)
        qtbot.mouseClick(button, LEFT)
    assert [states(page)[number] for number in (7, 8, 9)] == ["expected", "excused", "absent"]


def test_a_click_chooses_a_row_and_letters_mark_it(page, qtbot):
    click_row(qtbot, page, 2)
    assert page.rows_view.hasFocus()
    for key in (Key.Key_P, Key.Key_E, Key.Key_A):
        QTest.keyClick(page.rows_view, key)
    assert [states(page)[number] for number in (3, 4, 5)] == ["present", "excused", "absent"]
    click_row(qtbot, page, 2)
    QTest.keyClick(page.rows_view, Key.Key_X)
    assert states(page)[3] == "expected"


def test_undo_belongs_to_the_desk_once_the_field_is_empty(window, sample, qtbot, desk):
    window.show_page("tick_in")
    page = window.stack.page("tick_in")
    qtbot.waitUntil(page.tick_edit.hasFocus)
    before = states(page)[7]
    type_line(page, "7 absent", Key.Key_Return)
    assert states(page)[7] == "absent" != before
    QTest.keyClick(page.tick_edit, Key.Key_Z, Modifier.ControlModifier)
    assert states(page)[7] == before
    type_line(page, "8")
    QTest.keyClick(page.tick_edit, Key.Key_Z, Modifier.ControlModifier)
    assert page.tick_edit.text() == "", "what stands in the field is taken back first"
    assert desk.redo_label == "Mark O'DWYER, Angus (Mr) absent"


# ---- walk-ins ----
def test_who_is_not_found_is_added_with_two_fields(page, desk):
    type_line(page, "Aiko Tanaka")
    QTest.keyClick(page.tick_edit, Key.Key_W, Modifier.ControlModifier)
    strip = page.walk_in
    assert strip.name_edit.hasFocus()
    assert strip.name_edit.text() == "Aiko Tanaka"
    QTest.keyClicks(strip.name_edit, "Tanaka, Aiko")
    QTest.keyClick(strip.name_edit, Key.Key_Return)
    assert strip.delegation_edit.hasFocus()
    QTest.keyClicks(strip.delegation_edit, "Nowhere")
    QTest.keyClick(strip.delegation_edit, Key.Key_Return)
    assert strip.fault_label.text().startswith("No delegation is called “Nowhere”")
    assert strip.name_edit.text() == "Tanaka, Aiko"
    strip.delegation_edit.clear()
    QTest.keyClicks(strip.delegation_edit, "Thailand")
    QTest.keyClick(strip.delegation_edit, Key.Key_Return)
    assert not strip.isVisible()
    assert page.tick_edit.hasFocus()
    assert page.tick_edit.text() == ""
    row = page._model.records[-1]
    assert (row.number, row.name, row.delegation, row.state) == (42, "TANAKA, Aiko", "Thailand", "present")
    assert page.rows_view.current() == row
    desk.undo()
    assert len(page._model.records) == 41


def test_escape_closes_the_strip_then_empties_the_field_then_leads_back(page, qtbot):
    wanted = []
    page.page_wanted.connect(lambda name, item: wanted.append(name))
    type_line(page, "7")
    qtbot.mouseClick(page.walk_in_button, LEFT)
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert not page.walk_in.isVisible()
    assert page.tick_edit.text() == ""
    assert wanted == []
    QTest.keyClick(page.tick_edit, Key.Key_Escape)
    assert wanted == ["participants"]


# ---- sessions ----
def test_sessions_are_added_named_and_taken_in_a_strip(page, qtbot, desk, officer):
    qtbot.mouseClick(page.sessions_button, LEFT)
    qtbot.mouseClick(page.sessions.add_button, LEFT)
    name = page.sessions.fields_box.findChild(QLineEdit, "name_edit")
    start = page.sessions.fields_box.findChild(QLineEdit, "start_edit")
    assert name.hasFocus()
    QTest.keyClicks(name, "Morning")
    QTest.keyClick(name, Key.Key_Tab)
    start.setFocus()
    QTest.keyClicks(start, "930")
    QTest.keyClick(start, Key.Key_Return)
    assert [page.session_box.itemText(n) for n in range(2)] == ["Whole meeting", "26 May, Morning"]
    page.session_box.setFocus()
    QTest.keyClick(page.session_box, Key.Key_Down)
    assert page.tick_edit.hasFocus()
    type_line(page, "1-3", Key.Key_Return)
    type_line(page, "4 absent", Key.Key_Return)
    assert page.ticked_label.text() == "4 of 41 ticked: 3 present · 1 absent · 37 not yet"
    with desk.reading() as session:
        assert len(session.exec(select(Presence)).all()) == 4
        present = session.exec(select(Participant).where(Participant.attendance == "present")).all()
        assert [one.present_on for one in present] == [["2017-05-26"]] * 3
    qtbot.mouseClick(page.sessions.delete_button, LEFT)
    assert officer.asked == ["Delete “Morning” with its 4 marks?"]
    assert page.session_box.count() == 1


def test_a_day_outside_the_meeting_is_refused_at_its_field(page, qtbot):
    qtbot.mouseClick(page.sessions_button, LEFT)
    qtbot.mouseClick(page.sessions.add_button, LEFT)
    day = page.sessions.fields_box.findChild(QLineEdit, "day_edit")
    day.setFocus()
    day.selectAll()
    QTest.keyClicks(day, "27 May 2017")
    QTest.keyClick(day, Key.Key_Return)
    assert day.property("fault") == "error"
    assert day.toolTip() == "The meeting is held on 26 May 2017: write a day of it."


# ---- in the window ----
def test_it_is_reached_by_button_and_by_key_fills_the_window_and_leads_back(window, sample, qtbot):
    assert window.side.isVisible()
    window.show_page("participants")
    qtbot.mouseClick(window.stack.page("participants").tick_in_button, LEFT)
    page = window.stack.page("tick_in")
    qtbot.waitUntil(page.tick_edit.hasFocus)
    assert page.isVisible()
    assert not window.tabs.isVisible()
    assert not window.side.isVisible()
    QTest.keyClick(page.tick_edit, Key.Key_Escape)
    assert window.stack.page("participants").isVisible()
    assert window.tabs.isVisible()
    assert window.side.isVisible()
    QTest.keyClick(window, Key.Key_T, Modifier.ControlModifier)
    assert page.isVisible()
    qtbot.mouseClick(page.leave_button, LEFT)
    assert window.stack.page("participants").isVisible()


def test_what_is_ticked_shows_at_once_in_the_foot_the_list_and_the_statement(window, sample, qtbot, desk):
    window.show_page("participants")
    window.show_page("tick_in")
    page = window.stack.page("tick_in")
    qtbot.waitUntil(page.tick_edit.hasFocus)
    type_line(page, "all absent", Key.Key_Return)
    type_line(page, "1-5, 8", Key.Key_Return)
    assert window.foot.counts_label.text().startswith("41 registered · 6 present")
    people = window.stack.page("participants")
    assert "6 present" in people.counts_label.text()
    assert [row.state for row in people.persons_view.model().records].count("present") == 6
    window.show_page("statement")
    window.stack.page("statement").compose_button.click()
    with desk.reading() as session:
        words = " ".join(block.text for block in read_record(session, sample).blocks)
    assert "6 participants from 3" in words


def test_delegations_give_way_before_names_are_cut(page, look, qtbot):
    assert not page.rows_view.isColumnHidden(DELEGATION)
    look.choose_points(14)
    page.sessions_button.setChecked(True)
    page.resize(1366, 690)
    qtbot.waitUntil(lambda: page.rows_view.isColumnHidden(DELEGATION))
    assert page.rows_view.columnWidth(NAME) >= look.px(LEAST_NAME)
    look.choose_points(10)


def test_the_page_fits_a_small_laptop(page, look):
    assert page.minimumSizeHint().width() <= 1366
    assert page.minimumSizeHint().height() <= 690
    page.sessions_button.setChecked(True)
    page.walk_in_place.show()
    assert page.minimumSizeHint().width() <= 1366
    assert page.minimumSizeHint().height() <= 690
