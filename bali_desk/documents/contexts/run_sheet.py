"""What the run sheet is told: everything the chairs need at hand, restricted and private too."""

from __future__ import annotations

from bali_desk.documents.contexts.agenda_lines import Fields, days_of, item_fields, lines_of, times
from bali_desk.documents.contexts.heading import heading
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.templates.rich import Rich
from bali_desk.domain.agenda import Line
from bali_desk.domain.disclosure import restricted_items
from bali_desk.domain.models import Intervention
from bali_desk.domain.record import Record


def run_sheet(record: Record, options: Options, edition: Edition) -> dict[str, object]:
    """The agenda minute by minute, for the chairs and nobody else."""
    expected: dict[int | None, list[Fields]] = {}
    for one in record.interventions:
        expected.setdefault(one.agenda_item_id, []).append(_intervention(one, record))
    closed = restricted_items(record)
    days = days_of(
        lines_of(record, restricted=True),
        lambda line: _fields(line, record, expected.get(line.item.id, []), line.item.id in closed),
    )
    return {**heading(record, "Run sheet", edition), "days": days, "several_days": len(days) > 1}


def _fields(line: Line, record: Record, interventions: list[Fields], closed: bool) -> Fields:
    return {
        **item_fields(line, record, restricted=True),
        "clock": times(line) if line.has_own_time or not line.depth else "",
        "own_minutes": line.minutes if line.has_own_time else None,
        "restricted": closed,
        "notes": Rich(line.item.chair_notes or ""),
        "interventions": interventions,
    }


def _intervention(one: Intervention, record: Record) -> Fields:
    """Who is to speak, or has: the delegation, the person, or both; and on what, where that is known."""
    delegation = next((each.name for each in record.delegations if each.id == one.delegation_id), "")
    who = ", ".join(filter(None, (delegation, one.speaker)))
    return {"who": who or "Somebody", "text": Rich(" ".join((one.text or "").split()))}
