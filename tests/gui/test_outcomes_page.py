"""The Outcomes page, worked with keys and clicks on a real desk."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton

from bali_desk.gui.outcomes.outcomes_page import OutcomesPage
from bali_desk.presenters.meetings.sample import SAMPLE
from bali_desk.presenters.outcomes.presenter import OutcomesPresenter
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

Key = Qt.Key


@pytest.fixture
def desk(tmp_path):
    from bali_desk.exchange.importing import take_in

    desk = Desk(tmp_path / "bali.desk")
    with desk.change("Import") as session:
        take_in(session, SAMPLE.read_bytes())
    yield desk
    desk.close()


@pytest.fixture
def page(qtbot, look, desk, officer):
    page = OutcomesPage(look)
    qtbot.addWidget(page)
    presenter = OutcomesPresenter(desk, page, officer, 1)
    page.attach(presenter)
    page.resize(1174, 640)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    yield page
    presenter.leave()


def outcomes(desk):
    with desk.reading() as session:
        return read_record(session, 1).outcomes


def click_row(qtbot, view, row, double=False):
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if double:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_who_tab_verb_tab_what_enter_records(qtbot, page, desk):
    before = len(outcomes(desk))
    entry = page.entry
    entry.who_edit.setFocus()
    entry.who_edit.selectAll()
    qtbot.keyClicks(entry.who_edit, "The Co-Chairs")
    qtbot.keyClick(entry.who_edit, Key.Key_Tab)
    assert entry.verb_edit.hasFocus()
    qtbot.keyClicks(entry.verb_edit, "enc")
    assert entry.verb_edit.text() == "encouraged"
    qtbot.keyClick(entry.verb_edit, Key.Key_Tab)
    assert entry.what_edit.hasFocus()
    qtbot.keyClicks(entry.what_edit, "members to write <b>plainly</b>")
    assert "&lt;b&gt;plainly" in page.reading_label.text()
    qtbot.keyClick(entry.what_edit, Key.Key_Return)
    new = outcomes(desk)[-1]
    assert len(outcomes(desk)) == before + 1
    assert (new.subject, new.verb, new.text) == ("The Co-Chairs", "encouraged", "members to write <b>plainly</b>")
    assert entry.what_edit.toPlainText() == ""
    assert entry.verb_edit.hasFocus()


def test_a_verb_typed_whole_is_not_made_longer(qtbot, page):
    page.entry.verb_edit.setFocus()
    for verb in ("noted", "agreed", "welcomed", "recommended"):
        page.entry.verb_edit.clear()
        qtbot.keyClicks(page.entry.verb_edit, verb)
        assert page.entry.verb_edit.text() == verb


def test_the_ladder_follows_the_verb_and_a_click_on_it_takes_one(qtbot, page):
    page.entry.verb_edit.setFocus()
    qtbot.keyClicks(page.entry.verb_edit, "welcomed")
    ladder = page.ladder_view
    assert ladder.currentIndex().data() == "welcomed"
    row = ladder.currentIndex().row() + 1
    click_row(qtbot, ladder, row)
    assert page.entry.verb_edit.text() == ladder.model().index(row, 0).data()
    assert page.entry.what_edit.hasFocus()


def test_a_wrong_match_is_told_at_once(qtbot, page):
    page.entry.who_edit.setText("The Co-Chairs")
    page.entry.verb_edit.setText("endorsed")
    assert page.advice_label.isVisible()
    page.entry.who_edit.setText("Members")
    assert not page.advice_label.isVisible()


def test_double_click_brings_an_outcome_into_the_entry_line_and_typing_is_saved_after_a_pause(qtbot, page, desk):
    click_row(qtbot, page.outcomes_view, 0, double=True)
    entry = page.entry
    assert entry.editing_row.isVisible()
    said = entry.what_edit.toPlainText()
    entry.what_edit.moveCursor(entry.what_edit.textCursor().MoveOperation.End)
    qtbot.keyClicks(entry.what_edit, " as amended")
    qtbot.waitUntil(lambda: any(one.text == f"{said} as amended" for one in outcomes(desk)), timeout=3000)
    assert entry.what_edit.textCursor().atEnd()
    desk.undo()
    assert entry.what_edit.toPlainText() == said
    qtbot.keyClick(entry.what_edit, Key.Key_Escape)
    assert not entry.editing_row.isVisible()


def test_keys_in_the_list_edit_move_and_delete(qtbot, page, desk):
    row = next(row for row, item in enumerate(page._keys.items) if item.count > 2)
    click_row(qtbot, page.items_view, row)
    view = page.outcomes_view
    click_row(qtbot, view, 0)
    first = page._chosen_outcome()
    qtbot.keyClick(view, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page._chosen_outcome() == first
    assert view.currentIndex().row() == 1
    qtbot.keyClick(view, Key.Key_Return)
    assert page.entry.what_edit.hasFocus()
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Delete)
    assert first not in [one.id for one in outcomes(desk)]
    desk.undo()
    assert first in [one.id for one in outcomes(desk)]


def test_the_menu_of_an_outcome_gives_it_to_another_item(qtbot, page, desk):
    view = page.outcomes_view
    click_row(qtbot, view, 0)
    outcome, target = page._chosen_outcome(), page._keys.items[-1].item_id
    place = view.visualRect(view.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    menu = view.findChild(QMenu)
    elsewhere = next(action.menu() for action in menu.actions() if action.menu())
    elsewhere.actions()[-1].trigger()
    menu.close()
    assert next(one.agenda_item_id for one in outcomes(desk) if one.id == outcome) == target


def test_points_are_written_with_enter_and_an_empty_line_records(qtbot, page, desk):
    entry = page.entry
    entry.verb_edit.setText("agreed")
    entry.what_edit.setPlainText("to:")
    qtbot.mouseClick(entry.points_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(entry.points_edit, "one")
    qtbot.keyClick(entry.points_edit, Key.Key_Return)
    qtbot.keyClicks(entry.points_edit, "two")
    qtbot.keyClick(entry.points_edit, Key.Key_Return)
    qtbot.keyClick(entry.points_edit, Key.Key_Return)
    assert outcomes(desk)[-1].points == ["one", "two"]
    assert not entry.points_row.isVisible()


def test_a_wrong_date_is_told_at_its_field(qtbot, page, desk):
    entry = page.entry
    entry.verb_edit.setText("requested")
    entry.what_edit.setPlainText("a report")
    qtbot.mouseClick(entry.action_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(entry.owner_edit, "RSO")
    qtbot.keyClicks(entry.due_edit, "some day")
    qtbot.keyClick(entry.due_edit, Key.Key_Return)
    assert "some day" in entry.due_fault_label.text()
    assert entry.due_fault_label.isVisible()
    assert outcomes(desk)[-1].text == "a report"
    entry.due_edit.setText("1 June 2018")
    qtbot.keyClick(entry.due_edit, Key.Key_Return)
    assert not entry.due_fault_label.isVisible()


def test_work_plan_lines_are_ticked_in_a_menu(qtbot, page, desk):
    click_row(qtbot, page.outcomes_view, 0, double=True)
    qtbot.mouseClick(page.entry.fulfils_button, Qt.MouseButton.LeftButton)
    menu = page.entry.findChild(QMenu)
    menu.actions()[1].trigger()
    menu.close()
    assert any("w2" in one.fulfils for one in outcomes(desk) if one.id == page.entry.entry().outcome_id)


def test_what_is_half_typed_is_recorded_when_she_goes_to_another_item(qtbot, page, desk):
    page.entry.what_edit.setFocus()
    qtbot.keyClicks(page.entry.what_edit, "half a thought")
    click_row(qtbot, page.items_view, len(page._keys.items) - 1)
    assert outcomes(desk)[-1].text == "half a thought"
    assert page.entry.what_edit.toPlainText() == ""


def test_actions_plan_and_events_are_edited_beside_the_page(qtbot, page, desk):
    qtbot.mouseClick(page.findChild(QPushButton, "events_chip"), Qt.MouseButton.LeftButton)
    editor = page.sides.events
    qtbot.mouseClick(editor.add_button, Qt.MouseButton.LeftButton)
    name = editor.findChild(object, "name_edit")
    name.setPlainText("Forum & friends")
    start = editor.findChild(object, "start_edit")
    start.setFocus()
    qtbot.keyClicks(start, "someday")
    qtbot.keyClick(start, Key.Key_Return)
    assert start.property("fault") == "error"
    start.selectAll()
    qtbot.keyClicks(start, "May 2018")
    page.save()
    with desk.reading() as session:
        event = read_record(session, 1).events[-1]
    assert (event.name, event.start) == ("Forum & friends", "2018-05")
    qtbot.mouseClick(page.findChild(QPushButton, "plan_chip"), Qt.MouseButton.LeftButton)
    to = page.findChild(QLineEdit, "plan_to_edit")
    to.setFocus()
    to.selectAll()
    qtbot.keyClicks(to, "2018")
    qtbot.keyClick(to, Key.Key_Return)
    with desk.reading() as session:
        assert read_record(session, 1).work_plan.to == "2018"


def test_names_and_wording_are_offered_beside_the_matter_and_taken_by_ctrl_space(qtbot, page):
    what = page.entry.what_edit
    what.setFocus()
    qtbot.keyClicks(what, "the work of the regional su")
    assert page.entry.enter_label.text().startswith("Ctrl+Space: Reg")
    qtbot.keyClick(what, Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert what.toPlainText() == "the work of the Regional Support Office"
    qtbot.keyClicks(what, " and the regional")
    seen = []
    for _ in range(2):
        qtbot.keyClick(what, Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
        seen.append(what.toPlainText())
    assert len(set(seen)) == 2
    assert all(text.startswith("the work of the Regional Support Office and the Regional") for text in seen)
    qtbot.keyClick(what, Key.Key_Backspace)
    qtbot.keyClicks(what, " zebra")
    assert page.entry.enter_label.text() == "Enter records"


def test_interventions_are_noted_by_keys_on_the_item_in_hand(qtbot, page, desk):
    qtbot.mouseClick(page.findChild(QPushButton, "floor_chip"), Qt.MouseButton.LeftButton)
    editor = page.sides.floor
    qtbot.mouseClick(editor.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(editor.findChild(object, "who_edit"), "thailand")
    qtbot.keyClick(editor.findChild(object, "who_edit"), Key.Key_Tab)
    editor.findChild(object, "text_edit").setPlainText("Asked for a translation.")
    page.save()
    with desk.reading() as session:
        record = read_record(session, 1)
    (noted,) = record.interventions
    names = {delegation.id: delegation.name for delegation in record.delegations}
    assert (names[noted.delegation_id], noted.text) == ("Thailand", "Asked for a translation.")
    assert noted.agenda_item_id == page._presenter._item_id
    click_row(qtbot, page.items_view, len(page._keys.items) - 1)
    assert editor._model.records == []


def test_long_and_odd_words_leave_the_page_its_width(qtbot, page, desk):
    page.entry.what_edit.setPlainText("=SUM <script> \u202eabc " + "word" * 150)
    page.entry.verb_edit.setText("noted")
    page.save()
    assert page.minimumSizeHint().width() <= 1174
    assert page.minimumSizeHint().height() <= 580
    assert page.outcomes_view.viewport().mapTo(page, QPoint(0, 0)).x() > 0
