"""Words found in the pages of a document, with the places they stand at."""

from __future__ import annotations

from dataclasses import dataclass

from bali_desk.presenters.ask import Progress

MOST_HITS = 2_000


@dataclass(frozen=True)
class Hit:
    """Words found on a page, counted from 0; each box is left, top, width and height in shares of the page."""

    page: int
    boxes: tuple[tuple[float, float, float, float], ...]


def hits(pdf: bytes, words: str, progress: Progress) -> list[Hit]:
    """Where these words stand, small and capital letters alike. For the worker beside the window alone."""
    import pypdfium2

    sought, found = " ".join(words.split()), list[Hit]()
    if not sought:
        return found
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)):
            progress.step(number, len(document))
            page = document[number]
            found += _on_page(page, number, sought)
            page.close()
            if len(found) >= MOST_HITS:
                break
    return found[:MOST_HITS]


def _on_page(page: object, number: int, sought: str) -> list[Hit]:
    width, height = page.get_size()  # type: ignore[attr-defined]
    text = page.get_textpage()  # type: ignore[attr-defined]
    searcher = text.search(sought)
    found = []
    while (place := searcher.get_next()) is not None:
        rects = [text.get_rect(one) for one in range(text.count_rects(*place))]
        boxes = ((a / width, 1 - d / height, (c - a) / width, (d - b) / height) for a, b, c, d in rects)
        found.append(Hit(number, tuple(boxes)))
    searcher.close()
    text.close()
    return found
