"""What was left standing from the statement of the meeting before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from bali_desk.domain.attendance import count
from bali_desk.domain.dates import MONTHS, ordinal_figure, ordinal_word
from bali_desk.domain.record import Record
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.dates import mentions
from bali_desk.drafting.checks.draft_text import DraftText
from bali_desk.drafting.checks.events import ORDINAL
from bali_desk.drafting.checks.finding import ERROR, WARNING, Hit
from bali_desk.drafting.checks.masks import blotted, spans, titles_of

ALIKE = 0.9

_MEETING = r"(?:\w+\s+)?(?:meeting|session|conference)"
_COUNT = re.compile(
    r"(?i)\b(?P<number>\d{1,4})\s+(?P<noun>participants|delegates|delegations|representatives|(?:member )?countries"
    r"|organi[sz]ations|members)\b"
)
_COUNTED = re.compile(rf"(?i)\b{ORDINAL}(?=\s+(?:{_MEETING}|time)\b)")
_PLACE = re.compile(r"\bin (?P<place>[A-Z][\w’-]+(?:, [A-Z][\w’-]+(?: [A-Z][\w’-]+)?)?)")
_HOST = re.compile(r"\bGovernment(?: and (?:the )?people)? of (?:the )?(?P<host>[A-Z][\w’-]*(?: [A-Z][\w’-]*)*)")
_COMING = re.compile(r"(?i)\b(?:next|meet again|(?:will|would) (?:meet|hold|be held|convene|take place))\b")
_OWN = re.compile(
    r"(?i)\b(?:this meeting|the meeting (?:was|brought)|(?:was|were) held|met (?:on|in|for)|held its|attended by"
    r"|will (?:meet|hold|be held|host)|co-chaired|chaired|hospitality)\b"
)


_TOLD_AS_PLACE = (
    r"(?:(?<=\bin )|(?<=\bin the )|(?<=, )|(?<=Government of )|(?<=people of )|(?<=Government of the )"
    r"|(?<=people of the )|(?<=hosted by )|(?<=hosted by the )|^)"
)


@dataclass(frozen=True)
class _Fact:
    """Something the last statement says of its own meeting: what kind of thing, and its words."""

    kind: str  # date, ordinal, count, place
    words: str

    def found_in(self, said: str) -> re.Match[str] | None:
        """Where a sentence says the same; a place where it is told as one, not as a name that only has it."""
        told_as = _TOLD_AS_PLACE if self.kind == "place" else ""
        return re.search(rf"{told_as}(?i:(?<!\w){re.escape(self.words)}(?!\w))", said)


def previous_residue(case: Case) -> Iterator[Hit]:
    """A sentence of the last statement with a date, a number or a place that was true then and is not now."""
    if case.previous is None:
        return
    facts, near = _facts_of(case.previous, titles_of(case.record)), _Near(case.previous)
    severity = ERROR if case.record is not None else WARNING
    for one in case.text.paragraphs:
        for start, end in one.sentences:
            said = one.text[start:end]
            like = near.most_like(said)
            if not like and one.running and not _OWN.search(said):
                continue
            for fact in facts:
                found = fact.found_in(said)
                if found and not _is_true_now(case, fact, said):
                    place = start + found.start(), start + found.end()
                    yield Hit(one, *place, "Left from the last statement.", like, severity=severity)
                    break


def _facts_of(previous: DraftText, names: re.Pattern[str] | None) -> list[_Fact]:
    """The days, ordinal, place and counts of its title and opening; of its end the next meeting and the host.

    What stands in a name of the record, such as "Trafficking in Persons", is no place.
    """
    facts: list[_Fact] = []
    for one in [*previous.title_block, *previous.running[:2]]:
        facts += [_Fact("date", date.text) for date in mentions(one.text) if date.grain == "day"][:1]
        facts += [_Fact("ordinal", found.group()) for found in _COUNTED.finditer(one.text)]
        facts += [_Fact("count", found.group()) for found in _COUNT.finditer(one.text)]
        places = [found["place"] for found in _PLACE.finditer(blotted(one.text, spans(one, names)))]
        facts += [_Fact("place", place) for place in places if place not in MONTHS]
    for one in previous.running[-3:]:
        facts += [_Fact("place", found["host"]) for found in _HOST.finditer(one.text)]
        if _COMING.search(one.text):
            facts += [_Fact("date", date.text) for date in mentions(one.text)]
            facts += [_Fact("ordinal", found.group()) for found in _COUNTED.finditer(one.text)]
    return list(dict.fromkeys(facts))


def _is_true_now(case: Case, fact: _Fact, said: str) -> bool:
    """Whether a fact of the last statement is true of this meeting too, as the record or the text's own title says."""
    record = case.record
    if record is None:
        titles = " ".join(one.text for one in case.text.title_block)
        return fact.words.casefold() in titles.casefold()
    if fact.kind == "date":
        return _is_date_now(record, fact.words, said)
    if fact.kind == "ordinal":
        return _is_ordinal_now(record, fact.words, said)
    if fact.kind == "count":
        counts, number = count(record), int(fact.words.split()[0])
        people = counts.participants, counts.registered
        return number in (*people, counts.countries, counts.organisations, counts.members_and_organisations)
    meeting = record.meeting
    places = (meeting.city, meeting.country, (meeting.next or {}).get("place"), meeting.venue)
    return any(part.strip() in place for part in fact.words.split(",") for place in places if place)


def _is_date_now(record: Record, words: str, said: str) -> bool:
    """Whether a date is that of this meeting, of the next, or of an earlier one that the sentence names."""
    first, last = record.meeting.start, record.meeting.end or record.meeting.start
    own = any(date.first <= last and date.last >= first for date in mentions(words))
    coming = words in ((record.meeting.next or {}).get("when") or "")
    earlier = [one.ordinal for one in record.earlier_meetings if one.ordinal]
    return own or coming or any(re.search(_ordinal(number), said) for number in earlier)


def _is_ordinal_now(record: Record, words: str, said: str) -> bool:
    """Whether an ordinal is that of this meeting or the next; of what is still to come only the next."""
    ordinal = record.meeting.ordinal
    if ordinal is None:
        return False
    coming = re.search(rf"(?i)\b{re.escape(words)}\s+{_MEETING}[^.]*\b(?:will|would)\b", said)
    right = (ordinal + 1,) if coming else (ordinal, ordinal + 1)
    return any(re.search(_ordinal(number), words) for number in right)


def _ordinal(number: int) -> str:
    return rf"(?i)\b(?:{ordinal_word(number)}|{ordinal_figure(number)})\b"


class _Near:
    """The sentences of the last statement, found by their words."""

    def __init__(self, previous: DraftText) -> None:
        self.sentences = [one.text[slice(*span)] for one in previous.paragraphs for span in one.sentences]
        self.by_word: dict[str, list[int]] = defaultdict(list)
        for place, said in enumerate(self.sentences):
            for word in set(_words(said)):
                self.by_word[word].append(place)

    def most_like(self, said: str) -> str:
        """The sentence that is nearly this one; "" where there is none."""
        words = _words(said)
        votes: dict[int, int] = defaultdict(int)
        for word in sorted(set(words), key=lambda word: (len(self.by_word.get(word, ())), word))[:12]:
            for place in self.by_word.get(word, ())[:50]:
                votes[place] += 1
        for place in sorted(votes, key=lambda one: -votes[one])[:4]:
            if SequenceMatcher(None, words, _words(self.sentences[place]), autojunk=False).ratio() >= ALIKE:
                return self.sentences[place]
        return ""


def _words(said: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w+", said)]
