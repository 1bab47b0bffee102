"""A paragraph broken into lines of a given width."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bali_desk.documents.layout.model import Paragraph
from bali_desk.documents.layout.setting.atoms import Atom, Typesetter
from bali_desk.documents.layout.setting.bidi import visual_order
from bali_desk.documents.layout.setting.breaks import has_no_spaces, may_cut
from bali_desk.documents.layout.setting.tab_stops import before_decimal_sign, next_stop, stop_at_side

_OF_NO_HEIGHT = ("picture", "space", "tab")  # beside words: a space in large letters opens no gap between lines
_BREAKS = ("line", "column", "page")
_NEVER_WRAPPED = 1e6
_SLACK = 0.01


@dataclass(slots=True)
class Line:
    """One line: its atoms from left to right, and where they begin within the paragraph's width; set, it stays."""

    atoms: list[Atom]
    x: float
    ascent: float
    height: float
    stretch: float = 0.0  # added to each space of a justified line
    stretch_from: int = 0
    lead: float = 0.0  # of its height, what wider spacing opens below the letters
    ends: str = ""  # what it ends, in so many words of Word's: column, page
    changed: bool = False  # by a tracked change
    notes: tuple[int, ...] = ()  # the footnotes whose numbers stand in it


class LineBreaker:
    """Fills the lines of one paragraph, first fit, as Word does."""

    def __init__(self, paragraph: Paragraph, width: float, setter: Typesetter) -> None:
        self._shape = paragraph.shape
        self._paragraph = paragraph
        self._setter = setter
        self._width = width
        self._base = 1 if paragraph.shape.bidi else 0
        self._atoms = setter.atoms(paragraph)  # not ours to change
        self._lines: list[Line] = []
        self._has_notes = any([piece.note for piece in paragraph.pieces])
        self._has_changes = any([piece.look.changed for piece in paragraph.pieces])
        self._start = paragraph.shape.left + paragraph.shape.first
        self._current: list[Atom] = []
        self._filled = 0.0
        self._beyond = -1  # atoms before this one stand at a tab stop outside the margin

    def lines(self) -> list[Line]:
        """Return the lines; a paragraph without text has one empty line."""
        self._label()
        index = len(self._atoms) if self._fits() else 0
        while index < len(self._atoms):
            atom = self._atoms[index]
            if atom.kind in _BREAKS:
                self._end_line(True, atom.kind, atom)
                index += 1
            elif atom.kind == "tab":
                self._tab(index)
                index += 1
            elif atom.kind == "space":
                self._add(atom)
                index += 1
            else:
                index = self._word(index)
        only_break = self._atoms and self._atoms[-1].kind in ("column", "page") and not self._current
        if not self._lines or not only_break:
            self._end_line(True, "", None)
        return self._lines

    def _fits(self) -> bool:
        """Take all of a paragraph of nothing but words that fits one line, as in most cells; say whether it did."""
        filled = self._filled
        for atom in self._atoms:
            if atom.kind != "word" and atom.kind != "space":
                return False
            filled += atom.width
        if filled > self._width - self._start - self._shape.right:
            return False
        self._current += self._atoms
        self._filled = filled
        return True

    @property
    def _room(self) -> float:
        return self._width - self._start - self._shape.right - self._filled

    def _add(self, atom: Atom) -> None:
        self._current.append(atom)
        self._filled += atom.width

    def _label(self) -> None:
        label = self._paragraph.label
        if label is None:
            return
        atoms = self._setter.label(label, self._base)
        width = sum(atom.width for atom in atoms)
        if label.alignment in ("right", "end"):
            self._start -= width
        elif label.alignment == "center":
            self._start -= width / 2
        for atom in atoms:
            self._add(atom)
        if label.follow == "space":
            for atom in self._setter.label(replace(label, text=" "), self._base):
                self._add(replace(atom, kind="word"))
        elif label.follow == "tab" and (atoms or self._shape.first < 0):
            ascent, descent = self._setter.measures(label.look)
            stop = next_stop(self._shape, self._start + self._filled, self._setter.default_tab)
            fill = max(stop.position - self._start - self._filled, 0.0)
            self._add(Atom("tab", fill, label.look, ascent, descent, level=self._base))

    def _tab(self, index: int) -> None:
        position = self._start + self._filled
        name = self._atoms[index].text
        stop = stop_at_side(name, self._width) or next_stop(self._shape, position, self._setter.default_tab)
        following = 0.0
        end = index + 1
        while end < len(self._atoms) and self._atoms[end].kind not in ("tab", *_BREAKS):
            following += self._atoms[end].width
            end += 1
        share = {"right": 1.0, "decimal": 1.0, "center": 0.5}.get(stop.alignment, 0.0)
        if stop.alignment == "decimal":
            before = before_decimal_sign(self._atoms[index + 1 : end], self._setter)
            share = before / following if following else 0.0
        fill = max(stop.position - following * share - position, 0.0)
        outside = position + fill > self._width - self._shape.right + _SLACK
        if share == 0.0 and outside and self._filled and stop not in self._shape.tabs:
            self._end_line(False, "", None)  # a usual stop outside the margin begins the next line
            return
        if share and position + fill + following > self._width - self._shape.right:
            self._beyond = end
        self._add(replace(self._atoms[index], width=fill, leader=stop.leader))

    def _word(self, index: int) -> int:
        """Set one unbreakable word, which may be several atoms; return the index after it."""
        end, width = index + 1, self._atoms[index].width
        while end < len(self._atoms) and self._atoms[end].glued and self._atoms[end].kind == "word":
            width += self._atoms[end].width
            end += 1
        if index >= self._beyond:
            full = self._width - self._shape.left - self._shape.right
            if width > self._room + _SLACK:
                flows = width > full and has_no_spaces(self._atoms[index].text)
                if self._has_content() and not flows:
                    self._end_line(False, "", None)
                if width > self._room + _SLACK and self._cut(index, end):
                    return index
        for atom in self._atoms[index:end]:
            self._add(atom)
        return end

    def _has_content(self) -> bool:
        own = 1 if self._paragraph.label is not None and not self._lines else 0
        return sum(atom.kind != "space" for atom in self._current) > own + (own and self._has_label_tab())

    def _has_label_tab(self) -> int:
        return int(any(atom.kind == "tab" for atom in self._current[:2]))

    def _cut(self, index: int, end: int) -> bool:
        """Cut a word wider than the line where the line ends; say whether the loop should look at it again."""
        room = self._room
        for place in range(index, end):
            atom = self._atoms[place]
            if atom.width <= room + _SLACK:
                room -= atom.width
                continue
            at = _fitting(atom, room)
            if at == 0 and (place > index or self._has_content()):
                break
            at = at or _fitting(atom, _NEVER_WRAPPED, least=True)
            if at == 0 or at >= len(atom.text):
                return False
            first, second = self._setter.cut(atom, at)
            for before in self._atoms[index:place]:
                self._add(before)
            self._add(first)
            self._end_line(False, "", None)
            self._atoms = [*self._atoms[:index], second, *self._atoms[place + 1 :]]
            return True
        else:
            return False
        for before in self._atoms[index:place]:
            self._add(before)
        self._end_line(False, "", None)
        self._atoms = [*self._atoms[:index], replace(self._atoms[place], glued=False), *self._atoms[place + 1 :]]
        return True

    def _end_line(self, last: bool, ends: str, breaker: Atom | None) -> None:
        atoms = self._current
        trailing = 0.0
        content = len(atoms)
        while content and atoms[content - 1].kind == "space":
            content -= 1
            trailing += atoms[content].width
        ascent, height, lead = self._height([*atoms, breaker] if breaker is not None else atoms)
        line = Line(atoms, 0.0, ascent, height, lead=lead, ends=ends if ends != "line" else "")
        if self._has_changes:
            line.changed = any(atom.look.changed for atom in atoms)
        if self._has_notes:
            line.notes = tuple(atom.note for atom in atoms if atom.note is not None)
        self._align(line, content, self._filled - trailing, trailing, last)
        if self._base or any([atom.level for atom in atoms]):
            levels = [atom.level for atom in atoms[:content]] + [self._base] * (len(atoms) - content)
            line.atoms = visual_order(atoms, levels)
        self._lines.append(line)
        self._current, self._filled, self._start = [], 0.0, self._shape.left
        self._beyond = -1

    def _align(self, line: Line, content: int, filled: float, trailing: float, last: bool) -> None:
        left, right = self._start, self._shape.right
        align = self._shape.align
        if self._base:
            left, right = right, left
            align = {"left": "right", "right": "left"}.get(align, align)
            if align == "justify" and last:
                align = "right"
        free = self._width - left - right - filled
        line.x = left
        if align == "right":
            line.x += free
        elif align == "center":
            line.x += free / 2
        elif align == "justify" and not last and free > 0:
            first = max((i + 1 for i, atom in enumerate(line.atoms) if atom.kind == "tab"), default=0)
            spaces = sum(atom.kind == "space" for atom in line.atoms[first:content])
            if spaces:
                line.stretch, line.stretch_from = free / spaces, first
        if self._base:
            line.x -= trailing

    def _height(self, atoms: list[Atom]) -> tuple[float, float, float]:
        """Return the ascent and the height of a line, by the paragraph's rule, and what of it opens below."""
        ascent = lowest = -_NEVER_WRAPPED
        tallest = 0.0
        for atom in atoms:
            if atom.kind == "picture":
                tallest = max(tallest, atom.ascent)
            elif atom.kind not in _OF_NO_HEIGHT:
                if atom.ascent > ascent:
                    ascent = atom.ascent
                if atom.descent > lowest:
                    lowest = atom.descent
        blank = [atom for atom in atoms if atom.kind != "picture"] if ascent == -_NEVER_WRAPPED else []
        if blank:
            ascent, lowest = max(atom.ascent for atom in blank), max(atom.descent for atom in blank)
        natural = ascent + lowest
        if ascent == -_NEVER_WRAPPED:
            ascent, descent = self._setter.measures(self._paragraph.look)
            natural = ascent + descent
            if atoms:
                ascent, natural = 0.0, descent
        rule, amount = self._shape.line_rule, self._shape.line
        if rule == "exact":
            return ascent + (amount - natural) * 0.8, amount, 0.0
        lifted = max(tallest - ascent, 0.0)
        if rule == "auto":  # wider spacing opens below the letters, narrower takes from above them
            height = natural * amount
            lead = height - natural
            return ascent + lifted + min(lead, 0.0), height + lifted, max(lead, 0.0)
        height = max(natural + lifted, amount) - lifted
        return ascent + lifted + height - natural, height + lifted, 0.0


def broken(paragraph: Paragraph, width: float, setter: Typesetter) -> list[Line]:
    """Return the lines of a paragraph; a text met before in that width, as in the columns of a list, is broken once."""
    pieces = paragraph.pieces
    if paragraph.label is not None or len(pieces) > 1 or (pieces and not pieces[0].may_recur()):
        return LineBreaker(paragraph, width, setter).lines()
    text, look, link = (pieces[0].text, pieces[0].look, pieces[0].link) if pieces else ("", None, None)
    key = (text, look, link, paragraph.look, paragraph.shape, width)
    found = setter.broken.get(key)
    if found is None:
        found = setter.broken[key] = LineBreaker(paragraph, width, setter).lines()
    return found


def _fitting(atom: Atom, room: float, least: bool = False) -> int:
    """Return after how many characters a word may be cut to fit; with `least`, after as few as may be."""
    if atom.shaped is None or atom.choice is None:
        return 0
    clusters = atom.shaped.clusters()
    if atom.shaped.rtl:
        clusters.reverse()
    scale = atom.size / atom.choice.face.units
    place, width, best = 0, 0.0, 0
    for text, glyphs in clusters:
        width += (sum(glyph.advance for glyph in glyphs) * scale + atom.look.spacing * len(glyphs)) * atom.look.scale
        if width > room:
            break
        place += len(text)
        if may_cut(atom.text, place):
            best = place
            if least:
                break
    return best
