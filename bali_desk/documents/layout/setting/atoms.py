"""The atoms of a line: words and spaces shaped in their font, tabs, breaks and pictures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from bali_desk.documents.layout.model import Label, Look, Paragraph, Picture, Piece
from bali_desk.documents.layout.number_forms import formatted
from bali_desk.documents.layout.setting import bidi
from bali_desk.documents.layout.setting.breaks import unbreakable
from bali_desk.documents.layout.typeface import Shaped
from bali_desk.documents.layout.typefaces import Choice, Typefaces

if TYPE_CHECKING:
    from bali_desk.documents.layout.setting.lines import Line

_RAISED = 0.65  # size of super- and subscript to the text around
_SMALL_CAPITAL = 0.8
# Scripts whose size and boldness Word takes from the properties "for complex scripts".
_COMPLEX = re.compile("[\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufeff]")


@dataclass(slots=True)
class Atom:
    """Something that stands on a line as a whole. Atoms are shared between lines and never changed."""

    kind: str  # word, space, tab, line, column, page, picture
    width: float
    look: Look
    ascent: float
    descent: float
    size: float = 0.0
    choice: Choice | None = None
    shaped: Shaped | None = None
    text: str = ""
    level: int = 0
    glued: bool = False  # no line may break before it
    link: str | None = None
    picture: Picture | None = None
    leader: str = "none"
    note: int | None = None


@dataclass(frozen=True)
class Counted:
    """What page fields stand for while a text is set."""

    page: int = 1
    form: str = "decimal"  # of the page's number, when the field asks for none
    pages: int = 1
    section_pages: int = 1

    def written(self, field: str) -> str:
        """Return what a field stands for; a form of number may follow its name."""
        name, _, form = field.partition(" ")
        if name == "PAGE":
            return formatted(self.page, form or self.form)
        return formatted(self.section_pages if name == "SECTIONPAGES" else self.pages, form or "decimal")


class Typesetter:
    """Turns paragraphs into atoms; the same word in the same look is set once."""

    def __init__(self, typefaces: Typefaces, default_tab: float) -> None:
        self.typefaces = typefaces
        self.default_tab = default_tab
        self.counted = Counted()
        self._set: dict[tuple[str, Look, int, str | None, bool], list[Atom]] = {}
        self.broken: dict[tuple[object, ...], list[Line]] = {}  # paragraphs of one text, already in lines
        self._texts: dict[tuple[str, Look, str | None], list[Atom]] = {}

    def measures(self, look: Look) -> tuple[float, float]:
        """Return ascent and descent of a look, in points."""
        face = self.typefaces.primary(look.font, look.bold, look.italic).face
        return face.ascent * look.size, face.descent * look.size

    def atoms(self, paragraph: Paragraph) -> list[Atom]:
        """Return the atoms of a paragraph in reading order; the list may be shared and is never changed."""
        pieces = paragraph.pieces
        if len(pieces) != 1 or not pieces[0].may_recur() or paragraph.shape.bidi:
            return self._atoms(paragraph)
        key = (pieces[0].text, pieces[0].look, pieces[0].link)
        found = self._texts.get(key)
        if found is None:  # most cells hold one text, looked at for the width of its column and for its lines
            found = self._texts[key] = self._one_text(*key) or self._atoms(paragraph)
        return found

    def _one_text(self, text: str, look: Look, link: str | None) -> list[Atom]:
        """Return the atoms of one text that runs from left to right; none when it does not."""
        shown = text.upper() if look.caps else text
        if bidi.may_turn(shown):
            return []
        return [
            atom for start, stop in unbreakable(shown) for atom in self._chunk(shown[start:stop], look, 0, link, False)
        ]

    def _atoms(self, paragraph: Paragraph) -> list[Atom]:
        texts = [self._text(piece) for piece in paragraph.pieces]
        whole = "".join(texts)
        levels: list[int] | None = None
        if paragraph.shape.bidi or bidi.may_turn(whole):
            levels, _ = bidi.levels(whole, 1 if paragraph.shape.bidi else 0)
        stretches = unbreakable(whole)
        starts = [start for start, _ in stretches]
        beginnings = set(starts)
        found: list[Atom] = []
        place, after_text = 0, False
        for piece, text in zip(paragraph.pieces, texts, strict=True):
            end = place + len(text)
            if piece.kind in ("text", "field"):
                for start, stop in _cuts(place, end, starts, levels):
                    glued = start not in beginnings and (start > place or after_text)
                    level = levels[start] if levels else 0
                    found += self._chunk(whole[start:stop], piece.look, level, piece.link, glued)
                if piece.note is not None and found:
                    found[-1] = replace(found[-1], note=piece.note)
                after_text = after_text or end > place
            else:
                found.append(self._other(piece, levels[place] if levels else 0))
                after_text = False
            place = end
        return found

    def label(self, label: Label, level: int) -> list[Atom]:
        """Return the atoms of a list label."""
        return self._chunk(label.text, label.look, level, None, False) if label.text else []

    def _text(self, piece: Piece) -> str:
        if piece.kind == "field":
            return self.counted.written(piece.text)
        if piece.kind == "text":
            return piece.text.upper() if piece.look.caps else piece.text
        return "\t" if piece.kind == "tab" else "\ufffc" if piece.kind == "picture" else "\u2028"

    def _other(self, piece: Piece, level: int) -> Atom:
        ascent, descent = self.measures(piece.look)
        picture = piece.picture
        if picture is not None:
            return Atom(
                "picture",
                picture.width,
                piece.look,
                picture.height,
                descent,
                level=level,
                link=piece.link,
                picture=picture,
            )
        text = piece.text.strip("\t")  # of a tab to an edge or the middle of the page: which of them
        return Atom(piece.kind, 0.0, piece.look, ascent, descent, piece.look.size, text=text, level=level)

    def _chunk(self, text: str, look: Look, level: int, link: str | None, glued: bool) -> list[Atom]:
        key = (text, look, level, link, glued)
        found = self._set.get(key)
        if found is None:
            found = self._set[key] = list(self._shaped(text, look, level, link, glued))
        return found

    def _shaped(self, text: str, look: Look, level: int, link: str | None, glued: bool) -> Iterator[Atom]:
        complex_script = look.rtl or (not text.isascii() and _COMPLEX.search(text) is not None)
        size = look.size_complex if complex_script else look.size
        bold = look.bold_complex if complex_script else look.bold
        italic = look.italic_complex if complex_script else look.italic
        measured = self.typefaces.primary(look.font, look.bold, look.italic).face
        if look.raised:
            size *= _RAISED
        for part, part_size in _small_capitals(text, size) if look.small_caps else ((text, size),):
            for choice, stretch in self.typefaces.split(part, look.font, bold, italic):
                yield self._atom(
                    stretch, choice, look, part_size, measured.ascent, measured.descent, level, link, glued
                )
                glued = True

    def _atom(
        self, text: str, choice: Choice, look: Look, size: float, ascent: float, descent: float,
        level: int, link: str | None, glued: bool,
    ) -> Atom:  # fmt: skip
        shaped = choice.face.shape(text, level % 2 == 1, look.kerning)
        return Atom(
            "space" if text[0] == " " else "word",
            (shaped.width * size + look.spacing * len(shaped.numbers)) * look.scale,
            look,
            ascent * size + max(look.shift, 0.0) + (look.size * 0.33 if look.raised == "superscript" else 0.0),
            descent * size - min(look.shift, 0.0),
            size,
            choice,
            shaped,
            text,
            level,
            glued,
            link,
        )

    def cut(self, atom: Atom, place: int) -> tuple[Atom, Atom]:
        """Return a word in two halves."""
        first = self._chunk(atom.text[:place], atom.look, atom.level, atom.link, atom.glued)
        second = self._chunk(atom.text[place:], atom.look, atom.level, atom.link, False)
        if len(first) == len(second) == 1:
            return first[0], second[0]
        assert atom.choice is not None
        em = atom.size
        measures = (atom.ascent / em, atom.descent / em)
        return (
            self._atom(atom.text[:place], atom.choice, atom.look, em, *measures, atom.level, atom.link, atom.glued),
            self._atom(atom.text[place:], atom.choice, atom.look, em, *measures, atom.level, atom.link, False),
        )


def _cuts(start: int, end: int, starts: list[int], levels: list[int] | None) -> Iterator[tuple[int, int]]:
    """Return the stretches of one piece: cut where a line may break and where the direction changes."""
    place = start
    index = bisect_right(starts, start)
    while place < end:
        stop = min(end, starts[index]) if index < len(starts) else end
        if levels:
            turn = next((i for i in range(place + 1, stop) if levels[i] != levels[place]), stop)
            if turn < stop:
                yield place, turn
                place = turn
                continue
        yield place, stop
        place, index = stop, index + 1


def _small_capitals(text: str, size: float) -> Iterator[tuple[str, float]]:
    for lower, characters in groupby(text, str.islower):
        yield "".join(characters).upper(), size * _SMALL_CAPITAL if lower else size
