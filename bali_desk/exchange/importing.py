"""Taking a meeting file into the desk: a new meeting, or the same meeting brought up to what the file says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlmodel import Session, SQLModel, select

from bali_desk.domain.models import (
    AgendaItem,
    Body,
    Listed,
    Meeting,
    Paper,
    Participant,
    Statement,
    Stored,
    WorkPlan,
    WorkPlanLine,
)
from bali_desk.domain.names import naming
from bali_desk.exchange import checking
from bali_desk.exchange.fields import BODY, LISTINGS, MEETING, PLAN, STATEMENT, Listing, column_of, default_of

Json = Any
Row = TypeVar("Row", bound=Stored)
HANDLE_LISTS: dict[str, tuple[type[Listed], ...]] = {"papers": (Paper,), "fulfils": (WorkPlanLine,)}
GROUPS = {"next": ("when", "place"), "recommended_to": ("body", "when")}  # what each may hold


@dataclass(frozen=True)
class Taken:
    """What an import did; `warnings` tell what was left out or is doubtful, each with its place."""

    meeting: int
    created: bool
    warnings: list[str]


def known_meeting(session: Session, content: Json) -> Meeting | None:
    """The meeting of the desk that a checked file is about: same body, same ordinal, same start."""
    start = dt.date.fromisoformat(content["meeting"]["start"])
    same = select(Meeting).join(Body).where(Body.name == content["body"]["name"], Meeting.start == start)
    return session.exec(same.where(Meeting.ordinal == content["meeting"].get("ordinal"))).first()


def take_in(session: Session, data: bytes) -> Taken:
    """Write a meeting file into the desk.

    A list of the file takes the place of the meeting's list, row by row, so nobody is doubled; a list the file leaves
    out stays as it is. Raises DeskError, before anything is written, with the place that is wrong.
    """
    content = checking.read(data)
    meeting = known_meeting(session, content)
    created = meeting is None
    body = _body(session, content)
    if meeting is None:
        meeting = Meeting(body_id=key_of(body), start=dt.date.fromisoformat(content["meeting"]["start"]))
    _write(meeting, content["meeting"], MEETING)
    _keep(session, meeting)
    owners = {"body": body, "meeting": meeting, **_singles(session, content, meeting)}
    taken = {
        one.record: _take_list(session, content, one, owner)
        for one in LISTINGS
        if (owner := _owner(one, owners)) is not None and _is_told(content, one, created and owner is not body)
    }
    session.flush()  # new rows have their ids from here on
    _refer(taken)
    _forget_handles(session, content, meeting)
    session.flush()
    return Taken(key_of(meeting), created, checking.warnings_about(content))


def _body(session: Session, content: Json) -> Body:
    """The body. What the desk knows of it and the file leaves out stays: other meetings rest on it too."""
    said = content["body"]
    body = session.exec(select(Body).where(Body.name == said["name"])).first() or Body(name=said["name"])
    _write(body, said, [name for name in BODY if body.id is None or name in said])
    return _keep(session, body)


def _singles(session: Session, content: Json, meeting: Meeting) -> dict[str, Stored]:
    """The work plan and the statement, where the file has them."""
    singles: dict[str, Stored] = {}
    for name, model, fields in (("work_plan", WorkPlan, PLAN), ("statement", Statement, STATEMENT)):
        if content.get(name) is not None:
            row = session.exec(select(model).where(model.meeting_id == meeting.id)).first()
            row = row or model(meeting_id=key_of(meeting))
            _write(row, content[name], fields)
            singles[name] = _keep(session, row)
    return singles


def _owner(listing: Listing, owners: dict[str, Stored]) -> Stored | None:
    return owners.get(listing.path[0]) if len(listing.path) == 2 else owners["meeting"]


def _is_told(content: Json, listing: Listing, created: bool) -> bool:
    for name in listing.path:
        content = content.get(name)
        if content is None:
            return created
    return True


def _take_list(session: Session, content: Json, listing: Listing, owner: Stored) -> list[tuple[Stored, Json]]:
    """Bring the rows of one list up to the file's; returns each row with its entry."""
    key = {Body: "body_id", WorkPlan: "plan_id", Statement: "statement_id"}.get(type(owner), "meeting_id")
    column = listing.model.__table__.c[key]  # type: ignore[attr-defined]
    rows = session.exec(select(listing.model).where(column == owner.id).order_by(_sequence(listing))).all()
    here = _Known(listing, rows)
    taken: list[tuple[Stored, Json]] = []
    for sequence, entry in enumerate(checking.entries(content, listing.path)):
        row = here.find(entry) or listing.model(**{key: owner.id, **_named(listing, entry)})
        _write(row, entry, listing.fields)
        _write(row, {"sequence": sequence}, ("sequence",))
        if listing.has_handles:
            _write(row, {"handle": entry["id"]}, ("handle",))
        session.add(row)
        taken.append((row, entry))
    for gone in here.left():
        _let_go(session, content, listing, gone)
        session.delete(gone)
    return taken


def _let_go(session: Session, content: Json, listing: Listing, gone: Stored) -> None:
    """Empty the references to a row that goes in the lists that stay as they are; a presenter stays by name."""
    if isinstance(gone, Participant) and content.get("agenda") is None:
        body = session.get_one(Body, session.get_one(Meeting, gone.meeting_id).body_id)
        name = naming(body.name_style).printed(gone)
        for item in session.exec(select(AgendaItem).where(AgendaItem.meeting_id == gone.meeting_id)):
            named = [name if one == gone.handle else one for one in item.presenters]
            _write(item, {"presenters": [one for one in named if one]}, ("presenters",))
    for other in LISTINGS:
        for _, column, target in other.references:
            if target == listing.record and not _is_told(content, other, created=False):
                here = other.model.__table__.c[column]  # type: ignore[attr-defined]
                for row in session.exec(select(other.model).where(here == gone.id)):
                    setattr(row, column, None)


def _forget_handles(session: Session, content: Json, meeting: Meeting) -> None:
    """Take handles that lead nowhere any more out of the lists that stay as they are."""
    for other in LISTINGS:
        for field in HANDLE_LISTS.keys() & set(other.fields):
            if not _is_told(content, other, created=False):
                known = {handle for model in HANDLE_LISTS[field] for handle in _handles(session, model, meeting)}
                for row in session.exec(select(other.model).where(_of(other.model, meeting))):
                    _write(row, {field: [one for one in getattr(row, field) if one in known]}, (field,))


def _handles(session: Session, model: type[Listed], meeting: Meeting) -> Sequence[str]:
    return session.exec(select(model.handle).where(_of(model, meeting))).all()


def _of(model: type[Stored], meeting: Meeting) -> Any:
    """That a row is of this meeting, straight or through its work plan."""
    columns = model.__table__.c  # type: ignore[attr-defined]
    if "plan_id" in columns:
        return columns.plan_id.in_(select(WorkPlan.id).where(WorkPlan.meeting_id == meeting.id))
    return columns.meeting_id == meeting.id


def _sequence(listing: Listing) -> Any:
    return listing.model.__table__.c.sequence  # type: ignore[attr-defined]


def _named(listing: Listing, entry: Json) -> dict[str, Json]:
    """What a new row must have before it is written."""
    return {name: entry[name] for name in ("name", "kind") if name in listing.fields and name in entry}


class _Known:
    """The rows of a list that are there already, each to be found once."""

    def __init__(self, listing: Listing, rows: Sequence[Stored]) -> None:
        self._words = [name for name in ("name", "kind", "text") if name in listing.fields]
        self._has_handles = listing.has_handles
        self._rows: dict[Any, list[Stored]] = {}
        for row in reversed(rows):
            self._rows.setdefault(self._key(vars(row)), []).append(row)

    def find(self, entry: Json) -> Stored | None:
        """The row an entry is about: by its handle, else the first one that says the same."""
        rows = self._rows.get(self._key({**entry, "handle": entry.get("id")}))
        return rows.pop() if rows else None

    def left(self) -> list[Stored]:
        """The rows nothing was about."""
        return [row for rows in self._rows.values() for row in rows]

    def _key(self, fields: Mapping[str, Any]) -> Any:
        return fields["handle"] if self._has_handles else tuple(fields.get(name) for name in self._words)


def _refer(taken: dict[str, list[tuple[Stored, Json]]]) -> None:
    """Write the references between rows, now that every row has its id."""
    ids = {
        name: {entry["id"]: row.id for row, entry in rows if "id" in entry}
        for name, rows in taken.items()
    }  # fmt: skip
    for listing in LISTINGS:
        for row, entry in taken.get(listing.record, []):
            for field, column, target in listing.references:
                setattr(row, column, ids.get(target, {}).get(entry.get(field)))


def _write(row: SQLModel, entry: Json, fields: Sequence[str]) -> None:
    for field in fields:
        value = _kept(entry.get(field, default_of(field)), field)
        dated = type(row).model_fields[column_of(field)].annotation
        if isinstance(value, str) and dated in (dt.date, dt.date | None):
            value = dt.date.fromisoformat(value)
        if getattr(row, column_of(field)) != value:
            setattr(row, column_of(field), value)


def _kept(value: Json, field: str) -> Json:
    """A value as the desk keeps it: JSON's 3.0 is a whole number, and a group holds only the fields it has."""
    if isinstance(value, float):
        return int(value)
    if isinstance(value, dict):
        return {name: _kept(one, name) for name, one in value.items() if name in GROUPS.get(field, value)}
    return value


def key_of(row: Stored) -> int:
    """The key of a row that has been written."""
    if row.id is None:
        raise LookupError("a row has no key before it is written")
    return row.id


def _keep(session: Session, row: Row) -> Row:
    session.add(row)
    session.flush()
    return row
