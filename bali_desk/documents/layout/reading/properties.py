"""The properties of runs and paragraphs, element by element, as dictionaries that can be laid over one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lxml.etree import _Element as Element

from bali_desk.documents.layout.model import Border, Borders, TabStop
from bali_desk.documents.layout.reading.ooxml import local, number, points, value, whole
from bali_desk.documents.word_xml import is_on

Properties = dict[str, Any]

# Character properties that are on or off; on in a style upon on in another is off.
TOGGLES = {
    "b": "bold",
    "bCs": "bold_complex",
    "i": "italic",
    "iCs": "italic_complex",
    "strike": "strike",
    "dstrike": "double_strike",
    "caps": "caps",
    "smallCaps": "small_caps",
    "rtl": "rtl",
    "vanish": "hidden",
}
_SWITCHES = {
    "keepNext": "keep_next",
    "keepLines": "keep_lines",
    "pageBreakBefore": "page_break",
    "widowControl": "widow",
    "contextualSpacing": "contextual",
    "bidi": "bidi",
}
_ALIGNMENTS = {"both": "justify", "distribute": "justify", "start": "left", "end": "right"}
_HIGHLIGHTS = {
    "yellow": "FFFF00",
    "green": "00FF00",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "blue": "0000FF",
    "red": "FF0000",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
    "black": "000000",
    "white": "FFFFFF",
}
_HEX = frozenset("0123456789abcdefABCDEF")


def colour(text: str | None) -> str | None:
    """Return six hexadecimal digits, or None for an automatic or unreadable colour."""
    return text.upper() if text and len(text) == 6 and set(text) <= _HEX else None


def shading(element: Element) -> str | None:
    """Return the colour a `w:shd` fills with, or None."""
    if value(element) == "solid":
        return colour(value(element, "color")) or "000000"
    return colour(value(element, "fill"))


def borders(element: Iterable[Element]) -> Borders:
    """Return the lines named by a group of borders; a line switched off is None."""
    found: Borders = {}
    for line in element:
        side = {"start": "left", "end": "right"}.get(local(line), local(line))
        style = value(line)
        if style in (None, "nil", "none"):
            found[side] = None
        else:
            width = number(value(line, "sz"), 4) / 8
            space = number(value(line, "space"))
            found[side] = Border(max(width, 0.25), colour(value(line, "color")) or "000000", style or "single", space)
    return found


def _font(element: Element, into: Properties, theme: Callable[[str], str | None]) -> None:
    named = value(element, "asciiTheme") or value(element, "hAnsiTheme")
    font = (theme(named) if named else None) or value(element, "ascii") or value(element, "hAnsi")
    if font:
        into["font"] = font


def _size(element: Element) -> float:
    return min(max(number(value(element), 20) / 2, 1.0), 400.0)


def run_properties(element: Element | None, theme: Callable[[str], str | None]) -> Properties:
    """Return what a `w:rPr` says by itself; its character style is under `style`."""
    found: Properties = {}
    for part in element if element is not None else ():
        name = local(part)
        if name in TOGGLES:
            found[TOGGLES[name]] = is_on(part)
        elif name == "rFonts":
            _font(part, found, theme)
        elif name == "sz":
            found["size"] = _size(part)
        elif name == "szCs":
            found["size_complex"] = _size(part)
        elif name == "color":
            found["colour"] = colour(value(part))
        elif name == "u":
            found["underline"] = value(part) if value(part) != "none" else None
            found["underline_colour"] = colour(value(part, "color"))
        elif name == "highlight":
            found["highlight"] = _HIGHLIGHTS.get(value(part) or "")
        elif name == "shd":
            found.setdefault("highlight", shading(part))
        elif name == "bdr":
            found["frame"] = borders([part]).get("bdr")
        elif name == "w":
            found["scale"] = min(max(number(value(part), 100), 1.0), 600.0) / 100
        elif name == "vertAlign":
            raised = value(part)
            found["raised"] = raised if raised in ("superscript", "subscript") else None
        elif name == "position":
            found["shift"] = number(value(part)) / 2
        elif name == "spacing":
            found["spacing"] = points(value(part))
        elif name == "kern":
            found["kerning"] = number(value(part)) > 0
        elif name == "rStyle":
            found["style"] = value(part)
    return found


def _spacing(element: Element, into: Properties) -> None:
    for name in ("before", "after"):
        if is_set(element, name + "Autospacing"):
            into[name] = 14.0
            into[f"{name}_auto"] = True
        elif value(element, name) is not None:
            into[name] = points(value(element, name))
            into[f"{name}_auto"] = False
    line = value(element, "line")
    if line is not None:
        rule = value(element, "lineRule") or "auto"
        into["line_rule"] = rule
        into["line"] = abs(number(line)) / 240 if rule == "auto" else abs(points(line))


def is_set(element: Element, name: str) -> bool:
    """Say whether an on/off attribute is on."""
    return value(element, name) in ("1", "true", "on")


def _indents(element: Element, into: Properties) -> None:
    for key, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        for name in names:
            if value(element, name) is not None:
                into[key] = points(value(element, name))
    if value(element, "firstLine") is not None:
        into["first"] = points(value(element, "firstLine"))
    if value(element, "hanging") is not None:
        into["first"] = -points(value(element, "hanging"))


def _tabs(element: Element, into: Properties) -> None:
    changes: dict[float, TabStop | None] = {}
    for tab in element:
        place, kind = points(value(tab, "pos")), value(tab) or "left"
        if kind == "clear":
            changes[place] = None
        else:
            changes[place] = TabStop(place, _ALIGNMENTS.get(kind, kind), value(tab, "leader") or "none")
    into["tabs"] = changes


def _numbering(element: Element, into: Properties) -> None:
    for part in element:
        if local(part) == "numId":
            into["number"] = value(part)
        elif local(part) == "ilvl":
            into["level"] = whole(value(part), 0, 0, 8)


def paragraph_properties(element: Element | None) -> Properties:
    """Return what a `w:pPr` says by itself."""
    found: Properties = {}
    for part in element if element is not None else ():
        name = local(part)
        if name in _SWITCHES:
            found[_SWITCHES[name]] = is_on(part)
        elif name == "jc":
            found["align"] = _ALIGNMENTS.get(value(part) or "left", value(part) or "left")
        elif name == "spacing":
            _spacing(part, found)
        elif name == "ind":
            _indents(part, found)
        elif name == "tabs":
            _tabs(part, found)
        elif name == "numPr":
            _numbering(part, found)
        elif name == "pBdr":
            found["borders"] = borders(part)
        elif name == "shd":
            found["shade"] = shading(part)
        elif name == "outlineLvl":
            level = whole(value(part), 9, 0, 9)
            found["outline"] = level if level < 9 else None
    return found


def laid_over(below: Properties, above: Properties) -> Properties:
    """Return the properties with the second set laid over the first; tabs and borders add up."""
    if not above:
        return below
    merged = {**below, **above}
    if "tabs" in above and "tabs" in below:
        merged["tabs"] = {**below["tabs"], **above["tabs"]}
    if "borders" in above and "borders" in below:
        merged["borders"] = {**below["borders"], **above["borders"]}
    return merged
