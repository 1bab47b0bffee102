"""Earlier statements from real files: Word with its changes tracked, PDF laid out on pages, text in any encoding."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from bali_desk.domain.errors import DeskError
from bali_desk.exchange.agreed.reading import read_files, read_text_file
from bali_desk.exchange.agreed.recognising import KnownBody

KINDS = [
    ("Title", "title"), ("Subtitle", "subtitle"), ("Heading 1", "heading"), (None, "paragraph"),
    ("List Bullet", "bullet"), ("List Number", "numbered"),
]  # fmt: skip
TIPWG = KnownBody("TIPWG", ("TIPWG", "Trafficking in Persons Working Group"))


def word(*paragraphs):
    """A Word file with these paragraphs, each a text or a text and its style."""
    document = Document()
    for one in paragraphs:
        text, style = one if isinstance(one, tuple) else (one, None)
        document.add_paragraph(text, style)
    return saved(document)


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf(*pages, head="", password=None, size=11):
    """A PDF with these pages, each a list of (x, y, text)."""
    stream = io.BytesIO()
    made = canvas.Canvas(stream, encrypt=StandardEncryption(password) if password else None)
    for number, lines in enumerate(pages, 1):
        if head:
            made.setFont("Helvetica", 9)
            made.drawString(72, 800, f"{head} {number}")
            made.drawString(290, 30, f"Page {number} of {len(pages)}")
        for x, y, text, *large in lines:
            made.setFont("Helvetica", large[0] if large else size)
            made.drawString(x, y, text)
        made.showPage()
    made.save()
    return stream.getvalue()


def texts(data, name):
    return [(passage.kind, passage.text) for passage in read_text_file(name, data).passages]


# ---- Word ----
def test_styles_and_lists_of_word_become_kinds_and_empty_paragraphs_nothing():
    data = word(*[(f"Words of {kind}", style) for style, kind in KINDS], "", "  ")
    assert texts(data, "a.docx") == [(kind, f"Words of {kind}") for _, kind in KINDS]


def test_tracked_insertions_are_read_and_deletions_are_not():
    document = Document()
    paragraph = document.add_paragraph("Members ")
    for xml in (
        '<w:del {} w:id="1" w:author="A"><w:r><w:delText>noted </w:delText></w:r></w:del>',
        '<w:ins {} w:id="2" w:author="A"><w:r><w:t>welcomed</w:t></w:r></w:ins>',
        '<w:moveFrom {} w:id="3" w:author="A"><w:r><w:t> gone</w:t></w:r></w:moveFrom>',
        '<w:moveTo {} w:id="4" w:author="A"><w:r><w:t> the</w:t></w:r></w:moveTo>',
        "<w:hyperlink {}><w:r><w:tab/><w:t>report</w:t></w:r></w:hyperlink>",
        "<w:r {}><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>",
        "<w:r {}><w:instrText> PAGE </w:instrText></w:r>",
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    assert texts(saved(document), "a.docx") == [("paragraph", "Members welcomed the report")]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    document = Document()
    first = document.add_paragraph("Members noted")
    mark = '<w:rPr {}><w:del w:id="1" w:author="A"/></w:rPr>'.format(nsdecls("w"))
    first._p.get_or_add_pPr().append(parse_xml(mark))
    document.add_paragraph("the report.")
    assert texts(saved(document), "a.docx") == [("paragraph", "Members noted the report.")]


def test_the_cells_of_a_table_are_read_in_order():
    document = Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "one", "two"
    assert [text for _, text in texts(saved(document), "a.docx")] == ["one", "two"]


# ---- PDF ----
def test_lines_of_a_pdf_are_joined_and_its_running_heads_and_page_numbers_dropped():
    page = [
        (72, 700, "Members welcomed the updates on the work of the Group and the infor-"),
        (72, 686, "mation shared by the Co-"),
        (72, 672, "Chairs on the plan."),
        (72, 644, "Members agreed to meet again."),
    ]
    other = [
        (72, 700, "The Co-Chairs thanked Indonesia."),
        (72, 672, "• first point of the list"),
        (72, 658, "• second"),
    ]
    data = pdf(page, other, head="TIPWG statement, page")
    assert texts(data, "a.pdf") == [
        ("paragraph", "Members welcomed the updates on the work of the Group and the information shared by the "
                      "Co-Chairs on the plan."),
        ("paragraph", "Members agreed to meet again."),
        ("paragraph", "The Co-Chairs thanked Indonesia."),
        ("bullet", "first point of the list"),
        ("bullet", "second"),
    ]  # fmt: skip


def test_a_paragraph_goes_on_over_the_page_and_an_indent_begins_one():
    first = [(72, 714, "Members noted that the work of"), (72, 700, "the Group goes on"), (72, 686, "and that it will")]
    second = [
        (72, 714, "go on for years."),
        (100, 700, "The Co-Chairs agreed to tell the"),
        (72, 686, "members of it."),
    ]
    assert [text for _, text in texts(pdf(first, second), "a.pdf")] == [
        "Members noted that the work of the Group goes on and that it will go on for years.",
        "The Co-Chairs agreed to tell the members of it.",
    ]


def test_large_lines_of_a_pdf_are_title_and_headings():
    lines = [(72, 760, "Co-Chairs’ Statement", 18)]
    for block in range(4):
        lines.append((72, 700 - 100 * block, f"Part {block}", 14))
        lines += [(72, 680 - 100 * block - 14 * row, "Members noted what was said and done.") for row in range(3)]
    kinds = [kind for kind, _ in texts(pdf(lines), "a.pdf")]
    assert kinds[:2] == ["title", "heading"]
    assert kinds.count("heading") == 4


def test_the_pdf_of_a_statement_gives_the_paragraphs_of_its_word_file():
    from bali_desk.documents.layout import lay_out

    long = "Members welcomed the report on the work done since the last meeting and encouraged further work on it. " * 4
    data = word(("Co-Chairs’ Statement", "Title"), long.strip(), "Members agreed to the following:", long.strip())
    laid_out = lay_out(data)
    assert [text for _, text in texts(laid_out.pdf, "a.pdf")] == [text for _, text in texts(data, "a.docx")]


# ---- text ----
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_read_in_every_western_encoding(encoding):
    data = "Members noted the communiqué of Côte d’Ivoire – it was “good”.".encode(encoding)
    assert texts(data, "a.txt") == [("paragraph", "Members noted the communiqué of Côte d’Ivoire – it was “good”.")]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp874", "ผู้แทนรับทราบรายงานของคณะทำงาน และเห็นชอบ"),
        ("gb18030", "各成员欢迎工作组的报告 并同意再次开会"),
        ("cp949", "회원국들은 보고서를 환영하였다"),
        ("cp1256", "رحب الأعضاء بالتقرير"),
        ("cp1258", "Các thành viên hoan nghênh báo cáo của nhóm làm việc"),
    ],
)
def test_text_is_read_in_the_code_pages_of_the_region(encoding, text):
    import unicodedata

    data = text.encode(encoding, errors="ignore") if encoding != "cp1258" else vietnamese(text)
    (passage,) = read_text_file("a.txt", data).passages
    assert unicodedata.normalize("NFC", passage.text) == text


def vietnamese(text):
    """Windows writes tones apart from their vowels."""
    import unicodedata

    pieces = []
    for letter in text:
        for form in (letter, unicodedata.normalize("NFD", letter)):
            try:
                pieces.append(form.encode("cp1258"))
                break
            except UnicodeEncodeError:
                continue
        else:
            base = unicodedata.normalize("NFD", letter)
            kept = unicodedata.normalize("NFC", base[0] + base[2]) if len(base) > 2 else base
            pieces.append((kept + base[1]).encode("cp1258"))
    return b"".join(pieces)


def test_wrapped_lines_are_joined_and_lines_that_are_paragraphs_are_not():
    wrapped = "Statement\n\nMembers welcomed the report of the\nCo-Chairs on the infor-\nmation shared.\n- one\n- two\n"
    assert texts(wrapped.encode(), "a.txt") == [
        ("title", "Statement"),
        ("paragraph", "Members welcomed the report of the Co-Chairs on the information shared."),
        ("bullet", "one"),
        ("bullet", "two"),
    ]
    long = (
        "Members welcomed the report of the Co-Chairs, which is long enough to be no wrapped line of any text at all. "
    )
    whole = f"{long * 2}\n{long * 2}\n"
    assert len(texts(whole.encode(), "a.txt")) == 2


# ---- what is recognised ----
@pytest.mark.parametrize(
    ("lines", "name", "known", "found"),
    [
        (["Co-Chairs’ Statement", "TIPWG, Bali, 25–26 May 2017"], "x", [TIPWG],
         ("TIPWG", "Co-Chairs’ Statement", "2017-05-25")),
        (["Third Meeting of the Trafficking in Persons Working Group", "Summary of the Chairs", "May 2017"], "x",
         [TIPWG], ("TIPWG", "Summary of the Chairs", "2017-05")),
        (["Statement", "Meeting of the Regional Migration Forum (RMF)"], "2016-11-03 statement", [],
         ("RMF", "Statement", "2016-11-03")),
        (["Members met.", "They noted it."], "ABCD_20150304 final", [], ("ABCD", "ABCD 20150304 final", "2015-03-04")),
        (["Members met.", "They noted it."], "notes", [], (None, "notes", None)),
        (["The tipwg met on 3 March 2015 in Bangkok."], "notes", [TIPWG], ("TIPWG", "notes", "2015-03-03")),
    ],
)  # fmt: skip
def test_body_title_and_date_are_recognised_from_the_first_lines_and_the_name(lines, name, known, found):
    text = read_text_file(f"{name}.txt", "\n\n".join(lines).encode(), known)
    recognised = text.recognised
    assert (recognised.body, recognised.title, recognised.date) == found


# ---- many files ----
BOMB = io.BytesIO()
with zipfile.ZipFile(BOMB, "w", zipfile.ZIP_DEFLATED) as bomb:
    bomb.writestr("word/document.xml", b" " * 70_000_000)
BAD = {
    "empty.docx": (b"", "damaged"),
    "empty.txt": (b"", "no text"),
    "noise.docx": (b"PK\x03\x04" + bytes(range(256)), "damaged"),
    "noise.pdf": (b"%PDF-1.4 nothing", "damaged"),
    "no.pdf": (b"hello", "no PDF"),
    "locked.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
    "locked.pdf": (pdf([(72, 700, "secret")], password="x"), "password"),
    "pictures.pdf": (pdf([]), "pictures of pages"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40, "is no text"),
    "sheet.docx": (b"PK\x05\x06" + b"\0" * 18, "no Word document"),
    "bomb.docx": (BOMB.getvalue(), "too large"),
    "cut.docx": (word("Members met.")[:900], "damaged"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_says_why(name):
    data, why = BAD[name]
    with pytest.raises(DeskError, match=why):
        read_text_file(name, data)


def test_a_folder_is_read_whole_and_what_cannot_be_read_does_not_stop_the_rest(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "a.docx").write_bytes(word("Statement of 26 May 2017", "Members met."))
    (tmp_path / "inner" / "B.PDF").write_bytes(pdf([(72, 700, "Statement of 3 March 2015")]))
    (tmp_path / "inner" / "same.docx").write_bytes((tmp_path / "a.docx").read_bytes())
    (tmp_path / "~$a.docx").write_bytes(b"x")
    (tmp_path / "picture.png").write_bytes(b"x")
    (tmp_path / "bad.docx").write_bytes(b"x")
    steps = []
    read = read_files([tmp_path], step=lambda *step: steps.append(step))
    assert [text.file_name for text in read.texts] == ["B.PDF", "a.docx"], "the oldest first"
    assert (read.known, [sentence[:12] for sentence in read.unread]) == (1, ["“bad.docx” i"])
    assert steps == [(0, 4), (1, 4), (2, 4), (3, 4)]
    again = read_files([tmp_path], [text.digest for text in read.texts])
    assert (again.texts, again.known) == ((), 3)
    assert read_files([tmp_path / "none.docx"]).unread[0].startswith("“none.docx” cannot be opened")
