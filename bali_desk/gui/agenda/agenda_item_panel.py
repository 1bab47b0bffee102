"""Everything of the chosen agenda item, below the table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from bali_desk.gui import forms
from bali_desk.gui.agenda.name_completer import NameCompleter
from bali_desk.gui.agenda.paper_dialog import PaperDialog
from bali_desk.gui.choices import fill_box, with_unsaid
from bali_desk.gui.fields import Field, Fields
from bali_desk.gui.look import Look
from bali_desk.gui.plain import tip
from bali_desk.gui.tables import Column, RecordTable, RecordView
from bali_desk.presenters.agenda.presenter import AgendaPresenter
from bali_desk.presenters.agenda.rows import KINDS, PURPOSES, ItemShown, PaperShown

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class AgendaItemPanel(QWidget):
    """Presenters, purpose, times, texts and papers of one item; each field keeps itself."""

    presenters_edit: QLineEdit
    kind_box: QComboBox
    purpose_box: QComboBox
    day_box: QComboBox
    session_box: QComboBox
    start_edit: QLineEdit
    end_edit: QLineEdit
    restricted_check: QCheckBox
    presenters_fault: QLabel
    start_fault: QLabel
    end_fault: QLabel
    annotation_edit: QPlainTextEdit
    chair_notes_edit: QPlainTextEdit
    lock_label: QLabel
    papers_view: RecordView
    add_paper_button: QPushButton
    edit_paper_button: QToolButton
    open_file_button: QToolButton
    detach_button: QToolButton

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "agenda_item_panel")
        self._look = look
        self._presenter: AgendaPresenter | None = None
        self._item: ItemShown | None = None
        self._copies = QTemporaryDir()  # of files of papers that were opened
        self._names = NameCompleter([], self)
        self.presenters_edit.setCompleter(self._names)
        self._fields = Fields()
        self._bound = self._bind()
        self._papers: RecordTable[PaperShown] = RecordTable(
            [
                Column(
                    "Paper",
                    lambda paper: paper.label,
                    tip=lambda paper: tip(paper.label),
                    icon=lambda paper: "attached" if paper.file else "",
                )
            ],
            lambda paper: paper.key,
            self,
        )
        self.papers_view.furnish(look, self._papers, (0,), 0, 24, head=False)
        self.papers_view.installEventFilter(self)
        self.papers_view.viewport().installEventFilter(self)
        self.papers_view.setAcceptDrops(True)
        for edit in (self.annotation_edit, self.chair_notes_edit):
            edit.document().setDocumentMargin(0)
        self._connect()
        look.changed.connect(self._dress)
        self._dress()
        self.show_item(None)

    def attach(self, presenter: AgendaPresenter) -> None:
        """Writes through this presenter from now on."""
        self._presenter = presenter

    def show_item(self, item: ItemShown | None) -> None:
        """Shows everything of an item; greys out where there is none."""
        if item is None or self._item is None or item.key != self._item.key:
            self._fields.drop()  # what could not be kept belonged to another item
        self._item = item
        self.setEnabled(item is not None)
        fill_box(self.day_box, item.days if item else (), item.day if item else "")
        fill_box(self.session_box, item.sessions if item else (), item.session if item else "")
        for name, field in self._bound.items():
            field.show(getattr(item, name) if item else "")
        self.restricted_check.blockSignals(True)
        self.restricted_check.setChecked(bool(item and item.restricted))
        self.restricted_check.blockSignals(False)
        self.start_edit.setPlaceholderText(item.flowing_start if item else "")
        self.end_edit.setPlaceholderText(item.flowing_end if item else "")
        self._papers.show(item.papers if item else [])
        self._allow()

    def save(self) -> bool:
        """Keeps what is being typed."""
        return self._fields.save()

    # ---- inner ----
    def _bind(self) -> dict[str, Field[str]]:
        self.kind_box.addItems(list(KINDS))
        fill_box(self.purpose_box, with_unsaid(PURPOSES))
        fields = self._fields
        return {
            "presenters": fields.line(
                self.presenters_edit, lambda text: self._write("presenters", text), self.presenters_fault
            ),
            "kind": fields.choice(self.kind_box, lambda text: self._write("kind", text)),
            "purpose": fields.choice(self.purpose_box, lambda text: self._write("purpose", text), by_data=True),
            "day": fields.choice(self.day_box, lambda text: self._write("day", text), by_data=True),
            "session": fields.choice(self.session_box, lambda text: self._write("session", text), by_data=True),
            "start": fields.line(self.start_edit, lambda text: self._write("start", text), self.start_fault),
            "end": fields.line(self.end_edit, lambda text: self._write("end", text), self.end_fault),
            "annotation": fields.text(self.annotation_edit, lambda text: self._write("annotation", text)),
            "chair_notes": fields.text(self.chair_notes_edit, lambda text: self._write("chair_notes", text)),
        }

    def _connect(self) -> None:
        self.restricted_check.toggled.connect(self._restrict)
        self.presenters_edit.textEdited.connect(self._offer_names)
        self.add_paper_button.clicked.connect(self._offer_papers)
        self.open_file_button.clicked.connect(self._open_file)
        self.edit_paper_button.clicked.connect(self._edit_paper)
        self.detach_button.clicked.connect(self._detach)
        self.papers_view.doubleClicked.connect(lambda _index: self._edit_paper())
        self.papers_view.chosen.connect(self._allow)

    def _dress(self) -> None:
        self.lock_label.setPixmap(self._look.picture("private", "private", 14))
        for button, name in (
            (self.add_paper_button, "add"),
            (self.open_file_button, "open"),
            (self.edit_paper_button, "edited"),
            (self.detach_button, "close"),
        ):
            button.setIcon(self._look.icon(name, "accent" if name == "add" else "soft"))
            button.setIconSize(QSize(20, 16) if name == "add" else QSize(16, 16))

    def _write(self, field: str, text: str) -> None:
        if self._presenter is not None and self._item is not None:
            self._presenter.fields.write(self._item.key, field, text)

    def _restrict(self, on: bool) -> None:
        if self._presenter is not None and self._item is not None:
            self._presenter.fields.restrict(self._item.key, on)

    def _offer_names(self) -> None:
        if self._presenter is not None:
            self._names.offer(self._presenter.known_presenters())

    # ---- papers ----
    def eventFilter(self, watched: object, event: object) -> bool:
        """The keys of the list of papers: Enter edits, with Ctrl opens the file, Delete takes off, Alt+↑↓ moves."""
        if watched is self.papers_view.viewport() and isinstance(event, QDropEvent):
            return self._take_files(event)
        if watched is self.papers_view and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                (self._open_file if event.modifiers() == CTRL else self._edit_paper)()
                return True
            if key == Qt.Key.Key_Delete:
                self._detach()
                return True
            if event.modifiers() == ALT and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move_paper(-1 if key == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _allow(self) -> None:
        paper = self.papers_view.current()
        self.open_file_button.setEnabled(paper is not None and bool(paper.file))
        self.edit_paper_button.setEnabled(paper is not None)
        self.detach_button.setEnabled(paper is not None)

    def _offer_papers(self) -> None:
        if self._presenter is None or self._item is None:
            return
        menu, item, presenter = QMenu(self), self._item.key, self._presenter
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("New paper…", lambda: self._open_paper(None))
        menu.addSeparator()
        for paper in presenter.papers_to_add():
            label = paper.label if len(paper.label) <= 70 else f"{paper.label[:69]}…"
            act = menu.addAction(label.replace("&", "&&"))
            act.triggered.connect(lambda _on=False, key=paper.key: presenter.papers.attach(item, key))
        menu.popup(self.add_paper_button.mapToGlobal(QPoint(0, self.add_paper_button.height())))

    def _edit_paper(self) -> None:
        paper = self.papers_view.current()
        if paper is not None:
            self._open_paper(paper)

    def _open_paper(self, paper: PaperShown | None) -> None:
        if self._presenter is not None and self._item is not None:
            dialog = PaperDialog(self._presenter.papers, self._item.key, paper, self)
            dialog.open_wanted.connect(self._open_file_of)
            dialog.open()

    def _open_file(self) -> None:
        paper = self.papers_view.current()
        if paper is not None and paper.file:
            self._open_file_of(paper.key)

    def _open_file_of(self, key: int) -> None:
        """Opens a copy with the system's program; the copies go with this page."""
        if self._presenter is not None:
            copy = self._presenter.papers.copy_of(key, Path(self._copies.path()))
            if copy is not None:
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    def _take_files(self, event: QDropEvent) -> bool:
        """Files that are dragged onto the list of papers become papers of the item."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths or self._presenter is None or self._item is None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._presenter.papers.add_files(self._item.key, paths)
        return True

    def _detach(self) -> None:
        paper = self.papers_view.current()
        if self._presenter is not None and self._item is not None and paper is not None:
            self._presenter.papers.detach(self._item.key, paper.key)

    def _move_paper(self, way: int) -> None:
        paper = self.papers_view.current()
        if self._presenter is not None and self._item is not None and paper is not None:
            self._presenter.papers.move(self._item.key, paper.key, way)
