"""The Outcomes page: agenda items, what was decided with each as sentences, the entry line, the ladder of verbs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from bali_desk.gui import forms
from bali_desk.gui.look import Look
from bali_desk.gui.outcomes.ladder import Ladder
from bali_desk.gui.outcomes.outcome_entry import OutcomeEntry
from bali_desk.gui.outcomes.reading import show_reading
from bali_desk.gui.outcomes.recorded import Recorded
from bali_desk.gui.outcomes.sides import CHIPS, OutcomeSides
from bali_desk.gui.panels import between
from bali_desk.gui.plain import one_line, tip
from bali_desk.gui.shortcuts import within
from bali_desk.gui.tables import Column, RecordTable, RecordView

if TYPE_CHECKING:
    from bali_desk.presenters.outcomes.entry import Entry
    from bali_desk.presenters.outcomes.language import Reading, Rung
    from bali_desk.presenters.outcomes.presenter import OutcomesPresenter
    from bali_desk.presenters.outcomes.rows import Choice, Heading, ItemRow, OutcomeRow
    from bali_desk.presenters.outcomes.side_lists import PlanHead
    from bali_desk.presenters.outcomes.words_known import WordsKnown
    from bali_desk.presenters.side_list import SideRow

ITEMS, ITEMS_NARROW, SIDE, SIDE_NARROW = 248, 170, 276, 214  # widths at ten points


class OutcomesPage(QWidget):
    """Who did what, recorded as it happens."""

    items_panel: QWidget
    side_panel: QWidget
    items_view: RecordView
    number_title: QLabel
    title_label: QLabel
    times_label: QLabel
    outcomes_view: QListView
    empty_label: QLabel
    entry_holder: QWidget
    reading_label: QLabel
    reading_area: QScrollArea
    advice_label: QLabel
    side_stack: QStackedWidget
    ladder_view: QListView

    page_wanted = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "outcomes_page")
        self._look = look
        self._presenter: OutcomesPresenter | None = None
        self._reading: Reading | None = None
        self._title = ""
        self.entry = _held(OutcomeEntry(look), self.entry_holder)
        self.sides = OutcomeSides(look, self.side_panel, self.side_stack)
        self._furnish_lists()
        self._recorded = Recorded(look, self.outcomes_view, self.empty_label)
        self._ladder, self._keys = Ladder(look, self.ladder_view), self._recorded.keys
        self.entry.stand_after(self.outcomes_view)
        self._connect()
        self._measure()
        look.changed.connect(self._measure)

    def attach(self, presenter: OutcomesPresenter) -> None:
        """Work for this meeting from now on."""
        if self._presenter is not None:
            self._presenter.leave()
        self._presenter = presenter
        self.sides.use(presenter)

    def save(self) -> bool:
        """Keep what is being typed, an entry that was not recorded yet included."""
        entry = self.entry.entry()
        if self._presenter is not None and entry is not None:
            self._presenter.flush(entry)
        return self.sides.save()

    def open_at(self, handle: str) -> None:
        """Show the outcome, the agenda item or the action with this handle."""
        if self._presenter is None:
            return
        action = self._presenter.action_of(handle)
        if action is not None:
            self.sides.show_action(action)
            return
        self._presenter.show_outcome(handle)
        self.entry.what_edit.setFocus()

    # ---- what the presenter shows ----
    def show_items(self, rows: Sequence[ItemRow], chosen: int | None) -> None:
        """The agenda items and which one is chosen."""
        self._keys.items = rows
        with QSignalBlocker(self.items_view):
            self._item_model.show(rows)
            self.items_view.choose(chosen)

    def show_outcomes(self, heading: Heading, rows: Sequence[OutcomeRow], chosen: int | None) -> None:
        """The outcomes of the chosen item; the one in the entry line is chosen."""
        self.number_title.setText(heading.number)
        self.number_title.setVisible(bool(heading.number))
        self._title = heading.title
        self._elide_title()
        self.title_label.setToolTip(tip(heading.title))
        self.times_label.setText(heading.times)
        self._recorded.show(rows, chosen)

    def show_ladder(self, rungs: Sequence[Rung]) -> None:
        """The verbs, weak to strong."""
        self._ladder.show(rungs)
        self.entry.show_verbs([rung.verb for rung in rungs])

    def show_choices(self, known: WordsKnown, plan: Sequence[Choice], papers: Sequence[Choice]) -> None:
        """What may be completed or chosen."""
        self.entry.show_choices(known, plan, papers)
        self.sides.show_known(known)

    def show_entry(self, entry: Entry) -> None:
        """What stands in the entry line."""
        self.entry.show_entry(entry)

    def show_reading(self, reading: Reading) -> None:
        """How it will read, and the rung of the ladder it stands on."""
        self._reading = reading
        self.entry.show_asked(reading.asks, reading.due)
        show_reading(self._look, self.reading_label, reading)
        self._fit_reading()
        self.advice_label.setText("\n".join(reading.advice))
        self.advice_label.setVisible(bool(reading.advice))
        self._ladder.point_to(reading.rung)

    def show_fault(self, field: str, sentence: str) -> None:
        """What is wrong with a field of the entry line."""
        self.entry.show_fault(field, sentence)

    def show_lists(
        self,
        actions: Sequence[SideRow],
        plan: PlanHead,
        lines: Sequence[SideRow],
        events: Sequence[SideRow],
        interventions: Sequence[SideRow],
    ) -> None:
        """Actions, work plan, events and interventions."""
        self.sides.show_lists(actions, plan, lines, events, interventions)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What gets another width is fitted anew."""
        if event.type() == QEvent.Type.Resize and watched is self.title_label:
            self._elide_title()
        elif event.type() == QEvent.Type.Resize and watched is self.reading_area.viewport():
            self._fit_reading()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """The page comes to the front: she may type at once, unless she is walking along the tabs."""
        super().showEvent(event)
        if not isinstance(self.window().focusWidget(), QTabBar):
            self.entry.start()

    # ---- inner ----
    def _furnish_lists(self) -> None:
        item: Column[ItemRow] = Column(
            "",
            lambda row: f"{row.number}  {row.title}".strip(),
            indent=lambda row: row.depth,
            dot=lambda row: "warning" if row.wants else "",
            tip=lambda row: tip(row.title),
        )
        count: Column[ItemRow] = Column("", _count, "right", ink=lambda _row: "soft")
        self._item_model = RecordTable([item, count], lambda row: row.item_id, self)
        self.items_view.furnish(self._look, self._item_model, (180, 46), 0, head=False)
        for watched in (self.title_label, self.reading_area.viewport()):
            watched.installEventFilter(self)

    def _connect(self) -> None:
        self.items_view.chosen.connect(self._choose_item)
        self.outcomes_view.doubleClicked.connect(lambda _index: self._edit())
        self._ladder.taken.connect(self.entry.take_verb)
        self.entry.typed.connect(self._tell_typed)
        self.entry.idle.connect(self._keep)
        self.entry.entered.connect(self._record)
        self.entry.new_wanted.connect(self._begin)
        self.entry.verb_step.connect(lambda by: self.entry.climb_to(self._ladder.step(by)))
        self.entry.item_step.connect(self._step_item)
        self.entry.list_wanted.connect(self._recorded.enter)
        for key, does in (("Ctrl+I", self.sides.note_intervention), ("Ctrl+G", self._go_to_block)):
            within(self, key, does)
        for place in range(len(CHIPS)):
            within(self, f"Alt+{place + 1}", partial(self.sides.front, place))
        within(self.side_panel, "Esc", self._leave_sides)
        self._recorded.sentences.block_wanted.connect(self._show_block)
        self._keys.block_wanted.connect(self._show_block)
        self._keys.leave_wanted.connect(self.entry.start)
        self._keys.carry_wanted.connect(self._carry)
        self._keys.edit_wanted.connect(self._edit)
        self._keys.delete_wanted.connect(lambda outcome: self._presenter_does("delete", outcome))
        self._keys.move_wanted.connect(lambda outcome, by: self._presenter_does("move", outcome, by))
        self._keys.item_wanted.connect(lambda outcome, item: self._presenter_does("move_to_item", outcome, item))

    def _presenter_does(self, what: str, *given: object) -> None:
        if self._presenter is not None:
            getattr(self._presenter, what)(*given)

    def _leave_sides(self) -> None:
        self.sides.leave()
        self.entry.start()

    def _elide_title(self) -> None:
        room = max(self.title_label.width(), self._look.px(220))
        elided = self.title_label.fontMetrics().elidedText(one_line(self._title), Qt.TextElideMode.ElideRight, room)
        self.title_label.setText(elided)

    def _fit_reading(self) -> None:
        """As high as the words that will print, up to five lines; more scroll."""
        wide = self.reading_area.viewport().width() or self._look.px(600)
        high = self.reading_label.heightForWidth(wide)
        line = self.reading_label.fontMetrics().lineSpacing()
        self.reading_area.setFixedHeight(min(max(high, line), 5 * line + 4))

    def _measure(self) -> None:
        between(self.items_panel, self._look.px(ITEMS_NARROW), self._look.px(ITEMS))
        between(self.side_panel, self._look.px(SIDE_NARROW), self._look.px(SIDE))
        if self._reading is not None:
            self.show_reading(self._reading)

    def _tell_typed(self) -> None:
        entry = self.entry.entry()
        if self._presenter is not None and entry is not None:
            self._presenter.typed(entry)
            self.entry.show_offers(self._presenter.offers(self.entry.before_cursor()))

    def _keep(self) -> None:
        entry = self.entry.entry()
        if self._presenter is not None and entry is not None:
            self._presenter.keep(entry)

    def _record(self) -> None:
        entry = self.entry.entry()
        if self._presenter is not None and entry is not None and self._presenter.record(entry):
            self.entry.start()
            if entry.outcome_id is None:
                self._recorded.choose_last()
            self.outcomes_view.scrollToBottom()

    def _begin(self) -> None:
        """Esc: what is typed is kept, and a new outcome begins."""
        entry = self.entry.entry()
        if self._presenter is not None and entry is not None:
            self._presenter.keep(entry)
            self._presenter.choose_outcome(None)
            self.entry.start()

    def _edit(self) -> None:
        outcome, entry = self._chosen_outcome(), self.entry.entry()
        if self._presenter is not None and outcome is not None and entry is not None:
            self._presenter.flush(entry)
            self._presenter.choose_outcome(outcome)
            self.entry.what_edit.setFocus()

    def _step_item(self, by: int) -> None:
        """PgUp and PgDn: what is typed is recorded, and the next agenda item is in hand; a wrong date comes first."""
        entry = self.entry.entry()
        if self._presenter is not None and entry is not None and self._presenter.flush(entry):
            self._presenter.step_item(by)
            self.entry.start()

    def _carry(self, outcome: int, by: int) -> None:
        entry = self.entry.entry()
        if self._presenter is not None and entry is not None:
            self._presenter.flush(entry)
            self._presenter.carry(outcome, by)
            self._recorded.choose(outcome)

    def _go_to_block(self) -> None:
        """Ctrl+G: to the paragraph that tells the outcome in hand or the chosen one; without one, to the text."""
        entry = self.entry.entry()
        in_hand = entry.outcome_id if entry is not None else None
        self._show_block(in_hand if in_hand is not None else self._chosen_outcome())

    def _show_block(self, outcome: int | None) -> None:
        if self._presenter is not None:
            self.page_wanted.emit("statement", self._presenter.block_of(outcome))

    def _choose_item(self) -> None:
        row: ItemRow | None = self.items_view.current()
        entry = self.entry.entry()
        if self._presenter is not None and row is not None and entry is not None:
            self._presenter.flush(entry)
            self._presenter.choose_item(row.item_id)

    def _chosen_outcome(self) -> int | None:
        return self._recorded.chosen()


def _held(widget: Any, holder: QWidget) -> Any:
    layout = holder.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.addWidget(widget)
    return widget


def _count(row: ItemRow) -> str:
    return str(row.count) if row.count or row.wants else "–"
