"""The Documents page: previews made beside the window, files and prints that are real."""

import datetime as dt

import docx
import pypdfium2
import pytest
from PySide6.QtCore import Qt, QUrl, QUrlQuery
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMainWindow, QWidget

from bali_desk.domain.models import MeetingSession
from bali_desk.gui.documents.documents_page import DocumentsPage
from bali_desk.gui.documents.mail import mail_address
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
    assert (page.page_edit.text(), page.page_label.text()) == ("1", f"of {page.pages.count}")


def test_a_document_is_chosen_turned_zoomed_and_its_options_change_it(qtbot, page):
    click_document(qtbot, page, "attendance")
    wait_for_pages(qtbot, page)
    qtbot.mouseClick(page.next_button, LEFT)
    qtbot.waitUntil(lambda: page.page_edit.text() == "2")
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
    page._presenter.print_pages(printer.pages(page.pages.count))
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
    page._presenter.print_pages(printer.pages(page.pages.count))
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
    assert page.zoom_button.text() != "100 %"
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


def open_document(qtbot, page, name):
    click_document(qtbot, page, name)
    wait_for_pages(qtbot, page)


def test_a_number_typed_goes_to_that_page_and_no_farther_than_the_last(qtbot, page):
    open_document(qtbot, page, "name-plates")
    for typed, reached in (("3", "3"), ("999", None), ("x", None), ("0", "1")):
        page.page_edit.selectAll()
        qtbot.keyClicks(page.page_edit, typed)
        qtbot.keyClick(page.page_edit, Qt.Key.Key_Return)
        last = str(page.pages.count)
        assert page.page_edit.text() == (reached or last), typed


def test_pages_are_made_larger_and_smaller_and_fit_again_by_key(qtbot, page):
    open_document(qtbot, page, "agenda")
    room = page.pages_area.viewport()
    control = Qt.KeyboardModifier.ControlModifier
    begun = page.pages.zoom
    page.activateWindow()
    qtbot.keyClick(page.pages_area, Qt.Key.Key_Plus, control)
    assert page.pages.zoom > begun
    qtbot.keyClick(page.pages_area, Qt.Key.Key_Minus, control)
    assert page.pages.zoom == pytest.approx(begun)
    qtbot.keyClick(page.pages_area, Qt.Key.Key_0, control)
    qtbot.waitUntil(lambda: room.width() - 80 < page.pages.size().width() <= room.width(), timeout=20000)
    qtbot.keyClick(page.pages_area, Qt.Key.Key_0, control | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: room.height() - 60 < page.pages.size().height() <= room.height(), timeout=20000)
    page.resize(page.width(), page.height() - 120)
    qtbot.waitUntil(lambda: page.pages.size().height() <= room.height(), timeout=20000)
    page.zoom_button.menu().actions()[3].trigger()
    assert page.zoom_button.text() == "50 %"


def test_another_document_begins_at_its_start_however_far_she_was_in_the_one_before(qtbot, page):
    open_document(qtbot, page, "run-sheet")
    page.zoom_button.menu().actions()[-1].trigger()
    across, down = page.pages_area.horizontalScrollBar(), page.pages_area.verticalScrollBar()
    qtbot.waitUntil(lambda: across.maximum() > 0, timeout=20000)
    across.setValue(across.maximum())
    down.setValue(down.maximum())
    click_document(qtbot, page, "participants")
    made = page._shelf.row_of("participants")
    qtbot.waitUntil(lambda: "page" in page._shelf.record(made).detail, timeout=20000)
    assert (across.value(), down.value()) == (0, 0)


def test_small_pages_stand_beside_the_large_ones_and_lead_to_them(qtbot, page):
    open_document(qtbot, page, "attendance")
    assert not page.tools.strip.isVisible()
    qtbot.mouseClick(page.strip_button, LEFT)
    strip = page.tools.strip
    assert strip.isVisible()
    assert strip.count() == page.pages.count > 1
    qtbot.mouseClick(strip.viewport(), LEFT, pos=strip.visualItemRect(strip.item(1)).center())
    assert page.page_edit.text() == "2"
    qtbot.mouseClick(page.back_button, LEFT)
    assert strip.currentRow() == 0
    assert strip.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == f"Page 2 of {strip.count()}"
    open_document(qtbot, page, "name-plates")
    qtbot.waitUntil(lambda: strip.count() == page.pages.count > 5, timeout=20000)


def felt_pen(sheet):
    """How many of a page's pixels are coloured as what was found."""
    image = sheet.grab().toImage()
    spots = (image.pixelColor(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return sum(spot.red() > spot.blue() + 60 for spot in spots)


def test_words_are_found_marked_on_the_pages_and_gone_through_by_key(qtbot, page):
    open_document(qtbot, page, "annotated-agenda")
    page.activateWindow()
    qtbot.keyClick(page.pages_area, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    find = page.tools.find
    assert find.isVisible()
    qtbot.keyClicks(find.find_edit, "working group")
    qtbot.waitUntil(lambda: find.count_label.text().startswith("1 of "), timeout=20000)
    total = int(find.count_label.text().split()[-1])
    assert total > 2
    marked = [number for number, sheet in enumerate(page.pages._sheets) if felt_pen(sheet)]
    assert marked == sorted({hit.page for hit in page.tools._hits})
    qtbot.keyClick(find.find_edit, Qt.Key.Key_Return)
    assert find.count_label.text() == f"2 of {total}"
    qtbot.keyClick(find.find_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.mouseClick(find.before_button, LEFT)
    assert find.count_label.text() == f"{total} of {total}"
    find.find_edit.setText("nowhere said")
    qtbot.waitUntil(lambda: find.count_label.text() == "Not in this document", timeout=20000)
    assert not any(felt_pen(sheet) for sheet in page.pages._sheets)
    find.find_edit.setText("group")
    qtbot.waitUntil(lambda: find.count_label.text().startswith("1 of "), timeout=20000)
    qtbot.keyClick(find.find_edit, Qt.Key.Key_Escape)
    assert not find.isVisible()
    assert not any(felt_pen(sheet) for sheet in page.pages._sheets)


def test_what_is_sought_is_sought_in_the_next_document_too(qtbot, page):
    open_document(qtbot, page, "agenda")
    page.find_button.click()
    page.tools.find.find_edit.setText("Indonesia")
    qtbot.waitUntil(lambda: bool(page.tools._hits), timeout=20000)
    before = page.tools._hits
    open_document(qtbot, page, "attendance")
    qtbot.waitUntil(lambda: bool(page.tools._hits) and page.tools._hits != before, timeout=20000)


def printed(qtbot, page, path, setting_up):
    """The texts of the pages that a print with these settings puts on paper."""
    printer = PaperPrinter("Name plates")
    printer.print_to_file(str(path))
    setting_up(printer.printer)
    printer._current = 1
    page._printer = printer
    page._presenter.print_pages(printer.pages(page.pages.count))
    qtbot.waitUntil(lambda: printer.is_done, timeout=60000)
    with pypdfium2.PdfDocument(path) as document:
        return [document[number].render(scale=0.5).to_pil().tobytes() for number in range(len(document))]


def in_ranges(text):
    def set_up(printer):
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setPageRanges(QPageRanges.fromString(text))

    return set_up


def copies(number, collated):
    def set_up(printer):
        in_ranges("1-2")(printer)
        printer.setCopyCount(number)
        printer.setCollateCopies(collated)

    return set_up


def test_ranges_copies_and_order_of_the_print_dialog_are_kept(qtbot, page, tmp_path):
    open_document(qtbot, page, "name-plates")
    every = printed(qtbot, page, tmp_path / "all.pdf", in_ranges("1-4"))
    assert len(set(every)) == 4, "each plate is another"
    for settings, pages in (
        (in_ranges("2,4"), [1, 3]),
        (in_ranges("3"), [2]),
        (lambda printer: printer.setPrintRange(QPrinter.PrintRange.CurrentPage), [1]),
        (copies(2, True), [0, 1, 0, 1]),
        (copies(2, False), [0, 0, 1, 1]),
    ):
        found = [every.index(one) for one in printed(qtbot, page, tmp_path / "some.pdf", settings)]
        assert found == pages


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_print_into_a_place_that_cannot_be_written_is_told(qtbot, page, officer, tmp_path):
    open_document(qtbot, page, "agenda")
    printer = PaperPrinter("Agenda")
    printer.print_to_file(str(tmp_path / "nowhere" / "x.pdf"))
    page._printer = printer
    page._presenter.print_pages([0])
    qtbot.waitUntil(lambda: bool(officer.failures), timeout=20000)
    assert officer.failures == ["The printer took no page: see whether it is on and has paper, then print again."]
    assert printer.is_done


def test_all_documents_are_written_from_the_menu_under_the_shelf(qtbot, page, officer, tmp_path):
    officer.folder = tmp_path / "out"
    officer.folder.mkdir()
    words = page.all_button.menu().actions()[1]
    assert "PDF" in words.text()
    words.trigger()
    qtbot.waitUntil(lambda: bool(officer.failures or officer.said), timeout=60000)
    assert {one.suffix for one in officer.folder.iterdir()} == {".pdf"}
    assert officer.failures[0].startswith("Wrote 9 files into “out”. Co-Chairs’ statement: There is no statement yet")


def test_cancelled_in_the_foot_nothing_of_the_set_is_there(qtbot, page, officer, jobs, tmp_path):
    officer.folder = tmp_path / "out"
    officer.folder.mkdir()
    page.all_button.menu().actions()[0].trigger()
    jobs.progressed.connect(lambda done, total: jobs.cancel() if total == 11 else None)
    qtbot.waitUntil(lambda: not jobs.busy, timeout=60000)
    assert list(officer.folder.iterdir()) == []
    assert (officer.said, officer.failures) == ([], [])


def test_the_mail_names_the_file_whatever_its_letters():
    address = mail_address("TIPWG 3rd – Agenda & “more”", "Agenda: TIPWG 3rd.pdf\n")
    assert address.scheme() == "mailto"
    query = QUrlQuery(address)
    whole = QUrl.ComponentFormattingOption.FullyDecoded
    assert query.queryItemValue("subject", whole) == "TIPWG 3rd – Agenda & “more”"
    assert query.queryItemValue("body", whole) == "Agenda: TIPWG 3rd.pdf\n"


@pytest.mark.parametrize("away", ["in another window", "on another page"])
def test_a_template_mended_in_word_is_seen_when_she_comes_back(qtbot, desk, look, officer, jobs, tmp_path, away):
    officer.path = tmp_path / "mine.docx"
    with_text(officer.path, "{{ meeting.plaice }}")
    page, word = DocumentsPage(look), QWidget()
    presenter = DocumentsPresenter(desk, page, officer, jobs, 1)
    presenter.choose("agenda")
    presenter.choose_own_template()
    page.attach(presenter)
    window = QMainWindow()
    window.setCentralWidget(page)
    for shown in (word, window):
        qtbot.addWidget(shown)
        with qtbot.waitExposed(shown):
            shown.show()
        shown.activateWindow()
    qtbot.waitUntil(page.trouble_label.isVisible, timeout=20000)
    assert "plaice" in page.trouble_label.text()
    if away == "on another page":
        page.hide()
    else:
        word.activateWindow()
        qtbot.waitUntil(word.isActiveWindow)
    with_text(tmp_path / "templates" / "agenda" / "mine.docx", "{{ meeting.place }}")
    page.show()
    window.activateWindow()
    wait_for_pages(qtbot, page)
    presenter.leave()


def with_text(path, text):
    document = docx.Document()
    document.add_paragraph(text)
    document.save(path)
