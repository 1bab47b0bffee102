from __future__ import annotations

import pypdfium2
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.shared import Cm, Pt


def attendance(paper, on_row, rows: int = 60):
    document = paper()
    table = document.add_table(rows=1, cols=3)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ("Number", "Name", "Signature"), strict=True):
        cell.text = text
    on_row(table.rows[0], "tblHeader")
    for number in range(1, rows + 1):
        row = table.add_row()
        on_row(row, "cantSplit")
        row.cells[0].text = f"#{number}#"
        row.cells[1].text = f"Name {number}\nSecond line {number}"
    return document


def test_the_header_row_is_repeated_on_each_page(paper, on_row, print_out):
    printed = print_out(attendance(paper, on_row))
    assert printed.laid.pages > 2
    for page in printed.pages:
        assert page.split()[:3] == ["Number", "Name", "Signature"]
    assert printed.text.count("Signature") == printed.laid.pages


def test_no_row_that_must_stay_whole_is_split(paper, on_row, print_out):
    printed = print_out(attendance(paper, on_row))
    for number in range(1, 61):
        home = [page for page in printed.pages if f"#{number}#" in page]
        assert len(home) == 1
        assert f"Second line {number}\n" in home[0] + "\n"


def test_a_row_that_may_split_fills_the_page_and_loses_nothing(paper, print_out):
    document = paper()
    table = document.add_table(rows=0, cols=2)
    for number in range(12):
        cells = table.add_row().cells
        cells[0].text = f"R{number}"
        cells[1].text = "\n".join(f"r{number}l{line}" for line in range(11))
    printed = print_out(document)
    assert printed.laid.pages == 3
    wanted = {f"r{number}l{line}" for number in range(12) for line in range(11)} | {f"R{n}" for n in range(12)}
    assert sorted(printed.words) == sorted(wanted)
    split = [n for n in range(12) if sum(f"r{n}l" in page for page in printed.pages) == 2]
    assert split


@pytest.mark.parametrize("whole", [False, True])
def test_a_row_higher_than_a_page_is_printed_completely(paper, on_row, print_out, whole):
    document = paper()
    table = document.add_table(rows=1, cols=2)
    if whole:
        on_row(table.rows[0], "cantSplit")
    table.cell(0, 0).text = "left"
    table.cell(0, 1).text = "\n".join(f"line{n}" for n in range(130))
    printed = print_out(document)
    assert printed.words == ["left", *(f"line{n}" for n in range(130))]
    assert printed.laid.pages == 3


def test_page_x_of_y_is_right_on_every_page(paper, put_field, print_out):
    document = paper()
    footer = document.sections[0].footer.paragraphs[0]
    footer.add_run("Page ")
    put_field(footer, "PAGE")
    footer.add_run(" of ")
    put_field(footer, "NUMPAGES", simple=True)
    for number in range(5):
        document.add_paragraph(f"Body {number}").paragraph_format.page_break_before = number > 0
    printed = print_out(document)
    assert [page.split("\n")[-1] for page in printed.pages] == [f"Page {n} of 5" for n in range(1, 6)]
    assert [page.split("\n")[0] for page in printed.pages] == [f"Body {n}" for n in range(5)]


def test_the_number_of_pages_in_the_text_is_the_real_one(paper, put_field, print_out):
    document = paper()
    put_field(document.add_paragraph("Pages: "), "NUMPAGES")
    document.add_paragraph("more").paragraph_format.page_break_before = True
    assert print_out(document).pages[0] == "Pages: 2"


def test_the_first_page_has_its_own_header(paper, print_out):
    document = paper()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Letterhead"
    section.header.paragraphs[0].text = "Running title"
    document.add_paragraph("One").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Two")
    printed = print_out(document)
    assert [page.split("\n")[0] for page in printed.pages] == ["Letterhead", "Running title"]


def test_a_tall_header_pushes_the_text_down(paper, print_out):
    document = paper()
    document.sections[0].header.paragraphs[0].text = "\n".join(["head"] * 12)
    document.add_paragraph("Body")
    assert print_out(document).top_of("Body") > 12 * 13


def test_each_section_has_its_own_paper(paper, print_out):
    document = paper()
    document.add_paragraph("Upright")
    section = document.add_section()
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    document.add_paragraph("Lying")
    printed = print_out(document)
    with pypdfium2.PdfDocument(printed.laid.pdf) as pdf:
        sizes = [tuple(round(side) for side in page.get_size()) for page in pdf]
    assert sizes == [(595, 842), (842, 595)]
    assert printed.pages == ["Upright", "Lying"]


def test_a_heading_stays_with_the_text_it_heads(paper, print_out):
    for filling in range(44, 54):
        document = paper()
        for _ in range(filling):
            document.add_paragraph("filling")
        document.add_heading("Heading", 1)
        document.add_paragraph("Text of the section")
        printed = print_out(document)
        page = next(page for page in printed.pages if "Heading" in page)
        assert "Text of the section" in page


def test_no_line_of_a_paragraph_stands_alone(paper, print_out):
    for filling in range(46, 54):
        document = paper()
        for _ in range(filling):
            document.add_paragraph("filling")
        document.add_paragraph("\n".join(f"line{n}" for n in range(5)))
        for page in print_out(document).pages:
            assert page.count("line") != 1


def test_the_space_above_is_dropped_at_the_top_of_a_following_page(paper, print_out):
    document = paper()
    for _ in range(200):
        document.add_paragraph("x").paragraph_format.space_before = Pt(7)
    tops = [print_out(document).top_of("x", page) for page in (1, 2)]
    assert tops[0] == pytest.approx(tops[1], abs=0.1)
    assert tops[0] < Cm(2.5).pt + 9


def test_a_page_break_leaves_no_empty_page(paper, print_out):
    document = paper()
    document.add_paragraph("One")
    document.add_page_break()
    document.add_paragraph("Two")
    assert print_out(document).pages == ["One", "Two"]


def test_rows_that_say_so_stay_with_the_row_below(paper, print_out):
    document = paper()
    for number in range(51):
        document.add_paragraph(f"line{number}")
    table = document.add_table(rows=3, cols=1)
    for row, words in zip(table.rows, ("Thailand", "SRISUWAN", "CHAIYA"), strict=True):
        row.cells[0].text = words
    table.rows[0].cells[0].paragraphs[0].paragraph_format.keep_with_next = True
    together = print_out(document)
    home = next(page for page in together.pages if "Thailand" in page)
    assert "SRISUWAN" in home

    table.rows[0].cells[0].paragraphs[0].paragraph_format.keep_with_next = False
    apart = print_out(document)
    assert "Thailand" in apart.pages[0]
    assert "SRISUWAN" in apart.pages[1]


def test_more_rows_that_stay_together_than_a_page_holds_are_still_printed(paper, print_out):
    document = paper()
    table = document.add_table(rows=80, cols=1)
    for number, row in enumerate(table.rows):
        row.cells[0].text = f"row{number}"
        row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True
    assert print_out(document).words == [f"row{number}" for number in range(80)]


@pytest.mark.parametrize("above", range(44, 52))
def test_no_line_of_a_paragraph_in_a_divided_row_stands_alone(paper, print_out, above):
    document = paper()
    for number in range(above):
        document.add_paragraph(f"above{number}")
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.paragraphs[0].text = " ".join(f"word{number:03}" for number in range(50))
    printed = print_out(document)
    assert [word for word in printed.words if word.startswith("word")] == [f"word{number:03}" for number in range(50)]
    lines = [sum(line.startswith("word") for line in page.splitlines()) for page in printed.pages]
    assert 1 not in lines
