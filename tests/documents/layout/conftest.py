"""Small Word files made on the spot, laid out for real, and looked at through a PDF reader."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

sys.path.insert(0, str(Path(__file__).parent))  # for the collection of Word files

from bali_desk.documents.layout import LaidOut, lay_out


@dataclass
class Printed:
    """A document as a reader of the PDF sees it."""

    laid: LaidOut
    pages: list[str]

    @property
    def text(self) -> str:
        return "\n".join(self.pages)

    @property
    def words(self) -> list[str]:
        return self.text.split()

    def boxes(self, page: int = 0) -> list[tuple[str, float, float, float, float]]:
        """Every character of a page with left, bottom, right, top."""
        with pypdfium2.PdfDocument(self.laid.pdf) as pdf:
            text = pdf[page].get_textpage()
            return [(text.get_text_range(i, 1), *text.get_charbox(i)) for i in range(text.count_chars())]

    def left_of(self, wanted: str, page: int = 0) -> float:
        """The left edge of the first place where a text stands."""
        with pypdfium2.PdfDocument(self.laid.pdf) as pdf:
            text = pdf[page].get_textpage()
            found = text.search(wanted).get_next()
            assert found, f"{wanted} is not on page {page + 1}"
            return float(text.get_charbox(found[0])[0])

    def top_of(self, wanted: str, page: int = 0) -> float:
        """How far below the upper edge of the page a text stands (its top)."""
        with pypdfium2.PdfDocument(self.laid.pdf) as pdf:
            sheet = pdf[page]
            text = sheet.get_textpage()
            found = text.search(wanted).get_next()
            assert found, f"{wanted} is not on page {page + 1}"
            return float(sheet.get_height() - text.get_charbox(found[0])[3])

    def colour_at(self, x: float, y: float, page: int = 0) -> tuple[int, ...]:
        """The colour of a point given from the upper left corner, in points."""
        with pypdfium2.PdfDocument(self.laid.pdf) as pdf:
            picture = pdf[page].render(scale=2).to_pil()
            return tuple(picture.convert("RGB").getpixel((round(x * 2), round(y * 2))))


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def paper() -> Callable[[], Any]:
    """An empty A4 document in 11 point Calibri without space between paragraphs."""

    def make() -> Any:
        document = docx.Document()
        normal = document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(11)
        normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(0), 1.0
        section = document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
        return document

    return make


@pytest.fixture
def print_out() -> Callable[[Any], Printed]:
    """Lays a document out and reads the PDF back."""

    def make(document: Any) -> Printed:
        laid = lay_out(document if isinstance(document, bytes) else saved(document))
        with pypdfium2.PdfDocument(laid.pdf) as pdf:
            pages = [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in pdf]
        return Printed(laid, pages)

    return make


@pytest.fixture
def as_bytes() -> Callable[[Any], bytes]:
    return saved


@pytest.fixture
def put_field() -> Callable[..., None]:
    """Adds a field to a paragraph, the way Word writes them (several runs) or in one element."""

    def put(paragraph: Any, code: str, simple: bool = False) -> None:
        if simple:
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), f" {code} ")
            paragraph._p.append(field)
            return
        for kind in ("begin", code, "separate", None, "end"):
            run = paragraph.add_run()
            if kind is None:
                run.text = "99"
            elif kind == code:
                instruction = OxmlElement("w:instrText")
                instruction.text = f" {code} "
                run._r.append(instruction)
            else:
                mark = OxmlElement("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
                run._r.append(mark)

    return put


@pytest.fixture
def on_row() -> Callable[..., None]:
    """Sets a switch of a table row, such as cantSplit or tblHeader."""

    def put(row: Any, name: str) -> None:
        row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))

    return put
