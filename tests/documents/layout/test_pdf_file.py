"""The file itself: whole and well formed whatever is in it, and saying of itself what the Word file says."""

from __future__ import annotations

import gc
import io
import subprocess
import sys

import pikepdf
import pytest
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from PIL import Image

from bali_desk.documents.layout import lay_out
from bali_desk.domain.errors import DeskError


def opened(printed) -> pikepdf.Pdf:
    pdf = pikepdf.open(io.BytesIO(printed.laid.pdf))
    assert pdf.check_pdf_syntax() == []
    return pdf


def picture(image: Image.Image, form: str, **more) -> io.BytesIO:
    out = io.BytesIO()
    image.save(out, form, **more)
    out.seek(0)
    return out


def palette_with_a_hole() -> io.BytesIO:
    image = Image.new("P", (40, 20), 0)
    image.putpalette([255, 0, 0, 0, 0, 255])
    return picture(image, "PNG", transparency=0)


PICTURES = {
    "black and white": (lambda: picture(Image.new("1", (40, 20), 0), "PNG"), (0, 0, 0)),
    "grey": (lambda: picture(Image.new("L", (40, 20), 120), "PNG"), (120, 120, 120)),
    "a grey photograph": (lambda: picture(Image.new("L", (40, 20), 120), "JPEG"), (120, 120, 120)),
    "one made for print": (lambda: picture(Image.new("CMYK", (40, 20), (0, 255, 255, 0)), "TIFF"), (238, 29, 35)),
    "grey that lets half through": (lambda: picture(Image.new("LA", (40, 20), (0, 128)), "PNG"), (127, 127, 127)),
    "a palette with a hole": (palette_with_a_hole, (255, 255, 255)),
}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_of_any_kind_has_its_colour(paper, print_out, kind):
    made, colour = PICTURES[kind]
    document = paper()
    document.add_picture(made(), width=Cm(4))
    printed = print_out(document)
    opened(printed).close()
    assert printed.colour_at(Cm(4.5).pt, Cm(3).pt) == pytest.approx(colour, abs=12)


def test_a_picture_shown_on_every_page_is_kept_once(paper, print_out):
    document = paper()
    emblem = picture(Image.effect_noise((200, 200), 90), "PNG")
    document.sections[0].header.paragraphs[0].add_run().add_picture(emblem, width=Cm(2))
    for _ in range(3):
        document.add_paragraph("Text").add_run().add_break(WD_BREAK.PAGE)
    with opened(print_out(document)) as pdf:
        shown = {image.objgen for page in pdf.pages for image in page.Resources.XObject.values()}
        assert len(pdf.pages) == 4
    assert len(shown) == 1


@pytest.mark.parametrize(
    "title",
    ["Plain", "Brackets (one) and \\ another (", "Co-Chairs’ Statement", "សុខ 王小明 السيد", "A < B & C > D", "𝛼 🕊"],
)
def test_a_title_of_any_signs_is_told_as_it_is(paper, print_out, title):
    document = paper()
    document.core_properties.title = document.core_properties.subject = title
    document.core_properties.author = ""
    document.add_heading(title, 1)
    with opened(print_out(document)) as pdf, pdf.open_metadata() as told, pdf.open_outline() as outline:
        assert str(pdf.docinfo["/Title"]) == str(pdf.docinfo["/Subject"]) == title
        assert told["dc:title"] == told["dc:description"] == title
        assert told["dc:language"] == {"en-US"}
        assert "dc:creator" not in told
        assert [entry.title for entry in outline.root] == [title]


def test_an_address_in_any_script_can_be_followed(paper, print_out):
    document = paper()
    paragraph = document.add_paragraph()
    link, run, text = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "there"
    run.append(text)
    link.append(run)
    address = "https://example.org/(ខ្មែរ)?q=1"
    link.set(qn("r:id"), document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.append(link)
    with opened(print_out(document)) as pdf:
        annotation = pdf.pages[0].Annots[0]
        assert str(annotation.A.URI) == "https://example.org/(%E1%9E%81%E1%9F%92%E1%9E%98%E1%9F%82%E1%9E%9A)?q=1"
        assert str(annotation.Contents) == address


def test_every_marked_text_of_a_long_document_leads_to_its_element_and_back(paper, print_out):
    document = paper()
    table = document.add_table(rows=300, cols=2)
    for number, row in enumerate(table.rows):
        row.cells[0].text, row.cells[1].text = str(number), "Word " * 5
    document.add_paragraph("sentence without end " * 600)
    with opened(print_out(document)) as pdf:
        tree = pdf.Root.StructTreeRoot
        nums = list(tree.ParentTree.Nums)
        parents = dict(zip(map(int, nums[::2]), nums[1::2], strict=True))
        pages = {page.obj.objgen: page for page in pdf.pages}
        marks = rows = 0
        split = set()
        waiting = [tree.K[0]]
        while waiting:
            element = waiting.pop()
            rows += element.S == "/TR"
            places = set()
            for child in element.get("/K", []):
                if isinstance(child, pikepdf.Dictionary) and "/S" in child:
                    assert child.P.objgen == element.objgen
                    waiting.append(child)
                    continue
                alone = isinstance(child, int)
                shown, mark = (element.Pg, child) if alone else (child.Pg, int(child.MCID))
                found = parents[int(pages[shown.objgen].StructParents)][mark]
                assert found.objgen == element.objgen
                marks += 1
                places.add(shown.objgen)
            split |= {element.objgen} if len(places) > 1 else set()
        assert rows == 300
        assert marks == sum(len(parents[int(page.StructParents)]) for page in pdf.pages) > 600
        assert len(split) == 1, "the long paragraph stands on several pages and is one element"


def test_a_file_is_named_by_its_contents(paper, print_out):
    names = []
    for text in ("Text", "Text", "Other text"):
        document = paper()
        document.add_paragraph(text)
        with opened(print_out(document)) as pdf:
            names.append(bytes(pdf.trailer.ID[0]))
    assert names[0] == names[1] != names[2]


def test_the_search_for_rubbish_goes_on_after_a_document_even_a_damaged_one(paper, as_bytes):
    assert gc.isenabled()
    lay_out(as_bytes(paper()))
    assert gc.isenabled()
    with pytest.raises(DeskError):
        lay_out(b"no Word file")
    assert gc.isenabled()


def test_cells_that_say_the_same_look_as_their_own_place_has_it(paper, print_out):
    document = paper()
    for style in ("Light Grid Accent 1", "Table Grid"):
        table = document.add_table(rows=3, cols=2)
        table.style = style
        for row in table.rows:
            for cell in row.cells:
                cell.text = "Same"
    printed = print_out(document)
    with opened(printed) as pdf:
        shown = pdf.pages[0].Contents.read_bytes()
        bold = next(key for key, font in pdf.pages[0].Resources.Font.items() if str(font.BaseFont).endswith("Bold"))
    bold_cells = shown.count(f"{bold} 11 Tf".encode())
    assert bold_cells == 4, "head and first column of the first table; nothing of the second"


def test_laying_a_document_out_loads_no_library_it_does_not_need(paper, as_bytes, tmp_path):
    document = paper()
    document.add_heading("Statement", 0)
    document.add_table(rows=2, cols=2).cell(0, 0).text = "Cell"
    file = tmp_path / "statement.docx"
    file.write_bytes(as_bytes(document))
    program = (
        "import sys\nfrom bali_desk.__main__ import main\n"
        "assert main(sys.argv[1:]) == 0\nprint(*{name.split('.')[0] for name in sys.modules})\n"
    )
    target = tmp_path / "statement.pdf"
    command = [sys.executable, "-c", program, "pdf", str(file), str(target)]
    loaded = set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
    assert target.read_bytes().startswith(b"%PDF-1.7")
    assert not loaded & {"PySide6", "docx", "icu4py", "jinja2", "pikepdf", "pydantic", "sqlmodel"}
