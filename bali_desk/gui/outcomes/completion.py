"""Completing what is written of an outcome: the best offer is shown below, Ctrl+Space takes it, then the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from bali_desk.gui.plain import one_line, tip

if TYPE_CHECKING:
    from bali_desk.presenters.outcomes.rows import Offered


class MatterCompletion:
    """Works in one of several texts at a time; never covers it and never takes Enter or Tab."""

    def __init__(self, edit: QPlainTextEdit, label: QLabel, at_rest: Callable[[], str]) -> None:
        self._edit, self._label, self._at_rest = edit, label, at_rest
        self._offers: Sequence[Offered] = ()
        self._taken = -1  # which offer stands in the text
        self._start, self._typed = 0, ""  # where it stands, and what she had typed there
        self._taking = False

    def work_in(self, edit: QPlainTextEdit) -> None:
        """The cursor is in this text now."""
        if edit is not self._edit:
            self._edit = edit
            self.forget()

    def before_cursor(self) -> str:
        """The line up to the cursor; nothing where the cursor is elsewhere."""
        cursor = self._edit.textCursor()
        before = self._edit.toPlainText()[: cursor.position()] if self._edit.hasFocus() else ""
        return before.rpartition("\n")[2]

    def show(self, offers: Sequence[Offered]) -> None:
        """What may be taken now; while an offer is being taken, the others stay."""
        if not self._taking:
            self._offers, self._taken = offers, -1
            self._tell()

    def forget(self) -> None:
        """Another outcome stands in the entry line."""
        self.show(())

    def takes(self, event: QKeyEvent) -> bool:
        """Whether this key took an offer: Ctrl+Space the first, and each time more the next."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() != Qt.Key.Key_Space or not control or not self._offers:
            return False
        cursor = self._edit.textCursor()
        if self._taken < 0:
            self._start = cursor.position() - self._offers[0].begun
            self._typed = self._edit.toPlainText()[self._start : cursor.position()]
        self._taken = (self._taken + 1) % len(self._offers)
        offer = self._offers[self._taken]
        kept = self._typed[: len(self._typed) - offer.begun]
        cursor.setPosition(self._start, QTextCursor.MoveMode.KeepAnchor)
        self._taking = True
        cursor.insertText(kept + offer.text)
        self._taking = False
        self._tell()
        return True

    def _tell(self) -> None:
        following = (self._taken + 1) % len(self._offers) if self._offers else 0
        if not self._offers or following == self._taken:
            self._label.setText(self._at_rest())
            self._label.setToolTip("")
            return
        words = f"Ctrl+Space: {one_line(self._offers[following].text)}"
        self._label.setText(words)
        self._label.setToolTip(tip(words))
