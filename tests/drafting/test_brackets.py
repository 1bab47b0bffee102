"""Open text in brackets: found, made, settled, listed, and none of it final."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Block, Bracket
from bali_desk.drafting.brackets import bracketed, forgotten, open_texts, refusal_of_final, settled, standing
from bali_desk.drafting.markup import plain


def block(text, key=1):
    return Block(id=key, statement_id=1, kind="paragraph", text=text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Members [noted] it.", [("noted", 0, True)]),
        ("[a [b] c] and [d]", [("a [b] c", 0, True), ("b", 1, True), ("d", 0, True)]),
        ("[the *Guide* of **May**]", [("the Guide of May", 0, True)]),
        ("*the [Guide* of] May", [("Guide of", 0, True)]),
        (r"[5 \* 3]", [("5 * 3", 0, True)]),
        ("as he [sic] said […] and [Emphasis  added]", []),
        ("[sic transit]", [("sic transit", 0, True)]),
        ("[]", [("", 0, True)]),
        ("a [b", [("", 0, False)]),
        ("a] b", [("", 0, False)]),
        ("[a [b]", [("", 0, False), ("b", 1, True)]),
        ("none", []),
    ],
)
def test_open_text_is_found(text, expected):
    assert [(one.words, one.depth, one.whole) for one in open_texts(text)] == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Members noted it.", "noted", "Members [noted] it."),
        ("Members noted it.", " noted ", "Members [noted] it."),
        ("the *Guide* itself", "Guide", "the *[Guide]* itself"),
        ("the *Guide* itself", "the Guide", "[the *Guide]* itself"),
        (r"5 \* 3", "* 3", r"5 [\* 3]"),
        ("a [b] c", "a [b]", "[a [b]] c"),
        ("a [b d] c", "b", "a [[b] d] c"),
    ],
)
def test_a_phrase_is_put_in_brackets(text, phrase, expected):
    start = plain(text).index(phrase)
    made = bracketed(text, start, start + len(phrase))
    assert made == expected
    assert plain(made).replace("[", "").replace("]", "") == plain(text).replace("[", "").replace("]", "")


@pytest.mark.parametrize(("text", "start", "end"), [("a b", 1, 2), ("a b", 2, 2), ("a", 5, 9), ("a [b] c", 0, 4)])
def test_what_cannot_be_bracketed_is_refused_in_one_sentence(text, start, end):
    with pytest.raises(DeskError, match=r"^(Choose the words|These words).*\.$"):
        bracketed(text, start, end)


@pytest.mark.parametrize(
    ("text", "instead", "expected"),
    [
        ("Members [noted] it.", None, "Members noted it."),
        ("Members [noted] it.", "welcomed", "Members welcomed it."),
        ("Members noted it [at length].", "", "Members noted it."),
        ("Members [also] noted it.", "", "Members noted it."),
        ("[Yesterday] Members met.", "", "Members met."),
        ("[a [b] c]", None, "a [b] c"),
        ("*the [Guide* of] May", "Plan of", "*the Plan of* May"),
        ("[the *Guide*] of May", "a plan", "a plan of May"),
        ("[only]", "", ""),
        ("a [b", None, "a b"),
    ],
)
def test_a_bracket_is_settled_for_its_words_or_for_others(text, instead, expected):
    assert settled(text, open_texts(text)[0], instead) == expected


@given(st.text(alphabet="ab *[]\\.", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_bracketing_and_settling_give_back_every_letter(text, start, end):
    try:
        made = bracketed(text, start, end)
    except DeskError:
        return
    assert text in [settled(made, one) for one in open_texts(made, ()) if one.whole]


def test_each_bracket_of_a_statement_has_its_proposer_even_after_an_edit():
    blocks = [block("Members [noted] and [warmly welcomed] it.", 1), block("[noted]", 2)]
    rows = [
        Bracket(block_id=1, words="welcomed", proposer="Fiji", alternative="took note of"),
        Bracket(block_id=1, words="noted", proposer="Japan"),
        Bracket(block_id=1, words="quite gone", proposer="Nobody"),
        Bracket(block_id=2, words="", proposer="Somebody"),
    ]
    listed = [(one.block.id, one.found.words, one.proposer, one.alternative) for one in standing(blocks, rows)]
    assert listed == [
        (1, "noted", "Japan", ""), (1, "warmly welcomed", "Fiji", "took note of"), (2, "noted", "", ""),
    ]  # fmt: skip
    assert [row.proposer for row in forgotten(blocks, rows)] == ["Nobody", "Somebody"]


def test_equal_words_keep_their_own_proposers_in_order():
    rows = [Bracket(block_id=1, words="and", proposer=who) for who in ("Fiji", "Japan")]
    assert [one.proposer for one in standing([block("[and] [and] [and]")], rows)] == ["Fiji", "Japan", ""]


def test_no_text_is_final_while_a_bracket_stands():
    assert refusal_of_final([block("All agreed [sic].")]) == ""
    one = refusal_of_final([block("Members [noted] it.")])
    assert one == "The text cannot be final while “noted” stands in brackets: settle it first."
    several = refusal_of_final([block("[]"), block(f"[{'long ' * 40}] and ]")])
    assert several.startswith("The text cannot be final while 3 brackets stand in it, the first “long long")
    assert len(several) < 200
