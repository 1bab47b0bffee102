"""The call-backs of a compiled part: they write the new part, and values are escaped here and nowhere else."""

from __future__ import annotations

import copy
import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from jinja2.runtime import Undefined
from lxml import etree
from lxml.etree import _Element

from bali_desk.documents.templates.anchors import bookmark_name
from bali_desk.documents.templates.faults import TemplateFault, fault
from bali_desk.documents.templates.limits import MOST_OUTPUT, TooMuch
from bali_desk.documents.templates.numbering import TURN
from bali_desk.documents.templates.ooxml import HEADS, alone, w
from bali_desk.documents.templates.rich import BlockText, Fitted, Rich
from bali_desk.documents.templates.sandbox import Callbacks, Steps
from bali_desk.documents.templates.source import Compiled, Object, Slot, Words
from bali_desk.documents.templates.tags import RESERVED
from bali_desk.domain.dates import written
from bali_desk.drafting.markup import Run, runs

_NAMESPACE = re.compile(r' xmlns(?::(\w+))?="([^"]*)"')
_UNPRINTABLE = dict.fromkeys(
    [*range(9), *range(14, 32), *range(0x7F, 0x85), *range(0x86, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
)
_NEW_LINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_SPACE = '<w:t xml:space="preserve">'
_BREAKS = {"\n": f"</w:t><w:br/>{_SPACE}", "\t": f"</w:t><w:tab/>{_SPACE}"}
_PRINTABLE = (str, int, float, dt.date, type(None))
_A_GROUP = "this is a group of fields: name one of them"
_A_LIST = "this is a list: loop through it or |join it"
_FIRST_BOOKMARK = 100_000  # above whatever the template itself numbers


@dataclass
class _Frame:
    tag: str
    ending: str
    begins: int  # its place in the output
    element: _Element | None = None
    last: str = ""  # tag of what was last put into it
    rows: int = 0


@dataclass
class Anchors:
    """Bookmarks set so far in the document: a block is marked once."""

    names: set[str] = field(default_factory=set)


class Builder(Callbacks):
    """Writes one part."""

    def __init__(self, compiled: Compiled, names: dict[str | None, str], anchors: Anchors, steps: Steps) -> None:
        self.faults: list[TemplateFault] = []
        self._store: list[Any] = list(compiled.store)
        self._loops = compiled.loops
        self._steps = steps
        self._names = names
        self._anchors = anchors
        self._out: list[str] = []
        self._written = 0
        self._stack = [_Frame("", "", 0)]
        self._elements: dict[int, str] = {}
        self._faces: dict[tuple[int, bool, bool, float | None], str] = {}

    def callbacks(self) -> dict[str, Any]:
        """The names a compiled part calls."""
        ours = {name: getattr(self, name) for name in ("open", "close", "copy", "words", "object", "value")}
        ours |= {name: getattr(self._steps, name) for name in ("each", "joined", "counted", "spend")}
        return {RESERVED + name: call for name, call in ours.items()}

    def result(self) -> str:
        """What was written; a header or footer is never without a paragraph."""
        return "".join(self._out) or "<w:p/>"

    def open(self, place: int) -> str:
        """Begin a paragraph, table, row, cell or content control."""
        element = self._store[place]
        begin = self._elements.get(place)
        if begin is None:
            heads = "".join(self._xml(child) for child in element if child.tag in HEADS)
            begin = self._elements[place] = f"{self._start(element)}{heads}"
            begin = self._elements[place] = begin + ("<w:sdtContent>" if element.tag == w("sdt") else "")
        name = element.tag.rpartition("}")[2]
        ending = f"</w:{name}>" if name != "sdt" else "</w:sdtContent></w:sdt>"
        self._stack.append(_Frame(name, ending, len(self._out), element))
        return self._put(self._with_turn(place, begin))

    def close(self) -> str:
        """End what was begun last: a table without rows goes, a cell without a last paragraph gets one."""
        frame = self._stack.pop()
        if frame.tag == "tbl" and not frame.rows:
            del self._out[frame.begins :]
            return ""
        if frame.tag in ("tc", "sdt") and frame.last != "p":
            self._put(_empty(frame.element))
        above = self._stack[-1]
        above.last = frame.last if frame.tag == "sdt" else frame.tag
        above.rows += frame.tag == "tr"
        return self._put(frame.ending)

    def copy(self, place: int) -> str:
        """Put in what stays as it is."""
        element = self._store[place]
        if place not in self._elements:
            self._elements[place] = self._xml(element)
        name = element.tag.rpartition("}")[2]
        if name in ("p", "tbl"):
            self._stack[-1].last = name
        return self._put(self._with_turn(place, self._elements[place]))

    def words(self, place: int) -> str:
        """Put in text of the template."""
        item: Words = self._store[place]
        return self._run(item.run, Run(item.text))

    def object(self, place: int) -> str:
        """Put in a tab, picture or field."""
        item: Object = self._store[place]
        return self._put(f"{self._face(item.run, Run(''))}{self._xml(item.element)}</w:r>")

    def value(self, place: int, value: Any) -> str:
        """Put in a value, in the face of its tag."""
        slot: Slot = self._store[place]
        if isinstance(value, Undefined):
            self.faults.append(fault(slot.place, value._undefined_message))
            return ""
        if isinstance(value, (list, tuple, dict)):
            self.faults.append(fault(slot.place, _A_GROUP if isinstance(value, dict) else _A_LIST))
            return ""
        if not isinstance(value, _PRINTABLE):
            self.faults.append(fault(slot.place, "this is nothing that can be printed"))
            return ""
        text = printed(value)
        bookmark = self._bookmark(value)
        self._put(bookmark)
        for part in runs(text) if isinstance(value, Rich) else [Run(text)] if text else []:
            self._run(slot.run, part, value.size if isinstance(value, Fitted) else None)
        return self._put(bookmark and f'<w:bookmarkEnd w:id="{self._last_bookmark()}"/>')

    def _with_turn(self, place: int, paragraph: str) -> str:
        """The paragraph marked with the turn of its loop, for the numbering of lists."""
        loop = self._loops.get(place)
        if loop is None:
            return paragraph
        return f'<w:p w:{TURN}="{self._steps.turns.get(loop, 0)}"{paragraph.removeprefix("<w:p")}'

    def _bookmark(self, value: Any) -> str:
        if not isinstance(value, BlockText):
            return ""
        name = bookmark_name(value.handle)
        if name in self._anchors.names:
            return ""
        self._anchors.names.add(name)
        return f'<w:bookmarkStart w:id="{self._last_bookmark()}" w:name="{name}"/>'

    def _last_bookmark(self) -> int:
        return _FIRST_BOOKMARK + len(self._anchors.names)

    def _run(self, run: _Element, part: Run, size: float | None = None) -> str:
        text = part.text.translate(_ESCAPES)
        for character, markup in _BREAKS.items():
            text = text.replace(character, markup)
        return self._put(f"{self._face(run, part, size)}{_SPACE}{text}</w:t></w:r>")

    def _face(self, run: _Element, part: Run, size: float | None = None) -> str:
        key = (id(run), part.bold, part.italic, size)
        if key not in self._faces:
            given = run.find(w("rPr"))
            properties: Any = OxmlElement("w:rPr") if given is None else copy.deepcopy(given)
            if part.bold:
                properties.get_or_add_b().val = True
            if part.italic:
                properties.get_or_add_i().val = True
            if size is not None:
                _resize(properties, size)
            self._faces[key] = "<w:r>" + (self._xml(properties) if len(properties) else "")
        return self._faces[key]

    def _start(self, element: _Element) -> str:
        return self._xml(alone(element)).removesuffix("/>") + ">"

    def _xml(self, element: _Element) -> str:
        """An element as text, without the namespaces the part declares anyway."""
        text = etree.tostring(element, encoding="unicode", with_tail=False)
        start, mark, rest = text.partition(">")
        known = lambda found: "" if self._names.get(found.group(1)) == found.group(2) else found.group()  # noqa: E731
        return _NAMESPACE.sub(known, start) + mark + rest

    def _put(self, text: str) -> str:
        if text:
            self._written += len(text)
            if self._written > MOST_OUTPUT:
                raise TooMuch("this document grows beyond anything a meeting needs")
            self._out.append(text)
        return ""


def _empty(holder: _Element | None) -> str:
    """The paragraph of a cell that has lost all of its own: in the style of the first, so that no row grows by it."""
    style = None if holder is None else holder.find(f"{w('p')}/{w('pPr')}/{w('pStyle')}")
    if style is None:
        return "<w:p/>"
    return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style.get(w('val'), ''))}/></w:pPr></w:p>"


def _resize(properties: Any, size: float) -> None:
    """Let a run print in this size, in points, in every script."""
    for name in ("w:szCs", "w:sz"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    sz = properties._add_sz()
    sz.set(qn("w:val"), str(round(size * 2)))
    complex_scripts = OxmlElement("w:szCs")
    complex_scripts.set(qn("w:val"), str(round(size * 2)))
    sz.addnext(complex_scripts)


def printed(value: Any) -> str:
    """A value as it prints: dates in words, None as nothing, what no page can show left out."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = written(value) if isinstance(value, dt.date) else str(value)
    return _NEW_LINES.sub("\n", text).translate(_UNPRINTABLE)
