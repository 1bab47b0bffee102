"""Bound fields: kept after a pause, left alone while she types, and faults said where they are."""

import datetime as dt

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QLineEdit, QVBoxLayout, QWidget

from bali_desk.domain.errors import DeskError
from bali_desk.gui.fields import Fields
from bali_desk.gui.widgets import GrowingEdit, WordsEdit


@pytest.fixture
def form(qtbot):
    form = QWidget()
    QVBoxLayout(form)
    qtbot.addWidget(form)
    form.show()
    return form


def put(form, editor):
    form.layout().addWidget(editor)
    editor.show()
    return editor


@pytest.fixture
def kept():
    return []


def test_typing_is_kept_once_after_a_pause(qtbot, form, kept):
    edit = put(form, QLineEdit())
    Fields().line(edit, kept.append)
    QTest.keyClicks(edit, "Bali")
    assert kept == []
    qtbot.waitUntil(lambda: kept == ["Bali"])


def test_enter_and_leaving_keep_at_once(form, kept):
    edit, other = put(form, QLineEdit()), put(form, QLineEdit())
    Fields().line(edit, kept.append)
    QTest.keyClicks(edit, "B")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert kept == ["B"]
    edit.setFocus()
    QTest.keyClicks(edit, "ali")
    other.setFocus()
    assert kept == ["B", "Bali"]


def test_what_is_not_changed_is_not_kept(form, kept):
    fields, edit = Fields(), put(form, QLineEdit("Bali"))
    fields.line(edit, kept.append)
    QTest.keyClicks(edit, "x")
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert fields.save()
    assert kept == []


def test_showing_what_stands_there_leaves_cursor_and_undo_alone(form, kept):
    fields, edit = Fields(), put(form, QLineEdit())
    field = fields.line(edit, kept.append)
    QTest.keyClicks(edit, "Bali")
    fields.save()
    edit.setCursorPosition(2)
    field.show("Bali")
    assert edit.cursorPosition() == 2
    assert edit.isUndoAvailable()


def test_a_change_from_elsewhere_does_not_overwrite_what_she_is_typing(form, kept):
    fields, edit = Fields(), put(form, QLineEdit("Bali"))
    field = fields.line(edit, kept.append)
    QTest.keyClicks(edit, "!")
    field.show("Jakarta")
    assert edit.text() == "Bali!"
    fields.save()
    assert kept == ["Bali!"]


def test_a_fault_is_said_at_the_field_until_it_is_mended(form):
    def keep(text):
        if text != "3":
            raise DeskError("Write a number.")

    fields, edit, label = Fields(), put(form, QLineEdit("3")), put(form, QLabel())
    fields.line(edit, keep, label)
    edit.setText("three")
    assert not fields.save()
    assert (label.text(), label.isVisible(), edit.property("fault")) == ("Write a number.", True, "error")
    assert edit.accessibleDescription() == "Write a number."
    edit.setText("3")
    assert fields.save()
    assert (label.isVisible(), edit.property("fault")) == (False, "")


def test_dropping_shows_what_is_kept_again(form):
    def refuse(_text):
        raise DeskError("No.")

    fields, edit = Fields(), put(form, QLineEdit("3"))
    fields.line(edit, refuse)
    edit.setText("three")
    fields.save()
    fields.drop()
    assert edit.text() == "3"


def test_a_date_and_a_choice_are_kept(form, kept):
    fields = Fields()
    date, box = put(form, QDateEdit(QDate(2017, 5, 26))), put(form, QComboBox())
    box.addItem("In person", "in person")
    box.addItem("Hybrid", "hybrid")
    fields.date(date, kept.append)
    fields.choice(box, kept.append, by_data=True)
    date.setDate(QDate(2017, 5, 27))
    QTest.keyClick(box, Qt.Key.Key_Down)
    fields.save()
    assert kept == ["hybrid", dt.date(2017, 5, 27)] or kept == [dt.date(2017, 5, 27), "hybrid"]


def test_a_choice_never_loses_a_word_it_does_not_know(form, kept):
    box = put(form, QComboBox())
    box.addItem("Hybrid", "hybrid")
    Fields().choice(box, kept.append, by_data=True).show("by telephone")
    assert box.currentText() == "by telephone"


def test_a_text_grows_with_its_lines_up_to_its_most(form):
    edit = put(form, GrowingEdit())
    edit.set_lines(1, 4)
    heights = []
    for count in (1, 2, 4, 8):
        edit.setPlainText("\n".join(["a line"] * count))
        heights.append(edit.sizeHint().height())
    assert heights == [*sorted(set(heights[:3])), heights[2]]


def test_enter_in_words_keeps_them_and_breaks_no_line(form, kept):
    edit = put(form, WordsEdit())
    Fields().text(edit, kept.append)
    QTest.keyClicks(edit, "Segara Hall")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert kept == ["Segara Hall"]
