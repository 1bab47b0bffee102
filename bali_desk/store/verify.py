"""Every check the store has: is the file whole, and does each reference in it lead somewhere?"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, SQLModel, select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Meeting
from bali_desk.store import search_index
from bali_desk.store.records import read_record


def faults_of(session: Session) -> list[str]:
    """What is wrong with the desk, one sentence each; none where it is sound."""
    faults: list[str] = []
    for check in (_file_faults, _table_faults, _index_faults, _reference_faults):
        try:
            faults += check(session)
        except DBAPIError as error:  # so damaged that the check itself cannot read on
            faults.append(f"The file is damaged: {error.orig}.")
    return faults


def _file_faults(session: Session) -> Iterator[str]:
    for (said,) in session.connection().execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield f"The file is damaged: {said}."
    for table, row, target, _ in session.connection().execute(text("PRAGMA foreign_key_check")):
        yield f"Row {row} of {table} belongs to a row of {target} that is not there."


def _table_faults(session: Session) -> Iterator[str]:
    for table in SQLModel.metadata.sorted_tables:
        found = {row[1] for row in session.connection().execute(text(f"PRAGMA table_info('{table.name}')"))}
        for column in table.columns:
            if column.name not in found:
                yield f"The table {table.name} has no column {column.name}."


def _index_faults(session: Session) -> Iterator[str]:
    yield from search_index.faults_of(session.connection())


def _reference_faults(session: Session) -> Iterator[str]:
    for meeting_id in session.scalars(select(Meeting.id)):
        try:
            record = read_record(session, meeting_id or 0)
        except DeskError as error:
            yield str(error)
            continue
        papers = {paper.handle for paper in record.papers}
        lines = {line.handle for line in record.work_plan_lines}
        for item in record.agenda:
            if not set(item.papers) <= papers:
                yield f"Agenda item “{item.title}” of meeting {meeting_id} names a paper that is not there."
        for outcome in record.outcomes:
            if not set(outcome.papers) <= papers or not set(outcome.fulfils) <= lines:
                yield f"Outcome “{outcome.text}” of meeting {meeting_id} names a paper or line that is not there."
