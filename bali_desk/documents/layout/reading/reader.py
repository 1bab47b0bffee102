"""Reads a Word file into the layout model."""

from __future__ import annotations

import itertools
from pathlib import Path

from lxml.etree import _Element as Element

from bali_desk.documents.layout.model import Block, Look, Paragraph, Piece, Section, Shape, TabStop, WordDocument
from bali_desk.documents.layout.notes import Notes
from bali_desk.documents.layout.reading.drawings import Drawings
from bali_desk.documents.layout.reading.inline import InlineReader
from bali_desk.documents.layout.reading.numbering import Numbering
from bali_desk.documents.layout.reading.ooxml import child, child_value, local, points, value, w, whole
from bali_desk.documents.layout.reading.package import WordPackage
from bali_desk.documents.layout.reading.story import StoryReader
from bali_desk.documents.layout.reading.styles import Styles
from bali_desk.documents.word_xml import RELATION, is_on

_WORD_2013 = 15
_MOST_COLUMNS = 45
_NOTE_RULE = TabStop(144.0, "left", "underscore")
_NOT_DRAWN = {"lnNumType": "line numbers (left out)", "pgBorders": "border around the page (left out)"}
_HELD = ("sdt", "sdtContent", "customXml")


def read_document(source: Path | bytes, notes: Notes) -> WordDocument:
    """Return the document a Word file holds; a file that is none raises DeskError."""
    package = WordPackage(source)
    root = package.xml(package.document)
    body = child(root, "body")
    if body is None:
        raise package.damaged()
    for more in root.findall(w("body"))[1:] if root is not None else ():  # some programs write several
        body.extend(list(more))
    return _Reader(package, notes).read(body)


class _Reader:
    """Reads body, sections, headers and footers of one package."""

    def __init__(self, package: WordPackage, notes: Notes) -> None:
        self._package = package
        self._notes = notes
        self._styles = Styles(package)
        numbering = Numbering(package, self._styles)
        self._inline = InlineReader(package, self._styles, Drawings(package, notes), notes)
        self._story = StoryReader(self._styles, numbering, self._inline, notes)

    def read(self, body: Element) -> WordDocument:
        for kind in self._inline.note_forms:
            asked = child_value(child(self._package.related("settings"), f"{kind}Pr"), "numFmt")
            self._inline.note_forms[kind] = asked or self._inline.note_forms[kind]
        sections: list[Section] = []
        waiting: list[Block] = []
        properties: Element | None = None
        for element in _unwrapped(body):
            if local(element) == "sectPr":
                properties = element
                continue
            waiting += self._story.block(element, self._package.document)
            ending = child(child(element, "pPr"), "sectPr") if local(element) == "p" else None
            if ending is not None:
                self._close_section(sections, ending, waiting)
                waiting = []
        waiting += self._endnotes()
        if waiting or not sections:
            self._close_section(sections, properties, waiting)
        return self._document(sections)

    def _document(self, sections: list[Section]) -> WordDocument:
        _drop_doubled_breaks(sections)
        core = self._package.core_properties()
        settings = self._package.related("settings")
        if is_on(child(settings, "autoHyphenation")):
            self._notes.add("words divided by Word at the ends of lines (not divided here)")
        return WordDocument(
            sections,
            title=core.get("title", ""),
            author=core.get("creator", ""),
            subject=core.get("subject", ""),
            language=core.get("language", "") or self._language() or "en-AU",
            default_tab=points(child_value(settings, "defaultTabStop"), 36.0) or 36.0,
            even_pages_differ=is_on(child(settings, "evenAndOddHeaders")),
            footnotes=dict(enumerate(self._noted("footnote"), start=1)),
            note_separator=self._separator("footnote"),
            mirrored=is_on(child(settings, "mirrorMargins")),
            tables_outdented=_compatibility(settings) < _WORD_2013,
        )

    def _language(self) -> str:
        root = self._package.related("styles")
        defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
        return child_value(defaults, "lang") or ""

    def _close_section(self, sections: list[Section], properties: Element | None, blocks: list[Block]) -> None:
        section = Section(blocks)
        if sections:  # what a section does not say it takes from the one before
            section.headers, section.footers = dict(sections[-1].headers), dict(sections[-1].footers)
        for element in properties if properties is not None else ():
            self._section_property(section, element)
        sections.append(_with_room(section))

    def _section_property(self, section: Section, element: Element) -> None:
        name = local(element)
        if name in ("headerReference", "footerReference"):
            relation = self._package.relations(self._package.document).get(element.get(RELATION + "id") or "")
            root = self._package.xml(relation.target) if relation is not None else None
            if relation is not None and root is not None:
                held = section.headers if name == "headerReference" else section.footers
                held[value(element, "type") or "default"] = self._story.margin(root, relation.target)
        elif name == "pgSz":
            section.size = (_side(value(element, "w"), 595.3), _side(value(element, "h"), 841.9))
        elif name == "pgMar":
            top, right, bottom, left = (points(value(element, s), 72.0) for s in ("top", "right", "bottom", "left"))
            section.margins = (abs(top), right, abs(bottom), left + points(value(element, "gutter")))
            section.header_distance = points(value(element, "header"), 35.4)
            section.footer_distance = points(value(element, "footer"), 35.4)
        elif name == "titlePg":
            section.own_first_page = is_on(element)
        elif name == "type":
            section.begins = value(element) or "nextPage"
        elif name == "pgNumType":
            start = value(element, "start")
            section.first_number = whole(start, 1, 0, 99999) if start is not None else None
            section.number_format = value(element, "fmt") or "decimal"
        elif name in _NOT_DRAWN:
            self._notes.add(_NOT_DRAWN[name])
        elif name == "vAlign" and value(element) not in (None, "top"):
            self._notes.add("text in the middle or at the foot of a page (printed from its top)")
        elif name == "cols":
            self._columns(section, element)

    def _columns(self, section: Section, element: Element) -> None:
        section.columns = whole(value(element, "num"), 1, 1, _MOST_COLUMNS)
        section.column_gap = max(points(value(element, "space"), 36.0), 0.0)
        if value(element, "equalWidth") in ("0", "false", "off"):
            held = element.findall(w("col"))[: section.columns]
            section.column_widths = [(points(value(one, "w")), points(value(one, "space"))) for one in held]
        if len({width for width, _ in section.column_widths}) > 1:
            self._notes.add("columns of several widths (a paragraph in two of them is as narrow as the narrowest)")

    def _notes_part(self, kind: str) -> tuple[str, dict[str, Element]]:
        relations = self._package.relations(self._package.document).values()
        target = next((r.target for r in relations if r.kind == f"{kind}s" and not r.external), "")
        root = self._package.xml(target) if target else None
        found = root.findall(w(kind)) if root is not None else []
        return target, {value(note, "type") or value(note, "id") or "": note for note in found}

    def _noted(self, kind: str) -> list[list[Block]]:
        """Return the blocks of each footnote or endnote met so far."""
        if not self._inline.noted[kind]:
            return []
        target, kept = self._notes_part(kind)
        found: list[list[Block]] = []
        for note_id, sign in list(self._inline.noted[kind]):
            self._inline.note_sign = sign
            found.append(self._story.blocks(kept[note_id], target) if note_id in kept else [])
        return found

    def _separator(self, kind: str) -> list[Block]:
        target, kept = self._notes_part(kind) if self._inline.noted[kind] else ("", {})
        return self._story.blocks(kept["separator"], target) if "separator" in kept else []

    def _endnotes(self) -> list[Block]:
        """Return the endnotes below a short line, as they stand after the text."""
        found = [block for blocks in self._noted("endnote") for block in blocks]
        if not found:
            return []
        look = Look()
        return [Paragraph([Piece("tab", look, "\t")], Shape(tabs=(_NOTE_RULE,)), look), *found]


def _side(text: str | None, otherwise: float) -> float:
    """Return a side of the paper, within what Word allows."""
    return min(max(points(text, otherwise), 72.0), 1584.0)


def _with_room(section: Section) -> Section:
    """Return the section with usual margins when its own would leave no room for text."""
    top, right, bottom, left = section.margins
    width, height = section.size
    if min(left, right) < 0 or left + right > width - 36 or top + bottom > height - 36:
        section.margins = (36.0, 18.0, 36.0, 18.0)
    section.header_distance = min(max(section.header_distance, 0.0), height / 3)
    section.footer_distance = min(max(section.footer_distance, 0.0), height / 3)
    return section


def _drop_doubled_breaks(sections: list[Section]) -> None:
    """Let a page break right before the empty paragraph that ends a section, and its page, be one break, as in Word."""
    for section, following in itertools.pairwise(sections):
        before, last = section.blocks[-2:] if len(section.blocks) > 1 else (None, None)
        if following.begins == "continuous" or not isinstance(before, Paragraph) or not isinstance(last, Paragraph):
            continue
        empty = not last.pieces and last.label is None and not last.floating
        if empty and before.pieces and before.pieces[-1].kind == "page":
            section.blocks.pop()
            before.pieces.pop()


def _compatibility(settings: Element | None) -> int:
    """Return the version of Word whose ways the document keeps; 12 stands for Word 2007."""
    for setting in settings.iter(w("compatSetting")) if settings is not None else ():
        if value(setting, "name") == "compatibilityMode":
            return whole(value(setting), 12, 8, 99)
    return 12


def _unwrapped(body: Element) -> list[Element]:
    found: list[Element] = []
    for element in body:
        found += _unwrapped(element) if local(element) in _HELD else [element]
    return found
