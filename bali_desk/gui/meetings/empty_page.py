"""What an empty desk shows: three ways in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.look import Look
from bali_desk.gui.pictures import Seats


class EmptyPage(QWidget):
    """No meeting yet."""

    seats: Seats
    meeting_mark: QLabel
    file_mark: QLabel
    sample_mark: QLabel
    meeting_button: QPushButton
    file_button: QPushButton
    sample_button: QPushButton

    meeting_wanted = Signal()
    file_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "empty_page")
        self._look = look
        self.seats.use(look)
        self.seats.show_seats(0, 24, "")
        self.meeting_button.clicked.connect(self.meeting_wanted)
        self.file_button.clicked.connect(self.file_wanted)
        self.sample_button.clicked.connect(self.sample_wanted)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        for label, icon in ((self.meeting_mark, "meeting"), (self.file_mark, "open"), (self.sample_mark, "book")):
            label.setPixmap(self._look.picture(icon, "accent", 24))
