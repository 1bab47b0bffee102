"""The tabs between the pages of a meeting."""

from __future__ import annotations

from PySide6.QtWidgets import QTabBar, QWidget


class Tabs(QTabBar):
    """A quiet line of words; the form reader does not know a tab bar that stands alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
