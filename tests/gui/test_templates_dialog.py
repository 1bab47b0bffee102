"""The Templates window: reached from page and menu, worked by keys and clicks, files really opened and read again."""

import docx
import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from bali_desk.gui.templates.templates_dialog import TemplatesDialog

LEFT = Qt.MouseButton.LeftButton
TALL = 20000


@pytest.fixture
def dialog(sample, window, qtbot):
    window.show_page("documents")
    page = window.stack.page("documents")
    page.shelf_view.choose("agenda")
    qtbot.mouseClick(page.templates_button, LEFT)
    dialog = window.findChild(TemplatesDialog)
    qtbot.waitUntil(dialog.isVisible)
    wait_for_check(qtbot, dialog)
    yield dialog
    if isValid(dialog):
        dialog.reject()


def wait_for_check(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.summary_label.text().startswith("Checking"), timeout=TALL)


def names(dialog):
    return [row.name for row in dialog._templates.records]


def with_faults(path):
    document = docx.Document()
    document.add_paragraph("Held in {{ meeting.plcae }} today")
    document.save(path)
    return path


def test_it_opens_on_the_document_that_is_chosen_with_its_house_template_found_good(dialog):
    assert dialog.documents_view.current().name == "agenda"
    assert names(dialog) == [""]
    assert dialog.summary_label.text().startswith("No faults")
    assert not dialog.use_button.isEnabled()
    assert dialog.use_button.text() == "In use"


def test_the_menu_leads_there(sample, window, qtbot):
    window.templates_action.trigger()
    dialog = window.findChild(TemplatesDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()


def test_a_file_of_hers_is_added_its_fault_read_and_the_right_field_copied(qtbot, dialog, officer, tmp_path):
    officer.path = with_faults(tmp_path / "Blue.docx")
    qtbot.keyClick(dialog, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.check_chip.text() == "Check (1)", timeout=TALL)
    assert dialog.title_label.text() == "Blue"
    assert dialog.finding_label.text() == "There is no field “plcae” in “meeting”; did you mean “place”?"
    assert dialog.place_label.text() == "Body, paragraph 1"
    assert dialog.words_label.text() == "Held in {{ meeting.plcae }} today"
    assert dialog.instead_label.text() == "meeting.plcae  →  meeting.place"
    qtbot.mouseClick(dialog.copy_instead_button, LEFT)
    assert QGuiApplication.clipboard().text() == "meeting.place"


def test_a_file_dropped_on_the_window_is_taken_in(qtbot, dialog, window, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(with_faults(tmp_path / "Blue.docx")))])
    where, keys = QPointF(200, 200), Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), Qt.DropAction.CopyAction, data, LEFT, keys)
    dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    dialog.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, data, LEFT, keys))
    assert names(dialog) == ["", "Blue"]
    box = window.stack.page("documents").template_box
    assert [box.itemText(place) for place in range(2)] == ["House template", "Blue"]
    qtbot.waitUntil(lambda: dialog.check_chip.text() == "Check (1)", timeout=TALL)


def test_by_keyboard_a_copy_is_made_renamed_used_removed_and_brought_back(qtbot, dialog, window):
    page = window.stack.page("documents")
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(dialog, Qt.Key.Key_D, control)
    assert names(dialog) == ["", "Provisional agenda – own"]
    dialog.templates_view.setFocus()
    qtbot.keyClick(dialog.templates_view, Qt.Key.Key_F2)
    editor = dialog.templates_view.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Mine")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(dialog) == ["", "Mine"])
    qtbot.keyClick(dialog, Qt.Key.Key_Return, control)
    assert dialog.documents_view.current().template == "Mine"
    assert page.template_box.currentText() == "Mine"
    qtbot.keyClick(dialog.templates_view, Qt.Key.Key_Delete)
    assert names(dialog) == [""]
    assert page.template_box.currentText() == "House template"
    assert "Restore brings it back" in dialog.foot_label.text()
    assert [action.text()[:4] for action in dialog._kept_menu.actions()] == ["Mine"]
    qtbot.keyClick(dialog, Qt.Key.Key_Z, control)
    assert names(dialog) == ["", "Mine"]
    wait_for_check(qtbot, dialog)


class Desktop(QObject):
    """Stands where the system's program for files would."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def take(self, url):
        self.opened.append(url.toLocalFile())


def test_a_copy_opens_in_the_systems_program_and_is_read_again_when_she_comes_back(qtbot, dialog):
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "take")
    try:
        qtbot.mouseClick(dialog.word_button, LEFT)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    (path,) = desktop.opened
    assert path.endswith("agenda/Provisional agenda – own.docx")
    wait_for_check(qtbot, dialog)
    with_faults(path)
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: dialog.check_chip.text() == "Check (1)", timeout=TALL)


def test_pages_are_shown_filled_in_with_the_sample_and_with_nothing_known(qtbot, dialog):
    dialog.documents_view.choose("participants")
    qtbot.keyClick(dialog, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: dialog.trial.view.count > 0, timeout=TALL)
    width = dialog.trial.view.size().width()
    qtbot.mouseClick(dialog.smaller_button, LEFT)
    qtbot.waitUntil(lambda: dialog.trial.view.size().width() < width, timeout=TALL)
    full = dialog.trial.view.count
    qtbot.mouseClick(dialog.empty_chip, LEFT)
    qtbot.waitUntil(lambda: dialog.trial.view.count < full, timeout=TALL)


def test_fields_are_found_as_she_types_and_copied(qtbot, dialog):
    qtbot.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert dialog.detail_stack.currentWidget().objectName() == "fields_page"
    qtbot.keyClicks(dialog.find_edit, "venue")
    rows = dialog.fields_view.model().records
    assert [row.tag for row in rows] == ["{{ meeting.venue }}"]
    assert rows[0].example.startswith("Bougainvillea Hall")
    dialog.fields_view.setFocus()
    qtbot.keyClick(dialog.fields_view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "{{ meeting.venue }}"
    dialog.find_edit.setText("line title")
    assert dialog.around_label.text() == "Inside {% for day in days %} {% for line in day.lines %}"
    dialog.find_edit.setText("weekday")
    assert any(row.is_filter for row in dialog.fields_view.model().records)


def test_what_is_chosen_is_remembered_by_the_machine(settings):
    settings.choose_template("agenda", "Blue, my own")
    assert (settings.template("agenda"), settings.template("statement")) == ("Blue, my own", "")


def test_it_fits_a_laptop(dialog):
    assert dialog.minimumSizeHint().width() <= 1366
    assert dialog.minimumSizeHint().height() <= 690
