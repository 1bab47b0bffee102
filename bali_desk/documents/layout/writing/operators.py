"""How numbers, colours and shaped words are written in a PDF content stream."""

from __future__ import annotations

from functools import lru_cache

from bali_desk.documents.layout.model import Picture
from bali_desk.documents.layout.setting.bidi_rules import mirrored
from bali_desk.documents.layout.typeface import Glyph, Painted, Shaped, Typeface

Operation = str | tuple[Picture, float, float]  # an operator as it is, or a picture with its lower left corner

_LONGEST_LIGATURE = 3


def figure(amount: float) -> str:
    """Return a number as short as PDF allows."""
    text = f"{amount:.3f}".rstrip("0").rstrip(".")
    return text if text not in ("-0", "") else "0"


@lru_cache(maxsize=256)
def ink_colour(colour: str | None) -> str:
    """Return the three parts of a colour as PDF writes them."""
    digits = colour or "000000"
    return " ".join(figure(int(digits[i : i + 2], 16) / 255) for i in (0, 2, 4))


def painted_word(face: Typeface, shaped: Shaped, rise: float, size: float) -> Painted:
    """Return how a word is shown; right-to-left ones bring the spelling their letters need."""
    if shaped.painted is not None:
        return shaped.painted
    if shaped.moved is None and all([*map(face.claim, shaped.numbers, shaped.text)]):
        shaped.painted = Painted(f"<{'%04X' * len(shaped.numbers) % tuple(shaped.numbers)}>")
        return shaped.painted
    clusters = shaped.clusters()
    copied = [_copies_right(face, text, glyphs, shaped.rtl) for text, glyphs in clusters]
    if all(copied) and not any(glyph.up for glyph in shaped.glyphs):
        shaped.painted = Painted(_shown(face, shaped.glyphs))
        return shaped.painted
    if all(copied) or not shaped.rtl:
        return Painted("", _operators(face, shaped.glyphs, rise, size), spelt=not all(copied))
    # Readers turn right-to-left text round letter by letter: only the letters that need help get it, and turned.
    parts = [
        _operators(face, glyphs, rise, size) if right else spelt_out(text[::-1], _operators(face, glyphs, rise, size))
        for (text, glyphs), right in zip(clusters, copied, strict=True)
    ]
    return Painted("", " ".join(parts))


def _copies_right(face: Typeface, text: str, glyphs: list[Glyph], rtl: bool) -> bool:
    """Say whether a cluster copies as its text by its glyph alone; one glyph may stand for one text only.

    A reader collects what stands on a line from left to right and then turns it round, so a ligature that runs from
    right to left gives its letters last to first, and a bracket the shape it shows.
    """
    if len(glyphs) != 1 or len(text) > _LONGEST_LIGATURE:
        return False
    return face.claim(glyphs[0].number, mirrored(text[::-1]) if rtl else text)


def spelt_out(text: str, operators: str) -> str:
    """Return operators with the text that whoever copies what they show is given."""
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>>> BDC {operators} EMC"


def _operators(face: Typeface, glyphs: list[Glyph], rise: float, size: float) -> str:
    """Return show operators for glyphs, some of which stand above or below the line."""
    parts: list[str] = []
    run: list[Glyph] = []
    height = 0
    for glyph in [*glyphs, None]:
        if run and (glyph is None or glyph.up != height):
            lift = figure(rise + height / face.units * size)
            shown = f"[{_shown(face, run)}] TJ"
            parts.append(f"{lift} Ts {shown} {figure(rise)} Ts" if height else shown)
            run = []
        if glyph is not None:
            height = glyph.up
            run.append(glyph)
            face.used.setdefault(glyph.number, None)
    return " ".join(parts)


def _shown(face: Typeface, glyphs: list[Glyph]) -> str:
    """Return the inside of a show operator: glyphs, and moves in thousandths of an em."""
    parts: list[str] = []
    codes: list[str] = []
    scale = 1000 / face.units
    for glyph in glyphs:
        if glyph.right:
            parts.append(_codes(codes) + figure(-glyph.right * scale))
            codes = []
        codes.append(f"{glyph.number:04X}")
        move = face.advance(glyph.number) - glyph.advance + glyph.right
        if move:
            parts.append(_codes(codes) + figure(move * scale))
            codes = []
    return "".join(parts) + _codes(codes)


def _codes(codes: list[str]) -> str:
    return f"<{''.join(codes)}>" if codes else " "
