"""What happens when the program itself is at fault: the log has it, and it is shown once, with a way to copy it."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from bali_desk import __version__

log = logging.getLogger("bali_desk")


def log_file() -> Path:
    """Where the log lies on this system."""
    from platformdirs import user_log_path

    return user_log_path("Bali Desk", appauthor=False, ensure_exists=True) / "bali-desk.log"


class CrashReporter(QObject):
    """Takes every fault nobody caught. A second one is logged, not shown over the first."""

    _caught = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._open = False
        self._caught.connect(self._show)

    def install(self) -> None:
        """From now on, faults come here and the log is written."""
        handler = logging.FileHandler(self.path, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
        sys.excepthook = self.take

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Logs a fault and has it shown."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        log.critical("Not caught", exc_info=(kind, error, trace))
        self._caught.emit("".join(traceback.format_exception(kind, error, trace)))

    def _show(self, words: str) -> None:
        if self._open:
            return
        self._open = True
        box = QMessageBox(QApplication.activeWindow())  # over the window, never behind it
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle("Bali Desk")
        box.setText("Something went wrong in the program itself.")
        box.setInformativeText(f"Your work is saved. What happened is in {self.path}.")
        box.setDetailedText(f"Bali Desk {__version__}, Qt {qVersion()}, {platform.platform()}\n\n{words}")
        copy = box.addButton("Copy details", QMessageBox.ButtonRole.ActionRole)
        close = box.addButton(QMessageBox.StandardButton.Close)
        copy.clicked.disconnect()  # copying leaves the box open
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(box.detailedText()))
        box.setDefaultButton(close)
        box.finished.connect(self._closed)
        box.open()
        self._box = box

    def _closed(self) -> None:
        self._open = False
