from __future__ import annotations

import io

import pikepdf
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from PIL import Image


def opened(printed) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(printed.laid.pdf))


def kinds(element) -> list[str]:
    """The kinds of a structure tree in reading order, with how deep each lies."""
    found: list[str] = []

    def walk(node, depth: int) -> None:
        if isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append("  " * depth + str(node.S)[1:])
            for child in node.get("/K", []):
                walk(child, depth + 1)

    walk(element, 0)
    return found


def picture(mode: str, form: str, colour: tuple[int, ...]) -> io.BytesIO:
    out = io.BytesIO()
    Image.new(mode, (40, 20), colour).save(out, form)
    out.seek(0)
    return out


def test_a_picture_with_transparent_parts_lets_the_paper_through(paper, print_out):
    document = paper()
    document.add_picture(picture("RGBA", "PNG", (255, 0, 0, 0)), width=Cm(4))
    printed = print_out(document)
    assert printed.colour_at(Cm(3.5).pt, Cm(3).pt) == (255, 255, 255)


@pytest.mark.parametrize(("mode", "form"), [("RGB", "PNG"), ("RGB", "JPEG"), ("RGB", "GIF"), ("RGBA", "PNG")])
def test_a_picture_is_printed_in_its_size(paper, print_out, mode, form):
    document = paper()
    document.add_picture(picture(mode, form, (10, 200, 30, 255)[: len(mode)]), width=Cm(4))
    document.add_paragraph("Below")
    printed = print_out(document)
    colour = printed.colour_at(Cm(4.5).pt, Cm(3).pt)
    assert colour == pytest.approx((10, 200, 30), abs=12)
    assert printed.colour_at(Cm(6.8).pt, Cm(3).pt) == (255, 255, 255)
    assert printed.top_of("Below") > Cm(2.5 + 2).pt


def test_a_link_can_be_clicked_and_a_dangerous_one_cannot(paper, print_out):
    document = paper()
    for address in ("https://example.org/papers", "file:///etc/passwd"):
        paragraph = document.add_paragraph("See ")
        link, run = OxmlElement("w:hyperlink"), OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "the papers"
        run.append(text)
        link.append(run)
        link.set(qn("r:id"), document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        paragraph._p.append(link)
    printed = print_out(document)
    assert printed.text.split("\n") == ["See the papers"] * 2
    with opened(printed) as pdf:
        annotations = list(pdf.pages[0].Annots)
        assert [str(a.A.URI) for a in annotations] == ["https://example.org/papers"]
        left, _, right, _ = (float(side) for side in annotations[0].Rect)
    assert left == pytest.approx(printed.left_of("the papers"), abs=1.5)
    assert right > left + 40


def test_the_structure_tells_headings_paragraphs_lists_and_tables(paper, print_out):
    document = paper()
    document.sections[0].header.paragraphs[0].text = "Running title"
    document.add_heading("Title", 0)
    document.add_heading("Opening", 1)
    document.add_paragraph("Text")
    document.add_paragraph("one", style="List Number")
    document.add_paragraph("two", style="List Number")
    table = document.add_table(rows=2, cols=1)
    header = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(header)
    table.cell(0, 0).text, table.cell(1, 0).text = "Head", "Body"
    printed = print_out(document)
    with opened(printed) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        found = kinds(pdf.Root.StructTreeRoot.K[0])
    assert [line.strip() for line in found] == [
        "Document", "H1", "H1", "P", "L", "LI", "LBody", "LI", "LBody", "Table", "TR", "TH", "TR", "TD",
    ]  # fmt: skip


def test_every_piece_of_text_belongs_to_the_structure_or_is_marked_as_decoration(paper, print_out):
    document = paper()
    document.sections[0].footer.paragraphs[0].text = "Footer"
    document.add_paragraph("Text").paragraph_format.page_break_before = False
    table = document.add_table(rows=2, cols=2)
    table.style = "Table Grid"
    table.cell(0, 0).text = "Cell ខ្មែរ السلام"
    printed = print_out(document)
    with opened(printed) as pdf:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
            name = str(operator)
            if name in ("BDC", "BMC"):
                depth += 1
                assert depth == 1 or str(operands[0]) == "/Span"
            elif name == "EMC":
                depth -= 1
            elif name in ("TJ", "Tj", "S", "f", "Do"):
                assert depth > 0
        assert depth == 0


def test_headings_are_in_the_outline_at_their_level(paper, print_out):
    document = paper()
    for text, level in (("Statement", 0), ("Opening", 1), ("Deep", 3), ("Next steps", 1)):
        document.add_heading(text, level)
    with opened(print_out(document)) as pdf, pdf.open_outline() as outline:
        top = outline.root[0]
        assert top.title == "Statement"
        assert [child.title for child in top.children] == ["Opening", "Next steps"]
        assert [child.title for child in top.children[0].children] == ["Deep"]


def test_title_author_and_language_come_from_the_word_file(paper, print_out):
    document = paper()
    properties = document.core_properties
    properties.title, properties.author, properties.language = "Co-Chairs’ Statement", "Secretariat", "en-GB"
    document.add_paragraph("Text")
    with opened(print_out(document)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Co-Chairs’ Statement"
        assert str(pdf.docinfo["/Author"]) == "Secretariat"
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_all_fonts_are_embedded_in_part(paper, print_out):
    document = paper()
    document.add_paragraph("Text សុខ 王 ").add_run("bold").bold = True
    with opened(print_out(document)) as pdf:
        fonts = pdf.pages[0].Resources.Font
        names = sorted(str(font.BaseFont)[8:] for font in fonts.values())
        for font in fonts.values():
            assert len(bytes(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes())) < 400_000
            assert font.Encoding == pikepdf.Name("/Identity-H")
            assert "/ToUnicode" in font
    assert names == ["Carlito", "Carlito-Bold", "NotoSansKhmer-Regular", "NotoSansSC-Regular"]


def test_links_and_pictures_are_elements_of_their_own_with_their_description(paper, print_out):
    document = paper()
    document.add_picture(picture("RGB", "PNG", (1, 2, 3)), width=Cm(4))
    document.inline_shapes[0]._inline.docPr.set("descr", "Emblem of the group")
    paragraph = document.add_paragraph("See ")
    link, run, text = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "the papers"
    run.append(text)
    link.append(run)
    link.set(qn("r:id"), document.part.relate_to("https://example.org", RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.append(link)
    with opened(print_out(document)) as pdf:
        root = pdf.Root.StructTreeRoot
        assert [line.strip() for line in kinds(root.K[0])] == ["Document", "P", "Figure", "P", "Link"]
        figure, linked = root.K[0].K[0].K[1], root.K[0].K[1].K[1]
        assert str(figure.Alt) == "Emblem of the group"
        assert linked.K[-1].Obj.StructParent == 1
        assert root.ParentTree.Nums[3].objgen == linked.objgen
