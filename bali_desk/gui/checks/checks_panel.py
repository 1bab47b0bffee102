"""The panel beside the statement in which the findings of the draft checks are gone through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from bali_desk.gui import forms
from bali_desk.gui.checks.finding_list import FindingList
from bali_desk.gui.look import Look
from bali_desk.gui.plain import tip
from bali_desk.presenters.checks.kept import SCOPES
from bali_desk.presenters.checks.rows import FindingRow, KeptRow, Mark

if TYPE_CHECKING:
    from bali_desk.presenters.checks.presenter import ChecksPresenter

CLEAN = "The checks find nothing to see to."
WAITING = "The text is checked when you pause."


class ChecksPanel(QWidget):
    """Goes from finding to finding, mends, and lets stand."""

    list_holder: QWidget
    words_label: QLabel
    notes_button: QPushButton
    hand_box: QWidget
    fix_button: QPushButton
    fix_all_button: QPushButton
    reason_edit: QLineEdit
    scope_box: QComboBox
    keep_button: QPushButton
    help_area: QScrollArea
    help_label: QLabel
    help_button: QPushButton
    kept_box: QWidget
    kept_combo: QComboBox
    again_button: QPushButton

    counted = Signal(int, int)  # errors, warnings
    place_wanted = Signal(int, int, int)  # block, from, to
    marked = Signal(object)  # marks by block
    text_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "checks_panel")
        self._look = look
        self._presenter: ChecksPresenter | None = None
        self._rows: Sequence[FindingRow] = ()
        self._in_hand = ""
        self._seen: str | None = None  # the finding the text has shown last
        self._waits = self._follows = False  # one was seen to: for the next, and whether the text follows to it
        self._may_keep = True  # not with the Enter that has let the one before stand
        self.findings = FindingList(look, self.list_holder)
        self.findings.setAccessibleName("Findings of the draft checks")
        layout = self.list_holder.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(self.findings)
        for scope, words in SCOPES.items():
            self.scope_box.addItem(words.capitalize(), scope)
        self._connect()
        self.words_label.setText(WAITING)
        self._show_hand(None)
        self.kept_box.hide()
        self.notes_button.hide()
        look.changed.connect(self._draw_anew)
        self._draw_anew()

    def attach(self, presenter: ChecksPresenter | None) -> None:
        """Works for this meeting from now on."""
        self._presenter = presenter
        self.words_label.setText(WAITING)
        self._rows = ()
        self._seen, self._may_keep = None, True
        self._waits = self._follows = False
        self.findings.show_rows(())
        self.marked.emit({})

    def go(self, way: int) -> None:
        """On to the next finding, with -1 back to the one before, with 0 to where she is in the list."""
        if way:
            row = self.findings.current()
            unseen = row is not None and row.key != self._seen and not self._waits
            if way < 0 or not unseen:  # one that took the place of one seen to comes first
                self.findings.go(way)
            self._waits, self._may_keep = False, True
            self._go_there()
        else:
            self.findings.setFocus()

    def stay(self) -> None:
        """She works in the text meanwhile: it does not run away from under her."""
        self._follows = False

    def fix(self) -> None:
        """Mend the finding in hand."""
        row = self.findings.current()
        if row is not None:
            self._do("fix", row.key)
            if row.fix is not None:
                self._wait_for_next()

    # ---- what the presenter shows ----
    def show_findings(self, rows: Sequence[FindingRow], kept: Sequence[KeptRow]) -> None:
        """What counts, and what was let stand."""
        self._rows = rows
        self._show_rows()
        if self._follows:
            self._go_there()
        self._waits = self._follows = False
        self.kept_combo.clear()
        for one in kept:
            self.kept_combo.addItem(f"“{one.quote}”  {one.reason or one.title}", one.kept_id)  # cut off at its end
            self.kept_combo.setItemData(self.kept_combo.count() - 1, tip(one.title), Qt.ItemDataRole.ToolTipRole)
        self.kept_box.setVisible(bool(kept))
        counts = [sum(row.severity == severity for row in rows) for severity in ("error", "warning")]
        self.counted.emit(*counts)

    def show_marks(self, found: Mapping[int, Sequence[Mark]]) -> None:
        """The text marks them."""
        self.marked.emit(found)

    # ---- inner ----
    def _show_rows(self) -> None:
        """Errors and warnings; notes on style only once she asks for them."""
        notes, asked = sum(row.severity == "info" for row in self._rows), self.notes_button.isChecked()
        shown = [row for row in self._rows if asked or row.severity != "info"]
        self.words_label.setText(CLEAN if not shown else "")
        self.words_label.setVisible(not shown)
        self.notes_button.setVisible(bool(notes))
        many = "1 note on style" if notes == 1 else f"{notes} notes on style"
        self.notes_button.setText(f"Hide {many}" if asked else f"Show {many}")
        self.findings.show_rows(shown)

    def _connect(self) -> None:
        self.notes_button.toggled.connect(lambda _on: self._show_rows())
        self.findings.chosen.connect(self._show_hand)
        for signal in (self.findings.clicked, self.findings.text_wanted):
            signal.connect(self._go_in_list)
        self.findings.text_wanted.connect(self.text_wanted)
        self.fix_button.clicked.connect(self.fix)
        self.fix_all_button.clicked.connect(self._fix_alike)
        self.keep_button.clicked.connect(self._keep)
        self.reason_edit.returnPressed.connect(self._keep_by_enter)
        self.reason_edit.textEdited.connect(lambda _words: self._allow_keeping())
        self.help_button.toggled.connect(lambda _on: self._show_help())
        self.again_button.clicked.connect(self._count_again)

    def _show_hand(self, row: FindingRow | None) -> None:
        if row is None and self.reason_edit.hasFocus():
            self.findings.setFocus()  # or the next Enter would land in the text
        self.hand_box.setVisible(row is not None)
        if row is None:
            self._show_help()
            return
        self.fix_button.setVisible(row.fix is not None)
        self.fix_button.setText(f"Put “{row.fix}”" if row.fix else "Take it out")
        self.fix_all_button.setVisible(row.fix is not None and row.alike > 1)
        self.fix_all_button.setText(f"Fix all {row.alike} of this kind")
        if row.key != self._in_hand:
            self._in_hand = row.key
            self.reason_edit.clear()
        self._show_help()
        if self.findings.hasFocus():
            self._go_in_list()

    def _show_help(self) -> None:
        """The page of help stands in the place of the list, which goes on underneath."""
        row, on = self.findings.current(), self.help_button.isChecked()
        shown = on and row is not None
        self.help_button.setText("Back to the list" if shown else "About this check")
        self.help_area.setVisible(shown)
        self.list_holder.setVisible(not shown)
        if shown and row is not None and self._presenter is not None:
            self.help_label.setText(self._presenter.help(row.key))

    def _go_there(self) -> None:
        row = self.findings.current()
        self._seen = row.key if row is not None else None
        if row is not None and row.block_id is not None:
            self.place_wanted.emit(row.block_id, row.start, row.end)

    def _go_in_list(self, *_where: object) -> None:
        self._may_keep = True
        self._go_there()

    def _allow_keeping(self) -> None:
        self._may_keep = True

    def _keep_by_enter(self) -> None:
        if self._may_keep:
            self._keep()

    def _keep(self) -> None:
        """Let the finding in hand stand; one she has not seen yet is shown first."""
        row = self.findings.current()
        if row is None or self._waits or self._presenter is None:
            return
        if row.key != self._seen:
            self._go_there()
        elif self._presenter.let_stand(row.key, self.scope_box.currentData(), self.reason_edit.text()):
            self.reason_edit.clear()
            self._may_keep = False
            self._wait_for_next()

    def _fix_alike(self) -> None:
        row = self.findings.current()
        if row is not None:
            self._do("fix_alike", row.key)
            self._wait_for_next()

    def _wait_for_next(self) -> None:
        """Whatever takes its place is not seen yet, even where it has the same words and so the same key."""
        self._seen = None
        self._waits = self._follows = True

    def _count_again(self) -> None:
        if self.kept_combo.currentIndex() >= 0:
            self._do("count_again", self.kept_combo.currentData())

    def _do(self, what: str, *words: object) -> None:
        if self._presenter is not None:
            getattr(self._presenter, what)(*words)

    def _draw_anew(self) -> None:
        self.fix_button.setIcon(self._look.icon("ok", "on_accent"))
        self.findings.doItemsLayout()
