"""The agenda page at work on a real desk, by keys and clicks."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from sqlmodel import select

from bali_desk.domain.models import AgendaItem
from bali_desk.gui.agenda.agenda_page import AgendaPage
from bali_desk.gui.agenda.columns import ITEM, LEAD, MINUTES, NUMBER, STARTS
from bali_desk.gui.agenda.paper_dialog import PaperDialog
from bali_desk.presenters.agenda.rows import AgendaRow, DayHead

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot, look, workshop, sample):
    page = AgendaPage(look)
    qtbot.addWidget(page)
    page.resize(1174, 660)
    presenter = workshop.agenda(page, sample)
    page.attach(presenter)
    page.show()
    qtbot.waitActive(page)
    page.items_view.setFocus()
    yield page
    presenter.leave()


def rows(page):
    return [line for line in page.items_view.model().records if isinstance(line, AgendaRow)]


def titles(page):
    return [row.title for row in rows(page)]


def row(page, title):
    return next(row for row in rows(page) if row.title == title)


def go(page, title, column=ITEM):
    assert page.items_view.choose(row(page, title).key, column)


def editor(page):
    return next((edit for edit in page.items_view.viewport().findChildren(QLineEdit) if edit.isVisible()), None)


def press(page, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(editor(page) or page.items_view, key, modifier)


def kind(page, words):
    for letter in words:  # the first opens the editor, which gets the others
        QTest.keyClicks(editor(page) or page.items_view, letter)


def cell(page, title, column):
    model = page.items_view.model()
    return model.index(model.row_of(row(page, title).key), column).data()


def test_every_item_of_the_sample_is_shown_with_number_and_time(page, desk):
    with desk.reading() as session:
        assert sorted(titles(page)) == sorted(session.exec(select(AgendaItem.title)).all())
    assert cell(page, "Adoption of the agenda", NUMBER) == "1"
    assert cell(page, "Updates", MINUTES) == "55"
    assert cell(page, "Opening ceremony", STARTS) == "09:00"


def test_a_whole_agenda_is_typed_with_enter_and_tab(page, desk):
    go(page, "Opening ceremony")
    press(page, Key.Key_Return)
    kind(page, "First")
    press(page, Key.Key_Return)
    kind(page, "Under it")
    press(page, Key.Key_Tab)
    press(page, Key.Key_Return)
    kind(page, "Second under it")
    press(page, Key.Key_Return)
    assert editor(page) is not None
    kind(page, "Third")
    press(page, Key.Key_Backtab)
    press(page, Key.Key_Return)
    press(page, Key.Key_Return)
    assert editor(page) is None, "Enter in an empty title ends the typing"
    assert [(line.number, line.title) for line in rows(page)[:6]] == [
        ("", "Opening ceremony"),
        ("1", "First"),
        ("1.1", "Under it"),
        ("1.2", "Second under it"),
        ("2", "Third"),
        ("3", "Adoption of the agenda"),
    ]


def test_typing_over_a_cell_writes_it_and_enter_goes_down(page):
    go(page, "Adoption of the agenda", MINUTES)
    kind(page, "15")
    press(page, Key.Key_Return)
    assert row(page, "Adoption of the agenda").minutes == "15"
    assert cell(page, "Updates", STARTS) == "09:35"
    assert page.items_view.currentIndex().column() == MINUTES
    go(page, "Adoption of the agenda", STARTS)
    kind(page, "10.15")
    press(page, Key.Key_Return)
    assert cell(page, "Adoption of the agenda", STARTS) == "10:15"
    assert row(page, "Adoption of the agenda").remark == "55 min free before"


def test_wrong_minutes_are_refused_at_the_cell_and_what_was_typed_stays(page, desk):
    before = desk.undo_label
    go(page, "Adoption of the agenda", MINUTES)
    kind(page, "abc")
    press(page, Key.Key_Return)
    assert editor(page).text() == "abc"
    assert editor(page).property("fault") == "error"
    assert page.fault_label.text() == "“abc” is not a length: write minutes, like 45 or 1h30."
    assert desk.undo_label == before
    press(page, Key.Key_Escape)
    assert row(page, "Adoption of the agenda").minutes == "5"


def test_wrong_minutes_that_are_left_by_a_click_are_refused_too(page):
    go(page, "Adoption of the agenda", MINUTES)
    kind(page, "abc")
    page.panel.presenters_edit.setFocus()
    assert "abc" in page.fault_label.text()
    assert row(page, "Adoption of the agenda").minutes == "5"


def test_right_at_the_end_of_a_title_goes_to_the_next_column(page):
    go(page, "Updates")
    press(page, Key.Key_F2)
    press(page, Key.Key_End)
    press(page, Key.Key_Right)
    assert (editor(page), page.items_view.currentIndex().column()) == (None, LEAD)
    press(page, Key.Key_Right)
    kind(page, "Co-Chairs; Thailand")
    press(page, Key.Key_Escape)
    press(page, Key.Key_F2)
    kind(page, "Thailand")
    press(page, Key.Key_Tab)
    assert row(page, "Updates").presenters == "Thailand"
    assert page.items_view.currentIndex().column() == MINUTES


def test_alt_with_arrows_moves_and_undo_moves_back(page, desk):
    before = titles(page)
    go(page, "Updates")
    press(page, Key.Key_Up, Alt)
    assert titles(page)[:2] == ["Opening ceremony", "Updates"]
    assert page.items_view.current().title == "Updates"
    press(page, Key.Key_Down, Alt)
    assert titles(page) == before
    desk.undo()
    desk.undo()
    assert titles(page) == before


def test_tab_on_a_row_indents_and_shift_tab_brings_it_back(page):
    go(page, "Adoption of the agenda")
    press(page, Key.Key_Tab)
    assert row(page, "Adoption of the agenda").depth == 1
    QTest.keyClick(page.items_view, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert row(page, "Adoption of the agenda").depth == 0


def test_delete_asks_where_something_hangs_on_it_and_undo_brings_it_back(page, desk, officer):
    before = titles(page)
    go(page, "Updates")
    press(page, Key.Key_Delete)
    assert "with its 2 sub-items" in officer.asked[0]
    assert "Updates" not in titles(page)
    assert page.items_view.current() is not None, "the neighbour is chosen"
    desk.undo()
    assert titles(page) == before


@pytest.mark.parametrize(
    ("button", "depth", "made"),
    [("add_item_button", 0, "item"), ("add_sub_item_button", 1, "item"), ("add_break_button", 0, "break")],
)
def test_the_buttons_add_below_and_let_the_title_be_typed(page, qtbot, button, depth, made):
    go(page, "Updates")
    qtbot.mouseClick(getattr(page, button), Qt.MouseButton.LeftButton)
    kind(page, "New one")
    press(page, Key.Key_Escape)
    assert "New one" not in titles(page), "Escape takes back what was not kept, and the empty item with it"
    qtbot.mouseClick(getattr(page, button), Qt.MouseButton.LeftButton)
    kind(page, "New one")
    page.save()
    assert (row(page, "New one").depth, row(page, "New one").kind) == (depth, made)


@pytest.mark.parametrize(("onto", "number"), [(False, "1"), (True, "1.1")])
def test_an_item_is_dragged_above_another_or_onto_it(page, desk, onto, number):
    view = page.items_view
    before = titles(page)
    go(page, "Any other business")
    data = view.model().mimeData([view.currentIndex()])
    target = view.visualRect(view.model().index(1, ITEM))
    spot = QPointF(target.center().x(), target.center().y() if onto else target.top() + 1)
    view.take_drop(data, spot.toPoint(), onto)
    moved = row(page, "Any other business")
    assert moved.number == number
    desk.undo()
    assert titles(page) == before


@pytest.mark.parametrize("words", ["=SUM(A1)", "<script>alert(1)</script>", "‮evil‬", "x" * 600, "a & b"])
def test_any_title_is_shown_and_kept_exactly(page, desk, words):
    key = row(page, "Updates").key
    page.items_view.type_into(key)
    editor(page).setText(words)
    press(page, Key.Key_Escape)
    page.items_view.type_into(key)
    editor(page).setText(words)
    page.save()
    model = page.items_view.model()
    assert model.index(model.row_of(key), ITEM).data() == words
    with desk.reading() as session:
        assert session.get_one(AgendaItem, key).title == words
    page.grab()


def test_the_fields_below_show_the_chosen_item_and_keep_themselves(page, desk, qtbot):
    go(page, "Adoption of the agenda")
    panel = page.panel
    assert panel.annotation_edit.toPlainText() == "Members will be invited to adopt the provisional agenda."
    assert panel.purpose_box.currentData() == "decision"
    panel.chair_notes_edit.setFocus()
    panel.chair_notes_edit.selectAll()
    QTest.keyClicks(panel.chair_notes_edit, "Be quick.")
    panel.start_edit.setFocus()
    assert desk.undo_label == "Edit chair’s notes"
    QTest.keyClicks(panel.start_edit, "9:45")
    QTest.keyClick(panel.start_edit, Key.Key_Return)
    assert cell(page, "Adoption of the agenda", STARTS) == "09:45"
    assert page.follow_button.isVisible()
    qtbot.mouseClick(page.follow_button, Qt.MouseButton.LeftButton)
    assert cell(page, "Adoption of the agenda", STARTS) == "09:20"
    assert panel.start_edit.text() == ""


def test_a_wrong_time_is_told_at_the_field_and_gone_with_the_item(page):
    go(page, "Adoption of the agenda")
    panel = page.panel
    panel.start_edit.setFocus()
    QTest.keyClicks(panel.start_edit, "25:99")
    QTest.keyClick(panel.start_edit, Key.Key_Return)
    page.save()
    assert panel.start_fault.isVisible(), "and stays while the rest is kept"
    assert panel.start_fault.text() == "“25:99” is not a clock time: write it like 09:30."
    assert panel.start_edit.property("fault") == "error"
    assert panel.start_edit.text() == "25:99"
    go(page, "Updates")
    assert panel.start_edit.text() == ""
    assert not panel.start_fault.isVisible()


def test_a_wrong_time_does_not_keep_the_officer_from_adding(page, qtbot):
    go(page, "Adoption of the agenda")
    page.panel.start_edit.setText("25:99")
    qtbot.mouseClick(page.add_item_button, Qt.MouseButton.LeftButton)
    kind(page, "Next")
    press(page, Key.Key_Tab)
    assert row(page, "Next").number == "1.1"


def test_what_is_typed_below_goes_to_the_item_it_was_typed_for(page, desk):
    go(page, "Adoption of the agenda")
    key = row(page, "Adoption of the agenda").key
    page.panel.annotation_edit.setPlainText("Typed just now")
    go(page, "Updates")
    with desk.reading() as session:
        assert session.get_one(AgendaItem, key).annotation == "Typed just now"
    assert page.panel.annotation_edit.toPlainText().startswith("Short reports")


def test_choices_below_are_kept_at_once(page):
    go(page, "Adoption of the agenda")
    box = page.panel.purpose_box
    box.setCurrentIndex(box.findData("information"))
    box.activated.emit(box.currentIndex())
    page.panel.restricted_check.click()
    assert page.panel.purpose_box.currentData() == "information"
    assert row(page, "Adoption of the agenda").restricted


def test_papers_are_put_to_an_item_taken_off_and_written(page, qtbot, desk):
    go(page, "Adoption of the agenda")
    papers = page.panel.papers_view
    shown = papers.model().records
    assert [paper.symbol for paper in shown] == ["TIPWG/3/1"]
    papers.selectRow(0)
    QTest.keyClick(papers, Key.Key_Delete)
    assert papers.model().rowCount() == 0
    desk.undo()
    papers.selectRow(0)
    QTest.keyClick(papers, Key.Key_Return)
    dialog = page.panel.findChild(PaperDialog)
    dialog.title_edit.setText("Agenda <provisional>")
    dialog.accept()
    assert papers.model().record(0).title == "Agenda <provisional>"
    page.panel.add_paper_button.click()
    menu = QApplication.activePopupWidget()
    assert "TIPWG/3/2" in menu.actions()[2].text()
    menu.actions()[2].trigger()
    menu.close()
    assert [paper.symbol for paper in papers.model().records] == ["TIPWG/3/1", "TIPWG/3/2"]


def test_a_click_on_the_timeline_chooses_the_item(page, qtbot):
    qtbot.waitUntil(lambda: not page.day.timeline.block_of(row(page, "Updates").key + 2).isEmpty())
    wanted = row(page, "Disruption Working Group")
    spot = page.day.timeline.block_of(wanted.key).center()
    qtbot.mouseClick(page.day.timeline, Qt.MouseButton.LeftButton, pos=QPoint(spot.x(), spot.y()))
    assert page.items_view.current().title == "Disruption Working Group"


def test_an_overrun_is_told_in_words(page):
    go(page, "Updates", STARTS)
    kind(page, "09:10")
    press(page, Key.Key_Return)
    assert row(page, "Adoption of the agenda").remark == "15 min over"
    assert page.day.time_label.text() == "15 min over"


def test_several_days_have_heads_that_the_keyboard_passes_over(page):
    page._presenter.fields.write(row(page, "Any other business").key, "day", "2017-05-27")
    lines = page.items_view.model().records
    heads = [place for place, line in enumerate(lines) if isinstance(line, DayHead)]
    assert [lines[place].label for place in heads] == ["Friday 26 May", "Saturday 27 May"]
    page.items_view.setCurrentIndex(
        page.items_view.model().index(heads[1] - 2, ITEM)
    )  # below stands the foot of the day
    press(page, Key.Key_Down)
    assert page.items_view.current() == lines[heads[1] + 1]


def test_another_meeting_takes_the_place_of_the_first(page, workshop, sample, desk):
    first = page._presenter
    page.attach(workshop.agenda(page, sample))
    assert page._presenter is not first
    go(page, "Updates")
    press(page, Key.Key_Up, Alt)
    assert titles(page)[1] == "Updates"
    page.open_at("a-disruption")
    assert page.items_view.current().title == "Disruption Working Group"
    first.leave = page._presenter.leave


def test_the_page_fits_a_small_laptop(page, look):
    hint = page.minimumSizeHint()
    assert hint.width() <= 1366 - 192
    assert hint.height() <= 690 - 110


def test_an_empty_agenda_begins_with_enter(page, desk):
    for _ in range(40):
        if rows(page):
            page._presenter.order.delete(rows(page)[0].key)
    assert rows(page) == []
    page.grab()
    press(page, Key.Key_Return)
    kind(page, "Opening")
    page.save()
    assert [(line.number, line.title) for line in rows(page)] == [("1", "Opening")]


def test_the_table_is_a_model_that_qt_accepts(page, qtmodeltester):
    page._presenter.fields.write(row(page, "Any other business").key, "day", "2017-05-27")
    qtmodeltester.check(page.items_view.model())


def test_escape_leads_from_the_table_to_the_fields_below(page):
    press(page, Key.Key_Escape)
    assert page.panel.presenters_edit.hasFocus()


def test_larger_type_on_a_small_laptop_leaves_rows_to_read(page, look):
    look.choose_points(12)
    page.resize(1366, 530)
    QApplication.processEvents()
    assert page.items_view.viewport().height() >= 5 * look.px(28)
    look.choose_points(10)


def test_the_look_may_change_while_the_page_is_open(page, look):
    look.apply(Qt.ColorScheme.Dark)
    page.grab()
    look.choose_points(12)
    page.grab()
    assert page.minimumSizeHint().width() <= 1366 - 192
    look.choose_points(10)
    look.apply(Qt.ColorScheme.Light)


def test_tab_indents_and_the_next_letters_go_on_behind_the_title(page, desk):
    first = page._presenter.order.add("item", None)
    second = page._presenter.order.add("item", first)
    page.items_view.type_into(second)
    editor = QApplication.focusWidget()
    QTest.keyClicks(editor, "Updates")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    editor = QApplication.focusWidget()
    QTest.keyClicks(editor, " from members")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    with desk.reading() as session:
        item = session.get_one(AgendaItem, second)
    assert (item.title, item.parent_id) == ("Updates from members", first)


def test_an_item_begun_and_left_empty_leaves_no_step(page, desk):
    page._presenter.order.add("item", None)
    with desk.change("Edit") as session:
        session.exec(select(AgendaItem)).first().title = "Opening"
    before = desk.undo_label
    page.items_view.type_into(page._presenter.order.add("item", None))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert desk.undo_label == before
