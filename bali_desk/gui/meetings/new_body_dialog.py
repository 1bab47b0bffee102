"""Begins a body: the group that meets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.faults import FieldFaults
from bali_desk.presenters.faults import WrongField

if TYPE_CHECKING:
    from bali_desk.presenters.meetings.presenter import MeetingsPresenter


class NewBodyDialog(QDialog):
    """Name, short name, parent process, and who decides."""

    name_edit: QLineEdit
    short_edit: QLineEdit
    parent_edit: QLineEdit
    main_actor_edit: QLineEdit
    make_button: QPushButton
    cancel_button: QPushButton

    def __init__(self, presenter: MeetingsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "new_body_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._presenter = presenter
        self._faults = FieldFaults(self, {"name": self.name_edit})
        self.make_button.clicked.connect(self._make)
        self.cancel_button.clicked.connect(self.reject)

    def _make(self) -> None:
        from bali_desk.presenters.meetings.presenter import NewBody

        new = NewBody(
            self.name_edit.text(), self.short_edit.text(), self.parent_edit.text(), self.main_actor_edit.text()
        )
        try:
            self._presenter.add_body(new)
        except WrongField as fault:
            self._faults.show(fault)
        else:
            self.accept()
