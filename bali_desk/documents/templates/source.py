"""What a compiled part is: its source, the place of each line, and what its call-backs refer to by number."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element

from bali_desk.documents.templates.faults import Place, TemplateFault


@dataclass(frozen=True)
class Words:
    """Text that stands in the template, in the face of its run."""

    run: _Element
    text: str


@dataclass(frozen=True)
class Slot:
    """Where a value goes, in the face of the run its tag begins in."""

    run: _Element
    place: Place


@dataclass(frozen=True)
class Object:
    """A tab, picture or field inside a run."""

    run: _Element
    element: _Element


@dataclass
class Compiled:
    """The source of one part, the place of each of its lines and what its call-backs refer to by number."""

    lines: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    store: list[_Element | Words | Slot | Object] = field(default_factory=list)
    loops: dict[int, int] = field(default_factory=dict)  # paragraph -> line of its innermost loop
    faults: list[TemplateFault] = field(default_factory=list)

    @property
    def source(self) -> str:
        """The whole source."""
        return "\n".join(self.lines)
