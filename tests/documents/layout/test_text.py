from __future__ import annotations

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from bali_desk.documents.layout.notes import Notes
from bali_desk.documents.layout.reading.tracked import TRACKED
from bali_desk.documents.layout.typefaces import Typefaces

SCRIPTS = {
    "Khmer": "សុខ ច័ន្ទ ក្រុងភ្នំពេញ",
    "Thai": "นางสาวปิยะดา ศรีสุข น้ำ",
    "Lao": "ທ້າວ ສົມສັກ ປະຊາຊົນ",
    "Burmese": "ဒေါ်အောင်ဆန်းစုကြည်",
    "Sinhala": "ලංකා නිමල් සිල්වා",
    "Bengali": "শেখ হাসিনা ক্ষমতা",
    "Tamil": "தமிழ்ச்செல்வன் கௌரி",
    "Malayalam": "മലയാളം",
    "Devanagari": "नरेंद्र मोदी क्षत्रिय",
    "Arabic": "السيد محمد أحمد",
    "Arabic with a ligature": "عبد الله سلام",
    "Persian": "محمد علی خان",
    "Dhivehi": "ދިވެހި",
    "Hebrew": "שלום",
    "Chinese": "王小明，北京（2017）",
    "Korean": "김철수",
    "Japanese": "山田 太郎 さん カナ",
    "Tibetan": "བོད་ཡིག",
    "Cyrillic": "Владимир Иванов",
    "Vietnamese": "Nguyễn Thị Ánh",
    "macrons": "Māori ū",
    "signs": "☐ ☑ ✓ → • “x” – — …",
}


def test_a_text_is_printed_whole_and_in_its_order(paper, print_out):
    document = paper()
    paragraphs = [" ".join(f"word{p}-{n}" for n in range(60)) for p in range(30)]
    for text in paragraphs:
        document.add_paragraph(text)
    printed = print_out(document)
    assert "".join(printed.words) == "".join(" ".join(paragraphs).split())
    assert printed.laid.pages == len(printed.pages) > 2


@pytest.mark.parametrize("script", SCRIPTS)
def test_text_of_every_script_copies_as_it_was_typed(paper, print_out, script):
    document = paper()
    document.add_paragraph(SCRIPTS[script])
    printed = print_out(document)
    assert "".join(printed.words) == "".join(SCRIPTS[script].split())
    assert printed.laid.notes == []


def test_a_bold_or_italic_name_copies_too(paper, print_out):
    document = paper()
    document.add_paragraph().add_run("王小明 สุข").bold = True
    document.add_paragraph().add_run("สุข Ánh").italic = True
    assert print_out(document).text.split("\n") == ["王小明 สุข", "สุข Ánh"]


def test_brackets_and_numbers_in_arabic_stand_the_right_way(paper, print_out):
    document = paper()
    paragraph = document.add_paragraph("السيد محمد (2017) أحمد")
    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    printed = print_out(document)
    places: dict[str, float] = {}
    for character, left, *_ in printed.boxes():
        places.setdefault(character, left)
    assert places["س"] > places["("] > places["7"] > places["1"] > places["0"] > places["2"] > places[")"] > places["أ"]
    assert max(right for _, _, _, right, _ in printed.boxes()) > 500  # and the line begins at the right margin
    assert printed.text == "السيد محمد (2017) أحمد"


def test_a_bracket_that_runs_from_right_to_left_has_the_shape_of_its_partner():
    face = Typefaces(Notes()).primary("Calibri", False, False).face
    turned, plain = face.shape("(", True, False), face.shape(")", False, False)
    assert [glyph.number for glyph in turned.glyphs] == [glyph.number for glyph in plain.glyphs]


def test_a_character_no_font_has_is_named_in_the_notes(paper, print_out):
    document = paper()
    document.add_paragraph("ᚠᚢᚦ")
    assert print_out(document).laid.notes == ["characters of a script no font here has (Runic; printed as boxes)"]


def test_another_script_does_not_push_lines_apart(paper, print_out):
    document = paper()
    for text in ("First line", "ဒေါ်အောင်ဆန်း", "བོད་ཡིག", "Last line"):
        document.add_paragraph(text)
    printed = print_out(document)
    assert printed.top_of("Last") - printed.top_of("First") == pytest.approx(3 * 11 * 1.2207, abs=0.6)


def test_a_font_of_another_width_is_named_in_the_notes(paper, print_out):
    document = paper()
    document.add_paragraph().add_run("Text").font.name = "Gill Sans MT"
    assert print_out(document).laid.notes == ["font “Gill Sans MT” (printed in Liberation Sans)"]


def test_tabs_bring_text_to_left_centre_and_right(paper, print_out):
    document = paper()
    paragraph = document.add_paragraph("A\tcentred\tright")
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(8), WD_TAB_ALIGNMENT.CENTER)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    printed = print_out(document)
    margin, boxes = Cm(2.5).pt, printed.boxes()
    line = "".join(character for character, *_ in boxes)
    start, end = line.index("centred"), line.index("right")
    middle = (boxes[start][1] + boxes[start + 6][3]) / 2
    assert middle == pytest.approx(margin + Cm(8).pt, abs=1)
    assert boxes[end + 4][3] == pytest.approx(margin + Cm(16).pt, abs=1)


def test_lists_are_numbered_indented_and_bulleted(paper, print_out):
    document = paper()
    for text in ("one", "two"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("point", style="List Bullet")
    printed = print_out(document)
    assert printed.text.split() == ["1.", "one", "2.", "two", "•", "point"]
    assert printed.left_of("one") == pytest.approx(Cm(2.5).pt + 18, abs=1)


def test_capitals_links_and_hidden_text_follow_the_run(paper, print_out):
    document = paper()
    paragraph = document.add_paragraph()
    paragraph.add_run("shout").font.all_caps = True
    paragraph.add_run(" never").font.hidden = True
    paragraph.add_run(" Small").font.small_caps = True
    assert print_out(document).text == "SHOUT SMALL"


def test_a_justified_line_fills_the_width_and_the_last_does_not(paper, print_out):
    document = paper()
    paragraph = document.add_paragraph("justified words " * 12)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    boxes = [box for box in print_out(document).boxes() if box[0].strip()]
    by_line: dict[int, float] = {}
    for _, _, bottom, right, _ in boxes:
        by_line[round(bottom / 14)] = max(by_line.get(round(bottom / 14), 0), right)
    rights = [by_line[line] for line in sorted(by_line, reverse=True)]
    assert rights[0] == pytest.approx(Cm(21 - 2.5).pt, abs=2)
    assert rights[-1] < Cm(21 - 2.5).pt - 20


def test_spacing_is_the_larger_of_two_neighbours(paper, print_out):
    document = paper()
    first, second = document.add_paragraph("Alpha"), document.add_paragraph("Beta")
    first.paragraph_format.space_after, second.paragraph_format.space_before = Pt(20), Pt(12)
    printed = print_out(document)
    assert printed.top_of("Beta") - printed.top_of("Alpha") == pytest.approx(20 + 11 * 1.2207, abs=0.6)


def test_a_word_longer_than_the_line_is_cut_and_not_lost(paper, print_out):
    document = paper()
    document.add_paragraph("before " + "x1y2z3" * 60 + " after")
    text = "".join(print_out(document).text.split())
    assert text == "before" + "x1y2z3" * 60 + "after"


def test_thai_without_spaces_fills_its_lines(paper, print_out):
    document = paper()
    text = "การประชุมคณะทำงานว่าด้วยการค้ามนุษย์" * 8
    document.add_paragraph(text)
    printed = print_out(document)
    lines = printed.text.split("\n")
    assert "".join(line.strip() for line in lines) == text
    assert all(line[0] not in "ะาำ่้๊๋์ัิีึืุู" for line in lines)


def test_a_tracked_change_prints_what_was_put_in_and_what_was_taken_out(paper, print_out):
    document = paper()
    paragraph = document.add_paragraph("Kept ")
    for name, tag, text in (("ins", "t", "added"), ("del", "delText", "removed")):
        change, run, held = OxmlElement(f"w:{name}"), OxmlElement("w:r"), OxmlElement(f"w:{tag}")
        held.text = text
        run.append(held)
        change.append(run)
        change.set(qn("w:id"), "1")
        paragraph._p.append(change)
    printed = print_out(document)
    assert printed.text == "Kept addedremoved"
    assert printed.laid.notes == [TRACKED]


def test_a_paragraph_taken_away_by_a_tracked_change_leaves_no_gap_in_the_numbers(paper, print_out):
    document = paper()
    for text in ("first", "away", "second"):
        document.add_paragraph(text, style="List Number")
    gone = document.paragraphs[1]
    deletion = OxmlElement("w:del")
    deletion.append(gone.runs[0]._r)
    gone._p.append(deletion)
    mark = OxmlElement("w:rPr")
    mark.append(OxmlElement("w:del"))
    gone._p.get_or_add_pPr().append(mark)
    assert print_out(document).words == ["1.", "first", "away", "2.", "second"]


def test_a_title_without_spaces_copies_without_spaces_however_its_words_are_drawn(paper, print_out):
    title = "ព្រះរាជាណាចក្រកម្ពុជាក្រសួងការបរទេសនិងសហប្រតិបត្តិការអន្តរជាតិកិច្ចប្រជុំប្រចាំឆ្នាំលើកទីបី"
    document = paper()
    document.add_paragraph(title * 2)
    lines = print_out(document).text.split("\n")
    assert len(lines) > 1
    assert "".join(lines) == title * 2
