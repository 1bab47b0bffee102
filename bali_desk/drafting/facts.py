"""What the record says of a meeting, in the words frames take: place, dates, ordinal, chairs, counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bali_desk.domain.attendance import count
from bali_desk.domain.dates import ordinal_word, written
from bali_desk.domain.models import CoChair, Meeting
from bali_desk.domain.record import Record
from bali_desk.drafting.days import days_in_text, days_in_title
from bali_desk.drafting.frames import Fields
from bali_desk.drafting.markup import escaped
from bali_desk.drafting.verbs import folded
from bali_desk.drafting.wording import Style
from bali_desk.drafting.words import Words

_DAY = re.compile(r"\d{1,2}\b(?!st|nd|rd|th)")


def meeting_fields(record: Record, style: Style) -> dict[str, str | int | None]:
    """The fields of every frame, from the record; None or "" where it does not say."""
    body, meeting = record.body, record.meeting
    return {
        "body": _said(body.name),
        "short": _said(body.short) if body.short and body.short != body.name else "",
        "parent": _said(body.parent),
        "ordinal": ordinal_word(meeting.ordinal) if meeting.ordinal else None,
        "next_ordinal": ordinal_word(meeting.ordinal + 1) if meeting.ordinal else None,
        "kind": _said(meeting.kind),
        "noun": _noun(meeting.kind),
        "title": _said(meeting.title),
        "place": _place(meeting, style.words),
        "city": _said(meeting.city),
        "country": _said(spoken_name(meeting.country, record, style)),
        "venue": _said(meeting.venue),
        "dates": days_in_title(meeting.start, meeting.end, style.house),
        "on_dates": days_in_text(meeting.start, meeting.end, style.house),
        "main_actor": main_actor(record, style),
        "plan": _said(record.work_plan.title) if record.work_plan else None,
        "chairs": series([_chair(chair, record, style) for chair in record.co_chairs], style.words),
    }


def attendance_fields(record: Record) -> Fields:
    """Who came, counted or as the officer gave it by hand."""
    counts = count(record)
    both = (counts.countries and counts.organisations) or (record.meeting.counts or {}).get("members_and_organisations")
    return {
        "participants": counts.participants,
        "countries": counts.countries,
        "organisations": counts.organisations,
        "members_and_organisations": counts.members_and_organisations if both else None,
    }


def next_fields(meeting: Meeting, words: Words) -> Fields:
    """Where and when the next meeting is to be."""
    coming = meeting.next or {}
    return {"next_place": _said(coming.get("place")), "next_when": moment(coming.get("when"), words)}


def main_actor(record: Record, style: Style) -> str:
    """Whose decisions the text tells: "Members"."""
    return _said(record.body.main_actor) or style.ladder.actors["meeting"][0]


def moment(when: str | None, words: Words) -> str:
    """A time as a sentence needs it: "in late 2017", "on 5 June 2018", "in the first half of 2018"."""
    when = (when or "").strip()
    if not when or when.split()[0].casefold() in words.prepositions:
        return _said(when)
    if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", when):
        when = _written(when)
    return f"{words.before_day if _DAY.match(when) else words.before_season} {_said(with_article(when, words))}"


def with_article(name: str | None, words: Words) -> str:
    """A name as it is spoken: "the Philippines", "the Co-Chairs", "the Republic of Fiji", "Indonesia"."""
    name = (name or "").strip()
    known = folded(name).replace("’", "'")
    spoken_so = known in words.with_article or known.startswith(tuple(f"{one} " for one in words.article_before))
    return f"{words.article} {name}" if spoken_so else name


def spoken_name(name: str | None, record: Record, style: Style) -> str:
    """A country or other actor as the house names it, spelt as registered, short or official, with its article."""
    name = (name or "").strip()
    known: list[tuple[str, str | None]] = [(one.name, one.official_name) for one in record.members]
    known += [(one.name, one.official_name) for one in record.delegations]
    for short, official in known:
        if folded(short) == folded(name):
            name = official if official and style.house.countries == "official" else short
            break
    acronyms = {record.body.short or "": record.body.name, **record.body.acronyms}
    if name in acronyms and name not in style.words.without_article:
        return f"{style.words.article} {name}" if name else ""
    if name and folded(name) in {folded(full) for full in acronyms.values()}:
        return f"{style.words.article} {name}"
    return with_article(name, style.words)


def series(names: Sequence[str], words: Words, last: str = "") -> str:
    """Names in a row: "A", "A and B", "A, B and C"; semicolons where a name has a comma of its own.

    With three or more, a name that has an "and" of its own gets a comma before the last one's: "A and B, C, and D".
    """
    names = [name for name in names if name]
    last = last or words.and_
    if len(names) < 2:
        return "".join(names)
    if any("," in name or ";" in name for name in names):
        return f"{'; '.join(names[:-1])}; {last} {names[-1]}"
    comma = "," if len(names) > 2 and any(f" {words.and_} " in name for name in names) else ""
    return f"{', '.join(names[:-1])}{comma} {last} {names[-1]}"


def speakers(name: str | None, words: Words) -> str:
    """Who has an action, one or several: "the Co-Chairs and the Secretariat"."""
    parts = re.split(rf"(,| {words.and_}) ", (name or "").strip())
    return " ".join(with_article(_as_registered(part, words), words) for part in parts if part).replace(" ,", ",")


def _as_registered(name: str, words: Words) -> str:
    """A name typed small as the list of names has it: "co-chairs" is "Co-Chairs"."""
    return words.with_article.get(folded(name), name) if name[:1].islower() else name


def _without_article(name: str | None, words: Words) -> str:
    """A name for a frame that says "the" itself."""
    first, _, rest = (name or "").strip().partition(" ")
    return rest if rest and folded(first) == words.article else (name or "")


def _said(text: str | None) -> str:
    """A fact of the record as text of the statement: its stars are stars."""
    return escaped((text or "").strip())


def _noun(kind: str | None) -> str:
    """What a meeting of this kind is in one word: "session" of a "special session of experts"."""
    words = (kind or "").partition(" of ")[0].split()
    return _said(words[-1]) if words else ""


def _written(when: str) -> str:
    try:
        return written(when)
    except IndexError:  # no such month: as the officer typed it
        return when


def _place(meeting: Meeting, words: Words) -> str:
    city, country = (meeting.city or "").strip(), (meeting.country or "").strip()
    if not city:
        return _said(with_article(country, words))
    return _said(city if folded(country) in ("", folded(city)) else f"{city}, {country}")


def _chair(chair: CoChair, record: Record, style: Style) -> str:
    fields = {
        "institution": _said(_without_article(chair.institution, style.words)),
        "country": _said(spoken_name(chair.country, record, style)),
        "person": _said(chair.person),
    }
    return style.fill("chair", fields)
