"""Content streams: text, rules, areas and pictures of one page, with the marks that tag them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from bali_desk.documents.layout.model import Border, Section
from bali_desk.documents.layout.setting.lines import Line
from bali_desk.documents.layout.writing.operators import Operation, figure, ink_colour
from bali_desk.documents.layout.writing.text_painter import TextPainter, stretch_of

_DASHES = {
    "dotted": (1, 2),
    "dashed": (4, 3),
    "dashSmallGap": (4, 2),
    "dotDash": (4, 2, 1, 2),
    "dotDotDash": (4, 2, 1, 2, 1, 2),
}

_CHANGE_BAR = Border(0.75, "808080")


@dataclass(slots=True)
class Link:
    """An address behind a rectangle of the page (left, bottom, right, top)."""

    address: str
    box: tuple[float, float, float, float]


@dataclass(eq=False, slots=True)
class Node:
    """An element of the document's structure; its children are elements or (page, mark) pairs."""

    kind: str
    children: list[Node | tuple[int, int]] = field(default_factory=list)
    alternative: str = ""
    spans: tuple[int, int] = (1, 1)  # columns and rows of a table cell
    annotation: tuple[int, int] | None = None  # page and place among its links

    def add(self, kind: str) -> Node:
        """Add and return a child element."""
        node = Node(kind)
        self.children.append(node)
        return node


class Ink:
    """What is drawn on one page. Heights are given from the top, as one reads."""

    def __init__(self, height: float, page: int, section: Section) -> None:
        self.operations: list[Operation] = []
        self.links: list[Link] = []
        self._changed: list[tuple[float, float]] = []  # upper and lower edge of lines with tracked changes
        self.marks = 0
        self.page = page
        self.section = section
        self._height = height
        self._silent = False
        self._matrix: tuple[int, float, float] | None = None  # of turned text: sense, and where its corner is
        self._elements: list[Node] = []  # the element being drawn, inside those around it

    # ---- tags
    def begin(self, node: Node | None) -> None:
        """Begin content that belongs to an element; to none when it is decoration."""
        if self._silent:
            return
        if node is None:
            self.operations.append("/Artifact BMC")
            return
        self._elements.append(node)
        self._mark(node)

    def _mark(self, node: Node) -> None:
        node.children.append((self.page, self.marks))
        self.operations.append(f"/{node.kind} <</MCID {self.marks}>> BDC")
        self.marks += 1

    def end(self) -> None:
        """End the content begun last."""
        if not self._silent:
            self.operations.append("EMC")
            self._elements.clear()

    def enter(self, kind: str, alternative: str = "") -> Node | None:
        """Begin an element inside the one being drawn, such as a link in a paragraph."""
        if self._silent or not self._elements:
            return None
        self.operations.append("EMC")
        node = self._elements[-1].add(kind)
        node.alternative = alternative
        self._elements.append(node)
        self._mark(node)
        return node

    def leave(self) -> None:
        """Go back to the element around the one entered last."""
        if self._silent or len(self._elements) < 2:
            return
        self.operations.append("EMC")
        self._elements.pop()
        self._mark(self._elements[-1])

    def link(self, address: str, box: tuple[float, float, float, float], node: Node | None) -> None:
        """Let a rectangle of the page lead to an address."""
        if self._matrix is not None:
            sense, across, along = self._matrix
            corners = [(across - sense * v, along + sense * u) for u, v in (box[:2], box[2:])]
            (x1, x2), (y1, y2) = (sorted(side) for side in zip(*corners, strict=True))
            box = (x1, y1, x2, y2)
        if node is not None:
            node.annotation = (self.page, len(self.links))
        self.links.append(Link(address, box))

    @contextmanager
    def repeated(self, kind: str = "Pagination") -> Iterator[None]:
        """Draw what only repeats on each page, such as headers: nothing in it is tagged on its own."""
        self.operations.append(f"/Artifact <</Type /{kind}>> BDC")
        self._silent = True
        yield
        self._silent = False
        self.operations.append("EMC")

    @contextmanager
    def turned(self, turn: str, x: float, y: float) -> Iterator[None]:
        """Draw what comes next in lines that run "up" or "down" the page; their beginning, 0, 0, lies at this point."""
        sense = 1 if turn == "up" else -1
        before, self._matrix = self._matrix, (sense, x + sense * self._height, self._height - y)
        _, across, along = self._matrix
        self.operations.append(f"q 0 {sense} {-sense} 0 {figure(across)} {figure(along)} cm")
        yield
        self.operations.append("Q")
        self._matrix = before

    @contextmanager
    def before_all(self) -> Iterator[None]:
        """Put what is drawn now before everything else on the page, where a reader comes upon it first."""
        drawn, self.operations = self.operations, []
        yield
        self.operations += drawn

    # ---- lines and areas
    def area(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        place = " ".join(map(figure, (x, self._height - y - height, width, height)))
        self.operations.append(f"{ink_colour(colour)} rg {place} re f")

    def rules(self, border: Border, segments: Sequence[tuple[float, float, float, float]]) -> None:
        """Draw straight lines of one kind as one path."""
        double = border.style in ("double", "triple")
        width = border.width
        dash = " ".join(figure(part * max(width, 0.5)) for part in _DASHES.get(border.style, ()))
        path: list[str] = []
        for x1, y1, x2, y2 in segments:
            for offset in (-width, width) if double else (0.0,):
                across = offset if y1 == y2 else 0.0
                along = offset if x1 == x2 else 0.0
                start, stop = (x1 + along, self._height - y1 + across), (x2 + along, self._height - y2 + across)
                path.append(" ".join(map(figure, start)) + " m " + " ".join(map(figure, stop)) + " l")
        self.operations.append(
            f"q {ink_colour(border.colour)} RG {figure(width)} w [{dash}] 0 d 2 J {' '.join(path)} S Q"
        )

    def change_bars(self, x: float) -> None:
        """Draw a bar beside each line that holds a tracked change."""
        if self._changed:
            self.begin(None)
            self.rules(_CHANGE_BAR, [(x, top, x, bottom) for top, bottom in self._changed])
            self.end()

    # ---- text
    def line(self, line: Line, x: float, y: float) -> None:
        """Set one line; `y` is its upper edge."""
        if line.changed and self._matrix is None:
            self._changed.append((y, y + line.height))
        baseline = self._height - y - line.ascent
        self._behind(line, x + line.x, y)
        TextPainter(self, line, x + line.x, baseline).paint()

    def _behind(self, line: Line, x: float, y: float) -> None:
        """Draw what lies under the letters."""
        if not any([atom.look.highlight or atom.look.frame for atom in line.atoms]):
            return
        above = max((atom.ascent for atom in line.atoms if atom.shaped), default=0.0)
        below = max((atom.descent for atom in line.atoms if atom.shaped), default=0.0)
        top = y + line.ascent - above
        for index, atom in enumerate(line.atoms):
            width = atom.width + stretch_of(line, index, atom)
            if atom.look.highlight and atom.width:
                self.area(x, top, width, above + below, atom.look.highlight)
            frame = atom.look.frame
            if frame is not None and atom.width:
                before = line.atoms[index - 1].look.frame if index else None
                after = line.atoms[index + 1].look.frame if index + 1 < len(line.atoms) else None
                right, low = x + width, top + above + below
                sides = [(x, top, right, top), (x, low, right, low)]
                sides += [(x, top, x, low)] if before != frame else []
                sides += [(right, top, right, low)] if after != frame else []
                self.rules(frame, sides)
            x += width
