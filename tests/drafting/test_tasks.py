"""The words of an action are the task alone, whoever is named before it."""

import pytest

from bali_desk.drafting.tasks import task_alone

ACRONYMS = {"RSO": "Regional Support Office"}
OPENERS = {"to", "will"}


@pytest.mark.parametrize(
    ("matter", "owner", "task"),
    [
        ("the Regional Support Office to circulate the slides", "RSO", "circulate the slides"),
        ("the RSO to circulate the slides", "Regional Support Office", "circulate the slides"),
        ("RSO will circulate the slides", "The RSO", "circulate the slides"),
        ("to circulate the slides", "Fiji", "circulate the slides"),
        ("the Co-Chairs to circulate the slides", "RSO", "the Co-Chairs to circulate the slides"),
        ("the slides", "RSO", "the slides"),
        ("the RSO to", "RSO", "the RSO to"),
        ("the RSO to circulate", None, "the RSO to circulate"),
        (None, "RSO", None),
    ],
)
def test_the_owner_and_the_opening_word_are_left_away_where_they_are_hers(matter, owner, task):
    assert task_alone(matter, owner, ACRONYMS, OPENERS) == task
