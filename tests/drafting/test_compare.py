"""Two states of a text: nothing is lost, equal words are not marked, and a changed paragraph is known again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.drafting.compare import Extent, Paragraph, compare, extent, words
from bali_desk.drafting.markup import plain

WORDS = st.sampled_from(
    ["Members", "welcomed", "the", "report", "of", "2017", "2015–17,", "Members’", "ลำดับ", "王小明", "*", "A"]
)
TEXTS = st.lists(st.lists(WORDS, max_size=8).map(" ".join), max_size=7)


def shown(pieces):
    marks = {"same": "{}", "gone": "[-{}-]", "new": "[+{}+]"}
    return "".join(marks[piece.change].format(piece.text) for piece in pieces)


def paragraphs(*texts, kind="paragraph"):
    return [Paragraph(kind, text) for text in texts]


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("Members noted it.", "Members noted it.", "Members noted it."),
        ("Members noted it.", "Members welcomed it.", "Members [-noted-][+welcomed+] it."),
        ("held in May 2017", "held in May and June 2017", "held in May [+and June +]2017"),
        ("the plan 2015–17", "the plan 2017–19", "the plan [-2015–17-][+2017–19+]"),
        ("They agreed.", "They agreed, in part.", "They agreed[+, in part+]."),
        ("Co-Chairs’ view", "Co-Chairs view", "Co-Chairs[-’-] view"),
        ("noted the report", "took up the matter", "[-noted the report-][+took up the matter+]"),
        ("", "New words", "[+New words+]"),
        ("ระเบียบวาระ", "ระเบียบวาร", "ระเบียบวาร[-ะ-]"),
    ],
)
def test_words_are_marked_as_a_reader_would(old, new, marked):
    assert shown(words(old, new)) == marked


def test_a_changed_paragraph_is_known_again_among_others():
    old = paragraphs("Opening words.", "Members noted the report of the Drafting Committee.", "Thanks to the host.")
    new = paragraphs(
        "Opening words.",
        "A whole new matter entirely.",
        "Members welcomed the report of the Drafting Committee.",
        "Thanks to the host.",
    )
    assert [one.change for one in compare(old, new)] == ["same", "new", "changed", "same"]


def test_a_paragraph_that_went_stands_where_it_stood():
    compared = compare(paragraphs("One.", "Two is quite another.", "Three."), paragraphs("One.", "Three."))
    assert [(one.change, shown(one.pieces)) for one in compared] == [
        ("same", "One."),
        ("gone", "[-Two is quite another.-]"),
        ("same", "Three."),
    ]


def test_a_paragraph_that_became_a_heading_is_changed_with_all_its_words_the_same():
    (one,) = compare(paragraphs("Next steps"), paragraphs("Next steps", kind="heading"))
    assert (one.kind, one.change, shown(one.pieces)) == ("heading", "changed", "Next steps")


def test_italic_and_bold_are_no_words():
    (one,) = compare(paragraphs("the *Global Report*"), paragraphs("the Global **Report**"))
    assert one.change == "same"


def test_the_extent_counts_words_and_paragraphs():
    compared = compare(
        paragraphs("Members noted the report.", "Thanks."), paragraphs("Members welcomed the good report.")
    )
    assert extent(compared) == Extent(new=2, gone=2, paragraphs=2)


@given(TEXTS, TEXTS)
def test_no_word_of_either_text_is_lost_or_invented(old, new):
    compared = compare(paragraphs(*old), paragraphs(*new))
    for texts, other in ((old, "new"), (new, "gone")):
        told = ["".join(p.text for p in one.pieces if p.change != other) for one in compared if one.change != other]
        assert told == [plain(text) for text in texts]


@given(TEXTS)
def test_a_text_held_against_itself_has_no_mark(text):
    assert all(one.change == "same" for one in compare(paragraphs(*text), paragraphs(*text)))
