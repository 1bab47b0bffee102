"""Passages of an earlier statement, and the signs by which a line without styles tells what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 20_000  # letters of one passage; a longer one is no paragraph but a broken file
_BULLET = re.compile(r"^\s*(?:[•▪▫■□‣⁃●○◦·∙➢➤✓\uf0b7\uf0a7]|[-–—*]\s)\s*")
_NUMBER = re.compile(r"^\s*\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}[.)]|\d{1,3}(?:\.\d{1,2}){1,3}|[a-z][.)]|[ivx]{1,5}[.)])\s+")
_ENDS = re.compile(r"[.!?:;,]['\"”’)\]]*$")
HEADING_LETTERS = 90


@dataclass(frozen=True)
class Passage:
    """A paragraph, heading or list item: its kind as of a block, and its words."""

    kind: str
    text: str


def passage_of(text: str, may_head: bool = False) -> Passage:
    """A paragraph that has no style: bullets and numbers are signs, not words; `may_head` where it stands alone."""
    words = " ".join(text.split())
    if match := _BULLET.match(words):
        return Passage("bullet", words[match.end() :])
    if match := _NUMBER.match(words):
        rest = words[match.end() :]
        return Passage("heading" if may_head and is_heading(rest) else "numbered", rest)
    return Passage("heading" if may_head and is_heading(words) else "paragraph", words)


def begins_item(line: str) -> bool:
    """Whether a line begins a list item."""
    return bool(_BULLET.match(line) or _NUMBER.match(line))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence or a part of one does."""
    return bool(_ENDS.search(line.rstrip()))


def is_heading(words: str) -> bool:
    """Whether a paragraph is short and no sentence."""
    return 0 < len(words) <= HEADING_LETTERS and not ends_sentence(words)


def joined(first: str, second: str, known: set[str]) -> str:
    """Two lines of a paragraph: a word divided at the line's end becomes one, a compound keeps its hyphen.

    `known` are the words of the whole text, small: they tell which of the two it is.
    """
    divided = re.search(r"(\w+)[-\u00ad\u2010]$", first)
    follows = re.match(r"\w+", second)
    if not divided or not follows:
        return f"{first} {second}"
    left, right = divided[1], follows[0]
    whole, compound = f"{left}{right}".lower(), f"{left}-{right}".lower()
    keeps = compound in known or (right[0].isupper() and whole not in known)
    return f"{first[:-1]}{'-' if keeps else ''}{second}"


def words_of(text: str) -> set[str]:
    """The words of a text, small, compounds among them."""
    return set(re.findall(r"\w+(?:-\w+)*", text.lower()))
