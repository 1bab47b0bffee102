"""What the tick-in page shows and does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from sqlmodel import Session, col, select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Body, Delegation, Meeting, MeetingSession, Member, Participant, Presence
from bali_desk.domain.names import plain_letters
from bali_desk.domain.record import Record
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.attendance import mark
from bali_desk.presenters.telling import told
from bali_desk.presenters.tick_in.command import Asked, asked
from bali_desk.presenters.tick_in.rows import (
    NOT_YET,
    SheetShown,
    TickRow,
    button_words,
    counts_in_words,
    promise,
    session_choices,
    tick_rows,
    with_coming,
)
from bali_desk.presenters.tick_in.sessions import Sessions
from bali_desk.presenters.typed import short
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step
from bali_desk.store.records import next_sequence

_SHOWN = (Participant, Delegation, MeetingSession, Presence, Meeting, Body)


class TickInView(Protocol):
    """What the presenter may ask of the page."""

    def show_sheet(self, sheet: SheetShown) -> None:
        """Show the rows, what the line in the field would do, and the counts."""


class TickInPresenter:
    """Marks by line, by row and by key; every command is one undo step."""

    def __init__(self, desk: Desk, view: TickInView, ask: Ask, meeting_id: int) -> None:
        self._desk, self._view, self._ask, self._meeting_id = desk, view, ask, meeting_id
        self._line = ""
        self._asked = Asked()
        self._chosen: int | None = None
        self._session: int | None = None
        self._order = "delegation"
        self._record: Record
        self._rows: list[TickRow] = []
        self.sessions = Sessions(desk, ask, meeting_id)
        self.leave = desk.listen(self._on_change)
        if self._read():
            self._show()

    # ---- what the officer does ----
    def type(self, line: str) -> None:
        """The line in the field as it stands now."""
        self._line, self._chosen = line, None
        self._understand()
        self._show()

    def choose(self, key: int | None) -> None:
        """She went to this row; the keys mark it unless numbers stand in the field."""
        if key != self._chosen:
            self._chosen = key
            self._show()

    def take_session(self, session: int | None) -> None:
        """Attendance is taken in this session from now on; None: at the meeting as a whole."""
        self._session = session
        self._remake()

    def take_order(self, order: str) -> None:
        """The sheet on the table is printed in this order."""
        self._order = order
        self._remake()

    @told
    def mark(self, state: str = "") -> bool:
        """Do what the line says, or mark the chosen row; `state` wins over what the line says. Whether it was done."""
        what = self._asked
        if what.trouble:
            return False
        rows = [self._rows[number - 1] for number in what.rows] if what.best is None else []
        typed = bool(rows)
        rows = rows or [row for row in self._rows if row.key == self._chosen]
        if not rows:
            return False
        follows = self._below(rows[-1].key)
        substitute = self._rows[what.substitute - 1] if what.substitute is not None and not state else None
        self._mark(rows, state or what.state or "present", substitute)
        if not typed and not self._line:
            self.choose(follows)
        return True

    def mark_row(self, key: int, state: str) -> None:
        """Mark one row, whatever stands in the field."""
        self._mark([row for row in self._rows if row.key == key], state, None)

    def add_walk_in(self, name: str, delegation: str) -> int:
        """Add a person who is there without having registered, exactly as named; raises DeskError with a sentence.

        "Tanaka, Aiko" is family and given name; any other name prints as it is.
        """
        if not name.strip():
            raise DeskError("A walk-in needs a name.")
        with self._desk.change(f"Add walk-in {short(name)}") as session:
            home = self._home(session, delegation)
            place = next_sequence(session, Participant, meeting_id=self._meeting_id)
            person = Participant(meeting_id=self._meeting_id, delegation_id=home, sequence=place)
            person.registered_on = self._today()
            _name(person, name.strip())
            session.add(person)
            session.flush()
            assert person.id is not None
            mark(session, self._meeting_id, [person.id], "present", taking=self._session)
            return person.id

    # ---- inner ----
    def _mark(self, rows: Sequence[TickRow], state: str, substitute: TickRow | None) -> None:
        word = NOT_YET if state == "expected" else state
        who = short(rows[0].name) if len(rows) == 1 else f"{len(rows)} persons"
        with self._desk.change(f"Mark {who} {word}") as session:
            keys = [row.key for row in rows]
            instead = substitute.key if substitute is not None else None
            mark(session, self._meeting_id, keys, state, taking=self._session, substitute=instead)

    def _below(self, key: int) -> int | None:
        """The row under this one; the same where it is the last."""
        keys = [row.key for row in self._rows]
        return keys[min(keys.index(key) + 1, len(keys) - 1)]

    def _home(self, session: Session, name: str) -> int | None:
        if not name.strip():
            return None
        wanted = plain_letters(name.strip())
        ours = select(Delegation).where(Delegation.meeting_id == self._meeting_id)
        for one in session.exec(ours.order_by(col(Delegation.sequence))):
            if plain_letters(one.name) == wanted:
                return one.id
        members = select(Member).where(Member.body_id == self._record.body.id).order_by(col(Member.sequence))
        for member in session.exec(members):
            if wanted in (plain_letters(member.name), plain_letters(member.official_name or "")):
                return self._send(session, member)
        raise DeskError(f"No delegation is called “{short(name)}”: choose one from the list, or leave it empty.")

    def _send(self, session: Session, member: Member) -> int | None:
        """A delegation of a member that had nobody here until now."""
        made = Delegation(
            meeting_id=self._meeting_id,
            sequence=next_sequence(session, Delegation, meeting_id=self._meeting_id),
            name=member.name,
            official_name=member.official_name,
            kind=member.kind,
            status=member.status,
        )
        session.add(made)
        session.flush()
        return made.id

    def _today(self) -> dt.date:
        """The day of the meeting on which somebody walks in."""
        for one in self._record.sessions:
            if one.id == self._session:
                return one.day
        meeting = self._record.meeting
        return min(max(dt.date.today(), meeting.start), meeting.end or meeting.start)

    def _on_change(self, step: Step) -> None:
        if step.touches(*_SHOWN) and self._read():
            self._show()

    def _read(self) -> bool:
        """Read the sheet; False where the meeting is no longer there."""
        with self._desk.reading() as session:
            meeting = session.get(Meeting, self._meeting_id)
            if meeting is None:
                return False
            self._record = _what_the_sheet_needs(session, meeting)
        if self._session not in [one.id for one in self._record.sessions]:
            self._session = None
        self._make()
        return True

    def _remake(self) -> None:
        self._make()
        self._show()

    def _make(self) -> None:
        self._rows = tick_rows(self._record, self._order, self._session)
        self._understand()

    def _understand(self) -> None:
        self._asked = asked(self._line, [row.listed for row in self._rows])
        found = [self._rows[number - 1].key for number in self._asked.rows] if self._asked.best else []
        if found and self._chosen not in found:
            self._chosen = self._rows[(self._asked.best or 1) - 1].key

    def _show(self) -> None:
        what, record = self._asked, self._record
        self._view.show_sheet(
            SheetShown(
                rows=with_coming(self._rows, what, self._chosen),
                chosen=self._chosen,
                promise=promise(self._rows, what, self._chosen),
                trouble=what.trouble,
                nobody=self._line.strip() if what.nobody else "",
                button=button_words(what),
                ticked=sum(row.state != "expected" for row in self._rows),
                total=len(self._rows),
                counts=counts_in_words(self._rows),
                sessions=session_choices(record.sessions),
                session=self._session,
                order=self._order,
                side_rows=self.sessions.rows(record),
                delegations=[one.name for one in record.delegations],
            )
        )


def _what_the_sheet_needs(session: Session, meeting: Meeting) -> Record:
    """The meeting with its persons, delegations and sessions, and nothing else: a mark must show at once."""
    taken = select(Presence).join(MeetingSession).where(MeetingSession.meeting_id == meeting.id)
    sessions = select(MeetingSession).where(MeetingSession.meeting_id == meeting.id)
    delegations = select(Delegation).where(Delegation.meeting_id == meeting.id)
    persons = select(Participant).where(Participant.meeting_id == meeting.id)
    return Record(
        body=session.get_one(Body, meeting.body_id),
        meeting=meeting,
        sessions=list(session.exec(sessions.order_by(col(MeetingSession.sequence), col(MeetingSession.id)))),
        delegations=list(session.exec(delegations.order_by(col(Delegation.sequence), col(Delegation.id)))),
        participants=list(session.exec(persons.order_by(col(Participant.sequence), col(Participant.id)))),
        presences=list(session.exec(taken)),
    )


def _name(person: Participant, name: str) -> None:
    """Family and given name where one comma parts them, else the name as it prints."""
    family, comma, given = name.partition(", ")
    if comma and family and given and "," not in given:
        person.family, person.given = family, given
    else:
        person.display = name
