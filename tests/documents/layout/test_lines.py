from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.documents.layout.model import Look, Paragraph, Piece, Shape
from bali_desk.documents.layout.notes import Notes
from bali_desk.documents.layout.setting.atoms import Typesetter
from bali_desk.documents.layout.setting.breaks import unbreakable
from bali_desk.documents.layout.setting.lines import LineBreaker
from bali_desk.documents.layout.typefaces import Typefaces

LOOK = Look(font="Calibri", size=11.0, size_complex=11.0)
BOLD = Look(font="Arial", size=9.0, size_complex=9.0, bold=True)
SETTER = Typesetter(Typefaces(Notes()), 36.0)
WORDS = st.text(alphabet="ab-/ é—(王小、。 สุข ខ្មែរ عربي (2017) \u200b\u00a0.", max_size=80)


@given(st.text(alphabet="ab -/–—12 .,王小。、（）カナ한글\u200bกระทรวงន្តရ😀"))
def test_stretches_between_breaks_join_up_to_the_text(text):
    stretches = unbreakable(text)
    assert "".join(text[start:end] for start, end in stretches) == text
    assert all(start < end for start, end in stretches)


@given(
    WORDS, WORDS, st.floats(min_value=5, max_value=300), st.sampled_from(["left", "justify", "right"]), st.booleans()
)
def test_breaking_lines_loses_no_text_whatever_the_width(one, two, width, align, bidi):
    pieces = [Piece("text", LOOK, one), Piece("tab", LOOK, "\t"), Piece("text", BOLD, two)]
    lines = LineBreaker(Paragraph(pieces, Shape(align=align, bidi=bidi), LOOK), width, SETTER).lines()
    set_down = "".join(atom.text for line in lines for atom in line.atoms)
    assert sorted(set_down) == sorted(one + two)


@given(st.lists(st.sampled_from(["one", "twenty", "of", "persons"]), min_size=1), st.integers(60, 300))
def test_no_line_of_words_is_wider_than_the_paragraph(words, width):
    lines = LineBreaker(Paragraph([Piece("text", LOOK, " ".join(words))], Shape(), LOOK), width, SETTER).lines()
    for line in lines:
        texts = [atom for atom in line.atoms if atom.kind == "word"]
        spaces = line.atoms[: -1 if line.atoms[-1].kind == "space" else None]
        assert sum(atom.width for atom in spaces) <= width + 0.02
        assert texts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("co-chairs met", ["co-", "chairs", " ", "met"]),
        ("a -5 b", ["a", " ", "-5", " ", "b"]),
        ("10\u00a0May", ["10\u00a0May"]),
        ("王小。明", ["王", "小。", "明"]),
        ("（王）小", ["（王）", "小"]),
        ("and/or", ["and/", "or"]),
        ("TIPWG/3/5/Add.1", ["TIPWG/3/5/Add.1"]),
        ("กระทรวงการต่างประเทศ", ["กระทรวง", "การ", "ต่าง", "ประเทศ"]),
        ("(นางสาวปิยะดา)", ["(นางสาว", "ปิยะ", "ดา)"]),
        ("ສາທາລະນະລັດປະຊາຊົນ", ["ສາທາລະນະລັດ", "ປະຊາຊົນ"]),
        ("ព្រះរាជាណាចក្រកម្ពុជា", ["ព្រះរាជាណាចក្រ", "កម្ពុជា"]),
        ("နိုင်ငံခြားရေးဝန်ကြီးဌာန", ["နိုင်ငံခြားရေး", "ဝန်ကြီးဌာန"]),
        ("འབྲུག་རྒྱལ་ཁབ་", ["འབྲུག་", "རྒྱལ་", "ཁབ་"]),
    ],
)
def test_lines_break_where_word_breaks_them(text, parts):
    assert [text[start:end] for start, end in unbreakable(text)] == parts


def test_a_title_without_spaces_fills_its_lines_with_whole_words():
    title = "กระทรวงการต่างประเทศแห่งราชอาณาจักรไทย"
    lines = LineBreaker(Paragraph([Piece("text", LOOK, title)], Shape(), LOOK), 70.0, SETTER).lines()
    assert ["".join(atom.text for atom in line.atoms) for line in lines] == [
        "กระทรวงการ",
        "ต่างประเทศแห่ง",
        "ราชอาณาจักร",
        "ไทย",
    ]
