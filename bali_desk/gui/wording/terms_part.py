"""The words a house does not use, as a table: a line above it adds, Enter in it changes, Delete takes out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from bali_desk.domain.errors import DeskError
from bali_desk.gui import forms
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import HEAD, ROW
from bali_desk.gui.restyle import restyle
from bali_desk.gui.tables import Column, RecordTable, RecordView
from bali_desk.presenters.wording.house import HousePresenter
from bali_desk.presenters.wording.house_terms import LET, TermRow

WIDTHS, INSTEAD = (170, 0, 170), 1
MOST_WORDS = 6  # more of them scroll


class TermsPart(QWidget):
    """Shows the table and hands on what she does with it."""

    word_edit: QLineEdit
    instead_edit: QLineEdit
    add_button: QPushButton
    fault_label: QLabel
    terms_view: RecordView
    term_back_button: QPushButton
    remove_button: QToolButton

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "terms_part")
        self._look = look
        self._presenter: HousePresenter | None = None
        columns: list[Column[TermRow]] = [
            Column("The house does not write", lambda row: row.word, dot=lambda row: "edited" if row.own else ""),
            Column(
                "but",
                lambda row: row.instead or LET,
                ink=lambda row: "ink" if row.instead else "soft",
                edit=self._change,
                raw=lambda row: row.instead,
            ),
            Column("", lambda row: row.about, ink=lambda _row: "soft"),
        ]
        self._terms = RecordTable(columns, lambda row: row.word, self)
        self.terms_view.furnish(look, self._terms, WIDTHS, INSTEAD)
        self._connect()
        look.changed.connect(self._dress)
        self._dress()
        self._tell("")

    def use(self, presenter: HousePresenter | None) -> None:
        """Hands on to this presenter from now on."""
        self._presenter = presenter

    def show_rows(self, rows: Sequence[TermRow]) -> None:
        """The words as they stand."""
        self._terms.show(rows)
        self._fit_words()
        if rows and not self.terms_view.currentIndex().isValid():
            self.terms_view.selectRow(0)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the table, and Enter in the line above it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if watched is self.terms_view and key == Qt.Key.Key_Delete:
                self._remove()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._edit() if watched is self.terms_view else self._enter(watched)
                return True
        return super().eventFilter(watched, event)

    # ---- inner ----
    def _connect(self) -> None:
        for watched in (self.terms_view, self.word_edit, self.instead_edit):
            watched.installEventFilter(self)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.term_back_button.clicked.connect(self._back)
        self.terms_view.chosen.connect(self._follow)

    def _enter(self, watched: QObject) -> None:
        """From the first field to the second, and from there into the table."""
        if watched is self.word_edit and self.word_edit.text().strip() and not self.instead_edit.text().strip():
            self.instead_edit.setFocus()
        else:
            self._add()

    def _add(self) -> None:
        if self._presenter is None:
            return
        word = self.word_edit.text()
        try:
            self._presenter.add_term(word, self.instead_edit.text())
        except DeskError as error:
            self._tell(str(error))
            (self.instead_edit if word.strip() else self.word_edit).setFocus()
            return
        self._tell("")
        self.terms_view.choose(" ".join(word.split()))
        self.word_edit.clear()
        self.instead_edit.clear()
        self.word_edit.setFocus()

    def _edit(self) -> None:
        row, typing = self.terms_view.currentIndex().row(), QAbstractItemView.State.EditingState
        if row >= 0 and self.terms_view.state() != typing:  # the Enter that ends an edit comes here too
            self.terms_view.edit(self._terms.index(row, INSTEAD))

    def _change(self, row: TermRow, instead: str) -> None:
        if self._presenter is not None:
            self._presenter.change_term(row.word, instead)

    def _remove(self) -> None:
        row: TermRow | None = self.terms_view.current()
        if self._presenter is not None and row is not None:
            place = self.terms_view.currentIndex().row()
            self._presenter.remove_term(row.word)
            if self.terms_view.current() is None and self._terms.records:
                self.terms_view.selectRow(min(place, len(self._terms.records) - 1))

    def _back(self) -> None:
        row: TermRow | None = self.terms_view.current()
        if self._presenter is not None and row is not None:
            self._presenter.term_back(row.word)

    def _follow(self) -> None:
        row: TermRow | None = self.terms_view.current()
        self.term_back_button.setVisible(row is not None and row.own and bool(row.shipped))
        self.remove_button.setEnabled(row is not None and bool(row.instead))

    def _tell(self, fault: str) -> None:
        """Why the words in the line make no rule."""
        self.fault_label.setText(fault)
        self.fault_label.setVisible(bool(fault))
        for edit in (self.word_edit, self.instead_edit):
            restyle(edit, "fault", "error" if fault else "")
            edit.setAccessibleDescription(fault)

    def _fit_words(self) -> None:
        """As high as its rows, so that none of them is cut."""
        rows = min(max(len(self._terms.records), 1), MOST_WORDS)
        self.terms_view.setFixedHeight(self._look.px(HEAD) + rows * self._look.px(ROW))

    def _dress(self) -> None:
        self.term_back_button.setIcon(self._look.icon("undo", "accent"))
        self.remove_button.setIcon(self._look.icon("delete"))
        self._fit_words()
