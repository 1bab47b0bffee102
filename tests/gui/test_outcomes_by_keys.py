"""Recording outcomes as an officer does in the meeting: by keys alone, in the real window, on the sample meeting."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlmodel import select

from bali_desk.domain.models import Outcome
from bali_desk.gui.settings import Settings
from bali_desk.presenters.outcomes.rows import item_rows
from bali_desk.presenters.outcomes.unrecorded import Unrecorded
from bali_desk.presenters.statement.composing import compose_statement
from bali_desk.store.records import read_record

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Alt, Control, Shift = Modifier.AltModifier, Modifier.ControlModifier, Modifier.ShiftModifier


@pytest.fixture
def page(qtbot, desk, sample, window):
    compose_statement(desk, sample)
    with qtbot.waitActive(window):
        window.activateWindow()
    press(Key.Key_4, Control, window)
    page = window.stack.page("outcomes")
    qtbot.waitUntil(page.isVisible)
    return page


def press(key, modifier=Modifier.NoModifier, widget=None):
    QTest.keyClick(widget or QApplication.focusWidget(), key, modifier)


def write(words, *keys):
    QTest.keyClicks(QApplication.focusWidget(), words)
    for key in keys:
        press(key)


def outcomes(desk):
    with desk.reading() as session:
        return read_record(session, 1).outcomes


def go_to(page, title):
    while not page._title.startswith(title):
        before = page._title
        press(Key.Key_PageDown)
        assert page._title != before


def test_one_types_at_once_when_the_page_comes_to_the_front(page, window):
    assert page.entry.verb_edit.hasFocus()
    press(Key.Key_5, Control)
    press(Key.Key_4, Control, window)
    assert page.entry.verb_edit.hasFocus()


def test_walking_along_the_tabs_is_not_broken_off(page, window):
    window.tabs.setFocus()
    press(Key.Key_Left)
    press(Key.Key_Right)
    assert page.isVisible()
    assert window.tabs.hasFocus()


def test_page_keys_record_what_is_typed_and_go_to_the_next_item_and_back(page, desk):
    first = page._title
    write("noted", Key.Key_Tab)
    write("the figures", Key.Key_PageDown)
    assert outcomes(desk)[-1].text == "the figures"
    assert page._title != first
    assert page.entry.verb_edit.hasFocus()
    assert page.entry.what_edit.toPlainText() == ""
    press(Key.Key_PageUp)
    assert page._title == first


def test_a_date_that_cannot_be_read_is_mended_before_the_next_item(page, desk):
    first = page._title
    write("requested", Key.Key_Tab)
    write("a report", Key.Key_Tab)
    write("RSO", Key.Key_Tab)
    write("in due course", Key.Key_PageDown)
    assert page._title == first
    assert "in due course" in page.entry.due_fault_label.text()
    assert outcomes(desk)[-1].text == "a report"
    page.entry.due_edit.selectAll()
    write("15 June", Key.Key_PageDown)
    assert page._title != first
    with desk.reading() as session:
        assert str(read_record(session, 1).actions[-1].due) == "2017-06-15"


def test_arrows_go_through_the_names_and_up_and_down_the_ladder(page):
    press(Key.Key_Backtab, Shift)
    press(Key.Key_Down)
    assert page.entry.who_edit.text() == "The Co-Chairs"
    press(Key.Key_Up)
    assert page.entry.who_edit.text() == "Members"
    write("co", Key.Key_Tab)
    assert page.entry.who_edit.text() == "Co-Chairs"
    write("noted")
    ladder = page.ladder_view
    row = ladder.currentIndex().row()
    press(Key.Key_Down)
    assert page.entry.verb_edit.text() == ladder.model().index(row + 1, 0).data()
    press(Key.Key_Up)
    assert page.entry.verb_edit.text() == "noted"
    assert ladder.currentIndex().row() == row
    page.entry.verb_edit.clear()
    press(Key.Key_Up)
    assert page.entry.verb_edit.text() == ladder.model().index(ladder.model().rowCount() - 1, 0).data()


def test_tab_and_shift_tab_go_through_the_line_in_its_order(page):
    entry = page.entry
    forward = [entry.what_edit, entry.points_button]
    for edit in forward:
        press(Key.Key_Tab)
        assert edit.hasFocus()
    for edit in (entry.what_edit, entry.verb_edit, entry.who_edit, page.outcomes_view, page.items_view):
        press(Key.Key_Backtab, Shift)
        assert edit.hasFocus()


def test_names_are_offered_in_points_too_and_neither_enter_nor_tab_takes_them(page, desk):
    write("agreed on", Key.Key_Tab)
    write("two aims")
    press(Key.Key_P, Alt)
    write("work with the regional su", Key.Key_Return)
    write("help the regional su")
    assert page.entry.enter_label.text().startswith("Ctrl+Space: Reg")
    press(Key.Key_Space, Control)
    press(Key.Key_Return)
    press(Key.Key_Return)
    assert outcomes(desk)[-1].points == ["work with the regional su", "help the Regional Support Office"]


def test_the_verb_opens_the_fields_that_go_with_it_and_they_close_with_another(page):
    entry = page.entry
    write("requested")
    assert (entry.action_row.isVisible(), entry.to_row.isVisible()) == (True, False)
    entry.verb_edit.selectAll()
    write("agreed to recommend")
    assert (entry.action_row.isVisible(), entry.to_row.isVisible()) == (False, True)
    entry.verb_edit.selectAll()
    write("noted", Key.Key_Tab)
    assert (entry.action_row.isVisible(), entry.to_row.isVisible()) == (False, False)


def test_owner_and_a_date_as_it_is_said_are_recorded_by_keys_alone(page, desk):
    write("requested", Key.Key_Tab)
    write("the Regional Support Office to report", Key.Key_Tab)
    write("RSO", Key.Key_Tab)
    write("in two weeks")
    assert page.entry.due_read_label.isVisible()
    assert page.entry.due_read_label.text() == "Due Friday, 9 June 2017"
    press(Key.Key_Return)
    with desk.reading() as session:
        action = read_record(session, 1).actions[-1]
    assert (action.owner, str(action.due)) == ("RSO", "2017-06-09")
    assert not page.entry.action_row.isVisible()


def test_alt_with_a_letter_opens_details_and_what_is_typed_on_goes_into_them(page, desk):
    write("agreed", Key.Key_Tab)
    write("to meet")
    press(Key.Key_R, Alt)
    write("AHG", Key.Key_Tab)
    write("late 2017")
    press(Key.Key_I, Alt)
    press(Key.Key_P, Alt)
    write("twice a year", Key.Key_Return, Key.Key_Return)
    kept = outcomes(desk)[-1]
    assert kept.recommended_to == {"body": "AHG", "when": "late 2017"}
    assert (kept.points, kept.public) == (["twice a year"], False)
    assert page.entry.verb_edit.hasFocus()


def test_a_line_of_the_work_plan_is_ticked_by_its_number(page, desk, qtbot):
    write("welcomed", Key.Key_Tab)
    write("it")
    press(Key.Key_L, Alt)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    press(Key.Key_2, widget=QApplication.activePopupWidget())
    assert page.entry.fulfils_button.text() == "Fu&lfils 1"
    press(Key.Key_Return, widget=page.entry.what_edit)
    assert outcomes(desk)[-1].fulfils == ["w2"]


def test_undo_right_after_recording_takes_the_outcome_back(page, desk):
    before = len(outcomes(desk))
    write("noted", Key.Key_Tab)
    write("it", Key.Key_Return)
    assert len(outcomes(desk)) == before + 1
    press(Key.Key_Z, Control)
    assert len(outcomes(desk)) == before
    press(Key.Key_Z, Control | Shift)
    assert outcomes(desk)[-1].text == "it"


def test_undo_while_typing_takes_back_what_was_typed_first(page, desk):
    before = len(outcomes(desk))
    write("noted", Key.Key_Tab)
    write("it")
    press(Key.Key_Z, Control)
    assert page.entry.what_edit.toPlainText() == ""
    assert len(outcomes(desk)) == before


def test_the_list_is_entered_edited_moved_carried_and_left_by_keys(page, desk):
    go_to(page, "Recent and forthcoming")
    write("noted", Key.Key_Tab)
    write("the newest", Key.Key_Return)
    press(Key.Key_Up, Control)
    assert page.outcomes_view.hasFocus()
    newest = page._chosen_outcome()
    assert outcomes(desk)[-1].id == newest
    press(Key.Key_Up, Alt)
    assert page.outcomes_view.currentIndex().row() == page.outcomes_view.model().rowCount() - 2
    press(Key.Key_PageDown, Alt)
    assert page._title.startswith("Disruption")
    assert page._chosen_outcome() == newest
    assert page.outcomes_view.hasFocus()
    press(Key.Key_PageUp, Alt)
    assert page._title.startswith("Recent")
    press(Key.Key_Return)
    assert page.entry.what_edit.toPlainText() == "the newest"
    press(Key.Key_Escape)
    assert page.entry.verb_edit.hasFocus()
    assert page.entry.verb_edit.text() == ""


def test_after_delete_the_neighbour_is_chosen_and_escape_leads_back(page, desk):
    go_to(page, "Recent and forthcoming")
    press(Key.Key_Up, Control)
    press(Key.Key_Home)
    second = page.outcomes_view.model().records[1].outcome_id
    press(Key.Key_Delete)
    assert page._chosen_outcome() == second
    press(Key.Key_Z, Control)
    assert page.outcomes_view.model().rowCount() == 4
    press(Key.Key_Escape)
    assert page.entry.verb_edit.hasFocus()


def test_an_intervention_is_noted_and_the_line_taken_up_again(page, desk):
    write("noted", Key.Key_Tab)
    write("half")
    press(Key.Key_I, Control)
    write("viet", Key.Key_Tab)
    write("Asked for time.")
    press(Key.Key_I, Control)
    write("thai", Key.Key_Tab)
    write("Agreed with Viet Nam.")
    press(Key.Key_I, Control)
    press(Key.Key_I, Control)  # nobody is named yet: the same one stays in hand
    press(Key.Key_Escape)
    assert page.entry.isAncestorOf(QApplication.focusWidget())
    assert page.entry.what_edit.toPlainText() == "half"
    with desk.reading() as session:
        record = read_record(session, 1)
    names = {delegation.id: delegation.name for delegation in record.delegations}
    said = [(names.get(one.delegation_id), one.text) for one in record.interventions]
    assert said == [("Viet Nam", "Asked for time."), ("Thailand", "Agreed with Viet Nam.")], (
        "nobody named, nothing kept"
    )


def test_the_panels_are_reached_by_number_and_left_by_escape(page):
    lists = {1: page.ladder_view, 2: page.sides.actions, 3: page.sides.plan, 4: page.sides.events, 5: page.sides.floor}
    for number, part in lists.items():
        press(Key(Key.Key_0 + number), Alt)
        assert part.isVisible()
        focus = QApplication.focusWidget()
        assert focus is part or part.isAncestorOf(focus)
        press(Key.Key_Escape)
        assert page.entry.isAncestorOf(QApplication.focusWidget())
    press(Key.Key_3, Alt)
    press(Key.Key_Insert)
    write("Train inspectors")
    page.save()
    assert page.sides.plan._model.records[-1].title.endswith("Train inspectors")


def test_ctrl_g_and_the_arrow_on_the_row_lead_to_the_paragraph(page, desk, window, qtbot):
    go_to(page, "Disruption")
    press(Key.Key_Up, Control)
    press(Key.Key_Home)
    handle = outcome_of(desk, page._chosen_outcome()).handle
    press(Key.Key_G, Control)
    statement = window.stack.page("statement")
    assert statement.isVisible()
    with desk.reading() as session:
        block = next(one for one in read_record(session, 1).blocks if handle in one.sources)
    assert statement.paper.edit_of(block.id).hasFocus()
    press(Key.Key_4, Control)
    room = page.outcomes_view.visualRect(page.outcomes_view.model().index(0, 0))
    spot = QPoint(room.right() - page._look.px(16), room.top() + page._look.px(18))
    qtbot.mouseClick(page.outcomes_view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert statement.isVisible()
    assert statement.paper.edit_of(block.id).hasFocus()


def test_what_the_text_does_not_tell_is_marked_on_its_row(page):
    write("noted", Key.Key_Tab)
    write("something new", Key.Key_Return)
    rows = page.outcomes_view.model().records
    assert [fact.text for fact in rows[-1].facts] == ["not in the statement"]
    assert all("not in the statement" not in [fact.text for fact in row.facts] for row in rows[:-1])


@pytest.mark.parametrize("size", [(1024, 700), (1366, 768)])
def test_page_and_window_hold_on_the_screens_officers_have(page, window, size, qtbot):
    write("agreed to recommend", Key.Key_Tab)
    write("a long matter " * 20)
    for letter in (Key.Key_P, Key.Key_O, Key.Key_R):
        press(letter, Alt)
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    assert window.minimumSizeHint().width() <= 1024
    for part in (page.outcomes_view, page.entry.private_check, page.side_panel, page.ladder_view, page.reading_label):
        corner = part.mapTo(window, QPoint(part.width(), 0))
        assert corner.x() <= size[0]
    qtbot.waitUntil(lambda: page.reading_area.mapTo(window, QPoint(0, page.reading_area.height())).y() <= size[1])
    assert page.outcomes_view.height() > 60


def test_a_letter_typed_reads_nothing_from_the_desk_however_many_outcomes_there_are(page, desk, monkeypatch):
    with desk.change("Many") as session:
        items = [one.agenda_item_id for one in session.exec(select(Outcome))]
        for number in range(200):
            row = Outcome(meeting_id=1, agenda_item_id=items[number % len(items)], sequence=100 + number)
            row.subject, row.verb, row.text = (
                "Members",
                "welcomed",
                f"the Regional Support Office, {number}",
            )
            session.add(row)
    reads = []
    monkeypatch.setattr(desk, "reading", lambda: reads.append(True) or pytest.fail("the desk was read"))
    write("welcomed", Key.Key_Tab)
    write("the work of the regional su")
    assert page.entry.enter_label.text().startswith("Ctrl+Space")
    assert reads == []


def outcome_of(desk, outcome_id):
    with desk.reading() as session:
        return session.get_one(Outcome, outcome_id)


def test_a_half_typed_outcome_is_there_again_after_a_crash_until_it_is_recorded(page, window, desk, settings, qtbot):
    first, before = page._title, len(outcomes(desk))
    write("requested", Key.Key_Tab)
    write("the RSO to circulate the slides", Key.Key_Tab)
    write("RSO", Key.Key_Tab)
    write("15 June")
    again = AfterCrash(desk, settings)
    qtbot.waitUntil(lambda: (kept := again.entry()) is not None and kept.due != "", timeout=5000)
    assert (again.entry().verb, again.entry().owner, again.entry().due) == ("requested", "RSO", "15 June")
    window.stack._presenters["outcomes"].choose_item(None)
    page.entry.what_edit.clear()
    window.stack._presenters["outcomes"].show_outcome(again.item.handle)
    assert page._title == first
    assert page.entry.what_edit.toPlainText() == "the RSO to circulate the slides"
    page.entry.due_edit.setFocus()
    press(Key.Key_Return)
    assert len(outcomes(desk)) == before + 1
    assert again.entry() is None


def test_an_intervention_of_which_nothing_is_noted_is_not_kept(page, desk):
    press(Key.Key_I, Control)
    press(Key.Key_Escape)
    with desk.reading() as session:
        assert not [one for one in read_record(session, 1).interventions if not (one.speaker or one.delegation_id)]
    assert page.entry.verb_edit.hasFocus()
    press(Key.Key_I, Control)
    write("Fiji", Key.Key_Escape)
    with desk.reading() as session:
        assert read_record(session, 1).interventions[-1].speaker == "Fiji"


class AfterCrash:
    """What another run of the program finds in the settings file of this machine."""

    def __init__(self, desk, settings):
        self._path, self._desk = settings._store.fileName(), desk
        with desk.reading() as session:
            record = read_record(session, 1)
        rows = item_rows(record)
        wanted = next((row for row in rows if row.wants or row.count), rows[0]).item_id
        self.item = next(one for one in record.agenda if one.id == wanted)

    def entry(self):
        settings = Settings(Path(self._path))
        return Unrecorded(settings, str(self._desk.path), 1).entry(self.item.id)
