"""What stands in a Word file, freed from Word: paragraphs, tables and sections with every property worked out."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Border:
    """One line beside a paragraph or a cell: width and distance in points."""

    width: float
    colour: str = "000000"
    style: str = "single"
    space: float = 0.0


_SHORT = 100  # characters
_LEAST_TEXT_WIDTH = 36.0  # points
Borders = dict[str, Border | None]


@dataclass(frozen=True, eq=False)
class Look:
    """How characters look; one object per distinct look, so that identity compares them."""

    font: str = "Times New Roman"
    size: float = 10.0
    size_complex: float = 10.0
    bold: bool = False
    bold_complex: bool = False
    italic: bool = False
    italic_complex: bool = False
    underline: str | None = None  # kind of line, in Word's words: single, double, wave
    underline_colour: str | None = None
    strike: bool = False
    double_strike: bool = False
    colour: str | None = None
    highlight: str | None = None
    raised: str | None = None
    shift: float = 0.0
    caps: bool = False
    small_caps: bool = False
    spacing: float = 0.0
    scale: float = 1.0  # width of the letters to their usual one
    frame: Border | None = None
    kerning: bool = False
    rtl: bool = False
    hidden: bool = False
    changed: bool = False  # by a tracked change, which a bar in the margin shows


@dataclass(frozen=True)
class TabStop:
    """A tab stop: where, how the text stands to it, and what fills the way."""

    position: float
    alignment: str = "left"
    leader: str = "none"


@dataclass(frozen=True)
class Picture:
    """A picture in the text, with its size in points and its description for those who cannot see it.

    Without data it is the room of a drawing.
    """

    data: bytes
    width: float
    height: float
    description: str = ""


@dataclass(slots=True)
class Piece:
    """A stretch of one paragraph: text of one look, or a tab, break, picture or field."""

    kind: str  # text, tab, line, column, page, picture, field
    look: Look
    text: str = ""
    link: str | None = None
    picture: Picture | None = None
    note: int | None = None  # the footnote whose number this is

    def may_recur(self) -> bool:
        """Say whether it is a text, and one so short that the same may well stand in other cells of a list."""
        return self.kind == "text" and self.note is None and len(self.text) <= _SHORT


@dataclass(frozen=True)
class Label:
    """The number or bullet before a paragraph."""

    text: str
    look: Look
    follow: str = "tab"  # tab, space, nothing
    alignment: str = "left"


@dataclass(frozen=True, eq=False)
class Shape:
    """How a paragraph stands on the page; one object per distinct shape."""

    align: str = "left"
    before: float = 0.0
    after: float = 0.0
    before_auto: bool = False  # the space of web pages, which a first paragraph and items of a list do without
    after_auto: bool = False
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    line: float = 1.0
    line_rule: str = "auto"
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    widow: bool = True
    contextual: bool = False
    bidi: bool = False
    outline: int | None = None
    shade: str | None = None
    borders: Borders = field(default_factory=dict)
    tabs: tuple[TabStop, ...] = ()


@dataclass(frozen=True)
class Aim:
    """In one direction, what a drawing's place is counted from, and how it stands to that."""

    relative: str = "column"  # in Word's words: page, margin, column, paragraph
    align: str = ""
    offset: float = 0.0  # points, where it is not aligned
    share: float | None = None  # of what it is counted from, instead of an offset


@dataclass(frozen=True)
class Place:
    """Where something stands of which the text around it takes no notice. Measures in points."""

    across: Aim
    down: Aim
    whole: tuple[float, float]  # width and height of the whole drawing
    inside: tuple[float, float, float, float]  # left, top, width and height of this part of it
    insets: tuple[float, float, float, float]  # of its text: left, top, right, bottom
    behind: bool = False
    in_line: bool = False  # the line keeps room for it

    @property
    def width(self) -> float:
        """Return how wide this part is."""
        return self.inside[2]

    @property
    def height(self) -> float:
        """Return how high this part is."""
        return self.inside[3]


@dataclass(slots=True)
class Floating:
    """A text box or a picture that stands somewhere on the page of its paragraph."""

    place: Place
    blocks: list[Block]


@dataclass(slots=True)
class Paragraph:
    """One paragraph."""

    pieces: list[Piece]
    shape: Shape
    look: Look  # of the paragraph itself: the height of an empty line
    style: str = ""
    label: Label | None = None
    level: int = 0  # of its list
    heading: int | None = None  # 0 the title, 1 the first level
    floating: tuple[Floating, ...] = ()
    frame: Place | None = None  # of its own, out of the text


@dataclass(slots=True)
class Cell:
    """One cell of a table."""

    blocks: list[Block]
    span: int = 1
    merge: str | None = None  # restart, continue
    shade: str | None = None
    borders: Borders = field(default_factory=dict)
    align: str = "top"
    margins: dict[str, float] = field(default_factory=dict)
    width: tuple[str, float] | None = None  # kind of measure and value
    turn: str | None = None  # of its text: up, down

    def filled(self, blocks: list[Block]) -> Cell:
        """Return another cell like this one, with these blocks in it."""
        return Cell(
            blocks, self.span, self.merge, self.shade, self.borders, self.align, self.margins, self.width, self.turn
        )


@dataclass(slots=True)
class Row:
    """One row of a table."""

    cells: list[Cell]
    header: bool = False
    whole: bool = False  # must not split over two pages
    height: float = 0.0
    exact: bool = False
    skip_before: int = 0


@dataclass(slots=True)
class Table:
    """One table."""

    rows: list[Row]
    columns: list[float]
    borders: Borders = field(default_factory=dict)
    align: str = "left"
    indent: float = 0.0
    margins: dict[str, float] = field(default_factory=dict)
    width: tuple[str, float] = ("auto", 0.0)
    fixed: bool = False
    bidi: bool = False


Block = Paragraph | Table


def holds_field(block: Block, name: str) -> bool:
    """Say whether such a field stands anywhere in a block."""
    if isinstance(block, Paragraph):
        here = any(piece.kind == "field" and piece.text.split()[0] == name for piece in block.pieces)
        return here or any(holds_field(inner, name) for beside in block.floating for inner in beside.blocks)
    return any(holds_field(inner, name) for row in block.rows for cell in row.cells for inner in cell.blocks)


@dataclass(slots=True)
class Section:
    """Pages of one size, with their headers and footers by kind: default, first, even."""

    blocks: list[Block]
    size: tuple[float, float] = (595.3, 841.9)
    margins: tuple[float, float, float, float] = (72.0, 72.0, 72.0, 72.0)  # top, right, bottom, left
    headers: dict[str, list[Block]] = field(default_factory=dict)
    footers: dict[str, list[Block]] = field(default_factory=dict)
    header_distance: float = 35.4
    footer_distance: float = 35.4
    own_first_page: bool = False
    begins: str = "nextPage"  # where, in Word's words: nextPage, continuous, evenPage, oddPage
    columns: int = 1
    column_gap: float = 36.0
    column_widths: list[tuple[float, float]] = field(default_factory=list)  # and the gap behind each, where they differ
    first_number: int | None = None
    number_format: str = "decimal"

    @property
    def text_width(self) -> float:
        """Return the width between the margins in points, wide enough for a letter whatever they are."""
        return max(self.size[0] - self.margins[1] - self.margins[3], _LEAST_TEXT_WIDTH)


@dataclass(slots=True)
class WordDocument:
    """The whole document, ready to be laid out."""

    sections: list[Section]
    title: str = ""
    author: str = ""
    subject: str = ""
    language: str = "en-AU"
    default_tab: float = 36.0
    even_pages_differ: bool = False
    tables_outdented: bool = True  # text in a table's first column stands in line with the text around
    footnotes: dict[int, list[Block]] = field(default_factory=dict)  # by their place in the text, from 1
    note_separator: list[Block] = field(default_factory=list)
    mirrored: bool = False  # on even pages the margins change sides
