"""The reference of fields and filters: found as she types, copied by one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtGui import QKeySequence, QShortcut

from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW
from bali_desk.gui.plain import tip
from bali_desk.gui.tables import Column, RecordTable
from bali_desk.presenters.templates.rows import FieldRow

if TYPE_CHECKING:
    from bali_desk.gui.templates.templates_dialog import TemplatesDialog

USED = "A dot: this template uses it."


class FieldList(QObject):
    """Drives the widgets of the page Fields."""

    def __init__(self, look: Look, dialog: TemplatesDialog, copy: Callable[[str], None]) -> None:
        super().__init__(dialog)
        self._dialog, self._copy = dialog, copy
        self._rows: Sequence[FieldRow] = ()
        columns: list[Column[FieldRow]] = [
            Column("", lambda _row: "", dot=lambda row: "accent" if row.used else ""),
            Column("Write", lambda row: row.tag, tip=lambda row: tip(row.tag)),
            Column("Meaning", lambda row: row.meaning, ink=lambda _row: "soft", tip=lambda row: tip(row.meaning)),
            Column("In the sample", lambda row: row.example, tip=lambda row: tip(row.example)),
        ]
        self._table = RecordTable(columns, lambda row: (row.tag, row.around), self)
        view = dialog.fields_view
        view.furnish(look, self._table, (28, 212, 240, 158), 2, ROW)
        view.chosen.connect(self._show)
        view.doubleClicked.connect(lambda _index: self._take())
        dialog.find_edit.textChanged.connect(lambda _text: self._filter())
        dialog.copy_button.clicked.connect(self._take)
        QShortcut(QKeySequence.StandardKey.Copy, view, self._take)
        for key in ("Return", "Enter"):
            QShortcut(QKeySequence(key), view, self._take)

    def show_fields(self, rows: Sequence[FieldRow]) -> None:
        """The fields of the document, then the filters."""
        if list(rows) != list(self._rows):
            self._rows = rows
            self._filter()

    def _filter(self) -> None:
        sought = self._dialog.find_edit.text().casefold().split()
        found = [row for row in self._rows if all(word in _text_of(row) for word in sought)]
        view = self._dialog.fields_view
        with QSignalBlocker(view):
            self._table.show(found)
            if view.current() is None and found:
                view.choose(self._table.identity(0))
        filters = sum(row.is_filter for row in found)
        self._dialog.count_label.setText(f"{len(found) - filters} fields, {filters} filters. {USED}")
        self._show()

    def _show(self) -> None:
        row: FieldRow | None = self._dialog.fields_view.current()
        self._dialog.copy_button.setEnabled(row is not None)
        self._dialog.around_label.setText(row.around and f"Inside {row.around}" if row is not None else "")
        self._dialog.around_label.setVisible(bool(row is not None and row.around))
        self._dialog.tag_label.setText(row.copied if row is not None else "")

    def _take(self) -> None:
        row: FieldRow | None = self._dialog.fields_view.current()
        if row is not None:
            self._copy(row.copied)


def _text_of(row: FieldRow) -> str:
    return f"{row.tag} {row.meaning} {row.example} {row.around}".casefold()
