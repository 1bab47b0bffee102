"""Which words of a text are doubtful. Names never are: only words in small letters are doubted, and a sentence's first.

A false alarm costs more than a slip that stays: whoever sees ten names underlined no longer looks at the eleventh word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bali_desk.drafting.dictionary import Dictionary, FieldWords
from bali_desk.drafting.slips import slips

Span = tuple[int, int]

LEAST_AFTER_BEGINNING = 5  # letters: "overthe" is two words that ran together

# Letters with what may stand among them unseen: combining accents, soft hyphens, joiners.
_LETTERS = r"(?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])+"
_HYPHENS = "\u2010\u2011-"
_PART = re.compile(rf"{_LETTERS}(?:['’]{_LETTERS})*")
_WORD = re.compile(rf"{_LETTERS}(?:['’{_HYPHENS}]{_LETTERS})*")
_NO_WORDS = re.compile(
    r"(?<!\S)\S+@\S+|\b(?:https?:|www\.)\S+|(?<!\w)[@#]\w+"  # addresses
    r"|\b[\w-]+(?:\.[a-z0-9][\w-]*)+"  # baliprocess.net, report.pdf, e.g., p.m.
    r"|(?<!\w)\w*_\w*"
)
_BRACKETS = frozenset("[](){}")
_BEFORE_FIRST = " \t\u00a0\u2028\n“‘\"'([*"
_SPELT_IZE = re.compile(r"(?<=\w\w)iz(?=(?:e[drs]?|ers|ings?|ingly|ations?|ational|ationally|abl[ey]|ability)$)")
_ROMAN = re.compile(r"(?=[ivxl])x{0,3}l?x{0,3}(?:ix|iv|v?i{0,3})")


class Speller:
    """Knows the words of a house: its dictionary, the words of the field, the names of the record, its own words."""

    def __init__(
        self,
        dictionary: Dictionary,
        field: FieldWords,
        names: Collection[str] = (),
        house: Collection[str] = (),
    ) -> None:
        """`names` as they are written; `house` are the words the officer has added, in small letters."""
        self.dictionary, self.field, self.names, self.house = dictionary, field, frozenset(names), frozenset(house)
        self._found: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Whether a word is right as it stands."""
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = self._look_up(word.replace("’", "'"))
        return found

    def doubts_first(self, word: str) -> bool:
        """Whether the capitalised first word of a sentence is a slip of the hand rather than a name."""
        small = word.lower()
        if self.knows(word) or self.knows(small):
            return False
        return any(slips(small, opener, 1) == 1 for opener in self.field.openers)

    def may_have_z(self, word: str) -> str:
        """The word with s where it has the z of "organize"; "" where it has none, or none may stand there."""
        with_s = _SPELT_IZE.sub("is", word)
        never = with_s == word or any(with_s.startswith(stem) for stem in self.field.always_s)
        return "" if never else with_s

    def _look_up(self, word: str) -> bool:
        if len(word) < 2 or self._has(word) or word in self.names or word.lower() in self.house:
            return True
        if word.endswith(("'s", "s'")):
            return self.knows(word.removesuffix("'").removesuffix("'s"))
        with_s = self.may_have_z(word)
        if with_s and self._has(with_s):
            return True
        return self._is_begun(with_s or word) or bool(_ROMAN.fullmatch(word))

    def _is_begun(self, word: str) -> bool:
        """Whether it is a known word with a free beginning: "subnational", "counternarcotics"."""
        ends = (word.removeprefix(one) for one in self.field.beginnings if word.startswith(one))
        return any(len(end) >= LEAST_AFTER_BEGINNING and self._has(end) for end in ends)

    def _has(self, word: str) -> bool:
        return word in self.dictionary.words or word in self.field.words


def doubtful(text: str, speller: Speller) -> tuple[Span, ...]:
    """Where the doubtful words of a plain text stand, from and to, in order."""
    return tuple(_doubtful(text, speller))


def span_at(text: str, place: int) -> Span | None:
    """The word a place lies in or touches, from and to; of words with a hyphen the part."""
    return next((found.span() for found in _PART.finditer(text) if found.start() <= place <= found.end()), None)


def words_of(text: str) -> Iterator[str]:
    """The words of a text, those with hyphens whole and in parts."""
    for found in _WORD.finditer(text):
        word = found.group().replace("’", "'")
        yield word
        if any(hyphen in word for hyphen in _HYPHENS):
            yield from _PART.findall(word)


def _doubtful(text: str, speller: Speller) -> Iterator[Span]:
    masked: list[Span] | None = None  # found once a word is doubtful: nearly always none is
    for found in _WORD.finditer(text):
        start, end = found.span()
        if speller.knows(found.group()) or _glued(text, start, end):
            continue
        masked = [one.span() for one in _NO_WORDS.finditer(text)] if masked is None else masked
        if any(begin < end and start < stop for begin, stop in masked):
            continue
        for part in _PART.finditer(text, start, end):
            if _is_doubtful(text, part, speller):
                yield part.span()


def _is_doubtful(text: str, part: re.Match[str], speller: Speller) -> bool:
    word = part.group()
    if not word.replace("’", "'").isascii() or not word.replace("’", "").replace("'", "").isalpha():
        return False
    if word.islower():
        return not speller.knows(word) and not (word in speller.field.particles and _before_name(text, part.end()))
    if word[0].isupper() and word[1:].islower() and _begins_sentence(text[: part.start()]):
        return speller.doubts_first(word)
    return False


def _before_name(text: str, place: int) -> bool:
    """Whether a capital follows: "bin Abdullah", "al-Rashid"."""
    return text[place : place + 3].lstrip(f" ’'{_HYPHENS}")[:1].isupper()


def _begins_sentence(before: str) -> bool:
    before = before.rstrip(_BEFORE_FIRST)
    return not before or before.endswith((".", "!", "?", ":"))


def _glued(text: str, start: int, end: int) -> bool:
    """Whether it is a piece of a word with a bracket in it: "State[s]", "participant(s)"."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    begun = len(before) == 2 and before[1] in _BRACKETS and before[0].isalnum()
    return begun or (len(after) == 2 and after[0] in _BRACKETS and after[1].isalnum())
