"""Stretches of a text that stay as they were written: titles in italics, quotations, registered names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

# A title in *italics* (a bold stretch is no title), and words in “ ”, " " or ‘ ’; ’ inside a word ends no quotation.
_QUOTED = re.compile(
    r"(?<![*\\])\*(?![*\s])(?:\\.|[^*\\])*(?<!\*)\*(?!\*)|“[^”]*”|\"[^\"]*\"|(?<!\w)‘(?:[^’]|’(?=\w))*’"
)


def quoted(text: str) -> list[tuple[int, int]]:
    """Where titles in italics and quotations stand, from and to."""
    return [match.span() for match in _QUOTED.finditer(text)]


def named(text: str, names: re.Pattern[str] | None) -> list[tuple[int, int]]:
    """Where registered names stand, the longest of those that begin together."""
    return [match.span() for match in names.finditer(text)] if names else []


def pattern_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds these names as whole words, however their apostrophes and blanks are set; None where there is none."""
    longest_first = sorted({name.strip() for name in names if name.strip()}, key=lambda name: (-len(name), name))
    if not longest_first:
        return None
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(spelling, longest_first))})(?![\w-])")


@lru_cache(maxsize=20_000)
def spelling(name: str) -> str:
    """A name as part of a regular expression."""
    words = (re.sub(r"['’]", "['’]", re.escape(word)) for word in name.split())
    return r"\s+".join(words)


def outside(
    text: str, found: re.Pattern[str], change: Callable[[re.Match[str]], str], masked: Sequence[tuple[int, int]]
) -> str:
    """The text with what is found changed wherever it does not touch a masked stretch."""

    def changed(match: re.Match[str]) -> str:
        touches = any(match.start() < end and start < match.end() for start, end in masked)
        return match.group() if touches else change(match)

    return found.sub(changed, text)
