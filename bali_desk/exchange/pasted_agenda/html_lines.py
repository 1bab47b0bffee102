"""The lines of HTML as Word, Excel, LibreOffice and browsers put it on the clipboard."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from bali_desk.exchange.pasted_agenda.source import Part, SourceLine

_LEVEL = re.compile(r"mso-list:\s*\w+\s+level(\d)", re.IGNORECASE)
_MARKER = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_MARGIN = re.compile(r"margin-left:\s*([\d.]+)\s*(pt|px|in|cm)", re.IGNORECASE)
_CELL_INDENT = re.compile(r"mso-char-indent-count:\s*(\d)")
_CLASS_INDENT = re.compile(r"\.(\w+)\s*\{[^}]*mso-char-indent-count:\s*(\d)[^}]*\}")
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35}
_STEP = 18  # points that make one step to the right
_HEADING = re.compile(r"h([1-6])")
_SKIPPED = ("style", "script", "title", "xml")


def html_lines(html: str) -> list[SourceLine]:
    """Every paragraph, list item and table row of the text, in order; empty ones left out."""
    reader = _Reader({name: int(steps) for name, steps in _CLASS_INDENT.findall(html)})
    reader.feed(html)
    reader.close()
    reader.end()
    return reader.lines


class _Reader(HTMLParser):
    def __init__(self, indents: dict[str, int]) -> None:
        super().__init__()
        self.lines: list[SourceLine] = []
        self._indents = indents
        self._part = Part("")
        self._lists: list[list[object]] = []  # kind, and how far it has counted
        self._skipping = 0
        self._spans: list[bool] = []  # whether each open span holds the marker of a list
        self._row: list[list[Part]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        style = given.get("style", "")
        if tag in _SKIPPED:
            self._skipping += 1
        elif tag in ("ol", "ul"):
            self._end_part()
            self._lists.append([tag, int(given["start"]) - 1 if given.get("start", "").isdecimal() else 0])
        elif tag == "tr":
            self._end_row()
            self._row = []
        elif tag in ("td", "th") and self._row is not None:
            self._end_part()
            self._row.append([])
            steps = _CELL_INDENT.search(style)
            self._part.indent = int(steps[1]) if steps else self._indents.get(given.get("class", ""), 0)
        elif tag in ("p", "div", "li") or _HEADING.fullmatch(tag):
            self._begin(tag, style)
        elif tag == "span":
            self._spans.append(bool(_MARKER.search(style)))
            if "mso-tab-count" in style:
                self._part.text += "\t"
        elif tag == "br":
            self._part.text += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipping = max(self._skipping - 1, 0)
        elif tag in ("ol", "ul"):
            self._end_part()
            del self._lists[-1:]
        elif tag in ("p", "div", "li", "td", "th") or _HEADING.fullmatch(tag):
            self._end_part()
        elif tag in ("tr", "table"):
            self._end_row()
        elif tag == "span":
            del self._spans[-1:]

    def handle_data(self, data: str) -> None:
        if self._skipping:
            return
        words = re.sub(r"[ \t\r\n]+", " ", data)
        if any(self._spans):
            self._part.marker += words
        else:
            self._part.text += words

    def unknown_decl(self, data: str) -> None:
        """Word's own conditions: what stands between them counts."""

    def _end_part(self) -> None:
        """What was read since the last paragraph is one."""
        part, self._part = self._part, Part("")
        part.text = _tidy(part.text)
        part.marker = _tidy(part.marker)
        if not part.text:
            if part.marker or part.level is not None:
                self._part.marker, self._part.level = part.marker, part.level  # an item whose words are a paragraph
            return
        if self._row is None:
            self.lines.append(SourceLine(part))
        elif self._row:
            self._row[-1].append(part)

    def end(self) -> None:
        """Nothing follows."""
        self._end_row()

    def _end_row(self) -> None:
        self._end_part()
        if self._row is not None and any(self._row):
            self.lines.append(SourceLine(cells=self._row))
        self._row = None

    def _begin(self, tag: str, style: str) -> None:
        indent = self._part.indent
        self._end_part()
        if tag != "li" and self._part.level is not None:
            return  # the paragraph of a list item
        self._part = Part("", indent=indent)
        listed, margin, heading = _LEVEL.search(style), _MARGIN.search(style), _HEADING.fullmatch(tag)
        if tag == "li" and self._lists:
            kind, counted = self._lists[-1]
            self._lists[-1][1] = int(str(counted)) + 1
            self._part.level = len(self._lists) - 1
            self._part.marker = f"{self._lists[-1][1]}." if kind == "ol" else "•"
        elif listed:
            self._part.level = int(listed[1]) - 1
        elif heading:
            self._part.level = int(heading[1]) - 1
        if margin:
            self._part.indent = round(float(margin[1]) * _POINTS[margin[2].lower()] / _STEP)


def _tidy(text: str) -> str:
    """Without the spaces that only place it: runs of them at the edges and within a line."""
    lines = (re.sub(r"[ \xa0]*\t[ \xa0\t]*", "\t", line).strip(" \xa0\t") for line in text.split("\n"))
    return "\n".join(re.sub(r"[ \xa0]+", " ", line) for line in lines if line)
