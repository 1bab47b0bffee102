"""Tables of records: what Qt demands of a model, and that the chosen record stays chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bali_desk.gui.tables import Column, RecordTable, RecordView

Role = Qt.ItemDataRole
PEOPLE = [(1, "Retno", 41), (2, "Callum", 7), (3, "Orathai", 19)]


@pytest.fixture
def typed():
    return []


@pytest.fixture
def table(typed):
    columns = [
        Column("Name", lambda one: one[1], edit=lambda one, text: typed.append((one[0], text))),
        Column("Age", lambda one: str(one[2]), align="right", key=lambda one: one[2]),
        Column(
            "Here", lambda _one: "", checked=lambda one: one[2] > 18, tick=lambda one, on: typed.append((one[0], on))
        ),
    ]
    table = RecordTable(columns, lambda one: one[0])
    table.show(PEOPLE)
    return table


@pytest.fixture
def view(qtbot, look, table):
    view = RecordView()
    qtbot.addWidget(view)
    view.furnish(look, table, [200, 60, 40], stretch=0)
    view.resize(400, 200)
    view.show()
    return view


def names(table):
    return [one[1] for one in table.records]


def test_it_keeps_every_promise_of_a_qt_model(qtmodeltester, table):
    qtmodeltester.check(table)


def test_it_sorts_by_the_key_and_what_is_shown_later_too(table):
    table.sort(1)
    assert names(table) == ["Callum", "Orathai", "Retno"]
    table.show([*PEOPLE, (4, "Ngozi", 20)])
    assert names(table) == ["Callum", "Orathai", "Ngozi", "Retno"]
    table.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(table) == ["Retno", "Ngozi", "Orathai", "Callum"]


def test_the_chosen_record_stays_chosen_when_others_come_before_it(view, table):
    view.choose(3)
    table.show([(9, "Aye", 30), *reversed(PEOPLE)])
    assert view.current() == (3, "Orathai", 19)
    assert view.records() == [(3, "Orathai", 19)]


def test_the_chosen_record_stays_chosen_over_a_sort(view, table):
    view.choose(1)
    table.sort(1)
    assert view.records() == [(1, "Retno", 41)]


def test_a_record_that_went_away_is_no_longer_chosen(view, table):
    view.choose(3)
    table.show(PEOPLE[:2])
    assert view.records() == []


def test_new_content_of_the_same_records_leaves_an_open_editor_alone(view, table):
    view.choose(2)
    view.edit(view.currentIndex())
    editor = view.indexWidget(view.currentIndex()) or view.findChild(type(view.findChildren(object)[0]))
    table.show([(1, "Retno", 42), *PEOPLE[1:]])
    assert view.state() == RecordView.State.EditingState
    assert editor is not None


def test_what_is_typed_into_a_cell_goes_to_the_column_unless_it_is_the_same(table, typed):
    table.setData(table.index(0, 0), "Retno")
    assert typed == []
    table.setData(table.index(0, 0), "Retno Ayu")
    assert typed == [(1, "Retno Ayu")]
    assert not table.flags(table.index(0, 1)) & Qt.ItemFlag.ItemIsEditable


def test_a_click_on_the_box_ticks(view, table, typed):
    cell = view.visualRect(table.index(1, 2))
    where = cell.center()
    where.setX(cell.left() + 12)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert typed == [(2, True)]


def test_figures_stand_at_the_right_and_so_does_their_title(table):
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert table.index(0, 1).data(Role.TextAlignmentRole) == right
    assert table.headerData(1, Qt.Orientation.Horizontal, Role.TextAlignmentRole) == right
