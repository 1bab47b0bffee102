"""What is wrong in a template is told with its place, all at once, and nothing in it can run away or break out."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from bali_desk.documents.templates.faults import TemplateFaults
from bali_desk.documents.templates.render import render
from bali_desk.domain.errors import DeskError


@pytest.fixture
def faults(tmp_path):
    """The faults of a template of these paragraphs."""

    def find(*paragraphs, document=None, **context):
        document = document or docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.save(tmp_path / "agenda.docx")
        with pytest.raises(TemplateFaults) as raised:
            render(tmp_path / "agenda.docx", context)
        return [(fault.where, fault.why) for fault in raised.value.faults]

    return find


def test_a_misspelt_field_names_its_place_and_the_nearest_one(faults):
    assert faults("A", "{{ meeting.plcae }}", meeting={"place": "Bali", "title": ""}) == [
        ("Body, paragraph 2", "there is no field “plcae”; did you mean “place”?")
    ]


def test_a_misspelt_group_of_fields_is_found_before_anything_is_filled_in(faults):
    assert faults("{{ meting.place }}", "{% if bodi %}x{% endif %}", meeting={"place": "Bali"}, body={}) == [
        ("Body, paragraph 1", "there is no field “meting”; did you mean “meeting”?"),
        ("Body, paragraph 2", "there is no field “bodi”; did you mean “body”?"),
    ]


def test_every_fault_is_told_at_once(faults):
    found = faults(
        "{{ x", "{{ x|uppr }}", "{% if x %}", "{% frobnicate %}", "{{ }}", "{{ x y }}", "{%p if x %} lost", x=1
    )
    assert [where for where, _ in found] == [f"Body, paragraph {n}" for n in (1, 2, 4, 5, 6, 7, 3)]
    assert "“{{” has no partner" in found[0][1]
    assert found[1][1] == "there is no filter “uppr”; did you mean “upper”?"
    assert found[2][1] == "there is no tag “frobnicate”"
    assert "never closed" in found[-1][1]


def test_several_missing_fields_are_told_together(faults):
    assert len(faults("{{ m.a }}", "{{ m.b }} {{ m.c }}", m={"x": 1})) == 3


def test_a_fault_in_a_table_names_row_and_column(faults):
    template = docx.Document()
    template.add_table(rows=2, cols=3).cell(1, 2).text = "{{ m.nmae }}"
    assert faults(document=template, m={"name": ""})[0][0] == "Body, table 1, row 2, column 3, paragraph 1"


def test_a_fault_in_a_header_names_the_header(faults):
    template = docx.Document()
    template.sections[0].different_first_page_header_footer = True
    template.sections[0].first_page_header.paragraphs[0].text = "{{ m.a }}"
    assert faults(document=template, m={})[0][0] == "First-page header, paragraph 1"


def test_the_message_is_one_sentence_with_the_words_that_stand_there(tmp_path):
    document = docx.Document()
    document.add_paragraph("Held in {{ place|uppr }} today")
    document.save(tmp_path / "mine.docx")
    with pytest.raises(DeskError) as raised:
        render(tmp_path / "mine.docx", {"place": "Bali"})
    message = (
        "Mend the template “mine.docx”: Body, paragraph 1: there is no filter “uppr”; did you mean “upper”? "
        "«Held in {{ place|uppr }} today»."
    )
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("paragraphs", "why"),
    [
        (["{% endif %}"], "“endif” has nothing open before it"),
        (["{% for x in xs %}", "{% if x %}", "{% endfor %}"], "“endfor” stands where “endif” should"),
        (["{% for x in xs %}a", "{% endfor %}"], "must end in the same paragraph"),
        (["{% for x in %}", "{% endfor %}"], "something is missing"),
    ],
)
def test_tags_that_do_not_pair_are_told(faults, paragraphs, why):
    assert why in faults(*paragraphs, xs=[])[0][1]


@pytest.mark.parametrize(
    ("kind", "why"), [("hyperlink", "a link"), ("ins", "a tracked change"), ("fldSimple", "a field")]
)
def test_a_tag_where_it_cannot_be_filled_in_is_told(faults, kind, why):
    template = docx.Document()
    inside = f"<w:{kind} {nsdecls('w')}><w:r><w:t>{{{{ x }}}}</w:t></w:r></w:{kind}>"
    template.add_paragraph("A")._p.append(parse_xml(inside))
    assert f"inside {why}" in faults(document=template, x="")[0][1]


def test_a_row_tag_beside_other_words_is_told(faults):
    template = docx.Document()
    template.add_table(rows=1, cols=1).cell(0, 0).text = "{%tr for x in xs %} and {{ x }}"
    assert "a row of its own" in faults(document=template, xs=[])[0][1]


@pytest.mark.parametrize(
    "attack",
    [
        "{{ m.__class__ }}",
        "{{ m['__class__'] }}",
        "{{ text.upper() }}",
        "{{ text.format(1) }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ range(10) }}",
        "{{ self._TemplateReference__context }}",
        "{{ m.items() }}",
        "{{ m.get('a') }}",
        "{{ loop }}",
        "{{ bd__open(0) }}",
        "{{ text * 100000000 }}",
        "{{ 9**9**9 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ xs * 100000000 }}",
        "{{ text|center(1000000000) }}",
        "{{ text|attr('upper') }}",
        "{{ 1/0 }}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% macro f() %}{% endmacro %}",
        "{% raw %}",
        "{{ m }}",
        "{{ xs }}",
        "{% for c in text %}{% endfor %}",
        "{% for x in xs %}{{ loop }}{% endfor %}",
        "{% for x in xs %}{{ loop.cycle }}{% endfor %}",
        "{{ text|ordinal }}",
        "{{ 5|join }}",
        "{% for x in xs recursive %}{{ loop(xs) }}{% endfor %}",
    ],
)
def test_a_template_can_neither_call_nor_break_out_nor_run_away(faults, attack):
    assert faults(attack, m={"a": 1}, text="abc", xs=[1, 2])


def test_loops_within_loops_stop(faults):
    nested = "".join(f"{{% for {name} in xs %}}" for name in "abcd") + "{% endfor %}" * 4
    assert "steps" in faults(nested, xs=list(range(100)))[0][1]


def test_text_that_doubles_stops(faults):
    assert "too long" in faults("{% set x = 'ab' %}" + "{% set x = x ~ x %}" * 60)[0][1]


def test_output_that_grows_stops(faults):
    assert faults("{% for x in xs %}{{ text }}{% endfor %}", xs=[0] * 300, text="x" * 100_000)


def rewritten(document, change):
    """A template whose zip was changed by hand."""
    before, after = io.BytesIO(), io.BytesIO()
    document.save(before)
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(after, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()}
        change(parts)
        for name, data in parts.items():
            new.writestr(name, data)
    return after.getvalue()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda parts: parts.update({"word/vbaProject.bin": b"x"}), "macro"),
        (
            lambda parts: parts.update({"word/document.xml": b"<!DOCTYPE a>" + parts["word/document.xml"]}),
            "other files",
        ),
        (lambda parts: parts.update({"word/big.xml": b" " * (17 * 2**20)}), "too large"),
        (lambda parts: parts.update({"word/document.xml": b"<w:document"}), "damaged"),
        (lambda parts: parts.pop("word/document.xml"), "damaged"),
    ],
)
def test_a_file_that_is_no_template_is_refused_in_words(tmp_path, change, why):
    path = tmp_path / "sent.docx"
    path.write_bytes(rewritten(docx.Document(), change))
    with pytest.raises(DeskError, match=why):
        render(path, {})


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a zip", b"\xd0\xcf\x11\xe0 an old .doc"])
def test_another_kind_of_file_is_refused_in_words(tmp_path, data):
    (tmp_path / "x.docx").write_bytes(data)
    with pytest.raises(DeskError, match="not a Word file"):
        render(tmp_path / "x.docx", {})


def test_a_field_that_reads_other_files_is_refused(tmp_path):
    document = docx.Document()
    code = f'<w:fldSimple {nsdecls("w")} w:instr=" DDEAUTO c:\\cmd "/>'
    document.add_paragraph()._p.append(parse_xml(code))
    document.save(tmp_path / "x.docx")
    with pytest.raises(DeskError, match="DDEAUTO"):
        render(tmp_path / "x.docx", {})


def test_links_out_of_the_file_go_but_web_addresses_stay(tmp_path):
    document = docx.Document()
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    document.part.relate_to("file://server/x.dotm", f"{base}/attachedTemplate", is_external=True)
    document.part.relate_to("https://example.org", f"{base}/hyperlink", is_external=True)
    document.save(tmp_path / "x.docx")
    made = render(tmp_path / "x.docx", {})
    assert [one.target_ref for one in made.part.rels.values() if one.is_external] == ["https://example.org"]


def test_a_dotx_is_as_good_as_a_docx(tmp_path):
    kinds = (b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml")

    def as_template(parts):
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(*kinds)

    document = docx.Document()
    document.add_paragraph("{{ x }}")
    (tmp_path / "x.dotx").write_bytes(rewritten(document, as_template))
    made = render(tmp_path / "x.dotx", {"x": "1"})
    assert made.element.body.find(f".//{qn('w:t')}").text == "1"
