"""What is pasted into the statement: paragraphs with their kind, bold and italics, and nothing else of their look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from bali_desk.presenters.statement.rich_text import Run, Runs, join, plain

CUTS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BREAKS = ("p", "div", "ul", "ol", "table", "tr", "blockquote", "section", "article", "body", "dd", "dt", "pre")
UNSEEN = ("style", "script", "head", "title", "template")
WORD_LIST, WORD_BULLET = "mso-list:", "mso-list:ignore"  # how Word writes a list item, and the sign before it


@dataclass(frozen=True)
class Pasted:
    """A paragraph; `kind` is "" where it is whatever stands where it is put."""

    runs: Runs
    kind: str = ""


def pasted_plain(text: str) -> list[Pasted]:
    """A paragraph for each line that says something."""
    return [Pasted((Run(line),)) for line in text.replace("\u2029", "\n").splitlines() if line.strip()]


def pasted(html: str, text: str) -> list[Pasted]:
    """The paragraphs of a clipboard: its words with their form where it has any, else its plain text."""
    formed = _read(html) if html else []
    if formed and (not text.strip() or any(one.kind or _has_cut(one.runs) for one in formed)):
        return formed
    return pasted_plain(text)


def as_html(paragraphs: Sequence[tuple[str, Runs]]) -> str:
    """Paragraphs (kind and words) for the clipboard, as `pasted` and word processors read them."""
    made, in_list = [], ""
    for kind, runs in paragraphs:
        wanted = {"bullet": "ul", "numbered": "ol"}.get(kind, "")
        if wanted != in_list:
            made.append((f"</{in_list}>" if in_list else "") + (f"<{wanted}>" if wanted else ""))
            in_list = wanted
        tag = "li" if wanted else {"title": "h1", "subtitle": "h2", "heading": "h3"}.get(kind, "p")
        made.append(f"<{tag}>{''.join(map(_tagged, runs))}</{tag}>")
    return "".join(made) + (f"</{in_list}>" if in_list else "")


def _tagged(run: Run) -> str:
    words = escape(run.text, quote=False).replace("\n", "<br>")
    words = f"<i>{words}</i>" if run.italic else words
    return f"<b>{words}</b>" if run.bold else words


def _has_cut(runs: Runs) -> bool:
    return any(run.bold or run.italic for run in runs)


def _read(html: str) -> list[Pasted]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_paragraph()
    return reader.found


class _Reader(HTMLParser):
    """Takes bold, italics, list items, headings, paragraphs and line breaks; every other tag gives its words alone."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Pasted] = []
        self._runs: list[Run] = []
        self._kind = ""
        self._lists: list[str] = []
        self._open: list[tuple[str, str]] = []  # tags under way, and what each does: bold, italic, unseen, nothing

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        style = next((value or "" for name, value in attrs if name == "style"), "").lower().replace(" ", "")
        if tag == "br":
            self._break_line()
            return
        if tag in ("td", "th") and self._runs:
            self._runs.append(Run("\t"))
        if tag in HEADINGS or tag in BREAKS or tag == "li":
            self._begin(tag, style)
        does = "unseen" if tag in UNSEEN or WORD_BULLET in style else CUTS.get(tag, "")
        if does == "bold" and "font-weight:normal" in style:  # round a whole text, as some editors copy it
            does = ""
        if does:
            self._open.append((tag, does))
        elif tag in CUTS or (tag == "span" and self._is_unseen()):
            self._open.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        if tag in HEADINGS or tag in BREAKS or tag == "li":
            self.end_paragraph()
        place = next((at for at in reversed(range(len(self._open))) if self._open[at][0] == tag), None)
        if place is not None:
            del self._open[place]

    def handle_data(self, data: str) -> None:
        if self._is_unseen():
            return
        words = " ".join(f"x{data}x".split())[1:-1]  # blanks as a browser shows them, a hard one included
        if not "".join(run.text for run in self._runs).strip():
            words = words.lstrip()
        if words:
            does = [one for _tag, one in self._open]
            self._runs.append(Run(words, "bold" in does, "italic" in does))

    def end_paragraph(self) -> None:
        """What was gathered is a paragraph, if it says something."""
        runs = _trimmed(join(self._runs))
        if runs:
            heading = self._kind == "heading"  # bold by itself
            self.found.append(
                Pasted(tuple(Run(one.text, False, one.italic) for one in runs) if heading else runs, self._kind)
            )
            self._kind = ""
        self._runs = []

    # ---- inner ----
    def _begin(self, tag: str, style: str) -> None:
        self.end_paragraph()
        if tag in ("ul", "ol"):
            self._lists.append(tag)
        if tag in HEADINGS:
            self._kind = "heading"
        elif tag == "li":
            self._kind = "numbered" if self._lists[-1:] == ["ol"] else "bullet"
        elif WORD_LIST in style:
            self._kind = "bullet"
        elif tag != "p" or self._kind not in ("bullet", "numbered"):  # a paragraph within an item is that item
            self._kind = ""

    def _break_line(self) -> None:
        if self._runs and self._runs[-1].text == "\n":
            self.end_paragraph()
        elif self._runs:
            self._runs.append(Run("\n"))

    def _is_unseen(self) -> bool:
        return any(does == "unseen" for _tag, does in self._open)


def _trimmed(runs: Runs) -> Runs:
    """Without blanks at its ends."""
    words = plain(runs)
    lead, tail = len(words) - len(words.lstrip()), len(words.rstrip())
    kept, place = [], 0
    for run in runs:
        text = run.text[max(lead - place, 0) : max(tail - place, 0)]
        place += len(run.text)
        if text:
            kept.append(Run(text, run.bold, run.italic))
    return tuple(kept)
