"""Which `for`, `if` and `with` are open, and whether each ends where it began."""

from __future__ import annotations

from dataclasses import dataclass

from bali_desk.documents.templates.faults import Place, TemplateFault, fault

_OPENING = ("for", "if", "with")
_MIDDLE = ("elif", "else")


@dataclass(frozen=True)
class _Open:
    word: str
    place: Place
    home: object  # the paragraph, cell, table or part it must end in
    line: int


class Blocks:
    """The tags that are open while a part is read."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self.faults: list[TemplateFault] = []

    @property
    def loop(self) -> int:
        """The source line of the innermost open loop; 0 outside loops."""
        return next((one.line for one in reversed(self._open) if one.word == "for"), 0)

    def meet(self, word: str, place: Place, home: object, line: int) -> None:
        """Take in the next control tag, on this line of the source."""
        if word in _OPENING:
            self._open.append(_Open(word, place, home, line))
        elif word in _MIDDLE:
            self._belongs(word, place, home)
        elif word.startswith("end") and self._belongs(word, place, home):
            self._open.pop()

    def end(self) -> None:
        """At the end of the part, name what was never closed."""
        for one in self._open:
            self.faults.append(fault(one.place, f"this “{one.word}” is never closed (“end{one.word}” is missing)"))

    def _belongs(self, word: str, place: Place, home: object) -> bool:
        if not self._open:
            self.faults.append(fault(place, f"“{word}” has nothing open before it"))
            return False
        last = self._open[-1]
        if word.startswith("end") and word != f"end{last.word}":
            opened = f"the “{last.word}” at {last.place.where}"
            why = f"“{word}” stands where “end{last.word}” should: {opened} is still open"
            self.faults.append(fault(place, why))
            return self._forget(word.removeprefix("end"))
        if last.home is not home:
            why = f"the “{last.word}” at {last.place.where} must end in the same paragraph, cell or table it begins in"
            self.faults.append(fault(place, why))
        return True

    def _forget(self, word: str) -> bool:
        """Go on as if the right one had been closed, so that one slip gives one fault."""
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].word == word:
                del self._open[place]
                break
        return False
