"""Questions and messages: the box says what the button does, and nothing stops her that need not."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from bali_desk.gui.ask import WindowAsk


@pytest.fixture
def ask(qapp, settings):
    return WindowAsk(settings)


def box():
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible())


@pytest.mark.parametrize(("pressed", "answer"), [("Delete", True), ("Cancel", False)])
def test_confirm_offers_the_action_by_its_name_and_a_way_back(ask, pressed, answer):
    def press():
        next(button for button in box().buttons() if button.text().replace("&", "") == pressed).click()

    QTimer.singleShot(0, press)
    assert ask.confirm("Delete the meeting?", "Delete") is answer


def test_a_failure_is_shown_without_stopping_the_work(ask):
    ask.fail("The file could not be read.")
    assert box().text() == "The file could not be read."
    box().close()


def test_what_needs_no_answer_goes_to_the_foot(ask, qtbot):
    with qtbot.waitSignal(ask.told) as told:
        ask.tell("Meeting imported.")
    assert told.args == ["Meeting imported."]


def test_the_next_file_dialog_opens_where_the_last_one_was(ask, settings, tmp_path, monkeypatch):
    from PySide6.QtWidgets import QFileDialog

    opened = []

    def choose(_parent, _title, folder, _kinds):
        opened.append(folder)
        return str(tmp_path / "a.desk"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)  # the system's own dialog cannot be pressed here
    assert ask.open_file("Open desk", "Desks (*.desk)") == tmp_path / "a.desk"
    ask.open_file("Open desk", "Desks (*.desk)")
    assert opened[1] == str(tmp_path)


def test_the_next_file_dialog_opens_in_the_folder_that_was_chosen_last(ask, tmp_path, monkeypatch):
    from PySide6.QtWidgets import QFileDialog

    opened, answers = [], [str(tmp_path), ""]

    def choose_folder(_parent, _title, folder):
        opened.append(folder)
        return answers.pop(0)

    def choose_file(_parent, _title, path, _kinds):
        opened.append(path)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose_folder)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose_file)
    assert ask.open_folder("Folder for all documents") == tmp_path
    assert ask.open_folder("Folder for all documents") is None
    ask.save_as("All documents as one PDF", "all.pdf", "PDF (*.pdf)")
    assert opened[1:] == [str(tmp_path), str(tmp_path / "all.pdf")]
