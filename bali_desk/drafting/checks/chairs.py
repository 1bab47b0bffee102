"""Who chaired and who hosted: countries, institutions and persons against the record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.domain.record import Record
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.countries import Named, fold
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.labels import ends_at, first_lines, labelled
from bali_desk.drafting.masking import spelling

_OTHER_SITTING = re.compile(
    r"(?i)\b(?:drafting|closed|opening|breakout|morning|afternoon|panel|working|plenary|technical|side|parallel)\s+(?:session|meeting)\b[^.;]{0,40}$"
)


_HOSTED = re.compile(
    r"\b[Hh]osted\s+by\b(?P<who>.*)"
    r"|\bGovernment(?: and (?:the )?people)? of (?P<host>(?:the\s+)?[A-Z][^.;,]*?)(?=\s+for\b|[.,;])"
)


_STOP_WHO = re.compile(
    r",?\s+(?:and (?:was |were )?(?:co-)?chaired|with|and was attended|the meeting brought"
    r"|brought together|was attended|in the presence|on|from \d)\b|,\s+the\b(?=[^,]*\bbrought)"
)


def chair_mismatch(case: Case) -> Iterator[Hit]:
    """A country, institution or person in the chair, or a host, that is not the record's."""
    record = case.record
    if record is None:
        return
    for one in case.text.running[:3] if record.co_chairs else ():
        for start, end in _in_the_chair(case, one):
            yield from _chairs(case, one, start, end)
    for one in first_lines(case) if record.co_chairs else ():
        if start := labelled(case, one, "chair_labels"):
            yield from _chairs(case, one, start, ends_at(one, start))
    if record.meeting.country:
        for one in case.text.running:
            yield from _hosts(case, one, record.meeting.country)


def _in_the_chair(case: Case, one: Paragraph) -> Iterator[tuple[int, int]]:
    """Where a paragraph names those who chaired: behind "co-chaired by", or before "shared the chair"."""
    behind, before = (_phrases(case, key) for key in ("chaired_by", "chaired"))
    for found in behind.finditer(one.text):
        if _speaks_of_meeting(one, found):
            yield _cut(one, found.end())
    for start, end in one.sentences:
        told = before.search(one.text, start, end)
        if told and not _NOT_NOW.search(one.text, start, told.start()):
            yield start, told.start()


def _phrases(case: Case, key: str) -> re.Pattern[str]:
    words = "|".join(map(spelling, case.data.facts.texts(key)))
    return re.compile(rf"(?i)(?<![\w-])(?:{words})(?![\w-])")


_NOT_NOW = re.compile(r"\b(?:had|has|will|would|who|which|that|when|while)\b")


def _hosts(case: Case, one: Paragraph, country: str) -> Iterator[Hit]:
    """Who hosted, or is thanked for hospitality; thanks for another meeting or a workshop are left alone."""
    for found in _HOSTED.finditer(one.text):
        key = "host" if found["host"] else "who"
        start, end = one.sentence_at(found.start())
        said = one.text[start:end]
        own = one in case.text.running[:2] and _speaks_of_meeting(one, found)
        thanked = _HOSPITALITY.search(said) and not _ANOTHER.search(said)
        if not (thanked if key == "host" else own):
            continue
        at, until = _cut(one, found.start(key), found.end(key))
        for named in case.countries.named(one.text[at:until]):
            if named.code != case.countries.code(country):
                told = f"the record: {country}"
                yield Hit(one, at + named.start, at + named.end, "The record has another host.", told)


_HOSPITALITY = re.compile(r"(?i)\b(?:hospitality|host\w*|arrangements|organi[sz]\w+)\b")
_ANOTHER = re.compile(
    r"(?i)\b(?:workshops?|seminars?|training|forum|conference on|"
    r"(?:first|second|third|fourth|fifth|sixth|last|previous|next|earlier|\w+th) (?:\w+ ){0,2}(?:meeting|session))\b"
)


def _speaks_of_meeting(one: Paragraph, found: re.Match[str]) -> bool:
    """Whether it is the meeting itself that was chaired or hosted, and no drafting session or workshop."""
    start, end = one.sentence_at(found.start())
    before = one.text[start : found.start()]
    other = _OTHER_SITTING.search(before) or re.search(
        r"(?i)\b(?:workshop|seminar|taskforce|forum|training)\b[^.;]{0,40}$", before
    )
    return not other and bool(
        re.search(
            r"(?i)\b(?:meeting|session|conference|it|they)\b|^\s*(?:the\s+)?(?:co-)?chair(?:ed|s)\b",
            one.text[start:end],
        )
    )


def _cut(one: Paragraph, start: int, end: int | None = None) -> tuple[int, int]:
    """Where those are named who chaired or hosted: to the end of the sentence, or of that part of it."""
    limit = one.sentence_at(start)[1]
    said = one.text[start : min(end or limit, limit)]
    stops = [stop.start() for stop in (_STOP_WHO.search(said), re.search(r";", said)) if stop]
    return start, start + min(stops, default=len(said))


def _chairs(case: Case, one: Paragraph, start: int, end: int) -> Iterator[Hit]:
    record = case.record
    assert record is not None
    who = one.text[start:end]
    wanted = {case.countries.code(chair.country): chair for chair in record.co_chairs if chair.country}
    chairs = [chair.person or chair.institution or chair.country or "" for chair in record.co_chairs]
    told = f"the record: {' and '.join(chairs)}"
    countries = ", ".join(chair.country for chair in record.co_chairs if chair.country)
    named = list(case.countries.named(who))
    for country in named:
        if wanted and country.code not in wanted and not _within_institution(record, who, country):
            yield Hit(
                one,
                start + country.start,
                start + country.end,
                "The record has other chairs.",
                f"the record: {countries}",
            )
    met = {country.code for country in case.countries.named(one.text[slice(*one.sentence_at(start))])}
    if met & set(wanted) and len(wanted) > 1:
        for code, chair in wanted.items():
            if (
                code not in met
                and not _is_named(who, chair.person)
                and not _is_named(who, chair.institution)
                and len(met) < len(wanted)
            ):
                yield Hit(
                    one,
                    start + _blanks(who),
                    end,
                    f"{chair.country} chairs too, says the record.",
                    f"the record: {countries}",
                )
    for person in case.persons:
        if person.paragraph is not one or not start <= person.found.start() < end:
            continue
        names = [chair.person for chair in record.co_chairs if chair.person]
        if names and not any(_is_named(name, person.name) or _is_named(person.name, _bare(name)) for name in names):
            at = person.found.start(), person.found.start("name") + len(person.name)
            yield Hit(one, *at, "The record has other persons in the chair.", told)
    yield from _institutions(record, one, start, who)


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip())


def _bare(name: str) -> str:
    return re.sub(r"^(?:Mr|Mrs|Ms|Dr|Prof|H\.?E\.?|Ambassador)\.?\s+", "", name)


def _is_named(text: str, name: str | None) -> bool:
    return bool(name) and fold(name or "") in fold(text)


def _within_institution(record: Record, who: str, country: Named) -> bool:
    return any(chair.institution and fold(country.text) in fold(chair.institution) for chair in record.co_chairs)


def _institutions(record: Record, one: Paragraph, start: int, who: str) -> Iterator[Hit]:
    """Ministries and departments: each that is named must be one of the record's, or part of its name."""
    known = [chair.institution for chair in record.co_chairs if chair.institution]
    known += [name for chair in record.co_chairs for name in _institution_of_person(record, chair.person)]
    named = [found.span() for name in known for found in re.finditer(_spelt(name), who)]
    for found in _INSTITUTION.finditer(who) if known else ():
        said = re.sub(r"\s+of\s+(?:the\s+)?[A-Z][\w’-]*(?:\s+[A-Z][\w’-]*)*$", "", found.group()) or found.group()
        short = len(said.split()) > 1 and any(fold(said) in fold(name) for name in known)
        if not short and not any(found.start() < end and begin < found.end() for begin, end in named):
            told = f"the record: {'; '.join(dict.fromkeys(known))}"
            at = start + found.start(), start + found.end()
            yield Hit(one, *at, "The record has another institution in the chair.", told)


def _spelt(name: str) -> str:
    """What finds a name, whatever its blanks, capitals and apostrophes."""
    bare = re.sub(r"(?i)^the\s+", "", name)
    return rf"(?i)(?<!\w){spelling(bare)}(?!\w)"


_INSTITUTION = re.compile(
    r"\b(?:Ministry|Department|Office|Attorney-General[’']s Department|Authority|Agency|Commission"
    r"|Bureau|Service)(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w’-]+(?:,?\s+(?:and\s+|of\s+"
    r"|for\s+)*(?!(?:Mr|Mrs|Ms|Dr|Prof|H\.?E|Hon)\b)[A-Z][\w’-]+)*)"
)


def _institution_of_person(record: Record, name: str | None) -> list[str]:
    if not name:
        return []
    return [one.organisation for one in record.participants if one.organisation and one.family and one.family in name]
