"""The papers of a meeting and which of them go with an agenda item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session, col, select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import AgendaItem, Outcome, Paper, PaperFile
from bali_desk.presenters.agenda.input import short, text_or_none
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.telling import told
from bali_desk.store.desk import Desk
from bali_desk.store.records import next_sequence
from bali_desk.store.removal import remove

PAPER_FIELDS = ("symbol", "revision", "title", "submitted_by", "purpose", "status")
LARGEST_FILE = 25  # million bytes: every copy of the desk carries it
PAPER_REVISIONS = ("Rev.1", "Rev.2", "Add.1", "Corr.1")
PAPER_STATUSES = ("draft", "final draft", "issued", "revised", "withdrawn")


@dataclass(frozen=True)
class PaperDocument:
    """The file of a paper as it was read from the officer's folder."""

    name: str
    data: bytes


class AgendaPapers:
    """Adds, changes and removes papers; the agenda page refreshes by the desk's notices."""

    def __init__(self, desk: Desk, ask: Ask, meeting_id: int) -> None:
        self._desk = desk
        self._ask = ask
        self._meeting_id = meeting_id

    def attach(self, item: int, paper: int) -> None:
        """Put a paper of the meeting to an item."""
        with self._desk.change("Add paper to item") as session:
            row, handle = session.get_one(AgendaItem, item), session.get_one(Paper, paper).handle
            if handle not in row.papers:
                row.papers = [*row.papers, handle]

    def detach(self, item: int, paper: int) -> None:
        """Take a paper from an item; the meeting keeps it."""
        with self._desk.change("Take paper from item") as session:
            row, handle = session.get_one(AgendaItem, item), session.get_one(Paper, paper).handle
            row.papers = [one for one in row.papers if one != handle]

    @told
    def choose_file(self) -> PaperDocument | None:
        """Ask for a file and read it; None where she cancels or it cannot be taken, which is told."""
        path = self._ask.open_file("Attach file", "Documents (*.docx *.doc *.pdf *.xlsx *.pptx *.odt);;All files (*)")
        return None if path is None else read_file(path)

    def add(self, item: int, words: Mapping[str, str], restricted: bool, document: PaperDocument | None = None) -> None:
        """Write a new paper, with its file, and put it to the item."""
        with self._desk.change("Add paper") as session:
            paper = Paper(meeting_id=self._meeting_id, sequence=self._next(session), restricted=restricted)
            _write(paper, words)
            session.add(paper)
            session.flush()
            if document is not None and paper.id is not None:
                _keep_file(session, paper.id, document)
            row = session.get_one(AgendaItem, item)
            row.papers = [*row.papers, paper.handle]

    def change(
        self,
        paper: int,
        words: Mapping[str, str],
        restricted: bool,
        document: PaperDocument | None = None,
        without_file: bool = False,
    ) -> None:
        """Write what the officer changed of a paper: a `document` takes the place of its file."""
        with self._desk.change("Edit paper") as session:
            row = session.get_one(Paper, paper)
            _write(row, words)
            row.restricted = restricted
            if document is not None:
                _keep_file(session, paper, document)
            elif without_file:
                _drop_file(session, paper)

    @told
    def add_files(self, item: int, paths: Sequence[Path]) -> None:
        """Make a paper of each file, named after it, and put them to the item; one step."""
        documents = [read_file(path) for path in paths]
        with self._desk.change("Add papers" if len(documents) > 1 else "Add paper") as session:
            row, first = session.get_one(AgendaItem, item), self._next(session)
            for place, document in enumerate(documents):
                title = Path(document.name).stem
                paper = Paper(meeting_id=self._meeting_id, sequence=first + place, title=title)
                session.add(paper)
                session.flush()
                _keep_file(session, paper.id or 0, document)
                row.papers = [*row.papers, paper.handle]

    @told
    def copy_of(self, paper: int, folder: Path) -> Path | None:
        """Write a copy of a paper's file into a folder, to be opened from there; None where it has none."""
        document = self._document(paper)
        if document is None:
            return None
        place = folder / str(paper)
        place.mkdir(exist_ok=True)
        copy = place / safe_name(document.name)
        copy.write_bytes(document.data)
        return copy

    @told
    def save_as(self, paper: int) -> None:
        """Ask where, and write the paper's file there."""
        document = self._document(paper)
        if document is None:
            return
        ending = Path(document.name).suffix or ".*"
        path = self._ask.save_as("Save file of paper", safe_name(document.name), f"File (*{ending});;All files (*)")
        if path is not None:
            try:
                path.write_bytes(document.data)
            except OSError as error:
                raise DeskError(f"“{path.name}” could not be written: {error.strerror}.") from error
            self._ask.tell(f"Saved as “{path.name}”.")

    def move(self, item: int, paper: int, way: int) -> None:
        """Change the place of a paper among those of the item."""
        with self._desk.change("Move paper") as session:
            row, handle = session.get_one(AgendaItem, item), session.get_one(Paper, paper).handle
            papers = list(row.papers)
            here = papers.index(handle)
            there = min(max(here + way, 0), len(papers) - 1)
            papers.insert(there, papers.pop(here))
            row.papers = papers

    def delete(self, paper: int) -> bool:
        """Delete a paper from the meeting, after asking; whether it was."""
        with self._desk.reading() as session:
            row = session.get_one(Paper, paper)
            uses = self._uses(session, row)
        name = short(row.symbol or row.title or "this paper")
        where = f" It is named in {uses} items and outcomes." if uses > 1 else ""
        if not self._ask.confirm(f"Delete “{name}” from the meeting?{where}", "Delete paper"):
            return False
        with self._desk.change("Delete paper") as session:
            remove(session, session.get_one(Paper, paper))
        return True

    def _document(self, paper: int) -> PaperDocument | None:
        with self._desk.reading() as session:
            row = session.exec(select(PaperFile).where(PaperFile.paper_id == paper)).one_or_none()
        return None if row is None else PaperDocument(row.name, row.data)

    def _uses(self, session: Session, paper: Paper) -> int:
        lists = [
            *session.exec(select(AgendaItem.papers).where(col(AgendaItem.meeting_id) == self._meeting_id)),
            *session.exec(select(Outcome.papers).where(col(Outcome.meeting_id) == self._meeting_id)),
        ]
        return sum(paper.handle in handles for handles in lists)

    def _next(self, session: Session) -> int:
        return next_sequence(session, Paper, meeting_id=self._meeting_id)


def read_file(path: Path) -> PaperDocument:
    """A file that is to go with a paper; DeskError where it cannot be read or is too large."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE * 1_000_000:
            raise DeskError(
                f"“{path.name}” has {size / 1_000_000:.0f} MB; a paper in the desk may have {LARGEST_FILE} MB, "
                "for every copy of the desk carries it. Save it smaller, as PDF for instance, and attach that."
            )
        return PaperDocument(path.name, path.read_bytes())
    except OSError as error:
        raise DeskError(f"“{path.name}” could not be read: {error.strerror}.") from error


def safe_name(name: str) -> str:
    """A file name that every system takes."""
    return (
        "".join("_" if letter in '<>:"/\\|?*' or ord(letter) < 32 else letter for letter in name).strip(". ") or "paper"
    )


def _keep_file(session: Session, paper: int, document: PaperDocument) -> None:
    row = session.exec(select(PaperFile).where(PaperFile.paper_id == paper)).one_or_none()
    if row is None:
        session.add(PaperFile(paper_id=paper, name=document.name, data=document.data))
    else:
        row.name, row.data = document.name, document.data


def _drop_file(session: Session, paper: int) -> None:
    row = session.exec(select(PaperFile).where(PaperFile.paper_id == paper)).one_or_none()
    if row is not None:
        session.delete(row)


def _write(paper: Paper, words: Mapping[str, str]) -> None:
    for field in PAPER_FIELDS:
        if field in words:
            setattr(paper, field, text_or_none(words[field]))
