"""Everything of one person, beside the table; each field keeps itself."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QToolButton, QWidget

from bali_desk.domain.attendance import STATES
from bali_desk.domain.names import FAMILY_FIRST
from bali_desk.gui import forms
from bali_desk.gui.agenda.name_completer import NameCompleter
from bali_desk.gui.choices import fill_box, with_unsaid
from bali_desk.gui.fields import Field, Fields
from bali_desk.gui.look import Look
from bali_desk.presenters.agenda.rows import day_label
from bali_desk.presenters.participants.details import PersonShown
from bali_desk.presenters.participants.presenter import ParticipantsPresenter
from bali_desk.presenters.participants.rows import MODES, ROLES

LINES = ("honorific", "given", "family", "display", "native_name", "position", "organisation", "phone")
PANEL = 330


class ParticipantPanel(QWidget):
    """Name in all its parts, office, attendance and how to reach the person."""

    closed = Signal()

    name_label: QLabel
    delete_button: QToolButton
    close_button: QToolButton
    delegation_box: QComboBox
    honorific_edit: QLineEdit
    given_edit: QLineEdit
    family_edit: QLineEdit
    display_edit: QLineEdit
    native_name_edit: QLineEdit
    name_order_box: QComboBox
    position_edit: QLineEdit
    organisation_edit: QLineEdit
    role_box: QComboBox
    attendance_box: QComboBox
    replaced_by_edit: QLineEdit
    replaced_by_fault: QLabel
    mode_box: QComboBox
    days_place: QWidget
    email_edit: QLineEdit
    email_fault: QLabel
    phone_edit: QLineEdit
    note_edit: QPlainTextEdit

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "participant_panel")
        self._look = look
        self._presenter: ParticipantsPresenter | None = None
        self._person: PersonShown | None = None
        self._days: dict[dt.date, QCheckBox] = {}
        self._names = NameCompleter([], self, several=False)
        self.replaced_by_edit.setCompleter(self._names)
        self.replaced_by_edit.textEdited.connect(self._offer_names)
        self._fields = Fields()
        self._texts = self._bind_texts()
        self._others = self._bind_others()
        self.close_button.clicked.connect(self.close_panel)
        self.delete_button.clicked.connect(self._delete)
        look.changed.connect(self._dress)
        self._dress()

    def attach(self, presenter: ParticipantsPresenter) -> None:
        """Writes through this presenter from now on."""
        self._presenter = presenter

    def show_person(self, person: PersonShown | None) -> None:
        """Shows everything of a person; greys out where there is none."""
        if person is None or self._person is None or person.key != self._person.key:
            self._fields.drop()  # what could not be kept belonged to another person
        self._person = person
        self.setEnabled(person is not None)
        self.name_label.setText(person.name if person else "")
        self._offer_delegations(person)
        for name, field in self._texts.items():
            field.show(person.texts[name] if person else "")
        self._others["delegation"].show(str(person.delegation or "") if person else "")
        self._others["attendance"].show(person.attendance if person else "")
        self._others["replaced_by"].show(person.replaced_by if person else "")
        self._show_days(person.days if person else ())

    def save(self) -> bool:
        """Keeps what is being typed."""
        return self._fields.save()

    def begin(self, at: QLineEdit | None = None) -> None:
        """Puts the keyboard on the name, or on another line."""
        edit = at or self.given_edit
        edit.setFocus()
        edit.selectAll()

    def close_panel(self) -> None:
        """Keeps what is being typed and goes."""
        self.save()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    # ---- inner ----
    def _bind_texts(self) -> dict[str, Field[str]]:
        fill_box(self.name_order_box, (("", "as the style says"), (FAMILY_FIRST, FAMILY_FIRST)))
        fill_box(self.mode_box, with_unsaid(MODES))
        self.role_box.addItems(list(ROLES))
        fields = {name: self._fields.line(getattr(self, f"{name}_edit"), partial(self._write, name)) for name in LINES}
        fields["email"] = self._fields.line(self.email_edit, partial(self._write, "email"), self.email_fault)
        fields["role"] = self._fields.choice(self.role_box, partial(self._write, "role"))
        for name, box in (("name_order", self.name_order_box), ("mode", self.mode_box)):
            fields[name] = self._fields.choice(box, partial(self._write, name), by_data=True)
        fields["note"] = self._fields.text(self.note_edit, partial(self._write, "note"))
        return fields

    def _bind_others(self) -> dict[str, Field[str]]:
        fill_box(self.attendance_box, tuple((state, state) for state in STATES))
        return {
            "delegation": self._fields.choice(self.delegation_box, self._send, by_data=True),
            "attendance": self._fields.choice(self.attendance_box, self._mark),
            "replaced_by": self._fields.line(self.replaced_by_edit, self._replace, self.replaced_by_fault),
        }

    def _write(self, field: str, text: str) -> None:
        if self._presenter is not None and self._person is not None:
            self._presenter.persons.write(self._person.key, field, text)

    def _send(self, delegation: str) -> None:
        if self._presenter is not None and self._person is not None:
            self._presenter.persons.send_by([self._person.key], int(delegation) if delegation else None)

    def _mark(self, state: str) -> None:
        if self._presenter is not None and self._person is not None and state:
            self._presenter.persons.mark([self._person.key], state)

    def _replace(self, name: str) -> None:
        if self._presenter is not None and self._person is not None:
            self._presenter.persons.replace(self._person.key, name)

    def _delete(self) -> None:
        if self._presenter is not None and self._person is not None:
            self._presenter.persons.delete([self._person.key])

    def _offer_names(self) -> None:
        if self._presenter is not None:
            self._names.offer(self._presenter.names())

    def _offer_delegations(self, person: PersonShown | None) -> None:
        choices = tuple((str(key or ""), name) for key, name in person.delegations) if person else ()
        fill_box(self.delegation_box, choices, str(person.delegation or "") if person else "")

    def _show_days(self, days: tuple[tuple[dt.date, bool], ...]) -> None:
        if list(self._days) != [day for day, _there in days]:
            for box in self._days.values():
                box.deleteLater()
            self._days = {day: self._day_box(day) for day, _there in days}
        for day, there in days:
            blocker = QSignalBlocker(self._days[day])
            self._days[day].setChecked(there)
            blocker.unblock()

    def _day_box(self, day: dt.date) -> QCheckBox:
        box = QCheckBox(day_label(day), self.days_place)
        box.toggled.connect(lambda there: self._attend(day, there))
        layout = self.days_place.layout()
        assert layout is not None
        layout.addWidget(box)
        return box

    def _attend(self, day: dt.date, there: bool) -> None:
        if self._presenter is not None and self._person is not None:
            self._presenter.persons.attend(self._person.key, day, there)

    def _dress(self) -> None:
        self.setFixedWidth(self._look.px(PANEL))
        self.close_button.setIcon(self._look.icon("close"))
        self.delete_button.setIcon(self._look.icon("delete"))
