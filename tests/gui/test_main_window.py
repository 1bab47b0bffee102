"""The window: from an empty desk to a meeting, moving between pages, undo, and what is kept on closing."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton
from sqlmodel import select

from bali_desk.domain.models import AgendaItem, Body, Meeting
from bali_desk.gui.main_window import MainWindow
from bali_desk.gui.pages import PAGES
from bali_desk.presenters.meetings.presenter import NewMeeting
from bali_desk.presenters.meetings.rows import BodyRows, MeetingRow

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


def dialog(window):
    return next(one for one in window.findChildren(QDialog) if one.isVisible())


def press(window, name):
    QTest.mouseClick(window.findChild(QPushButton, name), Left)


def kept(desk, model):
    with desk.reading() as session:
        return session.exec(select(model)).all()


def test_the_window_is_painted_before_any_database_library_is_loaded():
    loaded = (
        "import sys; import bali_desk.gui.main_window, bali_desk.gui.ask, bali_desk.gui.crash; "
        "print([name for name in ('sqlmodel', 'sqlalchemy', 'pydantic', 'docx', 'lxml', 'PIL') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_the_list_shows_before_the_desk_is_open(qtbot, look, settings, officer, jobs):
    from bali_desk.gui.main_window import MainWindow

    window = MainWindow(look, settings, officer, jobs)
    qtbot.addWidget(window)
    window.show_meetings([BodyRows("TIPWG", [MeetingRow(7, "3rd", "Bali", "2017")])])
    assert window.meetings_list.meetings() == [7]
    assert not window.new_meeting_action.isEnabled()


def test_an_empty_desk_offers_three_ways_in_and_one_is_the_main_one(window):
    shown = [button for button in window.pages.currentWidget().findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in shown] == ["New meeting", "Import meeting file", "Open sample"]
    assert [button.property("kind") for button in shown].count("main") == 1
    assert not window.tabs_holder.isVisible()


def test_a_new_meeting_with_a_new_body_opens_on_its_overview(window, desk):
    press(window, "meeting_button")
    form = dialog(window)
    form.body_box.setEditText("Trafficking in Persons Working Group")
    QTest.keyClicks(form.start_edit, "26 May 2017")
    QTest.keyClicks(form.city_edit, "Bali")
    QTest.mouseClick(form.make_button, Left)
    assert not form.isVisible()
    assert [body.name for body in kept(desk, Body)] == ["Trafficking in Persons Working Group"]
    assert window.title_label.text() == "First annual meeting"
    assert window.where_label.text() == "Bali · 26 May 2017"
    assert window.stack.page("overview").isVisible()


def test_a_date_that_is_none_gets_a_sentence_and_nothing_typed_is_lost(window, desk):
    window.new_meeting_action.trigger()
    form = dialog(window)
    form.body_box.setEditText("TIPWG")
    QTest.keyClicks(form.start_edit, "soon")
    QTest.keyClicks(form.city_edit, "Bali")
    QTest.mouseClick(form.make_button, Left)
    assert form.isVisible()
    fault = form.findChild(type(window.title_label), "start_fault")
    assert "“soon” is not a date" in fault.text()
    assert fault.height() >= fault.heightForWidth(fault.width()), "it has room for all its words"
    form.start_edit.selectAll()
    QTest.keyClicks(form.start_edit, "1")
    assert (fault.isVisible(), form.start_edit.property("fault")) == (False, "")
    assert form.city_edit.text() == "Bali"
    assert kept(desk, Meeting) == []


def test_the_last_day_before_the_first_gets_a_sentence(window):
    window.new_meeting_action.trigger()
    form = dialog(window)
    form.body_box.setEditText("TIPWG")
    QTest.keyClicks(form.start_edit, "26 May 2017")
    QTest.keyClicks(form.end_edit, "25 May 2017")
    QTest.mouseClick(form.make_button, Left)
    assert form.findChild(type(window.title_label), "end_fault").isVisible()


def test_a_new_body_needs_a_name_and_then_stands_in_the_list(window, desk):
    window.new_body_action.trigger()
    form = dialog(window)
    QTest.mouseClick(form.make_button, Left)
    assert form.findChild(type(window.title_label), "name_fault").text() == "A body needs a name."
    QTest.keyClicks(form.name_edit, "Ad Hoc Group")
    QTest.keyClick(form.name_edit, Key.Key_Return)
    assert [body.name for body in kept(desk, Body)] == ["Ad Hoc Group"]
    assert window.meetings_list.model().index(0, 0).data() == "Ad Hoc Group"


def test_the_next_meeting_of_a_body_knows_its_ordinal(sample, window):
    window.new_meeting_action.trigger()
    form = dialog(window)
    assert (form.ordinal_edit.text(), form.kind_edit.text()) == ("4", "annual meeting")


def test_the_sample_opens_with_a_statement_and_undo_empties_the_desk_again(window, desk):
    press(window, "sample_button")
    assert window.title_label.text() == "TIPWG third annual meeting"
    assert desk.undo_label == "Compose statement"
    for _ in range(2):
        window.undo_action.trigger()
    assert kept(desk, Meeting) == []
    assert window.title_label.text() == "Bali Desk"
    assert not window.tabs_holder.isVisible()


@pytest.mark.parametrize(("number", "name"), list(enumerate(PAGES, 1)))
def test_every_page_is_reached_by_its_number_and_fits_a_small_laptop(sample, window, number, name):
    action = next(one for one in window.go_menu.actions() if one.shortcut().toString() == f"Ctrl+{number}")
    action.trigger()
    assert window.stack.page(name).isVisible()
    assert window.tabs.currentIndex() == number - 1
    least = window.minimumSizeHint()
    assert (least.width() <= 1366, least.height() <= 690) == (True, True), least


@pytest.mark.parametrize("name", PAGES)
def test_larger_text_folds_the_list_away_rather_than_leave_the_screen(sample, window, look, name):
    look.choose_points(12)
    try:
        window.show_page(name)
        assert not window.side.isVisible()
        assert window.minimumSizeHint().width() <= 1366
        window.meetings_action.trigger()
        assert window.side.isVisible()
    finally:
        look.choose_points(10)


def test_the_list_is_walked_by_keyboard_and_opens_what_it_comes_to(sample, window, desk, qtbot):
    window._meetings.add_meeting(NewMeeting("TIPWG", "4", "annual meeting", "1 June 2018", "", "Colombo", ""))
    assert window.title_label.text() == "TIPWG fourth annual meeting"
    window.meetings_action.trigger()
    QTest.keyClick(window.meetings_list, Key.Key_Down)
    assert window.title_label.text() == "TIPWG third annual meeting"
    QTest.keyClick(window.meetings_list, Key.Key_Up)
    assert window.title_label.text() == "TIPWG fourth annual meeting"


def test_a_fault_of_one_meeting_does_not_follow_to_the_next(sample, window):
    edit = window.stack.page("overview").findChild(QLineEdit, "start_edit")
    edit.setText("soon")
    window._meetings.add_meeting(NewMeeting("TIPWG", "4", "annual meeting", "1 June 2018", "", "Colombo", ""))
    assert edit.text() == "1 June 2018"
    assert not edit.property("fault")


def test_renaming_and_deleting_a_meeting_can_be_undone(sample, window, officer, desk):
    window.rename_action.trigger()
    form = dialog(window)
    form.name_edit.clear()
    QTest.keyClicks(form.name_edit, "Bali meeting")
    QTest.mouseClick(form.make_button, Left)
    assert window.title_label.text() == "Bali meeting"
    window.undo_action.trigger()
    assert window.title_label.text() == "TIPWG third annual meeting"
    window.delete_action.trigger()
    assert officer.asked == ["Delete “Third annual meeting” with its agenda, participants and text?"]
    assert kept(desk, Meeting) == []
    window.undo_action.trigger()
    assert window.title_label.text() == "TIPWG third annual meeting"


def test_a_meeting_handed_over_is_the_same_meeting_when_it_is_taken_in(sample, window, officer, desk, tmp_path):
    officer.path = tmp_path / "handed over.meeting.json"
    window.export_action.trigger()
    window.delete_action.trigger()
    assert kept(desk, Meeting) == []
    window.import_action.trigger()
    assert officer.failures == []
    assert window.foot.counts_label.text() == "41 registered · 38 present · 18 delegations"


def test_a_file_that_is_no_meeting_is_refused_in_words(window, officer, desk, tmp_path):
    officer.path = tmp_path / "letter.json"
    officer.path.write_text("Dear colleague")
    window.import_action.trigger()
    assert len(officer.failures) == 1
    assert "letter.json" in officer.failures[0]
    assert kept(desk, Meeting) == []


def test_the_foot_tells_what_undo_takes_back_and_does_it(sample, window, desk):
    page = window.stack.page("overview")
    QTest.keyClicks(page.findChild(QLineEdit, "city_edit"), " Nusa Dua")
    page.save()
    assert window.foot.undo_button.text() == "Undo takes back “Edit city”"
    assert window.undo_action.text() == "&Undo “Edit city”"
    QTest.mouseClick(window.foot.undo_button, Left)
    assert kept(desk, Meeting)[0].city == "Bali"
    assert window.redo_action.text() == "&Redo “Edit city”"


def test_closing_with_pending_typing_keeps_it(sample, window, desk):
    edit = window.stack.page("overview").findChild(QLineEdit, "city_edit")
    edit.clear()
    QTest.keyClicks(edit, "Jakarta")
    window.close()
    assert kept(desk, Meeting)[0].city == "Jakarta"


def test_leaving_a_page_with_pending_typing_keeps_it(sample, window, desk):
    edit = window.stack.page("overview").findChild(QLineEdit, "city_edit")
    edit.clear()
    QTest.keyClicks(edit, "Jakarta")
    window.show_page("agenda")
    assert kept(desk, Meeting)[0].city == "Jakarta"
    assert window.where_label.text() == "Jakarta, Indonesia · 26 May 2017"


def test_the_view_menu_makes_it_dark_and_larger_and_remembers(sample, window, settings, look):
    window.findChild(type(window.undo_action), "dark_action").trigger()
    window.findChild(type(window.undo_action), "larger_action").trigger()
    try:
        assert settings.scheme == Qt.ColorScheme.Dark
        assert look.colour("page").name() == "#1e2326"
        assert (settings.points, look.points) == (11, 11)
    finally:
        window.findChild(type(window.undo_action), "system_action").trigger()
        window.findChild(type(window.undo_action), "normal_action").trigger()


def checked(form):
    return {name for name, box in form._checks.items() if box.isChecked() and box.isEnabled()}


def test_the_next_meeting_takes_along_what_is_ticked_and_says_so_in_the_foot(sample, window, desk, officer):
    window.new_meeting_action.trigger()
    form = dialog(window)
    assert form.title_edit.placeholderText() == "Fourth annual meeting"
    assert form.source_box.currentText() == "The last meeting: TIPWG 3rd, Bali 2017"
    assert form.start_edit.hasFocus() or not form.isActiveWindow()
    form._checks["actions"].setFocus()
    QTest.keyClick(form._checks["actions"], Key.Key_Space)
    assert checked(form) == {"members", "agenda", "chairs", "plan", "earlier"}, "no statement yet to approve"
    QTest.keyClicks(form.start_edit, "1 June 2018")
    QTest.mouseClick(form.make_button, Left)
    assert officer.said[-1].startswith(
        "From the third annual meeting came 56 delegations, 2 co-chairs, 20 agenda items"
    )
    assert window.title_label.text() == "TIPWG fourth annual meeting"
    window.undo_action.trigger()
    assert [meeting.ordinal for meeting in kept(desk, Meeting)] == [3]


def test_without_the_agenda_the_items_left_over_may_come(sample, window):
    window.new_meeting_action.trigger()
    form = dialog(window)
    assert not form._checks["postponed"].isEnabled()
    QTest.mouseClick(form._checks["agenda"], Left)
    assert form._checks["postponed"].isEnabled()


def test_nothing_is_taken_along_from_nothing(sample, window, desk):
    window.new_meeting_action.trigger()
    form = dialog(window)
    QTest.keyClick(form.source_box, Key.Key_Down)
    assert form.source_box.currentText() == "Nothing"
    assert not form.parts_holder.isVisible()


def test_a_page_that_cannot_follow_to_another_meeting_is_made_anew_and_the_others_follow(sample, window, desk, qtbot):
    window.show_page("participants")
    window.show_page("agenda")
    other = window._meetings.add_meeting(NewMeeting("TIPWG", "4", "annual meeting", "1 June 2018", "", "Colombo", ""))
    page = window.stack.page("participants")
    page.show_people = None  # a fault of the program itself
    listening = len(desk._listeners)
    with pytest.raises(TypeError):
        window.open_meeting(sample)
    assert window.title_label.text() == "TIPWG third annual meeting"
    assert window.foot.counts_label.text().startswith("41 registered")
    assert len(desk._listeners) == listening - 1
    window.show_page("participants")
    fresh = window.stack.page("participants")
    assert fresh is not page
    assert len(fresh.persons_view.model().records) == 41
    assert other != sample


def test_undoing_what_was_done_at_another_meeting_says_where(sample, window, officer, desk):
    window._meetings.add_meeting(NewMeeting("TIPWG", "4", "annual meeting", "1 June 2018", "", "Colombo", ""))
    with desk.change("Rename agenda item") as session:
        session.exec(select(AgendaItem).where(AgendaItem.meeting_id == sample)).first().title = "Other words"
    window.undo_action.trigger()
    assert officer.said[-1] == "Taken back at another meeting, Third annual meeting: Rename agenda item."
    window.redo_action.trigger()
    assert officer.said[-1] == "Done again at another meeting, Third annual meeting: Rename agenda item."


def test_the_window_comes_back_to_the_page_where_she_was(
    qtbot, sample, window, workshop, look, settings, officer, jobs
):
    window.show_page("outcomes")
    window.detach()
    again = MainWindow(look, settings, officer, jobs)
    qtbot.addWidget(again)
    again.show()
    again.attach(workshop)
    assert again.stack.page("outcomes").isVisible()
    again.detach()


def test_a_new_meeting_lands_on_its_overview(sample, window, workshop):
    window.show_page("documents")
    window._meetings.add_meeting(NewMeeting("TIPWG", "4", "annual meeting", "1 June 2018", "", "Colombo", ""))
    assert window.stack.page("overview").isVisible()
    window.open_meeting(sample)
    window.show_page("agenda")
    window.open_meeting(sample + 1)
    assert window.stack.page("agenda").isVisible()


@pytest.mark.parametrize(
    ("key", "shift"),
    [
        (Key.Key_Plus, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier),
        (Key.Key_Equal, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_the_keys_for_larger_and_smaller_text_work_the_pages_while_the_keyboard_is_at_the_documents(
    qtbot, sample, window, look, key, shift
):
    control = Qt.KeyboardModifier.ControlModifier
    window.show_page("documents")
    page = window.stack.page("documents")
    with qtbot.waitActive(window):
        window.activateWindow()
    page.shelf_view.setFocus()
    size, zoom = look.points, page.pages.zoom
    qtbot.keyClick(page.shelf_view, key, control | shift)
    assert (look.points, page.pages.zoom > zoom) == (size, True)
    larger = page.pages.zoom
    qtbot.keyClick(page.shelf_view, Key.Key_Minus, control)
    assert (look.points, page.pages.zoom < larger) == (size, True)
    qtbot.keyClick(page.shelf_view, Key.Key_0, control)
    assert (look.points, page.pages.zooming.mode) == (size, "width")
    window.meetings_list.setFocus()
    qtbot.keyClick(window.meetings_list, Key.Key_Plus, control)
    assert look.points > size
    qtbot.keyClick(window.meetings_list, Key.Key_0, control)
    assert look.points == size
