"""The plan over the meetings: its head, the table, the chosen line whole with what fulfilled it, and the roll-over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from bali_desk.domain.work_plan import STATUSES
from bali_desk.gui import forms
from bali_desk.gui.fields import Fields
from bali_desk.gui.look import Look
from bali_desk.gui.panels import between
from bali_desk.gui.plain import menu_words
from bali_desk.gui.restyle import restyle
from bali_desk.gui.work_plan.answers import AnswersList
from bali_desk.gui.work_plan.plan_table import LINE, PlanModel, PlanTable
from bali_desk.gui.work_plan.roll_over_panel import RollOverPanel

if TYPE_CHECKING:
    from bali_desk.presenters.work_plan.presenter import WorkPlanPresenter
    from bali_desk.presenters.work_plan.rolling import RollShown
    from bali_desk.presenters.work_plan.rows import PlanRow, PlanShown

PANEL, NARROW, YEAR = 292, 230, 76  # widths at ten points
EMPTY = "No plan yet. Press Enter to write its first line."
KEYS = "Enter: next line  ·  Alt+Up, Alt+Down: move  ·  Delete"
PLAN, ROLL_OVER = range(2)  # of the stack


class PlanPart(QWidget):
    """Shows what the presenter hands it and hands on what the officer does."""

    stack: QStackedWidget
    title_edit: QLineEdit
    from_edit: QLineEdit
    to_edit: QLineEdit
    roll_over_button: QPushButton
    table_place: QWidget
    hidden_label: QLabel
    add_button: QPushButton
    up_button: QToolButton
    down_button: QToolButton
    delete_button: QToolButton
    fault_label: QLabel
    keys_label: QLabel
    panel: QWidget
    number_label: QLabel
    text_label: QLabel
    detail_label: QLabel
    status_label: QLabel
    status_box: QComboBox
    fulfilled_label: QLabel
    nothing_label: QLabel
    answers_view: QListView
    roll_over_place: QWidget

    outcome_wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "plan_part")
        self._look = look
        self._presenter: WorkPlanPresenter | None = None
        self._line: PlanRow | None = None
        self._begun_at: dict[int, str] = {}  # new lines, and the line she was at when she began them
        self._model = PlanModel(self._write, self)
        self.table = PlanTable(self.table_place)
        self.table.furnish_plan(look, self._model)
        self.answers = AnswersList(look, self.answers_view)
        self.roll_over = RollOverPanel(look, self.roll_over_place)
        for place, widget in ((self.table_place, self.table), (self.roll_over_place, self.roll_over)):
            layout = place.layout()
            assert layout is not None
            layout.addWidget(widget)
        self._typed = Fields()
        self._head = {
            name: self._typed.line(edit, partial(self._keep_head, name))
            for name, edit in (("title", self.title_edit), ("from_", self.from_edit), ("to", self.to_edit))
        }
        self.status_box.addItems(["", *STATUSES])
        self._status = self._typed.choice(self.status_box, self._keep_status)
        self.keys_label.setText(KEYS)
        self._connect()
        look.changed.connect(self._dress)
        self._dress()

    def attach(self, presenter: WorkPlanPresenter) -> None:
        """Hands on to this presenter from now on."""
        self._presenter = presenter
        self.roll_over.attach(presenter.roll_over)
        self.stack.setCurrentIndex(PLAN)

    def save(self) -> bool:
        """Keeps what is being typed; a line begun and left without a word goes."""
        kept = all([self.table.commit(), self._typed.save()])
        if self._presenter is not None and kept:
            for line_id in list(self._begun_at):
                del self._begun_at[line_id]
                self._presenter.lines.drop_empty(line_id)
        return kept

    # ---- what the presenter shows ----
    def show_plan(self, plan: PlanShown, roll_over: str) -> None:
        """The head, the lines, and what may be carried over."""
        for name, field in self._head.items():
            field.show(getattr(plan, name))
        self.table.empty_words = EMPTY
        self.table.show_plan(plan)
        if self.table.current() is None and plan.rows:
            self.table.choose(plan.rows[0].key, LINE)
        self.roll_over_button.setText(menu_words(roll_over or "Roll over…"))
        self.roll_over_button.setEnabled(bool(roll_over))
        why = "There is no other meeting of this body to carry lines to, or no plan to take them from."
        self.roll_over_button.setToolTip("" if roll_over else why)
        self._make_main(bool(roll_over) and all(row.line_id is None for row in plan.rows))
        self._follow()

    def show_roll_over(self, shown: RollShown | None) -> None:
        """What goes and what stays."""
        if shown is None:
            self.stack.setCurrentIndex(PLAN)
        else:
            self.roll_over.show_roll_over(shown)

    # ---- inner ----
    def _connect(self) -> None:
        table = self.table
        table.chosen.connect(self._follow)
        table.new_wanted.connect(self._add)
        table.left_empty.connect(self._drop_empty)
        table.move_wanted.connect(self._move)
        table.delete_wanted.connect(self._delete)
        table.outcome_wanted.connect(self.outcome_wanted)
        table.refused.connect(self._refuse)
        table.fitted.connect(self._say_hidden)
        self.answers.wanted.connect(self.outcome_wanted)
        self.add_button.clicked.connect(lambda: self._add(table.current()))
        self.up_button.clicked.connect(lambda: self._move(table.current(), -1))
        self.down_button.clicked.connect(lambda: self._move(table.current(), 1))
        self.delete_button.clicked.connect(lambda: self._delete(table.current()))
        self.roll_over_button.clicked.connect(self._begin_roll_over)
        self.roll_over.closed.connect(self._end_roll_over)

    def _dress(self) -> None:
        look = self._look
        between(self.panel, look.px(NARROW), look.px(PANEL))
        for edit in (self.from_edit, self.to_edit):
            edit.setFixedWidth(look.px(YEAR))
        self.add_button.setIcon(look.icon("add", "accent"))
        self.add_button.setIconSize(QSize(20, 16))
        for button, name in (
            (self.up_button, "move_up"),
            (self.down_button, "move_down"),
            (self.delete_button, "delete"),
        ):
            button.setIcon(look.icon(name))
        self.table.fit()

    def _make_main(self, main: bool) -> None:
        restyle(self.roll_over_button, "kind", "main" if main else "")

    def _follow(self) -> None:
        """Shows the chosen line whole; what was typed for another is kept first."""
        row: PlanRow | None = self.table.current()
        if row is not None and self._line is not None and row.key != self._line.key:
            self._status.save()
        self._line = row
        mine = row is not None and row.line_id is not None
        for button in (self.up_button, self.down_button, self.delete_button):
            button.setEnabled(mine)
        for widget in (self.status_label, self.status_box):
            widget.setVisible(mine)
        words = f"Line {row.number}" if row and mine else "A line of another meeting’s plan" if row else "Choose a line"
        self.number_label.setText(words)
        self.text_label.setText(row.text if row else "")
        self.detail_label.setText(row.detail if row else "")
        self.detail_label.setVisible(bool(row and row.detail))
        with QSignalBlocker(self.status_box):
            self._status.show(row.status if row else "")
        self.fulfilled_label.setVisible(row is not None)
        self.answers.show(row.answers if row else ())
        self.nothing_label.setText("No outcome fulfils it yet." if row is not None and not row.answers else "")
        self.nothing_label.setVisible(bool(row is not None and not row.answers))

    def _refuse(self, sentence: str) -> None:
        self.fault_label.setText(sentence)
        self.keys_label.setVisible(not sentence)

    def _say_hidden(self, number: int) -> None:
        words = "1 earlier meeting has" if number == 1 else f"{number} earlier meetings have"
        self.hidden_label.setText(f"{words} no room here; what was fulfilled there stands at the right.")
        self.hidden_label.setVisible(bool(number))

    # ---- what the officer does ----
    def _write(self, row: PlanRow, field: str, text: str) -> None:
        if self._presenter is not None and row.line_id is not None:
            self._presenter.lines.change(row.line_id, field, text)

    def _keep_head(self, name: str, text: str) -> None:
        if self._presenter is not None:
            self._presenter.lines.change_head(name, text)

    def _keep_status(self, text: str) -> None:
        if self._line is not None:
            self._write(self._line, "status", text)

    def _add(self, row: PlanRow | None) -> None:
        if self._presenter is None or not self.save():
            return
        made = self._presenter.lines.add_after(row.line_id if row is not None else None)
        new = next((one for one in self._model.records if one.line_id == made), None)
        if made is not None and new is not None:
            self._begun_at[made] = row.key if row is not None else ""
            self.table.type_into(new.key, LINE)

    def _drop_empty(self, row: PlanRow) -> None:
        if self._presenter is not None and row.line_id in self._begun_at:
            before = self._begun_at.pop(row.line_id)
            if self._presenter.lines.drop_empty(row.line_id):
                self.table.choose(before, LINE)

    def _move(self, row: PlanRow | None, by: int) -> None:
        if self._presenter is not None and row is not None and row.line_id is not None and self.save():
            self._presenter.lines.move(row.line_id, by)

    def _delete(self, row: PlanRow | None) -> None:
        if self._presenter is None or row is None or row.line_id is None:
            return
        place = self.table.currentIndex().row()
        self._presenter.lines.remove(row.line_id)
        left = self._model.record(min(place, len(self._model.records) - 1))
        if left is not None:
            self.table.choose(left.key, LINE)

    def _begin_roll_over(self) -> None:
        if self._presenter is not None and self.save():
            self._presenter.roll_over.begin()
            self.stack.setCurrentIndex(ROLL_OVER)
            self.roll_over.start()

    def _end_roll_over(self) -> None:
        self.stack.setCurrentIndex(PLAN)
        self.table.setFocus()
