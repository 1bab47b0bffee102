"""Opening a template somebody sent: within bounds, and without what would reach out of the file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml.etree import _Element

from bali_desk.documents.templates.ooxml import w
from bali_desk.documents.templates.parts import parts_of
from bali_desk.domain.errors import DeskError

_KINDS = "[Content_Types].xml"
_MOST_PARTS = 2_000
_LARGEST_XML = 16 * 2**20
_LARGEST_WHOLE = 128 * 2**20
_TEMPLATE_KIND = b"wordprocessingml.template.main+xml"
_MACRO_KIND = b"macroenabled"
_DOCUMENT_KIND = b"wordprocessingml.document.main+xml"
# LibreOffice relates a file to its properties in words of its own: python-docx would add a second set under their name.
_PROPERTIES_BY_LIBREOFFICE = b"/officedocument/2006/relationships/metadata/core-properties"
_PROPERTIES = b"/package/2006/relationships/metadata/core-properties"
_KEPT_OUTSIDE = ("http://", "https://", "mailto:")
_REFUSED_PARTS = ("vbaproject.bin", "activex", "embeddings/", "oleobject", "afchunk")
_REFUSED_FIELDS = ("DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "MACROBUTTON", "IMPORT")


def open_template(path: Path) -> WordDocument:
    """The template as a document; what is wrong with the file is said in one sentence."""
    data = _checked(path)
    try:
        document: WordDocument = docx.Document(io.BytesIO(data))
        _read_through(document)
        _cut_outside_links(document)
    except Exception:  # whatever a file that others made can do to those who read it
        raise DeskError(f"“{path.name}” is damaged: open it in Word and save it again as .docx.") from None
    _refuse_fields(document, path)
    return document


def as_document(path: Path) -> bytes:
    """The bytes of a template as a .docx that Word opens for editing, not as the pattern of a new file."""
    open_template(path)
    raw = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        is_pattern = _TEMPLATE_KIND in packed.read(_KINDS)
    return _checked(path) if is_pattern else raw


def _read_through(document: WordDocument) -> None:
    """Touch what is read later, so that a file that lacks it is damaged here and not somewhere else."""
    if document.element.body is None:
        raise ValueError("no body")
    _ = document.styles.element, document.settings.element, document.core_properties.title
    if any(one.reltype.endswith("/numbering") for one in document.part.rels.values()):
        _ = document.part.numbering_part.element
    for _name, holder in parts_of(document):
        _ = holder.element.tag


def _checked(path: Path) -> bytes:
    """The bytes of the file when it is a Word file of sensible size without anything that runs."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise DeskError(f"There is no template “{path}”.") from None
    except OSError as error:
        raise DeskError(f"The template “{path}” cannot be read: {error.strerror}.") from None
    if len(raw) > _LARGEST_WHOLE:
        raise DeskError(f"“{path.name}” is too large for a template.")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            return _repacked(packed, path.name)
    except DeskError:
        raise
    except Exception:  # zipfile and zlib have many words for a file that is no zip
        raise DeskError(f"“{path.name}” is not a Word file: choose a .docx or .dotx file.") from None


def _repacked(packed: zipfile.ZipFile, name: str) -> bytes:
    entries = packed.infolist()
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _LARGEST_WHOLE:
        raise DeskError(f"“{name}” is too large for a template: its contents unpack to too much.")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as kept:
        for entry in entries:
            part = entry.filename.lower()
            if any(refused in part for refused in _REFUSED_PARTS):
                raise DeskError(f"“{name}” holds a macro or an embedded file: save it from Word as a plain .docx.")
            data = _read(packed, entry, name)
            if part == _KINDS.lower() and _MACRO_KIND in data.lower():
                raise DeskError(f"“{name}” is a Word file with macros (.docm): save it from Word as .docx or .dotx.")
            if part == "_rels/.rels":
                data = data.replace(_PROPERTIES_BY_LIBREOFFICE, _PROPERTIES)
            if part == _KINDS.lower():
                data = data.replace(_TEMPLATE_KIND, _DOCUMENT_KIND)
            kept.writestr(entry.filename, data)
    return out.getvalue()


def _read(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    with packed.open(entry) as stream:
        data = stream.read(entry.file_size + 1)
    is_xml = entry.filename.lower().endswith((".xml", ".rels"))
    if len(data) > entry.file_size or (is_xml and len(data) > _LARGEST_XML):
        raise DeskError(f"“{name}” is too large for a template: its contents unpack to too much.")
    if is_xml and b"<!DOCTYPE" in data:
        raise DeskError(f"“{name}” asks for other files, which a template may not: save it anew from Word.")
    return data


def _cut_outside_links(document: WordDocument) -> None:
    """Links to web pages stay; pictures and templates that lie elsewhere would be fetched by whoever opens the file."""
    for part in document.part.package.iter_parts():
        for key, relation in list(part.rels.items()):
            if not relation.is_external:
                continue
            address = relation.target_ref.lower()
            if relation.reltype.endswith("/hyperlink") and address.startswith(_KEPT_OUTSIDE):
                continue
            _forget(part, key)


def _forget(part: object, key: str) -> None:
    del part.rels[key]  # type: ignore[attr-defined]
    root = getattr(part, "element", None)
    if root is None:
        return
    for element in list(root.iter()):
        if key in element.attrib.values() and any(str(name).startswith(f"{{{_R}}}") for name in element.attrib):
            element.getparent().remove(element)


def _refuse_fields(document: WordDocument, path: Path) -> None:
    codes = []
    for _name, holder in parts_of(document):
        codes += _codes(holder.element)
        codes += [one.get(w("instr")) or "" for one in holder.element.iter(w("fldSimple"))]
    for code in codes:
        word = code.split(maxsplit=1)[0].upper() if code.split() else ""
        if word in _REFUSED_FIELDS:
            raise DeskError(f"“{path.name}” holds a {word} field, which reads other files: take it out in Word.")


def _codes(root: _Element) -> list[str]:
    """What each field says, put together where Word split it over runs."""
    codes = [""]
    for element in root.iter(w("fldChar"), w("instrText")):
        if element.tag == w("instrText"):
            codes[-1] += element.text or ""
        else:
            codes.append("")
    return codes


_R = qn("r:id")[1:].partition("}")[0]
