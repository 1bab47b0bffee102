"""What is marked in a block on the screen alone: words that are not agreed, and what the checks found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from bali_desk.gui.look import Look
from bali_desk.gui.plain import tip
from bali_desk.gui.statement.runs import qt_place
from bali_desk.presenters.statement.brackets import open_stretches

if TYPE_CHECKING:
    from bali_desk.presenters.checks.rows import Mark

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


class EditMarks:
    """Extra selections of one editor: they are no part of its text. Findings move along with the words round them."""

    def __init__(self, look: Look, edit: QTextEdit) -> None:
        self._look, self._edit = look, edit
        self._findings: list[QTextEdit.ExtraSelection] = []
        self._shown: Sequence[Mark] = ()
        self._of = ""  # the words they are about
        self.open: list[tuple[int, int]] = []  # where brackets stand in the words

    def show(self, found: Sequence[Mark]) -> None:
        """Mark these findings."""
        if not found and not self._shown:
            return
        words = self._edit.toPlainText()
        self._shown, self._of = found, words
        self._findings = [self._finding(words, one) for one in found]
        self._put(words)

    def written_anew(self) -> None:
        """All words were put in again: findings stay where they are still the same."""
        same = self._edit.toPlainText() == self._of
        self.show(self._shown if same else ())
        self.follow_words()

    def follow_words(self) -> None:
        """The words changed: brackets are looked for anew, findings stay until the next check."""
        words = self._edit.toPlainText()
        self.open = open_stretches(words) if "[" in words or "]" in words else []
        if self.open or self._findings or self._edit.extraSelections():
            self._put(words)

    def bracket_at(self, place: int) -> int | None:
        """The how-manieth bracket stands round a place of the words; of brackets in each other, the inner one."""
        within = [number for number, (start, end) in enumerate(self.open) if start < place < end]
        return within[-1] if within else None

    # ---- inner ----
    def _put(self, words: str) -> None:
        tints = []
        for start, end in self.open:
            tint = self._stretch(words, start, end)
            tint.format.setBackground(self._look.colour("warning_tint"))
            tints.append(tint)
        self._edit.setExtraSelections([*tints, *self._findings])

    def _finding(self, words: str, one: Mark) -> QTextEdit.ExtraSelection:
        mark = self._stretch(words, one.start, one.end)
        mark.format.setUnderlineStyle(WAVE)
        mark.format.setUnderlineColor(self._look.colour(one.severity))
        mark.format.setToolTip(tip(one.why) or one.why)
        return mark

    def _stretch(self, words: str, start: int, end: int) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = QTextCursor(self._edit.document())
        last = self._edit.document().characterCount() - 1
        made.cursor.setPosition(min(qt_place(words, start), last))
        made.cursor.setPosition(min(qt_place(words, end), last), QTextCursor.MoveMode.KeepAnchor)
        return made
