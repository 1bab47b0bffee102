"""On which level the lines of a copied agenda stand."""

from __future__ import annotations

from bali_desk.exchange.pasted_agenda.marks import Number, is_next


class Levels:
    """Finds the level of each line: numbers of one shape stand on one level, a new shape under the last."""

    def __init__(self, numbered: bool) -> None:
        self._numbered = numbered  # whether numbers or lists tell the levels, so that indents need not
        self._shapes: list[str] = []
        self._last: list[str] = []

    def of(self, number: Number | None, listed: int | None, indent: int) -> int:
        """The level of the next line; `listed` is the one its own program gave it."""
        if number is not None:
            return max(self._place(self._shape(number), number.words), listed or 0)
        if self._numbered:
            return listed or 0
        return self._place(f"indent {indent:03}", "")

    def _shape(self, number: Number) -> str:
        """Its shape; a Roman number that counts no letter on has one of its own."""
        roman = set("ivx") >= set(number.words.strip("()").lower()) and not number.words[:1].isdigit() and number.words
        if roman and not any(
            shape == number.shape and is_next(number.words, last) and len(number.words) < 4
            for shape, last in zip(self._shapes, self._last, strict=True)
        ):
            return f"roman {number.shape}"
        return number.shape

    def _place(self, shape: str, words: str) -> int:
        """The level of a shape: where it stood before, else under the last; "3" stands above "3.1" in any case."""
        if shape in self._shapes:
            place = self._shapes.index(shape)
        else:
            deeper = [n for n, other in enumerate(self._shapes) if _deeper(other, shape)]
            place = min(deeper, default=len(self._shapes))
        self._shapes[place:], self._last[place:] = [shape], [words]
        return place


def _deeper(other: str, shape: str) -> bool:
    """Whether both are of the kind that says its own depth, and the other is deeper."""
    kind = shape.partition(" ")[0]
    return kind in ("digits", "indent") and other.startswith(kind) and other > shape
