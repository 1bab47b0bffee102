"""Versions of a statement on a real desk: read, compared, restored with today's text kept, written to the byte."""

import pytest
from sqlmodel import select

from bali_desk.domain.models import Block, VersionFile
from bali_desk.presenters.documents.exporting import export
from bali_desk.presenters.meetings.sample import write_sample
from bali_desk.presenters.statement.composing import compose_statement, waiting
from bali_desk.presenters.statement.versions import TODAY, VersionsPresenter
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record, read_versions


class View:
    def show_choices(self, choices):
        self.choices = choices

    def show_reading(self, key, against, reading):
        self.key, self.against, self.reading = key, against, reading

    def titles(self):
        return [choice.title.partition(" ·")[0] for choice in self.choices]

    def changed(self):
        return ["".join(piece.text for piece in one.pieces) for one in self.reading.paragraphs if one.change != "same"]


class Officer:
    def __init__(self):
        self.said, self.path = [], None

    def tell(self, message):
        self.said.append(message)

    def fail(self, message):
        raise AssertionError(message)

    def save_as(self, title, name, kinds):
        self.offered = name
        return self.path


@pytest.fixture
def desk(tmp_path):
    write_sample(tmp_path / "sample.desk")
    desk = Desk(tmp_path / "sample.desk")
    compose_statement(desk, 1)
    yield desk
    desk.close()


@pytest.fixture
def officer():
    return Officer()


@pytest.fixture
def view():
    return View()


def edit(desk, place, text):
    with desk.change("Edit text") as session:
        block = read_record(session, 1).blocks[place]
        block.text, block.state = text, "edited"


def texts(desk):
    with desk.reading() as session:
        return [(block.kind, block.text, block.state) for block in read_record(session, 1).blocks]


def versions(desk):
    with desk.reading() as session:
        return read_versions(session, 1)


@pytest.fixture
def two_versions(desk, tmp_path):
    export(desk, 1, "statement", tmp_path / "one.docx")
    edit(desk, 4, texts(desk)[4][1].replace("welcomed reports", "noted brief reports", 1))
    export(desk, 1, "statement", tmp_path / "two.pdf")


def test_a_version_is_read_with_what_changed_since_the_one_before(desk, two_versions, view, officer):
    VersionsPresenter(desk, view, officer, 1, versions(desk)[1].id)
    assert view.titles() == ["The text today", "Version 2, draft", "Version 1, draft"]
    assert view.against == versions(desk)[0].id
    assert len(view.changed()) == 1
    assert view.reading.words == "2 words new, 1 gone, in 1 paragraph."


def test_today_is_read_against_the_last_version(desk, two_versions, view, officer):
    presenter = VersionsPresenter(desk, view, officer, 1, TODAY)
    assert (view.reading.is_today, view.reading.words) == (True, "Not a word differs.")
    edit(desk, 5, "Another paragraph altogether.")
    assert view.changed(), "the dialog follows the desk"
    presenter.hold_against(None)
    assert (view.reading.before, view.reading.words, view.changed()) == (None, "", [])


def test_an_earlier_version_becomes_the_text_again_and_today_is_kept(desk, two_versions, view, officer):
    first = versions(desk)[0]
    edit(desk, 3, "Words of this evening.")
    today = texts(desk)
    presenter = VersionsPresenter(desk, view, officer, 1, first.id)
    presenter.restore()
    assert [(kind, text) for kind, text, _state in texts(desk)] == [(one["kind"], one["text"]) for one in first.blocks]
    assert officer.said == ["The text of version 1 is back; what stood there is kept as version 3."]
    assert [(one["kind"], one["text"], one["state"]) for one in versions(desk)[2].blocks] == today
    desk.undo()
    assert texts(desk) == today


def test_a_restored_text_remembers_the_record(desk, two_versions, view, officer):
    VersionsPresenter(desk, view, officer, 1, versions(desk)[0].id).restore()
    assert {state for _kind, _text, state in texts(desk)} == {"record"}
    with desk.reading() as session:
        assert waiting(read_record(session, 1)) == 0


def test_blocks_that_are_gone_today_come_back(desk, two_versions, view, officer):
    with desk.change("Delete all") as session:
        for block in session.exec(select(Block)):
            session.delete(block)
    VersionsPresenter(desk, view, officer, 1, versions(desk)[0].id).restore()
    assert len(texts(desk)) == len(versions(desk)[0].blocks)
    assert officer.said == ["The text of version 1 is back."]


@pytest.mark.parametrize(("suffix", "went"), [(".docx", "one.docx"), (".pdf", None)])
def test_a_version_is_written_again_to_the_byte(desk, two_versions, view, officer, tmp_path, suffix, went):
    presenter = VersionsPresenter(desk, view, officer, 1, versions(desk)[0].id)
    with desk.change("Rename body") as session:
        read_record(session, 1).body.name = "Another Working Group"  # the letterhead of today
    officer.path = tmp_path / "again"
    presenter.write_again(suffix)
    written = tmp_path / f"again{suffix}"
    assert officer.offered.endswith(f"v1{suffix}")
    assert written.exists()
    if went:
        assert written.read_bytes() == (tmp_path / went).read_bytes()


def test_the_command_line_writes_the_very_file_again(desk, two_versions, tmp_path):
    with desk.change("Rename body") as session:
        read_record(session, 1).body.name = "Another Working Group"
    export(desk, 1, "statement", tmp_path / "again.docx", version=1)
    assert (tmp_path / "again.docx").read_bytes() == (tmp_path / "one.docx").read_bytes()


def test_the_same_file_is_kept_once(desk, two_versions, tmp_path):
    for _ in range(2):
        export(desk, 1, "statement", tmp_path / "two.pdf")
    with desk.reading() as session:
        assert [one.name for one in session.exec(select(VersionFile))] == ["one.docx", "two.pdf"]


def test_undoing_a_restored_version_leaves_the_dialog_on_a_text_there_is(desk, two_versions, view, officer):
    edit(desk, 3, "Words of this evening.")
    presenter = VersionsPresenter(desk, view, officer, 1, versions(desk)[0].id)
    presenter.restore()
    presenter.read(versions(desk)[2].id)
    desk.undo()
    assert view.key == TODAY
