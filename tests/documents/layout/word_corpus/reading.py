"""Whether every word of a Word file stands in its PDF, in its order."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pypdfium2

from word_corpus.written import Written, written_in

__all__ = ["Written", "missing", "plain", "text_of", "written_in"]

_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\ufffe\x02"), "-")  # the last two: pdfium's at the end of a line


def plain(text: str) -> str:
    """Letters as one compares them: no case, no presentation forms, no invisible signs."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_HYPHENS)
    return "".join(c for c in folded if unicodedata.category(c) not in ("Cf", "Cc", "Co") and not c.isspace())


def missing(paragraphs: list[Written], text: str) -> list[str]:
    """The words that are fewer than in the file, or not found after those before them.

    A row divided over two pages gives the first lines of all its cells before the others: inside a table only the
    words of each paragraph keep their order. Words written from right to left may stand anywhere.
    """
    whole = plain(text)
    counts = Counter(plain(word).strip(".,;()" if one.turned else "") for one in paragraphs for word in one.words)
    lost = [word for word, count in counts.items() if word and max(whole.count(word), whole.count(word[::-1])) < count]
    place = table_start = 0
    table: int | None = None
    for one in paragraphs:
        if not one.placed:
            continue
        if one.table != table:
            table, table_start = one.table, place
        here = table_start if table else place
        for word in map(plain, one.words if not one.turned else ()):
            if any(unicodedata.bidirectional(c) in ("R", "AL") for c in word):
                continue
            found = whole.find(word, here)
            if found < 0:
                lost.append(word)
            else:
                here = found + len(word)
        place = max(place, here)
    return lost


def text_of(pdf: Path | bytes) -> str:
    """All text of a PDF in the order it was written."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # it gives rarer signs in two halves
