"""What the statement knows of spelling: the dictionary of the house, its names and its own words."""

import pytest
from sqlmodel import select

from bali_desk.domain.models import Block, Body, Participant
from bali_desk.presenters.statement.composing import compose_statement
from bali_desk.presenters.statement.spelling import Doubt, SpellingPresenter
from bali_desk.store.dictionary import read_words
from bali_desk.store.records import read_record


class View:
    def __init__(self):
        self.asked = 0

    def show_doubts(self):
        self.asked += 1


@pytest.fixture
def unread(desk, officer, jobs):
    presenter = SpellingPresenter(desk, officer, jobs, 1)
    presenter.view = View()
    presenter.attach(presenter.view)
    yield presenter
    presenter.leave()


@pytest.fixture
def spelling(unread):
    unread.begin()
    return unread


def doubted(spelling, text):
    return [text[start:end] for start, end in spelling.doubts(text)]


def write(desk, place, text):
    with desk.change("Edit") as session:
        block = read_record(session, 1).blocks[place]
        block.text = text
        return block.id


def test_nothing_is_doubted_before_the_dictionary_is_read(unread, officer):
    assert unread.doubts("teh goverment") == ()
    assert unread.suggestions("teh") == ()
    assert not unread.is_own("teh")
    assert unread.next_doubt(None, 0) is None
    assert officer.told == ["The dictionary is not read yet."]


def test_once_it_is_read_the_view_is_asked_to_mark(unread):
    unread.begin()
    assert unread.view.asked == 1
    assert doubted(unread, "teh goverment") == ["teh", "goverment"]
    unread.begin()  # nothing changed since
    assert unread.view.asked == 1


def test_names_of_the_meeting_are_known_and_those_that_come_later_when_the_page_is_seen_again(spelling, desk):
    assert doubted(spelling, "by nurhaliza") == ["nurhaliza"]
    with desk.change("Add participant") as session:
        session.add(Participant(meeting_id=1, given="Siti", family="nurhaliza"))
    spelling.begin()
    assert doubted(spelling, "by nurhaliza") == []


def test_the_house_style_of_the_body_decides(spelling, desk):
    assert doubted(spelling, "a veranda") == ["veranda"]
    with desk.change("Style") as session:
        session.get_one(Body, 1).style = "numbered"
    spelling.begin()
    assert doubted(spelling, "a veranda") == []


def test_what_an_earlier_reading_brings_late_is_not_taken(unread, desk, jobs):
    jobs.held = []
    unread.begin()
    with desk.change("Add participant") as session:
        session.add(Participant(meeting_id=1, family="nurhaliza"))
    unread.begin()
    late, *rest = jobs.held
    for settle in (*rest, late):
        settle()
    assert doubted(unread, "by nurhaliza") == []
    assert unread.view.asked == 1


def test_nobody_is_told_after_she_left(unread, jobs):
    jobs.held = []
    unread.begin()
    unread.leave()
    jobs.held[0]()
    assert unread.view.asked == 0


def test_a_faulty_wording_is_told_and_nothing_is_marked(unread, desk, officer):
    with desk.change("Style") as session:
        session.get_one(Body, 1).style = "no such style"
    unread.begin()
    assert "There is no statement style" in officer.told[0]
    assert unread.doubts("teh") == ()


def test_a_word_added_is_known_at_once_and_undo_takes_it_back(spelling, desk):
    spelling.add("Genomix")
    assert doubted(spelling, "a genomix") == []
    assert spelling.is_own("genomix")
    assert spelling.view.asked == 2
    desk.undo()
    assert doubted(spelling, "a genomix") == ["genomix"]
    assert not spelling.is_own("genomix")
    desk.redo()
    assert doubted(spelling, "a genomix") == []


def test_a_word_is_taken_out_again(spelling, desk):
    spelling.add("genomix")
    spelling.take_out("Genomix")
    assert doubted(spelling, "a genomix") == ["genomix"]
    with desk.reading() as session:
        assert read_words(session) == set()


def test_words_of_the_text_are_suggested_before_others(spelling, desk):
    compose_statement(desk, 1)
    assert spelling.suggestions("agred")[0] == "agreed"
    write(desk, 0, "aged aged")
    write(desk, 1, "")
    with desk.change("Edit") as session:
        for block in session.exec(select(Block)):
            block.text = block.text.replace("agreed", "decided")
    assert spelling.suggestions("agred")[0] == "aged"


def test_a_composed_text_has_no_doubtful_word_and_says_so(spelling, desk, officer):
    compose_statement(desk, 1)
    assert spelling.next_doubt(None, 0) is None
    assert officer.told == ["No word is doubtful."]


def test_one_goes_from_doubt_to_doubt_and_from_the_end_on_from_the_beginning(spelling, desk):
    compose_statement(desk, 1)
    first = write(desk, 2, "Members *agred* to teh plan")
    second = write(desk, 4, "the goverment")
    found = [Doubt(first, 8, 13), Doubt(first, 17, 20), Doubt(second, 4, 13)]
    assert spelling.next_doubt(None, 0) == found[0]
    assert spelling.next_doubt(first, 8) == found[0]
    assert spelling.next_doubt(first, 13) == found[1]
    assert spelling.next_doubt(first, 20) == found[2]
    assert spelling.next_doubt(second, 13) == found[0]
