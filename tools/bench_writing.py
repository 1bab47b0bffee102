"""A keystroke in a statement of 20,000 words, as a ratio of processor time to one in a bare text editor with the same.

Both are shown, typed in at the middle of the text, and measured until each key is painted; new lines included. Ours
is the whole Statement page with its panels; what it does in the pause after a burst is measured apart. Only the
window's thread counts: the worker, which counts pages in the pauses, would fall on whichever of the two is typed in.
"""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import bali_desk.gui.plain_import  # noqa: F401  (before anything else of PySide6)

# isort: split
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from bali_desk.domain.models import Block
from bali_desk.exchange.importing import take_in
from bali_desk.gui.ask import WindowAsk
from bali_desk.gui.jobs import Jobs
from bali_desk.gui.look import Look
from bali_desk.gui.settings import Settings
from bali_desk.gui.statement.statement_page import StatementPage
from bali_desk.presenters.meetings.sample import SAMPLE
from bali_desk.presenters.statement.composing import compose_statement, statement_of
from bali_desk.presenters.workshop import Workshop
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

WORDS, A_PARAGRAPH = 20_000, 75
BURSTS = 12
TYPED = " Members also noted with concern that the delay had lasted, and agreed to return to it."


def main() -> None:
    """Measure and print."""
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as name, closing(Desk(Path(name) / "long.desk")) as desk:
        texts = fill(desk)
        jobs = Jobs()
        page = StatementPage(Look(app))
        workshop = Workshop(desk, WindowAsk(Settings(Path(name) / "bench.ini")), jobs)
        page.resize(1174, 640)
        page.attach(workshop.statement(page, 1, page.hand.agreed))
        page.show()
        block_id = page.paper._order[len(texts) // 2]
        page.paper.put_cursor(block_id, -1)
        edit = page.paper.edit_of(block_id)
        bare = bare_editor(texts)
        ours, theirs, kept = [], [], []
        for _ in range(BURSTS):  # in turn, so that a busy moment hits both
            ours += burst(edit)
            begun = time.thread_time()
            page.save()
            QApplication.processEvents()
            kept.append(time.thread_time() - begun)
            theirs += burst(bare)
        jobs.close()
    mine, other = sum(ours) / len(ours), sum(theirs) / len(theirs)
    print(
        f"a keystroke in a statement of {WORDS:,} words: {mine / other:.2f} of one in a bare QTextEdit "
        f"({mine * 1000:.2f} ms against {other * 1000:.2f} ms)"
    )
    print(f"keeping a burst of typing in it: {sorted(kept)[len(kept) // 2] * 1000:.0f} ms, in the pause after it")


def fill(desk: Desk) -> list[str]:
    """The sample's statement made 20,000 words long by repeating its prose; its paragraphs."""
    with desk.change("Import") as session:
        take_in(session, SAMPLE.read_bytes())
    compose_statement(desk, 1)
    with desk.change("Lengthen") as session:
        blocks = read_record(session, 1).blocks
        prose = " ".join(block.text for block in blocks if block.kind == "paragraph").split()
        owner = statement_of(session, 1).id or 0
        for number in range(WORDS // A_PARAGRAPH):
            start = number * 37 % (len(prose) - A_PARAGRAPH)
            text = f"{number} {' '.join(prose[start : start + A_PARAGRAPH])}"
            session.add(Block(statement_id=owner, kind="paragraph", sequence=1_000 + number, state="own", text=text))
    with desk.reading() as session:
        return [block.text for block in read_record(session, 1).blocks]


def bare_editor(texts: list[str]) -> QTextEdit:
    """The same words in the simplest editor, with the cursor in the middle."""
    bare = QTextEdit()
    bare.setPlainText("\n".join(texts))
    bare.resize(660, 640)
    bare.show()
    cursor = bare.textCursor()
    cursor.setPosition(bare.document().findBlockByNumber(len(texts) // 2).position())
    bare.setTextCursor(cursor)
    QApplication.processEvents()
    return bare


def burst(edit: QTextEdit) -> list[float]:
    """Processor seconds of each key, until it is painted."""
    edit.setFocus()
    spent = []
    for letter in TYPED:
        begun = time.thread_time()
        QTest.keyClick(edit, letter)
        QApplication.processEvents()
        spent.append(time.thread_time() - begun)
    return spent


if __name__ == "__main__":
    main()
