"""The entry line of the Outcomes page: who, verb, what, and the details that open when they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QCompleter, QGridLayout, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from shiboken6 import isValid

from bali_desk.gui import forms
from bali_desk.gui.fields import SAVE_AFTER
from bali_desk.gui.look import Look
from bali_desk.gui.outcomes.completion import MatterCompletion
from bali_desk.gui.outcomes.keys import ENTERS
from bali_desk.gui.widgets import GrowingEdit

if TYPE_CHECKING:
    from bali_desk.presenters.outcomes.entry import Entry
    from bali_desk.presenters.outcomes.rows import Choice, Offered

LINES = {"subject": "who_edit", "verb": "verb_edit", "owner": "owner_edit", "due": "due_edit", "number": "number_edit"}
LINES |= {"to_body": "to_body_edit", "to_when": "to_when_edit"}


class OutcomeEntry(QWidget):
    """`typed` with every letter, `idle` after a pause or on leaving, `entered` with Enter, `new_wanted` with Esc."""

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

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "outcome_entry")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for edit in (self.who_edit, self.verb_edit, self.what_edit):  # they stand in one line while the matter grows
            self.entry_grid.setAlignment(edit, Qt.AlignmentFlag.AlignTop)
        self._look = look
        self._entry: Entry | None = None
        self._choices: dict[str, Sequence[Choice]] = {"fulfils": (), "papers": ()}
        self._verbs, self._subjects = QStringListModel(self), QStringListModel(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SAVE_AFTER)
        self._pause.timeout.connect(self.idle)
        self.what_edit.set_lines(1, 4)
        self.points_edit.set_lines(2, 5)
        self._complete(self.who_edit, self._subjects)
        self._complete(self.owner_edit, self._subjects)
        self._complete(self.verb_edit, self._verbs)
        self._completion = MatterCompletion(self.what_edit, self.enter_label, self._at_rest)
        self._connect()
        for label in (self.text_fault_label, self.due_fault_label):
            label.hide()

    # ---- what it shows ----
    def show_entry(self, entry: Entry) -> None:
        """What stands in it from now on; details that hold something are open."""
        self._entry = entry
        self._pause.stop()
        for name, edit in self._lines().items():
            self._set_line(edit, getattr(entry, name))
        self._set_text(self.what_edit, entry.text)
        self._set_text(self.points_edit, "\n".join(entry.points))
        with QSignalBlocker(self.private_check):
            self.private_check.setChecked(not entry.public)
        self.points_row.setVisible(bool(entry.points))
        self.action_row.setVisible(bool(entry.owner or entry.due or entry.number))
        self.to_row.setVisible(bool(entry.to_body or entry.to_when))
        why = "This outcome has several actions: see Actions on the right." if entry.several_actions else ""
        for edit in (self.owner_edit, self.due_edit):
            edit.setEnabled(not entry.several_actions)
            edit.setToolTip(why)
        self.editing_row.setVisible(entry.outcome_id is not None)
        self._completion.forget()
        self._count()

    def show_choices(self, subjects: Sequence[str], plan: Sequence[Choice], papers: Sequence[Choice]) -> None:
        """What may be completed and chosen."""
        self._subjects.setStringList(sorted(subjects, key=len))
        self._choices = {"fulfils": plan, "papers": papers}
        self.fulfils_button.setEnabled(bool(plan))
        self.papers_button.setEnabled(bool(papers))

    def show_verbs(self, verbs: Sequence[str]) -> None:
        """The verbs that may be completed, the shortest first so that "agreed" stays "agreed"."""
        self._verbs.setStringList(sorted(verbs, key=len))

    def show_fault(self, field: str, sentence: str) -> None:
        """Says what is wrong at the field."""
        label = self.due_fault_label if field == "due" else self.text_fault_label
        edit = self.due_edit if field == "due" else self.what_edit
        label.setText(sentence)
        label.setVisible(bool(sentence))
        edit.setProperty("fault", "error" if sentence else "")
        edit.style().unpolish(edit)
        edit.style().polish(edit)
        if sentence and field == "due":
            self.action_row.show()

    # ---- what she typed ----
    def entry(self) -> Entry | None:
        """Everything as it stands now."""
        if self._entry is None:
            return None
        lines = {name: edit.text() for name, edit in self._lines().items()}
        points = tuple(line for line in self.points_edit.toPlainText().split("\n") if line.strip())
        text = self.what_edit.toPlainText()
        return replace(self._entry, text=text, points=points, public=not self.private_check.isChecked(), **lines)  # type: ignore[arg-type]

    def take_verb(self, verb: str) -> None:
        """The verb chosen on the ladder; what she wants to say comes next."""
        self.verb_edit.setText(verb)
        self.what_edit.setFocus()

    def start(self) -> None:
        """Put the cursor where the next sentence begins."""
        edit = self.verb_edit if self.who_edit.text() else self.who_edit
        edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on and at the end records; Esc begins anew; leaving keeps."""
        if event.type() == QEvent.Type.FocusOut and isValid(self.who_edit):  # not while the page is taken down
            self._pause.stop()
            self.idle.emit()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.what_edit and self._completion.takes(event):
                return True
            if event.key() in ENTERS:
                return self._enter(watched, event)
            if event.key() == Qt.Key.Key_Escape:
                self.new_wanted.emit()
                return True
        return super().eventFilter(watched, event)

    def show_offers(self, offers: Sequence[Offered]) -> None:
        """What may go on from the words before the cursor."""
        self._completion.show(offers)

    def before_cursor(self) -> str:
        """The matter up to the cursor, where she types it; nothing where the cursor is elsewhere."""
        cursor = self.what_edit.textCursor()
        return self.what_edit.toPlainText()[: cursor.position()] if self.what_edit.hasFocus() else ""

    # ---- inner ----
    def _at_rest(self) -> str:
        return "Saved" if self._entry is not None and self._entry.outcome_id is not None else "Enter records"

    def _enter(self, watched: QObject, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
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
        self.points_button.clicked.connect(lambda: self._open(self.points_row, self.points_edit))
        self.action_button.clicked.connect(lambda: self._open(self.action_row, self.owner_edit))
        self.to_button.clicked.connect(lambda: self._open(self.to_row, self.to_body_edit))
        self.fulfils_button.clicked.connect(lambda: self._choose("fulfils", self.fulfils_button))
        self.papers_button.clicked.connect(lambda: self._choose("papers", self.papers_button))
        self.new_button.clicked.connect(self.new_wanted)

    def _complete(self, edit: QLineEdit, words: QStringListModel) -> None:
        completer = QCompleter(words, self)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        edit.setCompleter(completer)

    def _open(self, row: QWidget, edit: QWidget) -> None:
        row.show()
        edit.setFocus()

    def _choose(self, name: str, button: QPushButton) -> None:
        """A menu of what may be chosen, ticked where it is."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = getattr(self._entry, name) if self._entry else ()
        for choice in self._choices[name]:
            text = choice.text if len(choice.text) <= 70 else f"{choice.text[:69]}…"
            action = QAction(text.replace("&", "&&"), menu, checkable=True, checked=choice.key in chosen)
            action.toggled.connect(lambda on, key=choice.key: self._tick(name, key, on))
            menu.addAction(action)
        menu.popup(button.mapToGlobal(button.rect().topLeft()))

    def _tick(self, name: str, key: str, on: bool) -> None:
        if self._entry is None:
            return
        kept = [one for one in getattr(self._entry, name) if one != key]
        order = [choice.key for choice in self._choices[name]]
        handles = sorted([*kept, key] if on else kept, key=lambda one: order.index(one) if one in order else -1)
        changes: dict[str, tuple[str, ...]] = {name: tuple(handles)}
        self._entry = replace(self._entry, **changes)  # type: ignore[arg-type]
        self._count()
        self._changed_at_once()

    def _count(self) -> None:
        """The links say how many are chosen."""
        links = (("fulfils", self.fulfils_button, "Fulfils"), ("papers", self.papers_button, "Papers"))
        for name, button, words in links:
            number = len(getattr(self._entry, name)) if self._entry else 0
            button.setText(f"{words} {number}" if number else words)

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

    def _set_line(self, edit: QLineEdit, text: str) -> None:
        if edit.text() != text:
            with QSignalBlocker(edit):
                edit.setText(text)
                edit.setCursorPosition(0)

    def _set_text(self, edit: GrowingEdit, text: str) -> None:
        if edit.toPlainText() != text:
            with QSignalBlocker(edit):
                edit.setPlainText(text)
