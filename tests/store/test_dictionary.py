"""The house's dictionary: kept in the desk, changed in undoable steps."""

import pytest

from bali_desk.store.desk import Desk
from bali_desk.store.dictionary import add_word, read_words, remove_word


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    yield desk
    desk.close()


def words(desk):
    with desk.reading() as session:
        return read_words(session)


def add(desk, word):
    with desk.change("Add to dictionary") as session:
        add_word(session, word)


def test_words_are_kept_in_small_letters_and_once(desk):
    for word in ("Genomix", "genomix", " d’Orsay ", "D'orsay", " "):
        add(desk, word)
    assert words(desk) == {"genomix", "d'orsay"}


def test_a_word_is_taken_out_however_it_is_written(desk):
    add(desk, "d'Orsay")
    add(desk, "genomix")
    with desk.change("Take out of dictionary") as session:
        remove_word(session, "D’Orsay")
    assert words(desk) == {"genomix"}


def test_adding_is_one_step_that_undo_takes_back_and_redo_brings_again(desk):
    add(desk, "genomix")
    assert desk.undo_label == "Add to dictionary"
    desk.undo()
    assert words(desk) == set()
    desk.redo()
    assert words(desk) == {"genomix"}
    add(desk, "GENOMIX")  # nothing changes: no step
    desk.undo()
    assert words(desk) == set()
