"""The versions that went out, the newest first; one is opened by a click or by Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_TWO
from bali_desk.gui.tables import Column, RecordTable, RecordView

if TYPE_CHECKING:
    from bali_desk.presenters.statement.rows import VersionRow

IN_SIGHT = 2  # rows


class VersionsList(QObject):
    """Fills the list that the form lays out; `nothing` stands there where there is none."""

    wanted = Signal(int)

    def __init__(self, look: Look, view: RecordView, nothing: QLabel) -> None:
        super().__init__(view)
        self._look, self._view, self._nothing = look, view, nothing
        column: Column[VersionRow] = Column("", lambda row: row.title, second=lambda row: row.detail)
        self._rows = RecordTable([column], lambda row: row.version_id, self)
        view.furnish(look, self._rows, (100,), 0, ROW_TWO, head=False)
        for signal in (view.clicked, view.activated):  # a double click is both: whoever opens it opens one window
            signal.connect(lambda _index: self._open())

    def show_versions(self, rows: Sequence[VersionRow]) -> None:
        """These went out."""
        self._rows.show(rows)
        self._nothing.setVisible(not rows)
        self._view.setVisible(bool(rows))
        self._view.setFixedHeight(self._look.px(ROW_TWO) * min(len(rows), IN_SIGHT) + self._look.px(8))

    def _open(self) -> None:
        row = self._view.current()
        if row is not None:
            self.wanted.emit(row.version_id)
