"""What was left standing from the statement of the meeting before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from bali_desk.domain.dates import MONTHS, ordinal_figure, ordinal_word
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.dates import Mention, mentions
from bali_desk.drafting.checks.draft_text import DraftText
from bali_desk.drafting.checks.events import ORDINAL
from bali_desk.drafting.checks.finding import ERROR, WARNING, Hit

ALIKE = 0.9
_COUNT = re.compile(
    r"(?i)\b(?P<number>\d{1,4}|[a-z]+)\s+(?P<noun>participants|delegates|delegations|representatives"
    r"|(?:member )?countries|organisations|organizations|members)\b"
)


def previous_residue(case: Case) -> Iterator[Hit]:
    """A sentence of the last statement with a date, a number or a place that was true then and is not now."""
    if case.previous is None:
        return
    facts = _facts_of(case.previous)
    near = _Near(case.previous)
    for one in case.text.paragraphs:
        for start, end in one.sentences:
            said = one.text[start:end]
            like = near.most_like(said)
            if not like and one.running and not _OWN.search(said):
                continue
            for fact in facts:
                found = re.search(fact, said)
                if (
                    found
                    and (like or not one.running or _OWN.search(said))
                    and not _is_true_now(case, found.group(), said)
                ):
                    severity = ERROR if case.record is not None else WARNING
                    yield Hit(
                        one,
                        start + found.start(),
                        start + found.end(),
                        "Left from the last statement.",
                        like,
                        severity=severity,
                    )
                    break


_OWN = re.compile(
    r"(?i)\b(?:this meeting|the meeting (?:was|brought)|(?:was|were) held|met (?:on|in|for)|held its"
    r"|attended by|will (?:meet|hold|be held|host)|co-chaired|chaired)\b"
)


_COMING = re.compile(r"(?i)\b(?:next|meet again|(?:will|would) (?:meet|hold|be held|convene|take place))\b")
_COUNTED = re.compile(rf"(?i)\b{ORDINAL}(?=\s+(?:\w+\s+)?(?:meeting|session|conference))")
_HOST = re.compile(r"\bGovernment(?: and (?:the )?people)? of (?:the )?(?P<host>[A-Z][\w’-]*(?: [A-Z][\w’-]*)*)")


def _facts_of(previous: DraftText) -> list[str]:
    """What the last statement says of its own meeting: days, ordinal, place, counts; as patterns."""
    opening = [*previous.title_block, *previous.running[:2]]
    facts: list[str] = []
    for one in opening:
        dates = [date for date in mentions(one.text) if date.grain == "day"]
        facts += [re.escape(date.text) for date in dates[:1]]
        facts += [
            rf"(?i)\b{re.escape(found.group())}\b"
            for found in re.finditer(rf"(?i)\b{ORDINAL}(?=\s+(?:\w+\s+)?(?:meeting|session|time|conference))", one.text)
        ]
        facts += [
            rf"\b{re.escape(found.group())}\b" for found in _COUNT.finditer(one.text) if found["number"].isdecimal()
        ]
        facts += [
            rf"\b{re.escape(found['place'])}\b"
            for found in re.finditer(r"\bin (?P<place>[A-Z][\w’-]+(?:, [A-Z][\w’-]+(?: [A-Z][\w’-]+)?)?)", one.text)
            if found["place"] not in MONTHS
        ]
    for one in previous.running[-3:]:
        if _COMING.search(one.text):
            facts += [re.escape(date.text) for date in mentions(one.text)]
            facts += [rf"\b{re.escape(found.group())}\b" for found in _COUNTED.finditer(one.text)]
        facts += [rf"(?<=of ){re.escape(found['host'])}\b" for found in _HOST.finditer(one.text)]
    return list(dict.fromkeys(facts))


def _is_true_now(case: Case, fact: str, said: str) -> bool:
    """Whether a fact of the last statement is true of this meeting too, as the record or the text's own title says."""
    record = case.record
    if record is None:
        titles = " ".join(one.text for one in case.text.title_block)
        return fact.casefold() in titles.casefold()
    meeting = record.meeting
    dates = mentions(fact)
    if dates:
        first, last = meeting.start, meeting.end or meeting.start
        return (
            any(_overlap(date, first, last) for date in dates)
            or fact in ((meeting.next or {}).get("when") or "")
            or any(
                fact in said and earlier.ordinal and re.search(_ordinal_of(earlier.ordinal), said)
                for earlier in record.earlier_meetings
            )
        )
    if re.fullmatch(rf"(?i){ORDINAL}", fact):
        ordinal = meeting.ordinal
        if (
            ordinal
            and _COMING.search(said)
            and re.search(
                rf"(?i)\b{re.escape(fact)}\s+(?:\w+\s+)?(?:meeting|session|conference)[^.]*\b(?:will|would)\b", said
            )
        ):
            return bool(re.search(_ordinal_of(ordinal + 1), fact))
        return ordinal is not None and bool(
            re.search(_ordinal_of(ordinal), fact) or re.search(_ordinal_of(ordinal + 1), fact)
        )
    if found := _COUNT.match(fact):
        from bali_desk.domain.attendance import count

        counts = count(record)
        return int(found["number"]) in (
            counts.participants,
            counts.registered,
            counts.countries,
            counts.organisations,
            counts.members_and_organisations,
        )
    places = " ".join(
        part for part in (meeting.city, meeting.country, (meeting.next or {}).get("place"), meeting.venue) if part
    )
    return any(part.strip() in places for part in fact.split(","))


def _ordinal_of(number: int) -> str:
    return rf"(?i)\b(?:{ordinal_word(number)}|{ordinal_figure(number)})\b"


def _overlap(date: Mention, first: object, last: object) -> bool:
    return date.first <= last and date.last >= first  # type: ignore[operator]


class _Near:
    """The sentences of the last statement, found by their words."""

    def __init__(self, previous: DraftText) -> None:
        self.sentences = [one.text[slice(*span)] for one in previous.paragraphs for span in one.sentences]
        self.by_word: dict[str, list[int]] = defaultdict(list)
        for place, said in enumerate(self.sentences):
            for word in {word.casefold() for word in re.findall(r"\w+", said)}:
                self.by_word[word].append(place)

    def most_like(self, said: str) -> str:
        """The sentence that is nearly this one; "" where there is none."""
        words = [word.casefold() for word in re.findall(r"\w+", said)]
        votes: dict[int, int] = defaultdict(int)
        for word in sorted(set(words), key=lambda word: len(self.by_word.get(word, ())))[:12]:
            for place in self.by_word.get(word, ())[:50]:
                votes[place] += 1
        for place in sorted(votes, key=lambda one: -votes[one])[:4]:
            other = [word.casefold() for word in re.findall(r"\w+", self.sentences[place])]
            if SequenceMatcher(None, words, other, autojunk=False).ratio() >= ALIKE:
                return self.sentences[place]
        return ""
