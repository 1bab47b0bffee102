"""One font file: its measures, its shaped words, and which of its glyphs a document uses."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

# Word neither kerns nor joins Latin letters unless it is told to; the scripts that need their features keep them.
_PLAIN = {"kern": False, "liga": False, "clig": False}
_KERNED = {"liga": False, "clig": False}
_USE_TYPOGRAPHIC_MEASURES = 0x80


class Glyph(NamedTuple):
    """A glyph as shaped: measures in the font's own units, and the character its cluster begins with."""

    number: int
    advance: int
    right: int
    up: int
    cluster: int


class Painted(NamedTuple):
    """How a word is shown: inside a show operator that others share, or by operators of its own."""

    inside: str
    own: str = ""
    spelt: bool = False  # its glyphs do not copy as its text, which must be spelt out around them

    def operators(self) -> str:
        """Return what shows the word by itself."""
        return self.own or f"[{self.inside}] TJ"


@dataclass(slots=True)
class Shaped:
    """A word in the glyphs of one font, in the order they stand from left to right."""

    text: str
    numbers: list[int]  # of its glyphs
    advances: list[int]
    moved: list[Glyph] | None  # None where each character has one glyph of its own, in their order and unmoved
    width: float  # in ems
    rtl: bool
    painted: Painted | None = None  # where it is shown the same way everywhere

    @property
    def glyphs(self) -> list[Glyph]:
        """Return its glyphs one by one; most words are measured and painted without."""
        if self.moved is not None:
            return self.moved
        each = zip(self.numbers, self.advances, strict=True)
        return [Glyph(number, advance, 0, 0, at) for at, (number, advance) in enumerate(each)]

    def clusters(self) -> list[tuple[str, list[Glyph]]]:
        """Return the glyphs by the characters they stand for, in the order of the glyphs."""
        glyphs = self.glyphs
        starts = sorted({glyph.cluster for glyph in glyphs})
        ends = dict(zip(starts, [*starts[1:], len(self.text)], strict=True))
        found: list[tuple[str, list[Glyph]]] = []
        current = -1
        for glyph in glyphs:
            if glyph.cluster != current:
                current = glyph.cluster
                found.append((self.text[current : ends[current]], []))
            found[-1][1].append(glyph)
        return found


class Typeface:
    """A font file as the layout needs it; measures are in ems."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name  # in the PDF
        self.face = hb.Face(hb.Blob.from_file_path(str(path)))
        self._font = hb.Font(self.face)
        self.characters = self.face.unicodes
        self.units: int = self.face.upem
        self._read_measures()
        self._advances: dict[int, int] = {}
        self._had: set[str] = set()
        self._words: dict[tuple[str, bool, bool], Shaped] = {}
        self.used: dict[int, str | None] = {}  # glyph -> the text it stands for wherever it stands alone

    def _read_measures(self) -> None:
        def table(tag: str) -> bytes:
            return bytes(self.face.reference_table(tag).data or b"")

        hhea, os2, head, post = table("hhea"), table("OS/2"), table("head"), table("post")
        em = self.units
        ascent, descent, gap = struct.unpack(">hhh", hhea[4:10])
        if struct.unpack(">H", os2[62:64])[0] & _USE_TYPOGRAPHIC_MEASURES:
            ascent, descent, gap = struct.unpack(">hhh", os2[68:74])
        above, below = struct.unpack(">HH", os2[74:78])
        if gap and abs(above + below - (ascent - descent + gap)) < em * 0.02:
            ascent, descent = above, -below  # the font's measures for Windows divide the gap as Word does
        else:
            ascent += gap
        self.ascent, self.descent = ascent / em, -descent / em
        self.box = [round(side * 1000 / em) for side in struct.unpack(">hhhh", head[36:44])]
        self.italic_angle: float = struct.unpack(">l", post[4:8])[0] / 65536
        self.cap_height = round(struct.unpack(">h", os2[88:90])[0] * 1000 / em) if len(os2) >= 90 else 700
        self.weight: int = struct.unpack(">H", os2[4:6])[0]
        self.postscript_name: str = self.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Font"

    def has(self, text: str) -> bool:
        """Say whether the font has all of a text; characters found once are not looked up in the font again."""
        if self._had.issuperset(text):
            return True
        missing = [one for one in set(text) - self._had if ord(one) not in self.characters]
        self._had.update(set(text).difference(missing))
        return not missing

    def advance(self, glyph: int) -> int:
        """Return the width of a glyph as the font has it, before shaping moves it."""
        if glyph not in self._advances:
            self._advances[glyph] = self._font.get_glyph_h_advance(glyph)
        return self._advances[glyph]

    def shape(self, text: str, rtl: bool, kerning: bool) -> Shaped:
        """Return a word shaped; each distinct word is shaped once."""
        key = (text, rtl, kerning)
        found = self._words.get(key)
        if found is None:
            found = self._words[key] = self._shape(text, rtl, kerning)
        return found

    def _shape(self, text: str, rtl: bool, kerning: bool) -> Shaped:
        buffer = hb.Buffer()
        buffer.add_str(
            text.replace("\u00a0", " ").replace("\u2011", "\u2010" if 0x2011 not in self.characters else "\u2011")
        )
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        plain = not rtl and max(text) < "\u0590"
        hb.shape(self._font, buffer, (_KERNED if kerning else _PLAIN) if plain else None)
        infos, places = buffer.glyph_infos, [place.position for place in buffer.glyph_positions]
        numbers = [info.codepoint for info in infos]
        advances = [place[2] for place in places]
        moved: list[Glyph] | None = None
        clusters = [info.cluster for info in infos]
        if rtl or clusters != list(range(len(text))) or places != [(0, 0, self.advance(one), 0) for one in numbers]:
            rows = zip(numbers, places, clusters, strict=True)
            moved = [Glyph(number, place[2], place[0], place[1], cluster) for number, place, cluster in rows]
        return Shaped(text, numbers, advances, moved, sum(advances) / self.units, rtl)

    def claim(self, glyph: int, text: str) -> bool:
        """Record that a glyph stands for a text; say whether copying the glyph alone gives just that text."""
        if "\u00a0" in text:
            text = text.replace("\u00a0", " ")
        known = self.used.get(glyph)
        if known is None:
            self.used[glyph] = text
            return True
        return known == text
