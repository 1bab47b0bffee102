"""Numbers of agenda items over many meetings are those that each agenda prints."""

import datetime as dt

from bali_desk.domain.agenda import outline
from bali_desk.domain.item_numbers import item_numbers
from bali_desk.domain.models import AgendaItem, Meeting


def agenda(meeting, *parts):
    """Items from (id, parent, kind, number by hand)."""
    return [
        AgendaItem(id=key, meeting_id=meeting, sequence=place, parent_id=parent, kind=kind, no=no)
        for place, (key, parent, kind, no) in enumerate(parts)
    ]


ONE = agenda(
    1, (1, None, "item", None), (2, None, "break", None), (3, None, None, None), (4, 3, None, None), (5, 4, None, None),
    (6, 4, None, None), (7, 3, None, None), (8, None, "item", "3 bis"), (9, None, "item", "7"), (10, None, None, None),
)  # fmt: skip
TWO = agenda(2, (21, None, None, None), (22, 21, None, None), (23, None, "ceremony", None), (24, None, None, None))


def test_they_are_those_of_each_agenda_in_printed_order():
    wanted = {}
    for items in (ONE, TWO):
        meeting = Meeting(id=items[0].meeting_id, body_id=1, start=dt.date(2017, 5, 26))
        wanted |= {line.item.id: line.number for line in outline(items, meeting)}
    found = item_numbers([*TWO[:2], *ONE, *TWO[2:]])
    assert found == wanted
    assert [key for key in found if key < 20] == [key for key in wanted if key < 20]


def test_items_that_hang_on_nothing_or_on_themselves_are_left_out():
    assert item_numbers(agenda(1, (1, 9, None, None), (2, 3, None, None), (3, 2, None, None))) == {}
