"""Paragraphs and tables in their order: the body, a header, a cell."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from bali_desk.documents.layout.model import Aim, Block, Floating, Label, Look, Paragraph, Place, Shape
from bali_desk.documents.layout.notes import Notes
from bali_desk.documents.layout.reading.inline import InlineReader, heading_level
from bali_desk.documents.layout.reading.numbering import Numbering
from bali_desk.documents.layout.reading.ooxml import Fingerprint, child, child_value, fingerprint, local, w
from bali_desk.documents.layout.reading.places import frame_of
from bali_desk.documents.layout.reading.properties import Properties, laid_over, paragraph_properties
from bali_desk.documents.layout.reading.styles import NO_TABLE, Styles, TableContext
from bali_desk.documents.layout.reading.table_reader import TableReader
from bali_desk.documents.layout.reading.tracked import TAKEN_OUT

_HOLDERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "del", "moveFrom")
_WITH_TEXT = ("r", "hyperlink", "ins", "sdt", "fldSimple", "moveTo")


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """What a paragraph's own properties and its style come to, where it has no number; worked out once for the same."""

    style_id: str | None
    base: Properties
    run: Properties
    direct: Properties
    number: Properties  # how its number looks: as its end does
    shape: Shape
    heading: int | None  # what the name of its style makes it
    outline: int | None
    text: Look
    empty: Look
    level: int
    taken: bool  # a tracked change takes its end away
    listed: bool
    frame: Place | None


class StoryReader:
    """Reads blocks, with every property of a paragraph laid over the one below it."""

    def __init__(self, styles: Styles, numbering: Numbering, inline: InlineReader, notes: Notes) -> None:
        self._styles = styles
        self._numbering = numbering
        self._inline = inline
        self._notes = notes
        self._in_margin = False
        self._tables = TableReader(styles, self.blocks, inline.changed, notes)
        self._met: dict[tuple[TableContext, Fingerprint, bool], _Asked] = {}

    def margin(self, parent: Element, part: str) -> list[Block]:
        """Return the blocks of a header or footer, where frames, such as the page's number, stand beside the text."""
        self._in_margin = True
        found = self.blocks(parent, part)
        self._in_margin = False
        return _frames_beside(found)

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
            above, self._inline.above = self._inline.above, []
            behind = self._waiting_text_boxes(paragraph, part)
            behind += [self._tables.read(inside, part) for inside in element.findall(w("tbl"))]  # where none belongs
            hidden = paragraph.look.hidden and not paragraph.pieces and not paragraph.floating
            return [*above, *behind] if hidden else [*above, paragraph, *behind]
        if name == "tbl":
            return [self._tables.read(element, part)]
        if name in _HOLDERS:
            return self.blocks(element, part, table)
        if name == "altChunk":
            self._notes.add("another document placed inside this one (left out)")
        return []

    def _waiting_text_boxes(self, paragraph: Paragraph, part: str) -> list[Block]:
        """Give a paragraph what stands beside it; return the text of the boxes that come behind it."""
        if not (self._inline.text_boxes or self._inline.floating):
            return []
        boxes, self._inline.text_boxes = self._inline.text_boxes, []
        floating, self._inline.floating = self._inline.floating, []
        behind: list[Block] = []
        for box, place in boxes:
            blocks = self.blocks(box, part)
            if place is None:
                behind += blocks
            else:
                floating.append(Floating(place, blocks))
        paragraph.floating, pushed = _beside(paragraph, floating)
        return [*behind, *pushed]

    def _asked(self, own: Element | None, table: TableContext) -> _Asked:
        key = (table, fingerprint(own), self._in_margin)
        found = self._met.get(key)
        if found is None:
            found = self._met[key] = self._work_out(own, table)
        return found

    def _work_out(self, own: Element | None, table: TableContext) -> _Asked:
        style_id = child_value(own, "pStyle")
        frame = frame_of(child(own, "framePr")) if self._in_margin else None
        if frame is None and child(own, "framePr") is not None:
            self._notes.add("framed paragraph or large first letter (printed in place)")
        base, run = self._styles.base(style_id, table)
        direct = paragraph_properties(own)
        shape = laid_over(base, direct)
        mark = child(own, "rPr")
        end = self._styles.run(run, mark)
        return _Asked(
            style_id,
            base,
            run,
            direct,
            {**end, "hidden": False},
            self._styles.shape(shape),
            heading_level(self._styles.name(style_id)),
            shape.get("outline"),
            self._styles.look(run),
            self._styles.look(end),
            _level(base, direct),
            child(mark, "del") is not None,
            direct.get("number", base.get("number")) not in (None, "", "0"),
            frame,
        )

    def _paragraph(self, element: Element, part: str, asked: _Asked, gone: bool) -> Paragraph:
        label, shape, outline = None, asked.shape, asked.outline
        if asked.listed and not gone:
            label, properties = self._numbered(asked)
            shape, outline = self._styles.shape(properties), properties.get("outline")
        heading = asked.heading if asked.heading is not None or outline is None else outline + 1
        pieces = self._inline.read(element, asked.run, part)
        look = asked.text if pieces else asked.empty
        return Paragraph(pieces, shape, look, asked.style_id or "", label, asked.level, heading, frame=asked.frame)

    def _numbered(self, asked: _Asked) -> tuple[Label | None, Properties]:
        list_id = str(asked.direct.get("number", asked.base.get("number")))
        found = self._numbering.next_label(list_id, asked.level, asked.number)
        if found is None:
            return None, laid_over(asked.base, asked.direct)
        label, definition = found
        shape = laid_over(asked.base, paragraph_properties(child(definition, "pPr")))
        if "number" not in asked.direct:  # a style that numbers: its own indents win over the list's
            shape = laid_over(shape, self._styles.own_paragraph(asked.style_id))
        return label, laid_over(shape, asked.direct)


def _beside(paragraph: Paragraph, floating: list[Floating]) -> tuple[tuple[Floating, ...], list[Block]]:
    """Return what stands beside a paragraph, and what stands behind it: text of a drawing among other text.

    The room of a drawing that stands alone in its paragraph is where its text goes.
    """
    if not any(one.place.in_line for one in floating):
        return tuple(floating), []
    rooms = [piece for piece in paragraph.pieces if piece.picture is not None and not piece.picture.data]
    if len(rooms) == len(paragraph.pieces) == 1:
        align = paragraph.shape.align if paragraph.shape.align in ("center", "right") else ""
        aim = Aim("column", align, paragraph.shape.left + paragraph.shape.first)
        placed = (replace(one.place, across=aim) if one.place.in_line else one.place for one in floating)
        return tuple(Floating(place, one.blocks) for place, one in zip(placed, floating, strict=True)), []
    if len(rooms) < len(paragraph.pieces):
        paragraph.pieces = [piece for piece in paragraph.pieces if piece not in rooms]
    pushed = [block for one in floating if one.place.in_line for block in one.blocks]
    return tuple(one for one in floating if not one.place.in_line), pushed


def _frames_beside(blocks: list[Block]) -> list[Block]:
    """Give the framed paragraphs to the one behind them; without one, they stand in the text."""
    found: list[Block] = []
    waiting: list[Floating] = []
    for block in blocks:
        place = block.frame if isinstance(block, Paragraph) else None
        if place is not None and waiting and waiting[-1].place == place:
            waiting[-1].blocks.append(block)
        elif place is not None:
            waiting.append(Floating(place, [block]))
        else:
            if isinstance(block, Paragraph):
                block.floating, waiting = (*waiting, *block.floating), []
            found.append(block)
    return [*found, *(block for floating in waiting for block in floating.blocks)]


def _level(base: Properties, direct: Properties) -> int:
    return int(direct["level"] if "level" in direct else base.get("level") or 0)
