"""Text in cells: nothing a spreadsheet would run, and nothing lost on the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.exchange.cell_text import for_xlsx, from_xlsx, guarded, unguarded

TRAPS = st.text(st.sampled_from("'=+-@＝;,\t\r\n a_x0041\x07Ж"), max_size=12)


@pytest.mark.parametrize("text", ["=SUM(A1)", "+62 811", "-1", "@me", "\t=1", "\r=1", "  =1", "＝1", "\n-2"])
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(text):
    assert guarded(text) == "'" + text.replace("\t", "\t'").replace("\r", "\r'").replace("\n", "\n'")


@pytest.mark.parametrize("text", ["O'Brien", "'Abd al-Rahman", "Null", "a = b", "x-y@z.org", "", " "])
def test_other_text_stays_as_it_is(text):
    assert guarded(text) == unguarded(text) == text


def test_behind_a_semicolon_nothing_runs_either():
    assert guarded("see; =1+1;+2") == "see;' =1+1;'+2"


@given(TRAPS)
def test_taking_the_guard_away_gives_the_text_back(text):
    assert unguarded(guarded(text)) == text
    first = guarded(text).lstrip(" ")
    assert not first.startswith(tuple("=+-@＝\t\r\n"))


@given(TRAPS)
def test_letters_an_excel_file_cannot_hold_come_back(text):
    written = for_xlsx(text)
    assert from_xlsx(written) == text
    assert "\x07" not in written
    assert "\r" not in written
