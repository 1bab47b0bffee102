"""How large a text may print to fill a card without breaking a word: measured with our own fonts."""

from __future__ import annotations

import math
from dataclasses import dataclass

from bali_desk.documents.templates.rich import Fitted

_FACE = "Calibri"  # of the shipped templates; ours has its widths
_SPARE = 0.94  # of the width: another font of the officer's, or of Word for a script Calibri lacks, may be wider
_TALL = 1.15  # what stands below the line in Burmese or Khmer must not meet what follows
_MOST_WORDS = 40
_WORTH = 0.8  # of the size, for a better place to part a text


@dataclass(frozen=True)
class Room:
    """What a text may fill, in points."""

    width: float
    height: float
    most: float  # size of the text
    least: float
    lines: int = 1
    leading: float = 1.1  # height of a line, in sizes of the text
    bold: bool = True


class Fitting:
    """Measures the texts of one document."""

    def __init__(self) -> None:
        # Fonts are loaded by whoever makes a card, not by whoever only asks which documents there are.
        from bali_desk.documents.layout.notes import Notes
        from bali_desk.documents.layout.setting.bidi import may_turn
        from bali_desk.documents.layout.typefaces import Typefaces
        from bali_desk.documents.templates.build import printed

        self._typefaces, self._printed, self._may_turn = Typefaces(Notes()), printed, may_turn
        self._widths: dict[tuple[str, bool], float] = {}

    def fitted(self, text: str, room: Room, first: int = 0) -> Fitted:
        """The text as large as the room allows, in as few lines as that takes; its lines are of like length.

        On two lines, `first` words stand on the upper one where that costs little of the size.
        """
        words = self._printed(text).split()
        if not words:
            return Fitted("", room.least)
        best: tuple[float, list[str]] = (0.0, [" ".join(words)])
        for count in range(1, min(room.lines, len(words)) + 1):
            lines = self._lines(words, count, room.bold)
            size = self._size(lines, room)
            if count == 2 and 0 < first < len(words):
                parted = [" ".join(words[:first]), " ".join(words[first:])]
                if self._size(parted, room) > _WORTH * size:
                    lines, size = parted, self._size(parted, room)
            if size > best[0] + 0.5:
                best = size, lines
        size = max(math.floor(best[0] * 2) / 2, room.least)
        return Fitted("\n".join(best[1]), size)

    def _size(self, lines: list[str], room: Room) -> float:
        """The size in which these lines fill the room."""
        longest = max(self._width(line, room.bold) for line in lines)
        high = room.height / (len(lines) * max(room.leading, *(self._height(line) for line in lines)))
        return min(room.width * _SPARE / longest, high, room.most)

    def _lines(self, words: list[str], count: int, bold: bool) -> list[str]:
        """The words in so many lines, the longest of them as short as can be."""
        if count == 1 or len(words) > _MOST_WORDS:
            return [" ".join(words)]
        cuts = range(1, len(words) - count + 2)
        ways = [[" ".join(words[:cut]), *self._lines(words[cut:], count - 1, bold)] for cut in cuts]
        return min(ways, key=lambda lines: max(self._width(line, bold) for line in lines))

    def _height(self, text: str) -> float:
        """How high a line must be, in sizes of its text, where a script stands higher than Latin letters."""
        primary = self._typefaces.primary(_FACE, True, False).face
        faces = [choice.face for choice, _ in self._typefaces.split(text, _FACE, True, False)]
        return max((_TALL * (face.ascent + face.descent) for face in faces if face is not primary), default=0.0)

    def _width(self, text: str, bold: bool) -> float:
        """How wide a line is, in sizes of its text."""
        key = (text, bold)
        if key not in self._widths:
            stretches = self._typefaces.split(text, _FACE, bold, False)
            self._widths[key] = sum(
                choice.face.shape(part, self._may_turn(part), False).width for choice, part in stretches
            )
        return max(self._widths[key], 0.01)
