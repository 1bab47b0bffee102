"""Pictures of a PDF's pages, for the screen and for the printer."""

from __future__ import annotations

from dataclasses import dataclass

from bali_desk.presenters.ask import Progress

POINTS_AN_INCH = 72


@dataclass(frozen=True)
class PagePicture:
    """One page as pixels: three bytes each, blue first; `stride` bytes to a line."""

    width: int
    height: int
    stride: int
    pixels: bytes


def count_pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def pictures(pdf: bytes, dpi: float, progress: Progress) -> list[PagePicture]:
    """Every page of a PDF. PDFium serves one caller at a time: only the worker beside the window calls this."""
    import pypdfium2

    made = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)):
            progress.step(number, len(document))
            made.append(_picture(document, number, dpi))
    return made


def picture(pdf: bytes, number: int, dpi: float) -> PagePicture:
    """One page of a PDF, counted from 0."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return _picture(document, number, dpi)


def _picture(document: object, number: int, dpi: float) -> PagePicture:
    page = document[number]  # type: ignore[index]
    bitmap = page.render(scale=dpi / POINTS_AN_INCH)
    drawn = PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    bitmap.close()
    page.close()
    return drawn
