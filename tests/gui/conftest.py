"""A real desk, a real window on it, and an officer who answers what she is asked."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent

from bali_desk.gui.ask import WindowAsk
from bali_desk.gui.jobs import Jobs
from bali_desk.gui.look import Look
from bali_desk.gui.main_window import MainWindow
from bali_desk.gui.settings import Settings
from bali_desk.presenters.meetings.sample import SAMPLE
from bali_desk.presenters.workshop import Workshop
from bali_desk.store.desk import Desk


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
