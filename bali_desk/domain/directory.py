"""Who is the same person at several meetings: a rule, for no list of persons is kept beside the meetings.

Two entries are one person when they bear the same e-mail address and names that have a word in common; an address that
serves people with nothing in common is an office's. An entry without an address joins those of the same name, its words
in any order, in the delegation of the same name, unless two people there are told apart by their addresses. A name
alone never makes two entries one person: officers of one name are many.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from bali_desk.domain.letters import plain_letters

Entry = TypeVar("Entry")


class Marks(NamedTuple):
    """What an entry is known by: all folded; `delegation` empty where she has none."""

    email: str
    words: frozenset[str]  # of her name, in every script it is known in
    name: tuple[str, ...]  # the words of the name in Latin letters, or of the native one, sorted
    delegation: str


def marks(parts: Sequence[str | None], native: str | None, email: str | None, delegation: str | None) -> Marks:
    """What a person is known by; `parts` are those of her name in Latin letters."""
    latin = _words(parts)
    own = _words([native])
    return Marks(
        (email or "").strip().casefold(),
        frozenset(latin + own),
        tuple(sorted(latin or own)),
        plain_letters(delegation or "").strip(),
    )


def grouped(entries: Iterable[tuple[Marks, Entry]]) -> list[list[Entry]]:
    """The entries of each person, in the order they came; persons in the order of their first entry."""
    groups: list[list[Entry]] = []
    by_email: dict[str, list[tuple[set[str], int]]] = {}
    at_home: dict[Hashable, set[int]] = {}
    later: list[tuple[int, Marks, Entry]] = []
    order: list[tuple[int, int]] = []  # when a group began, and which it is
    for number, (known, entry) in enumerate(entries):
        if not known.email:
            later.append((number, known, entry))
            continue
        place = _same_address(by_email.setdefault(known.email, []), known.words)
        if place is None:
            place = len(groups)
            groups.append([])
            order.append((number, place))
            by_email[known.email].append((set(known.words), place))
        groups[place].append(entry)
        if known.name:
            at_home.setdefault((known.name, known.delegation), set()).add(place)
    for number, known, entry in later:
        same = at_home.setdefault((known.name, known.delegation), set()) if known.name and known.delegation else set()
        if len(same) == 1:
            groups[next(iter(same))].append(entry)
            continue
        place = len(groups)
        groups.append([entry])
        order.append((number, place))
        same.add(place)
    return [groups[place] for _number, place in sorted(order)]


def _same_address(known: list[tuple[set[str], int]], words: frozenset[str]) -> int | None:
    """The group among those of one address that has a word of the name, or either has no name."""
    for names, place in known:
        if not words or not names or not names.isdisjoint(words):
            names |= words
            return place
    return None


def _words(parts: Iterable[str | None]) -> list[str]:
    return [word.strip(".,") for part in parts if part for word in plain_letters(part).replace("-", " ").split()]
