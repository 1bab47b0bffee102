"""Names and terms: one name one way, capitals one way, the words of the house."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.frames import main_actor
from bali_desk.drafting.checks.register import SMALL, form, key_of, tokens

_PHRASE = re.compile(
    rf"(?<![\w-])(?:[A-Z][\w’'.&-]*|\d{{1,3}}(?:st|nd|rd|th))"
    rf"(?:\s+(?!and the\b)(?:(?:{'|'.join(sorted(SMALL))})\s+){{0,2}}(?:[A-Z][\w’'&-]*|\d{{4}}(?:[–-]\d{{2,4}})?))+"
)
_TOKEN = re.compile(r"[\w’'&-]+(?:–\d+)?")
_OWNED = re.compile(r"^\s+(?:of\s+(?!this\b|the (?:meeting|body|group)\b)|for\s+(?:the\s+)?[A-Z])")


@dataclass(frozen=True)
class _Name:
    """A name as it stands in the text."""

    paragraph: Paragraph
    start: int
    end: int
    text: str


def name_variant(case: Case) -> Iterator[Hit]:
    """One name in two forms: other order, other ending, with and without hyphen, apostrophe or blank."""
    told: list[tuple[int, int, int]] = []
    for variant in case.variants:
        if variant.whole:
            told.append((variant.paragraph.place, variant.start, variant.end))
            why, other = "This name has another form in the register.", f"“{variant.name}”"
            yield Hit(variant.paragraph, variant.start, variant.end, why, other, fix=variant.name)
    groups: dict[tuple[str, ...], list[_Name]] = defaultdict(list)
    for name in _names(case):
        groups[_key(name.text)].append(name)
    for _key_of, whole in sorted(groups.items(), key=lambda entry: -len(entry[0])):
        group = [name for name in whole if not _is_told(name, told)]
        forms = Counter(form(name.text) for name in group)
        if len(forms) < 2:
            continue
        usual = next((one for one in forms if one in case.register.forms), forms.most_common(1)[0][0])
        shown = next((name.text for name in group if form(name.text) == usual), "")
        for name in group:
            if form(name.text) != usual and not _is_told(name, told):
                told.append((name.paragraph.place, name.start, name.end))
                why = "This name has another form elsewhere."
                yield Hit(name.paragraph, name.start, name.end, why, f"“{shown}”", fix=shown)


def _is_told(name: _Name, told: list[tuple[int, int, int]]) -> bool:
    return any(place == name.paragraph.place and name.start < end and start < name.end for place, start, end in told)


def instrument_name(case: Case) -> Iterator[Hit]:
    """A document whose name is not that of the register."""
    for variant in case.variants:
        why, other = "The register has this name otherwise.", f"“{variant.name}”"
        yield Hit(variant.paragraph, variant.start, variant.end, why, other, fix=variant.name)


def _names(case: Case) -> Iterator[_Name]:
    """Every name of an institution or text, and each shorter name it ends in."""
    heads = frozenset(case.data.facts.texts("heads_of_names"))
    for one in case.text.paragraphs:
        if one.text.upper() == one.text:
            continue
        text = case.unquoted[one.place]
        for found in _PHRASE.finditer(text):
            words = list(_TOKEN.finditer(text, found.start(), found.end()))
            for last, word in enumerate(words):
                bare = re.sub(r"[’'](?:s)?$", "", word.group())
                if not (bare in heads or bare.rstrip("s") in heads or re.match(r"\d{4}", bare)):
                    continue
                for first in range(last - 1, -1, -1):
                    head = words[first].group()
                    name = text[words[first].start() : word.start() + len(bare)]
                    if head.casefold() not in SMALL and not (first == 0 and head == "The") and len(_content(name)) >= 3:
                        yield _Name(one, words[first].start(), words[first].start() + len(name), name)


def _content(name: str) -> list[str]:
    return [word for word in _TOKEN.findall(name) if word.casefold() not in SMALL]


@lru_cache(maxsize=20_000)
def _key(name: str) -> tuple[str, ...]:
    """What is left of a name; two words that are also written as one count as one."""
    for two in ("task force", "work plan", "round table"):
        name = re.sub(two.replace(" ", r"[\s-]"), two.replace(" ", ""), name, flags=re.IGNORECASE)
    return key_of([token.text for token in tokens(name)])


def case_variant(case: Case) -> Iterator[Hit]:
    """An actor or a registered name with a capital here and without there."""
    nouns = [noun for noun in case.data.facts.texts("one_case") if noun]
    names = [
        name for name in (case.record.body.names if case.record else []) if " " in name and not re.search(r"\d", name)
    ]
    for noun in dict.fromkeys([*nouns, *names, *_own_names(case)]):
        yield from _in_two_cases(case, noun, in_headings=noun in names)
    yield from _as_actor(case)


def _own_names(case: Case) -> list[str]:
    """Short names the text itself gives: "(the Disruption Working Group)"."""
    found = (re.findall(r"\(the ([A-Z][a-z]+(?: [A-Z][a-z]+){0,4})\)", one.text) for one in case.text.running)
    return list(dict.fromkeys(name for group in found for name in group))


def _in_two_cases(case: Case, noun: str, in_headings: bool) -> Iterator[Hit]:
    """A noun with and without its capitals; a registered name that has them in a heading alone counts too."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(noun)}(?![\w-])", re.IGNORECASE)
    upper: list[_Name] = []
    lower: list[_Name] = []
    looked_for = noun.lower()
    for one in case.text.running:
        text = case.unquoted[one.place]
        if looked_for not in text.lower():  # far quicker than to look for it in any case
            continue
        for found in pattern.finditer(text):
            begins = any(found.start() == begin for begin, _end in one.sentences) or text[: found.start()].endswith(
                ": "
            )
            begins = begins and found.group()[0].isupper()
            if begins or _not_ours(text, found, noun):
                continue
            name = _Name(one, *found.span(), one.text[found.start() : found.end()])
            if name.text == noun:
                upper.append(name)
            elif name.text == noun.lower() or name.text[0].islower():
                lower.append(name)
    minority, other = (lower, upper) if len(lower) <= len(upper) else (upper, lower)
    if in_headings and not upper:
        headings = ((one, one.text.find(noun)) for one in case.text.paragraphs if one.kind == "heading")
        upper = [_Name(one, at, at + len(noun), noun) for one, at in headings if at >= 0]
        minority, other = lower, upper
    if upper and lower:
        for name in minority:
            yield Hit(
                name.paragraph,
                name.start,
                name.end,
                "Capitals differ elsewhere.",
                f"“{other[0].text}”",
                fix=other[0].text,
            )


def _not_ours(text: str, found: re.Match[str], noun: str) -> bool:
    """Adjectives ("member countries"), part of a longer name, the chairs of another body, and "a committee"."""
    before, after = text[: found.start()], text[found.end() :]
    part_of_name = re.search(r"[A-Z][\w’-]*\s+$", before) and not re.search(r"(?:^|[.:;]\s+)The\s+$", before)
    goes_on = " " not in noun and re.match(r"\s+[A-Z]", after)
    one_of_many = not noun.endswith("s") and found.group()[0].islower() and not re.search(r"(?i)\bthe\s+$", before)
    return bool(part_of_name or goes_on or one_of_many or _OWNED.match(after))


def _as_actor(case: Case) -> Iterator[Hit]:
    """ "The meeting noted" beside "The Meeting agreed": the body that acts has one case; the event may have another."""
    verbs = "|".join(re.escape(form) for form in sorted(case.finder.forms, key=len, reverse=True))
    nouns = {*case.data.facts.texts("one_case_as_actor"), main_actor(case).casefold()} - {"", "we"}
    who = "|".join(re.escape(noun) for noun in sorted(nouns, key=len, reverse=True))
    pattern = re.compile(rf"\b[Tt]he\s+(?P<who>(?i:{who}))\s+(?:also\s+)?(?:{verbs})\b")
    found: dict[str, list[tuple[Paragraph, re.Match[str]]]] = defaultdict(list)
    for one in case.text.running:
        for hit in pattern.finditer(case.unquoted[one.place]):
            found[hit["who"].casefold()].append((one, hit))
    for hits in found.values():
        upper = [(one, hit) for one, hit in hits if not hit["who"].islower()]
        lower = [(one, hit) for one, hit in hits if hit["who"].islower()]
        minority, usual = (lower, upper) if len(lower) <= len(upper) else (upper, lower)
        if upper and lower:
            fix = usual[0][1]["who"]
            for one, hit in minority:
                yield Hit(one, *hit.span("who"), "Capitals differ elsewhere.", f"“{fix}”", fix=fix)


def term_variant(case: Case) -> Iterator[Hit]:
    """A word for which the office has another."""
    for own, other in case.terms:
        pattern = re.compile(rf"(?<![\w-]){re.escape(other)}(?P<many>e?s)?(?![\w-])", re.IGNORECASE)
        for one in case.text.running:
            for found in pattern.finditer(case.masked[one.place]):
                written = one.text[found.start() : found.end()]
                begins = any(found.start() == start for start, _end in one.sentences)
                if written[0].isupper() and not begins and other[0].islower():
                    continue
                wanted = many(own) if found["many"] else own
                fix = wanted[0].upper() + wanted[1:] if written[0].isupper() else wanted
                yield Hit(one, *found.span(), f"The office says “{wanted}”.", fix=fix)


def many(noun: str) -> str:
    """The plural of a noun, or of the last of several words."""
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
