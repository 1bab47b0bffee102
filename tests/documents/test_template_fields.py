"""The reference of fields and filters: it tells all there is, and what it tells is so."""

from __future__ import annotations

import docx
import pytest

from bali_desk.documents.shelf import DOCUMENTS, TEMPLATES
from bali_desk.documents.template_check import check_template, example_context
from bali_desk.documents.template_fields import fields, filters, meaning_of
from bali_desk.documents.templates.filters import ALIASES, FILTERS
from bali_desk.documents.templates.render import render
from bali_desk.self_test import sample_record


@pytest.fixture(scope="module")
def record():
    return sample_record()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_field_a_document_offers_has_a_meaning_and_a_tag_that_the_check_accepts(name, record, tmp_path):
    listed = fields(name, record)
    assert [one.path for one in listed if not one.meaning] == []
    offered = {one for one in check_template(name, DOCUMENTS[name].template).offered if not one.endswith("[]")}
    groups = {one for one in offered if f"{one}." in " ".join(offered)}
    assert {one.path for one in listed} >= offered - groups
    document = docx.Document()
    for one in listed:
        loops = (*one.around, *([one.tag] if one.tag.startswith("{%") else []))
        value = "" if one.tag.startswith("{%") else one.tag
        document.add_paragraph("".join(loops) + value + "{% endfor %}" * len(loops))
    document.save(tmp_path / "t.docx")
    assert check_template(name, tmp_path / "t.docx").faults == []


def test_examples_are_those_of_the_meeting(record):
    found = {one.path: one for one in fields("agenda", record)}
    assert (found["meeting.place"].tag, found["meeting.place"].example) == ("{{ meeting.place }}", "Bali, Indonesia")
    title = found["days[].lines[].title"]
    assert (title.tag, title.example) == ("{{ line.title }}", "Opening ceremony")
    assert title.around == ("{% for day in days %}", "{% for line in day.lines %}")
    assert (found["papers"].tag, found["papers"].example) == ("{% for paper in papers %}", "9 entries")


def test_what_nobody_has_told_has_no_meaning():
    assert meaning_of("agenda", "meeting.moon") == ""


def test_every_filter_is_told_and_gives_what_is_told(record, tmp_path):
    told = filters()
    for name in set(FILTERS) - set(ALIASES):
        assert any(f"|{name}" in one.tag for one in told), name
    document = docx.Document()
    for one in told:
        document.add_paragraph(one.tag)
    document.save(tmp_path / "t.docx")
    made = render(tmp_path / "t.docx", example_context("participants", record))
    assert [one.text for one in made.paragraphs] == [one.gives for one in told]


def test_the_guide_has_the_same_filters_in_its_table():
    guide = (TEMPLATES / "README.md").read_text(encoding="utf-8")
    cells = [(one.tag.replace("|", r"\|"), one.gives, one.meaning.replace("|", r"\|")) for one in filters()]
    rows = [f"| `{tag}` | {gives} | {meaning} |" for tag, gives, meaning in cells]
    assert "\n".join(rows) in guide
    assert guide.count("\n| `{{ ") == len(rows) + 1  # and the one of the table of tags
