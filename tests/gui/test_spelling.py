"""Doubtful words on the paper: marked, mended from their menu, learnt, and never part of the text."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from bali_desk.domain.models import Block
from bali_desk.gui.statement.runs import own_place
from bali_desk.presenters.statement.rich_text import Run
from bali_desk.store.dictionary import read_words
from bali_desk.store.records import read_record

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
Wave = QTextCharFormat.UnderlineStyle.WaveUnderline


@pytest.fixture
def page(qtbot, window, sample, desk):
    window.show_page("statement")
    page = window.stack.page("statement")
    page._compose()
    with qtbot.waitExposed(window):
        window.activateWindow()
    qtbot.waitUntil(lambda: page.paper.spelling.presenter._speller is not None, timeout=5000)
    return page


def blocks(desk):
    with desk.reading() as session:
        return read_record(session, 1).blocks


def write(qtbot, page, desk, text, place=3):
    """The paragraph at this place of the text says this now; its edit."""
    with desk.change("Edit") as session:
        block = read_record(session, 1).blocks[place]
        block.text = text
    edit = page.paper.edit_of(block.id)
    qtbot.waitUntil(lambda: edit.toPlainText() == text.replace("*", ""))
    qtbot.wait(1)  # the waves come once the page stands
    return block.id, edit


def marked(edit):
    """The words with a wave, as they are drawn."""
    text, block = edit.toPlainText(), edit.document().firstBlock()
    waves = [one for one in block.layout().formats() if one.format.underlineStyle() == Wave]
    return [text[own_place(text, one.start) : own_place(text, one.start + one.length)] for one in waves]


def ink(edit):
    """The colour of the first wave."""
    formats = edit.document().firstBlock().layout().formats()
    return formats[0].format.underlineColor().name()


def open_menu(edit, place):
    """The menu at a place of the text, as the menu key opens it."""
    cursor = edit.textCursor()
    cursor.setPosition(place)
    edit.setTextCursor(cursor)
    spot = edit.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, edit.mapToGlobal(spot))
    QApplication.sendEvent(edit, event)
    return next(menu for menu in edit.findChildren(QMenu) if menu.isVisible())


def choose(menu, words):
    """Press Enter on an entry."""
    (action,) = [one for one in menu.actions() if one.text() == words]
    menu.setActiveAction(action)
    menu.activateWindow()
    QTest.keyClick(menu, Key.Key_Return)


def entries(menu):
    return [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]


def test_a_composed_text_has_no_mark(page, desk):
    edits = [page.paper.edit_of(block.id) for block in blocks(desk)]
    assert len(edits) > 5
    assert not any(marked(edit) for edit in edits)


def test_slips_are_marked_and_bold_and_italic_stay(qtbot, page, desk):
    block, edit = write(qtbot, page, desk, "Memebrs *agred* to the **goverment’s** plan")
    assert marked(edit) == ["Memebrs", "agred", "goverment’s"]
    assert edit.runs() == (
        Run("Memebrs "), Run("agred", italic=True), Run(" to the "), Run("goverment’s", bold=True), Run(" plan"),
    )  # fmt: skip
    assert next(one.text for one in blocks(desk) if one.id == block) == "Memebrs *agred* to the **goverment’s** plan"


def test_marks_are_not_taken_for_typing_and_change_nothing_of_the_record(qtbot, page, desk):
    write(qtbot, page, desk, "Memebrs agred")
    label, stored = desk.undo_label, [(one.text, one.state, one.version) for one in blocks(desk)]
    assert not any(page.paper.edit_of(block.id).typed_in for block in blocks(desk))
    page.paper.spelling.show_doubts()
    page.save()
    assert desk.undo_label == label
    assert [(one.text, one.state, one.version) for one in blocks(desk)] == stored


def test_the_word_she_is_typing_is_marked_only_when_she_is_past_it(qtbot, page, desk):
    block, edit = write(qtbot, page, desk, "Members agreed")
    page.paper.put_cursor(block, -1)
    qtbot.keyClicks(edit, " to goverment")
    assert marked(edit) == []
    qtbot.keyClicks(edit, " ")
    assert marked(edit) == ["goverment"]
    qtbot.keyClicks(edit, "agan")
    assert marked(edit) == ["goverment"]
    qtbot.keyClick(edit, Key.Key_Home)
    assert marked(edit) == ["goverment", "agan"]


def test_whoever_leaves_the_block_is_past_the_word(qtbot, page, desk):
    block, edit = write(qtbot, page, desk, "Members agreed")
    page.paper.put_cursor(block, -1)
    qtbot.keyClicks(edit, " agan")
    page.compose_button.setFocus()
    assert marked(edit) == ["agan"]


def test_the_marks_come_again_in_the_ink_of_another_look(qtbot, page, desk, look):
    _block, edit = write(qtbot, page, desk, "Members agred")
    inks = set()
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        look.apply(scheme)
        qtbot.wait(1)
        assert marked(edit) == ["agred"]
        inks.add(ink(edit))
    assert len(inks) == 2


def test_a_suggestion_takes_the_place_of_the_word_in_its_cut_as_one_step(qtbot, page, desk):
    block, edit = write(qtbot, page, desk, "They *agred* to 𠮷 teh plan")
    menu = open_menu(edit, 7)
    assert entries(menu)[0] == "agreed"
    assert entries(menu)[-5:] == ["Cu&t", "&Copy", "&Paste", "Delete", "Select All"]
    assert "&Undo" not in entries(menu)
    choose(menu, "agreed")
    assert next(one.text for one in blocks(desk) if one.id == block) == "They *agreed* to 𠮷 teh plan"
    assert marked(edit) == ["teh"]
    qtbot.keyClick(edit, Key.Key_Z, Control)
    assert next(one.text for one in blocks(desk) if one.id == block) == "They *agred* to 𠮷 teh plan"
    qtbot.waitUntil(lambda: marked(edit) == ["agred", "teh"])


def test_a_right_click_opens_the_menu_of_the_word_under_the_pointer(qtbot, page, desk):
    block, edit = write(qtbot, page, desk, "They agreed to teh plan")
    page.paper.put_cursor(block, 0)
    cursor = edit.textCursor()
    cursor.setPosition(16)
    spot = edit.cursorRect(cursor).center() + QPoint(2, 0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, edit.viewport().mapToGlobal(spot))
    QApplication.sendEvent(edit.viewport(), event)
    menu = next(menu for menu in edit.findChildren(QMenu) if menu.isVisible())
    assert entries(menu)[0] == "the"
    assert len(entries(menu)) <= 6 + 2 + 5
    menu.close()


def test_a_word_that_is_right_has_the_usual_menu(qtbot, page, desk):
    _block, edit = write(qtbot, page, desk, "They agreed")
    menu = open_menu(edit, 6)
    assert entries(menu) == ["Cu&t", "&Copy", "&Paste", "Delete", "Select All"]
    menu.close()


def test_a_word_like_no_other_says_so(qtbot, page, desk):
    _block, edit = write(qtbot, page, desk, "They xqzjvwk")
    menu = open_menu(edit, 8)
    assert entries(menu)[:2] == ["No word is like it", "Add to the house’s dictionary"]
    menu.close()


def test_a_word_added_is_unmarked_everywhere_undo_brings_the_marks_back_and_it_is_taken_out_again(qtbot, page, desk):
    _one, first = write(qtbot, page, desk, "the genomix", 3)
    _two, second = write(qtbot, page, desk, "our genomix plan", 4)
    assert marked(first) == marked(second) == ["genomix"]
    choose(open_menu(first, 6), "Add to the house’s dictionary")
    assert marked(first) == marked(second) == []
    assert desk.undo_label == "Add to dictionary"
    desk.undo()
    assert marked(first) == marked(second) == ["genomix"]
    desk.redo()
    choose(open_menu(second, 6), "Take “genomix” out of the house’s dictionary")
    assert marked(first) == marked(second) == ["genomix"]
    with desk.reading() as session:
        assert read_words(session) == set()


def test_f7_selects_one_doubtful_word_after_the_other_and_begins_again(qtbot, page, desk):
    one, first = write(qtbot, page, desk, "Members agred to teh plan", 3)
    _two, second = write(qtbot, page, desk, "the goverment", 5)
    page.paper.put_cursor(one, 0)
    found = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_F7)
        edit = QApplication.focusWidget()
        found.append((edit is second, edit.textCursor().selectedText()))
    assert found == [(False, "agred"), (False, "teh"), (True, "goverment"), (False, "agred")]
    qtbot.keyClicks(first, "agreed")
    page.save()
    assert next(row.text for row in blocks(desk) if row.id == one) == "Members agreed to teh plan"


def test_f7_looks_at_what_was_typed_just_now_and_says_when_there_is_nothing(qtbot, page, desk, officer):
    block, edit = write(qtbot, page, desk, "Members agreed")
    page.paper.put_cursor(block, -1)
    qtbot.keyClicks(edit, " agan")
    qtbot.keyClick(edit, Key.Key_F7)
    assert edit.textCursor().selectedText() == "agan"
    qtbot.keyClicks(edit, "again")
    qtbot.keyClick(edit, Key.Key_F7)
    assert officer.said[-1] == "No word is doubtful."


def test_a_block_that_undo_brings_back_is_marked_again(qtbot, page, desk):
    block, _edit = write(qtbot, page, desk, "Members agred")
    with desk.change("Delete") as session:
        session.delete(session.get_one(Block, block))
    assert page.paper.edit_of(block) is None
    desk.undo()
    qtbot.waitUntil(lambda: marked(page.paper.edit_of(block)) == ["agred"])
    page.paper.spelling.show_doubts()  # the one that went is not asked
