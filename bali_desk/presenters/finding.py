"""Find as one types: in which of many texts every word asked for stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from bali_desk.domain.letters import plain_letters

Found = TypeVar("Found")


class Finder(Generic[Found]):
    """Looks in the texts of things, which are folded once, and goes on from what was found while letters are added."""

    def __init__(self, words: Callable[[Found], str]) -> None:
        self._words = words
        self._texts: dict[int, tuple[Found, str]] = {}
        self._things: Sequence[Found] = ()
        self._last: tuple[str, list[Found], list[str]] | None = None

    def over(self, things: Sequence[Found]) -> None:
        """Looks among these from now on; a thing that is the same object keeps its text."""
        self._things, self._last = things, None

    def found(self, asked: str) -> Sequence[Found]:
        """Those in which every word asked for stands, in any order, accents and case aside; all where none is."""
        wanted = plain_letters(asked)
        if not wanted.strip():
            return self._things
        things, texts = self._begin(wanted)
        for word in dict.fromkeys(wanted.split()):
            hits = [place for place, text in enumerate(texts) if word in text]
            if len(hits) < len(texts):
                things, texts = [things[place] for place in hits], [texts[place] for place in hits]
        self._last = (wanted, things, texts)
        return things

    def _begin(self, wanted: str) -> tuple[list[Found], list[str]]:
        if self._last is not None and wanted.startswith(self._last[0]):
            return self._last[1], self._last[2]
        return list(self._things), [self._text(thing) for thing in self._things]

    def _text(self, thing: Found) -> str:
        kept = self._texts.get(id(thing))
        if kept is None or kept[0] is not thing:
            kept = self._texts[id(thing)] = (thing, self._words(thing))
        return kept[1]
