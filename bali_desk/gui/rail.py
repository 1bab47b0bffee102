"""The pages of the whole desk, below the list of meetings: one line for each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.pages import DESK_PAGES, TITLES

TOP, LINE = 34, 28  # heights of the word above and of a line


class Rail(QWidget):
    """Says which page is wanted; a further page is one more entry of DESK_PAGES."""

    wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(0)
        self._head = QLabel("Across meetings")
        self._head.setProperty("tier", "head")
        self._head.setProperty("ink", "soft")
        self._head.setIndent(0)
        layout.addWidget(self._head)
        self.buttons = {name: self._button(name) for name in DESK_PAGES}
        for button in self.buttons.values():
            layout.addWidget(button)
        look.changed.connect(self._dress)
        self._dress()

    def show_front(self, name: str) -> None:
        """Marks the page that is in front; none where it is a page of a meeting."""
        for one, button in self.buttons.items():
            button.setChecked(one == name)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(TITLES[name], self)
        button.setProperty("kind", "rail")
        button.setCheckable(True)
        button.clicked.connect(lambda _on=False: self.wanted.emit(name))
        return button

    def _dress(self) -> None:
        self._head.setFixedHeight(self._look.px(TOP))
        for name, button in self.buttons.items():
            button.setIcon(self._look.icon(DESK_PAGES[name]))
            button.setIconSize(QSize(24, 16))
            button.setFixedHeight(self._look.px(LINE))
