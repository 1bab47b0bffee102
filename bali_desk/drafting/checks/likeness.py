"""How much two stretches of text say the same, by the words that carry meaning."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "as",
        "that",
        "this",
        "these",
        "those",
        "it",
        "its",
        "their",
        "they",
        "them",
        "which",
        "who",
        "whom",
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "has",
        "have",
        "had",
        "will",
        "would",
        "shall",
        "may",
        "can",
        "all",
        "any",
        "each",
        "other",
        "into",
        "than",
        "so",
        "also",
        "not",
        "no",
        "more",
        "most",
        "such",
        "through",
        "between",
        "among",
        "about",
        "over",
        "under",
        "after",
        "before",
        "during",
        "including",
        "include",
        "members",
        "member",
        "meeting",
        "co-chairs",
        "co-chair",
    ]
)


@lru_cache(maxsize=5_000)
def content(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem(word) for word in _WORD.findall(text) if word.casefold() not in EMPTY)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending and hyphens, so that "recommending" is "recommended"."""
    low = re.sub(r"[’']s?$|-", "", word.casefold())
    for ending in ("ations", "ation", "ings", "ing", "ments", "ment", "ies", "ied", "ed", "es", "s", "ly", "y"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)].rstrip("e")
    return low.rstrip("e") if len(low) > 4 else low


def share(wanted: frozenset[str], said: frozenset[str]) -> float:
    """How much of what is wanted is said, from 0 to 1."""
    return len(wanted & said) / len(wanted) if wanted else 0.0
