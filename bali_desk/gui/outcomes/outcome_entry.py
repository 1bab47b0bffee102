"""The entry line of the Outcomes page: who, verb, what, and the details that open when they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget
from shiboken6 import isValid

from bali_desk.gui import forms
from bali_desk.gui.fields import SAVE_AFTER, leaves_undo
from bali_desk.gui.look import Look
from bali_desk.gui.outcomes.choosing import Choosing
from bali_desk.gui.outcomes.completion import MatterCompletion
from bali_desk.gui.outcomes.detail_rows import DetailRows
from bali_desk.gui.outcomes.keys import ENTERS, PAGES
from bali_desk.gui.outcomes.walking import KnownWords, arrow
from bali_desk.gui.restyle import restyle
from bali_desk.gui.shortcuts import within
from bali_desk.gui.widgets import GrowingEdit

if TYPE_CHECKING:
    from bali_desk.presenters.outcomes.entry import Entry
    from bali_desk.presenters.outcomes.rows import Choice, Offered
    from bali_desk.presenters.outcomes.words_known import WordsKnown

LINES = {"subject": "who_edit", "verb": "verb_edit", "owner": "owner_edit", "due": "due_edit", "number": "number_edit"}
LINES |= {"to_body": "to_body_edit", "to_when": "to_when_edit"}
NO_LINES = "The work plan has no lines yet; Alt+3 opens it"
NO_PAPERS = "The meeting has no papers yet; they are added on the Agenda page"


class OutcomeEntry(QWidget):
    """`typed` with every letter, `idle` after a pause or on leaving, `entered` with Enter, `new_wanted` with Esc.

    `verb_step` with Up and Down in the verb, `item_step` with PgUp and PgDn, `list_wanted` with Ctrl+Up.
    """

    entry_grid: QGridLayout
    who_edit: QLineEdit
    verb_edit: QLineEdit
    what_edit: GrowingEdit
    points_edit: GrowingEdit
    owner_edit: QLineEdit
    due_edit: QLineEdit
    number_edit: QLineEdit
    to_body_edit: QLineEdit
    to_when_edit: QLineEdit
    editing_row: QWidget
    points_row: QWidget
    action_row: QWidget
    to_row: QWidget
    text_fault_label: QLabel
    due_read_label: QLabel
    due_fault_label: QLabel
    enter_label: QLabel
    owner_label: QLabel
    due_label: QLabel
    points_button: QPushButton
    action_button: QPushButton
    to_button: QPushButton
    fulfils_button: QPushButton
    papers_button: QPushButton
    new_button: QPushButton
    private_check: QCheckBox

    typed = Signal()
    idle = Signal()
    entered = Signal()
    new_wanted = Signal()
    verb_step = Signal(int)
    item_step = Signal(int)
    list_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "outcome_entry")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for edit in (self.who_edit, self.verb_edit, self.what_edit):  # they stand in one line while the matter grows
            self.entry_grid.setAlignment(edit, Qt.AlignmentFlag.AlignTop)
        self._look = look
        self._entry: Entry | None = None
        self._fulfils = Choosing(self.fulfils_button, NO_LINES, self._changed_at_once)
        self._papers = Choosing(self.papers_button, NO_PAPERS, self._changed_at_once)
        self._verbs = KnownWords(self.verb_edit)
        self._names, self._bodies = KnownWords(self.who_edit, self.owner_edit), KnownWords(self.to_body_edit)
        self._rows = DetailRows(
            {
                "points": (self.points_row, (self.points_edit,)),
                "owner": (self.action_row, (self.owner_edit, self.due_edit, self.number_edit)),
                "body": (self.to_row, (self.to_body_edit, self.to_when_edit)),
            }
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SAVE_AFTER)
        self._pause.timeout.connect(self.idle)
        self.what_edit.set_lines(1, 4)
        self.points_edit.set_lines(2, 5)
        self._completion = MatterCompletion(self.what_edit, self.enter_label, self._at_rest)
        self._connect()
        for label in (self.text_fault_label, self.due_read_label, self.due_fault_label):
            label.hide()

    # ---- what it shows ----
    def show_entry(self, entry: Entry) -> None:
        """What stands in it from now on; details that hold something are open."""
        another = self._entry is None or self._entry.outcome_id != entry.outcome_id or entry.outcome_id is None
        self._entry = entry
        self._pause.stop()
        for name, edit in self._lines().items():
            self._set_line(edit, getattr(entry, name), another)
        self._set_text(self.what_edit, entry.text, another)
        self._set_text(self.points_edit, "\n".join(entry.points), another)
        with QSignalBlocker(self.private_check):
            self.private_check.setChecked(not entry.public)
        self._fulfils.show_chosen(entry.fulfils)
        self._papers.show_chosen(entry.papers)
        self._rows.begin()
        why = "This outcome has several actions: see Actions on the right." if entry.several_actions else ""
        for edit in (self.owner_edit, self.due_edit):
            edit.setEnabled(not entry.several_actions)
            edit.setToolTip(why)
        self.editing_row.setVisible(entry.outcome_id is not None)
        self._completion.forget()

    def show_choices(self, known: WordsKnown, plan: Sequence[Choice], papers: Sequence[Choice]) -> None:
        """What may be completed and chosen."""
        self._names.show(known.subjects)
        self._bodies.show(known.bodies)
        self._fulfils.show(plan)
        self._papers.show(papers)

    def show_verbs(self, verbs: Sequence[str]) -> None:
        """The verbs that may be completed."""
        self._verbs.show(verbs)

    def show_asked(self, asked: str, due: str) -> None:
        """The row such an outcome asks for opens by itself; `due` says which day the words of a date mean."""
        self._rows.ask(asked)
        self.due_read_label.setText(f"Due {due}")
        self.due_read_label.setVisible(bool(due))

    def show_fault(self, field: str, sentence: str) -> None:
        """Says what is wrong at the field."""
        label = self.due_fault_label if field == "due" else self.text_fault_label
        edit = self.due_edit if field == "due" else self.what_edit
        label.setText(sentence)
        label.setVisible(bool(sentence))
        restyle(edit, "fault", "error" if sentence else "")
        if sentence and field == "due":
            self._rows.open("owner", into=False)

    # ---- what she typed ----
    def entry(self) -> Entry | None:
        """Everything as it stands now."""
        if self._entry is None:
            return None
        lines = {name: edit.text() for name, edit in self._lines().items()}
        known = {"subject": self._names, "owner": self._names, "verb": self._verbs, "to_body": self._bodies}
        lines |= {name: words.spelled(lines[name]) for name, words in known.items()}
        points = tuple(line for line in self.points_edit.toPlainText().split("\n") if line.strip())
        chosen = {"fulfils": self._fulfils.chosen, "papers": self._papers.chosen, "points": points}
        text, public = self.what_edit.toPlainText(), not self.private_check.isChecked()
        return replace(self._entry, text=text, public=public, **chosen, **lines)  # type: ignore[arg-type]

    def take_verb(self, verb: str) -> None:
        """The verb chosen on the ladder; what she wants to say comes next."""
        self.verb_edit.setText(verb)
        self.what_edit.setFocus()

    def climb_to(self, verb: str) -> None:
        """The next rung of the ladder, what it commits to beside it; she climbs on, or types over it."""
        self.verb_edit.setText(verb)
        self.verb_edit.selectAll()

    def start(self) -> None:
        """Put the cursor where the next sentence begins."""
        edit = self.verb_edit if self.who_edit.text() else self.who_edit
        edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on and at the end records; Esc begins anew; leaving keeps; Undo is the desk's after recording."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and isinstance(watched, QWidget) and leaves_undo(watched, event):  # type: ignore[arg-type]
            event.ignore()
            return True
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, GrowingEdit):
            self._completion.work_in(watched)
        if event.type() == QEvent.Type.FocusOut and isValid(self.who_edit):  # not while the page is taken down
            self._pause.stop()
            self.idle.emit()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched in (self.what_edit, self.points_edit) and self._completion.takes(event):
                return True
            if event.key() in ENTERS:
                return self._enter(watched, event)
            if self._walks(watched, event):
                return True
        return super().eventFilter(watched, event)

    def show_offers(self, offers: Sequence[Offered]) -> None:
        """What may go on from the words before the cursor."""
        self._completion.show(offers)

    def before_cursor(self) -> str:
        """The matter or the point up to the cursor, where she types one; nothing where the cursor is elsewhere."""
        return self._completion.before_cursor()

    def stand_after(self, before: QWidget) -> None:
        """Tab goes on from that widget through the line and its details; Shift+Tab goes back to it."""
        line = (self.who_edit, self.verb_edit, self.what_edit, self.points_edit)
        details = (self.owner_edit, self.due_edit, self.number_edit, self.to_body_edit, self.to_when_edit)
        links = (self.points_button, self.action_button, self.to_button, self.fulfils_button, self.papers_button)
        for widget in (*line, *details, *links, self.private_check, self.new_button):
            self.setTabOrder(before, widget)
            before = widget

    # ---- inner ----
    def _at_rest(self) -> str:
        return "Saved" if self._entry is not None and self._entry.outcome_id is not None else "Enter records"

    def _walks(self, watched: QObject, event: QKeyEvent) -> bool:
        """Keys that lead elsewhere, or through what a line knows."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.new_wanted.emit()
        elif key in PAGES and plain:
            self.item_step.emit(PAGES[key])
        elif key == Qt.Key.Key_Up and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.list_wanted.emit()
        elif watched is self.verb_edit and arrow(event):
            self.verb_step.emit(arrow(event))
        elif watched in (self.who_edit, self.owner_edit) and isinstance(watched, QLineEdit):
            return self._names.walks(watched, event)
        elif watched is self.to_body_edit:
            return self._bodies.walks(self.to_body_edit, event)
        else:
            return False
        return True

    def _enter(self, watched: QObject, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if isinstance(watched, QPushButton):
            watched.click()
            return True
        if watched is self.points_edit and not control:
            if self.points_edit.textCursor().block().text().strip() or not self.points_edit.toPlainText().strip():
                return False  # a line of its own
        elif watched in (self.who_edit, self.verb_edit) and not control:
            self.focusNextChild()
            return True
        self._pause.stop()
        self.entered.emit()
        return True

    def _connect(self) -> None:
        for edit in self._lines().values():
            edit.textChanged.connect(self._changed)
            edit.installEventFilter(self)
        for text in (self.what_edit, self.points_edit):
            text.textChanged.connect(self._changed)
            text.installEventFilter(self)
        self.private_check.toggled.connect(self._changed_at_once)
        within(self, "Alt+I", self.private_check.toggle)  # its own key would take the cursor, and a moment
        for beside in (self.private_check, *self.findChildren(QPushButton)):
            beside.installEventFilter(self)
        # When pressed, not when let go: by its key a button is let go later, and what she types on would go astray.
        for button, row in ((self.points_button, "points"), (self.action_button, "owner"), (self.to_button, "body")):
            button.pressed.connect(partial(self._rows.open, row))
        self.new_button.clicked.connect(self.new_wanted)

    def _changed(self) -> None:
        if self._entry is not None:
            self.text_fault_label.hide()
            self.typed.emit()
            self._pause.start()

    def _changed_at_once(self) -> None:
        if self._entry is not None:
            self.typed.emit()
            self.idle.emit()

    def _lines(self) -> dict[str, QLineEdit]:
        return {name: getattr(self, edit) for name, edit in LINES.items()}

    def _set_line(self, edit: QLineEdit, text: str, another: bool) -> None:
        if another or edit.text() != text:  # no letter of another outcome is to be undone here
            with QSignalBlocker(edit):
                edit.setText(text)
                edit.setCursorPosition(0)

    def _set_text(self, edit: GrowingEdit, text: str, another: bool) -> None:
        if another or edit.toPlainText() != text:
            with QSignalBlocker(edit):
                edit.setPlainText(text)
