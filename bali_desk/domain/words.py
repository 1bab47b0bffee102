"""Words as the search knows them: without case and accents, and whole runs in scripts that set no spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

# Scripts that put no space between words, as ranges that both `re` and SQLite's GLOB understand: Thai and Lao, Burmese
# with its additions, Khmer and its symbols, Tai Tham, Japanese, Chinese.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaa7f"
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
GRAM = 3  # letters of a run that are looked for together
TELLING = 4  # letters; a shorter word tells little of likeness to the eye
LONGEST_QUERY = 64  # words; what follows is not looked for
_UNSPACED = re.compile(f"[{UNSPACED}]")
_ASCII = re.compile(r"[A-Za-z0-9]+")
_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')
_SENTENCE = re.compile(r"(?<=[.!?;:])[’”\")\]]*\s+|(?<=[。！？；។๚])|\n")
_ACCENTS = re.compile("[\u0300-\u036f]")


@dataclass(frozen=True)
class Token:
    """A word of a text: where it stands, and how it is compared."""

    start: int
    end: int
    folded: str


@dataclass(frozen=True)
class Sought:
    """Words that must follow one another; `prefix`: the last may go on; `unspaced`: a run of letters, one token."""

    words: tuple[str, ...]
    prefix: bool = False
    unspaced: bool = False


def folded(word: str) -> str:
    """A word without case and accents: "Việt" and "viet" are one, as for the index."""
    lower = word.lower()
    return lower if lower.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFD", lower))


def tokens(text: str) -> list[Token]:
    """The words of a text in order: runs of letters, digits and the marks they carry."""
    if text.isascii():
        return [Token(found.start(), found.end(), found.group().lower()) for found in _ASCII.finditer(text)]
    made: list[Token] = []
    start = -1
    for place, letter in enumerate(text):
        if _in_word(letter):
            start = place if start < 0 else start
        elif start >= 0:
            made.append(Token(start, place, folded(text[start:place])))
            start = -1
    if start >= 0:
        made.append(Token(start, len(text), folded(text[start:])))
    return made


def is_unspaced(word: str) -> bool:
    """Whether a word has letters of a script that sets no spaces: it is looked for inside the runs of a text."""
    return not word.isascii() and _UNSPACED.search(word) is not None


def terms(text: str) -> list[str]:
    """What two texts are compared by: folded words, and of runs without spaces each three letters in a row."""
    made: list[str] = []
    for token in tokens(text):
        made += _grams(token.folded) if is_unspaced(token.folded) else [token.folded]
    return made


def sentences(text: str) -> list[str]:
    """The sentences of a text, as near as full stops tell; their marks stay with them."""
    return [part for part in _SENTENCE.split(text) if part.strip()]


def sought(query: str) -> list[Sought]:
    """What a query asks for: every word, "words in quotes" as a phrase, and the last word as the beginning of one.

    Never raises: what is no word asks for nothing.
    """
    made: list[Sought] = []
    end = 0
    for quoted in _QUOTED.finditer(query):
        made += _each(query[end : quoted.start()], prefix=False)
        made += _phrase(query[quoted.start() : quoted.end()], prefix=False)
        end = quoted.end()
    made += _each(query[end:], prefix=True)
    return made[:LONGEST_QUERY]


def marks(text: str, asked: list[Sought]) -> tuple[tuple[int, int], ...]:
    """Where in a text the sought words stand, as places of characters, in order and without overlap."""
    found = tokens(text)
    spans = [span for one in asked for span in _places(text, found, one)]
    return _merged(sorted(spans))


def shared_marks(text: str, other: str) -> tuple[tuple[int, int], ...]:
    """Where in a text the words stand that it shares with another one; small words are passed over."""
    known = set(terms(other))
    spans: list[tuple[int, int]] = []
    for token in tokens(text):
        if not is_unspaced(token.folded):
            telling = len(token.folded) >= TELLING or token.folded.isdecimal()
            spans += [(token.start, token.end)] if telling and token.folded in known else []
        elif len(token.folded) == token.end - token.start:
            for place, gram in enumerate(_grams(token.folded)):
                if gram in known:
                    spans.append((token.start + place, token.start + place + len(gram)))
    return _merged(sorted(spans))


def _each(words: str, prefix: bool) -> list[Sought]:
    parts = words.split()
    ends = prefix and words[-1:] == words[-1:].strip()
    last = len(parts) - 1
    return [one for place, part in enumerate(parts) for one in _phrase(part, ends and place == last)]


def _phrase(words: str, prefix: bool) -> list[Sought]:
    """Neighbouring words as one thing sought; runs without spaces are sought each by itself."""
    found = [words[token.start : token.end] for token in tokens(words)][:LONGEST_QUERY]
    spaced = tuple(word for word in found if not is_unspaced(word))
    made = [Sought((word,), unspaced=True) for word in found if is_unspaced(word)]
    if spaced:
        made.append(Sought(spaced, prefix=prefix and not made and _may_go_on(spaced[-1])))
    return made


def _may_go_on(word: str) -> bool:
    """Two letters begin too many words of a Latin script to tell anything; in Korean they are half a sentence."""
    return len(word) > 2 or (len(word) == 2 and not word.isascii())


def _places(text: str, found: list[Token], one: Sought) -> Iterator[tuple[int, int]]:
    words = [folded(word) for word in one.words]
    if one.unspaced:
        lower = text.lower()
        if len(lower) == len(text):
            yield from ((hit.start(), hit.end()) for hit in re.finditer(re.escape(one.words[0].lower()), lower))
        return
    for place in range(len(found) - len(words) + 1):
        here = found[place : place + len(words)]
        *before, last = (token.folded for token in here)
        if before == words[:-1] and (last.startswith(words[-1]) if one.prefix else last == words[-1]):
            yield from ((token.start, token.end) for token in here)


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    made: list[tuple[int, int]] = []
    for start, end in spans:
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)


def _grams(run: str) -> list[str]:
    return [run[place : place + GRAM] for place in range(max(len(run) - GRAM + 1, 1))]


def neighbours(found: list[str]) -> set[tuple[str, str]]:
    """Each two terms that follow one another."""
    return set(pairwise(found))


@lru_cache(maxsize=4096)
def _in_word(letter: str) -> bool:
    category = unicodedata.category(letter)
    return category[0] in "LNM" or category == "Co"
