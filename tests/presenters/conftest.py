"""What presenters are handed: a real desk with the sample meeting, and a worker in place of the window's."""

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
