"""The page Agreed language: earlier statements, what was found in all of them, and one of them to be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedWidget,
    QTextEdit,
    QToolButton,
    QWidget,
)

from bali_desk.gui import forms
from bali_desk.gui.agreed.reading_text import ReadingText
from bali_desk.gui.agreed.result_rows import result_table
from bali_desk.gui.look import Look
from bali_desk.gui.panels import between
from bali_desk.gui.plain import one_line, tip
from bali_desk.gui.shortcuts import within
from bali_desk.gui.tables import Column, RecordTable, RecordView
from bali_desk.presenters.agreed.rows import TextRow, counted

if TYPE_CHECKING:
    from bali_desk.presenters.agreed.finding import Result
    from bali_desk.presenters.agreed.presenter import AgreedPresenter
    from bali_desk.presenters.agreed.rows import Reading

PAUSE = 200  # milliseconds without a keystroke
LETTERS = 420  # of a passage in sight
READING, NARROW = 460, 300  # widths at ten points
CHOOSE = "Choose a statement to read it."
TEXTS, FOUND, EMPTY = range(3)  # of the stack


class AgreedPage(QWidget):
    """Reads in by button and by dropping; puts right in place; finds while she types."""

    count_label: QLabel
    files_button: QPushButton
    folder_button: QPushButton
    first_button: QPushButton
    search_edit: QLineEdit
    delete_button: QToolButton
    unread_box: QWidget
    unread_label: QLabel
    seen_button: QPushButton
    lists: QStackedWidget
    texts_view: RecordView
    found_label: QLabel
    found_view: QListView
    reading_rule: QFrame
    reading_side: QWidget
    reading_label: QLabel
    reading_edit: QTextEdit

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "agreed_page")
        self._look = look
        self._presenter: AgreedPresenter | None = None
        self.text = ReadingText(look, self.reading_edit)
        self.unread_box.hide()
        self._furnish()
        self._connect()
        look.changed.connect(self._draw_anew)
        self._draw_anew()

    def attach(self, presenter: AgreedPresenter) -> None:
        """Works for this desk from now on."""
        if self._presenter is not None:
            self._presenter.leave()
        self._presenter = presenter
        if self.search_edit.text().strip():
            self._search()

    def save(self) -> bool:
        """Nothing is half typed here: each cell keeps what it holds when it is left."""
        return True

    # ---- what the presenter shows ----
    def show_texts(self, rows: Sequence[TextRow]) -> None:
        """The statements that were read in."""
        self._texts.show(rows)
        self.count_label.setText(counted(rows) if rows else "")
        self._show_list()

    def show_results(self, query: str, found: Sequence[Result]) -> None:
        """What the query found; an empty query shows the list again."""
        self._found.show(found)
        more = "the 50 newest" if len(found) == 50 else "1 passage" if len(found) == 1 else f"{len(found)} passages"
        self.found_label.setText(f"{more}, the newest first" if found else f"Nothing has all of “{query}”.")
        self._show_list()

    def show_reading(self, text: Reading | None) -> None:
        """One statement to be read."""
        self.reading_label.setText(text.heading if text else CHOOSE)
        self.text.show(text)

    def show_unread(self, sentences: Sequence[str]) -> None:
        """Why some files could not be read."""
        self.unread_label.setText(
            "\n".join(sentences[:6]) + (f"\nand {len(sentences) - 6} more" * (len(sentences) > 6))
        )
        self.unread_box.setVisible(bool(sentences))

    # ---- dropping ----
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders are welcome."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Reads in what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self._do("read_in", paths)

    # ---- inner ----
    def _furnish(self) -> None:
        def edit(field: str) -> Column[TextRow]:
            return Column(
                field.capitalize(),
                lambda row: one_line(getattr(row, field)),
                raw=lambda row: getattr(row, field),
                edit=lambda row, words: self._do("change", row.text_id, field, words),
                tip=lambda row: tip(row.title if field == "title" else ""),
                key=(lambda row: row.sort_date) if field == "date" else None,
                weight=(lambda _row: 500) if field == "title" else None,
                second=(lambda row: row.file_name) if field == "title" else None,
            )

        number: Column[TextRow] = Column(
            "Passages", lambda row: str(row.passages), "right", key=lambda row: row.passages, ink=lambda _row: "soft"
        )
        self._texts = RecordTable([edit("date"), edit("body"), edit("title"), number], lambda row: row.text_id, self)
        self.texts_view.furnish(self._look, self._texts, (130, 110, 220, 86), 2, 46)
        self.texts_view.setSortingEnabled(True)
        self.texts_view.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        self._found = result_table(self.found_view, self._look, LETTERS)

    def _connect(self) -> None:
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(PAUSE)
        self._idle.timeout.connect(self._search)
        self.search_edit.textChanged.connect(self._on_typing)
        self.search_edit.returnPressed.connect(self._to_results)
        self.files_button.clicked.connect(lambda: self._do("choose_files"))
        for button in (self.folder_button, self.first_button):
            button.clicked.connect(lambda: self._do("choose_folder"))
        self.delete_button.clicked.connect(self._delete)
        self.seen_button.clicked.connect(self.unread_box.hide)
        self.texts_view.chosen.connect(self._read_chosen)
        self.found_view.selectionModel().currentChanged.connect(lambda *_cells: self._read_found())
        within(self, QKeySequence.StandardKey.Find, self.search_edit.setFocus)
        within(self, "Esc", self.search_edit.clear)
        within(self.texts_view, QKeySequence.StandardKey.Delete, self._delete, children=False)

    def _do(self, what: str, *words: object) -> None:
        if self._presenter is not None:
            getattr(self._presenter, what)(*words)

    def _on_typing(self, text: str) -> None:
        if text.strip():
            self._idle.start()
        else:
            self._search()

    def _search(self) -> None:
        self._idle.stop()
        self._do("search", self.search_edit.text())

    def _to_results(self) -> None:
        self._search()
        self.found_view.setFocus()

    def _show_list(self) -> None:
        seeks = bool(self.search_edit.text().strip())
        empty = not self._texts.records
        self.lists.setCurrentIndex(FOUND if seeks else EMPTY if empty else TEXTS)
        self.delete_button.setVisible(not seeks and not empty)
        self.reading_side.setVisible(seeks or not empty)
        self.reading_rule.setVisible(seeks or not empty)

    def _read_chosen(self) -> None:
        row = self.texts_view.current()
        if row is not None and self.lists.currentIndex() == TEXTS:
            self._do("open", row.text_id)

    def _read_found(self) -> None:
        row = self._found.record(self.found_view.currentIndex().row())
        if row is not None:
            self._do("open_result", row)

    def _delete(self) -> None:
        rows = self.texts_view.records()
        if rows:
            self._do("delete", [row.text_id for row in rows])

    def _draw_anew(self) -> None:
        between(self.reading_side, self._look.px(NARROW), self._look.px(READING))
        self.delete_button.setIcon(self._look.icon("delete"))
        self.files_button.setIcon(self._look.icon("import"))
        self.folder_button.setIcon(self._look.icon("open"))
        self.first_button.setIcon(self._look.icon("open", "on_accent"))
        self.found_view.doItemsLayout()
