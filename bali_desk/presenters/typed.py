"""What an officer types into a small field, turned into what the record keeps, or refused in one sentence."""

from __future__ import annotations

import datetime as dt
import re

from bali_desk.domain.dates import MONTHS, written
from bali_desk.domain.due import said_day
from bali_desk.domain.errors import DeskError

_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")  # day first, as the region writes it
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})", re.IGNORECASE)
_MONTH = re.compile(r"([a-z]{3,9})\.?\s+(\d{4})", re.IGNORECASE)


def words(text: str) -> str | None:
    """One line of text without the spaces round it; None where nothing stands."""
    return " ".join(text.split()) or None


def day(text: str) -> dt.date | None:
    """A day written as "15 September 2017", "15/9/2017" or "2017-09-15"; None where nothing stands."""
    given = text.strip()
    if not given:
        return None
    try:
        return _day(given)
    except ValueError:
        raise DeskError(f"“{short(given)}” is not a date: write it like 15 September 2017.") from None


def due(text: str, today: dt.date) -> dt.date | None:
    """A day written as `day` reads it, or said as of `today`: "15 June", "in two weeks", "end of next month"."""
    try:
        return day(text)
    except DeskError:
        said = said_day(text, today)
        if said is None:
            raise DeskError(
                f"“{short(text)}” is not a date: write it like 15 September 2017, 15 June or in two weeks."
            ) from None
        return said


def rough_day(text: str) -> str | None:
    """A day, a month ("September 2017") or a year, as the record keeps them: YYYY-MM-DD, YYYY-MM or YYYY."""
    given = text.strip()
    if not given:
        return None
    if re.fullmatch(r"[12]\d{3}", given):
        return given
    if match := _MONTH.fullmatch(given):
        month = _month(match[1])
        if month:
            return f"{match[2]}-{month:02}"
    if re.fullmatch(r"[12]\d{3}-(0[1-9]|1[0-2])", given):
        return given
    try:
        return _day(given).isoformat()
    except ValueError:
        raise DeskError(f"“{short(given)}” is not a date: write a day, a month or a year, like May 2017.") from None


def shown_day(value: dt.date | str | None) -> str:
    """A date as the fields show it; what is no date stays as it stands."""
    try:
        return written(value)
    except (ValueError, IndexError):
        return str(value)


def short(text: str) -> str:
    """Enough of a text to recognise it in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


def _day(given: str) -> dt.date:
    if match := _NUMBERS.fullmatch(given):
        return dt.date(int(match[3]), int(match[2]), int(match[1]))
    if match := _WORDS.fullmatch(given):
        return dt.date(int(match[3]), _month(match[2]), int(match[1]))
    return dt.date.fromisoformat(given)


def _month(name: str) -> int:
    """The month that begins with these letters; 0 where none does."""
    found = [number for number, month in enumerate(MONTHS, 1) if month.casefold().startswith(name.casefold())]
    return found[0] if found and (len(found) == 1 or len(name) > 2) else 0
