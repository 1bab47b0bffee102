"""Names and terms: one name one way, capitals one way, the words of the house."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit

_SMALL = ("of", "the", "and", "on", "for", "in", "to", "against", "with", "a", "an", "&")
_PHRASE = re.compile(
    rf"(?<![\w-])(?:[A-Z][\w’'.&-]*|\d{{1,3}}(?:st|nd|rd|th))(?:\s+(?:(?:{'|'.join(_SMALL)})\s+){{0,2}}(?:[A-Z][\w’'&-]*|\d{{4}}(?:[–-]\d{{2,4}})?))+"
)
_TOKEN = re.compile(r"[\w’'&-]+(?:–\d+)?")
_OWNED = re.compile(r"^\s+(?:of|for)\s+(?!this\b|the (?:meeting|body|group)\b)")


@dataclass(frozen=True)
class _Name:
    """A name as it stands in the text."""

    paragraph: Paragraph
    start: int
    end: int
    text: str


def name_variant(case: Case) -> Iterator[Hit]:
    """One name in two forms: other order, other ending, with and without hyphen, apostrophe or blank."""
    heads = frozenset(case.data.facts.texts("heads_of_names"))
    registered = _registered(case)
    groups: dict[tuple[str, ...], list[_Name]] = defaultdict(list)
    for name in _names(case, heads):
        groups[_key(name.text)].append(name)
    told: set[tuple[int, int]] = set()
    for key, group in sorted(groups.items(), key=lambda entry: -len(entry[0])):
        official = registered.get(key)
        forms = Counter(_form(name.text) for name in group)
        if official is None and len(forms) < 2:
            continue
        usual = _form(official) if official else forms.most_common(1)[0][0]
        shown = official or next(name.text for name in group if _form(name.text) == usual)
        for name in group:
            if _form(name.text) != usual and (name.paragraph.place, name.end) not in told:
                told.add((name.paragraph.place, name.end))
                yield Hit(
                    name.paragraph,
                    name.start,
                    name.end,
                    "This name has another form elsewhere.",
                    f"“{shown}”",
                    fix=shown,
                )


def _registered(case: Case) -> dict[tuple[str, ...], str]:
    if case.record is None:
        return {}
    body = case.record.body
    names = [body.name, *body.names, *body.acronyms.values(), *(event.name for event in case.record.events)]
    return {_key(name): name for name in names if len(_content(name)) > 1}


def _names(case: Case, heads: frozenset[str]) -> Iterator[_Name]:
    """Every name of an institution or text, and each shorter name it ends in."""
    registered = {len(key) for key in _registered(case)}
    for one in case.text.paragraphs:
        if one.text.upper() == one.text:
            continue
        text = case.unquoted[one.place]
        for found in _PHRASE.finditer(text):
            tokens = list(_TOKEN.finditer(text, found.start(), found.end()))
            for last, token in enumerate(tokens):
                bare = re.sub(r"[’'](?:s)?$", "", token.group())
                if not (bare in heads or bare.rstrip("s") in heads or re.match(r"\d{4}", bare)):
                    continue
                for first in range(last - 1, -1, -1):
                    head = tokens[first].group()
                    if head in _SMALL or (first == 0 and head == "The"):
                        continue
                    size = len(_content(text[tokens[first].start() : token.end()]))
                    if size >= 3 or size in registered:
                        end = token.start() + len(bare)
                        yield _Name(one, tokens[first].start(), end, text[tokens[first].start() : end])


def _content(name: str) -> list[str]:
    return [word for word in _TOKEN.findall(name) if word.casefold() not in _SMALL]


def _key(name: str) -> tuple[str, ...]:
    """What is left of a name when order, endings, hyphens and apostrophes do not count."""
    joined = re.sub(r"(?i)\btask[\s-]force\b", "taskforce", re.sub(r"(?i)\bwork[\s-]plan\b", "workplan", name))
    joined = re.sub(r"(?i)\bround[\s-]table\b", "roundtable", joined)
    return tuple(sorted(_stem(part) for word in _content(joined) for part in re.split(r"-(?!\d)", word) if part))


def _stem(word: str) -> str:
    low = re.sub(r"[’'](?:s\b)?", "", word.casefold().replace("–", "-"))
    if re.search(r"\d", low):
        return low
    for ending in ("ing", "ies", "es", "s"):
        if low.endswith(ending) and len(low) - len(ending) > 3:
            low = low[: -len(ending)]
            break
    return low.rstrip("ey")


def _form(name: str) -> str:
    """A name to be compared letter for letter; capitals, kinds of apostrophe and dash, "and" for "&" do not count."""
    return " ".join(name.casefold().replace("’", "'").replace("–", "-").replace("&", "and").split())


def case_variant(case: Case) -> Iterator[Hit]:
    """An actor or a registered name with a capital here and without there."""
    nouns = [noun for noun in case.data.facts.texts("one_case") if noun]
    names = [
        name for name in (case.record.body.names if case.record else []) if " " in name and not re.search(r"\d", name)
    ]
    for noun in [*nouns, *names, *_own_names(case)]:
        yield from _in_two_cases(case, noun)


def _own_names(case: Case) -> list[str]:
    """Short names the text itself gives: "(the Disruption Working Group)"."""
    found = (re.findall(r"\(the ([A-Z][a-z]+(?: [A-Z][a-z]+){0,4})\)", one.text) for one in case.text.running)
    return list(dict.fromkeys(name for group in found for name in group))


def _in_two_cases(case: Case, noun: str) -> Iterator[Hit]:
    pattern = re.compile(rf"(?<![\w-]){re.escape(noun)}(?![\w-])", re.IGNORECASE)
    upper: list[_Name] = []
    lower: list[_Name] = []
    for one in case.text.running:
        text = case.unquoted[one.place]
        for found in pattern.finditer(text):
            if any(found.start() == begin for begin, _end in one.sentences) or _not_ours(text, found, noun):
                continue
            name = _Name(one, *found.span(), one.text[found.start() : found.end()])
            if name.text == noun:
                upper.append(name)
            elif name.text == noun.lower() or name.text[0].islower():
                lower.append(name)
    minority, other = (lower, upper) if len(lower) <= len(upper) else (upper, lower)
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
    """Adjectives ("member countries"), part of a longer name, and the chairs of another body."""
    before, after = text[: found.start()], text[found.end() :]
    part_of_name = re.search(r"[A-Z][\w’-]*\s+$", before) and not re.search(r"(?:^|[.:;]\s+)The\s+$", before)
    goes_on = " " not in noun and re.match(r"\s+[A-Z]", after)
    return bool(part_of_name or goes_on or _OWNED.match(after) or re.match(r"[’']\s", after) and False)


def term_variant(case: Case) -> Iterator[Hit]:
    """A word for which the office has another."""
    for own, other in case.terms:
        pattern = re.compile(rf"(?<![\w-]){re.escape(other)}(?![\w-])", re.IGNORECASE)
        for one in case.text.running:
            for found in pattern.finditer(case.masked[one.place]):
                written = one.text[found.start() : found.end()]
                begins = any(found.start() == start for start, _end in one.sentences)
                if written[0].isupper() and not begins and other[0].islower():
                    continue
                fix = own[0].upper() + own[1:] if written[0].isupper() else own
                yield Hit(one, *found.span(), f"The office says “{own}”.", fix=fix)
