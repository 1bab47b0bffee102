"""Filling a frame: a sentence pattern with named fields, read from a wording file.

`{field}` takes a value, `{field:one|many}` a number with its noun, `{Field}` capitals, `[...]` goes when a field in it
is not known. The head of resources/wording/bali-process.toml tells officers the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

Fields = Mapping[str, str | int | None]

MEETING = (
    "body", "short", "parent", "ordinal", "kind", "noun", "title", "place", "city", "country", "venue", "dates",
    "on_dates", "main_actor", "plan", "chairs", "next_ordinal",
)  # fmt: skip
ATTENDANCE = (*MEETING, "participants", "members_and_organisations", "countries", "organisations")

# Which fields each frame of a style may name.
FRAMES: dict[str, tuple[str, ...]] = {
    "title": MEETING,
    "title_one_chair": MEETING,
    "subtitle": MEETING,
    "place_date": MEETING,
    "place_date_virtual": MEETING,
    "opening": MEETING,
    "opening_virtual": MEETING,
    "chair": ("institution", "country", "person"),
    "attendance": ATTENDANCE,
    "attendance_one_chair": ATTENDANCE,
    "presentation": ("subject", "verb", "text"),
    "reception": ("subject", "verb", "text"),
    "decision": ("subject", "verb", "text"),
    "priorities": ("subject", "verb", "text"),
    "decision_apart": ("sentence", "number", "count"),
    "joined": ("sentence", "verb", "text"),
    "recommended": (*MEETING, "to", "when"),
    "recommended_decision": (*MEETING, "to", "when"),
    "fulfils": (*MEETING, "lines"),
    "fulfils_again": (*MEETING, "lines"),
    "papers": ("symbols",),
    "heading": (*MEETING, "number", "item"),
    "heading_opening": MEETING,
    "heading_other": MEETING,
    "heading_closing": MEETING,
    "action": (*MEETING, "owner", "task", "due"),
    "next_meeting": (*MEETING, "next_place", "next_when"),
    "thanks": (*MEETING, "host"),
    "thanks_virtual": (*MEETING, "host"),
}

# Which fields a word of advice may name.
ADVICE = ("subject", "verb", "main_actor")
PAIR = ("verb",)

_FIELD = re.compile(r"\{(?P<name>\w+)(?::(?P<one>[^|{}]*)\|(?P<many>[^{}]*))?\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


def fill(patterns: Sequence[str], fields: Fields, number: Callable[[int], str] = str) -> str:
    """The first of the patterns whose fields are all known, filled; "" when none is."""
    for pattern in patterns:
        if pattern and all(_known(fields, name) for name in named(_OPTIONAL.sub("", pattern))):
            return _filled(_OPTIONAL.sub(lambda option: _optional(option[1], fields), pattern), fields, number)
    return ""


def named(pattern: str) -> list[str]:
    """The fields a pattern names, in lower case and in order."""
    return [field["name"].lower() for field in _FIELD.finditer(pattern)]


def unreadable(pattern: str) -> str | None:
    """The first brace or bracket of a pattern that belongs to no field and no option; None when all do."""
    rest = _OPTIONAL.sub(r"\1", _FIELD.sub("", pattern))
    return next((letter for letter in rest if letter in "{}[]"), None)


def begun(text: str) -> str:
    """The text with its first letter a capital, behind whatever stars or quotes it begins with."""
    for place, letter in enumerate(text):
        if letter.isalnum():
            return text[:place] + letter.upper() + text[place + 1 :]
    return text


def _known(fields: Fields, name: str) -> bool:
    return fields.get(name) not in (None, "", 0)


def _optional(part: str, fields: Fields) -> str:
    return part if all(_known(fields, name) for name in named(part)) else ""


def _filled(pattern: str, fields: Fields, number: Callable[[int], str]) -> str:
    def value(field: re.Match[str]) -> str:
        name = field["name"]
        given = fields[name.lower()]
        words = number(given) if isinstance(given, int) else str(given)
        if field["one"] is not None:
            return f"{words} {field['one'] if given == 1 else field['many']}"
        return _capitals(words) if name[0].isupper() else words

    return _FIELD.sub(value, pattern)


def _capitals(words: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in words.split(" "))
