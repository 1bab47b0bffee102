"""What the attendance sheet is told."""

from __future__ import annotations

from bali_desk.documents.contexts.heading import heading
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.contexts.people import GONE, in_printed_order, naming_of, parties, person_fields
from bali_desk.domain.models import Participant
from bali_desk.domain.record import Record

_MOST_BLANK_ROWS = 500


def attendance(record: Record, options: Options, edition: Edition) -> dict[str, object]:
    """Everyone expected, numbered in printed order, with room to sign."""
    party_of = {id(person): party for party in parties(record) for person in party.people}
    rows = [
        {
            **person_fields(person, party_of[id(person)], options),
            "number": number,
            "position": (person.position or "") if options.position else "",
            "remark": _remark(person, record),
        }
        for number, person in enumerate(in_printed_order(record, options.order), 1)
    ]
    more = min(max(options.blank_rows, 0), _MOST_BLANK_ROWS)
    made = heading(record, "Attendance", edition)
    return {
        **made,
        "session": options.session or made["meeting"]["dates"],  # type: ignore[index]
        "rows": rows,
        "blank_rows": list(range(len(rows) + 1, len(rows) + 1 + more)),
        "signature": options.signature,
    }


def _remark(person: Participant, record: Record) -> str:
    """What stands where an absent person would have signed."""
    if person.attendance == "replaced":
        instead = next((one for one in record.participants if one.id == person.replaced_by_id and one.id), None)
        return f"replaced by {naming_of(record).addressed(instead)}" if instead else "replaced"
    if person.attendance in GONE:
        return str(person.attendance)
    return "online" if person.mode == "online" else ""
