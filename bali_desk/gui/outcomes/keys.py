"""What keys and the menu do in the list of outcomes: edit, delete, move, give to another item, go to its paragraph."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QMenu

if TYPE_CHECKING:
    from bali_desk.presenters.outcomes.rows import ItemRow

PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OutcomeKeys(QObject):
    """Watches the list and tells what is wanted of the chosen outcome."""

    edit_wanted = Signal()
    delete_wanted = Signal(int)
    move_wanted = Signal(int, int)
    item_wanted = Signal(int, object)  # the outcome, and the agenda item it should go to
    carry_wanted = Signal(int, int)  # the outcome, and how many agenda items on
    block_wanted = Signal(int)
    leave_wanted = Signal()

    def __init__(self, view: QListView, chosen: Callable[[], int | None]) -> None:
        super().__init__(view)
        self._view, self._chosen = view, chosen
        self.items: Sequence[ItemRow] = ()
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)  # where a right click arrives

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter edits, Delete deletes, Alt with the arrows moves; a right click or the menu key opens the menu."""
        outcome = self._chosen() if isinstance(event, QKeyEvent | QContextMenuEvent) else None
        if outcome is None:
            return super().eventFilter(watched, event)
        if isinstance(event, QContextMenuEvent):
            self._menu(outcome, event)
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(outcome, event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, outcome: int, event: QKeyEvent) -> bool:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() in ENTERS:
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit(outcome)
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(outcome, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif alt and event.key() in PAGES:
            self.carry_wanted.emit(outcome, PAGES[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        else:
            return False
        return True

    def _menu(self, outcome: int, event: QContextMenuEvent) -> None:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Edit\tEnter", self.edit_wanted.emit)
        menu.addAction("Move up\tAlt+Up", lambda: self.move_wanted.emit(outcome, -1))
        menu.addAction("Move down\tAlt+Down", lambda: self.move_wanted.emit(outcome, 1))
        menu.addAction("To the item before\tAlt+PgUp", lambda: self.carry_wanted.emit(outcome, -1))
        menu.addAction("To the next item\tAlt+PgDown", lambda: self.carry_wanted.emit(outcome, 1))
        elsewhere = menu.addMenu("Move to")
        for item in self.items:
            words = f"{item.number}  {item.title}".strip().replace("&", "&&")
            action = QAction(words if len(words) < 60 else f"{words[:59]}…", elsewhere)
            action.triggered.connect(lambda _on=False, item_id=item.item_id: self.item_wanted.emit(outcome, item_id))
            elsewhere.addAction(action)
        menu.addAction("Show in the statement\tCtrl+G", lambda: self.block_wanted.emit(outcome))
        menu.addSeparator()
        menu.addAction("Delete\tDel", lambda: self.delete_wanted.emit(outcome))
        menu.popup(event.globalPos())
