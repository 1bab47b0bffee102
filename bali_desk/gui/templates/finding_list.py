"""What the check of a template found: every fault, and the one in hand in full with the words that stand there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker

from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_TWO
from bali_desk.gui.tables import Column, RecordTable
from bali_desk.presenters.templates.rows import FindingRow

if TYPE_CHECKING:
    from bali_desk.gui.templates.templates_dialog import TemplatesDialog


class FindingList(QObject):
    """Drives the widgets of the page Check."""

    def __init__(self, look: Look, dialog: TemplatesDialog, copy: Callable[[str], None]) -> None:
        super().__init__(dialog)
        self._look, self._dialog, self._instead = look, dialog, ""
        column: Column[FindingRow] = Column(
            "",
            lambda row: row.why,
            second=lambda row: " · ".join(filter(None, (row.where, row.words))),
            icon=lambda row: "error" if row.is_fault else "warning",
            dot=lambda row: "error" if row.is_fault else "warning",
        )
        self._table = RecordTable([column], lambda row: row.number, self)
        view = dialog.findings_view
        view.furnish(look, self._table, (100,), 0, ROW_TWO, head=False)
        view.chosen.connect(self._show)
        dialog.copy_instead_button.clicked.connect(lambda: copy(self._instead))

    def show_findings(self, rows: Sequence[FindingRow]) -> None:
        """The findings; the first is in hand unless another was."""
        view = self._dialog.findings_view
        with QSignalBlocker(view):
            self._table.show(rows)
            if view.current() is None and rows:
                view.choose(rows[0].number)
        self._show()

    def _show(self) -> None:
        row: FindingRow | None = self._dialog.findings_view.current()
        dialog = self._dialog
        for part in (dialog.finding_rule, dialog.finding_panel):
            part.setVisible(row is not None)
        if row is None:
            return
        self._instead = row.instead
        dialog.finding_label.setText(row.why + ("" if row.why.endswith((".", "?")) else "."))
        dialog.place_label.setText(row.where)
        dialog.words_label.setText(row.words)
        dialog.words_label.setFont(self._look.font("body", 400, figures=True))
        dialog.words_label.setVisible(bool(row.words))
        dialog.instead_label.setText(f"{row.said}  →  {row.instead}")
        for part in (dialog.instead_label, dialog.copy_instead_button):
            part.setVisible(bool(row.instead))
