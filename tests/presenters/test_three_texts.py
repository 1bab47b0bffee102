"""Where both changed a paragraph: what is marked in each of the three texts, and how much of the rest is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.presenters.statement.three_texts import three_texts

LONG = " ".join(f"w{number}" for number in range(60))


def shown(pieces):
    marks = {"same": "{}", "new": "<{}>", "gone": "({})"}
    return "".join(marks[piece.change].format(piece.text) for piece in pieces)


@pytest.mark.parametrize(
    ("was", "hers", "now", "expected"),
    [
        (
            "Members noted the guide.",
            "Members welcomed the guide.",
            "Members noted the plan.",
            ("Members (noted) the (guide).", "Members <welcomed> the guide.", "Members noted the <plan>."),
        ),
        ("Members noted it.", "Members noted it.", "", ("(Members noted it.)", "Members noted it.", "")),
        (None, "A word.", "Another word.", ("", "<A word.>", "<Another word.>")),
        ("the *Guide*", "the **Guide**", "the Guide", ("the Guide", "the Guide", "the Guide")),
    ],
)
def test_each_text_is_marked_where_it_differs(was, hers, now, expected):
    texts = three_texts(was, hers, now)
    assert (shown(texts.was), shown(texts.hers), shown(texts.now)) == expected


def test_of_a_long_text_the_words_round_a_change_are_shown():
    texts = three_texts(LONG, LONG.replace("w30", "mine"), f"First {LONG}")
    assert shown(texts.hers) == "… w23 w24 w25 w26 w27 w28 w29 <mine> w31 w32 w33 w34 w35 w36 w37 …"
    assert shown(texts.now).startswith("<First >w0 w1 w2")
    assert shown(texts.was).count("(w30)") == 1


@given(st.lists(st.sampled_from(["a", "b", "c d", "e"]), max_size=8), st.lists(st.sampled_from("abxy"), max_size=8))
def test_short_texts_are_shown_whole(was, hers):
    was_text, hers_text = " ".join(was), " ".join(hers)
    texts = three_texts(was_text, hers_text, was_text)
    assert "".join(piece.text for piece in texts.was) == was_text
    assert "".join(piece.text for piece in texts.hers) == hers_text
