"""The order of a merged statement: the record's, until the officer has moved something; then hers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bali_desk.domain.models import Block
from bali_desk.drafting.matching import Pairs, list_of, order_of, slot_of


def arranged(
    blocks: Sequence[Block], kept: Mapping[int, Block], pairs: Pairs, added: Mapping[int, Block]
) -> list[Block]:
    """The kept blocks in order, new ones after what they follow in the composition, her own after their neighbour."""
    first, followers = _anchored(kept, pairs)
    order = [pairs[place] for place in _in_order(blocks, pairs)]
    for other in sorted(added):
        order.insert(_place_for(other, order), other)
    held = {other: place for place, other in pairs.items()}
    told = list(first)
    for other in order:
        if other in added:
            told.append(added[other])
        else:
            told += [kept[held[other]], *followers[held[other]]]
    return told


def _anchored(kept: Mapping[int, Block], pairs: Pairs) -> tuple[list[Block], dict[int, list[Block]]]:
    """Blocks without a draft, each behind the last block before it that has one; those before all others apart."""
    first: list[Block] = []
    followers: dict[int, list[Block]] = {place: [] for place in pairs}
    behind = first
    for place in sorted(kept):
        if place in pairs:
            behind = followers[place]
        else:
            behind.append(kept[place])
    return first, followers


def _in_order(blocks: Sequence[Block], pairs: Pairs) -> list[int]:
    """Places of the blocks that have drafts: in the record's order, or in hers where she moved any of them."""
    hers = sorted(pairs)
    if _untouched(blocks, hers):
        return sorted(hers, key=lambda place: pairs[place])
    for points in _lists(blocks, hers):
        if _untouched(blocks, points):
            renewed = iter(sorted(points, key=lambda place: pairs[place]))
            hers = [next(renewed) if place in points else place for place in hers]
    return hers


def _untouched(blocks: Sequence[Block], places: Sequence[int]) -> bool:
    """Whether the blocks stand as the last composition put them."""
    numbers = [order_of(blocks[place]) for place in places]
    known = [number for number in numbers if number is not None]
    return len(known) == len(numbers) and known == sorted(known)


def _lists(blocks: Sequence[Block], places: Sequence[int]) -> list[list[int]]:
    """The points of each list."""
    lists: dict[str, list[int]] = {}
    for place in places:
        if name := list_of(slot_of(blocks[place])):
            lists.setdefault(name, []).append(place)
    return list(lists.values())


def _place_for(other: int, order: Sequence[int]) -> int:
    """Where a new draft goes: behind the nearest one before it in the composition, else at the front."""
    before = [one for one in order if one < other]
    return order.index(max(before)) + 1 if before else 0
