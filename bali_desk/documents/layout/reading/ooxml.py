"""Names and small readings of the XML inside Word files."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bali_desk.documents.word_xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"

# Files kept "strictly" name the same vocabularies otherwise; they are read as if they named the usual ones.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(officeDocument|wordprocessingml|drawingml)/")
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"

POINTS_PER_TWIP = 1 / 20.0
POINTS_PER_EMU = 1 / 12700.0
_UNITS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240.0, "pi": 240.0}  # in twips
Fingerprint = tuple[object, ...]


def usual_names(data: bytes) -> bytes:
    """Return a part of a Word file with the usual names of its vocabularies."""
    return _STRICT.sub(_USUAL, data) if b"purl.oclc.org" in data else data


def chosen(element: Element) -> Element:
    """Return what of several ways to tell the same thing is read: the first, which is the newest."""
    return element[0] if element.tag == ALTERNATE and len(element) else element


def w(name: str) -> str:
    """Return the full name of an element or attribute of Word's own vocabulary."""
    return W + name


def local(element: Element) -> str:
    """Return an element's name without its namespace; a comment or instruction has none."""
    tag = element.tag
    return _without_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=4096)
def _without_namespace(tag: str) -> str:
    return tag.rsplit("}", 1)[-1]


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name, or None."""
    if element is None:
        return None
    full = W + name
    for one in element:  # what is looked for mostly stands first: `find` would take ten times as long
        if one.tag == full:
            return one
    return None


def value(element: Element | None, name: str = "val") -> str | None:
    """Return an attribute of Word's vocabulary, or None."""
    return None if element is None else element.get(W + name)


def child_value(element: Element | None, name: str) -> str | None:
    """Return the `w:val` of the first child of that name, or None."""
    return value(child(element, name))


def fingerprint(element: Element | None) -> Fingerprint:
    """Return all that properties say, so that what was worked out for the same ones before can be found again."""
    if element is None:
        return ()
    return tuple(
        [(one.tag, *one.items(), fingerprint(one)) if len(one) else (one.tag, *one.items()) for one in element]
    )


def number(text: str | None, otherwise: float = 0.0) -> float:
    """Return a number out of an attribute; what is no number counts as the other value."""
    if not text:
        return otherwise
    unit = _UNITS.get(text[-2:])  # strict files may measure in units instead of twentieths of a point
    try:
        found = float(text[:-2]) * unit if unit else float(text)
    except ValueError:
        return otherwise
    return found if math.isfinite(found) else otherwise


def whole(text: str | None, otherwise: int, least: int, most: int) -> int:
    """Return a whole number out of an attribute, kept between two limits."""
    return int(min(max(number(text, otherwise), least), most))


def hexadecimal(text: str | None, otherwise: int) -> int:
    """Return a number written in base sixteen; what is none, or longer than Word writes, counts as the other value."""
    try:
        return int(text, 16) if text and len(text) <= 8 else otherwise
    except ValueError:
        return otherwise


def points(text: str | None, otherwise: float = 0.0) -> float:
    """Return twentieths of a point, Word's usual measure, as points."""
    return number(text) * POINTS_PER_TWIP if text else otherwise
