"""Dates and ordinals as statements write them: "26 May 2017", "4–5 June 2017", "third"."""

from __future__ import annotations

import datetime as dt

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ONES = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


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
