"""The pages being filled: where the next thing goes, and how much room is left."""

from __future__ import annotations

from dataclasses import dataclass

from bali_desk.documents.layout.ink import Ink
from bali_desk.documents.layout.model import Section


@dataclass
class Sheet:
    """One page with what is drawn on it."""

    ink: Ink
    section: Section
    number: int  # as printed
    kind: str  # which of the section's headers and footers it takes
    top: float
    bottom: float


class Sheets:
    """The pages of a document, the last of them being filled from top to bottom."""

    def __init__(self, even_pages_differ: bool) -> None:
        self.pages: list[Sheet] = []
        self.y = 0.0
        self.left = 0.0
        self.width = 0.0
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
        return self.pages[-1].bottom

    @property
    def at_top(self) -> bool:
        """Say whether nothing stands on the present page yet."""
        return self.y <= self.top + 0.01

    def full_height(self) -> float:
        """Return the height of the body of the present page."""
        return self.bottom - self.top

    def begin_section(self, section: Section, extents: dict[str, tuple[float, float]], width: float) -> None:
        """Go on with pages of another section; the extents are the heights of its headers and footers by kind."""
        self._section, self._extents = section, extents
        self.left, self.width = section.margins[3], width
        if section.continuous and self.pages and self.pages[-1].section.size == section.size:
            return
        self._section_pages = 0
        self.new_page()

    def new_page(self) -> None:
        """Begin another page."""
        section = self._section
        if self._section_pages == 0 and section.first_number is not None:
            number = section.first_number
        else:
            number = self.pages[-1].number + 1 if self.pages else 1
        kind = "default"
        if section.own_first_page and self._section_pages == 0:
            kind = "first"
        elif self._even_pages_differ and number % 2 == 0:
            kind = "even"
        header, footer = self._extents.get(kind, (0.0, 0.0))
        most = section.size[1] * 0.4  # a header may not push the text off the page
        top = max(section.margins[0], min(section.header_distance + header, most) if header else 0.0)
        low = max(section.margins[2], min(section.footer_distance + footer, most) if footer else 0.0)
        ink = Ink(section.size[1], len(self.pages))
        self.pages.append(Sheet(ink, section, number, kind, top, section.size[1] - low))
        self._section_pages += 1
        self.y = top
