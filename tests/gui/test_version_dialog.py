"""The dialog of versions, by keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from bali_desk.gui.statement.version_dialog import VersionDialog
from bali_desk.presenters.documents.exporting import export
from bali_desk.presenters.statement.composing import compose_statement
from bali_desk.store.records import read_record

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def two_versions(desk, sample, tmp_path):
    compose_statement(desk, sample)
    export(desk, sample, "statement", tmp_path / "one.docx")
    with desk.change("Edit text") as session:
        block = read_record(session, sample).blocks[4]
        block.text, block.state = block.text.replace("welcomed reports", "noted brief reports", 1), "edited"
    export(desk, sample, "statement", tmp_path / "two.docx")


@pytest.fixture
def dialog(two_versions, window, qtbot):
    window.show_page("statement")
    page = window.stack.page("statement")
    page.versions_view.selectRow(0)
    page.versions_view.setFocus()
    QTest.keyClick(page.versions_view, Qt.Key.Key_Return)
    found = page.findChild(VersionDialog)
    assert found is not None
    return found


def marked(edit, struck):
    """The words that are struck through, or underlined."""
    found = []
    block = edit.document().begin()
    while block.isValid():
        walk = block.begin()
        while not walk.atEnd():
            form = walk.fragment().charFormat()
            if form.fontStrikeOut() if struck else form.fontUnderline():
                found.append(walk.fragment().text())
            walk += 1
        block = block.next()
    return found


def test_what_changed_is_underlined_and_struck_through_in_one_text(dialog):
    assert dialog.text_box.currentText().startswith("Version 2, draft")
    assert dialog.against_box.currentText().startswith("Version 1, draft")
    assert marked(dialog.text_edit, struck=True) == ["welcomed"]
    assert marked(dialog.text_edit, struck=False) == ["noted brief"]
    assert dialog.words_label.text() == "2 words new, 1 gone, in 1 paragraph."
    assert not dialog.before_edit.isVisible()


def test_side_by_side_each_text_reads_as_it_was(dialog):
    QTest.mouseClick(dialog.beside_chip, Left)
    assert dialog.before_edit.isVisible()
    assert "Members welcomed reports" in dialog.before_edit.toPlainText()
    assert "noted brief" not in dialog.before_edit.toPlainText()
    assert "Members noted brief reports" in dialog.text_edit.toPlainText()
    assert "welcomed reports" not in dialog.text_edit.toPlainText()


def test_another_text_is_chosen_by_keyboard(dialog):
    dialog.text_box.setFocus()
    QTest.keyClick(dialog.text_box, Qt.Key.Key_Home)
    assert dialog.text_box.currentText() == "The text today"
    assert not dialog.restore_button.isVisible()
    dialog.against_box.setFocus()
    QTest.keyClick(dialog.against_box, Qt.Key.Key_Home)
    assert (dialog.words_label.text(), marked(dialog.text_edit, struck=False)) == ("", [])


def test_a_version_is_made_the_text_again_with_one_click(dialog, desk, sample, window, officer):
    dialog.text_box.setFocus()
    QTest.keyClick(dialog.text_box, Qt.Key.Key_End)
    QTest.mouseClick(dialog.restore_button, Left)
    with desk.reading() as session:
        assert "Members welcomed reports" in read_record(session, sample).blocks[4].text
    assert officer.said[-1] == "The text of version 1 is back."
    assert desk.undo_label == "Restore version"


def test_a_version_is_written_again_where_she_says(dialog, officer, tmp_path):
    officer.path = tmp_path / "again.docx"
    QTest.mouseClick(dialog.word_button, Left)
    assert officer.path.read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_the_texts_can_be_copied_but_not_changed(dialog):
    before = dialog.text_edit.toPlainText()
    dialog.text_edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(dialog.text_edit, "x")
    assert dialog.text_edit.toPlainText() == before


def test_escape_closes_it_and_it_no_longer_listens(dialog, desk, qtbot):
    listening = len(desk._listeners)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(desk._listeners) == listening - 1


def test_a_version_has_one_window_however_it_is_clicked(two_versions, window, qtbot):
    window.show_page("statement")
    page = window.stack.page("statement")
    spot = page.versions_view.visualRect(page.versions_view.model().index(0, 0)).center()
    qtbot.mouseClick(page.versions_view.viewport(), Left, pos=spot)
    qtbot.mouseDClick(page.versions_view.viewport(), Left, pos=spot)
    qtbot.keyClick(page.versions_view, Qt.Key.Key_Return)
    (dialog,) = page.findChildren(VersionDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.findChildren(VersionDialog))
    qtbot.keyClick(page.versions_view, Qt.Key.Key_Return)
    assert len(page.findChildren(VersionDialog)) == 1


def test_undo_in_the_window_of_a_version_leaves_the_desk_alone(dialog, desk, qtbot):
    said = desk.undo_label
    for within in (dialog, dialog.text_edit, dialog.close_button):
        within.setFocus()
        QTest.keyClick(within, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(within, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert desk.undo_label == said


@pytest.fixture
def three_changes(two_versions, desk, sample):
    with desk.change("Edit text") as session:
        for place in (-1, 8):
            block = read_record(session, sample).blocks[place]
            block.text, block.state = f"{block.text} And so on.", "edited"
        session.delete(read_record(session, sample).blocks[-3])


def here(edit):
    return edit.textCursor().selectedText()


def in_sight(edit):
    return 0 <= edit.cursorRect().top() < edit.viewport().height()


def test_it_opens_at_the_first_change_and_keys_go_from_change_to_change(three_changes, dialog, qtbot):
    dialog.text_box.setFocus()
    QTest.keyClick(dialog.text_box, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: "And so on" in here(dialog.text_edit))
    first = dialog.text_edit.textCursor().position()
    for key in (Qt.Key.Key_F8, Qt.Key.Key_F8):
        QTest.keyClick(dialog, key)
        assert in_sight(dialog.text_edit)
    assert "And so on" in here(dialog.text_edit)
    assert dialog.text_edit.textCursor().position() > first
    QTest.mouseClick(dialog.next_button, Left)
    assert dialog.text_edit.textCursor().position() == first
    QTest.keyClick(dialog, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.text_edit.textCursor().position() > first


def test_side_by_side_says_which_side_is_which_and_both_stand_at_the_change(three_changes, dialog, qtbot):
    dialog.text_box.setFocus()
    QTest.keyClick(dialog.text_box, Qt.Key.Key_Home)
    QTest.mouseClick(dialog.beside_chip, Left)
    assert dialog.before_label.isVisible()
    assert dialog.before_label.text().startswith("Version 2, draft")
    assert dialog.title_label.text() == "The text today"
    qtbot.waitUntil(lambda: "And so on" in here(dialog.text_edit))
    QTest.mouseClick(dialog.next_button, Left)
    assert (here(dialog.text_edit), here(dialog.before_edit) != "") == ("", True)  # a paragraph that went
    assert in_sight(dialog.before_edit)
    assert in_sight(dialog.text_edit)
