"""How names print, as a button that shows it on a name of this meeting, with the other ways in its menu."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from bali_desk.gui.plain import menu_words, one_line

MOST = 44  # letters of an example


class NamesButton(QObject):
    """Dresses the button of the form and tells what is chosen."""

    chosen = Signal(str)  # one of NAME_STYLES

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self._button = button
        self._menu = QMenu(button)
        self._shown: tuple[str, tuple[tuple[str, str], ...]] | None = None
        button.setMenu(self._menu)

    def show_styles(self, style: str, examples: Sequence[tuple[str, str]]) -> None:
        """The style that is chosen, and every style with the same name printed in it, "" where there is none."""
        if self._shown == (style, tuple(examples)):
            return
        self._shown = style, tuple(examples)
        self._menu.clear()
        group = QActionGroup(self._menu)
        for one, example in examples:
            action = self._menu.addAction(f"{one}\t{menu_words(_cut(example))}", partial(self.chosen.emit, one))
            action.setCheckable(True)
            action.setChecked(one == style)
            group.addAction(action)
        now = next((example for one, example in examples if one == style), "") or style
        self._button.setText(f"Names print as {menu_words(_cut(now))}")
        self._button.setAccessibleName(f"How names print: {style}")
        self._button.setToolTip("How names print on every page and document of this body")


def _cut(example: str) -> str:
    line = one_line(example)
    return line if len(line) <= MOST else f"{line[: MOST - 1]}…"
