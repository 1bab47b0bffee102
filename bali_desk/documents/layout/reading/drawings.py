"""Pictures and text boxes inside a run, in the new drawing language and the old one (VML)."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml.etree import _Element as Element

from bali_desk.documents.layout.model import Picture, Place
from bali_desk.documents.layout.notes import Notes
from bali_desk.documents.layout.reading.ooxml import DRAWING, PLACED, POINTS_PER_EMU, chosen, local, number, w
from bali_desk.documents.layout.reading.package import WordPackage
from bali_desk.documents.layout.reading.places import UNITS, VML, anchor_of, around, inline_of, place_of, undivided_of
from bali_desk.documents.word_xml import RELATION

_CHART_VALUE = "{http://schemas.openxmlformats.org/drawingml/2006/chart}v"
_MEASURE = re.compile(r"(?:^|;)\s*(width|height):\s*([\d.]+)(pt|in|cm|mm|px)?")
_PRINTABLE = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")


class Drawings:
    """Reads what a drawing shows: a picture, or the blocks of a text box.

    Of a drawing told in several ways it is handed the `chosen` one; only words are looked for in all of them.
    """

    def __init__(self, package: WordPackage, notes: Notes) -> None:
        self._package = package
        self._notes = notes

    def text_boxes(self, element: Element) -> list[tuple[Element, Place | None]]:
        """Return the contents of each text box in a drawing once, with its place if it has one beside the text."""
        in_line = self.room(element) is not None
        anchor = inline_of(element) if in_line else anchor_of(element)
        boxes = [box for box in element.iter(w("txbxContent")) if around(box, ("Fallback",), element) is None]
        found = [(box, place_of(anchor, box) if anchor is not None else None) for box in boxes]
        if in_line:
            found = [(box, replace(place, in_line=True) if place is not None else None) for box, place in found]
        if any(place is None for _, place in found):
            self._notes.add("text box (its text is printed in place)")
        if any(place is not None for _, place in found):
            self._notes.add("frame and colour of a text box (left out)")
        return found

    def room(self, element: Element) -> Place | None:
        """Return the room a line keeps for a drawing that is no picture."""
        inline = inline_of(element)
        if inline is None or any(local(e) in ("blip", "imagedata", "textpath") for e in element.iter()):
            return None
        place = place_of(inline, inline)
        return replace(place, in_line=True) if place is not None else None

    def above(self, element: Element) -> Place | None:
        """Return where a drawing without a text box stands that has text above and below it, and none beside."""
        anchor = undivided_of(element)
        boxed = element.find(f".//{w('txbxContent')}") is not None
        return None if anchor is None or boxed else place_of(anchor, anchor)

    def place(self, element: Element) -> Place | None:
        """Return where a picture stands of which the text around it takes no notice."""
        anchor = anchor_of(element)
        shown = next((e for e in element.iter() if local(e) in ("blip", "imagedata")), None)
        return place_of(anchor, shown) if anchor is not None and shown is not None else None

    def picture(self, element: Element, part: str) -> Picture | None:
        """Return the picture of a drawing, or None with a note why there is none."""
        blip, extent = element.find(f".//{DRAWING}blip"), element.find(f".//{PLACED}extent")
        if blip is not None and extent is not None:
            if element.find(f".//{PLACED}anchor") is not None and self.place(element) is None:
                self._notes.add("floating picture (printed in the line of text)")
            about = element.find(f".//{PLACED}docPr")
            description = about.get("descr", "") if about is not None else ""
            width, height = (number(extent.get(side)) * POINTS_PER_EMU for side in ("cx", "cy"))
            return self._loaded(blip.get(RELATION + "embed"), part, width, height, description)
        image = element.find(f".//{VML}imagedata")
        if image is not None:
            holder = image.getparent()
            sizes = dict.fromkeys(("width", "height"), 72.0)
            for name, amount, unit in _MEASURE.findall(holder.get("style", "") if holder is not None else ""):
                sizes[name] = number(amount) * UNITS[unit or "pt"]
            return self._loaded(image.get(RELATION + "id"), part, sizes["width"], sizes["height"], "")
        if not any(local(e) in ("txbxContent", "textpath") for e in element.iter()):
            self._notes.add("drawing or chart (only its words are printed)")
        return None

    def words(self, element: Element, part: str) -> list[str]:
        """Return the words of a chart, a diagram or a watermark, each paragraph or label of it one text."""
        found: list[str] = []
        for sign in element.iter(f"{VML}textpath"):
            self._notes.add("watermark or word art (printed as a line of text)")
            found.append(sign.get("string", ""))
        for paragraph in chosen(element).iter(f"{DRAWING}p"):
            found.append("".join(e.text or "" for e in paragraph.iter(f"{DRAWING}t")).strip())
        for holder in element.iter():
            relation_id = holder.get(RELATION + "dm") or (
                holder.get(RELATION + "id") if local(holder) == "chart" else None
            )
            relation = self._package.relations(part).get(relation_id or "")
            root = self._package.xml(relation.target) if relation is not None and not relation.external else None
            for paragraph in root.iter(f"{DRAWING}p", _CHART_VALUE) if root is not None else ():
                own = (e.text or "" for e in paragraph.iter(f"{DRAWING}t", _CHART_VALUE))
                found.append("".join(own).strip())
        return [text for text in dict.fromkeys(found) if text]

    def _loaded(self, relation_id: str | None, part: str, width: float, height: float, about: str) -> Picture:
        relation = self._package.relations(part).get(relation_id or "")
        if relation is None or relation.external:
            self._notes.add("picture kept outside the file (left out)")
            return Picture(b"", width, height)
        data = self._package.blob(relation.target)
        if not data or not data.startswith(_PRINTABLE):
            self._notes.add("picture that is neither PNG nor JPEG, such as EMF (left out)")
            return Picture(b"", width, height)
        return Picture(data, width, height, about)
