"""What of a record may be told outside the secretariat."""

from __future__ import annotations

from bali_desk.domain.models import Outcome
from bali_desk.domain.record import Record


def restricted_items(record: Record) -> set[int | None]:
    """The ids of the items nothing of which may be told: restricted themselves, or under one that is."""
    items = {item.id: item for item in record.agenda}
    closed: set[int | None] = set()
    for item in record.agenda:
        place, above = item.id, list[int | None]()
        while place in items and place not in above:
            above.append(place)
            if items[place].restricted:
                closed.add(item.id)
                break
            place = items[place].parent_id
    return closed


def public_outcomes(record: Record) -> list[Outcome]:
    """The outcomes that may be told: public ones, neither their item nor any item above it restricted."""
    closed = restricted_items(record)
    return [one for one in record.outcomes if one.public and one.agenda_item_id not in closed]
