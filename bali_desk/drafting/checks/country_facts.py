"""Countries: under which name, and whether as member or observer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.countries import Named, fold
from bali_desk.drafting.checks.finding import Hit

_STATUS = re.compile(
    r"(?P<status>\b(?:[Mm]embers?(?: countries| States)?|[Oo]bservers?(?: countries| States)?)\b)"
    r"(?:,?\s+(?:including|such as|namely)|\s*\(|,?(?=\s+(?:the\s+)?[A-Z]))"
)
_AS = re.compile(
    r"\b(?:attended|participated|took part|were present|was present|joined)\s+as\s+(?:an?\s+)?"
    r"(?P<status>observers?|members?)\b"
)
_LIST_ENDS = re.compile(
    r",\s+(?!and\b|the\b)(?=[a-z])|\b(?:and (?:the )?observers?|and (?:from|by)|as well as"
    r"|together with|along with|alongside|to|for|in|on|that|which|with)\b|[.;)]"
)


def status_mismatch(case: Case) -> Iterator[Hit]:
    """A member told as an observer, or an observer as a member."""
    record = case.record
    if record is None:
        return
    status = {case.countries.code(one.name): one.status for one in record.members if one.status}
    status |= {case.countries.code(one.name): one.status for one in record.delegations if one.status}
    for one in case.text.running:
        for said, start, end in _told(one.text):
            for country in case.countries.named(one.text[start:end]):
                known = status.get(country.code)
                if known and known != said and not country.adjective and {known, said} != {"guest", "observer"}:
                    why = f"{country.text} is {_a(known)}, says the record."
                    told = f"the record: {known}"
                    yield Hit(one, start + country.start, start + country.end, why, told)


def _told(text: str) -> Iterator[tuple[str, int, int]]:
    """Each stretch of names that a text gives a status: "members, including …", "… attended as observers"."""
    for found in _STATUS.finditer(text):
        stop = _LIST_ENDS.search(text, found.end())
        yield _status(found), found.end(), stop.start() if stop else len(text)
    for found in _AS.finditer(text):
        before = text[: found.start()]
        start = max(before.rfind(mark) for mark in ".;") + 1
        yield _status(found), start, found.start()


def _status(found: re.Match[str]) -> str:
    return "observer" if "bserver" in found["status"] else "member"


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
                or _same_name(_GOVERNMENT.sub("", country.text), own)
                or _same_name(country.text, official[country.code]["official_name"])
            ):
                continue
            if any(_same_name(country.text, member.official_name or "") for member in record.members) or _part_of_name(
                text, country
            ):
                continue
            yield Hit(one, country.start, country.end, f"The office says “{own}”.", f"“{own}”", fix=own)


_GOVERNMENT = re.compile(r"^(?:[Tt]he\s+)?Government of (?:the\s+)?")  # "Government of Australia" is Australia's


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
