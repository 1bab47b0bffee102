"""A paper of the meeting: symbol, revision, title, who submitted it, what for, and its file."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.plain import tip
from bali_desk.presenters.agenda.papers import PAPER_REVISIONS, PAPER_STATUSES, AgendaPapers, PaperDocument
from bali_desk.presenters.agenda.rows import PURPOSES, PaperShown


class PaperDialog(QDialog):
    """Writes a new paper, put to an item, or changes one; all of it in one step."""

    symbol_edit: QLineEdit
    revision_box: QComboBox
    title_edit: QLineEdit
    submitted_by_edit: QLineEdit
    purpose_box: QComboBox
    status_box: QComboBox
    restricted_check: QCheckBox
    file_name_label: QLabel
    attach_button: QPushButton
    open_button: QPushButton
    save_as_button: QPushButton
    remove_file_button: QPushButton
    delete_button: QPushButton
    open_wanted = Signal(int)  # the paper whose file is to be opened

    def __init__(
        self, papers: AgendaPapers, item: int, paper: PaperShown | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        forms.load(self, "paper_dialog")
        self._papers, self._item, self._paper = papers, item, paper
        self._document: PaperDocument | None = None  # attached just now
        self._file = paper.file if paper else ""
        self.setMinimumWidth(560)
        self.revision_box.addItems(["", *PAPER_REVISIONS])
        self.purpose_box.addItems(["", *PURPOSES])
        self.status_box.addItems(["", *PAPER_STATUSES])
        self.delete_button.setVisible(paper is not None)
        self._connect()
        self._show_file()
        if paper is None:
            self.setWindowTitle("New paper")
            return
        self.symbol_edit.setText(paper.symbol)
        self.revision_box.setEditText(paper.revision)
        self.title_edit.setText(paper.title)
        self.submitted_by_edit.setText(paper.submitted_by)
        self.purpose_box.setEditText(paper.purpose)
        self.status_box.setEditText(paper.status)
        self.restricted_check.setChecked(paper.restricted)

    def accept(self) -> None:
        """Writes what was typed."""
        words = {
            "symbol": self.symbol_edit.text(),
            "revision": self.revision_box.currentText(),
            "title": self.title_edit.text(),
            "submitted_by": self.submitted_by_edit.text(),
            "purpose": self.purpose_box.currentText(),
            "status": self.status_box.currentText(),
        }
        restricted = self.restricted_check.isChecked()
        if self._paper is None:
            self._papers.add(self._item, words, restricted, self._document)
        else:
            gone = bool(self._paper.file) and not self._file
            self._papers.change(self._paper.key, words, restricted, self._document, without_file=gone)
        super().accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long name of a file gives way."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._show_file)  # once the label has its new width

    # ---- inner ----
    def _connect(self) -> None:
        self.delete_button.clicked.connect(self._delete)
        self.attach_button.clicked.connect(self._attach)
        self.open_button.clicked.connect(self._open)
        self.save_as_button.clicked.connect(self._save_as)
        self.remove_file_button.clicked.connect(self._remove_file)
        self.finished.connect(self.deleteLater)

    def _show_file(self) -> None:
        """The file as it would be kept; what is only attached can be opened once the paper is saved."""
        name, kept = self._file or "none", bool(self._file) and self._document is None
        metrics, width = QFontMetrics(self.file_name_label.font()), max(self.file_name_label.width(), 120)
        self.file_name_label.setText(metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width))
        self.file_name_label.setToolTip(tip(name))
        self.attach_button.setText("Re&place…" if self._file else "&Attach…")
        for button, on in (
            (self.open_button, kept),
            (self.save_as_button, kept),
            (self.remove_file_button, bool(self._file)),
        ):
            button.setVisible(on)

    def _attach(self) -> None:
        document = self._papers.choose_file()
        if document is not None:
            self._document, self._file = document, document.name
            self._show_file()

    def _remove_file(self) -> None:
        self._document, self._file = None, ""
        self._show_file()

    def _open(self) -> None:
        if self._paper is not None:
            self.open_wanted.emit(self._paper.key)

    def _save_as(self) -> None:
        if self._paper is not None:
            self._papers.save_as(self._paper.key)

    def _delete(self) -> None:
        if self._paper is not None and self._papers.delete(self._paper.key):
            super().accept()
