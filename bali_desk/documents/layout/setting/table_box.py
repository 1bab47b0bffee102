"""A table measured for a width: where its cells stand, how high its rows are, which lines surround them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bali_desk.documents.layout.model import Block, Border, Cell, Paragraph, Row, Table
from bali_desk.documents.layout.setting.atoms import Typesetter
from bali_desk.documents.layout.setting.boxes import Stack
from bali_desk.documents.layout.setting.grid import column_widths
from bali_desk.documents.layout.setting.turned import TurnedStack
from bali_desk.documents.layout.writing.ink import Ink, Node
from bali_desk.documents.layout.writing.rules import Rules, stronger

_LONGEST_TURNED = 400.0  # points: lines of turned text in a row that has no height of its own
StackMaker = Callable[[list[Block], float], Stack]


@dataclass(eq=False)
class CellBox:
    """A cell with its contents measured; one that grows downwards over rows appears only in its first."""

    cell: Cell
    column: int
    left: float
    right: float
    margins: dict[str, float]
    stack: Stack | TurnedStack
    rows: int = 1
    drawn: int = 0  # strips already on a page
    top: float = 0.0  # where it begins on the present page
    node: Node = field(default_factory=lambda: Node("TD"))

    def needed(self) -> float:
        """Return the height the strips not yet drawn need."""
        return self.margins["top"] + self.stack.height(self.drawn) + self.margins["bottom"]

    def share_above(self) -> float:
        """Return how much of the height it does not need lies above it; turned text begins where its lines do."""
        if self.cell.turn is not None:
            return 1.0 if self.cell.turn == "up" else 0.0
        return {"center": 0.5, "bottom": 1.0}.get(self.cell.align, 0.0)


@dataclass(eq=False)
class RowBox:
    """A row: the cells that begin in it, and for every grid column the cell that stands there."""

    row: Row
    index: int
    cells: list[CellBox] = field(default_factory=list)
    ending: list[CellBox] = field(default_factory=list)
    owners: list[CellBox | None] = field(default_factory=list)
    height: float = 0.0
    pattern: tuple[tuple[int, int, int], ...] = ()  # the same in rows whose lines are the same; none with merged cells

    @property
    def keeps_next(self) -> bool:
        """Say whether the row stays with the one below it: as Word has it, when all its paragraphs say so."""
        blocks = [block for cell in self.cells for block in cell.cell.blocks]
        return bool(blocks) and all(isinstance(one, Paragraph) and one.shape.keep_next for one in blocks)

    @property
    def begins_page(self) -> bool:
        """Say whether its first paragraph asks for a page of its own."""
        blocks = self.cells[0].cell.blocks if self.cells else []
        return bool(blocks) and isinstance(blocks[0], Paragraph) and blocks[0].shape.page_break

    def notes(self) -> list[int]:
        """Return the footnotes whose numbers stand in the cells that begin in it."""
        return [number for cell in self.cells for number in cell.stack.notes()]

    def least_height(self) -> float:
        """Return the height that must be free for the row to begin: all of it, or the first lines of each cell."""
        if self.row.whole or self.row.header or self.row.exact:
            return self.height
        firsts = [cell.margins["top"] + cell.stack.least() for cell in self.cells if cell.stack.strips]
        return min(self.height, max([self.row.height, *firsts]))


class TableBox:
    """The measured table."""

    def __init__(self, table: Table, width: float, setter: Typesetter, make: StackMaker, outdent: bool) -> None:
        self.table = table
        self.before = self.after = 0.0
        widths = column_widths(table, width, setter)
        if table.bidi:
            widths = widths[::-1]
        self.edges = [self._start(table, width, sum(widths), outdent)]
        for column in widths:
            self.edges.append(self.edges[-1] + column)
        self.rows = self._placed(make)
        self._known_tops: dict[tuple[object, object], list[Border | None]] = {}
        self._known_sides: dict[object, list[tuple[Border | None, float]]] = {}
        self._tops = [self._row_border(i) for i in range(len(self.rows) + 1)]
        self._spans: dict[int, list[tuple[Border, float, float]]] = {}
        self._room_for_lines()
        self._heights(self.rows)
        self.strips = [row.height for row in self.rows]
        self.headers = self._header_rows()

    @staticmethod
    def _start(table: Table, width: float, whole: float, outdent: bool) -> float:
        if table.align == "center":
            return (width - whole) / 2
        if (table.align == "right") != table.bidi:
            return width - whole
        return table.indent - (table.margins["left"] if outdent else 0.0)

    def notes(self) -> list[int]:
        """Return the footnotes whose numbers stand in it."""
        return [number for row in self.rows for number in row.notes()]

    @property
    def begins_page(self) -> bool:
        """Say whether its first row asks for a page of its own."""
        return bool(self.rows) and self.rows[0].begins_page

    def kept(self, start: int) -> tuple[int, float]:
        """Return the last of the rows that stay together from one on, and the height they need to begin."""
        stop, height = start, 0.0
        while stop + 1 < len(self.rows) and self.rows[stop].keeps_next:
            height += self.rows[stop].height
            stop += 1
        return stop, height + (self.rows[stop].least_height() if stop < len(self.rows) else 0.0)

    def _header_rows(self) -> list[RowBox]:
        found: list[RowBox] = []
        for row in self.rows:
            if not row.row.header:
                break
            found.append(row)
        return found if len(found) < len(self.rows) else []

    def _placed(self, make: StackMaker) -> list[RowBox]:
        count = len(self.edges) - 1
        open_cells: dict[int, CellBox] = {}
        rows: list[RowBox] = []
        for index, row in enumerate(self.table.rows):
            box = RowBox(row, index, owners=[None] * count)
            column = row.skip_before
            for cell in row.cells:
                if column >= count:
                    break
                above = open_cells.get(column)
                if cell.merge == "continue" and above is not None:
                    above.rows += 1
                    here = above
                else:
                    here = self._cell(cell, column, make, row)
                    box.cells.append(here)
                for covered in range(column, min(column + cell.span, count)):
                    box.owners[covered] = here
                    open_cells.pop(covered, None)
                if cell.merge is not None:
                    open_cells[column] = here
                column += cell.span
            rows.append(box)
        for box in rows:
            if len({id(here) for here in box.owners}) == len(box.cells) and all([one.rows == 1 for one in box.cells]):
                box.pattern = tuple([(one.column, one.cell.span, id(one.cell.borders)) for one in box.cells])
            for here in box.cells:
                rows[min(box.index + here.rows, len(rows)) - 1].ending.append(here)
        return rows

    def _room_for_lines(self) -> None:
        """Let the text of a row begin below the line above it, and the last row end above the last line."""
        for box in self.rows:
            above = max([line.width for line in self._tops[box.index] if line], default=0.0)
            for cell in box.cells:
                cell.margins["top"] += above
                if isinstance(cell.stack, TurnedStack) and box.row.height:
                    cell.stack.length = max(cell.stack.length - above, 1.0)
        below = max((line.width for line in self._tops[-1] if line), default=0.0)
        for cell in self.rows[-1].ending if self.rows else ():
            cell.margins["bottom"] += below

    def _cell(self, cell: Cell, column: int, make: StackMaker, row: Row) -> CellBox:
        margins = {"top": 0.0, "bottom": 0.0, "left": 0.0, "right": 0.0} | self.table.margins | cell.margins
        end = min(column + cell.span, len(self.edges) - 1)
        if self.table.bidi:
            count = len(self.edges) - 1
            left, right = self.edges[count - end], self.edges[count - column]
        else:
            left, right = self.edges[column], self.edges[end]
        width = max(right - left - margins["left"] - margins["right"], 1.0)
        stack = make(cell.blocks, width) if cell.turn is None else _turned(cell, width, row.height, margins, make)
        return CellBox(cell, column, left, right, margins, stack)

    @staticmethod
    def _heights(rows: list[RowBox]) -> None:
        for box in rows:
            box.height = box.row.height
            if not (box.row.exact and box.row.height):
                for cell in box.ending:
                    above = sum([row.height for row in rows[box.index - cell.rows + 1 : box.index]])
                    box.height = max(box.height, cell.needed() - above)
            box.height = max(box.height, 1.0)

    # ---- lines around cells
    def _side(self, row: RowBox, cell: CellBox, side: str) -> Border | None:
        if side in cell.cell.borders:
            return cell.cell.borders[side]
        lines = self.table.borders
        last_column = cell.column + cell.cell.span >= len(self.edges) - 1
        last_row = row.index == len(self.rows) - 1 if side == "bottom" else False
        outer = {"left": cell.column == 0, "right": last_column, "top": row.index == 0, "bottom": last_row}[side]
        if outer:
            return lines.get(side)
        inner = "insideV" if side in ("left", "right") else "insideH"
        return cell.cell.borders.get(inner, lines.get(inner))

    def _row_border(self, place: int) -> list[Border | None]:
        """Return, for each grid column, the line above the row at this place; after the last row, the one below it."""
        above = self.rows[place - 1] if place > 0 else None
        below = self.rows[place] if place < len(self.rows) else None
        if above is None or below is None or not above.pattern or not below.pattern:
            return self._border_between(above, below)
        key = (above.pattern, below.pattern)
        if key not in self._known_tops:
            self._known_tops[key] = self._border_between(above, below)
        return self._known_tops[key]

    def _border_between(self, above: RowBox | None, below: RowBox | None) -> list[Border | None]:
        found: list[Border | None] = []
        for column in range(len(self.edges) - 1):
            upper = above.owners[column] if above else None
            lower = below.owners[column] if below else None
            if upper is not None and upper is lower:
                found.append(None)
                continue
            line = self._side(above, upper, "bottom") if above and upper else None
            found.append(stronger(line, self._side(below, lower, "top") if below and lower else None))
        return found

    def _lines_across(self, place: int) -> list[tuple[Border, float, float]]:
        """Return the lines above the row at this place, neighbours of one kind as one, and from where to where."""
        tops = self._tops[place]
        if id(tops) not in self._spans:
            found: list[tuple[Border, float, float]] = []
            for column, border in enumerate(tops[::-1] if self.table.bidi else tops):
                if border is not None and found and found[-1][0] is border and found[-1][2] == self.edges[column]:
                    found[-1] = (border, found[-1][1], self.edges[column + 1])
                elif border is not None:
                    found.append((border, self.edges[column], self.edges[column + 1]))
            self._spans[id(tops)] = found
        return self._spans[id(tops)]

    def _lines_down(self, row: RowBox) -> list[tuple[Border | None, float]]:
        """Return the lines beside the cells of a row, and where each stands."""
        found = self._known_sides.get(row.pattern) if row.pattern else None
        if found is not None:
            return found
        found, before = [], None
        for column in range(len(self.edges)):
            here = row.owners[column] if column < len(row.owners) else None
            if here is not before or column == 0:
                ending = self._side(row, before, "right") if before else None
                beginning = self._side(row, here, "left") if here else None
                place = len(self.edges) - 1 - column if self.table.bidi else column
                found.append((stronger(ending, beginning), self.edges[place]))
            before = here
        if row.pattern:
            self._known_sides[row.pattern] = found
        return found

    def rule_row(self, rules: Rules, x: float, row: RowBox, top: float, bottom: float) -> None:
        """Collect the lines around the part of a row between two heights."""
        for place, y in ((row.index, top), (row.index + 1, bottom)):
            for border, left, right in self._lines_across(place):
                rules.across(border, x + left, x + right, y)
        for line, edge in self._lines_down(row):
            rules.down(line, x + edge, top, bottom)

    # ---- drawing
    def draw_cell(self, ink: Ink, x: float, cell: CellBox, bottom: float, stop: int | None = None) -> None:
        """Draw what is left of a cell, from its top on this page down to a height."""
        if cell.cell.shade:
            ink.begin(None)
            ink.area(x + cell.left, cell.top, cell.right - cell.left, bottom - cell.top, cell.cell.shade)
            ink.end()
        offset = 0.0
        if stop is None and cell.drawn == 0:
            free = max(bottom - cell.top - cell.needed(), 0.0)
            offset = free * cell.share_above()
        end = len(cell.stack.strips) if stop is None else stop
        y = cell.top + cell.margins["top"] + offset
        cell.stack.draw(ink, x + cell.left + cell.margins["left"], y, cell.drawn, end, cell.node)
        cell.drawn = end

    def draw_row(self, ink: Ink, x: float, y: float, row: RowBox, rules: Rules, parent: Node | None) -> None:
        """Draw one row whole; without a parent it is a repeated header that is not tagged again."""
        self.open_row(row, y, parent)
        for cell in row.ending:
            self.draw_cell(ink, x, cell, y + row.height)
        self.rule_row(rules, x, row, y, y + row.height)

    def open_row(self, row: RowBox, y: float, parent: Node | None) -> None:
        """Let the cells that begin in a row begin at this height."""
        element = parent.add("TR") if parent is not None else Node("TR")
        for cell in row.cells:
            cell.top, cell.drawn = y, 0
            if parent is not None:
                cell.node = element.add("TH" if row.row.header else "TD")
                cell.node.spans = (cell.cell.span, cell.rows)

    def draw(self, ink: Ink, x: float, y: float, start: int, stop: int, parent: Node) -> None:
        """Draw some rows of a table that stands inside a cell or a header."""
        node = parent.add("Table")
        rules = Rules()
        for row in self.rows[start:stop]:
            self.draw_row(ink, x, y, row, rules, node)
            y += row.height
        rules.draw(ink)


def _turned(cell: Cell, width: float, height: float, margins: dict[str, float], make: StackMaker) -> TurnedStack:
    """The text of a cell in lines as long as its row is high; in a row without a height, as long as they come."""
    length = height - margins["top"] - margins["bottom"] if height else _LONGEST_TURNED
    stack = make(cell.blocks, max(length, 1.0))
    if not height:
        length = min(stack.extent() + 0.1, length)
        stack = make(cell.blocks, max(length, 1.0))
    return TurnedStack(stack, cell.turn or "up", max(length, 1.0), width, cell.align)
