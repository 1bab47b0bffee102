"""The register of decisions and actions, in the window, by keys and clicks."""

import datetime as dt

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from sqlmodel import select

from bali_desk.domain.models import Action, Body, Meeting, Outcome
from bali_desk.gui.decisions import columns
from bali_desk.gui.pages import DESK_PAGES, KEYS

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def fourth(desk, sample):
    """A later meeting of the same body with one numbered decision; its id."""
    with desk.change("New meeting") as session:
        body = session.exec(select(Body)).one()
        meeting = Meeting(body_id=body.id, ordinal=4, start=dt.date(2018, 5, 20), city="Colombo")
        session.add(meeting)
        session.flush()
        session.add(
            Outcome(
                meeting_id=meeting.id, handle="later", subject="Members", verb="adopted", text="the plan", number="4/10"
            )
        )
        return meeting.id


@pytest.fixture
def page(fourth, sample, window, qtbot):
    window.open_meeting(sample)
    qtbot.mouseClick(window.rail.buttons["decisions"], Left)
    qtbot.waitActive(window)
    return window.stack.page("decisions")


@pytest.fixture
def actions(page, qtbot):
    qtbot.mouseClick(page.actions_chip, Left)
    return page.actions_view


def texts(view):
    return [row.text for row in view.model().records]


def cell(view, begins, column):
    row = next(place for place, text in enumerate(texts(view)) if text.startswith(begins))
    return view.model().index(row, column)


def go_to(view, begins, column):
    view.setFocus()
    view.setCurrentIndex(cell(view, begins, column))
    return view.current()


def click(view, index, double=False):
    spot = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Left, pos=spot)
    if double:
        QTest.mouseDClick(view.viewport(), Left, pos=spot)


def editor(view):
    return next(edit for edit in view.viewport().findChildren(QLineEdit) if edit.isVisible())


def typed(view, text, end=Key.Key_Return):
    edit = editor(view)
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, end)


def choices(page):
    return next(menu for menu in page.findChildren(QMenu) if menu.isVisible() and menu is not page.export_menu)


def outcome(desk, handle):
    with desk.reading() as session:
        return session.exec(select(Outcome).where(Outcome.handle == handle)).one()


def action(desk, handle):
    with desk.reading() as session:
        return session.exec(select(Action).where(Action.handle == handle)).one()


def test_the_rail_leads_to_every_decision_of_the_desk(page, window):
    assert window.title_label.text() == "Decisions"
    assert page.decisions_view.isVisible()
    assert len(texts(page.decisions_view)) == 5
    assert page.decisions_chip.text() == "Decisions 5"
    assert page.actions_chip.text() == "Actions 6 · 3 overdue"
    assert page.counts_label.text() == "5 decisions · 2 private"


def test_its_key_leads_there_too_with_the_first_row_chosen(sample, fourth, window, qtbot):
    qtbot.waitActive(window)
    QTest.keyClick(window, Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    page = window.stack.page("decisions")
    assert page.isVisible()
    assert [row.text for row in page.decisions_view.records()] == ["Members adopted the plan."]


def test_every_page_has_a_key_of_its_own_and_no_number_beyond_nine(window):
    assert len(set(KEYS.values())) == len(KEYS)
    numbers = [key.removeprefix("Ctrl+") for key in KEYS.values() if key[-1].isdigit()]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) <= 9
    assert set(DESK_PAGES) <= set(KEYS)


def test_typing_in_the_find_box_leaves_what_has_every_word_and_show_all_brings_all_back(page, qtbot):
    QTest.keyClicks(page.find_edit, "colombo plan")
    assert texts(page.decisions_view) == ["Members adopted the plan."]
    assert page.counts_label.text() == "1 of 5 decisions"
    qtbot.mouseClick(page.everything_button, Left)
    assert (page.find_edit.text(), len(texts(page.decisions_view))) == ("", 5)
    assert not page.everything_button.isVisible()
    QTest.keyClicks(page.find_edit, "nothing like it")
    assert page.decisions_view.empty_words.startswith("Nothing here matches.")
    assert not page.reading_area.isVisible()
    page.grab()
    QTest.keyClick(page.find_edit, Key.Key_Escape)
    assert len(texts(page.decisions_view)) == 5
    QTest.keyClick(page.find_edit, Key.Key_Down)
    assert page.decisions_view.hasFocus()
    assert page.decisions_view.current().text == "Members adopted the plan."


def test_year_and_status_are_chosen_by_keyboard_and_stay_while_another_page_is_in_front(page, window):
    page.year_box.setFocus()
    QTest.keyClick(page.year_box, Key.Key_Down)
    assert page.year_box.currentText() == "2018"
    assert texts(page.decisions_view) == ["Members adopted the plan."]
    window.show_page("agenda")
    window.show_page("decisions")
    assert (page.year_box.currentText(), len(texts(page.decisions_view))) == ("2018", 1)


def test_heads_sort_and_numbers_count_as_numbers(page, desk):
    with desk.change("Number") as session:
        session.exec(select(Outcome).where(Outcome.handle == "o22")).one().number = "4/2"
    view = page.decisions_view
    head = view.horizontalHeader()
    spot = QPoint(head.sectionViewportPosition(columns.NUMBER) + 20, head.height() // 2)
    QTest.mouseClick(head.viewport(), Left, pos=spot)
    assert [row.number for row in view.model().records][:3] == ["4/2", "4/10", ""]


def test_enter_and_double_click_go_to_the_outcome_at_its_meeting(page, window, sample, fourth, qtbot):
    go_to(page.decisions_view, "Members adopted the plan", columns.DECISION)
    QTest.keyClick(page.decisions_view, Key.Key_Return)
    assert window._meeting_id == fourth
    outcomes = window.stack.page("outcomes")
    assert outcomes.isVisible()
    assert outcomes.entry.entry().number == "4/10"
    qtbot.mouseClick(window.rail.buttons["decisions"], Left)
    click(page.decisions_view, cell(page.decisions_view, "Members agreed on", columns.DECISION), double=True)
    assert window._meeting_id == sample
    assert outcomes.entry.entry().text.startswith("the following priorities")


def test_the_chosen_row_is_read_whole_with_what_follows_from_it(page):
    assert page.reading_label.text() == "Members adopted the plan."
    QTest.keyClicks(page.find_edit, "priorities")
    assert page.reading_label.text().startswith("Members agreed on the following priorities"), "while she types"
    QTest.keyClick(page.find_edit, Key.Key_Escape)
    go_to(page.decisions_view, "Members agreed on", columns.DECISION)
    assert page.reading_label.text().endswith("across borders in the investigation of human trafficking.")
    assert page.detail_label.text().startswith("Co-Chairs: send the updated Forward Work Plan")
    assert "(overdue by " in page.detail_label.text()
    assert page.reading_area.property("ground") == "panel"
    go_to(page.decisions_view, "Members agreed to rec", columns.DECISION)
    assert page.detail_label.text() == "To 12th Ad Hoc Group Senior Officials' Meeting, late 2017"
    go_to(page.decisions_view, "Members agreed that liaison", columns.DECISION)
    assert page.reading_label.text().startswith("Private: Members agreed that liaison")
    assert page.reading_area.property("ground") == "private_tint"


def test_a_number_that_a_body_gave_twice_is_a_warning_until_one_is_changed(page, desk):
    view = page.decisions_view
    number = view.model().column(columns.NUMBER)
    go_to(view, "Members agreed on", columns.NUMBER)
    QTest.keyClick(view, Key.Key_F2)
    typed(view, "4/10")
    assert [number.ink(row) for row in view.model().records].count("warning") == 2
    assert number.tip(view.current()) == "Another decision of this body has this number too."
    QTest.keyClick(view, Key.Key_F2)
    typed(view, "4/11")
    assert {number.ink(row) for row in view.model().records} == {"ink"}


def test_space_moves_the_status_on_and_undo_takes_it_back(page, window, desk):
    go_to(page.decisions_view, "Members agreed on", columns.DECISION)
    for status in ("in force", "implemented"):
        QTest.keyClick(page.decisions_view, Key.Key_Space)
        assert outcome(desk, "o22").status == status
    assert page.decisions_view.current().status == "implemented", "the row stays chosen"
    window.undo()
    assert outcome(desk, "o22").status == "in force"
    assert page.decisions_view.current().status == "in force"


def test_a_click_on_the_status_offers_them_all(page, desk):
    click(page.decisions_view, cell(page.decisions_view, "Members agreed on", columns.DECISION_STATUS))
    menu = choices(page)
    words = [one.text().replace("&", "") for one in menu.actions() if not one.isSeparator()]
    assert words[:4] == ["No status yet", "In force", "Implemented", "Superseded"]
    assert [one.text() for one in menu.actions() if one.isChecked()] == ["&No status yet"]
    QTest.keyClick(menu, Key.Key_S)
    assert outcome(desk, "o22").status == "superseded"


def test_several_rows_change_together_in_one_step(page, window, desk):
    view = page.decisions_view
    go_to(view, "Members adopted the prov", columns.DECISION)
    QTest.keyClick(view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    handles = [row.outcome.handle for row in view.records()]
    assert (len(handles), handles[0]) == (2, "o1")
    QTest.keyClick(view, Key.Key_Space)
    assert [outcome(desk, handle).status for handle in handles] == ["in force", "in force"]
    window.undo()
    assert [outcome(desk, handle).status for handle in handles] == [None, None]


def test_a_number_is_typed_in_its_cell(page, desk, window):
    view = page.decisions_view
    go_to(view, "Members agreed on", columns.NUMBER)
    QTest.keyClick(view, Key.Key_3)
    assert editor(view).text() == "3"
    typed(view, "3/1")
    assert outcome(desk, "o22").number == "3/1"
    assert desk.undo_label == "Change number of decision"
    go_to(view, "Members agreed on", columns.DECISION)
    QTest.keyClick(view, Key.Key_F2)
    typed(view, "3/2", Key.Key_Escape)
    assert outcome(desk, "o22").number == "3/1"
    click(view, cell(view, "Members agreed on", columns.NUMBER), double=True)
    typed(view, "3/3")
    assert outcome(desk, "o22").number == "3/3"
    assert window.rail.buttons["decisions"].isChecked(), "a cell that takes typing is no way out"


def test_a_number_is_typed_while_the_list_is_sorted_by_it(page, desk):
    view = page.decisions_view
    view.sortByColumn(columns.NUMBER, Qt.SortOrder.AscendingOrder)
    go_to(view, "Members agreed on", columns.NUMBER)
    QTest.keyClick(view, Key.Key_F2)
    typed(view, "3/1")
    assert [row.number for row in view.model().records][:2] == ["3/1", "4/10"]
    assert view.current().outcome.handle == "o22"


def test_leaving_the_page_keeps_the_number_that_is_being_typed(page, desk, window):
    go_to(page.decisions_view, "Members agreed on", columns.NUMBER)
    QTest.keyClicks(page.decisions_view, "7")
    window.show_page("agenda")
    assert outcome(desk, "o22").number == "7"


def test_actions_show_in_red_words_what_is_overdue(actions):
    first = actions.model().record(0)
    due = actions.model().column(columns.DUE)
    assert first.text.startswith("send the updated Forward Work Plan")
    assert due.second(first).startswith("Overdue by ")
    assert due.ink(first) == "error"
    done = next(row for row in actions.model().records if row.status == "done")
    assert (due.second(done), due.ink(done)) == ("", "soft")


def test_space_toggles_done_and_undo_opens_it_again(actions, page, window, desk):
    go_to(actions, "send the updated", columns.ACTION)
    QTest.keyClick(actions, Key.Key_Space)
    assert action(desk, "x1").status == "done"
    assert page.actions_chip.text() == "Actions 6 · 2 overdue"
    QTest.keyClick(actions, Key.Key_Space)
    assert action(desk, "x1").status == "open"
    QTest.keyClick(actions, Key.Key_Space)
    window.undo()
    assert action(desk, "x1").status == "open"


def test_what_is_done_leaves_the_list_of_overdue_and_the_next_is_chosen(page, window, desk):
    window.show_page("decisions", "overdue")
    view = page.actions_view
    assert page.status_box.currentText() == "Overdue"
    assert view.hasFocus()
    assert len(texts(view)) == 3
    QTest.keyClick(view, Key.Key_Space)
    assert len(texts(view)) == 2
    assert view.current() is view.model().record(0)
    QTest.keyClick(view, Key.Key_Space)
    assert [action(desk, handle).status for handle in ("x1", "x5", "x3")] == ["done", "done", "open"]


def test_owner_and_due_are_typed_in_a_row_with_tab(actions, desk):
    go_to(actions, "offer two", columns.OWNER)
    QTest.keyClick(actions, Key.Key_F2)
    typed(actions, "Fiji", Key.Key_Tab)
    assert editor(actions).text() == "31 March 2018"
    typed(actions, "1 April 2018")
    found = action(desk, "x3")
    assert (found.owner, found.due) == ("Fiji", dt.date(2018, 4, 1))


def test_a_date_that_is_none_stays_in_its_cell_with_a_sentence(actions, page, desk):
    go_to(actions, "offer two", columns.DUE)
    QTest.keyClick(actions, Key.Key_F2)
    typed(actions, "31 June 2018")
    assert page.fault_label.text() == "“31 June 2018” is not a date: write it like 15 September 2017."
    assert page.fault_label.isVisible()
    assert (editor(actions).text(), editor(actions).property("fault")) == ("31 June 2018", "error")
    typed(actions, "30 June 2018")
    assert action(desk, "x3").due == dt.date(2018, 6, 30)
    assert not page.fault_label.isVisible()
    assert page.keys_label.isVisible()


def test_escape_gives_a_wrong_date_up(actions, page, desk):
    go_to(actions, "offer two", columns.DUE)
    QTest.keyClick(actions, Key.Key_F2)
    typed(actions, "soon")
    QTest.keyClick(editor(actions), Key.Key_Escape)
    assert action(desk, "x3").due == dt.date(2018, 3, 31)
    assert not page.fault_label.isVisible()


def test_an_action_goes_to_the_outcome_it_follows_from_or_to_itself(actions, page, window, desk, sample):
    go_to(actions, "offer two", columns.ACTION)
    QTest.keyClick(actions, Key.Key_Return)
    outcomes = window.stack.page("outcomes")
    assert outcomes.entry.entry().text.startswith("member countries to make the guide known")
    with desk.change("Loosen") as session:
        session.exec(select(Action).where(Action.handle == "x3")).one().outcome_id = None
    window.show_page("decisions")
    go_to(actions, "offer two", columns.ACTION)
    QTest.keyClick(actions, Key.Key_Return)
    assert outcomes.sides.actions.rows_view.current().title == "offer two training workshops on the guide"


def test_insert_adds_an_action_to_the_open_meeting_and_its_words_are_typed_at_once(actions, page, desk, sample):
    page.find_edit.setText("nothing like it")
    actions.setFocus()
    QTest.keyClick(actions, Key.Key_Insert)
    assert page.find_edit.text() == ""
    typed(actions, "book the room", Key.Key_Tab)
    typed(actions, "Secretariat")
    with desk.reading() as session:
        made = session.exec(select(Action).where(Action.text == "book the room")).one()
    assert (made.meeting_id, made.outcome_id, made.owner, made.status) == (sample, None, "Secretariat", "open")


def test_the_rows_shown_are_written_in_their_order_and_read_back(page, officer, tmp_path, qtbot):
    view = page.decisions_view
    view.sortByColumn(columns.DECISION, Qt.SortOrder.DescendingOrder)
    QTest.keyClicks(page.find_edit, "bali")
    officer.path = tmp_path / "register.xlsx"
    page.export_menu.popup(page.export_button.mapToGlobal(QPoint(0, 0)))
    QTest.keyClick(page.export_menu, Key.Key_E)
    rows = list(load_workbook(officer.path).active.iter_rows(values_only=True, min_row=2))
    assert [row[1] for row in rows] == [row.text for row in view.model().records if not row.private]
    assert officer.said[-1] == "2 decisions written to register.xlsx; 2 private left out."
    page.export_menu.private_too.trigger()
    page.export_menu.to_excel.trigger()
    assert load_workbook(officer.path).active.max_row == 5
    assert officer.said[-1] == "4 decisions written to register.xlsx."


def test_an_outcome_that_is_recorded_meanwhile_is_there_on_coming_back(page, window, desk):
    window.show_page("outcomes")
    with desk.change("Edit") as session:
        session.exec(select(Outcome).where(Outcome.handle == "o2")).one().verb = "endorsed"
    window.show_page("decisions")
    assert len(texts(page.decisions_view)) == 6


def test_the_page_fits_a_small_laptop_in_every_size_and_both_lights(page, look, window, qtbot):
    qtbot.mouseClick(page.actions_chip, Left)
    look.apply(Qt.ColorScheme.Dark)
    look.choose_points(12)
    window.grab()
    assert page.minimumSizeHint().width() <= 1366
    look.choose_points(10)
    look.apply(Qt.ColorScheme.Light)
    assert page.minimumSizeHint().width() <= 1366 - 192
    assert page.minimumSizeHint().height() <= 690 - 80


def test_its_lists_are_models_that_qt_accepts(page, qtmodeltester):
    qtmodeltester.check(page.decisions_view.model())
    page.actions_chip.click()
    qtmodeltester.check(page.actions_view.model())
