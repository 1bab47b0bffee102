"""Tracked changes on paper: put in underlined, taken out struck through, one colour for each person."""

from __future__ import annotations

import pytest
from word_corpus.parts import WordFile, p, prose, r, tbl, tc, tr

from bali_desk.documents.layout.notes import Notes
from bali_desk.documents.layout.reading.reader import read_document
from bali_desk.documents.layout.reading.tracked import TRACKED
from bali_desk.documents.layout.setting.atoms import Typesetter
from bali_desk.documents.layout.setting.lines import LineBreaker
from bali_desk.documents.layout.typefaces import Typefaces


def by(person: str) -> str:
    return f'w:id="1" w:author="{person}" w:date="2020-01-01T00:00:00Z"'


def put_in(text: str, person: str = "A", name: str = "ins") -> str:
    return f"<w:{name} {by(person)}>{r(text)}</w:{name}>"


def taken_out(text: str, person: str = "A", name: str = "del") -> str:
    held = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f"<w:{name} {by(person)}>{held}</w:{name}>"


def looks(body: str) -> dict[str, object]:
    """The look of each stretch of text."""
    paragraph = read_document(WordFile(body).data(), Notes()).sections[0].blocks[0]
    return {piece.text.strip(): piece.look for piece in paragraph.pieces}


def test_what_is_put_in_is_underlined_and_what_is_taken_out_is_struck_through():
    found = looks(p(r("kept ") + put_in("new ") + taken_out("old")))
    assert (found["new"].underline, found["new"].strike) == ("single", False)
    assert (found["old"].underline, found["old"].strike) == (None, True)
    assert found["new"].colour == found["old"].colour is not None
    assert (found["kept"].underline, found["kept"].colour) == (None, None)


def test_moved_words_have_two_lines():
    found = looks(p(taken_out("from", name="moveFrom") + put_in("to", name="moveTo")))
    assert found["from"].double_strike
    assert found["to"].underline == "double"


def test_each_person_has_a_colour_of_her_own():
    found = looks(p(put_in("one", "Fiji") + put_in("two", "Nauru") + put_in("three", "Fiji")))
    assert found["one"].colour == found["three"].colour != found["two"].colour


def test_what_one_person_put_in_and_another_took_out_has_both_marks():
    inner = taken_out("both", "Nauru")
    found = looks(p(f"<w:ins {by('Fiji')}>{inner}</w:ins>"))
    assert found["both"].underline == "single"
    assert found["both"].strike


def test_the_marks_are_named_for_the_officer(print_out):
    printed = print_out(WordFile(p(r("kept ") + taken_out("old"))).data())
    assert printed.text == "kept old"
    assert printed.laid.notes == [TRACKED]


def test_a_row_taken_out_of_a_table_is_struck_through():
    rows = [tr([tc("stays")]), tr([tc("goes")], f"<w:del {by('A')}/>")]
    table = read_document(WordFile(tbl(rows, [3000])).data(), Notes()).sections[0].blocks[0]
    struck = [row.cells[0].blocks[0].pieces[0].look.strike for row in table.rows]
    assert struck == [False, True]


def test_a_bar_stands_beside_the_lines_with_a_change_and_beside_no_others(print_out):
    printed = print_out(WordFile(p(prose(1)) + p(put_in("new words"))).data())
    x = 1418 / 20 - 14  # the left margin, and the distance of the bar
    assert printed.colour_at(x, printed.top_of("new") + 3) != (255, 255, 255)
    assert printed.colour_at(x, printed.top_of("The group") + 3) == (255, 255, 255)


@pytest.mark.parametrize("name", ["ins", "del"])
def test_only_lines_with_a_change_are_marked(name):
    change = put_in("change") if name == "ins" else taken_out("change")
    document = read_document(WordFile(p(change + r(" " + prose(5)))).data(), Notes())
    setter = Typesetter(Typefaces(Notes()), 36.0)
    lines = LineBreaker(document.sections[0].blocks[0], 300.0, setter).lines()
    assert [line.changed for line in lines] == [True] + [False] * (len(lines) - 1)
