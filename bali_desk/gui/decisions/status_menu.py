"""What the status of the chosen rows may be, as a menu at the row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget


def open_status_menu(
    parent: QWidget,
    spot: QPoint,
    states: Sequence[str],
    now: str,
    choose: Callable[[str], None],
    go: Callable[[], None],
) -> None:
    """Opens the menu at a spot of the screen; an empty state is none yet. `go` opens the outcome."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    for state in states:
        words = state[:1].upper() + state[1:] if state else "No status yet"
        action = menu.addAction(f"&{words}", partial(choose, state))
        action.setCheckable(True)
        action.setChecked(state == now)
    menu.addSeparator()
    menu.addAction("&Go to the outcome\tEnter", go)
    menu.popup(spot)
