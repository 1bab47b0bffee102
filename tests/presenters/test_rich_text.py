from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.presenters.statement.rich_text import Run, join, plain, runs_of, same, split, text_of

CUTS = st.builds(Run, st.text("ab *\\<&\u202e", max_size=5), st.booleans(), st.booleans())


@given(st.lists(CUTS, max_size=6))
def test_what_the_paper_shows_comes_back_from_the_record_word_for_word_and_cut_for_cut(runs):
    kept = text_of(runs)
    assert plain(runs_of(kept)) == plain(runs)
    if "\\" not in plain(runs):
        assert same(runs_of(kept), runs)


@pytest.mark.parametrize("text", ["=SUM(A1)", "<script>", "5 * 3", "a\\*b", "*x*", "**y** and *z*", ""])
def test_a_text_of_the_record_keeps_its_words_through_the_paper(text):
    assert plain(runs_of(text_of(runs_of(text)))) == plain(runs_of(text))


def test_splitting_and_joining_gives_the_text_again():
    runs = runs_of("Members *agreed* to **recommend** it")
    before, after = split(runs, 10)
    assert plain(before) == "Members ag"
    assert text_of(after) == "*reed* to **recommend** it"
    assert same(join(before, after), runs)
