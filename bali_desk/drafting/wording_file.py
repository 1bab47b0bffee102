"""A wording file being read: every fault is told with the file and the key where it stands."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from bali_desk.assets import RESOURCES
from bali_desk.domain.errors import DeskError
from bali_desk.drafting.frames import FRAMES, named, unreadable

WORDING = RESOURCES / "wording"

T = TypeVar("T")


@dataclass(frozen=True)
class Part:
    """A table of a wording file, which knows where it stands when something is wrong."""

    file: str
    where: str
    held: dict[str, Any]

    def fault(self, key: str, problem: str) -> DeskError:
        """What to raise about a key of this table."""
        return DeskError(f"{self.file}: {self.where}{key} {problem}.")

    def take(self, key: str, kind: type[T]) -> T:
        """The value of a key, of the kind it must be."""
        value = self.held.get(key)
        if value is None:
            raise self.fault(key, "is missing")
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            wanted = {str: "words in quotes", int: "a number", bool: "true or false", list: "a list", dict: "a table"}
            raise self.fault(key, f"must be {wanted[kind]}")
        return value

    def text(self, key: str) -> str:
        """Words."""
        return self.take(key, str)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of words."""
        values = self.take(key, list)
        if not all(isinstance(value, str) for value in values):
            raise self.fault(key, "must be a list of words in quotes")
        return tuple(values)

    def one_of(self, key: str, known: tuple[str, ...]) -> str:
        """One of a few words."""
        value = self.text(key)
        if value not in known:
            raise self.fault(key, f"must be {' or '.join(f'“{one}”' for one in known)}, not “{value}”")
        return value

    def groups(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Lists of words in a list."""
        return tuple(
            Part(self.file, f"{self.where}{key}, group ", {str(place): group}).texts(str(place))
            for place, group in enumerate(self.take(key, list), start=1)
        )

    def within(self, key: str, missing: bool = False) -> Part:
        """A table in this one; with `missing` an empty one where there is none."""
        if missing and key not in self.held:
            return Part(self.file, f"{self.where}{key}.", {})
        return Part(self.file, f"{self.where}{key}.", self.take(key, dict))

    def each(self, key: str) -> list[Part]:
        """The tables of a list, each known by its name in a fault."""
        return [
            Part(self.file, f"{key} {place} ({one.get('name', 'without name')}): ", one)
            for place, one in enumerate(self.take(key, list), start=1)
        ]

    def over(self, other: Part) -> Part:
        """This table with what it does not say taken from another, tables in it likewise."""
        return Part(self.file, self.where, _laid_over(self.held, other.held))

    def frame(self, key: str) -> tuple[str, ...]:
        """A frame's patterns, each checked for braces and for fields that do not exist."""
        patterns = (self.text(key),) if isinstance(self.held.get(key), str) else self.texts(key)
        return tuple(self._checked(key, pattern, FRAMES[key]) for pattern in patterns)

    def pattern(self, key: str, fields: tuple[str, ...]) -> str:
        """One pattern that may name these fields."""
        return self._checked(key, self.text(key), fields)

    def _checked(self, key: str, pattern: str, fields: tuple[str, ...]) -> str:
        if problem := fault_in(pattern, fields):
            raise self.fault(key, problem)
        return pattern


def _laid_over(upper: dict[str, Any], beneath: dict[str, Any]) -> dict[str, Any]:
    held = {**beneath, **upper}
    for key in upper.keys() & beneath.keys():
        if isinstance(upper[key], dict) and isinstance(beneath[key], dict):
            held[key] = _laid_over(upper[key], beneath[key])
    return held


def fault_in(pattern: str, fields: tuple[str, ...]) -> str:
    """What is wrong with a sentence pattern that may name these fields; "" where nothing is."""
    if letter := unreadable(pattern):
        return f"has a “{letter}” that belongs to no field: {pattern}"
    for field in named(pattern):
        if field not in fields:
            known = ", ".join(f"{{{name}}}" for name in fields)
            return f"names {{{field}}}, which does not exist; there are {known}"
    return ""


def read_file(path: Path) -> Part:
    """The file as one table; DeskError where it is missing or no TOML."""
    try:
        return read_text(path.read_text(encoding="utf-8"), path.name)
    except FileNotFoundError:
        raise DeskError(f"The wording file {path} is missing.") from None
    except UnicodeDecodeError:
        raise DeskError(f"{path.name} is not UTF-8 text; save it as UTF-8.") from None


def read_text(text: str, name: str) -> Part:
    """The text of a wording file as one table; `name` is what it is called in a fault."""
    try:
        return Part(name, "", _parsed(text))
    except tomllib.TOMLDecodeError as problem:
        raise DeskError(f"{name} cannot be read: {problem}.") from None


@lru_cache(maxsize=64)
def _parsed(text: str) -> dict[str, Any]:
    """What a text of TOML holds. The same texts are asked for at every keystroke; nobody changes what is returned."""
    return tomllib.loads(text)
