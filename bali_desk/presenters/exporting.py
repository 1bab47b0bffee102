"""Writing a document of a meeting as Word or PDF file. The window and the command line both call it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from sqlmodel import Session, col, select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Block, Statement, StatementVersion
from bali_desk.domain.record import Record
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record, read_versions

STATEMENT = "statement"
SUFFIXES = (".docx", ".pdf")


def export(
    desk: Desk,
    meeting_id: int,
    name: str,
    path: Path,
    *,
    template: Path | None = None,
    version: int | None = None,
) -> None:
    """Write the document `name` to `path`, as Word or PDF by its suffix.

    An exported statement is kept as a version; with `version`, an earlier one is written again. Raises DeskError when
    the suffix is another, the document cannot be made from this record, or the file cannot be written.
    """
    check_suffix(path)
    with desk.reading() as session:
        record = read_record(session, meeting_id)
        if version is not None:
            _put_back(record, version, read_versions(session, meeting_id))
    write(path, make(record, name, path.suffix, template))
    if version is None:
        keep_version(desk, record, name)


def _put_back(record: Record, number: int, versions: Sequence[StatementVersion]) -> None:
    """Give the record, not the desk, the statement as it was in a version."""
    found = next((one for one in versions if one.number == number), None)
    if found is None:
        raise DeskError(f"There is no version {number} of the statement.")
    record.statement = Statement(meeting_id=found.meeting_id, stage=found.stage)
    record.blocks = [Block(statement_id=0, **block) for block in found.blocks]


def check_suffix(path: Path) -> None:
    """Raises DeskError unless the file is to be Word or PDF."""
    if path.suffix.lower() not in SUFFIXES:
        raise DeskError(f"{path.name} must end in .docx for Word or .pdf for PDF.")


def names() -> list[str]:
    """The documents there are, in the order of the shelf: the text first."""
    from bali_desk.documents.shelf import DOCUMENTS

    return sorted(DOCUMENTS, key=lambda name: name != STATEMENT)


def title_of(name: str) -> str:
    """What a document is called."""
    from bali_desk.documents.shelf import document

    return document(name).title


def file_name(record: Record, name: str, suffix: str) -> str:
    """The name offered for the file."""
    from bali_desk.documents import shelf

    return shelf.file_name(name, record, suffix)


def make(record: Record, name: str, suffix: str, template: Path | None = None) -> bytes:
    """The bytes of the document; slow, so the window calls it beside itself."""
    from bali_desk.documents import shelf

    return shelf.make(name, record, suffix, template=template)


def write(path: Path, content: bytes) -> None:
    """Put the whole file in place or leave what was there; DeskError when the place does not allow it."""
    from bali_desk.documents.files import write_whole

    write_whole(path, content)


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
