"""The wording of a body through the window: reached from page and menu, typed by keys, kept, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from shiboken6 import isValid

from bali_desk.gui.wording.wording_dialog import WordingDialog
from bali_desk.store.records import read_record


@pytest.fixture
def dialog(sample, window, qtbot):
    window.show_page("statement")
    qtbot.mouseClick(window.stack.page("statement").wording_button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(WordingDialog)
    qtbot.waitUntil(dialog.isVisible)
    yield dialog
    if isValid(dialog):
        dialog.reject()


def wording(desk):
    with desk.reading() as session:
        return read_record(session, 1).wording


def retype(qtbot, edit, text):
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def test_what_is_typed_is_seen_at_once_and_kept_on_leaving_the_sentence(qtbot, dialog, desk):
    assert "held its third annual meeting" in dialog.preview_label.text()
    retype(qtbot, dialog.patterns_edit, "The {short} met {on_dates}.")
    assert dialog.preview_label.text() == "The TIPWG met on 26 May 2017."
    dialog.frames_view.setFocus()
    qtbot.keyClick(dialog.frames_view, Qt.Key.Key_Down)
    assert dialog.title_label.text() == "Opening, online"
    assert 'opening = "The {short} met {on_dates}."' in wording(desk)


def test_a_fault_stands_at_the_field_and_holds_her_at_the_sentence_until_it_is_mended(qtbot, dialog, desk):
    retype(qtbot, dialog.patterns_edit, "The {shirt} met.")
    qtbot.keyClick(dialog.frames_view, Qt.Key.Key_Down)
    assert dialog.title_label.text() == "Opening"
    assert "names {shirt}, which does not exist" in dialog.fault_label.text()
    assert not dialog.fault_label.isHidden()
    assert wording(desk) == ""
    dialog.patterns_edit.moveCursor(QTextCursor.MoveOperation.End)
    retype(qtbot, dialog.patterns_edit, "The {short} met.")
    dialog.frames_view.setFocus()
    qtbot.keyClick(dialog.frames_view, Qt.Key.Key_Down)
    assert dialog.title_label.text() == "Opening, online"
    assert dialog.fault_label.isHidden()


def test_the_shipped_sentence_comes_back_by_one_button_and_undo_brings_hers_back(qtbot, dialog, desk, window):
    shipped = dialog.patterns_edit.toPlainText()
    assert dialog.back_button.isHidden()
    retype(qtbot, dialog.patterns_edit, "The {short} met.")
    assert dialog.save()
    qtbot.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)
    assert dialog.patterns_edit.toPlainText() == shipped
    assert wording(desk) == ""
    desk.undo()
    assert dialog.patterns_edit.toPlainText() == "The {short} met."


def test_closing_keeps_what_is_typed_and_lets_the_desk_go(qtbot, dialog, desk, window):
    retype(qtbot, dialog.patterns_edit, "The {short} met.")
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert "The {short} met." in wording(desk)
    window.stack.page("statement").compose_button.click()
    with desk.reading() as session:
        assert (
            read_record(session, 1).blocks[3].text.startswith("The Bali Process Trafficking in Persons Working Group (")
        )


def test_the_menu_leads_there_and_another_house_is_one_choice_away(qtbot, sample, window, desk):
    window.wording_action.trigger()
    dialog = window.findChild(WordingDialog)
    dialog.house_box.setCurrentIndex(dialog.house_box.findData("un"))
    dialog.house_box.activated.emit(dialog.house_box.currentIndex())
    assert 'profile = "un"' in wording(desk)
    assert dialog.about_label.text().startswith("words below 10")
    assert dialog.minimumSizeHint().width() <= 1366
    assert dialog.minimumSizeHint().height() <= 690
    dialog.reject()
