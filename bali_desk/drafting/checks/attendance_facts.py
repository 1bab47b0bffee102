"""Who chaired, who came, how many: what a draft says of attendance against the record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.domain.attendance import count
from bali_desk.domain.record import Record
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.countries import Named, fold
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import INFO, WARNING, Hit
from bali_desk.drafting.checks.persons import PERSON

_CHAIRED = re.compile(r"\b(?:[Cc]o-chaired|[Cc]o-Chaired|[Cc]haired|[Pp]resided over)\s+(?:jointly\s+)?by\b(?P<who>.*)")
_CHAIRS = re.compile(
    r"(?:^|[.;]\s+)(?P<who>[^.;]{3,160}?)\s+(?:co-)?chaired\s+(?:the|this)\s+(?:meeting|session|conference)\b"
)
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
_COUNT = re.compile(
    r"(?i)(?<![\w.,/–-])(?P<number>\d{1,4}|[a-z]+(?:-[a-z]+)?)\s+(?P<adjective>(?:(?:government"
    r"|registered|member|observer|participating|international|Bali Process|other|and)\s+){0,3})"
    r"(?P<noun>participants|delegates|(?:member\s+)?(?:countries|states"
    r"|economies)\s+and\s+(?:international\s+)?organi[sz]ations|countries|organi[sz]ations|delegations"
    r"|economies|member states|states|persons|representatives)\b"
)
_ATTENDED = re.compile(
    r"(?i)\b(?:participants|attended|brought together|delegates|representatives?|participated|took part|delegations)\b"
)
_LIST = re.compile(
    r"(?i)\b(?:attended by|representatives? (?:of|from)|delegates (?:of|from)|delegations (?:of|from)"
    r"|participants from|participation of|came from|attendance of|(?:attended|participated|represented"
    r"|took part|present)\s*:)\s+(?:representatives of\s+|delegates (?:of"
    r"|from)\s+)?(?:(?:\w+\s+){0,4}:\s*)?"
)
_OPEN_LIST = re.compile(
    r"(?i)\b(?:including|such as|among others|inter alia|except|with the exception|apart from"
    r"|not represented|absent|apolog\w+|unable to|other than|several|some of)\b"
)
_LEAST = 3


def chair_mismatch(case: Case) -> Iterator[Hit]:
    """A country, institution or person in the chair, or a host, that is not the record's."""
    record = case.record
    if record is None:
        return
    for one in case.text.running[:3]:
        for found in [*_CHAIRED.finditer(one.text), *_CHAIRS.finditer(one.text)]:
            if record.co_chairs and (found.re is _CHAIRS or _speaks_of_meeting(one, found)):
                yield from _chairs(case, one, *_cut(one, found, "who"))
    host = case.countries.code(record.meeting.country) if record.meeting.country else ""
    for one in case.text.running:
        for found in _HOSTED.finditer(one.text):
            key = "host" if found["host"] else "who"
            if not host or (key == "who" and not (one in case.text.running[:2] and _speaks_of_meeting(one, found))):
                continue
            if key == "host" and not re.search(r"(?i)hospitality|host|arrangements|organi", one.text):
                continue
            for named in case.countries.named(one.text[slice(*_cut(one, found, key))]):
                if named.code != host:
                    start = found.start(key)
                    told = f"the record: {record.meeting.country}"
                    yield Hit(one, start + named.start, start + named.end, "The record has another host.", told)


def _speaks_of_meeting(one: Paragraph, found: re.Match[str]) -> bool:
    """Whether it is the meeting itself that was chaired or hosted, and no drafting session or workshop."""
    start, end = one.sentence_at(found.start())
    before = one.text[start : found.start()]
    other = _OTHER_SITTING.search(before) or re.search(
        r"(?i)\b(?:workshop|seminar|taskforce|forum|training)\b[^.;]{0,40}$", before
    )
    return not other and bool(
        re.search(r"(?i)\b(?:meeting|session|conference|it|they)\b|^\s*(?:co-)?chaired", one.text[start:end])
    )


def _cut(one: Paragraph, found: re.Match[str], key: str) -> tuple[int, int]:
    """Where those are named who chaired or hosted: to the end of the sentence, or of that part of it."""
    start = found.start(key)
    end = min(found.end(key), one.sentence_at(found.start(key))[1])
    said = one.text[start:end]
    stops = [stop.start() for stop in (_STOP_WHO.search(said), re.search(r";", said)) if stop]
    return start, start + min(stops, default=len(said))


def _chairs(case: Case, one: Paragraph, start: int, end: int) -> Iterator[Hit]:
    record = case.record
    assert record is not None
    who = one.text[start:end]
    wanted = {case.countries.code(chair.country): chair for chair in record.co_chairs if chair.country}
    told = f"the record: {' and '.join(chair.person or chair.institution or chair.country or '' for chair in record.co_chairs)}"
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
    for person in PERSON.finditer(who):
        names = [chair.person for chair in record.co_chairs if chair.person]
        if names and not any(
            _is_named(name, person["name"]) or _is_named(person["name"], _bare(name)) for name in names
        ):
            yield Hit(
                one, start + person.start(), start + person.end(), "The record has other persons in the chair.", told
            )
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
    """Ministries and departments: each that is named must be one of the record's."""
    known = [chair.institution for chair in record.co_chairs if chair.institution]
    known += [name for chair in record.co_chairs for name in _institution_of_person(record, chair.person)]
    if not known:
        return
    pattern = (
        r"\b(?:Ministry|Department|Office|Attorney-General[’']s Department|Authority|Agency|Commission"
        r"|Bureau|Service)(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w’-]+(?:,?\s+(?:and\s+|of\s+"
        r"|for\s+)*[A-Z][\w’-]+)*)"
    )
    for found in re.finditer(pattern, who):
        said = re.sub(r"\s+of\s+(?:the\s+)?[A-Z][\w’-]*(?:\s+[A-Z][\w’-]*)*$", "", found.group()) or found.group()
        both = (fold(found.group()), fold(said))
        if not any(fold(name) in both[0] or (both[1] in fold(name) and len(both[1].split()) > 1) for name in known):
            yield Hit(
                one,
                start + found.start(),
                start + found.end(),
                "The record has another institution in the chair.",
                f"the record: {'; '.join(known)}",
            )


def _institution_of_person(record: Record, name: str | None) -> list[str]:
    if not name:
        return []
    return [one.organisation for one in record.participants if one.organisation and one.family and one.family in name]


def count_mismatch(case: Case) -> Iterator[Hit]:
    """A number of participants, countries or organisations that is neither registered nor present."""
    record = case.record
    if record is None:
        return
    counts = count(record)
    for one in case.text.running[:4]:
        for found in _COUNT.finditer(case.unquoted[one.place]):
            start, end = one.sentence_at(found.start())
            before = one.text[start : found.start()]
            if not _counts_attendance(case, one, start, end) or re.search(
                r"(?i)government|observer", found["adjective"]
            ):
                continue
            if re.search(r"\bor\s+$|;[^;]*$", before):
                continue
            if re.search(
                r"(?i)\b(?:workshop|training|survey|forum|of the|over|more than|about|some|nearly)\b[^.]{0,30}$",
                one.text[start : found.start()],
            ):
                continue
            stated, known = _number(case, found["number"]), _counted(case, found["noun"])
            came = known[0] if known else 0
            if stated is None or not known or stated == came or max(stated, came) < _LEAST:
                continue
            registered = stated in known
            if registered and re.search(r"(?i)registered", found["adjective"] + before[-20:]):
                continue
            why = "So many were registered, says the record." if registered else "The record counts otherwise."
            told = _told(found["noun"], known, counts.registered)
            severity = WARNING if registered else None
            yield Hit(one, found.start("number"), found.end(), why, told, severity=severity)


def _counts_attendance(case: Case, one: Paragraph, start: int, end: int) -> bool:
    """Whether a sentence counts those who came to this meeting, and is nobody's report."""
    said = one.text[start:end]
    reported = any(start <= told.verb_start < end for told in case.said[one.place])
    return bool(_ATTENDED.search(said)) and not reported and not re.search(r"\bhad\b|\bregister lists\b", said)


def _number(case: Case, word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    words = case.style.words.numbers
    return words.index(word.casefold()) + 1 if word.casefold() in words else _TENS.get(word.casefold())


_TENS = {word: number for number, word in enumerate(
    ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "twenty-one", "twenty-two", "twenty-three", "twenty-four", "twenty-five"], start=13
)}  # fmt: skip


def _counted(case: Case, noun: str) -> tuple[int, ...]:
    """What the record counts of this noun: present first, then registered."""
    record = case.record
    assert record is not None
    counts = count(record)
    low = noun.casefold()
    sent = {one.delegation_id for one in record.participants}
    delegations = [one for one in record.delegations if one.id in sent and one.kind != "secretariat"]
    if " and " in low:
        return counts.members_and_organisations, counts.countries + counts.organisations
    if low.startswith("organi"):
        return counts.organisations, sum(one.kind == "organisation" for one in delegations)
    if low in ("participants", "delegates", "persons", "representatives"):
        return counts.participants, counts.registered, counts.present
    if low == "delegations":
        return counts.countries + counts.organisations, counts.delegations, len(record.delegations)
    members = sum(one.kind != "organisation" and one.status in (None, "member") for one in _there(record))
    return counts.countries, sum(one.kind != "organisation" for one in delegations), members


def _there(record: Record) -> list:  # type: ignore[type-arg]
    present = {one.delegation_id for one in record.participants if one.attendance == "present"}
    present = present or {one.delegation_id for one in record.participants}
    return [one for one in record.delegations if one.id in present and one.kind != "secretariat"]


def _told(noun: str, known: tuple[int, ...], registered: int) -> str:
    also = (
        f", {registered} registered"
        if noun.casefold() in ("participants", "delegates", "persons") and registered != known[0]
        else ""
    )
    return f"the record: {known[0]} {noun}{also}"


def attendance_list(case: Case) -> Iterator[Hit]:
    """A list of those who came that lacks somebody, has somebody else, or is not as long as it says."""
    record = case.record
    if record is None:
        return
    there = {case.countries.code(one.name): one.name for one in _there(record)}
    for one in case.text.running[:4]:
        for start, end in one.sentences:
            said = one.text[start:end]
            named = _named_in_list(case, said)
            if len(named) < _LEAST:
                continue
            for country in named:
                if country.code not in there:
                    yield Hit(
                        one, start + country.start, start + country.end, "Not among those who came, says the record."
                    )
            yield from _left_out(case, one, (start, end), named, there)
            yield from _length(case, one, (start, end), named)
            yield from _order(case, one, start, named)


def _named_in_list(case: Case, said: str) -> list[Named]:
    """Countries and organisations in a list of those who came; who is set apart by "except" is none of them."""
    opens, closes = _LIST.search(said), _WERE_THERE.search(said)
    stop = _STOP_LIST.search(said, opens.end() if opens else 0)
    begin, until = (opens.end(), stop.start() if stop else len(said)) if opens else (0, closes.start() if closes else 0)
    return [one for one in case.countries.named(said) if begin <= one.start < until and not one.adjective]


_WERE_THERE = re.compile(r"\b(?:were (?:represented|present)|attended|participated|took part)\b")
_STOP_LIST = re.compile(
    r"(?i)\b(?:except|with the exception|apart from|was chaired|attended(?=,)|were unable"
    r"|sent apologies|not represented|co-chaired)\b"
)


def _left_out(
    case: Case, one: Paragraph, span: tuple[int, int], named: list[Named], there: dict[str, str]
) -> Iterator[Hit]:
    record = case.record
    assert record is not None
    said = one.text[span[0] : span[1]]
    if _OPEN_LIST.search(said):
        return
    everywhere = {country.code for other in case.text.running[:4] for country in case.countries.named(other.text)}
    kinds = {case.countries.code(sent.name): sent.kind for sent in record.delegations}
    listed = {kinds.get(country.code) for country in named}
    missing = [name for code, name in there.items() if code not in everywhere and kinds.get(code) in listed]
    if missing and len(missing) < len(there):
        last = named[-1]
        yield Hit(
            one,
            span[0] + named[0].start,
            span[0] + last.end,
            f"{', '.join(missing)} came too, says the record.",
            f"the record: {', '.join(missing)}",
        )


def _length(case: Case, one: Paragraph, span: tuple[int, int], named: list[Named]) -> Iterator[Hit]:
    said = one.text[span[0] : span[1]]
    stated = [
        found
        for found in _COUNT.finditer(said)
        if found.end() <= named[0].start and re.match(r"\s*(?:[:(–—,]|namely|\s)", said[found.end() :])
    ]
    number = _number(case, stated[-1]["number"]) if stated else None
    between = said[stated[-1].end() : named[0].start] if stated else ""
    if number and len(between) < 12 and number != len(named) and re.search(r"[:(–—]|namely", between):
        yield Hit(one, span[0] + stated[-1].start(), span[0] + stated[-1].end(), f"{len(named)} names follow.")


def _order(case: Case, one: Paragraph, start: int, named: list[Named]) -> Iterator[Hit]:
    names = [fold(country.text) for country in named]
    kinds = [country.text.isupper() for country in named]
    wrong = [
        place for place in range(1, len(names)) if names[place] < names[place - 1] and kinds[place] == kinds[place - 1]
    ]
    if len(names) >= 4 and len(wrong) == 1:
        country = named[wrong[0]]
        yield Hit(one, start + country.start, start + country.end, "Out of the order of the alphabet.", severity=INFO)


_STATUS = re.compile(
    r"(?P<status>\b(?:[Mm]embers?(?: countries| States)?|[Oo]bservers?(?: countries"
    r"| States)?)\b)(?P<how>,?\s+(?:including|such as|namely)|\s*\("
    r"|,?(?=\s+(?:the\s+)?[A-Z]))(?P<who>[^.;)]*)"
)
_AS = re.compile(
    r"(?P<who>[^.;]*?)\s+(?:attended|participated|took part|were present|was present"
    r"|joined)\s+as\s+(?:an?\s+)?(?P<status>observers?|members?)\b"
)


def status_mismatch(case: Case) -> Iterator[Hit]:
    """A member told as an observer, or an observer as a member."""
    record = case.record
    if record is None:
        return
    status = {case.countries.code(one.name): one.status for one in record.members if one.status}
    status |= {case.countries.code(one.name): one.status for one in record.delegations if one.status}
    for one in case.text.running:
        for pattern in (_STATUS, _AS):
            for found in pattern.finditer(one.text):
                said = "observer" if "bserver" in found["status"] else "member"
                who = (
                    re.split(
                        r",\s+(?!and\b|the\b)(?=[a-z])|\b(?:and (?:the )?observers?|to|for|in|on|that|which|with)\b",
                        found["who"],
                    )[0]
                    if pattern is _STATUS
                    else found["who"]
                )
                for country in case.countries.named(who):
                    known = status.get(country.code)
                    if known and known != said and not country.adjective and {known, said} != {"guest", "observer"}:
                        at = found.start("who") + country.start
                        yield Hit(
                            one,
                            at,
                            at + len(country.text),
                            f"{country.text} is {_a(known)}, says the record.",
                            f"the record: {known}",
                        )


def _a(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def country_name(case: Case) -> Iterator[Hit]:
    """A country under another name than the office's."""
    record = case.record
    if record is None:
        return
    official = {code: row for row in case.countries.rows for code in (row["code"],)}
    for one in case.text.paragraphs:
        text = case.without_titles[one.place]
        for country in case.countries.named(text):
            if country.adjective or country.code not in official:
                continue
            own = case.countries.office.get(country.code) or official[country.code]["name"]
            if (
                country.text.isupper()
                or _same_name(country.text, own)
                or _same_name(country.text, official[country.code]["official_name"])
            ):
                continue
            if any(_same_name(country.text, member.official_name or "") for member in record.members) or _part_of_name(
                text, country
            ):
                continue
            yield Hit(one, country.start, country.end, f"The office says “{own}”.", f"“{own}”", fix=own)


def _same_name(one: str, other: str) -> bool:
    return one.replace("’", "'") == other.replace("’", "'") or fold(one) == fold(other)


def _part_of_name(text: str, country: Named) -> bool:
    """Whether a country stands inside a longer name: "Burma Road", "Bank of Korea"."""
    after, before = text[country.end :], text[: country.start]
    return bool(
        re.match(r"\s+[A-Z][a-z]|-[A-Za-z]", after)
        or (
            re.search(r"[A-Z][\w’-]+\s+(?:of|for|in)\s+(?:the\s+)?$|[A-Z][a-z’-]+\s+$", before)
            and not re.search(
                r"(?:^|[.!?]\s+)[A-Z][a-z]+\s+$|(?:Government|Republic|Kingdom|Embassy|Ministry|Department)\s+of\s+(?:the\s+)?$",
                before,
            )
        )
    )
