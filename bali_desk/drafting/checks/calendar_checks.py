"""What the calendar alone tells: days that do not exist, weekdays that are others, spans that run backwards."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from bali_desk.domain.dates import MONTHS
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.dates import WEEKDAYS, Mention, month_number
from bali_desk.drafting.checks.finding import Hit

_BEHIND = re.compile(rf"^,?\s*\(?(?P<day>{'|'.join(WEEKDAYS)})\b\)?")
_FROM = re.compile(rf"\b(?P<day>{'|'.join(WEEKDAYS)})\s*(?:to|and|until|–|-)\s*$")
_DAY_MONTH = re.compile(
    rf"(?<![\w/.-])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{'|'.join(MONTHS)})\b(?!\s+\d{{4}})"
)
_MONTH_DAY = re.compile(
    rf"\b(?P<month>{'|'.join(MONTHS)})\s+(?P<day>\d{{2}})(?![\d:.])(?:st|nd|rd|th)?\b(?!,?\s+\d{{4}})"
)
_NO_MONTH = re.compile(r"(?<![\w/.–-] )(?<![\w/.–-])\b(?:0?[1-9]|[12]\d|3[01])\s\d{1,2}\s(?:19|20)\d\d\b(?![/.–-]?\d)")
_LONGEST = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_BEFORE_DAY = re.compile(r"(?:\b(?:on|by|from|to|until|till|before|after|of|and|between|since|the)|[–,(-])\s*$")
_BEHIND_DAY = re.compile(r"\s*(?:$|[^\w\s]|(?:in|and|at|to|until|for|the|with|as|or|by|from)\b)")
_LONG_WINTER = 6  # months; a season that runs over New Year is no longer
_REACHES = re.compile(r"\s+(?:to|until|till|through)\s+|[-–—]")


def weekday_date(case: Case) -> Iterator[Hit]:
    """A weekday that is not that of its date."""
    for one in case.text.paragraphs:
        for found in case.dates[one.place]:
            named = [day for day in found.days if day.weekday is not None]
            behind = (
                _BEHIND.match(case.unquoted[one.place][found.end :]) if len(found.days) == 1 and not named else None
            )
            pairs = [(day, day.weekday) for day in named]
            from_weekday = _FROM.search(case.unquoted[one.place][: found.start])
            if from_weekday and len(found.days) == 2 and found.days[1].weekday is None:
                first, last = found.days  # "Monday to Wednesday, 14 to 16 October"
                pairs = [(first, WEEKDAYS.index(from_weekday["day"])), (last, first.weekday)]
            if behind:
                pairs = [(found.days[0], WEEKDAYS.index(behind["day"]))]
            for day, weekday in pairs:
                real = day.real()
                if real and weekday is not None and real.weekday() != weekday and (found.year_known or case.record):
                    end = found.end + (behind.end() if behind else 0)
                    is_one = f"{real.day} {MONTHS[real.month - 1]} {real.year} is a {WEEKDAYS[real.weekday()]}"
                    yield Hit(one, found.start, end, f"{is_one}, not a {WEEKDAYS[weekday]}.", is_one)


def impossible_date(case: Case) -> Iterator[Hit]:
    """A day the calendar does not have, or one without its month: "26 25 2017"."""
    for one in case.text.paragraphs:
        text = case.unquoted[one.place]
        for slip in _NO_MONTH.finditer(text):
            yield Hit(one, *slip.span(), "Between the day and the year stands no month.")
        told: list[tuple[int, int]] = []
        for found in case.dates[one.place]:
            wrong = [day for day in found.days if day.real() is None]
            if wrong and (found.year_known or wrong[0].day > 29 or wrong[0].month != 2):
                told.append((found.start, found.end))
                yield Hit(one, found.start, found.end, _not_there(wrong[0].day, wrong[0].month, wrong[0].year))
        for pattern in (_DAY_MONTH, _MONTH_DAY):
            for match in pattern.finditer(text):
                day, month = int(match["day"]), month_number(match["month"])
                alone = _BEFORE_DAY.search(text[: match.start()]) and _BEHIND_DAY.match(text[match.end() :])
                if (
                    alone
                    and day > _LONGEST.get(month, 31)
                    and not any(start <= match.start() < end for start, end in told)
                ):
                    yield Hit(one, *match.span(), _not_there(day, month, None))


def _not_there(day: int, month: int, year: int | None) -> str:
    last = dt.date((year or 2000) + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
    when = f"{MONTHS[month - 1]} {year}" if year and month == 2 else MONTHS[month - 1]
    return f"There is no day {day}: {when} ends on the {last.day}{'st' if last.day == 31 else 'th'}."


def _counts(found: Mention, text: str) -> bool:
    """Whether two numbers are no years but count what stands behind them: "fell from 2019 to 1987 points"."""
    return found.grain == "year" and _THINGS.match(text, found.end) is not None


_THINGS = re.compile(r"\s+(?!(?:was|is|has|as|its|this|thus|always|across|towards|unless|previous)\b)[a-z]{2,}s\b")


def range_reversed(case: Case) -> Iterator[Hit]:
    """A span whose end comes before its beginning."""
    for one in case.text.paragraphs:
        for found in case.dates[one.place]:
            if not found.order or not _REACHES.search(found.text) or _counts(found, case.unquoted[one.place]):
                continue
            over_new_year = found.grain == "month" and not re.match(r"\w+\s+\d{4}", found.text)
            months = (found.last.year - found.first.year) * 12 + found.last.month - found.first.month + 1
            too_long = over_new_year and found.first.year != found.last.year and months > _LONG_WINTER
            if found.order[0] > found.order[1] or too_long:
                yield Hit(one, found.start, found.end, "The end comes before the beginning.")
