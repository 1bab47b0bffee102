"""How numbers, spans and dates are set: dashes, forms of dates, figures and words, per cent."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from bali_desk.domain.dates import MONTHS, ordinal_word
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.counts import TENS
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.likeness import stem

_MONTH = "|".join(MONTHS)
_SPAN = re.compile(
    r"(?<![\w/.,–+-])(?P<first>\d{1,4}|(?:1[89]|20)\d\d)(?P<dash>\s*[-–—]\s*|\s*--\s*)(?P<last>\d{1,4}%?)(?![\w/–-]|[.,]\d)"
)
_MONTHS_SPAN = re.compile(rf"\b(?P<first>{_MONTH})(?P<dash>\s*[-–—]\s*)(?P<last>(?:{_MONTH})\b)")
_NAMED = re.compile(
    r"(?i)\b(?:resolutions?|decisions?|documents?|nos?\.?|symbol|tel\.?|phone|fax|isbn|score[ds]?|room)\s*:?\s*$"
)
_YEAR = r"(?:1[89]|20)\d\d"
_PER_CENT = re.compile(r"(?<=\d)(?P<blank>\s?)(?P<sign>%|per\s+cent\b|percent\b)")
_ORDINAL = re.compile(
    r"(?<![\w/])(?P<figure>[1-9])(?P<th>st|nd|rd|th)\b(?!\s+(?:of\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:each|every)))"
)
_COUNTED = re.compile(
    r"(?<![\w/.,:–-])(?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:(?:new|more|further|other|member|joint|additional)\s+)?(?P<noun>[a-z]{3,}s)\b",
    re.IGNORECASE,
)
_UNITS = re.compile(
    r"(?i)^(?:minutes|hours|seconds|euros|january|february|march|april|may|june|july|august|september|october|november|december|knots|tons|tonnes|litres|grams|kilograms|miles|inches|dollars|times|pounds|metres|kilometres|degrees|points|votes|items|was|is|has|its|this|his)$"
)


def range_dash(case: Case) -> Iterator[Hit]:
    """A hyphen or a dash with blanks where numbers, months or years span from one to another."""
    years_dash = case.house.house.years_dash if case.house.house and case.house.house.years_dash else "–"
    for one, text in zip(case.text.paragraphs, case.masked, strict=True):
        for found in [*_SPAN.finditer(text), *_MONTHS_SPAN.finditer(text)]:
            if found.re is _SPAN and not _is_span(found, text):
                continue
            wanted = years_dash if re.fullmatch(_YEAR, found["first"]) else "–"
            if found["dash"] == wanted or (found["dash"] == "–" and wanted == "-" and case.house.name == ""):
                continue
            yield Hit(
                one, *found.span(), _about_dash(found["dash"], wanted), fix=f"{found['first']}{wanted}{found['last']}"
            )


def _is_span(found: re.Match[str], text: str) -> bool:
    first, last = found["first"], found["last"].rstrip("%")
    before, after = text[: found.start()], text[found.end() :]
    day_and_month = re.match(rf"\s*(?:{_MONTH})", after) and re.search(rf"(?:{_MONTH})\s*$", before)
    spaced_days = re.search(rf"(?:{_MONTH})(?:\s+)$", before) and not re.fullmatch(_YEAR, first)
    if _NAMED.search(before) or day_and_month:
        return False
    if re.fullmatch(_YEAR, first):
        if re.search(rf"(?:{_MONTH})\s*$", before) and re.match(rf"\s*(?:{_MONTH})", after):
            return False
        low = int(last) <= int(first[-len(last) :]) if len(last) in (2, 4) else True
        return not (low and len(last) == 2 and found["dash"].strip() == "-" and int(last) <= 12) and len(last) in (2, 4)
    return not spaced_days and len(first) <= 3 and int(last) > int(first)


def _about_dash(dash: str, wanted: str) -> str:
    if dash.strip() == wanted:
        return "No blanks around the dash between two numbers or months."
    name = "an en dash" if wanted == "–" else "a hyphen"
    return f"Between two numbers or months stands {name} without blanks."


def number_style(case: Case) -> Iterator[Hit]:
    """Numbers written in two ways, a figure at the head of a sentence."""
    yield from _per_cent(case)
    yield from _figure_first(case)
    yield from _ordinals(case)
    yield from _two_ways(case)


def _per_cent(case: Case) -> Iterator[Hit]:
    found = [
        (one, hit)
        for one, text in zip(case.text.paragraphs, case.masked, strict=True)
        for hit in _PER_CENT.finditer(text)
    ]
    forms = [hit["sign"] if hit["sign"] == "%" else " ".join(hit["sign"].split()) for _one, hit in found]
    house = case.house.house.per_cent.strip() if case.house.house else ""
    wanted = house or max(forms, key=lambda form: (forms.count(form), -forms.index(form)), default="")
    for (one, hit), form in zip(found, forms, strict=True):
        if form != wanted:
            start = next(place for place in range(hit.start(), -1, -1) if place == 0 or one.text[place - 1].isspace())
            fix = f"{one.text[start : hit.start()]}{'%' if wanted == '%' else f' {wanted}'}"
            yield Hit(one, start, hit.end(), f"Elsewhere “{wanted}” is written.", fix=fix)


def _figure_first(case: Case) -> Iterator[Hit]:
    for one in case.text.running:
        if one.kind == "bullet":
            continue
        for start, end in one.sentences:
            found = re.match(r"\d[\d,.]*(?:st|nd|rd|th)?(?=\s+[a-zA-Z])", one.text[start:end])
            if found and not re.match(r"(?:\d{1,2}\.$)", found.group()):
                yield Hit(one, start, start + found.end(), "A sentence does not begin with a figure.")


def _ordinals(case: Case) -> Iterator[Hit]:
    words = "|".join(ordinal_word(number) for number in range(3, 10))
    spelt = [
        (one, hit)
        for one, text in zip(case.text.paragraphs, case.masked, strict=True)
        for hit in re.finditer(rf"(?i)\b(?:{words})\b(?!\s+(?:quarter|half|part))", text)
    ]
    figures = [
        (one, hit)
        for one, text in zip(case.text.paragraphs, case.masked, strict=True)
        for hit in _ORDINAL.finditer(text)
    ]
    if not spelt:
        return
    example = spelt[0][1].group()
    for one, hit in figures:
        word = ordinal_word(int(hit["figure"]))
        fix = word if not example[0].isupper() else word.capitalize()
        sure = fix if re.match(r"\s+[a-z]", one.text[hit.end() :]) else word.capitalize()
        yield Hit(one, *hit.span(), "The same kind of number stands in words elsewhere.", f"“{example}”", fix=sure)


def _two_ways(case: Case) -> Iterator[Hit]:
    uses: dict[str, list[tuple[Paragraph, re.Match[str]]]] = defaultdict(list)
    for one, text in zip(case.text.paragraphs, case.masked, strict=True):
        for hit in _COUNTED.finditer(text):
            if not _UNITS.match(hit["noun"]) and not re.search(
                r"(?:item|paragraph|annex|page|decision)s?\s$", text[: hit.start()], re.I
            ):
                uses[hit["noun"].casefold()].append((one, hit))
    limit = case.house.house.words_up_to if case.house.house else 0
    yield from _small_figures(case, limit)
    yield from _large_words(case)
    for group in uses.values():
        small = [(one, hit) for one, hit in group if not hit["number"].isdecimal() or int(hit["number"]) <= 12]
        figures = [(one, hit) for one, hit in small if hit["number"].isdecimal()]
        words = [(one, hit) for one, hit in small if not hit["number"].isdecimal()]
        if not figures or not words:
            continue
        values = [_value(hit["number"], case) for _one, hit in small]
        if limit and all(
            (value <= limit) == (not hit["number"].isdecimal())
            for value, (_one, hit) in zip(values, small, strict=True)
        ):
            continue
        if not limit and all(_value(hit["number"], case) >= 10 for _one, hit in figures):
            continue
        minority, other = (figures, words) if len(figures) <= len(words) else (words, figures)
        for one, hit in minority:
            yield Hit(
                one,
                hit.start("number"),
                hit.end("number"),
                "The same things are counted in words and in figures.",
                f"“{other[0][1].group()}”",
            )


def _small_figures(case: Case, limit: int) -> Iterator[Hit]:
    """Figures where the house writes words; where more of the same things stand in the sentence, figures are right."""
    numbers = case.style.words.numbers
    for one, text in zip(case.text.paragraphs, case.masked, strict=True):
        for hit in re.finditer(r"(?<![\w/.,:–$€£-])(?P<number>[2-9])\s+(?P<noun>[A-Za-z][a-z]+s)\b", text):
            start, end = one.sentence_at(hit.start())
            bigger = _bigger_of_a_kind(text[start:end], hit["noun"], hit.start() - start)
            before = re.search(
                r"(?i)(?:items?|paragraphs?|annex(?:es)?|pages?|decisions?|nos?\.?|parts?|articles?)\s$",
                text[: hit.start()],
            )
            if int(hit["number"]) <= limit and not (bigger or before or _UNITS.match(hit["noun"])):
                word = numbers[int(hit["number"]) - 1]
                yield Hit(
                    one, *hit.span("number"), f"The house writes numbers up to {numbers[limit - 1]} in words.", fix=word
                )


def _bigger_of_a_kind(said: str, noun: str, place: int) -> bool:
    """Whether a bigger number in a sentence counts the same things or is of one series with this: "12 and 5 floats"."""
    for found in re.finditer(r"(?<![\w/.,:–-])\d{2,3}(?=\s+(?P<noun>[a-z]+))", said):
        between = said[found.end() : place] if found.end() <= place else said[place : found.start()]
        if stem(found["noun"]) == stem(noun) or len(between.split()) <= SERIES:
            return True
    return False


SERIES = 6  # words between two numbers of one series


def _large_words(case: Case) -> Iterator[Hit]:
    """Words where the house writes figures; the first word of a sentence has a capital, and is no figure."""
    least = case.house.figures_from
    known = [*enumerate(case.style.words.numbers, start=1), *((number, word) for word, number in TENS.items())]
    words = {word: number for number, word in known if number >= least}
    if not least or not words:
        return
    longest_first = "|".join(sorted(words, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?P<number>{longest_first})\s+(?P<noun>[a-z]{{3,}}s)\b")
    for one, text in zip(case.text.paragraphs, case.masked, strict=True):
        for hit in pattern.finditer(text):
            if not re.search(
                r"\b(?:one|two|three|four|five|six|seven|eight|nine) (?:of|in|or|to) $", text[: hit.start()]
            ):
                told = f"The house writes numbers from {least} on in figures."
                yield Hit(one, *hit.span("number"), told, fix=str(words[hit["number"]]))


def _value(number: str, case: Case) -> int:
    if number.isdecimal():
        return int(number)
    words = case.style.words.numbers
    return words.index(number.casefold()) + 1 if number.casefold() in words else 0
