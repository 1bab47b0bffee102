"""What is known of the brackets the cursor is in: who proposed the words, what stands against them, how they end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from bali_desk.gui.agenda.name_completer import NameCompleter
from bali_desk.gui.fields import Fields
from bali_desk.gui.widgets import WordsEdit
from bali_desk.presenters.statement.brackets import ALTERNATIVE, DROP, KEEP

if TYPE_CHECKING:
    from bali_desk.presenters.statement.brackets import BracketRow

Kind = TypeVar("Kind", bound=QWidget)
WAYS = {"keep_words_button": KEEP, "alternative_button": ALTERNATIVE, "drop_words_button": DROP}


class BracketPanel(QObject):
    """Fills the box that the form lays out. Enter or Esc in its fields goes back to the text."""

    noted = Signal(int, int, str, str)  # block, which of its brackets, proposer or alternative, words
    settle_wanted = Signal(int, int, str)
    done = Signal()

    def __init__(self, box: QWidget) -> None:
        super().__init__(box)
        self._box = box
        self._row: BracketRow | None = None
        self.proposer_edit = self._find(QLineEdit, "proposer_edit")
        self.alternative_edit = self._find(WordsEdit, "alternative_edit")
        self._completer = NameCompleter((), self, several=False)
        self.proposer_edit.setCompleter(self._completer)
        self._fields = Fields()
        self._proposer = self._fields.line(self.proposer_edit, lambda words: self._note("proposer", words))
        self._alternative = self._fields.text(self.alternative_edit, lambda words: self._note("alternative", words))
        self.proposer_edit.returnPressed.connect(self.alternative_edit.setFocus)
        self.alternative_edit.entered.connect(self.done)
        for edit in (self.proposer_edit, self.alternative_edit):
            edit.installEventFilter(self)
        for name, way in WAYS.items():
            self._find(QPushButton, name).clicked.connect(lambda _on=False, way=way: self._settle(way))

    def show_bracket(self, row: BracketRow | None, names: Sequence[str]) -> None:
        """These brackets, or none; `names` are offered as who proposed them."""
        self.save()
        other = row is None or self._row is None or (row.block_id, row.index) != (self._row.block_id, self._row.index)
        self._row = row
        self._box.setVisible(row is not None)
        if row is None:
            return
        if other:
            self._fields.drop()
        self._find(QLabel, "bracket_label").setText(f"[{row.words}]" if row.whole else "This bracket has no partner.")
        self._proposer.show(row.proposer)
        self._alternative.show(row.alternative)
        self._find(QPushButton, "alternative_button").setEnabled(bool(row.alternative))
        self._completer.offer(names)

    def ask_for_proposer(self) -> None:
        """New brackets: whose are they?"""
        if self._row is not None:
            self.proposer_edit.setFocus()

    def save(self) -> None:
        """Keep what is typed."""
        self._fields.save()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc goes back to the text."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.done.emit()
            return True
        return super().eventFilter(watched, event)

    # ---- inner ----
    def _note(self, what: str, words: str) -> None:
        if self._row is not None:
            self.noted.emit(self._row.block_id, self._row.index, what, words)

    def _settle(self, way: str) -> None:
        self.save()
        if self._row is not None:
            self.settle_wanted.emit(self._row.block_id, self._row.index, way)

    def _find(self, kind: type[Kind], name: str) -> Kind:
        found = self._box.findChild(kind, name)
        assert found is not None
        return found
