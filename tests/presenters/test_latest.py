"""Work of which only the last answer counts."""

import pytest

from bali_desk.domain.errors import DeskError
from bali_desk.presenters.latest import Latest


class Held:
    """A worker that brings its answers when it is told to."""

    def __init__(self):
        self.answers, self.cancelled = [], 0

    def run(self, work, done, failed):
        self.answers.append((done, failed))
        return self

    def cancel(self):
        self.cancelled += 1


@pytest.fixture
def held():
    return Held()


def test_an_older_answer_that_still_comes_is_not_heard(held):
    heard, latest = [], Latest(held)
    for _time in range(2):
        latest.run(lambda progress: None, heard.append, heard.append)
    (first, first_failed), (second, _failed) = held.answers
    first("old")
    first_failed(DeskError("old"))
    second("new")
    assert (heard, held.cancelled) == (["new"], 1)


def test_what_was_dropped_is_cancelled_and_not_heard(held):
    heard, latest = [], Latest(held)
    latest.run(lambda progress: None, heard.append, heard.append)
    latest.drop()
    held.answers[0][0]("late")
    assert (heard, held.cancelled) == ([], 1)


def test_a_fault_of_ours_is_raised_whenever_it_comes_and_what_she_can_mend_is_told(held):
    heard, latest = [], Latest(held)
    latest.run(lambda progress: None, heard.append, lambda error: heard.append(str(error)))
    held.answers[0][1](DeskError("Mend it."))
    latest.drop()
    with pytest.raises(ZeroDivisionError):
        held.answers[0][1](ZeroDivisionError())
    assert heard == ["Mend it."]
