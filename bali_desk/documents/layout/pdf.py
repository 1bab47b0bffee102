"""From a Word file to a PDF, the same on every computer."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bali_desk.documents.layout.model import WordDocument, holds_field
from bali_desk.documents.layout.notes import Notes
from bali_desk.documents.layout.reading.reader import read_document
from bali_desk.documents.layout.setting.atoms import Typesetter
from bali_desk.documents.layout.setting.flow import Flow
from bali_desk.documents.layout.typefaces import Typefaces
from bali_desk.documents.layout.writing.writer import PdfWriter
from bali_desk.domain.errors import DeskError

_STEPS = 3
UNFORESEEN = "“{name}” cannot be printed as it is: open it in Word, save it again as .docx and try once more."


@dataclass(frozen=True)
class LaidOut:
    """A Word file laid out: the PDF, how many pages it has, and what could not be shown as Word shows it."""

    pdf: bytes
    pages: int
    notes: list[str]


def lay_out(source: Path | bytes, *, progress: Callable[[int, int], None] | None = None) -> LaidOut:
    """Return a Word file as PDF; a file that is no Word file, or is damaged, raises DeskError."""
    with _in_words(source), _undisturbed():
        return _laid_out(source, progress or (lambda done, steps: None))


def page_count(source: bytes) -> int:
    """How many pages a Word file takes; a third of the work of its PDF. Raises DeskError as `lay_out` does."""
    with _in_words(source), _undisturbed():
        notes = Notes()
        document = read_document(source, notes)
        return len(_flowed(document, Typesetter(Typefaces(notes), document.default_tab)).sheets.pages)


@contextmanager
def _in_words(source: Path | bytes) -> Iterator[None]:
    """Tell an officer in one sentence what stops the print, even where the program did not foresee it."""
    name = source.name if isinstance(source, Path) else "the document"
    try:
        yield
    except DeskError:
        raise
    except RecursionError:
        raise DeskError(f"“{name}” cannot be printed: its tables lie too deep inside one another.") from None
    except Exception as fault:
        raise DeskError(UNFORESEEN.format(name=name)) from fault


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let nobody look for rubbish meanwhile.

    Laying out makes hundreds of thousands of objects that all stay until the end and hardly any that go round in
    circles: searching them again and again, as Python does after so many new ones, takes a fifth of the whole time.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _laid_out(source: Path | bytes, tell: Callable[[int, int], None]) -> LaidOut:
    notes = Notes()
    document = read_document(source, notes)
    tell(1, _STEPS)
    typefaces = Typefaces(notes)
    setter = Typesetter(typefaces, document.default_tab)
    flow = _flowed(document, setter)
    tell(2, _STEPS)
    pdf = PdfWriter(document, typefaces, notes).write(flow)
    tell(_STEPS, _STEPS)
    return LaidOut(pdf, len(flow.sheets.pages), notes.listed())


def _flowed(document: WordDocument, setter: Typesetter) -> Flow:
    """Set the document; again when its body or the height of a header tells the number of pages."""
    flow = Flow(document, setter, 1)
    flow.set_body()
    pages = len(flow.sheets.pages)
    if pages > 1 and any(holds_field(block, "NUMPAGES") for section in document.sections for block in section.blocks):
        flow = Flow(document, setter, pages)
        flow.set_body()
    flow.set_margins()
    return flow
