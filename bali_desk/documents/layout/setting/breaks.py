"""Where a line may break: after spaces and hyphens, between Chinese characters, never before a closing sign; in Thai,
Lao, Khmer and Burmese between words, which their writing does not part, and in Tibetan between syllables."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_IDEOGRAPH = (
    "\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3100-\u318f\u31a0-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9d"
    "\U00020000-\U0003ffff"
)
_UNPARTED = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9fe\uaa60-\uaa7f"  # Thai, Lao, Tibetan, Burmese, Khmer
_CLOSING = (
    "、。，．・：；？！ー々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ）］｝〕〉》」』】〙〗〟’”»‼⁇⁈⁉,.:;?!)\\]}%"
)
_OPENING = "（［｛〔〈《「『【〘〖〝‘“«(\\[{$"
_SPECIAL = re.compile("[\\-\u2010\u2013\u2014/\u200b]")
# Where ideographs and the scripts that part no words have their place; told by what is not, which compiles faster.
_FAR = re.compile("[^\\0-\u0dff\u2000-\u2e7f]")
_UNPARTED_STRETCH = re.compile(f"[{_UNPARTED}]+")
_OPPORTUNITIES = (
    "(?<=\u200b)(?!\u200b)",
    "(?<=[^\\W_][\\-\u2010])(?=[^\\W_])",  # a hyphen between letters or figures; not in -5
    "(?<=[^\\W\\d_]/)(?=[^\\W\\d_])",  # and/or; never inside TIPWG/3/5/Add.1
    "(?<=[\\w)”’][\u2013\u2014])(?=[\\w(“‘])",
)
_BETWEEN_SIGNS = f"(?<=[{_CLOSING}])(?=[{_OPENING}])(?<![{_OPENING}])(?![{_CLOSING}])"
_OPPORTUNITY = re.compile("|".join((*_OPPORTUNITIES, _BETWEEN_SIGNS)))
_LONGEST = 400  # characters set as one word: longer than any line, and short enough to be cut again and again
_STRETCH = re.compile(r" +|[^ ]+")


@lru_cache(maxsize=1)
def _far_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What makes a word special, and where it may break, in scripts far from ours: long sets, slow to compile."""
    among = (
        f"(?<=[{_IDEOGRAPH}{_CLOSING}])(?=[{_IDEOGRAPH}{_OPENING}])(?<![{_OPENING}])(?![{_CLOSING}])",
        f"(?<=[^\\W{_IDEOGRAPH}])(?=[{_IDEOGRAPH}])(?![{_CLOSING}])",
        f"(?<=[{_IDEOGRAPH}])(?=[^\\W{_IDEOGRAPH}])",
    )
    special = re.compile(f"{_SPECIAL.pattern}|[{_IDEOGRAPH}{_UNPARTED}]")
    return special, re.compile("|".join((*_OPPORTUNITIES, *among)))


@lru_cache(maxsize=20000)
def _parts(word: str) -> tuple[int, ...]:
    """Return the places inside a word where a line may break."""
    special, opportunity = _far_patterns() if _FAR.search(word) else (_SPECIAL, _OPPORTUNITY)
    if not special.search(word):
        return ()
    places = {match.start() for match in opportunity.finditer(word)}
    for stretch in _UNPARTED_STRETCH.finditer(word):
        places.update(stretch.start() + place for place in _between_words(stretch.group()))
    return tuple(sorted(place for place in places if 0 < place < len(word)))


def _between_words(text: str) -> list[int]:
    """Return where the words of a script that does not part them begin, all but the first; by ICU's dictionaries."""
    from icu4py.breakers import LineBreaker

    return [start for start, _ in LineBreaker(text, "en").segments() if start]


def unbreakable(text: str) -> list[tuple[int, int]]:
    """Return the stretches no line break may divide, as start and end; spaces are stretches of their own."""
    found: list[tuple[int, int]] = []
    for match in _STRETCH.finditer(text):
        start, end = match.span()
        for place in _parts(match.group()) if text[start] != " " else ():
            found.append((start, match.start() + place))
            start = match.start() + place
        while end - start > _LONGEST:
            place = next((at for at in range(start + _LONGEST, end) if may_cut(text, at)), end)
            found.append((start, place))
            start = place
        if start < end:
            found.append((start, end))
    return found


# Vowels that Thai and Lao write before their consonant, and signs that never begin a line.
_LEADING_VOWELS = frozenset("เแโใไເແໂໃໄ")
_NEVER_FIRST = frozenset("ะาำฯๆๅະາຳຽໆฺ")


def may_cut(text: str, place: int) -> bool:
    """Say whether a word too long for its line may be cut before this character."""
    if not 0 < place < len(text):
        return False
    if unicodedata.category(text[place])[0] == "M" or text[place] in "\u200c\u200d":
        return False
    return text[place] not in _NEVER_FIRST and text[place - 1] not in _LEADING_VOWELS


def has_no_spaces(text: str) -> bool:
    """Say whether a text begins in a script whose words run into one another."""
    return _UNPARTED_STRETCH.match(text) is not None
