"""The tables of resources/checks: read once for each check of a draft, where an officer may have changed them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from bali_desk.assets import RESOURCES
from bali_desk.drafting.checks.likeness import stem
from bali_desk.drafting.choices import ENDINGS
from bali_desk.drafting.wording_file import Part, read_file

CHECKS = RESOURCES / "checks"


class Alike:
    """Puts one word for all that mean the same, so that what is said in other words can be compared."""

    def __init__(self, groups: tuple[tuple[str, ...], ...]) -> None:
        self._first = {stem(word): stem(group[0]) for group in groups for word in group}

    def __call__(self, stems: frozenset[str]) -> frozenset[str]:
        """Stems, each of several that mean the same as the first of them."""
        return frozenset(self._first.get(one, one) for one in stems)


class Data:
    """The tables of a folder, each read when it is first asked for."""

    def __init__(self, folder: Path = CHECKS) -> None:
        self.folder = folder

    @cached_property
    def articles(self) -> Part:
        """Sounds that "a" and "an" stand before."""
        return self._read("articles")

    @cached_property
    def spelling(self) -> Part:
        """Words with two spellings."""
        return self._read("spelling")

    @cached_property
    def families(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """The families of such words by name: their spellings, each with its forms in the same order."""
        return {part.text("name"): part.groups("spellings") for part in self.spelling.each("family")}

    @cached_property
    def spellings(self) -> dict[str, tuple[str, ...]]:
        """The first form of each spelling of a family, by its name; the two endings are a family without words."""
        heads = {name: tuple(group[0] for group in groups) for name, groups in self.families.items()}
        return {ENDINGS[0]: ENDINGS, **heads}

    @cached_property
    def residue(self) -> Part:
        """What drafting leaves behind."""
        return self._read("residue")

    @cached_property
    def time(self) -> Part:
        """Words that tell past and future, and events."""
        return self._read("time")

    @cached_property
    def houses(self) -> Part:
        """What each house writes."""
        return self._read("houses")

    @cached_property
    def grammar(self) -> Part:
        """Forms of verbs, words that may be doubled, endings that look alike."""
        return self._read("grammar")

    @cached_property
    def acronyms(self) -> Part:
        """Acronyms that everybody knows."""
        return self._read("acronyms")

    @cached_property
    def facts(self) -> Part:
        """Words that bind a number, a date or a name to the meeting."""
        return self._read("facts")

    @cached_property
    def alike(self) -> Alike:
        """Words that mean the same."""
        return Alike(tuple(self._read("alike").groups("alike")))

    @cached_property
    def demonyms(self) -> Part:
        """Words for what is of a country."""
        return self._read("demonyms")

    @cached_property
    def persons(self) -> Part:
        """Titles before the names of persons."""
        return self._read("persons")

    @cached_property
    def help(self) -> Part:
        """What each check is for."""
        return self._read("help")

    def _read(self, name: str) -> Part:
        return read_file(self.folder / f"{name}.toml")
