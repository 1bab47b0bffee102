"""The statement's presenter on a real desk: what she writes is never lost, and every action is one step of undo."""

import datetime as dt
import random

import pytest

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import (
    AgendaItem,
    Block,
    Body,
    CoChair,
    Meeting,
    Outcome,
    Statement,
    StatementVersion,
)
from bali_desk.presenters.documents.exporting import export
from bali_desk.presenters.documents.page_pictures import count_pages
from bali_desk.presenters.statement.composing import compose_statement, waiting
from bali_desk.presenters.statement.guide import SOURCES, UNUSED
from bali_desk.presenters.statement.pasted import pasted_plain
from bali_desk.presenters.statement.presenter import StatementPresenter
from bali_desk.presenters.statement.rich_text import Run, plain, text_of
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

ODD = '=SUM(A1) <script>alert("x")</script> \u202eabc & 5 * 3 ' + "long " * 110

NINE_O_CLOCK = dt.datetime(2017, 5, 26, 9, tzinfo=dt.UTC)


class View:
    def show_blocks(self, rows):
        self.blocks = rows

    def show_guide(self, rows):
        self.guide = rows

    @property
    def sources(self):
        return [row for row in self.guide if row.handle]

    def show_in_hand(self, block):
        self.block = block

    def show_standing(self, standing):
        self.standing = standing

    def await_pause(self):
        self.waits = True

    def show_news(self, changes, unused):
        self.changes = changes

    def show_pages(self, pages):
        self.pages = pages

    def show_versions(self, rows):
        self.versions = rows

    def put_cursor(self, block_id, place):
        self.cursor = block_id, place

    def texts(self):
        return [plain(row.runs) for row in self.blocks]

    def find(self, words):
        return next(row for row in self.blocks if words in plain(row.runs))


class Officer:
    def __init__(self):
        self.told = []

    def tell(self, message):
        self.told.append(message)

    def fail(self, message):
        raise AssertionError(message)


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    with desk.change("Sample") as session:
        session.add(Body(id=1, name="Working Group", short="WG", main_actor="Members"))
        session.flush()
        session.add(Meeting(id=1, body_id=1, ordinal=3, start=dt.date(2017, 5, 26), city="Bali", country="Indonesia"))
        session.flush()
        session.add(CoChair(meeting_id=1, country="Indonesia"))
        session.add(AgendaItem(id=1, meeting_id=1, sequence=0, title="Guide"))
        session.add(AgendaItem(id=2, meeting_id=1, sequence=1, title="Plan"))
        session.flush()
        for place, (item, verb, text) in enumerate([(1, "noted", "the guide"), (2, "endorsed", "the plan")]):
            row = Outcome(meeting_id=1, agenda_item_id=item, sequence=place, verb=verb, text=text, handle=f"o{place}")
            row.subject = "Members"
            session.add(row)
    yield desk
    desk.close()


@pytest.fixture
def view():
    return View()


@pytest.fixture
def officer():
    return Officer()


@pytest.fixture
def presenter(desk, view, officer):
    presenter = StatementPresenter(desk, view, officer, 1)
    yield presenter
    presenter.leave()


@pytest.fixture
def composed(presenter):
    presenter.compose()
    return presenter


def said(pieces):
    return "".join(piece.text for piece in pieces)


def record_of(desk):
    with desk.reading() as session:
        return read_record(session, 1)


def block_of(desk, block_id):
    with desk.reading() as session:
        return session.get_one(Block, block_id)


def test_composing_makes_the_text_and_undo_takes_it_back_whole(desk, presenter, view):
    assert not view.standing.composed
    presenter.compose()
    assert "Members noted the guide." in view.texts()
    assert view.standing.stage == "draft"
    assert {row.state for row in view.blocks} == {"record"}
    assert all(row.block_id for row in view.sources)
    desk.undo()
    assert record_of(desk).statement is None
    assert view.blocks == []


def test_composing_again_without_news_is_no_step(desk, composed, view):
    desk.undo()
    desk.redo()
    label = desk.undo_label
    compose_statement(desk, 1)
    composed.in_a_pause()
    assert (desk.undo_label, view.changes, waiting(record_of(desk))) == (label, 0, 0)


def test_a_change_of_the_record_waits_for_composing_and_then_renews_the_block(desk, composed, view):
    with desk.change("Edit outcome") as session:
        session.get_one(Outcome, 1).text = "the new guide"
    composed.in_a_pause()
    assert view.changes == 1
    composed.compose()
    composed.in_a_pause()
    assert "Members noted the new guide." in view.texts()
    assert view.changes == 0


def test_who_chaired_is_news_for_the_text_though_the_page_shows_no_chairs(desk, composed, view):
    composed.in_a_pause()
    view.waits = False
    with desk.change("Edit co-chair") as session:
        session.get_one(CoChair, 1).country = "Fiji"
    assert view.waits
    composed.in_a_pause()
    assert view.changes == 1


def test_pages_and_reading_time_are_told_with_the_words(desk, view, officer, jobs, tmp_path):
    presenter = StatementPresenter(desk, view, officer, 1, jobs=jobs)
    presenter.compose()
    presenter.in_a_pause()
    assert view.pages == 1
    assert (view.standing.minutes, view.standing.aloud) == (1, 1)
    presenter.insert_after(None)
    long = view.blocks[-1].block_id
    presenter.typed(long, (Run("word " * 1_000),))
    presenter.in_a_pause()
    export(desk, 1, "statement", tmp_path / "long.pdf")
    assert view.pages == count_pages((tmp_path / "long.pdf").read_bytes()) > 1
    assert (view.standing.minutes, view.standing.aloud) == (5, 9)
    presenter.leave()


def test_the_pages_of_a_text_that_changed_meanwhile_are_not_told(desk, view, officer, jobs):
    presenter = StatementPresenter(desk, view, officer, 1, jobs=jobs)
    presenter.compose()
    jobs.held = []
    presenter.in_a_pause()
    presenter.typed(view.blocks[-1].block_id, (Run("word " * 3_000),))
    presenter.in_a_pause()
    first, second = jobs.held
    second()
    pages = view.pages
    first()
    assert pages > 3
    assert view.pages == pages
    presenter.leave()


def test_typing_marks_a_block_edited_and_typing_it_back_makes_it_the_records_again(desk, composed, view):
    block = view.find("noted the guide")
    composed.typed(block.block_id, (Run("Members took note of the guide."),))
    assert view.find("took note").state == "edited"
    assert block_of(desk, block.block_id).composed == "Members noted the guide."
    composed.typed(block.block_id, block.runs)
    assert view.find("noted the guide").state == "record"


def test_a_burst_of_typing_is_one_step_of_undo(desk, composed, view):
    block = view.find("noted the guide")
    for end in ("a", "ab", "abc"):
        composed.typed(block.block_id, (Run(end),))
    composed.undo()
    assert "Members noted the guide." in view.texts()
    composed.redo()
    assert "abc" in view.texts()


def test_what_she_wrote_outlives_composing_and_both_texts_are_shown_for_her_choice(desk, composed, view):
    block = view.find("noted the guide").block_id
    composed.typed(block, (Run("Members took note of the guide."),))
    with desk.change("Edit outcome") as session:
        session.get_one(Outcome, 1).text = "the new guide"
    composed.compose()
    composed.choose(block)
    assert (view.block.state, said(view.block.texts.hers)) == ("both", "Members took note of the guide.")
    assert (said(view.block.texts.was), said(view.block.texts.now)) == (
        "Members noted the guide.",
        "Members noted the new guide.",
    )
    composed.keep_mine(block)
    assert (view.block.state, view.standing.both) == ("edited", 0)
    desk.undo()
    composed.take_record(block)
    assert (view.find("new guide").state, "Members took note of the guide." in view.texts()) == ("record", False)
    desk.undo()
    assert view.find("took note").state == "both"


def test_enter_splits_a_block_and_both_parts_know_their_sources(desk, composed, view):
    block = view.find("noted the guide").block_id
    composed.split(block, len("Members noted"))
    place = next(n for n, row in enumerate(view.blocks) if row.block_id == block)
    assert view.texts()[place : place + 2] == ["Members noted", " the guide."]
    assert [row.state for row in view.blocks[place : place + 2]] == ["edited", "edited"]
    composed.choose(view.blocks[place + 1].block_id)
    assert [line.handle for line in view.block.sources] == ["o0"]
    assert view.cursor == (view.blocks[place + 1].block_id, 0)
    composed.join_previous(view.blocks[place + 1].block_id)
    assert (view.find("noted the guide").state, view.cursor) == ("record", (block, len("Members noted")))
    desk.undo()
    desk.undo()
    assert "Members noted the guide." in view.texts()


def test_a_split_block_that_gets_the_records_words_back_does_not_say_them_twice(desk, composed, view):
    block = view.find("noted the guide").block_id
    composed.split(block, len("Members noted"))
    with desk.change("Edit outcome") as session:
        read_record(session, 1).outcomes[0].text = "the guide with thanks"
    composed.compose()
    assert view.find("Members noted").state == "both"
    composed.take_record(block)
    assert [text for text in view.texts() if "guide" in text] == ["Members noted the guide with thanks."]
    assert view.cursor == (block, -1)
    desk.undo()
    assert " the guide." in view.texts()


def test_what_she_wrote_into_a_part_stays_when_the_record_takes_the_rest(desk, composed, view):
    block = view.find("noted the guide").block_id
    composed.split(block, len("Members noted"))
    part = view.cursor[0]
    composed.typed(part, (Run("the guide, and she wrote this."),))
    composed.back_to_record(block)
    assert "the guide, and she wrote this." in view.texts()
    assert "Members noted the guide." in view.texts()


def test_enter_at_the_start_opens_an_empty_block_before_and_the_block_keeps_its_sources(desk, composed, view):
    block = view.find("noted the guide").block_id
    composed.split(block, 0)
    place = next(n for n, row in enumerate(view.blocks) if row.block_id == block)
    assert (view.texts()[place - 1], view.blocks[place].state) == ("", "record")
    composed.join_previous(block)
    assert [row.block_id for row in view.blocks].count(block) == 1
    assert view.find("noted the guide").state == "record"


def test_two_blocks_joined_keep_the_sources_of_both(desk, composed, view):
    first = view.find("noted the guide").block_id
    composed.join_next(first)
    assert all(row.block_id is not None for row in view.sources)
    composed.join_previous(view.blocks[0].block_id)  # nothing stands before the title
    assert view.texts()[0]


def test_cuts_and_odd_words_are_kept_to_the_letter(desk, composed, view):
    block = view.find("noted the guide").block_id
    runs = (Run(ODD), Run("agreed", bold=True), Run(" on "), Run("it", italic=True))
    composed.typed(block, runs)
    assert plain(view.find("=SUM").runs) == plain(runs)
    assert text_of(view.find("=SUM").runs).endswith("**agreed** on *it*")


def test_blocks_are_inserted_moved_changed_in_kind_and_deleted(desk, composed, view):
    before = view.texts()
    block = view.find("noted the guide").block_id
    composed.insert_after(block)
    fresh = view.cursor[0]
    composed.typed(fresh, (Run("Thank you."),))
    composed.set_kind(fresh, "bullet")
    assert [(row.state, row.label) for row in view.blocks if row.block_id == fresh] == [("own", "•")]
    composed.move(fresh, -1)
    assert view.texts().index("Thank you.") + 1 == view.texts().index("Members noted the guide.")
    composed.delete(fresh)
    assert view.texts() == before
    desk.undo()
    assert "Thank you." in view.texts()


def test_a_text_may_be_begun_by_hand(desk, presenter, view):
    presenter.insert_after(None, "title")
    presenter.typed(view.cursor[0], (Run("Statement"),))
    assert [(row.kind, plain(row.runs), row.state) for row in view.blocks] == [("title", "Statement", "own")]
    presenter.compose()
    assert "Statement" in view.texts()


def test_pasted_paragraphs_become_blocks_and_what_followed_the_cursor_stays_last(desk, composed, view):
    block = view.find("noted the guide").block_id
    composed.paste(block, len("Members"), pasted_plain("one\ntwo\nthree"))
    place = next(n for n, row in enumerate(view.blocks) if row.block_id == block)
    assert view.texts()[place : place + 3] == ["Membersone", "two", "three noted the guide."]
    assert view.cursor == (view.blocks[place + 2].block_id, len("three"))


def test_back_to_the_record_brings_its_words_again(desk, composed, view):
    block = view.find("noted the guide").block_id
    composed.typed(block, (Run("mine"),))
    composed.back_to_record(block)
    assert view.find("noted the guide").state == "record"


def test_an_outcome_that_no_block_tells_is_shown_as_unused(desk, composed, view):
    composed.delete(view.find("noted the guide").block_id)
    assert [row.section for row in view.sources] == [UNUSED, SOURCES]
    with desk.change("Hide") as session:
        session.get_one(Outcome, 1).public = False
    assert [row.text for row in view.sources] == ["Members endorsed the plan"]


def test_a_final_text_says_what_still_waits(desk, composed, view, officer):
    with desk.change("Both") as session:
        block = session.get_one(Block, view.find("noted the guide").block_id)
        block.state, block.proposed = "edited", "x"
    composed.set_stage("final")
    assert view.standing.stage == "final"
    assert officer.told == ["1 paragraph waits for your choice; 1 change in the record is not in the text."]
    desk.undo()
    assert view.standing.stage == "draft"


def test_versions_that_went_out_are_listed(desk, composed, view):
    with desk.change("Export statement") as session:
        blocks = [{"kind": "numbered", "text": "Members *agreed*.", "sources": [], "state": "own"}]
        session.add(
            StatementVersion(
                id=1,
                meeting_id=1,
                number=1,
                stage="draft",
                made_at=dt.datetime(2017, 5, 26, 9, tzinfo=dt.UTC),
                blocks=blocks,
            )
        )
    assert [(row.title, row.detail) for row in view.versions] == [("Version 1, draft", "26 May 2017, 2 words")]


def test_a_statement_that_came_with_a_file_remembers_what_it_said_once_it_is_edited(desk, view, officer):
    with desk.change("Import") as session:
        session.add(Statement(id=1, meeting_id=1))
        session.flush()
        session.add(Block(id=1, statement_id=1, kind="paragraph", text="From a file.", state="record"))
    presenter = StatementPresenter(desk, view, officer, 1)
    presenter.typed(1, (Run("Mine."),))
    presenter.back_to_record(1)
    assert (view.texts(), view.blocks[0].state) == (["From a file."], "record")
    presenter.leave()


def test_what_the_desk_refuses_is_told_and_typing_is_said_to_be_unsaved(desk, composed, view, officer):
    block = view.find("noted the guide").block_id
    said = []
    officer.fail = said.append

    def refuse(*_anything, **_more):
        raise DeskError("The disk is full.")

    composed._desk = type("Full", (), {"change": refuse, "undo": refuse})()
    assert not composed.typed(block, (Run("x"),))
    composed.move(block, 1)
    composed.undo()
    assert said == ["The disk is full."] * 3


@pytest.mark.parametrize("seed", range(24))
def test_no_letter_is_lost_however_she_splits_joins_and_walks_through_undo(desk, composed, view, seed):
    chance = random.Random(seed)
    begun, letters = view.texts(), "".join(view.texts())
    for _step in range(25):
        row = chance.choice(view.blocks)
        act = chance.choice(["split", "join_previous", "join_next", "undo", "redo"])
        if act == "split":
            composed.split(row.block_id, chance.randint(0, len(plain(row.runs))))
        elif act in ("undo", "redo"):
            if desk.undo_label != "Compose statement" or act == "redo":
                getattr(composed, act)()
        else:
            getattr(composed, act)(row.block_id)
        assert "".join(view.texts()) == letters
    while desk.undo_label != "Compose statement":
        composed.undo()
    assert view.texts() == begun


def test_another_page_leads_to_a_block_by_its_handle(desk, composed, view):
    block = block_of(desk, view.find("noted the guide").block_id)
    composed.go_to(block.handle)
    assert view.cursor == (block.id, 0)


def test_no_text_is_made_final_while_words_stand_in_brackets(desk, view, officer):
    refused = []
    officer.fail = refused.append
    presenter = StatementPresenter(desk, view, officer, 1)
    presenter.compose()
    row = view.find("noted the guide")
    presenter.typed(row.block_id, (Run("Members [noted] the guide."),))
    presenter.set_stage("final")
    assert refused == ["The text cannot be final while “noted” stands in brackets: settle it first."]
    assert view.standing.stage == "draft"
    presenter.typed(row.block_id, (Run("Members noted the guide [sic]."),))
    presenter.set_stage("final")
    assert view.standing.stage == "final"
