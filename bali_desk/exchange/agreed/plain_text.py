"""Text files: whichever encoding they came in, their wrapped lines joined to paragraphs."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

from bali_desk.exchange.agreed.passages import Passage, begins_item, joined, passage_of, words_of

WIDEST_WRAP = 110  # letters; longer lines were not wrapped: each is a paragraph
FULL = 0.6  # of the usual width: a shorter line ends its paragraph
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_text(data: bytes) -> list[Passage]:
    """The passages of a text file."""
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").replace("\0", "")
    lines = [line.rstrip() for line in text.split("\n")]
    width, known = _width(lines), words_of(text)
    made: list[Passage] = []
    for block in re.split(r"\n\s*\n", "\n".join(lines)):
        paragraphs = _paragraphs([line for line in block.split("\n") if line.strip()], width, known)
        made += [passage_of(words, may_head=len(paragraphs) == 1) for words in paragraphs]
    return [passage for passage in made if passage.text]


def decoded(data: bytes) -> str:
    """The text of a file: by its mark, as UTF-8, or as the code page of the region that fits its bytes."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if data.count(0) > len(data) // 8:  # UTF-16 without its mark
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", errors="replace")
    return _by_code_page(data)


def _by_code_page(data: bytes) -> str:
    high = sum(byte > 127 for byte in data)
    if high * 3 > len(data) - data.count(32):  # mostly letters of another script; the strictest test comes first
        for encoding, fits in _CODE_PAGES:
            text = _strictly(data, encoding)
            if text is not None and fits(text):
                return text
    vietnamese = _strictly(data, "cp1258")
    if vietnamese and _sings(vietnamese):
        return unicodedata.normalize("NFC", vietnamese)
    return data.decode("cp1252", errors="replace")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _share(text: str, script: str) -> float:
    foreign = [letter for letter in text if ord(letter) > 127]
    return sum(unicodedata.name(letter, "").startswith(script) for letter in foreign) / max(len(foreign), 1)


def _is_thai(text: str) -> bool:
    """Thai letters, and no vowel or tone that hangs on nothing, as it would in bytes that mean something else."""
    hanging = re.findall("(?:^|[^\u0e01-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]", text)
    return _share(text, "THAI") > 0.9 and not hanging and "\u0e3a" not in text


def _sings(text: str) -> bool:
    """Whether tones stand where Vietnamese has them: each on a vowel. In Italian, "però" would put one on an r."""
    marked = [before for before, mark in pairwise(text) if unicodedata.combining(mark)]
    return len(marked) > 1 and all(unicodedata.normalize("NFD", one)[0].lower() in "aeiouy" for one in marked)


_CODE_PAGES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("cp949", lambda text: _share(text, "HANGUL") > 0.9),
    ("cp874", _is_thai),
    ("gb18030", lambda text: _share(text, "CJK") > 0.8),
    ("cp1256", lambda text: _share(text, "ARABIC") > 0.8),
)


def _width(lines: list[str]) -> int:
    """How wide the lines were wrapped; 0 where they were not."""
    lengths = sorted(len(line) for line in lines if line.strip())
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    return usual if usual <= WIDEST_WRAP else 0


def _paragraphs(lines: list[str], width: int, known: set[str]) -> list[str]:
    made: list[str] = []
    goes_on = False
    for line in lines:
        words = line.strip()
        if made and goes_on and not begins_item(line):
            made[-1] = joined(made[-1], words, known)
        else:
            made.append(words)
        goes_on = len(line) >= FULL * width > 0
    return made
