"""A version of the statement that went out, to be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextEdit, QVBoxLayout, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.print_face import print_face
from bali_desk.gui.statement.paper_edit import BODY, FACES
from bali_desk.gui.statement.runs import put
from bali_desk.presenters.statement.rich_text import Run

if TYPE_CHECKING:
    from bali_desk.presenters.statement.rows import BlockRow


class VersionDialog(QDialog):
    """Shows the text; it can be chosen and copied, not changed."""

    def __init__(self, look: Look, title: str, rows: Sequence[BlockRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.text_edit = QTextEdit()
        self.text_edit.setReadOnly(True)
        self.text_edit.document().setDocumentMargin(look.px(24))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text_edit, 1)
        layout.addWidget(buttons)
        self.resize(look.px(660), look.px(560))
        self._write(look, rows)

    def _write(self, look: Look, rows: Sequence[BlockRow]) -> None:
        cursor = QTextCursor(self.text_edit.document())
        for place, row in enumerate(rows):
            form = QTextBlockFormat()
            form.setBottomMargin(look.px(8))
            if place:
                cursor.insertBlock()
            cursor.setBlockFormat(form)
            size, weight = FACES.get(row.kind, BODY)
            label = (Run(f"{row.label}  "),) if row.label else ()
            put(cursor, (*label, *row.runs), print_face(look.points * size, weight), look.colour("paper_ink"))
        self.text_edit.moveCursor(QTextCursor.MoveOperation.Start)
