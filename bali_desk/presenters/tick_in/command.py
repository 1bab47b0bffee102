"""Reads the one line an officer types while she ticks in: row numbers or letters of a name, and a state.

"7", "7 9-11", "4, 9, 17-20 absent", "rest absent", "wal", "wal excused", "12 replaced by Tan Wei". What cannot be read
gets one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bali_desk.domain.errors import DeskError
from bali_desk.domain.names import plain_letters
from bali_desk.presenters.typed import short

STATE_WORDS = {
    "present": "present",
    "here": "present",
    "excused": "excused",
    "absent": "absent",
    "expected": "expected",
    "not yet": "expected",
}
EVERYONE = ("all", "everyone", "everybody")
THE_REST = ("rest", "the rest", "others", "the others")
LEAST_OF_A_STATE = 2  # letters of a state that are enough after numbers: "4 ab"

_STATE = re.compile(rf"^(?P<who>.*?)(?:^|[\s,;]+)(?P<state>{'|'.join(STATE_WORDS)})$")
_CUT_STATE = re.compile(r"^(?P<who>.*?[\d\s,;])(?P<state>[a-z]+)$")
_REPLACED = re.compile(r"^(?P<who>.*?)(?:^|\s+)replaced(?:\s+by\b)?\s*(?P<by>.*)$")
_NUMBERS = re.compile(r"(?P<from>\d+)(?:\s*(?:-|–|—|\.\.+|to)\s*(?P<to>\d+))?(?P<between>[\s,;&.]*(?:and\s*)?)")


@dataclass(frozen=True)
class Listed:
    """A row of the sheet, as the line may speak of it; `name` and `delegation` without accents and case."""

    number: int
    name: str
    delegation: str
    state: str


@dataclass(frozen=True)
class Asked:
    """What a line asks for; nothing where it is empty or there is trouble."""

    rows: tuple[int, ...] = ()  # numbers of rows, upwards
    state: str = ""  # what the line says of them; empty: nothing, so that the key decides
    best: int | None = None  # by letters: the row to mark among those found
    substitute: int | None = None  # the row of who replaces
    nobody: str = ""  # the letters that nobody's name has
    trouble: str = ""  # why it cannot be read, and what to write


def asked(text: str, sheet: Sequence[Listed]) -> Asked:
    """What the line asks for on this sheet."""
    line = " ".join(plain_letters(text).split())
    if not line:
        return Asked()
    try:
        return _replacement(line, sheet) or _listed(line, sheet) or _found(line, sheet)
    except DeskError as error:
        return Asked(trouble=str(error))


def _replacement(line: str, sheet: Sequence[Listed]) -> Asked | None:
    match = _REPLACED.match(line)
    if match is None or not match["who"]:
        return None
    who = _one(match["who"], sheet)
    if not match["by"]:
        raise DeskError(f"Write who replaces row {who}, like “{who} replaced by Tan Wei”.")
    by = _one(match["by"], sheet)
    if by == who:
        raise DeskError("A person cannot replace herself: write another name or row number.")
    return Asked((who,), "replaced", substitute=by)


def _one(text: str, sheet: Sequence[Listed]) -> int:
    """The one row a number or a name stands for."""
    found = _numbered(text, sheet) if text[0].isdecimal() else _named(text, sheet)
    whole = [row.number for row in sheet if row.number in found and set(text.split()) >= set(_words(row.name))]
    if len(found) == 1 or len(whole) == 1:
        return (whole or found)[0]
    if not found:
        raise DeskError(f"Nobody on the sheet is called “{short(text)}”.")
    raise DeskError(f"“{short(text)}” fits {len(found)} persons: write more letters, or one row number.")


def _listed(line: str, sheet: Sequence[Listed]) -> Asked | None:
    """Numbers, all, or the rest, with the state that follows; None where the line is letters of a name."""
    who, state = _parted(line)
    if who in EVERYONE or who in THE_REST:
        if not state:
            return None if _named(line, sheet) else _unsaid(line)
        rows = tuple(row.number for row in sheet if who in EVERYONE or row.state == "expected")
        return Asked(rows, state) if rows else Asked(trouble="Everyone on the sheet is ticked already.")
    return Asked(_numbered(who, sheet), state) if who[:1].isdecimal() else None


def _unsaid(line: str) -> Asked:
    return Asked(trouble=f"Say what they are, like “{line} absent”.")


def _parted(line: str) -> tuple[str, str]:
    """Who is meant, and the state said of them; after numbers, the first letters of a state are enough."""
    if match := _STATE.match(line):
        return match["who"].rstrip(" ,;"), STATE_WORDS[match["state"]]
    if line[0].isdecimal() and (match := _CUT_STATE.match(line)):
        states = {state for word, state in STATE_WORDS.items() if word.startswith(match["state"])}
        if len(match["state"]) >= LEAST_OF_A_STATE and len(states) == 1:
            return match["who"].rstrip(" ,;"), states.pop()
    return line, ""


def _numbered(text: str, sheet: Sequence[Listed]) -> tuple[int, ...]:
    """The rows that numbers and ranges name."""
    rows: set[int] = set()
    place = 0
    while place < len(text):
        match = _NUMBERS.match(text, place)
        if match is None or (match.end() < len(text) and not match["between"]):
            raise DeskError(
                f"“{short(text[place:])}” cannot be read: write numbers and what they are, like “4, 9, 17-20 absent”."
            )
        first, last = sorted((_row(match["from"], sheet), _row(match["to"] or match["from"], sheet)))
        rows.update(range(first, last + 1))
        place = match.end()
    return tuple(sorted(rows))


def _row(digits: str, sheet: Sequence[Listed]) -> int:
    if not sheet:
        raise DeskError("There is nobody on the sheet yet.")
    if len(digits) > 6 or not 1 <= int(digits) <= len(sheet):
        raise DeskError(f"There is no row {short(digits)}: the sheet goes from 1 to {len(sheet)}.")
    return int(digits)


def _found(line: str, sheet: Sequence[Listed]) -> Asked:
    """The rows whose names have these letters, else whose delegations have; a state may follow."""
    for who, state in ((line, ""), _parted(line)):
        rows = _named(who, sheet) if who else ()
        if rows:
            return Asked(rows, state, best=_best(who, rows, sheet))
    if line in STATE_WORDS:
        return Asked(trouble=f"Say who is {STATE_WORDS[line]}, like “4, 9 {STATE_WORDS[line]}”.")
    nobody = _parted(line)[0]
    return Asked(trouble=f"Nobody on the sheet is called “{short(nobody)}”.", nobody=nobody)


def _named(text: str, sheet: Sequence[Listed]) -> tuple[int, ...]:
    wanted = text.split()
    names = tuple(row.number for row in sheet if all(word in row.name for word in wanted))
    return names or tuple(row.number for row in sheet if all(word in row.delegation for word in wanted))


def _best(text: str, rows: Sequence[int], sheet: Sequence[Listed]) -> int:
    """The first in whom a word begins with what was typed; else the first."""
    wanted = text.split()
    for number in rows:
        words = _words(sheet[number - 1].name)
        if all(any(word.startswith(one) for word in words) for one in wanted):
            return number
    return rows[0]


def _words(name: str) -> list[str]:
    return re.findall(r"[^\s,()]+", name)
