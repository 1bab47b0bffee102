"""Nothing dangerous comes in with a Word file, and nothing of it or of its author goes out: each attack, made here."""

from __future__ import annotations

import base64
import datetime as dt
import io
import struct
import zipfile
import zlib

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from bali_desk.documents.layout import lay_out
from bali_desk.documents.templates.faults import TemplateFaults
from bali_desk.documents.templates.render import render
from bali_desk.documents.word import Properties, finished
from bali_desk.domain.errors import DeskError
from bali_desk.exchange.agreed.reading import read_text_file

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
CONTENT = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"


def changed(change, document=None) -> bytes:
    """A Word file whose parts were changed by hand."""
    before, after = io.BytesIO(), io.BytesIO()
    (document or docx.Document()).save(before)
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(after, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()}
        change(parts)
        for name, data in parts.items():
            new.writestr(name, data)
    return after.getvalue()


def put(part, data):
    return changed(lambda parts: parts.update({part: data}))


def in_body(xml: str):
    """A Word file with this inside the body."""

    def change(parts):
        parts[CONTENT] = parts[CONTENT].replace(b"<w:sectPr", xml.encode() + b"<w:sectPr", 1)

    return changed(change)


def related(kind: str, target: str, body: str = "", outside: bool = True, data: bytes | None = None):
    """A Word file whose body is in a relation to something, under the id rIdX."""
    mode = ' TargetMode="External"' if outside else ""
    one = f'<Relationship Id="rIdX" Type="{kind}" Target="{target}"{mode}/></Relationships>'

    def change(parts):
        parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", one.encode())
        spaces = f'<w:document xmlns:r="{RELATION}" xmlns:v="urn:schemas-microsoft-com:vml" '.encode()
        if b"xmlns:v=" in parts[CONTENT]:
            spaces = b"<w:document "
        content = parts[CONTENT].replace(b"<w:document ", spaces, 1)
        parts[CONTENT] = content.replace(b"<w:sectPr", body.encode() + b"<w:sectPr", 1)
        if data is not None:
            parts[f"word/{target}"] = data
            default = b'<Default Extension="bin" ContentType="application/octet-stream"/></Types>'
            parts[TYPES] = parts[TYPES].replace(b"</Types>", default)

    return changed(change)


def field(code: str, *more: str) -> str:
    """A field of runs; `more` are further pieces of its code."""
    pieces = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in (code, *more))
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end"))
    return f"<w:p>{begin}{pieces}{middle}<w:r><w:t>shown</w:t></w:r>{end}</w:p>"


def png(width: int, height: int) -> bytes:
    """A picture that says it is so large, in a few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(9))) + chunk(b"IEND", b"")


def with_entity(declaration: str) -> bytes:
    def change(parts):
        body = parts[CONTENT][parts[CONTENT].index(b"<w:document") :]
        parts[CONTENT] = b'<?xml version="1.0"?><!DOCTYPE x [' + declaration.encode() + b"]>" + body

    return changed(change)


def encoded(encoding: str) -> bytes:
    """A declaration hidden from whoever looks for its bytes."""

    def change(parts):
        text = parts[CONTENT].decode().split("?>", 1)[1]
        head = f'<?xml version="1.0" encoding="{encoding}"?>'
        if encoding == "UTF-7":
            hidden = (
                "+" + base64.b64encode("<!DOCTYPE x [<!ENTITY a 'b'>]>".encode("utf-16-be")).decode().rstrip("=") + "-"
            )
            parts[CONTENT] = (head + hidden + text).encode()
        else:
            parts[CONTENT] = (head + "<!DOCTYPE x [<!ENTITY a 'b'>]>" + text).encode(encoding)

    return changed(change)


def twice() -> bytes:
    """Two parts of one name: a checker may look at the one and a reader at the other."""
    out = io.BytesIO(changed(lambda parts: None))
    with zipfile.ZipFile(out, "a") as packed, pytest.warns(UserWarning, match="Duplicate"):
        packed.writestr(CONTENT, b"<w:document/>")
    return out.getvalue()


def many_parts() -> bytes:
    return changed(lambda parts: parts.update({f"word/x{number}.xml": b"<x/>" for number in range(3_000)}))


BOMB = b"<w:p/>" * 5_000_000

ATTACKS = {
    "an outside entity": (lambda: with_entity('<!ENTITY a SYSTEM "file:///etc/passwd">'), "DOCTYPE"),
    "entities that multiply": (lambda: with_entity('<!ENTITY a "ha"><!ENTITY b "&a;&a;">'), "DOCTYPE"),
    "an entity in UTF-16": (lambda: encoded("UTF-16"), "damaged"),
    "an entity in UTF-7": (lambda: encoded("UTF-7"), "damaged"),
    "an entity behind another name": (lambda: put("word/x.bin", b"<?xml version='1.0'?><!DOCTYPE x>"), "DOCTYPE"),
    "a zip bomb": (lambda: put("word/media/a.png", bytes(140 * 2**20)), "too large"),
    "a zip bomb of many": (many_parts, "too large"),
    "an XML bomb": (lambda: put("word/styles.xml", BOMB), "too large"),
    "two parts of one name": (twice, "damaged"),
    "a path that climbs": (lambda: put("../../evil.xml", b"<x/>"), "damaged"),
    "a picture without end": (lambda: put("word/media/a.png", png(40_000, 40_000)), "40,000 by 40,000"),
    "a macro": (lambda: put("word/vbaProject.bin", b"x"), "macro"),
    "a macro under another name": (
        lambda: related(f"{MICROSOFT}/vbaProject", "quiet.bin", outside=False, data=b"x"),
        "macro",
    ),
    "a .docm under the name .docx": (
        lambda: changed(
            lambda parts: parts.update(
                {
                    TYPES: parts[TYPES].replace(
                        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                        b"application/vnd.ms-word.document.macroEnabled.main+xml",
                    )
                }
            )
        ),
        "macro",
    ),
    "an embedded object": (lambda: related(f"{RELATION}/oleObject", "o.bin", outside=False, data=b"x"), "embedded"),
    "an embedded workbook": (lambda: related(f"{RELATION}/package", "o.bin", outside=False, data=b"x"), "embedded"),
    "a control that runs": (lambda: related(f"{RELATION}/control", "c.bin", outside=False, data=b"x"), "control"),
    "another document inside": (
        lambda: related(f"{RELATION}/aFChunk", "c.bin", '<w:altChunk r:id="rIdX"/>', outside=False, data=b"x"),
        "another file",
    ),
    "a part of a document elsewhere": (
        lambda: related(f"{RELATION}/subDocument", "file:///x.docx", '<w:p><w:subDoc r:id="rIdX"/></w:p>'),
        "another file",
    ),
    "something nobody knows": (lambda: related(f"{RELATION}/newThing", "n.bin", outside=False, data=b"x"), "newThing"),
    "DDE": (lambda: in_body(field(" DDEAUTO c:\\\\cmd.exe ")), "DDEAUTO"),
    "DDE in pieces": (lambda: in_body(field(" DD", "EAU", "TO c:\\\\cmd.exe ")), "DDEAUTO"),
    "INCLUDETEXT": (lambda: in_body(field(' INCLUDETEXT "c:\\\\x.docx" ')), "INCLUDETEXT"),
    "INCLUDEPICTURE in another field": (
        lambda: in_body(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF 1 = 1 </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPICTURE "http://x"</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        ),
        "INCLUDEPICTURE",
    ),
    "MACROBUTTON": (lambda: in_body('<w:p><w:fldSimple w:instr=" macrobutton Run Click "/></w:p>'), "MACROBUTTON"),
    "a link to a file": (lambda: in_body(field(' HYPERLINK "\\\\\\\\server\\\\x.exe" ')), "HYPERLINK"),
    "the path of this computer": (lambda: in_body(field(" FILENAME \\p ")), "FILENAME"),
    "more tags than anybody fills in": (lambda: in_body("<w:p><w:r><w:t>{{a}}</w:t></w:r></w:p>" * 8_000), "too large"),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_template_that_would_do_harm_is_refused_in_one_sentence(tmp_path, attack):
    make, why = ATTACKS[attack]
    path = tmp_path / "sent.docx"
    path.write_bytes(make())
    with pytest.raises(DeskError, match=why) as refused:
        render(path, {"a": ""})
    assert not isinstance(refused.value, TemplateFaults)
    assert str(refused.value).startswith("“sent.docx” ")
    assert str(refused.value).endswith(".")


READ_ANYWHERE = (
    "an outside entity", "entities that multiply", "an entity in UTF-16", "an entity in UTF-7", "a zip bomb",
    "a zip bomb of many", "two parts of one name",
)  # fmt: skip


@pytest.mark.parametrize("attack", READ_ANYWHERE)
@pytest.mark.parametrize("reader", ["layout", "agreed language"])
def test_the_same_gate_stands_before_printing_and_agreed_language(tmp_path, attack, reader):
    data, why = ATTACKS[attack][0](), ATTACKS[attack][1]
    path = tmp_path / "sent.docx"
    path.write_bytes(data)
    with pytest.raises(DeskError, match=why):
        lay_out(path) if reader == "layout" else read_text_file("sent.docx", data)


def test_an_xml_bomb_is_refused_before_printing(tmp_path):
    (tmp_path / "x.docx").write_bytes(put(CONTENT, BOMB))
    with pytest.raises(DeskError, match="too large"):
        lay_out(tmp_path / "x.docx")


def written(data: bytes, tmp_path, **context) -> dict[str, bytes]:
    """The parts of what a template with these bytes becomes."""
    (tmp_path / "sent.docx").write_bytes(data)
    properties = Properties("Title", "TIPWG", "Group", "id", dt.date(2026, 2, 3))
    made = finished(render(tmp_path / "sent.docx", context), properties)
    docx.Document(io.BytesIO(made))
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


OUTSIDE = {
    "a template elsewhere": ("attachedTemplate", "file://server/x.dotm", ""),
    "a picture elsewhere": (
        "image",
        "http://tracker.example/p.png",
        "<w:p><w:r><w:drawing><a:blip xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' r:link='rIdX'/>"
        "</w:drawing></w:r><w:r><w:t>stays</w:t></w:r></w:p>",
    ),
    "an old picture elsewhere": (
        "image",
        "file://server/p.png",
        "<w:p><w:r><w:pict><v:shape><v:imagedata r:id='rIdX'/></v:shape></w:pict></w:r>"
        "<w:r><w:t>stays</w:t></w:r></w:p>",
    ),
    "a link into a computer": (
        "hyperlink",
        "file:///c:/x.exe",
        "<w:p><w:hyperlink r:id='rIdX'><w:r><w:t>stays</w:t></w:r></w:hyperlink></w:p>",
    ),
    "a link that is a script": (
        "hyperlink",
        "javascript:alert(1)",
        "<w:p><w:hyperlink r:id='rIdX'><w:r><w:t>stays</w:t></w:r></w:hyperlink></w:p>",
    ),
}


@pytest.mark.parametrize("way", OUTSIDE)
def test_what_would_be_fetched_from_elsewhere_goes_and_the_words_stay(tmp_path, way):
    kind, target, body = OUTSIDE[way]
    parts = written(related(f"{RELATION}/{kind}", target, body), tmp_path)
    assert all(target.encode() not in data and b"rIdX" not in data for data in parts.values())
    if body:
        assert b"stays" in parts[CONTENT]
        assert b"<w:drawing" not in parts[CONTENT]
        assert b"<w:pict" not in parts[CONTENT]


def test_an_address_in_an_old_picture_itself_goes_too(tmp_path):
    body = "<w:p><w:r><w:pict><v:shape><v:imagedata src='http://tracker.example/p.png'/></v:shape></w:pict></w:r></w:p>"
    parts = written(related(f"{RELATION}/hyperlink", "https://example.org", body), tmp_path)
    assert b"tracker" not in parts[CONTENT]
    assert b"https://example.org" in parts[RELATIONS], "web addresses stay"


def test_fields_of_a_document_stay(tmp_path):
    body = field(" PAGE ") + field(' HYPERLINK "https://example.org" ') + field(" HYPERLINK \\l _Toc1 ")
    content = written(in_body(body + field(' TOC \\o "1-3" ')), tmp_path)[CONTENT]
    assert [word in content for word in (b" PAGE ", b"example.org", b"_Toc1", b"TOC")] == [True] * 4


def reviewed() -> bytes:
    """A template with the traces of three people and their machines."""
    document = docx.Document()
    paragraph = document.add_paragraph("kept ")
    document.add_comment(paragraph.runs, text="Is this right? Jane", author="Jane Secret", initials="JS")
    who = 'w:author="Jane Secret" w:date="2026-01-01T00:00:00Z"'
    paragraph._p.append(
        parse_xml(f'<w:ins {nsdecls("w")} w:id="7" {who}><w:r w:rsidR="00AB12CD"><w:t>added </w:t></w:r></w:ins>')
    )
    paragraph._p.append(
        parse_xml(f'<w:del {nsdecls("w")} w:id="8" {who}><w:r><w:delText>taken out</w:delText></w:r></w:del>')
    )
    change = f'<w:rPr><w:b/><w:rPrChange w:id="9" {who}><w:rPr/></w:rPrChange></w:rPr>'
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{change}<w:t>bold</w:t></w:r>"))
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:rPr><w:vanish/></w:rPr><w:t>whispered</w:t></w:r>"))
    style = document.styles.add_style("Aside", 2)
    style.font.hidden = True
    document.add_paragraph().add_run("whispered too", style="Aside")
    document.core_properties.author = document.core_properties.last_modified_by = "Jane Secret"

    def change_parts(parts):
        parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b"<Company>", b"<Company>Secret Ltd")
        parts["word/settings.xml"] = parts["word/settings.xml"].replace(
            b"</w:settings>",
            b'<w:rsids><w:rsid w:val="00AB12CD"/></w:rsids><w:docVars><w:docVar w:name="a" w:val="Secret"/></w:docVars>'
            b"</w:settings>",
        )

    return changed(change_parts, document)


def test_a_clean_copy_tells_of_nobody_and_hides_nothing(tmp_path):
    parts = written(reviewed(), tmp_path)
    for trace in (
        b"Secret",
        b"rsid",
        b"whispered",
        b"taken out",
        b"w:author",
        b"omment",
        b"00AB12CD",
        b"Is this right",
    ):
        kept = [name for name, data in parts.items() if trace in data and (trace != b"omment" or "styles" not in name)]
        assert not kept, trace
    text = "".join(one.text for one in docx.Document(io.BytesIO(_packed(parts))).paragraphs)
    assert "kept added bold" in text


def _packed(parts) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return out.getvalue()


def test_a_row_that_was_deleted_goes_and_one_that_was_added_stays(tmp_path):
    document = docx.Document()
    table = document.add_table(rows=3, cols=1)
    for row, (words, mark) in zip(table.rows, (("old", "del"), ("new", "ins"), ("same", "")), strict=True):
        row.cells[0].text = words
        if mark:
            row._tr.get_or_add_trPr().append(parse_xml(f'<w:{mark} {nsdecls("w")} w:id="1" w:author="Jane"/>'))
    content = written(changed(lambda parts: None, document), tmp_path)[CONTENT]
    assert [word in content for word in (b">old<", b">new<", b">same<", b"Jane")] == [False, True, True, False]


RUNAWAYS = {
    "loops of tags that print nothing": "{% for x in xs %}" + "{% if x %}{% endif %}" * 400 + "{% endfor %}",
    "long texts put together again and again": "{% for x in xs %}{% set y = text ~ text %}{% endfor %}",
    "long texts added to": "{% for x in xs %}{% set y = text + 'a' %}{% endfor %}",
    "long texts cut": "{% for x in xs %}{% set y = text[1:99999] %}{% endfor %}",
    "long texts searched": "{% for x in xs %}{% if 'b' in text %}{% endif %}{% endfor %}",
    "long texts tested": "{% for x in xs %}{% if 'b' is in(text) %}{% endif %}{% endfor %}",
    "long lists sorted": "{% for x in xs %}{% set y = xs|sort %}{% endfor %}",
    "long lists compared": "{% for x in xs %}{% if xs == xs %}{% endif %}{% endfor %}",
    "long texts through filters again and again": "{% for x in xs %}{% set y = text|upper|lower %}{% endfor %}",
}


@pytest.mark.parametrize("runaway", RUNAWAYS)
def test_a_template_that_prints_nothing_cannot_run_without_end(tmp_path, runaway):
    document = docx.Document()
    document.add_paragraph(RUNAWAYS[runaway])
    document.save(tmp_path / "x.docx")
    with pytest.raises(TemplateFaults, match="too much work"):
        render(tmp_path / "x.docx", {"xs": [1] * 50_000, "text": "a" * 100_000})


@pytest.mark.parametrize("signs", ["(" * 3_000 + "1" + ")" * 3_000, "1" + "+1" * 5_000, "not " * 5_000 + "1"])
def test_a_tag_of_signs_without_end_is_told_with_its_part(tmp_path, signs):
    document = docx.Document()
    document.add_paragraph("{{ " + signs + " }}")
    document.save(tmp_path / "x.docx")
    with pytest.raises(TemplateFaults, match="Body"):
        render(tmp_path / "x.docx", {})
