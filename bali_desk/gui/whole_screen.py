"""The page in front alone on the whole screen, and the window back as it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QWidget


class WritesAlone(Protocol):
    """A page that can do without what stands beside its text."""

    def write_alone(self, alone: bool) -> None:
        """Nothing but the text, or everything again."""


class WholeScreen(QObject):
    """Hides the frame round the page; the menu stays, without height, for its keys."""

    def __init__(self, window: QMainWindow, frame: Sequence[QWidget]) -> None:
        super().__init__(window)
        self._window, self._frame = window, frame
        self._page: WritesAlone | None = None
        self._hidden: list[QWidget] = []
        self._before = Qt.WindowState.WindowNoState

    @property
    def taken(self) -> bool:
        """Whether a page has the whole screen."""
        return self._page is not None

    def toggle(self, page: QWidget) -> None:
        """Give the page the screen, or the window back."""
        if self.taken:
            self.leave()
            return
        self._page = cast(WritesAlone, page)
        self._before = self._window.windowState()
        self._hidden = [part for part in self._frame if not part.isHidden()]
        for part in self._hidden:
            part.hide()
        self._window.menuBar().setMaximumHeight(0)
        self._page.write_alone(True)
        self._window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """The window as it was."""
        if self._page is None:
            return
        page, self._page = self._page, None
        self._window.setWindowState(self._before)
        self._window.menuBar().setMaximumHeight(16_777_215)
        for part in self._hidden:
            part.show()
        page.write_alone(False)
