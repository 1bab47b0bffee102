"""The wording of a body on a real desk: each frame edited in place, checked, kept in one step, and used."""

import pytest
from sqlmodel import select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Body, Wording
from bali_desk.drafting.compose import compose
from bali_desk.drafting.frames import FRAMES
from bali_desk.presenters.wording.frames import IN_WORDS
from bali_desk.presenters.wording.presenter import NOTHING_KNOWN, NOTHING_SAID, WordingPresenter
from bali_desk.store.records import read_record


class View:
    def show_frames(self, rows, chosen):
        self.rows, self.chosen = rows, chosen

    def show_frame(self, frame):
        self.frame = frame

    def show_preview(self, runs, words):
        self.preview = "".join(run.text for run in runs) or words

    def show_house(self, style, profiles, chosen, own):
        self.profiles, self.profile = [profile.name for profile in profiles], chosen


class Officer:
    def __init__(self):
        self.asked, self.answer = [], True

    def confirm(self, question, action):
        self.asked.append(question)
        return self.answer

    def fail(self, message):
        raise AssertionError(message)


@pytest.fixture
def view():
    return View()


@pytest.fixture
def presenter(desk, view):
    presenter = WordingPresenter(desk, view, Officer(), 1)
    yield presenter
    presenter.leave()


def texts(desk):
    with desk.reading() as session:
        return " ".join(one.text for one in compose(read_record(session, 1)))


def stored(desk):
    with desk.reading() as session:
        return read_record(session, 1).wording


def test_every_frame_is_told_in_plain_words():
    assert IN_WORDS.keys() == FRAMES.keys()


@pytest.mark.parametrize("frame", FRAMES)
def test_every_frame_shows_what_it_makes_of_the_sample_or_why_nothing(presenter, view, frame):
    presenter.choose(frame)
    assert view.frame.key == view.chosen == frame
    assert view.frame.fields == FRAMES[frame]
    assert view.preview
    assert (view.preview == NOTHING_SAID) == (not view.frame.text)
    if frame in ("opening", "attendance", "presentation", "reception", "priorities", "action", "thanks"):
        assert view.preview not in (NOTHING_SAID, NOTHING_KNOWN)


def test_an_edit_shows_its_sentence_is_kept_in_one_step_and_used_by_the_statement(desk, presenter, view):
    presenter.typed("{Dates}, {place}: the {short} met.")
    assert view.preview == "26 May 2017, Bali, Indonesia: the TIPWG met."
    presenter.keep("{Dates}, {place}: the {short} met.")
    assert view.frame.own
    assert [row.key for row in view.rows if row.own] == ["opening"]
    assert "26 May 2017, Bali, Indonesia: the" in texts(desk)
    desk.undo()
    assert not view.frame.own
    assert stored(desk) == ""
    desk.redo()
    assert 'opening = "{Dates}, {place}: the {short} met."' in stored(desk)


def test_a_burst_of_typing_in_one_frame_is_one_step(desk, presenter, view):
    presenter.keep("The {short} met {on_dates}")
    presenter.keep("The {short} met {on_dates}.")
    desk.undo()
    assert stored(desk) == ""


def test_the_shipped_wording_comes_back_frame_by_frame_and_leaves_no_trace(desk, presenter, view):
    shipped = view.frame.text
    presenter.keep("The {short} met.")
    presenter.choose("thanks")
    presenter.keep("")
    assert view.preview == NOTHING_SAID
    assert "hospitality" not in texts(desk)
    presenter.back_to_shipped()
    presenter.choose("opening")
    presenter.keep(shipped)  # typed back by hand
    assert stored(desk) == ""
    with desk.reading() as session:
        assert session.exec(select(Wording)).all() == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The {shirt} met.", "It names {shirt}, which does not exist; there are {body},"),
        ("The {short met.", "It has a “{” that belongs to no field: The {short met."),
        ("The ] met.", "It has a “]” that belongs to no field"),
    ],
)
def test_a_fault_is_told_at_the_field_and_nothing_is_kept(desk, presenter, view, text, told):
    presenter.typed(text)
    assert view.preview.startswith(told)
    with pytest.raises(DeskError) as caught:
        presenter.keep(text)
    assert str(caught.value).startswith(told)
    assert stored(desk) == ""


def test_odd_words_are_kept_exactly(desk, presenter, view):
    odd = 'The “{short}” said \\\\ "x" \x7f \u202e <b> & … 50% =1+1'
    presenter.keep(odd)
    assert view.frame.text == odd
    assert view.preview.startswith("The “TIPWG” said")


def test_another_house_style_is_followed_and_undone(desk, presenter, view):
    assert (view.profiles, view.profile) == (["asean", "australian", "un"], "australian")
    presenter.set_profile("un")
    assert view.profile == "un"
    assert "through 2017-18" in texts(desk)
    presenter.set_profile("australian")
    assert stored(desk) == ""
    desk.undo()
    assert "through 2017-18" in texts(desk)


def test_each_style_has_its_own_wording(desk, presenter, view):
    presenter.keep("The {short} met.")
    with desk.change("Style") as session:
        session.get_one(Body, 1).style = "numbered"
    assert not view.frame.own
    with desk.change("Style") as session:
        session.get_one(Body, 1).style = "bali-process"
    assert view.frame.own


def test_a_wording_that_cannot_be_read_can_be_given_up(desk, view):
    with desk.change("Spoil") as session:
        session.add(Wording(body_id=1, style="bali-process", text="opening = = 3"))
    officer = Officer()
    officer.answer = False
    WordingPresenter(desk, view, officer, 1).leave()
    assert stored(desk) == "opening = = 3"
    officer.answer = True
    WordingPresenter(desk, view, officer, 1).leave()
    assert "The wording of this body cannot be read" in officer.asked[0]
    assert stored(desk) == ""
