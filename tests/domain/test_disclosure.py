"""What of a record may be told outside the secretariat."""

import datetime as dt

import pytest

from bali_desk.domain.disclosure import public_outcomes, restricted_items
from bali_desk.domain.models import AgendaItem, Body, Meeting, Outcome
from bali_desk.domain.record import Record


def record(*items, outcomes=()):
    """A record of items "1", "2<1" (under item 1) and "2!" (restricted), in this order."""
    made = []
    for text in items:
        number, _, above = text.rstrip("!").partition("<")
        restricted = text.endswith("!")
        made.append(
            AgendaItem(id=int(number), meeting_id=1, parent_id=int(above) if above else None, restricted=restricted)
        )
    meeting = Meeting(id=1, body_id=1, start=dt.date(2017, 5, 26))
    return Record(body=Body(id=1, name="TIPWG"), meeting=meeting, agenda=made, outcomes=list(outcomes))


@pytest.mark.parametrize(
    ("items", "closed"),
    [
        (("1", "2<1"), set()),
        (("1", "2!"), {2}),
        (("1!", "2<1", "3<2", "4"), {1, 2, 3}),
        (("3<2", "2<1!", "1"), {2, 3}),  # in whatever order they lie in the desk
        (("1<2", "2<1", "3<9"), set()),  # a damaged desk: round in a circle, and under an item that is not there
    ],
)
def test_what_stands_under_a_restricted_item_is_restricted_too(items, closed):
    assert restricted_items(record(*items)) == closed


def test_an_outcome_is_public_where_neither_it_nor_anything_above_it_is_closed():
    def outcome(number, item, public=True):
        return Outcome(id=number, meeting_id=1, agenda_item_id=item, public=public)

    outcomes = [outcome(1, 1), outcome(2, 1, public=False), outcome(3, 3), outcome(4, None)]
    assert [one.id for one in public_outcomes(record("1", "2!", "3<2", outcomes=outcomes))] == [1, 4]
