"""Begins a meeting: body, ordinal, dates, place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPushButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.faults import FieldFaults
from bali_desk.presenters.faults import WrongField

if TYPE_CHECKING:
    from bali_desk.presenters.meetings.presenter import MeetingsPresenter


class NewMeetingDialog(QDialog):
    """Opens beside the work; a sentence stands at each field that cannot be kept."""

    body_box: QComboBox
    ordinal_edit: QLineEdit
    kind_edit: QLineEdit
    start_edit: QLineEdit
    end_edit: QLineEdit
    city_edit: QLineEdit
    country_edit: QLineEdit
    make_button: QPushButton
    cancel_button: QPushButton

    def __init__(self, presenter: MeetingsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "new_meeting_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._presenter = presenter
        fields = {"body": self.body_box, "ordinal": self.ordinal_edit, "start": self.start_edit, "end": self.end_edit}
        self._faults = FieldFaults(self, fields)
        self.body_box.addItems(presenter.body_names())
        line = self.body_box.lineEdit()
        assert line is not None, "new_meeting_dialog.ui makes the box editable"
        line.setPlaceholderText("Choose a body, or write a new one")
        self.body_box.currentTextChanged.connect(self._suggest)
        self.make_button.clicked.connect(self._make)
        self.cancel_button.clicked.connect(self.reject)
        self._suggest(self.body_box.currentText())

    def _suggest(self, body: str) -> None:
        ordinal, kind = self._presenter.suggest(body)
        self.ordinal_edit.setText(str(ordinal))
        self.kind_edit.setText(kind)

    def _make(self) -> None:
        from bali_desk.presenters.meetings.presenter import NewMeeting

        new = NewMeeting(
            body=self.body_box.currentText(),
            ordinal=self.ordinal_edit.text(),
            kind=self.kind_edit.text(),
            start=self.start_edit.text(),
            end=self.end_edit.text(),
            city=self.city_edit.text(),
            country=self.country_edit.text(),
        )
        try:
            self._presenter.add_meeting(new)
        except WrongField as fault:
            self._faults.show(fault)
        else:
            self.accept()
