"""How the officer wants it shown: light or dark, larger or smaller."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow

from bali_desk.gui.look import LARGEST, SMALLEST, Look
from bali_desk.gui.settings import Settings

SCHEMES = {
    "system_action": Qt.ColorScheme.Unknown,
    "light_action": Qt.ColorScheme.Light,
    "dark_action": Qt.ColorScheme.Dark,
}


class ViewMenu(QObject):
    """Connects the actions of the View menu and remembers what was chosen."""

    def __init__(self, window: QMainWindow, look: Look, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._look, self._settings = window, look, settings
        group = QActionGroup(self)
        for name, scheme in SCHEMES.items():
            action = self._action(name)
            group.addAction(action)
            action.setChecked(scheme == settings.scheme)
            action.triggered.connect(lambda _checked, scheme=scheme: self._choose(scheme))
        self._action("larger_action").setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self._action("larger_action").triggered.connect(lambda: self._resize(look.points + 1))
        self._action("smaller_action").triggered.connect(lambda: self._resize(look.points - 1))
        self._action("normal_action").triggered.connect(lambda: self._resize(10))

    def _action(self, name: str) -> QAction:
        action = self._window.findChild(QAction, name)
        if action is None:
            raise LookupError(f"main_window.ui has no QAction called {name!r}")
        return action

    def _choose(self, scheme: Qt.ColorScheme) -> None:
        self._settings.scheme = scheme
        self._look.choose_scheme(scheme)

    def _resize(self, points: float) -> None:
        self._look.choose_points(points)
        self._settings.points = self._look.points
        self._action("larger_action").setEnabled(self._look.points < LARGEST)
        self._action("smaller_action").setEnabled(self._look.points > SMALLEST)
