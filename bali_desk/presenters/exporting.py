"""Writing a document of a meeting as Word or PDF file. The window and the command line both call it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Block, StatementVersion
from bali_desk.domain.record import Record
from bali_desk.presenters.document_options import Value, options_of
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

if TYPE_CHECKING:
    from bali_desk.documents.contexts.options import Edition, Options

STATEMENT = "statement"
SUFFIXES = (".docx", ".pdf")


@dataclass(frozen=True)
class Order:
    """One document to be made; `version` is the number the statement will go out with."""

    name: str
    record: Record
    template: Path | None
    options: Options
    version: int | None


def export(desk: Desk, meeting_id: int, name: str, path: Path, *, template: Path | None = None) -> None:
    """Write the document `name` to `path`, as Word or PDF by its suffix.

    An exported statement is kept as a version, whose number it carries. Raises DeskError when the suffix is another,
    the document cannot be made from this record, or the file cannot be written.
    """
    check_suffix(path)
    order = order_of(desk, meeting_id, name, template)
    write(path, make(order, path.suffix))
    keep_version(desk, order)


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


def order_of(
    desk: Desk, meeting_id: int, name: str, template: Path | None = None, chosen: Mapping[str, Value] | None = None
) -> Order:
    """Everything a document is made of, read at once: from here on the desk may change."""
    with desk.reading() as session:
        record = read_record(session, meeting_id)
        version = _next_number(session, meeting_id) if name == STATEMENT else None
    return Order(name, record, template, options_of(chosen or {}), version)


def file_name(order: Order, suffix: str) -> str:
    """The name offered for the file."""
    from bali_desk.documents import shelf

    return shelf.file_name(order.name, order.record, suffix, _edition(order))


def make(order: Order, suffix: str) -> bytes:
    """The bytes of the document; slow, so the window calls it beside itself."""
    from bali_desk.documents import shelf

    return shelf.make(
        order.name,
        order.record,
        suffix,
        template=order.template,
        options=order.options,
        edition=_edition(order),
    )


def write(path: Path, content: bytes) -> None:
    """Put the whole file in place or leave what was there; DeskError when the place does not allow it."""
    from bali_desk.documents.files import write_whole

    write_whole(path, content)


def keep_version(desk: Desk, order: Order) -> None:
    """Remember the statement as it left the house; other documents have no versions."""
    statement = order.record.statement
    if order.version is None or statement is None:
        return
    with desk.change("Export statement") as session:
        version = StatementVersion(
            meeting_id=statement.meeting_id,
            number=_next_number(session, statement.meeting_id),
            stage=statement.stage or "draft",
            made_at=dt.datetime.now(dt.UTC),
            blocks=snapshot(order.record.blocks),
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


def _edition(order: Order) -> Edition | None:
    from bali_desk.documents.contexts.options import Edition

    if order.version is None:
        return None
    statement = order.record.statement
    return Edition(stage=(statement.stage if statement else None) or "draft", version=order.version)
