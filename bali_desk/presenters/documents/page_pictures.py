"""Pictures of a PDF's pages, for the screen and for the printer."""

from __future__ import annotations

import hashlib
import io
from collections import OrderedDict
from dataclasses import dataclass

from bali_desk.presenters.ask import Progress

POINTS_AN_INCH = 72
MOST_BYTES = 150_000_000  # of pages kept that are not in sight
_ELSEWHERE = ("/Parent", "/StructParents", "/Annots")  # what leads to other pages, and is not drawn
_DEEPEST = 40


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
    """Every page of a PDF, drawn now and not kept."""
    return PageStore(0).pictures(pdf, dpi, progress)


class PageStore:
    """Pages drawn before: one that looks as it did is not drawn again. For the worker beside the window alone."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._drawn: OrderedDict[tuple[bytes, float], PagePicture] = OrderedDict()

    def pictures(self, pdf: bytes, dpi: float, progress: Progress) -> list[PagePicture]:
        """Every page of a PDF. PDFium serves one caller at a time: only the worker beside the window calls this."""
        import pypdfium2

        made = []
        with pypdfium2.PdfDocument(pdf) as document:
            for number, look in enumerate(looks(pdf)):
                progress.step(number, len(document))
                made.append(self._drawn.get((look, dpi)) or _picture(document, number, dpi))
                self._drawn[look, dpi] = made[-1]
                self._drawn.move_to_end((look, dpi))
        while len(self._drawn) > len(made) and sum(len(one.pixels) for one in self._drawn.values()) > self._most:
            self._drawn.popitem(last=False)
        return made


def looks(pdf: bytes) -> list[bytes]:
    """For each page of a PDF of ours a digest of all that it is drawn from: two of the same look the same."""
    import pikepdf

    digests: dict[object, bytes] = {}

    def digest(thing: pikepdf.Object, depth: int = 0) -> bytes:
        known = thing.objgen if thing.is_indirect else None
        if known in digests:
            return digests[known]
        whole = hashlib.blake2b(digest_size=16)
        kind = thing._type_code
        if kind in (pikepdf.ObjectType.dictionary, pikepdf.ObjectType.stream):
            for key in sorted(thing.keys()):
                inner = thing.get(key)
                if inner is not None and key not in _ELSEWHERE and depth < _DEEPEST:
                    whole.update(key.encode() + digest(inner, depth + 1))
            if kind == pikepdf.ObjectType.stream:
                whole.update(thing.read_raw_bytes())
        elif kind == pikepdf.ObjectType.array:
            for one in thing:
                whole.update(digest(one, depth + 1) if isinstance(one, pikepdf.Object) else repr(one).encode())
        else:
            whole.update(thing.unparse())
        if known is not None:
            digests[known] = whole.digest()
        return whole.digest()

    with pikepdf.open(io.BytesIO(pdf)) as document, pikepdf.explicit_conversion():
        return [digest(page.obj) for page in document.pages]


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
