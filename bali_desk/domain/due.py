"""Days as one says them in a meeting: "15 June", "in two weeks", "end of next month", "next Friday".

The dates in the record are exact; this is how quickly they are typed.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable

from bali_desk.domain.dates import MONTHS

_WEEKDAYS = tuple(calendar.day_name)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ONE = ("a", "an", "one")
_OPENERS = re.compile(r"^(?:(?:by|before|on|until|till|at|within|no later than|not later than|the)\s+)+")
_AFTERS = r"(?:\s+(?:from now|later|after (?:the|this) meeting))?"
_MONTH, _DAY = r"([a-z]{3,9})\.?", r"(\d{1,2})(?:st|nd|rd|th)?"
_LAST_QUARTER_MONTH = 3

Reading = Callable[[re.Match[str], dt.date], dt.date | None]


def said_day(text: str, today: dt.date) -> dt.date | None:
    """The day somebody means who says this `today`; None where it tells no day, or one there is not.

    A day without its year is the next such day; the end of a week is its Friday; a month alone means its last day.
    """
    said = " ".join(text.casefold().replace(",", " ").split()).rstrip(".")
    said = _OPENERS.sub("", said)
    for pattern, read in _SAID:
        if match := pattern.fullmatch(said):
            try:
                found = read(match, today)
            except (ValueError, OverflowError):
                continue
            if found is not None:
                return found
    return None


def _in(match: re.Match[str], today: dt.date) -> dt.date | None:
    number, unit = _number(match[1]), match[2]
    if number is None:
        return None
    if unit in ("day", "week", "fortnight"):
        return today + dt.timedelta(days=number * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return _months_on(today, number * (12 if unit == "year" else 1))


def _end_of(match: re.Match[str], today: dt.date) -> dt.date | None:
    ahead, unit = 1 if match[1] == "next" else 0, match[2]
    if unit == "week":
        return today + dt.timedelta(days=4 - today.weekday() + 7 * ahead)
    if unit == "year":
        return dt.date(today.year + ahead, 12, 31)
    if unit == "quarter":
        past = today.month % _LAST_QUARTER_MONTH or _LAST_QUARTER_MONTH
        return _last(_months_on(today.replace(day=1), _LAST_QUARTER_MONTH - past + _LAST_QUARTER_MONTH * ahead))
    return _last(_months_on(today.replace(day=1), ahead))


def _weekday(match: re.Match[str], today: dt.date) -> dt.date | None:
    wanted = _begins(match[2], _WEEKDAYS)
    if wanted is None:
        return None
    if match[1] == "next":
        return today + dt.timedelta(days=7 - today.weekday() + wanted)
    return today + dt.timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _of_month(day: str, month: str, today: dt.date) -> dt.date | None:
    number = _begins(month, MONTHS) if month else today.month - 1
    if number is None:
        return None
    if not month:
        return _first_from(today, lambda on: _months_on(today.replace(day=1), on).replace(day=int(day)))
    return _first_from(today, lambda on: dt.date(today.year + on, number + 1, int(day)))


def _in_figures(day: int, month: int, today: dt.date) -> dt.date | None:
    return _first_from(today, lambda on: dt.date(today.year + on, month, day))


def _part_of_month(match: re.Match[str], today: dt.date) -> dt.date | None:
    number = _begins(match[2], MONTHS)
    if number is None:
        return None
    year = int(match[3]) if match[3] else None
    middle = (match[1] or "").startswith("mid")

    def on(ahead: int) -> dt.date:
        first = dt.date((year or today.year) + ahead, number + 1, 1)
        return first.replace(day=15) if middle else _last(first)

    return on(0) if year else _first_from(today, on)


def _first_from(today: dt.date, on: Callable[[int], dt.date]) -> dt.date | None:
    """The first of the coming ones, this one included, that is there and not past."""
    for ahead in range(9):  # the 29th of February may be eight years away
        try:
            found = on(ahead)
        except ValueError:
            continue
        if found >= today:
            return found
    return None


def _months_on(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def _last(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    return 1 if word in _ONE else _NUMBERS.index(word) if word in _NUMBERS else None


def _begins(word: str, names: tuple[str, ...]) -> int | None:
    found = [place for place, name in enumerate(names) if name.casefold().startswith(word)]
    return found[0] if len(found) == 1 and len(word) > 1 else None


_SAID: tuple[tuple[re.Pattern[str], Reading], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        ("today|now", lambda _match, today: today),
        ("tomorrow", lambda _match, today: today + dt.timedelta(days=1)),
        ("day after tomorrow", lambda _match, today: today + dt.timedelta(days=2)),
        ("next week", lambda _match, today: today + dt.timedelta(days=7)),
        (rf"(?:in )?([a-z]+|\d{{1,3}}) (day|week|fortnight|month|year)s?['’]?(?: time)?{_AFTERS}", _in),
        (r"(?:(?:end|last day) (?:of )?)?(?:(this|the|next) )?(week|month|quarter|year)", _end_of),
        (rf"(?:in )?(?:(end|mid|middle)[ -](?:of )?)?{_MONTH}(?: (\d{{4}}))?", _part_of_month),
        (r"(?:(this|next|coming) )?([a-z]{3,9})", _weekday),
        (rf"{_DAY} (?:of )?{_MONTH}", lambda match, today: _of_month(match[1], match[2], today)),
        (rf"{_MONTH} {_DAY}", lambda match, today: _of_month(match[2], match[1], today)),
        (r"(\d{1,2})(?:st|nd|rd|th)", lambda match, today: _of_month(match[1], "", today)),
        (r"(\d{1,2})[./-](\d{1,2})", lambda match, today: _in_figures(int(match[1]), int(match[2]), today)),
    )
)
