"""Delegations and the persons in them, in the order every list prints them."""

from __future__ import annotations

from dataclasses import dataclass, field

from bali_desk.documents.contexts.options import Options
from bali_desk.domain.delegations import listed_name, rank
from bali_desk.domain.models import Delegation, Participant
from bali_desk.domain.names import Naming, naming
from bali_desk.domain.record import Record

GROUPS = ("Members", "Observers and guests", "Organisations", "Secretariat", "Others")
GONE = ("excused", "absent", "replaced")


@dataclass(frozen=True)
class Party:
    """A delegation with its persons in order; `delegation` is None for those who belong to none."""

    delegation: Delegation | None
    group: str
    people: tuple[Participant, ...]
    naming: Naming = field(default_factory=Naming)

    @property
    def name(self) -> str:
        """The delegation's name."""
        return self.listed()

    def listed(self, which: str = "name") -> str:
        """The delegation's name as a document lists it, by its option `delegation_name`."""
        return listed_name(self.delegation, which) if self.delegation else ""


def naming_of(record: Record) -> Naming:
    """How names print in every document of this meeting: as its body has it."""
    return naming(record.body.name_style, record.delegations)


def parties(record: Record) -> list[Party]:
    """Members in the record's order, observers and guests, organisations, the secretariat, then those without one."""
    people: dict[int | None, list[Participant]] = {}
    known = {delegation.id for delegation in record.delegations}
    for person in record.participants:
        people.setdefault(person.delegation_id if person.delegation_id in known else None, []).append(person)
    names = naming_of(record)
    found = [_party(one, _group(one), people.get(one.id, []), names) for one in record.delegations]
    found += [_party(None, "Others", people.get(None, []), names)]
    return sorted((one for one in found if one.people), key=lambda one: GROUPS.index(one.group))


def in_printed_order(record: Record, order: str = "delegation") -> list[Participant]:
    """Everyone as the attendance sheet numbers them: by delegation, or by name; who walked in comes last.

    A sheet may lie on the table already: whoever the desk first hears of while the meeting lasts follows all others in
    the order of arrival, so that nobody's number changes.
    """
    people = [person for party in parties(record) for person in party.people]
    if order == "name":
        people.sort(key=naming_of(record).key)
    late = {id(person) for person in people if _walked_in(person, record)}
    if len(late) == len(people):  # all of them were registered during the meeting: there was no sheet before
        return people
    arrivals = sorted((one for one in people if id(one) in late), key=lambda one: (one.sequence, one.id or 0))
    return [person for person in people if id(person) not in late] + arrivals


def person_fields(person: Participant, party: Party, options: Options) -> dict[str, object]:
    """What a template may say of a person."""
    name = party.naming.printed(person)
    native = person.native_name or ""
    return {
        "name": name,
        "full_name": party.naming.addressed(person),
        "honorific": person.honorific or "",
        "given": person.given or "",
        "family": person.family or "",
        "native_name": native if options.native and native != name else "",
        "position": person.position or "",
        "organisation": person.organisation or "",
        "work": ", ".join(filter(None, (person.position, person.organisation))),
        "role": (person.role or "")[:1].upper() + (person.role or "")[1:],
        "leads": bool(person.role) and "delegate" not in (person.role or "").casefold(),
        "email": (person.email or "") if options.email else "",
        "delegation": party.listed(options.delegation_name),
        "attendance": person.attendance or "expected",
        "online": person.mode == "online",
    }


def _walked_in(person: Participant, record: Record) -> bool:
    meeting, day = record.meeting, person.registered_on
    return day is not None and meeting.start <= day <= (meeting.end or meeting.start)


def _party(delegation: Delegation | None, group: str, people: list[Participant], names: Naming) -> Party:
    return Party(delegation, group, tuple(sorted(people, key=lambda person: rank(person.role))), names)


def _group(delegation: Delegation) -> str:
    if delegation.kind == "secretariat":
        return "Secretariat"
    if delegation.kind == "organisation":
        return "Organisations"
    return "Members" if delegation.status in (None, "", "member") else "Observers and guests"
