"""A paper of the meeting: symbol, title, who submitted it, what for."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QPushButton, QWidget

from bali_desk.gui import forms
from bali_desk.presenters.agenda.papers import PAPER_STATUSES, AgendaPapers
from bali_desk.presenters.agenda.rows import PURPOSES, PaperShown


class PaperDialog(QDialog):
    """Writes a new paper, put to an item, or changes one."""

    symbol_edit: QLineEdit
    title_edit: QLineEdit
    submitted_by_edit: QLineEdit
    purpose_box: QComboBox
    status_box: QComboBox
    restricted_check: QCheckBox
    delete_button: QPushButton

    def __init__(
        self, papers: AgendaPapers, item: int, paper: PaperShown | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        forms.load(self, "paper_dialog")
        self._papers, self._item, self._paper = papers, item, paper
        self.setMinimumWidth(440)
        self.purpose_box.addItems(["", *PURPOSES])
        self.status_box.addItems(["", *PAPER_STATUSES])
        self.delete_button.setVisible(paper is not None)
        self.delete_button.clicked.connect(self._delete)
        self.finished.connect(self.deleteLater)
        if paper is None:
            self.setWindowTitle("New paper")
            return
        self.symbol_edit.setText(paper.symbol)
        self.title_edit.setText(paper.title)
        self.submitted_by_edit.setText(paper.submitted_by)
        self.purpose_box.setEditText(paper.purpose)
        self.status_box.setEditText(paper.status)
        self.restricted_check.setChecked(paper.restricted)

    def accept(self) -> None:
        """Writes what was typed."""
        words = {
            "symbol": self.symbol_edit.text(),
            "title": self.title_edit.text(),
            "submitted_by": self.submitted_by_edit.text(),
            "purpose": self.purpose_box.currentText(),
            "status": self.status_box.currentText(),
        }
        if self._paper is None:
            self._papers.add(self._item, words, self.restricted_check.isChecked())
        else:
            self._papers.change(self._paper.key, words, self.restricted_check.isChecked())
        super().accept()

    def _delete(self) -> None:
        if self._paper is not None and self._papers.delete(self._paper.key):
            super().accept()
