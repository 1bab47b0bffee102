"""Tables whose columns the officer chooses: those she wants, in her order, as wide as the page.

The head of each column of such a table begins with its name, `{%tc name %}`. Inside a column, `column` is its entry in
the context's `columns`; a column may be asked for more than once. Where they are too many, the page is laid across.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Mapping
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from lxml.etree import _Element

from bali_desk.documents.templates.faults import Place, TemplateFault, fault, unknown_name
from bali_desk.documents.templates.ooxml import pieces, w, words
from bali_desk.documents.templates.rich import Columns
from bali_desk.documents.templates.tags import Tag, beside_tags, tags_in

_NARROWEST = 0.78  # of the widths drawn in Word; below that the page is laid across
_EMU = 635  # to a twentieth of a point
_NEAR = 40  # twentieths of a point: tab stops this near the right margin stand at it


def arrange(document: WordDocument, context: Mapping[str, Any]) -> list[TemplateFault]:
    """Give every table that names its columns the ones chosen; faults are names nobody knows."""
    columns = context.get("columns")
    if not isinstance(columns, Columns):
        return []
    faults: list[TemplateFault] = []
    for number, table in enumerate(document.element.body.iter(w("tbl")), 1):
        named = _named(table)
        for column, name in enumerate(named, 1):
            if name and name not in columns.known:
                place = Place(f"Body, table {number}, row 1, column {column}", named[column - 1])
                faults.append(fault(place, unknown_name(name, columns.known, kind="column")))
        if any(named) and not faults:
            _take_names(table)
            _rearrange(document, table, named, columns)
    return faults


def _named(table: _Element) -> list[str]:
    """The names of a table's columns; "" of one that has none."""
    found = [_name(cell) for cell in _heads(table)]
    return [tag.code if tag is not None else "" for tag in found]


def _heads(table: _Element) -> list[_Element]:
    head = table.find(w("tr"))
    return [] if head is None else head.findall(w("tc"))


def _name(cell: _Element) -> Tag | None:
    return next((tag for tag in tags_in(words(cell)) if tag.kind == "control" and tag.prefix == "tc"), None)


def _take_names(table: _Element) -> None:
    for cell in _heads(table):
        for paragraph in cell.iter(w("p")):
            text = "".join(piece.character for piece in pieces(paragraph))
            tag = next((one for one in tags_in(text) if one.kind == "control" and one.prefix == "tc"), None)
            if tag is not None:
                _take_out(paragraph, tag)


def _take_out(paragraph: _Element, tag: Tag) -> None:
    """Take a tag out of the runs it is spread over."""
    place = 0
    for child in paragraph:
        for node in child if child.tag == w("r") else (child,):
            if node.tag == w("t"):
                text = node.text or ""
                node.text = text[: max(tag.start - place, 0)] + text[max(tag.end - place, 0) :]
                place += len(text)
            elif node.tag not in (w("rPr"), w("pPr")) and isinstance(node.tag, str):
                place += 1


def _rearrange(document: WordDocument, table: _Element, named: list[str], columns: Columns) -> None:
    chosen = [(place, named.index(str(one["key"]))) for place, one in enumerate(columns) if one["key"] in named]
    if not chosen:
        return
    drawn = [int(column.get(w("w"), 0)) for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    wanted = [drawn[source] for _, source in chosen]
    if sum(wanted) * _NARROWEST > _room(document.sections[-1]):
        lay_across(document)
    final = _filling(wanted, _room(document.sections[-1]))
    _grid(table, final)
    for row in table.findall(w("tr")):
        cells = row.findall(w("tc"))
        if len(cells) != len(named) or _is_tag(row):
            continue
        for cell in cells:
            row.remove(cell)
        for (place, source), width in zip(chosen, final, strict=True):
            row.append(_cell(cells[source], place, width))


def _is_tag(row: _Element) -> bool:
    """Whether a row holds tags alone, as of a loop: it does not print, and its cell is no column's."""
    text = words(row)
    tags = tags_in(text)
    return bool(tags) and not beside_tags(text) and all(tag.kind != "value" for tag in tags)


def _cell(drawn: _Element, place: int, width: int) -> _Element:
    """A copy of a cell in which `column` is the entry at this place."""
    made = copy.deepcopy(drawn)
    first = made.find(w("p"))
    if first is not None and any("column" in tag.code for tag in tags_in(words(made))):
        setting = OxmlElement("w:p")
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = f"{{% set column = columns[{place}] %}}"
        run.append(text)
        setting.append(run)
        first.addprevious(setting)
    properties = made.find(w("tcPr"))
    measure = properties.find(w("tcW")) if properties is not None else None
    if measure is not None:
        measure.set(w("w"), str(width))
        measure.set(w("type"), "dxa")
    return made


def _grid(table: _Element, widths: list[int]) -> None:
    for grid in table.findall(w("tblGrid")):
        for column in list(grid):
            grid.remove(column)
        for width in widths:
            column = OxmlElement("w:gridCol")
            column.set(w("w"), str(width))
            grid.append(column)
    for whole in table.iterfind(f"{w('tblPr')}/{w('tblW')}"):
        whole.set(w("w"), str(sum(widths)))
        whole.set(w("type"), "dxa")


def _filling(widths: list[int], room: int) -> list[int]:
    """The widths stretched or pressed to fill the room to the last twentieth of a point."""
    total = max(sum(widths), 1)
    edges = [round(sum(widths[:place]) * room / total) for place in range(len(widths) + 1)]
    return [right - left for left, right in itertools.pairwise(edges)]


def _room(section: Any) -> int:
    """The width of the text, in twentieths of a point."""
    return int(section.page_width - section.left_margin - section.right_margin) // _EMU


def lay_across(document: WordDocument) -> None:
    """Lay every page across; what stands at the right margin of a header or footer moves along."""
    section: Any
    for section in document.sections:
        if section.page_width < section.page_height:
            before = _room(section)
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width
            for part in document.part.related_parts.values():
                _move_stops(getattr(part, "element", None), before, _room(section))


def _move_stops(root: _Element | None, before: int, after: int) -> None:
    for stop in root.iter(w("tab")) if root is not None else ():
        if stop.get(w("val")) in ("right", "end") and abs(int(stop.get(w("pos"), 0)) - before) <= _NEAR:
            stop.set(w("pos"), str(after))
