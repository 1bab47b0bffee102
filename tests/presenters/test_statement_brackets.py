"""Open text through the statement's presenter, on a real desk: bracketed, told whose it is, followed, and settled."""

import pytest
from sqlmodel import select

from bali_desk.domain.models import AgendaItem, Block, Bracket, Meeting, Outcome
from bali_desk.drafting.markup import plain
from bali_desk.presenters.statement.guide import TO_SETTLE
from bali_desk.presenters.statement.presenter import StatementPresenter
from bali_desk.presenters.statement.rich_text import Run
from bali_desk.store.records import read_record
from bali_desk.store.removal import remove


class View:
    """Remembers what it was shown last."""

    def __init__(self):
        self.cursor = None

    def show_guide(self, rows):
        self.guide = rows

    def show_in_hand(self, block):
        self.block = block

    def show_standing(self, standing):
        self.standing = standing

    def put_cursor(self, block_id, place):
        self.cursor = block_id, place

    def _ignore(self, *_anything):
        pass

    show_blocks = show_versions = await_pause = show_news = show_pages = _ignore


@pytest.fixture
def view():
    return View()


@pytest.fixture
def presenter(desk, view, officer):
    presenter = StatementPresenter(desk, view, officer, 1)
    presenter.compose()
    yield presenter
    presenter.leave()


@pytest.fixture
def block(desk):
    """The paragraph on the Taskforce, as it stands."""
    return lambda: next(one for one in blocks(desk) if "on Planning" in _bare(one) or "Preparedness" in _bare(one))


def _bare(block):
    return plain(block.text).replace("[", "").replace("]", "")


def blocks(desk):
    with desk.reading() as session:
        return read_record(session, 1).blocks


def rows(desk):
    with desk.reading() as session:
        return session.exec(select(Bracket)).all()


def put(presenter, block, words):
    start = plain(block.text).index(words)
    presenter.bracket(block.id, start, start + len(words))


def open_lines(view):
    return [(row.text, row.note) for row in view.guide if row.section == TO_SETTLE]


def test_words_are_put_in_brackets_and_the_cursor_goes_on_inside_them(presenter, block, view):
    one = block()
    put(presenter, one, "Taskforce")
    assert "[Taskforce] on Planning" in block().text
    assert view.cursor == (one.id, plain(one.text).index("Taskforce") + 1)
    assert (open_lines(view), view.standing.brackets) == ([("[Taskforce]", "In brackets")], 1)


def test_who_proposed_them_and_what_stands_against_them_is_remembered_and_undone(presenter, desk, block, view):
    put(presenter, block(), "Taskforce")
    presenter.note_bracket(block().id, 0, "proposer", "New Zealand")
    presenter.note_bracket(block().id, 0, "alternative", "Task Force")
    presenter.choose(block().id, 0)
    shown = view.block.bracket
    assert (shown.words, shown.proposer, shown.alternative) == ("Taskforce", "New Zealand", "Task Force")
    assert open_lines(view) == [("[Taskforce]", "Proposed by New Zealand")]
    assert "New Zealand" in view.block.names
    desk.undo()
    desk.undo()
    assert rows(desk) == []
    desk.undo()
    assert "[" not in block().text


@pytest.mark.parametrize(
    ("way", "expected"),
    [("keep", "reports on the Taskforce on Planning"), ("alternative", "reports on the *panel* on Planning")],
)
def test_a_bracket_is_settled_by_its_words_or_by_the_alternative(presenter, desk, block, view, way, expected):
    put(presenter, block(), "Taskforce")
    one = block()
    presenter.note_bracket(one.id, 0, "alternative", "*panel*")
    presenter.settle_bracket(one.id, 0, way)
    after = next(row for row in blocks(desk) if row.id == one.id)
    assert expected in plain(after.text)
    assert (rows(desk), open_lines(view)) == ([], [])
    desk.undo()
    assert [row.alternative for row in rows(desk)] == ["*panel*"]


def test_dropped_words_leave_one_blank(presenter, desk, block):
    one = block()
    put(presenter, one, "on Planning and Preparedness")
    presenter.settle_bracket(one.id, 0, "drop")
    assert "the Taskforce and on the 11th" in plain(next(row.text for row in blocks(desk) if row.id == one.id))


def test_two_brackets_of_a_paragraph_keep_their_own_proposers(presenter, block, view):
    put(presenter, block(), "Preparedness")
    presenter.note_bracket(block().id, 0, "proposer", "Fiji")
    put(presenter, block(), "Taskforce")
    presenter.note_bracket(block().id, 0, "proposer", "Nauru")
    assert open_lines(view) == [("[Taskforce]", "Proposed by Nauru"), ("[Preparedness]", "Proposed by Fiji")]


def test_the_words_in_a_bracket_may_be_edited_and_it_stays_the_same_bracket(presenter, block, view):
    put(presenter, block(), "Taskforce on Planning")
    presenter.note_bracket(block().id, 0, "proposer", "Fiji")
    text = plain(block().text).replace("[Taskforce on Planning]", "[Taskforce on good Planning]")
    presenter.typed(block().id, (Run(text),))
    assert open_lines(view) == [("[Taskforce on good Planning]", "Proposed by Fiji")]


def first_open(view):
    return next(row.block_id for row in view.guide if row.section == TO_SETTLE)


def test_splitting_and_joining_take_the_proposer_along_with_the_words(presenter, desk, block, view):
    one = block()
    put(presenter, one, "11th")
    presenter.note_bracket(one.id, 0, "proposer", "Fiji")
    text = plain(block().text)
    presenter.split(one.id, text.index("and on the"))
    assert first_open(view) != one.id
    assert open_lines(view) == [("[11th]", "Proposed by Fiji")]
    presenter.join_previous(first_open(view))
    assert first_open(view) == one.id
    assert open_lines(view) == [("[11th]", "Proposed by Fiji")]
    desk.undo()
    desk.undo()
    assert open_lines(view) == [("[11th]", "Proposed by Fiji")]


def test_a_paragraph_with_brackets_goes_with_all_that_is_known_of_them_and_comes_back_by_undo(presenter, desk, block):
    one = block()
    put(presenter, one, "Taskforce")
    presenter.note_bracket(one.id, 0, "proposer", "Fiji")
    presenter.delete(one.id)
    assert rows(desk) == []
    desk.undo()
    assert [row.proposer for row in rows(desk)] == ["Fiji"]


def test_composing_away_a_paragraph_with_brackets_leaves_no_orphan(presenter, desk, block):
    one = block()
    with desk.change("Bracket that the record made") as session:
        session.add(Bracket(block_id=one.id, words="x", proposer="Fiji"))
    with desk.change("Drop outcomes") as session:
        for outcome in session.exec(select(Outcome)):
            remove(session, outcome)
    presenter.compose()
    assert one.id not in [row.id for row in blocks(desk)]
    assert rows(desk) == []


def test_removing_the_meeting_removes_its_brackets(presenter, desk, block):
    put(presenter, block(), "Taskforce")
    presenter.note_bracket(first_open(presenter._view), 0, "proposer", "Fiji")
    presenter.leave()
    with desk.change("Remove meeting") as session:
        remove(session, session.get_one(Meeting, 1))
    assert rows(desk) == []
    desk.undo()
    assert [row.proposer for row in rows(desk)] == ["Fiji"]


def test_what_cannot_be_bracketed_is_said_in_one_sentence(presenter, block, officer):
    presenter.bracket(block().id, 3, 3)
    assert officer.failures == ["Choose the words that are not agreed, then put them in brackets."]
    presenter.settle_bracket(block().id, 0, "keep")
    assert officer.failures[-1] == "This bracket stands in the text no more."


def test_the_next_thing_to_settle_goes_round_the_text_both_ways(presenter, desk, block, view, officer):
    presenter.settle_next(None, 0)
    assert officer.told == ["Nothing in the text waits to be settled."]
    ids = [one.id for one in blocks(desk) if one.kind == "paragraph" and len(plain(one.text)) > 100]
    for block_id in (ids[3], ids[1]):
        presenter.bracket(block_id, 0, 7)
    with desk.change("Both") as session:
        row = session.get_one(Block, ids[2])
        row.state, row.proposed = "edited", "x"
    stops = []
    for _step in range(4):
        presenter.settle_next(*(view.cursor if stops else (None, 0)))
        stops.append(view.cursor[0])
    assert stops == [ids[1], ids[2], ids[3], ids[1]]
    presenter.settle_next(*view.cursor, way=-1)
    assert view.cursor[0] == ids[3]


def test_own_words_and_outcomes_that_no_paragraph_tells_are_listed_apart(presenter, desk, block, view):
    presenter.insert_after(block().id)
    presenter.typed(view.cursor[0], (Run("A sentence of my own."),))
    with desk.change("Record") as session:
        item = session.exec(select(AgendaItem)).first()
        session.add(Outcome(meeting_id=1, agenda_item_id=item.id, subject="Members", verb="noted", text="the weather"))
    listed = {(row.section, row.text) for row in view.guide if row.note}
    assert listed == {
        ("Without a source", "A sentence of my own."),
        ("Not used in the text", "Members noted the weather"),
    }


def test_a_text_with_brackets_is_not_final(presenter, block, officer, view):
    put(presenter, block(), "Taskforce")
    presenter.set_stage("final")
    assert view.standing.stage == "draft"
    assert "“Taskforce”" in officer.failures[0]
