"""Events and periods with their dates: a series that runs backwards, one event with two dates."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bali_desk.domain.dates import MONTHS, ordinal_word
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.dates import Mention
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.numbering import value_of

_WORDS = {ordinal_word(number): number for number in range(1, 60)}
ORDINAL = rf"(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))}|\d{{1,3}}(?:st|nd|rd|th))"
_STOP = (
    r"(?:was|were|is|are|will|would|has|had|held|made|begun|began|started|commenced|launched|took|ran"
    r"|which|that|to|in|on|from|during|at|between|since|by|and|for)"
)
_IN_SERIES = re.compile(
    rf"\b(?P<ordinal>(?i:{ORDINAL}))\s+(?P<noun>(?:(?!{_STOP}\b)[A-Za-z][\w’'-]*\s+){{0,6}}?(?!{_STOP}\b)[A-Za-z][\w’'-]*)"
    rf"(?P<of>\s+of\s+(?:the\s+)?(?:(?!{_STOP}\b)[A-Za-z][\w’-]*\s*?){{1,4}}?)?(?=\s*[,(–]|\s+{_STOP}\b)"
    rf"|\bthe\s+(?P<bare>{ORDINAL})(?=\s+(?:in|on|from|began|started|commenced|took|was|ran|will)\b|,)"
)
_NO_SERIES = re.compile(
    r"(?i)^(?:half|quarter|time|day|week|month|year|item|paragraph|person|party|place|point|part"
    r"|largest|world|country|countries|.*\b(?:annual report))\b"
)
_PLAN = re.compile(
    r"(?P<name>(?:[A-Z][\w’-]+\s+){1,6}?(?:Plan|Strategy|Programme|Program|Roadmap|Framework|Workplan))\s+(?:for\s+)?(?P<years>(?:19|20)\d\d\s?[–-]\s?(?:\d{4}|\d\d))(?!\d)"
)
_BETWEEN = re.compile(
    r"(?i)\b(?:after|before|following|since|until|report(?:ed)?|recall\w*|ahead of|prior to|pending"
    r"|propos\w*|adopted at|endorsed at|agreed at|instead of|postponed from|moved from|rescheduled)\b"
)


@dataclass(frozen=True)
class _Numbered:
    """One of a series: "the second joint period of action", with its date."""

    paragraph: Paragraph
    start: int
    end: int
    number: int
    series: str
    when: Mention


def period_order(case: Case) -> Iterator[Hit]:
    """A later one of a series that begins before an earlier one, or before that has ended."""
    by_series: dict[str, list[_Numbered]] = defaultdict(list)
    for numbered in _series(case):
        by_series[numbered.series].append(numbered)
    for group in by_series.values():
        group.sort(key=lambda one: one.number)
        for earlier, later in itertools.pairwise(group):
            if earlier.number == later.number:
                continue
            begins_before = later.when.last < earlier.when.first
            overlaps = earlier.when.ranged and earlier.when.first <= later.when.first < earlier.when.last_from
            overlaps = overlaps or (
                later.when.ranged and later.when.first < earlier.when.first and later.when.last >= earlier.when.first
            )
            if begins_before or overlaps:
                said = "begins before" if begins_before or later.when.first < earlier.when.first else "overlaps"
                yield Hit(
                    later.paragraph,
                    later.start,
                    later.end,
                    f"The {ordinal_word(later.number)} {said} the {ordinal_word(earlier.number)}.",
                    f"“{earlier.paragraph.text[earlier.start : earlier.end]}”",
                )
    yield from _plans(case)


def _series(case: Case) -> Iterator[_Numbered]:
    for one in case.text.running:
        text = case.unquoted[one.place]
        dates = case.dates[one.place]
        for start, end in one.sentences:
            hits = list(_IN_SERIES.finditer(text, start, end))
            series = ""
            for place, hit in enumerate(hits):
                if hit["noun"] and _NO_SERIES.search(hit["noun"]):
                    continue
                series = _owner(text, start, hit.start()) + _series_name(hit) if hit["noun"] else series
                limit = hits[place + 1].start() if place + 1 < len(hits) else end
                when = next((date for date in dates if hit.end() <= date.start < limit), None)
                number = ordinal_number(hit["ordinal"] or hit["bare"])
                if series and when and number and not _unbound(text[hit.end() : when.start]):
                    yield _Numbered(one, hit.start(), when.end, number, series, when)
        yield from _numbered(case, one)


def _numbered(case: Case, one: Paragraph) -> Iterator[_Numbered]:
    """Those whose number stands behind: "Phase II of the project", "Round 3"."""
    text, dates = case.unquoted[one.place], case.dates[one.place]
    if not dates:
        return
    nouns = "|".join(noun.capitalize() for noun in case.data.time.texts("series"))
    number = rf"(?P<number>[IVX]{{1,4}}|\d{{1,2}})(?![\w/.-]*\w)(?!\s+(?:{'|'.join(MONTHS)})\b)"
    of = rf"(?P<of>\s+of\s+(?:the\s+)?(?:(?!{_STOP}\b)[A-Za-z][\w’-]*\s*?){{1,5}}?(?=\s*[,(–]|\s+{_STOP}\b))?"
    found = list(re.finditer(rf"(?<![\w-])(?P<noun>{nouns})\s+{number}{of}", text))
    for place, hit in enumerate(found):
        following = found[place + 1].start() if place + 1 < len(found) else len(text)
        limit = min(one.sentence_at(hit.start())[1], following)
        when = next((date for date in dates if hit.end() <= date.start < limit), None)
        if when and not _unbound(text[hit.end() : when.start]):
            yield _Numbered(one, hit.start(), when.end, value_of(hit["number"]), _series_name(hit), when)


def _unbound(between: str) -> bool:
    """Whether the date belongs to something else than the period before it."""
    return (
        len(between.split()) > 12
        or bool(_BETWEEN.search(between))
        or bool(re.search(r"[;:]|\.\s|,\s+and\s+(?:the|Members)\b", between))
    )


def _owner(text: str, start: int, place: int) -> str:
    """Whose session it is, where the text says "its": the last name before that."""
    before = text[start:place]
    its = re.search(r"\b(?:its|their)\s+(?:next\s+)?$", before)
    named = re.findall(r"[A-Z][\w’-]+", before[: its.start()]) if its else []
    return f"{named[-1].casefold()}: " if named else ""


def _series_name(hit: re.Match[str]) -> str:
    return re.sub(r"\s+", " ", f"{hit['noun']}{hit['of'] or ''}").casefold().removesuffix("s")


def ordinal_number(word: str) -> int:
    """The number of an ordinal in words or figures; 0 where it is none."""
    low = word.casefold()
    return _WORDS.get(low, 0) or int(re.sub(r"\D", "", low) or 0)


def _plans(case: Case) -> Iterator[Hit]:
    """One plan with two spans of years that overlap by more than the year in which one follows the other."""
    known: dict[str, list[tuple[int, int, Paragraph, re.Match[str]]]] = defaultdict(list)
    for one in case.text.paragraphs:
        for found in _PLAN.finditer(case.unquoted[one.place]):
            years = re.findall(r"\d+", found["years"])
            first = int(years[0])
            last = int(years[1]) if len(years[1]) == 4 else first // 100 * 100 + int(years[1])
            name = " ".join(found["name"].split()[-3:]).casefold()
            for begins, ends, _paragraph, other in known[name]:
                if (first, last) != (begins, ends) and max(first, begins) < min(last, ends):
                    yield Hit(one, *found.span(), "Two plans of one name overlap.", f"“{other.group()}”")
                    break
            known[name].append((first, last, one, found))


_COMING = re.compile(r"\b(?:will|to be|is to|shall)\b")
_WAS = re.compile(r"\b(?:was|were|held|took place|had been)\b")
_NOT_HELD = re.compile(
    r"\b(?:was|were|are|is|has been|had been)\s+(?!(?:to be\s+)?(?:held|convened|organi[sz]ed|hosted"
    r"|launched|opened|scheduled|planned)\b)"
    r"|\b(?:began|begun|begins?|started|starts|ended|ends|concluded|concludes|closed|closes)\b"  # its two ends
)


_FORE = "During|At|After|Before|Since|Following|Until"  # what may begin a sentence before a name
_BEFORE_NAME = r"(?:(?:during|at|after|before|since|following|until|for|from|in|with|and|the|this|a|an)\s+)+"
_HEADS = re.compile(
    r"(?:^|[,;:—–(]|\b(?:and|but|that|while|whereas|as|when|because))\s*(?:(?:the|its|their|our|a|an|this)\s+)?$", re.I
)
_VERB = re.compile(r"^\s+(?:will|would|shall|was|were|is|are|has|had|met|took|opened|closed|began|ended|ran)\b")


def _of_its_subject(before: str, between: str) -> bool:
    """Whether the verb behind an event is that of something else: "the bureau of the Conference will meet in May"."""
    return _VERB.match(between) is not None and _HEADS.search(before) is None


@dataclass(frozen=True)
class _Event:
    paragraph: Paragraph
    start: int
    end: int
    name: str
    when: Mention
    place: str
    told: str = ""  # past, future


def same_event_two_dates(case: Case) -> Iterator[Hit]:
    """One event by name, with two dates or two places."""
    known: dict[str, _Event] = {}
    for event in _events(case):
        first = known.setdefault(event.name, event)
        if first is event:
            continue
        if {first.told, event.told} == {"past", "future"}:
            continue  # a yearly event: one was, another will be
        apart = event.when.last < first.when.first or first.when.last < event.when.first
        elsewhere = bool(event.place and first.place and event.place != first.place) and not apart
        if apart or elsewhere:
            why = "This event has another date elsewhere." if apart else "This event has another place elsewhere."
            other = f"“{first.paragraph.text[first.start : first.end]}”"
            yield Hit(event.paragraph, event.start, event.end, why, other)


def _events(case: Case) -> Iterator[_Event]:
    nouns = "|".join(sorted(case.data.time.texts("events"), key=len, reverse=True))
    headed = "|".join(sorted(case.data.time.texts("events_before_names"), key=len, reverse=True))
    month = "|".join(MONTHS)
    caps = rf"(?!(?:{month}|{_FORE})\b)(?:[A-Z][\w’.&-]*|\d{{4}})"
    topic = rf"(?!(?:{month})\b)[A-Z][\w’.&-]*"
    joined = r"(?:(?:of|on|for|and|the|in|against|with)\s+){0,2}"
    found = re.compile(
        rf"(?<![\w’-])(?P<name>(?:(?:{ORDINAL}\s+)?(?:{caps}\s+{joined}){{1,12}}(?:{nouns})|(?i:{ORDINAL})\s+(?:[\w’-]+\s+){{0,4}}?(?i:{nouns})"
        rf"|(?:{nouns})(?=\s+(?:on|of|for)\s)|(?:{headed})(?:\s+{topic}){{1,4}})(?P<topic>\s+(?:on|of|for)\s+(?:the\s+)?(?:{topic}(?:\s+(?:(?:and|in|of|for|the)\s+)*(?={topic}))?)+)?)(?![\w-])"
    )
    for one in case.text.running:
        text, dates = case.unquoted[one.place], case.dates[one.place]
        hits = list(found.finditer(text)) if dates else []
        for place, hit in enumerate(hits):
            sentence = one.sentence_at(hit.start())
            limit = min(sentence[1], hits[place + 1].start() if place + 1 < len(hits) else len(text))
            when = next((date for date in dates if hit.end() <= date.start < limit), None)
            edition = when is not None and when.grain == "year" and not text[hit.end() : when.start].strip()
            if when is None or edition or _unbound(text[hit.end() : when.start]):
                continue
            between = text[hit.end() : when.start]
            if _NOT_HELD.search(between) or _of_its_subject(text[sentence[0] : hit.start()], between):
                continue
            name = re.sub(rf"(?i)^{_BEFORE_NAME}|\s+", " ", hit["name"]).strip().casefold()
            numbered = re.search(rf"\b{ORDINAL}\b.*", name)
            name = numbered.group() if numbered else name
            if len(name.split()) < 2:
                continue
            around = text[hit.end() : min(limit, when.end + 50)]
            town = re.search(
                r"\b(?:in|at)\s+(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)(?P<town>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?)",
                around,
            )
            told = "future" if _COMING.search(between) else "past" if _WAS.search(between) else ""
            yield _Event(one, hit.start(), when.end, name, when, town["town"] if town else "", told)
