"""The window on a desk of its own with the sample meeting, and the camera in front of it."""

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from bali_desk.gui.ask import WindowAsk
from bali_desk.gui.jobs import Jobs
from bali_desk.gui.look import Look
from bali_desk.gui.main_window import MainWindow
from bali_desk.gui.settings import Settings
from bali_desk.presenters.workshop import Workshop
from bali_desk.store.desk import Desk

PICTURES = Path(__file__).parents[2] / "pictures"
SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Stage:
    """Set up for one scene, and taken down after it."""

    def __init__(self, look: Look, sample: bool = True) -> None:
        self._look = look
        self._temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self._temporary.name)
        self.settings, self.jobs = Settings(self.folder / "settings.ini"), Jobs()
        self.ask = WindowAsk(self.settings)
        self.window = MainWindow(look, self.settings, self.ask, self.jobs)
        self.window.resize(1366, 768)
        self.desk = Desk(self.folder / "pictures.desk")
        self.window.show()
        self.window.attach(Workshop(self.desk, self.ask, self.jobs))
        if sample:
            self.window._meetings.files.open_sample()

    def page(self, name, item=""):
        """Brings a page to the front."""
        self.window.show_page(name, item)
        return self.window.stack.page(name)

    def take(self, widget, name) -> None:
        """One picture, light and dark."""
        for scheme, value in SCHEMES.items():
            self._look.apply(value)
            self.settle()
            widget.grab().save(str(PICTURES / f"{name}-{scheme}.png"))

    def strike(self) -> None:
        """Takes everything down."""
        self.window.close()
        self.window.detach()
        self.jobs.close()
        self.desk.close()
        self.window.deleteLater()
        self.settle()
        self._temporary.cleanup()

    def settle(self) -> None:
        """Lets the window draw, and a preview that is being made come to its end."""
        app = QApplication.instance()
        quiet_until = time.monotonic() + 0.4
        while time.monotonic() < quiet_until:
            app.processEvents()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if self.jobs.busy:
                quiet_until = time.monotonic() + 0.4
