"""Outcomes as sentences under their meeting, in a list: a click or Enter wants one, Delete takes it away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from bali_desk.gui.agreed.result_rows import Results
from bali_desk.gui.look import Look
from bali_desk.gui.tables import Column, RecordTable

if TYPE_CHECKING:
    from bali_desk.presenters.work_plan.rows import Answer

LETTERS = 240  # of a sentence in sight
Key = Qt.Key


class AnswersList(QObject):
    """Furnishes a list that the form lays out."""

    wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, look: Look, view: QListView, hides: bool = False) -> None:
        super().__init__(view)
        self.view, self._hides = view, hides
        column: Column[Answer] = Column("", lambda one: f"{one.heading}: {one.text}")
        self._model = RecordTable([column], lambda one: one.key, self)
        view.setModel(self._model)
        view.setItemDelegate(Results(look, view, LETTERS))
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setMouseTracking(True)
        view.clicked.connect(lambda _index: self._want())
        view.installEventFilter(self)
        look.changed.connect(view.doItemsLayout)

    def show(self, answers: Sequence[Answer]) -> None:
        """These sentences; with `hides`, there is no list where there are none."""
        self._model.show(answers)
        self.view.setVisible(bool(answers) or not self._hides)

    def current(self) -> Answer | None:
        """The one the keyboard is on."""
        return self._model.record(self.view.currentIndex().row())

    def choose_first(self) -> None:
        """Goes on in the list."""
        if self._model.rowCount():
            self.view.setCurrentIndex(self._model.index(0, 0))
            self.view.setFocus()

    @property
    def answers(self) -> Sequence[Answer]:
        """What stands in the list."""
        return self._model.records

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter wants the sentence, Delete takes it away."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Key.Key_Return, Key.Key_Enter):
                self._want()
                return True
            if event.key() == Key.Key_Delete and self.current() is not None:
                self.delete_wanted.emit(self.current())
                return True
        return super().eventFilter(watched, event)

    def _want(self) -> None:
        if self.current() is not None:
            self.wanted.emit(self.current())
