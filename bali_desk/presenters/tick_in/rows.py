"""What the tick-in page shows: the rows of the attendance sheet and the words round them. No Qt, no desk."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bali_desk.documents.contexts.people import in_printed_order, naming_of
from bali_desk.domain.dates import written
from bali_desk.domain.models import MeetingSession, Participant
from bali_desk.domain.names import plain_letters
from bali_desk.domain.record import Record
from bali_desk.presenters.person_names import NAMELESS
from bali_desk.presenters.side_list import SideRow
from bali_desk.presenters.tick_in.command import Asked, Listed
from bali_desk.presenters.typed import short

WHOLE = "Whole meeting"
ORDERS = (("delegation", "By delegation"), ("name", "By name"))
NOT_YET = "not yet"
MOST_NUMBERS = 8  # that a promise spells out


class TickRow(NamedTuple):
    """One line of the sheet on the screen."""

    key: int
    number: int
    name: str
    native: str
    delegation: str
    state: str  # one of attendance.STATES, at the meeting or in the session
    state_words: str
    remark: str
    coming: str  # the state the line in the field would give her; empty: none
    listed: Listed


@dataclass(frozen=True)
class SheetShown:
    """The page as a whole."""

    rows: Sequence[TickRow]  # those found, where letters were typed
    chosen: int | None  # key of the row that the keys mark
    promise: str  # what Enter would do
    trouble: str  # why the line cannot be read
    nobody: str  # the letters nobody is called by: a walk-in may be
    button: str
    ticked: int
    total: int
    counts: str
    sessions: tuple[tuple[int | None, str], ...]
    session: int | None
    order: str
    side_rows: Sequence[SideRow]
    delegations: Sequence[str]


def tick_rows(record: Record, order: str, session: int | None) -> list[TickRow]:
    """Everyone in the printed order, with the state in a session, or at the meeting where it is None."""
    naming = naming_of(record)
    names = {one.id: naming.addressed(one) or NAMELESS for one in record.participants}
    homes = {one.id: one.name for one in record.delegations}
    taken = {one.participant_id: one.state for one in record.presences if one.session_id == session}
    return [
        _tick_row(number, person, names, homes.get(person.delegation_id, ""), taken if session is not None else None)
        for number, person in enumerate(in_printed_order(record, order), 1)
    ]


def with_coming(rows: Sequence[TickRow], what: Asked, chosen: int | None) -> list[TickRow]:
    """The rows to show for what is asked: all with those that would change marked, or those found by letters."""
    state = what.state or "present"
    if what.best is None:
        wanted = set(what.rows)
        return [row._replace(coming=state) if row.number in wanted else row for row in rows]
    found = [rows[number - 1] for number in what.rows]
    return [row._replace(coming=state) if row.key == chosen else row for row in found]


def promise(rows: Sequence[TickRow], what: Asked, chosen: int | None) -> str:
    """What Enter would do, in words; empty where it would do nothing."""
    state = NOT_YET if what.state == "expected" else what.state or "present"
    if what.substitute is not None:
        who, instead = rows[what.rows[0] - 1], rows[what.substitute - 1]
        return f"Enter marks {_named(who)} replaced by {_named(instead)}"
    if what.rows and what.best is None and len(what.rows) > 1:
        return f"Enter marks {len(what.rows)} persons {state}: {_numbers(what.rows)}"
    row = _one_row(rows, what, chosen)
    if row is None:
        return ""
    others = f" · {len(what.rows)} found, the arrows choose" if len(what.rows) > 1 else ""
    return f"Enter marks {_named(row)} {state}{others}"


def button_words(what: Asked) -> str:
    """The words on the button that does what Enter does."""
    state = NOT_YET if what.state == "expected" else what.state or "present"
    return f"Mark {len(what.rows)} {state}" if len(what.rows) > 1 and what.best is None else f"Mark {state}"


def counts_in_words(rows: Sequence[TickRow]) -> str:
    """ "38 present · 1 excused · 2 not yet"."""
    states = Counter(row.state for row in rows)
    order = ("present", "excused", "absent", "replaced", "expected")
    named = [(NOT_YET if state == "expected" else state, states[state]) for state in order]
    return " · ".join(f"{number} {state}" for state, number in named if number)


def session_choices(sessions: Sequence[MeetingSession]) -> tuple[tuple[int | None, str], ...]:
    """What attendance may be taken for: the whole meeting, then each session."""
    return ((None, WHOLE), *((one.id, session_words(one)) for one in sessions))


def session_words(session: MeetingSession) -> str:
    """A session in one line: "26 May, morning", with its clock times where they are known."""
    return f"{_day(session.day)}, {short(session.name)}"


def session_row(session: MeetingSession, present: int) -> SideRow:
    """A session as the list of sessions shows it."""
    clock = "–".join(part for part in (session.start, session.end) if part)
    came = f"{present} present" if present else ""
    detail = " · ".join(part for part in (_day(session.day), clock, came) if part)
    values = {
        "name": session.name,
        "day": written(session.day),
        "start": session.start or "",
        "end": session.end or "",
    }
    return SideRow(session.id or 0, session.name, detail, values)


def _day(day: dt.date) -> str:
    return written(day).rsplit(" ", 1)[0]


def _tick_row(
    number: int, person: Participant, names: Mapping[int | None, str], home: str, taken: Mapping[int, str] | None
) -> TickRow:
    whole = person.attendance or "expected"
    state = whole if taken is None else taken.get(person.id or 0, "expected")
    name = names[person.id]
    native = person.native_name or ""
    listed = Listed(number, plain_letters(f"{name} {native}"), plain_letters(home), state)
    substitute = names.get(person.replaced_by_id) if whole == "replaced" and person.replaced_by_id else ""
    whole_words = f"replaced by {substitute}" if substitute else NOT_YET if whole == "expected" else whole
    state_words = whole_words if taken is None else NOT_YET if state == "expected" else state
    remarks = [whole_words] if taken is not None and whole not in ("expected", state) and state != "present" else []
    remarks += ["online"] if person.mode == "online" else []
    return TickRow(
        key=person.id or 0,
        number=number,
        name=name,
        native=native if native != name else "",
        delegation=home,
        state=state,
        state_words=state_words,
        remark=" · ".join(remarks),
        coming="",
        listed=listed,
    )


def _one_row(rows: Sequence[TickRow], what: Asked, chosen: int | None) -> TickRow | None:
    if len(what.rows) == 1 and what.best is None:
        return rows[what.rows[0] - 1]
    return next((row for row in rows if row.key == chosen), None) if chosen is not None else None


def _named(row: TickRow) -> str:
    return f"{row.number} {short(row.name)}"


def _numbers(numbers: Sequence[int]) -> str:
    told = ", ".join(str(number) for number in numbers[:MOST_NUMBERS])
    more = len(numbers) - MOST_NUMBERS
    return f"{told} and {more} more" if more > 0 else told
