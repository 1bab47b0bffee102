"""Binds what is typed to a callable that keeps it: after a pause, on leaving the field, and when the page is saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QDate, QEvent, QObject, QSignalBlocker, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from bali_desk.domain.errors import DeskError
from bali_desk.gui.restyle import restyle
from bali_desk.gui.wheel import keep_still
from bali_desk.gui.widgets import WordsEdit

SAVE_AFTER = 800  # milliseconds without a keystroke

Value = TypeVar("Value")


class Field(QObject, Generic[Value]):
    """One bound editor: shows what is kept, keeps what is typed, and says beside it what is wrong."""

    def __init__(
        self,
        editor: QWidget,
        read: Callable[[], Value],
        write: Callable[[Value], None],
        keep: Callable[[Value], None],
        fault_label: QLabel | None = None,
    ) -> None:
        super().__init__(editor)
        self.editor = editor
        self._read, self._write, self._keep = read, write, keep
        self._fault_label = fault_label
        self._tip = editor.toolTip()
        self._kept: Value = read()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(SAVE_AFTER)
        self._idle.timeout.connect(self.save)
        if fault_label is not None:
            fault_label.hide()
        editor.installEventFilter(self)
        keep_still(editor)

    def show(self, value: Value) -> None:
        """Shows what is kept; what she is typing or has to mend, and cursor and undo of an equal text, stay."""
        mine = self._read() != self._kept
        self._kept = value
        if not mine:
            self.drop()

    def drop(self) -> None:
        """Lets go of what could not be kept and shows what is."""
        if self._read() != self._kept:
            blocker = QSignalBlocker(self.editor)
            self._write(self._kept)
            blocker.unblock()
        self.fault("")

    def typed(self, *_anything: object) -> None:
        """She typed: keep it once she pauses."""
        self._idle.start()

    def save(self) -> bool:
        """Keeps what is typed now; False, with the sentence at the field, when it cannot be kept."""
        self._idle.stop()
        value = self._read()
        if value == self._kept:
            self.fault("")
            return True
        before, self._kept = self._kept, value
        try:
            self._keep(value)
        except DeskError as error:
            self._kept = before
            self.fault(str(error))
            return False
        self.fault("")
        return True

    def fault(self, sentence: str) -> None:
        """Tints the field and says why; an empty sentence takes it back."""
        restyle(self.editor, "fault", "error" if sentence else "")
        self.editor.setToolTip(sentence or self._tip)
        self.editor.setAccessibleDescription(sentence)
        if self._fault_label is not None:
            self._fault_label.setText(sentence)
            self._fault_label.setVisible(bool(sentence))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Saves on leaving, and leaves Undo to the desk when the field has nothing of its own to take back."""
        if event.type() == QEvent.Type.FocusOut and isValid(self.editor):  # a page that is taken down loses focus too
            self.save()
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and leaves_undo(self.editor, event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def leaves_undo(editor: QWidget, event: QKeyEvent) -> bool:
    """Whether this key is Undo or Redo, and the editor has nothing of its own to take back or do again."""
    undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
    return (undo and not _can(editor, "Undo")) or (redo and not _can(editor, "Redo"))


def _can(editor: QWidget, what: str) -> bool:
    if isinstance(editor, QLineEdit):
        return editor.isUndoAvailable() if what == "Undo" else editor.isRedoAvailable()
    if isinstance(editor, QPlainTextEdit):
        history = editor.document()
        return history.isUndoAvailable() if what == "Undo" else history.isRedoAvailable()
    return False


class Fields:
    """The bound editors of a page."""

    def __init__(self) -> None:
        self._bound: list[Field[Any]] = []

    def line(self, edit: QLineEdit, keep: Callable[[str], None], fault_label: QLabel | None = None) -> Field[str]:
        """Binds a line; Enter keeps it at once."""
        field = self._add(Field(edit, edit.text, lambda text: _set_line(edit, text), keep, fault_label))
        edit.textChanged.connect(field.typed)
        edit.returnPressed.connect(field.save)
        return field

    def text(self, edit: QPlainTextEdit, keep: Callable[[str], None], fault_label: QLabel | None = None) -> Field[str]:
        """Binds a text of several lines."""
        field = self._add(Field(edit, edit.toPlainText, edit.setPlainText, keep, fault_label))
        edit.textChanged.connect(field.typed)
        if isinstance(edit, WordsEdit):
            edit.entered.connect(field.save)
        return field

    def choice(
        self, box: QComboBox, keep: Callable[[str], None], fault_label: QLabel | None = None, by_data: bool = False
    ) -> Field[str]:
        """Binds a choice: its words, or with `by_data` the data behind them. An editable one may be typed into."""
        read = (lambda: str(box.currentData() or "")) if by_data else box.currentText
        field = self._add(Field(box, read, lambda value: _set_choice(box, value, by_data), keep, fault_label))
        box.activated.connect(lambda _index: field.save())
        line = box.lineEdit()
        if line is not None:
            line.textChanged.connect(field.typed)
            line.editingFinished.connect(field.save)
        return field

    def date(
        self, edit: QDateEdit, keep: Callable[[dt.date], None], fault_label: QLabel | None = None
    ) -> Field[dt.date]:
        """Binds a date that is always there."""
        field = self._add(
            Field(
                edit,
                lambda: dt.date(edit.date().year(), edit.date().month(), edit.date().day()),
                lambda day: edit.setDate(QDate(day.year, day.month, day.day)),
                keep,
                fault_label,
            )
        )
        edit.dateChanged.connect(field.typed)
        edit.editingFinished.connect(field.save)
        return field

    def forget(self, fields: Iterable[Field[Any]]) -> None:
        """Lets go of editors that are about to be taken off the page."""
        gone = {id(field) for field in fields}
        self._bound = [field for field in self._bound if id(field) not in gone]

    def drop(self) -> None:
        """Lets go of what could not be kept: another record is shown now."""
        for field in self._bound:
            field.drop()

    def save(self) -> bool:
        """Keeps everything that is typed; False when something could not be kept and says so."""
        return all([field.save() for field in self._bound])

    def _add(self, field: Field[Value]) -> Field[Value]:
        self._bound.append(field)
        return field


def _set_line(edit: QLineEdit, text: str) -> None:
    edit.setText(text)
    edit.setCursorPosition(0)  # a long text shows its beginning


def _set_choice(box: QComboBox, value: str, by_data: bool) -> None:
    index = box.findData(value) if by_data else box.findText(value)
    if box.isEditable() and not by_data:
        box.setEditText(value)
        return
    if index < 0 and value:
        box.addItem(value, value)  # never lose what the record holds
        index = box.count() - 1
    box.setCurrentIndex(index)
