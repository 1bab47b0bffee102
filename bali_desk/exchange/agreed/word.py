"""Word files: their paragraphs as they read once every tracked change is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bali_desk.domain.errors import DeskError
from bali_desk.domain.package_gate import Gate, Unwelcome
from bali_desk.exchange.agreed.passages import LONGEST, Passage, passage_of

_DAMAGED = "is damaged: Word may be able to open and save it anew"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = {
    f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pict", "object", "drawing", "rPr", "pPr")
}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"  # text boxes, twice
_LETTERS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
Element = Any


def read_word(data: bytes) -> list[Passage]:
    """The passages of a .docx file. Raises DeskError in the words that finish "“x.docx” …"."""
    document, kinds = opened_word(data)
    told = ((paragraph, text) for paragraph, text in told_paragraphs(document) if text)
    return [passage for paragraph, text in told if (passage := _passage(text, kinds.of(paragraph))).text]


def opened_word(data: bytes) -> tuple[Element, WordKinds]:
    """The body of a .docx file, and what its styles make of a paragraph; DeskError as `read_word`."""
    try:
        gate = Gate(data, "")
        if "word/document.xml" not in gate.names:
            raise DeskError("is no Word document")
        document = _parsed(gate, "word/document.xml")
        styles = _parsed(gate, "word/styles.xml") if "word/styles.xml" in gate.names else None
        numbering = _parsed(gate, "word/numbering.xml") if "word/numbering.xml" in gate.names else None
    except Unwelcome as error:
        raise DeskError(_DAMAGED if error.damaged else error.why) from error
    return document, WordKinds(styles, numbering)


def _parsed(gate: Gate, name: str) -> Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(gate.read(name), parser)
    except etree.XMLSyntaxError as error:
        raise DeskError(_DAMAGED) from error


def told_paragraphs(document: Element) -> Iterator[tuple[Element, str]]:
    """Each paragraph that is part of the text, with its words; two whose border was deleted are told as one."""
    carried = ""
    last: Element = None
    for paragraph in document.iter(f"{W}p"):
        if _is_away(paragraph):
            continue
        text, last = carried + words_in(paragraph), paragraph
        carried = ""
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:  # its end was deleted: the next one goes on here
            carried = f"{text} " if text and not text.endswith(" ") else text
            continue
        yield paragraph, " ".join(text.split())[:LONGEST]
    if carried:
        yield last, " ".join(carried.split())[:LONGEST]


def words_in(element: Element) -> str:
    """The words of a paragraph or of a part of one, every tracked change accepted."""
    return "".join(_text(element))


def _passage(text: str, kind: str) -> Passage:
    if not kind:
        return passage_of(text)
    return Passage(kind, passage_of(text).text if kind in ("bullet", "numbered") else text)


def _is_away(paragraph: Element) -> bool:
    """Whether it stands in a deleted row or in a text box, whose words are no part of the text."""
    for parent in paragraph.iterancestors():
        if parent.tag in (f"{W}txbxContent", f"{W}del", f"{W}moveFrom"):
            return True
        if parent.tag == f"{W}tr" and parent.find(f"{W}trPr/{W}del") is not None:
            return True
    return False


def _text(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _LETTERS:
            yield _LETTERS[child.tag]
        elif child.tag == f"{W}r" and child.find(f"{W}rPr/{W}vanish") is not None:
            continue  # hidden words
        elif child.tag not in _GONE and child.tag != _FALLBACK and child.tag != f"{W}p":
            yield from _text(child)


class WordKinds:
    """What the styles and lists of a document make of a paragraph."""

    def __init__(self, styles: Element, numbering: Element) -> None:
        self._styles: dict[str, Element] = {}
        for style in styles.iter(f"{W}style") if styles is not None else ():
            self._styles[style.get(f"{W}styleId", "")] = style
        self._formats = _formats(numbering)

    def of(self, paragraph: Element) -> str:
        """The kind of a block, or nothing where neither style nor list tells."""
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        listed = paragraph.find(f"{W}pPr/{W}numPr")
        name = ""
        for step in self._line_of(style):
            name = name or _named(_value(step.find(f"{W}name")))
            listed = step.find(f"{W}pPr/{W}numPr") if listed is None else listed
        if name:
            return name
        number = _value(listed.find(f"{W}numId")) if listed is not None else ""
        if number in ("", "0"):
            return ""
        level = _value(listed.find(f"{W}ilvl")) or "0"
        return "bullet" if self._formats.get((number, level), "bullet") == "bullet" else "numbered"

    def _line_of(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = _value(self._styles[style].find(f"{W}basedOn"))


def _named(style: str) -> str:
    name = style.lower()
    if name in ("title", "subtitle"):
        return name
    return "heading" if name.startswith("heading") else ""


def _formats(numbering: Element) -> dict[tuple[str, str], str]:
    if numbering is None:
        return {}
    levels = {
        (abstract.get(f"{W}abstractNumId"), level.get(f"{W}ilvl")): _value(level.find(f"{W}numFmt"))
        for abstract in numbering.iter(f"{W}abstractNum")
        for level in abstract.iter(f"{W}lvl")
    }
    made: dict[tuple[str, str], str] = {}
    for number in numbering.iter(f"{W}num"):
        of = _value(number.find(f"{W}abstractNumId"))
        made |= {(number.get(f"{W}numId", ""), ilvl): form for (one, ilvl), form in levels.items() if one == of}
    return made


def _value(element: Element) -> str:
    return "" if element is None else element.get(f"{W}val", "")
