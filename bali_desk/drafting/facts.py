"""What the record says of a meeting, in the words frames take: place, dates, ordinal, chairs, counts."""

from __future__ import annotations

import re

from bali_desk.domain.attendance import count
from bali_desk.domain.dates import ordinal_word, span, written
from bali_desk.domain.models import CoChair, Meeting
from bali_desk.domain.record import Record
from bali_desk.drafting.frames import Fields
from bali_desk.drafting.markup import escaped
from bali_desk.drafting.verbs import folded
from bali_desk.drafting.wording import Style, Words

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
        "title": _said(meeting.title),
        "place": _place(meeting, style.words),
        "city": _said(meeting.city),
        "country": _said(with_article(meeting.country, style.words)),
        "venue": _said(meeting.venue),
        "dates": span(meeting.start, meeting.end),
        "main_actor": _said(body.main_actor) or style.ladder.actors["meeting"][0],
        "plan": _said(record.work_plan.title) if record.work_plan else None,
        "chairs": series([_chair(chair, style) for chair in record.co_chairs], style.words),
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


def moment(when: str | None, words: Words) -> str:
    """A time as a sentence needs it: "late 2017" is "in late 2017", "5 June 2018" is "on 5 June 2018"."""
    when = (when or "").strip()
    if not when or when.split()[0].casefold() in words.prepositions:
        return _said(when)
    if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", when):
        when = _written(when)
    return f"{words.before_day if _DAY.match(when) else words.before_season} {_said(when)}"


def with_article(name: str | None, words: Words) -> str:
    """A name as it is spoken: "the Philippines", "the Co-Chairs", "Indonesia"."""
    name = (name or "").strip()
    speaks = {folded(one) for one in words.with_article}
    return f"{words.article} {name}" if folded(name) in speaks else name


def series(names: list[str], words: Words) -> str:
    """Names in a row: "A", "A and B", "A, B and C"."""
    names = [name for name in names if name]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {words.and_} {names[-1]}"


def _said(text: str | None) -> str:
    """A fact of the record as text of the statement: its stars are stars."""
    return escaped((text or "").strip())


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


def _chair(chair: CoChair, style: Style) -> str:
    fields = {
        "institution": _said(chair.institution),
        "country": _said(with_article(chair.country, style.words)),
        "person": _said(chair.person),
    }
    return style.fill("chair", fields)
