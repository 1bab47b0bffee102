"""The top of the window: title, place and stage of the meeting, or the name of a page of the whole desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QMainWindow

from bali_desk.gui.widgets import Stamp

if TYPE_CHECKING:
    from bali_desk.presenters.frame import Heading


class HeadingBar(QObject):
    """Keeps what the meeting says while a page of the desk covers it."""

    def __init__(self, window: QMainWindow, title: QLabel, where: QLabel, stamp: Stamp) -> None:
        super().__init__(window)
        self._window, self._title, self._where, self._stamp = window, title, where, stamp
        self._heading: Heading | None = None
        self._cover, self._concerns, self._desk = "", "", ""

    def name_desk(self, name: str) -> None:
        """What the window's title calls a desk that is not her own; "" for hers."""
        self._desk = name
        self._draw()

    def show_heading(self, heading: Heading) -> None:
        """What the meeting says."""
        self._heading = heading
        self._draw()

    def cover(self, title: str, concerns: str = "") -> None:
        """A page of the desk is in front, and what it concerns; "" where it is one of the meeting."""
        self._cover, self._concerns = title, concerns
        self._draw()

    def _draw(self) -> None:
        heading = self._heading
        if heading is None:
            return
        where = self._concerns if self._cover else heading.where
        self._title.setText(self._cover or heading.title)
        self._where.setText(where)
        self._where.setToolTip(where)
        self._stamp.show_stage("" if self._cover else heading.stage, heading.version)
        name = self._cover or heading.title
        parts = (name if name != "Bali Desk" else "", "Bali Desk", self._desk)
        self._window.setWindowTitle(" - ".join(part for part in parts if part))
