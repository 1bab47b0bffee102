"""The text a person sees in a cell: numbers and dates under the number format of the cell.

Formats are those of ECMA-376 part 1, 18.8.30 and 18.8.31, as far as lists of persons use them. A whole number is always
shown with all its digits: telephone numbers are not "6.28E+11".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

Show = Callable[[Any], str]
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_DIGITS = re.compile(r"[0#?][0#?,. ()+/-]*")
_DATE = re.compile(r"(AM/PM|A/P|y+|m+|d+|h+|s+(?:\.0+)?)", re.IGNORECASE)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LOCAL = {14: "yyyy-mm-dd", 22: "yyyy-mm-dd hh:mm"}  # formats that follow the system: shown so that all read them alike


class Seen:
    """Shows the cells of one workbook; each format is understood once."""

    def __init__(self, book: Any) -> None:
        self._styles = book._cell_styles
        self._formats = book._number_formats
        self._shows: dict[int, Show] = {}

    def text(self, cell: dict[str, Any]) -> str:
        """The text of a cell as openpyxl's reader gives it."""
        value = cell["value"]
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        style = cell["style_id"]
        if style not in self._shows:
            self._shows[style] = self._show(style)
        return self._shows[style](value)

    def _show(self, style: int) -> Show:
        number = self._styles[style].numFmtId if style < len(self._styles) else 0
        return shower(_LOCAL.get(number) or self._code(number))

    def _code(self, number: int) -> str:
        from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

        if number < BUILTIN_FORMATS_MAX_SIZE:
            return BUILTIN_FORMATS.get(number, "General")
        place = number - BUILTIN_FORMATS_MAX_SIZE
        return str(self._formats[place]) if place < len(self._formats) else "General"


def shower(code: str) -> Show:
    """What shows values under a format such as `dd/mm/yyyy` or `0000000000`."""
    first = code.split(";")[0]
    bare = _QUOTED.sub("", first)

    def show(value: Any) -> str:
        if isinstance(value, (dt.datetime, dt.date, dt.time)):
            return _moment(value, first)
        if isinstance(value, dt.timedelta):
            return _span(value)
        if isinstance(value, (int, float)):
            return _number(value, first, bare)
        return str(value)

    return show


def _number(value: float, code: str, bare: str) -> str:
    if code == "General" or ("0" not in bare and "#" not in bare):
        return plain_number(value)
    if "%" in bare:
        return _fixed(value * 100, bare) + "%"
    if "E" in bare.upper() or "?/" in bare:
        return plain_number(value)
    if float(value).is_integer() and not re.search(r"[0#]\.[0#]", bare) and value >= 0:
        return _patterned(int(value), code)
    return _fixed(value, bare)


def plain_number(value: float) -> str:
    """A number without a format: all digits of a whole one, none that are not there."""
    if isinstance(value, int):
        return str(value)
    if value != value or value in (float("inf"), float("-inf")):
        return str(value)
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"


def _fixed(value: float, bare: str) -> str:
    decimals = len(found[1]) if (found := re.search(r"\.([0#]+)", bare)) else 0
    return f"{value:,.{decimals}f}" if re.search(r"[#0],[#0]", bare) else f"{value:.{decimals}f}"


def _patterned(value: int, code: str) -> str:
    """A whole number in a pattern of digits and other letters, filled from the right: `000-0000`, `"+62 "0`."""
    letters = _letters(code)
    places = [at for at, (letter, literal) in enumerate(letters) if not literal and letter in "0#?"]
    grouped = bool(re.search(r"[#0],[#0]", _QUOTED.sub("", code)))
    digits = f"{value:,}" if grouped else str(value)
    out = [letter if literal or letter not in "0#?," else "" for letter, literal in letters]
    if grouped:
        out[places[0]] = digits
        return "".join(out)
    for at in reversed(places[1:]):
        taken, digits = (digits[-1], digits[:-1]) if digits else ("0" if letters[at][0] == "0" else "", "")
        out[at] = taken
    out[places[0]] = digits or ("0" if letters[places[0]][0] == "0" else "")
    return "".join(out)


def _letters(code: str) -> list[tuple[str, bool]]:
    """The letters of a format, each with whether it stands for itself."""
    letters: list[tuple[str, bool]] = []
    end = 0
    for found in _QUOTED.finditer(code):
        letters += [(letter, False) for letter in code[end : found.start()]]
        letters += [(letter, True) for letter in (found[1] or found[2] or "")]
        end = found.end()
    return letters + [(letter, False) for letter in code[end:]]


def _moment(value: dt.datetime | dt.date | dt.time, code: str) -> str:
    if isinstance(value, dt.datetime) and code == "General":
        code = "yyyy-mm-dd" if value.time() == dt.time() else "yyyy-mm-dd hh:mm"
    if code in ("General", "@"):
        return value.isoformat(sep=" ") if isinstance(value, dt.datetime) else value.isoformat()
    clean = re.sub(r"\[\$[^\]]*\]|\[[^\]hms]*\]", "", code)
    out: list[str] = []
    end, after_hour = 0, False
    half = bool(re.search("AM/PM|A/P", clean, re.IGNORECASE))
    for found in re.finditer(r'"[^"]*"|\\.|_.|\*.|' + _DATE.pattern, clean, re.IGNORECASE):
        out.append(clean[end : found.start()])
        end = found.end()
        token = found[0]
        if token[0] in '"\\_*':
            out.append(token[1:-1] if token[0] == '"' else token[1:] if token[0] == "\\" else "")
            continue
        minutes = token[0] in "mM" and (after_hour or bool(re.match(r"[^a-z]*s", clean[end:], re.IGNORECASE)))
        out.append(_part(value, token.lower(), minutes=minutes, half=half))
        after_hour = token[0] in "hH" or (after_hour and token[0] not in "mMsSyYdD")
    return "".join([*out, clean[end:]]).strip()


def _part(value: dt.datetime | dt.date | dt.time, token: str, *, minutes: bool, half: bool) -> str:
    hour = getattr(value, "hour", 0)
    if token in ("am/pm", "a/p"):
        return "AM" if hour < 12 else "PM"
    if token[0] == "h":
        return f"{(hour % 12 or 12) if half else hour:0{len(token)}d}"
    if minutes:
        return f"{getattr(value, 'minute', 0):0{len(token)}d}"
    if token[0] == "s":
        return f"{getattr(value, 'second', 0):0{len(token.split('.')[0])}d}"
    if isinstance(value, dt.time):
        return ""
    if token[0] == "y":
        return f"{value.year:04d}" if len(token) > 2 else f"{value.year % 100:02d}"
    if token[0] == "m":
        month = _MONTHS[value.month - 1]
        return {1: f"{value.month}", 2: f"{value.month:02d}", 3: month[:3], 5: month[0]}.get(len(token), month)
    day = _DAYS[value.weekday()]
    return {1: f"{value.day}", 2: f"{value.day:02d}", 3: day[:3]}.get(len(token), day)


def _span(value: dt.timedelta) -> str:
    minutes, seconds = divmod(int(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}"
