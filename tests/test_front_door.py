"""The window opens at once, on the desk that was asked for, and says why where it cannot."""

import subprocess
import sys

import pytest

from bali_desk.__main__ import main
from bali_desk.front_door import FrontDoor
from bali_desk.gui.settings import Settings
from bali_desk.presenters.meetings.sample import write_sample
from bali_desk.store.glance import glance

AT_FIRST_PAINT = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow) and not self.painted:
            self.painted = True
            print("loaded:", *sorted({name.split(".")[0] for name in sys.modules}))
            print("listed:", watched.meetings_list.meetings())
        if event.type() == QEvent.Type.WindowTitleChange and watched.isWindow() and "TIPWG" in watched.windowTitle():
            print("title:", watched.windowTitle())
            QTimer.singleShot(0, QApplication.quit)
        return False
app = QApplication([])
watch = Watch()
watch.painted = False
app.installEventFilter(watch)
from bali_desk.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
HEAVY = {
    "alembic", "docx", "jinja2", "jsonschema", "lxml", "PIL", "pikepdf", "pypdfium2", "qtawesome", "reportlab",
    "sqlalchemy", "sqlmodel", "uharfbuzz",
}  # fmt: skip


@pytest.fixture
def sample(tmp_path):
    write_sample(tmp_path / "sample.desk")
    return tmp_path / "sample.desk"


@pytest.fixture
def door(qtbot, tmp_path, monkeypatch):
    door = FrontDoor(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(door.window)
    door.failures = []
    monkeypatch.setattr(door.ask, "fail", door.failures.append)
    yield door
    door.close()
    door.jobs.close()


def test_the_list_is_painted_before_any_heavy_library_is_loaded_and_the_meeting_follows(sample, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    run = subprocess.run(
        [sys.executable, "-c", AT_FIRST_PAINT, str(sample)], capture_output=True, text=True, timeout=120, check=True
    )
    said = dict(line.split(": ", 1) for line in run.stdout.splitlines())
    assert not set(said["loaded"].split()) & HEAVY
    assert said["listed"] == "[1]"
    assert said["title"].startswith("TIPWG third annual meeting")


def test_the_window_goes_to_work_once_it_is_painted(qtbot, door, sample):
    door.paint(sample, then=lambda: door.open(sample))
    qtbot.waitUntil(lambda: door.window.undo_action.text() != "" and door.window.new_meeting_action.isEnabled())
    assert door.window.title_label.text().startswith("TIPWG")
    assert not door.window.add_button.icon().isNull()


def test_a_desk_that_cannot_be_opened_is_told_and_the_window_stays(qtbot, door, tmp_path):
    broken = tmp_path / "broken.desk"
    broken.write_text("hello")
    assert not door.open(broken)
    assert door.failures == ["“broken.desk” is not a Bali Desk file."]
    assert not door.window.new_meeting_action.isEnabled()


def test_another_desk_takes_the_place_of_the_first_which_is_free_again(qtbot, door, sample, tmp_path, monkeypatch):
    assert door.open(tmp_path / "first.desk")
    monkeypatch.setattr(door.ask, "open_file", lambda title, kinds: sample)
    door.window.desk_wanted.emit()
    assert door.window.title_label.text().startswith("TIPWG")
    other = FrontDoor(Settings(tmp_path / "other.ini"))
    qtbot.addWidget(other.window)
    assert other.open(tmp_path / "first.desk")
    other.close()
    other.jobs.close()


def test_the_sample_is_written_where_there_is_none_and_kept_where_there_is(door, tmp_path):
    path = tmp_path / "copy.desk"
    assert door.open(path, sample=True, hers=False)
    assert door.window.windowTitle().endswith("Bali Desk - the sample’s desk")
    assert door._settings.desk is None
    with door._desk.change("Rename") as session:
        from bali_desk.domain.models import Meeting

        session.get_one(Meeting, 1).city = "Kuta"
    door.close()
    assert door.open(path, sample=True)
    assert "Kuta" in door.window.where_label.text()


def test_the_sample_goes_into_the_desk_that_is_named_before_it(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    command = [sys.executable, "-c", AT_FIRST_PAINT, str(tmp_path / "mine.desk"), "--sample"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert "title: TIPWG third annual meeting - Bali Desk\n" in run.stdout
    assert [meeting.body for meeting in glance(tmp_path / "mine.desk")] == ["TIPWG"]
    assert not list((tmp_path / "data").rglob("*.desk"))


def test_the_sample_is_refused_where_the_named_desk_holds_meetings_already(sample, capsys):
    before = sample.read_bytes()
    assert main([str(sample), "--sample"]) == 1
    said = capsys.readouterr().err
    assert said == f"“{sample}” holds meetings already: name a new file for the sample.\n"
    assert sample.read_bytes() == before


@pytest.mark.parametrize("place", [(3000, 2000), (-900, -700), (100, 100)])
def test_a_window_that_stood_on_a_larger_screen_comes_onto_this_one(qtbot, tmp_path, place):
    settings = Settings(tmp_path / "settings.ini")
    before = FrontDoor(settings)
    qtbot.addWidget(before.window)
    before.window.setGeometry(*place, 1500, 1200)
    settings.geometry = before.window.saveGeometry()
    before.jobs.close()
    door = FrontDoor(settings)
    qtbot.addWidget(door.window)
    door.paint(tmp_path / "none.desk", then=lambda: None)
    assert door.window.screen().availableGeometry().contains(door.window.geometry())
    door.jobs.close()
