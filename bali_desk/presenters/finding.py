"""Find as one types: in which of many texts every word asked for stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from bali_desk.domain.letters import plain_letters

Found = TypeVar("Found")
_BETWEEN = str.maketrans(dict.fromkeys(",;()", " "))  # what stands between the words of a name as it prints


class Finder(Generic[Found]):
    """Looks in the texts of things, which are folded once, and goes on from what was found while letters are added."""

    def __init__(self, words: Callable[[Found], str]) -> None:
        self._words = words
        self._texts: dict[int, tuple[Found, str]] = {}
        self._things: Sequence[Found] = ()
        self._all: list[str] | None = None  # the texts of all things, in their order
        self._last: tuple[str, Sequence[Found], list[str]] | None = None

    def over(self, things: Sequence[Found]) -> None:
        """Looks among these from now on; a thing that is the same object keeps its text."""
        self._things, self._all, self._last = things, None, None

    def prepare(self, begin: int, end: int) -> None:
        """Fold the texts of some things now rather than at the first letter."""
        for thing in self._things[begin:end]:
            self._text(thing)

    def found(self, asked: str) -> Sequence[Found]:
        """Those in which every word asked for stands, in any order, accents and case aside; all where none is."""
        wanted = plain_letters(asked).translate(_BETWEEN)
        if not wanted.strip():
            return self._things
        things, texts = self._begin(wanted)
        for word in dict.fromkeys(wanted.split()):
            hits = [place for place, text in enumerate(texts) if word in text]
            if len(hits) < len(texts):
                things, texts = [things[place] for place in hits], [texts[place] for place in hits]
        self._last = (wanted, things, texts)
        return things

    def _begin(self, wanted: str) -> tuple[Sequence[Found], list[str]]:
        if self._last is not None and wanted.startswith(self._last[0]):
            return self._last[1], self._last[2]
        return self._things, self._folded()

    def _folded(self) -> list[str]:
        if self._all is None:
            self._all = [self._text(thing) for thing in self._things]
        return self._all

    def _text(self, thing: Found) -> str:
        kept = self._texts.get(id(thing))
        if kept is None or kept[0] is not thing:
            kept = self._texts[id(thing)] = (thing, self._words(thing))
        return kept[1]
