"""Writing a document of a meeting as Word or PDF file. The window and the command line both call it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from bali_desk.domain.dates import found_in, written
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Block, Statement, StatementVersion, VersionFile
from bali_desk.domain.record import Record
from bali_desk.domain.versions import number_for, snapshot, stage_of
from bali_desk.presenters.documents.options import Value, chosen_of, options_of
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record, read_versions

if TYPE_CHECKING:
    from bali_desk.documents.contexts.options import Edition, Options

STATEMENT = "statement"
_WHOLE_DAY = len("2017-05-26")
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
    options: Sequence[str] = (),
) -> None:
    """Write the document `name` to `path`, as Word or PDF by its suffix.

    An exported statement is kept as a version, whose number it carries; with `version`, that one is written again: to
    the byte where it went out in this form before and no other template is named. `options` are words such as
    "order=name".
    Raises DeskError when the suffix is another, the document cannot be made from this record, or the file cannot be
    written.
    """
    check_suffix(path)
    if version is not None:
        write(path, made_again(desk, meeting_id, name, version, path.suffix, template), template)
        return
    title_of(name)
    order = order_of(desk, meeting_id, name, template, chosen_of(name, options))
    content = make(order, path.suffix)
    write(path, content, template)
    keep_version(desk, order, path.name, content)


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


def made_again(desk: Desk, meeting_id: int, name: str, number: int, suffix: str, template: Path | None = None) -> bytes:
    """An earlier version of the statement as Word or PDF: the very file that went out, where there is one."""
    order = _order_again(desk, meeting_id, name, template, number)
    kept = _kept_file(desk, meeting_id, number, suffix) if template is None else None
    return kept if kept is not None else make(order, suffix)


def _kept_file(desk: Desk, meeting_id: int, number: int, suffix: str) -> bytes | None:
    """The file in which a version went out last, by its ending."""
    ours = col(StatementVersion.meeting_id) == meeting_id, col(StatementVersion.number) == number
    with desk.reading() as session:
        files = session.exec(select(VersionFile).join(StatementVersion).where(*ours).order_by(col(VersionFile.id)))
        fitting = [one.data for one in files if one.name.lower().endswith(suffix.lower())]
    return fitting[-1] if fitting else None


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


def file_name_of_all(order: Order) -> str:
    """The name offered for all documents of the meeting in one PDF."""
    from bali_desk.documents.files import safe_name

    return safe_name(f"{title_of_all(order)[:100]} - documents", "pdf")


def title_of_all(order: Order) -> str:
    """Of which meeting all documents are: "TIPWG, Third Annual Meeting"."""
    from bali_desk.documents.contexts.heading import meeting_title

    body = order.record.body
    return f"{body.short or body.name}, {meeting_title(order.record)}"


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


def as_pdf(word: bytes) -> bytes:
    """A Word file of ours as it will print."""
    from bali_desk.documents.layout import lay_out

    return bytes(lay_out(word).pdf)


def is_private(name: str) -> bool:
    """Whether a document stays in the house."""
    from bali_desk.documents.shelf import document

    return document(name).private


def write(path: Path, content: bytes, template: Path | None = None) -> None:
    """Put the whole file in place or leave what was there; DeskError when the place does not allow it.

    A document never takes the place of the template it was made with.
    """
    from bali_desk.documents.files import write_whole

    write_whole(path, content, made_from=template)


def keep_version(desk: Desk, order: Order, name: str, content: bytes) -> None:
    """Remember the statement as it left the house, once for Word and PDF, and the file it left in.

    Other documents have no versions.
    """
    keep_versions(desk, [(order, name, content)])


def keep_versions(desk: Desk, gone_out: Sequence[tuple[Order, str, bytes]]) -> None:
    """The same for all that went out together: an order, the name of its file and what is in it."""
    staged = [one for one in gone_out if one[0].version is not None and one[0].record.statement is not None]
    if staged:
        with desk.change("Export statement", lasting=True) as session:  # what went out cannot be called back
            for order, name, content in staged:
                _keep(session, order, name, content)


def _keep(session: Session, order: Order, name: str, content: bytes) -> None:
    statement, number = order.record.statement, order.version
    if statement is None or number is None:
        return
    kept = read_versions(session, statement.meeting_id)
    version = next((one for one in kept if one.number == number), None)
    if version is None:
        version = version_of(order.record, number)
        version.kept = errors_kept(session, order.record) if version.stage == "final" else None
        session.add(version)
        session.flush()
    files = session.exec(select(VersionFile).where(VersionFile.version_id == version.id)).all()
    if all(one.data != content for one in files):
        session.add(VersionFile(version_id=version.id or 0, name=name, data=content))


def errors_kept(session: Session, record: Record) -> list[dict[str, str]] | None:
    """The errors a text goes out with, each with the reason that was given: check, quote and reason."""
    from bali_desk.presenters.checks.checking import checked, what_a_check_reads

    found = checked(what_a_check_reads(session, record.meeting.id or 0, None))
    kept = [(one, row) for one, row in found.kept if one.severity == "error"]
    return [{"check": one.check, "quote": one.quote, "reason": row.reason or ""} for one, row in kept] or None


def version_of(record: Record, number: int) -> StatementVersion:
    """The statement of a record as a version with this number, made now."""
    return StatementVersion(
        meeting_id=record.meeting.id or 0,
        number=number,
        stage=stage_of(record),
        made_at=dt.datetime.now(dt.UTC),
        blocks=snapshot(record.blocks),
    )


def _edition(order: Order) -> Edition | None:
    from bali_desk.documents.contexts.options import Edition

    if order.version is None:
        return None
    until = found_in(order.options.until) or ""
    shown = written(until) if len(until) == _WHOLE_DAY else " ".join(order.options.until.split())
    return Edition(stage=stage_of(order.record), version=order.version, until=shown)
