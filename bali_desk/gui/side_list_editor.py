"""A list beside the page with its fields below: the chosen row is edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.fields import Field, Fields
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_TWO
from bali_desk.gui.tables import Column, RecordTable, RecordView
from bali_desk.gui.widgets import GrowingEdit

if TYPE_CHECKING:
    from bali_desk.presenters.side_list import SideList, SideRow


@dataclass(frozen=True)
class Part:
    """One field of a row: what it is called, and what may be chosen where it is no free text."""

    name: str
    label: str
    long: bool = False
    choices: tuple[str, ...] = ()
    hint: str = ""


class SideListEditor(QWidget):
    """Add, change, move and delete rows. In the list Insert adds, Enter edits, Delete deletes, Alt+arrows move."""

    rows_view: RecordView
    fields_box: QWidget
    add_button: QPushButton
    up_button: QToolButton
    down_button: QToolButton
    delete_button: QToolButton

    def __init__(self, look: Look, parts: Sequence[Part], add: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "side_list_editor")
        self._look, self._keeper = look, None  # type: tuple[Look, SideList | None]
        self._shown: int | None = None
        self._typed = Fields()
        self._fields: dict[str, Field[Any]] = {}
        column: Column[SideRow] = Column("", lambda row: row.title, second=lambda row: row.detail)
        self._model = RecordTable([column], lambda row: row.row_id, self)
        self.rows_view.furnish(look, self._model, (100,), 0, ROW_TWO, head=False)
        self.rows_view.chosen.connect(self._follow)
        self.rows_view.installEventFilter(self)
        self.add_button.setText(add)
        self._build(parts)
        self.add_button.clicked.connect(self.add)
        self.delete_button.clicked.connect(self._delete)
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        look.changed.connect(self._draw_icons)
        self._draw_icons()
        self._follow()

    def use(self, keeper: SideList) -> None:
        """Keep what is typed with this list from now on."""
        self._keeper = keeper

    def show_rows(self, rows: Sequence[SideRow]) -> None:
        """The list as it stands."""
        self._model.show(rows)
        self._follow()

    def save(self) -> bool:
        """Keep what is being typed."""
        return self._typed.save()

    def drop_empty(self) -> None:
        """Takes the chosen row away again where nothing was written in it."""
        self._typed.save()
        row: SideRow | None = self.rows_view.current()
        if row is not None and not any(row.values.values()):
            self._delete()

    def start(self) -> None:
        """The keyboard where one chooses a row, or adds the first."""
        if self._model.records:
            if not self.rows_view.currentIndex().isValid():
                self.rows_view.selectRow(0)
            self.rows_view.setFocus()
        else:
            self.add_button.setFocus()

    def complete(self, name: str, words: Sequence[str]) -> None:
        """Words that are completed in a line while they are typed."""
        edit = self._fields[name].editor
        if isinstance(edit, QLineEdit):
            if edit.completer() is None:
                completer = QCompleter(QStringListModel(self), self)
                completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
                completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
                edit.setCompleter(completer)
            model = edit.completer().model()
            assert isinstance(model, QStringListModel)
            model.setStringList(sorted(words, key=len))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            acts = {Qt.Key.Key_Delete: self._delete, Qt.Key.Key_Insert: self.add}
            acts |= dict.fromkeys((Qt.Key.Key_Return, Qt.Key.Key_Enter), self._edit)
            if act := acts.get(Qt.Key(event.key())):
                act()
                return True
            if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)

    # ---- inner ----
    def _build(self, parts: Sequence[Part]) -> None:
        grid = self.fields_box.layout()
        assert isinstance(grid, QGridLayout)
        line = 0
        for part in parts:
            label, fault = QLabel(part.label), QLabel()
            editor = self._editor(part)
            editor.setObjectName(f"{part.name}_edit")
            editor.setAccessibleName(part.label)
            label.setBuddy(editor)
            label.setProperty("tier", "small")
            label.setProperty("ink", "soft")
            fault.setProperty("tier", "small")
            fault.setProperty("ink", "error")
            fault.setTextFormat(Qt.TextFormat.PlainText)
            fault.setWordWrap(True)
            grid.addWidget(label, line, 0)
            grid.addWidget(editor, line, 1)
            grid.addWidget(fault, line + 1, 1)
            line += 2
            self._fields[part.name] = self._bound(part, editor, fault)

    def _editor(self, part: Part) -> QWidget:
        if part.choices:
            box = QComboBox()
            box.addItems(["", *part.choices])
            return box
        if part.long:
            return GrowingEdit()
        edit = QLineEdit()
        edit.setPlaceholderText(part.hint)
        return edit

    def _bound(self, part: Part, editor: QWidget, fault: QLabel) -> Field[Any]:
        def keep(text: str) -> None:
            if self._keeper is not None and self._shown is not None:
                self._keeper.change(self._shown, part.name, text)

        if isinstance(editor, QComboBox):
            return self._typed.choice(editor, keep, fault)
        if isinstance(editor, GrowingEdit):
            return self._typed.text(editor, keep, fault)
        assert isinstance(editor, QLineEdit)
        return self._typed.line(editor, keep, fault)

    def _follow(self) -> None:
        """Show the chosen row in the fields; what was typed for another is kept first."""
        row: SideRow | None = self.rows_view.current()
        now = row.row_id if row else None
        if now != self._shown:
            self._typed.save()
            self._shown = now
        self.fields_box.setVisible(row is not None)
        for button in (self.up_button, self.down_button, self.delete_button):
            button.setEnabled(row is not None)
        if row is not None:
            for name, field in self._fields.items():
                field.show(row.values.get(name, ""))

    def add(self) -> None:
        """A new row, the cursor in its first field; one in which nothing stands yet is taken."""
        if self._keeper is not None:
            self._typed.save()
            row: SideRow | None = self.rows_view.current()
            if row is not None and not any(row.values.values()):
                self._edit()
                return
            made = self._keeper.add()
            if made is None:  # refused, and told
                return
            self.rows_view.choose(made)
            self._edit()

    def _edit(self) -> None:
        if self._shown is not None:
            first = next(iter(self._fields.values())).editor
            first.setFocus()
            if isinstance(first, QLineEdit):
                first.selectAll()

    def _delete(self) -> None:
        if self._keeper is not None and self._shown is not None:
            place = self.rows_view.currentIndex().row()
            self._typed.drop()  # what was typed goes with its row
            self._keeper.remove(self._shown)
            left = self._model.record(min(place, len(self._model.records) - 1))
            if left is not None:
                self.rows_view.choose(left.row_id)

    def _move(self, by: int) -> None:
        if self._keeper is not None and self._shown is not None:
            self._typed.save()
            moved = self._keeper.move(self._shown, by)
            if moved is not None:
                self.rows_view.choose(moved)

    def _draw_icons(self) -> None:
        self.add_button.setIcon(self._look.icon("add", "accent"))
        self.up_button.setIcon(self._look.icon("move_up"))
        self.down_button.setIcon(self._look.icon("move_down"))
        self.delete_button.setIcon(self._look.icon("delete"))
