"""The dates a sentence tells, as intervals: "4–5 June 2017", "from May to November 2017", "late 2017", "2015–17".

Names of months want their capital, so that the words "may" and "march" stay words. A day without its year is told with
`year_known` False and the year the caller gives.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from bali_desk.domain.dates import MONTHS

_MONTH_NAMES = "|".join([*MONTHS, "Sept", *(month[:3] for month in MONTHS if month != "May")])
_M = rf"(?:{_MONTH_NAMES})\b\.?"
_D = r"\d{1,2}(?:st|nd|rd|th)?"
_Y = r"(?:1[89]|20)\d\d"
_W = (
    r"(?:(?P<{0}>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?,?\s+"
    r"(?:the\s+)?)?"
)
_TO = r"(?:\s*[-–—]\s*|\s+(?:to|and|until|till|through|or)\s+(?:the\s+)?|\s*,\s*|\s*/\s*|\s*&\s*)"
_OF = r"\s+(?:of\s+)?"
_VAGUE = (
    r"(?P<vague>[Ee]arly(?: in)?|[Mm]id(?:dle of)?|[Ll]ate(?: in)?"
    r"|(?:the )?(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle) of)(?:[-\s]+)(?:the\s+year\s+)?"
)
_NUMBERED = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "latter": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": 0,
}
_ORD = "|".join(_NUMBERED)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Day:
    """A day as it is written, which need not exist; its weekday where one is named (0 is Monday)."""

    year: int
    month: int
    day: int
    weekday: int | None = None

    def real(self) -> dt.date | None:
        """The date, or None where the calendar has none such."""
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True)
class Mention:
    """A date in a text, from `start` up to `end`, as the days from `first` to `last`."""

    start: int
    end: int
    text: str
    first: dt.date
    last: dt.date
    grain: str  # day, month, part (of a month or year), year
    last_from: dt.date  # where the last day, month or year of it begins
    ranged: bool = False  # two ends are named
    year_known: bool = True
    days: tuple[Day, ...] = ()  # every day that is written
    order: tuple[tuple[int, int, int], tuple[int, int, int]] | None = None  # both ends of a range as written


def mentions(text: str, year: int | None = None) -> list[Mention]:
    """Every date of a text, in order, the fullest reading of each; `year` is that of days written without one."""
    made: list[Mention] = []
    if not _ANY.search(text):
        return made
    taken: list[tuple[int, int]] = []
    for pattern, read in _GRAMMAR:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            if found := read(match, year):
                made.append(found)
                taken.append(match.span())
    return sorted(made, key=lambda one: one.start)


def whole_month(year: int, month: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def month_number(name: str) -> int:
    """The number of a month from its name, whole or cut to three letters."""
    return 1 + [month[:3] for month in MONTHS].index(name[:3])


Reader = Callable[[re.Match[str], "int | None"], "Mention | None"]


def _days(match: re.Match[str], year: int | None) -> Mention | None:
    """One day or two: what the first does not say of month and year is that of the second."""
    part = match.groupdict()
    written = part.get("y2") or part.get("y1")
    last_year = int(written) if written else year
    if last_year is None:
        return None
    month = month_number(part.get("m2") or part["m1"])
    ranged = part.get("d2") is not None
    last = Day(
        last_year, month, _number(part["d2"] if ranged else part["d1"]), _weekday(part.get("w2" if ranged else "w1"))
    )
    if not ranged:
        return _mention(match, _near(last), _near(last), "day", _near(last), None, bool(written), (last,))
    first_month = month_number(part["m1"]) if part.get("m1") else month
    own_year = int(part["y1"]) if part.get("y1") and part.get("y2") else last_year - (first_month > month)
    first = Day(own_year, first_month, _number(part["d1"]), _weekday(part.get("w1")))
    begin, end = sorted((_near(first), _near(last)))
    order = ((first.year, first.month, first.day), (last.year, last.month, last.day))
    return _mention(match, begin, end, "day", _near(last), order, bool(written), (first, last))


def _numeric(match: re.Match[str], year: int | None) -> Mention | None:
    day = Day(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    if not 1 <= day.month <= 12:
        return None
    return _mention(match, _near(day), _near(day), "day", _near(day), None, True, (day,))


def _months(match: re.Match[str], year: int | None) -> Mention | None:
    """A month, or from one to another; a first month later than the second is that of the year before."""
    part = match.groupdict()
    last_year, last_month = int(part["y2"]), month_number(part["m2"])
    if not part.get("m1"):
        first, last = whole_month(last_year, last_month)
        return _mention(match, first, last, "month", first)
    first_month = month_number(part["m1"])
    first_year = int(part["y1"]) if part.get("y1") else last_year - (first_month > last_month)
    first, (last_from, last) = whole_month(first_year, first_month)[0], whole_month(last_year, last_month)
    order = ((first_year, first_month, 1), (last_year, last_month, 1))
    return _mention(match, min(first, last_from), max(last, first), "month", last_from, order)


def _years(match: re.Match[str], year: int | None) -> Mention | None:
    """Two years: "2015–17", "2017/18", "2017 to 2019"; "2017-03" is a month and no span."""
    first, second = match["y1"], match["y2"]
    if (
        len(second) == 2
        and match["dash"].strip() in ("-", "/")
        and int(second) <= 12
        and int(second) <= int(first[-2:])
    ):
        return None
    last = int(second) if len(second) == 4 else int(first[:2] + second)
    if len(second) == 2 and second == "00" and first[-2:] == "99":
        last += 100
    begin, end = sorted((int(first), last))
    order = ((int(first), 1, 1), (last, 1, 1))
    return _mention(match, dt.date(begin, 1, 1), dt.date(end, 12, 31), "year", dt.date(end, 1, 1), order)


def _year(match: re.Match[str], year: int | None) -> Mention | None:
    number = int(match["y1"])
    return _mention(match, dt.date(number, 1, 1), dt.date(number, 12, 31), "year", dt.date(number, 1, 1))


def _vague(match: re.Match[str], year: int | None) -> Mention | None:
    """Early, mid and late: a third of a year or a month; the end or beginning of it counts as late and early."""
    kind = re.sub(r"(?i)^the |\s+(?:in|of)$", "", match["vague"]).lower().split()[0]
    which = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1}.get(kind, 2)
    number = int(match["y1"])
    if match["m1"]:
        month = month_number(match["m1"])
        last = whole_month(number, month)[1].day
        begin, end = ((1, 10), (11, 20), (21, last))[which]
        first = dt.date(number, month, begin)
        return _mention(match, first, dt.date(number, month, end), "part", first)
    begin, end = ((1, 4), (5, 8), (9, 12))[which]
    first = dt.date(number, begin, 1)
    return _mention(match, first, whole_month(number, end)[1], "part", first)


def _part_of_year(match: re.Match[str], year: int | None) -> Mention | None:
    """A half or a quarter of a year."""
    part = match.groupdict()
    length = 6 if (part.get("part") or "").startswith("half") else 3
    name = (part.get("which") or "").lower()
    which = int(part["q"]) if part.get("q") else _NUMBERED[name] or 12 // length
    number = int(part["y1"])
    if not 1 <= which <= 12 // length:
        return None
    first = dt.date(number, (which - 1) * length + 1, 1)
    return _mention(match, first, whole_month(number, which * length)[1], "part", first)


def _mention(
    match: re.Match[str],
    first: dt.date,
    last: dt.date,
    grain: str,
    last_from: dt.date,
    order: tuple[tuple[int, int, int], tuple[int, int, int]] | None = None,
    year_known: bool = True,
    days: tuple[Day, ...] = (),
) -> Mention:
    return Mention(
        match.start(),
        match.end(),
        match.group(),
        first,
        last,
        grain,
        last_from,
        order is not None,
        year_known,
        days,
        order,
    )


def _near(day: Day) -> dt.date:
    """The day, or the last of its month where the calendar has no such day."""
    return day.real() or whole_month(day.year, day.month)[1]


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _weekday(name: str | None) -> int | None:
    return next((place for place, day in enumerate(WEEKDAYS) if name and day.startswith(name[:3])), None)


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.–-])(?:{pattern})(?![\w])")


_W1, _W2 = _W.format("w1"), _W.format("w2")
_LAST = rf"(?P<m2>{_M})(?:,?\s+(?P<y2>{_Y}))?"
_HALF = rf"(?P<which>{_ORD})\s+(?P<part>half|quarter)(?:\s+(?:of|in))?\s+(?:the\s+year\s+)?"
_SPANS = r"(?:(?<=from )|(?<=for )|(?<=years )|(?<=period ))"  # what stands before "2025 to 2030"
_ANY = re.compile(rf"\d|{_M}")
_GRAMMAR: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_pattern(rf"{_W1}(?P<d1>{_D}){_OF}(?P<m1>{_M}),?(?:\s+(?P<y1>{_Y}))?{_TO}{_W2}(?P<d2>{_D}){_OF}{_LAST}"), _days),
    (_pattern(rf"{_W1}(?P<d1>{_D}){_TO}{_W2}(?P<d2>{_D}){_OF}{_LAST}"), _days),
    (_pattern(rf"{_W1}(?P<d1>{_D}){_OF}(?P<m1>{_M})(?:,?\s+(?P<y1>{_Y}))?"), _days),
    (_pattern(rf"{_W1}(?P<m1>{_M})\s+(?P<d1>{_D}){_TO}(?P<d2>{_D}),?\s+(?P<y2>{_Y})"), _days),
    (_pattern(rf"{_W1}(?P<m1>{_M})\s+(?P<d1>{_D}),?\s+(?P<y1>{_Y})"), _days),
    (_pattern(rf"(?P<y1>{_Y})-(?P<m1>\d\d)-(?P<d1>\d\d)"), _numeric),
    (_pattern(rf"(?P<d1>\d{{1,2}})[/.](?P<m1>\d{{1,2}})[/.](?P<y1>{_Y})"), _numeric),
    (_pattern(rf"{_VAGUE}(?:(?P<m1>{_M})\s+)?(?P<y1>{_Y})"), _vague),
    (_pattern(rf"{_HALF}(?P<y1>{_Y})"), _part_of_year),
    (_pattern(rf"Q(?P<q>\d)(?:\s+of)?\s+(?P<y1>{_Y})"), _part_of_year),
    (_pattern(rf"(?P<m1>{_M})(?:\s+(?P<y1>{_Y}))?{_TO}(?P<m2>{_M})\s+(?P<y2>{_Y})"), _months),
    (_pattern(rf"(?P<m2>{_M}),?\s+(?P<y2>{_Y})"), _months),
    (_pattern(rf"(?P<y1>{_Y})(?P<dash>\s*[–—/-]\s*)(?P<y2>{_Y}|\d\d)(?![–/-]\d)"), _years),
    (_pattern(rf"{_SPANS}(?P<y1>{_Y})(?P<dash>\s+(?:to|until)\s+)(?P<y2>{_Y})"), _years),
    (_pattern(rf"(?<=between )(?P<y1>{_Y})(?P<dash>\s+and\s+)(?P<y2>{_Y})"), _years),
    (_pattern(rf"(?P<y1>{_Y})(?![/–-]\d)"), _year),
)  # fmt: skip
