"""The rules of the house style: all in a list, the one in hand with its choices, and what it does to the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from bali_desk.gui import forms
from bali_desk.gui.leaving_dialog import LeavingDialog
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW
from bali_desk.gui.outcomes.reading import LARGER, html_of
from bali_desk.gui.plain import tip
from bali_desk.gui.print_face import print_face
from bali_desk.gui.restyle import restyle
from bali_desk.gui.tables import Column, RecordTable, RecordView
from bali_desk.gui.wording.rule_list import RuleList
from bali_desk.gui.wording.terms_part import TermsPart
from bali_desk.presenters.wording.house import ChoiceRow, HousePresenter, HouseView, RuleRow, RuleShown
from bali_desk.presenters.wording.house_terms import TermRow

if TYPE_CHECKING:
    from bali_desk.presenters.statement.rich_text import Runs

LIST, WIDE, HIGH = 292, 980, 575  # at ten points; at twelve it still fits a small screen
WIDTHS = (100, 90)
MOST_CHOICES = 7  # in sight at once


class HouseDialog(LeavingDialog):
    """A choice is kept when it is made; Ctrl+Z takes back what was changed here."""

    rules_panel: QWidget
    find_edit: QLineEdit
    title_label: QLabel
    why_label: QLabel
    choices_view: RecordView
    terms_box: QWidget
    standing_label: QLabel
    back_button: QPushButton
    example_label: QLabel
    example_area: QScrollArea
    preview_label: QLabel
    house_label: QLabel
    all_back_button: QPushButton
    close_button: QPushButton

    def __init__(
        self, look: Look, decide: Callable[[HouseView], HousePresenter], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        forms.load(self, "house_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        self.rules_view = RuleList(look, self)
        _into(self.rules_panel, self.rules_view)
        columns: list[Column[ChoiceRow]] = [
            Column(
                "",
                lambda row: row.words,
                tip=lambda row: tip(row.words),
                icon=lambda row: "done" if row.chosen else "todo",
                dot=lambda row: "accent" if row.chosen else "soft",
                weight=lambda row: 600 if row.chosen else 400,
            ),
            Column("", lambda row: "shipped" if row.shipped else "", ink=lambda _row: "soft"),
        ]
        self._choices = RecordTable(columns, lambda row: row.place, self)
        self.choices_view.furnish(look, self._choices, WIDTHS, 0, ROW, head=False)
        self.terms = TermsPart(look, self.terms_box)
        _into(self.terms_box, self.terms)
        self._presenter: HousePresenter | None = None
        look.changed.connect(self._dress)
        self._dress()
        self._presenter = decide(self)
        self.terms.use(self._presenter)
        self._connect()
        self.rules_view.setFocus()

    # ---- what the presenter shows ----
    def show_house(self, house: str, own: int) -> None:
        """Which house style it is, and how far the body goes its own way."""
        self.setWindowTitle(f"House rules – {house}")
        rules = "No rule is" if not own else "1 rule is" if own == 1 else f"{own} rules are"
        self.house_label.setText(f"{rules} your own")
        self.all_back_button.setEnabled(bool(own))

    def show_rules(self, rows: Sequence[RuleRow], chosen: str) -> None:
        """The rules."""
        self.rules_view.show_rows(rows, chosen)

    def show_rule(self, rule: RuleShown) -> None:
        """The rule in hand."""
        self.title_label.setText(rule.title)
        self.why_label.setText(rule.why)
        self.standing_label.setText(rule.standing)
        restyle(self.standing_label, "ink", "edited" if rule.own else "soft")
        self.back_button.setText("&Back to the shipped choice" if rule.choices else "&Back to the shipped words")
        self.back_button.setVisible(rule.own)
        self.terms_box.setVisible(not rule.choices)
        self.choices_view.setVisible(bool(rule.choices))
        with QSignalBlocker(self.choices_view):
            self._choices.show(rule.choices)
            self.choices_view.choose(next((row.place for row in rule.choices if row.chosen), -1))
        self._fit_choices()

    def show_terms(self, rows: Sequence[TermRow]) -> None:
        """The words the house does not use."""
        self.terms.show_rows(rows)

    def show_example(self, about: str, runs: Runs) -> None:
        """What the rule does to the statement."""
        self.example_label.setText(about)
        self.preview_label.setText(html_of(runs))
        self.preview_label.setAccessibleName("".join(run.text for run in runs))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leaves the find box, Esc empties it before it closes the dialog; Home and End are choices too."""
        if watched is self.choices_view and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._choices.records) - 1}
            if Qt.Key(event.key()) in ends:
                self.choices_view.selectRow(ends[Qt.Key(event.key())])
                return True
        if watched is self.find_edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.rules_view.start()
                return True
            if event.key() == Qt.Key.Key_Escape and self.find_edit.text():
                self.find_edit.clear()
                return True
        return super().eventFilter(watched, event)

    def leave(self) -> None:
        """Nothing waits to be kept."""
        if self._presenter is not None:
            self.terms.use(None)
            self._presenter.leave()
            self._presenter = None

    # ---- inner ----
    def _connect(self) -> None:
        for watched in (self.find_edit, self.choices_view):
            watched.installEventFilter(self)
        self.find_edit.textChanged.connect(lambda words: self._do(lambda one: one.find(words)))
        self.rules_view.chosen.connect(lambda key: self._do(lambda one: one.choose(key)))
        self.rules_view.entered_rule.connect(self._into_rule)
        self.choices_view.chosen.connect(self._set)
        self.back_button.clicked.connect(lambda: self._do(lambda one: one.back_to_shipped()))
        self.all_back_button.clicked.connect(lambda: self._do(lambda one: one.all_back()))
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence.StandardKey.Find, self, self.find_edit.setFocus)
        QShortcut(QKeySequence.StandardKey.Undo, self, lambda: self._do(lambda one: one.undo()))
        QShortcut(QKeySequence.StandardKey.Redo, self, lambda: self._do(lambda one: one.redo()))

    def _do(self, act: Callable[[HousePresenter], object]) -> None:
        if self._presenter is not None:
            act(self._presenter)

    def _set(self) -> None:
        row: ChoiceRow | None = self.choices_view.current()
        if row is not None and not row.chosen:
            self._do(lambda one: one.set(row.place))

    def _into_rule(self) -> None:
        """Enter in the list goes on to the choices, or to the table of words."""
        (self.choices_view if self.choices_view.isVisible() else self.terms.word_edit).setFocus()

    def _fit_choices(self) -> None:
        """As high as its rows."""
        rows = min(len(self._choices.records), MOST_CHOICES)
        self.choices_view.setFixedHeight(rows * self._look.px(ROW))

    def _dress(self) -> None:
        look = self._look
        self.rules_panel.setFixedWidth(look.px(LIST))
        self.resize(look.px(WIDE), look.px(HIGH))
        self.back_button.setIcon(look.icon("undo", "accent"))
        self.all_back_button.setIcon(look.icon("undo", "accent"))
        self.preview_label.setFont(print_face(look.points * LARGER))
        self._fit_choices()


def _into(part: QWidget, widget: QWidget) -> None:
    """Puts a widget at the end of a part of the form."""
    box = part.layout()
    assert isinstance(box, QVBoxLayout)
    box.addWidget(widget, 1)
