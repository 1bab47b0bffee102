"""The line an officer types while she ticks in: what it asks for, and what it says where it cannot be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.domain.names import plain_letters
from bali_desk.presenters.tick_in.command import Asked, Listed, asked

NAMES = (
    ("CHAIYASIT, Prawit (Mr)", "Thailand"),
    ("DE ARAÚJO, Maria do Céu (Ms)", "Timor-Leste"),
    ("ĐẶNG, Thị Hà (Ms)", "Viet Nam"),
    ("KHIEV, Sophea (Ms) ខៀវ សុភា", "Cambodia"),
    ("KIM, Seo-yeon (Ms)", "Republic of Korea"),
    ("NULL, All (Mr)", "Australia"),
    ("TAN, Wei (Mr)", "Malaysia"),
    ("TAN, Wei Ling (Ms)", "Malaysia"),
    ("WALUYO, Marta (Ms)", "Indonesia"),
    ("Present <b>", "IOM"),
)
SHEET = [
    Listed(number, plain_letters(name), plain_letters(home), "present" if number == 1 else "expected")
    for number, (name, home) in enumerate(NAMES, 1)
]
EVERYONE = tuple(range(1, 11))


@pytest.mark.parametrize(
    ("line", "rows", "state"),
    [
        ("7", (7,), ""),
        (" 7 ", (7,), ""),
        ("7 present", (7,), "present"),
        ("7 here", (7,), "present"),
        ("7 excused", (7,), "excused"),
        ("7 EXCUSED", (7,), "excused"),
        ("7 exc", (7,), "excused"),
        ("7ab", (7,), "absent"),
        ("7 not yet", (7,), "expected"),
        ("4, 9, 2-3 absent", (2, 3, 4, 9), "absent"),
        ("4 9 2–3", (2, 3, 4, 9), ""),
        ("4; 9 & 2", (2, 4, 9), ""),
        ("4 and 9", (4, 9), ""),
        ("4and9", (4, 9), ""),
        ("2 to 4", (2, 3, 4), ""),
        ("2 - 4, 3", (2, 3, 4), ""),
        ("4-2", (2, 3, 4), ""),
        ("2..4", (2, 3, 4), ""),
        ("4, 9,", (4, 9), ""),
        ("4.", (4,), ""),
        ("007", (7,), ""),
        ("٧", (7,), ""),
        ("all present", EVERYONE, "present"),
        ("everyone expected", EVERYONE, "expected"),
        ("rest absent", EVERYONE[1:], "absent"),
        ("the rest absent", EVERYONE[1:], "absent"),
    ],
)
def test_numbers_and_a_state(line, rows, state):
    assert asked(line, SHEET) == Asked(rows, state)


@pytest.mark.parametrize(
    ("line", "rows", "best", "state"),
    [
        ("wal", (9,), 9, ""),
        ("wal excused", (9,), 9, "excused"),
        ("ara", (2,), 2, ""),
        ("araujo maria", (2,), 2, ""),
        ("maria araujo", (2,), 2, ""),
        ("céu", (2,), 2, ""),
        ("dang", (3,), 3, ""),
        ("Đặng", (3,), 3, ""),
        ("សុភា", (4,), 4, ""),
        ("seo yeon", (5,), 5, ""),
        ("tan", (7, 8), 7, ""),
        ("ma", (2, 9), 2, ""),
        ("all", (6,), 6, ""),
        ("null", (6,), 6, ""),
        ("present", (10,), 10, ""),
        ("present absent", (10,), 10, "absent"),
        ("<b>", (10,), 10, ""),
        ("malay", (7, 8), 7, ""),  # nobody's name, but a delegation
    ],
)
def test_letters_of_a_name_find_rows_accents_aside(line, rows, best, state):
    assert asked(line, SHEET) == Asked(rows, state, best=best)


def test_a_word_that_begins_so_goes_before_one_that_merely_has_the_letters():
    assert asked("ar", SHEET).rows == (2, 9)
    assert asked("a", SHEET).best == 2  # ARAÚJO, though CHAIYASIT has an a and stands first


@pytest.mark.parametrize(
    ("line", "who", "by"),
    [
        ("5 replaced by 7", 5, 7),
        ("5 replaced by Tan Wei Ling", 5, 8),
        ("5 replaced by tan wei (mr)", 5, 7),
        ("5 replaced waluyo", 5, 9),
        ("kim REPLACED BY 9", 5, 9),
    ],
)
def test_replaced_by_picks_the_person(line, who, by):
    assert asked(line, SHEET) == Asked((who,), "replaced", substitute=by)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("11", "There is no row 11: the sheet goes from 1 to 10."),
        ("0", "There is no row 0: the sheet goes from 1 to 10."),
        ("3-99999999999999999999", "There is no row 99999999999999999999: the sheet goes from 1 to 10."),
        ("4, x 9", "“x 9” cannot be read: write numbers and what they are, like “4, 9, 17-20 absent”."),
        ("4-", "“4-” cannot be read: write numbers and what they are, like “4, 9, 17-20 absent”."),
        ("4 e", "“e” cannot be read: write numbers and what they are, like “4, 9, 17-20 absent”."),
        ("xyz", "Nobody on the sheet is called “xyz”."),
        ("xyz absent", "Nobody on the sheet is called “xyz”."),
        ("absent", "Say who is absent, like “4, 9 absent”."),
        ("rest", "Say what they are, like “rest absent”."),
        ("5 replaced by", "Write who replaces row 5, like “5 replaced by Tan Wei”."),
        ("5 replaced by nobody", "Nobody on the sheet is called “nobody”."),
        ("5 replaced by tan", "“tan” fits 2 persons: write more letters, or one row number."),
        ("5-6 replaced by 7", "“5-6” fits 2 persons: write more letters, or one row number."),
        ("5 replaced by 5", "A person cannot replace herself: write another name or row number."),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(line, sentence):
    what = asked(line, SHEET)
    assert what.trouble == sentence
    assert what.rows == ()


def test_who_is_not_found_may_be_a_walk_in():
    assert asked("Xu Li", SHEET).nobody == "xu li"
    assert asked("11", SHEET).nobody == ""


def test_an_empty_sheet_has_nobody():
    assert asked("1", []).trouble == "There is nobody on the sheet yet."
    assert asked("all present", []).trouble == "Everyone on the sheet is ticked already."


@given(st.text(max_size=30) | st.text("0123456789 ,-–replacdby", max_size=30))
def test_any_line_is_read_or_refused_and_never_both(line):
    what = asked(line, SHEET)
    assert all(1 <= number <= len(SHEET) for number in what.rows)
    assert not (what.trouble and what.rows)
    assert what.best is None or what.best in what.rows


@given(st.sets(st.integers(1, 10), min_size=1), st.sampled_from([", ", " ", "; ", ","]), st.booleans())
def test_rows_written_as_ranges_are_the_same_rows(rows, between, spaced):
    parts, dash = [], " - " if spaced else "-"
    for number in sorted(rows):
        if parts and parts[-1][1] == number - 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    line = between.join(str(first) if first == last else f"{first}{dash}{last}" for first, last in parts)
    assert asked(f"{line} absent", SHEET) == Asked(tuple(sorted(rows)), "absent")


@given(st.integers(0, 9), st.data())
def test_any_three_letters_of_a_name_find_its_bearer(place, data):
    name = NAMES[place][0]
    start = data.draw(st.integers(0, len(name) - 3))
    letters = name[start : start + 3]
    if plain_letters(letters).split() and not letters.strip()[0].isdigit():
        assert place + 1 in asked(letters, SHEET).rows
