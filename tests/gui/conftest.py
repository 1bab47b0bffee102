"""A real desk, a real window on it, and an officer who answers what she is asked."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bali_desk.gui.ask import WindowAsk
from bali_desk.gui.jobs import Jobs
from bali_desk.gui.look import Look
from bali_desk.gui.main_window import MainWindow
from bali_desk.gui.settings import Settings
from bali_desk.presenters.meetings.sample import SAMPLE
from bali_desk.presenters.workshop import Workshop
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record


class Officer(WindowAsk):
    """Answers by herself instead of through boxes, and remembers what she was asked and told."""

    def __init__(self, settings):
        super().__init__(settings)
        self.asked, self.failures, self.said, self.answer, self.path = [], [], [], True, None
        self.files, self.folder = [], None
        self.told.connect(self.said.append)

    def confirm(self, question, action):
        self.asked.append(question)
        return self.answer

    def fail(self, message):
        self.failures.append(message)

    def open_file(self, title, kinds):
        return self.path

    def open_files(self, title, kinds):
        return self.files

    def open_folder(self, title):
        return self.folder

    def save_as(self, title, name, kinds):
        return self.path


@pytest.fixture(scope="session")
def look(qapp):
    return Look(qapp)


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp):
    """Widgets closed at the end of a test go with it: no loop runs between tests that would let them go.

    So does what was copied: without a screen Qt keeps it until Python is gone, and then stumbles over it.
    """
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.clipboard().clear()


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def officer(settings):
    return Officer(settings)


@pytest.fixture
def jobs():
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def desk(tmp_path: Path):
    desk = Desk(tmp_path / "bali.desk")
    yield desk
    desk.close()


@pytest.fixture
def sample(desk):
    """The sample meeting, as its file has it; its id."""
    from bali_desk.exchange.importing import take_in

    with desk.change("Import meeting") as session:
        return take_in(session, SAMPLE.read_bytes()).meeting


@pytest.fixture
def workshop(desk, officer, jobs):
    return Workshop(desk, officer, jobs)


@pytest.fixture
def window(qtbot, qapp, look, settings, officer, jobs, workshop):
    """The window at work on the desk; ask for `sample` before it to have a meeting open."""
    window = MainWindow(look, settings, officer, jobs)
    window.resize(1366, 768)
    window.show()
    window.attach(workshop)
    yield window
    window.detach()
    window.close()
    window.deleteLater()
    qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete)  # or each later look would dress it again


class Sitting:
    """One opening of the window on one desk, with the hands of an officer."""

    def __init__(self, qtbot, look, settings, officer, jobs, path):
        self.qtbot, self.officer = qtbot, officer
        self.desk = Desk(path)
        self.window = MainWindow(look, settings, officer, jobs)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.attach(Workshop(self.desk, officer, jobs))
        self.come_back()

    def come_back(self):
        """The window has the keyboard again, as a desktop gives it back when a dialog or a menu closes."""
        self.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
        with self.qtbot.waitActive(self.window):
            self.window.activateWindow()

    def page(self, number, name):
        QTest.keyClick(self.window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        page = self.window.stack.page(name)
        self.qtbot.waitUntil(page.isVisible)
        return page

    def click(self, button):
        assert button.isVisible()
        assert button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, words, *keys):
        """Into whatever has the focus, as a keyboard does."""
        QTest.keyClicks(QApplication.focusWidget(), words)
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)

    def fill(self, edit, words):
        edit.setFocus()
        edit.selectAll()
        QTest.keyClicks(edit, words)

    def record(self):
        with self.desk.reading() as session:
            return read_record(session, 1)

    def close(self):
        self.window.close()
        self.window.detach()
        self.desk.close()


@pytest.fixture
def sit(qtbot, look, settings, officer, jobs, tmp_path):
    sittings = []

    def sit():
        sittings.append(Sitting(qtbot, look, settings, officer, jobs, tmp_path / "straits.desk"))
        return sittings[-1]

    yield sit
    sittings[-1].close()
