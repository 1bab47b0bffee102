"""Begins a meeting: body, ordinal, dates, place, and what comes along from another meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QPushButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.faults import FieldFaults
from bali_desk.presenters.faults import WrongField

if TYPE_CHECKING:
    from bali_desk.presenters.meetings.presenter import MeetingsPresenter

AGENDA, POSTPONED = "agenda", "postponed"


class NewMeetingDialog(QDialog):
    """Opens beside the work; a sentence stands at each field that cannot be kept."""

    body_box: QComboBox
    ordinal_edit: QLineEdit
    kind_edit: QLineEdit
    title_edit: QLineEdit
    start_edit: QLineEdit
    end_edit: QLineEdit
    city_edit: QLineEdit
    country_edit: QLineEdit
    source_box: QComboBox
    parts_holder: QWidget
    make_button: QPushButton
    cancel_button: QPushButton

    def __init__(self, presenter: MeetingsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "new_meeting_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._presenter = presenter
        fields = {"body": self.body_box, "ordinal": self.ordinal_edit, "start": self.start_edit, "end": self.end_edit}
        self._faults = FieldFaults(self, fields)
        self._checks = {
            box.objectName().removesuffix("_check"): box for box in self.parts_holder.findChildren(QCheckBox)
        }
        self._counts: dict[str, int] = {}
        self.body_box.addItems(presenter.body_names())
        line = self.body_box.lineEdit()
        assert line is not None, "new_meeting_dialog.ui makes the box editable"
        line.setPlaceholderText("Choose a body, or write a new one")
        self.body_box.currentTextChanged.connect(self._suggest)
        for edit in (self.ordinal_edit, self.kind_edit):
            edit.textChanged.connect(self._name)
        self.source_box.currentIndexChanged.connect(self._offer)
        self._checks[AGENDA].toggled.connect(self._allow_postponed)
        self.make_button.clicked.connect(self._make)
        self.cancel_button.clicked.connect(self.reject)
        self._suggest(self.body_box.currentText())
        if self.body_box.currentText():
            self.start_edit.setFocus()  # all above it is proposed

    def _suggest(self, body: str) -> None:
        ordinal, kind = self._presenter.suggest(body)
        self.ordinal_edit.setText(str(ordinal))
        self.kind_edit.setText(kind)
        self.title_edit.setText(self._presenter.suggest_title(body))
        self._name()
        blocker = QSignalBlocker(self.source_box)
        self.source_box.clear()
        for source in self._presenter.sources(body):
            self.source_box.addItem(source.label, source.meeting_id)
        blocker.unblock()
        self._offer()

    def _name(self) -> None:
        """Says in the empty title what the meeting is called without one."""
        self.title_edit.setPlaceholderText(
            self._presenter.name_for(self.ordinal_edit.text(), self.kind_edit.text()) or "none"
        )

    def _offer(self) -> None:
        source = self.source_box.currentData()
        self.parts_holder.setVisible(source is not None)
        self.source_box.setEnabled(self.source_box.count() > 1)
        offers = self._presenter.offers(self.body_box.currentText(), source) if source is not None else []
        self._counts = {offer.part: offer.count for offer in offers}
        for offer in offers:
            box = self._checks[offer.part]
            box.setText(f"{offer.words} ({offer.count})" if offer.count > 1 else offer.words)
            box.setEnabled(bool(offer.count))
            box.setChecked(offer.chosen)
        self._allow_postponed()
        self.adjustSize()

    def _allow_postponed(self) -> None:
        """The whole agenda has the postponed items in it."""
        in_agenda = self._checks[AGENDA].isChecked()
        box = self._checks[POSTPONED]
        box.setEnabled(not in_agenda and bool(self._counts.get(POSTPONED)))
        box.setToolTip("They stand in the agenda already" if in_agenda else "")

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
            title=self.title_edit.text(),
            take_from=self.source_box.currentData(),
            parts=[part for part, box in self._checks.items() if box.isChecked() and box.isEnabled()],
        )
        try:
            self._presenter.add_meeting(new)
        except WrongField as fault:
            self._faults.show(fault)
        else:
            self.accept()
