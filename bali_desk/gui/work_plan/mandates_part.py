"""Mandates from above: a list typed in place, and beside it the outcomes that answer the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QToolButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.look import Look
from bali_desk.gui.panels import between
from bali_desk.gui.plain import one_line, tip
from bali_desk.gui.tables import Column, RecordTable
from bali_desk.gui.work_plan.answers import AnswersList
from bali_desk.gui.work_plan.typed_table import TypedTable
from bali_desk.presenters.numbers import some
from bali_desk.presenters.work_plan.mandates import STATUSES

if TYPE_CHECKING:
    from bali_desk.presenters.work_plan.presenter import WorkPlanPresenter
    from bali_desk.presenters.work_plan.rows import Answer, MandateRow

Key = Qt.Key
TEXT, GIVER, GIVEN, STATUS, ANSWERED = range(5)
WIDTHS = (0, 140, 150, 116, 128)
PANEL, NARROW = 330, 250
EMPTY = "No mandates yet. Press Enter to write down what Ministers or Senior Officials directed."
KEYS = "Enter: next mandate  ·  Tab: next cell  ·  Delete"


class MandatesPart(QWidget):
    """Shows what the presenter hands it and hands on what the officer does."""

    table_place: QWidget
    add_button: QPushButton
    up_button: QToolButton
    down_button: QToolButton
    delete_button: QToolButton
    fault_label: QLabel
    keys_label: QLabel
    panel: QWidget
    who_label: QLabel
    text_label: QLabel
    answers_label: QLabel
    nothing_label: QLabel
    answers_view: QListView
    find_rule: QWidget
    find_edit: QLineEdit
    found_view: QListView

    outcome_wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "mandates_part")
        self._look = look
        self._presenter: WorkPlanPresenter | None = None
        self._begun: set[int] = set()  # mandates she began and may yet leave without a word
        self._model = RecordTable(self._columns(), lambda row: row.mandate_id, self)
        self.table = TypedTable("Mandates from above", EMPTY, self.table_place)
        self.table.goes_on = TEXT
        cells = self.table.furnish_typed(look, self._model, WIDTHS, TEXT, (TEXT,))
        cells.offered = {STATUS: STATUSES}
        self._cells = cells
        layout = self.table_place.layout()
        assert layout is not None
        layout.addWidget(self.table)
        self.answers = AnswersList(look, self.answers_view)
        self.found = AnswersList(look, self.found_view, hides=True)
        self.found.show(())
        self.keys_label.setText(KEYS)
        self._connect()
        look.changed.connect(self._dress)
        self._dress()
        self._follow()

    def attach(self, presenter: WorkPlanPresenter) -> None:
        """Hands on to this presenter from now on."""
        self._presenter = presenter
        self.find_edit.clear()

    def save(self) -> bool:
        """Keeps what is being typed; a mandate begun and left without a word goes."""
        kept = self.table.commit()
        if self._presenter is not None and kept:
            while self._begun:
                self._presenter.mandates.drop_empty(self._begun.pop())
        return kept

    def show_mandates(self, rows: Sequence[MandateRow]) -> None:
        """The mandates, and the givers that are completed."""
        self._cells.offered = {STATUS: STATUSES, GIVER: sorted({row.giver for row in rows if row.giver})}
        self._model.show(rows)
        if self.table.current() is None and rows:
            self.table.choose(rows[0].mandate_id, TEXT)
        self._follow()
        self._find()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field on to what was found; Esc begins anew."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Key.Key_Escape:
                self.find_edit.clear()
                self.find_edit.setFocus()
                return True
            if watched is self.find_edit and event.key() in (Key.Key_Return, Key.Key_Enter) and self.found.answers:
                self._answer(self.found.answers[0])
                return True
            if watched is self.find_edit and event.key() == Key.Key_Down:
                self.found.choose_first()
                return True
        return super().eventFilter(watched, event)

    # ---- inner ----
    def _columns(self) -> list[Column[MandateRow]]:
        def cell(title: str, field: str) -> Column[MandateRow]:
            return Column(
                title,
                lambda row: one_line(getattr(row, field)),
                raw=lambda row: getattr(row, field),
                edit=lambda row, text: self._write(row, field, text),
                tip=lambda row: tip(getattr(row, field)),
            )

        status: Column[MandateRow] = Column(
            "Status",
            lambda row: row.status or "open",
            dot=lambda row: "soft" if row.is_open else "good" if row.status == "done" else "",
            ink=lambda row: "good" if row.status == "done" else "ink",
            raw=lambda row: row.status,
            edit=lambda row, text: self._write(row, "status", text),
        )
        answered: Column[MandateRow] = Column(
            "Answered by",
            lambda row: some(len(row.answers), "outcome") if row.answers else "no answer yet" if row.is_open else "",
            ink=lambda row: "accent" if row.answers else "soft",
            tip=lambda row: tip("\n\n".join(answer.text for answer in row.answers)),
        )
        return [cell("Mandate", "text"), cell("Given by", "giver"), cell("Given", "given"), status, answered]

    def _connect(self) -> None:
        table = self.table
        table.chosen.connect(self._follow)
        table.new_wanted.connect(lambda _row: self._add())
        table.left_empty.connect(self._drop_empty)
        table.move_wanted.connect(self._move)
        table.delete_wanted.connect(self._delete)
        table.open_wanted.connect(lambda _row, _column: self.answers.choose_first())
        table.refused.connect(self._refuse)
        self.add_button.clicked.connect(self._add)
        self.up_button.clicked.connect(lambda: self._move(table.current(), -1))
        self.down_button.clicked.connect(lambda: self._move(table.current(), 1))
        self.delete_button.clicked.connect(lambda: self._delete(table.current()))
        self.answers.wanted.connect(self.outcome_wanted)
        self.answers.delete_wanted.connect(self._take_back)
        self.found.wanted.connect(self._answer)
        self.find_edit.textChanged.connect(lambda _text: self._find())
        for watched in (self.find_edit, self.found_view):
            watched.installEventFilter(self)

    def _dress(self) -> None:
        look = self._look
        between(self.panel, look.px(NARROW), look.px(PANEL))
        self.add_button.setIcon(look.icon("add", "accent"))
        self.add_button.setIconSize(QSize(20, 16))
        for button, name in (
            (self.up_button, "move_up"),
            (self.down_button, "move_down"),
            (self.delete_button, "delete"),
        ):
            button.setIcon(look.icon(name))
        for action in self.find_edit.actions():
            self.find_edit.removeAction(action)
        self.find_edit.addAction(look.icon("find"), QLineEdit.ActionPosition.LeadingPosition)

    def _follow(self) -> None:
        """Shows the chosen mandate whole, with its answers."""
        row: MandateRow | None = self.table.current()
        for button in (self.up_button, self.down_button, self.delete_button):
            button.setEnabled(row is not None)
        who = ", ".join(part for part in (row.giver, row.given) if part) if row else "Choose a mandate"
        self.who_label.setText(who or "Nobody has said who gave it, and when.")
        self.text_label.setText(row.text if row else "")
        for widget in (self.answers_label, self.find_rule, self.find_edit):
            widget.setVisible(row is not None)
        self.answers.show(row.answers if row else ())
        self.nothing_label.setText("No outcome answers it yet." if row is not None and not row.answers else "")
        self.nothing_label.setVisible(bool(row is not None and not row.answers))

    def _find(self) -> None:
        row: MandateRow | None = self.table.current()
        asked = self.find_edit.text() if row is not None else ""
        known = {answer.key for answer in row.answers} if row is not None else set()
        found = self._presenter.find(asked) if self._presenter is not None else ()
        self.found.show([answer for answer in found if answer.key not in known])

    def _refuse(self, sentence: str) -> None:
        self.fault_label.setText(sentence)
        self.keys_label.setVisible(not sentence)

    # ---- what the officer does ----
    def _write(self, row: MandateRow, field: str, text: str) -> None:
        if self._presenter is not None:
            self._presenter.mandates.change(row.mandate_id, field, text)

    def _add(self) -> None:
        if self._presenter is not None and self.save():
            made = self._presenter.mandates.add()
            if made is not None:
                self._begun.add(made)
                self.table.type_into(made, TEXT)

    def _drop_empty(self, row: MandateRow) -> None:
        if row.mandate_id in self._begun and self.save() and self._model.records:
            self.table.choose(self._model.records[-1].mandate_id, TEXT)

    def _move(self, row: MandateRow | None, by: int) -> None:
        if self._presenter is not None and row is not None and self.save():
            self._presenter.mandates.move(row.mandate_id, by)

    def _delete(self, row: MandateRow | None) -> None:
        if self._presenter is not None and row is not None:
            place = self.table.currentIndex().row()
            self._presenter.mandates.remove(row.mandate_id)
            left = self._model.record(min(place, len(self._model.records) - 1))
            if left is not None:
                self.table.choose(left.mandate_id, TEXT)

    def _answer(self, answer: Answer) -> None:
        row: MandateRow | None = self.table.current()
        if self._presenter is not None and row is not None:
            self.find_edit.clear()
            self.find_edit.setFocus()
            self._presenter.mandates.answer(row.mandate_id, answer.handle)

    def _take_back(self, answer: Answer) -> None:
        row: MandateRow | None = self.table.current()
        if self._presenter is not None and row is not None:
            self._presenter.mandates.take_back(row.mandate_id, answer.handle)
