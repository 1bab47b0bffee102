"""Dictionaries of spelling in resources/spelling: every form of every word, made once from Hunspell's files.

All forms are made at once rather than worked out for each word: a text is then checked by looking into a set, and what
a wrong word was meant to be is found among the forms themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from bali_desk.assets import RESOURCES
from bali_desk.domain.errors import DeskError
from bali_desk.drafting.wording_file import read_file

SPELLING = RESOURCES / "spelling"


@dataclass(frozen=True)
class Dictionary:
    """The words of a language; `unsaid` are right but never offered; `slips` are pairs often written for each other."""

    words: frozenset[str]
    unsaid: frozenset[str]
    slips: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FieldWords:
    """What resources/spelling/words.toml holds: words of the field and the small rules."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    particles: frozenset[str]
    openers: tuple[str, ...]
    run_together: frozenset[str]
    always_s: tuple[str, ...]


def dictionary_names(folder: Path = SPELLING) -> list[str]:
    """The names of all dictionaries there are, in order."""
    return sorted(path.stem for path in folder.glob("*.dic"))


@cache
def load_dictionary(name: str, folder: Path = SPELLING) -> Dictionary:
    """The dictionary of this name, such as "en_AU", read once. Raises DeskError where it is missing or unreadable.

    Takes a quarter of a second: not for the window's thread.
    """
    try:
        rules = _rules((folder / f"{name}.aff").read_text(encoding="utf-8").splitlines())
        lines = (folder / f"{name}.dic").read_text(encoding="utf-8").splitlines()[1:]
    except (OSError, UnicodeDecodeError):
        raise DeskError(f"The dictionary “{name}” could not be read in {folder}.") from None
    words: set[str] = set()
    unsaid: set[str] = set()
    for line in lines:
        stem, _, flags = line.split("\t")[0].partition("/")
        if rules.part_only and rules.part_only in flags:
            continue
        forms = rules.forms(stem, flags)
        words.update(forms)
        if rules.never_offered and rules.never_offered in flags:
            unsaid.update(forms)
    return Dictionary(frozenset(words), frozenset(unsaid), tuple(rules.slips))


@cache
def load_field_words(folder: Path = SPELLING) -> FieldWords:
    """The words of the field and the small rules."""
    part = read_file(folder / "words.toml")
    return FieldWords(
        words=frozenset(part.texts("field")),
        beginnings=part.texts("beginnings"),
        particles=frozenset(part.texts("particles")),
        openers=part.texts("openers"),
        run_together=frozenset(part.texts("run_together")),
        always_s=tuple(word.removesuffix("e") for word in part.texts("always_s")),
    )


@dataclass(frozen=True)
class _Affix:
    """A beginning or an ending that words of some flag take, where `fits` says so."""

    strip: str
    add: str
    fits: Callable[[str], object]
    crosses: bool  # may stand together with one at the other end


@dataclass
class _Rules:
    endings: dict[str, list[_Affix]] = field(default_factory=dict)
    beginnings: dict[str, list[_Affix]] = field(default_factory=dict)
    slips: list[tuple[str, str]] = field(default_factory=list)
    never_offered: str = ""
    part_only: str = ""

    def forms(self, stem: str, flags: str) -> list[str]:
        """The stem with all its endings and beginnings."""
        alone, crossing = [stem], [stem]
        for flag in flags:
            for one in self.endings.get(flag, ()):
                if one.fits(stem):
                    made = stem[: len(stem) - len(one.strip)] + one.add
                    (crossing if one.crosses else alone).append(made)
        if len(crossing) == 1 and len(alone) == 1 and not flags:
            return alone
        begun = [
            one.add + made[len(one.strip) :]
            for flag in flags
            for one in self.beginnings.get(flag, ())
            for made in (crossing if one.crosses else [stem])
            if one.fits(made)
        ]
        return alone + crossing + begun


def _rules(lines: Iterable[str]) -> _Rules:
    rules = _Rules()
    crosses: dict[tuple[str, str], bool] = {}
    for line in lines:
        match line.split():
            case [("SFX" | "PFX") as end, flag, ("Y" | "N") as cross, number] if number.isdecimal():
                crosses[end, flag] = cross == "Y"
            case [("SFX" | "PFX") as end, flag, strip, add, where, *_]:
                affixes = rules.endings if end == "SFX" else rules.beginnings
                affixes.setdefault(flag, []).append(_affix(end, (strip, add, where), crosses.get((end, flag), False)))
            case ["REP", wrong, right]:
                rules.slips.append((wrong.replace("_", " "), right.replace("_", " ")))
            case ["NOSUGGEST", flag]:
                rules.never_offered = flag
            case ["ONLYINCOMPOUND", flag]:
                rules.part_only = flag
    return rules


def _affix(end: str, said: Sequence[str], crosses: bool) -> _Affix:
    strip, add, where = said
    fits: Callable[[str], object]
    if where == ".":
        fits = _always
    elif end == "SFX":
        fits = re.compile(f"(?:{where})$").search
    else:
        fits = re.compile(where).match
    return _Affix("" if strip == "0" else strip, "" if add == "0" else add.partition("/")[0], fits, crosses)


def _always(_word: str) -> bool:
    return True
