"""Objects put into reportlab's document as text: a structure has thousands, and its own dictionaries are slow."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})


class _Object(pdfdoc.PDFObject):  # type: ignore[misc]
    __RefOnly__ = 1  # reportlab's word for what stands in the file by itself
    text = "null"

    def format(self, document: Any) -> bytes:
        """Return what reportlab writes between `obj` and `endobj`."""
        return self.text.encode("ascii")


class PdfObjects:
    """The objects of a document; each has its number before its text is known, so that others can refer to it."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._reserved: dict[int, _Object] = {}

    def number_of(self, known: Any) -> int:
        """Return the number of an object of reportlab's, which has one from now on."""
        name = self._document.Reference(known).name
        return int(self._document.idToObjectNumberAndVersion[name][0])

    def reserve(self) -> int:
        """Return the number of an object whose text comes later."""
        made = _Object()
        number = self.number_of(made)
        self._reserved[number] = made
        return number

    def put(self, number: int, text: str) -> None:
        """Give a reserved object its text."""
        self._reserved.pop(number).text = text

    def add(self, text: str) -> int:
        """Add an object and return its number."""
        number = self.reserve()
        self.put(number, text)
        return number

    def reference(self, number: int) -> Any:
        """Return what reportlab takes for an object of this number."""
        return pdfdoc.PDFObjectReference(self._document.numberToId[number])


def text_string(text: str) -> str:
    """Return a text for people as PDF writes it (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
