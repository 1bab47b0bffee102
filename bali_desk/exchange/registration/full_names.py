"""Taking a name in one cell apart, by the lists of `resources/registration/names.toml`, and only where it is sure."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from bali_desk.exchange.registration.heads import REGISTRATION
from bali_desk.exchange.registration.words import folded

_BEHIND = re.compile(r"^(.*\S)\s*[(（,，]\s*([^(),（），]+?)\s*[)）]?$")
_MOST_GIVEN = 4  # words after the comma of "FAMILY, Given"; more is a post or an office


@dataclass(frozen=True)
class Name:
    """A name in its parts; `display` holds it whole where it has no sure parts."""

    honorific: str = ""
    given: str = ""
    family: str = ""
    display: str = ""
    native: str = ""


class Names:
    """The lists; `all_names` reads them once."""

    def __init__(self) -> None:
        content = tomllib.loads((REGISTRATION / "names.toml").read_text(encoding="utf-8"))
        self._honorifics = {folded(one) for words in content["honorifics"].values() for one in words}
        self._careful = {folded(one) for one in content["careful"]["words"]}
        self._behind = {folded(one) for one in content["behind"]["words"]}
        particles = content["particles"]
        self._family = {tuple(one.split()) for one in particles["family"]}
        self._after_one = {tuple(one.split()) for one in particles["family_after_one_word"]}
        self._whole = {folded(one) for one in particles["whole"]}
        self._longest = max(len(one.split()) for one in self._honorifics)

    def is_honorific(self, text: str) -> bool:
        """Whether the text is nothing but forms of address."""
        words = text.split()
        return bool(words) and self._addressed(words, alone=True) == len(words)

    def without_honorific(self, text: str) -> tuple[str, str]:
        """The forms of address before a name, and the name."""
        words = text.split()
        count = self._addressed(words)
        return " ".join(words[:count]), " ".join(words[count:])

    def split(self, text: str) -> Name:
        """The parts of a whole name."""
        latin, native = apart(text)
        if not latin:
            honorific, bare = self.without_honorific(native)
            return Name(honorific=honorific, native=bare)
        name = self._split_latin(latin)
        return replace(name, native=native)

    def _split_latin(self, text: str) -> Name:
        honorific, bare = self.without_honorific(text)
        behind = _BEHIND.match(bare)
        if not honorific and behind and self.is_honorific(behind[2]):
            honorific, bare = behind[2], behind[1]
        if bare.count(",") == 1 and (parts := self._comma(bare)):
            return Name(honorific, *parts)
        words = bare.split()
        if len(words) == 1:
            return Name(honorific, family=bare)
        parts = None if self._is_whole(words) else self._capitals(words) or self._particles(words)
        return Name(honorific, *parts) if parts else Name(honorific, display=bare)

    def _addressed(self, words: Sequence[str], *, alone: bool = False) -> int:
        """How many words at the beginning are forms of address; one word of a name is always left."""
        count = 0
        while True:
            left = words[count:]
            for length in range(min(self._longest, len(left) if alone else len(left) - 1), 0, -1):
                said = folded(" ".join(left[:length]))
                if said in self._honorifics and (alone or self._is_sure(said, len(left) - length, count)):
                    count += length
                    break
            else:
                return count

    def _is_sure(self, said: str, left: int, before: int) -> bool:
        return said not in self._careful or (left > 1 and not before)

    def _comma(self, text: str) -> tuple[str, str] | None:
        family, given = (part.strip() for part in text.split(","))
        if not family or not given or folded(given) in self._behind or len(given.split()) > _MOST_GIVEN:
            return None
        return given, family

    def _is_whole(self, words: Sequence[str]) -> bool:
        return any(folded(word) in self._whole and (word.islower() or "/" in word) for word in words[1:])

    def _capitals(self, words: Sequence[str]) -> tuple[str, str] | None:
        """The family name in capitals before or after the given name: "FAMILY Given", "Given van der FAMILY"."""
        loud = [_is_loud(word) for word in words]
        count = sum(loud)
        if not 0 < count < len(words) or any(folded(word) in self._behind for word in words):
            return None
        if all(loud[:count]):
            return " ".join(words[count:]), " ".join(words[:count])
        if not all(loud[-count:]):
            return None
        start = len(words) - count
        for length in range(start - 1, 0, -1):
            if tuple(words[start - length : start]) in self._family | self._after_one:
                start -= length
                break
        return " ".join(words[:start]), " ".join(words[start:])

    def _particles(self, words: Sequence[str]) -> tuple[str, str] | None:
        for start in range(1, len(words) - 1):
            known = self._family | self._after_one if start == 1 else self._family
            if any(tuple(words[start : start + length]) in known for length in range(1, len(words) - start)):
                return " ".join(words[:start]), " ".join(words[start:])
        return None


@cache
def all_names() -> Names:
    """The lists as they are shipped."""
    return Names()


def apart(text: str) -> tuple[str, str]:
    """The part of a text in Latin letters and the part in another script, where the two stand side by side."""
    if text.isascii():
        return text, ""
    kinds = [_is_latin(letter) if letter.isalpha() else None for letter in text]
    if True not in kinds:
        return ("", text) if False in kinds else (text, "")
    if False not in kinds:
        return text, ""
    first = kinds.index(not kinds[next(at for at, kind in enumerate(kinds) if kind is not None)])
    if (not kinds[first]) in kinds[first:]:
        return text, ""  # they take turns: one name, written in two scripts
    one, other = _trimmed(text[:first]), _trimmed(text[first:])
    return (one, other) if kinds[first] is False else (other, one)


def _trimmed(text: str) -> str:
    trimmed = text.strip().rstrip("/|,;-–([（【 ").lstrip("/|,;-–)]）】 ").strip()
    for opening, closing in ("()", "[]", "（）", "【】"):
        if closing in trimmed and opening not in trimmed:
            trimmed = trimmed.replace(closing, "").strip()
    return trimmed


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or unicodedata.name(letter, "").startswith(("LATIN", "MODIFIER", "FULLWIDTH LATIN"))


def _is_loud(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)
