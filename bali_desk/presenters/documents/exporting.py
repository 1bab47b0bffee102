"""Writing a document of a meeting as Word or PDF file. The window and the command line both call it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Block, Statement, StatementVersion
from bali_desk.domain.record import Record
from bali_desk.domain.versions import number_for, snapshot, stage_of
from bali_desk.presenters.documents.options import Value, options_of
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record, read_versions

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

    An exported statement is kept as a version, whose number it carries; with `version`, that one is written again.
    Raises DeskError when the suffix is another, the document cannot be made from this record, or the file cannot be
    written.
    """
    check_suffix(path)
    if version is not None:
        write(path, make(_order_again(desk, meeting_id, name, template, version), path.suffix))
        return
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
        version = number_for(record, read_versions(session, meeting_id)) if name == STATEMENT else None
    return Order(name, record, template, options_of(chosen or {}), version)


def _order_again(desk: Desk, meeting_id: int, name: str, template: Path | None, number: int) -> Order:
    """An earlier version of the statement: the record as it is, the text as it went out."""
    order = order_of(desk, meeting_id, name, template)
    with desk.reading() as session:
        kept = next((one for one in read_versions(session, meeting_id) if one.number == number), None)
    if name != STATEMENT or kept is None:
        raise DeskError(f"There is no version {number} of the {title_of(name).lower()}.")
    order.record.statement = Statement(meeting_id=meeting_id, stage=kept.stage)
    order.record.blocks = [Block(statement_id=0, **block) for block in kept.blocks]
    return replace(order, version=number)


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
    """Remember the statement as it left the house, once for Word and PDF; other documents have no versions."""
    statement = order.record.statement
    if order.version is None or statement is None:
        return
    with desk.reading() as session:
        if any(one.number == order.version for one in read_versions(session, statement.meeting_id)):
            return
    with desk.change("Export statement") as session:
        version = StatementVersion(
            meeting_id=statement.meeting_id,
            number=order.version,
            stage=stage_of(order.record),
            made_at=dt.datetime.now(dt.UTC),
            blocks=snapshot(order.record.blocks),
        )
        session.add(version)


def _edition(order: Order) -> Edition | None:
    from bali_desk.documents.contexts.options import Edition

    if order.version is None:
        return None
    return Edition(stage=stage_of(order.record), version=order.version)
