"""What the agenda is told: nothing restricted, nothing private."""

from __future__ import annotations

import datetime as dt
import itertools

from bali_desk.documents.contexts.heading import heading, weekday
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.contexts.people import naming_of
from bali_desk.domain.agenda import Line, outline
from bali_desk.domain.models import Paper
from bali_desk.domain.record import Record

_DOT = "\u00a0· "  # never begins a line


def agenda(record: Record, options: Options, edition: Edition) -> dict[str, object]:
    """The public agenda, by day."""
    lines = _public(outline(record.agenda, record.meeting))
    days = [
        {"title": weekday(day), "date": day, "lines": [_line(one, record) for one in of_day]}
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


def _line(line: Line, record: Record) -> dict[str, object]:
    item = line.item
    presenters = [name for name in (_presenter(one, record) for one in item.presenters) if name]
    papers = [symbol for symbol in (_symbol(one, record) for one in item.papers) if symbol]
    purpose = f"For {item.purpose}" if item.purpose else ""
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
        "presenters": presenters,
        "papers": papers,
        "purpose": purpose,
        "annotation": item.annotation or "",
        "details": _DOT.join([*filter(None, [purpose, "; ".join(presenters)]), *papers]),
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


def _symbol(handle: str, record: Record) -> str:
    paper = next((one for one in record.papers if one.handle == handle), None)
    return "" if paper is None or paper.restricted else paper.symbol or paper.title or ""


def _paper(paper: Paper) -> dict[str, object]:
    return {"symbol": paper.symbol or "", "title": paper.title or "", "submitted_by": paper.submitted_by or ""}
