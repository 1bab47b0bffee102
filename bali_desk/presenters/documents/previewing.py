"""The preview of a document, made anew only as far as something changed: the Word file, the pages, their pictures."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from bali_desk.presenters.ask import Progress
from bali_desk.presenters.documents import exporting
from bali_desk.presenters.documents.page_pictures import PagePicture, PageStore


@dataclass(frozen=True)
class Preview:
    """A document as it will print, and its pages drawn."""

    pdf: bytes
    pages: list[PagePicture]


class Previewing:
    """For the worker beside the window, one call at a time. A change that does not show costs no layout."""

    def __init__(self) -> None:
        self._pages = PageStore()
        self._laid_out: dict[str, tuple[bytes, bytes]] = {}  # of each document: digest of its Word file, its PDF

    def made(self, order: exporting.Order, dpi: float, progress: Progress) -> Preview:
        """The document of an order; raises DeskError where it cannot be made."""
        progress.step(0, 3)
        word = exporting.make(order, ".docx")
        digest = hashlib.blake2b(word).digest()
        progress.step(1, 3)
        known, pdf = self._laid_out.get(order.name, (b"", b""))
        if known != digest:
            pdf = exporting.as_pdf(word)
            self._laid_out[order.name] = digest, pdf
        progress.step(2, 3)
        return Preview(pdf, self.drawn(pdf, dpi, progress))

    def drawn(self, pdf: bytes, dpi: float, progress: Progress) -> list[PagePicture]:
        """The pages of a PDF in this size."""
        return self._pages.pictures(pdf, dpi, progress)
