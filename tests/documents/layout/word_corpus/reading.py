"""Whether every word of a Word file stands in its PDF, in its order."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from lxml import etree

from bali_desk.documents.layout.ooxml import w

_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\ufffe\x02"), "-")  # the last two: pdfium's at the end of a line


@dataclass
class Written:
    """A paragraph of the file: its words, the table around it all, and whether readers turn its words round."""

    words: list[str]
    table: int | None
    turned: bool


def written_in(data: bytes) -> list[Written]:
    """The paragraphs of the body as they stand in the file, deleted ones too; hidden words not."""
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        root = etree.fromstring(whole.read("word/document.xml"))
    for hidden in list(root.iter(w("vanish"))):
        run = hidden.getparent().getparent()
        run.getparent().remove(run)
    for aid in list(root.iter(w("rt"))):  # above its character: neither before it nor after
        aid.getparent().remove(aid)
    for fallback in [e for e in root.iter() if isinstance(e.tag, str) and e.tag.endswith("}Fallback")]:
        fallback.getparent().remove(fallback)
    numbers = {table: number for number, table in enumerate(root.iter(w("tbl")), start=1)}
    found: list[Written] = []
    for element in root.iter(w("p")):
        tables = [numbers[table] for table in element.iterancestors(w("tbl"))]
        words = "".join(_words_in(element)).split()
        turned = any(unicodedata.bidirectional(c) in ("R", "AL") for word in words for c in word)
        turned = turned or element.find(f"{w('pPr')}/{w('bidi')}") is not None
        found.append(Written(words, tables[-1] if tables else None, turned))
    return found


def _words_in(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(w("t"), w("delText"), w("tab"), w("br"), w("noBreakHyphen")):
        if next(element.iterancestors(w("p"))) is paragraph:
            text = {w("noBreakHyphen"): "-", w("tab"): " ", w("br"): " "}.get(element.tag)
            yield text if text is not None else element.text or ""


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
        return "".join(page.get_textpage().get_text_range() for page in document)
