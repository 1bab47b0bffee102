"""Registered names in a text in a form that is not quite theirs: other order, other ending, one word off."""

from __future__ import annotations

import operator
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from bali_desk.domain.record import Record
from bali_desk.drafting.checks.draft_text import DraftText, Paragraph
from bali_desk.drafting.checks.likeness import stem

SMALL = frozenset(("of", "the", "and", "on", "for", "in", "to", "against", "with", "a", "an", "&", "from", "by", "at"))
_TOKEN = re.compile(r"[^\W_](?:[\w’'&.]*\w)?(?:–\d+|-\d{2,4}(?!\d))?|&")
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[A-Za-z])")
_FEW = 2  # words: a name of so few is only compared letter for letter


@dataclass(frozen=True)
class Token:
    """A word of a text; of a word with a hyphen each part."""

    start: int
    end: int
    text: str

    @property
    def small(self) -> bool:
        """Whether it only joins other words."""
        return self.text.casefold() in SMALL


@dataclass(frozen=True)
class Variant:
    """A stretch of a text that is a registered name in another form."""

    paragraph: Paragraph
    start: int
    end: int
    name: str
    whole: bool  # the same words; else one word differs


def tokens(text: str) -> list[Token]:
    """The words of a text in order."""
    return [Token(*found.span(), found.group()) for found in _TOKEN.finditer(text)]


def key_of(words: list[str]) -> tuple[str, ...]:
    """What is left of a name when order, endings, hyphens and apostrophes do not count; digits always do."""
    kept = [word for word in words if word.casefold() not in SMALL]
    if len(kept) <= _FEW:
        return tuple(sorted(_plain(word) for word in kept))
    return tuple(sorted(_stem(word) for word in kept))


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    plain = _plain(word)
    return plain if re.search(r"\d", plain) else stem(_IZE.sub("iz", plain.replace("'", "")))


_IZE = re.compile(r"(?<=[a-z]{3})is(?:e(?=[ds]?$)|(?=ing$|ations?$|ational$))")  # "organisation" is "organization"


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'").replace("–", "-")


def form(name: str) -> str:
    """A name letter for letter; capitals, kinds of apostrophe and dash, "and" for "&" do not count."""
    return " ".join(_plain(name).replace("&", "and").split())


def register_of(record: Record | None) -> Register:
    """The registered names of a record: of its body, texts, plan, events and papers."""
    if record is None:
        return _registered(())
    body, plan = record.body, record.work_plan
    names = [body.name, *body.names, *body.acronyms.values(), *(event.name for event in record.events)]
    return _registered((*names, plan.title if plan and plan.title else ""))


@lru_cache(maxsize=8)
def _registered(names: tuple[str, ...]) -> Register:
    """The same names are asked for at every pause in typing."""
    return Register(names)


def _without_figures(name: str) -> str:
    return re.sub(r"[\d–-]+", "", name).strip()


class Register:
    """Registered names, and where a draft has them in another form."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names of more than one word that have a capital."""
        self.names = list(dict.fromkeys(name for name in names if len(tokens(name)) > 1 and name != name.lower()))

    @cached_property
    def told_by_figures(self) -> frozenset[str]:
        """Names that figures alone tell from another: "Roadmap 2021–2025" and "Roadmap 2026–2030"."""
        bare = Counter(_without_figures(name) for name in self.names)
        return frozenset(name for name in self.names if re.search(r"\d", name) and bare[_without_figures(name)] > 1)

    @cached_property
    def by_key(self) -> dict[tuple[str, ...], list[str]]:
        """Registered names by what is left of them."""
        made: dict[tuple[str, ...], list[str]] = {}
        for name in self.names:
            for words in (tokens(name), tokens(_HYPHEN.sub("", name))):  # "Check-List" may stand as "Checklist"
                known = made.setdefault(key_of([token.text for token in words]), [])
                known += [name] if name not in known else []
        return made

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every registered name, letter for letter."""
        return frozenset(form(name) for name in self.names)

    def variants(self, text: DraftText) -> list[Variant]:
        """Every stretch of a draft that is a registered name in another form, the longest of those that overlap."""
        if not self.names:
            return []
        return [found for one in text.paragraphs if one.text.upper() != one.text for found in self._in(one)]

    def _in(self, one: Paragraph) -> list[Variant]:
        words = tokens(one.text)
        known = [match.span() for match in self._exact.finditer(one.text)] if self._exact else []
        found = [*self._same_words(one, words, known), *self._one_word_off(one, words, known)]
        if (joined := self._joined(words, one.text)) != words:
            found += self._same_words(one, joined, known)
        kept: list[Variant] = []

        def by_likeness(variant: Variant) -> tuple[bool, int, float]:
            likeness = SequenceMatcher(
                None, one.text[variant.start : variant.end], variant.name, autojunk=False
            ).ratio()
            return not variant.whole, variant.start - variant.end, -likeness

        for variant in sorted(found, key=by_likeness):
            if not any(variant.start < other.end and other.start < variant.end for other in kept):
                kept.append(variant)
        return kept

    def _joined(self, words: list[Token], text: str) -> list[Token]:
        """The words of a text, two as one where a name has them so: "Check-List" where it is "Checklist"."""
        made: list[Token] = []
        for word in words:
            before = made[-1] if made else None
            apart = text[before.end : word.start] if before else ""
            capital = before is not None and before.text[0].isupper()  # a name has one
            if before and capital and apart in ("-", " ") and _stem(before.text + word.text) in self._vocabulary:
                made[-1] = Token(before.start, word.end, before.text + word.text)
            else:
                made.append(word)
        return made

    @cached_property
    def _exact(self) -> re.Pattern[str] | None:
        names = sorted(self.names, key=len, reverse=True)
        spelt = (
            re.escape(name).replace("’", "'").replace("'", "['’]").replace("–", "[–-]").replace(r"\-", "[–-]")
            for name in names
        )
        joined = "|".join(one.replace(r"\ ", r"\s+") for one in spelt)
        return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])") if joined else None

    def _same_words(self, one: Paragraph, words: list[Token], known: list[tuple[int, int]]) -> Iterator[Variant]:
        """Windows of as many words as a name has, with the same words in them."""
        content = [place for place, token in enumerate(words) if not token.small]
        stems = [_stem(words[place].text) for place in content]
        for at, first in enumerate(content):
            if stems[at] not in self._vocabulary or words[first].text[0].islower():
                continue
            for size in self._sizes:
                if at + size > len(content) or not self._vocabulary.issuperset(stems[at : at + size]):
                    continue
                run = words[first : content[at + size - 1] + 1]
                names = self.by_key.get(key_of([token.text for token in run]))
                start, end = run[0].start, run[-1].end
                if (
                    not names
                    or _touches((start, end), known)
                    or form(one.text[start:end]) in self.forms
                    or not _is_name(run)
                ):
                    continue
                yield Variant(one, start, end, names[0], True)

    @cached_property
    def _sizes(self) -> list[int]:
        """How many words names have, the most first."""
        return sorted({len(key) for key in self.by_key}, reverse=True)

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """The stem of every word of a name."""
        names = [form for name in self.names for form in (name, _HYPHEN.sub("", name))]
        return frozenset(_stem(token.text) for name in names for token in tokens(name))

    @cached_property
    def _wanted(self) -> list[tuple[str, list[str]]]:
        """Every name with its words."""
        return [(name, [token.text for token in tokens(name)]) for name in self.names]

    def _one_word_off(self, one: Paragraph, words: list[Token], known: list[tuple[int, int]]) -> Iterator[Variant]:
        """A name of four words or more in which one word is another one; a year counts in shorter names too."""
        places: dict[str, list[int]] = {}
        for place, token in enumerate(words):
            places.setdefault(_stem(token.text), []).append(place)
        for name, wanted in self._wanted:
            for anchor in dict.fromkeys((0, len(wanted) - 1)):
                for place in places.get(_stem(wanted[anchor]), ()):
                    run = words[place - anchor : place - anchor + len(wanted)] if place >= anchor else []
                    if len(run) == len(wanted) and _differs_in_one(run, wanted) and _is_name(run):
                        start, end = run[0].start, run[-1].end
                        longer = len(wanted) <= _FEW and _is_part(one.text, start, end)
                        if not longer and not _touches((start, end), known):
                            yield Variant(one, start, end, name, False)


def _touches(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _is_name(run: list[Token]) -> bool:
    """Whether a run of words is written as a name: capitals or figures but for the small words."""
    return all(token.small or not token.text[0].islower() for token in run) and not run[-1].small


def _differs_in_one(run: list[Token], wanted: list[str]) -> bool:
    pairs = [(token.text, word) for token, word in zip(run, wanted, strict=True) if _stem(token.text) != _stem(word)]
    if len(pairs) != 1:
        return False
    said, word = pairs[0]
    figures = bool(re.search(r"\d", said) and re.search(r"\d", word))
    if re.search(r"\d", said + word):
        return figures and (len(wanted) >= 3 or _one_end_off(said, word))
    return len([one for one in wanted if one.casefold() not in SMALL]) >= 4 or (
        said in DOCUMENTS and word in DOCUMENTS and len(wanted) >= 3
    )


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether a stretch is part of a longer name, "the Rail Roadmap 2021–2030", or somebody else's."""
    before = re.search(r"(?<![.:;]\s)(?<!^)\b(?!The\b)[A-Z][\w’-]*\s+$", text[:start])
    return bool(before or re.match(r"\s+(?:of|for)\s", text[end:]))


def _one_end_off(said: str, word: str) -> bool:
    """Whether two periods have one end in common, "2026–2031" and "2026–2030"; with none, it is another plan."""
    ends, others = ([end[-2:] for end in re.split("[–-]", period)] for period in (said, word))
    return len(ends) == len(others) == 2 and sum(map(operator.eq, ends, others)) == 1


# What a document may be called; one for another makes another name of it.
DOCUMENTS = frozenset(
    (
        "Guide", "Guides", "Guidelines", "Handbook", "Manual", "Toolkit", "Report", "Standard", "Standards", "Form",
        "Plan", "Strategy", "Roadmap", "Framework", "Declaration", "Charter", "Register", "Rules", "Module",
        "Curriculum", "Policy", "Protocol", "Programme", "Agreement", "Arrangement", "Compact", "Convention",
        "Memorandum", "Treaty", "Understanding",
    )
)  # fmt: skip
