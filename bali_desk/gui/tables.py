"""One table for every list of records: a model over plain records, and a view that keeps the chosen ones."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass
from operator import eq
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import QAbstractTableModel, QItemSelection, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtCore import QPersistentModelIndex as Kept
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.look_values import HEAD, ROW

Record = TypeVar("Record")
Index = QModelIndex | Kept
Role = Qt.ItemDataRole

# What a cell is asked for beside its text.
RECORD, INK, WEIGHT, DOT, ICON, SECOND, INDENT, FIGURES = (Role.UserRole + n for n in range(1, 9))
ALIGNED = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "centre": Qt.AlignmentFlag.AlignCenter,
}


@dataclass(frozen=True)
class Column(Generic[Record]):
    """How one column shows a record. Every hook is asked per record; names of inks and icons are the look's."""

    title: str
    text: Callable[[Record], str]
    align: Literal["left", "right", "centre"] = "left"  # right also sets the figures under each other
    key: Callable[[Record], Any] | None = None  # what it sorts by; without: its text
    ink: Callable[[Record], str] | None = None
    weight: Callable[[Record], int] | None = None
    dot: Callable[[Record], str] | None = None  # ink of a dot before the text; "" for none
    icon: Callable[[Record], str] | None = None  # name of an icon before the text; "" for none
    second: Callable[[Record], str] | None = None  # a small second line
    indent: Callable[[Record], int] | None = None  # steps to the right, for outlines
    tip: Callable[[Record], str] | None = None
    checked: Callable[[Record], bool] | None = None  # a tick box
    edit: Callable[[Record, str], None] | None = None  # commits what was typed into the cell
    editable: Callable[[Record], bool] | None = None  # which records may be typed into; without: all
    raw: Callable[[Record], str] | None = None  # what the editor begins with; without: the text
    tick: Callable[[Record, bool], None] | None = None  # commits a click on the tick box

    def role(self, record: Record, role: int) -> Any:
        """What the cell answers to a role of Qt or of ours."""
        if role == Role.DisplayRole:
            return self.text(record)
        if role == Role.EditRole:
            return (self.raw or self.text)(record)
        if role == Role.TextAlignmentRole:
            return ALIGNED[self.align]
        if role == FIGURES:
            return self.align == "right"
        if role == Role.CheckStateRole:
            return (
                None
                if self.checked is None
                else Qt.CheckState.Checked
                if self.checked(record)
                else Qt.CheckState.Unchecked
            )
        hook: Callable[[Record], Any] | None = {
            INK: self.ink,
            WEIGHT: self.weight,
            DOT: self.dot,
            ICON: self.icon,
            SECOND: self.second,
            INDENT: self.indent,
            Role.ToolTipRole: self.tip,
        }.get(role)
        return None if hook is None else hook(record)


class RecordTable(QAbstractTableModel, Generic[Record]):
    """Records in rows. `identity` names a record over refreshes, so that what is chosen stays chosen."""

    def __init__(
        self, columns: Sequence[Column[Record]], identity: Callable[[Record], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._identity = identity
        self._records: list[Record] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    # ---- records ----
    def show(self, records: Sequence[Record]) -> None:
        """Shows these records; the same ones in the same order only change their cells, so editors stay open."""
        fresh, identity = self._in_order(list(records)), self._identity
        same = len(fresh) == len(self._records) and all(map(eq, map(identity, fresh), map(identity, self._records)))
        if fresh and same:
            self._records = fresh
            self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, len(self._columns) - 1))
            return
        self.beginResetModel()
        self._records = fresh
        self.endResetModel()

    @property
    def records(self) -> Sequence[Record]:
        """The records as they stand in the table."""
        return self._records

    def record(self, row: int) -> Record | None:
        """The record in a row, if there is such a row."""
        return self._records[row] if 0 <= row < len(self._records) else None

    def column(self, number: int) -> Column[Record]:
        """How a column shows a record."""
        return self._columns[number]

    def identity(self, row: int) -> Hashable:
        """What names the record in a row."""
        return self._identity(self._records[row])

    def row_of(self, identity: Hashable) -> int:
        """Where the record so named stands; -1 when it is not shown."""
        return next((row for row, record in enumerate(self._records) if self._identity(record) == identity), -1)

    def rows_of(self, identities: Collection[Hashable]) -> dict[Hashable, int]:
        """Where the records so named stand, of those that are shown."""
        return {one: row for row, one in enumerate(map(self._identity, self._records)) if one in identities}

    # ---- what Qt asks ----
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (as Qt declares it)
        """How many records."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell shows."""
        if not index.isValid():
            return None
        record = self._records[index.row()]
        return record if role == RECORD else self._columns[index.column()].role(record, role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Hands what was typed or ticked to the column's callback."""
        column, record = self._columns[index.column()], self._records[index.row()]
        if role == Role.EditRole and column.edit is not None:
            if str(value) != column.role(record, Role.EditRole):
                column.edit(record, str(value))
            return True
        if role == Role.CheckStateRole and column.tick is not None:
            column.tick(record, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Whether a cell may be typed into or ticked."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        column, record = self._columns[index.column()], self._records[index.row()]
        if column.edit is not None and (column.editable is None or column.editable(record)):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if column.tick is not None else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The titles, aligned like their columns."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role == Role.DisplayRole:
                return self._columns[section].title
            if role == Role.TextAlignmentRole:
                return ALIGNED[self._columns[section].align]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by the column's key, once and for what is shown later; a column of -1 leaves the given order."""
        wanted = (column, order) if column >= 0 else None
        if wanted == self._sorted_by:
            return  # what is shown always stands in order, and Qt asks twice
        self._sorted_by = wanted
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.identity(index.row())) for index in self.persistentIndexList()]
        self._records = self._in_order(self._records)
        rows = {identity: row for row, identity in enumerate(map(self._identity, self._records))} if kept else {}
        for index, identity in kept:
            self.changePersistentIndex(index, self.index(rows[identity], index.column()))
        self.layoutChanged.emit()

    def _in_order(self, records: list[Record]) -> list[Record]:
        if self._sorted_by is None:
            return records
        column, order = self._columns[self._sorted_by[0]], self._sorted_by[1]
        key = column.key or (lambda record: column.text(record).casefold())
        return sorted(records, key=key, reverse=order == Qt.SortOrder.DescendingOrder)


class RecordView(QTableView):
    """A table that looks like the house and keeps what is chosen by the records' identity over every refresh."""

    chosen = Signal()  # another record, or the same one with new content

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remembered: tuple[list[Hashable], Hashable, int, int] | None = None
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)  # Tab leaves the table; a page that wants it for cells says so
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(24)

    def furnish(
        self,
        look: Look,
        model: RecordTable[Any],
        widths: Sequence[int],
        stretch: int,
        row: int = ROW,
        head: bool = True,
    ) -> None:
        """Gives it its look and model; `widths` at ten points, the column `stretch` takes what is left."""
        from bali_desk.gui.rows import Rows

        self.setModel(model)
        self.setItemDelegate(Rows(look, row, self))
        self.horizontalHeader().setVisible(head)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        model.dataChanged.connect(lambda *_cells: self.chosen.emit())
        self.selectionModel().selectionChanged.connect(lambda *_rows: self.chosen.emit())
        self._look, self._widths, self._row = look, widths, row
        self._measure()
        self.horizontalHeader().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        look.changed.connect(self._measure)  # a method: Qt forgets it with the view

    def records(self) -> list[Any]:
        """The chosen records, from the top."""
        return [self._table().record(row) for row in self._rows()]

    def current(self) -> Any:
        """The record the keyboard is on, or None."""
        return self._table().record(self.currentIndex().row())

    def choose(self, identity: Hashable, column: int = 0) -> bool:
        """Chooses the record so named and brings it into sight; False when it is not shown."""
        row = self._table().row_of(identity)
        if row < 0:
            return False
        index = self._table().index(row, column)
        self.setCurrentIndex(index)
        self.selectRow(row)
        if self.currentIndex() != index:  # Qt takes the first column that has a width
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)
        return True

    def _measure(self) -> None:
        look = self._look
        self.verticalHeader().setMinimumSectionSize(look.px(self._row))
        self.verticalHeader().setDefaultSectionSize(look.px(self._row))
        self.horizontalHeader().setFixedHeight(look.px(HEAD))
        for number, wide in enumerate(self._widths):
            self.setColumnWidth(number, look.px(wide))

    def _table(self) -> RecordTable[Any]:
        model = self.model()
        assert isinstance(model, RecordTable)
        return model

    def _rows(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def _remember(self) -> None:
        table, now = self._table(), self.currentIndex()
        current = table.identity(now.row()) if now.isValid() else None
        chosen = [table.identity(row) for row in self._rows()]
        self._remembered = (chosen, current, max(now.column(), 0), self.verticalScrollBar().value())

    def _restore(self) -> None:
        if self._remembered is None:
            return
        chosen, current, column, scrolled = self._remembered
        table, model, last = self._table(), self.selectionModel(), self._table().columnCount() - 1
        rows = table.rows_of({*chosen, current})
        if current in rows:
            model.setCurrentIndex(table.index(rows[current], column), QItemSelectionModel.SelectionFlag.NoUpdate)
        selection = QItemSelection()
        for identity in chosen:
            if identity in rows:
                selection.select(table.index(rows[identity], 0), table.index(rows[identity], last))
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.verticalScrollBar().setValue(scrolled)
        self.chosen.emit()
