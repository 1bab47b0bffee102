"""Checks the statement of a meeting beside the window and tells whoever wants to know: panel, overview, foot.

Checking costs too much for every change, so it is done when somebody looks, and not again before the desk changes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from bali_desk.domain.models import Block, KeptFinding, Meeting, Statement
from bali_desk.domain.record import Record
from bali_desk.presenters.ask import Jobs, Progress
from bali_desk.presenters.latest import Latest
from bali_desk.store import dictionary
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

if TYPE_CHECKING:  # the checks are loaded when the first statement is checked
    from bali_desk.drafting.checks import DraftText, Finding


@dataclass(frozen=True)
class Checked:
    """A statement after checking: what counts, what the officer let stand with her words, and the text it is about."""

    meeting_id: int
    text: DraftText
    findings: tuple[Finding, ...] = ()
    kept: tuple[tuple[Finding, KeptFinding], ...] = ()

    def count(self, severity: str) -> int:
        """How many findings of this severity count."""
        return sum(one.severity == severity for one in self.findings)


@dataclass(frozen=True)
class Wanted:
    """Everything a check reads, taken from the desk at once."""

    record: Record
    previous: list[Block]
    kept: list[KeptFinding]
    house_words: frozenset[str]  # what the officer told the spelling to know
    today: dt.date | None


Listener = Callable[[Checked], None]


class Checking:
    """One for the desk. Listeners hear of each statement that was checked."""

    def __init__(self, desk: Desk, jobs: Jobs, today: Callable[[], dt.date] = dt.date.today) -> None:
        self._desk, self._latest, self._today = desk, Latest(jobs), today
        self._listeners: list[Listener] = []
        self._last: Checked | None = None
        desk.listen(lambda _step: self._forget())  # as long as the desk is open

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every check, until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def last(self, meeting_id: int) -> Checked | None:
        """What the last check found, where nothing changed since."""
        return self._last if self._last and self._last.meeting_id == meeting_id else None

    def look(self, meeting_id: int) -> None:
        """Somebody wants to know: check, unless that was done since the last change."""
        last = self.last(meeting_id)
        if last is not None:
            self._tell(last)
            return

        def work(progress: Progress) -> Checked:
            progress.step(0, 1)  # not at all where the text went on meanwhile
            with self._desk.reading() as session:
                wanted = what_a_check_reads(session, meeting_id, self._today())
            return checked(wanted)

        def done(found: Checked) -> None:
            self._last = found
            self._tell(found)

        self._latest.run(work, done, lambda _error: None)  # a meeting that was removed meanwhile says so elsewhere

    def now(self, session: Session, meeting_id: int) -> Checked:
        """Check at once, whoever waits; for the moment before a text becomes final."""
        return self.last(meeting_id) or checked(what_a_check_reads(session, meeting_id, self._today()))

    def drop(self) -> None:
        """Nobody waits for an answer any more."""
        self._latest.drop()

    def _forget(self) -> None:
        self._last = None

    def _tell(self, found: Checked) -> None:
        for listener in list(self._listeners):
            listener(found)


def count_in_words(checked: Checked) -> str:
    """ "2 errors, 1 warning"; "" where neither is found."""
    counts = [(checked.count(severity), severity) for severity in ("error", "warning")]
    return ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for number, name in counts if number)


def what_a_check_reads(session: Session, meeting_id: int, today: dt.date | None) -> Wanted:
    """The record, the statement of the meeting before, and what the officer said of findings."""
    from bali_desk.presenters.checks.kept import read_kept

    record = read_record(session, meeting_id)
    kept = read_kept(session, meeting_id)
    return Wanted(record, _previous(session, record.meeting), kept, dictionary.read_words(session), today)


def checked(wanted: Wanted, profile: str | None = None) -> Checked:
    """Check the statement of a record, by the house style of its body with its own rules where no other is named.

    Raises DeskError where the wording of the body cannot be read.
    """
    from bali_desk.drafting.checks import DraftText
    from bali_desk.presenters.checks.kept import why_kept

    record = wanted.record
    text = DraftText.of_blocks(record.blocks)
    found = _findings(wanted, text, profile) if record.blocks else []
    said = [(one, why_kept(one, wanted.kept)) for one in found]
    return Checked(
        record.meeting.id or 0,
        text,
        tuple(one for one, row in said if row is None),
        tuple((one, row) for one, row in said if row is not None),
    )


def _findings(wanted: Wanted, text: DraftText, profile: str | None) -> Sequence[Finding]:
    from bali_desk.drafting.checks import DraftText, check_text
    from bali_desk.drafting.known_names import speller_for
    from bali_desk.drafting.wording import style_to_check_by

    previous = DraftText.of_blocks(wanted.previous) if wanted.previous else None
    record = wanted.record
    style, _told = style_to_check_by(record)  # the spelling tells of a style that is not here
    speller = speller_for(record, wanted.house_words, style)
    follows = profile or style.profile
    return check_text(text, record, wanted.today, previous, follows, speller=speller, own_rules=profile is None)


def _previous(session: Session, meeting: Meeting) -> list[Block]:
    """The statement of the body's last meeting before this one that has a text."""
    earlier = (
        select(Statement.id)
        .join(Meeting)
        .join(Block, col(Block.statement_id) == col(Statement.id))
        .where(Meeting.body_id == meeting.body_id, col(Meeting.start) < meeting.start, Meeting.id != meeting.id)
        .order_by(col(Meeting.start).desc(), col(Meeting.id).desc())
    )
    found = session.exec(earlier).first()
    ours = select(Block).where(Block.statement_id == found).order_by(col(Block.sequence), col(Block.id))
    return list(session.exec(ours)) if found is not None else []
