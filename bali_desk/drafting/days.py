"""The days of a meeting as the house writes them: "4–5 June 2017" in a title, "from 4 to 5 June 2017" in a sentence."""

from __future__ import annotations

import datetime as dt

from bali_desk.domain.dates import MONTHS, written
from bali_desk.drafting.frames import fill
from bali_desk.drafting.wording import House


def days_in_title(start: dt.date, end: dt.date | None, house: House) -> str:
    """The days without a preposition, month and year said once."""
    if end is None or end <= start:
        return written(start)
    if _same_month(start, end):
        pattern = house.title_two_days if _neighbours(start, end) else house.title_days
    else:
        pattern = house.title_days_apart
    return _filled(pattern, start, end)


def days_in_text(start: dt.date, end: dt.date | None, house: House) -> str:
    """The days with their preposition."""
    if end is None or end <= start:
        return fill([house.text_day], {"day": written(start)})
    return _filled(house.text_two_days if _neighbours(start, end) else house.text_days, start, end)


def _filled(pattern: str, start: dt.date, end: dt.date) -> str:
    return fill([pattern], {"first": _first(start, end), "last": written(end)})


def _first(start: dt.date, end: dt.date) -> str:
    """The first day without what it shares with the last: "4", "30 May", "31 December 2017"."""
    if _same_month(start, end):
        return str(start.day)
    return f"{start.day} {MONTHS[start.month - 1]}" if start.year == end.year else written(start)


def _same_month(start: dt.date, end: dt.date) -> bool:
    return (start.year, start.month) == (end.year, end.month)


def _neighbours(start: dt.date, end: dt.date) -> bool:
    return end - start == dt.timedelta(days=1)
