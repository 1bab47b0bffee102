"""The participants page at work on a real desk, by keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bali_desk.domain.models import Participant
from bali_desk.gui.participants.delegations_list import Section
from bali_desk.gui.participants.participants_page import ParticipantsPage
from bali_desk.gui.participants.persons_table import DAYS, NAME, POSITION, STATE
from bali_desk.presenters.participants.rows import DelegationEntry

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot, look, workshop, sample):
    page = ParticipantsPage(look)
    qtbot.addWidget(page)
    page.resize(1174, 660)
    presenter = workshop.participants(page, sample)
    page.attach(presenter)
    page.show()
    qtbot.waitActive(page)
    page.persons_view.setFocus()
    yield page
    page._presenter.leave()


def names(page):
    return [row.name for row in page.persons_view.model().records]


def entry(page, name):
    entries = page.delegations_view.model().records
    return next(one for one in entries if isinstance(one, DelegationEntry) and one.name == name)


def go_to(page, name):
    assert page.delegations_view.choose(("delegation", entry(page, name).key))


def stored(desk, key):
    with desk.reading() as session:
        return session.get_one(Participant, key)


def test_every_person_and_delegation_of_the_sample_is_shown(page):
    assert len(names(page)) == 41
    heads = [one.name for one in page.delegations_view.model().records if isinstance(one, Section)]
    assert heads == ["Co-chairs", "Members", "Organisations", "Secretariat"]
    assert entry(page, "All delegations").count == 41
    assert page.counts_label.text().startswith("41 registered · 38 present")


def test_a_click_on_a_delegation_shows_its_persons(page, qtbot):
    view = page.delegations_view
    row = view.model().row_of(("delegation", entry(page, "Thailand").key))
    view.scrollTo(view.model().index(row, 0))
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(row, 0)).center()
    )
    assert len(names(page)) == 4
    assert page.delegation_panel.name_edit.text() == "Thailand"


def test_find_filters_as_one_types_and_enter_goes_to_the_first(page):
    page.find_edit.setFocus()
    QTest.keyClicks(page.find_edit, "thai head")
    assert len(names(page)) == 1
    assert page.chosen_label.text() == "1 of 41 persons found"
    QTest.keyClick(page.find_edit, Key.Key_Return)
    assert page.persons_view.hasFocus()
    assert len(page.persons_view.records()) == 1
    page.find_edit.clear()
    assert len(names(page)) == 41


@pytest.mark.parametrize(
    ("key", "state"), [(Key.Key_P, "present"), (Key.Key_E, "excused"), (Key.Key_A, "absent"), (Key.Key_X, "expected")]
)
def test_a_letter_marks_the_chosen_rows_and_undo_takes_it_back(page, desk, key, state):
    page._presenter.persons.mark([row.key for row in page.persons_view.model().records[:3]], "replaced")
    before = [row.state for row in page.persons_view.model().records[:3]]
    page.persons_view.selectRow(0)
    QTest.keyClick(page.persons_view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.persons_view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.persons_view, key)
    assert [row.state for row in page.persons_view.model().records[:3]] == [state] * 3
    assert page.persons_view.model().index(0, STATE).data() == state
    assert len(page.persons_view.records()) == 3, "what is chosen stays chosen"
    desk.undo()
    assert [row.state for row in page.persons_view.model().records[:3]] == before


def test_enter_opens_the_panel_and_typing_changes_the_name(page, desk):
    page.persons_view.selectRow(1)
    key = page.persons_view.current().key
    QTest.keyClick(page.persons_view, Key.Key_Return)
    panel = page.panel
    assert panel.isVisible()
    assert panel.given_edit.hasFocus()
    QTest.keyClicks(panel.given_edit, "Wayan <b>")
    QTest.keyClick(panel.given_edit, Key.Key_Return)
    assert stored(desk, key).given == "Wayan <b>"
    assert names(page)[1].startswith("SUTEJA, Wayan <b>")
    assert panel.name_label.text() == names(page)[1]
    assert panel.name_label.textFormat() == Qt.TextFormat.PlainText
    QTest.keyClick(panel.given_edit, Key.Key_Escape)
    assert not panel.isVisible()
    assert page.persons_view.hasFocus()
    desk.undo()
    assert names(page)[1].startswith("SUTEJA, Made Arya")


@pytest.mark.parametrize(
    "field", ["honorific", "family", "display", "native_name", "position", "organisation", "phone"]
)
def test_every_line_of_the_panel_keeps_what_is_typed(page, desk, field):
    page.persons_view.selectRow(4)
    key = page.persons_view.current().key
    QTest.keyClick(page.persons_view, Key.Key_F2)
    edit = getattr(page.panel, f"{field}_edit")
    edit.setFocus()
    edit.setText("=SUM(A1) & \u202eabc")
    page.save()
    assert getattr(stored(desk, key), field) == "=SUM(A1) & \u202eabc"


def test_choices_note_days_and_replacement_of_the_panel(page, desk):
    page.persons_view.selectRow(4)
    key = page.persons_view.current().key
    QTest.keyClick(page.persons_view, Key.Key_Return)
    panel = page.panel
    for box, value in ((panel.mode_box, "online"), (panel.name_order_box, "family first")):
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
    panel.delegation_box.setCurrentIndex(panel.delegation_box.findText("Thailand"))
    panel.delegation_box.activated.emit(panel.delegation_box.currentIndex())
    panel.role_box.setEditText("observer’s guest")
    panel.note_edit.setPlainText("Two\nlines")
    panel._days[next(iter(panel._days))].click()
    page.save()
    person = stored(desk, key)
    assert (person.mode, person.name_order, person.role) == ("online", "family first", "observer’s guest")
    assert (person.note, person.present_on) == ("Two\nlines", [])
    assert person.delegation_id == entry(page, "Thailand").key
    assert panel.delegation_box.currentText() == "Thailand"
    panel.replaced_by_edit.setText("Nobody at all")
    assert not page.save()
    assert panel.replaced_by_fault.text().startswith("Nobody at this meeting is called “Nobody at all”")
    panel.replaced_by_edit.setText("Ranganathan, Priya")
    assert page.save()
    assert panel.attendance_box.currentText() == "replaced"


def test_add_person_opens_the_panel_in_the_chosen_delegation(page, qtbot, desk):
    go_to(page, "Thailand")
    qtbot.mouseClick(page.add_person_button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(page.panel.given_edit, "Mali")
    QTest.keyClick(page.panel.given_edit, Key.Key_Return)
    assert names(page)[-1] == "Mali"
    assert len(names(page)) == 5
    desk.undo()
    desk.undo()
    assert len(names(page)) == 4


def test_alt_with_arrows_moves_persons_within_their_delegation(page, desk):
    for row in (0, 1):
        page.persons_view.selectRow(row)
        QTest.keyClick(page.persons_view, Key.Key_1)
    before = names(page)
    page.persons_view.selectRow(1)
    QTest.keyClick(page.persons_view, Key.Key_Up, Alt)
    assert names(page)[:2] == [before[1], before[0]]
    assert page.persons_view.current().name == before[1]
    desk.undo()
    assert names(page) == before


def test_delete_asks_and_undo_brings_them_back(page, desk, officer):
    page.persons_view.selectRow(0)
    QTest.keyClick(page.persons_view, Key.Key_Delete)
    assert officer.asked
    assert len(names(page)) == 40
    assert page.persons_view.current() is not None
    desk.undo()
    assert len(names(page)) == 41


def test_a_delegation_is_added_renamed_moved_and_deleted(page, qtbot, desk, officer):
    qtbot.mouseClick(page.add_delegation_button, Qt.MouseButton.LeftButton)
    panel = page.delegation_panel
    assert panel.name_edit.hasFocus()
    QTest.keyClicks(panel.name_edit, "Tuvalu")
    QTest.keyClick(panel.name_edit, Key.Key_Return)
    page.delegations_view.setFocus()
    QTest.keyClick(page.delegations_view, Key.Key_Up, Alt)
    order = [one.name for one in page.delegations_view.model().records]
    assert order[order.index("Tuvalu") + 1] == "Viet Nam"
    status = panel.status_box
    status.setCurrentIndex(status.findData("observer"))
    status.activated.emit(status.currentIndex())
    assert (entry(page, "Tuvalu").status, entry(page, "Tuvalu").section) == ("observer", "Observers")
    QTest.keyClick(page.delegations_view, Key.Key_Delete)
    assert "Tuvalu" not in [one.name for one in page.delegations_view.model().records]
    assert officer.asked == []
    for _ in range(5):
        desk.undo()
    assert len(names(page)) == 41


def test_a_delegation_without_a_name_is_refused_at_the_field(page):
    go_to(page, "Thailand")
    page.delegation_panel.name_edit.clear()
    assert not page.save()
    assert page.delegation_panel.name_fault.text() == "A delegation needs a name."
    go_to(page, "Japan")
    assert page.delegation_panel.name_edit.text() == "Japan"


def test_heads_sort_and_a_third_click_returns_to_the_order_of_the_office(page, qtbot):
    before = names(page)
    header = page.persons_view.horizontalHeader()
    at = header.sectionViewportPosition(NAME) + 20
    spot = header.viewport().rect().topLeft()
    spot.setX(at)
    spot.setY(header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    by_name = names(page)
    assert by_name[:3] == ["Datuk Zulkarnain bin ABDUL RAZAK", "ADHIKARI, Dipendra (Mr)", "AL-KARIMI, Rashid (Mr)"]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert names(page) == by_name[::-1]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert names(page) == before


def test_days_are_dots_with_the_dates_behind(page):
    index = page.persons_view.model().index(0, DAYS)
    assert index.data() == "●"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "There on 26 May 2017"


def test_another_page_may_lead_to_a_person(page):
    go_to(page, "Japan")
    page.open_at("p03")
    assert page.persons_view.current().name == "Suharyono (Mr)"
    assert page.panel.isVisible()


def test_positions_give_way_when_the_panel_opens(page):
    assert not page.persons_view.isColumnHidden(POSITION)
    page.persons_view.selectRow(0)
    QTest.keyClick(page.persons_view, Key.Key_Return)
    assert page.persons_view.isColumnHidden(POSITION)
    assert page.width() == 1174


def test_the_page_fits_a_small_laptop_with_its_panel_open(page):
    page.persons_view.selectRow(0)
    QTest.keyClick(page.persons_view, Key.Key_Return)
    hint = page.minimumSizeHint()
    assert hint.width() <= 1366 - 192
    assert hint.height() <= 690 - 110


def test_both_lists_are_models_that_qt_accepts(page, qtmodeltester):
    qtmodeltester.check(page.persons_view.model())
    qtmodeltester.check(page.delegations_view.model())


def test_going_to_a_delegation_empties_the_find_box(page):
    page.find_edit.setText("thai")
    assert page.delegations_view.current().name == "All delegations"
    go_to(page, "Japan")
    assert page.find_edit.text() == ""
    assert len(names(page)) == 1


def test_the_line_of_those_without_delegation_has_no_fields(page):
    page._presenter.persons.send_by([page.persons_view.model().record(0).key], None)
    go_to(page, "No delegation")
    assert len(names(page)) == 1
    assert not page.delegation_panel.isVisible()


def test_nobody_found_is_said(page):
    page.find_edit.setText("=SUM(A1)")
    page.grab()
    assert page.persons_view.empty_words == "Nobody found."
    assert names(page) == []


def test_the_look_may_change_while_the_page_is_open(page, look):
    page.persons_view.selectRow(0)
    QTest.keyClick(page.persons_view, Key.Key_Return)
    look.apply(Qt.ColorScheme.Dark)
    look.choose_points(12)
    page.grab()
    assert page.minimumSizeHint().width() <= 1366 - 192
    assert not page.persons_view.isColumnHidden(NAME)
    look.choose_points(10)
    look.apply(Qt.ColorScheme.Light)
