"""The rules of the house style through the window, by keys: found, chosen, seen in the text, taken back."""

import tomllib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from bali_desk.gui.wording.house_dialog import HouseDialog
from bali_desk.gui.wording.wording_dialog import WordingDialog
from bali_desk.store.records import read_record

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def wording_dialog(sample, window, qtbot):
    window.show_page("statement")
    window.stack.page("statement").compose_button.click()
    window.wording_action.trigger()
    dialog = window.findChild(WordingDialog)
    qtbot.waitUntil(dialog.isVisible)
    yield dialog
    if isValid(dialog):
        dialog.reject()


@pytest.fixture
def dialog(wording_dialog, qtbot):
    with qtbot.waitActive(wording_dialog):
        wording_dialog.activateWindow()
    press(Key.Key_R, Mod.AltModifier)
    qtbot.waitUntil(lambda: wording_dialog.findChild(HouseDialog) is not None)
    dialog = wording_dialog.findChild(HouseDialog)
    qtbot.waitUntil(dialog.isVisible)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    qtbot.waitUntil(lambda: "action set out" in dialog.preview_label.text())
    yield dialog
    if isValid(dialog):
        dialog.reject()


def press(key, mod=Mod.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, mod)


def type_in(words):
    QTest.keyClicks(QApplication.focusWidget(), words)


def own(desk):
    with desk.reading() as session:
        return tomllib.loads(read_record(session, 1).wording)


def find(dialog, words):
    """To a rule by its words, without the mouse."""
    press(Key.Key_F, Mod.ControlModifier)
    dialog.find_edit.selectAll()
    type_in(words)
    press(Key.Key_Down)
    press(Key.Key_Return)


def test_enter_goes_to_the_choices_and_an_arrow_changes_the_rule_and_its_sentence(qtbot, dialog, desk, window):
    assert dialog.rules_view.hasFocus()
    press(Key.Key_Return)
    assert dialog.choices_view.hasFocus()
    press(Key.Key_Up)
    assert own(desk) == {"house": {"words_up_to": 0}}
    qtbot.waitUntil(lambda: "<b>1</b>" in dialog.preview_label.text() or ">1<" in dialog.preview_label.text())
    assert dialog.standing_label.text() == "Your own. Shipped: one, then 2"
    assert dialog.house_label.text() == "1 rule is your own"
    assert dialog.choices_view.hasFocus()
    dialog.reject()
    window.findChild(WordingDialog).reject()
    window.stack.page("statement").compose_button.click()
    with desk.reading() as session:
        assert any("completes 1 action" in block.text for block in read_record(session, 1).blocks)


def test_one_key_goes_back_to_the_shipped_choice_and_undo_brings_hers_back(qtbot, dialog, desk):
    assert dialog.back_button.isHidden()
    press(Key.Key_Return)
    press(Key.Key_End)
    assert own(desk) == {"house": {"words_up_to": 12}}
    press(Key.Key_B, Mod.AltModifier)
    qtbot.waitUntil(lambda: own(desk) == {})
    assert dialog.back_button.isHidden()
    press(Key.Key_Z, Mod.ControlModifier)
    assert own(desk) == {"house": {"words_up_to": 12}}
    assert [row.words for row in dialog._choices.records if row.chosen] == ["twelve, then 13"]
    assert dialog.choices_view.current().chosen
    press(Key.Key_A, Mod.AltModifier)
    qtbot.waitUntil(lambda: own(desk) == {})
    assert not dialog.all_back_button.isEnabled()


def test_a_spelling_is_found_by_its_word_and_what_the_checks_will_mark_is_seen(qtbot, dialog, desk, window):
    find(dialog, "organize")
    assert dialog.title_label.text() == "organise or organize"
    press(Key.Key_Down)
    assert own(desk) == {"checks": {"spellings": ["-ize"]}}
    qtbot.waitUntil(lambda: "The house writes “organizations”" in dialog.preview_label.text())
    assert dialog.example_label.text() == "The draft checks mark 1 place in this meeting’s statement:"


def test_words_are_added_changed_and_taken_out_by_keys(qtbot, dialog, desk):
    find(dialog, "does not use")
    terms = dialog.terms
    assert terms.word_edit.hasFocus()
    type_in("hospitality")
    press(Key.Key_Return)
    assert terms.instead_edit.hasFocus()
    type_in("kindness")
    press(Key.Key_Return)
    assert own(desk) == {"checks": {"terms": {"hospitality": "kindness"}}}
    assert terms.word_edit.hasFocus()
    assert terms.word_edit.text() == terms.instead_edit.text() == ""
    assert terms.terms_view.current().word == "hospitality"
    terms.terms_view.setFocus()
    press(Key.Key_Return)
    QApplication.focusWidget().selectAll()
    type_in("warmth")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: own(desk) == {"checks": {"terms": {"hospitality": "warmth"}}})
    terms.terms_view.setFocus()
    press(Key.Key_Delete)
    assert own(desk) == {}
    assert terms.terms_view.current() is not None
    terms.terms_view.choose("chairman")
    press(Key.Key_Delete)
    assert own(desk) == {"checks": {"terms": {"chairman": ""}}}
    assert terms.terms_view.current().about == "your own, shipped: chair"
    assert not terms.remove_button.isEnabled()
    press(Key.Key_S, Mod.AltModifier)
    qtbot.waitUntil(lambda: own(desk) == {})


def test_a_word_without_another_is_told_at_the_line_and_stays(qtbot, dialog, desk):
    find(dialog, "does not use")
    terms = dialog.terms
    type_in("plan")
    press(Key.Key_Tab)
    type_in("work plan")
    press(Key.Key_Return)
    assert terms.fault_label.text() == "“work plan” has “plan” in it, so the checks would mark it for ever."
    assert not terms.fault_label.isHidden()
    assert terms.instead_edit.hasFocus()
    assert (terms.word_edit.text(), terms.instead_edit.text()) == ("plan", "work plan")
    assert own(desk) == {}


def test_escape_leaves_the_find_box_first_and_then_the_dialog(qtbot, dialog):
    press(Key.Key_F, Mod.ControlModifier)
    type_in("two months")
    assert dialog.rules_view.lines.rowCount() == 2  # the words of the section, and the rule
    press(Key.Key_Escape)
    assert dialog.find_edit.text() == ""
    assert dialog.isVisible()
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())


def test_the_wording_says_that_there_are_rules_of_her_own(qtbot, dialog, wording_dialog):
    assert wording_dialog.about_label.text().startswith("figures from 2")
    press(Key.Key_Return)
    press(Key.Key_Down)
    assert wording_dialog.about_label.text() == "with rules of your own"
    press(Key.Key_Z, Mod.ControlModifier)
    assert wording_dialog.about_label.text().startswith("figures from 2")


def test_every_part_has_a_name_and_all_of_it_fits_a_small_screen(dialog):
    named = [*dialog.findChildren(QWidget, "choices_view"), *dialog.findChildren(QWidget, "terms_view")]
    named += [dialog.rules_view, dialog.find_edit, dialog.terms.word_edit, dialog.terms.instead_edit]
    assert all(one.accessibleName() for one in named)
    index = dialog.rules_view.lines.index(1, 0)
    assert index.data() == "Numbers in words up to …: one, then 2"
    assert dialog.minimumSizeHint().width() <= 1366
    assert dialog.minimumSizeHint().height() <= 690
    assert dialog.height() <= 690


def test_a_wording_that_cannot_be_read_is_told_instead_of_opening_the_rules(qtbot, wording_dialog, desk, officer):
    from bali_desk.domain.models import Wording

    with desk.change("Spoil") as session:
        session.add(Wording(body_id=1, style="bali-process", text='[house]\ncountries = "long"'))
    qtbot.mouseClick(wording_dialog.rules_button, Qt.MouseButton.LeftButton)
    assert wording_dialog.findChild(HouseDialog) is None
    assert "house.countries must be “short” or “official”" in officer.failures[-1]
