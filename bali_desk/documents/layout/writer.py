"""Writes set pages as a PDF with reportlab's canvas."""

from __future__ import annotations

import io

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from bali_desk.documents.layout.flow import Bookmark, Flow
from bali_desk.documents.layout.font_writer import EmbeddedFont
from bali_desk.documents.layout.model import Picture, WordDocument
from bali_desk.documents.layout.notes import Notes
from bali_desk.documents.layout.sheet import Sheet
from bali_desk.documents.layout.typefaces import Typefaces

_CREATOR = "Bali Desk"
_MOST_PIXELS = 40_000_000


class PdfWriter:
    """Writes one document."""

    def __init__(self, document: WordDocument, typefaces: Typefaces, notes: Notes) -> None:
        self._out = io.BytesIO()
        # Nothing is compressed here: the tagging step does it, with the same library on every system.
        self._canvas = Canvas(self._out, invariant=1, lang=document.language, pageCompression=0, initialFontName=None)
        self._canvas.setTitle(document.title or "Untitled")
        self._canvas.setAuthor(document.author)
        self._canvas.setSubject(document.subject)
        self._canvas.setCreator(_CREATOR)
        self._canvas.setProducer(_CREATOR)
        self._typefaces = typefaces
        self._notes = notes
        self._images: dict[bytes, ImageReader | None] = {}

    def write(self, flow: Flow) -> bytes:
        """Return the PDF, not yet tagged."""
        marks: dict[int, list[Bookmark]] = {}
        for bookmark in flow.bookmarks:
            marks.setdefault(bookmark.page, []).append(bookmark)
        level = -1
        for number, sheet in enumerate(flow.sheets.pages):
            for place, bookmark in enumerate(marks.get(number, ())):
                level = min(bookmark.level, level + 1)  # an outline may not leave out a level on the way down
                key = f"heading-{number}-{place}"
                self._canvas.bookmarkHorizontal(key, 0, bookmark.height)
                self._canvas.addOutlineEntry(bookmark.text, key, level, closed=False)
            self._page(sheet)
        if flow.bookmarks:
            self._canvas.showOutline()
        for face in self._typefaces.used():
            self._canvas._doc.delayedFonts.append(EmbeddedFont(face))
        self._canvas.save()
        return self._out.getvalue()

    def _page(self, sheet: Sheet) -> None:
        canvas = self._canvas
        canvas.setPageSize(sheet.section.size)
        canvas._code[:] = []  # reportlab's own beginning sets a font we do not embed
        for operation in sheet.ink.operations:
            if isinstance(operation, str):
                canvas._code.append(operation)
            else:
                self._picture(*operation)
        for link in sheet.ink.links:
            canvas.linkURL(link.address, link.box, relative=0, thickness=0)
        canvas.showPage()

    def _picture(self, picture: Picture, x: float, y: float) -> None:
        image = self._image(picture.data) if picture.data else None
        if image is not None:
            self._canvas.drawImage(image, x, y, picture.width, picture.height, mask="auto")

    def _image(self, data: bytes) -> ImageReader | None:
        if data not in self._images:
            try:
                image = ImageReader(io.BytesIO(data))
                width, height = image.getSize()
                if width * height > _MOST_PIXELS:
                    raise ValueError(width * height)
                image.getRGBData()
            except Exception:  # whatever a damaged picture makes the decoder raise
                self._notes.add("damaged or oversized picture (left out)")
                self._images[data] = None
            else:
                self._images[data] = image
        return self._images[data]
