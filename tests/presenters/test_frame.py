"""What stands round every page: the meeting's name, its stamp, the counts and what Undo takes back."""

import pytest
from sqlmodel import select

from bali_desk.domain.models import Block
from bali_desk.presenters.documents.exporting import export
from bali_desk.presenters.frame import FramePresenter
from bali_desk.presenters.statement.composing import compose_statement


class View:
    def show_heading(self, heading):
        self.stamp = heading.stage, heading.version

    def show_counts(self, words):
        self.counts = words

    def show_history(self, history):
        self.history = history

    def show_findings(self, words, errors):
        self.findings = words


@pytest.fixture
def view(desk, officer):
    view = View()
    presenter = FramePresenter(desk, view, officer)
    presenter.follow(1)
    yield view
    presenter.leave()


def test_the_stamp_bears_the_number_the_text_went_out_with_until_a_word_changes(desk, view, tmp_path):
    assert view.stamp == ("plan", None)
    compose_statement(desk, 1)
    assert view.stamp == ("draft", 1)
    export(desk, 1, "statement", tmp_path / "statement.docx")
    assert view.stamp == ("draft", 1)
    with desk.change("Type") as session:
        last = session.exec(select(Block).order_by(Block.sequence.desc())).first()
        last.text = f"{last.text} One more sentence."
    assert view.stamp == ("draft", 2)
    desk.undo()
    assert view.stamp == ("draft", 1)
