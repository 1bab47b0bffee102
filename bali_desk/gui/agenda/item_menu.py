"""What can be done with an agenda item, with the keys that do the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from bali_desk.gui.agenda.table import AgendaTable

Entry = tuple[str, str, Callable[[int], None]]


def open_item_menu(view: AgendaTable, spot: QPoint) -> None:
    """Opens the menu of the chosen item at this spot of the screen."""
    menu, key = QMenu(view), view.key()
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for group in _entries(view):
        for label, keys, act in group:
            action = menu.addAction(f"{label}\t{keys}")
            action.triggered.connect(partial(_do, act, key or 0))
            action.setEnabled(key is not None)
        menu.addSeparator()
    menu.addAction("Paste agenda\tCtrl+V", view.paste_wanted.emit)
    menu.popup(spot)


def _do(act: Callable[[int], None], key: int, _on: bool = False) -> None:
    act(key)


def _entries(view: AgendaTable) -> list[list[Entry]]:
    return [
        [
            ("Indent", "Tab", view.indent_wanted.emit),
            ("Outdent", "Shift+Tab", view.outdent_wanted.emit),
            ("Move up", "Alt+Up", lambda key: view.move_wanted.emit(key, -1)),
            ("Move down", "Alt+Down", lambda key: view.move_wanted.emit(key, 1)),
        ],
        [
            ("5 minutes longer", "Alt+Shift+Down", lambda key: view.lengthen_wanted.emit(key, 1)),
            ("5 minutes shorter", "Alt+Shift+Up", lambda key: view.lengthen_wanted.emit(key, -1)),
            ("Other co-chair leads", "Ctrl+L", view.lead_wanted.emit),
        ],
        [
            ("Fold sub-items away", "Alt+Left", lambda key: view.fold_wanted.emit(key, True)),
            ("Show sub-items", "Alt+Right", lambda key: view.fold_wanted.emit(key, False)),
        ],
        [("New item below", "Enter", view.next_wanted.emit), ("Delete item", "Del", view.delete_wanted.emit)],
    ]
