"""What a draft says of the next meeting, against the record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.countries import fold
from bali_desk.drafting.checks.dates import mentions
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.events import ORDINAL, ordinal_number
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.whose import is_of_body, of_another

_NEXT = re.compile(
    rf"(?i)\b(?:meet again|next (?:\w+\s+){{0,2}}(?:meeting|session|conference)|will (?:next )?(?:meet"
    rf"|convene|hold its|hold their)|reconvene"
    rf"|(?:its|the|their|our)\s+(?:{ORDINAL})\s+(?:\w+\s+){{0,2}}(?:meeting|session|conference|dialogue"
    rf"|forum|assembly|round)\b[^.]*\b(?:will|would|to be held)\b"
    rf"|(?:its|the|their|our)\s+(?:{ORDINAL})\s+(?:\w+\s+){{0,2}}(?:meeting|session|conference|dialogue|forum|assembly|round)\s+"
    rf"(?:is|was)\s+(?:\w+ly\s+)?(?:scheduled|planned|foreseen|expected|due)\b"
    rf"|(?:host|hold|convene)(?:ing)? (?:the|its|their|our) (?:next|{ORDINAL}))"
)
_PLACE = re.compile(
    r"\b(?:in|at)\s+(?P<place>(?:the\s+)?[A-Z][\w’.-]+(?:(?:,?\s+|\s+(?:of|and|the)\s+)[A-Z][\w’.-]+)*)"
)
_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Q\d)\b")


def next_meeting_mismatch(case: Case) -> Iterator[Hit]:
    """Another time or place of the next meeting than the record's, or one that is not after this meeting."""
    record = case.record
    if record is None:
        return
    coming = record.meeting.next or {}
    last_day = record.meeting.end or record.meeting.start
    when = mentions(coming.get("when") or "", last_day.year)
    for one in case.text.running[-4:]:
        for start, end in one.sentences:
            said = one.text[start:end]
            found = _NEXT.search(said)
            if not found or not _is_own(case, said, found):
                continue
            stop = said.find(";", found.start())
            end = start + stop if stop >= 0 else end
            about = [date for date in case.dates[one.place] if start <= date.start < end]
            for date in [date for date in about if date.start >= start + found.start()][:1] or about[-1:]:
                told = f"the record: {coming.get('when')}"
                if date.last <= last_day:
                    yield Hit(
                        one,
                        date.start,
                        date.end,
                        "The next meeting would be before this one.",
                        told if coming.get("when") else "",
                    )
                elif (when and (date.last < when[0].first or date.first > when[0].last)) or (
                    when
                    and when[0].grain == "day"
                    and date.grain == "day"
                    and (date.first, date.last) != (when[0].first, when[0].last)
                ):
                    yield Hit(one, date.start, date.end, "The record has another time for the next meeting.", told)
            if coming.get("place"):
                yield from _place(case, one, (start, end), str(coming["place"]))


def _is_own(case: Case, said: str, found: re.Match[str]) -> bool:
    """Whether the sentence speaks of this body's next meeting and not of another's."""
    record = case.record
    if record is None:
        return False
    told = re.search(rf"(?i)\b(?:its|the|their|our)\s+(?P<ordinal>{ORDINAL})\b", found.group())
    number = ordinal_number(told["ordinal"]) if told else None
    if number and record.meeting.ordinal and number != record.meeting.ordinal + 1:
        return False  # another body's, or a wrong ordinal, of which another check speaks
    its = re.search(r"(?i)\b(?:its|their)\b", found.group())
    if of_another(case, f"{said[: found.start() + (its.end() if its else 0)]} "):
        return False
    of = re.search(
        r"(?i:meeting|session|conference)\s+of\s+(?:the\s+)?(?P<body>[A-Z][^.,]*?)(?=\s+(?:will|would|in|to|is)\b|[,.]|$)",
        said,
    )
    if of:
        return is_of_body(of["body"], record.body)
    if re.search(r"[A-Z][\w’-]+\s+(?:Meeting|Conference|Session|Forum)\b(?!.*\b(?:meet again|next)\b)", said):
        named = re.search(r"(?P<name>(?:[A-Z][\w’-]*\s+)+(?:Meeting|Conference|Session))\b", said)
        words = set((named["name"] if named else "").casefold().split())
        own = {*(record.meeting.kind or "").casefold().split(), "meeting", "session", "annual", "the", "its"}
        return all(word in own or ordinal_number(word) for word in words)
    subject = re.match(
        r"(?:The\s+)?(?P<who>[A-Z][\w’-]*(?:\s+(?:of|on|for|and|the|[A-Z][\w’-]*))*?)\s+(?:will|would)\b", said
    )
    if subject and not _OURS.match(subject["who"]) and not re.search(r"(?i)host", found.group()):
        return is_of_body(subject["who"], record.body)
    return True


_OURS = re.compile(
    rf"(?i)(?:next|its|they|it|working group|committee|meeting|co-chairs|members|participants|delegates|ministers|we"
    rf"|{ORDINAL}\s+(?:[\w-]+\s+){{0,3}}(?:meeting|session|conference))\b"
)


def _place(case: Case, one: Paragraph, span: tuple[int, int], place: str) -> Iterator[Hit]:
    said = one.text[span[0] : span[1]]
    for found in _PLACE.finditer(said):
        name = found["place"].rstrip(".")
        if _MONTH.match(name) or mentions(name) or re.match(r"(?i)the (?:first|second|third|fourth)", name):
            continue
        parts = [fold(part) for part in place.split(",")]
        said_parts = [fold(part) for part in name.split(",")]
        codes = {case.countries.code(part.strip()) for part in parts}
        same = any(part.strip() in fold(name) or piece.strip() in fold(place) for part in parts for piece in said_parts)
        if same or any(case.countries.code(piece.strip()) in codes for piece in said_parts):
            return
        start = span[0] + found.start("place")
        yield Hit(
            one, start, start + len(name), "The record has another place for the next meeting.", f"the record: {place}"
        )
        return
