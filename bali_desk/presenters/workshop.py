"""The one place that makes presenters. Each is loaded when its page is first opened."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bali_desk.presenters.ask import Ask, Jobs

if TYPE_CHECKING:
    from bali_desk.presenters.agenda.presenter import AgendaPresenter, AgendaView
    from bali_desk.presenters.agreed.beside import BesideView
    from bali_desk.presenters.agreed.presenter import AgreedPresenter, AgreedView
    from bali_desk.presenters.checks.checking import Checking
    from bali_desk.presenters.checks.presenter import ChecksView
    from bali_desk.presenters.decisions.presenter import DecisionsPresenter, DecisionsView
    from bali_desk.presenters.documents.presenter import DocumentsPresenter, DocumentsView
    from bali_desk.presenters.frame import FramePresenter, FrameView
    from bali_desk.presenters.meetings.presenter import MeetingsPresenter, MeetingsView
    from bali_desk.presenters.outcomes.presenter import OutcomesPresenter
    from bali_desk.presenters.outcomes.unrecorded import Kept
    from bali_desk.presenters.outcomes.view import OutcomesView
    from bali_desk.presenters.overview.presenter import OverviewPresenter, OverviewView
    from bali_desk.presenters.participants.presenter import ParticipantsPresenter, ParticipantsView
    from bali_desk.presenters.persons.presenter import PersonsPresenter, PersonsView
    from bali_desk.presenters.registration.presenter import RegistrationPresenter, RegistrationView
    from bali_desk.presenters.statement.presenter import StatementPresenter, StatementView
    from bali_desk.presenters.templates.own import OwnTemplates
    from bali_desk.presenters.tick_in.presenter import TickInPresenter, TickInView
    from bali_desk.presenters.work_plan.presenter import WorkPlanPresenter, WorkPlanView
    from bali_desk.store.desk import Desk


class Workshop:
    """Hands the desk, the officer and the worker to whoever decides what a page shows."""

    def __init__(self, desk: Desk, ask: Ask, jobs: Jobs, own_templates: OwnTemplates | None = None) -> None:
        self.desk = desk
        self.ask = ask
        self.jobs = jobs
        self._own_templates = own_templates
        self.kept: Kept | None = None  # where the window keeps what is typed and not recorded yet

    def frame(self, view: FrameView) -> FramePresenter:
        """Title, stage, counts and undo round every page."""
        from bali_desk.presenters.frame import FramePresenter

        return FramePresenter(self.desk, view, self.ask, self.checking)

    def meetings(self, view: MeetingsView) -> MeetingsPresenter:
        """The list of meetings, and what makes, renames and removes them."""
        from bali_desk.presenters.meetings.presenter import MeetingsPresenter

        return MeetingsPresenter(self.desk, view, self.ask)

    def overview(self, view: OverviewView, meeting_id: int) -> OverviewPresenter:
        """The facts of a meeting and the road to its final text."""
        from bali_desk.presenters.overview.presenter import OverviewPresenter

        return OverviewPresenter(self.desk, view, self.ask, meeting_id, checking=self.checking)

    def agenda(self, view: AgendaView, meeting_id: int) -> AgendaPresenter:
        """The agenda with its minutes and papers."""
        from bali_desk.presenters.agenda.presenter import AgendaPresenter

        return AgendaPresenter(self.desk, view, self.ask, meeting_id)

    def participants(self, view: ParticipantsView, meeting_id: int) -> ParticipantsPresenter:
        """Delegations, persons and attendance."""
        from bali_desk.presenters.participants.presenter import ParticipantsPresenter

        return ParticipantsPresenter(self.desk, view, self.ask, meeting_id)

    def tick_in(self, view: TickInView, meeting_id: int) -> TickInPresenter:
        """Who came, marked in the printed order of the attendance sheet."""
        from bali_desk.presenters.tick_in.presenter import TickInPresenter

        return TickInPresenter(self.desk, view, self.ask, meeting_id)

    def registration(self, view: RegistrationView, meeting_id: int) -> RegistrationPresenter:
        """Registration sheets, read and taken row by row."""
        from bali_desk.presenters.registration.presenter import RegistrationPresenter

        return RegistrationPresenter(self.desk, view, self.ask, self.jobs, meeting_id)

    def persons(self, view: PersonsView, meeting_id: int) -> PersonsPresenter:
        """The directory of persons across meetings."""
        from bali_desk.presenters.persons.presenter import PersonsPresenter

        return PersonsPresenter(self.desk, view, self.ask, meeting_id)

    def decisions(self, view: DecisionsView, meeting_id: int) -> DecisionsPresenter:
        """The decisions and actions of all meetings."""
        from bali_desk.presenters.decisions.presenter import DecisionsPresenter

        return DecisionsPresenter(self.desk, view, self.ask, meeting_id)

    def outcomes(self, view: OutcomesView, meeting_id: int) -> OutcomesPresenter:
        """What the meeting did with each item."""
        from bali_desk.presenters.outcomes.presenter import OutcomesPresenter

        return OutcomesPresenter(self.desk, view, self.ask, meeting_id, self.kept)

    @cached_property
    def checking(self) -> Checking:
        """What checks statements beside the window, for every page that wants to know."""
        from bali_desk.presenters.checks.checking import Checking

        return Checking(self.desk, self.jobs)

    def statement(
        self,
        view: StatementView,
        meeting_id: int,
        beside: BesideView | None = None,
        found: ChecksView | None = None,
    ) -> StatementPresenter:
        """The Co-Chairs' text; `beside` shows how the paragraph in hand was said before, `found` what checks find."""
        from bali_desk.presenters.agreed.beside import BesidePresenter
        from bali_desk.presenters.checks.presenter import ChecksPresenter
        from bali_desk.presenters.statement.presenter import StatementPresenter
        from bali_desk.presenters.statement.spelling import SpellingPresenter

        wording = BesidePresenter(self.desk, beside, self.ask, self.jobs, meeting_id) if beside else None
        checks = ChecksPresenter(self.desk, found, self.ask, self.checking, meeting_id) if found else None
        spelling = SpellingPresenter(self.desk, self.ask, self.jobs, meeting_id)
        return StatementPresenter(self.desk, view, self.ask, meeting_id, wording, self.jobs, checks, spelling)

    def documents(self, view: DocumentsView, meeting_id: int) -> DocumentsPresenter:
        """Everything that goes out as a file."""
        from bali_desk.presenters.documents.presenter import DocumentsPresenter

        return DocumentsPresenter(self.desk, view, self.ask, self.jobs, meeting_id, self._own_templates)

    def agreed(self, view: AgreedView) -> AgreedPresenter:
        """Earlier statements and the search over all that was said before."""
        from bali_desk.presenters.agreed.presenter import AgreedPresenter

        return AgreedPresenter(self.desk, view, self.ask, self.jobs)

    def work_plan(self, view: WorkPlanView, meeting_id: int) -> WorkPlanPresenter:
        """The plan of a body over its meetings, mandates from above, recommendations upward."""
        from bali_desk.presenters.work_plan.presenter import WorkPlanPresenter

        return WorkPlanPresenter(self.desk, view, self.ask, meeting_id)
