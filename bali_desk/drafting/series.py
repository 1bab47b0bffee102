"""A long series inside a sentence, "three obstacles: a; b; and c", taken apart into the points of a list."""

from __future__ import annotations

import re

from bali_desk.drafting.masking import quoted
from bali_desk.drafting.words import Words


def taken_apart(text: str, least: int, words: Words) -> tuple[str, list[str]] | None:
    """The words before the colon and the points after it; None where there are fewer than `least` points.

    Only a text of one sentence that ends with its series is taken apart; a semicolon in a quotation sets nothing apart.
    """
    masked = quoted(text)
    marks = [mark for mark in re.finditer(r"[:;]", text) if not any(a <= mark.start() < b for a, b in masked)]
    if not least or len(marks) < least or marks[0].group() != ":" or any(mark.group() == ":" for mark in marks[1:]):
        return None
    if re.search(r"[.!?]\s", text):
        return None
    places = [mark.start() for mark in marks]
    points = [text[a + 1 : b].strip() for a, b in zip(places, [*places[1:], len(text)], strict=True)]
    points[-1] = points[-1].removeprefix(f"{words.and_} ")
    return (text[: places[0]], points) if all(points) else None
