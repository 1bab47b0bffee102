"""What an officer types into the agenda, turned into what the record keeps, or refused in one sentence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from bali_desk.domain.errors import DeskError

LONGEST = 24 * 60  # minutes; nothing on an agenda lasts longer than a day
_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|min|mins|minutes?)?\.?", re.IGNORECASE)
_HOURS = re.compile(r"(\d{1,2})\s*(?:h|:|hours?)\s*(?:(\d{1,2})\s*(?:m|min)?)?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.hH]\s*(\d{2}))?|(\d{2})(\d{2})")


def text_or_none(text: str) -> str | None:
    """The text exactly as typed; None where nothing was."""
    return text or None


def minutes_from(text: str) -> int | None:
    """Minutes written as "45", "45 min", "1h30" or "1:30"; None where nothing stands."""
    written = text.strip()
    if not written:
        return None
    if match := _MINUTES.fullmatch(written):
        minutes = int(match[1])
    elif match := _HOURS.fullmatch(written):
        minutes = int(match[1]) * 60 + int(match[2] or 0)
    else:
        raise DeskError(f"“{short(text)}” is not a length: write minutes, like 45 or 1h30.")
    if minutes > LONGEST:
        raise DeskError(f"“{short(text)}” is longer than a day: write minutes, like 45 or 1h30.")
    return minutes


def clock_from(text: str) -> str | None:
    """A clock time written as "9:30", "09.30", "0930" or "9", as HH:MM; None where nothing stands."""
    written = text.strip()
    if not written:
        return None
    match = _CLOCK.fullmatch(written)
    hour, minute = (int(match[1] or match[3]), int(match[2] or match[4] or 0)) if match else (99, 99)
    if hour > 23 or minute > 59:
        raise DeskError(f"“{short(text)}” is not a clock time: write it like 09:30.")
    return f"{hour:02}:{minute:02}"


def day_from(text: str) -> dt.date | None:
    """A date as YYYY-MM-DD; None where nothing stands."""
    if not text.strip():
        return None
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        raise DeskError(f"“{short(text)}” is not a date: write it like 2017-05-26.") from None


def presenters_from(text: str, handles: Mapping[str, str]) -> list[str]:
    """Presenters between semicolons: the handle of a person who is named exactly, anything else as it stands."""
    names = [name.strip() for name in text.split(";")]
    return [handles.get(name.casefold(), name) for name in names if name]


def lead_from(text: str, leads: Mapping[int, str]) -> int | None:
    """The co-chair whose short name begins with what is typed; None where nothing stands."""
    typed = text.strip().casefold()
    if not typed:
        return None
    found = [key for key, name in leads.items() if name.casefold() == typed]
    found = found or [key for key, name in leads.items() if name.casefold().startswith(typed)]
    if len(found) == 1:
        return found[0]
    if not leads:
        raise DeskError("This meeting has no co-chairs yet: write them on the Overview page.")
    named = " or ".join(leads.values())
    raise DeskError(f"“{short(text)}” does not say which co-chair leads: write {named}.")


def short(text: str) -> str:
    """Enough of a text to recognise it in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
