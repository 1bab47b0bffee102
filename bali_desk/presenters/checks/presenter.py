"""What the Checks panel shows and does: findings beside the text, mended or let stand, each one step of undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from sqlmodel import select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Block, KeptFinding, Statement
from bali_desk.drafting.checks import Finding, explain
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.checks.checking import Checked, Checking
from bali_desk.presenters.checks.kept import keep
from bali_desk.presenters.checks.rows import FindingRow, KeptRow, Mark, finding_rows, kept_rows, marks
from bali_desk.presenters.statement import block_edits
from bali_desk.presenters.statement.rich_text import Run, Runs, join, plain, runs_of, split
from bali_desk.presenters.telling import told
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_blocks

UNSURE = "This one has no certain fix: change it in the text."
MOVED = "The text has changed there: it is being checked again."


class ChecksView(Protocol):
    """What the panel and the text must be able to show."""

    def show_findings(self, rows: Sequence[FindingRow], kept: Sequence[KeptRow]) -> None:
        """What counts, and what the officer let stand."""

    def show_marks(self, found: Mapping[int, Sequence[Mark]]) -> None:
        """The stretches of the text that are marked, by block."""


class ChecksPresenter:
    """One for the meeting whose statement is open."""

    def __init__(self, desk: Desk, view: ChecksView, ask: Ask, checking: Checking, meeting_id: int) -> None:
        self._desk, self._view, self._ask, self._meeting_id = desk, view, ask, meeting_id
        self._checking = checking
        self._found: dict[str, tuple[FindingRow, Finding]] = {}
        self._listening = checking.listen(self._show)

    def leave(self) -> None:
        """Nobody looks here any more; what others asked of the checks goes on."""
        self._listening()

    def look(self) -> None:
        """She rests: check the text as it stands."""
        self._checking.look(self._meeting_id)

    @told
    def fix(self, key: str) -> None:
        """Put in what is certain to be right."""
        row, _finding = self._the(key)
        if row.fix is None:
            self._ask.tell(UNSURE)
        else:
            self._mend(f"Fix: {row.title}", [row])

    @told
    def fix_alike(self, key: str) -> None:
        """The same for every finding of this check that can be mended by itself."""
        chosen, finding = self._the(key)
        alike = [row for row, one in self._found.values() if one.check == finding.check and row.fix is not None]
        self._mend(f"Fix all: {chosen.title}", alike)

    @told
    def let_stand(self, key: str, scope: str, reason: str) -> bool:
        """This is no error, or stays for a reason; `scope` is one of `kept.SCOPES`. True once that is kept."""
        _row, finding = self._the(key)
        if finding.severity == "error" and not reason.strip():
            raise DeskError("Say why this error stays: the reason is kept with the version that goes out.")
        with self._desk.change("Let finding stand") as session:
            statement = session.exec(select(Statement).where(Statement.meeting_id == self._meeting_id)).one_or_none()
            keep(session, finding, scope, reason, statement.id if statement else None)
        self.look()
        return True

    @told
    def count_again(self, kept_id: int) -> None:
        """What was let stand counts again."""
        with self._desk.change("Let finding count again") as session:
            row = session.get(KeptFinding, kept_id)
            if row is not None:
                session.delete(row)
        self.look()

    def refusal_of_final(self) -> str:
        """Why the text cannot be final yet: the checks find errors in it; "" where they find none that counts."""
        with self._desk.reading() as session:
            found = self._checking.now(session, self._meeting_id)
        errors = [one for one in found.findings if one.severity == "error"]
        if not errors:
            return ""
        first = f"“{errors[0].quote}”" if errors[0].quote else explain(errors[0].check).title.lower()
        many = "an error" if len(errors) == 1 else f"{len(errors)} errors"
        which = first if len(errors) == 1 else f"the first {first}"
        return f"The text cannot be final while the checks find {many}, {which}: put it right or say why it stays (F4)."

    def help(self, key: str) -> str:
        """The page of help of the check behind a finding, as paragraphs of plain text."""
        _row, finding = self._the(key)
        told_of = explain(finding.check)
        wrong = [f"Wrong: {one}" for one in told_of.wrong]
        right = [f"Right: {one}" for one in told_of.right]
        return "\n\n".join([told_of.about, *wrong, *right])

    # ---- inner ----
    def _the(self, key: str) -> tuple[FindingRow, Finding]:
        if key not in self._found:
            raise DeskError(MOVED)
        return self._found[key]

    def _mend(self, label: str, rows: Iterable[FindingRow]) -> None:
        """Each stretch is mended from the end of the text, so that the places of those before it hold."""
        left = 0
        with self._desk.change(label) as session:
            for row in sorted(rows, key=lambda row: (row.block_id or 0, row.start), reverse=True):
                block = session.get(Block, row.block_id) if row.block_id is not None else None
                if block is None or row.fix is None or not _stands(block, row):
                    left += 1
                    continue
                block_edits.write(block, _put(runs_of(block.text), row))
        if left:
            self._ask.tell(MOVED)
        self.look()

    def _show(self, checked: Checked) -> None:
        if checked.meeting_id != self._meeting_id:
            return
        with self._desk.reading() as session:
            blocks = {block.handle: block for block in read_blocks(session, self._meeting_id)}
        rows = finding_rows(checked, blocks)
        self._found = {row.key: (row, finding) for row, finding in rows}
        shown = [row for row, _finding in rows]
        self._view.show_findings(shown, kept_rows(checked))
        self._view.show_marks(marks(shown))


def _stands(block: Block, row: FindingRow) -> bool:
    """Whether the words still stand where they were found."""
    return plain(runs_of(block.text))[row.start : row.end] == row.quote


def _put(runs: Runs, row: FindingRow) -> Runs:
    """The runs with the fix in the cut of the first letter it takes the place of."""
    before, rest = split(runs, row.start)
    old, after = split(rest, row.end - row.start)
    cut = old[0] if old else Run("")
    return join(before, (Run(row.fix or "", cut.bold, cut.italic),), after)
