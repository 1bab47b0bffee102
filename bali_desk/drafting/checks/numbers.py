"""How numbers, spans and dates are set: dashes, forms of dates, figures and words, per cent."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from bali_desk.domain.dates import MONTHS, ordinal_word
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.dates import month_number
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit

_MONTH = "|".join(MONTHS)
_SPAN = re.compile(
    r"(?<![\w/.,–+-])(?P<first>\d{1,4}|(?:1[89]|20)\d\d)(?P<dash>\s*[-–—]\s*|\s*--\s*)(?P<last>\d{1,4}%?)(?![\w/–-]|[.,]\d)"
)
_MONTHS_SPAN = re.compile(rf"\b(?P<first>{_MONTH})(?P<dash>\s*[-–—]\s*)(?P<last>(?:{_MONTH})\b)")
_NAMED = re.compile(
    r"(?i)\b(?:resolutions?|decisions?|documents?|nos?\.?|symbol|tel\.?|phone|fax|isbn|score[ds]?|room)\s*:?\s*$"
)
_MONTHS_CUT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_ANY_MONTH = rf"(?:{_MONTH}|(?:{_MONTHS_CUT})\b\.?)"
_YEAR = r"(?:1[89]|20)\d\d"
_FORMS = re.compile(
    rf"(?P<us>\b(?P<us_month>{_ANY_MONTH})\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<us_year>{_YEAR})\b)"
    rf"|(?P<us_bare>\b(?P<bare_month>{_ANY_MONTH})\s+(?P<bare_day>\d{{1,2}}(?:st|nd|rd|th)?)\b(?!\s+{_ANY_MONTH}|[\d:.]|\s*[-–]|\s+\d{{4}}))"
    rf"|(?P<day>\b(?:the\s+)?(?P<day_day>\d{{1,2}})(?P<th>st|nd|rd|th)?(?P<of>\s+of)?[-\s]+(?P<day_month>{_ANY_MONTH})(?:(?P<comma>,)?[-\s]+(?P<day_year>{_YEAR}))?)"
    rf"|(?P<figures>(?<![\w/.-])(?P<f1>\d{{1,2}})(?P<sep>[/.-])(?P<f2>\d{{1,2}})(?P=sep)(?P<f3>{_YEAR}|\d\d)(?![\w/-]|\.\d))"
)
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


def date_format(case: Case) -> Iterator[Hit]:
    """A date that is not written "26 May 2017"."""
    for one, text in zip(case.text.paragraphs, case.masked, strict=True):
        for found in _FORMS.finditer(text):
            hit = _form(one, found)
            if hit:
                yield hit


def _form(one: Paragraph, found: re.Match[str]) -> Hit | None:
    start, end = found.span()
    if found["us"]:
        fix = _written(found["us_day"], found["us_month"], found["us_year"])
        return Hit(one, start, end, "The day comes before the month.", fix=fix)
    if found["us_bare"]:
        if int(re.sub(r"\D", "", found["bare_day"])) > 31:
            return None
        fix = _written(re.sub(r"\D", "", found["bare_day"]), found["bare_month"], "")
        return Hit(one, start, end, "The day comes before the month.", fix=fix)
    if found["figures"]:
        return _figures(one, found)
    wrong = [
        why
        for why, is_so in (
            ("A date has no -st, -nd, -rd or -th.", found["th"]),
            ("No comma before the year.", found["comma"]),
            ("The day is written without a nought before it.", found["day_day"].startswith("0")),
            (
                "The month is written in full.",
                month_number(found["day_month"]) and found["day_month"].rstrip(".") not in MONTHS,
            ),
            ("A date has no hyphens.", "-" in found.group()),
        )
        if is_so
    ]
    if not wrong:
        return None
    return Hit(one, start, end, wrong[0], fix=_written(found["day_day"], found["day_month"], found["day_year"]))


def _figures(one: Paragraph, found: re.Match[str]) -> Hit | None:
    first, second = int(found["f1"]), int(found["f2"])
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return None
    if found["sep"] == "." and len(found["f3"]) == 2 and "0" not in (found["f1"][0], found["f2"][0]):
        return None  # a number of a paragraph
    year = found["f3"] if len(found["f3"]) == 4 else f"20{found['f3']}"
    fix = f"{first} {MONTHS[second - 1]} {year}" if first > 12 >= second else None
    fix = f"{second} {MONTHS[first - 1]} {year}" if second > 12 >= first else fix
    return Hit(one, *found.span(), "A date in figures can be read in two ways: write the month.", fix=fix)


def _written(day: str, month: str, year: str | None) -> str:
    return " ".join(part for part in (str(int(day)), MONTHS[month_number(month) - 1], year) if part)


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
    """Figures where the house writes words; where a bigger number stands in the same sentence, figures may be right."""
    numbers = case.style.words.numbers
    for one, text in zip(case.text.paragraphs, case.masked, strict=True):
        for hit in re.finditer(r"(?<![\w/.,:–$€£-])(?P<number>[2-9])\s+(?P<noun>[A-Za-z][a-z]+s)\b", text):
            start, end = one.sentence_at(hit.start())
            bigger = [int(found) for found in re.findall(r"(?<![\w/.,:–-])\d{2,3}(?=\s+[a-z])", text[start:end])]
            before = re.search(
                r"(?i)(?:items?|paragraphs?|annex(?:es)?|pages?|decisions?|nos?\.?|parts?|articles?)\s$",
                text[: hit.start()],
            )
            if int(hit["number"]) <= limit and not (bigger or before or _UNITS.match(hit["noun"])):
                word = numbers[int(hit["number"]) - 1]
                yield Hit(
                    one, *hit.span("number"), f"The house writes numbers up to {numbers[limit - 1]} in words.", fix=word
                )


def _value(number: str, case: Case) -> int:
    if number.isdecimal():
        return int(number)
    words = case.style.words.numbers
    return words.index(number.casefold()) + 1 if number.casefold() in words else 0
