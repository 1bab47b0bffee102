"""What the list of actions is told: who does what by when, and the decision it follows from."""

from __future__ import annotations

import datetime as dt

from bali_desk.documents.contexts.decisions import Decided, Items, decided, item_numbers
from bali_desk.documents.contexts.heading import heading
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.templates.rich import Rich
from bali_desk.domain.dates import found_in, written
from bali_desk.domain.disclosure import public_outcomes
from bali_desk.domain.follow_up import standing
from bali_desk.domain.models import Action, Outcome
from bali_desk.domain.record import Record
from bali_desk.domain.succession import is_open
from bali_desk.drafting.frames import begun
from bali_desk.drafting.wording import style_for


def actions(record: Record, options: Options, edition: Edition) -> dict[str, object]:
    """The actions by their due date, those without one last; nothing that follows from what is private.

    Print has no clock: an action is overdue only as at the day the officer names.
    """
    numbers = {one.outcome.handle: one for one in decided(record, style_for(record))}
    outcomes = {one.id: one for one in public_outcomes(record)}
    private = {one.id for one in record.outcomes} - set(outcomes)
    told = [one for one in record.actions if one.outcome_id is None or one.outcome_id not in private]
    told = [one for one in told if options.settled or is_open(one.status)]
    told.sort(key=lambda one: (one.due is None, one.due or dt.date.max))
    as_at = _day(options.as_at)
    items = item_numbers(record)
    rows = [_row(one, count, outcomes.get(one.outcome_id), numbers, items, as_at) for count, one in enumerate(told, 1)]
    return {
        **heading(record, "List of actions", edition),
        "actions": rows,
        "count": len(rows),
        "as_at": written(as_at),
        "overdue_count": sum(bool(row["overdue"]) for row in rows),
        "summary": _summary(rows, as_at),
    }


def _row(
    action: Action,
    count: int,
    outcome: Outcome | None,
    numbers: dict[str, Decided],
    items: Items,
    as_at: dt.date | None,
) -> dict[str, object]:
    decision = numbers.get(outcome.handle) if outcome else None
    number = decision.number if decision else ""
    item, title = items.get(outcome.agenda_item_id, ("", "")) if outcome else ("", "")
    under = ". ".join(filter(None, (item, title)))
    return {
        "number": count,
        "text": Rich(begun(" ".join((action.text or "").split()))),
        "owner": action.owner or "",
        "due": action.due,
        "status": (action.status or "").strip() or "open",
        "is_open": is_open(action.status),
        "overdue": as_at is not None and standing(action.status, action.due, as_at) == "overdue",
        "decision": number,
        "item": item,
        "item_title": title,
        "under": under,
        "follows": f"{decision.kind.capitalize()} {number}"
        if decision and number
        else f"Item {item}"
        if item
        else title,
    }


def _summary(rows: list[dict[str, object]], as_at: dt.date | None) -> str:
    """ "6 actions, 4 of them open; 1 overdue as at 1 July 2017"."""
    if not rows:
        return ""
    still = sum(bool(row["is_open"]) for row in rows)
    of_them = "" if still == len(rows) else f", {still or 'none'} of them open"
    said = f"{len(rows)} action{'s' if len(rows) != 1 else ''}{of_them}"
    if as_at is None:
        return said
    late = sum(bool(row["overdue"]) for row in rows)
    return f"{said}; {late or 'none'} overdue as at {written(as_at)}"


def _day(text: str) -> dt.date | None:
    """The day an officer typed, where she typed a whole one."""
    found = found_in(text)
    return dt.date.fromisoformat(found) if found and len(found) == 10 else None
