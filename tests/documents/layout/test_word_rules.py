"""Rules of Word's that a reader sees in letters, tab stops, pages and tables."""

from __future__ import annotations

import re

import pytest
from word_corpus import files
from word_corpus.lists import abstract, item, level, use
from word_corpus.pages import ended, refer, text
from word_corpus.parts import WordFile, field_of, margin_part, p, prose, r, section, styled, tbl, tc, tr

from bali_desk.documents.layout.notes import Notes
from bali_desk.documents.layout.reading.reader import read_document
from bali_desk.documents.layout.setting.atoms import Atom
from bali_desk.documents.layout.writing.decorations import lines_along


def look_of(properties: str, style: str = "", styles: str = ""):
    body = p(r("x", properties), f'<w:pStyle w:val="{style}"/>' if style else "")
    return read_document(WordFile(body, styles=styles).data(), Notes()).sections[0].blocks[0].pieces[0].look


def test_a_colour_of_the_theme_is_the_themes_whatever_stands_beside_it():
    assert look_of('<w:color w:val="auto" w:themeColor="accent2"/>').colour == "E97132"


def test_a_colour_of_the_theme_is_made_lighter_or_darker():
    light = look_of('<w:color w:val="auto" w:themeColor="text1" w:themeTint="80"/>').colour
    dark = look_of('<w:color w:val="auto" w:themeColor="background1" w:themeShade="80"/>').colour
    assert light in ("7F7F7F", "808080")
    assert dark in ("7F7F7F", "808080")


def test_a_cell_is_filled_with_a_colour_of_the_theme():
    cell = tc("x", '<w:shd w:val="clear" w:color="auto" w:fill="auto" w:themeFill="accent6"/>')
    table = read_document(WordFile(tbl([tr([cell])], [3000])).data(), Notes()).sections[0].blocks[0]
    assert table.rows[0].cells[0].shade == "4EA72E"


@pytest.mark.parametrize("nonsense", ["", "-1", "zz", "f" * 400])
def test_a_shade_that_is_nonsense_leaves_the_themes_colour(nonsense):
    look = look_of(f'<w:color w:val="auto" w:themeColor="accent2" w:themeTint="{nonsense}"/>')
    assert look.colour in ("E97132", "FFFFFF")


def test_bold_in_a_character_style_upon_bold_in_the_paragraphs_style_is_not_bold():
    styles = (
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="S"><w:name w:val="S"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    assert look_of("", "B", styles).bold
    assert not look_of('<w:rStyle w:val="S"/>', "B", styles).bold
    assert look_of('<w:rStyle w:val="S"/><w:b/>', "B", styles).bold


@pytest.mark.parametrize(
    ("kind", "drawn"),
    [
        ("single", 1),
        ("double", 2),
        ("thick", 1),
        ("dotted", 1),
        ("dash", 1),
        ("wave", 1),
        ("wavyDouble", 2),
        ("odd", 1),
    ],
)
def test_each_kind_of_underline_is_drawn_in_its_own_way(kind, drawn):
    word = Atom("word", 40.0, look_of(f'<w:u w:val="{kind}" w:color="FF0000"/>'), 8.0, 3.0, 11.0)
    operators = lines_along(word, 10.0, 100.0, 40.0)
    assert len(operators) == drawn
    assert all("1 0 0 rg" in one or "1 0 0 RG" in one for one in operators)


def test_an_underline_of_words_leaves_the_spaces_out():
    space = Atom("space", 4.0, look_of('<w:u w:val="words"/>'), 8.0, 3.0, 11.0)
    assert lines_along(space, 10.0, 100.0, 4.0) == []


def test_letters_are_as_wide_as_their_scale_says(print_out):
    def width(scale: int) -> float:
        printed = print_out(WordFile(p(r("letters in a row", f'<w:w w:val="{scale}"/>') + r("END"))).data())
        return printed.left_of("END") - printed.left_of("letters")

    assert width(50) == pytest.approx(width(100) / 2, abs=0.5)
    assert width(150) == pytest.approx(width(100) * 1.5, abs=0.5)


def test_figures_stand_under_one_another_at_a_decimal_stop(print_out):
    stop = '<w:tabs><w:tab w:val="decimal" w:pos="4000"/></w:tabs>'
    printed = print_out(WordFile("".join(p(f"Sum\t{sum_}", stop) for sum_ in ("1.5", "2250.125", "33.0"))).data())
    signs = [left for sign, left, *_ in printed.boxes() if sign == "."]
    assert signs == pytest.approx([signs[0]] * 3, abs=0.6)


def test_a_bar_tab_draws_a_line_and_stops_no_text(print_out):
    stops = '<w:tabs><w:tab w:val="bar" w:pos="2000"/><w:tab w:val="left" w:pos="4000"/></w:tabs>'
    printed = print_out(WordFile(p("One\tafter", stops)).data())
    left, top = printed.left_of("One"), printed.top_of("One") + 3
    assert printed.left_of("after") == pytest.approx(left + 200, abs=1.5)
    assert printed.colour_at(left + 99.4, top) != (255, 255, 255)


@pytest.mark.parametrize(
    ("code", "wanted"),
    [("PAGE", "iii"), ("PAGE \\* ROMAN", "III"), ("PAGE \\* Arabic", "3"), ("PAGE \\* alphabetic", "c")],
)
def test_a_page_number_takes_the_form_its_field_asks_for(print_out, code, wanted):
    more = refer("footer", "footer1") + '<w:pgNumType w:fmt="lowerRoman" w:start="3"/>'
    foot = {"footer1.xml": margin_part("footer", styled("Header", field_of(code)))}
    assert print_out(WordFile(p("Text"), section(more), extra=foot).data()).words == ["Text", wanted]


def test_the_pages_of_a_section_are_counted_apart_from_those_of_the_document(print_out):
    foot = {
        "footer1.xml": margin_part("footer", styled("Header", field_of("SECTIONPAGES") + r("/") + field_of("NUMPAGES")))
    }
    more = refer("footer", "footer1")
    printed = print_out(WordFile(text(12) + ended(more) + p("Short"), section(more), extra=foot).data())
    assert printed.laid.pages == 3
    assert [page.split()[-1] for page in printed.pages] == ["2/3", "2/3", "1/3"]


@pytest.mark.parametrize(("kind", "pages"), [("nextPage", 2), ("oddPage", 3), ("evenPage", 2)])
def test_a_section_begins_on_the_side_it_asks_for(print_out, kind, pages):
    printed = print_out(WordFile(p("One") + ended() + p("Two"), section(f'<w:type w:val="{kind}"/>')).data())
    assert printed.laid.pages == pages
    assert "Two" in printed.pages[-1]
    assert pages == 2 or printed.pages[1].strip() == ""


def test_margins_change_sides_on_even_pages_of_a_bound_document(print_out):
    wide = section().replace('w:left="1418"', 'w:left="2418"')
    printed = print_out(WordFile(text(20), wide, settings="<w:mirrorMargins/>").data())
    first, second = (min(left for sign, left, *_ in printed.boxes(page) if sign.strip()) for page in (0, 1))
    assert first - second == pytest.approx(50, abs=1)


def test_the_space_of_web_pages_is_left_out_before_a_first_paragraph(print_out):
    spaced = '<w:spacing w:beforeAutospacing="1" w:afterAutospacing="1"/>'
    printed = print_out(WordFile(p("One", spaced) + p("Two", spaced)).data())
    plain = print_out(WordFile(p("One", '<w:spacing w:after="280"/>') + p("Two")).data())
    assert printed.top_of("One") == pytest.approx(plain.top_of("One"), abs=0.1)
    assert printed.top_of("Two") == pytest.approx(plain.top_of("Two"), abs=0.1)


def test_the_last_rows_corners_take_what_the_style_says_of_them():
    table = read_document(files()["tables-look-01E0"], Notes()).sections[0].blocks[1]
    assert table.rows[-1].cells[-1].shade == "FFC000"
    assert table.rows[-1].cells[-1].blocks[0].pieces[0].look.caps
    assert table.rows[0].cells[0].shade == "000000"


def test_a_line_stands_between_paragraphs_of_one_frame_that_ask_for_it(print_out):
    lines = (
        '<w:pBdr><w:top w:val="single" w:sz="8" w:space="1"/>{}<w:bottom w:val="single" w:sz="8" w:space="1"/></w:pBdr>'
    )
    between = '<w:between w:val="single" w:sz="8" w:space="6"/>'
    plain = print_out(WordFile(p("One", lines.format("")) + p("Two", lines.format(""))).data())
    ruled = print_out(WordFile(p("One", lines.format(between)) + p("Two", lines.format(between))).data())
    assert ruled.top_of("Two") - plain.top_of("Two") == pytest.approx(7, abs=0.2)


def test_the_words_of_a_chart_are_printed(print_out):
    names = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    chart = f"<c:chartSpace {names}><a:p><a:r><a:t>Victims by year</a:t></a:r></a:p><c:v>2017</c:v></c:chartSpace>"
    shown = f'<w:r><w:drawing><c:chart {names} r:id="chart1"/></w:drawing></w:r>'
    file = WordFile(p(r("See ") + shown), extra={"chart1.xml": ("chart", "application/xml", chart)})
    printed = print_out(file.data())
    assert printed.words == ["See", "Victims", "by", "year", "2017"]
    assert printed.laid.notes == ["drawing or chart (only its words are printed)"]


def test_a_word_without_end_is_printed_completely(print_out):
    printed = print_out(WordFile(p("w" * 5000)).data())
    assert printed.text.count("w") == 5000


def test_a_frame_around_words_leaves_the_text_where_it_is(print_out):
    framed = '<w:bdr w:val="single" w:sz="4" w:space="0" w:color="FF0000"/>'
    printed = print_out(WordFile(p(r("before ") + r("framed", framed) + r(" after " + prose(1)))).data())
    plain = print_out(WordFile(p(r("before ") + r("framed") + r(" after " + prose(1)))).data())
    assert printed.left_of("after") == pytest.approx(plain.left_of("after"), abs=0.2)
    assert printed.laid.pdf != plain.laid.pdf


def test_bands_of_a_table_style_are_as_many_rows_wide_as_it_says():
    table = read_document(files()["tables-band-of-two"], Notes()).sections[0].blocks[1]
    shaded = [row.cells[1].shade == "DDEBF7" for row in table.rows]
    assert shaded == [False, True, True, False, False, True, True, False]


def test_a_level_that_is_never_to_begin_again_goes_on(print_out):
    levels = [level(0, "decimal", "%1."), level(1, "decimal", "%2)", more='<w:lvlRestart w:val="0"/>')]
    body = "".join(item("x", place=place) for place in (0, 1, 1, 0, 1))
    text_ = print_out(WordFile(body, numbering=abstract(0, levels) + use(1, 0)).data()).text
    assert re.findall(r"\d[.)]", text_) == ["1.", "1)", "2)", "2.", "3)"]


def test_a_hidden_paragraph_takes_no_room(print_out):
    hidden = p(r("gone", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>")
    with_it, without = (print_out(WordFile(p("One") + more + p("Two")).data()) for more in (hidden, ""))
    assert with_it.top_of("Two") == without.top_of("Two")


def test_a_tab_to_the_edge_of_the_page_needs_no_stop(print_out):
    tab = '<w:r><w:ptab w:relativeTo="margin" w:alignment="{}" w:leader="none"/></w:r>'
    body = p(r("Left") + tab.format("center") + r("Middle") + tab.format("right") + r("Right"), '<w:ind w:left="567"/>')
    printed = print_out(WordFile(body).data())
    letters = [(sign, left, right) for sign, left, _, right, _ in printed.boxes() if sign.strip()]
    assert max(right for *_, right in letters) == pytest.approx((11906 - 1418) / 20, abs=1)
    middle = letters[4:10]
    assert (middle[0][1] + middle[-1][2]) / 2 == pytest.approx(11906 / 40, abs=1)


def test_a_watermark_is_printed_as_text_and_named(print_out):
    sign = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    printed = print_out(WordFile(p(r("Text ") + sign)).data())
    assert printed.words == ["Text", "DRAFT"]
    assert printed.laid.notes == ["watermark or word art (printed as a line of text)"]
