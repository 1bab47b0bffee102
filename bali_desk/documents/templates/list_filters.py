"""Filters for lists: of texts, and of groups of fields such as persons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2.runtime import Undefined

from bali_desk.documents.templates.limits import LONGEST_TEXT, TooMuch, Unfit

_NAME = "full_name"


def _join(value: Any, between: str = ", ") -> str:
    parts = _texts(value, "join")
    if sum(map(len, parts)) + len(str(between)) * len(parts) > LONGEST_TEXT:
        raise TooMuch("this text grows too long")
    return str(between).join(parts)


def _listed(value: Any, word: str = "and") -> str:
    """As a sentence lists: "A", "A and B", "A, B and C"."""
    parts = _texts(value, "listed")
    return f" {word} ".join(filter(None, (_join(parts[:-1]), parts[-1]))) if parts else ""


def _pick(value: Any, field: str) -> list[Any]:
    """One field of each entry; entries without it are left out."""
    entries = _entries(value, "pick")
    if entries and all(isinstance(one, dict) and field not in one for one in entries):
        raise Unfit(f"nothing in this list has a field “{field}”")
    return [one[field] for one in entries if isinstance(one, dict) and one.get(field) not in (None, "")]


def _names(value: Any) -> list[Any]:
    """The names of a list of persons, with their honorifics."""
    return _pick(value, _NAME)


def _sort(value: Any, field: str = "") -> list[Any]:
    """In the order of the alphabet, or of a field."""

    def key(one: Any) -> tuple[int, Any, str]:
        found = one.get(field) if field and isinstance(one, dict) else one
        is_number = isinstance(found, (int, float))
        return (0, found, "") if is_number else (1, 0, str("" if found is None else found).casefold())

    return sorted(_entries(value, "sort"), key=key)


def _unique(value: Any) -> list[Any]:
    found: list[Any] = []
    for one in _entries(value, "unique"):
        if one not in found:
            found.append(one)
    return found


def _length(value: Any) -> int:
    if value is None:
        return 0
    if isinstance(value, Undefined):
        str(value)  # says which field is missing
    if not isinstance(value, (str, list, tuple, dict)):
        raise Unfit("only a list or a text has a length")
    return len(value)


def _one(value: Any, place: int) -> Any:
    entries = value if isinstance(value, str) else _entries(value, "first" if place == 0 else "last")
    return entries[place] if entries else ""


def _entries(value: Any, name: str) -> list[Any]:
    if isinstance(value, Undefined):
        str(value)  # says which field is missing
    if value is None:
        return []
    if not isinstance(value, (list, tuple)):
        raise Unfit(f"|{name} works on a list, and this is none")
    return list(value)


def _texts(value: Any, name: str) -> list[str]:
    entries = [one for one in _entries(value, name) if one not in (None, "")]
    if any(isinstance(one, (dict, list, tuple)) for one in entries):
        raise Unfit(f"this list is of groups of fields: pick one first, as in people|names|{name}")
    return [str(one) for one in entries]


LIST_FILTERS: dict[str, Callable[..., Any]] = {
    "join": _join,
    "listed": _listed,
    "pick": _pick,
    "names": _names,
    "sort": _sort,
    "unique": _unique,
    "reverse": lambda value: _entries(value, "reverse")[::-1],
    "length": _length,
    "count": _length,
    "first": lambda value: _one(value, 0),
    "last": lambda value: _one(value, -1),
}
