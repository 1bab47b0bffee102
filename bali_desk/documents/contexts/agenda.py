"""What the agenda is told: nothing restricted, nothing private."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator

from bali_desk.documents.contexts.heading import heading, weekday
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.contexts.people import naming_of
from bali_desk.domain.agenda import Line, outline
from bali_desk.domain.models import MeetingSession, Paper
from bali_desk.domain.papers import full_symbol
from bali_desk.domain.record import Record

_DOT = "\u00a0· "  # never begins a line


def agenda(record: Record, options: Options, edition: Edition) -> dict[str, object]:
    """The public agenda, by day."""
    lines = _public(outline(record.agenda, record.meeting, record.sessions))
    days = [
        {"title": weekday(day), "date": day, "lines": list(_of_day(of_day, record))}
        for day, of_day in itertools.groupby(lines, key=lambda line: line.day)
    ]
    return {
        **heading(record, "Provisional agenda" if options.provisional else "Agenda", edition),
        "days": days,
        "several_days": len(days) > 1,
        "timed": any(line.starts for line in lines),
        "papers": [_paper(one) for one in record.papers if not one.restricted],
    }


def _public(lines: list[Line]) -> list[Line]:
    """Without restricted items and whatever lies under them; the others keep their numbers."""
    shown: list[Line] = []
    hidden_below: int | None = None
    for line in lines:
        if hidden_below is not None and line.depth > hidden_below:
            continue
        hidden_below = line.depth if line.item.restricted else None
        if hidden_below is None:
            shown.append(line)
    return shown


def _of_day(lines: Iterable[Line], record: Record) -> Iterator[dict[str, object]]:
    """The lines of a day, with one for each session before its first."""
    session: MeetingSession | None = None
    for line in lines:
        if line.session is not None and line.session is not session:
            yield _session(line.session)
        session = line.session
        yield _line(line, record)


def _session(session: MeetingSession) -> dict[str, object]:
    """A session as a line that is no point of the agenda."""
    hours = "–".join(filter(None, (session.start, session.end)))
    empty = dict.fromkeys(("number", "lead", "purpose", "annotation", "details"), "")
    return {
        **empty,
        "depth": 0,
        "kind": "session",
        "is_point": False,
        "title": session.name,
        "starts": session.start or "",
        "ends": session.end or "",
        "time": hours,
        "minutes": None,
        "presenters": [],
        "papers": [],
    }


def _line(line: Line, record: Record) -> dict[str, object]:
    item = line.item
    presenters = [name for name in (_presenter(one, record) for one in item.presenters) if name]
    papers = [symbol for symbol in (_symbol(one, record) for one in item.papers) if symbol]
    purpose = f"For {item.purpose}" if item.purpose else ""
    lead = _lead(item.lead_id, record)
    return {
        "number": line.number,
        "depth": line.depth,
        "kind": item.kind or "item",
        "is_point": item.kind in (None, "", "item"),
        "title": item.title or "",
        "starts": _clock(line.starts),
        "ends": _clock(line.ends),
        "time": _time(line),
        "minutes": line.minutes,
        "lead": lead,
        "presenters": presenters,
        "papers": papers,
        "purpose": purpose,
        "annotation": item.annotation or "",
        "details": _DOT.join([*filter(None, [purpose, lead and f"Chair: {lead}", "; ".join(presenters)]), *papers]),
    }


def _time(line: Line) -> str:
    """The clock of a line that stands at the top; sub-items share their parent's."""
    if line.depth or line.starts is None:
        return ""
    if line.ends is None or line.ends == line.starts:
        return _clock(line.starts)
    return f"{_clock(line.starts)}–{_clock(line.ends)}"


def _clock(moment: dt.datetime | None) -> str:
    return f"{moment:%H:%M}" if moment else ""


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


def _symbol(handle: str, record: Record) -> str:
    paper = next((one for one in record.papers if one.handle == handle), None)
    if paper is None or paper.restricted:
        return ""
    return full_symbol(paper.symbol, paper.revision) or paper.title or ""


def _paper(paper: Paper) -> dict[str, object]:
    return {
        "symbol": full_symbol(paper.symbol, paper.revision),
        "title": paper.title or "",
        "submitted_by": paper.submitted_by or "",
    }
