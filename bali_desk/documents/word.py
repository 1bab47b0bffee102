"""The finished Word file: its properties told by the record, its bytes the same for the same record."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from bali_desk.documents.clean_copy import clean

_FIRST = "[Content_Types].xml"
_DATE = (1980, 1, 1, 0, 0, 0)
_LONGEST_PROPERTY = 255
_PROGRAM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Bali Desk</Application></Properties>"
)
_LEFT_BEHIND = (
    "rsids", "attachedTemplate", "mailMerge", "documentProtection", "writeProtection", "proofState", "docVars",
    "trackRevisions", "revisionView", "saveThroughXslt",
)  # fmt: skip


@dataclass(frozen=True)
class Properties:
    """What a file says of itself. The date is the meeting's: no clock enters a document."""

    title: str
    author: str
    subject: str
    identifier: str
    date: dt.date
    status: str = ""
    keywords: str = ""


def finished(document: WordDocument, properties: Properties) -> bytes:
    """The document as the bytes of a .docx."""
    _tell(document, properties)
    _clean(document)
    clean(document)
    loose = io.BytesIO()
    document.save(loose)
    return canonical(loose.getvalue())


def canonical(data: bytes, packing: int = zipfile.ZIP_STORED) -> bytes:
    """The same parts in one order and with one date, so that equal documents are equal bytes.

    They are stored as they are: what a compressor makes of them differs between systems.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as loose, zipfile.ZipFile(out, "w") as packed:
        for name in sorted(loose.namelist(), key=lambda one: (one != _FIRST, one)):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = packing
            entry.create_system = 0
            packed.writestr(entry, loose.read(name), compresslevel=6)
    return out.getvalue()


def _tell(document: WordDocument, properties: Properties) -> None:
    core = document.core_properties
    core.title = _short(properties.title)
    core.author = core.last_modified_by = _short(properties.author)
    core.subject = _short(properties.subject)
    core.identifier = _short(properties.identifier)
    core.content_status = _short(properties.status)
    core.keywords = _short(properties.keywords)
    core.comments = core.category = core.version = ""
    core.language = "en-GB"
    core.revision = 1
    core.created = core.modified = dt.datetime.combine(properties.date, dt.time(), tzinfo=dt.UTC)
    for name in ("cp:lastPrinted",):
        for element in core._element.findall(qn(name)):
            core._element.remove(element)


def _short(text: str) -> str:
    """What fits a property, without what XML cannot hold."""
    printable = "".join(one if _is_printable(one) else " " for one in text)
    return " ".join(printable.split())[:_LONGEST_PROPERTY]


def _is_printable(character: str) -> bool:
    return character >= " " and not "\ud800" <= character <= "\udfff" and character not in "\ufffe\uffff"


def _clean(document: WordDocument) -> None:
    """Take out what tells of other machines and other times."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]
        elif relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
            relation.target_part._blob = _PROGRAM  # company, manager, hours of editing of whoever drew the template
    settings: Any = document.settings.element
    for name in _LEFT_BEHIND:
        for element in settings.findall(qn(f"w:{name}")):
            settings.remove(element)
