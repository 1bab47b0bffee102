"""Rows of persons pasted from a sheet, a table or a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.presenters.participants.pasting import read_persons


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("", []),
        ("\n\n \t \n", []),
        ("Suharyono", [{"display": "Suharyono"}]),
        ("SATO, Ken\tCounsellor\tken@mofa.go.jp", [
            {"family": "SATO", "given": "Ken", "position": "Counsellor", "email": "ken@mofa.go.jp"}
        ]),
        ("ken@mofa.go.jp\tSATO, Ken", [{"family": "SATO", "given": "Ken", "email": "ken@mofa.go.jp"}]),
        ("Name\tE-mail:\nNull\tken(at)x", [{"display": "Null", "email": "ken(at)x"}]),
        ("Family name\tGiven name\tRole\nvan der Meulen\tCéline\thead of delegation", [
            {"family": "van der Meulen", "given": "Céline", "role": "head of delegation"}
        ]),
        ('"Two\nlines"\tPost', [{"display": "Two\nlines", "position": "Post"}]),
        ('A "quote\nB', [{"display": 'A "quote'}, {"display": "B"}]),
        ("=SUM(A1)\r\n‏שלום‏\r\n", [{"display": "=SUM(A1)"}, {"display": "‏שלום‏"}]),
        ("a, b, c", [{"display": "a, b, c"}]),
        ("x" * 600, [{"display": "x" * 600}]),
    ],
)  # fmt: skip
def test_rows_become_persons(text, persons):
    assert read_persons(text) == persons


@given(st.text(max_size=60))
def test_no_text_is_refused(text):
    assert all(read_persons(text))


def test_rows_without_heads_are_read_by_their_looks_and_no_cell_is_lost():
    (one, two) = read_persons(
        "Mr\tJohn\tDOE\tfiji\tDirector\tjohn@x.example\nJane Roe\tAdviser\tMinistry\t+61 2 5550 1234\tx\ty", ["Fiji"]
    )
    assert one == {
        "honorific": "Mr", "given": "John", "family": "DOE", "delegation": "Fiji", "position": "Director",
        "email": "john@x.example",
    }  # fmt: skip
    assert two == {
        "display": "Jane Roe", "position": "Adviser", "organisation": "Ministry", "phone": "+61 2 5550 1234",
        "note": "As pasted: x; y",
    }  # fmt: skip
