"""Tables: their grid, their cells, and what their style says for each cell."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from lxml.etree import _Element as Element

from bali_desk.documents.layout.model import Block, Borders, Cell, Paragraph, Row, Table
from bali_desk.documents.layout.notes import Notes
from bali_desk.documents.layout.reading.ooxml import (
    Fingerprint,
    child,
    child_value,
    fingerprint,
    hexadecimal,
    local,
    number,
    points,
    value,
    whole,
)
from bali_desk.documents.layout.reading.properties import borders, shading
from bali_desk.documents.layout.reading.styles import Styles, TableContext, conditional_parts
from bali_desk.documents.word_xml import is_on

_MOST_COLUMNS = 63
_MOST_TURNED = 3  # inside one another: each is measured twice
_HOLDERS = ("sdt", "sdtContent", "customXml", "ins")
# Text directions of Word, in the words of both editions of the standard, that turn a line by a quarter.
_TURNS = {"btLr": "up", "lr": "up", "tbRl": "down", "rl": "down", "tbRlV": "down", "rlV": "down"}
_UPRIGHT = frozenset({"lrTb", "tb", "lrTbV", "tbV"})
_FLAGS = {
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
    "noVBand": 0x0400,
}
Changed = Callable[[Element | None], AbstractContextManager[None]]
BlocksReader = Callable[[Element, str, TableContext], list[Block]]


class TableReader:
    """Reads one table after another."""

    def __init__(self, styles: Styles, blocks: BlocksReader, changed: Changed, notes: Notes) -> None:
        self._styles = styles
        self._blocks = blocks
        self._changed = changed
        self._band_sizes: dict[str | None, tuple[int, int]] = {}
        self._turned = 0  # turned cells around the one being read
        self._notes = notes
        self._cell_styles: dict[TableContext, tuple[str | None, Borders, str | None]] = {}
        self._spans: dict[Fingerprint, int] = {}
        self._met: dict[tuple[TableContext, Fingerprint, bool], Cell] = {}

    def read(self, element: Element, part: str) -> Table:
        """Return the table an element describes."""
        own = child(element, "tblPr")
        style_id = child_value(own, "tblStyle") or self._styles.usual_table_style()
        grid = child(element, "tblGrid")
        table = Table([], [points(value(column, "w")) for column in (grid if grid is not None else ())])
        table.margins = {"top": 0.0, "left": 5.4, "bottom": 0.0, "right": 5.4}
        for style in self._styles.chain(style_id):
            self._properties(child(style, "tblPr"), table)
        self._properties(own, table)
        rows = _held(element, "tr")
        look = _look_flags(child(own, "tblLook"))
        for index, row in enumerate(rows):
            about = child(row, "trPr")
            change = next((one for name in ("del", "ins") if (one := child(about, name)) is not None), None)
            with self._changed(change) if change is not None else nullcontext():
                table.rows.append(self._row(row, part, style_id, look, index, len(rows), len(table.columns)))
        return table

    def _properties(self, element: Element | None, table: Table) -> None:
        for part in element if element is not None else ():
            name = local(part)
            if name == "tblBorders":
                table.borders = {**table.borders, **borders(part)}
            elif name == "tblCellMar":
                table.margins = {**table.margins, **_margins(part)}
            elif name == "jc":
                table.align = {"start": "left", "end": "right"}.get(value(part) or "", value(part) or "left")
            elif name == "tblInd":
                table.indent = points(value(part, "w")) if value(part, "type") != "pct" else 0.0
            elif name == "tblW":
                table.width = _measure(part)
            elif name == "tblLayout":
                table.fixed = value(part, "type") == "fixed"
            elif name == "bidiVisual":
                table.bidi = is_on(part)
            elif name == "tblpPr":
                self._notes.add("floating table (printed in place)")

    def _row(
        self,
        element: Element,
        part: str,
        style_id: str | None,
        look: frozenset[str],
        index: int,
        count: int,
        columns: int,
    ) -> Row:
        row = Row([])
        own = child(element, "trPr")
        for part_of in own if own is not None else ():
            name = local(part_of)
            if name == "tblHeader":
                row.header = is_on(part_of)
            elif name == "cantSplit":
                row.whole = is_on(part_of)
            elif name == "trHeight":
                row.height, row.exact = points(value(part_of)), value(part_of, "hRule") == "exact"
            elif name == "gridBefore":
                row.skip_before = whole(value(part_of), 0, 0, _MOST_COLUMNS)
        column = row.skip_before
        bands = self._bands(style_id)
        for cell_element in _held(element, "tc"):
            about = child(cell_element, "tcPr")
            said = fingerprint(about)
            span = self._span(about, said)
            conditions = _conditions(look, index, count, column, column + span >= columns, bands)
            row.cells.append(self._cell(cell_element, part, (style_id, conditions), about, said))
            column += span
        return row

    def _span(self, about: Element | None, said: Fingerprint) -> int:
        found = self._spans.get(said)
        if found is None:
            found = self._spans[said] = whole(child_value(about, "gridSpan"), 1, 1, _MOST_COLUMNS)
        return found

    def _bands(self, style_id: str | None) -> tuple[int, int]:
        """Return how many rows and columns a style's bands are wide."""
        if style_id not in self._band_sizes:
            sizes = [1, 1]
            for style in self._styles.chain(style_id):
                for place, name in enumerate(("tblStyleRowBandSize", "tblStyleColBandSize")):
                    size = child_value(child(style, "tblPr"), name)
                    sizes[place] = whole(size, 1, 1, _MOST_COLUMNS) if size else sizes[place]
            self._band_sizes[style_id] = (sizes[0], sizes[1])
        return self._band_sizes[style_id]

    def _cell(
        self, element: Element, part: str, context: TableContext, about: Element | None, said: Fingerprint
    ) -> Cell:
        key = (context, said, self._turned < _MOST_TURNED)
        like = self._met.get(key)
        if like is None:
            like = self._met[key] = self._empty_cell(about, context, self._span(about, said))
        self._turned += like.turn is not None
        cell = like.filled(_without_end(self._blocks(element, part, context)))
        self._turned -= like.turn is not None
        return cell

    def _empty_cell(self, about: Element | None, context: TableContext, span: int) -> Cell:
        """Return a cell as its properties and its table's style have it; worked out once for the same ones."""
        shade, lines, align = self._from_style(context)
        cell = Cell([], span, shade=shade, borders=lines, align=align or "top")
        for part_of in about if about is not None else ():
            name = local(part_of)
            if name == "vMerge":
                cell.merge = value(part_of) or "continue"
            elif name == "shd":
                cell.shade = shading(part_of)
            elif name == "tcBorders":
                cell.borders = {**cell.borders, **borders(part_of)}
            elif name == "vAlign":
                cell.align = value(part_of) or "top"
            elif name == "tcMar":
                cell.margins = _margins(part_of)
            elif name == "tcW":
                cell.width = _measure(part_of)
            elif name == "textDirection" and value(part_of) not in _UPRIGHT:
                cell.turn = _TURNS.get(value(part_of) or "") if self._turned < _MOST_TURNED else None
                if cell.turn is None:
                    self._notes.add("text in columns from left to right (printed upright)")
        return cell

    def _from_style(self, context: TableContext) -> tuple[str | None, Borders, str | None]:
        if context not in self._cell_styles:
            style_id, conditions = context
            shade: str | None = None
            lines: Borders = {}
            align: str | None = None
            chain = self._styles.chain(style_id)
            for part in [
                *chain,
                *(p for name in conditions for style in chain for p in conditional_parts(style, name)),
            ]:
                own = child(part, "tcPr")
                fill, drawn = child(own, "shd"), child(own, "tcBorders")
                shade = shading(fill) if fill is not None else shade
                lines = {**lines, **borders(drawn)} if drawn is not None else lines
                align = child_value(own, "vAlign") or align
            self._cell_styles[context] = (shade, lines, align)
        return self._cell_styles[context]


def _without_end(blocks: list[Block]) -> list[Block]:
    """Return the blocks of a cell without the empty paragraph Word asks for behind a table that ends it."""
    last = blocks[-1] if len(blocks) > 1 and isinstance(blocks[-2], Table) else None
    return blocks[:-1] if isinstance(last, Paragraph) and not last.pieces and last.label is None else blocks


def _held(parent: Element, name: str) -> list[Element]:
    found: list[Element] = []
    for element in parent:
        here = local(element)
        if here == name:
            found.append(element)
        elif here in _HOLDERS:
            found += _held(element, name)
    return found


def _margins(element: Element) -> dict[str, float]:
    names = {"start": "left", "end": "right"}
    return {names.get(local(side), local(side)): points(value(side, "w")) for side in element}


def _measure(element: Element) -> tuple[str, float]:
    text, kind = value(element, "w") or "0", value(element, "type") or "dxa"
    if text.endswith("%"):
        return "pct", number(text[:-1]) / 100
    if kind == "pct":
        return "pct", number(text) / 5000
    return (kind, points(text)) if kind == "dxa" else ("auto", 0.0)


def _look_flags(element: Element | None) -> frozenset[str]:
    if element is None:
        return frozenset({"noHBand", "noVBand"})
    bits = hexadecimal(value(element), 0)
    given = {name: value(element, name) for name in _FLAGS}
    return frozenset(
        name
        for name, bit in _FLAGS.items()
        if (bits & bit if given[name] is None else given[name] in ("1", "true", "on"))
    )


def _conditions(
    look: frozenset[str], row: int, rows: int, column: int, last_column: bool, bands: tuple[int, int]
) -> tuple[str, ...]:
    """Return the parts of a table style a cell takes, the strongest last; bands are so many rows and columns wide."""
    found = ["wholeTable"]
    first_row, last_row = "firstRow" in look and row == 0, "lastRow" in look and row == rows - 1
    first_column, last = "firstColumn" in look and column == 0, "lastColumn" in look and last_column
    if "noVBand" not in look and not first_column:
        found.append("band2Vert" if (column - ("firstColumn" in look)) // bands[1] % 2 else "band1Vert")
    if "noHBand" not in look and not first_row and not last_row:
        found.append("band2Horz" if (row - ("firstRow" in look)) // bands[0] % 2 else "band1Horz")
    if last:
        found.append("lastCol")
    if first_column:
        found.append("firstCol")
    if last_row:
        found.append("lastRow")
    if first_row:
        found.append("firstRow")
    if first_row and first_column:
        found.append("nwCell")
    if first_row and last:
        found.append("neCell")
    if last_row and first_column:
        found.append("swCell")
    if last_row and last:
        found.append("seCell")
    return tuple(found)
