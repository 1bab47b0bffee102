"""What the markup of a text says, and that no letter is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.drafting.markup import Run, escaped, places, plain, runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Members met.", [Run("Members met.")]),
        ("the *Guide* itself", [Run("the "), Run("Guide", italic=True), Run(" itself")]),
        ("**Decision**: agreed", [Run("Decision", bold=True), Run(": agreed")]),
        ("**very *important* text**", [Run("very ", True), Run("important", True, True), Run(" text", True)]),
        (r"five \* stars", [Run("five * stars")]),
        ("5 * 3 * 2", [Run("5 * 3 * 2")]),
        ("a lone * star", [Run("a lone * star")]),
        ("an *unclosed star", [Run("an *unclosed star")]),
        ("", []),
    ],
)
def test_stars_make_italic_and_bold(text, expected):
    assert runs(text) == expected


@given(st.text(alphabet="ab *\\n", max_size=30))
def test_every_letter_of_the_text_is_in_its_runs(text):
    assert plain(text).replace("*", "").replace("\\", "") == text.replace("*", "").replace("\\", "")


@given(st.text(max_size=30).filter(lambda text: "\\" not in text))
def test_escaped_text_reads_as_it_was_typed(text):
    assert plain(escaped(text)) == text


@given(st.text(alphabet="ab *\\[]", max_size=30))
def test_each_letter_read_is_found_in_the_markup(text):
    assert "".join("*" if text.startswith(r"\*", at) else text[at] for at in places(text)) == plain(text)
