"""Embeds the glyphs a document uses: one subset per font, with the text each glyph stands for."""

from __future__ import annotations

import zlib
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from bali_desk.documents.layout.typeface import Typeface

_DROPPED = (b"GSUB", b"GPOS", b"GDEF", b"name", b"DSIG", b"STAT", b"meta", b"kern", b"BASE", b"MATH", b"GASP", b"gasp")
_SYMBOLIC, _ITALIC = 4, 64
_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{ranges}endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class EmbeddedFont:
    """A font as reportlab's document wants its late fonts: it adds its objects when the file is written."""

    def __init__(self, face: Typeface) -> None:
        self._face = face
        self._glyphs = sorted({0, *face.used})

    def addObjects(self, document: Any) -> None:
        """Add the font's objects to the file."""
        font = self._font(document)
        document.idToObject["BasicFonts"].dict[self._face.name] = document.Reference(font)

    def _font(self, document: Any) -> Any:
        face = self._face
        name = pdfdoc.PDFName(f"{self._tag()}+{face.postscript_name}")
        embedded = self._subset()
        descriptor = {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": name,
            "Flags": _SYMBOLIC | (_ITALIC if face.italic_angle else 0),
            "FontBBox": pdfdoc.PDFArray(face.box),
            "ItalicAngle": face.italic_angle,
            "Ascent": round(face.ascent * 1000),
            "Descent": -round(face.descent * 1000),
            "CapHeight": face.cap_height,
            "StemV": 80 if face.weight < 600 else 120,
            "FontFile2": _stream(document, embedded, {"Length1": len(embedded)}),
        }
        system = {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
        descendant = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": pdfdoc.PDFDictionary(system),
            "FontDescriptor": document.Reference(pdfdoc.PDFDictionary(descriptor)),
            "DW": 1000,
            "W": self._widths(),
            "CIDToGIDMap": pdfdoc.PDFName("Identity"),
        }
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": name,
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(pdfdoc.PDFDictionary(descendant))]),
                "ToUnicode": _stream(document, self._to_unicode().encode("ascii"), {}),
            }
        )

    def _tag(self) -> str:
        """Return six letters that tell this subset from another of the same font."""
        digest = zlib.crc32(repr(self._glyphs).encode())
        return "".join(chr(65 + (digest >> (4 * place) & 15)) for place in range(6))

    def _subset(self) -> bytes:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(self._glyphs)
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _DROPPED)
        return bytes(hb.subset(self._face.face, wanted).blob.data)

    def _widths(self) -> Any:
        scale = 1000 / self._face.units
        widths: list[Any] = []
        run: list[float] = []
        previous = -2
        for glyph in self._glyphs:
            if glyph != previous + 1:
                run = []
                widths += [glyph, run]
            run.append(round(self._face.advance(glyph) * scale, 2))
            previous = glyph
        return pdfdoc.PDFArray([pdfdoc.PDFArray(part) if isinstance(part, list) else part for part in widths])

    def _to_unicode(self) -> str:
        known = [(glyph, text) for glyph, text in sorted(self._face.used.items()) if text]
        ranges = ""
        for start in range(0, len(known), 100):
            part = known[start : start + 100]
            lines = [f"<{glyph:04X}> <{text.encode('utf-16-be', 'replace').hex().upper()}>" for glyph, text in part]
            ranges += f"{len(part)} beginbfchar\n" + "\n".join(lines) + "\nendbfchar\n"
        return _TO_UNICODE.format(ranges=ranges)


def _stream(document: Any, data: bytes, extra: dict[str, Any]) -> Any:
    stream = pdfdoc.PDFStream()
    stream.content = data
    for key, value in extra.items():
        stream.dictionary[key] = value
    return document.Reference(stream)
