"""In which encoding a text file is: by its mark, by what decodes at all, and by which text reads like one.

Old code pages cannot be told apart by rule. Each candidate is decoded and judged: heads that are known in their
language count most, then letters of one script in a word, then how common the characters of the East are.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from bali_desk.exchange.registration.countries import all_countries
from bali_desk.exchange.registration.heads import Heads

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
# codec, what officers call it, the scripts it writes beside Latin; the likelier ones first
_CODE_PAGES = (
    ("cp1252", "Windows-1252 (Western)", ("LATIN",)),
    ("cp1251", "Windows-1251 (Cyrillic)", ("CYRILLIC",)),
    ("cp874", "Windows-874 (Thai)", ("THAI",)),
    ("gb18030", "GBK (Chinese, simplified)", ("CJK",)),
    ("big5hkscs", "Big5 (Chinese, traditional)", ("CJK",)),
    ("cp932", "Shift-JIS (Japanese)", ("CJK", "HIRAGANA", "KATAKANA")),
    ("cp949", "EUC-KR (Korean)", ("HANGUL",)),
    ("cp1256", "Windows-1256 (Arabic)", ("ARABIC",)),
    ("cp1258", "Windows-1258 (Vietnamese)", ("LATIN",)),
    ("cp1250", "Windows-1250 (Central European)", ("LATIN",)),
    ("cp1254", "Windows-1254 (Turkish)", ("LATIN",)),
    ("cp1253", "Windows-1253 (Greek)", ("GREEK",)),
    ("cp1255", "Windows-1255 (Hebrew)", ("HEBREW",)),
    ("koi8_r", "KOI8-R (Cyrillic)", ("CYRILLIC",)),
    ("mac_roman", "Mac Roman (Western)", ("LATIN",)),
)
# Where the common characters of each Eastern page lie, by their first byte.
_COMMON = {"gb18030": (0xB0, 0xD7), "big5hkscs": (0xA4, 0xC6), "cp932": (0x82, 0x97), "cp949": (0xB0, 0xC8)}
_SAMPLE = 3_000  # letters beyond ASCII that are judged
_TELLING = 8  # syllables, all of the Korean block, which so many Chinese characters never all fall into
_SIGNS = frozenset("–—’‘“”«»°ºªº§№…•€£·¡¿、。，：；（）「」《》・　〒")


@dataclass(frozen=True)
class Decoded:
    """A text, the name of the encoding it was in, and the lines that were in another one."""

    text: str
    encoding: str
    odd_lines: tuple[int, ...] = ()


def decoded(data: bytes, heads: Heads) -> Decoded:
    """The text of a file; never fails: what nothing can decode is Windows-1252 with marks for what is lost."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(codec, "replace").lstrip("\ufeff"), name)
    if unmarked := _unmarked_utf16(data):
        return Decoded(data.decode(unmarked, "replace"), "UTF-16")
    try:
        return Decoded(data.decode("utf-8"), "ASCII" if data.isascii() else "UTF-8")
    except UnicodeDecodeError:
        return _mostly_utf8(data) or _code_page(data, heads)


def _unmarked_utf16(data: bytes) -> str | None:
    start = data[:2000]
    if len(data) % 2 == 0 and start.count(0) > len(start) // 4:
        return "utf-16-le" if start[1::2].count(0) > start[0::2].count(0) else "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 in which single lines were pasted from elsewhere: those are read as Windows-1252."""
    lines = data.split(b"\n")
    texts: list[str] = []
    odd: list[int] = []
    good = 0
    for number, line in enumerate(lines, 1):
        try:
            texts.append(line.decode("utf-8"))
            good += not line.isascii()
        except UnicodeDecodeError:
            texts.append(line.decode("cp1252", "replace"))
            odd.append(number)
    return Decoded("\n".join(texts), "UTF-8", tuple(odd)) if good > 3 * len(odd) else None


def _code_page(data: bytes, heads: Heads) -> Decoded:
    best: tuple[float, str, str] | None = None
    for codec, name, scripts in _CODE_PAGES:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        score = _known_heads(text, heads) * 0.5 + _reads_well(text, scripts) + _common(data, codec)
        if best is None or score > best[0] + 1e-6:
            best = (score, text, name)
    return Decoded(best[1], best[2]) if best else Decoded(data.decode("cp1252", "replace"), _CODE_PAGES[0][1])


def _known_heads(text: str, heads: Heads) -> int:
    """How many fields are named beyond ASCII in the line that names most, and one more where a country is."""
    most, country = 0, False
    for line in text[:20_000].splitlines()[:30]:
        cells = [cell.strip(' "') for cell in re.split(r"[,;\t|]", line)]
        surely = [meaning for cell in cells if not cell.isascii() and (meaning := heads.meaning(cell))]
        most = max(most, len({meaning.field for meaning in surely}))
        country = country or any(not cell.isascii() and all_countries().knows(cell) for cell in cells)
    return most + country


def _reads_well(text: str, scripts: tuple[str, ...]) -> float:
    """Between -3 and 1: the share of letters beyond ASCII that stand as a language has them."""
    score, count, before = 0.0, 0, " "
    for letter in text:
        if letter > "\x7f":
            count += 1
            score += _fits(before, letter, scripts)
            if count == _SAMPLE:
                break
        elif before > "\x7f" and letter.isalpha() and "LATIN" not in scripts and _alphabetic(before):
            score -= 1  # "иvan": two scripts in one word
        before = letter
    return score / count if count else 0.0


def _fits(before: str, letter: str, scripts: tuple[str, ...]) -> float:
    kind = unicodedata.category(letter)
    if letter in _SIGNS:
        return 0.3
    if kind[0] not in "LM":
        return -3.0 if kind in ("Cc", "Co", "Cn") else -1.0
    name = unicodedata.name(letter, "")
    if kind != "Mn" and not name.startswith(scripts):
        return -1.0
    if kind == "Mn" and not before.isalpha() and unicodedata.category(before)[0] != "M":
        return -2.0
    if kind == "Lu" and before.islower():
        return -1.5  # "NguyÞn": a capital within a word
    if before.isascii() and before.isalpha() and not name.startswith(("LATIN", "COMBINING")):
        return -1.0
    if name.startswith("HALFWIDTH"):
        return -0.5
    return 1.0


def _alphabetic(letter: str) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "").startswith(("CYRILLIC", "GREEK"))


def _common(data: bytes, codec: str) -> float:
    """Between -1 and 0.2: whether the double bytes are the common ones of their page."""
    if codec not in _COMMON:
        return 0.0
    low, high = _COMMON[codec]
    common, count, at = 0, 0, 0
    while at < len(data) - 1 and count < _SAMPLE:
        if data[at] < 0x80 or (codec == "cp932" and 0xA0 <= data[at] <= 0xDF):
            at += 1
            continue
        common += low <= data[at] <= high and (codec != "cp949" or data[at + 1] >= 0xA1)
        count += 1
        at += 2
    certain = 0.1 if codec == "cp949" and common == count >= _TELLING else 0.0
    return common / count - 0.8 + certain if count else 0.0
