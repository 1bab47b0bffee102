"""Over a hundred Word files, whole and damaged: every word printed in its order, every fault told in one sentence."""

from __future__ import annotations

import random

import pytest
from word_corpus import files
from word_corpus.damage import damaged
from word_corpus.reading import missing, text_of, written_in

from bali_desk.documents.layout import lay_out
from bali_desk.documents.layout.pdf import UNFORESEEN
from bali_desk.domain.errors import DeskError

FILES = files()
MUTANTS = 400


def test_the_collection_is_large_and_the_same_in_each_run():
    again = files()
    own = [name for name in FILES if not name.startswith("from_office")]
    assert len(FILES) >= 100
    assert all(FILES[name] == again[name] for name in own)


@pytest.mark.parametrize("name", FILES)
def test_every_word_of_a_word_file_is_printed_in_its_order(name):
    assert missing(written_in(FILES[name]), text_of(lay_out(FILES[name]).pdf)) == []


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("beyond-text-box", "text box"),
        ("beyond-picture-floating", "floating picture"),
        ("beyond-floating-table", "floating table"),
        ("foreign-columns-uneven", "columns of several widths"),
        ("foreign-box-beside", "frame and colour of a text box"),
        ("beyond-picture-emf", "such as EMF"),
        ("beyond-drop-capital", "large first letter"),
        ("beyond-line-numbers", "line numbers"),
        ("beyond-ruby", "reading aids"),
        ("pages-bordered-page", "border around the page"),
        ("pages-centred-page", "in the middle"),
    ],
)
def test_what_is_done_otherwise_than_in_word_is_named(name, note):
    assert any(note in one for one in lay_out(FILES[name]).notes)


@pytest.mark.parametrize("first", range(0, MUTANTS, 50))
def test_a_damaged_word_file_is_printed_or_told_in_one_foreseen_sentence(first):
    names = list(FILES)
    for number in range(first, first + 50):
        chance = random.Random(number)
        data = damaged(FILES[names[number % len(names)]], chance)
        said = outcome(data)
        assert said.startswith("%PDF") or said.endswith("."), number
        assert said != UNFORESEEN.format(name="the document"), number


def outcome(data: bytes) -> str:
    """The beginning of the PDF, or the sentence told instead of it."""
    try:
        return lay_out(data).pdf[:4].decode()
    except DeskError as fault:
        return str(fault)
