"""The pages of a meeting and those of the whole desk, loaded when first shown.

Six pages of a meeting stand behind tabs; others are reached from one of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

from bali_desk.gui.look import Look

if TYPE_CHECKING:
    from bali_desk.presenters.workshop import Workshop

PAGES = ("overview", "agenda", "participants", "outcomes", "statement", "documents")
WITHIN = {"tick_in": "participants", "registration": "participants"}  # pages without a tab, and whence one goes there
ALONE = ("tick_in",)  # pages that fill the window: no tabs, no list of meetings
DESK_PAGES = {
    "persons": "persons",
    "decisions": "decisions",
    "work_plan": "plan",
    "agreed": "language",
}  # each with its icon, below the list of meetings
ALL_MEETINGS = "all meetings of this desk"
CONCERNS = {"work_plan": "all meetings of this body"}  # where it is not all meetings
TITLES = {name: name.capitalize() for name in (*PAGES, *DESK_PAGES)} | {
    "work_plan": "Work plan",
    "agreed": "Agreed language",
    "tick_in": "Tick in",
    "registration": "Import registrations",
}
LETTERS = {"tick_in": "Ctrl+T", "registration": "Ctrl+Shift+I", "agreed": "Ctrl+Shift+A"}  # nine keys are numbers
KEYS = LETTERS | {
    name: f"Ctrl+{number}"
    for number, name in enumerate((name for name in (*PAGES, *DESK_PAGES) if name not in LETTERS), 1)
}


class Presenter(Protocol):
    """Whoever decides what a page shows."""

    @property
    def leave(self) -> Callable[[], None]:
        """Ends its listening to the desk."""


class Page(Protocol):
    """What the window wants of a page, which is a widget beside that."""

    def attach(self, presenter: Any) -> None:
        """Works for this presenter from now on, and lets the one before go."""

    def save(self) -> object:
        """Keeps what is being typed."""


def make_page(name: str, look: Look, parent: QWidget) -> QWidget:
    """The page called so."""
    if name == "overview":
        from bali_desk.gui.overview.overview_page import OverviewPage

        return OverviewPage(look, parent)
    if name == "agenda":
        from bali_desk.gui.agenda.agenda_page import AgendaPage

        return AgendaPage(look, parent)
    if name == "participants":
        from bali_desk.gui.participants.participants_page import ParticipantsPage

        return ParticipantsPage(look, parent)
    if name == "tick_in":
        from bali_desk.gui.tick_in.tick_in_page import TickInPage

        return TickInPage(look, parent)
    if name == "registration":
        from bali_desk.gui.registration.registration_page import RegistrationPage

        return RegistrationPage(look, parent)
    if name == "outcomes":
        from bali_desk.gui.outcomes.outcomes_page import OutcomesPage

        return OutcomesPage(look, parent)
    if name == "statement":
        from bali_desk.gui.statement.statement_page import StatementPage

        return StatementPage(look, parent)
    if name == "persons":
        from bali_desk.gui.persons.persons_page import PersonsPage

        return PersonsPage(look, parent)
    if name == "decisions":
        from bali_desk.gui.decisions.decisions_page import DecisionsPage

        return DecisionsPage(look, parent)
    if name == "agreed":
        from bali_desk.gui.agreed.agreed_page import AgreedPage

        return AgreedPage(look, parent)
    if name == "work_plan":
        from bali_desk.gui.work_plan.work_plan_page import WorkPlanPage

        return WorkPlanPage(look, parent)
    from bali_desk.gui.documents.documents_page import DocumentsPage

    return DocumentsPage(look, parent)


def make_presenter(name: str, workshop: Workshop, page: Any, meeting_id: int) -> Presenter:
    """The presenter of the page called so, for a meeting; for a page of the desk, that is the one that is open."""
    makers: dict[str, Callable[[Any, int], Presenter]] = {
        "overview": workshop.overview,
        "agenda": workshop.agenda,
        "participants": workshop.participants,
        "tick_in": workshop.tick_in,
        "registration": workshop.registration,
        "outcomes": workshop.outcomes,
        "statement": lambda page, meeting: workshop.statement(page, meeting, page.hand.agreed, page.hand.checks),
        "documents": workshop.documents,
        "persons": workshop.persons,
        "decisions": workshop.decisions,
        "agreed": lambda page, _meeting: workshop.agreed(page),
        "work_plan": workshop.work_plan,
    }
    return makers[name](page, meeting_id)
