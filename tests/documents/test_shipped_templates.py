"""The templates that come with the program: clean, and asking only for what their document offers."""

from __future__ import annotations

import difflib
import hashlib
import json
import re
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest

from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.shelf import DOCUMENTS, TEMPLATES, make_pdf, make_word
from bali_desk.documents.template_check import check_template
from bali_desk.documents.transcript import transcript

CARDS = ("name-plates", "badges")  # cut and folded: without letterhead and page number
GOLDEN = Path(__file__).parents[1] / "golden"


def test_every_document_has_its_template_and_every_template_its_document():
    assert {path.stem for path in TEMPLATES.glob("*.docx")} == set(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_template_asks_only_for_what_its_document_offers_and_prints_as_word_shows_it(name):
    report = check_template(name, TEMPLATES / f"{name}.docx")
    assert (report.faults, report.notes) == ([], [])
    assert set(report.used) <= set(report.offered)
    assert "document.title" in report.offered


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_template_says_nothing_of_the_machine_it_was_made_on(name):
    core = docx.Document(str(TEMPLATES / f"{name}.docx")).core_properties
    assert (core.author, core.comments, core.last_modified_by) == ("", "", "")
    with zipfile.ZipFile(TEMPLATES / f"{name}.docx") as packed:
        assert not [part for part in packed.namelist() if "thumbnail" in part or "custom" in part.lower()]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_pages_are_a4_with_page_numbers_and_tables_repeat_their_head(name):
    document = docx.Document(str(TEMPLATES / f"{name}.docx"))
    section = document.sections[0]
    assert {round(section.page_width.cm, 1), round(section.page_height.cm, 1)} == {21.0, 29.7}
    if name in CARDS:
        assert section.footer.is_linked_to_previous
        return
    for footer in (section.footer, section.first_page_footer):
        assert footer.paragraphs[0].text.endswith("Page 1 of 1")
    for table in document.tables:
        assert table.rows[0]._tr.trPr.xpath("./w:tblHeader")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_pdf_says_every_word_of_the_word_file(name, sample):
    with pypdfium2.PdfDocument(make_pdf(name, sample)) as pdf:
        printed = " ".join(page.get_textpage().get_text_bounded() for page in pdf).casefold()
    body = transcript(make_word(name, sample)).split("\n\n", 2)[-1]
    said = [line.partition(" | ")[2] for line in body.splitlines()]
    words = {word.casefold() for line in said for word in re.findall(r"[A-Za-z]{4,}", line)}
    assert len(words) > 10
    assert [word for word in sorted(words) if word not in printed] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_sample_meeting_reads_as_agreed(name, sample, pytestconfig):
    """A change of template or wording shows here: look at the pages, then run pytest --update-golden."""
    edition = Edition("draft", 2) if name == "statement" else None
    options = Options(blank_rows=2) if name in ("attendance", "badges") else None
    said = transcript(make_word(name, sample, edition=edition, options=options))
    path = GOLDEN / f"document-{name}.txt"
    if pytestconfig.getoption("--update-golden"):
        path.write_text(said, encoding="utf-8")
    agreed = path.read_text(encoding="utf-8")
    difference = difflib.unified_diff(agreed.splitlines(), said.splitlines(), "agreed", "made", lineterm="")
    assert said == agreed, "\n" + "\n".join(difference)


def test_the_sample_gives_the_same_word_files_to_the_byte_on_every_machine(sample, pytestconfig):
    """Kept as digests, for whoever runs this elsewhere; a change of a template or of what fills it in changes them."""
    found = {name: hashlib.sha256(make_word(name, sample)).hexdigest() for name in DOCUMENTS}
    kept = GOLDEN / "document-digests.json"
    if pytestconfig.getoption("--update-golden"):
        kept.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(kept.read_text(encoding="utf-8"))
