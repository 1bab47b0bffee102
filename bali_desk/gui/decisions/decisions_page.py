"""Decisions and actions of all meetings: two lists, found, followed up in place and handed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu, QPushButton, QStackedWidget, QWidget

from bali_desk.domain.follow_up import ACTION_STATES, DECISION_STATES
from bali_desk.gui import forms
from bali_desk.gui.choices import fill_box
from bali_desk.gui.decisions import columns
from bali_desk.gui.decisions.export_menu import RegisterExportMenu
from bali_desk.gui.decisions.register_table import RegisterTable
from bali_desk.gui.look import Look
from bali_desk.gui.tables import RecordTable
from bali_desk.presenters.decisions.choosing import RegisterShown, View, Wanted
from bali_desk.presenters.decisions.presenter import DecisionsPresenter
from bali_desk.presenters.decisions.rows import ActionRow, DecisionRow

Key = Qt.Key
PAUSE = 30  # milliseconds between two pauses in which what finding will need is made ready
KEYS = {
    "decisions": "Enter: open the outcome · Space: next status · F2: number",
    "actions": "Enter: open the outcome · Space: done or open · F2: text, owner, due",
}
EMPTY = {
    "decisions": "No decisions yet. An outcome that agrees, adopts, endorses, recommends or requests stands here by "
    "itself, and so does one with a number.",
    "actions": "No actions yet. Give an outcome an owner or a due date, or press Insert.",
}
NOT_FOUND = "Nothing here matches. “Show all” leaves nothing out."


class DecisionsPage(QWidget):
    """Shows what the presenter hands it and hands on what the officer does; what she wants to see, it keeps itself."""

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
    counts_label: QLabel
    keys_label: QLabel
    fault_label: QLabel

    outcome_wanted = Signal(int, str)  # a meeting, and the handle of an outcome or an action of it

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "decisions_page")
        self._look = look
        self._presenter: DecisionsPresenter | None = None
        self._wanted = Wanted()
        self._idle = QTimer(self, singleShot=True, interval=PAUSE)
        self.decisions_view = RegisterTable("Decisions", self.lists)
        self.actions_view = RegisterTable("Actions", self.lists)
        self.export_menu = RegisterExportMenu(self.export_button)
        self._furnish()
        self._connect()
        look.changed.connect(self._dress)
        self._dress()
        self._show_fault("")

    def attach(self, presenter: DecisionsPresenter) -> None:
        """Hands on to this presenter from now on."""
        if self._presenter is not None:
            self._presenter.leave()
        self._presenter = presenter
        if self.isVisible():
            presenter.show(self._wanted)

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
            self._presenter.show(self._wanted)
            self.find_edit.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is in front."""
        super().hideEvent(event)
        if self._presenter is not None:
            self._presenter.hide()

    @property
    def view(self) -> RegisterTable:
        """The list in front."""
        return self.actions_view if self._wanted.view == "actions" else self.decisions_view

    # ---- what the presenter shows ----
    def show_register(self, shown: RegisterShown) -> None:
        """Shows the rows, and what there is to choose from."""
        self._wanted = shown.wanted
        self.lists.setCurrentWidget(self.view)
        self._show_chips(shown)
        self._show_choices(shown)
        self.view.empty_words = NOT_FOUND if shown.of else EMPTY[shown.wanted.view]
        self.view.show_rows(shown.rows)
        self.keys_label.setText(KEYS[shown.wanted.view])
        self.counts_label.setText(_counts(shown))
        self.export_menu.show_counts(len(shown.rows), shown.private)
        self._idle.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter lead from the find box to what was found, Escape empties it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Key.Key_Down, Key.Key_Return, Key.Key_Enter):
                self._go_to_rows()
                return True
            if event.key() == Key.Key_Escape:
                self.find_edit.clear()
                return True
        return super().eventFilter(watched, event)

    # ---- inner ----
    def _furnish(self) -> None:
        decided = columns.decision_columns(self._number)
        self._decisions: RecordTable[DecisionRow] = RecordTable(decided, attrgetter("key"), self)
        self.decisions_view.furnish_register(
            self._look,
            self._decisions,
            columns.DECISION_WIDTHS,
            columns.DECISION,
            (columns.DECISION, columns.DECISION + 1, columns.DECISION_STATUS - 1),
            columns.DECISION_STATUS,
        )
        acted = columns.action_columns(self._edit_action)
        self._actions: RecordTable[ActionRow] = RecordTable(acted, attrgetter("key"), self)
        self.actions_view.furnish_register(
            self._look,
            self._actions,
            columns.ACTION_WIDTHS,
            columns.ACTION,
            (columns.ACTION, columns.OWNER, columns.ACTION_STATUS + 1, columns.ACTION_STATUS + 2),
            columns.ACTION_STATUS,
        )
        for view in (self.decisions_view, self.actions_view):
            self.lists.addWidget(view)

    def _connect(self) -> None:
        self._idle.timeout.connect(self._prepare)
        self.decisions_chip.clicked.connect(lambda: self._turn_to("decisions"))
        self.actions_chip.clicked.connect(lambda: self._turn_to("actions"))
        self.find_edit.textChanged.connect(lambda text: self._want(replace(self._wanted, asked=text)))
        for box, name in ((self.body_box, "body"), (self.status_box, "status"), (self.year_box, "year")):
            box.activated.connect(self._chooser(box, name))
        self.everything_button.clicked.connect(lambda: self._want(Wanted(self._wanted.view)))
        self.add_button.clicked.connect(self._add)
        self.export_menu.wanted.connect(self._export)
        for view in (self.decisions_view, self.actions_view):
            view.open_wanted.connect(self._open)
            view.next_status_wanted.connect(self._next_status)
            view.choice_wanted.connect(self._choose_status)
            view.refused.connect(self._show_fault)
        self.actions_view.add_wanted.connect(self._add)
        self.find_edit.installEventFilter(self)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.find_edit.setFocus)

    def _chooser(self, box: QComboBox, name: str) -> Callable[[int], None]:
        return lambda place: self._want(replace(self._wanted, **{name: box.itemData(place)}))

    def _dress(self) -> None:
        self.add_button.setIcon(self._look.icon("add", "accent"))
        self.export_button.setIcon(self._look.icon("export"))
        for button in (self.add_button, self.export_button):
            button.setIconSize(QSize(20, 16))
        for action in self.find_edit.actions():
            if action.objectName() == "find_sign":
                self.find_edit.removeAction(action)
        sign = self.find_edit.addAction(self._look.icon("find"), QLineEdit.ActionPosition.LeadingPosition)
        sign.setObjectName("find_sign")

    def _show_chips(self, shown: RegisterShown) -> None:
        self.decisions_chip.setText(f"Decisions {shown.decisions}")
        late = f" · {shown.overdue} overdue" if shown.overdue else ""
        self.actions_chip.setText(f"Actions {shown.actions}{late}")
        self.decisions_chip.setChecked(shown.wanted.view == "decisions")
        self.actions_chip.setChecked(shown.wanted.view == "actions")
        self.add_button.setVisible(shown.wanted.view == "actions")

    def _show_choices(self, shown: RegisterShown) -> None:
        wanted = shown.wanted
        if self.find_edit.text() != wanted.asked:
            with QSignalBlocker(self.find_edit):
                self.find_edit.setText(wanted.asked)
        for box, choices, value in (
            (self.body_box, shown.bodies, wanted.body),
            (self.status_box, shown.statuses, wanted.status),
            (self.year_box, shown.years, wanted.year),
        ):
            fill_box(box, choices, value)
            box.setCurrentIndex(max(box.findData(value), 0))
        self.everything_button.setVisible(wanted != Wanted(wanted.view))

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
        self.save()
        self._want(replace(self._wanted, view=view, status=""))

    def _want(self, wanted: Wanted) -> None:
        self._show_fault("")
        if self._presenter is not None and wanted != self._wanted:
            self._presenter.want(wanted)

    def _go_to_rows(self) -> None:
        if self._table().rowCount() and self.view.current() is None:
            self.view.selectRow(0)
        self.view.setFocus()

    def _table(self) -> RecordTable[Any]:
        return self._actions if self._wanted.view == "actions" else self._decisions

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
        if self._wanted.view == "decisions":
            self._presenter.next_status(self.view.chosen_rows())
        else:
            self._presenter.toggle_done(self.view.chosen_rows())

    def _choose_status(self, spot: QPoint) -> None:
        """A menu of what the status may be, at the row."""
        rows = self.view.chosen_rows()
        if not rows:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        decided = self._wanted.view == "decisions"
        for status in ("", *DECISION_STATES) if decided else ACTION_STATES:
            words = status[:1].upper() + status[1:] if status else "No status yet"
            action = menu.addAction(f"&{words}", partial(self._set_status, rows, status))
            action.setCheckable(True)
            action.setChecked(rows[0].status == status)
        menu.addSeparator()
        menu.addAction("Open the &outcome\tEnter", self._open)
        menu.popup(spot)

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


def _counts(shown: RegisterShown) -> str:
    what = "decision" if shown.wanted.view == "decisions" else "action"
    number = f"{shown.of} {what}{'' if shown.of == 1 else 's'}"
    words = number if len(shown.rows) == shown.of else f"{len(shown.rows)} of {number}"
    return f"{words} · {shown.private} private" if shown.private else words
