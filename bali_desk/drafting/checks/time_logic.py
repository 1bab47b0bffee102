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

FAR = 9  # words between a verb and its date

_CLAUSE = re.compile(r"[;:—]|\s–\s|,\s+(?=(?:and|but|which|who|where|while|after|before|following)\b)|\.\s")
_OF_TIME = re.compile(r"(?:\b(?:in|on|from|during|between|since|throughout|at|around)\s+(?:the\s+)?|,\s+)$")
_DEADLINE = re.compile(r"\b(?:by|no later than)\s+(?:the\s+)?$")
_TASK = re.compile(r"\bto\s+[a-z]+\b|\b(?:agreed|decided|noted|recommended|requested)\b.*\bwould\s+[a-z]+\b")
_DONE = re.compile(r"\b(?:was|were|had|has|have)\b")
_WILL = re.compile(r"\b(?:will|shall)\s+(?:\w+\s+){0,2}?\w+")

# What stands before a participle that tells no past: "to be held", "will jointly be launched", "when opened".
_NOT_PAST = re.compile(
    r"(?i)\b(?:to|will|would|shall|may|might|can|could|should|must)\s+(?:\w+ly\s+|also\s+)?(?:be|have been)\s+"
    r"(?:\w+ly\s+)?$|\b(?:being|if|when|once|until|is|are|not|yet to be)\s+(?:\w+ly\s+)?$|\bto\s+(?:be\s+)?(?:\w+\s+)?$"
)

# What cuts a verb off from a date behind it: the date is that of something else.
_CUTS = re.compile(
    r"\b(?:to|for|until|by the end|by \d|will|would|that|which|covering|adopted|under|towards?|about|regarding)\b"
)

# A participle right before the date, which is its own: "will report on the work done in 2016", "the plan of 2015".
_ITS_OWN = re.compile(
    r"(?P<before>.*)\b(?:\w+ed|done|made|held|begun|given|taken|met|set|sent|built|written|of|since)\s+"
    r"(?:(?:in|on|at|by|from|during|between)\s+)?(?:the\s+)?$"
)
_TO_BE = re.compile(r"\bbe\s+(?:\w+ly\s+)?$")
_AS_IT_WAS = re.compile(r"\bas\b.*\b(?:was|were|had)\b")


def past_forward_reference(case: Case) -> Iterator[Hit]:
    """Something told as still to come whose date is over: before the meeting, or, where that is not known, today."""
    reference = case.meeting_days[1] if case.meeting_days else case.today
    if reference is None:
        return
    coming, back = _any_of(case, "to_come"), _any_of(case, "looked_back")
    for one, found, before in _dated_clauses(case):
        said = _last(coming, before)
        task = bool(_DEADLINE.search(before) and _TASK.search(before) and not _DONE.search(before))
        if found.last >= reference or not (said or task):
            continue
        between = before[said.end() :] if said else ""
        another = said and (_has_own_verb(between, said) or _AS_IT_WAS.search(between) or _happens(case, said, between))
        if another or (not task and back.search(before)):
            continue
        when = "the meeting" if case.meeting_days else "today"
        start = found.start - len(before) + said.start() if said else found.start
        yield Hit(one, start, found.end, f"Told as still to come, but before {when}.", written(reference))


def tense_vs_date(case: Case) -> Iterator[Hit]:
    """Told as over, with a date after the meeting; told with "will", with a date before it."""
    if not case.meeting_days:
        return
    first_day, last_day = case.meeting_days
    happened = _any_of(case, "happened", plain=True)
    for one, found, before in _dated_clauses(case):
        verb, will = _last(happened, before), _last(_WILL, before)
        past = verb is not None and not _NOT_PAST.search(before[: verb.start()])
        own = verb is not None and _governs(before[verb.end() :], found.text)
        if verb and past and _starts_after(found, last_day) and own:
            start = found.start - len(before) + verb.start()
            yield Hit(one, start, found.end, "Told as past, but after the meeting.", written(last_day))
        elif will and found.last < first_day and _governs(before[will.end() :]):
            if _has_own_verb(before[will.end() :], will):
                continue
            start = found.start - len(before) + will.start()
            why = "Told as still to come, but before the meeting."
            yield Hit(one, start, found.end, why, written(first_day), severity=ERROR)


def _dated_clauses(case: Case) -> Iterator[tuple[Paragraph, Mention, str]]:
    """Every date of the running text with the words before it, back to the beginning of its clause."""
    for one in case.text.running:
        for found in case.dates[one.place]:
            start = one.sentence_at(found.start)[0]
            before = case.unquoted[one.place][start : found.start]
            cuts = [cut.end() for cut in _CLAUSE.finditer(before)]
            clause = before[cuts[-1] :] if cuts else before
            yield one, found, clause if len(clause.split()) > 1 else before


def _starts_after(found: Mention, day: dt.date) -> bool:
    return found.first > day or (found.ranged and found.last_from > day)


def _governs(between: str, date: str = "") -> bool:
    """Whether a verb has the date behind it as its own: only a place or a body stands between; "early in 2021" needs
    no word before it.
    """
    bound = _OF_TIME.search(between) or re.match(r"(?:early|late) in\b", date)
    return bool(bound) and len(between.split()) <= FAR and not _CUTS.search(between)


def _has_own_verb(between: str, said: re.Match[str]) -> bool:
    """Whether the date belongs to a participle of its own, which "be" does not make one of what is to come."""
    own = _ITS_OWN.match(between)
    if not own:
        return False
    before = said.group() + own["before"] if not own["before"].strip() else own["before"]
    return not _TO_BE.search(f"{before.rstrip()} ")


def _happens(case: Case, said: re.Match[str], between: str) -> bool:
    """Whether something that happened stands between: "to build on the forum held in Perth in 2015"."""
    verb = _last(_any_of(case, "happened", plain=True), between)
    if verb is None:
        return False
    before = between[: verb.start()]
    its_own = said.group().endswith("be") and not before.strip()
    return not its_own and not _TO_BE.search(before) and _governs(between[verb.end() :])


def _any_of(case: Case, key: str, plain: bool = False) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(case.data.time.texts(key), key=len, reverse=True)))
    return re.compile(rf"\b(?:{words})\b" if plain else rf"(?i)\b(?:{words})\b")


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found
