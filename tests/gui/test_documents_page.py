"""The Documents page: previews made beside the window, files and prints that are real."""

import datetime as dt

import docx
import pypdfium2
import pytest
from PySide6.QtCore import Qt

from bali_desk.domain.models import MeetingSession
from bali_desk.gui.documents.documents_page import DocumentsPage
from bali_desk.gui.documents.paper_printer import PaperPrinter
from bali_desk.presenters.documents.presenter import DocumentsPresenter
from bali_desk.presenters.meetings.sample import SAMPLE
from bali_desk.store.desk import Desk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(tmp_path):
    from bali_desk.exchange.importing import take_in

    desk = Desk(tmp_path / "bali.desk")
    with desk.change("Import") as session:
        take_in(session, SAMPLE.read_bytes())
    yield desk
    desk.close()


@pytest.fixture
def page(qtbot, look, desk, officer, jobs):
    page = DocumentsPage(look)
    qtbot.addWidget(page)
    presenter = DocumentsPresenter(desk, page, officer, jobs, 1)
    page.attach(presenter)
    page.resize(1174, 640)
    with qtbot.waitExposed(page):
        page.show()
    yield page
    page.hide()
    presenter.leave()


def click_document(qtbot, page, name):
    view = page.shelf_view
    place = view.visualRect(view.model().index(page._shelf.row_of(name), 0)).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)


def wait_for_pages(qtbot, page):
    qtbot.waitUntil(lambda: page.print_button.isEnabled() and page.pages.count > 0, timeout=20000)


def test_the_missing_statement_is_composed_by_the_button_beside_the_sentence(qtbot, page):
    qtbot.waitUntil(page.mend_button.isVisible, timeout=20000)
    assert page.trouble_label.text() == "There is no statement yet: compose it first."
    assert not page.word_button.isEnabled()
    qtbot.mouseClick(page.mend_button, LEFT)
    wait_for_pages(qtbot, page)
    assert page.page_label.text() == f"1 of {page.pages.count}"


def test_a_document_is_chosen_turned_zoomed_and_its_options_change_it(qtbot, page):
    click_document(qtbot, page, "attendance")
    wait_for_pages(qtbot, page)
    qtbot.mouseClick(page.next_button, LEFT)
    qtbot.waitUntil(lambda: page.page_label.text().startswith("2 of"))
    width = page.pages.size().width()
    qtbot.mouseClick(page.smaller_button, LEFT)
    qtbot.waitUntil(lambda: page.pages.size().width() < width, timeout=20000)
    count = page.pages.count
    page.options.field("blank_rows").setValue(60)
    qtbot.waitUntil(lambda: page.pages.count > count, timeout=20000)


def test_nothing_is_made_while_the_page_is_hidden(qtbot, page, desk):
    click_document(qtbot, page, "agenda")
    wait_for_pages(qtbot, page)
    page.hide()
    page.show_stale()
    assert not page._wait.isActive()
    page.show()
    assert page._wait.isActive()


def test_word_and_pdf_are_written_where_she_says(qtbot, page, officer, tmp_path):
    click_document(qtbot, page, "agenda")
    wait_for_pages(qtbot, page)
    officer.path = tmp_path / "agenda.docx"
    qtbot.mouseClick(page.word_button, LEFT)
    qtbot.waitUntil(lambda: officer.said == ["Wrote agenda.docx."], timeout=20000)
    assert officer.path.read_bytes()[:2] == b"PK"
    officer.path = tmp_path / "agenda.pdf"
    qtbot.mouseClick(page.pdf_button, LEFT)
    qtbot.waitUntil(lambda: len(officer.said) == 2, timeout=20000)
    assert officer.path.read_bytes()[:4] == b"%PDF"


def test_every_page_is_printed(qtbot, page, tmp_path):
    click_document(qtbot, page, "attendance")
    wait_for_pages(qtbot, page)
    printer = PaperPrinter("Attendance")
    printer.print_to_file(str(tmp_path / "printed.pdf"))
    page._printer = printer
    page._presenter.print_all()
    qtbot.waitUntil(lambda: printer.is_done, timeout=60000)
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as printed:
        assert len(printed) == page.pages.count


@pytest.mark.parametrize(("name", "across"), [("papers", True), ("agenda", False)])
def test_the_paper_lies_as_the_page_does(qtbot, page, tmp_path, name, across):
    click_document(qtbot, page, name)
    wait_for_pages(qtbot, page)
    printer = PaperPrinter(name)
    printer.print_to_file(str(tmp_path / "printed.pdf"))
    page._printer = printer
    page._presenter.print_all()
    qtbot.waitUntil(lambda: printer.is_done, timeout=60000)
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as printed:
        width, height = printed[0].get_size()
        assert (width > height) == across
        ink = printed[0].render(scale=0.2).to_pil().convert("L").point(lambda level: 255 * (level < 200)).getbbox()
    assert ink[2] - ink[0] > 0.6 * width * 0.2, "it fills the paper"


def test_the_page_needs_no_more_room_than_a_laptop_has(page):
    assert page.minimumSizeHint().width() <= 1174
    assert page.minimumSizeHint().height() <= 580


def test_a_session_is_chosen_from_the_list_or_typed(qtbot, page, desk):
    click_document(qtbot, page, "attendance")
    with desk.change("Add session") as session:
        session.add(MeetingSession(meeting_id=1, name="Morning & tea", day=dt.date(2017, 5, 26)))
    box = page.options.field("session")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "26 May 2017, Morning & tea"
    assert page._presenter._options["attendance"]["session"] == box.currentText()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), "Evening")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert page._presenter._options["attendance"]["session"] == "Evening"
    assert page.options.field("session").currentText() == "Evening"


def test_columns_are_ticked_and_put_in_order_by_keyboard_and_by_drag(qtbot, page):
    click_document(qtbot, page, "attendance")
    columns = page.options.field("columns")
    assert columns.accessibleName() == "Columns"
    columns.setFocus()
    columns.setCurrentRow(0)
    qtbot.keyClick(columns, Qt.Key.Key_Space)
    qtbot.keyClick(columns, Qt.Key.Key_Down)
    qtbot.keyClick(columns, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page._presenter._options["attendance"]["columns"] == "delegation,name,mark"
    words = [columns.item(row).text() for row in range(columns.count())]
    assert words[:4] == ["Row numbers", "Delegations", "Names", "Room to sign or tick"], "nothing jumps under her hand"
    columns.model().moveRow(columns.rootIndex(), 3, columns.rootIndex(), 0)
    assert page._presenter._options["attendance"]["columns"] == "mark,delegation,name"
    assert columns.currentItem().text() == "Names"
    click_document(qtbot, page, "agenda")
    click_document(qtbot, page, "attendance")
    assert page.options.field("columns").value() == "mark,delegation,name"


def test_the_first_column_goes_no_higher_and_the_last_no_lower(qtbot, page):
    click_document(qtbot, page, "attendance")
    columns = page.options.field("columns")
    before = columns.value()
    for row, key in ((0, Qt.Key.Key_Up), (columns.count() - 1, Qt.Key.Key_Down)):
        columns.setCurrentRow(row)
        qtbot.keyClick(columns, key, Qt.KeyboardModifier.AltModifier)
    assert columns.value() == before


def test_a_document_that_lies_across_is_seen_whole_until_she_zooms_herself(qtbot, page):
    room = page.pages_area.viewport().width
    click_document(qtbot, page, "agenda")
    wait_for_pages(qtbot, page)
    upright = page.pages.size().width()
    click_document(qtbot, page, "run-sheet")
    qtbot.waitUntil(lambda: page.pages.size().width() > page.pages.size().height(), timeout=20000)
    qtbot.waitUntil(lambda: page.pages.size().width() <= room(), timeout=20000)
    assert page.zoom_label.text() != "100 %"
    click_document(qtbot, page, "agenda")
    bar = page.pages_area.verticalScrollBar().sizeHint().width()
    qtbot.waitUntil(lambda: abs(page.pages.size().width() - upright) <= 2 * bar, timeout=20000)
    qtbot.mouseClick(page.larger_button, LEFT)
    zoom = page.pages.zoom
    click_document(qtbot, page, "run-sheet")
    qtbot.waitUntil(lambda: page.pages.size().width() > room(), timeout=20000)
    assert page.pages.zoom == zoom


def test_a_long_name_of_a_template_is_never_wider_than_its_panel(qtbot, page, officer, tmp_path):
    document = docx.Document()
    document.add_paragraph("{{ meeting.place }}")
    officer.path = tmp_path / "List of participants with the two crests of the co-chairing ministries.docx"
    document.save(officer.path)
    click_document(qtbot, page, "participants")
    page.template_box.setCurrentIndex(page.template_box.count() - 1)
    page.template_box.activated.emit(page.template_box.currentIndex())
    assert page.template_box.currentText() == officer.path.stem
    wait_for_pages(qtbot, page)
    right = page.template_box.mapTo(page, page.template_box.rect().topRight()).x()
    assert right <= page.width() - 12
