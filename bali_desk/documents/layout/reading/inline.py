"""The contents of a paragraph: runs, tabs, breaks, fields, hyperlinks, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from lxml.etree import _Element as Element

from bali_desk.documents.layout.model import Aim, Floating, Look, Paragraph, Picture, Piece, Place, Shape
from bali_desk.documents.layout.notes import Notes
from bali_desk.documents.layout.number_forms import formatted
from bali_desk.documents.layout.reading.drawings import Drawings
from bali_desk.documents.layout.reading.fields import COUNTED, Field, counted, kind_of, shown_by_code, shown_in_form
from bali_desk.documents.layout.reading.ooxml import ALTERNATE, child, chosen, hexadecimal, local, value
from bali_desk.documents.layout.reading.package import WordPackage
from bali_desk.documents.layout.reading.properties import Properties, is_set, laid_over
from bali_desk.documents.layout.reading.styles import Styles
from bali_desk.documents.layout.reading.tracked import PUT_IN, TAKEN_OUT, TRACKED, TrackedMarks
from bali_desk.documents.word_xml import RELATION

_CHART_SIZE = 8.0  # points
_BETWEEN = " \u00b7 "
_HOLDERS = ("smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo", "rubyBase")
_LINK = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"([^"]+)"')
# Characters of Word's symbol fonts that officers do use, as the same shapes in Unicode.
_SYMBOLS = {0xF0FC: "✓", 0xF0FB: "✗", 0xF0FE: "☑", 0xF06F: "☐", 0xF0A8: "☐", 0xF0E0: "→", 0xF0B7: "•", 0xF0A7: "▪"}
_SYMBOLS |= {0xF028: "☎", 0xF02A: "✉", 0xF0D8: "➢", 0xF06C: "●", 0xF06E: "■"}


class InlineReader:
    """Reads the inside of paragraphs; fields may run over several of them."""

    def __init__(self, package: WordPackage, styles: Styles, drawings: Drawings, notes: Notes) -> None:
        self._package = package
        self._styles = styles
        self._drawings = drawings
        self._notes = notes
        self._fields: list[Field] = []
        self._tracked = TrackedMarks()
        self._mark: Properties = {}  # of the tracked change being read
        self.text_boxes: list[tuple[Element, Place | None]] = []  # met in the present paragraph
        self.floating: list[Floating] = []
        self.above: list[Paragraph] = []  # what stands before it, without text beside
        self.noted: dict[str, list[tuple[str, str]]] = {"footnote": [], "endnote": []}  # id and sign, as met
        self.note_forms = {"footnote": "decimal", "endnote": "lowerRoman"}
        self.note_sign = ""  # of the note being read

    def read(self, paragraph: Element, base: Properties, part: str) -> list[Piece]:
        """Return the pieces of one paragraph."""
        pieces: list[Piece] = []
        self._children(paragraph, base, part, pieces, None)
        return pieces

    def _children(self, parent: Element, base: Properties, part: str, out: list[Piece], link: str | None) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, base, part, out, link)
            elif name == "pPr":
                continue
            elif name == "hyperlink":
                relation = self._package.relations(part).get(element.get(RELATION + "id") or "")
                target = relation.target if relation is not None and relation.external else None
                self._children(element, base, part, out, _safe(target))
            elif name == "fldSimple":
                self._simple_field(element, base, part, out, link)
            elif name in _HOLDERS:
                self._children(element, base, part, out, link)
            elif name in PUT_IN + TAKEN_OUT:
                with self.changed(element):
                    self._children(element, base, part, out, link)
            elif name in ("oMath", "oMathPara"):
                self._notes.add("formula (printed as plain text)")
                text = "".join(e.text or "" for e in element.iter() if local(e) == "t")
                out.append(Piece("text", self._styles.look(base), text))

    @contextmanager
    def changed(self, change: Element | None) -> Iterator[None]:
        """Mark what is read now as put in or taken out, when there is such a change."""
        before = self._mark
        if change is not None:
            self._notes.add(TRACKED)
            self._mark = {**before, **self._tracked.of(change)}
        yield
        self._mark = before

    def _look(self, base: Properties, run: Element | None) -> Look:
        own = child(run, "rPr")
        if not self._mark:
            return self._styles.run_look(base, own)
        return self._styles.look(laid_over(self._styles.run(base, own), self._mark))

    def _simple_field(self, element: Element, base: Properties, part: str, out: list[Piece], link: str | None) -> None:
        kind = kind_of(value(element, "instr") or "")
        if kind in COUNTED:
            run = next((e for e in element.iter() if local(e) == "r"), None)
            look = self._look(base, run)
            out.append(Piece("field", look, counted(value(element, "instr") or "")))
        else:
            self._children(element, base, part, out, link)

    def _run(self, run: Element, base: Properties, part: str, out: list[Piece], link: str | None) -> None:
        look = self._look(base, run)
        for element in run:
            name = local(element)
            if name == "rPr":
                continue
            if name == "fldChar":
                self._field_mark(element, look, out)
            elif name == "instrText":
                if self._fields:
                    self._fields[-1].code += element.text or ""
            elif look.hidden or (self._fields and self._not_shown()):
                continue
            else:
                to = link or (self._field_link() if self._fields else None)
                if name == "ruby":
                    self._ruby(element, base, part, out, to)
                else:
                    self._content(element, name, look, part, out, to)

    def _not_shown(self) -> bool:
        """Say whether what is read now belongs to a field's instruction, or to a result that is counted anew."""
        return any(field.counted or not field.in_result for field in self._fields)

    def _field_link(self) -> str | None:
        return next((field.link for field in reversed(self._fields) if field.link), None)

    def _field_mark(self, element: Element, look: Look, out: list[Piece]) -> None:
        mark = value(element, "fldCharType") or ""
        if mark == "begin":
            self._fields.append(Field(shown=shown_in_form(child(element, "ffData"))))
        elif not self._fields:
            return
        elif mark == "separate":
            self._settle(self._fields[-1], look, out)
        elif mark == "end":
            if not self._fields[-1].in_result:
                self._settle(self._fields[-1], look, out)
            self._fields.pop()

    def _settle(self, field: Field, look: Look, out: list[Piece]) -> None:
        field.in_result = True
        kind = kind_of(field.code)
        if kind in COUNTED:
            field.counted = True
            out.append(Piece("field", look, counted(field.code)))
        shown = field.shown or shown_by_code(field.code)
        if shown and not look.hidden:
            out.append(Piece("text", look, shown))
        found = _LINK.search(field.code)
        if found and "\\l" not in field.code:
            field.link = _safe(found.group(1))

    def _content(self, element: Element, name: str, look: Look, part: str, out: list[Piece], link: str | None) -> None:
        if name in ("t", "delText"):
            if element.text:
                out.append(Piece("text", look, element.text.replace("\n", " ").replace("\t", " "), link))
        elif name == "tab":
            out.append(Piece("tab", look, "\t"))
        elif name == "ptab":
            out.append(Piece("tab", look, value(element, "alignment") or "left"))
        elif name in ("br", "cr"):
            kind = value(element, "type")
            out.append(Piece(kind if kind in ("page", "column") else "line", look))
        elif name == "noBreakHyphen":
            out.append(Piece("text", look, "\u2011", link))
        elif name == "sym":
            code = hexadecimal(value(element, "char"), 0x2022) & 0xFFFF
            out.append(Piece("text", look, _SYMBOLS.get(code, "•" if 0xE000 <= code <= 0xF8FF else chr(code)), link))
        elif name in ("footnoteReference", "endnoteReference"):
            self._footnote(name, element, look, out)
        elif name in ("footnoteRef", "endnoteRef"):
            out.append(Piece("text", look, self.note_sign))
        elif name in ("drawing", "pict", "object") or element.tag == ALTERNATE:
            self._drawing(element, look, part, out, link)
        elif name == "commentReference":
            self._notes.add("comments (not printed)")

    def _drawing(self, element: Element, look: Look, part: str, out: list[Piece], link: str | None) -> None:
        drawing = chosen(element)
        above = self._drawings.above(drawing)
        if above is not None:
            self._set_above(element, above, look, part)
            return
        self.text_boxes += self._drawings.text_boxes(drawing)
        picture = self._drawings.picture(drawing, part)
        if picture is not None:
            self._picture(Piece("picture", look, "\ufffc", link, picture), self._drawings.place(drawing), out)
        room, words = self._drawings.room(drawing), self._drawings.words(element, part)
        if room is not None:
            out.append(Piece("picture", look, "\ufffc", None, Picture(b"", room.width, room.height)))
            self.floating += _words_inside(words, room, look)
        else:
            out += [piece for text in words for piece in (Piece("text", look, text), Piece("line", look))]

    def _set_above(self, element: Element, place: Place, look: Look, part: str) -> None:
        """Set a drawing that has no text beside it in a paragraph of its own before the present one."""
        picture = self._drawings.picture(chosen(element), part) or Picture(b"", place.width, place.height)
        across = place.across if place.across.relative in ("column", "margin") else Aim("column")
        shape = Shape(align=across.align or "left", left=max(across.offset, 0.0), widow=False)
        room = replace(place, across=across, down=Aim("paragraph"), in_line=True)
        inside = _words_inside(self._drawings.words(element, part), room, look)
        shown = Piece("picture", look, "\ufffc", None, picture)
        self.above.append(Paragraph([shown], shape, look, floating=tuple(inside)))

    def _picture(self, shown: Piece, place: Place | None, out: list[Piece]) -> None:
        """Set a picture in the line, or beside the text when it has its place there."""
        if place is None or shown.picture is None:
            out.append(shown)
            return
        shown.picture = replace(shown.picture, width=place.width, height=place.height)
        self.floating.append(Floating(place, [Paragraph([shown], Shape(), shown.look)]))

    def _ruby(self, element: Element, base: Properties, part: str, out: list[Piece], link: str | None) -> None:
        """Read characters with a reading aid above them, which is set in brackets behind them."""
        self._notes.add("reading aids above characters (printed in brackets)")
        look = self._look(base, None)
        for name, around in (("rubyBase", ("", "")), ("rt", (" (", ")"))):
            out.append(Piece("text", look, around[0]))
            held = child(element, name)
            if held is not None:
                self._children(held, base, part, out, link)
            out.append(Piece("text", look, around[1]))

    def _footnote(self, name: str, element: Element, look: Look, out: list[Piece]) -> None:
        kind = name.removesuffix("Reference")
        noted = self.noted[kind]
        counted = sum(bool(sign) for _, sign in noted) + 1
        own_sign = is_set(element, "customMarkFollows")
        sign = "" if own_sign else formatted(counted, self.note_forms[kind])
        noted.append((value(element, "id") or "", sign))
        number = len(noted) if kind == "footnote" else None
        out.append(Piece("text", look, sign or "\u200b", note=number))


def _words_inside(words: list[str], room: Place, look: Look) -> list[Floating]:
    """Return the words of a chart or diagram, one behind the other, in the room kept for it."""
    small = replace(look, size=min(look.size, _CHART_SIZE), hidden=False)
    text = Piece("text", small, _BETWEEN.join(words))
    return [Floating(room, [Paragraph([text], Shape(), small)])] if words else []


def _safe(target: str | None) -> str | None:
    """Return an address a reader may be sent to: a page or a mail address, no file and no script."""
    return target if target and target.lower().startswith(("http://", "https://", "mailto:")) else None


def heading_level(name: str) -> int | None:
    """Return the level a built-in style name stands for: 0 for the title, 1 for the first heading."""
    if name == "title":
        return 0
    found = re.fullmatch(r"heading (\d)", name)
    return int(found.group(1)) if found else None
