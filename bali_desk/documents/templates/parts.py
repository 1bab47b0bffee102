"""The parts of a Word file that hold text: body, headers, footers, footnotes and endnotes."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import _Element

from bali_desk.documents.templates.compile import compile_notes, compile_part
from bali_desk.documents.templates.faults import TemplateFault
from bali_desk.documents.templates.ooxml import tidy, w
from bali_desk.documents.templates.sandbox import Sandbox
from bali_desk.documents.templates.source import Compiled

_LEFT_BEHIND = ("comments", "commentsExtended", "commentsExtensible", "commentsIds", "people")
_OF_A_COMMENT = [w(name) for name in ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")]
_DRAWN = {"/charts/": "a chart", "/diagrams/": "a diagram (SmartArt)"}
_PICTURE_NUMBER = qn("wp:docPr")


class Notes:
    """Footnotes or endnotes, which python-docx keeps as bytes: read here, written back by `keep`."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self._element: Any = parse_xml(part.blob)

    @property
    def element(self) -> Any:
        """The root of the part."""
        return self._element

    def keep(self) -> None:
        """Let the part hold what its element has become."""
        self._part._blob = serialize_part_xml(self._element)


def parts_of(document: WordDocument) -> Iterator[tuple[str, Any]]:
    """The name of each part as a fault has it, and its holder: the body first."""
    yield "Body", document.part
    related, seen = document.part.related_parts, set()
    for reference in document.element.body.iter(qn("w:headerReference"), qn("w:footerReference")):
        holder = related.get(reference.get(qn("r:id")))
        if getattr(holder, "element", None) is not None and id(holder) not in seen:
            seen.add(id(holder))
            side = "header" if reference.tag == qn("w:headerReference") else "footer"
            page = {"first": "First-page ", "even": "Even-page "}.get(reference.get(qn("w:type")), "")
            yield f"{page}{side}".capitalize(), holder
    for kind in ("footnote", "endnote"):
        for relation in document.part.rels.values():
            if relation.reltype.endswith(f"/{kind}s") and not relation.is_external:
                yield kind.capitalize(), Notes(relation.target_part)


def unreached(document: WordDocument) -> Iterator[TemplateFault]:
    """Tags in parts that hold no text of the page."""
    for part in document.part.package.iter_parts():
        for folder, name in _DRAWN.items():
            if folder in str(part.partname) and (b"{{" in part.blob or b"{%" in part.blob):
                yield TemplateFault("Whole document", "", f"a tag inside {name} is not filled in")


def compiled(name: str, holder: Any, sandbox: Sandbox) -> Compiled:
    """The part compiled; what Word leaves behind and no reader needs is taken off first."""
    tidy(holder.element)
    make: Callable[[_Element, str, Sandbox], Compiled] = compile_notes if isinstance(holder, Notes) else compile_part
    return make(_content(holder.element), name, sandbox)


def settle(document: WordDocument, holders: list[Any]) -> None:
    """What loops wrote more than once is told apart, and comments, which are notes to the template's author, go."""
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.rpartition("/")[2] in _LEFT_BEHIND:
            del document.part.rels[key]
    numbers = itertools.count(1)
    for holder in holders:
        for element in list(holder.element.iter(*_OF_A_COMMENT)):
            element.getparent().remove(element)
        for picture in holder.element.iter(_PICTURE_NUMBER):
            picture.set("id", str(next(numbers)))
        _bookmark_once(holder.element)
        if isinstance(holder, Notes):
            holder.keep()


def _bookmark_once(root: _Element) -> None:
    """Of a bookmark that a loop repeated, only the first stays; one without beginning or end goes."""
    starts, ends = _by_number(root, "bookmarkStart"), _by_number(root, "bookmarkEnd")
    for number in {*starts, *ends}:
        paired = bool(starts.get(number) and ends.get(number))
        for elements in (starts.get(number, []), ends.get(number, [])):
            for element in elements[1 if paired else 0 :]:
                parent = element.getparent()
                if parent is not None:
                    parent.remove(element)


def _by_number(root: _Element, name: str) -> dict[str | None, list[_Element]]:
    found: dict[str | None, list[_Element]] = {}
    for element in root.iter(w(name)):
        found.setdefault(element.get(w("id")), []).append(element)
    return found


def _content(root: _Element) -> _Element:
    body = root.find(w("body"))
    return root if body is None else body
