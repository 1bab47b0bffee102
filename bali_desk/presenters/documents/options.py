"""The choices an officer has for each document: only those that change it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from bali_desk.domain.dates import written
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import MeetingSession

if TYPE_CHECKING:
    from bali_desk.documents.contexts.options import Options

Value = str | bool | int
MOST_ROWS = 99
_LONGEST = dt.timedelta(days=31)  # days of a meeting that are offered one by one


@dataclass(frozen=True)
class OptionRow:
    """One choice: a tick, a number, one of `choices` (what is kept, and the words for it), columns, or a text.

    The choices of a text are suggestions; the value of columns is those chosen, in order, with commas between.
    """

    key: str
    label: str
    kind: Literal["tick", "number", "text", "choice", "columns"]
    value: Value
    choices: tuple[tuple[str, str], ...] = ()


_DELEGATIONS = (
    "delegation_name",
    "Delegations",
    "choice",
    (("name", "As the office says"), ("official", "Official names"), ("wished", "As they wish")),
)
_ORDER = ("order", "Order", "choice", (("delegation", "By delegation"), ("name", "By name")))
_COLUMNS = (
    ("number", "Row numbers"),
    ("name", "Names"),
    ("delegation", "Delegations"),
    ("position", "Positions"),
    ("organisation", "Organisations"),
    ("role", "Roles"),
    ("email", "E-mail addresses"),
    ("mark", "Room to sign or tick"),
)
_PROVISIONAL = ("provisional", "Provisional, not yet adopted", "tick", ())
_OFFERED: Mapping[str, tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...]] = {
    "statement": (("until", "Circulated for comments until", "text", ()),),
    "agenda": (_PROVISIONAL,),
    "annotated-agenda": (_PROVISIONAL, ("glance", "Programme at a glance first", "tick", ())),
    "papers": (("restricted", "Restricted papers too", "tick", ()),),
    "name-plates": (
        ("plates", "Plates", "choice", (("delegation", "One a delegation"), ("person", "One a person"))),
        _DELEGATIONS,
    ),
    "badges": (
        _ORDER,
        _DELEGATIONS,
        ("native", "Names in their own script", "tick", ()),
        ("blank_rows", "Empty badges for walk-ins", "number", ()),
    ),
    "actions": (
        ("settled", "Those done and superseded too", "tick", ()),
        ("as_at", "Mark what is overdue as at", "text", ()),
    ),
    "participants": (
        _DELEGATIONS,
        ("native", "Names in their own script", "tick", ()),
        ("email", "E-mail addresses", "tick", ()),
    ),
    "attendance": (
        ("session", "Session", "text", ()),
        ("columns", "Columns", "columns", _COLUMNS),
        ("mark", "Presence", "choice", (("sign", "To be signed"), ("tick", "Boxes to tick"))),
        ("each", "Taken", "choice", (("sheet", "Once"), ("day", "Each day"), ("session", "Each session"))),
        _ORDER,
        _DELEGATIONS,
        ("native", "Names in their own script", "tick", ()),
        ("position", "Positions under names", "tick", ()),
        ("blank_rows", "Empty rows for walk-ins", "number", ()),
    ),
}


def offered(name: str, chosen: Mapping[str, Value], sittings: Sequence[str] = ()) -> list[OptionRow]:
    """The choices of a document as they stand; `sittings` are the days and sessions a sheet may be for."""
    options = options_of(chosen)
    suggested = {"session": tuple((words, words) for words in sittings)}
    return [
        OptionRow(key, label, kind, getattr(options, key), suggested.get(key, choices))  # type: ignore[arg-type]
        for key, label, kind, choices in _OFFERED.get(name, ())
    ]


def chosen_of(name: str, pairs: Sequence[str]) -> dict[str, Value]:
    """What is chosen for a document on the command line, as "order=name"; raises DeskError for what cannot be."""
    rows = {row.key: row for row in offered(name, {})}
    chosen: dict[str, Value] = {}
    for pair in pairs:
        key, equals, said = pair.partition("=")
        row = rows.get(key.strip().replace("-", "_"))
        if row is None or not equals:
            known = f"it has {', '.join(rows)}" if rows else "it has none"
            raise DeskError(f"“{pair}” is no option of this document, such as order=name; {known}.")
        chosen[row.key] = _read(row, said.strip())
    return chosen


def _read(row: OptionRow, said: str) -> Value:
    words = [value for value, _words in row.choices]
    if row.kind == "tick":
        words = ["yes", "no"]
    wrong = [one for one in (said.split(",") if row.kind == "columns" else [said]) if one.strip() not in words]
    if row.kind in ("tick", "choice", "columns") and wrong:
        raise DeskError(f"“{row.key}” cannot be “{', '.join(wrong)}”; choose of {', '.join(words)}.")
    if row.kind == "tick":
        return said == "yes"
    if row.kind == "number":
        if not said.isdecimal() or len(said) > 3:
            raise DeskError(f"“{row.key}” wants a number, not “{said}”.")
        return int(said)
    return said.replace(" ", "") if row.kind == "columns" else said


def sittings(start: dt.date, end: dt.date | None, sessions: Sequence[MeetingSession]) -> list[str]:
    """What an attendance sheet may be for, in words: each day where there are several, and each session."""
    days = [start + dt.timedelta(days=number) for number in range(min((end or start) - start, _LONGEST).days + 1)]
    of_days = [written(day) for day in days] if len(days) > 1 else []
    return of_days + [f"{written(one.day)}, {one.name}" for one in sessions]


def options_of(chosen: Mapping[str, Value]) -> Options:
    """What the document is made with."""
    from bali_desk.documents.contexts.options import Options

    return replace(Options(), **chosen)  # type: ignore[arg-type]
