"""Tags wherever Word lets an officer put them, and however Word keeps them: filled in, or refused by name."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from PIL import Image

from bali_desk.documents.layout import lay_out
from bali_desk.documents.templates.faults import TemplateFaults
from bali_desk.documents.templates.opening import as_document
from bali_desk.documents.templates.render import render
from bali_desk.documents.word import Properties, finished
from bali_desk.domain.errors import DeskError

RUN = "<w:r><w:t>{}</w:t></w:r>"


@pytest.fixture
def filled(tmp_path):
    """Fills in a document, finished as one that goes out and opened again."""

    def fill(document, **context):
        document.save(tmp_path / "t.docx")
        data = finished(render(tmp_path / "t.docx", context), Properties("", "", "", "", dt.date(2026, 2, 3)))
        assert lay_out(data).pdf
        return docx.Document(io.BytesIO(data))

    return fill


@pytest.fixture
def faults(tmp_path):
    """What is wrong with a document."""

    def find(document, **context):
        document.save(tmp_path / "t.docx")
        with pytest.raises(TemplateFaults) as raised:
            render(tmp_path / "t.docx", context)
        return [(one.where, one.why) for one in raised.value.faults]

    return find


def paragraph(document, inside):
    """A paragraph with this Word XML in it."""
    made = document.add_paragraph()
    for element in parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"):
        made._p.append(element)
    return made


def with_notes(text, kind="footnote"):
    """A document with one footnote or endnote of this text."""
    document = docx.Document()
    reference = f"<w:r><w:{kind}Reference w:id='2'/></w:r>"
    paragraph(document, RUN.format("See {{ x }}") + reference)
    root = (
        f"<w:{kind}s {nsdecls('w')}>"
        f"<w:{kind} w:type='separator' w:id='0'><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>"
        f"<w:{kind} w:id='2'><w:p>{RUN.format(text)}</w:p></w:{kind}></w:{kind}s>"
    )
    content_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    part = Part(PackURI(f"/word/{kind}s.xml"), content_type, root.encode(), document.part.package)
    document.part.relate_to(part, f"{RELATIONSHIP_TYPE.FOOTNOTES.rpartition('/')[0]}/{kind}s")
    return document


def notes_of(document, kind="footnote"):
    part = next(rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith(f"/{kind}s"))
    return ["".join(text.text for text in one.iter(qn("w:t"))) for one in parse_xml(part.blob)]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_at_the_foot_are_filled_in(filled, kind):
    made = filled(with_notes("{% if x %}Said by {{ x }} &amp; others{% endif %}", kind), x="<Ana>")
    assert notes_of(made, kind) == ["", "Said by <Ana> & others"]
    assert made.paragraphs[0].text == "See <Ana>"


def test_a_fault_in_a_footnote_names_the_footnote(faults):
    assert faults(with_notes("{{ y }}"), x=1)[0] == ("Footnote 1, paragraph 1", "there is no field “y”")


def test_a_bookmark_or_comment_that_word_put_into_a_tag_does_not_break_it(filled):
    document = docx.Document()
    mark = '<w:bookmarkStart w:id="7" w:name="a"/>', '<w:bookmarkEnd w:id="7"/><w:commentRangeStart w:id="1"/>'
    inside = RUN.format("A {{ me") + mark[0] + RUN.format("et.pl") + mark[1] + RUN.format("ace }} B")
    paragraph(document, inside)
    made = filled(document, meet={"place": "Bali"})
    assert made.paragraphs[0].text == "A Bali B"
    assert len(list(made.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")))) == 2


def test_a_loop_tag_with_a_bookmark_beside_it_still_stands_alone(filled):
    document = docx.Document()
    paragraph(document, '<w:bookmarkStart w:id="7" w:name="a"/>' + RUN.format("{% for x in xs %}"))
    document.add_paragraph("{{ x }}")
    paragraph(document, RUN.format("{% endfor %}") + '<w:bookmarkEnd w:id="7"/>')
    made = filled(document, xs=["1", "2"])
    assert [one.text for one in made.paragraphs] == ["1", "2"]


def test_bookmarks_and_pictures_a_loop_repeats_are_told_apart(filled, tmp_path):
    Image.new("RGB", (8, 8)).save(tmp_path / "logo.png")
    document = docx.Document()
    document.add_paragraph("{% for x in xs %}")
    inside = '<w:bookmarkStart w:id="7" w:name="a"/>' + RUN.format("{{ x }}") + '<w:bookmarkEnd w:id="7"/>'
    paragraph(document, inside).add_run().add_picture(str(tmp_path / "logo.png"))
    document.add_paragraph("{% endfor %}")
    made = filled(document, xs=["1", "2", "3"])
    assert len(list(made.element.body.iter(qn("w:bookmarkStart")))) == 1
    numbers = [one.get("id") for one in made.element.body.iter(qn("wp:docPr"))]
    assert len(numbers) == len(set(numbers)) == 3


def test_a_logo_stays_beside_a_tag_and_in_the_header(filled, tmp_path):
    Image.new("RGB", (60, 20), "navy").save(tmp_path / "logo.png")
    document = docx.Document()
    head = document.sections[0].header.paragraphs[0]
    head.add_run().add_picture(str(tmp_path / "logo.png"))
    head.add_run("\t{{ x }}")
    document.add_paragraph("{{ x }} ").add_run().add_picture(str(tmp_path / "logo.png"))
    made = filled(document, x="Bali")
    for element in (made.sections[0].header.paragraphs[0], made.paragraphs[0]):
        assert element.text.strip() == "Bali"
        blip = next(element._p.iter(qn("a:blip")))
        assert element.part.related_parts[blip.get(qn("r:embed"))].blob[1:4] == b"PNG"


@pytest.mark.parametrize("wrapper", ["sdt", "smartTag", "customXml"])
def test_a_tag_in_an_inline_control_is_filled_in(filled, wrapper):
    document = docx.Document()
    content = RUN.format("{{ x }}")
    content = f"<w:sdtPr/><w:sdtContent>{content}</w:sdtContent>" if wrapper == "sdt" else content
    attributes = "" if wrapper == "sdt" else ' w:element="place"'
    paragraph(document, f"{RUN.format('In ')}<w:{wrapper}{attributes}>{content}</w:{wrapper}>{RUN.format('.')}")
    assert filled(document, x="Bali").paragraphs[0].text == "In Bali."


def test_rows_and_cells_inside_content_controls_are_kept_and_filled_in(filled):
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, texts in enumerate((("a", "{{ x }}"), ("{{ x }}", "d"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    row, cell = table._tbl.tr_lst[1], table._tbl.tr_lst[0].tc_lst[1]
    for element in (row, cell):
        box = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
        element.addprevious(box)
        box[1].append(element)
    made = filled(document, x="b")
    assert [[one.text for one in row.cells] for row in made.tables[0].rows] == [["a", "b"], ["b", "d"]]


def test_tags_in_lists_and_in_tables_within_tables_are_filled_in(filled):
    document = docx.Document()
    document.add_paragraph("{% for x in xs %}")
    document.add_paragraph("{{ x }}", "List Bullet")
    document.add_paragraph("{% endfor %}")
    inner = document.add_table(1, 1).cell(0, 0).add_table(3, 1)
    for row, text in enumerate(("{% for x in xs %}", "{{ x }}", "{% endfor %}")):
        inner.cell(row, 0).text = text
    made = filled(document, xs=["1", "2"])
    assert [(one.text, one.style.name) for one in made.paragraphs] == [("1", "List Bullet"), ("2", "List Bullet")]
    assert [row.cells[0].text for row in made.tables[0].cell(0, 0).tables[0].rows] == ["1", "2"]


def test_comments_of_the_template_stay_at_home(filled):
    document = docx.Document()
    run = document.add_paragraph().add_run("{{ x }}")
    document.add_comment([run], "ask Ana about this", author="Bo")
    made = filled(document, x="1")
    assert not list(made.element.body.iter(qn("w:commentReference"), qn("w:commentRangeStart")))
    assert not [one for one in made.part.rels.values() if one.reltype.endswith("/comments")]


WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml."
HIDDEN = {
    "a link": f'<w:hyperlink w:anchor="a">{RUN.format("{")}{RUN.format("{ x }}")}</w:hyperlink>',
    "a tracked change": f'<w:ins w:id="1" w:author="A">{RUN.format("{{ x }}")}</w:ins>',
    "a field": '<w:fldSimple w:instr=" IF {{ x }} "/>',
    "a text box": "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
    f"<w:p>{RUN.format('{{ x }}')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
}


@pytest.mark.parametrize("name", HIDDEN)
def test_a_tag_where_it_cannot_be_filled_in_is_refused_by_the_name_of_the_place(faults, name):
    document = docx.Document()
    paragraph(document, HIDDEN[name])
    assert (f"a tag inside {name} is not filled in") in dict(faults(document, x=1))["Body, paragraph 1"]


def test_a_tag_in_a_complex_field_split_over_runs_is_refused(faults):
    document = docx.Document()
    codes = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (" IF {", "{ x }", "} "))
    paragraph(document, codes)
    assert "inside a field" in faults(document, x=1)[0][1]


def test_what_stands_inside_a_broken_tag_is_named(faults):
    document = docx.Document()
    inside = f'<w:ins w:id="1" w:author="A">{RUN.format("ce")}</w:ins>'
    paragraph(document, RUN.format("{{ pla") + inside + RUN.format(" }}"))
    why = "a tracked change stands inside this tag: take it out, or type the tag anew"
    assert faults(document, place=1) == [("Body, paragraph 1", why)]


def test_a_tag_in_a_chart_is_refused(faults):
    document = docx.Document()
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    words = b'<c xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>{{ x }}</a:t></c>'
    document.part.relate_to(
        Part(PackURI("/word/charts/chart1.xml"), kind, words, document.part.package), RELATIONSHIP_TYPE.CHART
    )
    assert faults(document, x=1) == [("Whole document", "a tag inside a chart is not filled in")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{ { x } }", "“{ {” has a space between its signs: write “{{”"),
        ("{ % if x % }", "“{ %” has a space between its signs: write “{%”"),
        ("Held in {meeting.place}.", "“{meeting.place}” stands in single braces: write “{{ meeting.place }}”"),
        ("{{ x|default(“none’) }}", "a quotation mark has no partner in this tag"),
        ("{% set x %}", "“set” needs a name, “=” and a value: {% set x = meeting.place %}"),
    ],
)
def test_braces_that_almost_make_a_tag_are_told(faults, text, why):
    document = docx.Document()
    document.add_paragraph(text)
    assert faults(document, x=1)[0] == ("Body, paragraph 1", why)


def test_braces_that_are_no_tag_print_as_they_are(filled):
    document = docx.Document()
    document.add_paragraph("A set {1, 2} and {x}.")
    assert filled(document).paragraphs[0].text == "A set {1, 2} and {x}."


def retyped(document, path, main):
    """The document saved with another content type of its main part."""
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", main
                )
            new.writestr(name, data)
    return path


@pytest.mark.parametrize("kind", [b"document.macroEnabled.main", b"template.macroEnabledTemplate.main"])
def test_a_file_with_macros_is_refused_in_one_sentence(tmp_path, kind):
    main = b"application/vnd.ms-word." + kind + b"+xml"
    path = retyped(docx.Document(), tmp_path / "x.docm", main + b"+xml")
    with pytest.raises(DeskError, match=r"“x.docm” is a Word file with macros \(.docm\): save it from Word as .docx"):
        render(path, {})


def test_a_dotx_becomes_a_docx_that_word_opens_for_editing(tmp_path):
    path = retyped(docx.Document(), tmp_path / "x.dotx", WORD + b"template.main+xml")
    assert docx.Document(io.BytesIO(as_document(path)))
    plain = tmp_path / "y.docx"
    docx.Document().save(plain)
    assert as_document(plain) == plain.read_bytes()


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("{{ day|date }}, {{ day|date('weekday') }}", "26 May 2017, Friday, 26 May 2017"),
        ("{{ day|date('day') }}; {{ day|date('month') }}; {{ '2017-05-26'|date('year') }}", "26 May; May 2017; 2017"),
        ("{{ day|date('figures') }} {{ '2017-05'|date }} {{ 'soon'|date('iso') }}", "26/05/2017 May 2017 soon"),
        ("{{ 3|ordinal }} {{ '21'|ordinal_word }} {{ none|ordinal }}", "3rd twenty-first "),
        ("{{ names|listed }}; {{ names[:2]|listed('or') }}; {{ names[:1]|listed }}; {{ []|listed }}",
         "Bo, Ana and Cy; Bo or Ana; Bo; "),
        ("{{ people|names|listed }}", "Ms Ana and Mr Bo"),
        ("{{ people|sort('age')|pick('home')|join(' then ') }}", "Fiji then Laos"),
        ("{{ names|sort|join }}; {{ names|reverse|first }}; {{ names|length }}", "Ana, Bo, Cy; Cy; 3"),
    ],
)  # fmt: skip
def test_filters_for_dates_ordinals_names_and_lists(filled, tag, text):
    document = docx.Document()
    document.add_paragraph(tag)
    people = [{"full_name": "Ms Ana", "home": "Laos", "age": 40}, {"full_name": "Mr Bo", "home": "Fiji", "age": 9}]
    made = filled(document, day=dt.date(2017, 5, 26), names=["Bo", "Ana", "Cy"], people=people, none=None)
    assert made.paragraphs[0].text == text


@pytest.mark.parametrize(
    ("tag", "why"),
    [
        ("{{ x|join }}", "|join works on a list, and this is none"),
        ("{{ people|listed }}", "pick one first, as in people|names|listed"),
        ("{{ people|pick('nose') }}", "nothing in this list has a field “nose”"),
        ("{{ x|ordinal }}", "only a number has an ordinal"),
        ("{{ x|date('moon') }}", "there is no form “moon” of dates; choose one of weekday, day"),
        ("{{ 3|length }}", "only a list or a text has a length"),
    ],
)
def test_a_filter_on_what_it_cannot_work_on_says_so(faults, tag, why):
    document = docx.Document()
    document.add_paragraph(tag)
    assert why in faults(document, x="abc", people=[{"a": 1}])[0][1]


def test_a_template_saved_by_libreoffice_keeps_one_set_of_properties(tmp_path):
    saved, path = io.BytesIO(), tmp_path / "t.docx"
    docx.Document().save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            kinds = b"/package/2006/relationships/metadata", b"/officedocument/2006/relationships/metadata"
            new.writestr(name, old.read(name).replace(*kinds) if name == "_rels/.rels" else old.read(name))
    data = finished(render(path, {}), Properties("Title", "", "", "", dt.date(2026, 2, 3)))
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        assert made.namelist().count("docProps/core.xml") == 1
    assert docx.Document(io.BytesIO(data)).core_properties.title == "Title"
