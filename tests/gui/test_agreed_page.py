"""The page Agreed language and the panel beside the statement, by mouse, keys and dropping, in the real window."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit

from bali_desk.presenters.statement.rich_text import plain

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
TEXT = (
    "Co-Chairs’ Statement\n\nTIPWG, Bangkok, 2–3 May 2016\n\nUpdates\n\n"
    "Members welcomed reports on the Taskforce, held in Colombo.\n\nMembers agreed to meet again.\n"
)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "earlier"
    folder.mkdir()
    (folder / "second.txt").write_text(TEXT, encoding="utf-8")
    (folder / "first.txt").write_text("Summary\n\nTIPWG, May 2015\n\nMembers noted it.\n", encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"x")
    return folder


@pytest.fixture
def page(qtbot, sample, window):
    qtbot.mouseClick(window.rail.buttons["agreed"], Left)
    return window.stack.page("agreed")


def drop(page, folder):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    some = Qt.DropAction.CopyAction, data, Left, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(50, 50), *some))


@pytest.fixture
def filled(qtbot, page, folder, jobs):
    drop(page, folder)
    qtbot.waitUntil(lambda: not jobs.busy and page.texts_view.model().rowCount() == 2)
    return page


def cells(view):
    model = view.model()
    columns, rows = range(model.columnCount()), range(model.rowCount())
    return [[model.index(row, column).data() for column in columns] for row in rows]


def test_the_page_stands_below_the_list_of_meetings_and_says_what_to_do(window, page):
    assert window.pages.currentWidget() is page
    assert page.lists.currentWidget().isAncestorOf(page.first_button)
    assert not page.reading_side.isVisible()


def test_a_dropped_folder_is_read_in_and_what_cannot_be_read_is_said(qtbot, desk, filled):
    assert cells(filled.texts_view) == [
        ["2 May 2016", "TIPWG", "Co-Chairs’ Statement", "5"],
        ["May 2015", "TIPWG", "Summary", "3"],
    ]
    assert filled.unread_label.text() == "“broken.pdf” is damaged or no PDF."
    qtbot.mouseClick(filled.seen_button, Left)
    assert not filled.unread_box.isVisible()
    desk.undo()
    assert cells(filled.texts_view) == []


def test_files_and_folders_are_read_in_by_button(qtbot, page, officer, folder, jobs):
    officer.folder = folder
    officer.files = [folder / "first.txt"]
    qtbot.mouseClick(page.files_button, Left)
    qtbot.waitUntil(lambda: page.texts_view.model().rowCount() == 1)
    qtbot.mouseClick(page.folder_button, Left)
    qtbot.waitUntil(lambda: page.texts_view.model().rowCount() == 2)
    assert officer.said[-1] == "1 statement read in, 1 was there already, 1 file could not be read."


def test_a_cell_is_put_right_in_place_and_a_wrong_date_is_told(qtbot, filled, officer):
    view = filled.texts_view
    for words, column in (("14 May 2015", 0), ("SOM", 1), ("soon", 0)):
        view.setCurrentIndex(view.model().index(1, column))
        view.edit(view.currentIndex())
        editor = view.findChild(QLineEdit)
        editor.setText(words)
        qtbot.keyClick(editor, Key.Key_Return)
        qtbot.waitUntil(lambda: view.findChild(QLineEdit) is None)
    assert cells(view)[1][:2] == ["14 May 2015", "SOM"]
    assert officer.failures[-1].startswith("“soon” is not a date")


def test_a_statement_is_read_beside_the_list_and_deleted_by_key(qtbot, filled):
    filled.texts_view.setFocus()
    filled.texts_view.selectRow(0)
    assert "Members agreed to meet again." in filled.reading_edit.toPlainText()
    qtbot.keyClick(filled.texts_view, Key.Key_Delete)
    assert [row[2] for row in cells(filled.texts_view)] == ["Summary"]


def test_delete_elsewhere_on_the_page_takes_no_statement_away(qtbot, filled):
    filled.texts_view.selectRow(0)
    filled.folder_button.setFocus()
    qtbot.keyClick(filled.folder_button, Key.Key_Delete)
    assert len(cells(filled.texts_view)) == 2


def test_what_she_types_is_found_and_read_with_its_words_marked(qtbot, filled, jobs):
    filled.search_edit.setFocus()
    qtbot.keyClicks(filled.search_edit, "members welc")
    qtbot.waitUntil(lambda: filled.found_view.isVisible() and not jobs.busy)
    found = [index.data() for index in map(lambda row: filled.found_view.model().index(row, 0), range(9))]
    statement = next(row for row, text in enumerate(found) if text and "held in Colombo." in text)
    filled.found_view.setCurrentIndex(filled.found_view.model().index(statement, 0))
    block = filled.reading_edit.document().find("welcomed").charFormat()
    assert block.fontWeight() > 500
    assert filled.reading_label.text() == "TIPWG · 2 May 2016 · second.txt"
    qtbot.keyClick(filled.search_edit, Key.Key_Escape)
    qtbot.waitUntil(filled.texts_view.isVisible)


def test_a_search_without_a_hit_says_so(qtbot, filled, jobs):
    filled.search_edit.setText("zeppelin")
    qtbot.waitUntil(lambda: "zeppelin" in filled.found_label.text() and not jobs.busy)


def test_a_tab_or_a_meeting_leads_back(qtbot, window, filled):
    window.show_page("agenda")
    assert window.pages.currentWidget() is not filled
    assert window.tabs_holder.isVisible()


@pytest.mark.parametrize("points", [10, 12])
def test_the_page_fits_a_small_laptop(look, filled, points):
    look.choose_points(points)
    try:
        hint = filled.minimumSizeHint()
        assert (hint.width() <= 1366, hint.height() <= 690) == (True, True)
    finally:
        look.choose_points(10)


# ---- beside the statement ----
@pytest.fixture
def statement(qtbot, filled, window, jobs):
    window.show_page("statement")
    page = window.stack.page("statement")
    qtbot.mouseClick(page.first_compose_button, Left)
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20000)
    return page


def in_hand(page, words):
    block = next(row for row in page._presenter._record.blocks if words in row.text)
    page.put_cursor(block.id, 0)
    return block.id


def suggested(page):
    return str(page.hand.agreed.found_view.model().index(0, 0).data())


def texts(page):
    return [one.text for one in page._presenter._record.blocks]


def test_suggestions_come_unasked_and_their_number_stands_on_the_chip(qtbot, statement, jobs):
    in_hand(statement, "Taskforce")
    qtbot.waitUntil(lambda: "held in Colombo." in suggested(statement))
    assert statement.agreed_chip.text() == "Agreed · 1"
    assert not statement.hand.agreed.isVisible(), "she did not ask for the panel"
    qtbot.mouseClick(statement.agreed_chip, Left)
    assert statement.hand.agreed.isVisible()
    assert not statement.paper_stack.geometry().intersects(statement.hand_panel.geometry())


def test_insert_puts_the_passage_after_the_paragraph_and_the_cursor_into_it(qtbot, statement, jobs, desk):
    block_id = in_hand(statement, "Taskforce")
    qtbot.waitUntil(lambda: "held in Colombo." in suggested(statement))
    qtbot.mouseClick(statement.agreed_chip, Left)
    qtbot.mouseClick(statement.hand.agreed.insert_button, Left)
    blocks = statement._presenter._record.blocks
    place = [one.id for one in blocks].index(block_id)
    assert blocks[place + 1].text == "Members welcomed reports on the Taskforce, held in Colombo."
    assert statement._block_id() == blocks[place + 1].id
    qtbot.waitUntil(lambda: "2 May 2016" in statement.hand.agreed.origin_label.text())
    desk.undo()
    assert blocks[place + 1].text not in texts(statement)


def test_the_panel_is_worked_by_keys_alone(qtbot, statement, jobs):
    in_hand(statement, "Taskforce")
    edit = statement.paper.edit_of(statement._block_id())
    qtbot.keyClick(edit, Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert statement.hand.agreed.search_edit.hasFocus()
    qtbot.keyClicks(statement.hand.agreed.search_edit, "agreed to meet")
    qtbot.keyClick(statement.hand.agreed.search_edit, Key.Key_Return)
    qtbot.waitUntil(
        lambda: "again" in str(statement.hand.agreed.found_view.model().index(0, 0).data()) and not jobs.busy
    )
    assert statement.hand.agreed.found_view.hasFocus()
    qtbot.keyClick(statement.hand.agreed.found_view, Key.Key_Return)
    assert "Members agreed to meet again." in texts(statement)


def test_typing_brings_new_suggestions(qtbot, statement, jobs):
    in_hand(statement, "Taskforce")
    qtbot.mouseClick(statement.insert_button, Left)
    edit = statement.paper.edit_of(statement._block_id())
    qtbot.keyClicks(edit, "Members agreed to meet soon again")
    qtbot.waitUntil(lambda: "agreed to meet" in str(statement.hand.agreed.found_view.model().index(0, 0).data()))
    assert plain(edit.runs()).endswith("again")


def test_f11_folds_the_panel_away_and_the_statement_fits_a_small_laptop(qtbot, statement):
    qtbot.mouseClick(statement.agreed_chip, Left)
    hint = statement.minimumSizeHint()
    assert (hint.width() <= 1366, hint.height() <= 690) == (True, True)
    edit = statement.paper.edit_of(in_hand(statement, "Taskforce"))
    qtbot.keyClick(edit, Key.Key_F11)
    assert not statement.hand.agreed.isVisible()
