"""What one meeting hands on to the next: new rows made from those of the meeting before, which stay as they are."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bali_desk.domain.agenda import Line, outline
from bali_desk.domain.coverage import without_outcome
from bali_desk.domain.dates import ordinal_figure, ordinal_word
from bali_desk.domain.models import (
    Action,
    AgendaItem,
    CoChair,
    Delegation,
    EarlierMeeting,
    Meeting,
    MeetingSession,
    Member,
    WorkPlan,
    WorkPlanLine,
)
from bali_desk.domain.record import Record

ENDED = ("done", "completed", "closed", "superseded", "cancelled", "dropped")  # of an action or a line of the work plan
POSTPONING = ("postponed", "deferred")  # verbs that mark an item for the next meeting


@dataclass(frozen=True)
class Inherited:
    """An item for the next agenda, the item it was made from, and the place of its parent in the same list."""

    item: AgendaItem
    origin: AgendaItem
    parent: int | None


def open_actions(record: Record) -> list[Action]:
    """The actions still to be done."""
    return [action for action in record.actions if is_open(action.status)]


def open_lines(record: Record) -> list[WorkPlanLine]:
    """The lines of the work plan that go on."""
    return [line for line in record.work_plan_lines if is_open(line.status)]


def is_open(status: str | None) -> bool:
    """Whether an action or a line with this status goes on; one without any does."""
    return (status or "").strip().casefold() not in ENDED


def postponed(record: Record) -> list[AgendaItem]:
    """The items a held meeting left to the next: without an outcome, or with one that says so."""
    if not record.outcomes:
        return []
    lines = outline(record.agenda, record.meeting, record.sessions)
    left = {line.item.id for line in without_outcome(lines, {outcome.agenda_item_id for outcome in record.outcomes})}
    left |= {one.agenda_item_id for one in record.outcomes if (one.verb or "").strip().casefold() in POSTPONING}
    return [line.item for line in lines if line.item.id in left]


def delegations(members: Sequence[Member], record: Record, meeting_id: int) -> list[Delegation]:
    """The standing members, named as they asked to be last time, and the secretariat.

    A body whose members nobody has listed hands on the delegations of the meeting before.
    """
    known = {one.name: one for one in record.delegations}
    made = [
        Delegation(
            meeting_id=meeting_id,
            name=member.name,
            official_name=member.official_name,
            wished_name=known[member.name].wished_name if member.name in known else None,
            kind=member.kind,
            status=member.status,
        )
        for member in members
    ]
    others = [one for one in record.delegations if not members or one.kind == "secretariat"]
    made += [_same_delegation(one, meeting_id) for one in others if one.name not in {member.name for member in members}]
    for place, one in enumerate(made):
        one.sequence = place
    return made


def co_chairs(record: Record, meeting_id: int) -> list[CoChair]:
    """The countries in the chair, with institution and person."""
    names = ("country", "institution", "person")
    return [
        CoChair(meeting_id=meeting_id, sequence=place, **{name: getattr(one, name) for name in names})
        for place, one in enumerate(record.co_chairs)
    ]


def agenda(record: Record, after: Meeting, only: Collection[int | None] | None = None) -> list[Inherited]:
    """The items with titles, minutes, levels and numbers set by hand; nothing that was said, presented or decided.

    Days move with the meeting. A clock time stays only where it begins a day, so that the others follow it. With
    `only`, just the items with these ids, at top level.
    """
    places: dict[int | None, int] = {}
    begun: set[dt.date] = set()
    made: list[Inherited] = []
    for line in outline(record.agenda, record.meeting, record.sessions):
        if only is not None and line.item.id not in only:
            continue
        day = moved_day(line.day, record.meeting, after)
        start = line.item.start if only is None and day not in begun else None
        if start:
            begun.add(day)
        item = _same_item(line, after.id or 0, day if line.item.day and only is None else None, start, len(made))
        places[line.item.id] = len(made)
        made.append(Inherited(item, line.item, places.get(line.item.parent_id)))
    return made


def sessions(record: Record, after: Meeting) -> list[MeetingSession]:
    """The blocks of the days, moved with the meeting."""
    return [
        MeetingSession(
            meeting_id=after.id or 0,
            sequence=place,
            name=one.name,
            day=moved_day(one.day, record.meeting, after),
            start=one.start,
            end=one.end,
        )
        for place, one in enumerate(record.sessions)
    ]


def moved_day(day: dt.date, before: Meeting, after: Meeting) -> dt.date:
    """The same day of the next meeting; of a shorter one its last."""
    last = after.end or after.start
    return after.start + min(max(day - before.start, dt.timedelta()), last - after.start)


def actions(record: Record, meeting_id: int) -> list[Action]:
    """The open actions; each keeps its handle, by which it is followed from meeting to meeting."""
    return [
        Action(
            meeting_id=meeting_id,
            sequence=place,
            handle=one.handle,
            text=one.text,
            owner=one.owner,
            due=one.due,
            status=one.status,
        )
        for place, one in enumerate(open_actions(record))
    ]


def plan_lines(record: Record, plan_id: int) -> list[WorkPlanLine]:
    """The open lines of the work plan, with their handles."""
    return carried(open_lines(record), plan_id)


def carried(lines: Sequence[WorkPlanLine], plan_id: int, first: int = 0) -> list[WorkPlanLine]:
    """These lines in the plan with this id, from the place `first` on; each keeps its handle, and is followed by it."""
    return [
        WorkPlanLine(plan_id=plan_id, sequence=place, handle=one.handle, text=one.text, status=one.status)
        for place, one in enumerate(lines, first)
    ]


def next_period(plan: WorkPlan, year: int) -> tuple[str, str, str]:
    """Title, first and last year of the plan for a meeting in this year: as they are while the plan lasts.

    Of a plan that ended before, those of the next period, as long as the one before and begun where that one ends,
    wherever title and years say their years in four figures, or the last of two in two ("2015–17").
    """
    title, begins, ends = plan.title or "", plan.from_ or "", plan.to or ""
    first, last = (re.search(r"(?:19|20)\d\d", text) for text in (begins, ends))
    if first is None or last is None or not int(first[0]) < int(last[0]) < year:
        return title, begins, ends
    length = int(last[0]) - int(first[0])

    def later(found: re.Match[str]) -> str:
        figures = len(found[0])
        return f"{(int(found[0]) + length) % 10**figures:0{figures}}"

    def period(found: re.Match[str]) -> str:
        return re.sub(r"\d+", later, found[0])

    title = re.sub(r"(?<!\d)(?:19|20)\d\d(?:\s*[-–—/]\s*\d\d)?(?!\d)", period, title)
    return title, re.sub(r"(?:19|20)\d\d", later, begins), re.sub(r"(?:19|20)\d\d", later, ends)


def series(known: Sequence[EarlierMeeting], held: Sequence[Meeting], meeting_id: int) -> list[EarlierMeeting]:
    """The meetings before: those of the desk, and those it knows only from an earlier list, by date."""
    made = [_as_earlier(one, meeting_id) for one in held]
    ordinals = {one.ordinal for one in made} - {None}
    starts = {one.start for one in made}
    made += [
        EarlierMeeting(meeting_id=meeting_id, ordinal=one.ordinal, start=one.start, end=one.end, place=one.place)
        for one in known
        if one.ordinal not in ordinals and (one.start is None or one.start not in starts)
    ]
    made.sort(key=lambda one: (one.start or "", one.ordinal or 0))
    for place, one in enumerate(made):
        one.sequence = place
    return made


def next_title(title: str | None, ordinal: int | None, following: int | None) -> str:
    """A title of one's own with the next ordinal in it: "Third annual meeting" gives "Fourth annual meeting".

    Empty where the title does not say the ordinal: it was for that one meeting.
    """
    if not title or not ordinal or not following:
        return ""
    for write in (ordinal_word, ordinal_figure):
        said, new = write(ordinal), write(following)
        found = re.search(rf"\b{re.escape(said)}\b", title, re.IGNORECASE)
        if found:
            words = new.upper() if found[0].isupper() else new.capitalize() if found[0][0].isupper() else new
            return title[: found.start()] + words + title[found.end() :]
    return ""


def place_for_approval(made: Sequence[Inherited]) -> int:
    """Where the approval of the last statement stands among the items: after the first numbered one and what is in it.

    That is the adoption of the agenda, or the opening.
    """
    first = next((place for place, one in enumerate(made) if one.item.kind in (None, "item")), None)
    if first is None:
        return len(made)
    following = (place for place, one in enumerate(made) if place > first and one.parent is None)
    return next(following, len(made))


# ---- inner ----
def _same_delegation(one: Delegation, meeting_id: int) -> Delegation:
    names = ("name", "official_name", "wished_name", "kind", "status")
    return Delegation(meeting_id=meeting_id, **{name: getattr(one, name) for name in names})


def _same_item(line: Line, meeting_id: int, day: dt.date | None, start: str | None, place: int) -> AgendaItem:
    item = line.item
    return AgendaItem(
        meeting_id=meeting_id,
        sequence=place,
        no=item.no,
        title=item.title,
        kind=item.kind,
        day=day,
        start=start,
        minutes=line.minutes if item.end else item.minutes,
        purpose=item.purpose,
        restricted=item.restricted,
    )


def _as_earlier(meeting: Meeting, meeting_id: int) -> EarlierMeeting:
    return EarlierMeeting(
        meeting_id=meeting_id,
        ordinal=meeting.ordinal,
        start=meeting.start.isoformat(),
        end=meeting.end.isoformat() if meeting.end else None,
        place=", ".join(part for part in (meeting.city, meeting.country) if part) or None,
    )
