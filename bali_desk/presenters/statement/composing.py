"""Composing the statement from the record, as one change of the desk. The window and the command line both call it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, select

from bali_desk.domain.models import Block, Statement
from bali_desk.domain.record import Record
from bali_desk.presenters import places
from bali_desk.presenters.statement.brackets import follow_words
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

if TYPE_CHECKING:
    from bali_desk.drafting.draft import Draft

KEPT = ("kind", "text", "sources", "state", "slot", "composed", "proposed")


def compose_statement(desk: Desk, meeting_id: int) -> None:
    """Compose or refresh the statement: what she wrote stays, what both changed waits for her choice.

    One undoable change; where nothing differs, none at all.
    """
    from bali_desk.drafting.compose import compose
    from bali_desk.drafting.merge import merge

    with desk.reading() as session:
        record = read_record(session, meeting_id)
    merged = merge(record.blocks, compose(record))
    if record.statement is None and not merged:
        return
    with desk.change("Compose statement") as session:
        write_blocks(session, statement_of(session, meeting_id), merged)


def waiting(record: Record) -> int:
    """How many blocks composing again would add, change or take away."""
    from bali_desk.drafting.compose import compose

    return news(record.blocks, compose(record))


def news(blocks: Sequence[Block], drafts: Sequence[Draft]) -> int:
    """How many blocks this composition would add, change or take away."""
    from bali_desk.drafting.merge import merge

    stored = {block.id: block for block in blocks}
    merged = merge(blocks, drafts)
    kept = {block.id for block in merged if block.id is not None}
    changed = sum(block.id is None or _differs(block, stored[block.id]) for block in merged)
    return changed + len(stored.keys() - kept)


def statement_of(session: Session, meeting_id: int) -> Statement:
    """The meeting's statement row; made as a draft where there is none."""
    found = session.exec(select(Statement).where(Statement.meeting_id == meeting_id)).one_or_none()
    if found is None:
        found = Statement(meeting_id=meeting_id, stage="draft")
        session.add(found)
        session.flush()
    return found


def write_blocks(session: Session, statement: Statement, merged: Sequence[Block]) -> None:
    """Make these the blocks of a statement, in this order: those with an id are changed, others added, the rest go."""
    stored = {block.id: block for block in session.exec(select(Block).where(Block.statement_id == statement.id))}
    ordered: list[Block] = []
    for block in merged:
        row = stored.pop(block.id, None) if block.id is not None else None
        if row is None:
            row = Block(statement_id=statement.id or 0, kind=block.kind, handle=block.handle)
            session.add(row)
        _copy(block, row)
        ordered.append(row)
    for gone in stored.values():
        session.delete(gone)
    places.number(ordered)
    follow_words(session, ordered)


def _differs(one: Block, other: Block) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in ("text", "kind", "proposed"))


def _copy(block: Block, row: Block) -> None:
    for name in KEPT:
        value: Any = getattr(block, name)
        if getattr(row, name) != value:
            setattr(row, name, value)
