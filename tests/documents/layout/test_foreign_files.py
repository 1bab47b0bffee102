"""Rules met in files other people made."""

from __future__ import annotations

import pytest
from word_corpus import files
from word_corpus.beyond import inline, with_image
from word_corpus.foreign import columns, nested, older_box, placed_box, shape, wrapped
from word_corpus.lists import item, one_level
from word_corpus.parts import WordFile, field_of, p, prose, r, section, tbl, tc, tr

from bali_desk.documents.layout import lay_out
from bali_desk.documents.layout.notes import Notes
from bali_desk.documents.layout.number_forms import formatted
from bali_desk.documents.layout.reading.reader import read_document
from bali_desk.domain.errors import DeskError

FILES = files()
_RIGHT_COLUMN = 300.0  # points from the left edge: left of the second column of two, right of the first


def test_items_of_a_list_written_for_the_web_stand_close(print_out):
    printed = print_out(FILES["foreign-web-list"])
    first, second = (printed.top_of(words) for words in ("Several delegations", "It was recalled"))
    assert second - first < 30


def test_paragraphs_written_for_the_web_stand_apart(print_out):
    web = '<w:spacing w:beforeAutospacing="1" w:afterAutospacing="1" w:line="240"/>'
    printed = print_out(WordFile(p("One", web) + p("Two", web)).data())
    assert printed.top_of("Two") - printed.top_of("One") > 26


def test_the_empty_paragraph_behind_a_table_that_ends_a_cell_takes_no_room(print_out):
    with_it, without = (print_out(WordFile(nested(more) + p("After")).data()) for more in ("", p("x")))
    assert without.top_of("After") - with_it.top_of("After") > 10


def test_a_strict_file_is_read_like_any_other(print_out):
    strict = print_out(FILES["foreign-strict"])
    assert "The group met in two sessions" in strict.text
    assert strict.pages


@pytest.mark.parametrize(
    ("measure", "points"), [("1in", 72), ("2.54cm", 72), ("25.4mm", 72), ("6pc", 72), ("72pt", 72)]
)
def test_a_measure_may_have_its_unit(print_out, measure, points):
    moved, plain = (
        print_out(WordFile(p("Here", f'<w:ind w:left="{left}"/>')).data()).left_of("Here") for left in (measure, "0")
    )
    assert moved - plain == pytest.approx(points, abs=0.1)


def test_a_file_locked_with_a_password_is_refused_in_words(tmp_path):
    file = tmp_path / "locked.docx"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(DeskError, match=r"^“locked\.docx” is locked with a password, .* without a password\.$"):
        lay_out(file)


def test_text_goes_on_in_the_next_column_and_then_on_the_next_page(print_out):
    body = "".join(p(f"Line {number}.") for number in range(1, 111))
    printed = print_out(WordFile(body, columns(2)).data())
    assert len(printed.pages) == 2
    assert printed.left_of("Line 1.") < _RIGHT_COLUMN < printed.left_of("Line 50.")
    assert printed.top_of("Line 1.") < printed.top_of("Line 50.")
    assert printed.left_of("Line 90.", page=1) < _RIGHT_COLUMN


def test_columns_before_text_that_goes_on_end_alike(print_out):
    goes_on = '<w:type w:val="continuous"/>'
    body = "".join(p(f"Line {number}.") for number in range(1, 20)) + p("Line 20.", columns(2, goes_on))
    printed = print_out(WordFile(body + p("All across"), section(goes_on)).data())
    assert printed.top_of("Line 11.") == pytest.approx(printed.top_of("Line 1."), abs=1)
    assert printed.left_of("Line 11.") > _RIGHT_COLUMN
    assert printed.top_of("All across") > printed.top_of("Line 10.")
    assert printed.left_of("All across") < _RIGHT_COLUMN


def test_a_column_break_leads_to_the_next_column(print_out):
    printed = print_out(FILES["foreign-column-break"])
    assert len(printed.pages) == 1
    assert printed.left_of("Beside it") > _RIGHT_COLUMN


def test_a_column_break_without_columns_leads_to_the_next_page(print_out):
    assert [page.strip() for page in print_out(FILES["foreign-column-break-alone"]).pages] == ["One", "Two"]


@pytest.mark.parametrize("box", [placed_box, older_box])
def test_a_box_the_text_takes_no_notice_of_stands_in_its_place(print_out, box):
    printed, plain = (
        print_out(WordFile(p(made + r("Text.")) + p(prose(1))).data()) for made in (box("Aside", 300, 500), "")
    )
    assert printed.left_of("Aside") == pytest.approx(307.2, abs=1)
    assert 500 < printed.top_of("Aside") < 515
    assert printed.top_of("The group") == plain.top_of("The group")


def test_a_box_in_a_cell_is_printed_too(print_out):
    cell = f"<w:tc><w:tcPr/>{p(placed_box('Aside', 300, 500) + r('Cell'))}</w:tc>"
    printed = print_out(WordFile(tbl([tr([cell])], [5000])).data())
    assert {"Aside", "Cell"} <= set(printed.words)


def test_a_space_in_large_letters_opens_no_gap_between_lines(print_out):
    printed = print_out(FILES["foreign-large-spaces"])
    assert printed.top_of("The group") - printed.top_of("Large") < 30


def test_a_table_whose_first_paragraph_asks_for_a_new_page_begins_one(print_out):
    assert ["Below" in page for page in print_out(FILES["foreign-table-on-new-page"]).pages] == [False, True]


def test_a_row_whose_first_paragraph_asks_for_a_new_page_begins_one(print_out):
    rows = [tr([tc("Above", width=5000)]), tr([tc(p("Below", "<w:pageBreakBefore/>"), width=5000)])]
    pages = print_out(WordFile(tbl(rows, [5000])).data()).pages
    assert [page.strip() for page in pages] == ["Above", "Below"]


def test_a_line_keeps_room_for_a_drawing(print_out):
    printed, plain = (print_out(WordFile(p(made) + p("After")).data()) for made in (shape(), r("x")))
    assert printed.top_of("After") - plain.top_of("After") > 80


def test_the_words_of_a_drawing_that_stands_alone_stand_in_its_room(print_out):
    printed = print_out(FILES["foreign-shape-words"])
    assert printed.top_of("Words in a shape") < printed.top_of("The group") - 60
    assert 200 < printed.left_of("Words in a shape") < 220


def test_the_words_of_a_drawing_among_text_stand_behind_that_text(print_out):
    printed = print_out(FILES["foreign-shape-words-among-text"])
    assert printed.top_of("Before") < printed.top_of("In a shape") < printed.top_of("The group")


def test_a_page_number_framed_in_a_footer_stands_beside_its_text(print_out):
    printed = print_out(FILES["foreign-frame-in-footer"])
    signs = [box for box in printed.boxes() if box[0] == "1"]
    assert signs[-1][3] == pytest.approx((11906 - 1418) / 20, abs=1)
    height = 16838 / 20
    assert height - signs[-1][4] == pytest.approx(printed.top_of("Left of the number"), abs=3)
    assert printed.laid.notes == []


def test_letters_of_formulas_no_font_has_are_printed_plain(print_out):
    printed = print_out(FILES["foreign-formula-letters"])
    assert "Where a\u03b2 = 2 holds." in printed.text
    assert printed.laid.notes == []


def test_columns_of_several_widths_are_as_wide_as_they_say(print_out):
    uneven = section('<w:cols w:num="2" w:equalWidth="0"><w:col w:w="6000" w:space="500"/><w:col w:w="2500"/></w:cols>')
    break_ = '<w:r><w:br w:type="column"/></w:r>'
    printed = print_out(WordFile(p(prose(3)) + p(break_ + r("Here. " + prose(3))), uneven).data())
    assert printed.left_of("Here.") == pytest.approx(1418 / 20 + 325, abs=1)
    assert max(right for sign, _, _, right, _ in printed.boxes() if sign.strip()) <= 1418 / 20 + 450.5


def test_a_page_break_before_the_empty_end_of_a_section_is_not_doubled(print_out):
    body = p(r("First") + '<w:r><w:br w:type="page"/></w:r>') + p("", section()) + p("Second")
    assert [page.strip() for page in print_out(WordFile(body).data()).pages] == ["First", "Second"]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ('<w:numFmt w:val="chicago"/>', ["*", "†", "‡"]),
        ('<w:numFmt w:val="ordinalText"/>', ["First", "Second", "Third"]),
        ('<w:numFmt w:val="cardinalText"/>', ["One", "Two", "Three"]),
        ('<w:numFmt w:val="thaiNumbers"/>', ["๑", "๒", "๓"]),
        ('<w:numFmt w:val="ideographTraditional"/>', ["甲", "乙", "丙"]),
        ('<w:numFmt w:val="japaneseCounting"/>', ["一", "二", "三"]),
        ('<w:numFmt w:val="numberInDash"/>', ["- 1 -", "- 2 -", "- 3 -"]),
        ('<w:numFmt w:val="russianUpper"/>', ["А", "Б", "В"]),
        ('<w:numFmt w:val="unheardOf"/>', ["1", "2", "3"]),
        (
            '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, ..."/>'
            '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>',
            ["001", "002", "003"],
        ),
    ],
)
def test_a_list_is_numbered_in_the_form_it_asks_for(form, expected):
    numbering = one_level("decimal", "%1").replace('<w:numFmt w:val="decimal"/>', form)
    word = WordFile("".join(item("x") for _ in range(3)), numbering=numbering)
    labels = [one.label.text for one in read_document(word.data(), Notes()).sections[0].blocks]
    assert labels == expected


@pytest.mark.parametrize(
    ("count", "form", "written"),
    [
        (21, "ordinalText", "Twenty-first"),
        (30, "ordinalText", "Thirtieth"),
        (12, "cardinalText", "Twelve"),
        (120, "cardinalText", "120"),
        (20, "chineseCounting", "二十"),
        (11, "chineseCounting", "十一"),
        (5, "chicago", "**"),
    ],
)
def test_larger_numbers_keep_their_form(count, form, written):
    assert formatted(count, form) == written


def test_a_list_that_names_no_start_begins_with_nought():
    numbering = one_level("decimal", "%1.").replace('<w:start w:val="1"/>', "")
    blocks = read_document(WordFile(item("x") + item("y"), numbering=numbering).data(), Notes()).sections[0].blocks
    assert [one.label.text for one in blocks] == ["0.", "1."]


def form_field(about: str, code: str) -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{about}</w:ffData></w:fldChar></w:r>'
    return f'{begin}<w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(
    ("about", "code", "shown"),
    [
        (
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="No"/><w:listEntry w:val="Yes"/></w:ddList>',
            "FORMDROPDOWN",
            "Yes",
        ),
        ('<w:ddList><w:listEntry w:val="No"/><w:listEntry w:val="Yes"/></w:ddList>', "FORMDROPDOWN", "No"),
        ("<w:checkBox><w:checked/></w:checkBox>", "FORMCHECKBOX", "☒"),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "FORMCHECKBOX", "☐"),
        ("", "MACROBUTTON DoNothing Click here", "Click here"),
    ],
)
def test_a_field_of_a_form_shows_what_is_chosen_in_it(print_out, about, code, shown):
    printed = print_out(WordFile(p(r("Answer: ") + form_field(about, code))).data())
    assert printed.text.strip() == f"Answer: {shown}"


def test_a_picture_that_cannot_be_printed_keeps_its_room(print_out):
    emf = b"\x01\x00\x00\x00" + bytes(84) + b" EMF" + bytes(40)
    printed = print_out(with_image(p(inline(4, 4)) + p("After"), emf, "emf").data())
    plain = print_out(WordFile(p("x") + p("After")).data())
    assert printed.top_of("After") - plain.top_of("After") == pytest.approx(4 * 28.35, abs=15)


@pytest.mark.parametrize("wrap", ["TopAndBottom", "Square", "Tight"])
def test_a_drawing_without_text_beside_it_stands_above_its_paragraph(print_out, wrap):
    printed = print_out(WordFile(p(r("Text.") + wrapped(wrap, (400, 90)))).data())
    assert printed.top_of("Text.") > 1418 / 20 + 85


def test_the_words_of_a_shape_without_a_text_box_are_printed(print_out):
    words = "<a:txBody><a:p><a:r><a:t>Inside</a:t></a:r></a:p></a:txBody>"
    drawn = shape().replace("<wps:bodyPr/>", words)
    assert "Inside" in print_out(WordFile(p(drawn)).data()).text


def test_the_number_of_an_item_looks_as_the_end_of_its_paragraph_does():
    mark = '<w:rPr><w:b/><w:sz w:val="40"/><w:vanish/></w:rPr>'
    word = WordFile(item("x", more=mark) + item("y"), numbering=one_level("decimal"))
    first, second = (one.label.look for one in read_document(word.data(), Notes()).sections[0].blocks)
    assert (first.bold, first.size, first.hidden) == (True, 20.0, False)
    assert (second.bold, second.size) == (False, 11.0)


def test_a_file_with_several_bodies_is_printed_to_its_end(print_out):
    split = p("One") + "</w:body><w:body>" + p("Two") + "</w:body><w:body>" + p("Three")
    assert print_out(WordFile(split).data()).words == ["One", "Two", "Three"]


def test_the_number_of_pages_in_a_box_beside_the_text_is_right(print_out):
    counting = placed_box("Of x pages", 300, 500).replace(
        r("Of x pages"), r("Of ") + field_of("NUMPAGES") + r(" pages")
    )
    printed = print_out(WordFile(p(counting + r("Text.")) + p('<w:r><w:br w:type="page"/></w:r>') + p("End")).data())
    assert "Of 2 pages" in printed.pages[0]


def test_a_table_inside_a_paragraph_is_printed_behind_it(print_out):
    inner = tbl([tr([tc("Inner", width=3000)])], [3000])
    assert print_out(WordFile(p(r("Outer") + inner) + p("After")).data()).words == ["Outer", "Inner", "After"]
