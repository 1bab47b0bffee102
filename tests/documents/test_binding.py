"""Several documents bound into one PDF."""

from __future__ import annotations

import io

import docx
import pikepdf
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from bali_desk.documents.binding import bound
from bali_desk.documents.layout import lay_out
from bali_desk.documents.shelf import make_word


def with_a_link(text):
    """A PDF of two pages whose second has a link and a list."""
    document = docx.Document()
    document.add_heading(text, 1)
    document.add_page_break()
    document.add_paragraph("Point", style="List Number")
    relation = document.part.relate_to("https://example.org/papers", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"><w:r><w:t>the papers</w:t></w:r></w:hyperlink>'
    document.add_paragraph("See ")._p.append(parse_xml(link))
    out = io.BytesIO()
    document.save(out)
    return lay_out(out.getvalue()).pdf


@pytest.fixture
def whole(sample):
    participants = lay_out(make_word("participants", sample)).pdf
    documents = [("First", with_a_link("One")), ("Participants", participants), ("Last", with_a_link("Two"))]
    with pikepdf.open(io.BytesIO(bound(documents, "The set"))) as pdf:
        yield pdf


def by_number(pdf):
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}


def pieces(element):
    """The pages and numbers of the marked contents of an element: by the number alone those on its own page."""
    for piece in element.K:
        if isinstance(piece, int):
            yield element.Pg.objgen, piece
        elif "/MCID" in piece:
            yield piece.Pg.objgen, int(piece.MCID)


def marks(page):
    """The numbers of the marked contents of a page."""
    found = []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]:
            found.append(int(operands[1].MCID))
    return found


def test_the_structure_of_each_document_is_a_part_of_the_whole_under_its_title(whole):
    (document,) = whole.Root.StructTreeRoot.K
    assert str(document.S) == "/Document"
    assert [(str(part.S), str(part.T), str(part.Lang)) for part in document.K] == [
        ("/Part", "First", "en-US"),
        ("/Part", "Participants", "en-GB"),
        ("/Part", "Last", "en-US"),
    ]
    assert [[str(one.S)[1:] for one in part.K] for part in (document.K[0], document.K[2])] == [["H1", "L", "P"]] * 2
    assert bool(whole.Root.MarkInfo.Marked)


def test_every_piece_of_every_page_leads_to_an_element_that_leads_back_to_it(whole):
    numbers, seen = by_number(whole), set()
    for page in whole.pages:
        elements = numbers[int(page.obj.StructParents)]
        seen.add(int(page.obj.StructParents))
        assert marks(page)
        for mark in marks(page):
            assert (page.obj.objgen, mark) in list(pieces(elements[mark]))
    assert len(seen) == len(whole.pages)


def test_a_link_of_each_document_is_told_its_own_element(whole):
    numbers, links = by_number(whole), []
    for page in whole.pages:
        for annotation in page.obj.get("/Annots", ()):
            element = numbers[int(annotation.StructParent)]
            assert str(element.S) == "/Link"
            (piece,) = (one for one in element.K if not isinstance(one, int) and "/Obj" in one)
            assert piece.Obj.objgen == annotation.objgen
            links.append(element.objgen)
    assert len(set(links)) == 2
    assert int(whole.Root.StructTreeRoot.ParentTreeNextKey) == max(numbers) + 1
