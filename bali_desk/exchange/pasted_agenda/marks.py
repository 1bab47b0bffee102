"""What stands at the beginning or end of an agenda's lines: numbers, clock times, minutes, days."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bali_desk.domain.dates import MONTHS

_DIGITS = re.compile(
    r"(?:(?:agenda\s+)?item\s+)?(\d{1,3}(?:\.\d{1,3})*)(\s+(?:bis|ter|quater))?([.):]?)(?=\s|$)", re.IGNORECASE
)
_LETTERS = re.compile(r"\(([A-Za-z]{1,5})\)(?=\s|$)|([A-Za-z]{1,5})([.)])(?=\s|$)")
_BULLET = re.compile(r"[-–—•·▪◦§●○■‣*](?=\s|$)|o(?=\t|$)")
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)
_TIME = r"(\d{1,2})(?:\s*[:.hH]\s*(\d{2}))?\s*([ap]\.?m\.?)?"
_SPAN = re.compile(rf"{_TIME}\s*(?:-|–|—|to|until)\s*{_TIME}\s*(?:hrs?|hours|h)?\b[:.]?(?=\s|$)", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})\s*[:hH]\s*(\d{2})\s*([ap]\.?m\.?)?\s*(?:hrs?|hours)?[:.]?(?=\s|$)", re.IGNORECASE)
_DOTTED_CLOCK = re.compile(r"(\d{2})\.(\d[05])\s*(?:hrs?|hours)?(?=\s|$)", re.IGNORECASE)
_BARE_CLOCK = re.compile(r"(\d{1,2})\s*([ap]\.?m\.?)(?=\s|$)|(\d{2})(\d{2})\s*(?:hrs?|hours|h)\b", re.IGNORECASE)
_BARE_SPAN = re.compile(r"(\d{2})(\d{2})\s*(?:-|–|—|to)\s*(\d{2})(\d{2})\s*(?:hrs?|hours|h)?\b", re.IGNORECASE)
_MINUTES = re.compile(
    r"\s*(?:[(\[]\s*(\d{1,3})\s*(?:min(?:ute)?s?\.?|['’])\s*[)\]]|[-–,:]?\s+(\d{1,3})\s*min(?:ute)?s?\.?)$",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"(\d{1,3})\s*(?:min(?:ute)?s?\.?|['’])?|(\d{1,2})\s*h(?:ours?|rs?)?\s*(\d{1,2})?(?:\s*min(?:ute)?s?)?",
    re.IGNORECASE,
)
_MONTHS = "|".join(month[:3] for month in MONTHS)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\s*,?\s*)?"
_DAY = re.compile(
    rf"(?:day\s+(\w+)\s*[:,.–—-]*\s*)?{_WEEKDAY}(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTHS})[a-z]*|({_MONTHS})[a-z]*\s+(\d{{1,2}})(?:st|nd|rd|th)?)"
    r"\s*,?\s*(\d{4})?\.?",
    re.IGNORECASE,
)
_DAY_NUMBER = re.compile(r"day\s+(\w+)\s*[:.]?", re.IGNORECASE)
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven")


@dataclass(frozen=True)
class Number:
    """The number a line begins with: as it would stand in an agenda, its shape, and how many letters it takes."""

    words: str  # "3.1", "3 bis", "(a)"; empty for a bullet
    shape: str  # lines of one shape stand on one level
    length: int


def number_at(text: str, expected: int | None = None) -> Number | None:
    """The number at the beginning; a bare "4 " counts only before a tab or where four is `expected`."""
    if match := _DIGITS.match(text):
        digits, bis, stop = match[1], match[2] or "", match[3]
        named = match[0][:1].isalpha()
        told = (
            stop
            or named
            or bis
            or "." in digits
            or text[match.end() :].startswith(("\t", "  "))
            or match.end() == len(text)
        )
        if told or (expected is not None and digits == str(expected)):
            words = " ".join(f"{digits}{bis}".split())
            return Number(words, f"digits {digits.count('.')}", match.end())
    if match := _LETTERS.match(text):
        letters = match[1] or match[2]
        if len(letters) == 1 or _roman(letters):
            style = (
                f"({'A' if letters.isupper() else 'a'}"
                if match[1]
                else f"{'A' if letters.isupper() else 'a'}{match[3]}"
            )
            return Number(f"({letters})", style, match.end())
    if match := _BULLET.match(text):
        return Number("", f"bullet {match[0]}", match.end())
    return None


def place_of(number: str) -> set[int]:
    """How far "3", "3.2", "(b)" or "(ii)" has counted: a letter may be a Roman number too; empty for "3 bis"."""
    last = number.rpartition(".")[2].strip("()").lower()
    if last.isdecimal():
        return {int(last)}
    if not last.isalpha():
        return set()
    found = {ord(last) - 96} if len(last) == 1 else set()
    return found | ({_roman(last)} if _roman(last) else set())


def is_next(number: str, before: str) -> bool:
    """Whether one number counts on from the other."""
    return any(place + 1 in place_of(number) for place in place_of(before))


def _roman(letters: str) -> int:
    """The value of a Roman number below forty; 0 for what is none."""
    match = _ROMAN.fullmatch(letters)
    if not match or not letters:
        return 0
    ones = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
    return 10 * len(match[1]) + ones[match[2].lower()]


@dataclass(frozen=True)
class Span:
    """Clock times HH:MM at the beginning of a text, and how many letters they take."""

    start: str
    end: str | None
    length: int


def span_at(text: str) -> Span | None:
    """The time or times a text begins with: "09:00-09:30", "9.00 am to 10", "14h00", "0900 hrs"."""
    if match := _SPAN.match(text):
        told = any(match[place] for place in (2, 3, 5, 6))
        start, end = _time(match[1], match[2], match[3] or match[6]), _time(match[4], match[5], match[6])
        if told and start and end:
            return Span(start, end, match.end())
    if (
        (match := _BARE_SPAN.match(text))
        and (start := _time(match[1], match[2]))
        and (end := _time(match[3], match[4]))
    ):
        return Span(start, end, match.end())
    if match := _CLOCK.match(text) or _DOTTED_CLOCK.match(text):
        half = match[3] if match.re is _CLOCK else None
        start = _time(match[1], match[2], half)
        return Span(start, None, match.end()) if start else None
    if match := _BARE_CLOCK.match(text):
        start = _time(match[1] or match[3], match[4], match[2])
        return Span(start, None, match.end()) if start else None
    return None


def _time(hour: str, minute: str | None, half: str | None = None) -> str | None:
    hours, minutes = int(hour), int(minute or 0)
    if half:
        hours = hours % 12 + (12 if half.lower().startswith("p") else 0)
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else None


def minutes_at_end(text: str) -> tuple[str, int | None]:
    """The text without the length it ends with: "Opening (15 min)"."""
    match = _MINUTES.search(text)
    return (text[: match.start()].rstrip(), int(match[1] or match[2])) if match and match.start() else (text, None)


def length_in(text: str) -> int | None:
    """The minutes of a cell: "15", "15 min", "1 h 30"; None for anything else."""
    match = _LENGTH.fullmatch(text.strip())
    if not match:
        return None
    return int(match[1]) if match[1] else int(match[2]) * 60 + int(match[3] or 0)


def day_in(text: str, first_day: dt.date) -> dt.date | None:
    """The day a whole line names: "Day 2 – Saturday, 27 May", "Day two"; without a year, that of the meeting."""
    line = text.strip()
    if match := _DAY.fullmatch(line):
        month = next(n for n, name in enumerate(MONTHS, 1) if name[:3].lower() == (match[3] or match[4]).lower())
        try:
            return dt.date(int(match[6] or first_day.year), month, int(match[2] or match[5]))
        except ValueError:
            return None
    if match := _DAY_NUMBER.fullmatch(line):
        word = match[1].lower()
        number = int(word) if word.isdecimal() else _COUNTED.index(word) + 1 if word in _COUNTED else 0
        return first_day + dt.timedelta(days=number - 1) if 0 < number < 32 else None
    return None
