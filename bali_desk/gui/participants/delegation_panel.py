"""Names, kind and place of the chosen delegation, below the list."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QToolButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.choices import fill_box, with_unsaid
from bali_desk.gui.fields import Fields
from bali_desk.gui.look import Look
from bali_desk.presenters.participants.presenter import ParticipantsPresenter
from bali_desk.presenters.participants.rows import DELEGATION_KINDS, DELEGATION_STATUSES, DelegationEntry


class DelegationPanel(QWidget):
    """Each field keeps itself; hidden while all delegations are chosen."""

    name_edit: QLineEdit
    name_fault: QLabel
    official_name_edit: QLineEdit
    wished_name_edit: QLineEdit
    kind_box: QComboBox
    status_box: QComboBox
    up_button: QToolButton
    down_button: QToolButton
    delete_button: QToolButton

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "delegation_panel")
        self._look = look
        self._presenter: ParticipantsPresenter | None = None
        self._entry: DelegationEntry | None = None
        fill_box(self.kind_box, with_unsaid(DELEGATION_KINDS))
        fill_box(self.status_box, with_unsaid(DELEGATION_STATUSES))
        self._fields = Fields()
        self._name = self._fields.line(self.name_edit, partial(self._write, "name"), self.name_fault)
        self._official = self._fields.line(self.official_name_edit, partial(self._write, "official_name"))
        self._wished = self._fields.line(self.wished_name_edit, partial(self._write, "wished_name"))
        self._kind = self._fields.choice(self.kind_box, partial(self._write, "kind"), by_data=True)
        self._status = self._fields.choice(self.status_box, partial(self._write, "status"), by_data=True)
        self.up_button.clicked.connect(lambda: self.move_entry(-1))
        self.down_button.clicked.connect(lambda: self.move_entry(1))
        self.delete_button.clicked.connect(self.delete_entry)
        look.changed.connect(self._dress)
        self._dress()
        self.show_delegation(None)

    def attach(self, presenter: ParticipantsPresenter) -> None:
        """Writes through this presenter from now on."""
        self._presenter = presenter

    def show_delegation(self, entry: DelegationEntry | None) -> None:
        """Shows a delegation; hides where all are chosen, or those without one."""
        if entry is None or self._entry is None or entry.key != self._entry.key:
            self._fields.drop()  # what could not be kept belonged to another delegation
        self._entry = entry if entry is not None and entry.key else None
        self.setVisible(self._entry is not None)
        self._name.show(self._entry.name if self._entry else "")
        self._official.show(self._entry.official_name if self._entry else "")
        self._wished.show(self._entry.wished_name if self._entry else "")
        self._kind.show(self._entry.kind if self._entry else "")
        self._status.show(self._entry.status if self._entry else "")

    def save(self) -> bool:
        """Keeps what is being typed."""
        return self._fields.save()

    def begin(self) -> None:
        """Puts the keyboard on the name."""
        self.name_edit.setFocus()
        self.name_edit.selectAll()

    def move_entry(self, way: int) -> None:
        """Up (-1) or down (1) within the section."""
        if self._presenter is not None and self._entry is not None and self._entry.key is not None:
            self._presenter.move_delegation(self._entry.key, way)

    def delete_entry(self) -> None:
        """Deletes the delegation, once the officer agrees."""
        if self._presenter is not None and self._entry is not None and self._entry.key is not None:
            self._presenter.delegations.delete(self._entry.key)

    def _write(self, field: str, text: str) -> None:
        if self._presenter is not None and self._entry is not None and self._entry.key is not None:
            self._presenter.delegations.write(self._entry.key, field, text)

    def _dress(self) -> None:
        for button, name in (
            (self.up_button, "move_up"),
            (self.down_button, "move_down"),
            (self.delete_button, "delete"),
        ):
            button.setIcon(self._look.icon(name))
