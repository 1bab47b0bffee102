from __future__ import annotations

from itertools import pairwise

import pytest
from docx.enum.table import WD_ALIGN_VERTICAL as UPRIGHT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

MARGIN = Cm(2.5).pt
WIDTH = Cm(16).pt


def boxed(paper, rows: int, columns: int):
    document = paper()
    table = document.add_table(rows=rows, cols=columns)
    table.style = "Table Grid"
    return document, table


def test_columns_stand_where_the_grid_puts_them(paper, print_out):
    document, table = boxed(paper, 1, 4)
    for index, cell in enumerate(table.rows[0].cells):
        cell.text = f"C{index}"
    printed = print_out(document)
    lefts = [printed.left_of(f"C{index}") for index in range(4)]
    steps = [after - before for before, after in pairwise(lefts)]
    assert steps == pytest.approx([WIDTH / 4] * 3, abs=1)


def test_a_table_as_wide_as_a_share_of_the_page_is_that_wide(paper, print_out):
    document, table = boxed(paper, 1, 2)
    properties = table._tbl.tblPr
    properties.find(f"{{{properties.nsmap['w']}}}tblW").set(f"{{{properties.nsmap['w']}}}type", "pct")
    properties.find(f"{{{properties.nsmap['w']}}}tblW").set(f"{{{properties.nsmap['w']}}}w", "2500")
    for cell, text in zip(table.rows[0].cells, "AB", strict=True):
        cell.text = text
    printed = print_out(document)
    assert printed.left_of("B") - printed.left_of("A") == pytest.approx(WIDTH / 4, abs=1)


def test_a_narrow_column_of_a_fitting_table_grows_to_its_longest_word(paper, print_out):
    document, table = boxed(paper, 1, 2)
    for cell, width, text in zip(table.rows[0].cells, (1, 15), ("Representative", "Other"), strict=True):
        cell.width, cell.text = Cm(width), text
    assert print_out(document).text.split() == ["Representative", "Other"]


def test_cells_spanning_columns_and_rows_keep_their_text_in_order(paper, print_out):
    document, table = boxed(paper, 3, 3)
    table.cell(0, 0).merge(table.cell(2, 0)).text = "Down"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Across"
    table.cell(1, 1).text, table.cell(2, 2).text = "Middle", "Last"
    printed = print_out(document)
    assert sorted(printed.words) == ["Across", "Down", "Last", "Middle"]
    assert printed.left_of("Across") == pytest.approx(printed.left_of("Middle"), abs=1)


def test_a_merged_cell_higher_than_its_rows_makes_the_last_of_them_higher(paper, print_out):
    document, table = boxed(paper, 3, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "\n".join(f"m{n}" for n in range(6))
    for row in range(3):
        table.cell(row, 1).text = f"row{row}"
    printed = print_out(document)
    assert printed.top_of("row2") > printed.top_of("m5")


def test_a_merged_cell_over_a_page_end_loses_nothing(paper, print_out):
    document, table = boxed(paper, 70, 2)
    table.cell(0, 0).merge(table.cell(69, 0)).text = "\n".join(f"m{n}" for n in range(66))
    for row in range(70):
        table.cell(row, 1).text = f"row{row}"
    printed = print_out(document)
    assert sorted(printed.words) == sorted([f"m{n}" for n in range(66)] + [f"row{n}" for n in range(70)])


def test_text_stands_at_the_foot_or_the_middle_of_a_cell(paper, print_out):
    document, table = boxed(paper, 1, 4)
    table.rows[0].height = Cm(4)
    for cell, place in zip(table.rows[0].cells, (UPRIGHT.TOP, UPRIGHT.CENTER, UPRIGHT.BOTTOM), strict=False):
        cell.text, cell.vertical_alignment = place.name, place
    printed = print_out(document)
    top, middle, foot = (printed.top_of(name) for name in ("TOP", "CENTER", "BOTTOM"))
    assert foot - middle == pytest.approx(middle - top, abs=1)
    assert foot - top == pytest.approx(Cm(4).pt - 11 * 1.2207, abs=1)


def test_a_table_can_stand_in_the_middle_or_at_the_right(paper, print_out):
    lefts = []
    for place in (WD_TABLE_ALIGNMENT.LEFT, WD_TABLE_ALIGNMENT.CENTER, WD_TABLE_ALIGNMENT.RIGHT):
        document, table = boxed(paper, 1, 1)
        table.alignment, table.autofit = place, False
        table.columns[0].width = table.cell(0, 0).width = Cm(4)
        table.cell(0, 0).text = "Here"
        lefts.append(print_out(document).left_of("Here"))
    assert lefts[1] - lefts[0] == pytest.approx((WIDTH - Cm(4).pt) / 2 + 5.4, abs=1)
    assert lefts[2] - lefts[1] == pytest.approx((WIDTH - Cm(4).pt) / 2, abs=1)


def test_the_header_row_of_a_table_style_is_shaded_and_bold(paper, print_out):
    document = paper()
    table = document.add_table(rows=3, cols=2)
    table.style = "Light List Accent 2"
    for row in table.rows:
        for cell in row.cells:
            cell.text = "Text"
    printed = print_out(document)
    first = printed.top_of("Text")
    assert printed.colour_at(MARGIN + 80, first + 4) == (192, 80, 77)
    assert printed.colour_at(MARGIN + 80, first + 20) != (192, 80, 77)


def test_a_shaded_cell_is_filled_and_its_lines_are_drawn(paper, print_out):
    document, table = boxed(paper, 1, 2)
    table.rows[0].height = Cm(1)
    table.cell(0, 1)._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="00FF00"/>'))
    printed = print_out(document)
    assert printed.colour_at(MARGIN + WIDTH / 2 + 60, MARGIN + 10) == (0, 255, 0)
    assert printed.colour_at(MARGIN + 60, MARGIN + 10) == (255, 255, 255)
    assert sum(printed.colour_at(MARGIN + 60, MARGIN)) < 700


def test_a_line_switched_off_in_a_cell_gives_way_to_that_of_its_neighbour(paper, print_out):
    document, table = boxed(paper, 1, 1)
    table.rows[0].height = Cm(2)
    off = f'<w:tcBorders {nsdecls("w")}><w:top w:val="nil"/><w:left w:val="nil"/></w:tcBorders>'
    table.cell(0, 0)._tc.get_or_add_tcPr().append(parse_xml(off))
    printed = print_out(document)
    assert printed.colour_at(MARGIN + 60, MARGIN) == (255, 255, 255)
    assert sum(printed.colour_at(MARGIN + 60, MARGIN + Cm(2).pt)) < 700


def test_a_table_inside_a_cell_is_printed_in_its_place(paper, print_out):
    document, table = boxed(paper, 2, 2)
    table.cell(0, 0).text = "before"
    inner = table.cell(0, 1).add_table(rows=2, cols=2)
    for index, cell in enumerate(cell for row in inner.rows for cell in row.cells):
        cell.text = f"in{index}"
    table.cell(1, 0).text = "after"
    printed = print_out(document)
    assert printed.words == ["before", "in0", "in1", "in2", "in3", "after"]
    assert printed.top_of("after") > printed.top_of("in3")


def test_a_table_from_right_to_left_begins_at_the_right(paper, print_out):
    document, table = boxed(paper, 1, 3)
    table._tbl.tblPr.append(parse_xml(f"<w:bidiVisual {nsdecls('w')}/>"))
    for cell, text in zip(table.rows[0].cells, ("first", "second", "third"), strict=True):
        cell.text = text
    printed = print_out(document)
    assert printed.left_of("first") > printed.left_of("second") > printed.left_of("third")


def test_under_a_repeated_head_stands_its_own_line_alone(paper, on_row, print_out):
    document = paper()
    table = document.add_table(rows=70, cols=1)
    for number, row in enumerate(table.rows):
        row.cells[0].text = f"row{number}"
        kind, width = ("bottom", 24) if number == 0 else ("top", 4)
        row.cells[0]._tc.get_or_add_tcPr().append(
            parse_xml(
                f'<w:tcBorders {nsdecls("w")}><w:{kind} w:val="single" w:sz="{width}" '
                f'w:color="{"0000FF" if number == 0 else "FF0000"}"/></w:tcBorders>'
            )
        )
    on_row(table.rows[0], "tblHeader")
    printed = print_out(document)
    for page in (0, 1):
        below_head = printed.top_of("row0", page) + 6
        column = [printed.colour_at(MARGIN + 40, below_head + step / 2, page) for step in range(20)]
        assert (0, 0, 255) in column
        first_line = column[: column.index((0, 0, 255)) + 8]
        assert not [one for one in first_line if one[0] > one[2]], "no other line lies on it"
