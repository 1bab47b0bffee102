"""Whose statement it is, when it was and what it is called: from its first lines and the name of its file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bali_desk.domain.dates import found_in
from bali_desk.domain.words import sought, tokens
from bali_desk.exchange.agreed.passages import Passage

FIRST = 10  # passages that may tell it
HEAD = 4  # of them, the lines that may bear an acronym
LONGEST_TITLE = 160
_TITLES = re.compile(
    r"(?i)\b(statement|summary|communiqu[eé]|declaration|conclusions|report|record|minutes|outcomes?|resolution)\b"
)
_GROUPS = re.compile(
    r"((?:[A-Z][\w’'-]*\s+(?:(?:in|on|of|for|and|the|against|to)\s+)*)+"
    r"(?:Group|Committee|Council|Commission|Conference|Forum|Process|Assembly|Board|Taskforce|Task Force))"
    r"(?:\s*\(([A-Z][A-Za-z-]{1,11})\))?"
)
_ACRONYM = re.compile(r"(?<![A-Za-z])[A-Z]{3,10}(?![A-Za-z])")


@dataclass(frozen=True)
class KnownBody:
    """A body of the desk: what it is called in lists, and every name it goes by."""

    shown: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Recognised:
    """What was recognised; None where nothing tells."""

    body: str | None
    title: str | None
    date: str | None


def recognise(passages: Sequence[Passage], stem: str, bodies: Sequence[KnownBody] = ()) -> Recognised:
    """Body, title and date of a statement; `stem` is its file's name without the ending."""
    first = [passage.text for passage in passages[:FIRST]]
    name = stem.replace("_", " ")
    return Recognised(
        _body(first, name, bodies), _title(passages[:FIRST]) or " ".join(name.split()), _date(first, name)
    )


def _date(first: Sequence[str], name: str) -> str | None:
    """The fullest date; of the first lines before the rest, for the text may tell of other meetings too."""
    told = [date for text in (" \n ".join(first[:5]), name, *first[5:]) if (date := found_in(text))]
    return max(told, key=len, default=None)


def _title(first: Sequence[Passage]) -> str | None:
    short = [passage for passage in first if 0 < len(passage.text) <= LONGEST_TITLE]
    named = [passage for passage in short if passage.kind == "title"]
    heads = [passage for passage in short if passage.kind in ("heading", "subtitle") or not passage.text.endswith(".")]
    telling = [passage for passage in heads if _TITLES.search(passage.text)]
    return next((passage.text for some in (named, telling, heads[:1]) for passage in some), None)


def _body(first: Sequence[str], name: str, bodies: Sequence[KnownBody]) -> str | None:
    for text in (*first, name):
        words = [token.folded for token in tokens(text)]
        for body in bodies:
            if any(_says(words, one) for one in body.names):
                return body.shown
    for text in first:
        if match := _GROUPS.search(text):
            return match[2] or " ".join(match[1].split()).removeprefix("The ")
    heads = [text for text in first[:HEAD] if len(text) <= LONGEST_TITLE and not text.isupper() and text[-1:] != "."]
    found = [match[0] for text in (*heads, name) if (match := _ACRONYM.search(text))]
    return found[0] if found else None


def _says(words: Sequence[str], name: str) -> bool:
    asked = [token.folded for token in tokens(name)]
    return bool(asked and sought(name)) and any(
        list(words[place : place + len(asked)]) == asked for place in range(len(words) - len(asked) + 1)
    )
