"""Where sentences end: a full stop that belongs to an abbreviation, an initial or a number ends none."""

from __future__ import annotations

import re
from functools import lru_cache

from bali_desk.drafting.words import load_words

Span = tuple[int, int]

_STOP = re.compile(r"[.!?…]+[\"'”’)\]»]*(?=\s+[\"'“‘(\[«*]*[A-Z0-9À-Þ])")
_STARTS = re.compile(
    r"\s+(?:The|This|It|They|We|Members|Ministers|Participants|In|On|At|After|A|An|These|Both|Several)\b"
)
_LAST_WORD = re.compile(r"[\w.]+$")


def sentence_spans(text: str) -> list[Span]:
    """Where each sentence of a paragraph stands, blanks around it left out."""
    made: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        if _ends(text, stop):
            made.append((start, stop.end()))
            start = stop.end()
    made.append((start, len(text)))
    return [span for span in (_stripped(text, *span) for span in made) if span[0] < span[1]]


def _ends(text: str, stop: re.Match[str]) -> bool:
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return True
    word = _LAST_WORD.search(text[max(0, stop.start() - 24) : stop.start()])
    last = word.group() if word else ""
    if last in _abbreviations() or (len(last) == 1 and last.isalpha() and last.isupper()):
        return False
    if re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", last):  # "H.E. Mr Diallo", but "of the U.N. The meeting"
        return _STARTS.match(text[stop.end() :]) is not None
    return True


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    return frozenset(load_words().abbreviations)
