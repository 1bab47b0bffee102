"""The versions that went out: read, held against each other with the words marked, restored, written once more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QLabel, QPushButton, QTextEdit, QWidget

from bali_desk.gui import forms
from bali_desk.gui.look import Look
from bali_desk.gui.print_face import print_face
from bali_desk.gui.statement.paper_edit import BODY, FACES
from bali_desk.gui.statement.runs import LINE

if TYPE_CHECKING:
    from bali_desk.presenters.statement.versions import Compared, Piece, Reading, TextChoice, VersionsPresenter

NOTHING = "nothing"  # read alone
BULLET = "•  "


class VersionDialog(QDialog):
    """Its texts can be chosen and copied, not changed."""

    text_box: QComboBox
    against_box: QComboBox
    inline_chip: QPushButton
    beside_chip: QPushButton
    before_edit: QTextEdit
    between_rule: QFrame
    text_edit: QTextEdit
    words_label: QLabel
    restore_button: QPushButton
    word_button: QPushButton
    pdf_button: QPushButton
    close_button: QPushButton

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "version_dialog")
        self._look = look
        self._presenter: VersionsPresenter | None = None
        self._reading: Reading | None = None
        for edit in (self.before_edit, self.text_edit):
            edit.document().setDocumentMargin(look.px(24))
        self.finished.connect(self._leave)
        self._connect()
        self.resize(look.px(860), look.px(620))

    def attach(self, presenter: VersionsPresenter) -> None:
        """Works for this presenter until it is closed."""
        self._presenter = presenter

    # ---- what the presenter shows ----
    def show_choices(self, choices: Sequence[TextChoice]) -> None:
        """The texts there are."""
        for box, first in ((self.text_box, None), (self.against_box, NOTHING)):
            blocker = QSignalBlocker(box)
            box.clear()
            if first:
                box.addItem(first, None)
            for choice in choices:
                box.addItem(choice.title, choice.key)
            blocker.unblock()

    def show_reading(self, key: int, against: int | None, reading: Reading) -> None:
        """A text, alone or with its changes marked."""
        self._reading = reading
        self.text_box.setCurrentIndex(self.text_box.findData(key))
        self.against_box.setCurrentIndex(0 if against is None else self.against_box.findData(against))
        self.words_label.setText(reading.words)
        for chip in (self.inline_chip, self.beside_chip):
            chip.setEnabled(reading.before is not None)
        for button in (self.restore_button, self.word_button, self.pdf_button):
            button.setVisible(not reading.is_today)
        self._write()

    # ---- inner ----
    def _connect(self) -> None:
        self.text_box.activated.connect(lambda _place: self._decide().read(self.text_box.currentData()))
        self.against_box.activated.connect(lambda _place: self._decide().hold_against(self.against_box.currentData()))
        self.inline_chip.toggled.connect(lambda _on: self._write())
        self.restore_button.clicked.connect(lambda: self._decide().restore())
        self.word_button.clicked.connect(lambda: self._decide().write_again(".docx"))
        self.pdf_button.clicked.connect(lambda: self._decide().write_again(".pdf"))
        self.close_button.clicked.connect(self.reject)
        mine, hers = self.before_edit.verticalScrollBar(), self.text_edit.verticalScrollBar()
        mine.valueChanged.connect(lambda place: hers.setValue(_along(place, mine.maximum(), hers.maximum())))
        hers.valueChanged.connect(lambda place: mine.setValue(_along(place, hers.maximum(), mine.maximum())))

    def _decide(self) -> VersionsPresenter:
        assert self._presenter is not None
        return self._presenter

    def _leave(self) -> None:
        if self._presenter is not None:
            self._presenter.leave()
        self.deleteLater()

    def _write(self) -> None:
        if self._reading is None:
            return
        beside = self._reading.before is not None and self.beside_chip.isChecked()
        for part in (self.before_edit, self.between_rule):
            part.setVisible(beside)
        if beside:
            self._put(self.before_edit, "new")
            self._put(self.text_edit, "gone")
        else:
            self._put(self.text_edit, "")

    def _put(self, edit: QTextEdit, left_out: str) -> None:
        """Write the paragraphs, without the words of one of the two texts where they stand side by side."""
        scrolled = edit.verticalScrollBar().value()
        edit.clear()
        cursor = QTextCursor(edit.document())
        told = [one for one in (self._reading.paragraphs if self._reading else ()) if one.change != left_out]
        for place, one in enumerate(told):
            form = QTextBlockFormat()
            form.setBottomMargin(self._look.px(8))
            if place:
                cursor.insertBlock()
            cursor.setBlockFormat(form)
            self._put_paragraph(cursor, one, left_out)
        edit.moveCursor(QTextCursor.MoveOperation.Start)
        edit.verticalScrollBar().setValue(scrolled)

    def _put_paragraph(self, cursor: QTextCursor, one: Compared, left_out: str) -> None:
        plain = self._format(one.kind, "same")
        if one.kind == "bullet":
            cursor.insertText(BULLET, plain)
        for piece in one.pieces:
            if piece.change != left_out:
                cursor.insertText(_lines(piece), self._format(one.kind, piece.change))

    def _format(self, kind: str, change: str) -> QTextCharFormat:
        """New words are underlined, gone ones struck through: never a colour alone."""
        size, weight = FACES.get(kind, BODY)
        form = QTextCharFormat()
        form.setFont(print_face(self._look.points * size, weight))
        form.setForeground(self._look.colour({"new": "own", "gone": "error"}.get(change, "paper_ink")))
        form.setFontUnderline(change == "new")
        form.setFontStrikeOut(change == "gone")
        return form


def _lines(piece: Piece) -> str:
    return piece.text.replace("\n", LINE)


def _along(place: int, whole: int, other: int) -> int:
    """The same share of another scroll bar."""
    return round(place / whole * other) if whole else 0
