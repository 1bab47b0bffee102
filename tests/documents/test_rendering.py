"""Templates as officers type them, filled in."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from bali_desk.documents.templates.render import render
from bali_desk.documents.templates.rich import BlockText, Rich
from bali_desk.domain.errors import DeskError


@pytest.fixture
def filled(tmp_path):
    """Fills in a template of these paragraphs and gives the paragraphs of the result, saved and opened again."""

    def fill(*paragraphs, document=None, **context):
        document = document or docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.save(tmp_path / "template.docx")
        saved = io.BytesIO()
        render(tmp_path / "template.docx", context).save(saved)
        return docx.Document(saved)

    return fill


def texts(document):
    return [paragraph.text for paragraph in document.paragraphs]


def test_a_value_takes_the_face_of_its_tag(filled):
    template = docx.Document()
    template.add_paragraph("Place: ").add_run("{{ place }}").bold = True
    made = filled(document=template, place="Bali").paragraphs[0]
    assert [(run.text, run.bold) for run in made.runs] == [("Place: ", None), ("Bali", True)]


def test_a_tag_that_word_split_over_runs_is_whole_again(filled):
    template = docx.Document()
    paragraph = template.add_paragraph()
    for part in ("A {", "{ mee", "ting", ".pla", "ce }", "} B"):
        paragraph.add_run(part)
    assert texts(filled(document=template, meeting={"place": "Bali"})) == ["A Bali B"]


def test_curly_quotes_and_fixed_spaces_inside_a_tag_are_taken_as_typed(filled):
    assert texts(filled("{{\u00a0x|join(“; ”) }}{% if y == ‘a’ %}!{% endif %}", x=["1", "2"], y="a")) == ["1; 2!"]


def test_capitals_and_signs_without_width_that_word_puts_into_a_tag_do_no_harm(filled):
    made = filled("{% If x %}", "{{\u202fx|default(‛none’)\u200b }}", "{% Else %}", "no", "{% EndIf %}", x="\u200byes")
    assert texts(made) == ["\u200byes"]


@pytest.mark.parametrize("prefix", ["", "p "])
def test_a_loop_over_paragraphs_leaves_no_empty_ones(filled, prefix):
    made = filled(
        "{%" + prefix + "for x in xs %}", "{{ loop.index }} {{ x }}", "{%" + prefix + "endfor %}", xs=["a", "b"]
    )
    assert texts(made) == ["1 a", "2 b"]


@pytest.mark.parametrize("prefix", ["", "tr "])
def test_a_loop_over_rows_repeats_the_row(filled, prefix):
    template = docx.Document()
    table = template.add_table(rows=4, cols=2)
    for row, text in enumerate(
        ("Name", "{%" + prefix + "for p in people %}", "{{ p.name }}", "{%" + prefix + "endfor %}")
    ):
        table.cell(row, 0).text = text
    table.cell(2, 1).text = "{{ p.place }}"
    made = filled(document=template, people=[{"name": "A", "place": "x"}, {"name": "B", "place": None}]).tables[0]
    assert [[cell.text for cell in row.cells] for row in made.rows] == [["Name", ""], ["A", "x"], ["B", ""]]


def test_a_cell_whose_only_paragraph_is_left_out_keeps_an_empty_one(filled):
    template = docx.Document()
    cell = template.add_table(rows=1, cols=2).cell(0, 0)
    cell.text = "{% if no %}"
    for text in ("x", "{% endif %}"):
        cell.add_paragraph(text)
    made = filled(document=template, no=False).tables[0].cell(0, 0)
    assert [child.tag for child in made._tc][-1] == qn("w:p")


def test_a_table_that_loses_all_its_rows_goes(filled):
    template = docx.Document()
    table = template.add_table(rows=3, cols=1)
    for row, text in enumerate(("{%tr for x in xs %}", "{{ x }}", "{%tr endfor %}")):
        table.cell(row, 0).text = text
    assert filled(document=template, xs=[]).tables == []


def test_headers_and_footers_of_every_kind_of_page_are_filled_in(filled):
    template = docx.Document()
    section = template.sections[0]
    section.different_first_page_header_footer = True
    template.settings.odd_and_even_pages_header_footer = True
    kinds = ("header", "first_page_header", "even_page_header", "footer", "first_page_footer", "even_page_footer")
    for kind in kinds:
        getattr(section, kind).paragraphs[0].text = kind + " {{ x }}"
    made = filled(document=template, x="&").sections[0]
    assert [getattr(made, kind).paragraphs[0].text for kind in kinds] == [kind + " &" for kind in kinds]


@pytest.mark.parametrize(
    "value", ["AT&T <b>", "]]>", "{{ x }}", "{% raw %}", "&amp;", "<w:p/>", "Null", "=SUM(A1)", "}}"]
)
def test_a_value_prints_to_the_letter(filled, value):
    assert texts(filled("A {{ x }} B", "C", x=value)) == [f"A {value} B", "C"]


def test_what_no_page_can_show_is_left_out_and_lines_stay_lines(filled):
    assert texts(filled("{{ x }}", x="a\x00\x0b\ud800b\r\nc\td\ufffe\u2028e")) == ["a\nb\nc\td\ne"]


def test_dates_print_in_words_and_nothing_prints_as_nothing(filled):
    import datetime as dt

    context = {"day": dt.date(2017, 5, 26), "iso": "2017-05-26", "none": None, "n": 3, "late": "late 2017"}
    said = filled(
        "{{ day }}|{{ iso|date }}|{{ none }}|{{ n|ordinal }}|{{ n|ordinal_word|upper }}|{{ late|date }}", **context
    )
    assert texts(said) == ["26 May 2017|26 May 2017||3rd|THIRD|late 2017"]


def test_stars_become_italics_and_bold_only_where_text_is_rich(filled):
    made = filled("{{ a }}", "{{ b }}", "{{ b|rich }}", a=Rich("say *this* and **that** \\*"), b="*x*")
    runs = [[(run.text, bool(run.bold), bool(run.italic)) for run in one.runs] for one in made.paragraphs]
    said = [
        ("say ", False, False),
        ("this", False, True),
        (" and ", False, False),
        ("that", True, False),
        (" *", False, False),
    ]
    assert runs == [said, [("*x*", False, False)], [("x", False, True)]]


def test_each_block_lies_under_its_own_hidden_bookmark(filled):
    blocks = [{"text": BlockText("one", "0a1b")}, {"text": BlockText("two *three*", "Ünsafe handle")}]
    made = filled("{% for b in blocks %}", "No {{ b.text }}!", "{% endfor %}", "{{ blocks[0].text }}", blocks=blocks)
    starts = list(made.element.body.iter(qn("w:bookmarkStart")))
    ends = [end.get(qn("w:id")) for end in made.element.body.iter(qn("w:bookmarkEnd"))]
    assert [start.get(qn("w:id")) for start in starts] == ends
    assert starts[0].get(qn("w:name")) == "_bd_0a1b"
    assert len(starts) == 2
    assert starts[1].get(qn("w:name")).isascii()
    assert len(starts[1].get(qn("w:name"))) <= 40


def numbers(document):
    """What each paragraph of the body shows before it, as Word counts: "" where it counts nothing."""
    counted, shown = {}, []
    for paragraph in document.paragraphs:
        own = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        listed = paragraph.style.name == "List Number"
        key = own.val if own is not None else "style" if listed else None
        counted[key] = counted.get(key, 0) + 1
        shown.append("" if key is None else f"{counted[key]} {paragraph.text}")
    return [one for one in shown if one]


def test_each_group_of_a_numbered_list_begins_at_one(filled):
    template = docx.Document()
    for text in ("{% for g in gs %}", "{{ g.t }}", "{% for x in g.xs %}", "{{ x }}", "{% endfor %}", "{% endfor %}"):
        template.add_paragraph(text, "List Number" if text == "{{ x }}" else "Heading 1" if "g.t" in text else None)
    made = filled(document=template, gs=[{"t": "A", "xs": ["a", "b"]}, {"t": "B", "xs": ["c", "d"]}])
    assert numbers(made) == ["1 a", "2 b", "1 c", "2 d"]
    new = made.part.numbering_part.element.num_lst[-1]
    assert new.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}").get(qn("w:val")) == "1"


def test_numbers_go_on_across_headings_and_bullets_and_begin_anew_after_a_paragraph(filled):
    template = docx.Document()
    template.add_paragraph("{% for k, x in blocks %}")
    for place, style in enumerate(("List Number", "Heading 1", "List Bullet")):
        template.add_paragraph(f'{{% {"elif" if place else "if"} k == "{style}" %}}')
        template.add_paragraph("{{ x }}", style)
    for text in ("{% else %}", "{{ x }}", "{% endif %}", "{% endfor %}"):
        template.add_paragraph(text)
    kinds = ("List Number", "Heading 1", "List Number", "List Bullet", "List Number", "Normal", "List Number")
    made = filled(document=template, blocks=[[kind, letter] for kind, letter in zip(kinds, "abcdefg", strict=True)])
    assert numbers(made) == ["1 a", "2 c", "3 e", "1 g"]


def test_numbers_in_the_first_column_of_a_table_count_down_its_rows(filled):
    template = docx.Document()
    table = template.add_table(rows=3, cols=2)
    for row, text in enumerate(("{%tr for x in xs %}", "{{ x }}", "{%tr endfor %}")):
        table.cell(row, 1).text = text
    table.cell(1, 0).paragraphs[0].style = "List Number"
    made = filled(document=template, xs=["a", "b", "c"])
    assert not [one for one in made.element.body.iter(qn("w:numId"))]


def test_a_list_the_template_itself_numbers_stays_as_word_numbers_it(filled):
    template = docx.Document()
    for text, style in (("one", "List Number"), ("between", None), ("two", "List Number")):
        template.add_paragraph(text, style)
    assert numbers(filled(document=template)) == ["1 one", "2 two"]


def test_pictures_fields_and_tabs_beside_a_tag_stay(filled):
    template = docx.Document()
    paragraph = template.add_paragraph("{{ x }}\tPage ")
    run = paragraph.add_run()
    field = OxmlElement("w:fldChar")
    field.set(qn("w:fldCharType"), "begin")
    run._r.append(field)
    made = filled(document=template, x="1").paragraphs[0]
    assert made.text == "1\tPage "
    assert len(list(made._p.iter(qn("w:fldChar")))) == 1


def test_a_field_named_like_a_method_is_the_field(filled):
    made = filled("{{ s.items }} {{ s.keys }} {{ s['values'] }}", s={"items": "1", "keys": "2", "values": "3"})
    assert texts(made) == ["1 2 3"]


def test_three_thousand_rows_keep_their_order_and_their_words(filled):
    template = docx.Document()
    table = template.add_table(rows=3, cols=2)
    for row, text in enumerate(("{%tr for x in xs %}", "{{ x.n }}", "{%tr endfor %}")):
        table.cell(row, 0).text = text
    made = filled(document=template, xs=[{"n": n} for n in range(3000)])
    cells = [row.find(f".//{qn('w:t')}").text for row in made.tables[0]._tbl.tr_lst]
    assert cells == [str(n) for n in range(3000)]


def test_content_controls_keep_what_is_filled_into_them(filled):
    template = docx.Document()
    box = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>{{{{ x }}}}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    template.element.body.insert(0, parse_xml(box))
    made = filled(document=template, x="in the box")
    assert [t.text for t in made.element.body.iter(qn("w:t"))] == ["in the box"]


def test_only_plain_data_reaches_a_template(filled):
    with pytest.raises(TypeError, match="plain data"):
        filled("{{ x }}", x=object())


def test_a_missing_template_is_told(tmp_path):
    with pytest.raises(DeskError, match="There is no template"):
        render(tmp_path / "nowhere.docx", {})
