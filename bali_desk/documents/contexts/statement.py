"""What the statement is told: its blocks in order, each under its own bookmark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bali_desk.documents.contexts.heading import heading
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.templates.rich import BlockText
from bali_desk.domain.models import Block
from bali_desk.domain.record import Record


def statement(record: Record, options: Options, edition: Edition) -> dict[str, object]:
    """The Co-Chairs' text; a block an officer has emptied is not printed, and numbers close up over it."""
    return {
        **heading(record, "Co-Chairs’ statement", edition),
        "blocks": [
            {"kind": one.kind, "text": BlockText(one.text, one.handle), "under_number": under}
            for one, under in _under_numbers(printed_blocks(record))
        ],
    }


def _under_numbers(blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """Each block, and whether it is a point below a numbered paragraph, to stand further in than that."""
    numbered = False
    for block in blocks:
        if block.kind != "bullet":
            numbered = block.kind == "numbered"
        yield block, numbered and block.kind == "bullet"


def printed_blocks(record: Record) -> list[Block]:
    """The blocks that have a text."""
    return [one for one in record.blocks if one.text and one.text.strip()]
