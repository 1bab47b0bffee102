"""A family name in capitals, as lists of participants print it, so that the reader sees which part the family name is.

Capitals are a way of printing, never of keeping: what was given stays as it is on the desk. Four rules go beyond
turning small letters into large ones:

- **Particles written small stay small**: "van der Meulen" prints "van der MEULEN", "bin Abdul Razak" "bin ABDUL
  RAZAK", "Ortega y Gasset" "ORTEGA y GASSET". Whoever writes the particle with a capital has made it a part of the
  name: "De la Cruz" prints "DE LA CRUZ", "Van Damme" "VAN DAMME". So it is in the usage of the Netherlands and Belgium,
  of France ("de GAULLE" but "LA FONTAINE"), of the Philippines and of Malaysia, where "bin" is a word between two names
  and part of neither; and the officer decides with one letter.
- **"Mc" keeps its small c** ("McALLISTER"), "Mac" only before a capital ("MacDONALD", "MACHADO"): else the name could
  not be read back.
- **"ß" becomes "ẞ"**, as German rules allow: "SS" would make two names, Weiß and Weiss, the same.
- **Turkish and Azerbaijani** have two letters i: "Işık" of Türkiye prints "IŞIK", "Nadir" "NADİR". Elsewhere "i"
  becomes "I"; the country says it, for a name alone cannot.

Greek capitals lose their accent; Georgian letters stay as they are, for its capitals are for headlines, not for names.
"""

from __future__ import annotations

import re
import unicodedata

from bali_desk.domain.letters import plain_letters

PARTICLES = frozenset(
    {
        "van", "von", "vom", "zu", "zum", "zur", "und", "der", "den", "dem", "des", "de", "ter", "ten", "te", "het",
        "'t", "’t", "op", "la", "las", "le", "les", "lo", "los", "du", "del", "della", "delle", "dello", "dei", "degli",
        "di", "da", "das", "do", "dos", "y", "e", "i", "af", "av", "al", "el", "as", "ad", "bin", "binti", "binte",
        "bte", "bt", "b", "bint", "ibn", "ben", "bar", "abu", "ap", "ab", "s/o", "d/o", "a/l", "a/p", "anak", "ak",
    }
)  # fmt: skip
TURKIC = ("turkiye", "turkey", "azerbaijan")  # countries whose capital of "i" is "İ", without accents and case
_ELIDED = re.compile(r"((?:d|l|dell|dall)['’]|(?:al|el|as|ad|ash|at)-)(?=\w)")  # joined: d'Arcy, al-Karimi
_RULED = re.compile(r"[\s'’\-ßͰ-Ͽა-ჿἀ-῾]|^Mc|^Mac")  # what one of the rules above may concern
_MC = re.compile(r"(Mc|Mac(?=[^\W\d_a-z]))(?=[^\W\d_])")
_WORDS = re.compile(r"(\s+)")
_TURKISH = str.maketrans({"i": "İ", "ı": "I"})
_APART = str.maketrans({"ß": "ẞ"})
_DIAERESIS = "\u0308"


def capitals(family: str, turkic: bool = False) -> str:
    """The family name in capitals; `turkic` where its country tells "i" from "ı"."""
    if not turkic and _RULED.search(family) is None:
        return family.upper()
    words = _WORDS.split(family)
    small = _small(words)
    return "".join(word if small[place] else _capital(word, turkic) for place, word in enumerate(words))


def parted(family: str) -> tuple[str, str]:
    """The particles a family name begins with, and the rest: by this it is sorted. ("van der", "Meulen")."""
    if family[:1].isupper():
        return "", family
    words = _WORDS.split(family)
    small = _small(words)
    first = next(place for place, word in enumerate(words) if not small[place] and not word.isspace())
    rest = "".join(words[first:])
    elided = _ELIDED.match(rest)
    held = elided[0] if elided and not rest[elided.end()].islower() else ""
    return " ".join("".join([*words[:first], held]).split()), rest[len(held) :]


def speaks_turkic(*names: str | None) -> bool:
    """Whether a delegation, by one of its names, is of a country that tells "i" from "ı"."""
    return any(country in plain_letters(name) for name in names if name for country in TURKIC)


def _small(words: list[str]) -> list[bool]:
    """Which words are particles that stay small: the first of a row of them decides; a name does not end in one."""
    small, row = [False] * len(words), ""
    last = max((place for place, word in enumerate(words) if word.strip()), default=0)
    for place, word in enumerate(words[:last]):
        if word.casefold() in PARTICLES:
            row = row or word
            small[place] = row.islower()
        elif word.strip():
            row = ""
    return small


def _capital(word: str, turkic: bool) -> str:
    elided = _ELIDED.match(word)
    if elided and not word[elided.end()].islower():  # "al-Karimi": the article stays small
        return elided[0] + _capital(word[elided.end() :], turkic)
    if prefix := _MC.match(word):
        return prefix[0] + _capital(word[prefix.end() :], turkic)
    return "".join(_upper(letter, turkic) for letter in word)


def _upper(letter: str, turkic: bool) -> str:
    if "ა" <= letter <= "ჿ":
        return letter
    if "Ͱ" <= letter <= "Ͽ" or "ἀ" <= letter <= "῾":
        parts = unicodedata.normalize("NFD", letter.upper())
        kept = "".join(part for part in parts if part == _DIAERESIS or not unicodedata.combining(part))
        return unicodedata.normalize("NFC", kept)
    return letter.translate(_TURKISH if turkic else _APART).translate(_APART).upper()
