"""Two fields for a person who is there without having registered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from bali_desk.domain.errors import DeskError
from bali_desk.gui import forms
from bali_desk.gui.agenda.name_completer import NameCompleter
from bali_desk.gui.look import Look
from bali_desk.presenters.tick_in.presenter import TickInPresenter


class WalkInStrip(QWidget):
    """Enter in the name goes on to the delegation, Enter there adds."""

    name_edit: QLineEdit
    delegation_edit: QLineEdit
    add_button: QPushButton
    close_button: QToolButton
    fault_label: QLabel

    added = Signal(int)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "walk_in_strip")
        self._look = look
        self._presenter: TickInPresenter | None = None
        self._delegations = NameCompleter([], self, several=False)
        self.delegation_edit.setCompleter(self._delegations)
        self.name_edit.returnPressed.connect(self.delegation_edit.setFocus)
        self.delegation_edit.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)
        self.close_button.clicked.connect(self.closed)
        self._say("")
        look.changed.connect(self._dress)
        self._dress()

    def attach(self, presenter: TickInPresenter) -> None:
        """Adds through this presenter from now on."""
        self._presenter = presenter

    def show_delegations(self, names: Sequence[str]) -> None:
        """Offers these delegations."""
        self._delegations.offer(names)

    def begin(self, name: str) -> None:
        """Puts the keyboard on the name; `name` is what was looked for and not found."""
        if name:
            self.name_edit.setText(name)
        self._say("")
        self.name_edit.setFocus()
        self.name_edit.selectAll()

    def _add(self) -> None:
        if self._presenter is None:
            return
        try:
            key = self._presenter.add_walk_in(self.name_edit.text(), self.delegation_edit.text())
        except DeskError as error:
            self._say(str(error))
            return
        self._say("")
        self.name_edit.clear()
        self.delegation_edit.clear()
        self.added.emit(key)

    def _say(self, sentence: str) -> None:
        self.fault_label.setText(sentence)
        self.fault_label.setVisible(bool(sentence))

    def _dress(self) -> None:
        self.close_button.setIcon(self._look.icon("close"))
