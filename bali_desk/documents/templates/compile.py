"""A part of a Word template made into a Jinja source of call-backs, one line per paragraph.

The line number of whatever goes wrong is then the paragraph; and since only call-backs write the new part, no value
ever meets an XML parser unescaped.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

from jinja2 import TemplateError, nodes
from lxml.etree import _Element

from bali_desk.documents.templates.blocks import WORDS, Blocks
from bali_desk.documents.templates.faults import Place, TemplateFault, fault, in_plain_words
from bali_desk.documents.templates.ooxml import Piece, hidden_tags, pieces, w, words
from bali_desk.documents.templates.sandbox import Sandbox
from bali_desk.documents.templates.tags import RESERVED, Tag, beside_tags, half_tag, tags_in


@dataclass(frozen=True)
class Words:
    """Text that stands in the template, in the face of its run."""

    run: _Element
    text: str


@dataclass(frozen=True)
class Slot:
    """Where a value goes, in the face of the run its tag begins in."""

    run: _Element
    place: Place


@dataclass(frozen=True)
class Object:
    """A tab, picture or field inside a run."""

    run: _Element
    element: _Element


@dataclass
class Compiled:
    """The source of one part, the place of each of its lines and what its call-backs refer to by number."""

    lines: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    store: list[_Element | Words | Slot | Object] = field(default_factory=list)
    loops: dict[int, int] = field(default_factory=dict)  # paragraph -> line of its innermost loop
    faults: list[TemplateFault] = field(default_factory=list)

    @property
    def source(self) -> str:
        """The whole source."""
        return "\n".join(self.lines)


def compile_part(root: _Element, name: str, sandbox: Sandbox) -> Compiled:
    """Compile the content of `root` (a body, a header, a footer), called `name` in faults."""
    compiler = _Compiler(sandbox)
    compiler.content(root, name)
    compiler.blocks.end()
    compiler.made.faults += compiler.blocks.faults
    return compiler.made


class _Compiler:
    def __init__(self, sandbox: Sandbox) -> None:
        self.made = Compiled()
        self.blocks = Blocks()
        self._sandbox = sandbox
        self._known = ((nodes.Filter, "filter", sandbox.filters), (nodes.Test, "test", sandbox.tests))

    def content(self, parent: _Element, where: str) -> None:
        """Everything under a body, header, cell or content control."""
        paragraphs, tables = itertools.count(1), itertools.count(1)
        for child in parent:
            if child.tag == w("p"):
                self._paragraph(child, f"{where}, paragraph {next(paragraphs)}", parent)
            elif child.tag == w("tbl"):
                self._table(child, f"{where}, table {next(tables)}")
            elif child.tag == w("sdt"):
                self._control_box(child, where)
            elif child.tag != w("tcPr") and isinstance(child.tag, str):
                self._write(self._call("copy", child), Place(where, ""))

    def _control_box(self, box: _Element, where: str) -> None:
        inside = box.find(w("sdtContent"))
        if inside is None:
            return
        self._write(self._call("open", box), Place(where, ""))
        self.content(inside, where)
        self._write(self._call("close"), Place(where, ""))

    def _table(self, table: _Element, where: str) -> None:
        self._write(self._call("open", table), Place(where, ""))
        rows = itertools.count(1)
        for child in table:
            if child.tag == w("tr"):
                self._row(child, f"{where}, row {next(rows)}", table)
            elif child.tag == w("sdt"):
                self._write(self._call("copy", child), Place(where, ""))
        self._write(self._call("close"), Place(where, ""))

    def _row(self, row: _Element, where: str, table: _Element) -> None:
        text = words(row)
        place, tags = Place(where, text), tags_in(text)
        only_controls = bool(tags) and not beside_tags(text) and all(tag.kind != "value" for tag in tags)
        if any(tag.prefix == "tr" for tag in tags) and not only_controls:
            self._fault(place, "a row with a {%tr %} tag must hold nothing else: give the tag a row of its own")
        elif only_controls and row.find(f".//{w('tbl')}") is None:
            self._controls(tags, place, table)
        else:
            self._write(self._call("open", row), place)
            for column, cell in enumerate(row.findall(w("tc")), 1):
                self._write(self._call("open", cell), place)
                self.content(cell, f"{where}, column {column}")
                self._write(self._call("close"), place)
            self._write(self._call("close"), place)

    def _paragraph(self, paragraph: _Element, where: str, parent: _Element) -> None:
        flat = pieces(paragraph)
        text = "".join(piece.character for piece in flat)
        place, tags = Place(where, text), tags_in(text)
        self._check(paragraph, text, place)
        block = bool(tags) and not beside_tags(text) and all(tag.kind != "value" for tag in tags)
        if not tags:
            self._write(self._call("copy", paragraph), place)
        elif block:
            if paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
                self._fault(place, "this paragraph ends a section: move its tag to a paragraph of its own")
            self._controls(tags, place, parent)
        elif any(tag.prefix == "p" and tag.kind == "control" for tag in tags):
            self._fault(place, "text beside a {%p %} tag would be lost: give the tag a paragraph of its own")
        else:
            self._inline(paragraph, flat, tags, place)

    def _check(self, paragraph: _Element, text: str, place: Place) -> None:
        half = half_tag(text)
        if half:
            self._fault(place, f"“{half}” has no partner in this paragraph")
        hiding = hidden_tags(paragraph)
        if hiding:
            self._fault(place, f"a tag inside {hiding} is not filled in")

    def _inline(self, paragraph: _Element, flat: list[Piece], tags: list[Tag], place: Place) -> None:
        code = [self._call("open", paragraph)]
        at = 0
        for tag in tags:
            code += self._still(flat[at : tag.start])
            run = flat[tag.start].run
            if run is not None:
                code.append(self._tag(tag, run, place, paragraph))
            at = tag.end
        code += [*self._still(flat[at:]), self._call("close")]
        self._write("".join(code), place)

    def _still(self, flat: list[Piece]) -> Iterable[str]:
        """What stays as it is, one call-back per run and object."""
        for (run, element), group in itertools.groupby(flat, key=lambda piece: (piece.run, piece.element)):
            if run is None:
                yield self._call("copy", element)
            elif element is not None:
                yield self._call("object", Object(run, element))
            else:
                yield self._call("words", Words(run, "".join(piece.character for piece in group)))

    def _tag(self, tag: Tag, run: _Element, place: Place, home: _Element) -> str:
        if tag.kind == "comment":
            return ""
        if tag.kind == "control":
            return self._control(tag, place, home)
        if tag.prefix == "p":
            self._fault(place, "whole documents cannot be put in with {{p }}")
        elif not tag.code:
            self._fault(place, "this {{ }} is empty")
        elif self._reads(tag.code, "{{ (%s) }}", place):
            self.made.store.append(Slot(run, place))
            return "{{%svalue(%d,(%s))}}" % (RESERVED, len(self.made.store) - 1, tag.code)  # noqa: UP031
        return ""

    def _controls(self, tags: Iterable[Tag], place: Place, home: _Element) -> None:
        self._write("".join(self._control(tag, place, home) for tag in tags if tag.kind == "control"), place)

    def _control(self, tag: Tag, place: Place, home: _Element) -> str:
        if tag.prefix == "tc":
            self._fault(place, "columns cannot be repeated with {%tc %}")
        elif tag.word not in WORDS:
            self._fault(place, f"there is no tag “{tag.word}”" if tag.word else "this {% %} is empty")
        elif self._reads(tag.code, _WHOLE.get(tag.word, "{%% %s %%}"), place):
            self.blocks.meet(tag.word, place, home, len(self.made.lines) + 1)
            return f"{{% {tag.code} %}}"
        return ""

    def _reads(self, code: str, whole: str, place: Place) -> bool:
        """Whether the tag alone is good Jinja; says so when not."""
        if RESERVED in code:
            self._fault(place, f"no field begins with “{RESERVED}”")
            return False
        try:
            tree = self._sandbox.parse(whole % code)
        except TemplateError as error:
            self._fault(place, in_plain_words(str(error)))
            return False
        unknown = [
            f"there is no {kind} “{node.name}”"
            for node_type, kind, known in self._known
            for node in tree.find_all(node_type)
            if node.name not in known
        ]
        for why in unknown:
            self._fault(place, why)
        return not unknown

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


_WHOLE = {
    "for": "{%% %s %%}{%% endfor %%}",
    "if": "{%% %s %%}{%% endif %%}",
    "with": "{%% %s %%}{%% endwith %%}",
    "elif": "{%% if 1 %%}{%% %s %%}{%% endif %%}",
    "else": "{%% if 1 %%}{%% %s %%}{%% endif %%}",
    "endfor": "{%% for a in b %%}{%% %s %%}",
    "endif": "{%% if 1 %%}{%% %s %%}",
    "endwith": "{%% with %%}{%% %s %%}",
}
