"""Letters folded for finding and put in order for lists: one rule for every list of names.

The order is an alphabet of our own, not a library's: pyuca needs a third of a second to load its tables and some 50
microseconds for a name, and the few rules that names of a meeting need fit on this page.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WHOLE_LETTERS = {  # letters that no accent can be taken from
    "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n", "ə": "e",
} | dict.fromkeys("’‘ʼʻ`´", "'")  # fmt: skip
_STEERING = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"  # how letters join, and which way they run
_REPLACED = re.compile(f"[{''.join(_WHOLE_LETTERS)}{_STEERING}]")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_SIGNS = re.compile(r"[^\w\s]|_")
_LATIN_ENDS = 0x250  # letters from here on belong to other scripts, once the accents are off

Key = tuple[int, str, str, str]


def plain_letters(text: str) -> str:
    """Text without accents and case, for finding and sorting: "Đặng" is found by "dang"."""
    if text.isascii():
        return text.casefold()
    letters = _REPLACED.sub(lambda found: _WHOLE_LETTERS.get(found[0], ""), text.casefold())
    return _ACCENTS.sub("", unicodedata.normalize("NFD", letters))


@lru_cache(maxsize=30_000)  # a long list has the same given names and positions over and over
def alphabetical(text: str) -> Key:
    """What texts are sorted by, the same on every machine.

    Latin letters come first, in the order a to z of an English list, whatever their accents: "Ærø" stands under "ae",
    "Đặng" under "d". Spaces and hyphens part words and come before letters, so that "De Alwis" precedes "Dean";
    apostrophes and other signs do not count: "O'Dwyer" is "odwyer". Only where all that is equal, accents decide
    ("Ana" before "Ána"), then capitals. Names in other scripts follow, each script together; nothing at all comes last.
    """
    folded = plain_letters(text)
    letters = folded if folded.isalpha() else " ".join(_SIGNS.sub("", folded.replace("-", " ")).split())
    if not letters:
        return (2 if not text else 0), "", text, text
    script = 0 if ord(letters[0]) < _LATIN_ENDS else 1
    return script, letters, folded if text.isascii() else unicodedata.normalize("NFD", text.casefold()), text
