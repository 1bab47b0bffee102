"""One block of the statement as it will print, and typed in where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QKeyCombination, QMimeData, QPoint, QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.print_face import print_face
from bali_desk.gui.statement.edit_marks import EditMarks
from bali_desk.gui.statement.runs import LINE, cut, own_place, put, qt_place, taken
from bali_desk.presenters.statement.pasted import as_html, pasted
from bali_desk.presenters.statement.rich_text import Run, plain, same, split

LINE_HEIGHT = 118.0  # per cent
FACES = {  # kind: times the officer's size, weight
    "title": (1.7, 700),
    "subtitle": (1.25, 400),
    "heading": (1.2, 700),
}
BODY = (1.18, 400)
Key = Qt.Key
MODIFIERS = (Key.Key_Control, Key.Key_Shift, Key.Key_Alt, Key.Key_Meta)
BRACKET = QKeyCombination(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Key.Key_B)


class BlockEdit(QTextEdit):
    """Says what she does at its edges; what stands in it is asked for with `runs`."""

    changed = Signal()
    left = Signal()
    entered = Signal()
    split_wanted = Signal(int)
    pasted = Signal(int, list)
    join_wanted = Signal(int)  # -1: with the block before, 1: with the next
    go_wanted = Signal(int, int)  # up or down, and how far across; across -1: to the near end
    move_wanted = Signal(int)
    bracket_wanted = Signal(int, int)  # from and to, as the words are counted
    all_wanted = Signal()  # this block is chosen already: she wants the whole text
    end_wanted = Signal(bool)  # of the whole text; False: its start
    walk_wanted = Signal(bool)  # True: undo, False: redo

    def __init__(self, look: Look, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._kind = look, kind
        self.typed_in = False
        self.copies_all: Callable[[], QMimeData] | None = None  # while the whole text is chosen, not this block alone
        self.marks = EditMarks(look, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)  # undo is the desk's
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())
        self.textChanged.connect(self._on_typing)

    # ---- what stands in it ----
    def runs(self) -> tuple[Run, ...]:
        """The words and their cuts."""
        return taken(self.document().firstBlock(), self._bold_by_itself())

    def show_block(self, kind: str, runs: Sequence[Run]) -> None:
        """Show these words; what she is typing is left alone, and the cursor stays with the words round it."""
        if kind == self._kind and (self.typed_in or (same(self.runs(), runs) and not self.document().isEmpty())):
            return
        self._kind = kind
        self._write(runs if not self.typed_in else self.runs())

    def draw_anew(self) -> None:
        """Face and ink as the look has them now."""
        self._write(self.runs())

    def put_cursor(self, place: int) -> None:
        """Go on typing there; -1 is the end."""
        cursor = self.textCursor()
        last = self._length()
        cursor.setPosition(min(qt_place(plain(self.runs()), place), last) if place >= 0 else last)
        self.setTextCursor(cursor)
        self.setFocus()

    def put_cursor_at(self, spot: QPoint) -> None:
        """Come in at the letter nearest to a spot, which may lie outside."""
        room = self.viewport().rect()
        within = QPoint(min(max(spot.x(), 0), room.right()), min(max(spot.y(), 2), room.bottom() - 2))
        self.setTextCursor(self.cursorForPosition(within))
        self.setFocus()

    def put_cursor_across(self, across: int, from_below: bool) -> None:
        """Come in from the block above or below, at the same place across."""
        rect = self.viewport().rect()
        point = QPointF(max(across, 0), rect.bottom() - 4 if from_below else 4)
        cursor = self.cursorForPosition(point.toPoint())
        if across < 0:
            cursor.setPosition(self._length() if from_below else 0)
        self.setTextCursor(cursor)
        self.setFocus()

    def place(self) -> int:
        """Where the cursor stands in the words."""
        return own_place(plain(self.runs()), self.textCursor().position())

    def choose(self, start: int, end: int) -> None:
        """Choose a stretch of the words."""
        words, cursor = plain(self.runs()), self.textCursor()
        cursor.setPosition(min(qt_place(words, start), self._length()))
        cursor.setPosition(min(qt_place(words, end), self._length()), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def choose_nothing(self) -> None:
        """No words are chosen any more; the cursor stays."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def bracket_here(self) -> int | None:
        """The how-manieth of its brackets the cursor stands in; of brackets in each other, the inner one."""
        return self.marks.bracket_at(self.place()) if self.marks.open else None

    def bracket(self) -> None:
        """Tells which words are chosen, for brackets."""
        words, cursor = plain(self.runs()), self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        self.bracket_wanted.emit(own_place(words, first), own_place(words, last))

    def turn(self, what: str) -> None:
        """Make the chosen words bold or italic, or plain again."""
        form = self.textCursor().charFormat()
        font = form.font()
        if what == "bold" and not self._bold_by_itself():
            heavy = font.weight() > QFont.Weight.DemiBold
            font.setWeight(QFont.Weight(BODY[1]) if heavy else QFont.Weight.Bold)
        elif what == "italic":
            font.setItalic(not font.italic())
        form.setFont(font)
        self.mergeCurrentCharFormat(form)

    # ---- what Qt asks ----
    def sizeHint(self) -> QSize:
        """As high as its words."""
        return QSize(120, max(round(self.document().size().height()), self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return QSize(40, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Undo, redo and moving are told to the page, not to the menu, so that typing is kept before."""
        key = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride else None
        if key is not None and self._walks(key) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that reach beyond the block are told; all others type."""
        if (
            self.copies_all is not None
            and self._walks(event) is None
            and not event.matches(QKeySequence.StandardKey.Copy)
        ):
            if event.key() in MODIFIERS or event.matches(QKeySequence.StandardKey.SelectAll):
                return
            self.entered.emit()  # the whole text is chosen to be copied: no key takes all of it, or one part, away
            if event.text() or event.key() in (Key.Key_Backspace, Key.Key_Delete):
                self.choose_nothing()
                return
        if not self._beyond(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click ends the choice of the whole text."""
        if self.copies_all is not None and event.button() == Qt.MouseButton.LeftButton:
            self.entered.emit()
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel turns the sheet, not the block."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """She came in."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """She left: keep what she typed."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Of the look of pasted words only bold and italics come along; pasted paragraphs become blocks."""
        given = pasted(source.html() if source.hasHtml() else "", source.text())
        if len(given) > 1:
            self.textCursor().removeSelectedText()
            self.pasted.emit(self.place(), given)
        elif given:
            self._put(given[0].runs)
        else:
            self.textCursor().insertText(source.text().replace("\n", " "))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words, in whatever form."""
        return source.hasText() or source.hasHtml()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The chosen words, plain and with bold and italics; nothing else of how they look here."""
        if self.copies_all is not None:
            return self.copies_all()
        words, cursor = plain(self.runs()), self.textCursor()
        start, end = (own_place(words, place) for place in (cursor.selectionStart(), cursor.selectionEnd()))
        chosen = split(split(self.runs(), end)[0], start)[1]
        return copied([(self._kind if plain(chosen) == words else "paragraph", chosen)])

    # ---- inner ----
    def _put(self, runs: Sequence[Run]) -> None:
        """Instead of what is chosen; words without a cut of their own take that of the place."""
        cursor = self.textCursor()
        if any(run.bold or run.italic for run in runs):
            size, weight = FACES.get(self._kind, BODY)
            here = cursor.charFormat()
            put(cursor, runs, print_face(self._look.points * size, weight), self._look.colour("paper_ink"))
            cursor.setCharFormat(here)
            self.setTextCursor(cursor)
        else:
            cursor.insertText(plain(runs).replace("\n", LINE))

    def _beyond(self, event: QKeyEvent) -> bool:
        cursor, key = self.textCursor(), event.key()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        walk = self._walks(event)
        if walk is not None:
            self.walk_wanted.emit(walk)
        elif key in (Key.Key_Return, Key.Key_Enter):
            cursor.removeSelectedText()
            self.split_wanted.emit(self.place())
        elif alt and key in (Key.Key_Up, Key.Key_Down):
            self.move_wanted.emit(-1 if key == Key.Key_Up else 1)
        elif event.matches(QKeySequence.StandardKey.Bold):
            self.turn("bold")
        elif event.matches(QKeySequence.StandardKey.Italic):
            self.turn("italic")
        elif event.keyCombination() == BRACKET:
            self.bracket()
        elif event.matches(QKeySequence.StandardKey.SelectAll) and len(cursor.selectedText()) == self._length():
            self.all_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.MoveToStartOfDocument):
            self.end_wanted.emit(False)
        elif event.matches(QKeySequence.StandardKey.MoveToEndOfDocument):
            self.end_wanted.emit(True)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or cursor.hasSelection():
            return False
        else:
            return self._at_edge(key, cursor)
        return True

    def _at_edge(self, key: int, cursor: QTextCursor) -> bool:
        start, end = cursor.position() == 0, cursor.position() == self._length()
        if key == Key.Key_Backspace and start:
            self.join_wanted.emit(-1)
        elif key == Key.Key_Delete and end:
            self.join_wanted.emit(1)
        elif key == Key.Key_Up and not self._moves(QTextCursor.MoveOperation.Up):
            self.go_wanted.emit(-1, self.cursorRect().left())
        elif key == Key.Key_Down and not self._moves(QTextCursor.MoveOperation.Down):
            self.go_wanted.emit(1, self.cursorRect().left())
        elif key == Key.Key_Left and start:
            self.go_wanted.emit(-1, -1)
        elif key == Key.Key_Right and end:
            self.go_wanted.emit(1, -1)
        else:
            return False
        return True

    def _moves(self, how: QTextCursor.MoveOperation) -> bool:
        return QTextCursor(self.textCursor()).movePosition(how)

    def _walks(self, event: QKeyEvent) -> bool | None:
        if event.matches(QKeySequence.StandardKey.Undo):
            return True
        return False if event.matches(QKeySequence.StandardKey.Redo) else None

    def _on_typing(self) -> None:
        self.typed_in = True
        self.marks.follow_words()
        self.changed.emit()

    def _length(self) -> int:
        return self.document().characterCount() - 1

    def _bold_by_itself(self) -> bool:
        return FACES.get(self._kind, BODY)[1] >= 600

    def _write(self, runs: Sequence[Run]) -> None:
        before, place = plain(self.runs()), self.place()
        size, weight = FACES.get(self._kind, BODY)
        face, ink = print_face(self._look.points * size, weight), self._look.colour("paper_ink")
        with QSignalBlocker(self):
            self.document().clear()
            self.setFont(face)
            cursor = QTextCursor(self.document())
            form = QTextBlockFormat()
            form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setBlockFormat(form)
            cursor.setBlockCharFormat(cut(face, ink, Run("")))
            put(cursor, runs, face, ink)
            cursor = self.textCursor()
            cursor.setPosition(qt_place(plain(runs), _kept_place(before, plain(runs), place)))
            self.setTextCursor(cursor)
            if not runs:
                self.setCurrentFont(face)
                self.setTextColor(ink)
        self.marks.written_anew()
        self.updateGeometry()


def copied(paragraphs: Sequence[tuple[str, tuple[Run, ...]]]) -> QMimeData:
    """Paragraphs, each with its kind, for the clipboard."""
    mime = QMimeData()
    mime.setText("\n".join(plain(runs) for _kind, runs in paragraphs))
    mime.setHtml(as_html(paragraphs))
    return mime


def _kept_place(before: str, after: str, place: int) -> int:
    """Where the cursor stands among the same words of a text that changed."""
    shorter = min(len(before), len(after))
    same_start = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    if place <= same_start:
        return place
    return min(max(len(after) - (len(before) - place), same_start), len(after))
