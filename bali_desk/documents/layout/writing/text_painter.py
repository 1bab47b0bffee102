"""Writes the words of one line into a content stream."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bali_desk.documents.layout.model import Look, Picture
from bali_desk.documents.layout.setting.atoms import Atom
from bali_desk.documents.layout.setting.lines import Line
from bali_desk.documents.layout.typeface import Painted, Typeface
from bali_desk.documents.layout.writing.decorations import has_lines, lines_along
from bali_desk.documents.layout.writing.operators import figure, ink_colour, painted_word, spelt_out

if TYPE_CHECKING:
    from bali_desk.documents.layout.writing.ink import Ink, Node

_SLANT = 0.21


def stretch_of(line: Line, index: int, atom: Atom) -> float:
    """Return what a justified line adds to one of its atoms."""
    return line.stretch if line.stretch and atom.kind == "space" and index >= line.stretch_from else 0.0


class TextPainter:
    """Writes the text of one line; neighbours of one look share one show operator."""

    def __init__(self, ink: Ink, line: Line, x: float, baseline: float) -> None:
        self._ink = ink
        self._out = ink.operations
        self._link: tuple[str, float, Node | None] | None = None
        self._line = line
        self._x = x
        self._baseline = baseline
        self._state: tuple[Typeface, float, Look] | None = None
        self._open: list[str] = []
        self._unparted: list[tuple[str, Painted]] = []
        self._decorations: list[str] = []

    def paint(self) -> None:
        """Write every atom of the line."""
        trailing = len(self._line.atoms)
        while trailing and self._line.atoms[trailing - 1].kind == "space":
            trailing -= 1
        stretched, look, lined = bool(self._line.stretch), None, False
        for index, atom in enumerate(self._line.atoms):
            extra = stretch_of(self._line, index, atom) if stretched and index < trailing else 0.0
            if atom.look is not look:
                look, lined = atom.look, has_lines(atom.look)
            if atom.link != (self._link[0] if self._link else None):
                self._change_link(atom.link)
            if atom.shaped is not None:
                self._word(atom, extra)
            elif atom.picture is not None:
                self._picture(atom.picture)
            elif atom.kind == "tab":
                self._close()
                self._leader(atom)
            if lined and index < trailing:
                self._decorate(atom, atom.width + extra)
            self._x += atom.width + extra
        if self._link:
            self._change_link(None)
        self._close()
        self._out.extend(self._decorations)

    def _change_link(self, address: str | None) -> None:
        self._close()
        if self._link is not None:
            before, left, node = self._link
            below = max(atom.descent for atom in self._line.atoms if atom.link == before)
            above = max(atom.ascent for atom in self._line.atoms if atom.link == before)
            self._ink.link(before, (left, self._baseline - below, self._x, self._baseline + above), node)
            self._ink.leave()
        self._link = (address, self._x, self._ink.enter("Link")) if address else None

    def _picture(self, picture: Picture) -> None:
        self._close()
        if not picture.data:
            return
        self._ink.enter("Figure", picture.description)
        self._out.append((picture, self._x, self._baseline))
        self._ink.leave()

    def _word(self, atom: Atom, extra: float) -> None:
        assert atom.choice is not None
        assert atom.shaped is not None
        state = (atom.choice.face, atom.size, atom.look)
        if self._state != state:
            self._close()
            self._begin(atom)
            self._state = state
        painted = atom.shaped.painted or painted_word(atom.choice.face, atom.shaped, _rise(atom.look), atom.size)
        if atom.kind == "word" and not atom.shaped.rtl:
            self._unparted.append((atom.shaped.text, painted))
        else:
            self._end_word()
            self._put(painted)
        if extra:
            self._open.append(figure(-extra * 1000 / atom.size / atom.look.scale))

    def _end_word(self) -> None:
        """Show what stood without a space between: spelt out as one, for readers put spaces between such texts."""
        words = self._unparted
        if not words:
            return
        self._unparted = []
        if len(words) == 1 and not words[0][1].spelt:
            self._put(words[0][1])
        elif any([painted.spelt for _, painted in words]):
            text, operators = "".join(text for text, _ in words), " ".join(one.operators() for _, one in words)
            self._put(Painted("", spelt_out(text, operators)))
        else:
            for _, painted in words:
                self._put(painted)

    def _put(self, painted: Painted) -> None:
        if painted.own:
            self._show()
            self._out.append(painted.own)
        else:
            self._open.append(painted.inside)

    def _begin(self, atom: Atom) -> None:
        assert atom.choice is not None
        choice = atom.choice
        begun = _begun(choice.face.name, choice.embolden, choice.slant, atom.look, atom.size)
        self._out.append(f"{begun} {figure(self._x)} {figure(self._baseline)} Tm")

    def _show(self) -> None:
        if self._open:
            self._out.append("[" + "".join(self._open) + "] TJ")
            self._open = []

    def _close(self) -> None:
        if self._unparted:
            self._end_word()
        if self._open:
            self._show()
        if self._state is not None:
            self._out.append("ET")
            self._state = None

    def _decorate(self, atom: Atom, width: float) -> None:
        # One height and thickness for all fonts, so that a line under several scripts does not jump.
        base = self._baseline + atom.look.shift
        self._decorations += lines_along(atom, self._x, base, width)

    def _leader(self, atom: Atom) -> None:
        if atom.leader in ("none", "") or atom.width < 4:
            return
        colour = ink_colour(atom.look.colour)
        size = max(atom.look.size * (0.05 if atom.leader == "underscore" else 0.085), 0.5)
        left, right = self._x + 2, self._x + atom.width - 2
        height = self._baseline + (atom.look.size * 0.25 if atom.leader in ("hyphen", "middleDot") else size / 2)
        dash = {"underscore": "", "heavy": "", "hyphen": f"{figure(size * 4)} {figure(size * 4)}"}
        pattern = dash.get(atom.leader, f"0 {figure(atom.look.size * 0.28)}")
        self._decorations.append(
            f"q {colour} RG {figure(size)} w 1 J [{pattern}] 0 d {figure(left)} {figure(height)} m "
            f"{figure(right)} {figure(height)} l S Q"
        )


def _rise(look: Look) -> float:
    moved = look.size * (0.33 if look.raised == "superscript" else -0.14 if look.raised == "subscript" else 0.0)
    return moved + look.shift


@lru_cache(maxsize=256)
def _begun(font: str, embolden: bool, slant: bool, look: Look, size: float) -> str:
    """Return how text of one look begins, all but its place."""
    lean = figure(_SLANT) if slant else "0"
    bold = f"2 Tr {figure(size * 0.03)} w {ink_colour(look.colour)} RG " if embolden else "0 Tr "
    return (
        f"BT {ink_colour(look.colour)} rg {bold}/{font} {figure(size)} Tf "
        f"{figure(_rise(look))} Ts {figure(look.spacing)} Tc {figure(look.scale * 100)} Tz 1 0 {lean} 1"
    )
