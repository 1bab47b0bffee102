"""Which block of the statement is which part of a new composition.

By slot where the block has one, list points by their words first (points have no names of their own, and their numbers
shift); blocks that came in with a meeting file have no slot and are known by their words, then by their sources.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bali_desk.domain.models import Block
from bali_desk.drafting.draft import Draft

RECORD, EDITED, OWN = "record", "edited", "own"
_RUNNING = ("paragraph", "numbered")
Pairs = dict[int, int]  # place of a block: place of its draft


def match(blocks: Sequence[Block], drafts: Sequence[Draft]) -> Pairs:
    """The draft of each block that has one."""
    matching = _Matching(blocks, drafts)
    matching.pair(_same_point_in_its_place)
    matching.pair(_same_point)
    matching.pair(_same_slot)
    matching.pair(_same_words)
    matching.pair(_same_sources)
    matching.pair(_same_place_in_title_block)
    matching.pair(_edited_point_of_the_same_list)
    matching.pair(_edited_and_shares_sources)
    return matching.pairs


def state_held(block: Block) -> str:
    """The block's state as its words bear it out: text that differs from what was composed is hers."""
    if block.state == OWN:
        return OWN
    if block.state == EDITED or (block.composed is not None and block.text != block.composed):
        return EDITED
    return RECORD


def slot_of(block: Block) -> str:
    """The part of the composition the block fills, without its number in the order."""
    slot = block.slot or ""
    before, _, number = slot.rpartition("#")
    return before if number.isdecimal() else slot


def order_of(block: Block) -> int | None:
    """The number the block had in the order of the last composition."""
    number = (block.slot or "").rpartition("#")[2]
    return int(number) if number.isdecimal() else None


def list_of(slot: str) -> str:
    """The list a point belongs to; "" for what is no point."""
    before, _, number = slot.rpartition(":point:")
    return before if number.isdecimal() else ""


def same_family(kind: str, other: str) -> bool:
    """Whether two kinds may be the same block in two styles: a numbered paragraph is a paragraph."""
    return kind == other or (kind in _RUNNING and other in _RUNNING)


class _Matching:
    """Pairs found so far; every rule sees only what is still free."""

    def __init__(self, blocks: Sequence[Block], drafts: Sequence[Draft]) -> None:
        self.blocks, self.drafts = blocks, drafts
        self.pairs: Pairs = {}
        self.taken: set[int] = set()

    def pair(self, fits: Callable[[Block, Draft], bool]) -> None:
        for place, block in enumerate(self.blocks):
            if place in self.pairs or state_held(block) == OWN:
                continue
            for other, draft in enumerate(self.drafts):
                if other not in self.taken and fits(block, draft):
                    self.pairs[place] = other
                    self.taken.add(other)
                    break


def _same_point_in_its_place(block: Block, draft: Draft) -> bool:
    """A point with the number and the record words it had; two points of a list may say the same."""
    same_place = bool(list_of(draft.slot)) and slot_of(block) == draft.slot
    return same_place and draft.text in (block.composed, block.proposed)


def _same_point(block: Block, draft: Draft) -> bool:
    """A point of the same list whose record words are the same, whatever the list's punctuation ends it with."""
    same_list = bool(list_of(draft.slot)) and list_of(slot_of(block)) == list_of(draft.slot)
    return same_list and _bare(block.composed or block.text) == _bare(draft.text)


def _same_slot(block: Block, draft: Draft) -> bool:
    """The same part of the text; a point has its number only, so its words must have failed to tell."""
    return slot_of(block) == draft.slot and not list_of(draft.slot)


def _same_words(block: Block, draft: Draft) -> bool:
    return not block.slot and same_family(block.kind, draft.kind) and block.text == draft.text


def _same_sources(block: Block, draft: Draft) -> bool:
    known = not block.slot and bool(draft.sources) and set(block.sources) == set(draft.sources)
    return known and same_family(block.kind, draft.kind)


def _same_place_in_title_block(block: Block, draft: Draft) -> bool:
    """A title or subtitle of a file, which has neither slot nor sources: the first of its kind that is free."""
    said_by_record = block.state in (RECORD, EDITED)
    return not block.slot and said_by_record and block.kind == draft.kind and draft.kind in ("title", "subtitle")


def _edited_point_of_the_same_list(block: Block, draft: Draft) -> bool:
    """A point she rewrote whose record words have changed too: the next free one of its list."""
    same_list = bool(list_of(draft.slot)) and list_of(slot_of(block)) == list_of(draft.slot)
    return same_list and state_held(block) == EDITED


def _edited_and_shares_sources(block: Block, draft: Draft) -> bool:
    """What she rewrote, told elsewhere in the text now: an outcome moved to another item, or given points."""
    if state_held(block) != EDITED or list_of(draft.slot) or list_of(slot_of(block)):
        return False
    return bool(set(block.sources) & set(draft.sources)) and same_family(block.kind, draft.kind)


def _bare(text: str) -> str:
    bare = text.strip().rstrip(".,;")
    for ending in ("; and", ", and"):
        bare = bare.removesuffix(ending)
    return bare.rstrip(".,; ")
