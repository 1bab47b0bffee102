"""A link whose menu ticks what is chosen, the first nine by their number; the link says how many are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from bali_desk.gui.plain import menu_words

if TYPE_CHECKING:
    from bali_desk.presenters.outcomes.rows import Choice

LONGEST, BY_NUMBER = 70, 9


class Choosing:
    """Keeps what is chosen, in the order of the choices; `none` is said where there is nothing to choose."""

    def __init__(self, button: QPushButton, none: str, changed: Callable[[], None]) -> None:
        self._button, self._none, self._changed = button, none, changed
        self._words = button.text()
        self._choices: Sequence[Choice] = ()
        self.chosen: tuple[str, ...] = ()
        button.pressed.connect(self._pop)  # by its key a button is let go later, and what she types would go astray

    def show(self, choices: Sequence[Choice]) -> None:
        """What may be chosen."""
        self._choices = choices

    def show_chosen(self, keys: Sequence[str]) -> None:
        """What is chosen."""
        self.chosen = tuple(keys)
        self._button.setText(f"{self._words} {len(keys)}" if keys else self._words)

    def _pop(self) -> None:
        menu = QMenu(self._button.parentWidget())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, choice in enumerate(self._choices, 1):
            text = choice.text if len(choice.text) <= LONGEST else f"{choice.text[: LONGEST - 1]}…"
            place = f"&{number}" if number <= BY_NUMBER else str(number)
            action = QAction(f"{place}  {menu_words(text)}", menu, checkable=True, checked=choice.key in self.chosen)
            action.toggled.connect(lambda on, key=choice.key: self._tick(key, on))
            menu.addAction(action)
        if not self._choices:
            menu.addAction(self._none).setEnabled(False)
        menu.popup(self._button.mapToGlobal(self._button.rect().topLeft()))
        self._button.setDown(False)  # the menu takes the letting go

    def _tick(self, key: str, on: bool) -> None:
        kept = [one for one in self.chosen if one != key]
        order = [choice.key for choice in self._choices]
        wanted = [*kept, key] if on else kept
        self.show_chosen(sorted(wanted, key=lambda one: order.index(one) if one in order else -1))
        self._changed()
