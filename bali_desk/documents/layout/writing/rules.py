"""The lines of a table on one page, collected so that neighbours become one stroke."""

from __future__ import annotations

from collections.abc import Iterable

from bali_desk.documents.layout.model import Border
from bali_desk.documents.layout.writing.ink import Ink

_Places = dict[tuple[int, float], list[tuple[float, float]]]
_Spans = dict[tuple[Border, float], list[tuple[float, float]]]


class Rules:
    """Collects horizontal and vertical lines and draws each kind of line as one path."""

    def __init__(self) -> None:
        self._across: _Places = {}
        self._down: _Places = {}
        self._kinds: list[Border] = []
        self._kind_of: dict[int, tuple[int, Border]] = {}  # by the border's identity; the border is kept alive by it

    def across(self, border: Border | None, x1: float, x2: float, y: float) -> None:
        """Add a horizontal line."""
        if border:
            self._across.setdefault((self._kind(border), round(y, 2)), []).append((x1, x2))

    def down(self, border: Border | None, x: float, y1: float, y2: float) -> None:
        """Add a vertical line."""
        if border:
            self._down.setdefault((self._kind(border), round(x, 2)), []).append((y1, y2))

    def _kind(self, border: Border) -> int:
        """Return the number of a kind of line; thousands of cells ask for the same few."""
        found = self._kind_of.get(id(border))
        if found is None:
            if border not in self._kinds:
                self._kinds.append(border)
            found = self._kind_of[id(border)] = (self._kinds.index(border), border)
        return found[0]

    def _named(self, places: _Places) -> _Spans:
        return {(self._kinds[kind], place): spans for (kind, place), spans in places.items()}

    def draw(self, ink: Ink) -> None:
        """Draw everything collected and begin anew."""
        kinds: dict[Border, list[tuple[float, float, float, float]]] = {}
        for (border, y), spans in _without_hidden(self._named(self._across)).items():
            kinds.setdefault(border, []).extend((start, y, end, y) for start, end in spans)
        for (border, x), spans in _without_hidden(self._named(self._down)).items():
            kinds.setdefault(border, []).extend((x, start, x, end) for start, end in spans)
        if kinds:
            ink.begin(None)
            for border, segments in kinds.items():
                ink.rules(border, segments)
            ink.end()
        self._across, self._down = {}, {}


def _joined(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1] + 0.05:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _without_hidden(lines: _Spans) -> _Spans:
    """The lines joined; where two lie on each other, as under a repeated head, only the stronger is drawn."""
    taken: dict[float, list[tuple[float, float]]] = {}
    seen: _Spans = {}
    for (border, place), spans in sorted(lines.items(), key=lambda line: -line[0][0].width):
        above = taken.setdefault(place, [])
        seen[border, place] = [part for span in _joined(spans) for part in _outside(span, above)]
        above += _joined(spans)
    return {line: seen[line] for line in lines}


def _outside(span: tuple[float, float], taken: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """What of a span none of the others covers."""
    left = [span]
    for start, end in taken:
        left = [part for a, b in left for part in ((a, min(b, start)), (max(a, end), b)) if part[1] - part[0] > 0.05]
    return left


def stronger(one: Border | None, other: Border | None) -> Border | None:
    """Return the line drawn where two cells meet: any before none, the wider before the narrower."""
    if one is None or other is None:
        return one or other
    return other if other.width > one.width else one
