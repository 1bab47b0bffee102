"""The bar at the foot: the counts, that everything is saved, what undo takes back, and work under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.jobs import Jobs
from bali_desk.gui.look import Look

if TYPE_CHECKING:
    from bali_desk.presenters.frame import History

SHOW_WORK_AFTER = 500  # milliseconds: shorter work needs no bar
TELL_FOR = 8000


class Foot(QWidget):
    """Always tells the same things in the same places."""

    counts_label: QLabel
    told_label: QLabel
    progress_bar: QProgressBar
    cancel_button: QPushButton
    saved_mark: QLabel
    saved_label: QLabel
    undo_button: QPushButton
    findings_button: QPushButton

    undo_wanted = Signal()
    findings_wanted = Signal()

    def __init__(self, look: Look, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "foot")
        self._look = look
        self._sign = "warning"  # beside what the checks found
        self._slow = _after(self, SHOW_WORK_AFTER)
        self._slow.timeout.connect(lambda: self._show_work(True))
        self._told = _after(self, TELL_FOR)
        self._told.timeout.connect(self.told_label.clear)
        self._show_work(False)
        self.progress_bar.setRange(0, 0)
        jobs.began.connect(self._began)
        jobs.progressed.connect(self._progressed)
        jobs.ended.connect(self._ended)
        self.cancel_button.clicked.connect(jobs.cancel)
        self.undo_button.clicked.connect(self.undo_wanted)
        self.findings_button.clicked.connect(self.findings_wanted)
        self.findings_button.hide()
        look.changed.connect(self._dress)
        self._dress()

    def show_counts(self, words: str) -> None:
        """How many are registered and present."""
        self.counts_label.setText(words)

    def show_findings(self, words: str, errors: bool) -> None:
        """What the checks found in the statement; the sign is that of the worst of it."""
        self._sign = "error" if errors else "warning"
        self.findings_button.setIcon(self._look.icon(self._sign, self._sign))
        self.findings_button.setText(words)
        self.findings_button.setVisible(bool(words))

    def show_history(self, history: History) -> None:
        """That it is saved, and what undo would take back."""
        self.saved_label.setText(history.saved + (" ·" if history.undo else ""))
        self.undo_button.setVisible(history.undo is not None)
        self.undo_button.setText(f"Undo takes back “{history.undo}”")

    def tell(self, words: str) -> None:
        """Says something for a few seconds."""
        self.told_label.setText(words)
        self._told.start()

    def _began(self) -> None:
        self.progress_bar.setRange(0, 0)
        self._slow.start()

    def _ended(self) -> None:
        self._slow.stop()
        self._show_work(False)

    def _progressed(self, done: int, total: int) -> None:
        self.progress_bar.setRange(0, total)
        self.progress_bar.setValue(done)

    def _show_work(self, shown: bool) -> None:
        self.progress_bar.setVisible(shown)
        self.cancel_button.setVisible(shown)

    def _dress(self) -> None:
        self.saved_mark.setPixmap(self._look.picture("saved", "good", 14))
        small = self._look.font("small")
        self.undo_button.setFont(small)
        self.findings_button.setFont(small)
        self.findings_button.setIcon(self._look.icon(self._sign, self._sign))
        self.cancel_button.setFont(small)
        self.setFixedHeight(self._look.px(28))


def _after(parent: QWidget, milliseconds: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer
