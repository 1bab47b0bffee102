"""An earlier statement set like print, the found words marked, begun at the passage that was found."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from bali_desk.gui.agreed.marked import mark_format, qt_spans
from bali_desk.gui.look import Look
from bali_desk.gui.print_face import print_face
from bali_desk.gui.statement.paper_edit import BODY, FACES
from bali_desk.gui.statement.runs import LINE, cut
from bali_desk.presenters.agreed.rows import Reading, ReadPassage
from bali_desk.presenters.statement.rich_text import Run

SIGNS = {"bullet": "•  ", "numbered": "–  "}


class ReadingText(QObject):
    """Fills a text that can be chosen and copied, not changed."""

    def __init__(self, look: Look, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._look, self._edit = look, edit
        self._text: Reading | None = None
        look.changed.connect(self._write)

    def show(self, text: Reading | None) -> None:
        """Shows the text; the same text keeps its place unless a passage is asked for."""
        same = text is not None and self._text is not None and text.text_id == self._text.text_id
        if text == self._text:
            return
        here = self._edit.verticalScrollBar().value() if same and text and text.place is None else None
        self._text = text
        self._write()
        if here is not None:
            self._edit.verticalScrollBar().setValue(here)

    def _write(self) -> None:
        document = self._edit.document()
        document.clear()
        document.setDocumentMargin(self._look.px(24))
        cursor, at = QTextCursor(document), 0
        for number, passage in enumerate(self._text.passages if self._text else ()):
            if number:
                cursor.insertBlock()
            if self._text is not None and passage.place == self._text.place:
                at = cursor.position()
            self._write_one(cursor, passage, self._text is not None and passage.place == self._text.place)
        cursor.setPosition(at)
        self._edit.setTextCursor(cursor)
        if at:  # the passage above stays in sight, as what stood before
            rect = self._edit.cursorRect(cursor)
            bar = self._edit.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - self._edit.viewport().height() // 3)
        else:
            self._edit.verticalScrollBar().setValue(0)

    def _write_one(self, cursor: QTextCursor, passage: ReadPassage, asked: bool) -> None:
        look = self._look
        form = QTextBlockFormat()
        form.setBottomMargin(look.px(8))
        if asked:
            form.setBackground(look.colour("chosen_idle"))
        cursor.setBlockFormat(form)
        size, weight = FACES.get(passage.kind, BODY)
        plain = cut(print_face(look.points * size, weight), look.colour("paper_ink"), Run(""))
        cursor.insertText(SIGNS.get(passage.kind, ""), plain)
        start = cursor.position()
        cursor.insertText(passage.text.replace("\n", LINE), plain)
        for first, length in qt_spans(passage.text, passage.marks):
            marked = QTextCursor(cursor)
            marked.setPosition(start + first)
            marked.setPosition(start + first + length, QTextCursor.MoveMode.KeepAnchor)
            marked.mergeCharFormat(mark_format(look))
        cursor.movePosition(QTextCursor.MoveOperation.End)
