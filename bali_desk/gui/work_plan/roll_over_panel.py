"""The preview of the roll-over: which line goes along and which stays behind, to be ticked differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.choices import fill_box
from bali_desk.gui.look import Look
from bali_desk.gui.plain import one_line, tip
from bali_desk.gui.tables import Column, RecordTable, RecordView

if TYPE_CHECKING:
    from bali_desk.presenters.work_plan.rolling import RollLine, RollOver, RollShown

Key = Qt.Key
WIDTHS, LINE, YEAR = (0, 130, 170), 0, 76
INKS = {"goes along": "good", "is there already": "soft", "stays behind": "soft"}


class RollOverPanel(QWidget):
    """Nothing is written before “Carry over”; Esc leaves everything as it is."""

    way_label: QLabel
    way_box: QComboBox
    title_edit: QLineEdit
    from_edit: QLineEdit
    to_edit: QLineEdit
    table_place: QWidget
    summary_label: QLabel
    cancel_button: QPushButton
    carry_button: QPushButton

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "roll_over_panel")
        self._look = look
        self._keeper: RollOver | None = None
        self._shown: RollShown | None = None
        self._offered: tuple[object, ...] = ()  # the head as it was last proposed
        self._model = RecordTable(self._columns(), lambda line: line.handle, self)
        self.table = RecordView(self.table_place)
        self.table.setAccessibleName("Lines of the last plan, and what happens to them")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.furnish(look, self._model, WIDTHS, LINE)
        layout = self.table_place.layout()
        assert layout is not None
        layout.addWidget(self.table)
        self.cancel_button.clicked.connect(self.closed)
        self.carry_button.clicked.connect(self._carry)
        self.way_box.activated.connect(self._choose_way)
        for edit in (self.title_edit, self.from_edit, self.to_edit):
            edit.textChanged.connect(self._allow)
        for watched in (self.table, self.title_edit, self.from_edit, self.to_edit, self.cancel_button):
            watched.installEventFilter(self)
        look.changed.connect(self._dress)
        self._dress()

    def attach(self, keeper: RollOver) -> None:
        """Hands on to this presenter from now on."""
        self._keeper = keeper
        self._offered = ()

    def start(self) -> None:
        """Puts the keyboard on the lines."""
        self.table.selectRow(0)
        self.table.setFocus()

    def show_roll_over(self, shown: RollShown) -> None:
        """From where to where, the head of the new plan, and every line."""
        self._model.show(shown.lines)
        self.way_label.setText(shown.ways[shown.way])
        several = len(shown.ways) > 1
        self.way_label.setVisible(not several)
        self.way_box.setVisible(several)
        fill_box(self.way_box, [(str(place), words) for place, words in enumerate(shown.ways)], str(shown.way))
        with QSignalBlocker(self.way_box):
            self.way_box.setCurrentIndex(shown.way)
        head = (shown.way, shown.title, shown.from_, shown.to)
        if head != self._offered:  # what she typed over it stays while she ticks
            self._offered = head
            for edit, words in zip((self.title_edit, self.from_edit, self.to_edit), head[1:], strict=True):
                edit.setText(str(words))
                edit.setCursorPosition(0)
        there = sum(line.there for line in shown.lines)
        stays = len(shown.lines) - shown.going - there
        told = (f"{shown.going} go along", f"{stays} stay behind", f"{there} there already" if there else "")
        self.summary_label.setText(" · ".join(part for part in told if part))
        many = f"Carry {shown.going} line{'' if shown.going == 1 else 's'} over"
        self.carry_button.setText(many if shown.going else "Keep title and years")
        self._shown = shown
        self._allow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves, Ctrl+Enter carries over, Space changes a line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() == Key.Key_Escape:
                self.closed.emit()
                return True
            if event.key() in (Key.Key_Return, Key.Key_Enter) and control:
                self._carry()
                return True
            if watched is self.table and event.key() == Key.Key_Space:
                line: RollLine | None = self.table.current()
                if line is not None:
                    self._tick(line, not line.goes)
                return True
        return super().eventFilter(watched, event)

    # ---- inner ----
    def _columns(self) -> list[Column[RollLine]]:
        return [
            Column(
                "Line",
                lambda line: one_line(line.text) or "Line without words",
                ink=lambda line: "ink" if line.goes else "soft",
                tip=lambda line: tip(line.text),
                checked=lambda line: line.goes or line.there,
                tick=self._tick,
            ),
            Column("Status", lambda line: line.status, ink=lambda _line: "soft"),
            Column(
                "What happens",
                lambda line: line.happens,
                ink=lambda line: INKS[line.happens],
                weight=lambda line: 600 if line.goes else 400,
            ),
        ]

    def _tick(self, line: RollLine, on: bool) -> None:
        if self._keeper is not None and not line.there:
            self._keeper.tick(line.handle, on)

    def _choose_way(self, place: int) -> None:
        if self._keeper is not None:
            self._keeper.choose_way(place)

    def _carry(self) -> None:
        if self._keeper is not None and self._keeper.carry(*self._head()):
            self.closed.emit()

    def _allow(self) -> None:
        """With no line to carry, a new title or year is reason enough."""
        self.carry_button.setEnabled(self._shown is not None and self._shown.writes(*self._head()))

    def _head(self) -> tuple[str, str, str]:
        return self.title_edit.text(), self.from_edit.text(), self.to_edit.text()

    def _dress(self) -> None:
        for edit in (self.from_edit, self.to_edit):
            edit.setFixedWidth(self._look.px(YEAR))
