"""Names of Word's XML and the few things asked of every paragraph."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element

from bali_desk.documents.templates.tags import OBJECT


@functools.cache
def w(name: str) -> str:
    """The full name of an element of Word's main namespace."""
    return str(qn(f"w:{name}"))


HEADS = {w(name) for name in ("pPr", "tblPr", "tblGrid", "trPr", "tblPrEx", "tcPr", "sdtPr", "sdtEndPr")}
_LEFTOVERS = {w(name) for name in ("proofErr", "lastRenderedPageBreak")}
_SPACES = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n"}


@dataclass(frozen=True)
class Piece:
    """One character of a paragraph, or one object in it, with the run it stands in."""

    character: str
    run: _Element | None
    element: _Element | None


def pieces(paragraph: _Element) -> list[Piece]:
    """A paragraph flattened to characters and objects, so that a tag split over runs is whole again."""
    flat: list[Piece] = []
    for child in paragraph:
        if child.tag == w("r"):
            flat += _of_run(child)
        elif child.tag != w("pPr") and isinstance(child.tag, str):
            flat.append(Piece(OBJECT, None, child))
    return flat


def _of_run(run: _Element) -> Iterator[Piece]:
    for child in run:
        if child.tag == w("t"):
            yield from (Piece(character, run, None) for character in child.text or "")
        elif child.tag != w("rPr") and isinstance(child.tag, str):
            page_break = child.get(w("type")) in ("page", "column")
            yield Piece(OBJECT if page_break else _SPACES.get(child.tag, OBJECT), run, child)


def alone(element: _Element) -> _Element:
    """The element with its attributes and namespaces and nothing in it."""
    names: Any = element.nsmap
    made = etree.Element(element.tag, nsmap=names)
    for name, value in element.attrib.items():
        made.set(name, value)
    return made


def words(element: _Element) -> str:
    """The visible text of an element, paragraphs parted by a space."""
    return " ".join("".join(piece.character for piece in pieces(one)) for one in element.iter(w("p"))).strip()


def hidden_tags(paragraph: _Element) -> str | None:
    """The kind of thing in a paragraph that holds a tag the renderer cannot reach, in an officer's word."""
    kinds = {"hyperlink": "a link", "ins": "a tracked change", "del": "a tracked change", "sdt": "a content control"}
    kinds |= {"moveTo": "a tracked change", "smartTag": "a smart tag", "fldSimple": "a field"}
    for child in paragraph.iter(w("t"), w("delText"), w("instrText")):
        if "{{" not in (child.text or "") and "{%" not in (child.text or ""):
            continue
        if child.tag == w("instrText"):
            return "a field"
        for above in child.iterancestors():
            name = above.tag.rpartition("}")[2]
            if above is paragraph:
                break
            if name == "txbxContent":
                return "a text box"
            if name in kinds:
                return kinds[name]
    return None


def tidy(root: _Element) -> None:
    """Take off what Word leaves behind and no reader needs: revision ids, spelling marks, the last cursor place."""
    for element in list(root.iter()):
        if element.tag in _LEFTOVERS or (element.tag == w("bookmarkStart") and element.get(w("name")) == "_GoBack"):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            continue
        for name in [one for one in element.attrib if "}rsid" in str(one) or str(one).endswith(("}paraId", "}textId"))]:
            del element.attrib[name]
