"""An earlier version of the text made today's again, without forgetting what each block came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bali_desk.domain.models import Block, new_handle
from bali_desk.drafting.compare import paired
from bali_desk.drafting.matching import EDITED, OWN, RECORD

Snapshot = Mapping[str, Any]  # a block as a version keeps it: kind, text, sources, state


def restored(blocks: Sequence[Block], version: Sequence[Snapshot]) -> list[Block]:
    """The blocks that say what the version said, in its order: detached copies, and new ones without id.

    A block of today that tells the same paragraph keeps its memory of the record, so that composing again still knows
    what is hers. What the version does not have is left out.
    """
    texts = [str(one.get("text") or "") for one in version]
    partner = {hers: mine for mine, hers in paired([one.text for one in blocks], texts) if hers is not None}
    return [_block(one, _at(blocks, partner.get(place)), place) for place, one in enumerate(version)]


def _at(blocks: Sequence[Block], place: int | None) -> Block | None:
    return blocks[place] if place is not None else None


def _block(snapshot: Snapshot, today: Block | None, place: int) -> Block:
    words: dict[str, Any] = {
        "kind": str(snapshot.get("kind") or "paragraph"),
        "text": str(snapshot.get("text") or ""),
        "sources": list(snapshot.get("sources") or []),
        "state": snapshot.get("state"),
        "sequence": place,
    }
    if today is None:
        return Block(statement_id=0, handle=new_handle(), **words)
    if words["state"] != OWN and today.composed is not None:
        words["state"] = RECORD if words["text"] == today.composed else EDITED
    return Block(**(today.model_dump() | words))
