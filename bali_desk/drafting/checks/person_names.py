"""Persons met in a draft, and whom of the record each of them is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from bali_desk.domain.models import Participant
from bali_desk.domain.record import Record
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.data import Data
from bali_desk.drafting.checks.draft_text import Paragraph

_PART = r"[A-ZÀ-ÞĀ-Ž‘ʻ][\w’'.‘ʻ-]*"
_SMALL = r"(?:de|da|dos|van|von|bin|binti|al|el|la|der|ul|ibn)"
_SPEAKS = re.compile(r"\s+(?:also\s+|then\s+)?(?:[a-z]+ed|said|spoke|gave|told|led|drew|took|made|saw)\b")
_IN_A_POST = re.compile(r"[A-Z][\w’]*[\s-]+$")  # "Director General Ong": a post, and no title

CLOSE = 0.85  # of the letters of two names, for one to be the other misspelt
SAME_HEAD = 3  # letters two family names must begin with alike to be one misspelt


@dataclass(frozen=True)
class Met:
    """A person met in the text, with whom of the record this is."""

    paragraph: Paragraph
    found: re.Match[str]
    name: str
    exact: Participant | None
    near: Participant | None


def person_pattern(data: Data) -> re.Pattern[str]:
    """What finds a person with titles: the groups `honorific` and `name`."""
    part = data.persons
    return _pattern((*part.texts("honorifics"), *part.texts("ranks"), *part.texts("ranks_or_words")))


@lru_cache(maxsize=2)
def _pattern(titles: tuple[str, ...]) -> re.Pattern[str]:
    spelt = (
        re.escape(one).replace(r"\.", r"\.?\s?").replace("'", "[’']?").replace(r"\ ", r"\s+")
        for one in sorted(titles, key=len, reverse=True)
    )
    title = f"(?:{'|'.join(spelt)})"
    return re.compile(
        rf"\b(?P<honorific>{title}\.?(?:\s+{title}\.?)*)\s+"
        rf"(?P<name>(?!{title}\b){_PART}(?:\s+(?:{_SMALL}\s+)?{_PART}){{0,5}})"
    )


def met_in(case: Case) -> list[Met]:
    """Every person a draft names with a title, and whom of the record she is, surely or nearly; no name goes on after
    the end of its sentence.
    """
    record = case.record
    if record is None:
        return []
    pattern, made = person_pattern(case.data), []
    for one in case.text.running:
        for start, end in one.sentences:
            for found in pattern.finditer(one.text, start, end):
                name = _cut_name(found["name"])
                exact = _exact(record, name, titles_in(found["honorific"], case.data))
                if _is_person(case, found, name, exact):
                    made.append(Met(one, found, name, exact, None if exact else _near(record, name)))
    return made


def titles_in(words: str, data: Data) -> set[str]:
    """Titles in full, without their full stops and apostrophes: of "Dato’" two are in use."""
    short = data.persons.within("short").held
    return {str(short.get(word, word)) for word in _bare(words).split()}


def _bare(title: str) -> str:
    return re.sub("[.’']", "", title)


def _is_person(case: Case, found: re.Match[str], name: str, exact: Participant | None) -> bool:
    """Whether a title is one: a rank is where it belongs to somebody who came, or stands before a whole name."""
    part = case.data.persons
    said = _bare(found["honorific"])
    if any(f" {_bare(one)} " in f" {said} " for one in part.texts("honorifics")):
        return True
    before, after = found.string[: found.start()], found.string[found.start("name") + len(name) :]
    common = said.split()[0] in part.texts("ranks_or_words")
    if common and _IN_A_POST.search(before):
        return False
    words = name.split()
    heads = {*case.data.facts.texts("heads_of_names"), *part.texts("no_persons")}
    named = len(words) > 1 and not any(word in heads for word in words) and not any(case.countries.named(name))
    return exact is not None or (named and not (common and not _SPEAKS.match(after)))


def _cut_name(name: str) -> str:
    """The name without the full stop of its sentence and the "s" of what is hers."""
    return re.sub(r"(?:[’']s)?[.’']?$", "", name) if not re.search(r"\b[A-Z]\.$", name) else name


def _exact(record: Record, name: str, titles: Collection[str]) -> Participant | None:
    """Who is called so, by the whole name or the family name before any other part of it; of two, who has the title."""
    for fits in (_fits, _goes_by):
        found = [one for one in record.participants if fits(one, name)]
        hers = [one for one in found if set(_bare(one.honorific or "").split()) & set(titles)]
        if found:
            return (hers or found)[0]
    return None


def _fits(one: Participant, name: str) -> bool:
    """Whether a name in a text is this person's: whole, the family name alone, or its letters as they are written."""
    letters = [letters_of(part) for part in names_of(one)]
    said = [letters_of(part) for part in name.split()]
    if any(sorted(said) == sorted(full.split()) for full in letters):
        return any(said == full.split() or _is_surname_first(said, full.split()) for full in letters)
    family = letters_of(one.family or "")
    return bool(family) and (
        " ".join(said) == family
        or (
            said[-1:] == family.split()[-1:]
            and len(said) < len(letters[0].split())
            and set(said) <= set(letters[0].split())
        )
    )


def _goes_by(one: Participant, name: str) -> bool:
    """Whether a person may be called so for short: by part of her names as they follow each other, "Ms Pornpimol"."""
    said = f" {letters_of(name)} "
    return any(said in f" {letters_of(full)} " for full in names_of(one))


def _is_surname_first(said: list[str], full: list[str]) -> bool:
    return said == [*full[-1:], *full[:-1]]


def names_of(one: Participant) -> list[str]:
    """The ways a person's whole name may be written, the usual one first."""
    given, family = one.given or "", one.family or ""
    names = [f"{given} {family}".strip(), one.display or ""]
    if one.name_order and "family" in one.name_order:
        names.append(f"{family} {given}".strip())
    return [name for name in names if name]


def letters_of(name: str) -> str:
    """A name letter for letter, capitals and the kind of apostrophe aside: its accents count."""
    made = unicodedata.normalize("NFC", name).casefold()
    return re.sub(r"[’'‘ʻ]", "'", made).rstrip(".")


def _tokens(name: str) -> list[str]:
    bare = unicodedata.normalize("NFD", re.sub(r"[’'‘ʻ-]", "", name).casefold())
    return re.findall(r"[a-z]+", "".join(letter for letter in bare if not unicodedata.combining(letter)))


def _near(record: Record, name: str) -> Participant | None:
    """The person whose name is nearly this one: other accents, other order, a letter or two off."""
    wanted = _tokens(name)
    best, score = None, 0.0
    for one in record.participants:
        likeness = max((_likeness(wanted, _tokens(full)) for full in names_of(one)), default=0.0)
        family = "".join(_tokens(one.family or ""))
        if len(wanted) == 1 and family and len(wanted[0]) > 4:
            likeness = max(likeness, SequenceMatcher(None, wanted[0], family, autojunk=False).ratio())
        if likeness > score:
            best, score = one, likeness
    return best if score >= CLOSE else _near_family(record.participants, wanted)


def _near_family(participants: Iterable[Participant], wanted: list[str]) -> Participant | None:
    """The one person whose family name begins so and differs in two letters; her given names, if told, are right."""
    given = set(wanted[:-1])
    found = [
        one
        for one in participants
        if given <= set(_tokens(one.given or "")) and _two_letters_off(wanted[-1], "".join(_tokens(one.family or "")))
    ]
    return found[0] if len(found) == 1 else None


def _two_letters_off(one: str, other: str) -> bool:
    alike = len(one) == len(other) and len(one) > SAME_HEAD * 2 - 1 and one[:SAME_HEAD] == other[:SAME_HEAD]
    return alike and sum(left != right for left, right in zip(one, other, strict=True)) <= 2


def _likeness(one: list[str], other: list[str]) -> float:
    if not one or not other:
        return 0.0
    if sorted(one) == sorted(other):
        return 1.0
    joined = SequenceMatcher(None, "".join(sorted(one)), "".join(sorted(other)), autojunk=False).ratio()
    pairs = [max(SequenceMatcher(None, word, known, autojunk=False).ratio() for known in other) for word in one]
    return (
        min(joined, min(pairs) + 0.1)
        if len(one) == len(other)
        else min(joined, sum(pairs) / len(pairs))
        if len(one) > 1
        else 0.0
    )
