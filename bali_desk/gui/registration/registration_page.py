"""Import registrations: three steps in one panel, from the sheet to what became of each row."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QToolButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.dropped import dropped_file
from bali_desk.gui.look import Look
from bali_desk.gui.registration.columns_step import ColumnsStep
from bali_desk.gui.registration.result_step import ResultStep
from bali_desk.gui.registration.rows_step import RowsStep
from bali_desk.gui.restyle import restyle
from bali_desk.presenters.registration.columns import ColumnsShown
from bali_desk.presenters.registration.presenter import RegistrationPresenter
from bali_desk.presenters.registration.result import ResultShown
from bali_desk.presenters.registration.rows import RowsShown


class RegistrationPage(QWidget):
    """Shows the step that is in hand; a sheet may be dropped on it at any time before something is decided."""

    columns_mark: QLabel
    columns_label: QLabel
    rows_mark: QLabel
    rows_label: QLabel
    result_mark: QLabel
    result_label: QLabel
    file_label: QLabel
    close_button: QToolButton
    stack: QStackedWidget
    start_panel: QWidget
    fault_label: QLabel
    choose_button: QPushButton
    working_panel: QWidget
    working_label: QLabel
    cancel_button: QPushButton

    page_wanted = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "registration_page")
        self._look = look
        self._presenter: RegistrationPresenter | None = None
        self._at = 0  # which of the three steps is in hand, from 1; 0: none yet
        self.columns_step = ColumnsStep(look, self.stack)
        self.rows_step = RowsStep(look, self.stack)
        self.result_step = ResultStep(look, self.stack)
        for step in (self.columns_step, self.rows_step, self.result_step):
            self.stack.addWidget(step)
        self.setAcceptDrops(True)
        self._connect()
        look.changed.connect(self._dress)
        self._dress()

    def attach(self, presenter: RegistrationPresenter) -> None:
        """Works for this meeting from now on."""
        if self._presenter is not None:
            self._presenter.leave()
        self._presenter = presenter
        for step in (self.columns_step, self.rows_step, self.result_step):
            step.attach(presenter)

    def save(self) -> bool:
        """Keeps what is being typed into the first step."""
        return self.columns_step.save()

    def open_at(self, path: str) -> None:
        """Reads this file."""
        if self._presenter is not None:
            self._presenter.open(Path(path))

    # ---- what the presenter shows ----
    def show_start(self, trouble: str) -> None:
        """No file yet, or one that could not be read."""
        self.fault_label.setText(trouble)
        self.fault_label.setVisible(bool(trouble))
        self._bring(self.start_panel, 1, "")
        self.choose_button.setFocus()

    def show_working(self, words: str) -> None:
        """Something slow is under way."""
        self.working_label.setText(words)
        self.stack.setCurrentWidget(self.working_panel)
        self.cancel_button.setFocus()

    def show_columns(self, shown: ColumnsShown) -> None:
        """The first step."""
        fresh = self.stack.currentWidget() is not self.columns_step
        self.columns_step.show_columns(shown)
        self._bring(self.columns_step, 1, shown.file)
        if fresh:
            self.columns_step.begin()

    def show_rows(self, shown: RowsShown) -> None:
        """The second step."""
        fresh = self.stack.currentWidget() is not self.rows_step
        self.rows_step.show_rows(shown)
        self._bring(self.rows_step, 2, shown.file)
        if fresh:
            self.rows_step.begin()

    def show_result(self, shown: ResultShown) -> None:
        """The third step."""
        self.result_step.show_result(shown)
        self._bring(self.result_step, 3, shown.file)
        self.result_step.begin()

    # ---- what the officer does ----
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the participants; what is in hand stays as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file at a time."""
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Reads the file that is dropped."""
        event.acceptProposedAction()
        self.open_at(dropped_file(event.mimeData()))

    def go_back(self) -> None:
        """Back to the participants."""
        self.page_wanted.emit("participants", "")

    # ---- inner ----
    def _connect(self) -> None:
        self.close_button.clicked.connect(self.go_back)
        self.result_step.done_wanted.connect(self._finish)
        for wanted in (self.choose_button.clicked, self.columns_step.other_wanted, self.result_step.other_wanted):
            wanted.connect(lambda *_clicked: self._presenter.choose_file() if self._presenter else None)
        self.cancel_button.clicked.connect(lambda: self._presenter.cancel() if self._presenter else None)

    def _finish(self) -> None:
        """The import is done: the page begins anew the next time."""
        if self._presenter is not None:
            self._presenter.begin_anew()
        self.go_back()

    def _bring(self, widget: QWidget, step: int, file: str) -> None:
        self.stack.setCurrentWidget(widget)
        self.file_label.setText(file)
        self._at = step
        self._mark_steps()

    def _mark_steps(self) -> None:
        """The steps behind her ticked, the one in hand strong."""
        for number, name in enumerate(("columns", "rows", "result"), 1):
            mark: QLabel = getattr(self, f"{name}_mark")
            label: QLabel = getattr(self, f"{name}_label")
            if number < self._at:
                mark.setPixmap(self._look.picture("done", "good"))
            else:
                mark.setText(str(number))
            for part in (mark, label):
                restyle(part, "ink", "" if number == self._at else "soft")
                restyle(part, "tier", "strong" if number == self._at else "")
            label.setAccessibleDescription("the step in hand" if number == self._at else "")

    def _dress(self) -> None:
        self.close_button.setIcon(self._look.icon("close"))
        self._mark_steps()
