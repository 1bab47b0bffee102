"""What can be done with the chosen persons, as a menu: every line has its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from bali_desk.gui.participants.persons_table import MARKS, ROLE_KEYS
from bali_desk.gui.plain import menu_words

if TYPE_CHECKING:
    from bali_desk.presenters.participants.rows import DelegationEntry


class Doing(Protocol):
    """What the page does for the menu."""

    def edit(self) -> None:
        """Opens the panel."""

    def replace(self) -> None:
        """Opens the panel where one says who came instead."""

    def mark(self, state: str) -> None:
        """Says how the chosen persons stand."""

    def give_role(self, role: str) -> None:
        """Says what they are in their delegation."""

    def change_mode(self) -> None:
        """Online, or in the room again."""

    def send_by(self, delegation: int | None) -> None:
        """Puts them into a delegation, or into none."""

    def duplicate(self) -> None:
        """Another one like each of them."""

    def paste(self) -> None:
        """New persons from the clipboard."""

    def delete(self) -> None:
        """Takes them off the meeting."""


def persons_menu(parent: QWidget, page: Doing, many: int, delegations: Sequence[DelegationEntry]) -> QMenu:
    """The menu for `many` chosen persons; it goes when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if many:
        _line(menu, "Edit", page.edit, "Enter")
        menu.addSeparator()
        for key, state in MARKS.items():
            _line(menu, state.capitalize(), partial(page.mark, state), key)
        _line(menu, "Replaced by…", page.replace, "R")
        _line(menu, "Online, or in the room", page.change_mode, "O")
        roles = menu.addMenu("Role")
        for key, role in ROLE_KEYS.items():
            _line(roles, role.capitalize(), partial(page.give_role, role), key)
        _offer_delegations(menu.addMenu("Move to delegation"), page, delegations)
        menu.addSeparator()
        _line(menu, "Duplicate", page.duplicate, "Ctrl+D")
    _line(menu, "Paste persons", page.paste, "Ctrl+V")
    if many:
        menu.addSeparator()
        _line(menu, "Delete…", page.delete, "Delete")
    return menu


def _offer_delegations(menu: QMenu, page: Doing, delegations: Sequence[DelegationEntry]) -> None:
    section = ""
    for entry in delegations:
        if not entry.key:
            continue
        if entry.section != section:
            menu.addSection(entry.section)
            section = entry.section
        menu.addAction(menu_words(entry.name), partial(page.send_by, entry.key))
    menu.addSeparator()
    menu.addAction("No delegation", partial(page.send_by, None))


def _line(menu: QMenu, words: str, does: Callable[[], None], key: str) -> QAction:
    """A line that shows its key, which the table itself listens to."""
    return menu.addAction(f"{words}\t{key}", does)
