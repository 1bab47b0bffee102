"""A draft as the checks read it: paragraphs of plain text with their kind and their place in the whole.

A statement of the desk, a Word file and a text file all come by this one road. The whole plain text is the paragraphs
joined by line breaks; of a text file it is the file as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from bali_desk.drafting.checks.plain_text import read_plain, typed_marker
from bali_desk.drafting.checks.sentences import Span, sentence_spans
from bali_desk.drafting.markup import runs

TITLES = ("title", "subtitle")
RUNNING = ("paragraph", "numbered", "bullet")
POINTS = ("bullet", "numbered")


class HasText(Protocol):
    """A block of the desk or a composed draft: its kind and its text with markup."""

    @property
    def kind(self) -> str:
        """What it is: title, paragraph, bullet and so on."""

    @property
    def text(self) -> str:
        """Its words."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, heading or list item."""

    place: int  # its number in the draft, from 0
    kind: str  # title, subtitle, heading, paragraph, bullet, numbered, table
    text: str  # without markup and without its number or bullet
    start: int  # where the text begins in the whole
    block: str  # handle of the block of the desk; else its number, from 1
    marker: str = ""  # a number or bullet that was typed: "3.", "(a)", "•"
    marker_start: int = 0  # where that begins in the whole
    italics: tuple[Span, ...] = ()
    sources: tuple[str, ...] = ()  # handles of the outcomes it tells

    @cached_property
    def sentences(self) -> list[Span]:
        """Where each sentence stands."""
        return sentence_spans(self.text)

    @property
    def from_marker(self) -> int:
        """Where its number or bullet begins, as a place of the text: below 0 where there is one."""
        return self.marker_start - self.start if self.marker else 0

    @property
    def shape(self) -> tuple[str, str]:
        """What the points of one list have in common: their kind, and how their numbers are set."""
        return self.kind, re.sub(r"[ivx]+|[a-z]", "a", re.sub(r"\d+", "1", self.marker))

    @property
    def running(self) -> bool:
        """Whether it is text to be read and no heading or title."""
        return self.kind in RUNNING

    def sentence_at(self, place: int) -> Span:
        """The sentence a place of the text belongs to."""
        return next((span for span in self.sentences if place < span[1]), (0, len(self.text)))


@dataclass(frozen=True)
class DraftText:
    """A whole draft."""

    paragraphs: tuple[Paragraph, ...]
    plain: str = field(default="")

    @classmethod
    def of_blocks(cls, blocks: Iterable[HasText]) -> DraftText:
        """A statement of the desk, or what was composed, its markup read."""
        made: list[Paragraph] = []
        start = 0
        for place, block in enumerate(blocks):
            pieces = runs(block.text)
            text = "".join(piece.text for piece in pieces)
            handle, sources = getattr(block, "handle", None), getattr(block, "sources", ())
            italics, at = [], 0
            for piece in pieces:
                if piece.italic:
                    italics.append((at, at + len(piece.text)))
                at += len(piece.text)
            made.append(
                Paragraph(
                    place,
                    block.kind,
                    text,
                    start,
                    handle or str(place + 1),
                    italics=tuple(italics),
                    sources=tuple(sources or ()),
                )
            )
            start += len(text) + 1
        return cls(tuple(made), "\n".join(one.text for one in made))

    @classmethod
    def of_paragraphs(cls, paragraphs: Sequence[tuple[str, str]]) -> DraftText:
        """A document: kind and plain text of each paragraph; a number that was typed before the text is set apart."""
        made: list[Paragraph] = []
        start = 0
        for place, (kind, text) in enumerate(paragraphs):
            typed = typed_marker(text) if kind not in TITLES else None
            marker, body = (typed.group("marker"), typed.end()) if typed else ("", 0)
            kind = "numbered" if marker and kind == "paragraph" else kind
            at = start + (typed.start("marker") if typed else 0)
            made.append(Paragraph(place, kind, text[body:], start + body, str(place + 1), marker, at))
            start += len(text) + 1
        return cls(tuple(made), "\n".join(text for _kind, text in paragraphs))

    @classmethod
    def of_plain(cls, plain: str) -> DraftText:
        """A text file; headings, list items and lines that were broken at the margin are known by their look."""
        made = [
            Paragraph(place, one.kind, one.text, one.start, str(place + 1), one.marker, one.marker_start)
            for place, one in enumerate(read_plain(plain))
        ]
        return cls(tuple(made), plain)

    def paragraph_at(self, place: int) -> Paragraph | None:
        """The paragraph in which this place of the whole text lies."""
        return next((one for one in self.paragraphs if one.start <= place <= one.start + len(one.text)), None)

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(one.text.split()) for one in self.paragraphs)

    @cached_property
    def running(self) -> list[Paragraph]:
        """The paragraphs that are text to be read."""
        return [one for one in self.paragraphs if one.running]

    @cached_property
    def title_block(self) -> list[Paragraph]:
        """What stands above the first running text."""
        made: list[Paragraph] = []
        for one in self.paragraphs:
            if one.running:
                break
            made.append(one)
        return [one for one in made if one.kind in TITLES]

    @cached_property
    def lists(self) -> list[list[Paragraph]]:
        """Every list: bullets, and numbers that were set below a lead-in, that follow one another."""
        made: list[list[Paragraph]] = []
        for one in self.paragraphs:
            before = self.before(one)
            current = made[-1] if made and before is made[-1][-1] else []
            if current and current[-1].shape == one.shape:
                current.append(one)
            elif one.kind == "bullet" or (one.kind == "numbered" and _leads(before)):
                made.append([one])
        return made

    def before(self, paragraph: Paragraph) -> Paragraph | None:
        """The paragraph before this one."""
        return self.paragraphs[paragraph.place - 1] if paragraph.place else None


def _leads(before: Paragraph | None) -> bool:
    """Whether a paragraph ends in the words before a list."""
    return before is not None and before.text.rstrip().endswith(":")
