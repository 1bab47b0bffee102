"""What the Overview shows and does: the facts of the meeting, its chairs, and the road to the final text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol
from zoneinfo import available_timezones

from sqlmodel import Session, select

from bali_desk.domain.attendance import count
from bali_desk.domain.follow_up import same_actions
from bali_desk.domain.models import (
    Action,
    AgendaItem,
    Block,
    Body,
    CoChair,
    Delegation,
    EarlierMeeting,
    Meeting,
    MeetingSession,
    Member,
    Outcome,
    Participant,
    Statement,
    StatementVersion,
)
from bali_desk.drafting.wording import style_names
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.checks.checking import Checked, Checking
from bali_desk.presenters.overview import facts
from bali_desk.presenters.overview.body_lists import BodyLists, BodyRows
from bali_desk.presenters.overview.road import Road, road
from bali_desk.store.decisions import read_actions
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step
from bali_desk.store.records import next_sequence, read_record, read_versions
from bali_desk.store.removal import remove

SHOWN = (
    Action, AgendaItem, Block, Body, CoChair, Delegation, EarlierMeeting, Meeting, MeetingSession, Member, Outcome,
    Participant,    Statement, StatementVersion,
)  # fmt: skip


class ChairRow(NamedTuple):
    """One of the chairs, as the page shows her."""

    chair_id: int
    country: str
    institution: str
    person: str


class OverviewView(Protocol):
    """The page."""

    def offer_styles(self, names: Sequence[str]) -> None:
        """The statement styles to choose from."""

    def show_facts(self, facts: Mapping[str, str], counted: Mapping[str, str]) -> None:
        """Shows the facts, and beside the counts what the record says."""

    def show_chairs(self, chairs: Sequence[ChairRow]) -> None:
        """Shows the chairs in their order."""

    def show_road(self, road: Road) -> None:
        """Shows the steps and their pictures."""

    def show_body_lists(self, rows: BodyRows) -> None:
        """Shows what the body brings to its meetings."""


class OverviewPresenter:
    """Keeps what is typed on the Overview, and follows everything the road speaks of."""

    def __init__(
        self,
        desk: Desk,
        view: OverviewView,
        ask: Ask,
        meeting_id: int,
        today: Callable[[], dt.date] = dt.date.today,
        checking: Checking | None = None,
    ) -> None:
        self._desk, self._view, self._ask = desk, view, ask
        self._meeting_id, self._today, self._checking = meeting_id, today, checking
        self.body_lists = BodyLists(desk, ask, meeting_id)
        self._listening = [desk.listen(self._on_change)]
        if checking is not None:
            self._listening.append(checking.listen(self._show_findings))
        view.offer_styles(style_names())
        self._show()

    def leave(self) -> None:
        """Ends its listening."""
        for listening in self._listening:
            listening()

    # ---- facts ----
    def keep(self, name: str, text: str) -> None:
        """Keeps a fact; raises DeskError with what is wrong with it."""
        merge = ("fact", self._meeting_id, name)
        with self._desk.change(f"Edit {facts.LABELS[name]}", merge=merge) as session:
            meeting = session.get_one(Meeting, self._meeting_id)
            facts.keep(meeting, session.get_one(Body, meeting.body_id), name, text)

    def time_zones(self) -> list[str]:
        """The zones there are, those of the region first."""
        zones = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc", "posix")))
        return sorted(zones, key=lambda zone: not zone.startswith(("Asia/", "Pacific/", "Australia/")))

    # ---- chairs ----
    def add_chair(self) -> None:
        """Adds an empty line for a chair."""
        with self._desk.change("Add co-chair") as session:
            place = next_sequence(session, CoChair, meeting_id=self._meeting_id)
            session.add(CoChair(meeting_id=self._meeting_id, sequence=place))

    def keep_chair(self, chair_id: int, name: str, text: str) -> None:
        """Keeps the country, institution or person of a chair."""
        with self._desk.change("Edit co-chair", merge=("chair", chair_id, name)) as session:
            setattr(session.get_one(CoChair, chair_id), name, text.strip() or None)

    def move_chair(self, chair_id: int, by: int) -> None:
        """Moves a chair up or down."""
        with self._desk.change("Move co-chair") as session:
            chairs = self._chairs(session)
            place = next(number for number, chair in enumerate(chairs) if chair.id == chair_id)
            chairs.insert(min(max(place + by, 0), len(chairs) - 1), chairs.pop(place))
            for number, chair in enumerate(chairs):
                chair.sequence = number

    def delete_chair(self, chair_id: int) -> None:
        """Takes a chair off; undo brings her back."""
        with self._desk.change("Delete co-chair") as session:
            remove(session, session.get_one(CoChair, chair_id))

    # ---- inner ----
    def _chairs(self, session: Session) -> list[CoChair]:
        ours = select(CoChair).where(CoChair.meeting_id == self._meeting_id)
        return sorted(session.exec(ours), key=lambda chair: (chair.sequence, chair.id or 0))

    def _on_change(self, step: Step) -> None:
        if step.touches(*SHOWN):
            self._show()

    def _show(self) -> None:
        with self._desk.reading() as session:
            if session.get(Meeting, self._meeting_id) is None:
                return  # just deleted; the window moves on to another
            record = read_record(session, self._meeting_id)
            versions = read_versions(session, self._meeting_id)
            tasks = [rows[0] for rows in same_actions(read_actions(session, record.meeting.body_id))]
        self._view.show_facts(facts.facts(record), facts.counted(record, count(record)))
        self._view.show_chairs(
            [
                ChairRow(chair.id or 0, chair.country or "", chair.institution or "", chair.person or "")
                for chair in record.co_chairs
            ]
        )
        self._view.show_body_lists(self.body_lists.rows(record))
        self._told = record, versions, tasks
        self._show_road()
        if self._checking is not None and record.blocks:
            self._checking.look(self._meeting_id)

    def _show_road(self, errors: int = 0) -> None:
        record, versions, tasks = self._told
        self._view.show_road(road(record, versions, self._today(), tasks, errors))

    def _show_findings(self, checked: Checked) -> None:
        if checked.meeting_id == self._meeting_id:
            self._show_road(checked.count("error"))
