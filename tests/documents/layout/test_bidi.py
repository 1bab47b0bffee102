from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.documents.layout.setting.bidi import levels, may_turn, visual_order

ANY_DIRECTION = st.text(
    alphabet="ab אב عم 12٣٤()[]<>.,+-%$\t\u0301\u200f\u200e\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def shown(text: str, base: int | None = None) -> str:
    found, _ = levels(text, base)
    return "".join(visual_order(list(text), found))


@pytest.mark.parametrize(
    ("text", "base", "order"),
    [
        ("abc", 0, "abc"),
        ("אבג", 1, "גבא"),
        ("אבג 123 דהו", 1, "והד 123 גבא"),
        ("abc אבג def", 0, "abc גבא def"),
        ("אבג (2017) דהו", 1, "והד )2017( גבא"),
        ("אבג (abc) דהו", 1, "והד )abc( גבא"),
        ("a (אבג) b", 0, "a (גבא) b"),
        ("אבג (a) b", 0, "גבא (a) b"),
        ("10%", 1, "10%"),
        ("א 1-2", 1, "1-2 א"),
        ("ع 1-2", 1, "2-1 ع"),
        ("a\u2067אב c\u2069b", 0, "a\u2067c בא\u2069b"),
        ("\u202eabc\u202c", 0, "cba"),
    ],
)
def test_known_lines_are_ordered_as_the_annex_says(text, base, order):
    found = shown(text, base)
    assert "".join(c for c in found if c not in "\u202e\u202c") == order


@given(ANY_DIRECTION, st.sampled_from([None, 0, 1]))
def test_ordering_neither_loses_nor_adds_a_character(text, base):
    found, used = levels(text, base)
    order = visual_order(range(len(text)), found)
    assert sorted(order) == list(range(len(text)))
    assert all(used <= level <= 127 for level in found)


@given(st.text(alphabet="ab 12().,-"))
def test_latin_text_is_left_as_it_is(text):
    assert not may_turn(text)
    assert shown(text, 0) == text


@given(st.text(alphabet="אבגדה", min_size=1))
def test_hebrew_alone_is_turned_round(text):
    assert levels(text)[1] == 1
    assert shown(text) == text[::-1]


@given(ANY_DIRECTION)
def test_a_text_that_may_not_turn_stays_on_one_level(text):
    if not may_turn(text):
        assert set(levels(text, 0)[0]) <= {0}
