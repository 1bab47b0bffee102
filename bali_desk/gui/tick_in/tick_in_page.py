"""Tick in: the attendance sheet in large type, and one field that marks it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QProgressBar, QPushButton, QWidget

from bali_desk.gui import forms
from bali_desk.gui.look import Look
from bali_desk.gui.restyle import restyle
from bali_desk.gui.side_list_editor import Part, SideListEditor
from bali_desk.gui.tick_in.keys import TickKeys
from bali_desk.gui.tick_in.sheet_table import SheetTable, sheet_model
from bali_desk.gui.tick_in.walk_in_strip import WalkInStrip
from bali_desk.presenters.tick_in.presenter import TickInPresenter
from bali_desk.presenters.tick_in.rows import ORDERS, SheetShown

SESSIONS = 288  # width of the list of sessions at ten points
SESSION_PARTS = (
    Part("name", "Name"),
    Part("day", "Day", hint="like 26 May 2017"),
    Part("start", "Start", hint="like 09:00"),
    Part("end", "End", hint="like 12:30"),
)


class TickInPage(QWidget):
    """Made for a keyboard: the field keeps the keys, the arrows move below it, Escape leads back."""

    ticked_label: QLabel
    ticked_bar: QProgressBar
    session_box: QComboBox
    sessions_button: QPushButton
    order_box: QComboBox
    leave_button: QPushButton
    tick_edit: QLineEdit
    mark_button: QPushButton
    promise_label: QLabel
    excused_button: QPushButton
    absent_button: QPushButton
    expected_button: QPushButton
    walk_in_button: QPushButton
    walk_in_place: QWidget
    rows_place: QWidget
    side_rule: QFrame
    sessions_part: QWidget
    sessions_place: QWidget

    page_wanted = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "tick_in_page")
        self._look = look
        self._presenter: TickInPresenter | None = None
        self._sheet: SheetShown | None = None
        self._showing = False
        self._model = sheet_model(self)
        self.rows_view = SheetTable(self.rows_place)
        self.walk_in = WalkInStrip(look, self.walk_in_place)
        self.sessions = SideListEditor(look, SESSION_PARTS, "Add session", self.sessions_place)
        self.keys = TickKeys(self.tick_edit)
        self._put_together()
        self._connect()
        look.changed.connect(self._dress)
        self._dress()

    def attach(self, presenter: TickInPresenter) -> None:
        """Works for this meeting from now on."""
        if self._presenter is not None:
            self._presenter.leave()
        self._presenter = presenter
        self.sessions.use(presenter.sessions)
        self.walk_in.attach(presenter)
        self._empty_field()
        if self._sheet is not None:
            self._presenter.type("")

    def save(self) -> bool:
        """Keeps what is being typed of a session; the field itself waits for Enter."""
        return self.sessions.save()

    # ---- what the presenter shows ----
    def show_sheet(self, sheet: SheetShown) -> None:
        """The rows, what the line would do, and the counts."""
        self._sheet, self._showing = sheet, True
        self._model.show(sheet.rows)
        self.rows_view.fit(any(row.remark for row in sheet.rows))
        if sheet.chosen is None or not self.rows_view.choose(sheet.chosen):
            self.rows_view.clearSelection()
            self.rows_view.setCurrentIndex(self._model.index(-1, -1))
        self._show_line(sheet)
        self.ticked_label.setText(f"{sheet.ticked} of {sheet.total} ticked: {sheet.counts}" if sheet.total else "")
        self.ticked_bar.setRange(0, max(sheet.total, 1))
        self.ticked_bar.setValue(sheet.ticked)
        self._show_choices(sheet)
        self.sessions.show_rows(sheet.side_rows)
        self.walk_in.show_delegations(sheet.delegations)
        self._showing = False
        self._show_first_coming(sheet)

    def showEvent(self, event: QShowEvent) -> None:
        """The field has the keys as soon as the page is there."""
        super().showEvent(event)
        self.tick_edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the strip, empties the field, or leads back, one after the other."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.walk_in_place.isVisible():
            self._show_walk_in(False)
        elif self.tick_edit.text():
            self._empty_field()
            self.tick_edit.setFocus()
        else:
            self.go_back()

    def go_back(self) -> None:
        """Back to the participants."""
        self.page_wanted.emit("participants", "")

    # ---- inner ----
    def _put_together(self) -> None:
        for place, widget in (
            (self.rows_place, self.rows_view),
            (self.walk_in_place, self.walk_in),
            (self.sessions_place, self.sessions),
        ):
            layout = place.layout()
            assert layout is not None
            layout.addWidget(widget)
        self.rows_view.furnish_sheet(self._look, self._model)
        self.sessions.rows_view.setAccessibleName("Sessions of the meeting")
        self._fault("")
        for order, words in ORDERS:
            self.order_box.addItem(words, order)
        self.walk_in_place.hide()
        self._show_sessions(False)

    def _connect(self) -> None:
        self.tick_edit.textChanged.connect(self._typed)
        self.keys.mark_wanted.connect(self._mark)
        self.keys.step_wanted.connect(self._step)
        for button, state in (
            (self.mark_button, ""),
            (self.excused_button, "excused"),
            (self.absent_button, "absent"),
            (self.expected_button, "expected"),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the field
            button.clicked.connect(lambda _on=False, state=state: self._mark(state))
        self.rows_view.chosen.connect(self._choose)
        self.rows_view.state_wanted.connect(self._mark_row)
        self.session_box.activated.connect(self._take_session)
        self.order_box.activated.connect(self._take_order)
        self.sessions_button.toggled.connect(self._show_sessions)
        self.leave_button.clicked.connect(self.go_back)
        self.walk_in_button.clicked.connect(lambda: self._show_walk_in(True))
        self.walk_in.closed.connect(lambda: self._show_walk_in(False))
        self.walk_in.added.connect(self._added)
        walk_in = QShortcut(QKeySequence("Ctrl+W"), self)
        walk_in.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        walk_in.activated.connect(lambda: self._show_walk_in(True))

    def _dress(self) -> None:
        self.sessions_part.setFixedWidth(self._look.px(SESSIONS))

    # ---- showing ----
    def _show_line(self, sheet: SheetShown) -> None:
        self.promise_label.setText(sheet.trouble or sheet.promise or "Type a row number or some letters of a name.")
        self._ink("warning" if sheet.trouble else "accent" if sheet.promise else "soft")
        self.mark_button.setText(sheet.button)
        able = bool(sheet.promise)
        for button in (self.mark_button, self.excused_button, self.absent_button, self.expected_button):
            button.setEnabled(able)

    def _show_choices(self, sheet: SheetShown) -> None:
        choices = [
            (self.session_box.itemData(n), self.session_box.itemText(n)) for n in range(self.session_box.count())
        ]
        if choices != list(sheet.sessions):
            self.session_box.clear()
            for session, words in sheet.sessions:
                self.session_box.addItem(words, session)
        self.session_box.setCurrentIndex([session for session, _words in sheet.sessions].index(sheet.session))
        self.order_box.setCurrentIndex(self.order_box.findData(sheet.order))

    def _show_first_coming(self, sheet: SheetShown) -> None:
        first = next((row for row, one in enumerate(sheet.rows) if one.coming), None)
        if first is not None:
            self.rows_view.scrollTo(self._model.index(first, 0))

    def _ink(self, ink: str) -> None:
        restyle(self.promise_label, "ink", ink)

    def _fault(self, sentence: str) -> None:
        """Tints the field where Enter could not read it."""
        restyle(self.tick_edit, "fault", "error" if sentence else "")
        self.tick_edit.setAccessibleDescription(sentence)
        if sentence:
            self._ink("error")

    def _show_sessions(self, shown: bool) -> None:
        self.sessions.save()
        self.sessions_part.setVisible(shown)
        self.side_rule.setVisible(shown)

    def _show_walk_in(self, shown: bool) -> None:
        self.walk_in_place.setVisible(shown)
        if not shown:
            self.tick_edit.setFocus()
        elif self._sheet is not None:
            self.walk_in.begin(self._sheet.nobody)

    def _empty_field(self) -> None:
        """Not `clear`, which the field would remember as a step of its own that Undo takes back."""
        self.tick_edit.setText("")

    # ---- what the officer does ----
    def _typed(self, line: str) -> None:
        if self._presenter is not None:
            self._fault("")
            self._presenter.type(line)

    def _mark(self, state: str) -> None:
        if self._presenter is None or self._sheet is None:
            return
        if self._presenter.mark(state):
            self._empty_field()
        elif self._sheet.trouble:
            self._fault(self._sheet.trouble)
        self.tick_edit.setFocus()

    def _mark_row(self, state: str) -> None:
        row = self.rows_view.current()
        if self._presenter is not None and row is not None:
            self._presenter.mark_row(row.key, state)
            self._step(1)

    def _step(self, by: int) -> None:
        """Goes to another row; the field keeps the keys."""
        rows = self._model.records
        if self._presenter is None or not rows:
            return
        here = self.rows_view.currentIndex().row()
        there = here + by if here >= 0 else 0
        self._presenter.choose(rows[min(max(there, 0), len(rows) - 1)].key)

    def _choose(self) -> None:
        row = self.rows_view.current()
        if self._presenter is not None and not self._showing and row is not None:
            self._presenter.choose(row.key)

    def _take_session(self, place: int) -> None:
        if self._presenter is not None:
            self._presenter.take_session(self.session_box.itemData(place))
            self.tick_edit.setFocus()

    def _take_order(self, place: int) -> None:
        if self._presenter is not None:
            self._presenter.take_order(self.order_box.itemData(place))
            self.tick_edit.setFocus()

    def _added(self, key: int) -> None:
        self._show_walk_in(False)
        self._empty_field()
        self._showing = True
        self.rows_view.choose(key)
        self._showing = False
