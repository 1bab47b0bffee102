"""A strip above the pages: words to find, how often they stand there, and the way from one to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.look import Look
from bali_desk.gui.shortcuts import within

PAUSE = 150  # milliseconds after the last letter


class FindStrip(QWidget):
    """Says `sought` for the words, once she pauses; `went` with 1 or -1; `closed`."""

    find_edit: QLineEdit
    count_label: QLabel
    before_button: QToolButton
    after_button: QToolButton
    close_button: QToolButton

    sought = Signal(str)
    went = Signal(int)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "find_strip")
        self._look = look
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE)
        self._wait.timeout.connect(self._seek)
        self.find_edit.textChanged.connect(lambda _text: self._wait.start())
        self.find_edit.returnPressed.connect(self._enter)
        self.before_button.clicked.connect(lambda: self.went.emit(-1))
        self.after_button.clicked.connect(lambda: self.went.emit(1))
        self.close_button.clicked.connect(self.closed)
        within(self, "Esc", self.closed.emit)
        within(self, "Shift+Return", lambda: self.went.emit(-1))
        within(self, "Shift+Enter", lambda: self.went.emit(-1))
        within(self, QKeySequence.StandardKey.Find, self.begin)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def words(self) -> str:
        """What is sought."""
        return self.find_edit.text()

    def begin(self) -> None:
        """Puts the keyboard on the words, all of them chosen."""
        self.find_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_edit.selectAll()

    def show_place(self, chosen: int, count: int) -> None:
        """Which of how many is chosen, counted from 0."""
        said = "" if not self.words.strip() else f"{chosen + 1} of {count:,}" if count else "Not in this document"
        self.count_label.setText(said)
        self.before_button.setEnabled(count > 0)
        self.after_button.setEnabled(count > 0)

    def _enter(self) -> None:
        if self._wait.isActive():
            self._seek()
        else:
            self.went.emit(1)

    def _seek(self) -> None:
        self._wait.stop()
        self.sought.emit(self.words)

    def _dress(self) -> None:
        look = self._look
        self.before_button.setIcon(look.icon("back"))
        self.after_button.setIcon(look.icon("next"))
        self.close_button.setIcon(look.icon("close"))
        self.count_label.setMinimumWidth(look.px(104))
