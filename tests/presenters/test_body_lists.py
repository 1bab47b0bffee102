"""What a body brings to its meetings: each list edited in place, every act one step that undo takes back."""

import datetime as dt

import pytest

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Body, Meeting
from bali_desk.presenters.overview.body_lists import BodyLists
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record


class Officer:
    def fail(self, message):
        raise AssertionError(message)


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    with desk.change("New meeting") as session:
        session.add(Body(id=1, name="TIPWG", names=["Regional Roadmap", "RSO"], acronyms={"RSO": "Regional", "b": "B"}))
        session.flush()
        session.add(Meeting(id=1, body_id=1, start=dt.date(2017, 5, 26)))
    yield desk
    desk.close()


@pytest.fixture
def lists(desk):
    return BodyLists(desk, Officer(), 1)


def titles(desk, lists, name):
    with desk.reading() as session:
        return [row.title for row in getattr(lists.rows(read_record(session, 1)), name)]


@pytest.mark.parametrize(
    ("name", "field", "typed", "shown"),
    [
        ("members", "name", "Fiji", "Fiji"),
        ("members", "name", "=SUM(A1) {{ x }}", "=SUM(A1) {{ x }}"),
        ("earlier", "ordinal", "2nd", "2nd"),
        ("names", "name", "Bali Declaration", "Bali Declaration"),
        ("acronyms", "short", "IOM", "IOM"),
    ],
)
def test_a_row_is_added_named_moved_and_deleted_and_undone(desk, lists, name, field, typed, shown):
    keeper = getattr(lists, name)
    before = titles(desk, lists, name)
    made = keeper.add()
    keeper.change(made, field, typed)
    assert titles(desk, lists, name) == [*before, shown]
    other = keeper.add()
    added = titles(desk, lists, name)
    place = keeper.move(other, -1)
    assert titles(desk, lists, name) == [*added[:-2], added[-1], added[-2]]
    keeper.remove(place)
    assert titles(desk, lists, name) == [*before, shown]
    for _ in range(5):
        desk.undo()
    assert titles(desk, lists, name) == before
    for _ in range(5):
        desk.redo()
    assert titles(desk, lists, name) == [*before, shown]


@pytest.mark.parametrize(("name", "field"), [("members", "name"), ("names", "name"), ("acronyms", "short")])
def test_a_row_without_its_name_is_refused_and_stays(desk, lists, name, field):
    keeper = getattr(lists, name)
    made = keeper.add()
    before = titles(desk, lists, name)
    with pytest.raises(DeskError, match="needs a name; to take it away, press Delete"):
        keeper.change(made, field, "  ")
    assert titles(desk, lists, name) == before


def test_an_acronym_stands_once(desk, lists):
    with pytest.raises(DeskError, match="“RSO” is in the list already"):
        lists.acronyms.change(1, "short", "RSO")
    assert titles(desk, lists, "acronyms") == ["RSO", "b"]


def test_what_an_acronym_stands_for_is_kept_beside_it(desk, lists):
    lists.acronyms.change(0, "full", "Regional Support Office")
    with desk.reading() as session:
        assert session.get_one(Body, 1).acronyms == {"RSO": "Regional Support Office", "b": "B"}


def test_new_rows_are_told_apart(desk, lists):
    for _ in range(3):
        lists.names.add()
    assert titles(desk, lists, "names")[2:] == ["New name", "New name 2", "New name 3"]
