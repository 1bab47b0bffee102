"""The Templates window: the templates of each document, what the check says of one, its pages, and every field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from bali_desk.gui import forms
from bali_desk.gui.dropped import dropped_file
from bali_desk.gui.leaving_dialog import LeavingDialog
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_TWO
from bali_desk.gui.plain import menu_words, tip
from bali_desk.gui.tables import Column, RecordTable, RecordView
from bali_desk.gui.templates.field_list import FieldList
from bali_desk.gui.templates.finding_list import FindingList
from bali_desk.gui.templates.trial_pages import TrialPages
from bali_desk.presenters.templates.rows import DocumentRow, TemplateRow

if TYPE_CHECKING:
    from bali_desk.presenters.documents.page_pictures import PagePicture
    from bali_desk.presenters.templates.own import Kept
    from bali_desk.presenters.templates.presenter import TemplateShown, TemplatesPresenter, TemplatesView
    from bali_desk.presenters.templates.rows import FieldRow, FindingRow

DOCUMENTS, TEMPLATES, WIDE, HIGH = 216, 236, 1180, 680  # at ten points
CHECK, PAGES, FIELDS = range(3)  # of the stack
MOST_KEPT = 20  # in the menu


class TemplatesDialog(LeavingDialog):
    """Pages are made only while they can be seen; coming back from Word looks at every file again."""

    documents_panel: QWidget
    templates_panel: QWidget
    documents_view: RecordView
    templates_view: RecordView
    add_button: QPushButton
    duplicate_button: QToolButton
    rename_button: QToolButton
    remove_button: QToolButton
    restore_button: QToolButton
    title_label: QLabel
    word_button: QPushButton
    use_button: QPushButton
    check_chip: QPushButton
    sample_chip: QPushButton
    empty_chip: QPushButton
    fields_chip: QPushButton
    smaller_button: QToolButton
    larger_button: QToolButton
    detail_stack: QStackedWidget
    summary_icon: QLabel
    summary_label: QLabel
    findings_view: RecordView
    finding_rule: QFrame
    finding_panel: QWidget
    finding_label: QLabel
    place_label: QLabel
    words_label: QLabel
    instead_label: QLabel
    copy_instead_button: QPushButton
    preview_stack: QStackedWidget
    pages_area: QScrollArea
    pages_well: QWidget
    trouble_page: QWidget
    trouble_label: QLabel
    find_edit: QLineEdit
    count_label: QLabel
    fields_view: RecordView
    around_label: QLabel
    tag_label: QLabel
    copy_button: QPushButton
    foot_label: QLabel
    close_button: QPushButton

    def __init__(
        self, look: Look, decide: Callable[[TemplatesView], TemplatesPresenter], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        forms.load(self, "templates_dialog")
        self._look = look
        self._shown: TemplateShown | None = None
        self._presenter: TemplatesPresenter | None = None
        self.trial = TrialPages(
            look,
            self,
            lambda which, dpi: self._decide(lambda presenter: presenter.make_pages(which, dpi)),
            lambda dpi: self._decide(lambda presenter: presenter.zoom(dpi)),
        )
        self.findings = FindingList(look, self, self._copy)
        self.fields = FieldList(look, self, self._copy)
        self._furnish()
        look.changed.connect(self._dress)
        self._dress()
        self.resize(look.px(WIDE), look.px(HIGH))
        self._presenter = decide(self)
        self._connect()

    # ---- what the presenter shows ----
    def show_documents(self, rows: Sequence[DocumentRow], chosen: str) -> None:
        """The documents; those made with a template of hers have a dot."""
        with QSignalBlocker(self.documents_view):
            self._documents.show(rows)
            self.documents_view.choose(chosen)

    def show_templates(self, rows: Sequence[TemplateRow], chosen: str, kept: Sequence[Kept]) -> None:
        """The templates of the document, and what can be brought back."""
        with QSignalBlocker(self.templates_view):
            self._templates.show(rows)
            self.templates_view.choose(chosen)
        self._kept_menu.clear()
        for one in kept[:MOST_KEPT]:
            action = self._kept_menu.addAction(menu_words(f"{one.name}  ({one.when})"))
            action.triggered.connect(
                lambda _checked=False, one=one: self._decide(lambda presenter: presenter.restore(one))
            )
        self.restore_button.setEnabled(bool(kept))

    def show_template(self, shown: TemplateShown, findings: Sequence[FindingRow]) -> None:
        """The template in hand and what came of its check."""
        own = bool(shown.name)
        self._shown = shown
        self.title_label.setText(shown.title)
        self.summary_label.setText(shown.summary)
        self.findings.show_findings(findings)
        self._show_summary_icon()
        self.check_chip.setText(f"Check ({sum(one.is_fault for one in findings)})" if findings else "Check")
        self.use_button.setEnabled(not shown.in_use)
        self.use_button.setText("In use" if shown.in_use else "Use for this document")
        self.word_button.setText("Open in Word" if own else "Change a copy in Word")
        for button in (self.rename_button, self.remove_button):
            button.setEnabled(own)

    def show_fields(self, rows: Sequence[FieldRow]) -> None:
        """The reference for the document."""
        self.fields.show_fields(rows)

    def show_stale(self) -> None:
        """The pages are made again once they can be seen."""
        self.trial.make_stale()

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """The template filled in."""
        self.trial.show_pages(pages)

    def show_trouble(self, sentence: str) -> None:
        """Why it cannot be filled in."""
        self.trial.show_trouble(sentence)

    def say(self, words: str) -> None:
        """What was done, in the foot."""
        self.foot_label.setText(words)

    def open_file(self, path: Path) -> bool:
        """Open a file in the system's program for it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    @property
    def is_ready(self) -> bool:
        """Whether there is somebody to ask."""
        return self._presenter is not None

    # ---- what Qt tells ----
    def changeEvent(self, event: QEvent) -> None:
        """Back from Word: look at every file again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._decide(lambda presenter: presenter.look_again())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A Word file is welcome."""
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the file in as a template of the document in hand."""
        path = Path(dropped_file(event.mimeData()))
        event.acceptProposedAction()
        self._decide(lambda presenter: presenter.take_in(path))

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins in the list of templates."""
        super().showEvent(event)
        self.templates_view.setFocus()

    def leave(self) -> None:
        """What is being made is no longer wanted."""
        if self._presenter is not None:
            self._presenter.leave()
            self._presenter = None
            self.deleteLater()

    # ---- inner ----
    def _furnish(self) -> None:
        documents: Column[DocumentRow] = Column(
            "", lambda row: row.title, second=lambda row: row.template, dot=lambda row: "own" if row.own else ""
        )
        self._documents = RecordTable([documents], lambda row: row.name, self)
        self.documents_view.furnish(self._look, self._documents, (100,), 0, ROW_TWO, head=False)
        templates: Column[TemplateRow] = Column(
            "",
            lambda row: row.title,
            second=lambda row: row.words,
            icon=lambda row: "error" if row.faults else "done" if row.in_use else "word",
            dot=lambda row: "error" if row.faults else "good" if row.in_use else "soft",
            tip=lambda row: tip(row.title),
            edit=lambda row, text: self._decide(lambda presenter: presenter.rename(row.name, text)),
            editable=lambda row: bool(row.name),
        )
        self._templates = RecordTable([templates], lambda row: row.name, self)
        self.templates_view.furnish(self._look, self._templates, (100,), 0, ROW_TWO, head=False)
        self.templates_view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setAcceptDrops(True)
        self._kept_menu = QMenu(self)
        self.restore_button.setMenu(self._kept_menu)

    def _connect(self) -> None:
        self.documents_view.chosen.connect(self._choose_document)
        self.templates_view.chosen.connect(self._choose)
        self.templates_view.doubleClicked.connect(lambda _index: self._decide(lambda presenter: presenter.use()))
        self.rename_button.clicked.connect(lambda: self.templates_view.edit(self.templates_view.currentIndex()))
        self.close_button.clicked.connect(self.reject)
        for chip in (self.check_chip, self.sample_chip, self.empty_chip, self.fields_chip):
            chip.toggled.connect(lambda on: self._turn() if on else None)
        for button, act, keys in (
            (self.add_button, lambda presenter: presenter.add(), "Ctrl+N"),
            (self.duplicate_button, lambda presenter: presenter.duplicate(), "Ctrl+D"),
            (self.remove_button, lambda presenter: presenter.remove(), ""),
            (self.word_button, lambda presenter: presenter.open_in_word(), "Ctrl+O"),
            (self.use_button, lambda presenter: presenter.use(), "Ctrl+Return"),
        ):
            button.clicked.connect(lambda _checked=False, act=act: self._decide(act))
            if keys:
                QShortcut(QKeySequence(keys), self, button.click)
        QShortcut(QKeySequence.StandardKey.Delete, self.templates_view, self.remove_button.click)
        QShortcut(QKeySequence.StandardKey.Undo, self, lambda: self._decide(lambda presenter: presenter.restore()))
        QShortcut(QKeySequence.StandardKey.Refresh, self, lambda: self._decide(lambda one: one.check_again()))
        for number, chip in enumerate((self.check_chip, self.sample_chip, self.empty_chip, self.fields_chip), 1):
            QShortcut(QKeySequence(f"Alt+{number}"), self, chip.click)
        QShortcut(QKeySequence.StandardKey.Find, self, self._find)
        self._turn()

    def _decide(self, act: Callable[[TemplatesPresenter], object]) -> None:
        if self._presenter is not None:
            act(self._presenter)

    def _choose_document(self) -> None:
        row: DocumentRow | None = self.documents_view.current()
        if row is not None:
            self.say("")
            self._decide(lambda presenter: presenter.choose_document(row.name))

    def _choose(self) -> None:
        row: TemplateRow | None = self.templates_view.current()
        if row is not None:
            self.say("")
            self._decide(lambda presenter: presenter.choose(row.name))

    def _turn(self) -> None:
        """Show what the chip says."""
        place = PAGES if self.trial.wanted else FIELDS if self.fields_chip.isChecked() else CHECK
        self.detail_stack.setCurrentIndex(place)
        self.trial.make_stale()

    def _show_summary_icon(self) -> None:
        """A sign beside the words: never a colour alone."""
        shown = self._shown
        state = shown.state if shown is not None else ""
        icon = {"faults": ("error", "error"), "good": ("done", "good")}.get(state, ("again", "soft"))
        self.summary_icon.setPixmap(self._look.picture(*icon))

    def _find(self) -> None:
        self.fields_chip.click()
        self.find_edit.setFocus()

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.say(f"Copied {text} – paste it in Word.")

    def _dress(self) -> None:
        look = self._look
        self.documents_panel.setFixedWidth(look.px(DOCUMENTS))
        self.templates_panel.setFixedWidth(look.px(TEMPLATES))
        for button, icon in (
            (self.add_button, "add"),
            (self.word_button, "word"),
            (self.duplicate_button, "copy"),
            (self.rename_button, "edited"),
            (self.remove_button, "delete"),
            (self.restore_button, "undo"),
        ):
            button.setIcon(look.icon(icon))
        self._show_summary_icon()
