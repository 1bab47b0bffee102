"""The list of delegations, and the keys that it shares with the table of persons."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from bali_desk.gui.plain import one_line, tip
from bali_desk.gui.tables import Column, Index, RecordTable, RecordView
from bali_desk.presenters.participants.rows import DelegationEntry

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
DELEGATION, PERSONS = "application/x-bali-desk-delegation", "application/x-bali-desk-persons"  # what is dragged


@dataclass(frozen=True)
class Section:
    """The word above the delegations of one kind."""

    name: str


@dataclass(frozen=True)
class Target:
    """Where something that is dragged would go: onto a row, or above it; `key` None is the end of the section."""

    kind: str
    key: int | None
    mark: QRect


Entry = DelegationEntry | Section


def packed(kind: str, keys: Sequence[int]) -> QMimeData:
    """Rows of the desk as something that can be dragged."""
    data = QMimeData()
    data.setData(kind, ",".join(map(str, keys)).encode())
    return data


def unpacked(data: QMimeData, kind: str) -> list[int]:
    """The ids of the rows that are dragged; none where it is something else."""
    held = bytes(data.data(kind).data()).decode() if data.hasFormat(kind) else ""
    return [int(key) for key in held.split(",") if key]


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
        """Nothing can be done with the word of a section; delegations can be dragged."""
        line = self.record(index.row())
        if isinstance(line, Section):
            return Qt.ItemFlag.NoItemFlags
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if line is not None and line.key else flags

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        """The delegation that is dragged."""
        lines = [self.record(index.row()) for index in indexes]
        return packed(DELEGATION, [line.key for line in lines if isinstance(line, DelegationEntry) and line.key][:1])


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
        self.setDragEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
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


class DelegationsView(KeyedView):
    """Takes delegations that are dragged within their section, and persons onto a delegation."""

    persons_dropped = Signal(list, object)  # ids, and the delegation's or NOBODYS
    delegation_dropped = Signal(int, object)  # id, and before which it goes; None: at the end of its section

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.same_section: Callable[[int, int], bool] = lambda _key, _other: False
        self._target: Target | None = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Lets in what this list knows."""
        if event.mimeData().hasFormat(PERSONS) or event.mimeData().hasFormat(DELEGATION):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where it would go."""
        super().dragMoveEvent(event)  # which scrolls near the edges
        self._aim(self._target_of(event.mimeData(), event.position().toPoint()))
        if self._target is None:
            event.ignore()
        else:
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        super().dragLeaveEvent(event)
        self._aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Says what was put where."""
        target = self._target_of(event.mimeData(), event.position().toPoint())
        self._aim(None)
        if target is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # this table removes nothing by itself
        event.accept()
        keys = unpacked(event.mimeData(), target.kind)
        if target.kind == PERSONS:
            self.persons_dropped.emit(keys, target.key)
        else:
            self.delegation_dropped.emit(keys[0], target.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws a line, or a frame, where what is dragged would go."""
        super().paintEvent(event)
        if self._target is not None:
            with QPainter(self.viewport()) as painter:
                painter.setPen(self._look.colour("accent"))
                painter.drawRect(self._target.mark)

    # ---- inner ----
    def _aim(self, target: Target | None) -> None:
        if target != self._target:
            self._target = target
            self.viewport().update()

    def _target_of(self, data: QMimeData, spot: QPoint) -> Target | None:
        index = self.indexAt(spot)
        entry = self._table().record(index.row())
        if not isinstance(entry, DelegationEntry) or entry.key is None:
            return None
        row = self.visualRect(index.siblingAtColumn(0)).united(self.visualRect(index.siblingAtColumn(1)))
        if data.hasFormat(PERSONS):
            return Target(PERSONS, entry.key, row.adjusted(1, 0, -2, -1))
        dragged = unpacked(data, DELEGATION)
        if not dragged or not self.same_section(dragged[0], entry.key):
            return None
        if spot.y() < row.center().y():
            return Target(DELEGATION, entry.key, QRect(row.left(), row.top(), row.width(), 1))
        below = self._table().record(index.row() + 1)
        follows = isinstance(below, DelegationEntry) and below.section == entry.section
        mark = QRect(row.left(), row.bottom() - 1, row.width(), 1)
        return Target(DELEGATION, below.key if follows and isinstance(below, DelegationEntry) else None, mark)


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
