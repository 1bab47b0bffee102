"""Items of the agenda of which the text says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.domain.agenda import outline
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.likeness import content, share
from bali_desk.drafting.checks.outcomes import TOLD, best_for, matter_of
from bali_desk.drafting.markup import plain


def agenda_coverage(case: Case) -> Iterator[Hit]:
    """An item of the agenda that the text says nothing of."""
    record = case.record
    if record is None or len(case.text.running) < 4:
        return
    last = case.text.running[-1]
    word = re.search(r"\S+$", last.text)
    sources = {source for one in case.text.paragraphs for source in one.sources}
    everything = frozenset[str]().union(*(content(one.text) for one in case.text.paragraphs))
    parents = {item.parent_id for item in record.agenda}
    together = _together(case)
    for line in outline(record.agenda, record.meeting):
        item = line.item
        if item.kind not in (None, "item") or item.restricted or item.id in parents or not item.title:
            continue
        outcomes = [one for one in case.public_outcomes if one.agenda_item_id == item.id]
        told = ({one.handle for one in outcomes} | {item.handle}) & sources or line.number in together
        told = told or any(best_for(case, matter_of(one))[1] >= TOLD for one in outcomes)
        if not told and not _PROCEDURE.search(item.title) and share(content(plain(item.title)), everything) < 0.5:
            why = f"Nothing is told of the item “{plain(item.title)}”."
            yield Hit(last, word.start() if word else 0, len(last.text), why, plain(item.title))


_PROCEDURE = re.compile(
    r"(?i)\b(?:adoption|opening|closing|close|other (?:business|matters)|any other|introduction"
    r"|welcome|next meeting|next session|date and (?:place|venue))\b"
)


def _together(case: Case) -> set[str]:
    """The numbers of items that are said to have been taken together."""
    found = (
        re.search(r"[Ii]tems? ([\d, and–-]+?) were (?:taken|considered|discussed)", one.text)
        for one in case.text.running
    )
    numbers: set[str] = set()
    for one in found:
        numbers |= set(re.findall(r"\d+", one[1])) if one else set()
    return numbers
