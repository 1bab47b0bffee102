"""How many came: numbers of participants, countries and organisations against the record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.domain.attendance import count
from bali_desk.domain.models import Delegation
from bali_desk.domain.record import Record
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import WARNING, Hit
from bali_desk.drafting.checks.whose import is_of_body

COUNT = re.compile(
    r"(?i)(?<![\w.,/–-])(?P<number>\d{1,4}|[a-z]+(?:-[a-z]+)?)\s+(?P<adjective>(?:(?:government"
    r"|regional|registered|member|observer|participating|international|Bali Process|other|and)\s+){0,3})"
    r"(?P<noun>participants|delegates|(?:member\s+)?(?:countries|states"
    r"|economies)\s+and\s+(?:international\s+)?organi[sz]ations|countries|organi[sz]ations|delegations"
    r"|economies|member states|states|persons|representatives|members(?!\s+of\b))\b"
)


_ATTENDED = re.compile(
    r"(?i)\b(?:participants|attended|attending|(?:were|was) present|present were"
    r"|brought together|delegates|representatives?|participated|took part|delegations)\b"
)


LEAST = 3


def count_mismatch(case: Case) -> Iterator[Hit]:
    """A number of participants, countries or organisations that is neither registered nor present."""
    record = case.record
    if record is None:
        return
    counts = count(record)
    for one in case.text.running[:4]:
        for found in COUNT.finditer(case.unquoted[one.place]):
            start, end = one.sentence_at(found.start())
            before = one.text[start : found.start()]
            if not _counts_attendance(case, one, start, end) or re.search(
                r"(?i)government|observer", found["adjective"]
            ):
                continue
            if re.search(r"\bor\s+$|;[^;]*$", before) or _some_members(found, before):
                continue
            other = _OTHER.search(before)
            if other and not is_of_body(other["noun"], record.body):
                continue
            stated, known = number_of(case, found["number"]), _counted(case, found["noun"])
            came = known[0] if known else 0
            if stated is None or not known or stated == came or max(stated, came) < LEAST:
                continue
            registered = stated in known
            if registered and re.search(r"(?i)registered", found["adjective"] + before[-20:]):
                continue
            why = "So many were registered, says the record." if registered else "The record counts otherwise."
            told = _told(found["noun"], known, counts.registered)
            severity = WARNING if registered else None
            yield Hit(one, found.start("number"), found.end(), why, told, severity=severity)


_OTHER = re.compile(
    r"(?i)\b(?P<noun>workshop|training|survey|forum|of the|over|more than|about|some|nearly)\b[^.]{0,30}$"
)


def _some_members(found: re.Match[str], before: str) -> bool:
    """Whether members are counted that are not all there are: "three members spoke", but "all 11 members"."""
    return found["noun"].casefold() == "members" and not re.search(r"(?i)\ball\s+(?:the\s+)?$", before)


def _counts_attendance(case: Case, one: Paragraph, start: int, end: int) -> bool:
    """Whether a sentence counts those who came to this meeting, and is nobody's report."""
    said = one.text[start:end]
    reported = any(start <= told.verb_start < end for told in case.said[one.place])
    return bool(_ATTENDED.search(said)) and not reported and not re.search(r"\bhad\b|\bregister lists\b", said)


def number_of(case: Case, word: str) -> int | None:
    """A number in figures or words; None where it is none."""
    if word.isdecimal():
        return int(word)
    words = case.style.words.numbers
    return words.index(word.casefold()) + 1 if word.casefold() in words else TENS.get(word.casefold())


_MORE = (
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "twenty-one",
    "twenty-two", "twenty-three", "twenty-four", "twenty-five",
)  # fmt: skip
TENS = {word: number for number, word in enumerate(_MORE, start=13)}


def _counted(case: Case, noun: str) -> tuple[int, ...]:
    """What the record counts of this noun: present first, then registered."""
    record = case.record
    assert record is not None
    counts = count(record)
    low = noun.casefold()
    sent = {one.delegation_id for one in record.participants}
    delegations = [one for one in record.delegations if one.id in sent and one.kind != "secretariat"]
    if " and " in low:
        return counts.members_and_organisations, counts.countries + counts.organisations
    if low.startswith("organi"):
        return counts.organisations, sum(one.kind == "organisation" for one in delegations)
    if low in ("participants", "delegates", "persons", "representatives"):
        return counts.participants, counts.registered, counts.present
    if low == "delegations":
        return counts.countries + counts.organisations, counts.delegations, len(record.delegations)
    members = sum(one.kind != "organisation" and one.status in (None, "member") for one in delegations_there(record))
    if low == "members":
        return (members,)
    return counts.countries, sum(one.kind != "organisation" for one in delegations), members


def delegations_there(record: Record) -> list[Delegation]:
    """The delegations of which somebody came; before that is known, all that are registered."""
    present = {one.delegation_id for one in record.participants if one.attendance == "present"}
    present = present or {one.delegation_id for one in record.participants}
    return [one for one in record.delegations if one.id in present and one.kind != "secretariat"]


def _told(noun: str, known: tuple[int, ...], registered: int) -> str:
    also = (
        f", {registered} registered"
        if noun.casefold() in ("participants", "delegates", "persons") and registered != known[0]
        else ""
    )
    return f"the record: {known[0]} {noun}{also}"
