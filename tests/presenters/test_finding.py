"""Find as one types."""

from hypothesis import given
from hypothesis import strategies as st

from bali_desk.domain.letters import plain_letters
from bali_desk.presenters.finding import Finder

NAMES = ["Đặng Thị Hà", "Srisuwan, Orathai (Ms)", "Ærø", "O’Dwyer", "=SUM(A1)", "อรทัย", "x" * 600]


def finder(names=NAMES):
    made = Finder(plain_letters)
    made.over(names)
    return made


def test_words_are_found_in_any_order_accents_and_case_aside():
    assert finder().found("HA dang") == [NAMES[0]]
    assert finder().found("orathai, srisuwan") == [NAMES[1]]
    assert finder().found("o'dwy") == [NAMES[3]]
    assert finder().found("x" * 600) == [NAMES[6]]
    assert finder().found("nobody") == []


def test_nothing_asked_finds_everybody():
    assert finder().found("  ") == NAMES


def test_what_is_no_longer_there_is_not_found():
    made = finder()
    made.found("d")
    made.over(NAMES[1:])
    assert made.found("dang") == []


WORDS = st.text("abcđ ,", max_size=6)


@given(st.lists(WORDS, max_size=8), st.lists(WORDS, max_size=5))
def test_typing_on_and_back_finds_the_same_as_asking_at_once(names, typed):
    made = finder(names)
    for asked in typed:
        assert list(made.found(asked)) == list(finder(names).found(asked))
