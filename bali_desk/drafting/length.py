"""How long a text is: words as a reader counts them in any script, and minutes to read it."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache

from bali_desk.drafting.markup import plain

SILENT, ALOUD = 230, 130  # words a minute, in English; a chair who reads to a room with interpreters is slower still
_LETTERS_A_WORD = 5  # vowel signs aside, where words have no blanks between them; about right for Thai and Khmer

_WORD = re.compile(
    r"(?P<each>[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"  # Chinese and Japanese: every character
    r"|(?P<run>[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+)"  # Thai, Lao, Burmese, Khmer
    r"|(?:(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])\w)"
    r"(?:[\w’'./–-]*\w)?"
)


@lru_cache(maxsize=10_000)  # the paragraphs of a text are counted again at every edit of one of them
def word_count(text: str) -> int:
    """How many words a reader counts: "2015–17", "Co-Chairs'" and "TIPWG/3/1" are one each.

    Chinese and Japanese characters count one each, as in Word; scripts without blanks between words are estimated.
    """
    bare = "".join(letter for letter in plain(text) if unicodedata.category(letter) not in ("Mn", "Mc", "Me", "Cf"))
    return sum(_words_in(found) for found in _WORD.finditer(bare))


def reading_minutes(words: int, a_minute: int = SILENT) -> int:
    """Whole minutes it takes to read so many words, rounded up; `ALOUD` to be read to a room."""
    return math.ceil(words / a_minute)


def _words_in(found: re.Match[str]) -> int:
    run = found["run"]
    return max(round(len(run) / _LETTERS_A_WORD), 1) if run else 1
