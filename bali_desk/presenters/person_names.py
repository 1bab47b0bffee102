"""Names by which persons of a meeting are shown and found where an officer types them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import inspect, select
from sqlmodel import Session, col

from bali_desk.domain.models import Body, Delegation, Participant
from bali_desk.store.history import Step
from bali_desk.store.names import naming_at

NAMELESS = "No name yet"
NAME_PARTS = ("handle", "honorific", "given", "family", "display", "native_name", "name_order", "delegation_id")


def names_by_handle(session: Session, meeting_id: int) -> dict[str, str]:
    """The printed name of every person of a meeting; two of one name are told apart by delegation, then by number."""
    columns: list[Any] = [getattr(Participant, name) for name in NAME_PARTS] + [Delegation.name]
    home = col(Participant.delegation_id) == col(Delegation.id)
    ours = select(*columns).join(Delegation, home, isouter=True).where(col(Participant.meeting_id) == meeting_id)
    rows: list[Any] = list(session.execute(ours.order_by(col(Participant.sequence), col(Participant.id))))
    names = naming_at(session, meeting_id)
    printed = [(row.handle, names.printed(row) or NAMELESS, row.name) for row in rows]
    return _told_apart(printed)


def renames(step: Step) -> bool:
    """Whether a step may have changed what some person is called."""
    if step.touches(Delegation, Body):
        return True
    table = inspect(Participant).local_table
    return any(_says(change.before) != _says(change.after) for change in step.changes if change.table is table)


def _says(row: Mapping[str, Any] | None) -> tuple[Any, ...]:
    return () if row is None else tuple(row[part] for part in (*NAME_PARTS, "sequence"))


def _told_apart(printed: list[tuple[str, str, str | None]]) -> dict[str, str]:
    often = Counter(name for _, name, _ in printed)
    names = [(handle, f"{name} – {home}" if often[name] > 1 and home else name) for handle, name, home in printed]
    seen: Counter[str] = Counter()
    apart: dict[str, str] = {}
    for handle, name in names:
        seen[name] += 1
        apart[handle] = f"{name} ({seen[name]})" if seen[name] > 1 else name
    return apart
