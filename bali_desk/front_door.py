"""Opening the window: painted at once with the list of meetings, put to work on the desk right after.

The heavy libraries are loaded only after the first paint; the list comes by plain SQL.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import bali_desk.gui.plain_import  # noqa: F401  (before anything else of PySide6)

# isort: split
from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from bali_desk.domain.errors import DeskError
from bali_desk.gui.ask import WindowAsk
from bali_desk.gui.crash import CrashReporter, log_file
from bali_desk.gui.jobs import Jobs
from bali_desk.gui.look import Look
from bali_desk.gui.main_window import MainWindow
from bali_desk.gui.print_face import know_every_script
from bali_desk.gui.settings import Settings
from bali_desk.presenters.meetings.rows import grouped
from bali_desk.store.glance import glance

if TYPE_CHECKING:
    from bali_desk.store.desk import Desk

FIRST_SIZE = QSize(1440, 900)  # up to here the window takes the whole screen
DESK_KINDS = "Bali Desk files (*.desk)"
SAMPLE_DESK = "the sample’s desk"


def open_window(desk: Path | None, *, sample: bool = False) -> int:
    """Open the window on `desk` or on the one open last; returns the exit status.

    With `sample`, on a copy of the sample meeting: in `desk`, where that holds no meeting yet, else in one of its own.
    """
    if sample and desk is not None and glance(desk):
        print(f"“{desk}” holds meetings already: name a new file for the sample.", file=sys.stderr)
        return 1
    if _has_no_display():
        print(
            "There is no display to open a window on; `bali-desk --help` lists what works without one.", file=sys.stderr
        )
        return 1
    app = QApplication.instance() or QApplication(sys.argv[:1])
    CrashReporter(log_file(), app).install()
    settings = Settings(_data_folder() / "settings.ini")
    path = desk or (_data_folder() / "sample.desk" if sample else settings.desk or _data_folder() / "bali.desk")
    door = FrontDoor(settings)
    door.paint(path, then=lambda: door.open(path, sample=sample, hers=not sample or desk is not None))
    status = QApplication.exec()
    door.close()
    return status


class FirstPaint(QObject):
    """Calls back once, right after a window was painted for the first time."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint; the work itself comes when it is done."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


class FrontDoor:
    """Holds what is built once: look, questions, worker, window, and the desk that is open."""

    def __init__(self, settings: Settings) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._settings = settings
        self.look = Look(app, settings.points, icons_later=True)
        self.look.choose_scheme(settings.scheme)
        self.ask = WindowAsk(settings)
        self.jobs = Jobs()
        self.window = MainWindow(self.look, settings, self.ask, self.jobs)
        self.window.desk_wanted.connect(self._open_another)
        self._desk: Desk | None = None

    def paint(self, path: Path, then: Callable[[], object]) -> None:
        """Show the window with the meetings of the desk at `path`; once it is painted, load the rest and go on."""
        self.window.show_meetings(grouped(glance(path)))
        self._first_paint = FirstPaint(self.window, lambda: self._furnish(then))
        self._show()

    def _furnish(self, then: Callable[[], object]) -> None:
        self.look.load_icons()
        know_every_script()
        then()

    def _show(self) -> None:
        """Where it stood last; the first time, all of a laptop's screen or a good part of a larger one."""
        if not self._settings.geometry.isEmpty():
            self._bring_onto_screen()
            self.window.show()
            return
        free = self.window.screen().availableSize()
        self.window.resize(free.boundedTo(FIRST_SIZE))
        if free.width() <= FIRST_SIZE.width():
            self.window.showMaximized()
        else:
            self.window.show()

    def _bring_onto_screen(self) -> None:
        """The screen may be smaller than the one it stood on last: a projector, another laptop."""
        free, frame = self.window.screen().availableGeometry(), self.window.geometry()
        if not free.contains(frame) and not self.window.isMaximized():
            frame.setSize(frame.size().boundedTo(free.size()))
            frame.moveLeft(min(max(frame.left(), free.left()), free.right() + 1 - frame.width()))
            frame.moveTop(min(max(frame.top(), free.top()), free.bottom() + 1 - frame.height()))
            self.window.setGeometry(frame)

    def open(self, path: Path, *, sample: bool = False, hers: bool = True) -> bool:
        """Open the desk at `path` and put the window to work on it; where it cannot be opened, say why.

        With `sample`, a desk without meetings gets the sample's first. One that is not `hers` but the program's own, to
        try things on, is named so in the window's title and is not opened again by itself.
        """
        from bali_desk.presenters.templates.own import FOLDER, OwnTemplates
        from bali_desk.presenters.workshop import Workshop
        from bali_desk.store.desk import Desk

        try:
            if sample and not glance(path):
                from bali_desk.presenters.meetings.sample import write_sample

                write_sample(path)
            desk = Desk(path)
        except DeskError as error:
            self.ask.fail(str(error))
            return False
        self.close()
        self._desk = desk
        self.window.heading.name_desk("" if hers else SAMPLE_DESK)
        if hers:
            self._settings.desk = path.absolute()
        own = OwnTemplates(_data_folder() / FOLDER, self._settings)
        self.window.attach(Workshop(desk, self.ask, self.jobs, own))
        gc.collect()
        gc.freeze()  # what is loaded stays: looking through it again would make every long list stutter
        return True

    def close(self) -> None:
        """Let the desk go, with everything typed kept."""
        if self._desk is not None:
            self.window.detach()
            self._desk.close()
            self._desk = None

    def _open_another(self) -> None:
        path = self.ask.open_file("Open desk", DESK_KINDS)
        if path is not None:
            self.open(path)


def _has_no_display() -> bool:
    chosen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in chosen)


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("Bali Desk", appauthor=False, ensure_exists=True)
