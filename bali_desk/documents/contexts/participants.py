"""What the list of participants is told."""

from __future__ import annotations

from bali_desk.documents.contexts.heading import heading
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.contexts.people import GONE, GROUPS, Party, parties, person_fields
from bali_desk.domain.record import Record


def participants(record: Record, options: Options, edition: Edition) -> dict[str, object]:
    """Those who take part, grouped by rank of presence and delegation; those excused apart."""
    everyone = parties(record)
    groups = [
        {
            "title": group,
            "delegations": [_delegation(one, options) for one in everyone if one.group == group and _there(one)],
        }
        for group in GROUPS
    ]
    there = sum(len(_there(party)) for party in everyone)
    delegations = sum(bool(_there(party)) for party in everyone if party.group not in ("Secretariat", "Others"))
    return {
        **heading(record, "List of participants", edition),
        "groups": [group for group in groups if group["delegations"]],
        "excused": [
            person_fields(person, party, options)
            for party in everyone
            for person in party.people
            if person.attendance == "excused"
        ],
        "summary": _summary(there, delegations, any(one.group == "Secretariat" and _there(one) for one in everyone)),
        "count": there,
        "delegation_count": delegations,
    }


def _there(party: Party) -> list[object]:
    return [person for person in party.people if person.attendance not in GONE]


def _delegation(party: Party, options: Options) -> dict[str, object]:
    people = [person_fields(one, party, options) for one in party.people if one.attendance not in GONE]
    name = party.listed(options.delegation_name) or "Without a delegation"
    return {"name": name, "people": people, "count": len(people)}


def _summary(people: int, delegations: int, secretariat: bool) -> str:
    if not people:
        return ""
    said = f"{people} participant{'s' if people != 1 else ''}"
    if not delegations:
        return said
    sent_by = (
        f"{delegations} delegation{'s' if delegations != 1 else ''}{' and the secretariat' if secretariat else ''}"
    )
    return f"{said} from {sent_by}"
