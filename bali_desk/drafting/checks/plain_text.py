"""A text file in paragraphs: lines broken at the margin are one, headings and list items are known by their look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SHORT_HEADING = 14  # words; a longer line without a full stop is a sentence that lacks one
WRAPPED = 130  # letters; a text with a longer line was not broken at the margin
MARGIN = 0.6  # of the longest line: a shorter one ends its paragraph

_MARKER = re.compile(
    r"\s*(?P<marker>[•●▪◦‣·\uf0b7\uf0a7\uf0d8\uf02d]|[-–—*o](?=\s)|\(?(?:\d{1,3}|[a-z]|[ivxl]{1,5}|[IVXL]{1,6})[.)](?=\s)"
    r"|\d{1,2}(?:\.\d{1,2})+\.?(?=\s))\s*"
)
_TYPED = re.compile(
    r"\s*(?P<marker>\(?(?:\d{1,3}|[a-z]|[ivxl]{1,5}|[IVXL]{1,6}|[A-H])[.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s+(?=\S)"
)
_SAYS = re.compile(
    r"(?i:\b(?:was|were|is|are|will|met|held|has|have)\b)"
    r"|\b(?:Members|Meeting|Co-Chairs?|Ministers|Participants|Delegates|Secretariat|We|They|Delegations)\s+(?:also\s+)?(?!of\b|on\b|in\b|and\b|for\b)[a-z]+"
)
_ENDED = re.compile(r"[.!?:;…,][\"'”’)\]»]*$")
_TITLE_WORDS = re.compile(r"(?i)\b(?:statement|summary|communiqu|conclusions|report|meeting of|session of|declaration)")


@dataclass(frozen=True)
class Line:
    """A paragraph of a text file: its kind, its text of one line, where that begins, and its typed number or bullet."""

    kind: str
    text: str
    start: int
    marker: str
    marker_start: int


def read_plain(plain: str) -> list[Line]:
    """The paragraphs of a text file, in order. A line break inside one is a blank, so that places keep their number."""
    made: list[Line] = []
    in_title = True
    spans = list(_spans(plain))
    for start, end in spans:
        marked = _MARKER.match(plain, start, end)
        marker = marked["marker"] if marked and marked.end() < end else ""
        begin = marked.end() if marked and marker else start
        text = re.sub(r"[\n\r\t\v\f]", " ", plain[begin:end])
        if not text.strip():
            continue
        kind = _kind(text.strip(), marker, in_title and len(spans) > 1, not made)
        before = made[-1] if made else None
        if (
            before
            and not marker
            and text.strip()[0].islower()
            and (before.text.rstrip().endswith(":") or before.kind == "bullet")
        ):
            kind = "bullet"  # its sign was lost on the way
        in_title = in_title and kind in ("title", "subtitle")
        indent = len(text) - len(text.lstrip()) if not marker else 0
        made.append(Line(kind, text[indent:], begin + indent, marker, marked.start("marker") if marked else begin))
    return made


def typed_marker(text: str) -> re.Match[str] | None:
    """The number that was typed before the text of a paragraph, in the group "marker"; None where there is none."""
    found = _TYPED.match(text)
    return found if found and found.end() < len(text) else None


def _kind(text: str, marker: str, in_title: bool, first: bool) -> str:
    numbered = marker and (marker[-1] in ".)" or marker[0].isdigit())
    says = _SAYS.search(text) or len(text.split()) > SHORT_HEADING or text[0].islower()
    ended = _ENDED.search(text)
    if marker and not numbered:
        return "bullet"
    if in_title and not marker and not ended and (not says or (first and _TITLE_WORDS.search(text))):
        return "title" if first else "subtitle"
    if ended or says:
        return "numbered" if numbered else "paragraph"
    return "numbered" if numbered and marker.startswith("(") else "heading"


def _spans(plain: str) -> Iterator[tuple[int, int]]:
    lines = [match.span() for match in re.finditer(r"[^\n]+", plain)]
    widest = max((len(plain[start:end].rstrip()) for start, end in lines), default=0)
    gaps = re.search(r"\n[ \t]*\n", plain) is not None
    wrapped = gaps and 40 <= widest <= WRAPPED
    current: tuple[int, int] | None = None
    for start, end in lines:
        blank = not plain[start:end].strip()
        if current and not blank and wrapped and _goes_on(plain, current, (start, end), widest):
            current = (current[0], end)
            continue
        if current:
            yield current
        current = None if blank else (start, end)
    if current:
        yield current


def _goes_on(plain: str, before: tuple[int, int], here: tuple[int, int], widest: int) -> bool:
    """Whether a line goes on with the paragraph before: that was broken at the margin, and this one begins none."""
    if plain[before[1] : here[0]].count("\n") != 1 or _MARKER.match(plain, *here):
        return False
    last = plain[plain.rfind("\n", 0, before[1]) + 1 : before[1]].rstrip()
    return len(last) >= MARGIN * widest or plain[here[0] : here[1]].lstrip()[:1].islower()
