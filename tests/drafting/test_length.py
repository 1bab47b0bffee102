"""Words as a reader counts them, and the minutes they take."""

from __future__ import annotations

import pytest

from bali_desk.drafting.length import ALOUD, reading_minutes, word_count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("The Co-Chairs' *Statement* of 2015–17", 5),
        ("TIPWG/3/1 – a note", 3),
        ("*one*\n**two**", 2),
        ("U.N. don’t", 2),
        ("नमस्ते दुनिया", 2),
        ("Việt Nam e\u0301te\u0301", 3),
        ("工作组 met", 4),
        ("ประเทศไทย", 2),
        ("របាយការណ៍ គណៈកម្មាធិការ", 3),
        ("می\u200cخواهم", 1),
        ("soft\u00adhyphen", 1),
        ("— – …", 0),
    ],
)
def test_words_are_counted_as_a_reader_counts_them(text, count):
    assert word_count(text) == count


@pytest.mark.parametrize(("words", "silent", "aloud"), [(0, 0, 0), (1, 1, 1), (230, 1, 2), (923, 5, 8)])
def test_minutes_are_whole_and_never_too_few(words, silent, aloud):
    assert (reading_minutes(words), reading_minutes(words, ALOUD)) == (silent, aloud)
