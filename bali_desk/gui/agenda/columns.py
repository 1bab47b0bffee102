"""The columns of the agenda's table."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt

from bali_desk.gui.plain import one_line, tip
from bali_desk.gui.tables import Column, Index, RecordTable
from bali_desk.presenters.agenda.rows import AgendaRow, DayHead

AgendaLine = AgendaRow | DayHead
Write = Callable[[int, str, str], None]  # item, field, text as typed
NUMBER, ITEM, PRESENTER, PAPERS, MINUTES, STARTS = range(6)
WIDTHS = (68, 0, 150, 56, 52, 66)
TYPED = (ITEM, PRESENTER, MINUTES, STARTS)  # the columns one walks through while typing
DRAGGED = "application/x-balidesk-agenda-item"


class AgendaModel(RecordTable[AgendaLine]):
    """Items and day heads; a head can be neither chosen nor typed into, an item can be dragged."""

    def __init__(self, write: Write, parent: QObject | None = None) -> None:
        super().__init__(agenda_columns(write), _identity, parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a cell."""
        if isinstance(self.record(index.row()), DayHead):
            return Qt.ItemFlag.ItemNeverHasChildren
        droppable = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | droppable if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        """Only items of this table are taken."""
        return [DRAGGED]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]
        """The key of the dragged item."""
        data, line = QMimeData(), self.record(indexes[0].row())
        data.setData(DRAGGED, str(line.key if isinstance(line, AgendaRow) else 0).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Dropping moves; the move itself is a change on the desk."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def agenda_columns(write: Write) -> list[Column[AgendaLine]]:
    """Number, title, presenter, papers, minutes and start, each typed in place."""
    return [
        Column(
            "No",
            _of(lambda row: row.number, head=lambda day: day.label),
            ink=_of(_ink, head=lambda _day: "soft"),
            weight=_of(_weight, head=lambda _day: 600),
            indent=_of(lambda row: row.depth, head=lambda _day: 0),
            raw=_of(lambda row: row.own_number),
            edit=_written(write, "no"),
        ),
        Column(
            "Item",
            _of(lambda row: one_line(row.title) or ("Break" if row.kind == "break" else "Untitled")),
            ink=_of(_ink),
            weight=_of(_weight),
            icon=_of(lambda row: "break" if row.kind == "break" else ""),
            tip=_of(lambda row: tip(row.title)),
            raw=_of(lambda row: row.title),
            edit=_written(write, "title"),
        ),
        Column(
            "Presenter",
            _of(lambda row: "no presenter" if row.lacks_presenter else one_line(row.presenters)),
            ink=_of(lambda row: "warning" if row.lacks_presenter else "ink"),
            dot=_of(lambda row: "warning" if row.lacks_presenter else ""),
            tip=_of(lambda row: tip(row.presenters)),
            raw=_of(lambda row: row.presenters),
            edit=_written(write, "presenters"),
        ),
        Column(
            "Papers",
            _of(lambda row: str(row.papers) if row.papers else ""),
            align="right",
            ink=_of(lambda _row: "soft"),
        ),
        Column(
            "Min",
            _of(lambda row: row.minutes),
            align="right",
            ink=_of(lambda row: "error" if row.over else "soft" if row.is_parent or row.kind == "break" else "ink"),
            weight=_of(lambda row: 600 if row.over else 400, head=lambda _day: 400),
            raw=_of(lambda row: row.own_minutes or row.minutes),
            edit=_written(write, "minutes"),
            editable=lambda line: isinstance(line, AgendaRow) and not line.is_parent,
        ),
        Column(
            "Starts",
            _of(lambda row: row.starts),
            align="right",
            ink=_of(lambda row: "soft" if row.kind == "break" else "ink"),
            weight=_of(lambda row: 600 if row.own_start else 400, head=lambda _day: 400),
            tip=_of(lambda row: "Fixed by hand" if row.own_start else ""),
            raw=_of(lambda row: row.own_start),
            edit=_written(write, "start"),
        ),
    ]


def _of(
    item: Callable[[AgendaRow], Any], head: Callable[[DayHead], Any] = lambda _day: ""
) -> Callable[[AgendaLine], Any]:
    """One hook for both kinds of line."""
    return lambda line: item(line) if isinstance(line, AgendaRow) else head(line)


def _written(write: Write, field: str) -> Callable[[AgendaLine, str], None]:
    def edit(line: AgendaLine, text: str) -> None:
        if isinstance(line, AgendaRow):
            write(line.key, field, text)

    return edit


def _identity(line: AgendaLine) -> Hashable:
    return line.key if isinstance(line, AgendaRow) else line.day


def _ink(row: AgendaRow) -> str:
    return "soft" if row.kind == "break" or not row.title else "ink"


def _weight(row: AgendaRow) -> int:
    return 600 if row.depth == 0 and row.kind != "break" else 400
