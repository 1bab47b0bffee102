"""One of the chairs, edited in place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.fields import Field, Fields
from bali_desk.gui.look import Look
from bali_desk.gui.widgets import WordsEdit

if TYPE_CHECKING:
    from bali_desk.presenters.overview.presenter import ChairRow as Chair


class ChairRow(QWidget):
    """Country, institution, person; its menu moves or deletes it."""

    country_edit: QLineEdit
    institution_edit: WordsEdit
    person_edit: QLineEdit
    more_button: QToolButton

    kept = Signal(int, str, str)  # chair, field, text
    move_wanted = Signal(int, int)
    delete_wanted = Signal(int)

    def __init__(self, look: Look, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "chair_row")
        self._look = look
        self._chair_id = 0
        self.bound: dict[str, Field[Any]] = {
            "country": fields.line(self.country_edit, partial(self._keep, "country")),
            "institution": fields.text(self.institution_edit, partial(self._keep, "institution")),
            "person": fields.line(self.person_edit, partial(self._keep, "person")),
        }
        menu = QMenu(self)
        self._up = menu.addAction("Move up", lambda: self.move_wanted.emit(self._chair_id, -1))
        self._down = menu.addAction("Move down", lambda: self.move_wanted.emit(self._chair_id, 1))
        menu.addAction("Delete", lambda: self.delete_wanted.emit(self._chair_id))
        self.more_button.setMenu(menu)
        look.changed.connect(self._dress)
        self._dress()

    def show_chair(self, chair: Chair, first: bool, last: bool) -> None:
        """Shows a chair, and which way it may move."""
        self._chair_id = chair.chair_id
        for name, field in self.bound.items():
            field.show(getattr(chair, name))
        self._up.setEnabled(not first)
        self._down.setEnabled(not last)

    def _keep(self, name: str, text: str) -> None:
        self.kept.emit(self._chair_id, name, text)

    def _dress(self) -> None:
        self.more_button.setIcon(self._look.icon("more"))
