"""When, where and the how-manieth: what a draft says of its own meeting against the record."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from bali_desk.domain.dates import ordinal_figure, ordinal_word, span, written
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.countries import fold
from bali_desk.drafting.checks.dates import Mention, mentions
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.events import ORDINAL, ordinal_number
from bali_desk.drafting.checks.finding import Hit

_MEETS = re.compile(r"\b(?:met|held|convened|gathered|took place|assembled)\b")
_FUTURE = re.compile(r"\b(?:will|would|shall|to be held|is to|next)\b")
_NOUN = r"(?:meeting|session|conference|forum|roundtable|gathering|assembly)"
_COUNTED = re.compile(
    rf"(?P<for>\bfor (?:the|a) (?P<time>(?i:{ORDINAL})) time\b)"
    rf"|(?P<ordinal>\b(?i:{ORDINAL}))\s+(?P<kind>(?:[\w’-]+\s+){{0,3}}?(?i:{_NOUN}))\b(?P<of>(?:\s+of\s+(?:the\s+)?[A-Z][\w’()-]*(?:\s+(?:(?:of|on|for|and|the|in)\s+)*[A-Z(][\w’()-]*)*)?)"
)
_ADOPTED = re.compile(r"\b(?:Adopted|Done|Issued)\s+(?:in|at|on)\b.*")
_IN = re.compile(r"\b(?:in|at)\s+(?P<place>(?:the\s+)?[A-Z][\w’.-]+(?:(?:,?\s+|\s+(?:of|and|the)\s+)[A-Z][\w’.-]+)*)")


def date_mismatch(case: Case) -> Iterator[Hit]:
    """A day of this meeting, or of an earlier one, that is not the record's; or two days where there is no record."""
    if case.record is None:
        yield from _title_and_opening(case)
        return
    meeting = case.record.meeting
    own = (meeting.start, meeting.end or meeting.start)
    for one, found in _own_dates(case):
        if not _same_days(found, *own):
            yield _other_date(one, found, *own)
    yield from _of_series(case)
    yield from _of_events(case)


def _title_and_opening(case: Case) -> Iterator[Hit]:
    told = list(_own_dates(case))
    for one, found in told[1:]:
        first, date = told[0]
        if not _same_days(found, date.first, date.last):
            where = "title" if not first.running else "opening"
            yield Hit(one, found.start, found.end, f"The {where} has another date.", f"“{date.text}”")


def _own_dates(case: Case) -> Iterator[tuple[Paragraph, Mention]]:
    """Dates that a draft gives to its own meeting: in the title block, the opening sentence, "Adopted in"."""
    for one in case.text.title_block:
        yield from ((one, found) for found in case.dates[one.place] if found.grain in ("day", "month"))
    for one in case.text.running[:2]:
        for start, end in one.sentences[:2]:
            said = one.text[start:end]
            if _MEETS.search(said) and not _FUTURE.search(said) and _is_own(case, said):
                dates = [found for found in case.dates[one.place] if start <= found.start < end and found.grain == "day"]
                yield from ((one, found) for found in dates[:1])
                break
    for one in case.text.running[2:]:
        if found_here := _ADOPTED.match(one.text):
            yield from ((one, found) for found in case.dates[one.place] if found.start < found_here.end() and found.grain == "day")


def _is_own(case: Case, said: str) -> bool:
    """Whether an opening sentence speaks of the meeting itself."""
    record = case.record
    if record is None:
        return True
    names = [name for name in (record.body.name, record.body.short) if name]
    return any(fold(name) in fold(said) for name in names) or bool(re.match(r"(?:On|The|We|In|At|From)\b", said))


def _same_days(found: Mention, first: dt.date, last: dt.date) -> bool:
    if found.grain == "day":
        return (found.first, found.last) == (first, last) or (not found.year_known and (found.first.month, found.first.day) == (first.month, first.day))
    return found.first <= first and last <= found.last


def _other_date(one: Paragraph, found: Mention, first: dt.date, last: dt.date) -> Hit:
    fix = written(first) if first == last and found.grain == "day" and not found.days[0].weekday and found.year_known else None
    return Hit(one, found.start, found.end, "The record has another date.", f"the record: {span(first, last)}", fix=fix)


def _of_series(case: Case) -> Iterator[Hit]:
    """Dates that are given to a meeting of the series by its ordinal."""
    record = case.record
    assert record is not None
    earlier = {one.ordinal: one for one in record.earlier_meetings if one.ordinal and one.start}
    for one in case.text.running:
        for found in _COUNTED.finditer(case.unquoted[one.place]):
            if not found["ordinal"] or not _of_own_body(case, found, one):
                continue
            number = ordinal_number(found["ordinal"])
            start, end = one.sentence_at(found.start())
            when = _bound_date(case, one, found, end)
            if when is None or number not in earlier:
                continue
            known = mentions(written(earlier[number].start))
            if known and (when.last < known[0].first or when.first > (mentions(written(earlier[number].end))[0:1] or known)[0].last):
                told = f"the record: the {ordinal_word(number)} was on {written(earlier[number].start)}"
                yield Hit(one, when.start, when.end, "The record has another date for that meeting.", told)


def _bound_date(case: Case, one: Paragraph, found: re.Match[str], end: int) -> Mention | None:
    """The date that stands right behind a meeting: in brackets, after "on", "in", "held in"."""
    text = case.unquoted[one.place]
    for when in case.dates[one.place]:
        if found.end() <= when.start < end:
            between = text[found.end() : when.start]
            return when if len(between.split()) <= 7 and not re.search(r"[;:]|\b(?:by|before|after|until|that|and)\b", between) else None
    return None


def _of_events(case: Case) -> Iterator[Hit]:
    record = case.record
    assert record is not None
    for event in record.events:
        known = mentions(written(event.start)) if event.start else []
        ends = mentions(written(event.end)) if event.end else known
        if not known:
            continue
        pattern = re.compile(re.escape(event.name.replace("’", "'")).replace("'", "['’]").replace(r"\ ", r"\s+"))
        for one in case.text.running:
            for found in pattern.finditer(one.text):
                when = _bound_date(case, one, found, one.sentence_at(found.start())[1])
                if when and (when.last < known[0].first or when.first > ends[0].last):
                    told = f"the record: {written(event.start)}"
                    yield Hit(one, when.start, when.end, "The record has another date for this.", told)


def place_mismatch(case: Case) -> Iterator[Hit]:
    """A place of this meeting that is not the record's."""
    record = case.record
    if record is None or record.meeting.format == "virtual":
        return
    meeting = record.meeting
    known = [name for name in (meeting.city, meeting.venue) if name]
    if not (meeting.city or meeting.country):
        return
    for one, start, end in _own_places(case):
        said = one.text[start:end]
        if _is_place(said, known, meeting.country):
            continue
        told = ", ".join(name for name in (meeting.city, meeting.country) if name)
        yield Hit(one, start, end, "The record has another place.", f"the record: {told}")


def _is_place(said: str, known: list[str], country: str | None) -> bool:
    bare = fold(said)
    if any(fold(name) in bare or bare in fold(name) for name in known):
        return country is None or "," not in said or fold(country) in bare or any(bare == fold(name) for name in known) or _no_country(said, known)
    if not known:
        return country is None or fold(country) in bare
    return country is not None and bare == fold(country)


def _no_country(said: str, known: list[str]) -> bool:
    """Whether what follows the city is a province and no country: "Jimbaran, Bali"."""
    return any(fold(said).endswith(fold(name)) for name in known)


def _own_places(case: Case) -> Iterator[tuple[Paragraph, int, int]]:
    """Places a draft gives to its own meeting: before the date of the title block, and in the opening sentence."""
    for one in case.text.title_block:
        dates = case.dates[one.place]
        head = one.text[: dates[0].start].rstrip(" ,–—-|(") if dates else ""
        if dates and head and not re.search(r"(?i)\b(?:meeting|session|statement|summary|working|group|online|virtual)\b", head):
            yield one, 0, len(head)
    for one in case.text.running[:2]:
        for start, end in one.sentences[:2]:
            said = one.text[start:end]
            if not _MEETS.search(said) or _FUTURE.search(said) or not _is_own(case, said):
                continue
            verb = _MEETS.search(said)
            places = [found for found in _IN.finditer(said) if not mentions(found["place"]) and not _is_month(found["place"])]
            after = [found for found in places if verb and found.start() > verb.start()] or places
            if after:
                place = after[0]
                yield one, start + place.start("place"), start + place.end("place")
            break


def _is_month(place: str) -> bool:
    return bool(re.match(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", place))


def ordinal_mismatch(case: Case) -> Iterator[Hit]:
    """An ordinal of this meeting or the next one that is not the record's."""
    record = case.record
    if record is None or not record.meeting.ordinal:
        return
    ordinal = record.meeting.ordinal
    for one in case.text.paragraphs:
        if one.kind == "heading":
            continue
        for found in _COUNTED.finditer(case.unquoted[one.place]):
            number = ordinal_number(found["ordinal"] or found["time"])
            wanted = _wanted(case, one, found, ordinal)
            if wanted and number != wanted:
                key = "ordinal" if found["ordinal"] else "time"
                fix = _like(found[key], wanted)
                yield Hit(one, found.start(key), found.end(key), "The record counts otherwise.", f"the record: {ordinal_word(wanted)}", fix=fix)


def _wanted(case: Case, one: Paragraph, found: re.Match[str], ordinal: int) -> int | None:
    """The ordinal the record has for what is counted here; None where it is another body's, or cannot be told."""
    if not one.running:
        return ordinal if _of_own_body(case, found, one, title=True) else None
    start, end = one.sentence_at(found.start())
    said = one.text[start:end]
    opening = one in case.text.running[:2]
    if found["for"]:
        return ordinal if opening and _MEETS.search(said) else None
    if not _of_own_body(case, found, one):
        return None
    after = one.text[found.end() : end]
    before = one.text[start : found.start()]
    coming = re.match(r"\s+(?:of [^.]*?)?(?:will|would|is to|to be)\b", after) or re.search(
        r"\b(?:will|would) (?:hold|convene) (?:its|their)\s+$|\bhost(?:ing)? (?:the|its)\s+$|\bnext (?:and\s+)?$", before
    )
    if coming:
        return ordinal + 1
    held = re.search(r"\bheld (?:its|their)\s+$|\bmet for (?:its|their)\s+$", before) or re.match(r"[^.]{0,120}?\b(?:was|were) held\b", after)
    return ordinal if opening and held and one.sentences[0][0] == start else None


def _of_own_body(case: Case, found: re.Match[str], one: Paragraph, title: bool = False) -> bool:
    """Whether a counted meeting is one of this body's series."""
    record = case.record
    assert record is not None
    names = [fold(name) for name in (record.body.name, record.body.short) if name]
    of = fold(re.sub(r"^\s+of\s+", "", found["of"] or ""))
    if of:
        return any(of.startswith(name) or name.startswith(of) or name.endswith(of) for name in names) or of.startswith(("working group", "committee", "body"))
    kind = " ".join(found["kind"].split()) if found["kind"] else ""
    capitals = re.findall(r"\b[A-Z][\w’-]+", kind)
    own = {word.casefold() for word in (record.meeting.kind or "").split()} | {"meeting", "session", "annual", "regular"}
    if capitals and not title and not all(word.casefold() in own for word in capitals):
        return any(fold(" ".join(capitals[:-1])) == name for name in names)
    nouns = {(record.meeting.kind or "meeting").split()[-1].casefold(), "meeting"}
    return not kind or kind.split()[-1].casefold() in nouns


def _like(word: str, number: int) -> str:
    """An ordinal written as another one is: in figures, with a capital, in capitals."""
    if word[0].isdigit():
        return ordinal_figure(number)
    made = ordinal_word(number)
    return made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made


