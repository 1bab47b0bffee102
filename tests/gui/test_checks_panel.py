"""The Checks panel in the window: gone through, mended and let stand by key, counted at the foot."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from bali_desk.domain.models import Block
from bali_desk.drafting.markup import plain
from bali_desk.store.records import read_record

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
Left = Qt.MouseButton.LeftButton


def slip(desk, old, new):
    with desk.change("Slip") as session:
        block = next(one for one in read_record(session, 1).blocks if old in plain(one.text))
        block.text, block.state = block.text.replace(old, new, 1), "edited"
    return block.id


@pytest.fixture
def page(window, sample, desk):
    window.show_page("statement")
    page = window.stack.page("statement")
    page.first_compose_button.click()
    return page


def wait_for(qtbot, page, *quotes):
    def shown():
        lines = page.hand.checks.findings.lines.records
        assert sorted(line.quote for line in lines if hasattr(line, "quote")) == sorted(quotes)

    qtbot.waitUntil(shown, timeout=20000)


def waves(edit):
    return [
        one.cursor.selectedText()
        for one in edit.extraSelections()
        if one.format.underlineStyle() == one.format.UnderlineStyle.WaveUnderline
    ]


def test_f4_goes_from_finding_to_finding_and_a_key_mends_it(qtbot, page, desk):
    first = slip(desk, "38 participants", "39 participants")
    second = slip(desk, "reports on", "reports on on")
    wait_for(qtbot, page, "39 participants", "on on")
    assert page.checks_chip.text() == "Checks · 2"
    qtbot.keyClick(page, Key.Key_F4)
    assert page.checks_chip.isChecked()
    assert page.paper.edit_of(first).textCursor().selectedText() == "39 participants"
    qtbot.keyClick(page, Key.Key_F4)
    edit = page.paper.edit_of(second)
    assert edit.textCursor().selectedText() == "on on"
    assert waves(edit) == ["on on"]
    qtbot.keyClick(page, Key.Key_Period, Control)
    assert "reports on the" in edit.toPlainText()
    wait_for(qtbot, page, "39 participants")
    assert waves(edit) == []
    qtbot.keyClick(page, Key.Key_F4)
    assert page.paper.edit_of(first).textCursor().selectedText() == "39 participants"


def test_what_is_marked_moves_along_while_she_types_before_it_and_is_no_part_of_the_text(qtbot, page, desk):
    block = slip(desk, "reports on", "reports on on")
    wait_for(qtbot, page, "on on")
    edit = page.paper.edit_of(block)
    page.paper.put_cursor(block, 0)
    qtbot.keyClicks(edit, "Xx ")
    assert waves(edit) == ["on on"]
    page.save()
    with desk.reading() as session:
        assert session.get_one(Block, block).text.startswith("Xx Members welcomed reports on on the")


def test_an_error_is_let_stand_with_its_reason_and_counts_again_by_a_button(qtbot, page, desk):
    slip(desk, "38 participants", "39 participants")
    wait_for(qtbot, page, "39 participants")
    qtbot.keyClick(page, Key.Key_F4)
    page.hand.checks.reason_edit.setFocus()
    qtbot.keyClicks(page.hand.checks.reason_edit, "One came late.")
    qtbot.keyClick(page.hand.checks.reason_edit, Key.Key_Return)
    wait_for(qtbot, page)
    assert page.hand.checks.words_label.text() == "The checks find nothing to see to."
    assert page.hand.checks.kept_combo.currentText().endswith("“39 participants” (One came late.)")
    qtbot.mouseClick(page.hand.checks.again_button, Left)
    wait_for(qtbot, page, "39 participants")


def test_notes_on_style_are_shown_when_she_asks(qtbot, page, desk):
    slip(desk, "26 May 2017 in", "26th May 2017 in")
    button = page.hand.checks.notes_button
    qtbot.waitUntil(lambda: not button.isHidden(), timeout=20000)
    wait_for(qtbot, page)
    assert page.checks_chip.text() == "Checks"
    page.checks_chip.click()
    assert button.text() == "Show 1 note on style"
    button.click()
    wait_for(qtbot, page, "26th May 2017")
    button.click()
    wait_for(qtbot, page)


def test_the_help_of_a_check_is_one_click_away(qtbot, page, desk):
    slip(desk, "38 participants", "39 participants")
    wait_for(qtbot, page, "39 participants")
    qtbot.keyClick(page, Key.Key_F4)
    page.hand.checks.help_button.click()
    assert page.hand.checks.help_label.isVisible()
    assert "Wrong: " in page.hand.checks.help_label.text()


def test_enter_in_the_list_goes_on_in_the_text(qtbot, page, desk):
    block = slip(desk, "38 participants", "39 participants")
    wait_for(qtbot, page, "39 participants")
    page.checks_chip.click()
    page.hand.checks.findings.setFocus()
    qtbot.keyClick(page.hand.checks.findings, Key.Key_Down)
    qtbot.keyClick(page.hand.checks.findings, Key.Key_Return)
    edit = page.paper.edit_of(block)
    assert page.focusWidget() is edit
    assert isinstance(edit, QTextEdit)


def test_the_foot_and_the_overview_tell_how_many_errors_there_are_and_lead_there(qtbot, window, page, desk):
    slip(desk, "38 participants", "39 participants")
    foot = window.foot.findings_button
    qtbot.waitUntil(lambda: foot.text() == "1 error", timeout=20000)
    window.show_page("overview")
    overview = window.stack.page("overview")
    words = "1 error found by the checks"
    qtbot.waitUntil(lambda: any(words in row.missing_label.text() for row in overview._steps), timeout=20000)
    qtbot.mouseClick(foot, Left)
    assert page.checks_chip.isChecked()
    assert page.isVisible()
