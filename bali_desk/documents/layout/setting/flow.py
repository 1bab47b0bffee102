"""The body of a document set on pages: spaces, keeps, widows, lists, headings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bali_desk.documents.layout.model import Block, Paragraph, Section, Table, WordDocument, holds_field
from bali_desk.documents.layout.setting.atoms import Counted, Typesetter
from bali_desk.documents.layout.setting.boxes import Box, ParagraphBox, Stack, gap_between, kind_of, least_lines
from bali_desk.documents.layout.setting.columns import Columns, Strip, balanced_height, columns_of, parted
from bali_desk.documents.layout.setting.floating import FloatingBox
from bali_desk.documents.layout.setting.footnotes import Footnotes
from bali_desk.documents.layout.setting.sheet import Sheets
from bali_desk.documents.layout.setting.table_box import TableBox
from bali_desk.documents.layout.setting.table_flow import TableFlow
from bali_desk.documents.layout.writing.ink import Node

_SLACK = 0.01
BoxAt = Callable[[int], ParagraphBox | TableBox]
_BAR_DISTANCE = 14.0  # points: of the bar beside tracked changes from the text


@dataclass(frozen=True)
class Bookmark:
    """An entry of the outline: a heading and where it stands."""

    level: int
    text: str
    page: int
    height: float  # from the bottom of the page


class Flow:
    """Fills pages with the sections of one document."""

    def __init__(self, document: WordDocument, setter: Typesetter, pages: int) -> None:
        self.root = Node("Document")
        self.bookmarks: list[Bookmark] = []
        self._document = document
        self._setter = setter
        self._pages = pages
        self._counts_sections = any(
            holds_field(block, "SECTIONPAGES")
            for section in document.sections
            for blocks in (*section.headers.values(), *section.footers.values())
            for block in blocks
        )
        self._lists: list[tuple[int, Node]] = []
        self._settled = 0
        footnotes = Footnotes(document.footnotes, document.note_separator, self.stack)
        self.sheets = Sheets(document.even_pages_differ, footnotes, document.mirrored)
        self._fresh = True  # nothing since the beginning of the section or an intended page break

    def set_body(self) -> None:
        """Set every section."""
        self._count(1)
        sections = self._document.sections
        for section, following in zip(sections, [*sections[1:], None], strict=True):
            columns = columns_of(section)
            self.sheets.begin_section(section, self._extents(section, section.text_width), columns)
            if len(columns) > 1 and not columns.uneven and following is not None and following.begins == "continuous":
                self._balance(section.blocks, columns)
            self._section([*parted(section.blocks)] if columns.uneven else section.blocks, columns)
        while self.sheets.footnotes.waiting:
            self.sheets.new_page()

    def set_margins(self) -> None:
        """Set the headers and footers of every page, now that the number of pages is known."""
        self._pages = len(self.sheets.pages)
        for number in range(self._pages):
            self._margins_of_page(number)

    def _count(self, page: int, form: str = "decimal", section_pages: int = 1) -> None:
        self._setter.counted = Counted(page, form, self._pages, section_pages)

    # ---- headers and footers
    def stack(self, blocks: list[Block], width: float) -> Stack:
        """Return blocks measured one below the other."""
        return Stack(self._boxes(blocks, width))

    def _boxes(self, blocks: list[Block], width: float) -> list[Box]:
        return [self._box(blocks, index, width) for index in range(len(blocks))]

    def _box(self, blocks: list[Block], index: int, width: float) -> ParagraphBox | TableBox:
        block = blocks[index]
        if isinstance(block, Table):
            return TableBox(block, width, self._setter, self.stack, self._document.tables_outdented)
        box = ParagraphBox(block, width, self._setter)
        for floating in block.floating:
            inner = (floating.place.width or width) - floating.place.insets[0] - floating.place.insets[2]
            box.floating.append(FloatingBox(floating, self.stack(floating.blocks, max(inner, 1.0))))
        if block.shape.borders:
            above = blocks[index - 1] if index else None
            below = blocks[index + 1] if index + 1 < len(blocks) else None
            box.joined(above if isinstance(above, Paragraph) else None, below if isinstance(below, Paragraph) else None)
        return box

    def _extents(self, section: Section, width: float) -> dict[str, tuple[float, float]]:
        def height(held: dict[str, list[Block]], kind: str) -> float:
            return self.stack(held.get(kind, []), width).height()

        kinds = ("default", "first", "even")
        return {kind: (height(section.headers, kind), height(section.footers, kind)) for kind in kinds}

    def _margins_of_page(self, number: int) -> None:
        sheet = self.sheets.pages[number]
        section = sheet.section
        own = sum(one.section is section for one in self.sheets.pages) if self._counts_sections else 0
        self._count(sheet.number, section.number_format, own)
        left, width = sheet.left, section.text_width
        sheet.ink.change_bars(max(left - _BAR_DISTANCE, 4.0))
        sheet.notes.draw(sheet.ink, left, width, sheet.bottom, self.sheets.footnotes.separator)
        with sheet.ink.before_all(), sheet.ink.repeated():
            header = self.stack(section.headers.get(sheet.kind, []), width)
            header.draw(sheet.ink, left, section.header_distance, 0, len(header.strips), Node("Artifact"))
        with sheet.ink.repeated():
            footer = self.stack(section.footers.get(sheet.kind, []), width)
            y = section.size[1] - section.footer_distance - footer.height()
            footer.draw(sheet.ink, left, y, 0, len(footer.strips), Node("Artifact"))

    # ---- body
    def _balance(self, blocks: list[Block], columns: Columns) -> None:
        """Let the columns of a section end alike when all of it fits on this page."""
        strips: list[Strip] = []
        above: Box | None = None
        for box in self._boxes(blocks, columns.widths[0]):
            gap = gap_between(above, box)
            strips += [(gap if index == 0 else 0.0, height) for index, height in enumerate(box.strips)]
            above = box
        height = balanced_height(strips, len(columns), self.sheets.bottom - self.sheets.y)
        if height is not None:
            self.sheets.end_alike(height)

    def _section(self, blocks: list[Block], columns: Columns) -> None:
        boxes: dict[tuple[int, float], ParagraphBox | TableBox] = {}

        def box_at(index: int) -> ParagraphBox | TableBox:
            key = (index, self.sheets.column_width)
            if key not in boxes:
                self._count(self.sheets.pages[-1].number, self.sheets.pages[-1].section.number_format)
                boxes[key] = self._box(blocks, index, self.sheets.column_width)
            return boxes[key]

        above: ParagraphBox | TableBox | None = None
        self._settled, self._fresh = 0, True
        for index in range(len(blocks)):
            box = box_at(index)
            if box.begins_page and not self.sheets.at_top:
                self._new_page()
            if index >= self._settled:
                self._keep(index, len(blocks), above, box_at)
            if columns.uneven:
                box = self._suited(blocks, index, columns, box_at(index))
            gap = gap_between(None if self.sheets.at_top else above, box)
            self.sheets.y += 0.0 if self.sheets.at_top and not self._fresh else gap
            self._fresh = False
            if isinstance(box, TableBox):
                self._lists = []
                TableFlow(box, self.sheets, self.root).place()
            else:
                self._paragraph(box)
            above = box
            for width in set(columns.widths):
                boxes.pop((index - 1, width), None)

    def _suited(
        self, blocks: list[Block], index: int, columns: Columns, box: ParagraphBox | TableBox
    ) -> ParagraphBox | TableBox:
        """Return a paragraph that goes on in another column in lines short enough for each of them."""
        fits = self.sheets.y + sum(box.strips) <= self.sheets.bottom
        return box if fits or isinstance(box, TableBox) else self._box(blocks, index, min(columns.widths))

    def _new_page(self) -> None:
        """Begin another page, as the document asks."""
        self.sheets.new_page()
        self._fresh = True

    def _go_on(self, intended: bool = False) -> None:
        """Go on in the next column or on the next page."""
        self.sheets.go_on()
        self._fresh = intended

    def _keep(self, index: int, count: int, above: Box | None, box_at: BoxAt) -> None:
        """Begin a new page when what must stay together no longer fits on this one."""
        needed, place, before = 0.0, index, None if self.sheets.at_top else above
        while place < count:
            box = box_at(place)
            needed += gap_between(before, box)
            if not (isinstance(box, ParagraphBox) and box.shape.keep_next and place + 1 < count):
                needed += self._head(box)
                break
            needed += sum(box.strips) + self._foot(box, len(box.strips))
            before, place = box, place + 1
            if needed > self.sheets.full_height():
                break
        self._settled = place + 1
        if needed > self.sheets.full_height():
            self._settled = index + 1
            needed = gap_between(None if self.sheets.at_top else above, box_at(index))
            needed += self._head(box_at(index))
        if self.sheets.y + needed > self.sheets.bottom + _SLACK and not self.sheets.at_top:
            self._go_on()

    def _head(self, box: ParagraphBox | TableBox) -> float:
        """Return how much of a block must stand with what is before it."""
        if isinstance(box, TableBox):
            first = len(box.headers)
            return sum(row.height for row in box.headers) + box.kept(first)[1]
        least = least_lines(box)
        return sum(box.strips[:least]) - box.lead(least - 1) + self._foot(box, least)

    def _foot(self, box: ParagraphBox, lines: int) -> float:
        """Return what the footnotes of a paragraph's first lines take at least."""
        notes = box.notes(lines) if self.sheets.footnotes else []
        return self.sheets.notes_needed(notes)[0] if notes else 0.0

    def _paragraph(self, box: ParagraphBox) -> None:
        node = self._node(box.paragraph)
        if box.paragraph.heading is not None:
            self._bookmark(box.paragraph)
        start, count = 0, len(box.strips)
        while start < count:
            stop = self._fitting(box, start)
            if stop == start:
                self._go_on()
                continue
            box.draw(self.sheets.ink, self.sheets.left, self.sheets.y, start, stop, node)
            if start == 0:
                box.draw_floating(self.sheets.ink, self.sheets.left, self.sheets.y, self.root)
            self.sheets.y += sum(box.strips[start:stop])
            notes = box.notes(stop, start) if self.sheets.footnotes else []
            if notes:
                self.sheets.place_notes(notes, self.sheets.y, self.root)
            ends = box.lines[stop - 1].ends
            if ends == "page":
                self._new_page()
            elif ends == "column":
                self._go_on(intended=True)
            start = stop

    def _fitting(self, box: ParagraphBox, start: int) -> int:
        """Return up to which line a paragraph goes on this page."""
        stop, y, count, bottom = start, self.sheets.y, len(box.strips), self.sheets.bottom + _SLACK
        least = full = 0.0  # what the footnotes take
        while stop < count:
            if box.lines[stop].notes:
                least, full = self.sheets.notes_needed(box.notes(stop + 1, start))
            else:
                least = full
            if y + box.strips[stop] - box.lead(stop) + least > bottom:
                break
            y += box.strips[stop]
            stop += 1
            if box.lines[stop - 1].ends:
                return stop
        at_top = self.sheets.at_top
        if stop == count:
            return stop
        if box.shape.widow and count - stop == 1:
            stop -= 1  # no last line alone on the next page
        if box.shape.widow and start == 0 and stop == 1 and not at_top:
            stop = 0  # no first line alone on this one
        if box.shape.keep_lines and not at_top and sum(box.strips[start:]) <= self.sheets.full_height():
            stop = start
        return max(stop, start + 1) if at_top else max(stop, start)

    # ---- structure
    def _node(self, paragraph: Paragraph) -> Node:
        if paragraph.label is None or paragraph.heading is not None:
            self._lists = []
            return self.root.add(kind_of(paragraph))
        while self._lists and self._lists[-1][0] > paragraph.level:
            self._lists.pop()
        if not self._lists or self._lists[-1][0] < paragraph.level:
            parent = self._lists[-1][1] if self._lists else self.root
            self._lists.append((paragraph.level, parent.add("L")))
        return self._lists[-1][1].add("LI").add("LBody")

    def _bookmark(self, paragraph: Paragraph) -> None:
        text = "".join(piece.text if piece.kind == "text" else " " for piece in paragraph.pieces).strip()
        if text and paragraph.heading is not None:
            label = f"{paragraph.label.text} " if paragraph.label and paragraph.label.text else ""
            height = self.sheets.pages[-1].section.size[1] - self.sheets.y
            self.bookmarks.append(Bookmark(paragraph.heading, label + text, len(self.sheets.pages) - 1, height))
