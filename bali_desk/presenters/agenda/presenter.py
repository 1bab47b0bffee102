"""What the agenda page shows and does."""

from __future__ import annotations

from typing import Protocol

from sqlmodel import col, select

from bali_desk.domain.models import AgendaItem, Delegation
from bali_desk.presenters.agenda.fields import AgendaFields
from bali_desk.presenters.agenda.order import AgendaOrder
from bali_desk.presenters.agenda.papers import AgendaPapers
from bali_desk.presenters.agenda.paste import AgendaPaste
from bali_desk.presenters.agenda.rows import AgendaShown, ItemShown, PaperShown
from bali_desk.presenters.agenda.showing import item_shown
from bali_desk.presenters.agenda.state import FRAME, AgendaState
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.outgoing import Outgoing
from bali_desk.presenters.person_names import renames
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step


class AgendaView(Protocol):
    """What the presenter may ask of the page."""

    def show_agenda(self, agenda: AgendaShown) -> None:
        """Show these lines."""

    def show_item(self, item: ItemShown | None) -> None:
        """Show everything of the chosen item; None where there is none."""


class AgendaPresenter:
    """Shows the agenda and the chosen item; `fields`, `order`, `papers` and `paste` change them."""

    def __init__(self, desk: Desk, view: AgendaView, ask: Ask, meeting_id: int) -> None:
        self._desk = desk
        self._view = view
        self._chosen: int | None = None
        self._state = AgendaState(desk, meeting_id)
        self.fields = AgendaFields(desk, self._state)
        self.order = AgendaOrder(desk, ask, self._state)
        self.papers = AgendaPapers(desk, ask, meeting_id)
        self.outgoing = Outgoing(desk, ask, meeting_id)
        self.paste = AgendaPaste(desk, ask, self._state)
        self.leave = desk.listen(self._on_change)
        self._show()

    def choose(self, key: int | None) -> None:
        """The officer went to this item."""
        self._chosen = key
        self._show_item()

    def key_of(self, handle: str) -> int | None:
        """The item with this handle; None when there is none."""
        return next((line.item.id for line in self._state.lines if line.item.handle == handle), None)

    def fold(self, key: int, folded: bool | None = None) -> None:
        """Fold the sub-items of an item away or show them; with None, the other of the two."""
        line = self._state.line(key)
        if line is None or not line.is_parent:
            return
        now = key in self._state.folded
        if folded is None or folded != now:
            self._state.folded ^= {key}
            self._state.arrange()
            self._view.show_agenda(self._state.shown)

    def unfold_to(self, key: int) -> None:
        """Show an item that is folded away."""
        line = self._state.line(key)
        while line is not None and line.item.parent_id is not None:
            self.fold(line.item.parent_id, folded=False)
            line = self._state.line(line.item.parent_id)

    def known_leads(self) -> list[str]:
        """Short names of the co-chairs, in their order."""
        return list(self._state.leads.values())

    def known_presenters(self) -> list[str]:
        """Names to complete a presenter with: delegations, those already presenting, and the meeting's persons."""
        with self._desk.reading() as session:
            ours = select(Delegation.name).where(Delegation.meeting_id == self._state.meeting_id)
            delegations = session.exec(ours.order_by(col(Delegation.sequence))).all()
        names = self._state.names
        typed = [one for line in self._state.lines for one in line.item.presenters if one not in names]
        return list(dict.fromkeys([*delegations, *typed, *names.values()]))

    def papers_to_add(self) -> list[PaperShown]:
        """The meeting's papers that the chosen item does not have yet."""
        line = self._state.line(self._chosen)
        taken = {self._state.handles.get(handle) for handle in line.item.papers} if line else set()
        return [paper for paper in self._state.papers if paper.key not in taken]

    def _on_change(self, step: Step) -> None:
        renamed = renames(step)
        if renamed:
            self._state.read_names()
        if (renamed or step.touches(AgendaItem, *FRAME)) and self._state.follow(step):
            self._show()

    def _show(self) -> None:
        self._view.show_agenda(self._state.shown)
        self._show_item()

    def _show_item(self) -> None:
        line = self._state.line(self._chosen)
        if line is None:
            self._view.show_item(None)
            return
        state = self._state
        self._view.show_item(item_shown(line, state.meeting, state.sessions, state.names, state.papers, state.handles))
