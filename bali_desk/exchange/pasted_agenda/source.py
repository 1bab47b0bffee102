"""The lines of a copied text, as both of its forms (HTML and plain) give them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Part:
    """A paragraph: its words, and what its program said of its place in a list."""

    text: str
    marker: str = ""  # what the program itself put before it: "1.", "(a)", "•"
    level: int | None = None  # in a list or by its heading; 0 is the uppermost
    indent: int = 0  # steps to the right, where nothing else tells the level


@dataclass
class SourceLine:
    """A paragraph, or a row of a table with its cells, each of one or more paragraphs."""

    part: Part | None = None
    cells: list[list[Part]] = field(default_factory=list)
