"""What of an officer's template may go on into the files the house sends out: nothing that runs, nothing that reaches
out, nothing of who drew it."""

from __future__ import annotations

import io
import posixpath
import zipfile
from functools import lru_cache

from lxml import etree

from bali_desk.documents.fields_of_word import field_codes
from bali_desk.documents.word_xml import RELATION, Element, W, remove, unwrap
from bali_desk.domain.package_gate import Gate, Unwelcome

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
# LibreOffice relates a file to its properties in words of its own: python-docx would add a second set under their name.
_PROPERTIES_BY_LIBREOFFICE = b"/officedocument/2006/relationships/metadata/core-properties"
_PROPERTIES = b"/package/2006/relationships/metadata/core-properties"
_MOST_BRACES = 6_000  # each tag of a template opens with two, or with one
_KINDS = "[Content_Types].xml"
_TEMPLATE_KIND = b"wordprocessingml.template.main+xml"
_DOCUMENT_KIND = b"wordprocessingml.document.main+xml"

# By the last word of a relation's type. What is in none of the lists is refused by name.
_KEPT = {
    "officeDocument", "core-properties", "extended-properties", "styles", "stylesWithEffects", "numbering",
    "fontTable", "settings", "webSettings", "theme", "image", "hyperlink", "header", "footer", "footnotes", "endnotes",
    "chart", "chartStyle", "chartColorStyle", "themeOverride", "diagramData", "diagramLayout", "diagramQuickStyle",
    "diagramColors", "diagramDrawing",
}  # fmt: skip
_DROPPED = {
    "thumbnail", "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "customXml",
    "customXmlProps", "custom-properties", "glossaryDocument", "printerSettings", "keyMapCustomizations", "font",
    "extensibility", "webextensiontaskpanes", "webextension", "origin", "documenttasks", "attachedToolbars",
    "recipientData", "classificationlabels",
}  # fmt: skip
_RUNS = {
    "vbaProject": "a macro",
    "wordVbaData": "a macro",
    "control": "a control that runs",
    "activeXControlBinary": "a control that runs",
    "oleObject": "an embedded file",
    "package": "an embedded file",
    "aFChunk": "another file inside",
    "subDocument": "another file inside",
}
_RUNNING_NAMES = ("vbaproject.bin", "vbadata", "activex", "embeddings/", "oleobject", "afchunk")
_RUNNING_KINDS = (b"vbaproject", b"oleobject", b"activex")
_RUNNING_ELEMENTS = {f"{W}altChunk", f"{W}subDoc", f"{W}control", f"{W}object", f"{_OFFICE}OLEObject"}
_WEB = ("http://", "https://", "mailto:")
_TRACES = tuple(f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference", "rsid", "rsids"))
_MACRO = "holds a macro or an embedded file ({what}): save it from Word as a plain .docx without it"
_FIELD = "holds a {word} field, which reads other files or tells of this computer: take it out in Word"


@lru_cache(maxsize=24)  # a preview renders the same few templates again and again
def harmless(data: bytes, name: str) -> bytes:
    """The bytes of a template that may be filled in; raises DeskError in one sentence for what may not be."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise Unwelcome(name, "is not a Word file: choose a .docx or .dotx file")
    gate = Gate(data, name)
    parts = gate.everything()
    if sum(one.count(b"{") for part, one in parts.items() if part.endswith(".xml")) > _MOST_BRACES:
        raise Unwelcome(name, "is too large for a template: it has more tags than can be filled in")
    _refuse_what_runs(parts, name)
    roots = parts.get("_rels/.rels", b"")
    parts["_rels/.rels"] = roots.replace(_PROPERTIES_BY_LIBREOFFICE, _PROPERTIES)
    try:
        cut = {part: _cut_relations(parts, part, name) for part in list(parts) if part.endswith(".rels")}
        for part in [part for part in parts if _is_content(part)]:
            relations = posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")
            parts[part] = _cleaned(parts[part], cut.get(relations, set()), name)
    except (etree.XMLSyntaxError, ValueError):
        raise gate.damaged() from None
    return _packed(parts)


def without_pattern(data: bytes, name: str) -> bytes:
    """The same file for editing in Word: a document where it was the pattern of one, and else untouched."""
    parts = Gate(data, name).everything()
    kinds = parts.get(_KINDS, b"")
    if _TEMPLATE_KIND not in kinds:
        return data
    return _packed(parts | {_KINDS: kinds.replace(_TEMPLATE_KIND, _DOCUMENT_KIND)})


def _is_content(part: str) -> bool:
    return part.lower().endswith(".xml") and part != _KINDS and not part.startswith("docProps/")


def _refuse_what_runs(parts: dict[str, bytes], name: str) -> None:
    for part in parts:
        if any(one in part.lower() for one in _RUNNING_NAMES):
            raise Unwelcome(name, _MACRO.format(what=posixpath.basename(part)))
    kinds = parts.get(_KINDS, b"")
    if b"macroenabled" in kinds.lower():
        raise Unwelcome(name, "is a Word file with macros (.docm): save it from Word as .docx or .dotx")
    for kind in _RUNNING_KINDS:
        if kind in kinds.lower():
            raise Unwelcome(name, _MACRO.format(what="by its kind"))
    parts[_KINDS] = kinds.replace(_TEMPLATE_KIND, _DOCUMENT_KIND)


def _cut_relations(parts: dict[str, bytes], part: str, name: str) -> set[str]:
    """Take out what leads outside or is not wanted; the ids that are no more."""
    root = _parsed(parts[part])
    gone: set[str] = set()
    for relation in list(root.iter(_RELATION)):
        kind = relation.get("Type", "").rpartition("/")[2]
        outside = relation.get("TargetMode") == "External"
        if kind in _RUNS:
            raise Unwelcome(name, _MACRO.format(what=_RUNS[kind]))
        if outside:
            if kind == "hyperlink" and relation.get("Target", "").lower().startswith(_WEB):
                continue
        elif kind in _KEPT:
            continue
        elif kind not in _DROPPED:
            raise Unwelcome(name, f"holds something a document of ours does not need ({kind}): take it out in Word")
        gone.add(relation.get("Id", ""))
        root.remove(relation)
    if gone:
        parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return gone


def _cleaned(data: bytes, gone: set[str], name: str) -> bytes:
    """A part without what leads outside, without comments and without the numbers of its editings."""
    root = _parsed(data)
    if any(element.tag in _RUNNING_ELEMENTS for element in root.iter(*_RUNNING_ELEMENTS)):
        raise Unwelcome(name, _MACRO.format(what="an embedded file"))
    for code in field_codes(root):
        if code.refused:
            raise Unwelcome(name, _FIELD.format(word=code.word))
    for element in [one for one in root.iter(etree.Element) if any(_points(one, name) for name in gone)]:
        _let_go(element)
    for element in list(root.iter(*_TRACES)):
        holder = element.getparent()
        remove(element)
        if holder is not None and holder.tag == f"{W}r" and all(one.tag == f"{W}rPr" for one in holder):
            remove(holder)  # the run that held the mark of a comment and nothing else
    for element in root.iter(etree.Element):
        for attribute in list(element.attrib):
            if _tells_too_much(str(attribute), element):
                del element.attrib[attribute]
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _points(element: Element, gone: str) -> bool:
    return any(value == gone and str(key).startswith((RELATION, _OFFICE)) for key, value in element.attrib.items())


def _tells_too_much(attribute: str, element: Element) -> bool:
    """Numbers of editings, and the addresses a picture of the old kind is fetched from."""
    if attribute.startswith(f"{W}rsid"):
        return True
    is_vml = str(element.tag).startswith("{urn:schemas-microsoft-com:vml}")
    return is_vml and (attribute in ("src", "href") or attribute == f"{_OFFICE}href")


def _let_go(element: Element) -> None:
    """Take out what pointed outside: a link keeps its words, a picture goes whole."""
    local = etree.QName(element).localname
    if local == "hyperlink":
        unwrap(element)
        return
    if local not in ("hlinkClick", "hlinkHover"):
        holders = (f"{W}drawing", f"{W}pict")
        element = next((one for one in element.iterancestors(*holders)), element)
    remove(element)


def _parsed(data: bytes) -> Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for part, data in parts.items():
            packed.writestr(part, data)
    return out.getvalue()
