"""A template is tried before it is trusted, in every branch, on a full meeting and an empty one."""

from __future__ import annotations

import docx
import pytest

from bali_desk.documents.shelf import DOCUMENTS, TEMPLATES
from bali_desk.documents.template_check import check_template
from bali_desk.domain.errors import DeskError


@pytest.fixture
def check(tmp_path):
    """Checks a template of these paragraphs for the agenda."""

    def checked(*paragraphs):
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.save(tmp_path / "t.docx")
        return check_template("agenda", tmp_path / "t.docx")

    return checked


def test_a_good_template_says_what_it_uses_and_what_it_could(check):
    report = check(
        "{% for day in days %}", "{% for l in day.lines %}", "{{ l.title }} {{ loop.index }}", *["{% endfor %}"] * 2
    )
    assert report.faults == []
    assert report.used == ["days", "days[].lines", "days[].lines[].title"]
    assert {"days[].lines[].time", "meeting.place", "body.short"} <= set(report.offered)


def test_a_slip_in_a_branch_no_meeting_takes_is_found(check):
    report = check("{% if meeting.ordinal == 99 %}", "{{ meeting.plase }}", "{% endif %}")
    assert [(fault.where, fault.why) for fault in report.faults] == [
        ("Body, paragraph 2", "there is no field “plase” in “meeting”; did you mean “place”?")
    ]


def test_a_slip_inside_loops_is_found_in_the_innermost_list(check):
    lines = ("{% for day in days %}", "{% for l in day.lines %}", "{{ l.titel }}{{ day.tilte }}", *["{% endfor %}"] * 2)
    assert [fault.why for fault in check(*lines).faults] == [
        "there is no field “titel” in “days[].lines”; did you mean “title”?",
        "there is no field “tilte” in “days”; did you mean “title”?",
    ]


def test_names_made_by_set_and_with_are_followed(check):
    report = check("{% set m = meeting %}", "{{ m.place }}", "{% with b = body %}", "{{ b.nome }}", "{% endwith %}")
    assert [fault.where for fault in report.faults] == ["Body, paragraph 4"]


def test_a_template_that_fails_only_on_an_empty_meeting_is_found(check):
    assert "there is no field “0”" not in [fault.why for fault in check("{{ days[0].title }}").faults]
    assert [fault.where for fault in check("{{ days[0].title }}").faults] == ["Body, paragraph 1"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("titel", "document.title"), ("plase", "meeting.place"), ("bodi", "body"), ("xyzzy", "")]
)
def test_a_field_mistyped_without_its_group_is_sought_in_all_groups(check, typed, meant):
    (fault,) = check(f"{{{{ {typed} }}}}").faults
    assert fault.instead == meant
    assert fault.why == f"there is no field “{typed}”" + (f"; did you mean “{meant}”?" if meant else "")


def test_faults_of_structure_come_with_the_fields_offered(check):
    report = check("{% if meeting.venu %}", "{{ place|nope }}", "{{ meeting.plcae }}")
    assert [(fault.where[-1], fault.why) for fault in report.faults] == [
        ("1", "this “if” is never closed (“endif” is missing)"),
        ("1", "there is no field “venu” in “meeting”; did you mean “venue”?"),
        ("2", "there is no filter “nope”"),
        ("3", "there is no field “plcae” in “meeting”; did you mean “place”?"),
    ]
    assert [fault.instead for fault in report.faults] == ["", "meeting.venue", "", "meeting.place"]
    assert report.used == []
    assert report.offered


def test_fields_are_followed_through_tags_that_do_not_pair(check):
    paragraphs = (
        "{% endif %}",
        "{% for d in days %}",
        "{% if d.titel %}",
        "{% endfor %}",
        "{% else %}",
        "{{ body.nome }}",
    )
    report = check(*paragraphs)
    assert [(fault.where[-1], fault.instead) for fault in report.faults if fault.instead] == [
        ("3", "days[].title"),
        ("6", "body.name"),
    ]
    assert "“endif” has nothing open before it" in report.faults[0].why


def test_faults_come_in_the_order_of_the_pages_headers_after_the_body(tmp_path):
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ body.nome }}"
    document.add_paragraph("{% if days %}")
    document.add_table(1, 1).cell(0, 0).text = "{{ nothing.at_all }}"
    document.add_paragraph("{{ body.shirt }}")
    document.save(tmp_path / "t.docx")
    report = check_template("agenda", tmp_path / "t.docx")
    assert [fault.where for fault in report.faults] == [
        "Body, paragraph 1",
        "Body, table 1, row 1, column 1, paragraph 1",
        "Body, paragraph 2",
        "Header, paragraph 1",
    ]


def test_what_goes_wrong_only_when_filled_in_is_told_with_the_faults_of_other_parts(tmp_path):
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ body.nome }}"
    document.add_paragraph("{{ body.name|ordinal }}")
    document.save(tmp_path / "t.docx")
    found = [(fault.where, fault.why) for fault in check_template("agenda", tmp_path / "t.docx").faults]
    assert found[0] == ("Body, paragraph 1", "only a number has an ordinal")
    assert len(found) == 2


def test_a_field_whose_group_was_left_out_is_named_whole(check):
    (fault,) = check("{{ venue }}").faults
    assert (fault.why, fault.instead) == ("there is no field “venue”; did you mean “meeting.venue”?", "meeting.venue")


def test_what_the_pdf_shows_otherwise_is_told_together_with_the_faults(tmp_path):
    document = docx.Document()
    document.add_paragraph("{{ nothing }}").add_run().font.name = "Papyrus"
    document.paragraphs[0].runs[0].font.name = "Papyrus"
    document.save(tmp_path / "t.docx")
    report = check_template("agenda", tmp_path / "t.docx")
    assert len(report.faults) == 1
    assert any("Papyrus" in note for note in report.notes)


def test_a_file_of_another_kind_and_an_unknown_document_are_told(tmp_path):
    (tmp_path / "x.docx").write_text("no")
    with pytest.raises(DeskError, match="not a Word file"):
        check_template("agenda", tmp_path / "x.docx")
    with pytest.raises(DeskError, match="no document “poster”"):
        check_template("poster", tmp_path / "x.docx")


def test_the_guide_for_authors_of_templates_names_every_field_filter_and_document():
    guide = (TEMPLATES / "README.md").read_text(encoding="utf-8")
    for name in DOCUMENTS:
        assert f"| {name} |" in guide
        for path in check_template(name, TEMPLATES / f"{name}.docx").offered:
            assert f"`{path.replace('[]', '').rpartition('.')[2]}`" in guide, path
