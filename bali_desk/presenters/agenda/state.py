"""The agenda of a meeting as it stands on the desk; after a change, only what changed is read."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import inspect
from sqlmodel import Session, col, select

from bali_desk.domain.agenda import Line, Sessions, counted, outline
from bali_desk.domain.models import AgendaItem, CoChair, Meeting, MeetingSession, Paper, PaperFile
from bali_desk.presenters.agenda.moves import Block, Plan, blocks_of, plan_of
from bali_desk.presenters.agenda.rows import AgendaShown, PaperShown, meeting_days
from bali_desk.presenters.agenda.short_names import short_names
from bali_desk.presenters.agenda.showing import agenda_shown, paper_shown, presenters_text
from bali_desk.presenters.agenda.writing import Changes, changes
from bali_desk.presenters.person_names import names_by_handle
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step

FRAME = (Meeting, MeetingSession, CoChair, Paper, PaperFile)  # what is read anew whenever it changes: it is little


class AgendaState:
    """What every part of the agenda's presenter looks things up in."""

    meeting: Meeting
    lines: list[Line]
    papers: Sequence[PaperShown]
    handles: dict[str, int]  # by a paper's handle, its key
    sessions: dict[int, MeetingSession]
    leads: dict[int, str]  # by co-chair, in their order: the short name
    shown: AgendaShown

    def __init__(self, desk: Desk, meeting_id: int) -> None:
        self._desk = desk
        self.meeting_id = meeting_id
        self.names: dict[str, str] = {}
        self.folded: set[int] = set()
        self._items: dict[int, AgendaItem] = {}
        self._by_key: dict[int, Line] = {}
        self.read_names()
        self.read()

    def read_names(self) -> None:
        """Read the persons' names; apart from the rest, for there may be thousands."""
        with self._desk.reading() as session:
            self.names = names_by_handle(session, self.meeting_id)

    def read(self) -> bool:
        """Read everything but the names; False where the meeting is no longer there, and nothing is read."""
        with self._desk.reading() as session:
            if not self._read_frame(session):
                return False
            items = session.exec(select(AgendaItem).where(AgendaItem.meeting_id == self.meeting_id)).all()
        self._items = {item.id: item for item in items if item.id is not None}
        self.arrange()
        return True

    def follow(self, step: Step) -> bool:
        """Take up what a step changed; False where the meeting is no longer there, and nothing is taken up."""
        if step.touches(*FRAME):
            with self._desk.reading() as session:
                if not self._read_frame(session):
                    return False
        table = inspect(AgendaItem).local_table
        for change in step.changes:
            if change.table is not table:
                continue
            self._items.pop(change.key, None)
            if change.after is not None and change.after["meeting_id"] == self.meeting_id:
                self._items[change.key] = AgendaItem(**change.after)
        self.arrange()
        return True

    def arrange(self) -> None:
        """Work out the lines and what the table shows."""
        items = sorted(self._items.values(), key=lambda item: (item.sequence, item.id or 0))
        self.lines = outline(items, self.meeting, list(self.sessions.values()))
        self._by_key = {line.item.id: line for line in self.lines if line.item.id is not None}
        self.folded &= self._by_key.keys()
        self.shown = agenda_shown(self.lines, self.meeting, self.names, self.leads, self.folded)

    def line(self, key: int | None) -> Line | None:
        """The line of an item; None when it is gone."""
        return None if key is None else self._by_key.get(key)

    def plan(self) -> Plan:
        """The order as it stands."""
        return plan_of(self.lines)

    def blocks(self) -> list[Block]:
        """The parts of the programme: days, and sessions in them."""
        held = [(session.day, key) for key, session in self.sessions.items()]
        return blocks_of(self.plan(), meeting_days(self.meeting), held)

    def changes(self, plan: Plan, sessions: Sessions | None = None, made: Sequence[AgendaItem] = ()) -> Changes:
        """What must be written to make it this order; `sessions` where there are others, `made` are rows just made."""
        known = self.sessions if sessions is None else sessions
        return changes(plan, self.lines, known, self.meeting.start, made)

    def counted_number(self, line: Line) -> str:
        """The number an item would have if it had none of its own."""
        above = self.line(line.item.parent_id)
        prefix, counter = above.number if above else "", 0
        for other in self.lines:
            if other.item.parent_id == line.item.parent_id and other is not line:
                _number, counter = counted(other.item.no, other.item.kind, prefix, line.depth, counter)
            if other is line:
                break
        return counted(None, line.item.kind, prefix, line.depth, counter)[0]

    def as_typed(self, line: Line, field: str) -> str:
        """A field of an item as it stands in the place where it is typed."""
        if field == "presenters":
            return presenters_text(line.item, self.names)
        if field == "day":
            return line.day.isoformat()
        if field == "lead":
            return self.leads.get(line.item.lead_id or 0, "")
        value = getattr(line.item, field)
        return "" if value is None else str(value)

    def _read_frame(self, session: Session) -> bool:
        meeting = session.get(Meeting, self.meeting_id)
        if meeting is None:
            return False
        self.meeting = meeting
        here = self.meeting_id
        papers = select(Paper).where(Paper.meeting_id == here).order_by(col(Paper.sequence), col(Paper.id))
        sessions = select(MeetingSession).where(MeetingSession.meeting_id == here)
        chairs = select(CoChair).where(CoChair.meeting_id == here).order_by(col(CoChair.sequence), col(CoChair.id))
        files = select(PaperFile.paper_id, PaperFile.name).join(Paper).where(Paper.meeting_id == here)
        named, found = dict(session.exec(files).all()), session.exec(papers).all()
        self.papers = [paper_shown(paper, named.get(paper.id or 0, "")) for paper in found]
        self.handles = {paper.handle: paper.id or 0 for paper in found}
        ordered = sorted(session.exec(sessions).all(), key=_when)
        self.sessions = {one.id: one for one in ordered if one.id is not None}
        self.leads = short_names(session.exec(chairs).all())
        return True


def _when(session: MeetingSession) -> tuple[object, str, int]:
    return session.day, session.start or "", session.sequence
