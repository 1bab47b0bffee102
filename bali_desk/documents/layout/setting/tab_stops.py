"""Where a tab leads: to a stop of the paragraph, its hanging indent, a usual stop, or a side of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bali_desk.documents.layout.model import Shape, TabStop
from bali_desk.documents.layout.setting.atoms import Atom, Typesetter

_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)|(?<=\d),(?=\d\d?\b)")


def next_stop(shape: Shape, position: float, usual: float) -> TabStop:
    """Return the stop after a position, in points from the left margin; the usual stops are so far apart."""
    for stop in shape.tabs:
        if stop.alignment != "bar" and stop.position > position + 0.5:
            if shape.first < 0 and position + 0.01 < shape.left < stop.position:
                break
            return stop
    if shape.first < 0 and position + 0.01 < shape.left:
        return TabStop(shape.left)
    return TabStop((int((position + 0.5) / usual) + 1) * usual)


def stop_at_side(side: str, width: float) -> TabStop | None:
    """Return the stop of a tab that leads to the left, center or right of the page; None for one that does not."""
    places = {"left": 0.0, "center": width / 2, "right": width}
    return TabStop(places[side], side) if side in places else None


def before_decimal_sign(atoms: Sequence[Atom], setter: Typesetter) -> float:
    """Return how wide the text before the decimal sign is, or all of it when there is none."""
    width = 0.0
    for atom in atoms:
        sign = _DECIMAL.search(atom.text)
        if sign is not None:
            return width + (setter.cut(atom, sign.start())[0].width if sign.start() else 0.0)
        width += atom.width
    return width
