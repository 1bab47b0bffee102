"""Writing a document of a meeting as Word or PDF file. The window and the command line both call it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from sqlmodel import Session, col, select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Block, StatementVersion
from bali_desk.domain.record import Record
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

STATEMENT = "statement"
SUFFIXES = (".docx", ".pdf")


def export(desk: Desk, meeting_id: int, name: str, path: Path, *, template: Path | None = None) -> None:
    """Write the document `name` to `path`, as Word or PDF by its suffix.

    An exported statement is kept as a version. Raises DeskError when the suffix is another, the document cannot be
    made from this record, or the file cannot be written.
    """
    check_suffix(path)
    with desk.reading() as session:
        record = read_record(session, meeting_id)
    write(path, make(record, name, path.suffix, template))
    keep_version(desk, record, name)


def check_suffix(path: Path) -> None:
    """Raises DeskError unless the file is to be Word or PDF."""
    if path.suffix.lower() not in SUFFIXES:
        raise DeskError(f"{path.name} must end in .docx for Word or .pdf for PDF.")


def make(record: Record, name: str, suffix: str, template: Path | None = None) -> bytes:
    """The bytes of the document; slow, so the window calls it beside itself."""
    from bali_desk.documents import make_pdf, make_word

    return (make_pdf if suffix.lower() == ".pdf" else make_word)(name, record, template=template)


def write(path: Path, content: bytes) -> None:
    """Put the whole file in place or leave what was there; DeskError when the place does not allow it."""
    from bali_desk.documents.files import write_file

    write_file(path, content)


def keep_version(desk: Desk, record: Record, name: str) -> None:
    """Remember the statement as it left the house; other documents have no versions."""
    if name != STATEMENT or record.statement is None:
        return
    meeting_id = record.meeting.id or 0
    with desk.change("Export statement") as session:
        version = StatementVersion(
            meeting_id=meeting_id,
            number=_next_number(session, meeting_id),
            stage=record.statement.stage or "draft",
            made_at=dt.datetime.now(dt.UTC),
            blocks=snapshot(record.blocks),
        )
        session.add(version)


def snapshot(blocks: Sequence[Block]) -> list[dict[str, object]]:
    """The blocks as a version keeps them."""
    return [
        {"kind": block.kind, "text": block.text, "sources": list(block.sources), "state": block.state}
        for block in blocks
    ]


def _next_number(session: Session, meeting_id: int) -> int:
    numbers = select(StatementVersion.number).where(StatementVersion.meeting_id == meeting_id)
    return (session.exec(numbers.order_by(col(StatementVersion.number).desc())).first() or 0) + 1
