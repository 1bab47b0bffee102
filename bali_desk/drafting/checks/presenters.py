"""Who presented: those the text names against the agenda."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.domain.models import AgendaItem
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.countries import fold
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.likeness import content, share
from bali_desk.drafting.checks.outcomes import matter_of
from bali_desk.drafting.markup import plain

_FROM = re.compile(
    r"\b(?P<what>(?:updates?|presentations?|briefings?|reports?|statements?|remarks|information"
    r"|overview)\s+(?:[a-z]+\s+)?(?:from|by|given by|provided by|delivered by|made by|presented by)"
    r"|heard from|presented by|heard|briefed by|introduced by"
    r"|delivered by)\s+(?P<who>(?:the\s+)?(?:(?:[A-Z]\.)+\s|[A-Z][a-z]{1,3}\.\s)?"
    r"(?:[A-Z]|United|New)[^.;:]*?)(?=\s+(?:on|about|regarding"
    r"|of the|concerning|that|how|to|at|which|who|for|, which)\b|[.;:,(]|$)"
    r"|(?:^|[.;]\s+)(?P<lead>(?:[Tt]he\s+)?[A-Z](?:(?!\b(?:was|were|been|being|is|are|be)\b)[^.;:,]){1,60}?)\s+(?:presented|briefed|informed|introduced|reported|updated|gave|provided)\b"
)


def attribution_mismatch(case: Case) -> Iterator[Hit]:
    """Somebody who is said to have presented what others presented."""
    record = case.record
    if record is None:
        return
    for one in case.text.running:
        for span in one.sentences:
            said = one.text[slice(*span)]
            found = _FROM.search(case.without_symbols[one.place][slice(*span)])
            item = _item_of(case, said, one) if found else None
            if not found or item is None:
                continue
            key = "who" if found["who"] else "lead"
            allowed = _presenters(case, item)
            if not allowed:
                continue
            met = _speakers(case, found[key])
            wrong = [speaker for speaker in met if not _among(case, speaker[2], allowed)]
            sure = any(outcome.handle in one.sources for outcome in record.outcomes)  # else it may be a joint one
            if wrong and (sure or len(wrong) == len(met)):
                begin = span[0] + found.start(key)
                yield Hit(
                    one,
                    begin + min(speaker[0] for speaker in wrong),
                    begin + max(speaker[0] + speaker[1] for speaker in wrong),
                    "The agenda has another presenter.",
                    f"the record: {', '.join(sorted(allowed))}",
                )


def _item_of(case: Case, said: str, one: Paragraph) -> AgendaItem | None:
    record = case.record
    assert record is not None
    linked = {outcome.agenda_item_id for outcome in record.outcomes if outcome.handle in one.sources}
    items = [item for item in record.agenda if item.presenters and item.title]
    if len(linked) == 1:
        return next((item for item in items if item.id in linked), None)
    words = content(said)
    scores = []
    for item in items:
        matters = [content(plain(item.title or ""))]
        matters += [matter_of(outcome) for outcome in record.outcomes if outcome.agenda_item_id == item.id]
        scores.append(
            (
                max(
                    share(wanted, words) if len(wanted & words) >= 2 or len(wanted) == 1 else 0.0
                    for wanted in matters
                    if wanted
                )
                if any(matters)
                else 0.0,
                item,
            )
        )
    scores.sort(key=lambda entry: -entry[0])
    if not scores or scores[0][0] < 0.5 or (len(scores) > 1 and scores[1][0] == scores[0][0]):
        return None
    return scores[0][1]


def _presenters(case: Case, item: AgendaItem) -> set[str]:
    """Everybody who may be meant by those who present an item: persons, their delegations and organisations."""
    record = case.record
    assert record is not None
    delegations = {one.id: one.name for one in record.delegations}
    people = {one.handle: one for one in record.participants}
    allowed: set[str] = set()
    for presenter in item.presenters:
        person = people.get(presenter)
        if person is None:
            allowed.add(presenter)
            continue
        allowed |= {
            name
            for name in (person.family, person.display, person.organisation, delegations.get(person.delegation_id))
            if name
        }
    return allowed


def _speakers(case: Case, who: str) -> list[tuple[int, int, str]]:
    """Countries, organisations and persons named as speaking: place, length and name."""
    made = [(one.start, one.end - one.start, one.text) for one in case.countries.named(who)]
    record = case.record
    assert record is not None
    acronyms = {**record.body.acronyms, **({record.body.short: record.body.name} if record.body.short else {})}
    for name in [
        *acronyms,
        *acronyms.values(),
        *(one.family or "" for one in record.participants),
        "Co-Chairs",
        "Secretariat",
    ]:
        at = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", who) if name else None
        if at:
            made.append((at.start(), at.end() - at.start(), name))
    return made


def _among(case: Case, name: str, allowed: set[str]) -> bool:
    record = case.record
    assert record is not None
    acronyms = record.body.acronyms
    same = {
        fold(name),
        fold(acronyms.get(name, name)),
        *(fold(short) for short, full in acronyms.items() if fold(full) == fold(name)),
    }
    code = case.countries.code(name)
    own = next((one for one in record.participants if one.family == name), None)
    if own is not None:
        delegation = next((one.name for one in record.delegations if one.id == own.delegation_id), "")
        same |= (
            {fold(own.organisation or name)}
            if delegation in allowed and not any(p.family in allowed for p in record.participants if p.family)
            else set()
        )
    return any(one in fold(other) or fold(other) in one for one in same for other in allowed) or any(
        case.countries.code(other) == code for other in allowed
    )
