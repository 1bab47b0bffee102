"""Writes set pages as a PDF with reportlab's canvas."""

from __future__ import annotations

import io
from typing import Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from bali_desk.documents.layout.model import Picture, WordDocument
from bali_desk.documents.layout.notes import Notes
from bali_desk.documents.layout.setting.flow import Bookmark, Flow
from bali_desk.documents.layout.setting.sheet import Sheet
from bali_desk.documents.layout.typefaces import Typefaces
from bali_desk.documents.layout.writing.font_writer import EmbeddedFont
from bali_desk.documents.layout.writing.ink import Link
from bali_desk.documents.layout.writing.pdf_objects import PdfObjects
from bali_desk.documents.layout.writing.tags import Tags, metadata

_PROGRAM = "Bali Desk"
_DATE = "2000-01-01T00:00:00Z"  # reportlab's, where no clock enters a document
_MOST_PIXELS = 40_000_000
rl_config.useA85 = 0  # which would write everything compressed in letters, a quarter longer


class PdfWriter:
    """Writes one document."""

    def __init__(self, document: WordDocument, typefaces: Typefaces, notes: Notes) -> None:
        self._out = io.BytesIO()
        self._own = document
        self._canvas = Canvas(self._out, invariant=1, lang=document.language, pdfVersion=(1, 7), initialFontName=None)
        self._canvas.setTitle(document.title or "Untitled")
        self._canvas.setAuthor(document.author)
        self._canvas.setSubject(document.subject)
        self._canvas.setCreator(_PROGRAM)
        self._canvas.setProducer(_PROGRAM)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._pdf: Any = self._canvas._doc
        self._pdf.defaultStreamFilters = [pdfdoc.PDFZCompress]
        self._objects = PdfObjects(self._pdf)
        self._typefaces = typefaces
        self._notes = notes
        self._images: dict[bytes, ImageReader | None] = {}
        self._marked: dict[int, list[tuple[str, float]]] = {}  # by page: names and heights of what the outline leads to
        self._annotations: dict[tuple[int, int], tuple[Link, Any]] = {}  # by page and place on it

    def write(self, flow: Flow) -> bytes:
        """Return the PDF. What is drawn on a page is let go as soon as it is written."""
        sheets = flow.sheets.pages
        self._outline(flow.bookmarks)
        pages = []
        for index, sheet in enumerate(sheets):
            pages.append(self._page(index, sheet))
            sheet.ink.operations.clear()
        self._structure(flow, pages)
        for face in self._typefaces.used():
            self._pdf.delayedFonts.append(EmbeddedFont(face))
        self._canvas.save()
        return self._out.getvalue()

    # ---- pages
    def _page(self, index: int, sheet: Sheet) -> int:
        canvas = self._canvas
        canvas.setPageSize(sheet.section.size)
        canvas._code[:] = []  # reportlab's own beginning sets a font we do not embed
        for key, height in self._marked.get(index, ()):
            canvas.bookmarkHorizontal(key, 0, height)
        for operation in sheet.ink.operations:
            if isinstance(operation, str):
                canvas._code.append(operation)
            else:
                self._picture(*operation)
        self._pdf.updateSignature("".join(canvas._code))  # what the file is known by; reportlab takes only its title
        for place, link in enumerate(sheet.ink.links):
            self._annotations[index, place] = link, self._link(link)
        name = self._pdf.thisPageName()
        canvas.showPage()
        page = self._pdf.idToObject[name]
        page.StructParents, page.Tabs = index, pdfdoc.PDFName("S")
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        return self._objects.number_of(page)

    def _link(self, link: Link) -> Any:
        """Return the annotation that leads to an address."""
        plain = "".join(c if c.isascii() else "".join(f"%{byte:02X}" for byte in c.encode()) for c in link.address)
        self._canvas.linkURL(plain, link.box, relative=0, thickness=0)
        return self._pdf.idToObject[self._canvas._annotationrefs[-1].name]

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

    # ---- what the file says of itself
    def _outline(self, bookmarks: list[Bookmark]) -> None:
        level = -1
        for place, bookmark in enumerate(bookmarks):
            key = f"heading-{place}"
            self._marked.setdefault(bookmark.page, []).append((key, bookmark.height))
            level = min(bookmark.level, level + 1)  # an outline may not leave out a level on the way down
            self._canvas.addOutlineEntry(bookmark.text, key, level, closed=False)
        if bookmarks:
            self._canvas.showOutline()

    def _structure(self, flow: Flow, pages: list[int]) -> None:
        numbers = {place: self._objects.number_of(one) for place, (_, one) in self._annotations.items()}
        tags = Tags(self._objects, pages, [sheet.ink.marks for sheet in flow.sheets.pages], numbers)
        catalog = self._pdf.Catalog
        catalog.StructTreeRoot = self._objects.reference(tags.written(flow.root))
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFtrue})
        catalog.Metadata = self._metadata()
        for place, key in tags.keys.items():
            link, annotation = self._annotations[place]
            annotation["StructParent"], annotation["Contents"] = key, pdfdoc.PDFString(link.address)

    def _metadata(self) -> Any:
        own = self._own
        told = metadata(_PROGRAM, _DATE, own.title or "Untitled", own.author, own.subject, own.language)
        entries = {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
        return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), told)
