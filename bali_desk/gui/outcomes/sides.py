"""The right side of the Outcomes page beyond the ladder, edited in place: actions, work plan, events, interventions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from bali_desk.gui.fields import Fields
from bali_desk.gui.look import Look
from bali_desk.gui.side_list_editor import Part, SideListEditor

if TYPE_CHECKING:
    from bali_desk.presenters.outcomes.presenter import OutcomesPresenter
    from bali_desk.presenters.outcomes.side_lists import PlanHead
    from bali_desk.presenters.outcomes.words_known import WordsKnown
    from bali_desk.presenters.side_list import SideRow

Kind = TypeVar("Kind", bound=QWidget)
ACTION_PARTS = (
    Part("text", "What", long=True),
    Part("owner", "Owner"),
    Part("due", "Due", hint="15 September 2017"),
    Part("status", "Status", choices=("open", "done", "superseded")),
)
LINE_PARTS = (Part("text", "Line", long=True), Part("status", "Status"))
EVENT_PARTS = (
    Part("name", "Name", long=True),
    Part("start", "From", hint="August 2017"),
    Part("end", "To"),
    Part("place", "Place"),
    Part("note", "Note", long=True),
)
FLOOR_PARTS = (Part("who", "Who", hint="Thailand"), Part("text", "Said", long=True))
CHIPS = ("verbs_chip", "actions_chip", "plan_chip", "events_chip", "floor_chip")  # in the order of the stack
PLAN_FIELDS = {"title": "plan_title_edit", "from_": "plan_from_edit", "to": "plan_to_edit"}


class OutcomeSides(QObject):
    """Fills the panel that the form lays out."""

    def __init__(self, look: Look, panel: QWidget, stack: QStackedWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self._presenter: OutcomesPresenter | None = None
        self.actions = self._editor(SideListEditor(look, ACTION_PARTS, "Add action"), "actions_holder")
        self.plan = self._editor(SideListEditor(look, LINE_PARTS, "Add line"), "plan_holder")
        self.events = self._editor(SideListEditor(look, EVENT_PARTS, "Add event"), "events_holder")
        self.floor = self._editor(SideListEditor(look, FLOOR_PARTS, "Intervention"), "floor_holder")
        self._typed = Fields()
        self._plan_fields = {
            name: self._typed.line(self._child(QLineEdit, edit), partial(self._keep_plan, name))
            for name, edit in PLAN_FIELDS.items()
        }
        for place, name in enumerate(CHIPS):
            chip = self._child(QPushButton, name)
            chip.setAutoExclusive(True)
            chip.clicked.connect(lambda _on=False, place=place: stack.setCurrentIndex(place))

    def front(self, place: int) -> None:
        """Brings a part to the front, the keyboard in its list."""
        self._child(QPushButton, CHIPS[place]).click()
        editors = (None, self.actions, self.plan, self.events, self.floor)
        editor = editors[place]
        if editor is None:
            self._child(QListView, "ladder_view").setFocus()
        else:
            editor.start()

    def note_intervention(self) -> None:
        """A new intervention on the item in hand, the cursor where its speaker is typed."""
        self._child(QPushButton, "floor_chip").click()
        self.floor.add()

    def leave(self) -> None:
        """She goes back to the entry line: an intervention of which nothing was noted is none."""
        if self.floor.isVisible():
            self.floor.drop_empty()

    def show_known(self, known: WordsKnown) -> None:
        """Who may be completed where one is named."""
        self.floor.complete("who", known.delegations)
        self.actions.complete("owner", known.subjects)

    def use(self, presenter: OutcomesPresenter) -> None:
        """Keep what is typed with this presenter's lists from now on."""
        self._presenter = presenter
        self.actions.use(presenter.actions)
        self.plan.use(presenter.plan)
        self.events.use(presenter.events)
        self.floor.use(presenter.interventions)

    def show_lists(
        self,
        actions: Sequence[SideRow],
        plan: PlanHead,
        lines: Sequence[SideRow],
        events: Sequence[SideRow],
        interventions: Sequence[SideRow],
    ) -> None:
        """The lists as they stand."""
        self.actions.show_rows(actions)
        self.plan.show_rows(lines)
        self.events.show_rows(events)
        self.floor.show_rows(interventions)
        for name, field in self._plan_fields.items():
            field.show(getattr(plan, name))

    def show_action(self, action_id: int) -> None:
        """Brings the actions to the front, with this one chosen."""
        self._child(QPushButton, "actions_chip").click()
        self.actions.rows_view.choose(action_id)
        self.actions.rows_view.setFocus()

    def save(self) -> bool:
        """Keep what is being typed."""
        lists = [editor.save() for editor in (self.actions, self.plan, self.events, self.floor)]
        return self._typed.save() and all(lists)

    def _keep_plan(self, name: str, text: str) -> None:
        if self._presenter is not None:
            self._presenter.plan.change_head(name, text)

    def _editor(self, editor: SideListEditor, holder: str) -> SideListEditor:
        layout = self._child(QWidget, holder).layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(editor)
        return editor

    def _child(self, kind: type[Kind], name: str) -> Kind:
        found = self._panel.findChild(kind, name)
        assert found is not None
        return found
