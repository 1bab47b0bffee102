"""When, where and the how-manieth: what a draft says of its own meeting against the record."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from bali_desk.domain.dates import ordinal_figure, ordinal_word, span, written
from bali_desk.domain.models import EarlierMeeting
from bali_desk.domain.record import Record
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.countries import fold
from bali_desk.drafting.checks.dates import Mention, mentions
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.events import ORDINAL, ordinal_number
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.opening import MEETS, own_dates, own_places, sentence_of
from bali_desk.drafting.checks.whose import is_of_body, is_of_series, of_another
from bali_desk.drafting.masking import spelling

_NOUN = r"(?:meeting|session|conference|forum|roundtable|gathering|assembly)"
_COUNTED = re.compile(
    rf"(?P<for>\bfor (?:the|a) (?P<time>(?i:{ORDINAL})) time\b)"
    rf"|(?P<ordinal>\b(?i:{ORDINAL}))\s+(?P<kind>(?:[\w’-]+\s+){{0,3}}?(?i:{_NOUN}))\b"
    r"(?P<of>(?:\s+of\s+(?:the\s+)?[A-Z][\w’()-]*(?:\s+(?:(?:of|on|for|and|the|in)\s+)*(?:[A-Z]|\((?=[A-Z]))[\w’()-]*)*)?)"
)
_HELD = re.compile(
    r"[^.]{0,120}?\b(?:(?:was|were) (?:held|opened|convened|hosted|co-chaired|chaired|attended)|took place)\b"
)
_HOLDS = re.compile(r"\b(?:held|met for|convened|gathered for|came together for) (?:its|their|our)\s+$")
_WILL = re.compile(r"\s+(?:of [^.]*?)?(?:will|would|is to|to be)\b")
_WILL_HOLD = re.compile(
    r"\b(?:will|would) (?:hold|convene) (?:its|their|our)\s+$"
    r"|\b(?:to|will|would) (?:host|hold) (?:the|its|their|our)\s+$"
    r"|\boffer\w*\b[^.]*\bhosting (?:the|its|their|our)\s+$|\bnext (?:and\s+)?$"
)
_AT_ITS = re.compile(r"(?P<owner>[A-Z][\w’-]*)?\s*\b(?:at|by|before|until) its\s+$")


def date_mismatch(case: Case) -> Iterator[Hit]:
    """A day of this meeting, or of an earlier one, that is not the record's; without a record, two days in one text."""
    if case.record is None:
        yield from _two_dates(case)
        return
    meeting = case.record.meeting
    own = (meeting.start, meeting.end or meeting.start)
    for one, found in own_dates(case):
        if not _same_days(found, *own) and not _opens(one, found, meeting.start) and not _of_earlier(case, one, found):
            yield _other_date(one, found, *own)
    yield from _of_series(case, case.record)
    yield from _of_events(case, case.record)


def _opens(one: Paragraph, found: Mention, first: dt.date) -> bool:
    """Whether only the first day is told, and as that: "opened on 2 May and closed the day after"."""
    said = one.text[one.sentence_at(found.start)[0] : found.start]
    return (found.first, found.last) == (first, first) and _OPENED.search(said) is not None


_OPENED = re.compile(r"\b(?:opened|began|started|commenced)\b[^.;]{0,60}$")


def _of_earlier(case: Case, one: Paragraph, found: Mention) -> bool:
    """Whether the date is that of an earlier meeting of the series, whose ordinal stands before it."""
    known = {meeting.ordinal for meeting in case.record.earlier_meetings} if case.record else set()
    start = one.sentence_at(found.start)[0] if one.running else 0
    counted = [hit for hit in _COUNTED.finditer(case.unquoted[one.place], start, found.start) if hit["ordinal"]]
    return one.running and bool(counted) and ordinal_number(counted[-1]["ordinal"]) in known


def _two_dates(case: Case) -> Iterator[Hit]:
    told = list(own_dates(case))
    for one, found in told[1:]:
        first, date = told[0]
        if not _same_days(found, date.first, date.last):
            where = "opening" if first.running else "title"
            yield Hit(one, found.start, found.end, f"The {where} has another date.", f"“{date.text}”")


def _same_days(found: Mention, first: dt.date, last: dt.date) -> bool:
    if found.grain != "day":
        return found.first <= first and last <= found.last
    same = (found.first.month, found.first.day) == (first.month, first.day)
    return (found.first, found.last) == (first, last) or (not found.year_known and same)


def _other_date(one: Paragraph, found: Mention, first: dt.date, last: dt.date) -> Hit:
    plain = first == last and len(found.days) == 1 and found.days[0].weekday is None and found.year_known
    told = f"the record: {span(first, last)}"
    return Hit(one, found.start, found.end, "The record has another date.", told, fix=written(first) if plain else None)


def _of_series(case: Case, record: Record) -> Iterator[Hit]:
    """Dates that are given to a meeting of the series by its ordinal."""
    earlier = {one.ordinal: one for one in record.earlier_meetings if one.ordinal and one.start}
    for one in case.text.running:
        for found in _COUNTED.finditer(case.unquoted[one.place]):
            known = earlier.get(ordinal_number(found["ordinal"])) if found["ordinal"] else None
            before = one.text[one.sentence_at(found.start())[0] : found.start()]
            if known and known.start and is_of_series(record, found) and not of_another(case, before):
                why = "The record has another date for that meeting."
                yield from _unless(case, one, found, *_days_of(known), why)


def _days_of(known: EarlierMeeting) -> tuple[str, str]:
    """The days of an earlier meeting, as one span where both are whole."""
    whole = [day for day in (known.start, known.end or known.start) if day and len(day) == len("2017-05-26")]
    if len(whole) == 2:
        return span(dt.date.fromisoformat(whole[0]), dt.date.fromisoformat(whole[1])), ""
    return written(known.start), written(known.end)


def _of_events(case: Case, record: Record) -> Iterator[Hit]:
    """Dates that are given to an event the record knows by name, or to the meeting of a higher body."""
    known = [(event.name, written(event.start), written(event.end), False) for event in record.events]
    above = [outcome.recommended_to or {} for outcome in record.outcomes]
    known += [(to.get("body") or "", to.get("when") or "", "", True) for to in above]
    for event, start, end, meets_again in dict.fromkeys(known):
        if not event or not start:
            continue
        for one in case.text.running:
            for found in re.finditer(rf"(?<!\w){spelling(event)}(?!\w)", one.text):
                if not (meets_again and _of_another_meeting(case, one, found)):
                    yield from _unless(case, one, found, start, end, "The record has another date for this.")


def _of_another_meeting(case: Case, one: Paragraph, found: re.Match[str]) -> bool:
    """Whether a meeting of a higher body that is told as over is meant: that body meets again and again."""
    when = _bound_date(case, one, found)
    if when is None or case.record is None or when.last >= case.record.meeting.start:
        return False
    between = one.text[found.end() : when.start]
    return bool(_WAS_HELD.search(_TO_BE_HELD.sub("", between)))


def _unless(case: Case, one: Paragraph, found: re.Match[str], start: str, end: str, why: str) -> Iterator[Hit]:
    """A hit where the date right behind a meeting or event is not within what the record has."""
    first = mentions(start)
    last = mentions(end) or first
    when = _bound_date(case, one, found)
    if first and when and (when.last < first[0].first or when.first > last[0].last):
        yield Hit(one, when.start, when.end, why, f"the record: {start}")


def _bound_date(case: Case, one: Paragraph, found: re.Match[str]) -> Mention | None:
    """The date that stands right behind a meeting: in brackets, after "on", "in", "held in"."""
    text, end = case.unquoted[one.place], one.sentence_at(found.start())[1]
    when = next((date for date in case.dates[one.place] if found.end() <= date.start < end), None)
    between = text[found.end() : when.start] if when else ""
    held = _TO_BE_HELD.sub("", between)
    apart = len(between.split()) > 7 or re.search(r"[;:]|\b(?:by|before|after|until|that|and|to)\b", held)
    return None if apart else when


_WAS_HELD = re.compile(r"\b(?:held|met|convened|took place|of)\b|\(")
_TO_BE_HELD = re.compile(r"\bto (?:be (?:held|convened)|meet|take place|convene)\b")


def place_mismatch(case: Case) -> Iterator[Hit]:
    """A place of this meeting that is not the record's."""
    record = case.record
    if record is None:
        return
    meeting = record.meeting
    if meeting.format == "virtual":
        yield from _place_of_virtual(case, (meeting.city, meeting.country, meeting.venue))
        return
    known = [fold(name) for name in (meeting.city, meeting.venue) if name]
    told = f"the record: {', '.join(name for name in (meeting.city, meeting.country) if name)}"
    for one, start, end in own_places(case):
        said = fold(one.text[start:end])
        in_city = any(name in said or said in name for name in known)
        countries = [country for country in case.countries.named(one.text[start:end]) if not country.adjective]
        own = case.countries.code(meeting.country)
        wrong = next((country for country in countries if country.code != own), None) if meeting.country else None
        if in_city and wrong and fold(wrong.text) not in known:
            at = start + wrong.start
            yield Hit(one, at, at + len(wrong.text), "The record has another country.", told, fix=meeting.country)
        elif not in_city and (known or wrong) and not (countries and not wrong and said == fold(countries[0].text)):
            yield Hit(one, start, end, "The record has another place.", told)


def _place_of_virtual(case: Case, known: tuple[str | None, ...]) -> Iterator[Hit]:
    """A town with its country where a meeting that nobody travelled to is said to have been held."""
    for one, start, end in own_places(case):
        said = one.text[start:end]
        named = [country for country in case.countries.named(said) if not country.adjective]
        if named and named[-1].start and not any(name and fold(name) in fold(said) for name in known):
            yield Hit(one, start, end, "The record has a meeting held online.", "the record: virtual")


def ordinal_mismatch(case: Case) -> Iterator[Hit]:
    """An ordinal of this meeting or the next one that is not the record's."""
    record = case.record
    if record is None or not record.meeting.ordinal:
        return
    for one in case.text.paragraphs:
        if one.kind == "heading":
            continue
        for found in _COUNTED.finditer(case.unquoted[one.place]):
            key = "ordinal" if found["ordinal"] else "time"
            wanted = _wanted(case, record, one, found)
            if wanted and ordinal_number(found[key]) != wanted:
                told = f"the record: {ordinal_word(wanted)}"
                yield Hit(one, *found.span(key), "The record counts otherwise.", told, fix=_like(found[key], wanted))


def _wanted(case: Case, record: Record, one: Paragraph, found: re.Match[str]) -> int | None:
    """The ordinal the record has for what is counted here; None where it is another body's, or cannot be told."""
    ordinal = record.meeting.ordinal or 0
    if not one.running:
        return ordinal if is_of_series(record, found, title=True) else None
    said, (start, end) = sentence_of(one, found.start())
    opens = one in case.text.running[:2] and start == one.sentences[0][0]
    if found["for"]:
        return ordinal if opens and MEETS.search(said) else None
    if not is_of_series(record, found):
        return None
    before, after = one.text[start : found.start()], one.text[found.end() : end]
    if of_another(case, before):
        return None
    at_its = _AT_ITS.search(before)
    if (
        at_its
        and _is_later(case, one, found)
        and not (at_its["owner"] and not is_of_body(at_its["owner"], record.body))
    ):
        return ordinal + 1
    if at_its is None and (_WILL.match(after) or _WILL_HOLD.search(before)):
        return ordinal + 1
    return ordinal if opens and (_HOLDS.search(before) or _HELD.match(after)) else None


def _is_later(case: Case, one: Paragraph, found: re.Match[str]) -> bool:
    """Whether a date right behind says that a session is still to come."""
    when = _bound_date(case, one, found)
    return when is not None and case.meeting_days is not None and when.first > case.meeting_days[1]


def _like(word: str, number: int) -> str:
    """An ordinal written as another one is: in figures, with a capital, in capitals."""
    if word[0].isdigit():
        return ordinal_figure(number)
    made = ordinal_word(number)
    return made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made
