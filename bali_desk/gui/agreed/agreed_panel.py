"""The panel beside the statement: how the paragraph in hand was said before, and a search over all that was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.agreed.result_rows import result_table
from bali_desk.gui.look import Look

if TYPE_CHECKING:
    from bali_desk.presenters.agreed.beside import Beside, BesidePresenter

PAUSE = 200  # milliseconds without a keystroke
LETTERS = 260  # of a passage in sight


class AgreedPanel(QWidget):
    """Shows results and puts the chosen one into the text."""

    search_edit: QLineEdit
    origin_label: QLabel
    words_label: QLabel
    found_view: QListView
    insert_button: QPushButton

    counted = Signal(int)  # so many suggestions wait
    inserted = Signal(int)  # the block to go on in

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "agreed_panel")
        self._look = look
        self._presenter: BesidePresenter | None = None
        self._found = result_table(self.found_view, look, LETTERS)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(PAUSE)
        self._idle.timeout.connect(self._search)
        self.search_edit.textChanged.connect(lambda _text: self._idle.start())
        self.search_edit.returnPressed.connect(self._to_results)
        self.insert_button.clicked.connect(self._insert)
        self.found_view.activated.connect(lambda _index: self._insert())
        self.origin_label.hide()
        look.changed.connect(self._draw_anew)
        self._draw_anew()

    def attach(self, presenter: BesidePresenter | None) -> None:
        """Works for this meeting from now on; what was sought for another is no question of hers here."""
        self._presenter = presenter
        self._idle.stop()
        if self.search_edit.text():
            with QSignalBlocker(self.search_edit):
                self.search_edit.clear()
            self._search()

    def look_for(self) -> None:
        """Goes on in the search field."""
        self.search_edit.setFocus()
        self.search_edit.selectAll()

    # ---- what the presenter shows ----
    def show_beside(self, beside: Beside) -> None:
        """Results, the first of them chosen."""
        self.words_label.setText(beside.words)
        self.origin_label.setText(f"This paragraph was taken from {beside.origin}." if beside.origin else "")
        self.origin_label.setVisible(bool(beside.origin))
        self._found.show(beside.found)
        if beside.found and not self.found_view.currentIndex().isValid():
            self.found_view.setCurrentIndex(self._found.index(0, 0))
        self.insert_button.setEnabled(bool(beside.found))
        self.counted.emit(0 if self.search_edit.text().strip() else len(beside.found))

    def go_on_in(self, block_id: int) -> None:
        """The cursor belongs into the new paragraph."""
        self.inserted.emit(block_id)

    # ---- inner ----
    def _search(self) -> None:
        self._idle.stop()
        if self._presenter is not None:
            self._presenter.search(self.search_edit.text())

    def _to_results(self) -> None:
        self._search()
        self.found_view.setFocus()

    def _insert(self) -> None:
        row = self._found.record(self.found_view.currentIndex().row())
        if row is not None and self._presenter is not None:
            self._presenter.insert(row)

    def _draw_anew(self) -> None:
        self.insert_button.setIcon(self._look.icon("add"))
        self.found_view.doItemsLayout()
