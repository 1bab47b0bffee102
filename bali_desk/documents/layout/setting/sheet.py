"""The pages being filled: where the next thing goes, and how much room is left."""

from __future__ import annotations

from dataclasses import dataclass, field

from bali_desk.documents.layout.model import Section
from bali_desk.documents.layout.setting.columns import Columns
from bali_desk.documents.layout.setting.footnotes import Footnotes, NotesOfPage
from bali_desk.documents.layout.writing.ink import Ink, Node


@dataclass
class Sheet:
    """One page with what is drawn on it."""

    ink: Ink
    section: Section
    number: int  # as printed
    kind: str  # which of the section's headers and footers it takes
    top: float
    bottom: float
    left: float
    notes: NotesOfPage = field(default_factory=NotesOfPage)


class Sheets:
    """The pages of a document, the last of them being filled from top to bottom."""

    def __init__(self, even_pages_differ: bool, footnotes: Footnotes, mirrored: bool = False) -> None:
        self.footnotes = footnotes
        self._mirrored = mirrored
        self.pages: list[Sheet] = []
        self.y = 0.0
        self.left = 0.0  # of the present column
        self.width = 0.0  # of all columns together
        self._columns = Columns()
        self._column = 0
        self._column_top = 0.0
        self._lowest = 0.0  # down to where the columns already filled reach
        self._limit: float | None = None  # of all columns but the last, where they are to end alike
        self._even_pages_differ = even_pages_differ
        self._section = Section([])
        self._extents: dict[str, tuple[float, float]] = {}
        self._section_pages = 0

    @property
    def ink(self) -> Ink:
        """Return what is drawn on the present page."""
        return self.pages[-1].ink

    @property
    def top(self) -> float:
        """Return where the body of the present page begins."""
        return self.pages[-1].top

    @property
    def bottom(self) -> float:
        """Return where the body of the present page ends."""
        bottom = self.pages[-1].bottom - self.pages[-1].notes.height
        bounded = self._limit is not None and self._column + 1 < len(self._columns)
        return min(bottom, self._limit) if bounded and self._limit is not None else bottom

    @property
    def at_top(self) -> bool:
        """Say whether nothing stands on the present page yet."""
        return self.y <= self.top + 0.01

    @property
    def column_width(self) -> float:
        """Return how wide the present column is."""
        return self._columns.widths[self._column]

    def full_height(self) -> float:
        """Return the height of the body of the present page."""
        return self.pages[-1].bottom - self.top

    def notes_needed(self, numbers: list[int]) -> tuple[float, float]:
        """Return the height more footnotes take on the present page: at least, and in full."""
        return self.footnotes.needed(self.pages[-1].notes, numbers, self.width)

    def place_notes(self, numbers: list[int], y: float, parent: Node) -> None:
        """Set footnotes at the foot of the present page, whose text goes down to this height."""
        page = self.pages[-1]
        self.footnotes.place(page.notes, numbers, self.width, page.bottom - y, parent)

    def begin_section(self, section: Section, extents: dict[str, tuple[float, float]], columns: Columns) -> None:
        """Go on with pages of another section; the extents are the heights of its headers and footers by kind."""
        self._section, self._extents = section, extents
        self.width, self._columns, self._limit = section.text_width, columns, None
        if section.begins == "continuous" and self.pages and self.pages[-1].section.size == section.size:
            self.y = max(self.y, self._lowest)
            self._begin_columns(self._left(self.pages[-1].number))
            return
        self._section_pages = 0
        number = self._next_number()
        if self.pages and section.begins == ("oddPage" if number % 2 == 0 else "evenPage"):
            self._blank_page(number)
        self.new_page()

    def _begin_columns(self, left: float) -> None:
        self.left, self._column, self._column_top, self._lowest = left, 0, self.y, self.y

    def end_alike(self, height: float) -> None:
        """Let the columns that begin here be so high, in points, the last of them as high as need be."""
        self._limit = self._column_top + height

    def go_on(self) -> None:
        """Go on in the next column, or on another page behind the last of them."""
        if self._column + 1 >= len(self._columns):
            self.new_page()
            return
        lefts = self._columns.lefts
        self.left += lefts[self._column + 1] - lefts[self._column]
        self._column += 1
        self._lowest = max(self._lowest, self.y)
        self.y = self._column_top

    def _left(self, number: int) -> float:
        return self._section.margins[1 if self._mirrored and number % 2 == 0 else 3]

    def _next_number(self) -> int:
        if self._section_pages == 0 and self._section.first_number is not None:
            return self._section.first_number
        return self.pages[-1].number + 1 if self.pages else 1

    def _blank_page(self, number: int) -> None:
        """Leave a page empty, without header and footer, so that the section begins on the side it asks for."""
        height = self._section.size[1]
        self.pages.append(
            Sheet(Ink(height, len(self.pages), self._section), self._section, number, "blank", 0.0, height, 0.0)
        )

    def new_page(self) -> None:
        """Begin another page."""
        section = self._section
        number = self._next_number()
        kind = "default"
        if section.own_first_page and self._section_pages == 0:
            kind = "first"
        elif self._even_pages_differ and number % 2 == 0:
            kind = "even"
        header, footer = self._extents.get(kind, (0.0, 0.0))
        most = section.size[1] * 0.4  # a header may not push the text off the page
        top = max(section.margins[0], min(section.header_distance + header, most) if header else 0.0)
        low = max(section.margins[2], min(section.footer_distance + footer, most) if footer else 0.0)
        ink = Ink(section.size[1], len(self.pages), section)
        self.left = self._left(number)
        self.pages.append(Sheet(ink, section, number, kind, top, section.size[1] - low, self.left))
        self._section_pages += 1
        self.y, self._limit = top, None
        self._begin_columns(self.left)
        if self.footnotes.waiting:
            self.footnotes.carry_over(self.pages[-1].notes, self.full_height())
