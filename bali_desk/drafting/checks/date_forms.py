"""Dates that are not written as the house writes them: "26 May 2017"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.domain.dates import MONTHS
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.dates import month_number
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit

_MONTHS_CUT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"


_MONTH = "|".join(MONTHS)
_YEAR = r"(?:1[89]|20)\d\d"
_ANY_MONTH = rf"(?:{_MONTH}|(?:{_MONTHS_CUT})\b\.?)"


_FORMS = re.compile(
    rf"(?P<us>\b(?P<us_month>{_ANY_MONTH})\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<us_year>{_YEAR})\b)"
    rf"|(?P<us_bare>\b(?P<bare_month>{_ANY_MONTH})\s+(?P<bare_day>\d{{1,2}}(?:st|nd|rd|th)?)\b(?!\s+{_ANY_MONTH}|[\d:]|\.\d|\s*[-–]|\s+\d{{4}}))"
    rf"|(?P<day>\b(?:the\s+)?(?P<day_day>\d{{1,2}})(?P<th>st|nd|rd|th)?(?P<of>\s+of)?[-\s]+(?P<day_month>{_ANY_MONTH})(?:(?P<comma>,)?[-\s]+(?P<day_year>{_YEAR}))?)"
    rf"|(?P<figures>(?<![\w/.-])(?P<f1>\d{{1,2}})(?P<sep>[/.-])(?P<f2>\d{{1,2}})(?P=sep)(?P<f3>{_YEAR}|\d\d)(?![\w/-]|\.\d))"
)


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
