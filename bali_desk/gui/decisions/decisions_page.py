"""Decisions and actions of all meetings: two lists, found, followed up in place and handed on."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QPushButton, QScrollArea, QStackedWidget, QWidget

from bali_desk.domain.follow_up import ACTION_STATES, DECISION_STATES
from bali_desk.gui import forms
from bali_desk.gui.decisions import columns
from bali_desk.gui.decisions.choosing_bar import ChoosingBar
from bali_desk.gui.decisions.export_menu import RegisterExportMenu
from bali_desk.gui.decisions.reading_panel import ReadingPanel
from bali_desk.gui.decisions.register_table import RegisterTable
from bali_desk.gui.decisions.status_menu import open_status_menu
from bali_desk.gui.look import Look
from bali_desk.gui.tables import RecordTable
from bali_desk.presenters.decisions.choosing import RegisterShown, View, Wanted, counts_of
from bali_desk.presenters.decisions.presenter import DecisionsPresenter
from bali_desk.presenters.decisions.rows import ActionRow, DecisionRow

PAUSE = 30  # milliseconds between two pauses in which what finding will need is made ready
KEYS = {
    "decisions": "Enter: go to the outcome · Space: next status · F2: number",
    "actions": "Enter: go to the outcome · Space: done or open · F2: text, owner, due",
}
EMPTY = {
    "decisions": "No decisions yet. An outcome that agrees, adopts, endorses, recommends or requests stands here by "
    "itself, and so does one with a number.",
    "actions": "No actions yet. Give an outcome an owner or a due date, or press Insert.",
}
NOT_FOUND = "Nothing here matches. “Show all” leaves nothing out."


class DecisionsPage(QWidget):
    """Shows what the presenter hands it and hands on what the officer does."""

    decisions_chip: QPushButton
    actions_chip: QPushButton
    add_button: QPushButton
    export_button: QPushButton
    find_edit: QLineEdit
    body_box: QComboBox
    status_box: QComboBox
    year_box: QComboBox
    everything_button: QPushButton
    lists: QStackedWidget
    reading_rule: QFrame
    reading_area: QScrollArea
    reading_label: QLabel
    detail_label: QLabel
    counts_label: QLabel
    keys_label: QLabel
    fault_label: QLabel

    outcome_wanted = Signal(int, str)  # a meeting, and the handle of an outcome or an action of it

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "decisions_page")
        self._look = look
        self._presenter: DecisionsPresenter | None = None
        self._idle = QTimer(self, singleShot=True, interval=PAUSE)
        self.decisions_view = RegisterTable("Decisions", self.lists)
        self.actions_view = RegisterTable("Actions", self.lists)
        self.export_menu = RegisterExportMenu(self.export_button)
        boxes = {"body": self.body_box, "status": self.status_box, "year": self.year_box}
        self._bar = ChoosingBar(look, self.find_edit, boxes, self.everything_button)
        labels = self.reading_label, self.detail_label
        self._reading = ReadingPanel(look, self.reading_rule, self.reading_area, labels)
        self._furnish()
        self._connect()
        look.changed.connect(self._dress)
        self._dress()
        self._show_fault("")

    def attach(self, presenter: DecisionsPresenter) -> None:
        """Hands on to this presenter from now on; what she wanted to see stays."""
        if self._presenter is not None:
            self._presenter.leave()
        self._presenter = presenter
        if self.isVisible():
            presenter.show(self._bar.wanted)

    def save(self) -> bool:
        """Keeps what is being typed into a cell."""
        return all([self.decisions_view.commit(), self.actions_view.commit()])

    def open_at(self, item: str) -> None:
        """Shows the actions that are "overdue", "soon" or "open", of one body: "overdue:3"."""
        status, _, body = item.partition(":")
        self._want(Wanted("actions", status=status, body=body))
        self._go_to_rows()

    def showEvent(self, event: QShowEvent) -> None:
        """Reads when it is looked at."""
        super().showEvent(event)
        if self._presenter is not None:
            self._presenter.show(self._bar.wanted)
            self.find_edit.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is in front."""
        super().hideEvent(event)
        if self._presenter is not None:
            self._presenter.hide()

    @property
    def view(self) -> RegisterTable:
        """The list in front."""
        return self.actions_view if self._bar.wanted.view == "actions" else self.decisions_view

    # ---- what the presenter shows ----
    def show_register(self, shown: RegisterShown) -> None:
        """Shows the rows, and what there is to choose from."""
        self._bar.show_choices(shown)
        self.lists.setCurrentWidget(self.view)
        self._show_chips(shown)
        self.view.empty_words = NOT_FOUND if shown.of else EMPTY[shown.wanted.view]
        self.view.show_rows(shown.rows)
        self._read_whole()
        self.keys_label.setText(KEYS[shown.wanted.view])
        self.counts_label.setText(counts_of(shown))
        self.export_menu.show_counts(len(shown.rows), shown.private)
        self._idle.start()

    # ---- inner ----
    def _furnish(self) -> None:
        decided = columns.decision_columns(self._number)
        self._decisions: RecordTable[DecisionRow] = RecordTable(decided, attrgetter("key"), self)
        self.decisions_view.furnish_register(self._look, self._decisions, columns.DECISION_LAYOUT)
        acted = columns.action_columns(self._edit_action)
        self._actions: RecordTable[ActionRow] = RecordTable(acted, attrgetter("key"), self)
        self.actions_view.furnish_register(self._look, self._actions, columns.ACTION_LAYOUT)
        for view in (self.decisions_view, self.actions_view):
            self.lists.addWidget(view)

    def _connect(self) -> None:
        self._idle.timeout.connect(self._prepare)
        self._bar.changed.connect(self._want)
        self._bar.rows_wanted.connect(self._go_to_rows)
        self.decisions_chip.clicked.connect(lambda: self._turn_to("decisions"))
        self.actions_chip.clicked.connect(lambda: self._turn_to("actions"))
        self.add_button.clicked.connect(self._add)
        self.export_menu.wanted.connect(self._export)
        for view in (self.decisions_view, self.actions_view):
            view.chosen.connect(self._read_whole)
            view.open_wanted.connect(self._open)
            view.next_status_wanted.connect(self._next_status)
            view.choice_wanted.connect(self._choose_status)
            view.refused.connect(self._show_fault)
        self.actions_view.add_wanted.connect(self._add)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.find_edit.setFocus)

    def _dress(self) -> None:
        self._reading.measure()
        self.add_button.setIcon(self._look.icon("add", "accent"))
        self.export_button.setIcon(self._look.icon("export"))
        for button in (self.add_button, self.export_button):
            button.setIconSize(QSize(20, 16))

    def _show_chips(self, shown: RegisterShown) -> None:
        self.decisions_chip.setText(f"Decisions {shown.decisions}")
        late = f" · {shown.overdue} overdue" if shown.overdue else ""
        self.actions_chip.setText(f"Actions {shown.actions}{late}")
        self.decisions_chip.setChecked(shown.wanted.view == "decisions")
        self.actions_chip.setChecked(shown.wanted.view == "actions")
        self.add_button.setVisible(shown.wanted.view == "actions")

    def _read_whole(self) -> None:
        self._reading.show_row(self.view.current())

    def _show_fault(self, sentence: str) -> None:
        """Why what was typed into a cell could not be kept, in the place of the keys."""
        self.fault_label.setText(sentence)
        self.fault_label.setVisible(bool(sentence))
        self.keys_label.setVisible(not sentence)

    def _prepare(self) -> None:
        if self._presenter is not None and self._presenter.prepare():
            self._idle.start()

    def _turn_to(self, view: View) -> None:
        """The other list, of the same body and year; what a status may be is another thing there."""
        if self.save():
            self._want(replace(self._bar.wanted, view=view, status=""))
        self.decisions_chip.setChecked(self._bar.wanted.view == "decisions")
        self.actions_chip.setChecked(self._bar.wanted.view == "actions")

    def _want(self, wanted: Wanted) -> None:
        self._show_fault("")
        if self._presenter is not None and wanted != self._bar.wanted:
            self._presenter.want(wanted)

    def _go_to_rows(self) -> None:
        if self._table().rowCount():
            self.view.setFocus()

    def _table(self) -> RecordTable[Any]:
        return self._actions if self._bar.wanted.view == "actions" else self._decisions

    # ---- what the officer does ----
    def _number(self, row: DecisionRow, text: str) -> None:
        if self._presenter is not None:
            self._presenter.number(row, text)

    def _edit_action(self, row: ActionRow, field: str, text: str) -> None:
        if self._presenter is not None:
            self._presenter.edit_action(row, field, text)

    def _open(self) -> None:
        row = self.view.current()
        if isinstance(row, DecisionRow):
            self.outcome_wanted.emit(row.meeting.id, row.outcome.handle)
        elif isinstance(row, ActionRow) and row.outcome is not None:
            self.outcome_wanted.emit(row.outcome.meeting.id, row.outcome.outcome.handle)
        elif isinstance(row, ActionRow):
            self.outcome_wanted.emit(row.meeting.id, row.action.handle)

    def _next_status(self) -> None:
        if self._presenter is None:
            return
        if self._bar.wanted.view == "decisions":
            self._presenter.next_status(self.view.chosen_rows())
        else:
            self._presenter.toggle_done(self.view.chosen_rows())

    def _choose_status(self, spot: QPoint) -> None:
        rows = self.view.chosen_rows()
        if rows:
            decided = isinstance(rows[0], DecisionRow)
            states = ("", *DECISION_STATES) if decided else ACTION_STATES
            open_status_menu(
                self, spot, states, rows[0].status, lambda state: self._set_status(rows, state), self._open
            )

    def _set_status(self, rows: list[Any], status: str) -> None:
        if self._presenter is None:
            return
        if isinstance(rows[0], DecisionRow):
            self._presenter.set_decisions(rows, status)
        else:
            self._presenter.set_actions(rows, status)

    def _add(self) -> None:
        """A new action, with nothing left out that would hide it."""
        if self._presenter is None or not self.save():
            return
        key = self._presenter.add_action()
        if key is not None:
            self._want(Wanted("actions"))
            self.actions_view.type_into(key, columns.ACTION)

    def _export(self, kind: str, with_private: bool) -> None:
        if self._presenter is not None and self.save():
            self._presenter.export(self._table().records, kind, with_private)
