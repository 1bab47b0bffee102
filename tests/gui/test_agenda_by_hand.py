"""The agenda worked on with the mouse and its keys: the day to scale, dragging, pasting, leads, sessions, files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from sqlmodel import select

from bali_desk.domain.models import AgendaItem, MeetingSession, PaperFile
from bali_desk.gui.agenda.agenda_page import AgendaPage
from bali_desk.gui.agenda.columns import ITEM, LEAD, MINUTES, NUMBER, STARTS
from bali_desk.gui.agenda.paper_dialog import PaperDialog
from bali_desk.presenters.agenda.rows import AgendaRow

Key, Button = Qt.Key, Qt.MouseButton
Alt, Shift, Ctrl = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
Free = Qt.KeyboardModifier.NoModifier


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
    qtbot.waitUntil(lambda: not block(page, "Closing").isEmpty() and page.timeline.height() > 700)
    yield page
    presenter.leave()


def row(page, title):
    return next(row for row in page._agenda.rows if row.title == title)


def titles(page):
    return [row.title for row in page._agenda.rows]


def go(page, title, column=ITEM):
    assert page.items_view.choose(row(page, title).key, column)


def block(page, title):
    return page.timeline.block_of(row(page, title).key)


def drag(page, title, to, *, grip=None, held=Free, drop=True):
    """Takes hold of a block and lets it go at another height."""
    line, start = page.timeline, grip or block(page, title).center()
    QTest.mousePress(line, Button.LeftButton, held, start)
    QApplication.processEvents()
    for part in (0.3, 0.6, 1.0):
        spot = QPointF(start.x(), start.y() + (to - start.y()) * part)
        move = QEvent.Type.MouseMove  # QTest's own moves carry no modifiers
        QApplication.sendEvent(
            line, QMouseEvent(move, spot, line.mapToGlobal(spot), Button.NoButton, Button.LeftButton, held)
        )
    line.grab()
    if drop:
        QTest.mouseRelease(line, Button.LeftButton, held, QPoint(start.x(), to))


def y(page, clock):
    return page.timeline.y_of(int(clock[:2]) * 60 + int(clock[3:]))


# ---- the day to scale ----
def test_a_block_dragged_between_two_others_takes_its_place_there(page, desk):
    before = titles(page)
    drag(page, "Any other business", y(page, "13:32"))
    after = titles(page)
    assert (
        after.index("Any other business")
        == after.index("Regional trends: United Nations Office on Drugs and Crime") - 1
    )
    assert row(page, "Any other business").starts == "13:30"
    assert desk.undo_label == "Move agenda item"
    desk.undo()
    assert titles(page) == before


def test_a_sub_item_dragged_to_its_neighbours_stays_under_its_parent(page):
    drag(page, "Recommendation to Senior Officials", block(page, titles(page)[7]).top() + 2)
    assert row(page, "Recommendation to Senior Officials").number == "3.1"


def test_with_shift_a_block_is_fixed_where_it_is_let_go(page, desk):
    drag(page, "Closing", y(page, "17:40") + block(page, "Closing").height() // 2, held=Shift)
    assert (row(page, "Closing").own_start, row(page, "Closing").free > 0) == ("17:40", True)
    assert desk.undo_label == "Set start of item"
    desk.undo()
    assert row(page, "Closing").own_start == ""


def test_a_block_is_stretched_at_its_lower_edge_in_steps_of_five(page, desk):
    edge = block(page, "Disruption Working Group")
    drag(page, "Disruption Working Group", y(page, "10:37"), grip=QPoint(edge.center().x(), edge.bottom() - 1))
    assert row(page, "Disruption Working Group").minutes == "45"
    assert row(page, "Coffee").starts == "10:35"
    desk.undo()
    assert row(page, "Disruption Working Group").minutes == "30"


def test_a_break_is_stretched_too(page):
    edge = block(page, "Lunch")
    drag(page, "Lunch", y(page, "13:15"), grip=QPoint(edge.center().x(), edge.bottom() - 1))
    assert row(page, "Lunch").minutes == "45"


def test_escape_lets_go_without_a_change(page, desk):
    before, label = titles(page), desk.undo_label
    drag(page, "Any other business", y(page, "09:30"), drop=False)
    QTest.keyClick(page.timeline, Key.Key_Escape)
    QTest.mouseRelease(page.timeline, Button.LeftButton, Free, QPoint(100, y(page, "09:30")))
    assert (titles(page), desk.undo_label) == (before, label)


def test_a_click_without_a_move_only_chooses(page, desk):
    label = desk.undo_label
    QTest.mouseClick(page.timeline, Button.LeftButton, Free, block(page, "Lunch").center())
    assert page.items_view.current().title == "Lunch"
    assert desk.undo_label == label


def test_the_keys_of_the_table_work_on_the_day_too(page):
    QTest.mouseClick(page.timeline, Button.LeftButton, Free, block(page, "Lunch").center())
    page.timeline.setFocus()
    QTest.keyClick(page.timeline, Key.Key_Down, Alt | Shift)
    assert row(page, "Lunch").minutes == "65"
    QTest.keyClick(page.timeline, Key.Key_Down)
    assert page.items_view.current().title.startswith("Regional trends")
    QTest.keyClick(page.timeline, Key.Key_Up, Alt)
    assert titles(page).index("Lunch") > titles(page).index(page.items_view.current().title)
    QTest.keyClick(page.timeline, Key.Key_Escape)
    assert page.items_view.hasFocus()


def test_minutes_are_changed_by_keys_in_the_table_in_one_step(page, desk):
    go(page, "Updates")
    QTest.keyClick(page.items_view, Key.Key_Down, Alt | Shift)
    assert row(page, "Updates").minutes == "55", "those of its sub-items"
    go(page, "Disruption Working Group")
    for _ in range(3):
        QTest.keyClick(page.items_view, Key.Key_Up, Alt | Shift)
    assert row(page, "Disruption Working Group").minutes == "15"
    desk.undo()
    assert row(page, "Disruption Working Group").minutes == "30"


def test_several_days_are_chosen_above_the_timeline(page):
    page._presenter.fields.write(row(page, "Closing").key, "day", "2017-05-27")
    assert [page.day_box.itemText(n) for n in range(page.day_box.count())] == ["Friday 26 May", "Saturday 27 May"]
    go(page, "Lunch")
    assert page.day_box.currentText() == "Friday 26 May"
    page.day_box.setCurrentIndex(1)
    page.day_box.activated.emit(1)
    assert block(page, "Lunch").isEmpty()
    go(page, "Adoption of the agenda")
    assert page.day_box.currentText() == "Friday 26 May", "the day of another item that is chosen"


def test_an_overrun_is_red_words_at_the_item_the_day_and_its_foot(page):
    go(page, "Lunch", STARTS)
    page._presenter.fields.write(row(page, "Lunch").key, "start", "12:10")
    assert row(page, "Regional Roadmap").remark == "15 min over"
    assert page.time_label.text() == "15 min over"
    foot = page.items_view.model().records[-1]
    assert foot.remark == "15 min over"
    page.grab()


# ---- the table ----
def test_a_press_and_a_move_begin_to_drag_an_item(page, monkeypatch):
    view, begun = page.items_view, []
    monkeypatch.setattr(view, "startDrag", lambda _actions: begun.append(view.current().title))
    spot = view.visualRect(view.model().index(1, ITEM)).center()
    QTest.mousePress(view.viewport(), Button.LeftButton, Free, spot)
    for far in (8, 16):
        at = QPointF(spot + QPoint(0, far))
        move = QMouseEvent(
            QEvent.Type.MouseMove, at, view.viewport().mapToGlobal(at), Button.NoButton, Button.LeftButton, Free
        )
        QApplication.sendEvent(view.viewport(), move)
    assert begun == ["Adoption of the agenda"]
    QTest.mouseRelease(view.viewport(), Button.LeftButton, Free, spot)


@pytest.mark.parametrize(("edge", "number"), [("middle", "1.1"), ("top", "1"), ("bottom", "2")])
def test_an_item_that_is_dragged_goes_onto_above_or_below_the_line_under_it(page, desk, edge, number):
    view, before = page.items_view, titles(page)
    go(page, "Any other business")
    data = view.model().mimeData([view.currentIndex()])
    view.scrollToTop()
    line = view.visualRect(view.model().index(1, ITEM))
    height = {"middle": line.center().y(), "top": line.top() + 1, "bottom": line.bottom() - 1}[edge]
    for kind in (QDragEnterEvent, QDragMoveEvent, QDropEvent):
        event = kind(QPoint(line.center().x(), height), Qt.DropAction.MoveAction, data, Button.LeftButton, Free)
        QApplication.sendEvent(view.viewport(), event)
    assert row(page, "Any other business").number == number
    desk.undo()
    assert titles(page) == before


def test_an_item_of_another_window_is_not_taken(page, desk, look, workshop, sample):
    other = AgendaPage(look)
    presenter = workshop.agenda(other, sample)
    other.attach(presenter)
    label = desk.undo_label
    foreign = other.items_view.model().mimeData([other.items_view.model().index(3, ITEM)])
    page.items_view.take_drop(foreign, QPoint(50, 5), False)
    assert desk.undo_label == label
    presenter.leave()
    other.deleteLater()


def test_the_arrow_before_a_number_folds_sub_items_away(page):
    view = page.items_view
    index = view.model().index(view.model().row_of(row(page, "Updates").key), NUMBER)
    spot = QPoint(9, view.visualRect(index).center().y())
    shown = view.model().rowCount()
    QTest.mouseClick(view.viewport(), Button.LeftButton, Free, spot)
    assert view.model().rowCount() == shown - 2
    assert view.current().remark == "2 sub-items"
    page.open_at("a-disruption")
    assert (view.model().rowCount(), view.current().title) == (shown, "Disruption Working Group")
    go(page, "Updates")
    QTest.keyClick(view, Key.Key_Left, Alt)
    assert view.model().rowCount() == shown - 2
    QTest.keyClick(view, Key.Key_Right, Alt)
    assert view.model().rowCount() == shown
    page.grab()


def test_a_number_is_typed_in_its_column(page):
    go(page, "Updates", NUMBER)
    for letter in "2 bis":
        QTest.keyClicks(page.items_view.viewport().findChild(QLineEdit) or page.items_view, letter)
    page.save()
    assert (row(page, "Updates").number, row(page, "Following the money").number) == ("2 bis", "2")


def test_who_leads_is_typed_or_goes_round_by_key(page):
    go(page, "Updates", LEAD)
    QTest.keyClicks(page.items_view, "a")
    page.save()
    assert row(page, "Updates").lead == "Australia"
    go(page, "Updates")
    QTest.keyClick(page.items_view, Key.Key_L, Ctrl)
    assert row(page, "Updates").lead == ""
    go(page, "Updates", LEAD)
    QTest.keyClicks(page.items_view, "x")
    page.save()
    assert page.fault_label.text() == "“x” does not say which co-chair leads: write Indonesia or Australia."


def test_without_co_chairs_there_is_no_column_for_them(page, desk):
    from bali_desk.domain.models import CoChair
    from bali_desk.store.removal import remove

    with desk.change("Delete co-chairs") as session:
        for chair in session.exec(select(CoChair)):
            remove(session, chair)
    assert page.items_view.isColumnHidden(LEAD)
    desk.undo()
    assert not page.items_view.isColumnHidden(LEAD)


def test_the_menu_of_an_item_names_the_keys_and_acts(page):
    go(page, "Adoption of the agenda")
    page.items_view.contextMenuEvent(_menu_at(page.items_view))
    menu = page.items_view.findChild(QMenu)
    words = [action.text() for action in menu.actions() if action.text()]
    assert "Move down\tAlt+Down" in words
    assert "Paste agenda\tCtrl+V" in words
    next(action for action in menu.actions() if action.text().startswith("Indent")).trigger()
    menu.close()
    assert row(page, "Adoption of the agenda").depth == 1


def _menu_at(view):
    return QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(20, 20), view.mapToGlobal(QPoint(20, 20)))


# ---- sessions ----
def test_the_chosen_item_opens_a_new_session(page, desk):
    go(page, "Lunch")
    box = page.panel.session_box
    box.setCurrentIndex(box.findData("new"))
    box.activated.emit(box.currentIndex())
    assert box.currentText() == "begins Afternoon session, 26 May 12:30"
    with desk.reading() as session:
        assert session.exec(select(MeetingSession)).one().start == "12:30"
    go(page, "Closing")
    assert box.currentText() == "in Afternoon session"
    desk.undo()
    assert box.currentText() == "none"


# ---- pasting ----
def paste(page, text="", html=""):
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)
    QTest.keyClick(page.items_view, Key.Key_V, Ctrl)


def test_an_agenda_is_pasted_below_the_chosen_item(page, desk, officer):
    go(page, "Adoption of the agenda")
    paste(page, "1.\tReports\n\ta)\tFirst\n\tb)\tSecond\n2.\tOutlook (15 min)")
    assert titles(page)[2:6] == ["Reports", "First", "Second", "Outlook"]
    assert [row(page, title).number for title in ("Reports", "First", "Outlook", "Updates")] == ["2", "2.1", "3", "4"]
    assert page.items_view.current().title == "Reports"
    assert officer.said[-1] == "4 items pasted after “Adoption of the agenda”."
    desk.undo()
    assert "Reports" not in titles(page)


def test_html_tells_more_than_plain_text(page):
    paste(page, "Opening Welcome", "<ol><li>One more<ol><li>Below it</li></ol></li></ol>")
    assert (row(page, "Below it").depth, row(page, "One more").depth) == (1, 0)


def test_into_a_cell_that_is_typed_in_only_its_words_are_pasted(page):
    go(page, "Adoption of the agenda")
    QTest.keyClick(page.items_view, Key.Key_F2)
    QApplication.clipboard().setText("1. One")
    editor = page.items_view.viewport().findChild(QLineEdit)
    QTest.keyClick(editor, Key.Key_V, Ctrl)
    assert editor.text() == "1. One"
    QTest.keyClick(editor, Key.Key_Escape)


# ---- papers and their files ----
@pytest.fixture
def file(tmp_path):
    path = tmp_path / "TIPWG-3-1 Rev.1.pdf"
    path.write_bytes(b"%PDF-1.7 \x00\xff")
    return path


def paper_dialog(page, title="Adoption of the agenda"):
    go(page, title)
    page.panel.papers_view.selectRow(0)
    QTest.keyClick(page.panel.papers_view, Key.Key_Return)
    return page.panel.findChild(PaperDialog)


def test_a_file_is_attached_opened_saved_and_removed(page, desk, officer, file, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())))
    dialog = paper_dialog(page)
    officer.path = file
    dialog.attach_button.click()
    assert dialog.open_button.isHidden(), "not kept yet"
    dialog.revision_box.setEditText("Rev.1")
    dialog.accept()
    shown = page.panel.papers_view.model().record(0)
    assert (shown.label, shown.file) == ("TIPWG/3/1/Rev.1  Provisional agenda", file.name)
    page.panel.papers_view.selectRow(0)
    page.panel.open_file_button.click()
    QTest.keyClick(page.panel.papers_view, Key.Key_Return, Ctrl)
    assert [copy.name for copy in opened] == [file.name] * 2
    assert opened[0].read_bytes() == file.read_bytes()
    assert opened[0] != file
    officer.path = tmp_path / "saved.pdf"
    dialog = PaperDialog(page._presenter.papers, row(page, "Adoption of the agenda").key, shown, page)
    dialog.save_as_button.click()
    assert officer.path.read_bytes() == file.read_bytes()
    dialog.remove_file_button.click()
    dialog.accept()
    assert page.panel.papers_view.model().record(0).file == ""
    desk.undo()
    assert page.panel.papers_view.model().record(0).file == file.name
    desk.undo()
    assert page.panel.papers_view.model().record(0).label == "TIPWG/3/1  Provisional agenda"
    with desk.reading() as session:
        assert session.exec(select(PaperFile)).all() == []


def test_a_file_that_is_too_large_is_refused_with_a_way_out(page, officer, tmp_path):
    dialog = paper_dialog(page)
    officer.path = tmp_path / "film.pdf"
    with officer.path.open("wb") as film:
        film.truncate(26_000_000)
    dialog.attach_button.click()
    assert officer.failures[0].startswith("“film.pdf” has 26 MB; a paper in the desk may have 25 MB")
    assert dialog.file_name_label.text() == "none"
    officer.path = tmp_path / "gone.pdf"
    dialog.attach_button.click()
    assert "“gone.pdf” could not be read" in officer.failures[1]
    dialog.reject()


def test_files_dragged_onto_the_list_of_papers_become_papers(page, desk, file):
    go(page, "Lunch")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    port = page.panel.papers_view.viewport()
    for kind in (QDragEnterEvent, QDropEvent):
        event = kind(QPoint(5, 5), Qt.DropAction.CopyAction, data, Button.LeftButton, Free)
        QApplication.sendEvent(port, event)
        assert event.isAccepted()
    shown = page.panel.papers_view.model().record(0)
    assert (shown.title, shown.file) == ("TIPWG-3-1 Rev.1", file.name)
    desk.undo()
    assert page.panel.papers_view.model().rowCount() == 0


# ---- what is legal ----
def test_forty_items_on_two_days_with_any_title(page, desk):
    words = ("x" * 600, "=SUM(A1)", "<script>alert(1)</script>", "‮افتتاح", "Null", "{{ x }}", "a\u0301\u0302\u0303")
    meeting = page._presenter._state.meeting_id
    with desk.change("Fill") as session:
        for place in range(40):
            session.add(
                AgendaItem(meeting_id=meeting, sequence=1000 + place, title=words[place % 7], minutes=10 * (place % 3))
            )
    last = [line for line in page.items_view.model().records if isinstance(line, AgendaRow)][-1]
    page._presenter.fields.write(last.key, "day", "2017-05-27")
    for line in page._agenda.rows[-8:]:
        page.items_view.choose(line.key, MINUTES)
        page.grab()
    assert titles(page)[-1] == words[39 % 7]
