"""Recommendations upward: every one of any meeting, and what became of it, typed in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from bali_desk.domain.recommendations import ANSWERS
from bali_desk.gui import forms
from bali_desk.gui.fields import Fields
from bali_desk.gui.look import Look
from bali_desk.gui.panels import between
from bali_desk.gui.plain import one_line, tip
from bali_desk.gui.tables import Column, RecordTable
from bali_desk.gui.work_plan.typed_table import TypedTable

if TYPE_CHECKING:
    from bali_desk.presenters.work_plan.presenter import WorkPlanPresenter
    from bali_desk.presenters.work_plan.rows import RecommendationRow

TEXT, AT, TO, BECAME = range(4)
WIDTHS = (0, 136, 250, 200)
PANEL, NARROW = 292, 230
EMPTY = "No outcome is recommended to a higher body yet. On the Outcomes page, “Recommended to” makes it one."
KEYS = "Type what became of a recommendation; Enter on its words opens the outcome."


class RecommendationsPart(QWidget):
    """Shows what the presenter hands it and hands on what the officer does."""

    table_place: QWidget
    keys_label: QLabel
    panel: QWidget
    where_label: QLabel
    text_label: QLabel
    to_label: QLabel
    wants_label: QLabel
    became_label: QLabel
    became_box: QComboBox
    open_button: QPushButton

    outcome_wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "recommendations_part")
        self._look = look
        self._presenter: WorkPlanPresenter | None = None
        self._row: RecommendationRow | None = None
        self._model = RecordTable(self._columns(), lambda row: row.outcome_id, self)
        self.table = TypedTable("Recommendations to higher bodies", EMPTY, self.table_place)
        cells = self.table.furnish_typed(look, self._model, WIDTHS, TEXT, (TEXT, BECAME))
        cells.offered = {BECAME: ANSWERS}
        layout = self.table_place.layout()
        assert layout is not None
        layout.addWidget(self.table)
        self._typed = Fields()
        self.became_box.addItems(["", *ANSWERS])
        line = self.became_box.lineEdit()
        assert line is not None
        line.setPlaceholderText("endorsed, noted, returned …")
        self._became = self._typed.choice(self.became_box, self._keep)
        self.keys_label.setText(KEYS)
        self.table.chosen.connect(self._follow)
        self.table.open_wanted.connect(lambda row, _column: self.outcome_wanted.emit(row.answer))
        self.table.doubleClicked.connect(self._double_click)
        self.open_button.clicked.connect(self._open)
        look.changed.connect(self._dress)
        self._dress()
        self._follow()

    def attach(self, presenter: WorkPlanPresenter) -> None:
        """Hands on to this presenter from now on."""
        self._presenter = presenter

    def save(self) -> bool:
        """Keeps what is being typed."""
        return all([self.table.commit(), self._typed.save()])

    def show_recommendations(self, rows: Sequence[RecommendationRow]) -> None:
        """Everything that was recommended."""
        self._model.show(rows)
        if self.table.current() is None and rows:
            self.table.choose(rows[0].outcome_id, BECAME)
        self._follow()

    # ---- inner ----
    def _columns(self) -> list[Column[RecommendationRow]]:
        return [
            Column("Recommendation", lambda row: one_line(row.text), tip=lambda row: tip(row.text)),
            Column("At", lambda row: row.meeting, second=lambda row: row.date, ink=lambda _row: "soft"),
            Column(
                "To",
                lambda row: one_line(row.to) or "not said",
                second=lambda row: row.when,
                tip=lambda row: tip(row.to),
            ),
            Column(
                "What became of it",
                _became,
                ink=lambda row: "warning" if row.wants else "ink" if row.became else "soft",
                icon=lambda row: "warning" if row.wants else "",
                dot=lambda row: "warning" if row.wants else "",
                tip=lambda row: tip(_became(row)),
                raw=lambda row: row.became,
                edit=lambda row, text: self._note(row, text),
            ),
        ]

    def _dress(self) -> None:
        between(self.panel, self._look.px(NARROW), self._look.px(PANEL))

    def _follow(self) -> None:
        """Shows the chosen recommendation whole; what was typed for another is kept first."""
        row: RecommendationRow | None = self.table.current()
        if row is not None and self._row is not None and row.outcome_id != self._row.outcome_id:
            self._became.save()
        self._row = row
        self.where_label.setText(f"{row.answer.heading} · {row.date}" if row else "Choose a recommendation")
        self.text_label.setText(row.text if row else "")
        self.to_label.setText(f"To {', '.join(part for part in (row.to, row.when) if part)}" if row else "")
        self.wants_label.setText(f"{row.wants[:1].upper()}{row.wants[1:]}." if row and row.wants else "")
        self.wants_label.setVisible(bool(row and row.wants))
        for widget in (self.became_label, self.became_box, self.open_button):
            widget.setVisible(row is not None)
        with QSignalBlocker(self.became_box):
            self._became.show(row.became if row else "")

    def _note(self, row: RecommendationRow, text: str) -> None:
        if self._presenter is not None:
            self._presenter.note(row.outcome_id, text)

    def _keep(self, text: str) -> None:
        if self._row is not None:
            self._note(self._row, text)

    def _double_click(self, _index: object) -> None:
        if self.table.currentIndex().column() != BECAME:
            self._open()

    def _open(self) -> None:
        if self._row is not None:
            self.outcome_wanted.emit(self._row.answer)


def _became(row: RecommendationRow) -> str:
    if row.wants:
        return f"{row.became}; {row.wants}" if row.became else row.wants
    return one_line(row.became) or ("waiting" if row.when else "no date given")
