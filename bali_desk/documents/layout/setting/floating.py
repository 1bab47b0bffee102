"""What stands beside the text without a place in it: put on the page where its paragraph begins."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace

from bali_desk.documents.layout.model import Aim, Floating, Paragraph, Piece, Section
from bali_desk.documents.layout.setting.boxes import Stack
from bali_desk.documents.layout.writing.ink import Ink, Node

_AT_END = ("right", "bottom", "outside")


class FloatingBox:
    """A text box or picture with its contents measured."""

    def __init__(self, floating: Floating, stack: Stack) -> None:
        self._place = floating.place
        if not floating.place.whole[0]:  # as wide as what stands in it
            self._place = replace(floating.place, whole=(stack.extent(), floating.place.whole[1]))
        self._stack = stack
        self._only_picture = all(isinstance(one, Paragraph) and _shows_picture(one.pieces) for one in floating.blocks)

    def draw(self, ink: Ink, x: float, y: float, width: float, parent: Node) -> None:
        """Draw it for a paragraph that begins here, in a column so wide."""
        place = self._place
        section = ink.section
        left = _across(place.across, section, (x, width), place.whole[0])
        top = _down(place.down, section, y, place.whole[1])
        left = min(max(left, 0.0), max(section.size[0] - place.whole[0], 0.0)) + place.inside[0]
        top = min(max(top, 0.0), max(section.size[1] - place.whole[1], 0.0)) + place.inside[1]
        where = (left + place.insets[0], top + place.insets[1])
        with ink.before_all() if place.behind and self._only_picture else nullcontext():
            self._stack.draw(ink, *where, 0, len(self._stack.strips), parent)


def _shows_picture(pieces: list[Piece]) -> bool:
    return bool(pieces) and all(piece.kind == "picture" for piece in pieces)


def _across(aim: Aim, section: Section, column: tuple[float, float], width: float) -> float:
    whole, left, right = section.size[0], section.margins[3], section.margins[1]
    area = {
        "page": (0.0, whole),
        "margin": (left, whole - left - right),
        "leftMargin": (0.0, left),
        "insideMargin": (0.0, left),
        "rightMargin": (whole - right, right),
        "outsideMargin": (whole - right, right),
    }.get(aim.relative, column)
    return _in_area(aim, area, width)


def _down(aim: Aim, section: Section, y: float, height: float) -> float:
    whole, top, bottom = section.size[1], section.margins[0], section.margins[2]
    area = {
        "page": (0.0, whole),
        "margin": (top, whole - top - bottom),
        "topMargin": (0.0, top),
        "bottomMargin": (whole - bottom, bottom),
    }.get(aim.relative, (y, 0.0))
    return _in_area(aim, area, height)


def _in_area(aim: Aim, area: tuple[float, float], extent: float) -> float:
    start, room = area
    if aim.share is not None:
        return start + room * aim.share
    if aim.align == "center":
        return start + (room - extent) / 2
    if aim.align in _AT_END:
        return start + room - extent
    return start + (0.0 if aim.align else aim.offset)
