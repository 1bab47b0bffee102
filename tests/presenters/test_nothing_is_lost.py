"""On a real desk: in whatever order she writes, records, composes, undoes and starts again, no word of hers is lost."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bali_desk.domain.models import AgendaItem, Outcome
from bali_desk.exchange.importing import take_in
from bali_desk.presenters.meetings.sample import SAMPLE
from bali_desk.presenters.statement.presenter import StatementPresenter
from bali_desk.presenters.statement.rich_text import Run, join, plain, runs_of
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record
from bali_desk.store.removal import remove

HERS = ("Edit text", "Split paragraph", "Join paragraphs")  # steps whose undo may take back what she wrote
place = st.integers(0, 40)


class View:
    def __getattr__(self, name):
        return lambda *shown: None

    def show_blocks(self, rows):
        self.blocks = rows


class Officer:
    def fail(self, message):
        raise AssertionError(message)

    def tell(self, message):
        pass


class Desks(RuleBasedStateMachine):
    """Every word she writes is one of its own, so that it can be looked for."""

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.written = 0
        self.open()
        with self.desk.change("Import") as session:
            self.meeting = take_in(session, SAMPLE.read_bytes()).meeting
        self.show()
        self.presenter.compose()

    def open(self):
        self.desk = Desk(self.folder / "bali.desk")

    def show(self):
        self.view = View()
        self.presenter = StatementPresenter(self.desk, self.view, Officer(), self.meeting)

    def row(self, where):
        if not self.view.blocks:  # the first composition was undone
            self.presenter.compose()
        return self.view.blocks[where % len(self.view.blocks)]

    @rule(where=place)
    def write(self, where):
        row = self.row(where)
        self.written += 1
        self.presenter.typed(row.block_id, join(row.runs, (Run(f" hers{self.written}x"),)))
        assert f"hers{self.written}x" in self.hers()

    @rule(where=place)
    def split(self, where):
        row = self.row(where)
        self.unharmed(self.presenter.split, row.block_id, min(len(plain(row.runs)) // 2, where))

    @rule(where=place)
    def join(self, where):
        self.unharmed(self.presenter.join_previous, self.row(where).block_id)

    @rule()
    def compose(self):
        self.unharmed(self.presenter.compose)

    @rule(where=place)
    def keep_mine(self, where):
        self.unharmed(self.presenter.keep_mine, self.row(where).block_id)

    @rule(where=place, whose=st.sampled_from(["Fiji", ""]))
    def bracket(self, where, whose):
        row = self.row(where)
        if len(plain(row.runs).strip()) > where + 8 and not set("[]") & set(plain(row.runs)):
            self.unharmed(self.presenter.bracket, row.block_id, where, where + 8)
            self.presenter.note_bracket(row.block_id, 0, "proposer", whose)

    @rule(where=place)
    def settle(self, where):
        row = self.row(where)
        if "[" in plain(row.runs) and "]" in plain(row.runs):
            self.unharmed(self.presenter.settle_bracket, row.block_id, 0, "keep")

    @rule(where=place, what=st.sampled_from(["retell", "hide", "drop", "move", "repoint", "restrict"]))
    def record(self, where, what):
        self.unharmed(self.change_record, where, what)

    def change_record(self, where, what):
        with self.desk.change("Record") as session:
            record = read_record(session, self.meeting)
            outcome = record.outcomes[where % len(record.outcomes)] if record.outcomes else None
            if what == "restrict":
                item = session.get_one(AgendaItem, record.agenda[where % len(record.agenda)].id)
                item.restricted = not item.restricted
            elif outcome is not None:
                row = session.get_one(Outcome, outcome.id)
                if what == "retell":
                    row.text = f"the record’s word {where}"
                elif what == "hide":
                    row.public = not row.public
                elif what == "drop":
                    remove(session, row)
                elif what == "move":
                    row.agenda_item_id = record.agenda[where % len(record.agenda)].id
                else:
                    row.points = [f"point {number}" for number in range(where % 4)]

    @rule(redo=st.booleans())
    def undo(self, redo):
        label, before = self.desk.undo_label, self.hers()
        if label in (None, "Import"):
            return
        self.desk.undo()
        assert label in HERS or self.hers() == before
        if redo:
            self.desk.redo()
            assert self.hers() == before

    @rule()
    def restart(self):
        def again():
            self.presenter.leave()
            self.desk.close()
            self.open()
            self.show()

        self.unharmed(again)

    @invariant()
    def the_page_shows_what_the_desk_holds(self):
        if getattr(self, "view", None) is not None:
            with self.desk.reading() as session:
                texts = [block.text for block in read_record(session, self.meeting).blocks]
            assert [plain(row.runs) for row in self.view.blocks] == [plain(runs_of(text)) for text in texts]

    def unharmed(self, act, *given):
        before = self.hers()
        act(*given)
        assert self.hers() == before

    def hers(self):
        with self.desk.reading() as session:
            texts = [block.text for block in read_record(session, self.meeting).blocks]
        return sorted(re.findall(r"hers\d+x", " ".join(texts)))

    def teardown(self):
        if hasattr(self, "desk"):
            self.presenter.leave()
            self.desk.close()
            shutil.rmtree(self.folder)


TestNothingIsLost = Desks.TestCase
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # making a failure smaller takes minutes: each step is on disk
TestNothingIsLost.settings = settings(max_examples=8, stateful_step_count=12, deadline=None, phases=PHASES)
