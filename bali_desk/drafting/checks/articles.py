""" "a" or "an", by how the next word is spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.wording_file import Part

_ARTICLE = re.compile(r"(?<![\w’'./-])(?P<article>[Aa]n?)\s+[“‘\"'(]?(?P<word>(?:[A-Za-zÀ-ž]|\d)[\w’-]*(?:,\d{3})*)")
_AS_VOWEL = "AEFHILMNORSX"  # letters whose names begin with a vowel
_VOWELS = "aeiouàáâãäåæèéêëìíîïòóôõöøùúûü"


def article(case: Case) -> Iterator[Hit]:
    """The wrong one of "a" and "an"."""
    table = case.data.articles
    for one in case.text.paragraphs:
        shown = case.unquoted[one.place]
        for found in _ARTICLE.finditer(one.text):
            begins = not one.running or any(
                found.start() <= start + 2 for start, _end in [one.sentence_at(found.start())]
            )
            if shown[found.start()] != found["article"][0] or (found["article"][0] == "A" and not begins):
                continue
            wanted = wanted_before(found["word"], table)
            if wanted and found["article"].lower() != wanted:
                fix = found["article"][0] + wanted[1:]
                said = one.text[found.start() : found.end("word")]
                yield Hit(
                    one, found.start(), found.end("word"), f"“{wanted}” stands before “{found['word']}”.",
                    fix=fix + said[len(found["article"]) :],
                )  # fmt: skip


def wanted_before(word: str, table: Part) -> str:
    """ "a" or "an" as the word is spoken; "" where both are met."""
    if word[0].isdigit():
        return _before_figure(word)
    head = word.split("-")[0]
    capitals = head.rstrip("s")
    if len(capitals) > 1 and sum(letter.isupper() for letter in capitals) >= 2 and not capitals[1:2].islower():
        return _before_acronym(capitals, table)
    if re.fullmatch(r"M[oO][uUaAsS]s?", head):
        return "an"
    if len(head) == 1 and head.isupper():
        return "an" if head in _AS_VOWEL else "a"
    low = word.casefold()
    if low.startswith(table.texts("either_before")):
        return ""
    known = [(len(one), "a") for one in table.texts("a_before") if low.startswith(one)]
    known += [(len(one), "an") for one in table.texts("an_before") if low.startswith(one)]
    if known:
        return max(known)[1]
    return "an" if low[0] in _VOWELS else "a"


def _before_figure(word: str) -> str:
    digits = re.match(r"\d+", word.replace(",", ""))
    number = digits.group() if digits else ""
    if number.startswith("8") or (number.startswith(("11", "18")) and len(number) % 3 == 2):
        return "an"
    return "" if number.startswith(("11", "18")) and len(number) == 4 else "a"


def _before_acronym(word: str, table: Part) -> str:
    if word in table.texts("either_word"):
        return ""
    if word in table.texts("a_word"):
        return "a"
    if word in table.texts("an_word"):
        return "an"
    if word[0] in "AEIO":
        return "an"
    by_letter = "an" if word[0] in _AS_VOWEL else "a"
    spoken_as_word = len(word) > 3 and word[1] in "AEIOU" and by_letter == "an"
    return "" if spoken_as_word else by_letter
