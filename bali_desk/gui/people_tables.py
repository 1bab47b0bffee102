"""The list of delegations and the table of persons, with their keys."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from bali_desk.domain.dates import written
from bali_desk.gui.look_values import ATTENDANCE_INKS
from bali_desk.gui.plain import one_line, tip
from bali_desk.gui.tables import Column, Index, RecordTable, RecordView
from bali_desk.presenters.participant_rows import HEAD, DelegationEntry, PeopleShown, PersonRow

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
STATE_KEYS = {Key.Key_P: "present", Key.Key_E: "excused", Key.Key_A: "absent", Key.Key_X: "expected"}
NAME, NATIVE, POSITION, ROLE, STATE, DAYS = range(6)
PERSON_WIDTHS = (226, 128, 0, 140, 156, 72)
MOST_DOTS = 5  # days that are shown as a dot each


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

    edit_wanted = Signal()
    delete_wanted = Signal()
    move_wanted = Signal(int)  # -1 up, 1 down
    state_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None, marks: bool = False) -> None:
        super().__init__(parent)
        self._marks = marks
        several = QAbstractItemView.SelectionMode.ExtendedSelection
        self.setSelectionMode(several if marks else QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda _index: self.edit_wanted.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or F2, Delete, Alt with an arrow, and the letters of the states."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Key.Key_Return, Key.Key_Enter, Key.Key_F2):
            self.edit_wanted.emit()
        elif plain and key == Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.modifiers() & ALT and key in (Key.Key_Up, Key.Key_Down):
            self.move_wanted.emit(-1 if key == Key.Key_Up else 1)
        elif self._marks and plain and key in STATE_KEYS:
            self.state_wanted.emit(STATE_KEYS[Key(key)])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of the page here, not a search."""


def persons_model(days: Callable[[], PeopleShown | None], parent: QObject) -> RecordTable[PersonRow]:
    """The table of persons; `days` gives the page, for the dates behind the dots."""
    return RecordTable(_person_columns(days), lambda row: row.key, parent)


def _person_columns(people: Callable[[], PeopleShown | None]) -> list[Column[PersonRow]]:
    return [
        Column(
            "Name as printed",
            lambda row: one_line(row.name),
            weight=lambda _row: 500,
            ink=lambda row: "soft" if row.nameless else "ink",
            tip=lambda row: tip(f"{row.name}, {row.delegation}" if row.delegation else row.name),
        ),
        Column(
            "Native script", lambda row: one_line(row.native), ink=lambda _row: "soft", tip=lambda row: tip(row.native)
        ),
        Column("Position", lambda row: one_line(row.position), tip=lambda row: tip(row.position)),
        Column(
            "Role",
            lambda row: _capital(one_line(row.role)),
            ink=lambda row: "ink" if row.role in (HEAD, "alternate") else "soft",
            tip=lambda row: tip(row.role),
        ),
        Column(
            "State",
            lambda row: one_line(row.state_words),
            dot=lambda row: ATTENDANCE_INKS.get(row.state, "soft"),
            ink=lambda row: ATTENDANCE_INKS.get(row.state, "soft"),
            tip=lambda row: tip(row.state_words),
        ),
        Column(
            "Days",
            lambda row: _dots(row.days),
            ink=lambda _row: "soft",
            key=lambda row: sum(row.days),
            tip=lambda row: _dates(row, people()),
        ),
    ]


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


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _dots(days: Sequence[bool]) -> str:
    if len(days) > MOST_DOTS:
        return f"{sum(days)} of {len(days)}"
    return " ".join("●" if there else "○" for there in days)


def _dates(row: PersonRow, people: PeopleShown | None) -> str:
    there = [written(day) for day, present in zip(people.days if people else (), row.days, strict=False) if present]
    return f"There on {', '.join(there)}" if there else "On no day yet"
