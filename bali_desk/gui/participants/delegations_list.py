"""The list of delegations, and the keys that it shares with the table of persons."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from bali_desk.gui.plain import one_line, tip
from bali_desk.gui.tables import Column, Index, RecordTable, RecordView
from bali_desk.presenters.participants.rows import DelegationEntry

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True)
class Section:
    """The word above the delegations of one kind."""

    name: str


Entry = DelegationEntry | Section


class DelegationsModel(RecordTable[Entry]):
    """Delegations under the words of their sections; those words cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_delegation_columns(), _entry_identity, parent)

    def show_delegations(self, entries: Sequence[DelegationEntry]) -> list[int]:
        """Shows these delegations, each section under its word; in which rows the words stand."""
        lines: list[Entry] = []
        for entry, before in zip(entries, [None, *entries], strict=False):
            if entry.section and (before is None or before.section != entry.section):
                lines.append(Section(entry.section))
            lines.append(entry)
        self.show(lines)
        return [row for row, line in enumerate(lines) if isinstance(line, Section)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Nothing can be done with the word of a section."""
        none = Qt.ItemFlag.NoItemFlags
        return none if isinstance(self.record(index.row()), Section) else super().flags(index)


class KeyedView(RecordView):
    """A table that says which of the keys of its page was pressed on it."""

    add_wanted = Signal()
    edit_wanted = Signal()
    delete_wanted = Signal()
    move_wanted = Signal(int)  # -1 up, 1 down

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda _index: self.edit_wanted.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or F2 edits, Insert adds, Delete deletes, Alt with an arrow moves."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Key.Key_Return, Key.Key_Enter, Key.Key_F2):
            self.edit_wanted.emit()
        elif plain and key == Key.Key_Insert:
            self.add_wanted.emit()
        elif plain and key == Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.modifiers() & ALT and key in (Key.Key_Up, Key.Key_Down):
            self.move_wanted.emit(-1 if key == Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


def _delegation_columns() -> list[Column[Entry]]:
    return [
        Column(
            "Delegation",
            lambda entry: one_line(entry.name),
            weight=lambda entry: 600 if isinstance(entry, Section) or entry.key is None else 400,
            ink=lambda entry: "soft" if isinstance(entry, Section) else "ink",
            dot=lambda entry: "warning" if isinstance(entry, DelegationEntry) and entry.concern else "",
            tip=lambda entry: tip(entry.name) if isinstance(entry, Section) else entry.concern or tip(entry.name),
        ),
        Column(
            "Persons",
            lambda entry: str(entry.count) if isinstance(entry, DelegationEntry) else "",
            align="right",
            ink=lambda _entry: "soft",
        ),
    ]


def _entry_identity(entry: Entry) -> Hashable:
    return entry.name if isinstance(entry, Section) else ("delegation", entry.key)
