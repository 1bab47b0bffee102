"""Doubtful words of the statement: a wave under each, a menu of what it was meant to be, F7 from one to the next.

The waves lie over the text as it is drawn and are no part of it: nothing of them is typed, read or saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QTextCharFormat, QTextLayout

from bali_desk.gui.look import Look
from bali_desk.gui.statement.paper_edit import BlockEdit
from bali_desk.gui.statement.runs import own_place, qt_place
from bali_desk.gui.statement.spelling_menu import open_word_menu, word_at

if TYPE_CHECKING:
    from bali_desk.gui.statement.paper import Paper
    from bali_desk.presenters.statement.spelling import SpellingPresenter

BEGIN_AFTER = 300  # milliseconds after the page is shown, so that reading a dictionary slows no opening


class Spelling(QObject):
    """The spelling of a paper. `watch` each block; `attach` who knows the words."""

    def __init__(self, look: Look, paper: Paper) -> None:
        super().__init__(paper)
        self.look, self._paper = look, paper
        self.presenter: SpellingPresenter | None = None
        self._here: int | None = None
        self._start = QTimer(self)
        self._start.setSingleShot(True)
        self._start.setInterval(BEGIN_AFTER)
        self._start.timeout.connect(self._begin)
        paper.installEventFilter(self)

    def attach(self, presenter: SpellingPresenter | None) -> None:
        """Ask this presenter from now on."""
        self.presenter = presenter
        if presenter is not None:
            presenter.attach(self)
            self._start.start()
        self.show_doubts()

    def watch(self, block_id: int, edit: BlockEdit) -> None:
        """Mark the doubtful words of a block, as long as it is there."""
        SpellingMarks(self, edit)
        edit.entered.connect(lambda: self._come_to(block_id))

    def show_doubts(self) -> None:
        """Other words may be doubtful now."""
        for marks in self._paper.findChildren(SpellingMarks):
            marks.mark()

    def go_to_next(self) -> None:
        """F7: to the next doubtful word, which is selected: typing takes its place, the menu key opens its menu."""
        if self.presenter is None:
            return
        self._paper.save()
        edit = self._paper.edit_of(self._here)
        place = own_place(edit.toPlainText(), edit.textCursor().position()) if edit is not None else 0
        doubt = self.presenter.next_doubt(self._here, place)
        edit = self._paper.edit_of(doubt.block_id) if doubt is not None else None
        if doubt is not None and edit is not None:
            self._paper.put_cursor(doubt.block_id, doubt.end)
            edit.choose(doubt.start, doubt.end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Names may have changed while the page was away."""
        if event.type() == QEvent.Type.Show and self.presenter is not None:
            self._start.start()
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        if self.presenter is not None and self._paper.isVisible():
            self.presenter.begin()

    def _come_to(self, block_id: int) -> None:
        self._here = block_id


class SpellingMarks(QObject):
    """The waves in one block. The word she is typing has none until she is past it.

    They are given to the lay-out of the block alone: a QSyntaxHighlighter would tell of a change of the text each time.
    """

    def __init__(self, spelling: Spelling, edit: BlockEdit) -> None:
        super().__init__(edit)
        self._spelling, self._edit = spelling, edit
        self._typing = self._later = False
        self._held_back: tuple[int, int] | None = None  # the word she is typing, if it is doubtful so far
        edit.document().contentsChange.connect(self._on_change)
        edit.cursorPositionChanged.connect(self._on_move)
        edit.left.connect(self._stop_typing)
        edit.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        edit.customContextMenuRequested.connect(self._open_menu)
        self._mark_later()

    def mark(self) -> None:
        """Draw the waves as the words are now."""
        if self._lay_waves():
            block = self._edit.document().firstBlock()
            self._edit.document().markContentsDirty(block.position(), block.length())

    # ---- inner ----
    def _lay_waves(self) -> bool:
        """Whether there are waves now, or were before."""
        block, cursor = self._edit.document().firstBlock(), self._edit.textCursor().position()
        if block.layout().preeditAreaText():
            return False  # letters still being put together have marks of their own
        self._held_back = None
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(self._spelling.look.colour("error"))
        waves: list[QTextLayout.FormatRange] = []
        for start, end in _as_qt_counts(block.text(), self._doubts(block.text())):
            if self._typing and start <= cursor <= end:
                self._held_back = (start, end)
            else:
                waves.append(_range(start, end, form))
        touched = bool(waves or block.layout().formats())
        if touched:
            block.layout().setFormats(waves)
        return touched

    def _doubts(self, text: str) -> Sequence[tuple[int, int]]:
        return self._spelling.presenter.doubts(text) if self._spelling.presenter is not None else ()

    def _open_menu(self, spot: QPoint) -> None:
        """At the pointer, or by key at the cursor."""
        text = self._edit.toPlainText()
        place = own_place(text, self._edit.cursorForPosition(spot).position())
        word = word_at(text, place, self._doubts(text))
        where = self._edit.viewport().mapToGlobal(spot)
        open_word_menu(self._edit, self._spelling.presenter, word, self._spelling.go_to_next, where)

    def _on_change(self, _place: int, _removed: int, _added: int) -> None:
        if self._edit.signalsBlocked():  # written by the page, run by run: once it stands is enough
            self._typing = False
            self._mark_later()
        else:
            self._typing = self._edit.hasFocus()
            self._lay_waves()  # the block is laid out right after this

    def _on_move(self) -> None:
        """The cursor moved: past the word she typed, or along with her typing."""
        if self._held_back and not self._held_back[0] <= self._edit.textCursor().position() <= self._held_back[1]:
            self.mark()

    def _stop_typing(self) -> None:
        self._typing = False
        if self._held_back:
            self.mark()

    def _mark_later(self) -> None:
        if not self._later:
            self._later = True
            QTimer.singleShot(0, self, self._mark_now)

    def _mark_now(self) -> None:
        self._later = False
        self.mark()


def _range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    wave = QTextLayout.FormatRange()
    wave.start, wave.length, wave.format = start, end - start, form
    return wave


def _as_qt_counts(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(qt_place(text, start), qt_place(text, end)) for start, end in spans]
