"""Slips of the keyboard: doubled words, blanks, broken letters, sentences without end or too long."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bali_desk.drafting.checks.annexes import ANNEX_HEAD
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.labels import has_verb, is_label_line
from bali_desk.drafting.checks.likeness import EMPTY

_DOUBLED = re.compile(r"(?<![\w’'.-])(?P<word>[^\W_][\w’'-]*)(?P<again>\s+(?P=word))(?![\w’'-])", re.IGNORECASE)
_SPACING = re.compile(
    r"(?P<two>(?<=\S)[ \u00a0\u2009\u202f]{2,}(?=\S))"
    r"|(?P<before>(?<=[^\s—–-])[ \u00a0]+(?=[,;.:](?![\w.)…])|[,;][A-Za-z]|\.[A-Z][a-z]+\s))"
    r"|(?P<opening>(?<=[(\[“])[ \u00a0]+(?=\S))"
    r"|(?P<closing>(?<=[^\s(\[])[ \u00a0]+(?=[)\]”]))"
    r"|(?P<fixed>(?<=[^\W\d_])\u00a0(?=[^\W\d_]))"
    r"|(?P<missing>(?<=[^\W\d_][,;])(?=[^\W\d_]))"
    r"|(?P<stop>(?<=[a-z]{2}\.)(?=[A-Z][a-z]))"
)
_SAYS = {
    "two": ("More than one blank.", " "),
    "before": ("A blank before the mark.", ""),
    "opening": ("A blank inside the bracket or quotation mark.", ""),
    "closing": ("A blank inside the bracket or quotation mark.", ""),
    "fixed": ("A no-break space between words.", " "),
    "missing": ("No blank after the mark.", " "),
    "stop": ("No blank after the full stop.", " "),
}
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|No|Nos|pp?|Art)\.?$")
_BROKEN = re.compile(
    r"[^\s\ufffd]*?(?:â€[\u0080-\u00bf™œ\u009d˜“”¦¢]?|Ã[\u0080-\u00bf©¨ª«±¶¼¤¢¡³­­º´§‰ˆ]|Â[\u00a0-\u00bf]|ï»¿)[^\s]*"
)
_UNKNOWN = re.compile(r"\w*\ufffd+\w*")
_HIDDEN = re.compile(r"\u00ad|[\u200b\u2060\ufeff]")
_JOINER = re.compile(r"(?<=[A-Za-z0-9 ])[\u200c\u200d](?=[A-Za-z0-9 ])")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_NOTE = r"(?:\s?\[?\d{1,2}\]?|[*†‡§¹²³⁰-⁹]{1,3})"  # a mark that leads to a note
_ENDED = re.compile(rf"[.!?:;…][\"'”’)\]»\ufffc]*{_NOTE}?$")


def doubled_word(case: Case) -> Iterator[Hit]:
    """The same word twice in a row within one paragraph."""
    allowed = {word.casefold() for word in case.data.grammar.texts("may_be_doubled")}
    single = Counter(re.findall(r"[\w’'-]+", case.text.plain))
    for one, text in zip(case.text.paragraphs, case.masked, strict=True):
        for found in _DOUBLED.finditer(text):
            word = found["word"]
            name = _TITLED.search(text[: found.start()].rstrip()) or _may_be_name(case, one, found, single)
            if word.casefold() in allowed or name or (word.isdecimal() and len(word) < 4):
                continue
            yield Hit(one, found.start(), found.end(), f"“{word}” stands twice.", fix=word)


def _may_be_name(case: Case, one: Paragraph, found: re.Match[str], single: Counter[str]) -> bool:
    """Whether a word with a capital may be called so twice: "Pago Pago", which never stands alone in the text.

    At the head of a sentence small words and actors, "The The" and "Members Members", are no such names.
    """
    word, begins = found["word"], one.sentence_at(found.start())[0] == found.start()
    capitals = word[0].isupper() and found["again"].strip()[0].isupper()
    common = word.casefold() in EMPTY or re.search(rf"\b{re.escape(word.lower())}\b", case.text.plain)
    slip = begins and (common or case.finder.is_actor(word))
    return capitals and not slip and single[word] <= 2


def spacing(case: Case) -> Iterator[Hit]:
    """Blanks that are too many, too few or of the wrong kind."""
    for one in case.text.paragraphs:
        shown = case.text.plain[one.start : one.start + len(one.text)]
        text = case.unquoted[one.place]
        for found in _SPACING.finditer(text):
            kind = found.lastgroup or ""
            if "\n" in shown[found.start() : found.end()] or (
                kind == "fixed" and _TITLED.search(text[: found.start()])
            ):
                continue
            start, end = found.span()
            why, blank = _SAYS[kind]
            if start == end or kind == "before":
                start, end = max(start - 1, 0), end + 1
                behind = " " if kind == "before" and one.text[end : end + 1].isalpha() else ""  # "Fiji ,Tonga"
                yield Hit(one, start, end, why, fix=f"{one.text[start]}{blank}{one.text[end - 1]}{behind}")
            else:
                yield Hit(one, start, end, why, fix=blank)
        trailing = len(one.text.rstrip())
        if (
            0 < trailing < len(one.text)
            and one.start + len(one.text) <= len(case.text.plain)
            and not _wrapped(case, shown)
        ):
            yield Hit(one, trailing, len(one.text), "Blanks at the end of the paragraph.", fix="")


def _wrapped(case: Case, shown: str) -> bool:
    """Whether the text comes from a file whose lines all may end in blanks."""
    return any(one.marker or "\n" in shown for one in case.text.paragraphs) or " \n" in case.text.plain.strip()


def encoding(case: Case) -> Iterator[Hit]:
    """Letters that came broken from another program, and signs that nobody sees."""
    bullets = 0
    for one in case.text.paragraphs:
        for found in _BROKEN.finditer(one.text):
            mended = _mended(found.group())
            if mended != found.group():
                yield Hit(one, *found.span(), "Letters that came broken from another program.", fix=mended)
        for found in _UNKNOWN.finditer(one.text):
            yield Hit(one, *found.span(), "A letter was lost here: type it again.")
        for pattern, why in (
            (_HIDDEN, "A hidden sign inside the text."),
            (_JOINER, "A hidden joining sign between Latin letters."),
        ):
            for found in pattern.finditer(one.text):
                start, end = max(found.start() - 1, 0), min(found.end() + 1, len(one.text))
                fix = one.text[start : found.start()] + one.text[found.end() : end]
                yield Hit(one, start, end, why, fix=fix)
        for found in _PRIVATE.finditer(one.text):
            yield Hit(one, *found.span(), "A sign that only one font knows, such as a bullet copied as text.")
        bullets += bool(one.marker and _PRIVATE.match(one.marker))
        if one.marker and _PRIVATE.match(one.marker) and bullets == 1:
            yield Hit(one, 0, min(len(one.text), 1), "The bullets of this list are signs that only one font knows.")


def _mended(broken: str) -> str:
    """Text that was read in the wrong table of letters, as it was written; the same where that does not tell."""
    for table in ("cp1252", "latin-1"):
        try:
            return broken.encode(table).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
    made = broken
    for wrong, right in (
        ("â€™", "’"),
        ("â€˜", "‘"),
        ("â€œ", "“"),
        ("â€\u009d", "”"),
        ("â€“", "–"),
        ("â€”", "—"),
        ("â€¦", "…"),
    ):
        made = made.replace(wrong, right)
    return made


def sentence_end(case: Case) -> Iterator[Hit]:
    """A paragraph without full stop; lines of names and of annexes have none."""
    points = {one.place for group in case.text.lists for one in group}
    for one in case.text.paragraphs:
        text = one.text.rstrip()
        if one.kind not in ("paragraph", "numbered") or one.place in points or not text or _ENDED.search(text):
            continue
        if re.search(r"[;,]\s+(?:and|or)$", text) or (one.marker.startswith("(") and one.kind == "numbered"):
            continue
        if is_label_line(case, one) or (ANNEX_HEAD.match(text) and not has_verb(case, text)):
            continue
        last = text.split()[-1]
        yield Hit(one, len(text) - len(last), len(text), "The paragraph ends without a full stop.", fix=f"{last}.")


def long_sentence(case: Case) -> Iterator[Hit]:
    """A sentence that is hard to follow for its length; lists of names are none."""
    for one in case.text.running:
        for start, end in one.sentences:
            said = one.text[start:end]
            words = len(said.split())
            names = len(re.findall(r"[,;]\s+(?:and\s+)?(?:the\s+)?[A-Z]", said))
            if words > LONG and names < 6 and said.count(";") < 2:
                yield Hit(one, start, end, f"{words} words in one sentence: two would be easier to follow.")


LONG = 45  # words
