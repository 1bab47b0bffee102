"""The agenda of a meeting as it stands on the desk, read anew after every change."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from bali_desk.domain.agenda import Line, outline
from bali_desk.domain.models import AgendaItem, Meeting, Paper
from bali_desk.presenters.agenda.rows import AgendaShown, agenda_shown, presenters_text
from bali_desk.presenters.person_names import names_by_handle
from bali_desk.store.desk import Desk


class AgendaState:
    """What every part of the agenda's presenter looks things up in."""

    meeting: Meeting
    lines: list[Line]
    papers: Sequence[Paper]
    shown: AgendaShown

    def __init__(self, desk: Desk, meeting_id: int) -> None:
        self._desk = desk
        self.meeting_id = meeting_id
        self.names: dict[str, str] = {}
        self.read_names()
        self.read()

    def read_names(self) -> None:
        """Read the persons' names; apart from the rest, for there may be thousands."""
        with self._desk.reading() as session:
            self.names = names_by_handle(session, self.meeting_id)

    def read(self) -> bool:
        """Read the items and papers; False where the meeting is no longer there, and nothing is read."""
        with self._desk.reading() as session:
            meeting = session.get(Meeting, self.meeting_id)
            if meeting is None:
                return False
            self.meeting = meeting
            items = select(AgendaItem).where(AgendaItem.meeting_id == self.meeting_id)
            papers = select(Paper).where(Paper.meeting_id == self.meeting_id)
            rows = session.exec(items.order_by(col(AgendaItem.sequence), col(AgendaItem.id))).all()
            self.papers = session.exec(papers.order_by(col(Paper.sequence), col(Paper.id))).all()
        self.lines = outline(rows, self.meeting)
        self.shown = agenda_shown(self.lines, self.names)
        return True

    def line(self, key: int | None) -> Line | None:
        """The line of an item; None when it is gone."""
        return next((line for line in self.lines if line.item.id == key), None)

    def as_typed(self, line: Line, field: str) -> str:
        """A field of an item as it stands in the place where it is typed."""
        if field == "presenters":
            return presenters_text(line.item, self.names)
        if field == "day":
            return line.day.isoformat()
        value = getattr(line.item, field)
        return "" if value is None else str(value)
