"""Third step of the import: what was done, in words, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import VERDICT_ICONS, VERDICT_INKS
from bali_desk.gui.plain import one_line, tip
from bali_desk.gui.tables import Column, RecordTable, RecordView
from bali_desk.presenters.registration.presenter import RegistrationPresenter
from bali_desk.presenters.registration.result import LeftRow, ResultShown


class ResultStep(QWidget):
    """One undo takes the whole import back."""

    headline_label: QLabel
    lines_label: QLabel
    left_label: QLabel
    left_view: RecordView
    left_filler: QWidget
    undo_button: QPushButton
    back_button: QPushButton
    other_button: QPushButton
    done_button: QPushButton

    other_wanted = Signal()
    done_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "result_step")
        self._look = look
        self._presenter: RegistrationPresenter | None = None
        self._left = RecordTable(_columns(), lambda row: row.number, self)
        self.left_view.furnish(look, self._left, (80, 110, 220, 0), 3)
        self.other_button.clicked.connect(self.other_wanted)
        self.done_button.clicked.connect(self.done_wanted)
        self.undo_button.clicked.connect(lambda: self._presenter.take_back() if self._presenter else None)
        self.back_button.clicked.connect(lambda: self._presenter.go_back() if self._presenter else None)
        look.changed.connect(self._dress)
        self._dress()

    def attach(self, presenter: RegistrationPresenter) -> None:
        """Hands on to this presenter from now on."""
        self._presenter = presenter

    def show_result(self, shown: ResultShown) -> None:
        """What was done, or that it was taken back."""
        self.headline_label.setText(shown.headline)
        self.lines_label.setText("\n".join(shown.lines))
        self.lines_label.setVisible(shown.stands)
        self._left.show(shown.left)
        listed = bool(shown.left) and shown.stands
        for widget in (self.left_label, self.left_view):
            widget.setVisible(listed)
        self.left_filler.setVisible(not listed)
        self.undo_button.setVisible(shown.can_undo)
        self.back_button.setVisible(not shown.stands)

    def begin(self) -> None:
        """Puts the keyboard on the button that leads on."""
        self.done_button.setFocus()

    def _dress(self) -> None:
        self.undo_button.setIcon(self._look.icon("undo"))


def _columns() -> list[Column[LeftRow]]:
    return [
        Column("Row", lambda row: row.number, ink=lambda _row: "soft"),
        Column(
            "Verdict",
            lambda row: row.verdict,
            icon=lambda row: VERDICT_ICONS[row.verdict],
            dot=lambda row: VERDICT_INKS[row.verdict],
            ink=lambda row: VERDICT_INKS[row.verdict],
        ),
        Column("Name", lambda row: one_line(row.name), weight=lambda _row: 500, tip=lambda row: tip(row.name)),
        Column("Why", lambda row: row.why, ink=lambda _row: "soft", tip=lambda row: tip(row.why)),
    ]
