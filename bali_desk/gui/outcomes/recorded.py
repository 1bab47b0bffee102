"""The list of what is recorded for the agenda item in hand: shown, chosen, and kept in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QListView

from bali_desk.gui.look import Look
from bali_desk.gui.outcomes.keys import OutcomeKeys
from bali_desk.gui.outcomes.sentences import Sentences
from bali_desk.gui.tables import Column, RecordTable

if TYPE_CHECKING:
    from bali_desk.presenters.outcomes.rows import OutcomeRow


class Recorded(QObject):
    """The view with its rows, its keys and its sentences; `empty_label` stands in its place where there are none."""

    def __init__(self, look: Look, view: QListView, empty_label: QLabel) -> None:
        super().__init__(view)
        self._view, self._empty_label = view, empty_label
        self._model: RecordTable[OutcomeRow] = RecordTable(
            [Column("", lambda _row: "")], lambda row: row.outcome_id, self
        )
        view.setModel(self._model)
        self.sentences = Sentences(look, view)
        view.setItemDelegate(self.sentences)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setMouseTracking(True)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.keys = OutcomeKeys(view, self.chosen)
        view.viewport().installEventFilter(self)

    def show(self, rows: Sequence[OutcomeRow], chosen: int | None) -> None:
        """The rows, the one that is edited chosen; where the chosen one is gone, its neighbour."""
        before, place = self.chosen(), self._view.currentIndex().row()
        self._model.show(rows)
        row = self._model.row_of(chosen if chosen is not None else before)
        if row < 0 and place >= 0 and self._view.hasFocus():
            row = min(place, len(rows) - 1)
        if row >= 0:
            self._view.setCurrentIndex(self._model.index(row, 0))
        self._view.setVisible(bool(rows))
        self._empty_label.setVisible(not rows)
        if row < 0:
            self._view.scrollToBottom()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In another width, as when the bar beside the rows comes or goes, the sentences take other heights."""
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self._view.scheduleDelayedItemsLayout()
        return super().eventFilter(watched, event)

    def chosen(self) -> int | None:
        """The outcome that is chosen."""
        row = self._model.record(self._view.currentIndex().row())
        return row.outcome_id if row is not None else None

    def choose(self, outcome: int) -> None:
        """Puts the keyboard on an outcome."""
        self._view.setCurrentIndex(self._model.index(self._model.row_of(outcome), 0))
        self._view.setFocus()

    def choose_last(self) -> None:
        """Points to what was recorded just now."""
        self._view.setCurrentIndex(self._model.index(self._model.rowCount() - 1, 0))

    def enter(self) -> None:
        """Puts the keyboard into the list, at the chosen one, else at the last."""
        if self._model.records:
            if not self._view.currentIndex().isValid():
                self.choose_last()
            self._view.setFocus()
