"""What stands round every page: title and stage of the meeting, its counts, and what undo would take back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast

from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from bali_desk.domain import versions as versions_of_text
from bali_desk.domain.attendance import Counts, count
from bali_desk.domain.dates import ordinal_word, span
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Block, Body, Delegation, Meeting, Participant, Statement, StatementVersion
from bali_desk.domain.record import Record
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.checks.checking import Checked, Checking, count_in_words
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step
from bali_desk.store.records import read_blocks, read_versions


@dataclass(frozen=True)
class Heading:
    """The top of the window."""

    title: str
    where: str
    stage: str  # plan, draft, circulated, final; "" without a meeting
    version: int | None


@dataclass(frozen=True)
class History:
    """What undo and redo would do, and when the desk last kept something."""

    undo: str | None
    redo: str | None
    saved: str


class FrameView(Protocol):
    """The window round the pages."""

    def show_heading(self, heading: Heading) -> None:
        """Shows title, place, dates and stage."""

    def show_counts(self, words: str) -> None:
        """Shows who is registered and present."""

    def show_history(self, history: History) -> None:
        """Shows when it was saved and what undo takes back."""

    def show_findings(self, words: str, errors: bool) -> None:
        """Shows how many errors and warnings the checks found in the statement; "" where none."""


class FramePresenter:
    """Keeps the frame up to date with the desk, whichever page is open."""

    def __init__(self, desk: Desk, view: FrameView, ask: Ask, checking: Checking | None = None) -> None:
        self._desk, self._view, self._ask, self._checking = desk, view, ask, checking
        self._meeting_id: int | None = None
        self._listening = [desk.listen(self._on_change)]
        if checking is not None:
            self._listening.append(checking.listen(self._show_findings))
        self._show_history()

    def leave(self) -> None:
        """Ends its listening; the desk is let go, and nobody waits for a check any more."""
        for listening in self._listening:
            listening()
        if self._checking is not None:
            self._checking.drop()

    def follow(self, meeting_id: int | None) -> None:
        """Shows this meeting from now on; None when the desk holds none."""
        self._meeting_id = meeting_id
        self._show_meeting()
        known = self._checking.last(meeting_id) if self._checking and meeting_id is not None else None
        self._tell_findings(known)

    def undo(self) -> None:
        """Takes the last step back."""
        self._step(self._desk.undo, "Taken back")

    def redo(self) -> None:
        """Does again what was taken back."""
        self._step(self._desk.redo, "Done again")

    def _step(self, walk: Callable[[], Step | None], told: str) -> None:
        try:
            step = walk()
        except DeskError as error:
            self._ask.fail(str(error))
            return
        if step is not None:
            self._tell_elsewhere(step, told)

    def _tell_elsewhere(self, step: Step, told: str) -> None:
        """What changed at another meeting is seen nowhere here: it is said, with that meeting's name."""
        if len(step.meetings()) != 1 or self._meeting_id in step.meetings():
            return
        (other,) = step.meetings()
        with self._desk.reading() as session:
            meeting = session.get(Meeting, other)
        if meeting is not None:
            self._ask.tell(f"{told} at another meeting, {meeting_name(meeting)}: {step.label}.")

    def _on_change(self, step: Step) -> None:
        self._show_history()
        if step.touches(Meeting, Body, Delegation, Participant, Statement, StatementVersion, Block):
            self._show_meeting()

    def _show_findings(self, checked: Checked) -> None:
        if checked.meeting_id == self._meeting_id:
            self._tell_findings(checked)

    def _tell_findings(self, checked: Checked | None) -> None:
        errors = checked.count("error") if checked is not None else 0
        self._view.show_findings(count_in_words(checked) if checked is not None else "", bool(errors))

    def _show_history(self) -> None:
        at = self._desk.saved_at
        saved = f"Saved {at:%H:%M}" if at else "All saved"
        self._view.show_history(History(self._desk.undo_label, self._desk.redo_label, saved))

    def _show_meeting(self) -> None:
        if self._meeting_id is None:
            self._view.show_heading(Heading("Bali Desk", "", "", None))
            self._view.show_counts("No meeting")
            return
        with self._desk.reading() as session:
            meeting = session.get(Meeting, self._meeting_id)
            if meeting is None:
                return  # it was just deleted; the list of meetings moves on to another
            versions = read_versions(session, self._meeting_id)
            record = _what_the_frame_needs(session, meeting, bool(versions))
        self._view.show_heading(_heading(record, versions))
        self._view.show_counts(counts_in_words(count(record)))


def _what_the_frame_needs(session: Session, meeting: Meeting, whole_text: bool) -> Record:
    """The meeting without agenda and outcomes: the frame follows every change, so it is brief.

    Nor is more than one block read, unless the `whole_text` is to be held against the version that went out last.
    """
    own = col(Delegation.meeting_id) == meeting.id, col(Participant.meeting_id) == meeting.id
    statement = session.exec(select(Statement).where(Statement.meeting_id == meeting.id)).one_or_none()
    standing = select_columns(col(Participant.delegation_id), col(Participant.attendance))
    blocks = read_blocks(session, statement.meeting_id, None if whole_text else 1) if statement else []
    return Record(
        body=session.get_one(Body, meeting.body_id),
        meeting=meeting,
        delegations=list(session.exec(select(Delegation).where(own[0]))),
        participants=cast("list[Participant]", list(session.execute(standing.where(own[1])))),  # enough to count them
        statement=statement,
        blocks=blocks,
    )


def counts_in_words(counts: Counts) -> str:
    """ "41 registered · 38 present · 18 delegations"."""
    words = [f"{counts.registered} registered"]
    if counts.present:
        words.append(f"{counts.present} present")
    words.append(f"{counts.delegations} delegation{'' if counts.delegations == 1 else 's'}")
    return " · ".join(words)


def stage_of(record: Record, versions: list[StatementVersion]) -> tuple[str, int | None]:
    """Which stamp the meeting's text bears, and the number of the version it would go out as."""
    if record.statement is None or not record.blocks:
        return "plan", None
    return versions_of_text.stage_of(record), versions_of_text.number_for(record, versions)


def meeting_name(meeting: Meeting) -> str:
    """ "Third annual meeting", or the title she gave it."""
    if meeting.title:
        return meeting.title
    words = " ".join(part for part in (ordinal_word(meeting.ordinal) if meeting.ordinal else "", meeting.kind) if part)
    return words[:1].upper() + words[1:] if words else "Meeting"


def _heading(record: Record, versions: list[StatementVersion]) -> Heading:
    meeting = record.meeting
    place = ", ".join(part for part in (meeting.city, meeting.country) if part)
    where = " · ".join(part for part in (place, span(meeting.start, meeting.end)) if part)
    stage, version = stage_of(record, versions)
    name = meeting_name(meeting)
    if record.body.short and not meeting.title:
        name = f"{record.body.short} {name[:1].lower()}{name[1:]}"
    return Heading(name, where, stage, version)
