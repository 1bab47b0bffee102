"""The list of those who came: whom it lacks, who is too many, and its order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.countries import Named, fold
from bali_desk.drafting.checks.counts import COUNT, LEAST, delegations_there, number_of
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import INFO, Hit
from bali_desk.drafting.checks.labels import first_lines, labelled
from bali_desk.drafting.checks.masks import BLOT, blotted

_LIST = re.compile(
    r"(?i)\b(?:attended by|representatives? (?:of|from)|delegates (?:of|from)|delegations (?:of|from)"
    r"|participants from|participation of|came from|attended from|attendance of|present were"
    r"|(?:attended|participated|represented|took part|present)\s*:)\s+(?:representatives of\s+|delegates (?:of"
    r"|from)\s+)?(?:(?:\w+\s+){0,8}:\s*)?"
)
_OPEN_LIST = re.compile(
    r"(?i)\b(?:including|such as|among others|inter alia|except|with the exception|apart from"
    r"|not represented|absent|apolog\w+|unable to|other than|several|some of)\b"
)


def attendance_list(case: Case) -> Iterator[Hit]:
    """A list of those who came that lacks somebody, has somebody else, or is not as long as it says."""
    record = case.record
    if record is None:
        return
    there = {case.countries.code(one.name): one.name for one in delegations_there(record)}
    for one in first_lines(case):
        yield from _excused(case, one, there)
        label = labelled(case, one, "attendance_labels")
        for start, end in one.sentences:
            said = one.text[start:end]
            named = _named_in_list(case, said, label if start < label else 0)
            if len(named) < LEAST:
                continue
            for country in named:
                if country.code not in there:
                    yield Hit(
                        one, start + country.start, start + country.end, "Not among those who came, says the record."
                    )
            yield from _left_out(case, one, (start, end), named, there)
            yield from _length(case, one, (start, end), named)
            yield from _order(one, start, named)


def _excused(case: Case, one: Paragraph, there: dict[str, str]) -> Iterator[Hit]:
    """Delegations that sent apologies and came, says the record; a person may excuse herself and the others come."""
    begin = labelled(case, one, "absence_labels")
    names = one.text[begin:] if begin else ""
    named = list(case.countries.named(names))
    apart = blotted(names, [(country.start, country.end) for country in named]).replace(BLOT, "")
    for country in named if not re.sub(r"[\s,;.]|\b(?:and|the)\b", "", apart) else ():
        if country.code in there:
            yield Hit(one, begin + country.start, begin + country.end, "Came, says the record.")


def _named_in_list(case: Case, said: str, label: int) -> list[Named]:
    """Countries and organisations in a list of those who came; who is set apart by "except" is none of them.

    `label` is where the list begins behind "Present:", or 0.
    """
    if label:
        return [one for one in case.countries.named(said) if one.start >= label and not one.adjective]
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
    everywhere = {country.code for other in first_lines(case) for country in case.countries.named(other.text)}
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
    """Numbers right before a list, "six countries and two organisations: …", each against the names of its kind."""
    said = one.text[span[0] : span[1]]
    begins = named[0].start
    for found in reversed([count for count in COUNT.finditer(said) if count.end() <= begins]):
        between = said[found.end() : begins]
        last = begins == named[0].start
        if not (_LEADS.search(between) and len(between) < 12 if last else _JOINED.fullmatch(between)):
            return
        number, names = number_of(case, found["number"]), _of_kind(case, found["noun"], named)
        if number and number != names:
            yield Hit(one, span[0] + found.start(), span[0] + found.end(), f"{names} names follow.")
        begins = found.start()


_LEADS = re.compile(r"[:(–—]|namely")
_JOINED = re.compile(r"\s*(?:,|and|,\s+and)\s+")


def _of_kind(case: Case, noun: str, named: list[Named]) -> int:
    """How many of the names are what is counted: countries, organisations, or either."""
    low = noun.casefold()
    if " and " in low or not re.search(r"countries|states|economies|organi", low):
        return len({country.code for country in named})
    wanted = "organisation" if "organi" in low else "country"
    return len({country.code for country in named if _kind(case, country) == wanted})


def _kind(case: Case, country: Named) -> str:
    """What the record has a name for; else what the table of countries says."""
    sent = case.record.delegations if case.record else []
    known = next((one.kind for one in sent if case.countries.code(one.name) == country.code), None)
    return known or ("country" if any(row["code"] == country.code for row in case.countries.rows) else "organisation")


def _order(one: Paragraph, start: int, named: list[Named]) -> Iterator[Hit]:
    for group in _lists(one, start, named):
        wrong = [
            country
            for before, country in pairwise(group)
            if fold(country.text) < fold(before.text) and country.text.isupper() == before.text.isupper()
        ]
        if len(group) >= 4 and len(wrong) == 1:
            at = start + wrong[0].start, start + wrong[0].end
            yield Hit(one, *at, "Out of the order of the alphabet.", severity=INFO)


def _lists(one: Paragraph, start: int, named: list[Named]) -> list[list[Named]]:
    """The names in the lists they stand in: "…, and from the Secretariat" begins a second one."""
    made = [named[:1]]
    for before, country in pairwise(named):
        if _ANEW.search(one.text[start + before.end : start + country.start]):
            made.append([])
        made[-1].append(country)
    return made


_ANEW = re.compile(r";|\b(?:and (?:from|by|of)|as well as|together with|along with)\b")
