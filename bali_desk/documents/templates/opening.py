"""Opening a template somebody sent: what may not pass is stopped at the gate, and the rest is a document."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from docx.document import Document as WordDocument

from bali_desk.documents.template_gate import harmless, without_pattern
from bali_desk.documents.templates.parts import parts_of
from bali_desk.domain.errors import DeskError


def open_template(path: Path) -> WordDocument:
    """The template as a document; what is wrong with the file is said in one sentence."""
    data = harmless(_bytes(path), path.name)
    try:
        document: WordDocument = docx.Document(io.BytesIO(data))
        _read_through(document)
    except Exception:  # whatever a file that others made can do to those who read it
        raise DeskError(f"“{path.name}” is damaged: open it in Word and save it again as .docx.") from None
    return document


def as_document(path: Path) -> bytes:
    """The bytes of a template as a .docx that Word opens for editing, not as the pattern of a new file."""
    open_template(path)
    return without_pattern(_bytes(path), path.name)


def _read_through(document: WordDocument) -> None:
    """Touch what is read later, so that a file that lacks it is damaged here and not somewhere else."""
    if document.element.body is None:
        raise ValueError("no body")
    _ = document.styles.element, document.settings.element, document.core_properties.title
    if any(one.reltype.endswith("/numbering") for one in document.part.rels.values()):
        _ = document.part.numbering_part.element
    for _name, holder in parts_of(document):
        _ = holder.element.tag


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DeskError(f"There is no template “{path}”.") from None
    except OSError as error:
        raise DeskError(f"The template “{path}” cannot be read: {error.strerror}.") from None
