"""The lines of an agenda as its documents print them: the public agenda, the annotated one and the run sheet."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator

from bali_desk.documents.contexts.heading import weekday
from bali_desk.documents.contexts.people import naming_of
from bali_desk.domain.agenda import Line, outline
from bali_desk.domain.disclosure import restricted_items
from bali_desk.domain.models import MeetingSession
from bali_desk.domain.papers import full_symbol
from bali_desk.domain.record import Record

DOT = "\u00a0· "  # never begins a line
Fields = dict[str, object]


def lines_of(record: Record, restricted: bool = False) -> list[Line]:
    """The lines in printed order; unless asked for, without restricted items and whatever lies under them.

    The others keep their numbers.
    """
    closed = set() if restricted else restricted_items(record)
    return [line for line in outline(record.agenda, record.meeting, record.sessions) if line.item.id not in closed]


def days_of(lines: Iterable[Line], fields: Callable[[Line], Fields]) -> list[Fields]:
    """The lines by day, with one for each session before its first."""
    return [
        {"title": weekday(day), "date": day, "lines": list(_of_day(of_day, fields))}
        for day, of_day in itertools.groupby(lines, key=lambda line: line.day)
    ]


def item_fields(line: Line, record: Record, restricted: bool = False) -> Fields:
    """What a template may say of an item; restricted papers are named only where they may be."""
    item = line.item
    presenters = [name for name in (_presenter(one, record) for one in item.presenters) if name]
    papers = [symbol for symbol in (_symbol(one, record, restricted) for one in item.papers) if symbol]
    purpose = f"For {item.purpose}" if item.purpose else ""
    lead = _lead(item.lead_id, record)
    return {
        "number": line.number,
        "depth": line.depth,
        "kind": item.kind or "item",
        "is_point": item.kind in (None, "", "item"),
        "title": item.title or "",
        "starts": clock(line.starts),
        "ends": clock(line.ends),
        "time": "" if line.depth else times(line),  # sub-items share the clock of the item above
        "minutes": line.minutes,
        "lead": lead,
        "presenters": presenters,
        "papers": papers,
        "purpose": purpose,
        "annotation": item.annotation or "",
        "details": DOT.join([*filter(None, [purpose, lead and f"Chair: {lead}", "; ".join(presenters)]), *papers]),
    }


def times(line: Line) -> str:
    """When a line begins and ends: "09:00–09:20"."""
    if line.starts is None or line.ends is None or line.ends == line.starts:
        return clock(line.starts)
    return f"{clock(line.starts)}–{clock(line.ends)}"


def clock(moment: dt.datetime | None) -> str:
    """A moment of the day: "09:00"."""
    return f"{moment:%H:%M}" if moment else ""


def _of_day(lines: Iterable[Line], fields: Callable[[Line], Fields]) -> Iterator[Fields]:
    session: MeetingSession | None = None
    for line in lines:
        made = fields(line)
        if line.session is not None and line.session is not session:
            yield _session(line.session, made)
        session = line.session
        yield made


def _session(session: MeetingSession, like: Fields) -> Fields:
    """A session as a line that is no point of the agenda; it has the fields of a line, most of them empty."""
    empty: Fields = {name: [] if isinstance(value, list) else "" for name, value in like.items()}
    return empty | {
        "depth": 0,
        "kind": "session",
        "is_point": False,
        "title": session.name,
        "starts": session.start or "",
        "ends": session.end or "",
        "time": "–".join(filter(None, (session.start, session.end))),
        "minutes": None,
    }


def _presenter(name: str, record: Record) -> str:
    person = next((one for one in record.participants if one.handle == name), None)
    if person is None:
        return name
    delegation = next((one.name for one in record.delegations if one.id == person.delegation_id), "")
    full = naming_of(record).addressed(person)
    if not delegation:
        return full
    return f"{full}, {delegation}" if "(" in full + delegation else f"{full} ({delegation})"


def _lead(co_chair: int | None, record: Record) -> str:
    """Who of the co-chairs leads, by country or name."""
    chair = next((one for one in record.co_chairs if co_chair is not None and one.id == co_chair), None)
    return "" if chair is None else chair.country or chair.person or chair.institution or ""


def _symbol(handle: str, record: Record, restricted: bool) -> str:
    paper = next((one for one in record.papers if one.handle == handle), None)
    if paper is None or (paper.restricted and not restricted):
        return ""
    return full_symbol(paper.symbol, paper.revision) or paper.title or ""
