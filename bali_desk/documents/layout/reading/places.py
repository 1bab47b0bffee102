"""Where drawings stand that have no place in the line, in the newer drawing language and the older one (VML)."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from bali_desk.documents.layout.model import Aim, Place
from bali_desk.documents.layout.reading.ooxml import (
    DRAWING,
    PLACED,
    POINTS_PER_EMU,
    local,
    number,
    points,
    value,
)

VML = "{urn:schemas-microsoft-com:vml}"
_LENGTH = re.compile(r"(-?[\d.]+)(pt|in|cm|mm|px)?$")
UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.3465, "mm": 2.83465, "px": 0.75}  # of VML, in points
_WIDE = 320.0  # points: beside such a drawing there is no room for text
_TEXT_BESIDE = {"wrapSquare", "wrapTight", "wrapThrough"}
_GROUPS = ("wgp", "grpSp", "wpc")
_USUAL_INSETS = (7.2, 3.6, 7.2, 3.6)
_OLD_NAMES = {"text": "paragraph", "char": "column", "line": "paragraph"}  # what VML says, in the newer words
Rectangle = tuple[float, float, float, float]  # left, top, width, height


def anchor_of(drawing: Element) -> Element | None:
    """Return what says where a drawing stands, when the text around it takes no notice of it."""
    anchor = drawing.find(f".//{PLACED}anchor")
    if anchor is not None:
        return anchor if anchor.find(f"{PLACED}wrapNone") is not None else None
    shape = _old_shape(drawing)
    if shape is None or _style(shape).get("position") != "absolute":
        return None
    wraps = (e for e in shape.iter() if local(e) == "wrap")
    return None if any(e.get("type") not in (None, "none") for e in wraps) else shape


def undivided_of(drawing: Element) -> Element | None:
    """Return what says where a drawing stands that lets no text stand beside it, or leaves it too little room."""
    anchor = drawing.find(f".//{PLACED}anchor")
    if anchor is not None:
        kinds = {local(e) for e in anchor if local(e).startswith("wrap")}
        extent = anchor.find(f"{PLACED}extent")
        wide = extent is not None and number(extent.get("cx")) * POINTS_PER_EMU >= _WIDE
        return anchor if "wrapTopAndBottom" in kinds or (wide and kinds & _TEXT_BESIDE) else None
    shape = _old_shape(drawing)
    kinds = {e.get("type", "") for e in drawing.iter() if local(e) == "wrap"}
    return shape if shape is not None and "topAndBottom" in kinds else None


def inline_of(drawing: Element) -> Element | None:
    """Return what says how large a drawing is for which its line keeps room."""
    inline = drawing.find(f".//{PLACED}inline")
    if inline is not None:
        return inline
    shape = _old_shape(drawing)
    return None if shape is None or _style(shape).get("position", "static") != "static" else shape


def place_of(anchor: Element, shown: Element) -> Place | None:
    """Return where a shape or picture inside an anchored drawing stands; None when nothing tells."""
    newer = anchor.tag in (f"{PLACED}anchor", f"{PLACED}inline")
    found = _new_place(anchor, shown) if newer else _old_place(anchor, shown)
    return found if found is not None and min(found.width, found.height) > 0 else None


def frame_of(frame: Element | None) -> Place | None:
    """Return where a `w:framePr` puts its paragraph; None when there is none, or a large first letter."""
    if frame is None or value(frame, "dropCap") in ("drop", "margin"):
        return None
    anchor, line = value(frame, "hAnchor") or "text", value(frame, "vAnchor") or "text"
    across = Aim("column" if anchor == "text" else anchor, value(frame, "xAlign") or "", points(value(frame, "x")))
    down = Aim("paragraph" if line == "text" else line, value(frame, "yAlign") or "", points(value(frame, "y")))
    whole = (points(value(frame, "w")), points(value(frame, "h")))
    return Place(across, down, whole, (0.0, 0.0, *whole), (0.0, 0.0, 0.0, 0.0))


def _new_place(anchor: Element, shown: Element) -> Place | None:
    extent = anchor.find(f"{PLACED}extent")
    if extent is None:
        return None
    whole = _emu(extent, "cx", "cy")
    shape = around(shown, ("wsp", "pic"), anchor)
    inside = (0.0, 0.0, *whole) if shape is None else _inside_groups(shape, anchor, whole)
    if inside is None:
        return None
    across, down = (_aim(anchor.find(f"{PLACED}position{side}")) for side in "HV")
    body = next((e for e in shape if local(e) == "bodyPr"), None) if shape is not None else None
    return Place(across, down, whole, inside, _insets(body), anchor.get("behindDoc") in ("1", "true"))


def _insets(body: Element | None) -> Rectangle:
    if body is None:
        return (0.0, 0.0, 0.0, 0.0)
    sides = zip(("lIns", "tIns", "rIns", "bIns"), _USUAL_INSETS, strict=True)
    left, top, right, bottom = (
        number(body.get(name)) * POINTS_PER_EMU if body.get(name) else usual for name, usual in sides
    )
    return (left, top, right, bottom)


def _aim(position: Element | None) -> Aim:
    if position is None:
        return Aim()
    told = {local(e): (e.text or "").strip() for e in position.iter() if e is not position}
    share = next((number(text) / 100_000 for name, text in told.items() if name.startswith("pctPos")), None)
    offset = number(told.get("posOffset")) * POINTS_PER_EMU
    return Aim(position.get("relativeFrom", "column"), told.get("align", ""), offset, share)


def _inside_groups(shape: Element, anchor: Element, whole: tuple[float, float]) -> Rectangle | None:
    """Return a shape's rectangle inside the drawing, brought out of every group around it; None when it is not told."""
    own, group = _transform(shape), around(shape.getparent(), _GROUPS, anchor)
    if group is None:
        return (0.0, 0.0, *whole)
    if own is None:
        return None
    left, top, width, height = own[:4]
    while group is not None and local(group) != "wpc":  # a canvas counts as its drawing does
        told = _transform(group)
        if told is None or not (told[6] and told[7]):
            return None
        x, y, wide, high, inner_x, inner_y, inner_wide, inner_high = told
        if local(group) == "wgp" and around(group.getparent(), _GROUPS, anchor) is None:
            x, y, wide, high = 0.0, 0.0, *whole
        across, down = wide / inner_wide, high / inner_high
        left, top = x + (left - inner_x) * across, y + (top - inner_y) * down
        width, height = width * across, height * down
        group = around(group.getparent(), _GROUPS, anchor)
    return left, top, width, height


def _transform(shape: Element) -> tuple[float, ...] | None:
    """Return offset, size and, of a group, offset and size as those inside it count them."""
    about = next((e for e in shape if local(e) in ("spPr", "grpSpPr")), None)
    frame = about.find(f"{DRAWING}xfrm") if about is not None else None
    parts = [frame.find(DRAWING + name) if frame is not None else None for name in ("off", "ext", "chOff", "chExt")]
    if parts[0] is None or parts[1] is None:
        return None
    inner = [*(_emu(parts[2], "x", "y") if parts[2] is not None else (0.0, 0.0))]
    inner += _emu(parts[3], "cx", "cy") if parts[3] is not None else (0.0, 0.0)
    return (*_emu(parts[0], "x", "y"), *_emu(parts[1], "cx", "cy"), *inner)


def _emu(element: Element, *names: str) -> tuple[float, float]:
    first, second = (number(element.get(name)) * POINTS_PER_EMU for name in names)
    return first, second


def around(element: Element | None, names: tuple[str, ...], top: Element) -> Element | None:
    """Return the nearest element of such a name, this one or one around it, below the top; None without one."""
    while element is not None and element is not top:
        if local(element) in names:
            return element
        element = element.getparent()
    return None


# ---- VML
def _old_shape(drawing: Element) -> Element | None:
    return next((e for e in drawing.iter() if "style" in e.attrib and str(e.tag).startswith(VML)), None)


def _old_place(anchor: Element, shown: Element) -> Place | None:
    about = _style(anchor)
    whole = (_length(about.get("width")), _length(about.get("height")))
    shape: Element | None = shown
    while shape is not None and not ("style" in shape.attrib and _is_shape(shape)):
        shape = shape.getparent()
    rectangle = (0.0, 0.0, *whole) if shape is None or shape is anchor else _inside_old_groups(shape, anchor, whole)
    box = next((e for e in shape if local(e) == "textbox"), None) if shape is not None else None
    insets = _old_insets(box) if box is not None else (0.0, 0.0, 0.0, 0.0)
    across, down = (_old_aim(about, *names) for names in (("horizontal", "left"), ("vertical", "top")))
    return Place(across, down, whole, rectangle, insets, number(about.get("z-index")) < 0)


def _is_shape(element: Element) -> bool:
    return str(element.tag).startswith(VML) and local(element) != "textbox"


def _style(shape: Element) -> dict[str, str]:
    pairs = (part.partition(":") for part in shape.get("style", "").split(";"))
    return {name.strip().lower(): text.strip() for name, _, text in pairs if text.strip()}


def _length(text: str | None) -> float:
    found = _LENGTH.match(text or "")
    return number(found.group(1)) * UNITS.get(found.group(2) or "pt", 1.0) if found else 0.0


def _old_aim(style: dict[str, str], direction: str, side: str) -> Aim:
    relative = style.get(f"mso-position-{direction}-relative", "text")
    align = style.get(f"mso-position-{direction}", "")
    usual = "column" if side == "left" else "paragraph"
    offset = _length(style.get(f"margin-{side}")) + _length(style.get(side))
    named = usual if relative == "text" else _OLD_NAMES.get(relative, relative).removesuffix("-area")
    return Aim(named, align if align != "absolute" else "", offset)


def _old_insets(box: Element) -> Rectangle:
    given = [_length(part.strip()) if part.strip() else None for part in box.get("inset", "").split(",")]
    given += [None] * 4
    left, top, right, bottom = (
        usual if own is None else own for own, usual in zip(given[:4], _USUAL_INSETS, strict=True)
    )
    return (left, top, right, bottom)


def _inside_old_groups(shape: Element, anchor: Element, whole: tuple[float, float]) -> Rectangle:
    left, top, width, height = (number(_style(shape).get(name)) for name in ("left", "top", "width", "height"))
    group = shape.getparent()
    while group is not None:
        if local(group) == "group":
            x, y, wide, high = (number(_style(group).get(name)) for name in ("left", "top", "width", "height"))
            if group is anchor:
                x, y, wide, high = 0.0, 0.0, *whole
            inner_x, inner_y = _pair(group.get("coordorigin"), 0.0)
            inner_wide, inner_high = _pair(group.get("coordsize"), 1000.0)
            across, down = wide / (inner_wide or 1.0), high / (inner_high or 1.0)
            left, top = x + (left - inner_x) * across, y + (top - inner_y) * down
            width, height = width * across, height * down
        if group is anchor:
            break
        group = group.getparent()
    return left, top, width, height


def _pair(text: str | None, otherwise: float) -> tuple[float, float]:
    first, _, second = (text or "").partition(",")
    return number(first.strip(), otherwise), number(second.strip(), otherwise)
