"""What presenters are handed in place of the window's worker."""

import pytest

from bali_desk.domain.errors import DeskError


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
