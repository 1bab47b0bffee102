"""The versions that went out: read, held against each other with the words marked, restored, written once more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, QTimer
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QLabel, QPushButton, QScrollBar, QTextEdit, QWidget

from bali_desk.gui import forms
from bali_desk.gui.look import Look
from bali_desk.gui.print_face import print_face
from bali_desk.gui.statement.paper_edit import BODY, FACES
from bali_desk.gui.statement.runs import LINE

if TYPE_CHECKING:
    from bali_desk.presenters.statement.versions import Compared, Piece, Reading, TextChoice, VersionsPresenter

NOTHING = "nothing"  # read alone
BULLET = "•  "
Stops = list[tuple[int, int]]  # from and to, as Qt counts places


class VersionDialog(QDialog):
    """Its texts can be chosen and copied, not changed."""

    text_box: QComboBox
    against_box: QComboBox
    inline_chip: QPushButton
    beside_chip: QPushButton
    back_button: QPushButton
    next_button: QPushButton
    sides: QWidget
    before_label: QLabel
    title_label: QLabel
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
        self._shown: tuple[int, int | None] | None = None  # the texts in sight
        self._stops = {self.before_edit: Stops(), self.text_edit: Stops()}  # where the changes stand in each
        self._at = -1  # the change she is at
        self._placing = False  # both texts are put where they belong: neither follows the other
        for edit in (self.before_edit, self.text_edit):
            edit.document().setDocumentMargin(look.px(24))
        self.finished.connect(self._leave)
        look.changed.connect(self._write_otherwise)
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
        self.before_label.setText(reading.before or "")
        self.title_label.setText(reading.title)
        self._write()
        if self._shown != (key, against):
            self._shown = (key, against)
            self._go_to_first()

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the desk's: not from here, where she would not see what they do."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            walks = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in walks):
                event.accept()
                return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Opens at the first change."""
        super().showEvent(event)
        self._go_to_first()

    # ---- inner ----
    def _go_to_first(self) -> None:
        self._at = -1
        if self._stops[self.text_edit]:
            QTimer.singleShot(0, self, lambda: self._go(1) if self._at < 0 else None)

    def _go(self, way: int) -> None:
        """To the next change (1) or back (-1), round from the end to the start."""
        number = len(self._stops[self.text_edit])
        if not number:
            return
        self._at = (self._at + way) % number if self._at >= 0 else (0 if way > 0 else number - 1)
        self._placing = True
        for edit, stops in self._stops.items():
            if len(stops) == number:
                _show_stretch(edit, *stops[self._at])
        self._placing = False

    def _connect(self) -> None:
        self.text_box.activated.connect(lambda _place: self._decide().read(self.text_box.currentData()))
        self.against_box.activated.connect(lambda _place: self._decide().hold_against(self.against_box.currentData()))
        self.inline_chip.toggled.connect(self._write_otherwise)
        self.next_button.clicked.connect(lambda: self._go(1))
        self.back_button.clicked.connect(lambda: self._go(-1))
        for keys, way in (("F8", 1), ("Shift+F8", -1)):
            QShortcut(QKeySequence(keys), self, lambda way=way: self._go(way))
        self.restore_button.clicked.connect(lambda: self._decide().restore())
        self.word_button.clicked.connect(lambda: self._decide().write_again(".docx"))
        self.pdf_button.clicked.connect(lambda: self._decide().write_again(".pdf"))
        self.close_button.clicked.connect(self.reject)
        mine, hers = self.before_edit.verticalScrollBar(), self.text_edit.verticalScrollBar()
        for one, other in ((mine, hers), (hers, mine)):
            one.valueChanged.connect(lambda place, one=one, other=other: self._follow(place, one, other))

    def _follow(self, place: int, one: QScrollBar, other: QScrollBar) -> None:
        """The other text scrolls along."""
        if not self._placing:
            other.setValue(_along(place, one.maximum(), other.maximum()))

    def _write_otherwise(self) -> None:
        """In one text, or in two; at the same change."""
        at = self._at
        self._write()
        if at >= 0:
            self._at = at - 1
            QTimer.singleShot(0, self, lambda: self._go(1))

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
        for part in (self.before_edit, self.between_rule, self.sides):
            part.setVisible(beside)
        self._stops = {edit: Stops() for edit in self._stops}
        if beside:
            self._put(self.before_edit, "new")
            self._put(self.text_edit, "gone")
        else:
            self._put(self.text_edit, "")
        some = bool(self._stops[self.text_edit])
        for button in (self.back_button, self.next_button):
            button.setVisible(some)

    def _put(self, edit: QTextEdit, left_out: str) -> None:
        """Write the paragraphs, without the words of one of the two texts where they stand side by side."""
        scrolled = edit.verticalScrollBar().value()
        edit.clear()
        cursor = QTextCursor(edit.document())
        stops, first = self._stops[edit], True
        for one in self._reading.paragraphs if self._reading else ():
            if one.change == left_out:
                stops.append((cursor.position(), cursor.position()))  # it stands in the other text
                continue
            form = QTextBlockFormat()
            form.setBottomMargin(self._look.px(8))
            if not first:
                cursor.insertBlock()
            first = False
            cursor.setBlockFormat(form)
            self._put_paragraph(cursor, one, left_out, stops)
        edit.moveCursor(QTextCursor.MoveOperation.Start)
        edit.verticalScrollBar().setValue(scrolled)

    def _put_paragraph(self, cursor: QTextCursor, one: Compared, left_out: str, stops: Stops) -> None:
        """Words taken out and those in their place are one change."""
        changing = False
        plain = self._format(one.kind, "same")
        if one.kind == "bullet":
            cursor.insertText(BULLET, plain)
        for piece in one.pieces:
            before = cursor.position()
            if piece.change != left_out:
                cursor.insertText(_lines(piece), self._format(one.kind, piece.change))
            if piece.change != "same":
                began = stops.pop()[0] if changing else before
                stops.append((began, cursor.position()))
            changing = piece.change != "same"

    def _format(self, kind: str, change: str) -> QTextCharFormat:
        """New words are underlined, gone ones struck through: never a colour alone."""
        size, weight = FACES.get(kind, BODY)
        form = QTextCharFormat()
        form.setFont(print_face(self._look.points * size, weight))
        form.setForeground(self._look.colour({"new": "own", "gone": "error"}.get(change, "paper_ink")))
        form.setFontUnderline(change == "new")
        form.setFontStrikeOut(change == "gone")
        return form


def _show_stretch(edit: QTextEdit, start: int, end: int) -> None:
    """Choose a stretch and bring it into the upper half."""
    cursor = QTextCursor(edit.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    top = edit.cursorRect(cursor).top() - edit.viewport().height() // 3
    edit.verticalScrollBar().setValue(edit.verticalScrollBar().value() + top)


def _lines(piece: Piece) -> str:
    return piece.text.replace("\n", LINE)


def _along(place: int, whole: int, other: int) -> int:
    """The same share of another scroll bar."""
    return round(place / whole * other) if whole else 0
