"""The Documents page: the shelf, the chosen document as it will print, its options, and the ways out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bali_desk.gui import forms
from bali_desk.gui.documents.mail import begin_mail
from bali_desk.gui.documents.option_fields import OptionFields
from bali_desk.gui.documents.page_tools import PageTools
from bali_desk.gui.documents.page_view import PageView, image_of
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_TWO
from bali_desk.gui.panels import between
from bali_desk.gui.tables import Column, RecordTable, RecordView

if TYPE_CHECKING:
    from bali_desk.gui.documents.paper_printer import PaperPrinter
    from bali_desk.presenters.documents.options import OptionRow, Value
    from bali_desk.presenters.documents.page_pictures import PagePicture
    from bali_desk.presenters.documents.page_search import Hit
    from bali_desk.presenters.documents.presenter import DocumentsPresenter, ShelfRow, TemplateChoice, Trouble

SHELF, OPTIONS, NARROW = 208, 256, 170  # widths at ten points
WAIT = 60  # milliseconds after the last change before the preview is made again
WORD, PDF = ".docx", ".pdf"
HOUSE, OWN_FILE = "House template", "A Word file of mine…"


class DocumentsPage(QWidget):
    """Makes the preview only while it can be seen."""

    shelf_panel: QWidget
    options_panel: QWidget
    shelf_view: RecordView
    all_button: QPushButton
    title_label: QLabel
    strip_button: QToolButton
    find_button: QToolButton
    back_button: QToolButton
    page_edit: QLineEdit
    page_label: QLabel
    next_button: QToolButton
    smaller_button: QToolButton
    zoom_button: QToolButton
    larger_button: QToolButton
    word_button: QPushButton
    pdf_button: QPushButton
    mail_button: QToolButton
    print_button: QPushButton
    find_holder: QWidget
    strip_holder: QWidget
    preview_stack: QStackedWidget
    pages_panel: QWidget
    pages_area: QScrollArea
    pages_well: QWidget
    trouble_panel: QWidget
    trouble_label: QLabel
    mend_button: QPushButton
    working_panel: QWidget
    template_box: QComboBox
    templates_button: QPushButton
    options_holder: QWidget

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "documents_page")
        self._look = look
        self._presenter: DocumentsPresenter | None = None
        self._printer: PaperPrinter | None = None
        self._fitted = False
        self._stale = True
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT)
        self._wait.timeout.connect(self._make_preview)
        column, options = self.pages_well.layout(), self.options_holder.layout()
        assert isinstance(column, QVBoxLayout)
        assert isinstance(options, QVBoxLayout)
        self.pages = PageView(look, self.pages_area, column)
        self.tools = PageTools(look, self, self, self.pages)
        self.options = OptionFields(options, self._set_option)
        shelf: Column[ShelfRow] = Column("", lambda row: row.title, second=lambda row: row.detail)
        self._shelf = RecordTable([shelf], lambda row: row.name, self)
        self.shelf_view.furnish(look, self._shelf, (100,), 0, ROW_TWO + 6, head=False)
        self._connect()
        look.changed.connect(self._draw_anew)
        self._draw_anew()

    def attach(self, presenter: DocumentsPresenter) -> None:
        """Work for this meeting from now on."""
        if self._presenter is not None:
            self._presenter.leave()
        self._presenter = presenter
        self._renew()

    def save(self) -> bool:
        """Nothing is typed here that waits."""
        return True

    def open_at(self, item: str) -> None:
        """Opens what the menu asks for: "templates"."""
        if item == "templates":
            self._open_templates()

    def event(self, event: QEvent) -> bool:
        """Back from Word, or from the templates: the template may be another now.

        A change of activation is told to the window alone; that it became active, to all within it.
        """
        if event.type() == QEvent.Type.WindowActivate:
            self._look_again()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """What became stale meanwhile is made now."""
        super().showEvent(event)
        self._look_again()
        self._renew()

    def hideEvent(self, event: QHideEvent) -> None:
        """What cannot be seen is not made."""
        super().hideEvent(event)
        self._wait.stop()

    # ---- what the presenter shows ----
    def show_shelf(self, rows: Sequence[ShelfRow], chosen: str) -> None:
        """The documents, and which one is chosen."""
        with QSignalBlocker(self.shelf_view):
            self._shelf.show(rows)
            self.shelf_view.choose(chosen)
        self.title_label.setText(next((row.title for row in rows if row.name == chosen), ""))

    def show_options(self, choice: TemplateChoice, options: Sequence[OptionRow]) -> None:
        """The template and what else may be chosen."""
        with QSignalBlocker(self.template_box):
            self.template_box.clear()
            self.template_box.addItems([HOUSE, *dict.fromkeys([*choice.others, *filter(None, [choice.own])]), OWN_FILE])
            self.template_box.setCurrentIndex(self.template_box.findText(choice.own) if choice.own else 0)
        self.options.show_options(options)

    def show_stale(self) -> None:
        """The record changed: the preview is made again once it can be seen and she pauses."""
        self._stale = True
        self._renew()

    def show_working(self) -> None:
        """The preview is being made; the one before stays in sight."""
        self._allow(False)
        if self.pages.count == 0 or self.preview_stack.currentWidget() is self.trouble_panel:
            self.preview_stack.setCurrentWidget(self.working_panel)

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """The document as it will print."""
        self.preview_stack.setCurrentWidget(self.pages_panel)
        self._give_room()
        self.pages.show_pages(pages)
        self._allow(True)
        self.tools.show_pages()

    def show_trouble(self, trouble: Trouble) -> None:
        """Why there is nothing to show, and the button that mends it."""
        self.trouble_label.setText(trouble.sentence)
        self.mend_button.setText(trouble.button)
        self.mend_button.setVisible(bool(trouble.button))
        self.pages.show_pages([])
        self.preview_stack.setCurrentWidget(self.trouble_panel)
        self._allow(False)
        self.tools.show_pages()

    def show_hits(self, found: Sequence[Hit]) -> None:
        """Where the words she searches stand."""
        self.tools.show_hits(found)

    def print_page(self, page: PagePicture, last: bool) -> bool:
        """A page for the printer she chose; whether it took it."""
        return self._printer is not None and self._printer.feed(image_of(page), last)

    def begin_mail(self, subject: str, body: str) -> None:
        """A mail in the system's own program, which she addresses and sends."""
        begin_mail(subject, body)

    # ---- inner ----
    def _connect(self) -> None:
        self.shelf_view.chosen.connect(self._choose)
        self.word_button.clicked.connect(lambda: self._save(WORD))
        self.pdf_button.clicked.connect(lambda: self._save(PDF))
        self.print_button.clicked.connect(self._print)
        self.mend_button.clicked.connect(self._mend)
        self.template_box.activated.connect(self._choose_template)
        self.templates_button.clicked.connect(self._open_templates)
        self.mail_button.clicked.connect(self._mail)
        self.all_button.setMenu(self._all_menu())
        self.tools.sought.connect(self._find)
        self.pages.zoomed.connect(self._zoom)
        self.pages.turned.connect(self.tools.show_place)
        QShortcut(QKeySequence.StandardKey.Print, self, self._print)

    def _look_again(self) -> None:
        if self._presenter is not None:
            self._presenter.look_again()

    def _renew(self) -> None:
        if self._stale and self._presenter is not None and self.isVisible():
            self._wait.start()

    def _give_room(self) -> None:
        """The pages are placed in the room they have now, not in the one they had while they were hidden."""
        room = self.pages_panel.layout()
        if room is not None:
            self.pages_panel.resize(self.preview_stack.size())
            room.activate()

    def _all_menu(self) -> QMenu:
        menu = QMenu(self.all_button)
        for words, suffixes in (("Word and PDF", (WORD, PDF)), ("PDF", (PDF,)), ("Word", (WORD,))):
            menu.addAction(f"{words} files into a folder…", partial(self._all, suffixes))
        menu.addSeparator()
        menu.addAction("One PDF with bookmarks…", lambda: self._all(()))
        return menu

    def _all(self, suffixes: Sequence[str]) -> None:
        if self._presenter is not None and suffixes:
            self._presenter.all.into_folder(suffixes)
        elif self._presenter is not None:
            self._presenter.all.as_one()

    def _mail(self) -> None:
        if self._presenter is not None:
            self._presenter.mail()

    def _find(self, words: str) -> None:
        if self._presenter is not None:
            self._presenter.find(words)

    def _make_preview(self) -> None:
        if self._presenter is None:
            return
        self._stale = False
        if not self._fitted:
            self._fitted = True
            self._give_room()
            self.pages.fit()
        self._presenter.make_preview(self.pages.dpi)

    def _choose(self) -> None:
        row = self.shelf_view.current()
        if self._presenter is not None and row is not None:
            self.pages.to_start()
            self._presenter.choose(row.name)

    def _save(self, suffix: str) -> None:
        if self._presenter is not None:
            self._presenter.save(suffix)

    def _print(self) -> None:
        if self._presenter is None or not self.print_button.isEnabled():
            return
        from bali_desk.gui.documents.paper_printer import (
            PaperPrinter,  # loads the system's printing, which takes its time
        )

        printer = PaperPrinter(self.title_label.text())
        if printer.choose(self, self.pages.count, self.pages.current):
            self._printer = printer
            self._presenter.print_pages(printer.pages(self.pages.count))

    def _mend(self) -> None:
        if self._presenter is not None:
            self._presenter.mend()

    def _choose_template(self, index: int) -> None:
        if self._presenter is None:
            return
        if index == self.template_box.count() - 1:
            self._presenter.choose_own_template()
        else:
            self._presenter.choose_template(self.template_box.itemText(index) if index else "")

    def _open_templates(self) -> None:
        from bali_desk.gui.templates.templates_dialog import TemplatesDialog

        if self._presenter is not None:
            TemplatesDialog(self._look, self._presenter.templates, self).open()

    def _set_option(self, key: str, value: Value) -> None:
        if self._presenter is not None:
            self._presenter.set_option(key, value)

    def _zoom(self) -> None:
        self.tools.show_place()
        if self._presenter is not None:
            self._presenter.zoom(self.pages.dpi)

    def _allow(self, on: bool) -> None:
        for button in (self.word_button, self.pdf_button, self.mail_button, self.print_button):
            button.setEnabled(on)

    def _draw_anew(self) -> None:
        look = self._look
        between(self.shelf_panel, look.px(NARROW), look.px(SHELF))
        between(self.options_panel, look.px(NARROW), look.px(OPTIONS))
        self.tools.dress()
        self.mail_button.setIcon(look.icon("mail"))
        self.all_button.setIcon(look.icon("export"))
        self.word_button.setIcon(look.icon("word"))
        self.pdf_button.setIcon(look.icon("pdf"))
        self.print_button.setIcon(look.icon("print", "on_accent"))
