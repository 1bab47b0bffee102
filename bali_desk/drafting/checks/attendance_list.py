"""The list of those who came: whom it lacks, who is too many, and its order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.countries import Named, fold
from bali_desk.drafting.checks.counts import COUNT, LEAST, delegations_there, number_of
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import INFO, Hit

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


def attendance_list(case: Case) -> Iterator[Hit]:
    """A list of those who came that lacks somebody, has somebody else, or is not as long as it says."""
    record = case.record
    if record is None:
        return
    there = {case.countries.code(one.name): one.name for one in delegations_there(record)}
    for one in case.text.running[:4]:
        for start, end in one.sentences:
            said = one.text[start:end]
            named = _named_in_list(case, said)
            if len(named) < LEAST:
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
        for found in COUNT.finditer(said)
        if found.end() <= named[0].start and re.match(r"\s*(?:[:(–—,]|namely|\s)", said[found.end() :])
    ]
    number = number_of(case, stated[-1]["number"]) if stated else None
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
