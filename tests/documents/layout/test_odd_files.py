from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from bali_desk.documents.layout import lay_out
from bali_desk.domain.errors import DeskError


def changed(data: bytes, part: str, change) -> bytes:
    """The same Word file with one part changed, or left out when the change is None."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
            elif change is not None:
                new.writestr(name, change(old.read(name)))
    return out.getvalue()


@pytest.fixture
def simple(paper, as_bytes) -> bytes:
    document = paper()
    document.add_paragraph("Text")
    return as_bytes(document)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 no Word file", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_word_file_is_told_in_one_sentence(tmp_path, data):
    file = tmp_path / "returned.docx"
    file.write_bytes(data)
    with pytest.raises(DeskError, match=r"^“returned\.docx” is not a Word file, or it is damaged: .*\.docx\.$"):
        lay_out(file)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DeskError, match=r"^There is no file “gone\.docx”\.$"):
        lay_out(tmp_path / "gone.docx")


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml"])
def test_a_damaged_part_is_told_as_a_damaged_file(simple, part):
    with pytest.raises(DeskError, match="damaged"):
        lay_out(changed(simple, part, lambda old: old[: len(old) // 2]))


def test_a_word_file_cut_short_is_told_as_damaged(simple):
    with pytest.raises(DeskError, match="damaged"):
        lay_out(simple[: len(simple) // 2])


def test_a_file_that_asks_for_other_files_is_refused(simple):
    entity = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    with pytest.raises(DeskError, match="DOCTYPE"):
        lay_out(changed(simple, "word/document.xml", lambda old: entity + old[old.index(b"<w:document") :]))


def test_a_file_that_unpacks_without_end_is_refused_before_it_is_read(simple):
    with pytest.raises(DeskError, match="too large"):
        lay_out(changed(simple, "docProps/thumbnail.jpeg", lambda _: bytes(70 * 2**20)))


@pytest.mark.parametrize("part", ["word/styles.xml", "word/numbering.xml", "word/settings.xml", "docProps/core.xml"])
def test_a_file_without_a_part_it_could_have_is_still_printed(simple, part):
    assert lay_out(changed(simple, part, None)).pages == 1


def test_the_text_of_a_text_box_is_printed_and_noted(paper, print_out):
    document = paper()
    run = document.add_paragraph("Before").add_run()
    run._r.append(
        parse_xml(
            f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>'
            "<w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
        )
    )
    document.add_paragraph("After")
    printed = print_out(document)
    assert printed.text.split("\n") == ["Before", "In the box", "After"]
    assert printed.laid.notes == ["text box (its text is printed in place)"]


def test_content_controls_are_read_through(paper, print_out):
    document = paper()
    inner = document.add_paragraph("In a control")._p
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    inner.getparent().replace(inner, control)
    content.append(inner)
    control.append(content)
    assert print_out(document).text == "In a control"


def test_an_empty_document_has_one_page(paper, as_bytes):
    assert lay_out(as_bytes(paper())).pages == 1


@pytest.mark.parametrize("nonsense", [b"", b"abc", b"nan", b"inf", b"-7", b"99999999", b"1e9"])
@pytest.mark.parametrize(
    "name", [b"w:val", b"w:w", b"w:type", b"w:before", b"w:line", b"w:left", b"w:hanging", b"w:pos"]
)
def test_a_measure_that_is_nonsense_does_not_stop_the_print(paper, as_bytes, name, nonsense):
    document = paper()
    document.add_paragraph("one\ttwo", style="List Number").paragraph_format.tab_stops.add_tab_stop(Cm(4))
    document.paragraphs[0].paragraph_format.left_indent = Cm(1)
    document.paragraphs[0].paragraph_format.space_before = Cm(1)
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Across"
    table.rows[0].height = Cm(1)

    def spoil(old: bytes) -> bytes:
        return re.sub(name + rb'="[^"]*"', name + b'="' + nonsense + b'"', old)

    assert lay_out(changed(as_bytes(document), "word/document.xml", spoil)).pages >= 1


def test_tables_without_end_inside_one_another_are_refused_in_words(simple):
    opening = b"<w:tbl><w:tblGrid><w:gridCol w:w='5000'/></w:tblGrid><w:tr><w:tc>"
    closing = b"<w:p/></w:tc></w:tr></w:tbl>"

    def deepen(old: bytes) -> bytes:
        return old.replace(b"<w:sectPr", opening * 240 + closing * 240 + b"<w:sectPr", 1)

    with pytest.raises(DeskError, match="too deep"):
        lay_out(changed(simple, "word/document.xml", deepen))
