"""Dates and ordinals as statements write them: "26 May 2017", "4–5 June 2017", "third"."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ONES = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" if len(month) > 3 else month for month in MONTHS) + "|Sept"
_DAY, _YEAR = r"(\d{1,2})(?:st|nd|rd|th)?", r"((?:19|20)\d{2})"
_DASH = r"\s*(?:-|–|—|to|and|&)\s*"
_GRAMMAR = tuple(  # the fullest first; each gives year, month and day by these groups
    (re.compile(rf"(?<![a-z0-9.]){pattern}(?![a-z0-9])", re.IGNORECASE), groups)
    for pattern, groups in (
        (r"((?:19|20)\d{2})[-_.](0?[1-9]|1[0-2])[-_.](0?[1-9]|[12]\d|3[01])", (1, 2, 3)),
        (r"((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])", (1, 2, 3)),
        (r"(0?[1-9]|[12]\d|3[01])[./](0?[1-9]|1[0-2])[./]((?:19|20)\d{2})", (3, 2, 1)),
        (rf"{_DAY}(?:{_DASH}{_DAY})?(?:\s+of)?\s+({_MONTH})\.?,?\s+{_YEAR}", (4, 3, 1)),
        (rf"{_DAY}\s+({_MONTH})\.?(?:\s+{_YEAR})?{_DASH}{_DAY}\s+({_MONTH})\.?,?\s+{_YEAR}", (6, 2, 1)),
        (rf"({_MONTH})\.?\s+{_DAY}(?:{_DASH}{_DAY})?,?\s+{_YEAR}", (4, 1, 2)),
        (rf"({_MONTH})\.?,?[\s_-]+{_YEAR}", (2, 1, 0)),
        (_YEAR, (1, 0, 0)),
    )
)
_PARTS = tuple(  # of a year, and the month each ends with
    (re.compile(rf"\b(?:{pattern})", re.IGNORECASE), month)
    for pattern, month in (
        (r"Q1\b|first quarter|beginning of", 3),
        (r"early", 4),
        (r"Q2\b|second quarter|first half", 6),
        (r"mid\b|middle of", 8),
        (r"Q3\b|third quarter", 9),
    )
)


def written(day: dt.date | str | None) -> str:
    """A date in words and figures: "26 May 2017"; of "2017-05" "May 2017", of "2017" "2017", of None ""."""
    if day is None:
        return ""
    if isinstance(day, dt.date):
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    year, *rest = (int(part) for part in day.split("-"))
    month = f"{MONTHS[rest[0] - 1]} " if rest else ""
    return f"{rest[1]} {month}{year}" if len(rest) > 1 else f"{month}{year}"


def span(start: dt.date, end: dt.date | None) -> str:
    """The days from `start` to `end`, saying month and year once: "4–5 June 2017", "30 May – 2 June 2017"."""
    if end is None or end == start:
        return written(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{written(end)}"
    first = f"{start.day} {MONTHS[start.month - 1]}" if start.year == end.year else written(start)
    return f"{first} – {written(end)}"


def ordinal_word(number: int) -> str:
    """An ordinal in letters up to the ninety-ninth, in figures beyond: 3 "third", 21 "twenty-first", 100 "100th"."""
    if not 0 < number < 100:
        return ordinal_figure(number)
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_ONES[ones]}" if ones else f"{_TENS[tens][:-1]}ieth"


def ordinal_figure(number: int) -> str:
    """An ordinal in figures: 3 "3rd", 11 "11th", 112 "112th"."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def found_in(text: str) -> str | None:
    """The fullest date a text tells, as YYYY-MM-DD, YYYY-MM or YYYY: of "25–26 May 2017" the first day.

    Of several the first; a day before a month before a year. None where it tells none.
    """
    for length in (3, 2, 1):
        hits = [
            (match.start(), date)
            for pattern, groups in _GRAMMAR
            if sum(map(bool, groups)) == length
            for match in pattern.finditer(text)
            if (date := _rough(match, groups))
        ]
        if hits:
            return min(hits)[1]
    return None


def last_day(text: str) -> dt.date | None:
    """The last day a time may mean: of "26 May 2017" that day, of "late 2017" 31 December; None where it tells none.

    Knows parts of a year as they are spoken: "early", "mid-", "first half of", "Q3", "second quarter of".
    """
    found = found_in(text)
    if found is None:
        return None
    year, *rest = (int(part) for part in found.split("-"))
    if len(rest) == 2:
        return dt.date(year, *rest)
    month = rest[0] if rest else next((ends for part, ends in _PARTS if part.search(text)), 12)
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return following - dt.timedelta(days=1)


def _rough(match: re.Match[str], groups: tuple[int, int, int]) -> str | None:
    year, month, day = (match[group] if group else "" for group in groups)
    if not month:
        return year
    number = int(month) if month.isdecimal() else 1 + [one[:3].lower() for one in MONTHS].index(month[:3].lower())
    if not day:
        return f"{year}-{number:02}"
    try:
        return dt.date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
