"""Words compared as a person compares them: case, accents, punctuation and width aside."""

from __future__ import annotations

import re
import unicodedata

from bali_desk.domain.names import plain_letters

_JOINED = re.compile(r"['’‘`´ʼʹ\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_APART = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Text as words in small plain letters with one space between them: "Côte d’Ivoire " is "cote divoire"."""
    if text.isascii():
        plain = text.lower().replace("'", "").replace("`", "")
    else:
        plain = plain_letters(_JOINED.sub("", unicodedata.normalize("NFKC", text)))
        plain = unicodedata.normalize("NFC", plain)
        return " ".join(_words(plain))
    return " ".join(_APART.sub(" ", plain).split())


def _words(plain: str) -> list[str]:
    """Split at everything that is neither letter, digit nor mark: many scripts write their vowels as marks."""
    kept = "".join(letter if letter.isalnum() or unicodedata.category(letter)[0] == "M" else " " for letter in plain)
    return kept.split()
