"""The lines along letters: each of Word's kinds of underline, and those through what is struck out."""

from __future__ import annotations

from bali_desk.documents.layout.model import Look
from bali_desk.documents.layout.setting.atoms import Atom
from bali_desk.documents.layout.writing.operators import figure, ink_colour

_UNDERLINE, _THICKNESS = -0.115, 0.055  # of the size of the text
_STRIKE = 0.26
_DASHES = {
    "dotted": (1, 1.5),
    "dash": (4, 2.5),
    "dashLong": (8, 3),
    "dotDash": (4, 2, 1, 2),
    "dotDotDash": (4, 2, 1, 2, 1, 2),
}


def has_lines(look: Look) -> bool:
    """Say whether letters of this look have a line under or through them."""
    return bool(look.underline or look.strike or look.double_strike)


def lines_along(atom: Atom, x: float, baseline: float, width: float) -> list[str]:
    """Return the operators that draw the lines of one atom, from its left edge on."""
    look, found = atom.look, []
    thickness = look.size * _THICKNESS
    if look.underline and not (look.underline == "words" and atom.kind != "word"):
        colour = look.underline_colour or look.colour
        found += _under(look.underline, colour, x, baseline + look.size * _UNDERLINE, width, thickness)
    if look.double_strike:
        found += _pair(look.colour, x, baseline + atom.size * _STRIKE, width, thickness)
    elif look.strike:
        found.append(_bar(look.colour, x, baseline + atom.size * _STRIKE, width, thickness))
    return found


def _bar(colour: str | None, x: float, y: float, width: float, thickness: float) -> str:
    box = " ".join(map(figure, (x, y - thickness / 2, width, thickness)))
    return f"{ink_colour(colour)} rg {box} re f"


def _pair(colour: str | None, x: float, y: float, width: float, thickness: float) -> list[str]:
    return [_bar(colour, x, y + side * thickness, width, thickness * 0.7) for side in (1, -1)]


def _under(kind: str, colour: str | None, x: float, y: float, width: float, thickness: float) -> list[str]:
    heavy = kind in ("thick", "wavyHeavy") or kind.endswith("Heavy") or kind == "dashedHeavy"
    thickness *= 1.8 if heavy else 1.0
    if kind in ("double", "wavyDouble"):
        return _pair(colour, x, y, width, thickness)
    if kind.startswith(("wave", "wavy")):
        return [_wave(colour, x, y, width, thickness)]
    dash = _DASHES.get(kind.removesuffix("Heavy").replace("dashed", "dash").replace("dashDot", "dotDash"))
    if dash is None:
        return [_bar(colour, x, y, width, thickness)]
    pattern = " ".join(figure(part * thickness) for part in dash)
    phase = figure(x % (sum(dash) * thickness))  # goes on from one word to the next
    return [
        f"q {ink_colour(colour)} RG {figure(thickness)} w [{pattern}] {phase} d "
        f"{figure(x)} {figure(y)} m {figure(x + width)} {figure(y)} l S Q"
    ]


def _wave(colour: str | None, x: float, y: float, width: float, thickness: float) -> str:
    step = thickness * 2
    path, place, up = [f"{figure(x)} {figure(y)} m"], x, int(x // step) % 2 == 0
    while place < x + width:
        place = min(place + step, x + width)
        path.append(f"{figure(place)} {figure(y + (step / 2 if up else -step / 2))} l")
        up = not up
    return f"q {ink_colour(colour)} RG {figure(thickness * 0.6)} w {' '.join(path)} S Q"
