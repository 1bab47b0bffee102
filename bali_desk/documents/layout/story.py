"""Paragraphs and tables in their order: the body, a header, a cell."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element as Element

from bali_desk.documents.layout.inline import InlineReader, heading_level
from bali_desk.documents.layout.model import Block, Label, Look, Paragraph, Shape
from bali_desk.documents.layout.notes import Notes
from bali_desk.documents.layout.numbering import Numbering
from bali_desk.documents.layout.ooxml import Fingerprint, child, child_value, fingerprint, local
from bali_desk.documents.layout.properties import Properties, laid_over, paragraph_properties
from bali_desk.documents.layout.styles import NO_TABLE, Styles, TableContext
from bali_desk.documents.layout.table_reader import TableReader
from bali_desk.documents.layout.tracked import TAKEN_OUT

_HOLDERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "del", "moveFrom")
_WITH_TEXT = ("r", "hyperlink", "ins", "sdt", "fldSimple", "moveTo")


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """What a paragraph's own properties and its style come to, where it has no number; worked out once for the same."""

    style_id: str | None
    base: Properties
    run: Properties
    direct: Properties
    shape: Shape
    heading: int | None  # what the name of its style makes it
    outline: int | None
    text: Look
    empty: Look
    level: int
    taken: bool  # a tracked change takes its end away
    listed: bool


class StoryReader:
    """Reads blocks, with every property of a paragraph laid over the one below it."""

    def __init__(self, styles: Styles, numbering: Numbering, inline: InlineReader, notes: Notes) -> None:
        self._styles = styles
        self._numbering = numbering
        self._inline = inline
        self._notes = notes
        self._tables = TableReader(styles, self.blocks, inline.changed, notes)
        self._met: dict[tuple[TableContext, Fingerprint], _Asked] = {}

    def blocks(self, parent: Element, part: str, table: TableContext = NO_TABLE) -> list[Block]:
        """Return the blocks inside an element."""
        found: list[Block] = []
        for element in parent:
            found += self.block(element, part, table)
        return found

    def block(self, element: Element, part: str, table: TableContext = NO_TABLE) -> list[Block]:
        """Return what one element holds: a paragraph and its text boxes, a table, or nothing."""
        name = local(element)
        if name == "p":
            asked = self._asked(child(element, "pPr"), table)
            gone = asked.taken and not any(local(one) in _WITH_TEXT for one in element)
            if gone and not any(local(one) in TAKEN_OUT for one in element):
                return []
            paragraph = self._paragraph(element, part, asked, gone)
            shown: list[Block] = [] if paragraph.look.hidden and not paragraph.pieces else [paragraph]
            return [*shown, *self._waiting_text_boxes(part)] if self._inline.text_boxes else shown
        if name == "tbl":
            return [self._tables.read(element, part)]
        if name in _HOLDERS:
            return self.blocks(element, part, table)
        if name == "altChunk":
            self._notes.add("another document placed inside this one (left out)")
        return []

    def _waiting_text_boxes(self, part: str) -> list[Block]:
        boxes, self._inline.text_boxes = self._inline.text_boxes, []
        return [block for box in boxes for block in self.blocks(box, part)]

    def _asked(self, own: Element | None, table: TableContext) -> _Asked:
        key = (table, fingerprint(own))
        found = self._met.get(key)
        if found is None:
            found = self._met[key] = self._work_out(own, table)
        return found

    def _work_out(self, own: Element | None, table: TableContext) -> _Asked:
        style_id = child_value(own, "pStyle")
        if child(own, "framePr") is not None:
            self._notes.add("framed paragraph or large first letter (printed in place)")
        base, run = self._styles.base(style_id, table)
        direct = paragraph_properties(own)
        shape = laid_over(base, direct)
        mark = child(own, "rPr")
        return _Asked(
            style_id,
            base,
            run,
            direct,
            self._styles.shape(shape),
            heading_level(self._styles.name(style_id)),
            shape.get("outline"),
            self._styles.look(run),
            self._styles.look(self._styles.run(run, mark)),
            _level(base, direct),
            child(mark, "del") is not None,
            direct.get("number", base.get("number")) not in (None, "", "0"),
        )

    def _paragraph(self, element: Element, part: str, asked: _Asked, gone: bool) -> Paragraph:
        label, shape, outline = None, asked.shape, asked.outline
        if asked.listed and not gone:
            label, properties = self._numbered(asked)
            shape, outline = self._styles.shape(properties), properties.get("outline")
        heading = asked.heading if asked.heading is not None or outline is None else outline + 1
        pieces = self._inline.read(element, asked.run, part)
        look = asked.text if pieces else asked.empty
        return Paragraph(pieces, shape, look, asked.style_id or "", label, asked.level, heading)

    def _numbered(self, asked: _Asked) -> tuple[Label | None, Properties]:
        list_id = str(asked.direct.get("number", asked.base.get("number")))
        found = self._numbering.next_label(list_id, asked.level, asked.run)
        if found is None:
            return None, laid_over(asked.base, asked.direct)
        label, definition = found
        shape = laid_over(asked.base, paragraph_properties(child(definition, "pPr")))
        if "number" not in asked.direct:  # a style that numbers: its own indents win over the list's
            shape = laid_over(shape, self._styles.own_paragraph(asked.style_id))
        return label, laid_over(shape, asked.direct)


def _level(base: Properties, direct: Properties) -> int:
    return int(direct["level"] if "level" in direct else base.get("level") or 0)
