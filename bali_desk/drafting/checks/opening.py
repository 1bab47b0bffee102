"""What a draft says of its own meeting: that it was held, on which days, in which place, and of which body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.countries import fold
from bali_desk.drafting.checks.dates import Mention, mentions
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.sentences import Span

MEETS = re.compile(r"\b(?:met|held|convened|gathered|came together|took place|assembled|opened)\b")
_OTHER = re.compile(
    r"\b(?:will|would|shall|to be held|is to|next|had (?:been|met))\b"
    r"|(?i:\bon the margins|\bahead of|\bprior to|\bfollowing the)\b"
)
_WHO = re.compile(
    r"(?i)\b(?:meeting|session|conference|forum|members|ministers|participants|delegates|leaders|we|it"
    r"|senior officials|"
    r"working group|committee|states|representatives)\b[^.;]{0,60}$"
)
_ADOPTED = re.compile(r"\b(?:Adopted|Done|Issued)\s+(?:in|at|on)\b.*")
_IN = re.compile(r"\b(?:in|at)\s+(?P<place>(?:the\s+)?[A-Z][\w’.-]*\w(?:(?:,?\s+|\s+(?:of|and|the)\s+)[A-Z][\w’-]+)*)")
_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_NO_PLACE = re.compile(r"(?i)\b(?:meeting|session|statement|summary|working|group|online|virtual|video|communiqu)")

Place = tuple[Paragraph, int, int]


def openings(case: Case) -> list[Place]:
    """The sentence that says that the meeting was held; what somebody reports is none."""
    for one in case.text.running[:2]:
        for start, end in one.sentences[:2]:
            said = one.text[start:end]
            reported = any(start <= told.verb_start < end for told in case.said[one.place])
            if MEETS.search(said) and not reported and not _OTHER.search(said) and _is_own(case, said):
                return [(one, start, end)]
    return []


def _is_own(case: Case, said: str) -> bool:
    names = [name for name in (case.record.body.name, case.record.body.short) if name] if case.record else []
    verb = MEETS.search(said)
    return any(fold(name) in fold(said) for name in names) or bool(verb and _WHO.search(said[: verb.start()]))


def own_dates(case: Case) -> Iterator[tuple[Paragraph, Mention]]:
    """Dates given to the meeting itself: in the title block, in its opening sentence, after "Adopted in"."""
    for one in case.text.title_block:
        yield from ((one, found) for found in case.dates[one.place] if found.grain in ("day", "month"))
    places: list[Place] = openings(case)
    for one in case.text.running:
        if adopted := _ADOPTED.match(one.text):
            places.append((one, 0, adopted.end()))
    for one, start, end in places:
        dates = [found for found in case.dates[one.place] if start <= found.start < end and found.grain == "day"]
        yield from ((one, found) for found in dates[:1])


def own_places(case: Case) -> Iterator[Place]:
    """Places given to the meeting itself: before the date of the title block, and in its opening sentence."""
    for one in case.text.title_block:
        dates = case.dates[one.place]
        head = one.text[: dates[0].start].rstrip(" ,–—-|(") if dates else ""
        if head and not _NO_PLACE.search(head):
            yield one, 0, len(head)
    for one, start, end in openings(case):
        said = one.text[start:end]
        verb = MEETS.search(said)
        found = [
            place for place in _IN.finditer(said) if not mentions(place["place"]) and not _MONTH.match(place["place"])
        ]
        after = [place for place in found if verb and place.start() > verb.start()] or found
        yield from ((one, start + place.start("place"), start + place.end("place")) for place in after[:1])


def sentence_of(one: Paragraph, place: int) -> tuple[str, Span]:
    """The sentence at a place, and where it stands."""
    span = one.sentence_at(place)
    return one.text[slice(*span)], span
