"""The attendance sheet in large type: number, name, delegation, state."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ATTENDANCE_INKS, ROW_TICK
from bali_desk.gui.participants.persons_table import MARKS
from bali_desk.gui.plain import one_line, paint_words, tip
from bali_desk.gui.rows import Rows
from bali_desk.gui.tables import Column, RecordTable, RecordView
from bali_desk.presenters.tick_in.rows import NOT_YET, TickRow

NUMBER, NAME, DELEGATION, STATE, REMARK = range(5)
WIDTHS = (64, 0, 220, 230, 150)


class SheetTable(RecordView):
    """Letters of the states mark the row; any other letter belongs to the field."""

    state_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Attendance sheet")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def furnish_sheet(self, look: Look, model: RecordTable[TickRow]) -> None:
        """Gives it its look and model."""
        self.furnish(look, model, WIDTHS, NAME, ROW_TICK)
        self.setItemDelegate(Rows(look, ROW_TICK, self, size="tick"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """P present, E excused, A absent, X not yet; Enter is present, too."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.text().upper() in MARKS:
            self.state_wanted.emit(MARKS[event.text().upper()])
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.state_wanted.emit("present")
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of the page here, not a search."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Says why where there is nobody."""
        super().paintEvent(event)
        if not self._table().rowCount():
            paint_words(self, "Nobody is registered yet. Ctrl+W adds a person who walks in.")


def sheet_model(parent: QObject) -> RecordTable[TickRow]:
    """The rows of the sheet."""
    return RecordTable(_columns(), lambda row: row.key, parent)


def _columns() -> list[Column[TickRow]]:
    return [
        Column("No", lambda row: str(row.number), align="right", ink=lambda _row: "soft"),
        Column(
            "Name, in the printed order",
            lambda row: one_line(f"{row.name}  {row.native}" if row.native else row.name),
            weight=lambda _row: 500,
            tip=lambda row: tip(f"{row.name}  {row.native}"),
        ),
        Column(
            "Delegation",
            lambda row: one_line(row.delegation),
            ink=lambda _row: "soft",
            tip=lambda row: tip(row.delegation),
        ),
        Column("State", _state, dot=_state_ink, ink=_state_ink, tip=lambda row: tip(row.state_words)),
        Column("", lambda row: one_line(row.remark), ink=lambda _row: "soft", tip=lambda row: tip(row.remark)),
    ]


def _state(row: TickRow) -> str:
    if row.coming:
        return f"will be {NOT_YET if row.coming == 'expected' else row.coming}"
    return one_line(row.state_words)


def _state_ink(row: TickRow) -> str:
    return "accent" if row.coming else ATTENDANCE_INKS.get(row.state, "soft")
