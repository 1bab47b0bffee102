"""Gives a meeting a title of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from bali_desk.gui import forms

if TYPE_CHECKING:
    from bali_desk.presenters.meetings.presenter import MeetingsPresenter


class RenameDialog(QDialog):
    """One line, and what an empty one means."""

    name_edit: QLineEdit
    make_button: QPushButton
    cancel_button: QPushButton

    def __init__(self, presenter: MeetingsPresenter, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "rename_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name_edit.setText(presenter.title_of(meeting_id))
        self.name_edit.selectAll()
        self.make_button.clicked.connect(lambda: presenter.rename(meeting_id, self.name_edit.text()))
        self.make_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
