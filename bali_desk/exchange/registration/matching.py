"""Finding a person again: by e-mail address, by name in any order, and by names that are nearly the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from bali_desk.exchange.registration.values import ADDRESS
from bali_desk.exchange.registration.words import folded

_MOST_WORDS = 12  # of a name by which it is found to be nearly another


@dataclass(frozen=True)
class Identity:
    """What a person is known by. `home` is a delegation's key, None where it is not known."""

    names: tuple[str, ...]  # Latin, native: each as written, without honorific
    emails: tuple[str, ...]
    home: Hashable

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the names."""
        return frozenset(word for name in self.names for word in folded(name).split())

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the names, see `name_keys`."""
        return name_keys(self.names)


@dataclass(frozen=True)
class Matches:
    """Who an identity may be, each list in the order they were noted."""

    same_email: tuple[Hashable, ...] = ()  # and the names have something in common
    shared_email: tuple[Hashable, ...] = ()  # and the names have nothing in common
    same_name: tuple[Hashable, ...] = ()  # in the same delegation
    name_only: tuple[Hashable, ...] = ()  # in another delegation, or one of the two is not known
    near: tuple[Hashable, ...] = ()  # in the same delegation, one name with words the other lacks

    @property
    def sure(self) -> tuple[Hashable, ...]:
        """Those that are the same person, as far as can be known."""
        return tuple(dict.fromkeys((*self.same_email, *self.same_name)))

    @property
    def all(self) -> tuple[Hashable, ...]:
        """All of them, the likeliest first."""
        return tuple(
            dict.fromkeys((*self.same_email, *self.same_name, *self.shared_email, *self.name_only, *self.near))
        )


def identity(names: Iterable[str | None], email: str | None, home: Hashable) -> Identity:
    """An identity of what a record holds."""
    addresses = tuple(found.casefold() for found in ADDRESS.findall(email or ""))
    return Identity(tuple(filter(None, names)), addresses, home)


def name_keys(names: Sequence[str]) -> frozenset[str]:
    """Keys of which two ways of writing one name share one: its words in any order, and run together in any turn."""
    keys: set[str] = set()
    for name in names:
        words = folded(name).split()
        if words:
            keys.add(" ".join(sorted(words)))
            keys.update("".join(words[turn:] + words[:turn]) for turn in range(len(words)))
    return frozenset(keys)


@dataclass
class Index:
    """Persons to be found again, each noted under a key of the caller's."""

    _by_email: dict[str, list[Hashable]] = field(default_factory=dict)
    _by_name: dict[str, list[Hashable]] = field(default_factory=dict)
    _by_pair: dict[tuple[Hashable, tuple[str, str]], list[Hashable]] = field(default_factory=dict)
    _known: dict[Hashable, Identity] = field(default_factory=dict)

    def note(self, key: Hashable, person: Identity) -> None:
        """Add a person."""
        self._known[key] = person
        for address in person.emails:
            self._by_email.setdefault(address, []).append(key)
        for name in person.keys:
            self._by_name.setdefault(name, []).append(key)
        if person.home is not None:
            for pair in _pairs(person.words):
                self._by_pair.setdefault((person.home, pair), []).append(key)

    def find(self, person: Identity) -> Matches:
        """Everyone noted so far who may be this person."""
        words = person.words
        addressed = _distinct(key for address in person.emails for key in self._by_email.get(address, ()))
        named = _distinct(key for name in person.keys for key in self._by_name.get(name, ()))
        here = [key for key in named if person.home is not None and self._known[key].home == person.home]
        alike = {
            key for key in addressed if not self._known[key].words or self._known[key].words & words or key in named
        }
        return Matches(
            same_email=tuple(key for key in addressed if key in alike),
            shared_email=tuple(key for key in addressed if key not in alike),
            same_name=tuple(here),
            name_only=tuple(key for key in named if key not in here),
            near=tuple(key for key in self._near(person, words) if key not in named),
        )

    def _near(self, person: Identity, words: frozenset[str]) -> list[Hashable]:
        found = _distinct(key for pair in _pairs(words) for key in self._by_pair.get((person.home, pair), ()))
        return [key for key in found if words <= self._known[key].words or self._known[key].words <= words]


def _pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every two words that a name shares with one nearly the same; of very long names, the first ones."""
    return combinations(sorted(words)[:_MOST_WORDS], 2)


def _distinct(keys: Iterable[Hashable]) -> list[Hashable]:
    return list(dict.fromkeys(keys))
