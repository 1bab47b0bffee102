"""A new composition into the statement she has: what the record says is renewed, what she wrote stays.

Three ways for each block: what the record said when she last agreed with it (`composed`), what it says now (the
draft), and what she made of it (`text`). Nothing she wrote is ever overwritten or dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bali_desk.domain.disclosure import public_outcomes, restricted_items
from bali_desk.domain.models import Block, new_handle
from bali_desk.domain.record import Record
from bali_desk.drafting.arranging import arranged
from bali_desk.drafting.draft import Draft
from bali_desk.drafting.matching import EDITED, OWN, RECORD, Pairs, list_of, match, same_family, state_held

BOTH_CHANGED, SOURCE_GONE = "both changed", "source gone"


def merge(blocks: Sequence[Block], drafts: Sequence[Draft]) -> list[Block]:
    """The statement's blocks with the new composition in them: detached copies, and new ones without id.

    Merging the same composition again changes nothing.
    """
    pairs = match(blocks, drafts)
    absorbed = _absorbed(blocks, drafts, pairs)
    kept: dict[int, Block] = {}
    for place, block in enumerate(blocks):
        drafted = drafts[pairs[place]] if place in pairs else None
        merged = _merged(block, drafted, [drafts[one] for one in absorbed.get(place, [])])
        if merged is not None:
            kept[place] = merged
    told = {one for group in absorbed.values() for one in group}
    added = {
        other: _new(draft) for other, draft in enumerate(drafts) if other not in pairs.values() and other not in told
    }
    for place, other in pairs.items():
        kept[place].slot = f"{drafts[other].slot}#{other}"
    for other, block in added.items():
        block.slot = f"{drafts[other].slot}#{other}"
    order = arranged(blocks, kept, pairs, added)
    for sequence, block in enumerate(order, start=1):
        block.sequence = sequence
    return order


def states_of(blocks: Iterable[Block], record: Record) -> list[str]:
    """How each block stands to the record: record, edited, own, both changed, or source gone."""
    sources = _sources(record)
    return [_state_of(block, sources) for block in blocks]


def _state_of(block: Block, sources: set[str]) -> str:
    state = state_held(block)
    if state == EDITED and block.sources and not sources.intersection(block.sources):
        return SOURCE_GONE
    if state == EDITED and block.proposed is not None:
        return BOTH_CHANGED
    return state


def _sources(record: Record) -> set[str]:
    """The handles a block may be drawn from: outcomes that may be told, and items that are not restricted."""
    closed = restricted_items(record)
    items = {item.handle for item in record.agenda if item.id not in closed}
    return items | {one.handle for one in public_outcomes(record)}


def _merged(block: Block, draft: Draft | None, absorbed: list[Draft]) -> Block | None:
    """The block renewed; None where the record no longer says it and she never touched it."""
    state = state_held(block)
    if draft is None:
        if state == RECORD and block.slot is not None:
            return None
        # What came with a file and nothing in the record accounts for is hers: it must not vanish.
        return _silent(block) if state == EDITED else _copy(block, state=OWN, proposed=None)
    if state == RECORD and (block.text == draft.text or block.slot is not None or block.state == RECORD):
        return _renewed(block, draft)
    if absorbed:
        return _hers(block, draft, " ".join([draft.text, *(one.text for one in absorbed)]))
    if block.text == draft.text:
        return _renewed(block, draft)
    return _hers(block, draft, draft.text)


def _renewed(block: Block, draft: Draft) -> Block:
    return _copy(
        block,
        kind=draft.kind,
        text=draft.text,
        sources=list(draft.sources),
        state=RECORD,
        composed=draft.text,
        proposed=None,
    )


def _hers(block: Block, draft: Draft, says: str) -> Block:
    """Her words kept; what the record says now is proposed where it is news to her."""
    # A block from a file has no memory of what was composed: what the record says now is taken as known.
    known = says if block.composed is None or block.text == says else block.composed
    kind = draft.kind if same_family(block.kind, draft.kind) else block.kind
    proposed = None if says == known else says
    # What is only proposed she has not told yet, so the block does not claim it.
    sources = block.sources if proposed else list(dict.fromkeys([*draft.sources, *block.sources]))
    return _copy(block, kind=kind, state=EDITED, sources=list(sources), composed=known, proposed=proposed)


def _silent(block: Block) -> Block:
    """Her words kept where the record says nothing any more: nothing is what it proposes, until she has said."""
    return _copy(block, state=EDITED, proposed="" if block.composed else None)


def _absorbed(blocks: Sequence[Block], drafts: Sequence[Draft], pairs: Pairs) -> dict[int, list[int]]:
    """Drafts without a block that she has already told inside another one, where she joined two paragraphs.

    Where two blocks tell it, the one that comes first in the composition has it: their own order may change.
    """
    found: dict[int, list[int]] = {}
    in_order = sorted(pairs.items(), key=lambda pair: pair[1])
    free = [other for other in range(len(drafts)) if other not in pairs.values()]
    for other in free:
        draft = drafts[other]
        if not draft.sources or list_of(draft.slot):
            continue
        for place, mine in in_order:
            block = blocks[place]
            beyond = set(block.sources) - set(drafts[mine].sources)
            if state_held(block) == EDITED and set(draft.sources) <= beyond and same_family(block.kind, draft.kind):
                found.setdefault(place, []).append(other)
                break
    return found


def _new(draft: Draft) -> Block:
    return Block(
        statement_id=0,  # whoever keeps the block says whose it is
        handle=new_handle(),
        kind=draft.kind,
        text=draft.text,
        sources=list(draft.sources),
        state=RECORD,
        composed=draft.text,
    )


def _copy(block: Block, **changes: Any) -> Block:
    return Block(**(block.model_dump() | changes))
