"""The papers of a meeting and which of them go with an agenda item."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import Session, col, select

from bali_desk.domain.models import AgendaItem, Outcome, Paper
from bali_desk.presenters.agenda.input import short, text_or_none
from bali_desk.presenters.ask import Ask
from bali_desk.store.desk import Desk
from bali_desk.store.records import next_sequence
from bali_desk.store.removal import remove

PAPER_FIELDS = ("symbol", "title", "submitted_by", "purpose", "status")
PAPER_STATUSES = ("draft", "final draft", "issued", "revised", "withdrawn")


class AgendaPapers:
    """Adds, changes and removes papers; the agenda page refreshes by the desk's notices."""

    def __init__(self, desk: Desk, ask: Ask, meeting_id: int) -> None:
        self._desk = desk
        self._ask = ask
        self._meeting_id = meeting_id

    def attach(self, item: int, paper: int) -> None:
        """Put a paper of the meeting to an item."""
        with self._desk.change("Add paper to item") as session:
            row, handle = session.get_one(AgendaItem, item), session.get_one(Paper, paper).handle
            if handle not in row.papers:
                row.papers = [*row.papers, handle]

    def detach(self, item: int, paper: int) -> None:
        """Take a paper from an item; the meeting keeps it."""
        with self._desk.change("Take paper from item") as session:
            row, handle = session.get_one(AgendaItem, item), session.get_one(Paper, paper).handle
            row.papers = [one for one in row.papers if one != handle]

    def add(self, item: int, words: Mapping[str, str], restricted: bool) -> None:
        """Write a new paper and put it to the item."""
        with self._desk.change("Add paper") as session:
            paper = Paper(meeting_id=self._meeting_id, sequence=self._next(session), restricted=restricted)
            _write(paper, words)
            session.add(paper)
            row = session.get_one(AgendaItem, item)
            row.papers = [*row.papers, paper.handle]

    def change(self, paper: int, words: Mapping[str, str], restricted: bool) -> None:
        """Write what the officer changed of a paper."""
        with self._desk.change("Edit paper") as session:
            row = session.get_one(Paper, paper)
            _write(row, words)
            row.restricted = restricted

    def move(self, item: int, paper: int, way: int) -> None:
        """Change the place of a paper among those of the item."""
        with self._desk.change("Move paper") as session:
            row, handle = session.get_one(AgendaItem, item), session.get_one(Paper, paper).handle
            papers = list(row.papers)
            here = papers.index(handle)
            there = min(max(here + way, 0), len(papers) - 1)
            papers.insert(there, papers.pop(here))
            row.papers = papers

    def delete(self, paper: int) -> bool:
        """Delete a paper from the meeting, after asking; whether it was."""
        with self._desk.reading() as session:
            row = session.get_one(Paper, paper)
            uses = self._uses(session, row)
        name = short(row.symbol or row.title or "this paper")
        where = f" It is named in {uses} items and outcomes." if uses > 1 else ""
        if not self._ask.confirm(f"Delete “{name}” from the meeting?{where}", "Delete paper"):
            return False
        with self._desk.change("Delete paper") as session:
            remove(session, session.get_one(Paper, paper))
        return True

    def _uses(self, session: Session, paper: Paper) -> int:
        lists = [
            *session.exec(select(AgendaItem.papers).where(col(AgendaItem.meeting_id) == self._meeting_id)),
            *session.exec(select(Outcome.papers).where(col(Outcome.meeting_id) == self._meeting_id)),
        ]
        return sum(paper.handle in handles for handles in lists)

    def _next(self, session: Session) -> int:
        return next_sequence(session, Paper, meeting_id=self._meeting_id)


def _write(paper: Paper, words: Mapping[str, str]) -> None:
    for field in PAPER_FIELDS:
        if field in words:
            setattr(paper, field, text_or_none(words[field]))
