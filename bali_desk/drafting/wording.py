"""Reading the wording files: styles with their frames and rules, the ladder of verbs, and small words.

Officers may change these files, so every fault is told with file and key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from bali_desk.assets import RESOURCES
from bali_desk.domain.errors import DeskError
from bali_desk.drafting.frames import ADVICE, FRAMES, PAIR, Fields, fill, named, unreadable
from bali_desk.drafting.verbs import Ladder, Pair, Verb

WORDING = RESOURCES / "wording"
DEFAULT_STYLE = "bali-process"
_SHARED = ("verbs", "words")  # wording files that are no styles

T = TypeVar("T")


@dataclass(frozen=True)
class Words:
    """Small words that every style shares."""

    and_: str
    also: str
    auxiliaries: tuple[str, ...]
    numbers: tuple[str, ...]
    abbreviations: tuple[str, ...]
    prepositions: tuple[str, ...]
    before_day: str
    before_season: str
    article: str
    with_article: tuple[str, ...]
    decision_above: tuple[str, ...]
    fulfilment: tuple[str, ...]
    thanks_to_host: tuple[str, ...]


@dataclass(frozen=True)
class Rules:
    """The house rules of a style."""

    words_up_to: int
    also_between: tuple[tuple[str, ...], ...]
    also_at_most: int
    also_after_sub_item: bool
    join_up_to: int
    point_end: str
    point_end_before_last: str
    point_end_last: str
    lead_in_end: str
    apostrophe: str
    actions_of: tuple[str, ...]


@dataclass(frozen=True)
class Style:
    """How a house writes a statement: its frames and rules, with the words and verbs all styles share."""

    name: str
    about: str
    numbered: bool
    frames: dict[str, tuple[str, ...]]
    rules: Rules
    words: Words
    ladder: Ladder

    def fill(self, frame: str, values: Fields) -> str:
        """The frame of this name, filled; "" where the style or the record says nothing."""
        return fill(self.frames[frame], values, self.number)

    def number(self, number: int) -> str:
        """A number in words or figures, as the style wants it."""
        words = self.words.numbers[: self.rules.words_up_to]
        return words[number - 1] if 0 < number <= len(words) else f"{number:,}"


def style_names(folder: Path = WORDING) -> list[str]:
    """The names of all styles there are, in order."""
    return sorted(path.stem for path in folder.glob("*.toml") if path.stem not in _SHARED)


def load_style(name: str | None = None, folder: Path = WORDING) -> Style:
    """The style of this name, or the default one."""
    name = name or DEFAULT_STYLE
    known = style_names(folder)
    if name not in known:
        raise DeskError(f"There is no statement style “{name}” in {folder}; there are {', '.join(known) or 'none'}.")
    part = _read(folder / f"{name}.toml")
    return Style(
        name=name,
        about=part.text("about"),
        numbered=part.take("numbered", bool),
        frames={frame: part.within("frames").frame(frame) for frame in FRAMES},
        rules=_rules(part.within("rules")),
        words=load_words(folder),
        ladder=load_verbs(folder),
    )


def load_words(folder: Path = WORDING) -> Words:
    """The small words that every style shares."""
    part = _read(folder / "words.toml")
    said = part.within("said")
    return Words(
        and_=part.text("and"),
        also=part.text("also"),
        auxiliaries=part.texts("auxiliaries"),
        numbers=part.texts("numbers"),
        abbreviations=part.texts("abbreviations"),
        prepositions=part.texts("prepositions"),
        before_day=part.text("before_day"),
        before_season=part.text("before_season"),
        article=part.text("article"),
        with_article=part.texts("with_article"),
        decision_above=said.texts("decision_above"),
        fulfilment=said.texts("fulfilment"),
        thanks_to_host=said.texts("thanks_to_host"),
    )


def load_verbs(folder: Path = WORDING) -> Ladder:
    """The ladder of verbs, in the order of the file."""
    part = _read(folder / "verbs.toml")
    return Ladder(
        verbs=tuple(_verb(one) for one in part.each("verb")),
        actors={kind: part.within("actors").texts(kind) for kind in part.within("actors").held},
        advice={kind: part.within("advice").pattern(kind, ADVICE) for kind in part.within("advice").held},
        pairs=tuple(
            Pair(one.texts("verbs"), one.texts("matter"), one.pattern("say", PAIR)) for one in part.each("pair")
        ),
    )


def _verb(part: _Part) -> Verb:
    strength = part.take("strength", int)
    if not 0 <= strength <= 9:
        raise part.fault("strength", "must be from 0 to 9")
    who = part.texts("who") if "who" in part.held else None
    return Verb(part.text("name"), strength, part.text("class"), part.text("commits"), who)


def _rules(part: _Part) -> Rules:
    readers: dict[str, Callable[[str], Any]] = {
        "int": lambda key: part.take(key, int),
        "bool": lambda key: part.take(key, bool),
        "str": part.text,
        "tuple[str, ...]": part.texts,
        "tuple[tuple[str, ...], ...]": part.groups,
    }
    return Rules(**{rule.name: readers[str(rule.type)](rule.name) for rule in fields(Rules)})


@dataclass(frozen=True)
class _Part:
    """A table of a wording file, which knows where it stands when something is wrong."""

    file: Path
    where: str
    held: dict[str, Any]

    def fault(self, key: str, problem: str) -> DeskError:
        return DeskError(f"{self.file.name}: {self.where}{key} {problem}.")

    def take(self, key: str, kind: type[T]) -> T:
        value = self.held.get(key)
        if value is None:
            raise self.fault(key, "is missing")
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            wanted = {str: "words in quotes", int: "a number", bool: "true or false", list: "a list", dict: "a table"}
            raise self.fault(key, f"must be {wanted[kind]}")
        return value

    def text(self, key: str) -> str:
        return self.take(key, str)

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.take(key, list)
        if not all(isinstance(value, str) for value in values):
            raise self.fault(key, "must be a list of words in quotes")
        return tuple(values)

    def groups(self, key: str) -> tuple[tuple[str, ...], ...]:
        return tuple(
            _Part(self.file, f"{self.where}{key}, group ", {str(place): group}).texts(str(place))
            for place, group in enumerate(self.take(key, list), start=1)
        )

    def within(self, key: str) -> _Part:
        return _Part(self.file, f"{self.where}{key}.", self.take(key, dict))

    def each(self, key: str) -> list[_Part]:
        return [
            _Part(self.file, f"{key} {place} ({one.get('name', 'without name')}): ", one)
            for place, one in enumerate(self.take(key, list), start=1)
        ]

    def frame(self, key: str) -> tuple[str, ...]:
        """A frame's patterns, each checked for braces and for fields that do not exist."""
        patterns = (self.text(key),) if isinstance(self.held.get(key), str) else self.texts(key)
        return tuple(self._checked(key, pattern, FRAMES[key]) for pattern in patterns)

    def pattern(self, key: str, fields: tuple[str, ...]) -> str:
        """One pattern that may name these fields."""
        return self._checked(key, self.text(key), fields)

    def _checked(self, key: str, pattern: str, fields: tuple[str, ...]) -> str:
        if letter := unreadable(pattern):
            raise self.fault(key, f"has a “{letter}” that belongs to no field: {pattern}")
        for field in named(pattern):
            if field not in fields:
                known = ", ".join(f"{{{name}}}" for name in fields)
                raise self.fault(key, f"names {{{field}}}, which does not exist; there are {known}")
        return pattern


def _read(path: Path) -> _Part:
    try:
        return _Part(path, "", tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise DeskError(f"The wording file {path} is missing.") from None
    except UnicodeDecodeError:
        raise DeskError(f"{path.name} is not UTF-8 text; save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as problem:
        raise DeskError(f"{path.name} cannot be read: {problem}.") from None
