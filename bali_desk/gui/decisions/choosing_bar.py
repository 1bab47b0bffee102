"""The line above the lists: what is sought, and of which body, status and year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from bali_desk.gui.choices import fill_box
from bali_desk.gui.look import Look
from bali_desk.presenters.decisions.choosing import RegisterShown, Wanted

Key = Qt.Key


class ChoosingBar(QObject):
    """Works the widgets that the form lays out; knows what is wanted now, also while no presenter is there."""

    changed = Signal(Wanted)
    rows_wanted = Signal()  # the keyboard goes on to what was found

    def __init__(
        self, look: Look, find_edit: QLineEdit, boxes: dict[str, QComboBox], everything_button: QPushButton
    ) -> None:
        super().__init__(find_edit)
        self.wanted = Wanted()
        self._look, self._find_edit, self._boxes, self._everything_button = look, find_edit, boxes, everything_button
        find_edit.textChanged.connect(lambda text: self.changed.emit(replace(self.wanted, asked=text)))
        for name, box in boxes.items():
            box.activated.connect(self._chooser(box, name))
        everything_button.clicked.connect(lambda: self.changed.emit(Wanted(self.wanted.view)))
        find_edit.installEventFilter(self)
        look.changed.connect(self._dress)
        self._dress()

    def show_choices(self, shown: RegisterShown) -> None:
        """Shows what is wanted, among what there is to choose from."""
        self.wanted = wanted = shown.wanted
        if self._find_edit.text() != wanted.asked:
            with QSignalBlocker(self._find_edit):
                self._find_edit.setText(wanted.asked)
        choices = {"body": shown.bodies, "status": shown.statuses, "year": shown.years}
        for name, box in self._boxes.items():
            value = getattr(wanted, name)
            fill_box(box, choices[name], value)
            box.setCurrentIndex(max(box.findData(value), 0))
        self._everything_button.setVisible(wanted != Wanted(wanted.view))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter lead from the find box to what was found, Escape empties it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Key.Key_Down, Key.Key_Return, Key.Key_Enter):
                self.rows_wanted.emit()
                return True
            if event.key() == Key.Key_Escape:
                self._find_edit.clear()
                return True
        return super().eventFilter(watched, event)

    def _chooser(self, box: QComboBox, name: str) -> Callable[[int], None]:
        return lambda place: self.changed.emit(replace(self.wanted, **{name: box.itemData(place)}))

    def _dress(self) -> None:
        for action in self._find_edit.actions():
            if action.objectName() == "find_sign":
                self._find_edit.removeAction(action)
        sign = self._find_edit.addAction(self._look.icon("find"), QLineEdit.ActionPosition.LeadingPosition)
        sign.setObjectName("find_sign")
