"""The menu of a word in the statement: what it was meant to be and the house's dictionary, before cut, copy, paste."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from bali_desk.gui.statement.paper_edit import BlockEdit
from bali_desk.gui.statement.runs import qt_place

if TYPE_CHECKING:
    from bali_desk.presenters.statement.spelling import SpellingPresenter

OF_QT = ("edit-undo", "edit-redo")  # undo is the desk's


@dataclass(frozen=True)
class Word:
    """A word of a block, from and to in its letters."""

    text: str
    start: int
    end: int
    doubtful: bool


def word_at(text: str, place: int, doubts: Sequence[tuple[int, int]]) -> Word | None:
    """The word a place lies in or touches."""
    from bali_desk.presenters.statement.spelling import span_at

    span = next((one for one in doubts if one[0] <= place <= one[1]), None)
    found = span or span_at(text, place)
    return Word(text[slice(*found)], *found, span is not None) if found else None


def open_word_menu(
    edit: BlockEdit, presenter: SpellingPresenter | None, word: Word | None, go_on: Callable[[], None], spot: QPoint
) -> None:
    """Opens the menu at this spot of the screen; `go_on` goes to the next doubtful word."""
    menu = edit.createStandardContextMenu()
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for action in menu.actions():
        if action.objectName() in OF_QT:
            menu.removeAction(action)
    furnish(menu, edit, presenter, word, go_on)
    menu.popup(spot)


def furnish(
    menu: QMenu, edit: BlockEdit, presenter: SpellingPresenter | None, word: Word | None, go_on: Callable[[], None]
) -> None:
    """Puts what can be done about the spelling of a word before everything else in the menu."""
    actions = _actions(menu, edit, presenter, word) if presenter is not None and word is not None else []
    if word is not None and word.doubtful:
        actions.append(QAction("Next doubtful word\tF7", menu))
        actions[-1].triggered.connect(go_on)
    first = next(iter(menu.actions()), None)
    for action in actions:
        menu.insertAction(first, action) if first else menu.addAction(action)
    if actions and first and not first.isSeparator():
        menu.insertSeparator(first)


def replace(edit: BlockEdit, word: Word, by: str) -> None:
    """Types the other word in its place, in its cut, and keeps it at once."""
    text, cursor = edit.toPlainText(), edit.textCursor()
    cursor.setPosition(qt_place(text, word.start) + 1)
    form = cursor.charFormat()
    cursor.setPosition(qt_place(text, word.start))
    cursor.setPosition(qt_place(text, word.end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(by, form)
    edit.setTextCursor(cursor)
    edit.left.emit()


def _actions(menu: QMenu, edit: BlockEdit, presenter: SpellingPresenter, word: Word) -> list[QAction]:
    if not word.doubtful:
        if not presenter.is_own(word.text):
            return []
        out = QAction(f"Take “{word.text}” out of the house’s dictionary", menu)
        out.triggered.connect(lambda: presenter.take_out(word.text))
        return [out]
    made = []
    for one in presenter.suggestions(word.text):
        action = QAction(one, menu)
        font = action.font()
        font.setBold(True)
        action.setFont(font)
        action.triggered.connect(partial(replace, edit, word, one))
        made.append(action)
    if not made:
        made.append(QAction("No word is like it", menu))
        made[0].setEnabled(False)
    line = QAction(menu)
    line.setSeparator(True)
    add = QAction("Add to the house’s dictionary", menu)
    add.triggered.connect(lambda: presenter.add(word.text))
    return [*made, line, add]
