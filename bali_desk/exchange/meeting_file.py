"""A meeting as one file: everything the record holds, every key written out."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from bali_desk.domain.models import Listed, Stored
from bali_desk.domain.record import Record
from bali_desk.exchange.checking import FORMAT, VERSION
from bali_desk.exchange.fields import BODY, LISTINGS, MEETING, PLAN, STATEMENT, Listing, column_of

Json = Any
Handles = dict[tuple[type[Stored], int | None], str]


def to_file(record: Record) -> bytes:
    """The record as a meeting file: UTF-8 JSON."""
    handles: Handles = {
        (type(row), row.id): row.handle
        for listing in LISTINGS
        for row in _rows(record, listing)
        if isinstance(row, Listed)
    }
    lists = {one.record: [_entry(row, one, handles) for row in _rows(record, one)] for one in LISTINGS}
    known = {entry["id"] for name in ("outcomes", "agenda") for entry in lists[name]}
    for block in lists["blocks"]:  # a block may outlive its sources; a file may not name what it does not hold
        block["sources"] = [source for source in block["sources"] if source in known]
    return (json.dumps(_content(record, lists), ensure_ascii=False, indent=1) + "\n").encode()


def _content(record: Record, lists: dict[str, list[Json]]) -> Json:
    plan = record.work_plan and {**_fields(record.work_plan, PLAN), "lines": lists["work_plan_lines"]}
    statement = record.statement and {**_fields(record.statement, STATEMENT), "blocks": lists["blocks"]}
    return {
        "format": FORMAT,
        "version": VERSION,
        "body": {**_fields(record.body, BODY), "members": lists["members"]},
        "meeting": {**_fields(record.meeting, MEETING), "co_chairs": lists["co_chairs"]},
        "earlier_meetings": lists["earlier_meetings"],
        "delegations": lists["delegations"],
        "participants": lists["participants"],
        "agenda": lists["agenda"],
        "papers": lists["papers"],
        "outcomes": lists["outcomes"],
        "actions": lists["actions"],
        "work_plan": plan,
        "events": lists["events"],
        "statement": statement,
    }


def _rows(record: Record, listing: Listing) -> Sequence[Stored]:
    rows: Sequence[Stored] = getattr(record, listing.record)
    return rows


def _entry(row: Stored, listing: Listing, handles: Handles) -> Json:
    entry = {"id": handles[type(row), row.id]} if listing.has_handles else {}
    for field, column, target in listing.references:
        model = next(one.model for one in LISTINGS if one.record == target)
        entry[field] = handles.get((model, getattr(row, column)))  # type: ignore[assignment]
    return {**entry, **_fields(row, listing.fields)}


def _fields(row: Stored, fields: Sequence[str]) -> Json:
    values = {field: getattr(row, column_of(field)) for field in fields}
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in values.items()}
