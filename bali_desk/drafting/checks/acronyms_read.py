"""The acronyms of a draft: where each is used, where it is defined, and what for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bali_desk.drafting.checks.draft_text import TITLES, Paragraph
from bali_desk.drafting.checks.masks import BLOT

if TYPE_CHECKING:
    from bali_desk.drafting.checks.case import Case

_ACRONYM = r"[A-Z][A-Z0-9&]*[A-Z0-9]|[A-Z]o[A-Z]|[A-Z]{2,}[A-Za-z]?[A-Z]+"
_USE = re.compile(
    rf"(?<![\w/&.’'-])(?P<short>{_ACRONYM})(?P<plural>s)?(?![\w/&]|-\d|\.\w|\s\d{{1,4}}/\d)"
)  # "PNACF 7/1" is a symbol
_DEFINED = re.compile(
    rf"\(\s*(?:(?:the|hereinafter|hereafter|or|also"
    rf"|abbreviated(?: as)?)\s+)*[“\"‘']?(?P<short>{_ACRONYM}"
    rf"|[A-Z][A-Za-z]*[A-Z])(?:s)?[”\"’']?\s*(?:,[^()]*)?\)"
)
_BEHIND = re.compile(rf"(?<![\w/])(?P<short>{_ACRONYM})\s+\((?P<full>[A-Z][^()]*)\)")
_ROMAN = re.compile(r"^(?=[IVXLC])(?:X{0,3})(?:IX|IV|V?I{0,3})$")
_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|H\.?E|Hon|Sir|Dame|General|Ambassador|Minister|Colonel|Captain)\.?\s+(?:[A-ZÀ-Þ][\w.’-]*\s+){0,4}$"
)
SMALL = frozenset(
    ("of", "the", "and", "on", "for", "in", "to", "against", "a", "an", "at", "by", "with", "de", "du", "la", "&")
)


@dataclass(frozen=True)
class Use:
    """One place where an acronym stands, or is told."""

    paragraph: Paragraph
    start: int
    end: int
    short: str
    full: str = ""  # what it is said to stand for, where it is defined

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands, to be compared."""
        return self.paragraph.place, self.start


@dataclass(frozen=True)
class Acronyms:
    """All acronyms of a draft, in order."""

    uses: dict[str, list[Use]]
    defined: dict[str, list[Use]]


def read_acronyms(case: Case) -> Acronyms:
    """Every acronym of the draft and every place that defines one."""
    uses: dict[str, list[Use]] = {}
    defined: dict[str, list[Use]] = {}
    names = registered(case)
    words = set(case.data.acronyms.texts("words"))
    for one in case.text.paragraphs:
        text = case.unquoted[one.place]
        if one.kind in TITLES or one.kind == "heading" or one.text.upper() == one.text:
            continue
        brackets = (hit for hit in _DEFINED.finditer(one.text) if text[hit.start()] == "(")
        found = [*brackets, *_BEHIND.finditer(text)]
        for hit in found:
            full = (
                _expansion(text[: hit.start()], hit["short"])
                if hit.re is _DEFINED
                else _explained(hit["short"], hit["full"])
            )
            if full or hit.re is _DEFINED:
                use = Use(one, *hit.span("short"), hit["short"], full or "")
                if full or hit["short"].isupper():
                    defined.setdefault(hit["short"], []).append(use)
        spans = {use.start for group in defined.values() for use in group if use.paragraph is one}
        for hit in _USE.finditer(text):
            short = hit["short"]
            if (
                hit.start() in spans
                or short in words
                or _ROMAN.match(short)
                or short.isdigit()
                or _PERSON.search(text[: hit.start()])
            ):
                continue
            masked = case.masked[one.place]
            around = masked[max(hit.start() - 1, 0) : hit.start()] + masked[hit.end() : hit.end() + 1]
            if masked[hit.start()] == BLOT and BLOT in around and short not in names:
                continue
            if re.match(r"[A-Z]{1,3}\d+$", short) or _all_capitals_around(one.text, hit):
                continue
            uses.setdefault(short, []).append(Use(one, hit.start(), hit.end(), short))
    return Acronyms(uses, defined)


def registered(case: Case) -> dict[str, str]:
    """The acronyms of the record with their full names."""
    if case.record is None:
        return {}
    body = case.record.body
    return {**({body.short: body.name} if body.short else {}), **body.acronyms}


def known(case: Case) -> set[str]:
    """What needs no definition: the well-known, and delegations that go by their acronym."""
    known = set(case.data.acronyms.texts("well_known"))
    if case.record is not None:
        known |= {one.name for one in case.record.members} | {one.name for one in case.record.delegations}
    return known


def _all_capitals_around(text: str, hit: re.Match[str]) -> bool:
    """Whether the word stands among others in capitals, as in a title: too long for acronyms, or on both sides."""
    before = re.search(r"\b([A-Z]{3,})\s+$", text[: hit.start()])
    after = re.match(r"\s+([A-Z]{3,})\b", text[hit.end() :])
    longest = max(len(word) for word in (hit["short"], before[1] if before else "", after[1] if after else ""))
    return bool(before and after) or (bool(before or after) and longest > LONG_ACRONYM)


LONG_ACRONYM = 6  # letters


def _expansion(before: str, short: str) -> str:
    """The words before a bracket that the acronym stands for, in one clause; "" where none fit."""
    letters = [letter.casefold() for letter in short if letter.isalpha()]
    clause = re.split(r"[;:]", before[-200:])[-1]
    words = re.findall(r"[^\s(),]+", clause.split(",")[-1])
    return _by_letters(words, letters) or _in_series(clause, letters) or _by_beginnings(words, letters)


def _in_series(clause: str, letters: list[str]) -> str:
    """A name with a comma in it, "Trade, Industry and Commerce": there each word has its letter, or it is a list."""
    words = re.findall(r"[^\s(),]+", clause)
    left = list(letters)
    for place in range(len(words) - 1, -1, -1):
        if words[place].casefold() in SMALL:
            continue
        initials = [part[0].casefold() for part in re.findall(r"\w+", words[place].split("’")[0])]
        if not initials or initials != left[-len(initials) :]:
            return ""
        left = left[: -len(initials)]
        if not left:
            return " ".join(words[place:])
    return ""


def _by_letters(words: list[str], letters: list[str]) -> str:
    """The last words that have these first letters, a few words between them; "" where none have."""
    taken: list[str] = []
    left = list(letters)
    for word in reversed(words):
        parts = [part for part in re.split(r"[-/–]", word) if part]
        bare = word.strip("“”‘’\"'.").casefold()
        initials = [part.strip("“”‘’\"'.")[:1].casefold() for part in parts if part.strip("“”‘’\"'.")]
        if left and initials and initials == left[-len(initials) :]:
            left = left[: -len(initials)]
            taken.append(word)
        elif left and initials and initials[0] == left[-1]:
            left.pop()
            taken.append(word)
        elif bare in SMALL or (left and len(taken) < len(letters) + 4 and taken) or not taken:
            taken.append(word)
        else:
            break
        if not left:
            break
        if len(taken) > len(letters) + 5:
            break
    return "" if left else " ".join(reversed(taken))


def _by_beginnings(words: list[str], letters: list[str]) -> str:
    """The words that an acronym takes one to three letters of, small ones none: "Committee on Fisheries" is COFI."""
    short = "".join(letters)
    for first in range(len(words) - 1, max(len(words) - len(short) - 4, -1), -1):
        said = [word.strip("“”‘’\"'.").casefold() for word in words[first:]]
        if words[first][0].isupper() and said[0] not in SMALL and _takes(said, short):
            return " ".join(words[first:])
    return ""


def _takes(words: list[str], short: str) -> bool:
    """Whether letters are what is left of words, of each from its beginning."""
    if not words:
        return not short
    least = 0 if words[0] in SMALL else 1
    return any(
        words[0].startswith(short[:taken]) and _takes(words[1:], short[taken:])
        for taken in range(least, min(MOST, len(short)) + 1)
    )


MOST = 3  # letters an acronym takes of one word


def _explained(short: str, full: str) -> str:
    """What stands in brackets behind an acronym, where its first letters say that it explains it."""
    initials = "".join(word[0] for word in re.findall(r"[^\s-]+", full) if word[0].isupper())
    return full if initials.startswith(short) or short == initials else ""
