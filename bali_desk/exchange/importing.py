"""Taking a meeting file into the desk: a new meeting, or the same meeting brought up to what the file says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlmodel import Session, SQLModel, select

from bali_desk.domain.models import Body, Listed, Meeting, Statement, Stored, WorkPlan
from bali_desk.exchange import checking
from bali_desk.exchange.fields import BODY, LISTINGS, MEETING, PLAN, STATEMENT, Listing, column_of, default_of

Json = Any
Row = TypeVar("Row", bound=Stored)


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
        if (owner := _owner(one, owners)) is not None and _is_told(content, one, created)
    }
    session.flush()  # new rows have their ids from here on
    _refer(taken)
    session.flush()
    return Taken(key_of(meeting), created, checking.warnings_about(content))


def _body(session: Session, content: Json) -> Body:
    body = session.exec(select(Body).where(Body.name == content["body"]["name"])).first() or Body(name="")
    _write(body, content["body"], BODY)
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
    here = _Known(session.exec(select(listing.model).where(column == owner.id).order_by(_sequence(listing))).all())
    taken: list[tuple[Stored, Json]] = []
    for sequence, entry in enumerate(checking.entries(content, listing.path)):
        row = here.find(listing, entry) or listing.model(**{key: owner.id, **_named(listing, entry)})
        _write(row, entry, listing.fields)
        _write(row, {"sequence": sequence}, ("sequence",))
        if listing.has_handles:
            _write(row, {"handle": entry["id"]}, ("handle",))
        session.add(row)
        taken.append((row, entry))
    for gone in here.left:
        _let_go(session, content, listing, gone)
        session.delete(gone)
    return taken


def _let_go(session: Session, content: Json, listing: Listing, gone: Stored) -> None:
    """Empty the references to a row that goes in the lists that stay as they are."""
    for other in LISTINGS:
        for _, column, target in other.references:
            if target == listing.record and not _is_told(content, other, created=False):
                here = other.model.__table__.c[column]  # type: ignore[attr-defined]
                for row in session.exec(select(other.model).where(here == gone.id)):
                    setattr(row, column, None)


def _sequence(listing: Listing) -> Any:
    return listing.model.__table__.c.sequence  # type: ignore[attr-defined]


def _named(listing: Listing, entry: Json) -> dict[str, Json]:
    """What a new row must have before it is written."""
    return {name: entry[name] for name in ("name", "kind") if name in listing.fields and name in entry}


class _Known:
    """The rows of a list that are there already, each to be found once."""

    def __init__(self, rows: Sequence[Stored]) -> None:
        self.left = list(rows)

    def find(self, listing: Listing, entry: Json) -> Stored | None:
        """The row an entry is about: by its handle, else the first one that says the same."""
        for row in self.left:
            if self._is_about(row, listing, entry):
                self.left.remove(row)
                return row
        return None

    def _is_about(self, row: Stored, listing: Listing, entry: Json) -> bool:
        if listing.has_handles:
            return isinstance(row, Listed) and row.handle == entry["id"]
        return all(getattr(row, name) == entry.get(name) for name in listing.fields if name in ("name", "kind", "text"))


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
        value = entry.get(field, default_of(field))
        dated = type(row).model_fields[column_of(field)].annotation
        if isinstance(value, str) and dated in (dt.date, dt.date | None):
            value = dt.date.fromisoformat(value)
        elif isinstance(value, float):  # JSON's 3.0 is a whole number
            value = int(value)
        if getattr(row, column_of(field)) != value:
            setattr(row, column_of(field), value)


def key_of(row: Stored) -> int:
    """The key of a row that has been written."""
    if row.id is None:
        raise LookupError("a row has no key before it is written")
    return row.id


def _keep(session: Session, row: Row) -> Row:
    session.add(row)
    session.flush()
    return row
