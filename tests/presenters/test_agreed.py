"""Agreed language on a real desk and real files: read in as one step, put right, found, used with its source kept."""

import io
import json

import pytest
from docx import Document
from sqlmodel import select

from bali_desk.domain.models import AgreedPassage, AgreedText, Block
from bali_desk.exchange.importing import take_in
from bali_desk.exchange.meeting_file import to_file
from bali_desk.presenters.agreed.beside import BesidePresenter
from bali_desk.presenters.agreed.finding import excerpt
from bali_desk.presenters.agreed.origin import origin_in_words
from bali_desk.presenters.agreed.presenter import AgreedPresenter
from bali_desk.presenters.ask import Cancelled
from bali_desk.presenters.meetings.sample import SAMPLE
from bali_desk.presenters.statement.composing import compose_statement
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record
from bali_desk.store.verify import faults_of

LINES = (
    ("Co-Chairs’ Statement", "Title"),
    ("TIPWG, Bangkok, 2–3 May 2016", None),
    ("Members welcomed reports on the Taskforce, held in 5 * 3 languages.", None),
    ("sharing information", "List Bullet"),
)


class View:
    def __init__(self):
        self.found, self.unread, self.reading = (), (), None

    def show_texts(self, rows):
        self.texts = rows

    def show_results(self, query, found):
        self.query, self.found = query, found

    def show_reading(self, text):
        self.reading = text

    def show_unread(self, sentences):
        self.unread = sentences

    def show_beside(self, beside):
        self.beside = beside

    def go_on_in(self, block_id):
        self.block_id = block_id


class Officer:
    def __init__(self):
        self.said, self.files, self.folder = [], [], None

    def tell(self, message):
        self.said.append(message)

    def fail(self, message):
        self.said.append(f"failed: {message}")

    def open_files(self, title, kinds):
        return self.files

    def open_folder(self, title):
        return self.folder


class AtOnce:
    """The worker, run at once; it may be told to stop at a step."""

    stop_at = None

    def run(self, work, done, failed):
        jobs = self

        class Running:
            def step(self, done, total):
                if jobs.stop_at == done:
                    raise Cancelled

            def cancel(self):
                pass

        try:
            outcome = work(Running())
        except Cancelled:
            return Running()
        except Exception as error:
            failed(error)
        else:
            done(outcome)
        return Running()


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    yield desk
    desk.close()


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "earlier"
    folder.mkdir()
    document = Document()
    for text, style in LINES:
        document.add_paragraph(text, style)
    stream = io.BytesIO()
    document.save(stream)
    (folder / "a.docx").write_bytes(stream.getvalue())
    (folder / "b.txt").write_bytes("Summary\n\nTIPWG, May 2015\n\nMembers noted it.".encode("utf-16"))
    (folder / "c.pdf").write_bytes(b"broken")
    return folder


@pytest.fixture
def view():
    return View()


@pytest.fixture
def officer():
    return Officer()


@pytest.fixture
def jobs():
    return AtOnce()


@pytest.fixture
def presenter(desk, view, officer, jobs):
    presenter = AgreedPresenter(desk, view, officer, jobs)
    yield presenter
    presenter.leave()


def test_a_folder_is_read_in_as_one_step_and_what_cannot_be_read_is_told(presenter, desk, view, officer, folder):
    officer.folder = folder
    presenter.choose_folder()
    assert [(row.date, row.body, row.title, row.passages) for row in view.texts] == [
        ("2 May 2016", "TIPWG", "Co-Chairs’ Statement", 4),
        ("May 2015", "TIPWG", "Summary", 3),
    ]
    assert view.unread == ("“c.pdf” is damaged or no PDF.",)
    assert officer.said == ["2 statements read in, 1 file could not be read."]
    assert desk.undo_label == "Read in 2 statements"
    desk.undo()
    assert view.texts == []
    desk.redo()
    assert len(view.texts) == 2
    with desk.reading() as session:
        assert faults_of(session) == []


def test_the_same_file_twice_adds_nothing(presenter, desk, view, officer, folder):
    presenter.read_in([folder])
    presenter.read_in([folder / "a.docx", folder])
    assert len(view.texts) == 2
    assert officer.said[-1] == "2 were there already, 1 file could not be read."
    assert desk.undo_label == "Read in 2 statements"


def test_reading_in_can_be_stopped_and_then_adds_nothing(presenter, view, jobs, folder):
    jobs.stop_at = 1
    presenter.read_in([folder])
    assert view.texts == []


def test_no_file_chosen_is_no_step(presenter, desk, officer):
    presenter.choose_files()
    presenter.choose_folder()
    assert (desk.undo_label, officer.said) == (None, [])


def test_body_date_and_title_are_put_right_and_a_date_that_is_none_is_told(presenter, view, officer, folder):
    presenter.read_in([folder / "b.txt"])
    (row,) = view.texts
    presenter.change(row.text_id, "date", "14 May 2015")
    presenter.change(row.text_id, "body", "SOM")
    presenter.change(row.text_id, "title", "=SUM(A1) <b>")
    (row,) = view.texts
    assert (row.date, row.sort_date, row.body, row.title) == ("14 May 2015", "2015-05-14", "SOM", "=SUM(A1) <b>")
    presenter.change(row.text_id, "date", "soon")
    assert officer.said[-1].startswith("failed: “soon” is not a date")
    assert view.texts[0].date == "14 May 2015"


def test_deleting_is_one_step_that_undo_takes_back_with_every_passage(presenter, desk, view, folder):
    presenter.read_in([folder])
    presenter.delete([row.text_id for row in view.texts])
    with desk.reading() as session:
        assert session.exec(select(AgreedPassage)).all() == []
    assert (view.texts, desk.undo_label) == ([], "Delete 2 earlier statements")
    desk.undo()
    presenter.search("taskforce")
    assert [one.title for one in view.found] == ["Co-Chairs’ Statement"]


def test_what_is_found_is_read_in_its_place_with_the_words_marked(presenter, view, folder):
    presenter.read_in([folder])
    presenter.search("members welc")
    (one,) = view.found
    assert one.heading == "TIPWG · 2 May 2016 · statement"
    assert [one.text[a:b] for a, b in one.marks] == ["Members", "welcomed"]
    presenter.open_result(one)
    assert view.reading.place == 3
    assert [passage.kind for passage in view.reading.passages] == ["title", "paragraph", "paragraph", "bullet"]
    assert view.reading.passages[2].marks == one.marks
    presenter.search("")
    assert (view.query, view.found) == ("", ())


def test_a_search_follows_what_is_read_in_and_taken_back(presenter, desk, view, folder):
    presenter.search("taskforce")
    assert view.found == []
    presenter.read_in([folder])
    assert len(view.found) == 1
    desk.undo()
    assert view.found == []


def test_reading_in_that_ends_after_she_left_is_done_all_the_same(presenter, desk, view, folder):
    presenter.leave()
    presenter._listening = lambda: None
    presenter.read_in([folder])
    with desk.reading() as session:
        assert len(session.exec(select(AgreedText)).all()) == 2
    assert view.unread == ()


def test_an_excerpt_is_cut_at_words_round_the_first_mark():
    text = "one two three four five six seven eight nine ten eleven twelve"
    shown, marks = excerpt(text, ((49, 55),), 30)
    assert shown.startswith("… ")
    assert [shown[a:b] for a, b in marks] == ["eleven"]
    assert excerpt("short", ((0, 5),), 30) == ("short", ((0, 5),))
    assert excerpt("x" * 100, (), 30)[0] == "x" * 30 + " …"


# ---- beside the statement ----
@pytest.fixture
def meeting(desk, presenter, folder):
    with desk.change("Import") as session:
        meeting = take_in(session, SAMPLE.read_bytes()).meeting
    compose_statement(desk, meeting)
    presenter.read_in([folder])
    return meeting


@pytest.fixture
def beside(desk, view, officer, jobs, meeting):
    return BesidePresenter(desk, view, officer, jobs, meeting)


def blocks(desk, meeting):
    with desk.reading() as session:
        return read_record(session, meeting).blocks


def test_the_paragraph_in_hand_brings_what_was_said_like_it_and_never_its_own_meeting(beside, desk, view, meeting):
    block = next(one for one in blocks(desk, meeting) if "Taskforce" in one.text)
    beside.suggest(block.id, block.text)
    assert [one.text for one in view.beside.found] == [LINES[2][0]]
    beside.suggest(block.id, "of the")
    assert view.beside.found == ()
    beside.search("members")
    assert {one.body for one in view.beside.found} == {"TIPWG"}
    assert {one.date[:4] for one in view.beside.found} == {"2015", "2016"}
    beside.search("")
    assert view.beside.found == ()


def test_what_she_looks_for_stays_while_she_moves_and_gives_way_to_suggestions_after(beside, desk, view, meeting):
    block = next(one for one in blocks(desk, meeting) if "Taskforce" in one.text)
    beside.search("sharing")
    beside.suggest(block.id, block.text)
    assert [one.text for one in view.beside.found] == ["sharing information"]
    beside.search("")
    assert [one.text for one in view.beside.found] == [LINES[2][0]]


def test_inserted_words_become_a_block_of_her_own_after_the_one_in_hand(beside, desk, view, meeting):
    before = blocks(desk, meeting)
    beside.suggest(before[3].id, before[3].text)
    beside.search("5 languages")
    beside.insert(view.beside.found[0])
    after = blocks(desk, meeting)
    new = after[4]
    assert (new.id, new.state, new.kind, new.sources) == (view.block_id, "own", "paragraph", [])
    assert new.text == r"Members welcomed reports on the Taskforce, held in 5 \* 3 languages."
    assert desk.undo_label == "Insert agreed language"
    desk.undo()
    assert [one.id for one in blocks(desk, meeting)] == [one.id for one in before]


def test_the_origin_is_remembered_outlives_composing_and_never_leaves_in_a_file(beside, desk, view, meeting, presenter):
    before = blocks(desk, meeting)
    beside.suggest(before[3].id, before[3].text)
    beside.search("sharing information")
    beside.insert(view.beside.found[0])
    compose_statement(desk, meeting)
    with desk.reading() as session:
        record = read_record(session, meeting)
        (block,) = [one for one in record.blocks if one.id == view.block_id]
        assert (block.kind, block.text) == ("bullet", "sharing information")
        assert origin_in_words(session, block.slot) == "TIPWG · Co-Chairs’ Statement · 2 May 2016"
        data = to_file(record)
    assert b"agreed:" not in data
    entry = next(one for one in json.loads(data)["statement"]["blocks"] if one["text"] == "sharing information")
    assert entry == {"kind": "bullet", "text": "sharing information", "sources": [], "state": "own"}
    beside.suggest(view.block_id, block.text)
    assert view.beside.origin == "TIPWG · Co-Chairs’ Statement · 2 May 2016"
    presenter.delete([row.text_id for row in view.texts])
    with desk.reading() as session:
        assert "no longer in the desk" in origin_in_words(session, block.slot)


def test_reading_the_file_again_finds_the_origin_again(beside, desk, view, meeting, presenter, folder):
    beside.suggest(blocks(desk, meeting)[3].id, "")
    beside.search("sharing information")
    beside.insert(view.beside.found[0])
    presenter.delete([row.text_id for row in view.texts])
    presenter.read_in([folder])
    with desk.reading() as session:
        slot = session.get_one(Block, view.block_id).slot
        assert origin_in_words(session, slot) == "TIPWG · Co-Chairs’ Statement · 2 May 2016"


@pytest.mark.parametrize(
    "slot", [None, "", "opening#1", "agreed:", "agreed:passage:", "agreed:version:x:y", "agreed:z"]
)
def test_a_slot_that_tells_no_origin_is_borne(desk, slot):
    with desk.reading() as session:
        assert origin_in_words(session, slot) in ("", "an earlier text that is no longer in the desk")
