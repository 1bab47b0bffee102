"""The theme of a Word file: its two fonts and twelve colours, and the colours of the text that name one of them."""

from __future__ import annotations

import colorsys
from string import hexdigits

from lxml import etree

from bali_desk.documents.layout.reading.ooxml import DRAWING, hexadecimal, local, value
from bali_desk.documents.word_xml import W

# Names the text uses, for those the theme uses.
_ALIASES = {"text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2", "dark1": "dk1", "light1": "lt1"}
_ALIASES |= {"dark2": "dk2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink"}
_NAMED = etree.XPath("//*[@w:themeColor or @w:themeFill]", namespaces={"w": W[1:-1]})


class Theme:
    """Fonts by `major` and `minor`, colours by their name in the theme."""

    def __init__(self, root: etree._Element | None) -> None:
        self.fonts: dict[str, str] = {}
        self._colours: dict[str, str] = {}
        for kind in ("major", "minor"):
            font = root.find(f".//{DRAWING}{kind}Font/{DRAWING}latin") if root is not None else None
            if font is not None and font.get("typeface"):
                self.fonts[kind] = font.get("typeface", "")
        scheme = root.find(f".//{DRAWING}clrScheme") if root is not None else None
        for element in scheme if scheme is not None else ():
            given = element[0] if len(element) else None
            colour = given.get("lastClr") or given.get("val") if given is not None else None
            if colour and set(colour) <= set(hexdigits) and len(colour) == 6:
                self._colours[local(element)] = colour

    def resolve(self, root: etree._Element) -> None:
        """Give every element that names a colour of the theme that colour, whatever was kept beside the name."""
        found = _NAMED(root)
        for element in found if isinstance(found, list) else ():
            if not isinstance(element, etree._Element):
                continue
            kept = "val" if local(element) == "color" else "color"
            for name, target in (("themeColor", kept), ("themeFill", "fill")):
                colour = self._colour(element, name)
                if colour:
                    element.set(W + target, colour)

    def _colour(self, element: etree._Element, name: str) -> str | None:
        named = value(element, name) or ""
        colour = self._colours.get(_ALIASES.get(named, named))
        if not colour:
            return None
        prefix = "themeFill" if name == "themeFill" else "theme"
        shade, tint = (
            min(max(hexadecimal(value(element, prefix + how), 255), 0), 255) / 255 for how in ("Shade", "Tint")
        )
        red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
        hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
        light = min(max(light * shade if shade < 1 else light * tint + 1 - tint, 0.0), 1.0)
        return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, strength))
