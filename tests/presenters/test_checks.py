"""The draft checks on a real desk: found, mended, let stand for a reason, and in the way of a final text."""

import datetime as dt

import pytest
from sqlmodel import select

from bali_desk.domain.models import Block, Meeting, StatementVersion
from bali_desk.drafting.markup import plain
from bali_desk.presenters.checks.checking import Checking, count_in_words
from bali_desk.presenters.checks.kept import read_kept
from bali_desk.presenters.checks.presenter import MOVED, ChecksPresenter
from bali_desk.presenters.documents.exporting import export
from bali_desk.presenters.statement.composing import compose_statement
from bali_desk.presenters.statement.presenter import StatementPresenter
from bali_desk.presenters.statement.rows import version_rows
from bali_desk.presenters.statement.versions import let_stand
from bali_desk.store.records import read_record, read_versions


class View:
    """The panel, and whatever of the Statement page the presenter asks for."""

    def show_findings(self, rows, kept):
        self.rows, self.kept = rows, kept

    def show_marks(self, found):
        self.marks = found

    def show_standing(self, standing):
        self.standing = standing

    def __getattr__(self, name):
        return lambda *_anything: None


@pytest.fixture
def view():
    return View()


@pytest.fixture
def checking(desk, jobs):
    return Checking(desk, jobs, lambda: dt.date(2017, 6, 1))


@pytest.fixture
def presenter(desk, view, officer, checking):
    compose_statement(desk, 1)
    presenter = ChecksPresenter(desk, view, officer, checking, 1)
    yield presenter
    presenter.leave()


def change(desk, old, new):
    """Change the words of the first block that has them, as she would."""
    with desk.change("Edit text") as session:
        block = next(one for one in read_record(session, 1).blocks if old in plain(one.text))
        block.text, block.state = block.text.replace(old, new, 1), "edited"
    return block.id


def text_of(desk, block_id):
    with desk.reading() as session:
        return plain(session.get_one(Block, block_id).text)


def found(view):
    return [(row.severity, row.quote) for row in view.rows]


def finding(view, quote):
    return next(row for row in view.rows if row.quote == quote)


def test_the_composed_text_of_the_sample_has_nothing_to_see_to(presenter, view):
    presenter.look()
    assert (view.rows, view.kept, view.marks) == ([], [], {})


def test_a_date_that_the_record_does_not_have_is_found_where_it_stands(desk, presenter, view):
    block = change(desk, "on 26 May 2017", "on 25 May 2017")
    presenter.look()
    row = finding(view, "25 May 2017")
    assert (row.severity, row.block_id, "26 May 2017" in row.other) == ("error", block, True)
    assert text_of(desk, block)[row.start : row.end] == "25 May 2017"
    (mark,) = view.marks[block]
    assert (mark.start, mark.end, mark.severity) == (row.start, row.end, "error")


def test_a_slip_is_mended_as_one_step_and_the_text_is_checked_again(desk, presenter, view):
    block = change(desk, "reports on", "reports **on on**")
    presenter.look()
    presenter.fix(finding(view, "on on").key)
    assert "reports on the" in text_of(desk, block)
    assert view.rows == []
    assert desk.undo_label.startswith("Fix: ")
    desk.undo()
    presenter.look()
    assert found(view) == [("error", "on on")]


def test_what_is_mended_keeps_its_cut(desk, presenter, view):
    block = change(desk, "reports on", "reports **on on**")
    presenter.look()
    presenter.fix(finding(view, "on on").key)
    with desk.reading() as session:
        assert "reports **on** the" in session.get_one(Block, block).text


def test_all_of_one_kind_are_mended_in_one_step(desk, presenter, view):
    one = change(desk, "reports on", "reports on on")
    other = change(desk, "Members commended", "Members commended commended")
    presenter.look()
    row = finding(view, "on on")
    assert row.alike == 2
    presenter.fix_alike(row.key)
    assert found(view) == []
    assert "on on" not in text_of(desk, one)
    desk.undo()
    assert "commended commended" in text_of(desk, other)


def test_nothing_is_mended_where_the_words_have_gone_meanwhile(desk, presenter, view, officer):
    block = change(desk, "reports on", "reports on on")
    presenter.look()
    key = finding(view, "on on").key
    change(desk, "reports on on", "reports about")
    presenter.fix(key)
    assert "reports about" in text_of(desk, block)
    assert officer.told == [MOVED]
    presenter.fix(key)
    assert officer.failures == [MOVED]


def test_an_error_stays_only_for_a_reason_which_is_remembered_and_undone(desk, presenter, view, officer):
    change(desk, "38 participants", "39 participants")
    presenter.look()
    key = finding(view, "39 participants").key
    presenter.let_stand(key, "text", " ")
    assert officer.failures == ["Say why this error stays: the reason is kept with the version that goes out."]
    presenter.let_stand(key, "text", "One delegate joined by telephone.")
    assert view.rows == []
    assert [(one.quote, one.reason) for one in view.kept] == [("39 participants", "One delegate joined by telephone.")]
    desk.undo()
    presenter.look()
    assert found(view) == [("error", "39 participants")]
    desk.redo()
    presenter.look()
    presenter.count_again(view.kept[0].kept_id)
    assert found(view) == [("error", "39 participants")]


@pytest.mark.parametrize(
    ("scope", "same_words", "same_check", "other_text"),
    [("text", False, True, True), ("words", False, True, False), ("check", False, False, False)],
)
def test_what_is_let_stand_holds_as_far_as_she_says(desk, presenter, view, scope, same_words, same_check, other_text):
    """Whether the same words, another finding of the check, and the same words in another text still count."""
    change(desk, "reports on", "reports on on")
    presenter.look()
    presenter.let_stand(finding(view, "on on").key, scope, "It is a name.")
    change(desk, "Members commended", "Members commended commended")
    change(desk, "heard about", "heard on on")
    presenter.look()
    counted = [row.quote for row in view.rows]
    assert ("on on" in counted, "commended commended" in counted) == (same_words, same_check)
    with desk.change("Another meeting") as session:
        session.add(Meeting(id=2, body_id=1, ordinal=4, start=dt.date(2018, 5, 1)))
    with desk.reading() as session:
        assert (read_kept(session, 2) == []) == other_text


def test_no_text_is_final_with_an_error_until_she_says_why_and_the_version_keeps_the_reason(
    desk, presenter, view, officer, checking, tmp_path
):
    change(desk, "38 participants", "39 participants")
    statement = StatementPresenter(desk, view, officer, 1, checks=presenter)
    statement.set_stage("final")
    assert view.standing.stage == "draft"
    assert officer.failures == [
        "The text cannot be final while the checks find an error, “39 participants”: "
        "put it right or say why it stays (F4)."
    ]
    presenter.look()
    presenter.let_stand(finding(view, "39 participants").key, "text", "One came late.")
    statement.set_stage("final")
    assert view.standing.stage == "final"
    export(desk, 1, "statement", tmp_path / "final.docx")
    with desk.reading() as session:
        (version,) = read_versions(session, 1)
    assert version.kept == [{"check": "count-mismatch", "quote": "39 participants", "reason": "One came late."}]
    assert version_rows([version])[0].detail.endswith(", 1 error let stand")
    assert let_stand(version) == "Let stand: “39 participants” (One came late.)."
    statement.leave()


def test_a_draft_version_keeps_no_reasons(desk, presenter, tmp_path):
    export(desk, 1, "statement", tmp_path / "draft.docx")
    with desk.reading() as session:
        assert session.exec(select(StatementVersion)).one().kept is None


def test_nothing_is_checked_twice_between_two_changes(desk, presenter, view, checking, jobs):
    presenter.look()
    first = checking.last(1)
    presenter.look()
    assert checking.last(1) is first
    change(desk, "38 participants", "39 participants")
    assert checking.last(1) is None
    presenter.look()
    assert count_in_words(checking.last(1)) == "1 error"


def test_leaving_the_page_takes_nothing_from_whoever_else_waits_for_the_check(desk, presenter, checking, jobs):
    heard = []
    checking.listen(heard.append)
    jobs.held = []
    checking.look(1)
    presenter.leave()
    jobs.held[0]()
    assert [found.meeting_id for found in heard] == [1]


def test_every_check_has_a_page_of_help(desk, presenter, view):
    change(desk, "38 participants", "39 participants")
    presenter.look()
    words = presenter.help(view.rows[0].key)
    assert "Wrong: " in words
    assert "Right: " in words
