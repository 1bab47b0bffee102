"""A draft read from blocks, from a document and from a text file."""

from __future__ import annotations

from bali_desk.drafting.checks import DraftText
from bali_desk.drafting.draft import Draft


def kinds(text):
    return [one.kind for one in text.paragraphs]


def test_markup_is_read_and_italics_are_remembered():
    text = DraftText.of_blocks(
        [Draft("heading", "**Money**", [], ""), Draft("paragraph", r"The *Guide* has 3 \* parts.", [], "")]
    )
    assert text.plain == "Money\nThe Guide has 3 * parts."
    assert [text.plain[one.start : one.start + len(one.text)] for one in text.paragraphs] == [
        one.text for one in text.paragraphs
    ]
    assert text.paragraphs[1].italics == ((4, 9),)


def test_a_number_typed_before_a_paragraph_is_no_part_of_its_text():
    written = [("paragraph", "12. Members met."), ("paragraph", "(a) a register"), ("heading", "2. Money")]
    text = DraftText.of_paragraphs(written)
    assert [(one.marker, one.text) for one in text.paragraphs] == [
        ("12.", "Members met."),
        ("(a)", "a register"),
        ("2.", "Money"),
    ]
    assert kinds(text) == ["numbered", "numbered", "heading"]
    assert all(text.plain.startswith(one.marker, one.start + one.from_marker) for one in text.paragraphs)


def test_lines_broken_at_the_margin_are_one_paragraph_and_keep_their_places():
    plain = (
        "Chairs’ Summary\nSecond Meeting of the River Group\nDakar, 4 June 2019\n\n"
        "On 4 June 2019 the River Group met for the second time, and it looked at all the gauges that had been\n"
        "set up along the river in the year before.\n\n"
        "Members agreed on two steps, which are the first of a longer plan:\n\n"
        "• a register\n• a review\n"
    )
    text = DraftText.of_plain(plain)
    assert kinds(text) == ["title", "subtitle", "subtitle", "paragraph", "paragraph", "bullet", "bullet"]
    assert text.plain == plain
    assert "had been set up" in text.paragraphs[3].text
    assert all(plain[one.start : one.start + len(one.text)].replace("\n", " ") == one.text for one in text.paragraphs)


def test_a_text_without_blank_lines_has_a_paragraph_in_every_line():
    text = DraftText.of_plain("Members met in Suva.\nMembers left.\nNext steps\nThe Co-Chairs will write.")
    assert kinds(text) == ["paragraph", "paragraph", "heading", "paragraph"]


def test_points_of_one_list_have_one_kind_of_number():
    text = DraftText.of_plain(
        "9. The rules serve two ends:\n(a) one thing;\n(b) another.\n10. Members left.\n11. Members met."
    )
    assert [[one.marker for one in group] for group in text.lists] == [["(a)", "(b)"]]


def test_sentences_end_behind_no_title_and_no_initial():
    text = DraftText.of_plain("H.E. Mr. Obi of the U.N. Office spoke for 3 p.m. prayers. No. 5 was read. The end.")
    one = text.paragraphs[0]
    assert [one.text[start:end] for start, end in one.sentences] == [
        "H.E. Mr. Obi of the U.N. Office spoke for 3 p.m. prayers.", "No. 5 was read.", "The end.",
    ]  # fmt: skip
