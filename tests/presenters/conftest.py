"""What presenters are handed: a real desk with the sample meeting, an officer, and a worker for the window's."""

import pytest

from bali_desk.domain.errors import DeskError
from bali_desk.exchange.importing import take_in
from bali_desk.presenters.meetings.sample import SAMPLE
from bali_desk.store.desk import Desk


class InlineJobs:
    """Runs at once; `held` keeps what arrives until it is let go. `cancelled` counts."""

    def __init__(self):
        self.held, self.cancelled = None, 0

    def run(self, work, done, failed):
        try:
            outcome = work(self)
        except DeskError as error:
            why = error
            self._settle(lambda: failed(why))
        else:
            self._settle(lambda: done(outcome))
        return self

    def _settle(self, settle):
        if self.held is None:
            settle()
        else:
            self.held.append(settle)

    def step(self, done, total):
        pass

    def cancel(self):
        self.cancelled += 1


class Officer:
    """Answers as she was told to, and remembers what she was asked, offered and told, and what failed."""

    def __init__(self):
        self.asked, self.told, self.failures = [], [], []
        self.answer, self.path, self.offered = True, None, None

    def confirm(self, question, action):
        self.asked.append((question, action))
        return self.answer

    def tell(self, message):
        self.told.append(message)

    def fail(self, message):
        self.failures.append(message)

    def save_as(self, title, name, kinds):
        self.offered = name
        return self.path


@pytest.fixture
def officer():
    return Officer()


@pytest.fixture
def jobs():
    return InlineJobs()


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    with desk.change("Import meeting") as session:
        take_in(session, SAMPLE.read_bytes())
    yield desk
    desk.close()
