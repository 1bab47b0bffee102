"""One step of the road: its sign, its state in words, its picture, and its button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from bali_desk.gui import forms
from bali_desk.gui.look import Look
from bali_desk.gui.restyle import restyle

if TYPE_CHECKING:
    from bali_desk.presenters.overview.steps import RoadStep

SIGNS = {"done": ("done", "good"), "part": ("part", "accent"), "todo": ("todo", "soft"), "late": ("warning", "warning")}
SPOKEN = {"done": "done", "part": "begun", "todo": "to do", "late": "overdue"}


class RoadStepRow(QWidget):
    """Says where its button leads by `page_wanted`."""

    sign_label: QLabel
    name_label: QLabel
    words_label: QLabel
    missing_label: QLabel
    picture_holder: QWidget
    picture_holder_layout: QVBoxLayout
    action_button: QPushButton

    page_wanted = Signal(str, str)

    def __init__(self, look: Look, picture: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "road_step_row")
        self._look = look
        self._step: RoadStep | None = None
        self.picture_holder.setVisible(picture is not None)
        if picture is not None:
            self.picture_holder_layout.addWidget(picture)
        self.action_button.clicked.connect(self._go)
        look.changed.connect(self._dress)

    def show_step(self, step: RoadStep) -> None:
        """Shows the state of the step."""
        self._step = step
        self.name_label.setText(step.name)
        self.words_label.setText(step.words)
        self.missing_label.setText(step.missing)
        self.missing_label.setVisible(bool(step.missing))
        self.action_button.setText(step.action)
        self.action_button.setVisible(bool(step.action))
        self._dress()

    def _dress(self) -> None:
        step = self._step
        if step is None:
            return
        icon, ink = SIGNS[step.state]
        self.sign_label.setPixmap(self._look.picture(icon, ink if step.ink == "soft" else step.ink, 20))
        self.sign_label.setAccessibleName(SPOKEN[step.state])
        restyle(self.words_label, "ink", step.ink)
        restyle(self.action_button, "kind", "main" if step.main else "link")

    def _go(self) -> None:
        if self._step is not None:
            self.page_wanted.emit(self._step.page, self._step.item)
