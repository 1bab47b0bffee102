"""Names of Word's XML and the few things asked of every paragraph."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element

from bali_desk.documents.templates.tags import OBJECT, tags_in


@functools.cache
def w(name: str) -> str:
    """The full name of an element of Word's main namespace."""
    return str(qn(f"w:{name}"))


HEADS = {w(name) for name in ("pPr", "tblPr", "tblGrid", "trPr", "tblPrEx", "tcPr", "sdtPr", "sdtEndPr")}
_LEFTOVERS = {w(name) for name in ("proofErr", "lastRenderedPageBreak")}
_SPACES = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n"}
_WRAPPERS = {
    w(name) for name in ("smartTag", "customXml", "sdtContent")
}  # what lies in them counts as if they were not
_UNSEEN = {
    w(name)
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
        "permStart", "permEnd", "softHyphen",
    )
}  # fmt: skip
_HIDING = {
    "hyperlink": "a link",
    "ins": "a tracked change",
    "del": "a tracked change",
    "moveTo": "a tracked change",
    "moveFrom": "a tracked change",
    "fldSimple": "a field",
    "oMath": "a formula",
    "oMathPara": "a formula",
    "txbxContent": "a text box",
}


@dataclass(frozen=True)
class Piece:
    """One character of a paragraph, or one object in it, with the run it stands in."""

    character: str
    run: _Element | None
    element: _Element | None


def pieces(paragraph: _Element) -> list[Piece]:
    """A paragraph flattened to characters and objects, so that a tag split over runs is whole again."""
    return _whole(list(_flat(paragraph)))


def _flat(parent: _Element) -> Iterator[Piece]:
    for child in parent:
        if child.tag == w("r"):
            yield from _of_run(child)
        elif child.tag in _WRAPPERS or (child.tag == w("sdt") and _has_mark(_text_in(child))):
            yield from _flat(child)
        elif child.tag not in HEADS and isinstance(child.tag, str) and not child.tag.endswith(("smartTagPr", "XmlPr")):
            yield Piece(OBJECT, None, child)


def unseen(piece: Piece) -> bool:
    """Whether a piece is a mark that no reader sees: a bookmark, the bounds of a comment."""
    return piece.element is not None and piece.element.tag in _UNSEEN


def _whole(flat: list[Piece]) -> list[Piece]:
    """Marks that no reader sees, moved out of the tags Word put them into."""
    seen = [piece for piece in flat if not unseen(piece)]
    if len(seen) == len(flat):
        return flat
    tags = tags_in("".join(piece.character for piece in seen))
    ordered: list[tuple[int, int, Piece]] = []
    place = 0
    for piece in flat:
        if unseen(piece):
            before = next((tag.start for tag in tags if tag.start < place < tag.end), place)
            ordered.append((before, 0, piece))
        else:
            ordered.append((place, 1, piece))
            place += 1
    return [piece for _place, _order, piece in sorted(ordered, key=lambda one: one[:2])]


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


def visible(flat: list[Piece]) -> str:
    """The text of these pieces, without marks that no reader sees."""
    return "".join(piece.character for piece in flat if not unseen(piece))


def words(element: _Element) -> str:
    """The visible text of an element, paragraphs parted by a space."""
    return " ".join(visible(pieces(one)) for one in element.iter(w("p"))).strip()


def unwrapped(parent: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also those inside content controls."""
    for child in parent:
        if child.tag == w(name):
            yield child
        elif child.tag == w("sdt") or child.tag in _WRAPPERS:
            yield from unwrapped(child, name)


def hidden_tags(paragraph: _Element) -> str | None:
    """The kind of thing in a paragraph that holds a tag the renderer cannot reach, in an officer's word."""
    for holder in paragraph.iter():
        kind = _HIDING.get(str(holder.tag).rpartition("}")[2])
        if kind and _has_mark(f"{_text_in(holder)} {holder.get(w('instr'))}"):
            return kind
    code = "".join(one.text or "" for one in paragraph.iter(w("instrText")))
    return "a field" if _has_mark(code) else None


def kind_of(element: _Element | None) -> str:
    """What stands where text should, in an officer's word."""
    name = "" if element is None else element.tag.rpartition("}")[2]
    names = _HIDING | {
        "drawing": "a picture",
        "pict": "a picture",
        "footnoteReference": "a footnote",
        "fldChar": "a field",
    }
    return names.get(name, "something that is no text")


def _text_in(element: _Element) -> str:
    return "".join(one.text or "" for one in element.iter() if str(one.tag).endswith(("}t", "}delText")))


def _has_mark(text: str) -> bool:
    return "{{" in text or "{%" in text


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
