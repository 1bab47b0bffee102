"""A document as it leaves the house: tracked changes taken as made, no comments, nothing hidden, nobody's name but the
body's."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document as WordDocument
from lxml import etree

from bali_desk.documents.word_xml import Element, W, is_on, remove, unwrap

_TAKEN_OUT = tuple(
    f"{W}{name}"
    for name in (
        "del", "moveFrom", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange",
        "trPrChange", "tcPrChange", "numberingChange", "cellIns", "cellDel", "cellMerge", "moveFromRangeStart",
        "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd",
        "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
        "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "commentRangeStart", "commentRangeEnd",
        "commentReference",
    )
)  # fmt: skip
_OPENED = (f"{W}ins", f"{W}moveTo")  # their content stays
_MARKED = (f"{W}rPr", f"{W}trPr")  # where `ins` and `del` only say of a paragraph or row that it came or went


def clean(document: WordDocument) -> None:
    """Clean the body, headers, footers and notes of a document in place."""
    hidden = _hidden_styles(document.styles.element)
    for part in document.part.package.iter_parts():
        root = getattr(part, "element", None)
        if root is not None:
            _clean_part(root, hidden)
        elif str(part.partname).startswith("/word/") and part.content_type.endswith("+xml"):
            root = etree.fromstring(part.blob)
            _clean_part(root, hidden)
            part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _clean_part(root: Element, hidden: set[str]) -> None:
    for element in list(root.iter(*_TAKEN_OUT)):
        parent = element.getparent()
        if parent is None:
            continue
        if parent.tag == f"{W}trPr" and element.tag == f"{W}del":
            remove(parent.getparent())  # a row that was deleted
        else:
            parent.remove(element)
    for element in list(root.iter(*_OPENED)):
        parent = element.getparent()
        if parent is not None and parent.tag in _MARKED:
            remove(element)
        else:
            unwrap(element)
    for run in list(_hidden_runs(root, hidden)):
        remove(run)


def _hidden_runs(root: Element, hidden: set[str]) -> Iterator[Element]:
    for mark in root.iter(f"{W}vanish"):
        run = mark.getparent().getparent() if mark.getparent() is not None else None
        if run is not None and run.tag == f"{W}r" and is_on(mark):
            yield run
    if hidden:
        for style in root.iter(f"{W}rStyle", f"{W}pStyle"):
            if style.get(f"{W}val") in hidden:
                holder = style.getparent().getparent()
                yield from [holder] if holder.tag == f"{W}r" else list(holder.iter(f"{W}r"))


def _hidden_styles(styles: Element) -> set[str]:
    """The styles whose text is hidden, by themselves or by what they are based on."""
    known = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    return {name for name in known if _is_hidden(name, known, 0)}


def _is_hidden(name: str | None, known: dict[str | None, Element], depth: int) -> bool:
    style = known.get(name)
    if style is None or depth > len(known):
        return False
    mark = style.find(f"{W}rPr/{W}vanish")
    if mark is not None:
        return is_on(mark)
    above = style.find(f"{W}basedOn")
    return above is not None and _is_hidden(above.get(f"{W}val"), known, depth + 1)
