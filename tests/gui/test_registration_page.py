"""The import of registrations at work on a real desk and a real sheet, by keys and clicks."""

import threading

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlmodel import select

from bali_desk.domain.models import Delegation, Participant
from bali_desk.gui.registration.registration_page import RegistrationPage
from bali_desk.presenters.registration.columns import FIELD_WORDS

Key, Modifier, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
ROWS = (
    ("List of participants",),
    ("Title", "Family name", "Given name", "Position", "Country", "E-mail", "Remarks <b>"),
    ("Mr", "Whitford", "Callum", "Deputy Secretary", "Australia", "callum.whitford@aus.example.org", ""),
    ("Ms", "Harrow", "Edith", "Second Secretary", "Australia", "edith.harrow@aus.example.org", "at noon"),
    ("Ms", "Ranganathan", "Priya", "Adviser", "Japan", "", ""),
    ("Mr", "Santoso", "Joko", "Kemlu", "Indonesai", "joko@kemlu.example.org", ""),
    ("", "", "", "Adviser", "Fiji", "", ""),
)  # fmt: skip


@pytest.fixture
def path(tmp_path):
    book = Workbook()
    book.active.title = "Peserta"
    for row in ROWS:
        book.active.append(row)
    book.create_sheet("Lists").append(["X1", "Y1"])
    book.save(tmp_path / "list.xlsx")
    return tmp_path / "list.xlsx"


@pytest.fixture
def page(qtbot, look, workshop, sample):
    page = RegistrationPage(look)
    qtbot.addWidget(page)
    page.resize(1174, 632)
    page.attach(workshop.registration(page, sample))
    page.show()
    qtbot.waitActive(page)
    yield page
    page._presenter.leave()


def read(page, qtbot, path, officer):
    officer.path = path
    qtbot.mouseClick(page.choose_button, LEFT)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.columns_step, timeout=20000)
    return page.columns_step


def judge(page, qtbot, path, officer):
    step = read(page, qtbot, path, officer)
    qtbot.mouseClick(step.next_button, LEFT)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.rows_step, timeout=20000)
    return page.rows_step


def meanings(step):
    return [field for _head, field in step.sample_view._model.meanings]


def pick(qtbot, words):
    """Choose from the menu that is open over the heads, by mouse."""
    menu = QApplication.activePopupWidget()
    action = next(one for one in menu.actions() if one.text() == words)
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def happens(step):
    return {row.number: row.happens for row in step.rows_view.rows.records}


def click_row(qtbot, step, number):
    row = next(place for place, one in enumerate(step.rows_view.rows.records) if one.number == number)
    spot = step.rows_view.visualRect(step.rows_view.rows.index(row, 2)).center()
    qtbot.mouseClick(step.rows_view.viewport(), LEFT, pos=spot)


def families(desk):
    with desk.reading() as session:
        return [one.family for one in session.exec(select(Participant))]


# ---- the file ----
def test_the_page_begins_with_one_button_that_has_the_keys(page):
    assert page.stack.currentWidget() is page.start_panel
    assert page.choose_button.hasFocus()
    assert not page.fault_label.isVisible()


def test_a_file_that_is_no_list_is_refused_on_the_page(page, qtbot, officer, tmp_path):
    officer.path = tmp_path / "list.pdf"
    officer.path.write_bytes(b"%PDF-1.7")
    QTest.keyClick(page.choose_button, Key.Key_Space)
    qtbot.waitUntil(page.fault_label.isVisible, timeout=20000)
    assert "a PDF" in page.fault_label.text()
    assert page.fault_label.textFormat() == Qt.TextFormat.PlainText


def test_a_sheet_that_is_dropped_is_read(page, qtbot, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none, copy = Modifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, LEFT, none)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.dropEvent(QDropEvent(QPointF(9, 9), copy, data, LEFT, none))
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.columns_step, timeout=20000)


def test_two_files_at_once_are_not_taken(page):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/a.xlsx"), QUrl.fromLocalFile("/b.xlsx")])
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, LEFT, Modifier.NoModifier)
    enter.ignore()
    page.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_reading_can_be_cancelled_and_the_window_lives_on_meanwhile(page, qtbot, path, jobs):
    held = threading.Event()
    jobs.run(lambda progress: held.wait(20), lambda _done: None, lambda _error: None)  # the worker is busy
    page.open_at(str(path))
    assert page.stack.currentWidget() is page.working_panel
    assert page.working_label.text() == "Reading list.xlsx …"
    qtbot.mouseClick(page.cancel_button, LEFT)
    assert page.stack.currentWidget() is page.start_panel
    held.set()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20000)
    assert page.stack.currentWidget() is page.start_panel


# ---- sheets and columns ----
def test_sheets_heads_and_columns_are_shown_as_recognised(page, qtbot, path, officer):
    step = read(page, qtbot, path, officer)
    assert [(one.name, one.wanted) for one in step._sheets.records] == [("Peserta", True), ("Lists", False)]
    assert step._sheets.records[1].detail == "1 row · code list"
    assert meanings(step) == ["honorific", "family", "given", "position", "delegation", "email", "note"]
    assert [row.number for row in step.sample_view._model.records if row.is_head] == [2]
    assert step.next_button.hasFocus()
    model = step.sample_view._model
    assert model.headerData(7, Qt.Orientation.Horizontal) == "Note: Remarks <b>"
    assert page.file_label.text() == "list.xlsx"


def test_a_press_on_a_head_says_what_its_column_holds(page, qtbot, path, officer):
    step = read(page, qtbot, path, officer)
    header = step.sample_view.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(4) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, pos=spot)
    pick(qtbot, FIELD_WORDS["organisation"])
    assert meanings(step)[3] == "organisation"


def test_enter_and_space_do_the_same_by_key(page, qtbot, path, officer):
    step = read(page, qtbot, path, officer)
    view = step.sample_view
    view.setFocus()
    view.setCurrentIndex(view.model().index(2, 4))
    QTest.keyClick(view, Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu.activeAction().text() == "Position"
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    assert meanings(step)[3] == "organisation"
    view.setCurrentIndex(view.model().index(1, 4))
    QTest.keyClick(view, Key.Key_Space)
    assert not any(row.is_head for row in view._model.records)
    QTest.keyClick(view, Key.Key_Space)
    assert meanings(step)[1] == "family"


def test_without_names_the_button_is_grey_and_the_reason_stands_beside(page, qtbot, path, officer):
    step = read(page, qtbot, path, officer)
    for column in (2, 3):
        step.sample_view.open_menu(column)
        pick(qtbot, FIELD_WORDS["ignore"])
    assert not step.next_button.isEnabled()
    assert step.trouble_label.text().startswith("No column is said to hold names")


def test_a_sheet_is_ticked_or_left_and_shown_by_a_click(page, qtbot, path, officer):
    step = read(page, qtbot, path, officer)
    view = step.sheets_view
    row = view.visualRect(view.model().index(1, 0))
    qtbot.mouseClick(view.viewport(), LEFT, pos=row.center())
    assert step.sample_view._model.records[0].cells == ("X1", "Y1")
    box = view.visualRect(view.model().index(0, 0))
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(box.left() + 22, box.center().y()))
    assert not step._sheets.records[0].wanted
    assert step.trouble_label.text() == "Tick a sheet that holds registrations."


# ---- rows ----
def test_rows_stand_with_their_verdicts_in_words_and_colour(page, qtbot, path, officer):
    step = judge(page, qtbot, path, officer)
    assert [(row.number, row.verdict) for row in step.rows_view.rows.records] == [
        ("5", "doubtful"), ("6", "doubtful"), ("7", "wrong"), ("3", "changed"), ("4", "new"),
    ]  # fmt: skip
    assert step.doubtful_chip.text() == "Doubtful 2"
    assert step.waiting_label.text() == "2 rows wait for your choice"
    assert not step.import_button.isEnabled()
    assert step.rows_view.hasFocus()


def test_a_chip_filters_and_cells_are_shown_old_and_new(page, qtbot, path, officer):
    step = judge(page, qtbot, path, officer)
    qtbot.mouseClick(step.changed_chip, LEFT)
    assert [row.number for row in step.rows_view.rows.records] == ["3"]
    details = step.details_view.model()
    assert [details.index(0, column).data() for column in range(3)] == [
        "Position", "Assistant Secretary, Crime Cooperation", "→ Deputy Secretary",
    ]  # fmt: skip
    assert details.headerData(1, Qt.Orientation.Horizontal) == "On the desk"
    qtbot.mouseClick(step.all_chip, LEFT)
    assert step.rows_view.rows.rowCount() == 5


def test_letters_decide_and_lead_to_the_next_row_that_asks(page, qtbot, path, officer, desk):
    step = judge(page, qtbot, path, officer)
    before = families(desk)
    QTest.keyClick(step.rows_view, Key.Key_B)
    assert happens(step)["5"] == "Two persons"
    assert step.rows_view.current().number == "6"
    QTest.keyClick(step.rows_view, Key.Key_T)
    assert happens(step)["6"] == "Add to Indonesia"
    assert step.import_button.isEnabled()
    assert step.import_button.text() == "Import 4 rows"
    assert families(desk) == before, "nothing is written before she says so"
    qtbot.mouseClick(step.import_button, LEFT)
    assert page.stack.currentWidget() is page.result_step
    assert sorted(families(desk), key=str) == sorted([*before, "Ranganathan", "Santoso", "Harrow"], key=str)


def test_buttons_decide_and_show_what_is_decided(page, qtbot, path, officer, desk):
    step = judge(page, qtbot, path, officer)
    assert [button.text() for button in step.answers] == [
        "Same: keep ours  (O)", "Same: take the sheet’s  (N)", "Two persons  (B)", "Leave out  (L)",
    ]  # fmt: skip
    qtbot.mouseClick(step.answer4_button, LEFT)
    click_row(qtbot, step, "5")
    assert [button.isChecked() for button in step.answers] == [False, False, False, True]
    click_row(qtbot, step, "7")
    assert not any(button.isVisible() for button in step.answers)


def test_a_delegation_is_chosen_for_a_row_that_names_none(page, qtbot, path, officer, desk):
    step = judge(page, qtbot, path, officer)
    click_row(qtbot, step, "6")
    assert step.home_box.isVisible()
    assert step.home_box.currentText() == "Indonesia"
    step.home_box.lineEdit().selectAll()
    QTest.keyClicks(step.home_box.lineEdit(), "Thailand")
    QTest.keyClick(step.home_box.lineEdit(), Key.Key_Return)
    qtbot.mouseClick(step.answer1_button, LEFT)
    click_row(qtbot, step, "5")
    QTest.keyClick(step.rows_view, Key.Key_L)
    qtbot.mouseClick(step.import_button, LEFT)
    with desk.reading() as session:
        person = session.exec(select(Participant).where(Participant.family == "Santoso")).one()
        assert session.get_one(Delegation, person.delegation_id).name == "Thailand"


def test_one_choice_for_all_rows_of_a_verdict(page, qtbot, path, officer):
    step = judge(page, qtbot, path, officer)
    QTest.keyClick(step.rows_view, Key.Key_L)
    click_row(qtbot, step, "5")
    assert step.alike_button.text() == "The same for all 2 doubtful rows  (A)"
    QTest.keyClick(step.rows_view, Key.Key_A)
    assert happens(step)["6"] == "Leave out"
    assert step.waiting_label.text() == ""


# ---- the result ----
def test_the_result_is_told_and_undo_takes_all_of_it_back(page, qtbot, path, officer, desk):
    before = families(desk)
    step = judge(page, qtbot, path, officer)
    QTest.keyClick(step.rows_view, Key.Key_O)
    QTest.keyClick(step.rows_view, Key.Key_L)
    qtbot.mouseClick(step.import_button, LEFT)
    result = page.result_step
    assert result.headline_label.text() == "The registrations are imported."
    assert result.lines_label.text().splitlines()[:2] == ["1 person was added.", "1 person was changed."]
    assert [(row.number, row.verdict) for row in result._left.records] == [("6", "doubtful"), ("7", "wrong")]
    assert result.done_button.hasFocus()
    qtbot.mouseClick(result.undo_button, LEFT)
    assert families(desk) == before
    assert result.headline_label.text() == "The import was taken back."
    assert not result.undo_button.isVisible()
    qtbot.mouseClick(result.back_button, LEFT)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.rows_step, timeout=20000)
    assert happens(step)["5"] == "Same: keep ours"


# ---- in the window ----
def test_it_is_reached_by_button_and_by_key_and_leads_back(window, sample, qtbot):
    window.show_page("participants")
    people = window.stack.page("participants")
    qtbot.mouseClick(people.import_button, LEFT)
    page = window.stack.page("registration")
    assert page.isVisible()
    assert window.tabs.isVisible()
    QTest.keyClick(page.choose_button, Key.Key_Escape)
    assert people.isVisible()
    QTest.keyClick(window, Key.Key_I, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert page.isVisible()
    spot = window.tabs.tabRect(window.tabs.currentIndex()).center()
    qtbot.mouseClick(window.tabs, LEFT, pos=spot)
    assert people.isVisible(), "the tab she came from leads back"


def test_a_sheet_dropped_on_the_participants_is_imported_and_counted(window, sample, qtbot, path, desk):
    window.show_page("participants")
    people = window.stack.page("participants")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    people.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, LEFT, Modifier.NoModifier))
    page = window.stack.page("registration")
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.columns_step, timeout=20000)
    QTest.keyClick(page.columns_step.next_button, Key.Key_Space)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.rows_step, timeout=20000)
    for key in (Key.Key_B, Key.Key_T):
        QTest.keyClick(QApplication.focusWidget(), key)
    qtbot.mouseClick(page.rows_step.import_button, LEFT)
    assert window.foot.counts_label.text().startswith("44 registered")
    qtbot.mouseClick(page.result_step.done_button, LEFT)
    assert people.isVisible()
    assert "44 registered" in people.counts_label.text()
    window.undo()
    assert window.foot.counts_label.text().startswith("41 registered")
    window.show_page("registration")
    assert page.stack.currentWidget() is page.start_panel, "the next import begins anew"


def test_every_step_fits_a_small_laptop(page, qtbot, path, officer):
    steps = [read(page, qtbot, path, officer)]
    steps.append(page.rows_step)
    steps.append(page.result_step)
    for step in steps:
        page.stack.setCurrentWidget(step)
        assert page.minimumSizeHint().width() <= 1366 - 192
        assert page.minimumSizeHint().height() <= 690 - 110


def test_the_look_may_change_while_the_page_is_open(page, qtbot, path, officer, look):
    judge(page, qtbot, path, officer)
    look.apply(Qt.ColorScheme.Dark)
    look.choose_points(12)
    page.grab()
    assert page.minimumSizeHint().width() <= 1366
    look.choose_points(10)
    look.apply(Qt.ColorScheme.Light)


def test_the_tables_are_models_that_qt_accepts(page, qtbot, path, officer, qtmodeltester):
    step = judge(page, qtbot, path, officer)
    qtmodeltester.check(step.rows_view.model())
    qtmodeltester.check(step.details_view.model())
    qtmodeltester.check(page.columns_step.sample_view.model())
