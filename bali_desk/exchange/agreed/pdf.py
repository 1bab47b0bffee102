"""PDF files: lines joined to paragraphs by gap, indent and size; running heads and page numbers dropped."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from bali_desk.domain.errors import DeskError
from bali_desk.exchange.agreed.passages import (
    LONGEST,
    Passage,
    begins_item,
    ends_sentence,
    is_heading,
    joined,
    passage_of,
    words_of,
)

MOST_PAGES = 500
PASSWORD = 4  # what PDFium answers where a file is locked
EDGE_LINES = 2  # at the top and foot of a page, where running heads stand
GAP, LARGER, INDENT, SHORT = 1.35, 1.12, 0.8, 0.86  # of leading, of size, of the line's height, of the text's width
_PAGE_NUMBER = re.compile(r"(?i)[-–—\[(]?\s*(?:page|p\.)?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–—\])]?")
_DIVIDED = "\x02\ufffe"  # what PDFium makes of a hyphen at a line's end


@dataclass
class Line:
    """A line of a page, in points from its lower left corner."""

    text: str
    left: float
    right: float
    low: float
    high: float
    page: int

    @property
    def size(self) -> float:
        """Its height."""
        return self.high - self.low


def read_pdf(data: bytes) -> list[Passage]:
    """The passages of a PDF. Raises DeskError in the words that finish "“x.pdf” …"."""
    lines = _without_running_heads(_lines(data))
    if not lines:
        raise DeskError("holds pictures of pages and no text: let a scanner program recognise its words first")
    known = words_of(" ".join(line.text for line in lines))
    return [passage for group in _paragraphs(lines) if (passage := _passage(group, lines, known)).text]


def _lines(data: bytes) -> list[list[Line]]:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            if len(document) > MOST_PAGES:
                raise DeskError(f"has more than {MOST_PAGES} pages: it is no statement")
            return [_page(document[number], number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD:
            raise DeskError("is locked with a password: save it without one") from error
        raise DeskError("is damaged or no PDF") from error


def _page(page: Any, number: int) -> list[Line]:
    text = page.get_textpage()
    letters = text.get_text_range()
    pieces: list[Line] = []
    line: Line | None = None
    if len(letters) != text.count_chars():  # a letter beyond the first plane: places and boxes would not agree
        letters = "".join(text.get_text_range(place, 1) or " " for place in range(text.count_chars()))
    for place, letter in enumerate(letters):
        if letter in "\r\n":
            line = None
            continue
        left, low, right, high = text.get_charbox(place, loose=True)
        shown = "-" if letter in _DIVIDED else letter
        if line is None:
            line = Line("", left, right, low, high, number)
            pieces.append(line)
        line.text += shown
        if not letter.isspace():
            line.right, line.low, line.high = max(line.right, right), min(line.low, low), max(line.high, high)
            line.left = min(line.left, left)
        if letter in _DIVIDED:
            line = None
    text.close()
    page.close()
    return _in_rows([piece for piece in pieces if piece.text.strip()])


def _in_rows(pieces: Sequence[Line]) -> list[Line]:
    """Pieces that stand beside each other made one line."""
    rows: list[Line] = []
    for piece in pieces:
        last = rows[-1] if rows else None
        if last and _beside(last, piece):
            last.text = f"{last.text.rstrip()} {piece.text.lstrip()}"
            last.right, last.high, last.low = piece.right, max(last.high, piece.high), min(last.low, piece.low)
        else:
            rows.append(piece)
    for row in rows:
        row.text = row.text.strip()
    return rows


def _beside(last: Line, piece: Line) -> bool:
    shared = min(last.high, piece.high) - max(last.low, piece.low)
    return shared > 0.6 * min(last.size, piece.size) and piece.left >= last.right - 1


def _without_running_heads(pages: Sequence[list[Line]]) -> list[Line]:
    edges = [{_pattern(line) for line in _edges(page)} for page in pages]
    counted = Counter(pattern for page in edges for pattern in page)
    often = {pattern for pattern, times in counted.items() if times > 1 and times * 2 >= len(pages)}
    kept: list[Line] = []
    for page in pages:
        ends = [id(line) for line in _edges(page)]
        for line in page:
            at_edge = id(line) in ends
            if not at_edge or not (_pattern(line) in often or _PAGE_NUMBER.fullmatch(line.text)):
                kept.append(line)
    return kept


def _edges(page: Sequence[Line]) -> list[Line]:
    order = sorted(page, key=lambda line: -line.high)
    return [*order[:EDGE_LINES], *order[EDGE_LINES:][-EDGE_LINES:]]


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.lower().split()))


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    leading = _leading(lines)
    margin = max((line.right for line in lines), default=0.0)
    group: list[Line] = []
    for line in lines:
        if group and _breaks(group, line, leading, margin):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _leading(lines: Sequence[Line]) -> float:
    steps = [
        above.low - below.low
        for above, below in pairwise(lines)
        if above.page == below.page and 0 < above.low - below.low < 3 * above.size
    ]
    return statistics.median_low(steps) if steps else 0.0


def _breaks(group: Sequence[Line], line: Line, leading: float, margin: float) -> bool:
    """Whether a line begins a new paragraph."""
    last, first = group[-1], group[0]
    if begins_item(line.text) and (line.left <= first.left + 1 or ends_sentence(last.text)):
        return True
    if max(line.size, last.size) > LARGER * min(line.size, last.size):
        return True
    if line.page == last.page:
        if last.low - line.low > GAP * leading > 0 or line.low >= last.high:
            return True
        steps_in = line.left > last.left + INDENT * line.size and line.left > min(one.left for one in group) + 4
        if steps_in and ends_sentence(last.text) and not begins_item(first.text):
            return True
    elif ends_sentence(last.text) and last.text[-1] not in ",;":
        return True
    return ends_sentence(last.text) and last.right < SHORT * margin and line.text[:1].isupper()


def _passage(group: Sequence[Line], lines: Sequence[Line], known: set[str]) -> Passage:
    text = group[0].text
    for line in group[1:]:
        text = joined(text, line.text, known)
    usual = statistics.median(line.size for line in lines)
    large = group[0].size > LARGER * usual and len(text) <= 200
    alone = len(group) == 1 and is_heading(text)
    if large and not ends_sentence(text):
        return Passage("title" if group[0] is lines[0] else "heading", " ".join(text.split()))
    return passage_of(text[:LONGEST], may_head=alone)
