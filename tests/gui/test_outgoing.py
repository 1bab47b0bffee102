"""Export where an officer looks for it: on the pages and in the File menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def participants(sample, window):
    window.show_page("participants")
    return window.stack.page("participants")


def test_the_export_button_opens_its_menu_and_the_menu_writes(participants, officer, tmp_path):
    button, menu = participants.export_button, participants.export_menu
    button.setFocus()
    officer.path = tmp_path / "all.xlsx"
    menu.aboutToShow.connect(lambda: shown.append(True))
    shown = []
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    QTest.keyClick(menu, Qt.Key.Key_E)
    assert shown == [True]
    assert officer.said == ["41 persons written to all.xlsx."]
    assert officer.path.read_bytes().startswith(b"PK")


def test_a_delegation_is_exported_only_once_one_is_chosen_and_is_named(participants, officer, tmp_path):
    entry = participants.export_menu.delegation_to_excel
    assert not entry.isEnabled()
    view = participants.delegations_view
    key = next(one.key for one in participants._people.delegations if one.name == "Thailand")
    view.choose(("delegation", key))
    assert entry.isEnabled()
    assert entry.text() == "&Delegation “Thailand” to Excel…"
    officer.path = tmp_path / "thailand.xlsx"
    entry.trigger()
    assert officer.said == ["4 persons written to thailand.xlsx."]


def test_the_agenda_page_writes_a_calendar_file(sample, window, officer, tmp_path):
    window.show_page("agenda")
    officer.path = tmp_path / "agenda.ics"
    QTest.mouseClick(window.stack.page("agenda").calendar_button, Left)
    assert officer.said == ["Agenda written to agenda.ics."]
    assert officer.path.read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    ("name", "file"),
    [("participants_excel_action", "a.xlsx"), ("participants_csv_action", "a.csv"), ("calendar_action", "a.ics")],
)
def test_the_file_menu_writes_the_open_meeting(sample, window, officer, tmp_path, name, file):
    officer.path = tmp_path / file
    window.findChild(QAction, name).trigger()
    assert officer.path.exists()


def test_without_a_meeting_there_is_nothing_to_export(window):
    assert not window.findChild(QAction, "calendar_action").isEnabled()
