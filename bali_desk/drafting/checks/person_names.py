"""Persons met in a draft, and whom of the record each of them is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from bali_desk.domain.models import Participant
from bali_desk.domain.record import Record
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import Paragraph

_HONORIFICS = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|H\.\s?E|HE|Hon|Ambassador|Sir|Dame|Datuk|Dato[’']?|Tan Sri|Pak|Ibu)"


_PART = r"[A-ZÀ-ÞĀ-Ž‘ʻ][\w’'.‘ʻ-]*"


PERSON = re.compile(
    rf"\b(?P<honorific>{_HONORIFICS}\.?(?:\s+{_HONORIFICS}\.?)*)\s+(?P<name>{_PART}(?:\s+(?:(?:de|da|dos|van|von|bin|binti|al|el|la|der|ul|ibn)\s+)?{_PART}){{0,5}})"
)


CLOSE = 0.8


@dataclass(frozen=True)
class Met:
    """A person met in the text, with whom of the record this is."""

    paragraph: Paragraph
    found: re.Match[str]
    name: str
    exact: Participant | None
    near: Participant | None


def met_in(case: Case) -> Iterator[Met]:
    """Every person a draft names with a title, and whom of the record she is, surely or nearly."""
    record = case.record
    if record is None:
        return
    for one in case.text.running:
        for found in PERSON.finditer(one.text):
            name = _cut_name(found["name"])
            exact = _exact(record, name)
            yield Met(one, found, name, exact, None if exact else _near(record, name))


def _cut_name(name: str) -> str:
    """The name without the full stop of its sentence and the "s" of what is hers."""
    return re.sub(r"(?:[’']s)?[.’']?$", "", name) if not re.search(r"\b[A-Z]\.$", name) else name


def _exact(record: Record, name: str) -> Participant | None:
    wanted = _tokens(name)
    found = [one for one in record.participants if _fits(wanted, one, name)]
    return found[0] if found else None


def _fits(wanted: list[str], one: Participant, name: str) -> bool:
    """Whether a name in a text is this person's: whole, the family name alone, or its letters as they are written."""
    whole = names_of(one)
    letters = [letters_of(part) for part in whole]
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
    bare = unicodedata.normalize("NFD", name.casefold())
    return re.findall(
        r"[a-z]+", "".join(letter for letter in bare if not unicodedata.combining(letter)).replace("'", "")
    )


def _near(record: Record, name: str) -> Participant | None:
    """The person whose name is nearly this one: other accents, other order, a letter or two off."""
    wanted = _tokens(re.sub(r"[’'‘ʻ-]", "", name))
    best, score = None, 0.0
    for one in record.participants:
        for full in names_of(one):
            known = _tokens(re.sub(r"[’'‘ʻ-]", "", full))
            likeness = _likeness(wanted, known)
            family = _tokens(re.sub(r"[’'‘ʻ-]", "", one.family or ""))
            if len(wanted) == 1 and family:
                likeness = max(
                    likeness,
                    SequenceMatcher(None, wanted[0], "".join(family), autojunk=False).ratio()
                    if len(wanted[0]) > 4
                    else 0,
                )
            if likeness > score:
                best, score = one, likeness
    return best if score >= CLOSE + 0.05 else None


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
