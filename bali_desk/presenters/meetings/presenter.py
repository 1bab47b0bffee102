"""The list of meetings, and what makes, renames, removes, brings and hands over meetings and bodies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sqlmodel import Session, col, select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Body, Meeting, Member
from bali_desk.domain.succession import next_title
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.faults import WrongField
from bali_desk.presenters.frame import meeting_name
from bali_desk.presenters.meetings import succession
from bali_desk.presenters.meetings.files import MeetingFiles
from bali_desk.presenters.meetings.rows import BodyRows, MeetingRow, label
from bali_desk.presenters.meetings.succession import Offer, Source
from bali_desk.presenters.outgoing import Outgoing
from bali_desk.presenters.overview.facts import read_ordinal
from bali_desk.presenters.typed import day as read_date
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step
from bali_desk.store.records import read_record
from bali_desk.store.removal import remove

Value = TypeVar("Value")


@dataclass(frozen=True)
class NewMeeting:
    """What the officer typed for a new meeting; `body` is a name, of a body there is or of a new one."""

    body: str
    ordinal: str
    kind: str
    start: str
    end: str
    city: str
    country: str
    title: str = ""  # of its own; empty: ordinal and kind
    take_from: int | None = None  # the meeting to take along from
    parts: Collection[str] = ()  # what comes along: of `succession.PARTS`


@dataclass(frozen=True)
class NewBody:
    """What the officer typed for a new body."""

    name: str
    short: str
    parent: str
    main_actor: str


class MeetingsView(Protocol):
    """The list at the side of the window."""

    def show_meetings(self, bodies: Sequence[BodyRows]) -> None:
        """Shows every body with its meetings."""

    def open_meeting(self, meeting_id: int) -> None:
        """Opens a meeting that was just made or brought."""


class MeetingsPresenter:
    """What the list shows and what its menu does."""

    def __init__(self, desk: Desk, view: MeetingsView, ask: Ask) -> None:
        self._desk, self._view, self._ask = desk, view, ask
        self.files = MeetingFiles(desk, ask, view.open_meeting)
        self.leave = desk.listen(self._on_change)
        self._show()

    def outgoing(self, meeting_id: int) -> Outgoing:
        """What writes a meeting's persons and agenda to files."""
        return Outgoing(self._desk, self._ask, meeting_id)

    # ---- making ----
    def body_names(self) -> list[str]:
        """The bodies there are, for choosing one."""
        with self._desk.reading() as session:
            return list(session.exec(select(Body.name).order_by(col(Body.name), col(Body.id))))

    def suggest(self, body_name: str) -> tuple[int, str]:
        """Ordinal and kind of the next meeting of a body."""
        with self._desk.reading() as session:
            body = _body_called(session, body_name)
            if body is None:
                return 1, "annual meeting"
            latest = _latest(session, body)
        return ((latest.ordinal or 0) + 1, latest.kind or "") if latest else (1, "annual meeting")

    def suggest_title(self, body_name: str) -> str:
        """The last meeting's own title with the next ordinal in it; empty where ordinal and kind say enough."""
        with self._desk.reading() as session:
            latest = _latest(session, _body_called(session, body_name))
        return next_title(latest.title, latest.ordinal, (latest.ordinal or 0) + 1) if latest else ""

    def name_for(self, ordinal: str, kind: str) -> str:
        """What a meeting with this ordinal and kind is called where it has no title of its own."""
        number = int(ordinal) if ordinal.isdecimal() and len(ordinal) < 4 else None
        return meeting_name(Meeting(body_id=0, ordinal=number, kind=kind.strip() or None, start=dt.date.min))

    def sources(self, body_name: str) -> list[Source]:
        """The meetings a new one may take along from; the first is the likely one."""
        with self._desk.reading() as session:
            return succession.sources(session, _body_called(session, body_name))

    def offers(self, body_name: str, meeting_id: int) -> list[Offer]:
        """What a meeting has to hand to a new one of this body."""
        with self._desk.reading() as session:
            body, record = _body_called(session, body_name), read_record(session, meeting_id)
            members = session.exec(select(Member).where(Member.body_id == body.id)).all() if body else []
        return succession.offers(record, members, body is not None and body.id == record.body.id)

    def add_body(self, new: NewBody) -> None:
        """Makes a body; raises WrongField where it cannot."""
        name = new.name.strip()
        if not name:
            raise WrongField("name", "A body needs a name.")
        with self._desk.change("Add body") as session:
            if _body_called(session, name) is not None:
                raise WrongField("name", f"There is already a body called “{name}”.")
            session.add(
                Body(
                    name=name,
                    short=new.short.strip() or None,
                    parent=new.parent.strip() or None,
                    main_actor=new.main_actor.strip() or None,
                )
            )

    def add_meeting(self, new: NewMeeting) -> int:
        """Makes a meeting, and its body where that is new, and opens it; raises WrongField where it cannot."""
        if not new.body.strip():
            raise WrongField("body", "Say which body meets.")
        ordinal = _read("ordinal", read_ordinal, new.ordinal)
        start, end = _dates(new)
        with self._desk.change("Add meeting") as session:
            body = _body_called(session, new.body)
            if body is None:
                body = Body(name=new.body.strip(), main_actor="Members")
                session.add(body)
                session.flush()
            assert body.id is not None
            meeting = Meeting(
                body_id=body.id,
                ordinal=ordinal,
                kind=new.kind.strip() or None,
                title=new.title.strip() or None,
                start=start,
                end=end,
                city=new.city.strip() or None,
                country=new.country.strip() or None,
                format="in person",
            )
            session.add(meeting)
            session.flush()
            came = succession.take_along(session, meeting, new.take_from, new.parts)
        assert meeting.id is not None
        self._view.open_meeting(meeting.id)
        if came:
            self._ask.tell(came)
        return meeting.id

    # ---- changing ----
    def title_of(self, meeting_id: int) -> str:
        """What a meeting is called, for renaming it."""
        with self._desk.reading() as session:
            return meeting_name(session.get_one(Meeting, meeting_id))

    def rename(self, meeting_id: int, title: str) -> None:
        """Gives a meeting a title of its own; an empty one goes back to ordinal and kind."""
        with self._desk.change("Rename meeting") as session:
            meeting = session.get_one(Meeting, meeting_id)
            meeting.title = None if title.strip() in ("", meeting_name(_untitled(meeting))) else title.strip()

    def delete(self, meeting_id: int) -> None:
        """Removes a meeting with all that hangs on it, if she means it."""
        if self._ask.confirm(f"Delete “{self.title_of(meeting_id)}” with its agenda, participants and text?", "Delete"):
            with self._desk.change("Delete meeting") as session:
                remove(session, session.get_one(Meeting, meeting_id))
            self._ask.tell("Meeting deleted. Undo brings it back.")

    def delete_body(self, body_id: int) -> None:
        """Removes a body that has no meetings."""
        with self._desk.change("Delete body") as session:
            body = session.get_one(Body, body_id)
            if session.exec(select(Meeting.id).where(Meeting.body_id == body_id)).first() is not None:
                self._ask.fail(f"“{body.name}” still has meetings; delete or move them first.")
                return
            remove(session, body)  # with its members, its wording and what higher bodies directed

    # ---- inner ----
    def _on_change(self, step: Step) -> None:
        if step.touches(Meeting, Body):
            self._show()

    def _show(self) -> None:
        with self._desk.reading() as session:
            bodies = session.exec(select(Body).order_by(col(Body.name), col(Body.id))).all()
            meetings = session.exec(select(Meeting).order_by(col(Meeting.start).desc(), col(Meeting.id))).all()
        self._view.show_meetings(
            [
                BodyRows(body.short or body.name, [_row(one) for one in meetings if one.body_id == body.id], body.id)
                for body in bodies
            ]
        )


def _row(meeting: Meeting) -> MeetingRow:
    assert meeting.id is not None
    place = meeting.city or meeting.country or ""
    return MeetingRow(meeting.id, label(meeting.ordinal, meeting.title), place, f"{meeting.start:%Y}")


def _body_called(session: Session, name: str) -> Body | None:
    wanted = name.strip().casefold()
    found = [one for one in session.exec(select(Body)) if wanted in (one.name.casefold(), (one.short or "").casefold())]
    return found[0] if found and wanted else None


def _dates(new: NewMeeting) -> tuple[dt.date, dt.date | None]:
    start = _read("start", read_date, new.start)
    if start is None:
        raise WrongField("start", "A meeting needs the day it begins.")
    end = _read("end", read_date, new.end)
    if end is not None and end < start:
        raise WrongField("end", "The last day lies before the first.")
    return start, end


def _read(field: str, read: Callable[[str], Value], text: str) -> Value:
    try:
        return read(text)
    except DeskError as error:
        raise WrongField(field, str(error)) from None


def _latest(session: Session, body: Body | None) -> Meeting | None:
    ours = select(Meeting).where(Meeting.body_id == (body.id if body else None))
    return session.exec(ours.order_by(col(Meeting.start).desc())).first()


def _untitled(meeting: Meeting) -> Meeting:
    return Meeting(body_id=meeting.body_id, ordinal=meeting.ordinal, kind=meeting.kind, start=meeting.start)
