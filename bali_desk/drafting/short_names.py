"""Full names with their acronym at first use, the acronym after, through the whole statement.

Titles in italics, quotations and longer registered names that hold a name stay as they are. Headings are not looked at:
nobody reads them as the first use. A short name that the officer defines herself counts too: "the Longer Name (the
Short)" or "(LN)".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bali_desk.domain.record import Record
from bali_desk.drafting.draft import Draft
from bali_desk.drafting.masking import pattern_of, quoted, spelling
from bali_desk.drafting.wording import Style
from bali_desk.drafting.words import Words

_RUNNING = ("paragraph", "numbered", "bullet")
_VOWELS = "aeiou"
_SPELT_AS_VOWEL = "AEFHILMNORSX"  # letters whose names begin with a vowel: "an RSO", "a UN"


def shortened(drafts: Sequence[Draft], record: Record, style: Style) -> list[Draft]:
    """The drafts with every name of the record full at first use, with its acronym, and short after."""
    least = style.house.acronym_from
    if least <= 0:
        return list(drafts)
    texts = [draft.text if draft.kind in _RUNNING else "" for draft in drafts]
    points = [draft.kind == "bullet" for draft in drafts]
    everything = [record.body.name, *record.body.names, *record.body.acronyms.values()]
    for name in _names(record):
        texts = _Shortening(name, everything, style).through(texts, points, least)
    for full in sorted(record.body.names, key=len, reverse=True):
        texts = _by_hand(texts, full, everything, style.words)
    return [replace(draft, text=text) if text else draft for draft, text in zip(drafts, texts, strict=True)]


@dataclass(frozen=True)
class _Name:
    """An acronym with what it stands for; the first full name is the one that introduces it."""

    short: str
    fulls: tuple[str, ...]


def _names(record: Record) -> list[_Name]:
    """The acronyms of the record, the longest names first, so that a name within a name is not taken for it."""
    known: dict[str, list[str]] = {}
    pairs = [(record.body.short or "", record.body.name), *record.body.acronyms.items()]
    for short, full in ((short.strip(), full.strip()) for short, full in pairs):
        if short and full and short != full and full not in known.setdefault(short, []):
            known[short].append(full)
    names = [_Name(short, tuple(fulls)) for short, fulls in known.items() if fulls]
    return sorted(names, key=lambda name: -max(map(len, name.fulls)))


class _Shortening:
    """One name on its way through the text."""

    def __init__(self, name: _Name, everything: Iterable[str], style: Style) -> None:
        self.name, self.words = name, style.words
        self.longer = pattern_of(one for one in everything if _holds(one, name))
        short = re.escape(name.short)
        fulls = "|".join(_either_case(full) for full in sorted(name.fulls, key=len, reverse=True))
        plurals = "|".join(_either_case(_plural(full)) for full in sorted(name.fulls, key=len, reverse=True))
        self.found = re.compile(
            rf"(?P<article>\b(?:[Tt]he|[Aa]n?)\s+)?(?<![\w/-])"
            rf"(?:(?P<fulls>{plurals})|(?P<full>{fulls})|(?P<shorts>{short}s)|(?P<short>{short}))(?![\w/-])"
            rf"(?P<owns>['’]s?(?!\w))?(?P<brackets>\s+\((?:the\s+)?{short}s?\))?"
        )
        self.defined = False

    def through(self, texts: Sequence[str], points: Sequence[bool], least: int) -> list[str]:
        """The texts with the name introduced where it is used often enough; spelt out where it is not."""
        uses = [use for text in texts for use in self._uses(text)]
        introduced = any(use["brackets"] or self._in_brackets(use) for use in uses)
        if len(uses) < least and not introduced:
            return [self._changed(text, point, self._spelt) for text, point in zip(texts, points, strict=True)]
        return [self._changed(text, point, self._set) for text, point in zip(texts, points, strict=True)]

    def _uses(self, text: str) -> list[re.Match[str]]:
        if not text:
            return []
        masked = quoted(text)
        uses = [use for use in self.found.finditer(text) if not _touches(use, masked)]
        return [use for use in uses if use["brackets"] or not self._in_longer(use)]

    def _changed(self, text: str, point: bool, change: Callable[[re.Match[str], bool], str]) -> str:
        made, end = "", 0
        for use in self._uses(text):
            begins = _begins_sentence(text[: use.start()], point)
            made += text[end : use.start()] + change(use, begins)
            end = use.end()
        return made + text[end:]

    def _set(self, use: re.Match[str], begins: bool) -> str:
        """One use: the first with both names, later ones short."""
        if self._in_brackets(use) or self._in_longer(use):
            self.defined = True
            return use.group()
        if self.defined:
            return self._short(use) if use["full"] or use["fulls"] else use.group()
        self.defined = True
        return use.group() if use["brackets"] else self._full(use, begins, introduce=True)

    def _spelt(self, use: re.Match[str], begins: bool) -> str:
        """A use of a name that needs no acronym: in full."""
        return use.group() if use["full"] or use["fulls"] else self._full(use, begins, introduce=False)

    def _full(self, use: re.Match[str], begins: bool, introduce: bool) -> str:
        plural = bool(use["fulls"] or use["shorts"])
        full = use["full"] or use["fulls"] or (_plural(self.name.fulls[0]) if plural else self.name.fulls[0])
        owns = _possessive(full, full.endswith("s")) if use["owns"] else ""
        article = use["article"] or ""
        if not article and use["short"] and self.name.short in self.words.without_article:
            article = f"{self.words.article} "
        article = _indefinite(article, full[0].lower() in _VOWELS)
        short = f"{self.name.short}{'s' if plural else ''}"
        brackets = f" ({short}{_possessive(short, plural) if owns else ''})" if introduce else ""
        said = f"{article}{full}{owns}{brackets}"
        return said[:1].upper() + said[1:] if begins else said

    def _short(self, use: re.Match[str]) -> str:
        plural = bool(use["fulls"])
        short = f"{self.name.short}{'s' if plural else ''}"
        owns = _possessive(short, plural) if use["owns"] else ""
        article = use["article"] or ""
        if article.strip().casefold() == self.words.article and self.name.short in self.words.without_article:
            article = ""
        return f"{_indefinite(article, short[0] in _SPELT_AS_VOWEL)}{short}{owns}"

    def _in_longer(self, use: re.Match[str]) -> bool:
        """Whether the name is part of a longer registered one, which stays whole."""
        spans = [match.span() for match in self.longer.finditer(use.string)] if self.longer else []
        return _touches(use, spans)

    def _in_brackets(self, use: re.Match[str]) -> bool:
        """Whether the acronym stands in brackets behind another, longer name: that introduces it."""
        before, after = use.string[: use.start()], use.string[use.end() : use.end() + 1]
        return bool(use["short"] or use["shorts"]) and before.endswith("(") and after == ")"


def _by_hand(texts: Sequence[str], full: str, everything: Iterable[str], words: Words) -> list[str]:
    """A registered name that the text itself gives a short one: short from then on."""
    wanted = spelling(full)
    introduces = re.compile(rf"(?<![\w-]){wanted}\s+\((?:{words.article}\s+([A-Z][\w’' -]{{1,60}})|([A-Z]{{2,}}))\)")
    again = re.compile(rf"(?P<article>\b[Tt]he\s+)?(?<![\w-]){wanted}(?![\w-])")
    longer = pattern_of(one for one in everything if one != full and re.search(rf"\b{wanted}\b", one))
    short, told = "", list(texts)
    for place, text in enumerate(texts):
        start = 0
        if not short:
            if not (given := introduces.search(text)):
                continue
            short, start = given[1] or given[2], given.end()
        masked = quoted(text) + ([match.span() for match in longer.finditer(text)] if longer else [])
        told[place] = text[:start] + _replaced(text, start, again, short, masked)
    return told


def _replaced(text: str, start: int, again: re.Pattern[str], short: str, masked: Sequence[tuple[int, int]]) -> str:
    made, end = "", start
    for use in again.finditer(text, start):
        if not _touches(use, masked):
            made += f"{text[end : use.start()]}{use['article'] or ''}{short}"
            end = use.end()
    return made + text[end:]


def _touches(use: re.Match[str], masked: Sequence[tuple[int, int]]) -> bool:
    return any(use.start() < end and start < use.end() for start, end in masked)


def _holds(longer: str, name: _Name) -> bool:
    """Whether a registered name holds one of this name within it."""
    if longer in name.fulls:
        return False
    return any(re.search(rf"(?<![\w-]){spelling(one)}(?![\w-])", longer) for one in (*name.fulls, name.short))


def _begins_sentence(before: str, point: bool) -> bool:
    rest = before.rstrip(' *“‘"(')
    return (not rest and not point) or rest.endswith((".", "!", "?")) or before.endswith(":** ")


def _either_case(full: str) -> str:
    """A full name as it is found, its first letter large or small: a sentence may begin with it."""
    return rf"[{re.escape(full[0].upper())}{re.escape(full[0].lower())}]{spelling('x' + full[1:])[1:]}"


def _plural(full: str) -> str:
    return f"{full[:-1]}ies" if re.search(r"[^aeiou]y$", full) else f"{full}s"


def _possessive(name: str, bare: bool) -> str:
    """The ending of what owns something; `bare` where the name's own s is enough: "the Philippines’"."""
    return "’" if bare and name.endswith("s") else "’s"


def _indefinite(article: str, before_vowel: bool) -> str:
    """ "a" or "an" as the next word wants it; any other article as it is."""
    word = article.strip()
    if word.casefold() not in ("a", "an"):
        return article
    return f"{word[0]}n " if before_vowel else f"{word[0]} "
