"""Versions of a statement: what is kept when it leaves the house, and the number it leaves with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bali_desk.domain.models import Block, StatementVersion
from bali_desk.domain.record import Record


def stage_of(record: Record) -> str:
    """The stage of a meeting's text; one that was never told is a draft."""
    return (record.statement.stage if record.statement else None) or "draft"


def snapshot(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """The blocks as a version keeps them."""
    return [
        {"kind": block.kind, "text": block.text, "sources": list(block.sources), "state": block.state}
        for block in blocks
    ]


def number_for(record: Record, versions: Sequence[StatementVersion]) -> int:
    """The number the statement goes out with: the last version's where neither a word nor the stage changed since."""
    if not versions:
        return 1
    last = versions[-1]
    same = last.stage == stage_of(record) and last.blocks == snapshot(record.blocks)
    return last.number if same else last.number + 1
