"""The columns of the agenda's table."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt

from bali_desk.gui.plain import one_line, tip
from bali_desk.gui.tables import Column, Index, RecordTable
from bali_desk.presenters.agenda.rows import AgendaRow, Caption, DayHead, SessionHead

AgendaLine = AgendaRow | Caption
Write = Callable[[int, str, str], None]  # item, field, text as typed
NUMBER, ITEM, LEAD, PRESENTER, PAPERS, MINUTES, STARTS = range(7)
WIDTHS = (68, 0, 84, 134, 56, 52, 66)
TYPED = (ITEM, LEAD, PRESENTER, MINUTES, STARTS)  # the columns one walks through while typing
DRAGGED = "application/x-balidesk-agenda-item"


class AgendaModel(RecordTable[AgendaLine]):
    """Items and captions; a caption can be neither chosen nor typed into, an item can be dragged."""

    def __init__(self, write: Write, parent: QObject | None = None) -> None:
        super().__init__(agenda_columns(write), _identity, parent)
        self._mark = uuid.uuid4().hex  # tells our items from those of another window of the program

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a cell."""
        if isinstance(self.record(index.row()), Caption):
            return Qt.ItemFlag.ItemNeverHasChildren
        droppable = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | droppable if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        """Only items of this table are taken."""
        return [DRAGGED]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]
        """The key of the dragged item."""
        data, line = QMimeData(), self.record(indexes[0].row())
        data.setData(DRAGGED, f"{self._mark} {line.key if isinstance(line, AgendaRow) else 0}".encode())
        return data

    def dragged(self, data: QMimeData) -> int | None:
        """The item that is dragged; None where it is none of this table."""
        mark, _, key = data.data(DRAGGED).toStdString().partition(" ")
        return int(key) if mark == self._mark else None

    def supportedDropActions(self) -> Qt.DropAction:
        """Dropping moves; the move itself is a change on the desk."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def agenda_columns(write: Write) -> list[Column[AgendaLine]]:
    """Number, title, lead, presenter, papers, minutes and start, each typed in place."""
    return [
        Column(
            "No",
            _of(lambda row: row.number, caption=lambda one: one.label),
            ink=_of(lambda row: "warning" if row.number_twice else _ink(row), caption=lambda _one: "soft"),
            weight=_of(_weight, caption=lambda one: 600 if isinstance(one, DayHead) else 400),
            indent=_of(lambda row: row.depth, caption=lambda _one: 0),
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
            "Lead",
            _of(lambda row: one_line(row.lead)),
            ink=_of(lambda row: "soft" if row.leads_by_parent else "ink"),
            tip=_of(lambda row: f"{row.lead}, who leads the item above" if row.lead and row.leads_by_parent else ""),
            raw=_of(lambda row: "" if row.leads_by_parent else row.lead),
            edit=_written(write, "lead"),
            editable=lambda line: isinstance(line, AgendaRow) and line.kind != "break",
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
            ink=_of(
                lambda row: "error" if row.over else "soft" if not row.has_own_time or row.kind == "break" else "ink"
            ),
            weight=_of(lambda row: 600 if row.over else 400, caption=lambda _one: 400),
            raw=_of(lambda row: row.own_minutes or row.minutes),
            edit=_written(write, "minutes"),
            editable=lambda line: isinstance(line, AgendaRow) and line.has_own_time,
        ),
        Column(
            "Starts",
            _of(lambda row: row.starts),
            align="right",
            ink=_of(lambda row: "soft" if row.kind == "break" else "ink"),
            weight=_of(lambda row: 600 if row.own_start else 400, caption=lambda _one: 400),
            tip=_of(lambda row: "Fixed by hand" if row.own_start else ""),
            raw=_of(lambda row: row.own_start),
            edit=_written(write, "start"),
        ),
    ]


def _of(
    item: Callable[[AgendaRow], Any], caption: Callable[[Caption], Any] = lambda _one: ""
) -> Callable[[AgendaLine], Any]:
    """One hook for both kinds of line."""
    return lambda line: item(line) if isinstance(line, AgendaRow) else caption(line)


def _written(write: Write, field: str) -> Callable[[AgendaLine, str], None]:
    def edit(line: AgendaLine, text: str) -> None:
        if isinstance(line, AgendaRow):
            write(line.key, field, text)

    return edit


def _identity(line: AgendaLine) -> Hashable:
    if isinstance(line, AgendaRow):
        return line.key
    return type(line), line.day, line.session if isinstance(line, SessionHead) else 0


def _ink(row: AgendaRow) -> str:
    return "soft" if row.kind == "break" or not row.title else "ink"


def _weight(row: AgendaRow) -> int:
    return 600 if row.depth == 0 and row.kind != "break" else 400
