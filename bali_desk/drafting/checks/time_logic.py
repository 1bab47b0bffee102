"""Past and future: what is told as still to come though it is over, and as over though it is still to come."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from bali_desk.domain.dates import written
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.dates import Mention
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import ERROR, Hit

_CLAUSE = re.compile(r"[;:—]|\s–\s|,\s+(?=(?:and|but|which|who|where|while|after|before|following)\b)|\.\s")
_TIME = r"(?:(?:in|on|from|during|between|at|by|before|until|around|since|for)\s+)?(?:the\s+)?$"
_PLACE = r"(?:,?\s+(?:in|at|by)\s+(?:the\s+)?[A-Z][\w’.-]*(?:(?:,?\s+(?:of|and|the|in)?\s*)[A-Z][\w’.-]*)*)*"
_PREPOSITION = re.compile(r"(?P<word>\b(?:in|on|from|during|between|since|throughout))\s+(?:the\s+)?$|,\s+$")


def past_forward_reference(case: Case) -> Iterator[Hit]:
    """Something told as still to come whose date is over."""
    reference = case.meeting_days[1] if case.meeting_days else case.today
    if reference is None:
        return
    coming, back = _any_of(case, "to_come"), _any_of(case, "looked_back")
    for one in case.text.running:
        for found in case.dates[one.place]:
            before = _clause_before(case, one, found)
            said = list(coming.finditer(before))
            deadline = re.search(r"\b(?:by|no later than)\s+(?:the\s+)?$", before)
            task = bool(deadline) and _is_task(before)
            if not said and not task:
                continue
            looks_back = (not task and back.search(before)) or (
                said and _happened(case).search(before[said[-1].end() :]) and not _be(before, said[-1])
            )
            if found.last < reference and not looks_back and not _passes_by(before, said):
                when = "the meeting" if case.meeting_days else "today"
                start = found.start - (len(before) - said[-1].start()) if said else found.start
                yield Hit(one, start, found.end, f"Told as still to come, but before {when}.", written(reference))


def tense_vs_date(case: Case) -> Iterator[Hit]:
    """Told as over, with a date after the meeting; told with "will", with a date before it."""
    if not case.meeting_days:
        return
    first_day, last_day = case.meeting_days
    happened = _happened(case)
    for one in case.text.running:
        for found in case.dates[one.place]:
            before = _clause_before(case, one, found)
            verb = _last(happened, before)
            if verb and _starts_after(found, last_day) and _is_past(before, verb) and _reaches(before[verb.end() :]):
                start = found.start - (len(before) - verb.start())
                yield Hit(one, start, found.end, "Told as past, but after the meeting.", written(last_day))
                continue
            will = _last(re.compile(r"\b(?:will|shall)\s+(?:\w+\s+){0,2}?\w+"), before)
            if will and found.last < first_day and _PREPOSITION.search(before) and _reaches(before[will.end() :], 8):
                start = found.start - (len(before) - will.start())
                yield Hit(
                    one,
                    start,
                    found.end,
                    "Told as still to come, but before the meeting.",
                    written(first_day),
                    severity=ERROR,
                )


def _clause_before(case: Case, one: Paragraph, found: Mention) -> str:
    """The words before a date, back to the beginning of their clause."""
    start = one.sentence_at(found.start)[0]
    before = case.unquoted[one.place][start : found.start]
    cuts = [cut.end() for cut in _CLAUSE.finditer(before)]
    return before[cuts[-1] :] if cuts and not re.search(r"^\s*(?:in|on|from|by)?\s*$", before[cuts[-1] :]) else before


def _starts_after(found: Mention, day: dt.date) -> bool:
    return found.first > day or (found.ranged and found.last_from > day)


def _is_past(before: str, verb: re.Match[str]) -> bool:
    """Whether a verb's form tells the past: not "to be held", "will be held", "to run"."""
    head = before[: verb.start()]
    return not re.search(
        r"(?i)\b(?:to|will|would|shall|may|might|can|could|should|must)\s+(?:\w+ly\s+|also\s+)?(?:be"
        r"|have been)\s+(?:\w+ly\s+|jointly\s+)?$"
        r"|\b(?:being|if|when|once|until|is|are|not|yet to be|expected to be"
        r"|scheduled to be)\s+(?:\w+ly\s+)?$|\bto\s+(?:be\s+)?(?:\w+\s+)?$",
        head,
    )


def _reaches(between: str, words: int = 9) -> bool:
    """Whether a verb governs the date: only a place or a body stands between, with a word of time before the date."""
    if not re.search(
        r"(?:\b(?:in|on|from|during|between|since|throughout|at|around)\s+(?:the\s+)?|,\s+)$", f"{between}"
    ):
        return False
    return len(between.split()) <= words and not re.search(
        r"\b(?:to|for|until|by the end|by \d|will|would|that|which|covering|adopted|under|toward|towards"
        r"|about|regarding|as part of)\b",
        between,
    )


def _is_task(before: str) -> bool:
    """Whether "by DATE" belongs to a task that is set: "agreed to report by", "requested members to send ... by"."""
    told = re.search(r"\bto\s+[a-z]+\b|\b(?:agreed|decided|noted|recommended|requested)\b.*\bwould\s+[a-z]+\b", before)
    return bool(told) and not re.search(r"\b(?:was|were|had|has|have)\b", before)


def _be(before: str, said: re.Match[str]) -> bool:
    return bool(re.match(r"\s*(?:be\b)?", before[said.end() :])) and (
        "be" in said.group() or before[said.end() :].lstrip().startswith("be ")
    )


def _passes_by(before: str, said: list[re.Match[str]]) -> bool:
    """Whether the date belongs to something else than what is to come: "will build on the plan adopted in 2015"."""
    if not said:
        return False
    between = before[said[-1].end() :]
    return bool(
        re.search(
            r"\b(?:adopted|agreed|endorsed|made|given|of|since|from its|recommended|signed|established"
            r"|approved|begun|started|launched)\s+(?:in|on|at|by|of)?\s*(?:the\s+)?$",
            between,
        )
        and not re.search(r"^\s*be\s+(?:\w+ly\s+)?\w+\s+(?:in|on)\s+(?:the\s+)?$", between)
    )


def _any_of(case: Case, key: str) -> re.Pattern[str]:
    words = sorted(case.data.time.texts(key), key=len, reverse=True)
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, words))})\b")


def _happened(case: Case) -> re.Pattern[str]:
    words = sorted(case.data.time.texts("happened"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found
