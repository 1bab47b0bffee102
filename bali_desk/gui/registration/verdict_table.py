"""The rows of a sheet with their verdicts, and the letters that decide about the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_PERSON, VERDICT_ICONS, VERDICT_INKS
from bali_desk.gui.plain import one_line, paint_words, tip
from bali_desk.gui.tables import Column, RecordTable, RecordView
from bali_desk.presenters.registration.rows import Detail, VerdictRow

Key = Qt.Key
ACTION_KEYS = {
    Key.Key_T: "take",
    Key.Key_O: "keep old",
    Key.Key_N: "keep new",
    Key.Key_B: "keep both",
    Key.Key_L: "leave",
}
WHY = 5
WIDTHS = (64, 106, 170, 116, 140, 0, 160)


class VerdictTable(RecordView):
    """T takes, O keeps old, N new, B both, L leaves; A does the same with all rows of the verdict."""

    action_wanted = Signal(str)
    alike_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Rows of the sheet")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows = RecordTable(_columns(), lambda row: row.place, self)
        self.furnish(look, self.rows, WIDTHS, WHY, ROW_PERSON)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letters of the answers."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in ACTION_KEYS:
            self.action_wanted.emit(ACTION_KEYS[Key(event.key())])
        elif plain and event.key() == Key.Key_A:
            self.alike_wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of the page here, not a search."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Says why where there is nothing."""
        super().paintEvent(event)
        if not self.rows.rowCount():
            paint_words(self, "No row holds a person.")


class DetailsTable(RecordTable[Detail]):
    """The chosen row field by field; `beside` is what it is held against."""

    beside = "On the desk"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The titles; the second one follows the row."""
        if section == 1 and orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.beside
        return super().headerData(section, orientation, role)


def details_model(parent: QObject) -> DetailsTable:
    """The chosen row field by field."""
    return DetailsTable(
        [
            Column("", lambda detail: detail.label, ink=lambda _detail: "soft"),
            Column(
                "On the desk",
                lambda detail: one_line(detail.old),
                ink=lambda detail: "ink" if detail.changes else "soft",
                tip=lambda detail: tip(detail.old),
            ),
            Column(
                "In the sheet",
                lambda detail: f"→ {one_line(detail.new)}" if detail.changes else one_line(detail.new),
                ink=lambda detail: "edited" if detail.changes else "ink",
                weight=lambda detail: 600 if detail.changes else 400,
                tip=lambda detail: tip(detail.new),
            ),
        ],
        lambda detail: detail.label,
        parent,
    )


def _columns() -> list[Column[VerdictRow]]:
    return [
        Column("Row", lambda row: row.number, align="right", ink=lambda _row: "soft"),
        Column(
            "Verdict",
            lambda row: row.verdict,
            icon=lambda row: VERDICT_ICONS[row.verdict],
            dot=lambda row: VERDICT_INKS[row.verdict],
            ink=lambda row: VERDICT_INKS[row.verdict],
            weight=lambda row: 600 if row.verdict in ("doubtful", "wrong") else 400,
        ),
        Column("Name", lambda row: one_line(row.name), weight=lambda _row: 500, tip=lambda row: tip(row.name)),
        Column("Delegation", lambda row: one_line(row.delegation), tip=lambda row: tip(row.delegation)),
        Column("Position", lambda row: one_line(row.position), tip=lambda row: tip(row.position)),
        Column("Why", lambda row: row.why, ink=lambda _row: "soft", tip=lambda row: tip(row.why)),
        Column(
            "What happens",
            lambda row: one_line(row.happens),
            ink=lambda row: "warning" if row.asks else "accent",
            weight=lambda row: 600 if row.asks else 400,
            tip=lambda row: tip(row.happens),
        ),
    ]
