"""A part of a Word template made into a Jinja source of call-backs, one line per paragraph.

The line number of whatever goes wrong is then the paragraph; and since only call-backs write the new part, no value
ever meets an XML parser unescaped.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from bali_desk.documents.templates.blocks import Blocks
from bali_desk.documents.templates.faults import Place, fault
from bali_desk.documents.templates.language import faults_of_control, faults_of_value
from bali_desk.documents.templates.ooxml import (
    Piece,
    hidden_tags,
    kind_of,
    pieces,
    unwrapped,
    visible,
    w,
    words,
)
from bali_desk.documents.templates.sandbox import Sandbox
from bali_desk.documents.templates.source import Compiled, Object, Slot, Words
from bali_desk.documents.templates.tags import (
    OBJECT,
    RESERVED,
    WORDS,
    Tag,
    beside_tags,
    half_tag,
    printed_braces,
    slipped_braces,
    tags_in,
)


def compile_part(root: _Element, name: str, sandbox: Sandbox) -> Compiled:
    """Compile the content of `root` (a body, a header, a footer), called `name` in faults."""
    compiler = _Compiler(sandbox)
    compiler.content(root, name)
    return compiler.end(root, name)


def compile_notes(root: _Element, name: str, sandbox: Sandbox) -> Compiled:
    """Compile footnotes or endnotes; `name` is what one of them is called in faults."""
    compiler = _Compiler(sandbox)
    compiler.notes(root, name)
    return compiler.end(root, f"{name}s")


class _Compiler:
    def __init__(self, sandbox: Sandbox) -> None:
        self.made = Compiled()
        self.blocks = Blocks()
        self._sandbox = sandbox
        self._visited: set[_Element] = set()

    def content(self, parent: _Element, where: str) -> None:
        """Everything under a body, header or cell."""
        self._content(parent, where, itertools.count(1), itertools.count(1), parent)

    def notes(self, root: _Element, name: str) -> None:
        """Every note; the lines that part notes from the text are copied."""
        numbers = itertools.count(1)
        for note in root:
            if note.get(w("type")) is not None or not isinstance(note.tag, str):
                self._write(self._call("copy", note), Place(name, ""))
                self._visited.update(note.iter(w("p")))
                continue
            where = f"{name} {next(numbers)}"
            self._write(self._call("open", note), Place(where, ""))
            self.content(note, where)
            self._write(self._call("close"), Place(where, ""))

    def end(self, root: _Element, where: str) -> Compiled:
        """What was made of the part, once all of it is read: nothing open, no tag left out."""
        self.blocks.end()
        self.made.faults += self.blocks.faults
        for paragraph in root.iter(w("p")):
            if paragraph not in self._visited and tags_in(words(paragraph)):
                inside = any(above in self._visited for above in paragraph.iterancestors(w("p")))
                if not inside:  # else it was named with the paragraph that holds it
                    self._fault(Place(where, words(paragraph)), "a tag in this place is not filled in")
        return self.made

    def _content(
        self, parent: _Element, where: str, paragraphs: Iterator[int], tables: Iterator[int], home: _Element
    ) -> None:
        for child in parent:
            if child.tag == w("p"):
                self._paragraph(child, f"{where}, paragraph {next(paragraphs)}", home)
            elif child.tag == w("tbl"):
                self._table(child, f"{where}, table {next(tables)}")
            elif child.tag == w("sdt") and (inside := child.find(w("sdtContent"))) is not None:
                self._write(self._call("open", child), Place(where, ""))
                self._content(inside, where, paragraphs, tables, inside)
                self._write(self._call("close"), Place(where, ""))
            elif child.tag == w("customXml"):
                self._content(child, where, paragraphs, tables, home)
            elif child.tag not in (w("tcPr"), w("customXmlPr"), w("sdt")) and isinstance(child.tag, str):
                self._write(self._call("copy", child), Place(where, ""))

    def _table(self, table: _Element, where: str) -> None:
        self._write(self._call("open", table), Place(where, ""))
        for number, row in enumerate(unwrapped(table, "tr"), 1):
            self._row(row, f"{where}, row {number}", table)
        self._write(self._call("close"), Place(where, ""))

    def _row(self, row: _Element, where: str, table: _Element) -> None:
        text = words(row)
        place, tags = Place(where, text), tags_in(text)
        only_controls = bool(tags) and not beside_tags(text) and all(tag.kind != "value" for tag in tags)
        if any(tag.prefix == "tr" for tag in tags) and not only_controls:
            self._fault(place, "a row with a {%tr %} tag must hold nothing else: give the tag a row of its own")
        elif only_controls and row.find(f".//{w('tbl')}") is None:
            self._visited.update(row.iter(w("p")))
            for paragraph in row.iter(w("p")):
                self._check(paragraph, visible(pieces(paragraph)), place)
            self._controls(tags, place, table, [])
        else:
            self._write(self._call("open", row), place)
            for column, cell in enumerate(unwrapped(row, "tc"), 1):
                self._write(self._call("open", cell), place)
                self.content(cell, f"{where}, column {column}")
                self._write(self._call("close"), place)
            self._write(self._call("close"), place)

    def _paragraph(self, paragraph: _Element, where: str, parent: _Element) -> None:
        self._visited.add(paragraph)
        flat = pieces(paragraph)
        text = visible(flat)
        place, tags = Place(where, text), tags_in("".join(piece.character for piece in flat))
        self._check(paragraph, text, place)
        block = bool(tags) and not beside_tags(text) and all(tag.kind != "value" for tag in tags)
        if not tags and printed_braces(text) == text:
            self._write(self._call("copy", paragraph), place)
        elif block:
            if paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
                self._fault(place, "this paragraph ends a section: move its tag to a paragraph of its own")
            self._controls(tags, place, parent, flat)
        elif any(tag.prefix == "p" and tag.kind == "control" for tag in tags):
            self._fault(place, "text beside a {%p %} tag would be lost: give the tag a paragraph of its own")
        else:
            self._inline(paragraph, flat, tags, place)

    def _check(self, paragraph: _Element, text: str, place: Place) -> None:
        hiding, half, slip = hidden_tags(paragraph), half_tag(text), slipped_braces(text)
        if hiding:
            self._fault(place, f"a tag inside {hiding} is not filled in")
        elif half:
            self._fault(place, f"“{half}” has no partner in this paragraph")
        if slip:
            self._fault(place, slip)

    def _inline(self, paragraph: _Element, flat: list[Piece], tags: list[Tag], place: Place) -> None:
        code = [self._call("open", paragraph)]
        at, takes_spaces = 0, False  # whether the tag before takes the spaces after it
        for tag in tags:
            code += self._still(_trimmed(flat[at : tag.start], takes_spaces, tag.trims_before))
            run = flat[tag.start].run
            if run is not None:
                code.append(self._tag(tag, run, place, paragraph, flat))
            at, takes_spaces = tag.end, tag.trims_after
        code += [*self._still(_trimmed(flat[at:], takes_spaces, False)), self._call("close")]
        self._write("".join(code), place)

    def _still(self, flat: list[Piece]) -> Iterable[str]:
        """What stays as it is, one call-back per run and object."""
        for (run, element), group in itertools.groupby(flat, key=lambda piece: (piece.run, piece.element)):
            if run is None:
                yield self._call("copy", element)
            elif element is not None:
                yield self._call("object", Object(run, element))
            else:
                text = printed_braces("".join(piece.character for piece in group))
                yield self._call("words", Words(run, text))

    def _tag(self, tag: Tag, run: _Element, place: Place, home: _Element, flat: list[Piece]) -> str:
        if tag.kind == "comment":
            return ""
        if tag.kind == "control":
            return self._control(tag, place, home, flat)
        if tag.prefix == "p":
            self._fault(place, "whole documents cannot be put in with {{p }}")
        elif not tag.code:
            self._fault(place, "this {{ }} is empty")
        elif self._reads(tag, faults_of_value(tag.code, self._sandbox), place, flat):
            self.made.store.append(Slot(run, place))
            return "{{%svalue(%d,(%s))}}" % (RESERVED, len(self.made.store) - 1, tag.code)  # noqa: UP031
        return ""

    def _controls(self, tags: Iterable[Tag], place: Place, home: _Element, flat: list[Piece]) -> None:
        controls = [self._control(tag, place, home, flat) for tag in tags if tag.kind == "control"]
        self._write("".join(controls), place)

    def _control(self, tag: Tag, place: Place, home: _Element, flat: list[Piece]) -> str:
        if tag.prefix == "tc":
            self._fault(place, "columns cannot be repeated with {%tc %}")
        elif tag.word not in WORDS:
            self._fault(place, f"there is no tag “{tag.word}”" if tag.word else "this {% %} is empty")
        elif self._reads(tag, faults_of_control(tag.word, tag.code, self._sandbox), place, flat):
            self.blocks.meet(tag.word, place, home, len(self.made.lines) + 1)
            return f"{{% {tag.code} %}}"
        return ""

    def _reads(self, tag: Tag, faults: list[str], place: Place, paragraph: list[Piece]) -> bool:
        """Whether the tag alone is good Jinja; says so when not."""
        inside = [piece.element for piece in paragraph[tag.start : tag.end] if piece.character == OBJECT]
        if inside:
            faults = [f"{kind_of(inside[0])} stands inside this tag: take it out, or type the tag anew"]
        for why in faults:
            self._fault(place, why)
        return not faults

    def _call(self, name: str, item: _Element | Words | Slot | Object | None = None) -> str:
        if item is None:
            return f"{{{{{RESERVED}{name}()}}}}"
        self.made.store.append(item)
        if self.blocks.loop and isinstance(item, _Element) and item.tag == w("p"):
            self.made.loops[len(self.made.store) - 1] = self.blocks.loop
        return f"{{{{{RESERVED}{name}({len(self.made.store) - 1})}}}}"

    def _write(self, line: str, place: Place) -> None:
        self.made.lines.append(line)
        self.made.places.append(place)

    def _fault(self, place: Place, why: str) -> None:
        self.made.faults.append(fault(place, why))


def _trimmed(flat: list[Piece], at_start: bool, at_end: bool) -> list[Piece]:
    """Without the spaces a tag beside them takes."""
    while at_end and flat and flat[-1].character.isspace():
        flat = flat[:-1]
    while at_start and flat and flat[0].character.isspace():
        flat = flat[1:]
    return flat
