"""What a new meeting takes along from another: what is offered, and the rows that are made of what she chose."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from bali_desk.domain import succession
from bali_desk.domain.models import AgendaItem, Body, CoChair, Meeting, Member, Stored, WorkPlan
from bali_desk.domain.record import Record
from bali_desk.domain.succession import Inherited
from bali_desk.presenters.frame import meeting_name
from bali_desk.presenters.meetings.rows import label
from bali_desk.presenters.numbers import some
from bali_desk.store.records import read_record

MEMBERS, AGENDA, POSTPONED, APPROVAL = "members", "agenda", "postponed", "approval"
CHAIRS, ACTIONS, PLAN, EARLIER = "chairs", "actions", "plan", "earlier"
PARTS = (MEMBERS, AGENDA, POSTPONED, APPROVAL, CHAIRS, ACTIONS, PLAN, EARLIER)
OF_THE_SERIES = (APPROVAL, CHAIRS, ACTIONS, PLAN, EARLIER)  # what a meeting of another body does not hand on unasked


@dataclass(frozen=True)
class Source:
    """A meeting one may take from; `meeting_id` is None for none."""

    meeting_id: int | None
    label: str


@dataclass(frozen=True)
class Offer:
    """One thing that may come along: how many of it there are, and whether it does unless she says otherwise."""

    part: str
    words: str
    count: int
    chosen: bool


def sources(session: Session, body: Body | None) -> list[Source]:
    """The last meeting of the body first, then every other, the latest first, then none."""
    found = session.exec(select(Meeting, Body).join(Body).order_by(col(Meeting.start).desc(), col(Meeting.id).desc()))
    meetings = list(found)
    ours = [one for one in meetings if body is not None and one[1].id == body.id]
    others = [one for one in meetings if one not in ours]
    listed = [Source(one.id, _source_label(one, its, place == 0)) for place, (one, its) in enumerate(ours)]
    nothing = Source(None, "Nothing")
    rest = [Source(one.id, _source_label(one, its, False)) for one, its in others]
    return [*listed, nothing, *rest] if listed else [nothing, *rest]


def offers(record: Record, members: Sequence[Member], same_body: bool) -> list[Offer]:
    """What the meeting of `record` has to hand to a meeting of the body with these members."""
    delegations = len(succession.delegations(members, record, 0))
    postponed = len(succession.postponed(record))
    words = {
        MEMBERS: ("Members as delegations", delegations),
        AGENDA: ("Agenda with its minutes", len(record.agenda)),
        POSTPONED: ("Items left without outcome", postponed),
        APPROVAL: ("Approval of the last statement", int(bool(record.blocks) and same_body)),
        CHAIRS: ("Co-chairs", len(record.co_chairs)),
        ACTIONS: ("Open actions", len(succession.open_actions(record))),
        PLAN: ("Work plan with its open lines", len(succession.open_lines(record))),
        EARLIER: ("Earlier meetings of the series", len(record.earlier_meetings) + 1 if same_body else 0),
    }
    return [
        Offer(part, text, count, bool(count) and (same_body or part not in OF_THE_SERIES))
        for part, (text, count) in words.items()
    ]


def take_along(session: Session, meeting: Meeting, source: int | None, parts: Collection[str]) -> str:
    """Makes what a new meeting takes along; tells it in a sentence, empty where nothing came.

    The meetings of its own series come by themselves, unless she takes from one of them and leaves them out.
    """
    record = read_record(session, source) if source is not None else None
    same_body = record is not None and record.body.id == meeting.body_id
    if not same_body or EARLIER in parts:
        ours = select(Meeting).where(Meeting.body_id == meeting.body_id, Meeting.start < meeting.start)
        held = session.exec(ours.order_by(col(Meeting.start))).all()
        known = record.earlier_meetings if record is not None and same_body else []
        session.add_all(succession.series(known, held, meeting.id or 0))
    if record is None:
        return ""
    taking = Succession(session, record, meeting)
    taking.take(parts)
    return taking.told


class Succession:
    """Writes into the change that makes the meeting; `told` says in one sentence what came along."""

    def __init__(self, session: Session, record: Record, after: Meeting) -> None:
        assert after.id is not None, "the new meeting is written first"
        self._session, self._record, self._after, self._id = session, record, after, after.id
        self._came: list[str] = []
        self._chairs: list[CoChair] = []

    def take(self, parts: Collection[str]) -> None:
        """Makes the rows of these parts."""
        if MEMBERS in parts:
            self._take_members()
        if self._record.body.id == self._after.body_id:
            self._after.marking = self._record.meeting.marking
        if CHAIRS in parts:
            self._chairs = succession.co_chairs(self._record, self._id)
            self._add(self._chairs, "co-chair")
        if {AGENDA, POSTPONED, APPROVAL} & set(parts):
            self._take_agenda(parts)
        if ACTIONS in parts:
            self._add(succession.actions(self._record, self._id), "open action")
        if PLAN in parts:
            self._take_plan()

    @property
    def told(self) -> str:
        """Such as "From the third annual meeting came 45 delegations, 20 agenda items and 3 open actions."; or none."""
        if not self._came:
            return ""
        *others, last = self._came
        listed = f"{', '.join(others)} and {last}" if others else last
        return f"From {_called(self._record.meeting)} came {listed}."

    # ---- inner ----
    def _take_members(self) -> None:
        ours = select(Member).where(Member.body_id == self._after.body_id)
        members = self._session.exec(ours.order_by(col(Member.sequence), col(Member.id))).all()
        self._add(succession.delegations(members, self._record, self._id), "delegation")

    def _take_agenda(self, parts: Collection[str]) -> None:
        made: list[Inherited] = []
        if AGENDA in parts:
            made = succession.agenda(self._record, self._after)
        elif POSTPONED in parts:
            made = succession.agenda(self._record, self._after, [one.id for one in succession.postponed(self._record)])
        rows = [one.item for one in made]
        if APPROVAL in parts:
            rows.insert(succession.place_for_approval(made), self._approval())
        for place, row in enumerate(rows):
            row.sequence = place
        self._add(rows, "agenda item")
        for one in made:
            one.item.parent_id = made[one.parent].item.id if one.parent is not None else None
        if AGENDA in parts:
            self._take_sessions(made)
            self._lead(made)

    def _approval(self) -> AgendaItem:
        title = f"Approval of the statement of {_called(self._record.meeting)}"
        return AgendaItem(meeting_id=self._id, title=title, kind="item", purpose="decision")

    def _take_sessions(self, made: Sequence[Inherited]) -> None:
        """The blocks of the days, with the items that begin them."""
        rows = succession.sessions(self._record, self._after)
        self._add(rows)
        new = dict(zip([one.id for one in self._record.sessions], rows, strict=True))
        for one in made:
            if one.origin.session_id in new:
                one.item.session_id = new[one.origin.session_id].id

    def _lead(self, made: Sequence[Inherited]) -> None:
        """Who leads an item, where the chairs came along."""
        new = dict(zip([one.id for one in self._record.co_chairs], self._chairs, strict=False))
        for one in made:
            if one.origin.lead_id in new:
                one.item.lead_id = new[one.origin.lead_id].id

    def _take_plan(self) -> None:
        old = self._record.work_plan
        if old is None:
            return
        plan = WorkPlan(meeting_id=self._id, title=old.title, from_=old.from_, to=old.to)
        self._add([plan])
        assert plan.id is not None
        self._add(succession.plan_lines(self._record, plan.id), "work plan line")

    def _add(self, rows: Sequence[Stored], thing: str = "") -> None:
        """Writes the rows, so that they have their ids; a `thing` is counted in what is told."""
        self._session.add_all(rows)
        self._session.flush()
        if thing and rows:
            self._came.append(some(len(rows), thing))


def _called(meeting: Meeting) -> str:
    """The meeting in a sentence: "the third annual meeting", or its own title."""
    name = meeting_name(meeting)
    return name if meeting.title else f"the {name[:1].lower()}{name[1:]}"


def _source_label(meeting: Meeting, body: Body, last: bool) -> str:
    place = meeting.city or meeting.country
    name = " ".join(part for part in (body.short or body.name, label(meeting.ordinal, meeting.title)) if part)
    whole = f"{name}, {place} {meeting.start:%Y}" if place else f"{name}, {meeting.start:%Y}"
    return f"The last meeting: {whole}" if last else whole
