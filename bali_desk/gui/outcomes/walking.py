"""Going through the known words of a line by the arrow keys, and completing them while they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

ARTICLE = "The "


class KnownWords(QObject):
    """The words one or several lines know: completed in place, and walked through by Up and Down."""

    def __init__(self, *edits: QLineEdit) -> None:
        super().__init__(edits[0])
        self._model, self._words = QStringListModel(self), list[str]()
        for edit in edits:
            completer = QCompleter(self._model, self)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            edit.setCompleter(completer)
            edit.editingFinished.connect(partial(self._settle, edit))

    def show(self, words: Sequence[str]) -> None:
        """The words, in the order one walks through them.

        The shortest are completed first, so that "agreed" stays "agreed"; a name with "The" also without it.
        """
        self._words = list(words)
        bare = [word.removeprefix(ARTICLE) for word in words if word.startswith(ARTICLE)]
        completed = sorted(dict.fromkeys([*words, *bare]), key=len)
        if completed != self._model.stringList():
            self._model.setStringList(completed)

    def spelled(self, text: str) -> str:
        """The text as it is known, where it is known with other capitals; she types "rso"."""
        wanted = " ".join(text.casefold().split())
        return next((word for word in self._model.stringList() if word.casefold() == wanted), text)

    def walks(self, edit: QLineEdit, event: QKeyEvent) -> bool:
        """Whether this key went on to the next known word, or back."""
        by = arrow(event)
        if not by or not self._words:
            return False
        here = edit.text().casefold().removeprefix(ARTICLE.casefold())
        places = [place for place, word in enumerate(self._words) if _bare(word) == here]
        place = (places[0] + by) if places else (0 if by > 0 else -1)
        edit.setText(self._words[place % len(self._words)])
        edit.selectAll()
        return True

    def _settle(self, edit: QLineEdit) -> None:
        known = self.spelled(edit.text())
        if known != edit.text():
            edit.setText(known)


def arrow(event: QKeyEvent) -> int:
    """1 for Down, -1 for Up, without any other key; 0 for anything else."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return 0
    return {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)


def _bare(word: str) -> str:
    return word.casefold().removeprefix(ARTICLE.casefold())
