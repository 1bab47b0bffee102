"""The keys of the field: Enter marks, with a modifier as something else; the arrows choose a row below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

Key, Modifier = Qt.Key, Qt.KeyboardModifier
MARKS = {
    Modifier.NoModifier: "",  # what the line says, or present
    Modifier.ControlModifier: "excused",
    Modifier.ShiftModifier: "absent",
    Modifier.AltModifier: "expected",
}
STEPS = {Key.Key_Up: -1, Key.Key_Down: 1, Key.Key_PageUp: -10, Key.Key_PageDown: 10}


class TickKeys(QObject):
    """Watches the field. Undo is the desk's wherever the field has nothing of its own to take back."""

    mark_wanted = Signal(str)
    step_wanted = Signal(int)

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the keys that are its own."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_undo_of_the_desk(event):
                event.ignore()
                return True
            if event.type() == QEvent.Type.KeyPress and self._take(event):
                return True
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Modifier.KeypadModifier
        if event.key() in (Key.Key_Return, Key.Key_Enter) and modifiers in MARKS:
            self.mark_wanted.emit(MARKS[modifiers])
            return True
        if event.key() in STEPS and modifiers == Modifier.NoModifier:
            self.step_wanted.emit(STEPS[Key(event.key())])
            return True
        return False

    def _is_undo_of_the_desk(self, event: QKeyEvent) -> bool:
        undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
        return (undo and not self._edit.isUndoAvailable()) or (redo and not self._edit.isRedoAvailable())
