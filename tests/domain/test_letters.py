"""Finding and sorting letters of every language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.domain.letters import alphabetical, plain_letters


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Đặng", "dang"),
        ("ÉCOLE", "ecole"),
        ("Ærø", "aero"),
        ("Işık", "isik"),
        ("İpek", "ipek"),
        ("Weiß", "weiss"),
        ("O’Dwyer", "o'dwyer"),
        ("\u202eabc\u200f", "abc"),
        ("e\u0301", "e"),
        ("អរុណ", "អរុណ"),
        ("किरण", "किरण"),
    ],
)
def test_accents_and_marks_fall_away_for_finding_but_vowel_signs_stay(text, plain):
    assert plain_letters(text) == plain


@pytest.mark.parametrize(
    "names",
    [
        ["Abad", "Ærø", "Ana", "Ána", "Anab", "Đặng", "Dean", "Zaw"],
        ["Da Costa", "De Alwis", "Dé-Ana", "Dean", "Deana"],  # a hyphen parts words as a space does
        ["O'Dwyer", "Ódwyes", "Okafor"],
        ["=SUM(A1)", "Sumba", "Zola", "Цэрэндорж", "ศรีสุวรรณ", "김", ""],
    ],
)
def test_names_stand_as_a_list_has_them(names):
    assert sorted(reversed(names), key=alphabetical) == names


@given(st.lists(st.text(max_size=12), max_size=8))
def test_the_order_does_not_depend_on_how_the_list_came(names):
    assert sorted(names, key=alphabetical) == sorted(reversed(names), key=alphabetical)
