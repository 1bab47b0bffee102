"""Text that runs up or down a table cell, as name plates need it."""

from __future__ import annotations

import pypdfium2
import pytest
from docx.enum.table import WD_ALIGN_VERTICAL as UPRIGHT
from docx.enum.table import WD_ROW_HEIGHT_RULE as RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

MARGIN, HEIGHT, PAD = Cm(2.5).pt, Cm(8).pt, 5.4


@pytest.fixture
def turned(paper):
    """A document with a table of one row, each cell with its direction and text."""

    def make(*cells, height=HEIGHT):
        document = paper()
        table = document.add_table(rows=1, cols=len(cells))
        table.style = "Table Grid"
        if height:
            table.rows[0].height, table.rows[0].height_rule = Pt(height), RULE.EXACTLY
        for cell, (direction, text) in zip(table.rows[0].cells, cells, strict=True):
            cell.text = text
            cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:textDirection {nsdecls("w")} w:val="{direction}"/>'))
        return document, table

    return make


def letters(printed, text):
    """Left, top, right and bottom of each letter of a text, from the upper left corner of the page."""
    boxes = printed.boxes()
    begin = "".join(box[0] for box in boxes).index(text)
    return [(x1, 841.9 - y2, x2, 841.9 - y1) for _, x1, y1, x2, y2 in boxes[begin : begin + len(text)]]


@pytest.mark.parametrize("direction", ["btLr", "lr"])
def test_text_runs_up_from_the_foot_of_its_cell(turned, print_out, direction):
    document, _ = turned((direction, "upward"))
    found = letters(print_out(document), "upward")
    assert found[0][3] == pytest.approx(MARGIN + HEIGHT, abs=2)
    assert [top for _, top, _, _ in found] == sorted((top for _, top, _, _ in found), reverse=True)
    assert found[0][0] > MARGIN


@pytest.mark.parametrize("direction", ["tbRl", "rl", "tbRlV"])
def test_text_runs_down_from_the_head_of_its_cell_at_its_right_side(turned, print_out, direction):
    document, _ = turned((direction, "downward"), ("btLr", "up"))
    found = letters(print_out(document), "downward")
    assert found[0][1] == pytest.approx(MARGIN, abs=2)
    assert [top for _, top, _, _ in found] == sorted(top for _, top, _, _ in found)
    assert found[0][2] == pytest.approx(MARGIN + Cm(8).pt - 2 * PAD - 3, abs=2)


def test_the_tops_of_letters_that_run_down_look_right_and_of_those_that_run_up_left(turned, print_out):
    document, _ = turned(("tbRl", "pb"), ("btLr", "pb"))
    printed = print_out(document)
    boxes = [box for box in printed.boxes() if box[0] in "pb"]
    (p_down, b_down), (p_up, b_up) = boxes[:2], boxes[2:]
    assert b_down[3] > p_down[3], "the stem of b reaches further to the right"
    assert b_up[1] < p_up[1], "the stem of b reaches further to the left"


def test_lines_are_as_long_as_the_row_is_high_and_stand_side_by_side(turned, print_out):
    words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    document, _ = turned(("btLr", words))
    printed = print_out(document)
    assert printed.text.split() == words.split()
    (one, *_), (last, *_) = letters(printed, "one"), letters(printed, "fifteen")
    assert last[0] > one[0] + 10
    assert min(top for _, top, _, _ in letters(printed, "ten")) >= MARGIN


@pytest.mark.parametrize(
    ("direction", "place", "left"),
    [
        ("btLr", UPRIGHT.TOP, MARGIN + PAD),
        ("btLr", UPRIGHT.BOTTOM, MARGIN + Cm(16).pt - PAD - 13.4),
        ("tbRl", UPRIGHT.TOP, MARGIN + Cm(16).pt - PAD - 13.4),
        ("tbRl", UPRIGHT.CENTER, MARGIN + Cm(8).pt - 6.7),
    ],
)
def test_lines_stand_at_the_side_or_in_the_middle_of_the_cell(turned, print_out, direction, place, left):
    document, table = turned((direction, "HERE"))
    table.cell(0, 0).vertical_alignment = place
    found = letters(print_out(document), "HERE")
    assert found[0][0] == pytest.approx(left, abs=4)


@pytest.mark.parametrize("direction", ["btLr", "tbRl"])
def test_a_centred_line_stands_in_the_middle_of_the_height(turned, print_out, direction):
    document, table = turned((direction, "middle"))
    table.cell(0, 0).paragraphs[0].alignment = ALIGN.CENTER
    found = letters(print_out(document), "middle")
    middle = (min(one[1] for one in found) + max(one[3] for one in found)) / 2
    assert middle == pytest.approx(MARGIN + HEIGHT / 2, abs=2)


def test_a_row_without_a_height_is_as_high_as_its_turned_line(turned, print_out):
    document, _ = turned(("btLr", "a heading of a column"), ("lrTb", "x"), height=None)
    document.add_paragraph("below")
    printed = print_out(document)
    found = letters(printed, "a heading of a column")
    assert printed.top_of("below") == pytest.approx(max(one[3] for one in found), abs=6)
    assert found[0][3] - found[-1][1] > 90


def test_turned_text_is_read_and_tagged_and_its_links_lie_where_it_stands(turned, print_out):
    document, table = turned(("tbRl", ""), ("lrTb", "upright"))
    paragraph = table.cell(0, 0).paragraphs[0]
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), document.part.relate_to("https://example.org", RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(paragraph.add_run("address")._r)
    paragraph._p.append(link)
    printed = print_out(document)
    assert printed.laid.notes == []
    found = letters(printed, "address")
    with pypdfium2.PdfDocument(printed.laid.pdf) as pdf:
        text = pdf[0].get_textpage()
        links = pypdfium2.raw.FPDFLink_GetLinkAtPoint(
            pdf[0], (found[3][0] + found[3][2]) / 2, 841.9 - (found[3][1] + found[3][3]) / 2
        )
        assert links
        assert "upright" in text.get_text_bounded()


def test_a_direction_no_page_here_can_take_is_told(turned, print_out):
    document, _ = turned(("tbLrV", "mongol"))
    printed = print_out(document)
    assert printed.laid.notes == ["text in columns from left to right (printed upright)"]
    assert "mongol" in printed.text
