"""The page Work plan in the window, by keys and clicks: plan over meetings, roll-over, mandates, recommendations."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from sqlmodel import select

from bali_desk.domain.models import Body, Mandate, Meeting, Outcome, WorkPlan, WorkPlanLine
from bali_desk.gui.work_plan.plan_table import LINE, MEETINGS, STATUS
from bali_desk.gui.work_plan.recommendations_part import BECAME, TEXT

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def fourth(desk, sample):
    """A later meeting of the body, without a plan; its id."""
    with desk.change("New meeting") as session:
        body = session.exec(select(Body)).one()
        meeting = Meeting(body_id=body.id, ordinal=4, kind="annual meeting", start=dt.date(2018, 6, 1), city="Colombo")
        session.add(meeting)
        session.flush()
        return meeting.id


@pytest.fixture
def page(fourth, window, sample, qtbot):
    window.open_meeting(sample)
    qtbot.mouseClick(window.rail.buttons["work_plan"], Left)
    qtbot.waitActive(window)
    return window.stack.page("work_plan")


@pytest.fixture
def table(page):
    page.plan.table.setFocus()
    page.plan.table.choose("w1", LINE)
    return page.plan.table


def keys(page):
    return [row.key for row in page.plan.table.model().records]


def texts(desk, meeting_id):
    with desk.reading() as session:
        lines = select(WorkPlanLine).join(WorkPlan).where(WorkPlan.meeting_id == meeting_id)
        return [one.text for one in session.exec(lines.order_by(WorkPlanLine.sequence))]


def editor(view):
    return next(one for one in view.viewport().findChildren(QLineEdit) if one.isVisible())


def row_of(page, key):
    return page.plan.table.model().records[page.plan.table.model().row_of(key)]


def click_cell(qtbot, view, row, column):
    view.scrollTo(view.model().index(row, column))
    qtbot.mouseClick(view.viewport(), Left, pos=view.visualRect(view.model().index(row, column)).center())


# ---- the page ----
def test_the_rail_and_a_key_lead_to_the_body_of_the_open_meeting(page, window, fourth):
    action = next(one for one in window.go_menu.actions() if one.text() == "Work plan")
    assert action.shortcut().toString() in ("Ctrl+8", "Ctrl+9")
    assert window.title_label.text() == "Work plan"
    assert window.where_label.text() == "all meetings of this body"
    assert page.body_label.text() == "TIPWG, seen from the 3rd, Bali 2017"
    assert keys(page) == ["w1", "w2", "w3", "w4", "w5", "w6"]
    window.open_meeting(fourth)
    action.trigger()
    assert page.body_label.text() == "TIPWG, seen from the 4th, Colombo 2018"


def test_no_page_has_a_key_beyond_nine_and_none_has_the_key_of_another():
    from bali_desk.gui.pages import DESK_PAGES, KEYS, PAGES

    shortcuts = [KEYS[name] for name in (*PAGES, *DESK_PAGES)]
    assert not [one for one in shortcuts if one.rpartition("+")[2].isdigit() and len(one.rpartition("+")[2]) > 1]
    assert len(set(KEYS.values())) == len(KEYS)


def test_the_page_and_its_look_may_change_while_it_is_open(page, look, window, qtbot):
    for chip in (page.plan_chip, page.mandates_chip, page.recommendations_chip):
        qtbot.mouseClick(chip, Left)
        look.apply(Qt.ColorScheme.Dark)
        look.choose_points(12)
        window.grab()
        assert page.minimumSizeHint().width() <= 1366
        look.choose_points(10)
        look.apply(Qt.ColorScheme.Light)
        window.grab()
        assert page.minimumSizeHint().width() <= 1366 - 192
        assert page.minimumSizeHint().height() <= 690 - 80


def test_long_and_hostile_words_neither_widen_the_page_nor_are_taken_for_markup(page, desk, window, qtbot):
    odd = "=SUM(A1) <b>&x</b> " + "long " * 300 + "x" * 300
    with desk.change("Odd") as session:
        for meeting in session.exec(select(Meeting)):
            meeting.title, meeting.ordinal = odd, None
        for line in session.exec(select(WorkPlanLine)):
            line.text = line.status = odd
        for outcome in session.exec(select(Outcome)):
            outcome.text = outcome.number = outcome.became = odd
            outcome.recommended_to = {"body": odd, "when": odd}
        body = session.exec(select(Body)).one()
        session.add(Mandate(body_id=body.id, giver=odd, text=odd, status=odd, given="once", answered_by=["o1"]))
    for chip in (page.plan_chip, page.mandates_chip, page.recommendations_chip):
        qtbot.mouseClick(chip, Left)
        window.grab()
    assert page.minimumSizeHint().width() <= 1366 - 192
    assert page.minimumSizeHint().height() <= 690 - 80
    assert "&&x" in page.plan.roll_over_button.text()
    assert page.plan.text_label.text() == odd
    assert page.plan.text_label.textFormat() == Qt.TextFormat.PlainText


def test_its_tables_are_models_that_qt_accepts(page, qtmodeltester):
    qtmodeltester.check(page.plan.table.model())
    qtmodeltester.check(page.mandates.table.model())
    qtmodeltester.check(page.recommendations.table.model())


# ---- the plan ----
def test_the_chosen_line_stands_whole_beside_the_table_with_what_fulfilled_it(page, table):
    table.choose("w2", LINE)
    assert page.plan.number_label.text() == "Line 2"
    assert page.plan.text_label.text().startswith("Develop guidance and training on following the money")
    assert page.plan.status_box.currentText() == "done"
    (answer,) = page.plan.answers.answers
    assert answer.text.startswith("Members received the committee's report")
    table.choose("w1", LINE)
    assert page.plan.nothing_label.text() == "No outcome fulfils it yet."


def test_a_line_is_typed_in_place_and_undo_takes_it_back(page, table, desk, sample, window):
    QTest.keyClick(table, Key.Key_F2)
    editor(table).selectAll()
    QTest.keyClicks(editor(table), "Train judges")
    QTest.keyClick(editor(table), Key.Key_Down)
    assert texts(desk, sample)[0] == "Train judges"
    assert table.current().key == "w2"
    window.undo()
    assert texts(desk, sample)[0].startswith("Promote")


def test_enter_begins_the_next_line_and_enter_on_an_empty_one_ends_it(page, table, desk, sample, window):
    QTest.keyClick(table, Key.Key_Return)
    QTest.keyClicks(editor(table), "Train judges")
    QTest.keyClick(editor(table), Key.Key_Return)
    QTest.keyClicks(editor(table), "Train prosecutors")
    QTest.keyClick(editor(table), Key.Key_Return)
    QTest.keyClick(editor(table), Key.Key_Return)
    assert texts(desk, sample)[1:3] == ["Train judges", "Train prosecutors"]
    assert len(texts(desk, sample)) == 8
    assert table.current().text == "Train prosecutors"
    assert desk.undo_label == "Edit work plan line"
    for _step in range(4):
        window.undo()
    assert len(texts(desk, sample)) == 6


def test_escape_in_a_new_line_leaves_nothing_behind(page, table, desk, sample):
    before = desk.undo_label
    QTest.keyClick(table, Key.Key_Return)
    QTest.keyClick(editor(table), Key.Key_Escape)
    assert len(texts(desk, sample)) == 6
    assert desk.undo_label == before
    assert table.current().key == "w1"


def test_a_line_begun_and_left_without_a_word_is_gone_with_the_page(page, table, desk, sample, window):
    before = desk.undo_label
    QTest.keyClick(table, Key.Key_Return)
    window.show_page("outcomes")
    assert len(texts(desk, sample)) == 6
    assert desk.undo_label == before


def test_status_is_completed_while_it_is_typed_and_tab_leads_to_it(page, table, desk):
    QTest.keyClick(table, Key.Key_F2)
    QTest.keyClick(editor(table), Key.Key_Tab)
    QTest.keyClicks(editor(table), "don")
    assert editor(table).text() == "done"
    QTest.keyClick(editor(table), Key.Key_Return)
    assert (row_of(page, "w1").status, row_of(page, "w1").standing) == ("done", "done")
    assert page.plan.table.currentIndex().column() == STATUS


def test_the_status_beside_the_table_is_kept_too(page, table, qtbot):
    box = page.plan.status_box
    box.setCurrentIndex(box.findText("dropped"))
    box.activated.emit(box.currentIndex())
    assert row_of(page, "w1").standing == "dropped"


def test_lines_are_moved_and_deleted_by_keys_and_buttons(page, table, desk, window, qtbot):
    QTest.keyClick(table, Key.Key_Down, ALT)
    assert keys(page)[:2] == ["w2", "w1"]
    assert table.current().key == "w1"
    qtbot.mouseClick(page.plan.up_button, Left)
    assert keys(page)[:2] == ["w1", "w2"]
    QTest.keyClick(table, Key.Key_Delete)
    assert keys(page)[0] == "w2"
    assert table.current().key == "w2"
    qtbot.mouseClick(page.plan.delete_button, Left)
    assert keys(page) == ["w3", "w4", "w5", "w6"]
    window.undo()
    window.undo()
    assert keys(page) == ["w1", "w2", "w3", "w4", "w5", "w6"]


def test_title_and_years_are_kept_as_they_are_typed(page, desk, sample):
    page.plan.title_edit.setText("Our plan")
    page.plan.to_edit.setText("2018")
    page.save()
    with desk.reading() as session:
        plan = session.exec(select(WorkPlan).where(WorkPlan.meeting_id == sample)).one()
    assert (plan.title, plan.to) == ("Our plan", "2018")


def test_a_click_on_a_cell_goes_to_the_outcome_on_its_meetings_page(page, table, window, qtbot, fourth, sample):
    window.open_meeting(fourth)
    window.show_page("work_plan")
    click_cell(qtbot, table, table.model().row_of("w2"), MEETINGS)
    assert window._meeting_id == sample
    outcomes = window.stack.page("outcomes")
    assert outcomes.isVisible()
    assert outcomes.entry.what_edit.toPlainText().startswith("the committee's report")


def test_enter_on_a_cell_goes_there_and_of_several_outcomes_one_is_chosen(page, table, window, desk, sample):
    with desk.change("Fulfil") as session:
        one = session.exec(select(Outcome).where(Outcome.handle == "o1")).one()
        one.fulfils = ["w2"]
    table.choose("w2", MEETINGS)
    QTest.keyClick(table, Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == 2
    menu.actions()[0].trigger()
    menu.close()
    assert window.stack.page("outcomes").entry.what_edit.toPlainText() == "the provisional agenda without change"


def test_an_empty_cell_leads_nowhere(page, table, qtbot):
    click_cell(qtbot, table, 0, MEETINGS)
    table.choose("w1", MEETINGS)
    QTest.keyClick(table, Key.Key_Return)
    assert page.isVisible()


def test_a_sentence_beside_the_table_leads_to_its_outcome(page, table, window):
    table.choose("w3", LINE)
    page.plan.answers.choose_first()
    QTest.keyClick(page.plan.answers_view, Key.Key_Return)
    assert window.stack.page("outcomes").isVisible()


def test_the_first_line_of_a_meeting_without_any_plan_is_begun_with_enter(page, desk, window, sample, fourth):
    with desk.change("No plan") as session:
        session.delete(session.exec(select(WorkPlan)).one())
        for line in session.exec(select(WorkPlanLine)):
            session.delete(line)
    window.open_meeting(fourth)
    window.show_page("work_plan")
    table = page.plan.table
    table.setFocus()
    assert not page.plan.roll_over_button.isEnabled()
    QTest.keyClick(table, Key.Key_Return)
    QTest.keyClicks(editor(table), "Meet")
    QTest.keyClick(editor(table), Key.Key_Escape)
    assert texts(desk, fourth) == []
    QTest.keyClick(table, Key.Key_Return)
    QTest.keyClicks(editor(table), "Meet")
    page.save()
    assert texts(desk, fourth) == ["Meet"]


def test_the_earliest_meetings_give_way_where_there_is_no_room(page, table, desk, window, sample):
    with desk.change("Earlier") as session:
        body = session.exec(select(Body)).one()
        for number in range(9):
            meeting = Meeting(body_id=body.id, start=dt.date(2000 + number, 1, 1), city="Bali")
            session.add(meeting)
            session.flush()
            plan = WorkPlan(meeting_id=meeting.id)
            session.add(plan)
            session.flush()
            session.add(WorkPlanLine(plan_id=plan.id, handle="w2", text="Old"))
    count = table.model().columnCount()
    assert count == MEETINGS + 10
    hidden = [column for column in range(count) if table.isColumnHidden(column)]
    assert hidden
    assert hidden == list(range(MEETINGS, MEETINGS + len(hidden)))
    assert page.plan.hidden_label.text().startswith(f"{len(hidden)} earlier meetings have no room")
    assert table.columnWidth(LINE) >= 200
    window.undo()
    assert not page.plan.hidden_label.isVisible()


# ---- roll-over ----
def test_lines_are_carried_over_after_a_look_at_what_goes_and_what_stays(page, window, desk, sample, fourth, qtbot):
    assert page.plan.roll_over_button.text() == "Roll over to the 4th, Colombo 2018…"
    qtbot.mouseClick(page.plan.roll_over_button, Left)
    panel = page.plan.roll_over
    assert panel.isVisible()
    assert panel.way_label.text() == "From the 3rd, Bali 2017 to the 4th, Colombo 2018"
    assert panel.summary_label.text() == "4 go along · 2 stay behind"
    panel.table.selectRow(1)
    QTest.keyClick(panel.table, Key.Key_Space)
    box = panel.table.visualRect(panel.table.model().index(5, 0)).topLeft()
    qtbot.mouseClick(panel.table.viewport(), Left, pos=box + panel.rect().topLeft() + _inside(panel))
    assert panel.summary_label.text() == "4 go along · 2 stay behind"
    assert [line.goes for line in panel.table.model().records] == [True, True, False, True, True, False]
    panel.title_edit.setText("The next plan")
    qtbot.mouseClick(panel.carry_button, Left)
    assert page.plan.table.isVisible()
    assert texts(desk, fourth)[1].startswith("Develop guidance")
    assert len(texts(desk, fourth)) == 4
    assert row_of(page, "w6").cells[1].words == "left behind"
    assert desk.undo_label == "Roll over work plan"
    window.undo()
    assert texts(desk, fourth) == []
    assert page.plan.table.model().columnCount() == MEETINGS + 1


def _inside(panel):
    from PySide6.QtCore import QPoint

    return QPoint(22, panel.table.rowHeight(0) // 2)


def test_the_open_meeting_without_a_plan_takes_the_last_one_by_keys_alone(page, window, desk, fourth, qtbot):
    window.open_meeting(fourth)
    window.show_page("work_plan")
    button = page.plan.roll_over_button
    assert button.text() == "Take lines from the 3rd, Bali 2017…"
    assert button.property("kind") == "main"
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    QTest.keyClick(page.plan.roll_over.table, Key.Key_Escape)
    assert texts(desk, fourth) == []
    QTest.keyClick(button, Key.Key_Space)
    QTest.keyClick(page.plan.roll_over.table, Key.Key_Return, CTRL)
    assert len(texts(desk, fourth)) == 4
    assert page.plan.title_edit.text() == "TIPWG Forward Work Plan 2017–19"
    assert [row.number for row in page.plan.table.model().records] == ["1", "2", "3", "4", "", ""]


# ---- mandates ----
def test_a_mandate_is_typed_answered_and_taken_away(page, window, desk, qtbot, sample):
    qtbot.mouseClick(page.mandates_chip, Left)
    table = page.mandates.table
    QTest.keyClick(table, Key.Key_Return)
    for text in ("Follow the money", "Ministers", "March 2016"):
        QTest.keyClicks(editor(table), text)
        QTest.keyClick(editor(table), Key.Key_Tab)
    page.save()
    row = table.current()
    assert (row.text, row.giver, row.given, row.status) == ("Follow the money", "Ministers", "March 2016", "open")
    assert page.mandates_chip.text() == "Mandates · 1 open"
    QTest.keyClicks(page.mandates.find_edit, "guide module recommend")
    assert len(page.mandates.found.answers) == 1
    QTest.keyClick(page.mandates.find_edit, Key.Key_Return)
    assert [one.handle for one in page.mandates.answers.answers] == ["o12"]
    assert page.mandates.find_edit.text() == ""
    with desk.reading() as session:
        assert session.exec(select(Mandate)).one().answered_by == ["o12"]
    page.mandates.answers.choose_first()
    QTest.keyClick(page.mandates.answers_view, Key.Key_Delete)
    assert page.mandates.nothing_label.text() == "No outcome answers it yet."
    window.undo()
    page.mandates.answers.choose_first()
    QTest.keyClick(page.mandates.answers_view, Key.Key_Return)
    assert window.stack.page("outcomes").isVisible()
    window.show_page("work_plan")
    table.setFocus()
    QTest.keyClick(table, Key.Key_Delete)
    assert table.model().rowCount() == 0
    window.undo()
    assert table.model().rowCount() == 1


def test_a_date_that_is_none_is_told_at_once_and_stays_in_the_cell(page, qtbot, desk):
    qtbot.mouseClick(page.mandates_chip, Left)
    table = page.mandates.table
    made = page._presenter.mandates.add()
    table.type_into(made, 2)
    QTest.keyClicks(editor(table), "once upon a time")
    QTest.keyClick(editor(table), Key.Key_Return)
    assert "not a date" in page.mandates.fault_label.text()
    assert editor(table).property("fault") == "error"
    QTest.keyClick(editor(table), Key.Key_Escape)
    assert page.mandates.fault_label.text() == ""
    assert table.current().given == ""


def test_a_mandate_left_without_a_word_is_gone(page, qtbot, desk):
    qtbot.mouseClick(page.mandates_chip, Left)
    before = desk.undo_label
    for _time in range(2):
        QTest.keyClick(page.mandates.table, Key.Key_Return)
        QTest.keyClick(editor(page.mandates.table), Key.Key_Escape)
    QTest.keyClick(page.mandates.table, Key.Key_Return)
    qtbot.mouseClick(page.plan_chip, Left)
    assert page.mandates.table.model().rowCount() == 0
    assert desk.undo_label == before


def test_the_second_of_what_was_found_is_reached_by_keys(page, qtbot):
    qtbot.mouseClick(page.mandates_chip, Left)
    page._presenter.mandates.add()
    page.mandates.table.selectRow(0)
    QTest.keyClicks(page.mandates.find_edit, "members")
    wanted = page.mandates.found.answers[1]
    QTest.keyClick(page.mandates.find_edit, Key.Key_Down)
    QTest.keyClick(page.mandates.found_view, Key.Key_Down)
    QTest.keyClick(page.mandates.found_view, Key.Key_Return)
    assert page.mandates.answers.answers[0].key == wanted.key


# ---- recommendations ----
def test_what_became_of_a_recommendation_is_typed_in_place(page, window, desk, qtbot):
    assert page.recommendations_chip.text() == "Recommendations · 1 late"
    qtbot.mouseClick(page.recommendations_chip, Left)
    part = page.recommendations
    assert part.table.currentIndex().column() == BECAME
    assert part.wants_label.text() == "No answer, and late 2017 is over."
    QTest.keyClicks(part.table, "e")
    QTest.keyClicks(editor(part.table), "n")
    QTest.keyClick(editor(part.table), Key.Key_Return)
    assert part.table.current().became == "endorsed"
    assert page.recommendations_chip.text() == "Recommendations"
    assert not part.wants_label.isVisible()
    window.undo()
    assert part.table.current().became == ""
    assert page.recommendations_chip.text() == "Recommendations · 1 late"


def test_an_offered_answer_is_chosen_beside_the_list_and_the_outcome_opened(page, window, desk, qtbot):
    qtbot.mouseClick(page.recommendations_chip, Left)
    part = page.recommendations
    assert [part.became_box.itemText(n) for n in range(5)] == ["", "endorsed", "noted", "returned", "pending"]
    part.became_box.setCurrentIndex(2)
    part.became_box.activated.emit(2)
    with desk.reading() as session:
        assert session.exec(select(Outcome.became).where(Outcome.handle == "o12")).one() == "noted"
    part.table.setFocus()
    part.table.choose(part.table.current().outcome_id, TEXT)
    QTest.keyClick(part.table, Key.Key_Return)
    assert window.stack.page("outcomes").entry.what_edit.toPlainText().startswith("the guide, the training module")
