"""A menu of what may be chosen, ticked where it is; the first nine by their number."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from bali_desk.gui.plain import menu_words

if TYPE_CHECKING:
    from bali_desk.presenters.outcomes.rows import Choice

LONGEST, BY_NUMBER = 70, 9


def pop_choices(
    button: QPushButton,
    choices: Sequence[Choice],
    chosen: Collection[str],
    none: str,
    tick: Callable[[str, bool], None],
) -> None:
    """Open the menu at the button; `tick` is told the key and whether it is chosen now. `none`: there is nothing."""
    menu = QMenu(button.parentWidget())
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for number, choice in enumerate(choices, 1):
        text = choice.text if len(choice.text) <= LONGEST else f"{choice.text[: LONGEST - 1]}…"
        place = f"&{number}" if number <= BY_NUMBER else str(number)
        action = QAction(f"{place}  {menu_words(text)}", menu, checkable=True, checked=choice.key in chosen)
        action.toggled.connect(lambda on, key=choice.key: tick(key, on))
        menu.addAction(action)
    if not choices:
        menu.addAction(none).setEnabled(False)
    menu.popup(button.mapToGlobal(button.rect().topLeft()))
