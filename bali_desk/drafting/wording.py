"""How a house writes: styles with their frames and rules, profiles of house style, the ladder of verbs, small words.

All of it is read from the files in resources/wording, which officers may change; a body's own wording lies over them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import Field, dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from bali_desk.domain.errors import DeskError
from bali_desk.domain.record import DEFAULT_STYLE, Record
from bali_desk.drafting.choices import Choices, read_choices
from bali_desk.drafting.frames import ADVICE, FRAMES, PAIR, Fields, fill
from bali_desk.drafting.verbs import BINDING, Ladder, Pair, Verb
from bali_desk.drafting.wording_file import WORDING, Part, read_file, read_text
from bali_desk.drafting.words import Words, load_words

ASKS = ("owner", "body")
ORDERS = ("agenda", "strongest first", "strongest last")
COUNTRIES = ("short", "official")
CALLED = "The wording of this body"
_SHARED = ("verbs", "words")  # wording files that are no styles
_DAYS = ("day", "first", "last")  # fields of the patterns of dates


@dataclass(frozen=True)
class Rules:
    """How a style composes."""

    order: str
    say_once: bool
    pronouns_in_a_row: int
    list_from: int
    series_from: int
    also_between: tuple[tuple[str, ...], ...]
    also_at_most: int
    also_after_sub_item: bool
    join_up_to: int
    actions_of: tuple[str, ...]


@dataclass(frozen=True)
class House:
    """The house style of a profile: dates, numbers, lists, apostrophes, names."""

    words_up_to: int
    title_two_days: str
    title_days: str
    title_days_apart: str
    text_day: str
    text_two_days: str
    text_days: str
    years_dash: str
    per_cent: str
    point_end: str
    point_end_before_last: str
    point_end_last: str
    lead_in_end: str
    apostrophe: str
    countries: str
    acronym_from: int
    spelling: str  # a dictionary in resources/spelling


@dataclass(frozen=True)
class Style:
    """How a house writes a statement: its frames and rules, with the words and verbs all styles share."""

    name: str
    about: str
    numbered: bool
    profile: str
    frames: dict[str, tuple[str, ...]]
    rules: Rules
    house: House
    words: Words
    ladder: Ladder
    choices: Choices  # what goes before the choices of the profile in the draft checks

    def fill(self, frame: str, values: Fields) -> str:
        """The frame of this name, filled; "" where the style or the record says nothing."""
        return fill(self.frames[frame], values, self.number)

    def number(self, number: int) -> str:
        """A number in words or figures, as the house wants it."""
        words = self.words.numbers[: self.house.words_up_to]
        return words[number - 1] if 0 < number <= len(words) else f"{number:,}"


def style_names(folder: Path = WORDING) -> list[str]:
    """The names of all styles there are, in order."""
    return sorted(path.stem for path in folder.glob("*.toml") if path.stem not in _SHARED)


def profile_names(folder: Path = WORDING) -> list[str]:
    """The names of all profiles there are, in order."""
    return sorted(path.stem for path in (folder / "profiles").glob("*.toml"))


def load_profile_about(name: str, folder: Path = WORDING) -> str:
    """What a profile is, in one line."""
    return read_file(folder / "profiles" / f"{name}.toml").text("about")


def load_profile_checks(name: str, folder: Path = WORDING) -> Part:
    """The choices of a profile for the draft checks, its table [checks]; an empty one where it makes none."""
    return read_file(folder / "profiles" / f"{name}.toml").within("checks", missing=True)


def style_for(record: Record) -> Style:
    """The style a record's statement is written in, with the body's own wording where it has any."""
    return load_style(record.body.style, own=record.wording)


def style_to_check_by(record: Record) -> tuple[Style, str]:
    """The style a record's texts are checked by, and what to tell of it; "" but where the body's own is not here.

    A colleague's file may name the style of her office; that stops no check, the default one takes its place. Raises
    DeskError where the body's own wording cannot be read.
    """
    name = record.body.style
    if not name or name in style_names():
        return style_for(record), ""
    told = f"There is no statement style “{name}” here: the text is checked by “{DEFAULT_STYLE}”."
    return load_style(own=record.wording), told


def load_style(
    name: str | None = None, folder: Path = WORDING, own: str | None = None, profile: str | None = None
) -> Style:
    """The style of this name, or the default one, in another profile where one is given.

    `own` is the text of a body's own wording, a file like those in resources/wording: what it says takes the place of
    the shipped, and what it does not say stays as shipped. Raises DeskError where anything cannot be read.
    """
    files = sorted(folder.rglob("*.toml"))
    return _loaded(name or DEFAULT_STYLE, folder, own, profile, tuple(_state_of(file) for file in files))


def _state_of(file: Path) -> tuple[str, int, int]:
    state = file.stat()
    return file.name, state.st_mtime_ns, state.st_size


@lru_cache(maxsize=32)
def _loaded(name: str, folder: Path, own: str | None, profile: str | None, _files: object) -> Style:
    """The style, built once as long as no file changes: it is asked for at every pause in typing."""
    known = style_names(folder)
    if name not in known:
        raise DeskError(f"There is no statement style “{name}” in {folder}; there are {', '.join(known) or 'none'}.")
    part = read_file(folder / f"{name}.toml")
    if own:
        part = read_text(own, CALLED).over(part)
    profile = profile or part.text("profile")
    return Style(
        name=name,
        about=part.text("about"),
        numbered=part.take("numbered", bool),
        profile=profile,
        frames={frame: part.within("frames").frame(frame) for frame in FRAMES},
        rules=_rules(part.within("rules")),
        house=_house(part.within("house", missing=True), _profile(profile, folder, part)),
        words=load_words(folder),
        ladder=load_verbs(folder),
        choices=read_choices(part.within("checks", missing=True)),
    )


def load_verbs(folder: Path = WORDING) -> Ladder:
    """The ladder of verbs, in the order of the file."""
    part = read_file(folder / "verbs.toml")
    return Ladder(
        verbs=tuple(_verb(one) for one in part.each("verb")),
        actors={kind: part.within("actors").texts(kind) for kind in part.within("actors").held},
        advice={kind: part.within("advice").pattern(kind, ADVICE) for kind in part.within("advice").held},
        pairs=tuple(_pair(one) for one in part.each("pair")),
        register_from=_strength(part, "register_from") if "register_from" in part.held else BINDING,
    )


def _verb(part: Part) -> Verb:
    strength = _strength(part, "strength")
    who = part.texts("who") if "who" in part.held else None
    asks = part.one_of("asks", ASKS) if "asks" in part.held else ""
    return Verb(part.text("name"), strength, part.text("class"), part.text("commits"), who, asks)


def _strength(part: Part, key: str) -> int:
    strength = part.take(key, int)
    if not 0 <= strength <= 9:
        raise part.fault(key, "must be from 0 to 9")
    return strength


def _pair(part: Part) -> Pair:
    needs = part.texts("needs") if "needs" in part.held else ()
    matter = part.texts("matter") if "matter" in part.held or not needs else ()
    return Pair(part.texts("verbs"), matter, needs, part.pattern("say", PAIR))


def _rules(part: Part) -> Rules:
    part.one_of("order", ORDERS)
    return Rules(**{field.name: _read(part, field) for field in fields(Rules)})


def _house(own: Part, profile: Part) -> House:
    """The house style of a profile; a line in the style's own table goes before that of the profile."""
    read: dict[str, Any] = {}
    for field in fields(House):
        part = own if field.name in own.held else profile
        read[field.name] = _read(part, field)
        if field.name.startswith(("title_", "text_")):
            part.pattern(field.name, _DAYS)
        if field.name == "countries":
            part.one_of(field.name, COUNTRIES)
    return House(**read)


def _profile(name: str, folder: Path, style: Part) -> Part:
    known = profile_names(folder)
    if name not in known:
        raise style.fault("profile", f"names “{name}”, which does not exist; there are {', '.join(known) or 'none'}")
    return read_file(folder / "profiles" / f"{name}.toml")


def _read(part: Part, field: Field[Any]) -> Any:
    readers: dict[str, Callable[[str], Any]] = {
        "int": lambda key: part.take(key, int),
        "bool": lambda key: part.take(key, bool),
        "str": part.text,
        "tuple[str, ...]": part.texts,
        "tuple[tuple[str, ...], ...]": part.groups,
    }
    return readers[str(field.type)](field.name)
